/** Wiring only: settings, searcher, miner, node and console of one board on one platform. */

import { bytesToHex } from './domain/bytes.js';
import { useSha256, useSha256d } from './domain/hash.js';
import type { Job } from './domain/job.js';
import { Attesting } from './parts/attestation/part.js';
import { Verifying } from './parts/chain/part.js';
import { Commanding } from './parts/commands/part.js';
import { Checking } from './parts/console/checking.js';
import {
  type BenchListener,
  BoardConsole,
  type ConsoleHost,
  type VersionInfo,
} from './parts/console/console.js';
import type { ProofListener } from './parts/console/console-host.js';
import { jsonLines } from './parts/console/json-lines.js';
import { type BoardReport, reportFields } from './parts/console/report.js';
import type { SetupCheck } from './parts/console/setup.js';
import { Idling } from './parts/idle/part.js';
import type { MinerCommand, MinerEvent, Notice, NoticeLevel } from './parts/mining/events.js';
import { Miner } from './parts/mining/miner.js';
import { Searching } from './parts/mining/part.js';
import { Networking } from './parts/network/part.js';
import { NodeLink } from './parts/node/node-link.js';
import { Connecting } from './parts/node/part.js';
import { Proving } from './parts/proof/part.js';
import { boardStatus } from './parts/status/board-status.js';
import { Updating } from './parts/update/part.js';
import type { Platform } from './ports/platform.js';
import { printable } from './protocol/json.js';
import type { Hello } from './protocol/mite/hello.js';
import { PROTOCOL_VERSION } from './protocol/mite/limits.js';
import type { ProofForm } from './protocol/mite/proof.js';
import { type BoardSchema, type BoardValues, openConfiguration } from './schema.js';
import type { Configuration } from './settings/configuration.js';

export { BUILD } from './parts/update/build.js';
export { encodeCopy, isFramed, TwinStorage } from './storage/twin-storage.js';
export { Terminal } from './terminal.js';

export interface MiteOptions {
  /** "key=value" from a command line: for this boot only, not stored. */
  readonly overrides?: readonly string[];
  /** The console starts in JSON mode. */
  readonly json?: boolean;
  /** For tests: milliseconds that a new image has to reach the node. */
  readonly trialMs?: number | undefined;
}

/** A running board, for the program around it. */
export interface Mite {
  /** Leaves the node and stops searching. For the end of the program. */
  stop(): void;
  /** For a display: all that `status` shows. */
  report(): BoardReport;
  /** The same as `status` says it in JSON mode. */
  statusLines(): readonly string[];
  /** Percent of the backlight; seconds without an event until it dims and until it is off, 0: never. */
  displaySettings(): { readonly brightness: number; readonly dim: number; readonly off: number };
}

const TICK_MS = 1_000;
/** A reply gets this long to leave before a restart. */
const GOODBYE_MS = 200;

/** Starts a board. The platform's event loop then drives it. */
export function startMite(platform: Platform, options: MiteOptions = {}): Mite {
  const configuration = openConfiguration(platform);
  const problem = configuration.overrideAll(options.overrides ?? []);
  if (problem !== undefined) {
    platform.console.write(`error: --set ${problem}`);
    platform.exit(2);
    return { stop() {}, report: notStarted, statusLines: notStarted, displaySettings: notStarted };
  }
  if (platform.sha256d) useSha256d(platform.sha256d);
  if (platform.sha256) useSha256(platform.sha256);
  return new Board(platform, configuration, options);
}

class Board implements Mite, ConsoleHost {
  readonly #platform: Platform;
  readonly #configuration: Configuration<BoardSchema>;
  readonly #console: BoardConsole;
  readonly #node: NodeLink;
  readonly #connecting: Connecting;
  readonly #checking: Checking;
  readonly #networking: Networking;
  readonly #updating: Updating;
  readonly #miner = new Miner();
  readonly #verifying: Verifying;
  readonly #attesting: Attesting;
  readonly #proving: Proving;
  readonly #commanding: Commanding;
  readonly #searching: Searching;
  readonly #idling: Idling;
  readonly #boot: string;
  readonly #startedAt: number;
  #values: BoardValues;
  #statusAt = 0;
  #tickTimer = 0;
  #garbage = 0;
  #lastError = '';
  /** The notice that it came from. */
  #lastErrorEvent = '';

  constructor(platform: Platform, configuration: Configuration<BoardSchema>, { json, trialMs }: MiteOptions) {
    this.#platform = platform;
    this.#configuration = configuration;
    this.#values = configuration.values();
    this.#startedAt = platform.monotonic();
    this.#boot = bytesToHex(platform.random(8));
    this.#console = new BoardConsole(this, configuration, platform.console, json === true);
    this.#console.setLevel(this.#values['log.level']);
    this.#node = new NodeLink(platform, () => this.#hello(), {
      onUp: () => this.#connecting.up(),
      onDown: (reason, retryMs) => this.#connecting.down(reason, retryMs),
      onJob: job => this.#onJob(job),
      onResult: result => this.#step({ kind: 'result', result }),
      onHeaders: (message, tip) => {
        if (tip || !this.#proving.headers(message)) this.#verifying.headers(message, tip);
      },
      onProof: proof => this.#proving.proof(proof),
      onOffer: offer => this.#attesting.offer(offer),
      onCommand: command => {
        this.#updating.reached();
        this.#commanding.command(command);
      },
      onUpdate: (announcement, secure) => {
        this.#updating.reached();
        this.#updating.announce(announcement, secure);
      },
      onChunk: chunk => this.#updating.chunk(chunk),
      onGarbage: problem => this.#onGarbage(problem),
    });
    this.#networking = new Networking(platform, this.#values, {
      notice: (level, event, text) => this.#notice(level, event, text),
      online: () => this.#checking.holdsNode || this.#connecting.again(),
      offline: () => this.#connecting.leave(),
    });
    this.#connecting = new Connecting(platform, this.#values, this.#node, {
      notice: (level, event, text, fields) => this.#notice(level, event, text, fields),
      missing: () => this.#networking.missing(),
      online: () => this.#networking.online,
      connected: () => this.#onUp(),
      disconnected: () => this.#onDown(),
    });
    this.#checking = new Checking(platform, {
      leaveNode: () => this.#connecting.leave(),
      // A board that misses settings has no node yet, and setup is what asks for them.
      backToNode: () => this.#connecting.missing.length > 0 || this.#connecting.again(),
      leaveWifi: onEvent => this.#networking.lend(onEvent),
      backToWifi: () => this.#networking.takeBack(),
    });
    this.#updating = new Updating(platform, this.#values['update.mode'], trialMs, {
      notice: (level, event, text) => this.#notice(level, event, text),
      sendFetch: fetch => this.#node.sendFetch(fetch),
      sendOutcome: outcome => this.#node.sendOutcome(outcome),
      hold: held => this.#step({ kind: held ? 'pause' : 'resume', by: 'update' }),
      restart: () => this.restart(),
    });
    this.#verifying = new Verifying(platform, this.#values, {
      step: event => this.#step(event),
      notice: (level, event, text, fields) => this.#notice(level, event, text, fields),
      clock: () => this.#networking.clock(),
      accepted: time => this.#networking.chain(this.#verifying.tip?.times.at(-1), time),
      request: (from, count) => this.#node.sendGetHeaders({ from, count }),
      moved: (tip, reorganised) => this.#proving.moved(tip, reorganised),
      changed: () => this.#sendStatus(),
    });
    this.#proving = new Proving(platform, {
      ask: question => this.#node.sendGetProof(question),
      request: (from, count) => this.#node.sendGetHeaders({ from, count }),
      points: () => this.#verifying.points(),
    });
    this.#attesting = new Attesting(
      platform,
      this.#verifying.rules.name,
      () => this.#connecting.names.device,
      {
        notice: (level, event, text) => this.#notice(level, event, text),
        send: verdict => this.#node.sendVerdict(verdict),
        tip: () => this.#verifying.points()[0],
      },
    );
    this.#commanding = new Commanding(platform, configuration, {
      step: event => this.#step(event),
      notice: (level, event, text, fields) => this.#notice(level, event, text, fields),
      whyNotMining: () => this.#whyNotMining(),
      sendStatus: () => this.#sendStatus(),
      sendReply: reply => this.#node.sendReply(reply),
      applySettings: keys => this.applySettings(keys),
      restart: () => this.restart(),
    });
    const reset = platform.resetReason ?? 'unknown';
    this.#console.banner({
      ...this.version(),
      boot: this.#boot,
      reset,
      ...this.#connecting.names,
      missing: this.#connecting.missing,
    });
    for (const warning of configuration.warnings) this.#notice('warn', 'settings', warning);
    this.#searching = new Searching(platform, this.#values['mining.threads'], this.#miner, {
      step: event => this.#step(event),
      notice: (level, event, text, fields) => this.#notice(level, event, text, fields),
      restart: () => this.restart(),
    });
    this.#idling = new Idling(platform, this.#values, {
      step: event => this.#step(event),
      notice: (level, event, text) => this.#notice(level, event, text),
      budget: percent => {
        this.#searching.budget = percent;
        this.#step({ kind: 'budget', percent });
      },
      changed: () => this.#sendStatus(),
    });
    if (!this.#values['mining.enabled']) this.#step({ kind: 'pause', by: 'user' });
    this.#idling.begin();
    platform.console.onLine = line => this.#console.line(line);
    platform.console.onCancel = () => this.#console.cancel();
    this.#tickTimer = platform.setTimer(TICK_MS, this.#tick);
    this.#updating.begin();
    this.#networking.begin();
    this.#searching.begin(this.#values['mining.plan'], () => this.#connecting.connect());
  }

  stop(): void {
    this.#platform.clearTimer(this.#tickTimer);
    this.#idling.stop();
    this.#verifying.stop();
    this.#searching.stop();
    this.#node.stop();
    this.#networking.stop();
  }

  #hello(): Hello {
    const { name, firmware } = this.#platform;
    const rate = this.#miner.rate || this.#searching.rate;
    const key = this.#attesting.publicKey();
    return { boot: this.#boot, board: name, firmware, rate, versionRolling: true, ...(key && { key }) };
  }

  #step(event: MinerEvent): void {
    for (const command of this.#miner.step(event, this.#platform.monotonic())) this.#execute(command);
  }

  #execute(command: MinerCommand): void {
    switch (command.kind) {
      case 'startSearch':
      case 'nextSearch':
      case 'stopSearch':
        this.#searching.execute(command);
        break;
      case 'sendShare':
        this.#node.sendShare(command.share); // when it is not taken, the overdue result sends it again
        break;
      case 'sendStatus':
        this.#sendStatus();
        break;
      case 'notice':
        this.#show(command.notice);
        break;
    }
  }

  readonly #tick = (): void => {
    this.#tickTimer = this.#platform.setTimer(TICK_MS, this.#tick);
    this.#step({ kind: 'tick', hashes: this.#searching.counters().hashes });
    this.#searching.tick();
    this.#idling.tick();
    this.#updating.tick();
    this.#verifying.tick();
    this.#proving.tick();
    this.#console.tick(this.#platform.monotonic());
    const due = this.#statusAt + this.#values['status.interval'] * 1000;
    if (this.#platform.monotonic() >= due) this.#sendStatus();
  };

  // The node

  #onUp(): void {
    // What kept the board from its node is over; other errors stay.
    if (this.#lastErrorEvent === 'node' || this.#lastErrorEvent === 'setup') this.#lastError = '';
    this.#step({ kind: 'connected' });
    this.#verifying.connected();
  }

  #onDown(): void {
    this.#updating.disconnected();
    this.#verifying.disconnected();
    this.#attesting.disconnected();
    this.#proving.disconnected();
    this.#step({ kind: 'disconnected' });
  }

  #onJob(job: Job): void {
    this.#updating.reached();
    this.#verifying.job(job);
  }

  #onGarbage(problem: string): void {
    this.#garbage++;
    this.#notice('warn', 'garbage', `ignored a message from the node: ${printable(problem)}`);
  }

  #sendStatus(): void {
    const now = this.#platform.monotonic();
    this.#statusAt = now;
    if (this.#node.up) {
      this.#node.sendStatus(
        boardStatus({
          miner: this.#miner.status(now),
          search: this.#searching.counters(),
          memory: this.#platform.memory(),
          boot: this.#boot,
          uptime: this.#uptime(now),
          connects: this.#node.connects,
          rssi: this.#networking.rssi(),
          ...this.#idling.report(),
          reset: this.#platform.resetReason ?? 'unknown',
          chain: this.#verifying.report(),
          attest: this.#attesting.report(),
        }),
      );
    }
    this.#console.statusEvent();
  }

  // What the console asks

  report(): BoardReport {
    const now = this.#platform.monotonic();
    return {
      miner: this.#miner.status(now),
      ...this.#idling.report(),
      ...this.#networking.report(),
      ...this.#connecting.names,
      boot: this.#boot,
      missing: this.#connecting.missing,
      chain: this.#verifying.report(),
      attest: this.#attesting.report(),
      ...this.#searching.counters(),
      plan: this.#searching.plan,
      connects: this.#node.connects,
      garbage: this.#garbage,
      lastError: this.#lastError,
      update: this.#updating.view,
      uptime: this.#uptime(now),
      memory: this.#platform.memory(),
    };
  }

  statusLines(): readonly string[] {
    return jsonLines({ reply: 'status', ok: true }, reportFields(this.report()));
  }

  displaySettings(): { readonly brightness: number; readonly dim: number; readonly off: number } {
    const values = this.#values;
    return {
      brightness: values['display.brightness'],
      dim: values['display.dim'],
      off: values['display.off'],
    };
  }

  start(): string | undefined {
    this.#step({ kind: 'resume', by: 'user' });
    this.#step({ kind: 'resume', by: 'node' }); // who stands at the board has the last word
    return this.#whyNotMining();
  }

  stopMining(): string | undefined {
    this.#step({ kind: 'pause', by: 'user' });
    return undefined;
  }

  bench(seconds: number, listener: BenchListener): string | undefined {
    return this.#searching.bench(seconds, listener);
  }

  selftest(): string | undefined {
    return this.#searching.selftest();
  }

  prove(txid: Uint8Array, form: ProofForm, listener: ProofListener): string | undefined {
    return this.#proving.begin(txid, form, listener);
  }

  forgetChain(): string | undefined {
    return this.#verifying.forget();
  }

  startUpdate(): string | undefined {
    return this.#updating.start();
  }

  restart(): void {
    this.#platform.setTimer(GOODBYE_MS, () => {
      this.stop();
      this.#platform.restart();
    });
  }

  version(): VersionInfo {
    const { firmware, name } = this.#platform;
    return { firmware, board: name, protocol: PROTOCOL_VERSION };
  }

  applySettings(keys: readonly string[]): void {
    this.#values = this.#configuration.values();
    this.#connecting.configure(this.#values);
    let reconnect = false;
    for (const key of keys) {
      if (key === 'mining.enabled') {
        this.#step({ kind: this.#values['mining.enabled'] ? 'resume' : 'pause', by: 'user' });
      } else if (key === 'log.level') this.#console.setLevel(this.#values['log.level']);
      else if (key === 'update.mode') this.#updating.configure(this.#values['update.mode']);
      else if (key.startsWith('node.') || key.startsWith('device.')) reconnect = true;
    }
    this.#networking.configure(this.#values, keys);
    this.#idling.configure(this.#values, keys);
    this.#verifying.configure(this.#values, keys);
    if (!reconnect) return;
    this.#checking.forgetNode();
    this.#connecting.reconnect();
  }

  setupOptions(): { wifi: boolean; tls: boolean } {
    const { network, tls } = this.#platform;
    return { wifi: network?.kind === 'wifi', tls: tls === true };
  }

  tryOut(check: SetupCheck, done: (problem: string | undefined) => void): void {
    this.#checking.start(check, done);
  }

  endSetup(): void {
    this.#checking.end();
  }

  quit(): string | undefined {
    const { quit } = this.#platform;
    if (quit === undefined) return 'a board has no program to end; Ctrl-] leaves mite console';
    this.#platform.setTimer(GOODBYE_MS, () => quit());
    return undefined;
  }

  #whyNotMining(): string | undefined {
    const { fault, pausedBy } = this.#miner;
    if (fault !== '') return `refusing to mine: ${fault}`;
    return pausedBy.length > 0 ? `still paused by ${pausedBy.join(', ')}` : undefined;
  }

  #uptime(now: number): number {
    return Math.floor((now - this.#startedAt) / 1000);
  }

  #notice(level: NoticeLevel, event: string, text: string, fields: Notice['fields'] = {}): void {
    this.#show({ level, event, text, fields });
  }

  #show(notice: Notice): void {
    if (notice.level === 'error' || notice.level === 'warn') {
      this.#lastError = notice.text;
      this.#lastErrorEvent = notice.event;
    }
    this.#console.notice(notice);
  }
}

function notStarted(): never {
  throw new Error('the board was not started');
}
