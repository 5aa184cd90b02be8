/**
 * The miner: one state machine, one input method. Events in, commands out, no I/O and no clock of its own.
 *
 * Rules it keeps, whatever the order of events:
 * - it never starts a search while paused, in fault, or before 'started';
 * - it never gives out the same (job template, extranonce2, version, time) twice (work.ts);
 * - it sends only what the check in TypeScript confirmed, and a share once, except after a reconnect or when its
 *   result is overdue (the node answers a repeated share with the stored result);
 * - everything it remembers is bounded.
 */
import { equalBytes } from '../domain/bytes.js';
import { checkJob, checkJobCoinbase, type Job } from '../domain/job.js';
import { checkShare, type Share, ShareCode, shareCodeName } from '../domain/share.js';
import { hashToInteger, workOfTarget } from '../domain/target.js';
import type {
  HoldReason,
  MinerCommand,
  MinerCounters,
  MinerEvent,
  MinerState,
  MinerStatus,
  NoticeLevel,
  ShareVerdict,
} from './events.js';
import { PendingShares } from './pending.js';
import { RateWindow } from './rate.js';
import { SeenCandidates } from './seen.js';
import { VerdictTotals } from './verdicts.js';
import { WorkPlanner, type WorkUnit } from './work.js';

/** Without a connection a job is searched this long: about six devnet blocks, or a fifth of a Bitcoin block. */
export const OFFLINE_JOB_MS = 120_000;
/** With a connection: a node that lives sends a newer job long before. */
export const ONLINE_JOB_MS = 3_600_000;
/** The header time follows the clock in steps of this many seconds, so that a slow board's blocks carry a true time. */
export const TIME_STEP_SECONDS = 10;
/** A share without a result is sent again after this time: the node may have restarted behind the broker. */
export const RESULT_TIMEOUT_MS = 15_000;
/** After so many 'internal' answers a share is given up. */
const MAX_REFUSALS = 5;
/** Units whose late candidates are still understood. */
const RECENT_UNITS = 8;

type Fields = Record<string, string | number | boolean>;

export class Miner {
  #state: MinerState = 'connecting';
  #started = false;
  #connected = false;
  #fault = '';
  readonly #holds: HoldReason[] = [];

  #job: Job | undefined;
  #jobReceivedAt = 0;
  /** Its tip has passed, or its extranonce2 are used up: wait for another job. */
  #jobOver = false;

  readonly #planner = new WorkPlanner();
  #current: WorkUnit | undefined;
  #next: WorkUnit | undefined;
  #recent: WorkUnit[] = [];

  readonly #seen = new SeenCandidates();
  readonly #pending = new PendingShares();
  #nextSequence = 1;

  readonly #rate = new RateWindow();
  readonly #verdicts = new VerdictTotals();
  readonly #counters: MinerCounters = {
    found: 0,
    accepted: 0,
    rejected: 0,
    blocks: 0,
    stale: 0,
    duplicates: 0,
    mismatches: 0,
    lost: 0,
    dropped: 0,
    badJobs: 0,
  };
  #best = 0n;
  #lastError = '';
  #commands: MinerCommand[] = [];

  /** @param now ms of a clock that never goes back. @returns what is to be done, in this order. */
  step(event: MinerEvent, now: number): readonly MinerCommand[] {
    this.#commands = [];
    this.#take(event, now);
    this.#settle(now);
    return this.#commands;
  }

  status(now: number): MinerStatus {
    return {
      state: this.#state,
      connected: this.#connected,
      pausedBy: this.#holds.slice(),
      fault: this.#fault,
      jobId: this.#job?.id,
      height: this.#job?.height,
      jobAge: this.#job && Math.floor((now - this.#jobReceivedAt) / 1000),
      rate: this.#rate.rate(),
      counters: { ...this.#counters },
      reasons: this.#verdicts.refusals(),
      pending: this.#pending.size,
      best: this.#best.toString(),
      lastError: this.#lastError,
    };
  }

  #take(event: MinerEvent, now: number): void {
    switch (event.kind) {
      case 'started':
        this.#started = true;
        return;
      case 'connected':
        return this.#onConnected(now);
      case 'disconnected':
        return this.#onDisconnected();
      case 'job':
        return this.#onJob(event.job, now);
      case 'tip':
        // A block on the parent of our job: whoever found it, our job is over.
        if (this.#job && !this.#jobOver && equalBytes(event.header.previousHash, this.#job.previousHash)) {
          this.#jobOver = true;
          this.#dropOldJobs(undefined);
        }
        return;
      case 'result':
        return this.#onResult(event.result);
      case 'candidate':
        return this.#onCandidate(event.workId, event.nonce, now);
      case 'exhausted':
        return this.#onExhausted(event.workId, now);
      case 'lost':
        this.#counters.lost += event.count;
        return this.#notice('warn', 'search', `${event.count} candidates lost: the mailbox was full`, {
          lost: event.count,
        });
      case 'tick':
        return this.#onTick(event.hashes, now);
      case 'pause':
        if (!this.#holds.includes(event.by)) this.#holds.push(event.by);
        return;
      case 'resume': {
        const index = this.#holds.indexOf(event.by);
        if (index >= 0) this.#holds.splice(index, 1);
        return;
      }
      case 'fault':
        if (this.#fault !== '') return;
        this.#fault = event.reason;
        return this.#notice('error', 'fault', `refusing to mine: ${event.reason}`, { reason: event.reason });
    }
  }

  #onConnected(now: number): void {
    if (this.#connected) return;
    this.#connected = true;
    // What was sent before is sent again: the old connection may have swallowed it or its result.
    for (const entry of this.#pending.entries()) {
      entry.sentAt = now;
      this.#commands.push({ kind: 'sendShare', share: entry.share });
    }
    this.#commands.push({ kind: 'sendStatus' });
  }

  #onDisconnected(): void {
    this.#connected = false;
    this.#counters.stale += this.#pending.removeWhere(entry => entry.stale);
    for (const entry of this.#pending.entries()) entry.sentAt = undefined;
  }

  #onJob(job: Job, now: number): void {
    const problem = checkJob(job) ?? checkJobCoinbase(job);
    if (problem !== undefined) {
      this.#counters.badJobs++;
      return this.#notice('error', 'job', `job refused: ${problem}`, { accepted: false, reason: problem });
    }
    const old = this.#job;
    if (old !== undefined && sameJob(old, job)) {
      this.#jobReceivedAt = now; // the node stands by it; its time rolls on from the first receipt
      return;
    }
    const sameTip = old !== undefined && equalBytes(old.previousHash, job.previousHash);
    if (job.clean || !sameTip) this.#dropOldJobs(sameTip ? job.previousHash : undefined);
    else this.#recent = this.#recent.filter(unit => unit.job === old); // at most two jobs in memory
    this.#job = job;
    this.#jobReceivedAt = now;
    this.#jobOver = false;
    this.#planner.use(job, now);
    this.#notice('info', 'job', `job ${job.id}, height ${job.height}${job.clean ? ', clean' : ''}`, {
      accepted: true,
      id: job.id,
      height: job.height,
      clean: job.clean,
      shareBits: job.shareBits,
    });
  }

  /**
   * Candidates of earlier jobs count as stale from here on. Shares that wait for a result keep waiting; unless the
   * tip is still theirs they are not sent again, and what was never sent is dropped. Blocks are always kept: only
   * the node knows what became of them.
   */
  #dropOldJobs(tip: Uint8Array | undefined): void {
    this.#recent = [];
    if (tip !== undefined) return;
    this.#counters.stale += this.#pending.removeWhere(entry => !entry.isBlock && entry.sentAt === undefined);
    for (const entry of this.#pending.entries()) if (!entry.isBlock) entry.stale = true;
  }

  #onResult(result: ShareVerdict): void {
    const entry = this.#pending.find(result.sequence, result.jobId);
    if (entry === undefined) return; // a repeated result
    const name = shareCodeName(result.code);
    const fields = { code: result.code, reason: name, sequence: result.sequence, jobId: result.jobId };
    if (result.code === ShareCode.internal && ++entry.refusals < MAX_REFUSALS) {
      return this.#notice('warn', 'result', 'the node could not judge a share; it is sent again', fields);
    }
    this.#pending.remove(entry);
    this.#verdicts.count(result.code);
    if (result.code === ShareCode.block) {
      this.#counters.accepted++;
      this.#counters.blocks++;
      return this.#notice('info', 'block', `block ${result.height} accepted`, {
        ...fields,
        height: result.height,
      });
    }
    if (result.code === ShareCode.accepted) {
      this.#counters.accepted++;
      return this.#notice('info', 'result', 'share accepted', fields);
    }
    this.#counters.rejected++;
    this.#notice('warn', 'result', `share rejected: ${name}`, fields);
  }

  #onCandidate(workId: number, nonce: number, now: number): void {
    const unit = this.#recent.find(entry => entry.id === workId);
    if (unit === undefined) {
      this.#counters.stale++;
      return;
    }
    if (!this.#seen.add(workId, nonce)) {
      this.#counters.duplicates++;
      return;
    }
    const share: Share = {
      sequence: this.#nextSequence,
      jobId: unit.job.id,
      extranonce1: unit.job.extranonce1,
      extranonce2: unit.extranonce2,
      time: unit.time,
      nonce,
      version: unit.version,
    };
    const verdict = checkShare(unit.job, share);
    if (!verdict.ok) {
      this.#counters.mismatches++;
      const reason = shareCodeName(verdict.reason);
      return this.#notice('error', 'mismatch', `the kernel named a wrong nonce: ${reason}`, {
        reason,
        jobId: unit.job.id,
      });
    }
    this.#nextSequence = share.sequence === 0xffffffff ? 1 : share.sequence + 1;
    this.#counters.found++;
    const work = workOfTarget(hashToInteger(verdict.hash));
    if (work > this.#best) this.#best = work;
    this.#notice('info', 'share', verdict.isBlock ? 'block found' : 'share found', {
      sequence: share.sequence,
      jobId: share.jobId,
      height: unit.job.height,
      block: verdict.isBlock,
    });
    const { entry, dropped } = this.#pending.add(share, verdict.isBlock);
    if (dropped > 0) {
      this.#counters.dropped += dropped;
      this.#notice('warn', 'share', 'too many shares wait for a result: one was dropped', {});
    }
    if (entry !== undefined && this.#connected) {
      entry.sentAt = now;
      this.#commands.push({ kind: 'sendShare', share });
    }
  }

  #onExhausted(workId: number, now: number): void {
    if (this.#current === undefined || workId !== this.#current.id) return;
    this.#current = this.#next; // the searcher has taken it already
    this.#queueNext(now);
    if (this.#current === undefined) this.#jobSpent();
  }

  #onTick(hashes: number, now: number): void {
    if (this.#state === 'mining') this.#rate.sample(now, hashes);
    if (this.#connected) {
      this.#counters.stale += this.#pending.removeWhere(
        entry => entry.stale && overdue(entry.sentAt, now, RESULT_TIMEOUT_MS),
      );
      for (const entry of this.#pending.entries()) {
        if (!overdue(entry.sentAt, now, RESULT_TIMEOUT_MS)) continue;
        entry.sentAt = now;
        this.#commands.push({ kind: 'sendShare', share: entry.share });
      }
    }
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
    // The searcher may be in the queued unit already: it is not queued again as it was.
    const later = next && (this.#planner.refresh(next, now) ?? this.#planner.take(now));
    if (later !== undefined) this.#queue(later);
  }

  /** Brings the search and the shown state in line with what is known now. */
  #settle(now: number): void {
    let wanted = this.#wanted(now);
    if (wanted === 'mining' && this.#current?.job !== this.#job) {
      const unit = this.#planner.take(now);
      if (unit === undefined) {
        this.#jobSpent();
        wanted = this.#wanted(now);
      } else {
        if (this.#current === undefined) this.#rate.reset();
        this.#start(unit);
        this.#queueNext(now);
      }
    }
    if (wanted !== 'mining' && this.#current !== undefined) {
      this.#current = undefined;
      this.#next = undefined;
      this.#rate.reset();
      this.#commands.push({ kind: 'stopSearch' });
    }
    if (wanted === this.#state) return;
    this.#state = wanted;
    this.#notice('info', 'state', wanted, { state: wanted, connected: this.#connected });
    this.#commands.push({ kind: 'sendStatus' });
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
    const age = now - this.#jobReceivedAt;
    if (this.#connected) return age <= ONLINE_JOB_MS;
    return age <= OFFLINE_JOB_MS && this.#planner.clockAt(now) <= job.maxTime;
  }

  #start(unit: WorkUnit): void {
    this.#current = unit;
    this.#next = undefined;
    this.#remember(unit);
    this.#commands.push({ kind: 'startSearch', work: unit.search });
  }

  #queueNext(now: number): void {
    this.#next = undefined;
    const unit = this.#planner.take(now);
    if (unit !== undefined) this.#queue(unit);
  }

  #queue(unit: WorkUnit): void {
    this.#next = unit;
    this.#remember(unit);
    this.#commands.push({ kind: 'nextSearch', work: unit.search });
  }

  #remember(unit: WorkUnit): void {
    if (this.#recent.length >= RECENT_UNITS) this.#recent.shift();
    this.#recent.push(unit);
  }

  #jobSpent(): void {
    this.#jobOver = true;
    this.#notice('error', 'job', 'the extranonce space is used up: a restart gets a new one', {});
  }

  #notice(level: NoticeLevel, event: string, text: string, fields: Fields): void {
    if (level === 'error' || level === 'warn') this.#lastError = text;
    this.#commands.push({ kind: 'notice', notice: { level, event, text, fields } });
  }
}

function overdue(sentAt: number | undefined, now: number, limit: number): boolean {
  return sentAt === undefined || now - sentAt >= limit;
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
