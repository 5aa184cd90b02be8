/**
 * The upstream `bitcoin`: templates from the owner's Bitcoin node, and blocks to it. The state machine decides what to
 * do next; this carries it out.
 */
import { join } from 'node:path';
import { bytesToHex, equalBytes, hashToDisplay } from '../../../firmware/domain/bytes.js';
import { sha256d } from '../../../firmware/domain/hash.js';
import { HEADER_LENGTH } from '../../../firmware/domain/header.js';
import type { NetworkRules } from '../../../firmware/domain/networks.js';
import { problemOf } from '../../../programs/problems.js';
import type { Clock } from '../../common/clock.js';
import type { Logger } from '../../common/logger.js';
import type { Admit, ChainTip, SubmitBlockResult, Template, Upstream } from '../../ports/upstream.js';
import { MAX_HEADERS, UpstreamAway } from '../../ports/upstream.js';
import { RpcFailure } from './failure.js';
import { HeaderStore } from './header-store.js';
import { followHeaders } from './headers.js';
import { Outbox } from './outbox.js';
import type { RpcClient } from './rpc.js';
import { type BlockTemplate, blockTemplate, chainInfo, TEMPLATE_BYTES } from './schemas.js';
import { type UpstreamCommand, type UpstreamEvent, UpstreamMachine, type UpstreamState } from './state.js';
import { type CheckedTemplate, TemplateChecker } from './template.js';
import { BadTemplate, type KnownTransaction } from './transactions.js';

/** How long after it was fetched a template is given out without polling again, ms. */
const RECENT_MS = 1_000;
/** And how long after the RPC node last confirmed its tip: as long as boards work without a node, ms. */
export const FRESH_MS = 120_000;
/** A long poll may take as long as nothing happens; polling shows that the node is still there. */
const LONGPOLL_MS = 86_400_000;

export interface BitcoinOptions {
  readonly rules: NetworkRules;
  /** The data directory: headers and found blocks. */
  readonly data: string;
  readonly rpc: RpcClient;
  /** These are offered found blocks too. */
  readonly others: readonly RpcClient[];
  readonly log: Logger;
  /** Seconds since 1970. */
  readonly clock: Clock;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Called once for each change of the RPC node's state. */
  readonly onState?: (state: UpstreamState, reason: string) => void;
}

export class BitcoinUpstream implements Upstream {
  private readonly machine: UpstreamMachine;
  private readonly checker = new TemplateChecker();
  private readonly store: HeaderStore;
  private readonly outbox: Outbox;
  private readonly tipListeners = new Set<(tip: ChainTip) => void>();
  private readonly poolListeners = new Set<() => void>();
  private checked: CheckedTemplate | undefined;
  /** When the template was fetched, and when its tip was confirmed last; monotonic ms. */
  private fetchedAt = Number.NEGATIVE_INFINITY;
  private confirmedAt = Number.NEGATIVE_INFINITY;
  private shownTip: ChainTip;
  /** What is under way for the machine. */
  private activity: Promise<void> = Promise.resolve();
  /** Templates are taken one after the other. */
  private taking: Promise<unknown> = Promise.resolve();
  private longpoll: AbortController | undefined;
  private closed = false;

  /** @throws Error when the data directory cannot be used */
  constructor(private readonly options: BitcoinOptions) {
    const { rules, data, rpc, others, log, now } = options;
    this.machine = new UpstreamMachine(rules);
    this.store = HeaderStore.open(join(data, 'headers.bin'), rules);
    this.outbox = new Outbox(data, rpc, others, log, now);
    const { genesis } = rules;
    this.shownTip = this.storeTip() ?? {
      hash: genesis.hash,
      height: 0,
      header: genesis.header,
      time: genesis.header.time,
    };
  }

  get network(): NetworkRules {
    return this.options.rules;
  }

  /** The state of the RPC node. */
  get state(): { readonly state: UpstreamState; readonly reason: string } {
    return { state: this.machine.state, reason: this.machine.reason };
  }

  tip(): ChainTip {
    return this.shownTip;
  }

  onTip(listener: (tip: ChainTip) => void): () => void {
    this.tipListeners.add(listener);
    return () => this.tipListeners.delete(listener);
  }

  onMempool(listener: () => void): () => void {
    this.poolListeners.add(listener);
    return () => this.poolListeners.delete(listener);
  }

  async headers(from: number, count: number): Promise<Uint8Array[]> {
    return this.store.headers(from, Math.min(count, MAX_HEADERS));
  }

  async poll(): Promise<void> {
    this.on({ kind: 'tick' });
  }

  /** @throws UpstreamAway when there is none to be had: the RPC node is not ready, or has been gone for too long */
  async template(_now: number, admit?: Admit): Promise<Template> {
    if (this.options.now() - this.fetchedAt > RECENT_MS) {
      this.on({ kind: 'wanted' });
      await this.activity;
    }
    const { checked } = this;
    const fresh = this.options.now() - this.confirmedAt <= FRESH_MS;
    if (checked === undefined || !fresh || !equalBytes(checked.template.previousHash, this.shownTip.hash))
      throw new UpstreamAway(
        `the Bitcoin node: ${this.machine.state}${this.machine.reason && `: ${this.machine.reason}`}`,
      );
    return this.checker.admitted(checked, admit);
  }

  async submitBlock(raw: Uint8Array): Promise<SubmitBlockResult> {
    const hash = sha256d(raw.subarray(0, HEADER_LENGTH));
    const display = hashToDisplay(hash);
    // Nobody would build on a second one.
    if (this.ownChild(raw.subarray(4, 36)) !== undefined && this.heightOf(display) === undefined)
      return { status: 'side', height: this.store.height, hash };
    const verdict = await this.outbox.submit(raw).catch(error => {
      throw error instanceof RpcFailure ? new UpstreamAway(`the Bitcoin node: ${error.message}`) : error;
    });
    const fields = { hash: display, node: this.options.rpc.place };
    if (verdict.kind === 'refused') {
      this.options.log.error({ ...fields, reason: verdict.reason }, 'the Bitcoin node refused a block');
      return { status: 'invalid', hash, reason: verdict.reason };
    }
    // Its value follows from its place in the chain.
    await this.exclusive(() => this.refresh()).catch(error => {
      if (error instanceof RpcFailure) throw new UpstreamAway(`the Bitcoin node: ${error.message}`);
      this.options.log.debug({ reason: String(error) }, 'no template after a block');
    });
    const height = this.heightOf(display);
    return height === undefined
      ? { status: 'side', height: this.shownTip.height, hash }
      : { status: 'connected', height, hash };
  }

  /** Of the present template, all that the RPC node put into it, and when it made it. */
  get candidates(): { readonly transactions: readonly KnownTransaction[]; readonly time: number } {
    const { checked } = this;
    return { transactions: checked?.transactions ?? [], time: checked?.template.time ?? 0 };
  }

  hasOwnBlockOn(parent: Uint8Array): boolean {
    return this.ownChild(parent) !== undefined;
  }

  /** The block of this node that stands on `parent` in the best chain, as people read it. */
  private ownChild(parent: Uint8Array): string | undefined {
    const height = this.heightOf(hashToDisplay(parent));
    const child = height === undefined ? undefined : this.store.hashAt(height + 1);
    return child !== undefined && this.outbox.has(child) ? child : undefined;
  }

  /** Of a block near the tip of the best chain. @param display its hash as people read it */
  heightOf(display: string): number | undefined {
    for (let height = this.store.height; height > this.store.height - 100; height--)
      if (this.store.hashAt(height) === display) return height;
    return undefined;
  }

  private storeTip(): ChainTip | undefined {
    const { tip } = this.store;
    return tip && { ...tip, time: tip.header.time };
  }

  private on(event: UpstreamEvent): void {
    if (this.closed) return;
    for (const command of this.machine.on(event, this.options.now())) this.carryOut(command);
  }

  private carryOut(command: UpstreamCommand): void {
    switch (command.kind) {
      case 'look':
        this.activity = this.attempt(() => this.look());
        break;
      case 'refresh':
        this.activity = this.attempt(async () => {
          await this.exclusive(() => this.refresh());
          this.on({ kind: 'refreshed' });
        });
        break;
      case 'longpoll':
        void this.pollLong();
        break;
      case 'endLongpoll':
        this.longpoll?.abort();
        break;
      case 'tell': {
        const { state, reason } = command;
        const fields = { node: this.options.rpc.place, ...(reason === '' ? {} : { reason }) };
        if (state === 'ready') this.options.log.info(fields, 'the Bitcoin node is ready');
        else this.options.log.warn(fields, `the Bitcoin node: ${state}`);
        this.options.onState?.(state, reason);
      }
    }
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.closed) return;
      if (error instanceof RpcFailure) this.on({ kind: 'failed', failure: error });
      else if (error instanceof BadTemplate) this.on({ kind: 'broken', reason: error.message });
      else {
        this.options.log.error({ err: error }, 'the Bitcoin node could not be followed');
        const storage = (error as NodeJS.ErrnoException).syscall !== undefined;
        const reason = storage ? `headers could not be stored: ${problemOf(error)}` : 'a fault, see the log';
        this.on({ kind: 'broken', reason: `this node: ${reason}` });
      }
    }
  }

  private async look(): Promise<void> {
    const info = await this.options.rpc.call('getblockchaininfo', [], chainInfo);
    const known = info.bestblockhash === hashToDisplay(this.shownTip.hash) && this.checked !== undefined;
    if (known && this.machine.state === 'ready') this.confirmedAt = this.options.now();
    const own = this.activity;
    this.on({ kind: 'looked', info, known });
    // The rest belongs to it: a request for a template waits for both.
    if (this.activity !== own) await this.activity;
  }

  /** Waits for earlier ones, whatever became of them. */
  private exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.taking.then(work, work);
    this.taking = result.catch(() => {});
    return result;
  }

  private request(longpollId?: string): Record<string, unknown> {
    const rules = this.options.rules.name === 'signet' ? ['segwit', 'signet'] : ['segwit'];
    return longpollId === undefined ? { rules } : { rules, longpollid: longpollId };
  }

  private async refresh(): Promise<void> {
    const raw = await this.fetch();
    await this.take((await this.restore(raw.previousblockhash)) ? await this.fetch() : raw);
  }

  private fetch(): Promise<BlockTemplate> {
    const limits = { maxBytes: TEMPLATE_BYTES };
    return this.options.rpc.call('getblocktemplate', [this.request()], blockTemplate, limits);
  }

  /**
   * An RPC node that was killed has forgotten its newest blocks: those that were found here are handed in again.
   * @param best its newest block
   * @returns whether it took any
   */
  private async restore(best: string): Promise<boolean> {
    const height = this.heightOf(best);
    if (height === undefined || height === this.store.height) return false;
    const lost: string[] = [];
    for (let at = height + 1; at <= this.store.height; at++) lost.push(this.store.hashAt(at)!);
    return this.outbox.restore(lost);
  }

  /** Makes a template the current one. */
  private async take(raw: BlockTemplate): Promise<void> {
    const { rpc, rules, log, clock, now } = this.options;
    const { store } = this;
    const begun = store.height;
    await followHeaders(rpc, store, raw.previousblockhash, height => {
      if (height - begun >= 10_000) log.debug({ height }, 'headers fetched');
    });
    const before = this.checked;
    this.checked = this.checker.check(raw, { rules, ...store.context(store.height) }, clock());
    this.fetchedAt = now();
    this.confirmedAt = this.fetchedAt;
    const tip = this.storeTip()!;
    if (!equalBytes(tip.hash, this.shownTip.hash) || before === undefined) {
      this.shownTip = tip;
      for (const listener of this.tipListeners) listener(tip);
    } else if (commitmentOf(before) !== commitmentOf(this.checked))
      for (const listener of this.poolListeners) listener();
  }

  private async pollLong(): Promise<void> {
    const { rpc } = this.options;
    const id = this.checked?.longpollId;
    const abort = new AbortController();
    this.longpoll = abort;
    try {
      const limits = { timeoutMs: LONGPOLL_MS, maxBytes: TEMPLATE_BYTES, signal: abort.signal };
      const raw = await rpc.call('getblocktemplate', [this.request(id)], blockTemplate, limits);
      await this.exclusive(() => this.take(raw));
      this.on({ kind: 'longpolled' });
    } catch {
      this.on({ kind: 'longpollFailed' });
    }
  }

  /** Gives up what is under way. */
  async close(): Promise<void> {
    this.closed = true;
    this.longpoll?.abort();
    await this.activity;
    await this.taking;
    this.store.close();
  }
}

function commitmentOf({ template }: CheckedTemplate): string {
  return bytesToHex(template.witnessCommitment);
}
