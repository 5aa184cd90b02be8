/**
 * The upstream `pool`: this node is one worker of a pool (Stratum V1). Jobs come down, shares that meet their job's target go
 * up; no headers, no transactions, no balance. The connection in use, and one to the first pool of the list beside it while
 * a later one is in use.
 */
import { bytesToHex, equalBytes } from '../../../firmware/domain/bytes.js';
import type { NetworkRules } from '../../../firmware/domain/networks.js';
import type { PoolJob, SessionCommand } from '../../../firmware/protocol/stratum/session.js';
import { problemOf } from '../../../programs/problems.js';
import type { Logger } from '../../common/logger.js';
import {
  type RelayedWork,
  type ShareRelay,
  type SubmitBlockResult,
  type Upstream,
  UpstreamAway,
  type UpstreamTip,
} from '../../ports/upstream.js';
import { PoolConnection } from './connection.js';
import { type Attempt, Failover } from './failover.js';
import { keyOf, type PoolOptions, placeOf } from './pool.js';
import type { Sender } from './sender.js';
import { BadJob, workOf } from './work.js';

/** How long miners go on with the last job when the pool is gone: as long as boards work without a node, ms. */
export const FRESH_MS = 120_000;
/** A pool that sends jobs faster is not followed faster, ms. */
const SPACING_MS = 100;

export type PoolState = 'connecting' | 'ready' | 'gone' | 'refused';

export interface PoolUpstreamOptions {
  readonly rules: NetworkRules;
  /** In the order in which they are wanted; at least one. */
  readonly pools: readonly PoolOptions[];
  readonly agent: string;
  /** Suggested to the pool, a decimal; undefined: it decides. */
  readonly difficulty: string | undefined;
  /** The owner's output script, if it is known. */
  readonly script: Uint8Array | undefined;
  /** A pool whose coinbase does not pay that script is not worked for. */
  readonly requirePayout: boolean;
  readonly sender: Sender;
  /** The session of an earlier connection, by pool: with it some pools give the same extranonce again. */
  readonly sessions: {
    load(key: string): string;
    save(key: string, session: string): void;
  };
  readonly log: Logger;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** 0 up to 1. */
  readonly random: () => number;
  /** Something of {@link PoolUpstream.status} has changed. */
  readonly onStatus?: (() => void) | undefined;
  /** The state has changed. */
  readonly onState?: ((state: PoolState, reason: string) => void) | undefined;
}

interface Link {
  readonly index: number;
  readonly pool: PoolOptions;
  readonly connection: PoolConnection;
  /** Its first job was usable. */
  working: boolean;
}

export class PoolUpstream implements Upstream {
  readonly relay: ShareRelay;
  private readonly failover: Failover;
  private link: Link | undefined;
  /** To the first pool, while a later one is in use. */
  private beside: Link | undefined;
  private attempt: Attempt;
  /** Pools that ended a connection on what they did not know. */
  private readonly plain = new Set<number>();
  /** Where a pool wants its next connection. */
  private redirect: { readonly index: number; readonly port: number | undefined } | undefined;
  private work: RelayedWork | undefined;
  /** When it came, and when the pool was last known to be there; monotonic ms. */
  private workAt = 0;
  private epoch = 0;
  private state: PoolState = 'connecting';
  private reason = '';
  private malformed = 0;
  private readonly tipListeners = new Set<(tip: UpstreamTip) => void>();
  private readonly workListeners = new Set<() => void>();
  private readonly voidListeners = new Set<() => void>();
  private shownTip: UpstreamTip;
  private told: { parent: string; epoch: number; at: number } = { parent: '', epoch: 0, at: 0 };
  private timer: NodeJS.Timeout | undefined;
  private badJob = '';
  private closed = false;

  constructor(private readonly options: PoolUpstreamOptions) {
    const { rules, pools, random, now, sender } = options;
    this.failover = new Failover(pools.length, random);
    this.attempt = this.failover.begin(now());
    const { genesis } = rules;
    this.shownTip = { hash: genesis.hash, height: 0, header: undefined, time: genesis.header.time };
    this.relay = { wake: () => sender.wake() };
  }

  get network(): NetworkRules {
    return this.options.rules;
  }

  tip(): UpstreamTip {
    return this.shownTip;
  }

  onTip(listener: (tip: UpstreamTip) => void): () => void {
    this.tipListeners.add(listener);
    return () => this.tipListeners.delete(listener);
  }

  onMempool(listener: () => void): () => void {
    this.workListeners.add(listener);
    return () => this.workListeners.delete(listener);
  }

  onVoid(listener: () => void): () => void {
    this.voidListeners.add(listener);
    return () => this.voidListeners.delete(listener);
  }

  async headers(): Promise<Uint8Array[]> {
    return [];
  }

  async submitBlock(): Promise<SubmitBlockResult> {
    throw new Error('a pool takes shares, no blocks');
  }

  async template(): Promise<RelayedWork> {
    const { work } = this;
    const age = this.options.now() - this.workAt;
    if (work === undefined || (this.link?.working !== true && age > FRESH_MS))
      throw new UpstreamAway(`the pool: ${this.state}${this.reason && `: ${this.reason}`}`);
    const time = Math.min(work.time + Math.floor(Math.max(0, age) / 1000), work.maxTime);
    return { ...work, time };
  }

  /** How it stands with the pool. */
  get status() {
    const { pools } = this.options;
    const index = this.link?.index ?? this.attempt.index;
    const pool = pools[index]!;
    return {
      place: placeOf(pool),
      user: pool.user,
      index,
      count: pools.length,
      state: this.state,
      reason: this.reason,
      malformed: this.malformed,
      work: this.work,
    };
  }

  async poll(): Promise<void> {
    if (this.closed) return;
    const { now } = this.options;
    this.link?.connection.tick();
    this.beside?.connection.tick();
    const moment = now();
    if (this.link === undefined && moment >= this.attempt.at) this.link = this.connect(this.attempt.index);
    else if (this.beside === undefined && this.link?.working && this.failover.returnDue(moment))
      this.beside = this.connect(0);
  }

  /** Undefined when there was not even anything to try with: that counts as a failure. */
  private connect(index: number): Link | undefined {
    const { pools, agent, difficulty, sessions, now } = this.options;
    const pool = pools[index]!;
    const port = this.redirect?.index === index ? this.redirect.port : undefined;
    this.redirect = undefined;
    const link = { index, pool, working: false } as Omit<Link, 'connection'> & { connection: PoolConnection };
    try {
      link.connection = new PoolConnection(
        pool,
        port,
        { agent, difficulty, plain: this.plain.has(index), resume: sessions.load(keyOf(pool)) },
        {
          now,
          on: command => this.on(link, command),
          closed: (reason, refused) => this.onClosed(link, reason, refused),
        },
      );
      return link;
    } catch (error) {
      this.lost(link, problemOf(error), true);
      return undefined;
    }
  }

  private on(link: Link, command: SessionCommand): void {
    const { log, sessions, sender } = this.options;
    const place = { pool: placeOf(link.pool) };
    switch (command.kind) {
      case 'ready':
        sessions.save(keyOf(link.pool), command.session);
        sender.connected(keyOf(link.pool), command.extranonce.extranonce1);
        break;
      case 'job':
        this.onJob(link, command.job);
        break;
      case 'accepted':
        sender.answered(command.token, undefined, '');
        break;
      case 'rejected':
        sender.answered(command.token, command.reject, command.text);
        break;
      case 'malformed':
        if (link.connection.malformed <= 1)
          log.warn({ ...place, reason: command.reason }, 'malformed line of the pool');
        this.malformed++;
        break;
      case 'tell':
        log.info({ ...place, text: command.text }, 'the pool says');
        break;
      case 'reconnect':
        this.onReconnect(link, command);
    }
  }

  private onReconnect(link: Link, { host, port, wait }: SessionCommand & { kind: 'reconnect' }): void {
    const { log, now } = this.options;
    const place = { pool: placeOf(link.pool) };
    if (host !== undefined && host.toLowerCase() !== link.pool.host.toLowerCase()) {
      log.warn({ ...place, host }, 'the pool wants this node on another host: not followed');
      return;
    }
    log.info({ ...place, wait }, 'the pool wants a new connection');
    link.connection.close();
    if (this.beside === link) {
      this.beside = undefined;
      return;
    }
    if (this.link !== link) return;
    this.link = undefined;
    this.options.sender.disconnected();
    this.redirect = { index: link.index, port };
    this.attempt = { index: link.index, at: now() + wait * 1000 };
    this.tell('connecting', 'the pool wants a new connection');
  }

  private onJob(link: Link, job: PoolJob): void {
    const { rules, script, requirePayout, log, now } = this.options;
    const pool = keyOf(link.pool);
    let work: RelayedWork;
    try {
      const renewed = job.job.clean || !this.follows(pool, job);
      work = workOf(job, { rules, pool, script, epoch: this.epoch + (renewed ? 1 : 0) });
      this.badJob = '';
    } catch (error) {
      if (!(error instanceof BadJob)) throw error;
      this.malformed++;
      const reason = `it sends ${error.message}`;
      if (reason !== this.badJob)
        log.warn({ pool: placeOf(link.pool), reason }, 'a job of the pool cannot be used');
      this.badJob = reason;
      return;
    }
    if (requirePayout && (work.owned ?? 0n) === 0n) {
      link.connection.close();
      const tells = work.owned === undefined ? 'cannot be seen to pay' : 'does not pay';
      this.onClosed(link, `its coinbase ${tells} the owner (requirePayout)`, true);
      return;
    }
    if (link === this.beside) this.promote(link);
    if (link !== this.link) return;
    if (!link.working) {
      link.working = true;
      this.failover.connected(link.index, now());
    }
    this.epoch = work.relay.epoch;
    this.work = work;
    this.workAt = now();
    this.tell('ready', '');
    this.announce();
    this.options.sender.attach(link.connection, work);
    this.options.onStatus?.();
  }

  /** Whether shares of the job in hand are still worth something once this one has come. */
  private follows(pool: string, { job, extranonce1, extranonce2Size }: PoolJob): boolean {
    const { work } = this;
    if (work === undefined) return false;
    const { relay, previousHash } = work;
    const { zeros, miners, own } = relay.space;
    return (
      relay.pool === pool &&
      equalBytes(relay.extranonce1, extranonce1) &&
      zeros + miners + own === extranonce2Size &&
      equalBytes(previousHash, job.previousHash)
    );
  }

  /** The first pool works again. */
  private promote(link: Link): void {
    const { log } = this.options;
    log.info({ pool: placeOf(link.pool) }, 'back at the first pool');
    this.link?.connection.close();
    this.options.sender.disconnected();
    this.link = link;
    this.beside = undefined;
  }

  /** Tells miners of the newest job, at a bounded rate. */
  private announce(): void {
    if (this.timer !== undefined || this.closed) return;
    const wait = this.told.at + SPACING_MS - this.options.now();
    if (wait > 0) {
      this.timer = setTimeout(() => {
        this.timer = undefined;
        this.announce();
      }, wait);
      return;
    }
    const work = this.work!;
    const parent = bytesToHex(work.previousHash);
    const old = this.told;
    this.told = { parent, epoch: this.epoch, at: this.options.now() };
    if (parent !== old.parent) {
      this.shownTip = {
        hash: work.previousHash,
        height: work.height - 1,
        header: undefined,
        time: work.time,
      };
      for (const listener of this.tipListeners) listener(this.shownTip);
    } else if (this.epoch !== old.epoch) for (const listener of this.voidListeners) listener();
    else for (const listener of this.workListeners) listener();
  }

  private onClosed(link: Link, reason: string, refused: boolean): void {
    if (this.closed) return;
    const { session, malformed } = link.connection;
    // It may have ended the connection on the first request that it does not know.
    if (!refused && session.step === 'configuring' && malformed === 0 && !this.plain.has(link.index)) {
      this.plain.add(link.index);
      if (this.beside === link) this.beside = this.connect(link.index);
      else if (this.link === link) this.link = this.connect(link.index);
      return;
    }
    this.lost(link, reason, refused);
  }

  private lost(link: Pick<Link, 'index' | 'pool'>, reason: string, refused: boolean): void {
    const { now, log, sender } = this.options;
    if (this.beside === link) {
      this.beside = undefined;
      this.failover.notYet(now());
      log.debug({ pool: placeOf(link.pool), reason }, 'the first pool does not work yet');
      return;
    }
    if (this.link !== undefined && this.link !== link) return;
    if (this.beside !== undefined) {
      this.beside.connection.close();
      this.beside = undefined;
    }
    this.link = undefined;
    sender.disconnected();
    this.attempt = this.failover.failed(link.index, now());
    this.tell(refused ? 'refused' : 'gone', `${placeOf(link.pool)}: ${reason}`);
  }

  private tell(state: PoolState, reason: string): void {
    if (state === this.state && reason === this.reason) return;
    const { log, onState } = this.options;
    this.state = state;
    this.reason = reason;
    const { place, index, count } = this.status;
    const fields = { pool: place, ...(reason === '' ? {} : { reason }) };
    if (state === 'ready') log.info({ ...fields, place: `${index + 1} of ${count}` }, 'the pool is ready');
    else log.warn(fields, `the pool: ${state}`);
    onState?.(state, reason);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.link?.connection.close();
    this.beside?.connection.close();
    this.options.sender.disconnected();
    await this.options.sender.close();
  }
}
