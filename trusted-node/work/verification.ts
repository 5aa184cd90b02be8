/**
 * Shares in, results out. A share is judged by rebuilding its header, stored together with those that arrived meanwhile
 * (one transaction, one fsync), and only then answered. A block is stored as an open share first, then in the chain,
 * then closed with its rewards: whatever kills the node in between, the next start finishes it.
 */

import type { Transaction } from 'kysely';
import { bytesToHex, equalBytes } from '../../firmware/domain/bytes.js';
import { MAX_FUTURE_SECONDS } from '../../firmware/domain/chain.js';
import { checkShare, type Share, ShareCode } from '../../firmware/domain/share.js';
import { compactToTarget, workOfTarget } from '../../firmware/domain/target.js';
import type { ShareResult } from '../../firmware/protocol/mite/share.js';
import { type Clock, systemClock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import { SingleFlight } from '../common/single-flight.js';
import { type NodeDatabase, type NodeTables, RETRY_MS } from '../ports/store.js';
import type { Upstream } from '../ports/upstream.js';
import { type ShareIntake, type ShareReference, VerificationClosed } from '../ports/work.js';
import { BlockSubmission, OPEN, type RefusedBlock } from './blocks.js';
import { addCounts, addCredit, bump, type Counts, isCredited } from './counts.js';
import { type JobStore, KEEP_BODIES } from './jobs.js';
import type { Assignment } from './templates.js';
import { relayToPool } from './uplink.js';

/** Shares of one transaction. */
const BATCH = 500;
/** The most shares that may wait for storage; further ones are answered `internal`, and the board sends them again. */
const MAX_WAITING = 5_000;
/** And per device, so that none can use up the others' room. */
const MAX_WAITING_DEVICE = 500;

export interface ShareOutcome extends ShareResult {
  readonly device: string;
  /** For an accepted share: the target that it had to meet. */
  readonly target: bigint | undefined;
  readonly session: number | undefined;
  /** Display order; of a block only. */
  readonly hash: string | undefined;
  /** For a block that the upstream refused; the share is still worth its work. */
  readonly refused?: RefusedBlock | undefined;
  /** True when the share was stored before: the same answer again. */
  readonly again: boolean;
}

/** The outcome's details for a share that is worth nothing (now). */
const NOTHING = { height: 0, target: undefined, session: undefined, hash: undefined, again: false } as const;

interface Waiting {
  readonly share: Share;
  readonly assignment: Assignment;
  readonly hash: Uint8Array;
  readonly isBlock: boolean;
  readonly receivedAt: number;
  readonly done: (stored: boolean) => void;
}

type Verdict = { code: ShareCode; height: number; again: boolean };

export class ShareVerification implements ShareIntake {
  private waiting: Waiting[] = [];
  private readonly waitingOf = new Map<string, number>();
  /** Rejected shares that are counted with the next transaction. */
  private rejects: Counts = new Map();
  private readonly storing = new SingleFlight(() => this.store());
  /** Blocks that are not answered yet, one for each parent; in hex, internal order. */
  private readonly onTheirWay = new Map<string, string>();
  /** On its own: an upstream that is slow, or away, holds up no share. */
  private readonly submission: BlockSubmission;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly db: NodeDatabase,
    private readonly upstream: Upstream,
    private readonly jobs: JobStore,
    private readonly log: Logger,
    private readonly onOutcome: (outcome: ShareOutcome) => void,
    private readonly clock: Clock = systemClock,
  ) {
    this.submission = new BlockSubmission({
      db,
      upstream,
      jobs,
      log,
      clock,
      closed: ({ assignment, share, hash, code, height, refused }) => {
        const parent = bytesToHex(assignment.job.previousHash);
        if (this.onTheirWay.get(parent) === bytesToHex(hash)) this.onTheirWay.delete(parent);
        this.settle(assignment.device, share, assignment, hash, { code, height, again: false }, refused);
      },
    });
  }

  /** Never throws: a failing answer must not keep the rest of its batch from theirs. */
  private answer(outcome: ShareOutcome): void {
    try {
      this.onOutcome(outcome);
    } catch (error) {
      this.log.error({ err: error, device: outcome.device }, 'a result could not be sent');
    }
  }

  /** Shares that are not stored yet. */
  get backlog(): number {
    return this.waiting.length;
  }

  async submit(device: string, share: Share): Promise<void> {
    const receivedAt = Date.now();
    try {
      const assignment = await this.jobs.find(share.jobId);
      if (assignment === undefined) {
        await this.answerUnknown(device, share);
        return;
      }
      if (assignment.device !== device) {
        this.reject(device, share, ShareCode.notAuthorised);
        return;
      }
      const check = checkShare(assignment.job, share);
      if (!check.ok) {
        this.reject(device, share, check.reason);
        return;
      }
      if (share.time > this.clock() + MAX_FUTURE_SECONDS) {
        // The upstream would refuse the block, and this clock is to blame: the job set that time.
        this.reject(device, share, ShareCode.internal);
        return;
      }
      const { previousHash } = assignment.job;
      // A pool hands in its blocks itself.
      const isBlock =
        check.isBlock && assignment.template.relay === undefined && !this.isSecond(previousHash, check.hash);
      const tip = this.upstream.tip();
      const stale = !equalBytes(previousHash, tip.hash);
      // A late block is still given to the upstream: its branch may win, and a block sent again is recognised.
      const late = stale && !(isBlock && assignment.job.height > tip.height + 1 - KEEP_BODIES);
      if (late || !(check.isBlock || this.jobs.stillCounts(assignment))) {
        const stored = await this.storedVerdict(this.db, share, assignment, check.hash);
        if (stored === 'open') return;
        if (stored) this.settle(device, share, assignment, check.hash, stored);
        else this.reject(device, share, late ? ShareCode.stale : ShareCode.lowDifficulty);
        return;
      }
      if (this.closed) throw new VerificationClosed('closed');
      const own = this.waitingOf.get(device) ?? 0;
      if (this.waiting.length >= MAX_WAITING || own >= MAX_WAITING_DEVICE) {
        this.reject(device, share, ShareCode.internal);
        return;
      }
      this.waitingOf.set(device, own + 1);
      if (isBlock) this.onTheirWay.set(bytesToHex(previousHash), bytesToHex(check.hash));
      const stored = await new Promise<boolean>(done => {
        this.waiting.push({ share, assignment, hash: check.hash, isBlock, receivedAt, done });
        this.start();
      });
      if (!stored) throw new VerificationClosed('closed');
    } catch (error) {
      if (error instanceof VerificationClosed) throw error;
      this.log.error({ err: error, device }, 'a share could not be judged');
      this.reject(device, share, ShareCode.internal);
    }
  }

  /** Whether a block can win nothing, since another one on the same parent was found here first. */
  private isSecond(parent: Uint8Array, hash: Uint8Array): boolean {
    if (this.upstream.hasOwnBlockOn === undefined) return false;
    const first = this.onTheirWay.get(bytesToHex(parent));
    return first === undefined ? this.upstream.hasOwnBlockOn(parent) : first !== bytesToHex(hash);
  }

  malformed(device: string, share: ShareReference): void {
    this.reject(device, share, ShareCode.malformed);
  }

  refuse(device: string, share: ShareReference): void {
    this.reject(device, share, ShareCode.notAuthorised);
  }

  turnAway(device: string, { sequence, jobId }: ShareReference): void {
    this.answer({ device, code: ShareCode.notAuthorised, sequence, jobId, ...NOTHING });
  }

  private reject(device: string, { sequence, jobId }: ShareReference, code: ShareCode) {
    bump(this.rejects, device, code, 1);
    this.answer({ device, code, sequence, jobId, ...NOTHING });
  }

  private settle(
    device: string,
    share: Share,
    assignment: Assignment,
    hash: Uint8Array,
    verdict: Verdict,
    refused?: RefusedBlock,
  ) {
    const good = isCredited(verdict.code);
    this.answer({
      device,
      code: verdict.code,
      sequence: share.sequence,
      jobId: share.jobId,
      height: verdict.height,
      target: good ? compactToTarget(assignment.job.shareBits) : undefined,
      session: assignment.session,
      hash: verdict.code === ShareCode.block ? bytesToHex(Uint8Array.from(hash).reverse()) : undefined,
      refused,
      again: verdict.again,
    });
  }

  /** The job is pruned: the share may still have been stored, with its result lost. */
  private async answerUnknown(device: string, share: Share): Promise<void> {
    const row = await this.db
      .selectFrom('shares')
      .select(['code', 'height', 'extranonce2', 'time', 'nonce', 'version'])
      .where('job', '=', share.jobId)
      .where('sequence', '=', share.sequence)
      .where('device', '=', device)
      .where('code', '>=', 0)
      .executeTakeFirst();
    const same =
      row !== undefined &&
      equalBytes(new Uint8Array(row.extranonce2), share.extranonce2) &&
      row.time === share.time &&
      row.nonce === share.nonce &&
      row.version === share.version;
    if (!same) {
      this.reject(device, share, ShareCode.unknownJob);
      return;
    }
    const code = row.code as ShareCode;
    this.answer({
      device,
      code,
      sequence: share.sequence,
      jobId: share.jobId,
      ...NOTHING,
      height: code === ShareCode.block ? row.height : 0,
      again: true,
    });
  }

  /** The earlier answer to this header: the same one for the same share, `duplicate` for another. */
  private async storedVerdict(
    db: NodeDatabase | Transaction<NodeTables>,
    share: Share,
    assignment: Assignment,
    hash: Uint8Array,
  ): Promise<Verdict | 'open' | undefined> {
    const row = await db
      .selectFrom('shares')
      .select(['session', 'sequence', 'job', 'code', 'height'])
      .where('hash', '=', hash)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    if (row.session !== assignment.session || row.sequence !== share.sequence || row.job !== share.jobId) {
      return { code: ShareCode.duplicate, height: 0, again: false };
    }
    if (row.code === OPEN) return 'open';
    const code = row.code as ShareCode;
    return { code, height: code === ShareCode.block ? row.height : 0, again: true };
  }

  private start(): void {
    if (this.storing.busy || this.retry !== undefined) return;
    void this.storing.run().then(stored => {
      if (stored && this.waiting.length > 0) this.start();
    });
  }

  private async store(): Promise<boolean> {
    // One turn of the event loop gathers what has already arrived.
    await new Promise<void>(resolve => setImmediate(resolve));
    try {
      await this.work();
      return true;
    } catch (error) {
      this.log.error(
        { err: error, waiting: this.waiting.length },
        'shares could not be stored; trying again',
      );
      this.later();
      return false;
    }
  }

  private later(): void {
    if (this.closed) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.start();
    }, RETRY_MS);
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) await this.storeBatch(this.waiting.slice(0, BATCH));
    void this.submission.start();
  }

  private async storeBatch(batch: readonly Waiting[]): Promise<void> {
    let relayed = false;
    const verdicts = await this.withRejects(async (trx, counts) => {
      const made: (Verdict | 'open')[] = [];
      const credits = new Map<string, bigint>();
      for (const { share, assignment, hash, isBlock, receivedAt } of batch) {
        const row = await trx
          .insertInto('shares')
          .values({
            device: assignment.device,
            payout_group: assignment.template.group,
            session: assignment.session,
            sequence: share.sequence,
            job: share.jobId,
            extranonce2: share.extranonce2,
            time: share.time,
            nonce: share.nonce,
            version: share.version,
            hash,
            height: assignment.job.height,
            share_bits: assignment.job.shareBits,
            code: isBlock ? OPEN : ShareCode.accepted,
            received_at: receivedAt,
          })
          .onConflict(conflict => conflict.column('hash').doNothing())
          .returning('id')
          .executeTakeFirst();
        if (row === undefined) {
          const stored = await this.storedVerdict(trx, share, assignment, hash);
          if (stored === undefined) throw new Error('a stored share is gone');
          made.push(stored);
          if (stored !== 'open' && !stored.again) bump(counts, assignment.device, stored.code, 1);
        } else if (isBlock) {
          made.push('open');
        } else {
          made.push({ code: ShareCode.accepted, height: 0, again: false });
          bump(counts, assignment.device, ShareCode.accepted, 1);
          relayed = (await relayToPool(trx, assignment, share, hash, receivedAt)) || relayed;
          const work = workOfTarget(compactToTarget(assignment.job.shareBits));
          credits.set(assignment.device, (credits.get(assignment.device) ?? 0n) + work);
        }
      }
      await addCounts(trx, counts);
      for (const [device, work] of credits) await addCredit(trx, device, work);
      return made;
    });
    if (relayed) this.upstream.relay?.wake();
    this.waiting.splice(0, batch.length);
    for (const { assignment } of batch) {
      const left = (this.waitingOf.get(assignment.device) ?? 1) - 1;
      if (left > 0) this.waitingOf.set(assignment.device, left);
      else this.waitingOf.delete(assignment.device);
    }
    batch.forEach((entry, i) => {
      const verdict = verdicts[i]!;
      if (verdict !== 'open') {
        this.settle(entry.assignment.device, entry.share, entry.assignment, entry.hash, verdict);
      }
      entry.done(true);
    });
  }

  /** Finishes the blocks that an earlier run left open; goes on trying where storage or upstream fail. */
  async recover(): Promise<void> {
    await this.submission.recover();
  }

  /** Stores the counts of rejected shares that no accepted one has carried. */
  async storeCounts(): Promise<void> {
    if (this.rejects.size > 0) await this.withRejects(addCounts);
  }

  /** A transaction that also stores the counts of rejected shares: each in one only, and returned if it fails. */
  private async withRejects<T>(
    work: (trx: Transaction<NodeTables>, counts: Counts) => Promise<T>,
  ): Promise<T> {
    const rejects = this.rejects;
    this.rejects = new Map();
    try {
      return await this.db.transaction().execute(trx => work(trx, new Map(rejects)));
    } catch (error) {
      for (const [key, count] of rejects) this.rejects.set(key, (this.rejects.get(key) ?? 0) + count);
      throw error;
    }
  }

  /** Stores what waits, then takes no more. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    this.retry = undefined;
    if (this.waiting.length > 0) this.start();
    // Whatever arrived while a run was ending starts another.
    while (this.storing.busy) await this.storing.ended();
    await this.submission.close();
    for (const entry of this.waiting) entry.done(false);
    this.waiting = [];
    await this.storeCounts();
  }
}
