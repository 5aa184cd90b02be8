/**
 * The board's console: lines in, lines out. It asks the board to do things through ConsoleHost and never waits: what
 * takes time (bench) answers later.
 *
 * Text mode: replies are plain lines, a wrong line gets exactly one line that begins with "error: ", and notices begin
 * with their level in brackets: "[info] job 7, height 12". JSON mode: one object a line. Replies {"reply": command,
 * "ok": true, ...} or {"reply": "error", "ok": false, "error": text}; events {"event": name, "level": level, "text":
 * text, ...}. A long object comes as several lines (json-lines.ts).
 */

import { formatRate } from '../../domain/units.js';
import type { BenchListener } from '../../ports/bench.js';
import type { Notice, NoticeLevel } from '../../ports/notice.js';
import type { ProofListener } from '../../ports/proof.js';
import type { Configuration } from '../../settings/configuration.js';
import { ConfigCommand } from './config-command.js';
import type { Banner, ConsoleHost, ConsoleOutput, Trials } from './console-host.js';
import { type ConsoleCommand, parseLine, TOPICS } from './grammar.js';
import { Replies } from './replies.js';
import { chainLines, reportFields, reportLines, updateLine } from './report.js';
import { SetupDialog } from './setup-dialog.js';
import type { SetupSettings } from './setup-questions.js';

const LEVELS: readonly NoticeLevel[] = ['error', 'warn', 'info', 'debug'];

export class BoardConsole {
  readonly #host: ConsoleHost;
  readonly #configuration: Configuration<SetupSettings>;
  readonly #replies: Replies;
  readonly #config: ConfigCommand;
  readonly #setup: SetupDialog;
  /** Index in LEVELS: more verbose levels are not shown. */
  #level = LEVELS.indexOf('info');

  /** @param trials of the answers to setup @param json begins in JSON mode */
  constructor(
    host: ConsoleHost,
    trials: Trials,
    configuration: Configuration<SetupSettings>,
    output: ConsoleOutput,
    json: boolean,
  ) {
    this.#host = host;
    this.#configuration = configuration;
    this.#replies = new Replies(output, json);
    this.#config = new ConfigCommand(configuration, this.#replies, host);
    this.#setup = new SetupDialog(configuration, this.#replies, trials, this.#config);
    if (json) output.setPlain?.(true);
  }

  get json(): boolean {
    return this.#replies.json;
  }

  /** Shows notices of this level and of more serious ones. */
  setLevel(level: NoticeLevel): void {
    this.#level = LEVELS.indexOf(level);
  }

  /** Takes one line of input. Never throws on any input. */
  line(text: string): void {
    if (this.#setup.line(text)) return;
    const parsed = parseLine(text, this.#configuration.schema);
    if (parsed === undefined) return;
    if ('error' in parsed) this.#replies.error(parsed.error);
    else this.#run(parsed.command);
  }

  /** The person leaves the question. */
  cancel(): void {
    const collecting = this.#config.cancel();
    this.#setup.cancel();
    if (collecting && !this.json) this.#replies.tell('config begin ended; nothing was changed');
  }

  /** Once a second or so. @param now ms of a clock that never goes back */
  tick(now: number): void {
    this.#setup.tick(now);
  }

  /** The first words of a boot. */
  banner(banner: Banner): void {
    const { firmware, board, boot, reset, device, node, missing } = banner;
    const text = `mite ${firmware} on ${board}, boot ${boot}`;
    if (this.json) {
      this.#replies.object({ event: 'boot', level: 'info' }, { text, ...banner });
      return;
    }
    this.#replies.write(text);
    this.#replies.write(`reset   ${reset}`);
    this.#replies.write(`device  ${device === '' ? 'not set' : device}`);
    this.#replies.write(`node    ${node === '' ? 'not set' : node}`);
    this.#replies.write(
      missing.length > 0 ? `missing ${missing.join(', ')}: type setup` : 'type help for the commands',
    );
  }

  /** Shows something that happened. */
  notice(notice: Notice): void {
    if (LEVELS.indexOf(notice.level) > this.#level) return;
    const { event, level, text, fields } = notice;
    if (this.json) this.#replies.object({ event, level }, { text, ...fields });
    else this.#replies.tell(`[${notice.level}] ${notice.text}`);
  }

  /** For tools: the whole status as an event. Text mode shows nothing. */
  statusEvent(): void {
    if (this.json)
      this.#replies.object({ event: 'status', level: 'info' }, reportFields(this.#host.report()));
  }

  #run(command: ConsoleCommand): void {
    switch (command.name) {
      case 'help': {
        const topics = command.topic === undefined ? TOPICS : [command.topic];
        const commands = topics.map(({ usage, help }) => ({ usage, help }));
        this.#replies.reply(
          'help',
          { commands },
          topics.map(({ usage, help }) => `${usage}\n    ${help}`).join('\n'),
        );
        break;
      }
      case 'status': {
        const report = this.#host.report();
        this.#replies.reply('status', reportFields(report), this.json ? '' : reportLines(report).join('\n'));
        break;
      }
      case 'config':
        this.#config.run(command);
        break;
      case 'setup':
        this.#beginSetup();
        break;
      case 'start':
        this.#replies.outcome('start', this.#host.start(), 'started');
        break;
      case 'stop':
        this.#replies.outcome('stop', this.#host.stopMining(), 'stopped');
        break;
      case 'selftest':
        this.#replies.outcome('selftest', this.#host.selftest(), 'selftest passed');
        break;
      case 'bench': {
        const problem = this.#host.bench(command.seconds, this.#bench);
        if (problem !== undefined) this.#replies.error(problem);
        break;
      }
      case 'proof': {
        const problem = this.#host.prove(command.txid, command.form, this.#proof);
        if (problem !== undefined) this.#replies.error(`proof: ${problem}`);
        break;
      }
      case 'update': {
        if (command.start) {
          this.#replies.outcome('update', this.#host.startUpdate(), 'loading');
          break;
        }
        const { update } = this.#host.report();
        this.#replies.reply('update', { ...update }, updateLine(update));
        break;
      }
      case 'chain': {
        if (command.forget) {
          const problem = this.#host.forgetChain();
          this.#replies.outcome('chain', problem, 'forgotten; restarting');
          if (problem === undefined) this.#host.restart();
          break;
        }
        const { chain } = this.#host.report();
        this.#replies.reply('chain', { ...chain }, chainLines(chain).join('\n'));
        break;
      }
      case 'quit':
        this.#replies.outcome('quit', this.#host.quit(), 'ending');
        break;
      case 'restart':
        this.#replies.reply('restart', {}, 'restarting');
        this.#host.restart();
        break;
      case 'version': {
        const version = this.#host.version();
        this.#replies.reply(
          'version',
          { ...version },
          `mite ${version.firmware} on ${version.board}, protocol ${version.protocol}`,
        );
        break;
      }
      case 'json':
        this.#replies.json = command.on;
        this.#replies.output.setPlain?.(command.on);
        this.#replies.reply('json', { json: command.on }, 'json off');
        break;
    }
  }

  #beginSetup(): void {
    if (this.json) this.#replies.error('setup is a dialog for people: use config set, or json off first');
    else this.#setup.begin();
  }

  readonly #proof: ProofListener = {
    onProved: inclusion => {
      const { txid, height, hash, confirmations } = inclusion;
      const count = `${confirmations} confirmation${confirmations === 1 ? '' : 's'}`;
      const text = `${txid} is in block ${height} (${hash}), ${count}; checked against the verified chain`;
      this.#replies.reply('proof', { ...inclusion }, text);
    },
    onFailed: problem => this.#replies.error(`proof: ${problem}`),
  };

  /** One row per measurement, then the winner. */
  readonly #bench: BenchListener = {
    onMeasure: measure => {
      const { plan, hashes, milliseconds, rate, problem } = measure;
      this.#replies.reply(
        'bench',
        { row: plan, hashes, milliseconds, rate, ...(problem !== '' && { problem }) },
        `${plan.padEnd(28)} ${(problem !== '' ? problem : formatRate(rate)).padStart(10)}`,
      );
    },
    onDone: outcome => {
      const { winner, rate, adopted, plan } = outcome;
      const use = adopted
        ? 'adopted'
        : winner === plan
          ? 'in use'
          : `${plan} stays in use: it is as fast within 3 %, or mining.plan chooses it`;
      this.#replies.reply(
        'bench',
        { winner, rate, adopted, plan },
        winner === ''
          ? 'no backend gives correct results'
          : `fastest: ${winner}, ${formatRate(rate)} (${use})`,
      );
    },
  };
}
