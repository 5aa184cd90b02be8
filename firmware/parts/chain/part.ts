/**
 * The checks before work on this board: the header chain, and the jobs that build on it. Nothing unchecked reaches the
 * miner.
 */

import type { AcceptedJob } from '../../domain/accepted-job.js';
import { hashToDisplay } from '../../domain/bytes.js';
import type { ChainPoint } from '../../domain/chain-point.js';
import { messageOf } from '../../domain/message-of.js';
import { NETWORKS, type NetworkRules } from '../../domain/networks.js';
import type { RefusalReason } from '../../domain/refusal.js';
import type { Tell } from '../../ports/notice.js';
import type { Part } from '../../ports/part.js';
import type { Platform } from '../../ports/platform.js';
import type { BoardReport, ChainReport } from '../../ports/report.js';
import type { ReceivedJob } from '../../ports/work-source.js';
import type { HeadersView } from '../../protocol/mite/headers.js';
import { ChainFollower } from './follower.js';
import { type GateCommand, JobGate } from './job-gate.js';
import { type OwnersPolicy, ownersPolicy, parseCheckpoint } from './policy.js';
import type { ChainValues } from './settings.js';

export interface ChainHost {
  /** What passed all checks, for the miner. */
  accept(job: AcceptedJob, receivedAt: number): void;
  /** Jobs that build on this header (32 bytes, internal order) are over. */
  over(parent: Uint8Array): void;
  /** The node was caught: the board stops working on anything it gave. */
  refused(): void;
  readonly notice: Tell;
  /** Seconds since 1970, unless they come from the node itself. */
  clock(): number | undefined;
  /** Work on a job begins. @param time the node's clock now, seconds since 1970 */
  nodeTime(time: number): void;
  /** Asks the node for headers. */
  request(from: number, count: number): void;
  /** The verified tip has changed. */
  moved(tip: ChainPoint, reorganised: boolean): void;
  /** What `report` gives has changed in a way that the node and the console should hear about. */
  changed(): void;
}

/** The most announcements that may wait at once, 80 bytes each; only one answer ever waits. */
const MAX_TIPS = 4;
/** In place of a record. */
const FORGOTTEN = Uint8Array.of(0);

export class ChainPart implements Part<ChainValues> {
  readonly rules: NetworkRules;
  readonly #platform: Platform;
  readonly #host: ChainHost;
  readonly #chain: ChainFollower;
  readonly #gate: JobGate;
  readonly #refusals: Partial<Record<RefusalReason, number>> = {};
  /** Why the newest job is not worked on, or ''. */
  #jobRefusal: { readonly reason: RefusalReason; readonly text: string } | undefined;
  #chainRefusal: { readonly reason: RefusalReason; readonly text: string } | undefined;
  /** The owner wants to start over: nothing more is stored in this boot. */
  #forgotten = false;
  /** Waits for an empty stack. */
  #newJob: ReceivedJob | undefined;
  #jobWaits = false;
  #jobBytes = 0;
  /** These wait too: an answer, announcements, and what nobody asked for. */
  #answered = false;
  #tips = 0;
  #unasked = 0;
  #timers = new Set<number>();
  /** The newest job is a pool's. */
  #poolJob = false;
  /** Mines such jobs without a chain: nothing is asked for, and nothing that is not shown is held against the node. */
  #shelved = false;
  #policy: OwnersPolicy;

  constructor(platform: Platform, values: ChainValues, host: ChainHost) {
    this.#platform = platform;
    this.#host = host;
    this.rules = NETWORKS[values['chain.network']];
    const checkpoint = parseCheckpoint(values['chain.checkpoint']) ?? this.rules.checkpoint;
    this.#chain = new ChainFollower(this.rules, checkpoint, this.#load());
    const chain = this.#chain;
    const isRefused = (): boolean => this.#isRefused();
    this.#policy = ownersPolicy(values);
    this.#gate = new JobGate(
      this.rules,
      {
        find: hash => chain.find(hash),
        get refused() {
          return isRefused();
        },
      },
      this.#policy,
    );
  }

  connected(): void {
    this.#step({ kind: 'connected' });
  }

  #isRefused(): boolean {
    if (this.#chain.view().state !== 'refused') return false;
    return !(this.#shelved && this.#chainRefusal?.reason === 'withheld');
  }

  #shelve(): void {
    const shelved = this.#poolJob && this.#policy.unverified === true;
    if (shelved === this.#shelved) return;
    this.#shelved = shelved;
    this.#step({ kind: shelved ? 'disconnected' : 'connected' });
  }

  disconnected(): void {
    this.#newJob = undefined;
    this.#poolJob = false;
    this.#shelved = false;
    this.#gate.disconnected();
    this.#step({ kind: 'disconnected' });
  }

  /** Bytes of a job that has come and is not judged yet; 0: none. */
  get waitingJob(): number {
    return this.#jobWaits ? this.#jobBytes : 0;
  }

  /** A job is about to be copied: a heap has room for the searched one and the newest, so those between are given up. */
  jobComing(bytes: number): void {
    this.#jobBytes = bytes;
    this.#newJob = undefined;
    this.#gate.superseded();
  }

  /** Of several that arrive at once the newest counts: what waits is bounded. */
  job(received: ReceivedJob): void {
    this.#newJob = received;
    if (this.#jobWaits) return;
    this.#jobWaits = true;
    this.#soon(() => {
      const newest = this.#newJob;
      this.#jobWaits = false;
      this.#newJob = undefined;
      if (newest === undefined) return;
      this.#poolJob = newest.job.pool === true;
      this.#shelve();
      this.#execute(this.#gate.job(newest, this.#now(), this.#host.clock()));
    });
  }

  /** Copies nothing that will not be looked at: a node may send faster than this board hashes. */
  headers(message: HeadersView, isTip: boolean): void {
    if (isTip) this.#onTip(message);
    else if (this.#answered || !this.#chain.expects(message.startHeight, message.count)) this.#onUnasked();
    else {
      const { startHeight } = message;
      const headers = message.read();
      this.#answered = true;
      this.#soon(() => {
        this.#answered = false;
        this.#step({ kind: 'headers', startHeight, headers });
      });
    }
  }

  #onTip(message: HeadersView): void {
    const header = message.last();
    if (header === undefined || this.#chain.flooded(this.#now())) return;
    if (this.#tips >= MAX_TIPS) {
      this.#onUnasked();
      return;
    }
    this.#tips++;
    this.#soon(() => {
      this.#tips--;
      this.#step({ kind: 'tip', height: message.startHeight + message.count - 1, header });
    });
  }

  #onUnasked(): void {
    this.#unasked++;
    if (this.#unasked > 1) return;
    this.#soon(() => {
      const count = this.#unasked;
      this.#unasked = 0;
      this.#step({ kind: 'unasked', count });
    });
  }

  tick(): void {
    this.#step({ kind: 'tick' });
    const syncing = this.#chain.view().state === 'syncing';
    this.#execute(this.#gate.tick(this.#now(), syncing));
  }

  configure(values: ChainValues, changed: readonly string[]): void {
    if (!changed.some(key => key.startsWith('payout.') || key === 'chain.check')) return;
    // The console's dialog is deep in the stack when it stores settings.
    this.#soon(() => {
      this.#policy = ownersPolicy(values);
      this.#shelve();
      this.#execute(this.#gate.configure(this.#policy, this.#host.clock()));
    });
  }

  /** Before a restart: stores what is known. */
  stop(): void {
    for (const timer of this.#timers) this.#platform.clearTimer(timer);
    this.#timers.clear();
    this.#step({ kind: 'flush' });
  }

  /** Before a restart: makes the next boot begin at the checkpoint. @returns why it cannot */
  forget(): string | undefined {
    try {
      this.#platform.chainStorage.save(FORGOTTEN.slice());
    } catch (error) {
      return messageOf(error, 'storage failed');
    }
    this.#forgotten = true;
    return undefined;
  }

  /** Points of the verified chain, the tip first; none while it is not verified. */
  points(): readonly ChainPoint[] {
    return this.#chain.view().state === 'verified' ? this.#chain.points() : [];
  }

  get tip(): ChainPoint | undefined {
    return this.#chain.view().tip;
  }

  report(): Pick<BoardReport, 'chain'> {
    return { chain: this.#chainReport() };
  }

  #chainReport(): ChainReport {
    const { state, tip, target, anchorHeight } = this.#chain.view();
    const shelved = this.#shelved && !this.#isRefused();
    const refusal = (shelved ? undefined : this.#chainRefusal) ?? this.#jobRefusal;
    return {
      network: this.rules.name,
      state: shelved ? 'pool' : state,
      height: tip?.height,
      hash: tip && hashToDisplay(tip.hash),
      work: tip?.work.toString(),
      target,
      anchor: anchorHeight,
      payout: this.#gate.payout,
      refused: refusal?.reason,
      refusal: refusal?.text ?? '',
      refusals: { ...this.#refusals },
    };
  }

  #load(): Uint8Array | undefined {
    try {
      const record = this.#platform.chainStorage.load();
      return record?.length === FORGOTTEN.length ? undefined : record;
    } catch (error) {
      this.#host.notice(
        'warn',
        'chain',
        `the stored chain cannot be read: ${messageOf(error, 'storage failed')}`,
      );
      return undefined;
    }
  }

  #now(): number {
    return this.#platform.monotonic();
  }

  /** With an empty stack: checking is a long chain of calls, and messages come from deep inside the connection. */
  #soon(work: () => void): void {
    const timer = this.#platform.setTimer(0, () => {
      this.#timers.delete(timer);
      work();
    });
    this.#timers.add(timer);
  }

  #step(event: Parameters<ChainFollower['step']>[0]): void {
    for (const command of this.#chain.step(event, this.#now(), this.#host.clock())) {
      switch (command.kind) {
        case 'request':
          this.#host.request(command.from, command.count);
          break;
        case 'store':
          this.#store(command.record);
          break;
        case 'moved':
          this.#onMoved(command.tip, command.reorganised);
          break;
        case 'refused':
          this.#chainRefusal = command;
          this.#gate.caught();
          this.#refuse(command.reason, command.text);
          break;
        case 'verified':
          if (this.#chainRefusal !== undefined)
            this.#host.notice('info', 'chain', 'its chain is verified again: working for the node');
          this.#chainRefusal = undefined;
          this.#execute(this.#gate.moved(this.#now(), this.#host.clock()));
          this.#host.changed();
          break;
        case 'notice':
          this.#host.notice(command.level, 'chain', command.text);
          break;
      }
    }
  }

  #onMoved(tip: ChainPoint, reorganised: boolean): void {
    const { height } = tip;
    const hash = hashToDisplay(tip.hash);
    const text = `${reorganised ? 'reorganised to' : 'verified'} ${height} ${hash}`;
    this.#host.notice(reorganised ? 'info' : 'debug', 'tip', text, { height, hash, reorganised });
    this.#host.moved(tip, reorganised);
    this.#execute(this.#gate.moved(this.#now(), this.#host.clock()));
  }

  #store(record: Uint8Array): void {
    if (this.#forgotten) return;
    try {
      this.#platform.chainStorage.save(record);
    } catch (error) {
      this.#chain.unsaved();
      this.#host.notice(
        'error',
        'chain',
        `the verified chain was not stored: ${messageOf(error, 'storage failed')}`,
      );
    }
  }

  #execute(commands: readonly GateCommand[]): void {
    for (const command of commands) {
      switch (command.kind) {
        case 'accept':
          this.#jobRefusal = undefined;
          this.#host.accept(command.job, command.receivedAt);
          // Nobody vouches for a pool's clock.
          if (this.#gate.unverified) break;
          this.#host.nodeTime(command.job.time + Math.floor((this.#now() - command.receivedAt) / 1000));
          break;
        case 'refuse':
          this.#jobRefusal = command;
          this.#refuse(command.reason, command.text);
          break;
        case 'warn':
          this.#count(command.reason);
          this.#host.notice('warn', 'check', `mining anyway: ${command.text}`, {
            reason: command.reason,
          });
          break;
        case 'want':
          this.#step({ kind: 'wanted' });
          break;
        case 'over':
          this.#host.over(command.parent);
          break;
      }
    }
  }

  #count(reason: RefusalReason): void {
    this.#refusals[reason] = (this.#refusals[reason] ?? 0) + 1;
  }

  #refuse(reason: RefusalReason, text: string): void {
    this.#count(reason);
    this.#host.notice('error', 'check', `not working for the node: ${text}`, { reason });
    this.#host.refused();
    this.#host.changed();
  }
}
