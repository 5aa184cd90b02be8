/**
 * The board's console: lines in, lines out. It asks the board to do things through ConsoleHost and never waits:
 * what takes time (bench) answers later.
 *
 * Text mode: replies are plain lines, a wrong line gets exactly one line that begins with "error: ", and what happens
 * by itself begins with its level in brackets: "[info] job 7, height 12".
 * JSON mode: one object a line. Replies {"reply": command, "ok": true, ...} or {"reply": "error", "ok": false,
 * "error": text}; events {"event": name, "level": level, "text": text, ...}. A long one comes as several (json-lines.ts).
 */

import { messageOf } from '../../domain/message-of.js';
import type { Changes, Configuration } from '../../settings/configuration.js';
import { type Schema, type Setting, type SettingValue, showValue } from '../../settings/kinds.js';
import type { Notice, NoticeLevel } from '../mining/events.js';
import { formatRate } from '../mining/rate.js';
import type { Banner, BenchListener, ConsoleHost, ConsoleOutput, ProofListener } from './console-host.js';
import { type ConsoleCommand, parseLine, TOPICS } from './grammar.js';
import { jsonLines } from './json-lines.js';
import { chainLines, type JsonFields, reportFields, reportLines, updateLine } from './report.js';
import { Setup, type SetupCommand, type SetupValues } from './setup.js';
import type { SetupSettings } from './setup-questions.js';

export type { Banner, BenchListener, ConsoleHost, ConsoleOutput, VersionInfo } from './console-host.js';

/** The Wi-Fi that setup tries out is not the board's own. */
const SETUP_IDLE_MS = 300_000;

/** Lines that wait for the end of setup; the oldest give way. */
const MAX_HELD = 32;

const LEVELS: readonly NoticeLevel[] = ['error', 'warn', 'info', 'debug'];

export class BoardConsole {
  readonly #host: ConsoleHost;
  readonly #configuration: Configuration<SetupSettings>;
  readonly #output: ConsoleOutput;
  #json: boolean;
  #setup: Setup | undefined;
  /** What else has happened since setup began: told afterwards, since it would tear the dialog apart. */
  #held: string[] = [];
  #heldBack = 0;
  /** When setup was answered last; undefined: since the last tick. */
  #answeredAt: number | undefined;
  /** What `config set` collects between begin and commit. */
  #collected: Record<string, SettingValue | undefined> | undefined;
  /** Index in LEVELS: what is more talkative is not shown. */
  #level = 2;

  constructor(
    host: ConsoleHost,
    configuration: Configuration<SetupSettings>,
    output: ConsoleOutput,
    json: boolean,
  ) {
    this.#host = host;
    this.#configuration = configuration;
    this.#output = output;
    this.#json = json;
    if (json) output.setPlain?.(true);
  }

  get json(): boolean {
    return this.#json;
  }

  /** Shows notices of this level and more serious ones. */
  setLevel(level: string): void {
    const index = LEVELS.indexOf(level as NoticeLevel);
    if (index >= 0) this.#level = index;
  }

  /** Takes one line of input. Never throws on any input. */
  line(text: string): void {
    if (this.#setup !== undefined) {
      this.#answeredAt = undefined;
      this.#runSetup(this.#setup.line(text));
      return;
    }
    const parsed = parseLine(text, this.#configuration.schema);
    if (parsed === undefined) return;
    if ('error' in parsed) this.#error(parsed.error);
    else this.#run(parsed.command);
  }

  /** The person leaves what is asked. */
  cancel(): void {
    const collecting = this.#collected !== undefined;
    this.#collected = undefined;
    if (this.#setup !== undefined) this.#runSetup(this.#setup.cancel());
    if (collecting && !this.#json) this.#tell('config begin ended; nothing was changed');
  }

  /** Once a second or so. A setup that nobody answers is left. @param now ms of a clock that never goes back */
  tick(now: number): void {
    if (this.#setup === undefined) return;
    this.#answeredAt ??= now;
    if (now - this.#answeredAt < SETUP_IDLE_MS) return;
    this.#runSetup(this.#setup.cancel('ended, since nobody answered for 5 minutes'));
  }

  /** The first words of a boot. */
  banner(banner: Banner): void {
    const { firmware, board, boot, reset, device, node, missing } = banner;
    const text = `mite ${firmware} on ${board}, boot ${boot}`;
    if (this.#json) {
      this.#object({ event: 'boot', level: 'info' }, { text, ...banner });
      return;
    }
    this.#write(text);
    this.#write(`reset   ${reset}`);
    this.#write(`device  ${device === '' ? 'not set' : device}`);
    this.#write(`node    ${node === '' ? 'not set' : node}`);
    this.#write(
      missing.length > 0 ? `missing ${missing.join(', ')}: type setup` : 'type help for the commands',
    );
  }

  /** Shows something that happened. */
  notice(notice: Notice): void {
    if (LEVELS.indexOf(notice.level) > this.#level) return;
    const { event, level, text, fields } = notice;
    if (this.#json) this.#object({ event, level }, { text, ...fields });
    else this.#tell(`[${notice.level}] ${notice.text}`);
  }

  /** For tools: the whole status as an event. Text mode shows nothing. */
  statusEvent(): void {
    if (this.#json) this.#object({ event: 'status', level: 'info' }, reportFields(this.#host.report()));
  }

  #run(command: ConsoleCommand): void {
    switch (command.name) {
      case 'help': {
        const topics = command.topic === undefined ? TOPICS : [command.topic];
        const commands = topics.map(({ usage, help }) => ({ usage, help }));
        this.#reply(
          'help',
          { commands },
          topics.map(({ usage, help }) => `${usage}\n    ${help}`).join('\n'),
        );
        break;
      }
      case 'status': {
        const report = this.#host.report();
        this.#reply('status', reportFields(report), this.#json ? '' : reportLines(report).join('\n'));
        break;
      }
      case 'config':
        this.#config(command);
        break;
      case 'setup':
        this.#beginSetup();
        break;
      case 'start':
        this.#outcome('start', this.#host.start(), 'started');
        break;
      case 'stop':
        this.#outcome('stop', this.#host.stopMining(), 'stopped');
        break;
      case 'selftest':
        this.#outcome('selftest', this.#host.selftest(), 'selftest passed');
        break;
      case 'bench': {
        const problem = this.#host.bench(command.seconds, this.#bench);
        if (problem !== undefined) this.#error(problem);
        break;
      }
      case 'proof': {
        const problem = this.#host.prove(command.txid, command.form, this.#proof);
        if (problem !== undefined) this.#error(`proof: ${problem}`);
        break;
      }
      case 'update': {
        if (command.start) {
          this.#outcome('update', this.#host.startUpdate(), 'loading');
          break;
        }
        const { update } = this.#host.report();
        this.#reply('update', { ...update }, updateLine(update));
        break;
      }
      case 'chain': {
        if (command.forget) {
          const problem = this.#host.forgetChain();
          this.#outcome('chain', problem, 'forgotten; restarting');
          if (problem === undefined) this.#host.restart();
          break;
        }
        const { chain } = this.#host.report();
        this.#reply('chain', { ...chain }, chainLines(chain).join('\n'));
        break;
      }
      case 'quit':
        this.#outcome('quit', this.#host.quit(), 'ending');
        break;
      case 'restart':
        this.#reply('restart', {}, 'restarting');
        this.#host.restart();
        break;
      case 'version': {
        const version = this.#host.version();
        this.#reply(
          'version',
          { ...version },
          `mite ${version.firmware} on ${version.board}, protocol ${version.protocol}`,
        );
        break;
      }
      case 'json':
        this.#json = command.on;
        this.#output.setPlain?.(command.on);
        this.#reply('json', { json: command.on }, 'json off');
        break;
    }
  }

  #config(command: Extract<ConsoleCommand, { name: 'config' }>): void {
    if (command.action === 'list') {
      const keys = Object.keys(this.#configuration.schema);
      if (this.#json) this.#reply('config', { settings: keys.map(key => this.#valueFields(key)) }, '');
      else for (const key of keys) this.#write(this.#settingLine(key));
      return;
    }
    if (!('key' in command)) {
      this.#together(command.action);
      return;
    }
    const { key } = command;
    if (command.action === 'get') {
      this.#reply('config', this.#settingFields(key), this.#settingLine(key));
      return;
    }
    const value = command.action === 'set' ? command.value : undefined;
    if (this.#collected !== undefined) {
      this.#collected[key] = value;
      this.#reply('config', { key, collected: true }, `${key} waits for config commit`);
      return;
    }
    const problem = this.#store({ [key]: value });
    if (problem !== undefined) {
      this.#error(`${key} was not stored: ${problem}`);
      return;
    }
    const now = this.#configuration.apply([key]);
    const needsRestart = this.#configuration.waits(key);
    this.#reply('config', { ...this.#settingFields(key), needsRestart }, this.#settingLine(key));
    if (now.length > 0) this.#host.applySettings(now);
  }

  /** Several settings as one: all are stored, or none. */
  #together(action: 'begin' | 'commit' | 'abort'): void {
    const values = this.#collected;
    if (action !== 'begin' && values === undefined) {
      this.#error('there was no config begin');
      return;
    }
    this.#collected = action === 'begin' ? {} : undefined;
    const problem = action === 'commit' && values ? this.#store(values) : undefined;
    if (problem !== undefined) {
      this.#error(`nothing was stored: ${problem}`);
      return;
    }
    const keys = action === 'commit' && values ? Object.keys(values) : [];
    const now = this.#configuration.apply(keys);
    const needsRestart = keys.some(key => this.#configuration.waits(key));
    const text =
      action === 'begin'
        ? 'collecting settings until config commit'
        : action === 'abort'
          ? 'nothing was changed'
          : 'stored';
    this.#reply(
      'config',
      { action, needsRestart },
      `${text}${needsRestart ? ' (takes effect after restart)' : ''}`,
    );
    if (now.length > 0) this.#host.applySettings(now);
  }

  /** @returns why nothing was stored. */
  #store(values: Changes): string | undefined {
    try {
      this.#configuration.storeAll(values);
      return undefined;
    } catch (error) {
      return messageOf(error, 'storage failed');
    }
  }

  #beginSetup(): void {
    if (this.#json) {
      this.#error('setup is a dialog for people: use config set, or json off first');
      return;
    }
    const configuration = this.#configuration;
    this.#answeredAt = undefined;
    this.#setup = new Setup({
      ...this.#host.setupOptions(),
      settings: configuration.schema,
      value: key => configuration.value(key),
      clash: values => configuration.clash(values),
    });
    this.#runSetup(this.#setup.begin());
  }

  #runSetup(commands: readonly SetupCommand[]): void {
    for (const command of commands) {
      switch (command.kind) {
        case 'say':
          this.#write(command.text);
          break;
        case 'ask':
          if (this.#output.ask) this.#output.ask(command.prompt, command.secret);
          else if (command.prompt !== '') this.#write(command.prompt);
          break;
        case 'check':
          this.#host.tryOut(command.check, problem => this.#runSetup(this.#setup?.checked(problem) ?? []));
          break;
        case 'store':
          this.#storeSetup(command.values);
          break;
        case 'end':
          this.#setup = undefined;
          this.#host.endSetup();
          this.#tellHeld();
          break;
      }
    }
  }

  #storeSetup(values: SetupValues): void {
    const problem = this.#store(values);
    if (problem === undefined) this.#host.applySettings(this.#configuration.apply(Object.keys(values)));
    this.#runSetup(this.#setup?.stored(problem) ?? []);
  }

  /** A line that is no part of setup. */
  #tell(line: string): void {
    if (this.#setup === undefined) {
      this.#write(line);
      return;
    }
    this.#held.push(line);
    if (this.#held.length <= MAX_HELD) return;
    this.#held.shift();
    this.#heldBack++;
  }

  #tellHeld(): void {
    const lines = this.#held;
    if (this.#heldBack > 0) this.#write(`(${this.#heldBack} more lines came during setup)`);
    this.#held = [];
    this.#heldBack = 0;
    for (const line of lines) this.#write(line);
  }

  #write(line: string): void {
    this.#output.write(line);
  }

  #setting(key: string): Setting {
    const schema: Schema = this.#configuration.schema;
    return schema[key]!;
  }

  #shown(key: string): SettingValue {
    return showValue(this.#setting(key), this.#configuration.value(key));
  }

  #settingFields(key: string): JsonFields {
    return { ...this.#valueFields(key), help: this.#setting(key).help };
  }

  #valueFields(key: string): JsonFields {
    return { key, value: this.#shown(key), origin: this.#configuration.origin(key) };
  }

  #settingLine(key: string): string {
    const value = this.#shown(key);
    const shown = value === '' ? '(not set)' : value;
    const origin = this.#configuration.origin(key);
    const later = this.#configuration.waits(key) ? ' (takes effect after restart)' : '';
    return `${key} = ${shown}${origin === 'stored' || value === '' ? '' : ` (${origin})`}${later}`;
  }

  readonly #proof: ProofListener = {
    onProved: inclusion => {
      const { txid, height, hash, confirmations } = inclusion;
      const count = `${confirmations} confirmation${confirmations === 1 ? '' : 's'}`;
      const text = `${txid} is in block ${height} (${hash}), ${count}; checked against the verified chain`;
      this.#reply('proof', { ...inclusion }, text);
    },
    onFailed: problem => this.#error(`proof: ${problem}`),
  };

  /** One row a measure, then the winner. */
  readonly #bench: BenchListener = {
    onMeasure: measure => {
      const { plan, hashes, milliseconds, rate, problem } = measure;
      this.#reply(
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
      this.#reply(
        'bench',
        { winner, rate, adopted, plan },
        winner === ''
          ? 'no backend gives correct results'
          : `fastest: ${winner}, ${formatRate(rate)} (${use})`,
      );
    },
  };

  #outcome(name: ConsoleCommand['name'], problem: string | undefined, text: string): void {
    if (problem === undefined) this.#reply(name, {}, text);
    else this.#error(problem);
  }

  #reply(name: ConsoleCommand['name'], fields: JsonFields, text: string): void {
    if (this.#json) this.#object({ reply: name, ok: true }, fields);
    else for (const line of text.split('\n')) this.#tell(line);
  }

  #error(text: string): void {
    if (this.#json) this.#object({ reply: 'error', ok: false }, { error: text });
    else this.#tell(`error: ${text}`);
  }

  #object(head: JsonFields, fields: JsonFields): void {
    for (const line of jsonLines(head, fields)) this.#write(line);
  }
}
