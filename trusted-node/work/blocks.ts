/** Shares that are blocks: from the open share into the chain, and the share closed with its rewards. */

import { sql, type Transaction } from 'kysely';
import { equalBytes, hashToDisplay } from '../../firmware/domain/bytes.js';
import { headerHash } from '../../firmware/domain/header.js';
import { type Share, ShareCode } from '../../firmware/domain/share.js';
import { compactToTarget, workOfTarget } from '../../firmware/domain/target.js';
import type { Clock } from '../common/clock.js';
import type { Logger } from '../common/logger.js';
import { SingleFlight } from '../common/single-flight.js';
import { type NodeDatabase, type NodeTables, type Queries, RETRY_MS } from '../ports/store.js';
import { type SubmitBlockResult, type Upstream, UpstreamAway } from '../ports/upstream.js';
import { readValue, writeValue } from '../store/named-values.js';
import { clockBehind } from './clock.js';
import { addCounts, addCredit, bump, isCredited } from './counts.js';
import type { JobStore } from './jobs.js';
import { markOrphans, recordBlock } from './rewards.js';
import type { Assignment } from './templates.js';

/** Code of a stored share whose block is on its way into the chain. */
export const OPEN = -1;

/** The start waits no longer for blocks of an earlier run (ms): an upstream may be away. */
const RECOVERY_PATIENCE = 5_000;

/** A block's share with its final code. */
export interface ClosedBlock {
  readonly assignment: Assignment;
  readonly share: Share;
  readonly hash: Uint8Array;
  readonly code: ShareCode;
  /** Of the block when the code is `block`, else 0. */
  readonly height: number;
  readonly refused: RefusedBlock | undefined;
}

/** A block that the upstream refused: this node's fault, since it made the job. */
export interface RefusedBlock {
  readonly height: number;
  /** Display order. */
  readonly hash: string;
  readonly reason: string;
}

/** Name of the service's value that says how many blocks were refused, and which was the last. */
const REFUSED = 'blocks_refused';

export interface RefusedBlocks {
  readonly count: number;
  readonly last: RefusedBlock & {
    readonly device: string;
    /** Milliseconds since 1970. */
    readonly at: number;
  };
}

/** Undefined when the upstream has never refused a found block. */
export async function refusedBlocks(db: Queries): Promise<RefusedBlocks | undefined> {
  const value = await readValue(db, REFUSED);
  return value === undefined ? undefined : (JSON.parse(value) as RefusedBlocks);
}

async function noteRefused(
  trx: Transaction<NodeTables>,
  device: string,
  refused: RefusedBlock,
): Promise<void> {
  const count = ((await refusedBlocks(trx))?.count ?? 0) + 1;
  const value = JSON.stringify({
    count,
    last: { device, ...refused, at: Date.now() },
  } satisfies RefusedBlocks);
  await writeValue(trx, REFUSED, value);
}

interface Submission {
  readonly db: NodeDatabase;
  readonly upstream: Upstream;
  readonly jobs: JobStore;
  readonly log: Logger;
  readonly clock: Clock;
  /** Called for each block after its commit. */
  readonly closed: (block: ClosedBlock) => void;
}

/** Open blocks on their way to the upstream, again and again until their fate is known. */
export class BlockSubmission {
  private readonly closing = new SingleFlight(() => this.tryAll());
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;
  /** Why the upstream took none last; '' when it did. */
  private away = '';

  constructor(private readonly submission: Submission) {}

  /** There may be open blocks. Resolves when they were tried, or wait for the next try. */
  async start(): Promise<void> {
    if (this.retry === undefined) await this.closing.rerun();
  }

  async recover(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>(resolve => {
      timer = setTimeout(resolve, RECOVERY_PATIENCE);
    });
    await Promise.race([this.start(), late]);
    clearTimeout(timer);
  }

  private async tryAll(): Promise<void> {
    const { log } = this.submission;
    let done = false;
    let away = '';
    try {
      done = await closeBlocks(this.submission);
    } catch (error) {
      if (error instanceof UpstreamAway) away = error.message;
      else log.error({ err: error }, 'a found block could not be handed in; trying again');
    }
    if (away !== '' && away !== this.away)
      log.warn(
        { reason: away },
        'a found block waits: it is stored, and handed in again until it is answered',
      );
    this.away = away;
    if (done || this.stopped || this.retry !== undefined) return;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      void this.closing.rerun();
    }, RETRY_MS);
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.closing.ended();
  }
}

/**
 * Puts every open block into the chain, oldest first, and closes its share with the rewards.
 * @returns false when one has to wait until the clock is right; those after it wait too
 */
export async function closeBlocks({ db, upstream, jobs, log, closed, clock }: Submission): Promise<boolean> {
  // In the words of the index shares_open: with any other condition SQLite reads the whole table.
  const open = sql<boolean>`code < 0`;
  const rows = await db.selectFrom('shares').selectAll().where(open).orderBy('id').execute();
  for (const row of rows) {
    const assignment = await jobs.find(row.job);
    if (assignment === undefined) throw new Error(`job ${row.job} of an open block is gone`);
    const share: Share = {
      sequence: row.sequence,
      jobId: row.job,
      extranonce1: assignment.job.extranonce1,
      extranonce2: new Uint8Array(row.extranonce2),
      time: row.time,
      nonce: row.nonce,
      version: row.version,
    };
    const { device, template } = assignment;
    const hash = new Uint8Array(row.hash);
    const raw = await jobs.buildBlock(assignment, share);
    const result: SubmitBlockResult | { status: 'too late' } =
      raw === undefined ? { status: 'too late' } : await upstream.submitBlock(raw);
    // Not the block's fault: it is given to the upstream again. Those after it wait, since rewards follow the order of
    // the shares; there are no new ones, since there are no jobs.
    if (
      result.status === 'invalid' &&
      result.reason === 'time-too-new' &&
      (await clockBehind(upstream, clock())) > 0
    )
      return false;
    const onChain =
      result.status === 'connected' ||
      (result.status === 'duplicate' && (await isActive(upstream, hash, row.height)));
    /** Stored, but another branch has as much work: this one may still win. */
    const onSide = !onChain && (result.status === 'side' || result.status === 'duplicate');
    let code: ShareCode = ShareCode.block;
    let refused: RefusedBlock | undefined;
    if (!onChain) {
      const reason = result.status === 'invalid' ? result.reason : result.status;
      const fields = { device, height: row.height, reason };
      if (onSide) log.info(fields, 'a block came second at its height; it is kept on a side branch');
      else log.error(fields, 'a block did not get onto the chain');
      // The board did its work: an invalid block is this node's fault, a late one nobody's.
      code = result.status === 'invalid' ? ShareCode.accepted : ShareCode.stale;
      if (result.status === 'invalid') refused = { height: row.height, hash: hashToDisplay(hash), reason };
    }
    // What a block earns depends on which blocks before it are on the chain.
    if (onChain) await markOrphans(db, upstream);
    await db.transaction().execute(async trx => {
      await trx.updateTable('shares').set({ code }).where('id', '=', row.id).execute();
      const counts = new Map<string, number>();
      bump(counts, device, code, 1);
      await addCounts(trx, counts);
      if (isCredited(code)) {
        await addCredit(trx, device, workOfTarget(compactToTarget(row.share_bits)));
      }
      if (refused !== undefined) await noteRefused(trx, device, refused);
      if (onChain || onSide) {
        const { group, value } = template;
        const { height } = row;
        await recordBlock(trx, { hash, height, device, group, share: row.id, value, orphaned: onSide });
      }
    });
    const height = code === ShareCode.block ? row.height : 0;
    // Answers go out one after the other, however many blocks have waited for an upstream that was away.
    await new Promise<void>(resolve => setImmediate(resolve));
    closed({ assignment, share, hash, code, height, refused });
  }
  return true;
}

async function isActive(upstream: Upstream, hash: Uint8Array, height: number): Promise<boolean> {
  const [header] = await upstream.headers(height, 1);
  return header !== undefined && equalBytes(headerHash(header), hash);
}
