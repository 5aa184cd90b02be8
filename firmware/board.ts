/** Builds the parts of one board on one platform, wires them, and passes on to them everything that happens. */

import { BoardHosts, type Hosts } from './board-hosts.js';
import { bytesToHex } from './domain/bytes.js';
import { useSha256, useSha256d } from './domain/hash.js';
import { AttestationPart } from './parts/attestation/part.js';
import { ChainPart } from './parts/chain/part.js';
import { CommandsPart } from './parts/commands/part.js';
import type { ConsoleHost, VersionInfo } from './parts/console/console-host.js';
import { jsonLines } from './parts/console/json-lines.js';
import { ConsolePart } from './parts/console/part.js';
import { reportFields } from './parts/console/report.js';
import type { DimmerSettings } from './parts/display/dimmer.js';
import { dimmerSettings } from './parts/display/settings.js';
import { IdlePart } from './parts/idle/part.js';
import { MiningPart } from './parts/mining/part.js';
import { NetworkPart } from './parts/network/part.js';
import { NodePart } from './parts/node/part.js';
import { ProofPart } from './parts/proof/part.js';
import { StatusPart } from './parts/status/part.js';
import { UpdatePart } from './parts/update/part.js';
import type { BenchListener } from './ports/bench.js';
import type { Tell } from './ports/notice.js';
import type { Part } from './ports/part.js';
import type { Platform } from './ports/platform.js';
import type { ProofListener } from './ports/proof.js';
import { type BoardReport, NOTHING_REPORTED } from './ports/report.js';
import type { TrustedNode, TrustedNodeHandlers } from './ports/trusted-node.js';
import type { ReceivedJob, ShareVerdict, WorkSourceHandlers } from './ports/work-source.js';
import type { Command } from './protocol/mite/command.js';
import type { HeadersView } from './protocol/mite/headers.js';
import type { Hello } from './protocol/mite/hello.js';
import { PROTOCOL_VERSION } from './protocol/mite/limits.js';
import type { Offer } from './protocol/mite/offer.js';
import type { Proof, ProofForm } from './protocol/mite/proof.js';
import type { Announcement, Chunk } from './protocol/mite/update.js';
import { type BoardSchema, type BoardValues, openConfiguration } from './schema.js';
import type { Configuration } from './settings/configuration.js';
import { flashWrites } from './storage/writes.js';

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
  /** The same, as `status` gives it in JSON mode. */
  statusLines(): readonly string[];
  displaySettings(): DimmerSettings;
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
  const board = new Board(platform, configuration, options);
  board.begin();
  return board;
}

/** Bytes of a job that leaves no room for a judgement beside it; most have a few hundred. */
const LARGE_JOB = 2_048;

class Board extends BoardHosts implements Mite, ConsoleHost, WorkSourceHandlers, TrustedNodeHandlers, Hosts {
  readonly #platform: Platform;
  readonly #configuration: Configuration<BoardSchema>;
  readonly #console: ConsolePart;
  protected readonly network: NetworkPart;
  protected readonly node: NodePart;
  protected readonly chain: ChainPart;
  protected readonly mining: MiningPart;
  readonly #idle: IdlePart;
  readonly #update: UpdatePart;
  protected readonly proofs: ProofPart;
  readonly #attestation: AttestationPart;
  readonly #commands: CommandsPart;
  protected readonly status: StatusPart;
  /** In the order in which they hear of everything; of a lost connection in reverse order. */
  readonly #parts: readonly Part<BoardValues>[];
  readonly #boot: string;
  protected readonly services: TrustedNode;
  readonly notice: Tell;
  readonly #startedAt: number;
  #values: BoardValues;
  #tickTimer = 0;

  constructor(platform: Platform, configuration: Configuration<BoardSchema>, { json, trialMs }: MiteOptions) {
    super();
    const values = configuration.values();
    this.#platform = platform;
    this.#configuration = configuration;
    this.#values = values;
    this.#startedAt = platform.monotonic();
    this.#boot = bytesToHex(platform.random(8));
    this.#console = new ConsolePart(platform, values, configuration, json === true, this, {
      leaveNode: () => this.node.leave(),
      backToNode: () => this.node.back(),
      leaveWifi: onEvent => this.network.lend(onEvent),
      backToWifi: () => this.network.takeBack(),
    });
    const { notice } = this.#console;
    this.notice = notice;
    this.network = new NetworkPart(platform, values, {
      notice,
      online: () => this.#console.trials.holdsNode || this.node.again(),
      offline: () => this.node.leave(),
    });
    this.node = new NodePart(
      platform,
      values,
      {
        notice,
        hello: () => this.#hello(),
        missing: () => this.network.missing(),
        online: () => this.network.online,
        failed: silentMs => this.network.nodeFailed(silentMs),
        renewed: () => this.#console.trials.forgetNode(),
      },
      this,
      this,
    );
    const node = this.node.services;
    this.services = node;
    this.chain = new ChainPart(platform, values, this);
    this.mining = new MiningPart(platform, values, this);
    this.#idle = new IdlePart(platform, values, this);
    this.#update = new UpdatePart(platform, values, trialMs, this);
    this.proofs = new ProofPart(platform, this);
    this.#attestation = new AttestationPart(platform, this.chain.rules.name, () => this.node.names.device, {
      notice,
      send: verdict => node.sendVerdict(verdict),
      tip: () => this.chain.points()[0],
    });
    this.#commands = new CommandsPart(platform, configuration, this);
    this.status = new StatusPart(platform, values, {
      report: () => this.report(),
      up: () => this.node.up,
      send: status => node.sendStatus(status),
      show: () => this.#console.status(),
    });
    this.#parts = [
      this.#console,
      this.mining,
      this.#idle,
      this.#update,
      this.chain,
      this.proofs,
      this.#attestation,
      this.network,
      this.#commands,
      this.node,
      this.status,
    ];
  }

  begin(): void {
    const { node, device, missing } = this.node.report();
    const reset = this.#platform.resetReason ?? 'unknown';
    this.#console.banner({ ...this.version(), boot: this.#boot, reset, node, device, missing });
    for (const warning of this.#configuration.warnings) this.#console.notice('warn', 'settings', warning);
    for (const part of this.#parts) part.start?.();
    this.#tickTimer = this.#platform.setTimer(TICK_MS, this.#tick);
    this.mining.search(() => this.node.connect());
  }

  stop(): void {
    this.#platform.clearTimer(this.#tickTimer);
    for (const part of this.#parts) part.stop?.();
  }

  readonly #tick = (): void => {
    this.#tickTimer = this.#platform.setTimer(TICK_MS, this.#tick);
    // By index: an iterator would be garbage, every second.
    for (let i = 0; i < this.#parts.length; i++) this.#parts[i]!.tick?.();
  };

  // What the source of work reports: methods, since each function in a separate object is 100 bytes of a board's heap

  connected(): void {
    for (const part of this.#parts) part.connected?.();
  }

  disconnected(): void {
    for (let i = this.#parts.length - 1; i >= 0; i--) this.#parts[i]!.disconnected?.();
  }

  jobComing(bytes: number): void {
    // There is no room for both; the node offers it again, later each time.
    if (bytes > LARGE_JOB) this.#attestation.offerComing();
    this.chain.jobComing(bytes);
  }

  /** To the gate, and from there to the miner. */
  job(received: ReceivedJob): void {
    this.#update.reached();
    this.chain.job(received);
  }

  verdict(verdict: ShareVerdict): void {
    this.mining.verdict(verdict);
  }

  // What a trusted node reports besides

  headers(message: HeadersView, tip: boolean): void {
    if (tip || !this.proofs.headers(message)) this.chain.headers(message, tip);
  }

  proof(proof: Proof): void {
    this.proofs.proof(proof);
  }

  wants(kind: 'offer' | 'proof' | 'chunk'): boolean {
    if (kind === 'proof') return this.proofs.waits;
    return kind === 'chunk' ? this.#update.loading : this.chain.waitingJob <= LARGE_JOB;
  }

  offerComing(): void {
    this.#attestation.offerComing();
  }

  offer(offer: Offer): void {
    this.#attestation.offer(offer);
  }

  command(command: Command): void {
    this.#update.reached();
    this.#commands.command(command);
  }

  update(announcement: Announcement, secure: boolean): void {
    this.#update.reached();
    this.#update.announce(announcement, secure);
  }

  chunk(chunk: Chunk): void {
    this.#update.chunk(chunk);
  }

  order(): { readonly device: string; readonly boot: string; readonly owner: string } {
    return { device: this.node.names.device, boot: this.#boot, owner: this.#values['owner.key'] };
  }

  #hello(): Hello {
    const { name, firmware } = this.#platform;
    const key = this.#attestation.publicKey();
    const { rate } = this.mining;
    return {
      boot: this.#boot,
      board: name,
      firmware,
      rate,
      versionRolling: true,
      pools: true,
      ...(key && { key }),
    };
  }

  // What the console asks

  report(): BoardReport {
    const report: BoardReport = {
      ...NOTHING_REPORTED,
      boot: this.#boot,
      uptime: Math.floor((this.#platform.monotonic() - this.#startedAt) / 1000),
      memory: this.#platform.memory(),
      system: this.#platform.systemMemory?.(),
      flashWrites: flashWrites(),
    };
    for (let i = 0; i < this.#parts.length; i++) Object.assign(report, this.#parts[i]!.report?.());
    return report;
  }

  statusLines(): readonly string[] {
    return jsonLines({ reply: 'status', ok: true }, reportFields(this.report()));
  }

  displaySettings(): DimmerSettings {
    return dimmerSettings(this.#values);
  }

  start(): string | undefined {
    this.mining.release('user');
    this.mining.release('node'); // whoever is at the board has the last word
    return this.mining.whyNot();
  }

  stopMining(): string | undefined {
    this.mining.hold('user');
    return undefined;
  }

  bench(seconds: number, listener: BenchListener): string | undefined {
    return this.mining.bench(seconds, listener);
  }

  selftest(): string | undefined {
    return this.mining.selftest();
  }

  prove(txid: Uint8Array, form: ProofForm, listener: ProofListener): string | undefined {
    return this.proofs.begin(txid, form, listener);
  }

  forgetChain(): string | undefined {
    return this.chain.forget();
  }

  startUpdate(): string | undefined {
    return this.#update.install();
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
    for (const part of this.#parts) part.configure?.(this.#values, keys);
  }

  quit(): string | undefined {
    const { quit } = this.#platform;
    if (quit === undefined) return 'a board has no program to end; Ctrl-] leaves mite console';
    this.#platform.setTimer(GOODBYE_MS, () => quit());
    return undefined;
  }
}

function notStarted(): never {
  throw new Error('the board was not started');
}
