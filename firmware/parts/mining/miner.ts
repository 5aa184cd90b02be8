/**
 * The miner: one state machine, one input method. Events in, commands out, no I/O and no clock.
 *
 * Rules it keeps, whatever the order of events:
 * - it never starts a search while paused, in fault, or before 'started';
 * - it never gives out the same (job template, extranonce2, version, time) twice, nor a version that another unit
 *   rolls inside (work.ts);
 * - it sends only what the check in TypeScript confirmed, and each share once, except after a reconnect or when its
 * result is overdue (the node answers a repeated share with the stored result; shares.ts);
 * - everything it remembers is bounded.
 */

import type { AcceptedJob } from '../../domain/accepted-job.js';
import { equalBytes } from '../../domain/bytes.js';
import type { Job } from '../../domain/job.js';
import type { HoldReason, MinerState, MinerStatus } from '../../ports/report.js';
import type { MinerCommand, MinerEvent } from './events.js';
import { MinerOutput } from './output.js';
import { RateWindow } from './rate.js';
import { Shares } from './shares.js';
import { lowestBits, WorkPlanner, type WorkUnit } from './work.js';

/** Without a connection a job is searched this long: about six devnet blocks, or a fifth of a Bitcoin block. */
export const OFFLINE_JOB_MS = 120_000;
/** With a connection: a live node sends a newer job long before that. */
export const ONLINE_JOB_MS = 3_600_000;
/** The header time follows the clock in steps of this many seconds, so that a slow board's blocks carry a true time. */
export const TIME_STEP_SECONDS = 10;
/** Units whose late candidates are still understood. */
const RECENT_UNITS = 4;

export class Miner {
  #state: MinerState = 'connecting';
  #started = false;
  #connected = false;
  #fault = '';
  readonly #holds: HoldReason[] = [];

  #job: AcceptedJob | undefined;
  /** When the node last confirmed this job, ms. */
  #jobConfirmedAt = 0;
  /** Its tip has passed, or its extranonces are used up: wait for another job. */
  #jobOver = false;

  readonly #planner = new WorkPlanner();
  #current: WorkUnit | undefined;
  #next: WorkUnit | undefined;
  #recent: WorkUnit[] = [];

  readonly #output = new MinerOutput();
  readonly #shares = new Shares(this.#output);
  readonly #rate = new RateWindow();
  /** Percent */
  #budget = 100;

  /** @param now ms of a clock that never goes back. @returns what to do, in this order. */
  step(event: MinerEvent, now: number): readonly MinerCommand[] {
    this.#take(event, now);
    this.#settle(now);
    return this.#output.take();
  }

  /** Why it refuses to mine, or ''. */
  get fault(): string {
    return this.#fault;
  }

  /** H/s over the last minute; 0 while nothing is searched. */
  get rate(): number {
    return this.#rate.rate();
  }

  /** The version bits that a search rolls; undefined without a job. */
  get versionMask(): number | undefined {
    return this.#job && lowestBits(this.#job.versionMask);
  }

  get pausedBy(): readonly HoldReason[] {
    return this.#holds;
  }

  status(now: number): MinerStatus {
    return {
      state: this.#state,
      connected: this.#connected,
      pausedBy: this.#holds.slice(),
      fault: this.#fault,
      jobId: this.#job?.id,
      height: this.#job?.height,
      jobAge: this.#job && Math.floor((now - this.#jobConfirmedAt) / 1000),
      rate: this.#state === 'mining' ? this.#rate.rate() : 0,
      counters: { ...this.#shares.counters },
      reasons: this.#shares.verdicts.refusals(),
      pending: this.#shares.pending,
      best: this.#shares.best.toString(),
    };
  }

  #take(event: MinerEvent, now: number): void {
    switch (event.kind) {
      case 'started':
        this.#started = true;
        break;
      case 'connected':
        this.#onConnected(now);
        break;
      case 'disconnected':
        this.#connected = false;
        this.#shares.disconnected();
        break;
      case 'job':
        this.#onJob(event.job, event.receivedAt);
        break;
      case 'over':
        if (this.#job && equalBytes(event.parent, this.#job.previousHash)) this.#leaveJob();
        break;
      case 'refused':
        if (this.#job) this.#leaveJob();
        break;
      case 'result':
        this.#shares.result(event.result);
        break;
      case 'candidate':
        this.#onCandidate(event.workId, event.nonce, event.versionBits, now);
        break;
      case 'exhausted':
        this.#onExhausted(event.workId, now);
        break;
      case 'lost':
        this.#shares.counters.lost += event.count;
        this.#output.notice('warn', 'search', `${event.count} candidates lost: the mailbox was full`);
        break;
      case 'tick':
        this.#onTick(event.hashes, now);
        break;
      case 'budget':
        if (event.percent !== this.#budget) this.#rate.restart();
        this.#budget = event.percent;
        break;
      case 'pause':
        if (!this.#holds.includes(event.by)) this.#holds.push(event.by);
        break;
      case 'resume':
        if (this.#holds.includes(event.by)) this.#holds.splice(this.#holds.indexOf(event.by), 1);
        break;
      case 'fault':
        if (this.#fault !== '') break;
        this.#fault = event.reason;
        this.#output.notice('error', 'fault', `refusing to mine: ${event.reason}`, { reason: event.reason });
        break;
    }
  }

  #onConnected(now: number): void {
    if (this.#connected) return;
    this.#connected = true;
    this.#shares.connected(now);
    this.#output.add({ kind: 'sendStatus' });
  }

  #onJob(job: AcceptedJob, receivedAt: number): void {
    const old = this.#job;
    if (old !== undefined && sameJob(old, job)) {
      this.#jobConfirmedAt = receivedAt; // the node confirms it; its time rolls on from the first receipt
      this.#jobOver = false; // it may have been dropped while the node was not believed
      return;
    }
    const newTip = old !== undefined && !equalBytes(old.previousHash, job.previousHash);
    if (newTip) this.#shares.tipPassed();
    if (newTip || job.clean)
      this.#recent = []; // candidates of earlier work are stale from here on
    else this.#recent = this.#recent.filter(unit => unit.job === this.#planner.origin); // of two jobs at most
    this.#job = job;
    this.#jobConfirmedAt = receivedAt;
    this.#jobOver = false;
    this.#planner.use(job, receivedAt);
    this.#output.notice('info', 'job', `job ${job.id}, height ${job.height}${job.clean ? ', clean' : ''}`, {
      accepted: true,
      jobId: job.id,
      height: job.height,
      clean: job.clean,
      shareBits: job.shareBits,
    });
  }

  #onCandidate(workId: number, nonce: number, versionBits: number, now: number): void {
    const unit = this.#recent.find(entry => entry.id === workId);
    if (unit === undefined) this.#shares.counters.stale++;
    else this.#shares.candidate(unit, nonce, versionBits, now);
  }

  #onExhausted(workId: number, now: number): void {
    if (this.#current === undefined || workId !== this.#current.id) return;
    this.#current = this.#next; // the searcher has already taken it
    this.#queueNext(now);
    if (this.#current === undefined) this.#jobSpent();
  }

  #onTick(hashes: number, now: number): void {
    if (this.#state === 'mining') this.#rate.sample(now, hashes);
    this.#shares.tick(now);
    if (this.#current !== undefined && this.#planner.timeAt(now) - this.#current.time >= TIME_STEP_SECONDS) {
      this.#refreshTime(this.#current, now);
    }
  }

  /** Turns the search to the same header with a later time. */
  #refreshTime(current: WorkUnit, now: number): void {
    const refreshed = this.#planner.refresh(current, now);
    if (refreshed === undefined) return;
    const next = this.#next;
    this.#start(refreshed);
    // The searcher may already be in the queued unit, so it is not queued again unchanged.
    const later = next && (this.#planner.refresh(next, now) ?? this.#planner.take(now));
    if (later !== undefined) this.#queue(later);
  }

  /** Brings the search and the shown state in line with what is known now. */
  #settle(now: number): void {
    let wanted = this.#wanted(now);
    if (wanted === 'mining' && this.#current?.job !== this.#planner.origin) {
      const unit = this.#planner.take(now);
      if (unit === undefined) {
        this.#jobSpent();
        wanted = this.#wanted(now);
      } else {
        if (this.#current === undefined) this.#rate.resume();
        this.#start(unit);
        this.#queueNext(now);
      }
    }
    if (wanted !== 'mining' && this.#state === 'mining') {
      this.#current = undefined;
      this.#next = undefined;
      this.#output.add({ kind: 'stopSearch' });
    }
    if (wanted === this.#state) return;
    this.#state = wanted;
    this.#output.notice('info', 'state', `state: ${wanted}`, { state: wanted, connected: this.#connected });
    this.#output.add({ kind: 'sendStatus' });
  }

  #wanted(now: number): MinerState {
    if (this.#fault !== '') return 'fault';
    if (this.#holds.length > 0) return 'paused';
    if (this.#started && this.#jobUsable(now)) return 'mining';
    return this.#connected ? 'waiting' : 'connecting';
  }

  #jobUsable(now: number): boolean {
    const job = this.#job;
    if (job === undefined || this.#jobOver) return false;
    const age = now - this.#jobConfirmedAt;
    if (this.#connected) return age <= ONLINE_JOB_MS;
    return age <= OFFLINE_JOB_MS && this.#planner.clockAt(now) <= job.maxTime;
  }

  #start(unit: WorkUnit): void {
    this.#current = unit;
    this.#next = undefined;
    this.#remember(unit);
    this.#output.add({ kind: 'startSearch', work: unit.search });
  }

  #queueNext(now: number): void {
    this.#next = undefined;
    const unit = this.#planner.take(now);
    if (unit !== undefined) this.#queue(unit);
  }

  #queue(unit: WorkUnit): void {
    this.#next = unit;
    this.#remember(unit);
    this.#output.add({ kind: 'nextSearch', work: unit.search });
  }

  #remember(unit: WorkUnit): void {
    if (this.#recent.length >= RECENT_UNITS) this.#recent.shift();
    this.#recent.push(unit);
  }

  #leaveJob(): void {
    if (this.#jobOver) return;
    this.#jobOver = true;
    this.#recent = [];
    this.#shares.tipPassed();
  }

  #jobSpent(): void {
    this.#jobOver = true;
    this.#output.notice(
      'error',
      'job',
      'the extranonce space is used up: restart the board to get a new one',
    );
  }
}

/** Whether a job is the same again (delivered twice, or sent again after a reconnect). */
function sameJob(a: Job, b: Job): boolean {
  return (
    a.id === b.id &&
    a.time === b.time &&
    a.shareBits === b.shareBits &&
    a.version === b.version &&
    equalBytes(a.previousHash, b.previousHash) &&
    equalBytes(a.extranonce1, b.extranonce1) &&
    equalBytes(a.coinbasePrefix, b.coinbasePrefix) &&
    equalBytes(a.coinbaseSuffix, b.coinbaseSuffix) &&
    a.merkleBranch.length === b.merkleBranch.length &&
    a.merkleBranch.every((hash, i) => equalBytes(hash, b.merkleBranch[i]!))
  );
}
