/** Blocks that boards found and what each device earned from them, in the database. */

import { sql, type Transaction } from 'kysely';
import { equalBytes } from '../../firmware/domain/bytes.js';
import { headerHash } from '../../firmware/domain/header.js';
import { ShareCode } from '../../firmware/domain/share.js';
import { compactToTarget, workOfTarget } from '../../firmware/domain/target.js';
import { DAY_MS } from '../common/clock.js';
import { type NodeDatabase, type NodeTables, type Queries, STATEMENT_ROWS } from '../ports/store.js';
import type { Upstream } from '../ports/upstream.js';
import { readValue, writeValue } from '../store/named-values.js';
import { type DeviceWork, splitReward } from './accounting.js';
import { isCredited } from './counts.js';

/** Found blocks this far below the tip are taken as settled. */
const SETTLED = 120;
/** Rows of one deletion: about 50 ms, so that the node gets on with its other work. */
const PRUNE_ROWS = 2_000;
/** Found blocks whose rewards are added up in one transaction. */
const SUM_BLOCKS = 20;

export interface FoundBlock {
  readonly hash: Uint8Array;
  readonly height: number;
  readonly device: string;
  readonly group: string;
  /** Row id of the share that is the block. */
  readonly share: number;
  /** Satoshi its coinbase pays to the group. */
  readonly value: bigint;
  /** It is on a branch that has not won: it earns nothing until {@link markOrphans} finds it on the best chain. */
  readonly orphaned?: boolean;
}

/** Adds up credited work: shares of equal target are counted by the database, the sum is exact. */
function sumWork(rows: readonly { device: string; share_bits: number; count: number | bigint | string }[]) {
  const works = new Map<string, bigint>();
  for (const { device, share_bits, count } of rows) {
    const work = workOfTarget(compactToTarget(share_bits)) * BigInt(count);
    works.set(device, (works.get(device) ?? 0n) + work);
  }
  return [...works].map(([device, work]): DeviceWork => ({ device, work })).sort(byDevice);
}

const byDevice = (a: DeviceWork, b: DeviceWork): number => (a.device < b.device ? -1 : 1);

/**
 * Stores a found block and splits its value by the work its group did since the group's last block on the best chain
 * below it. Must be called in the order of the shares. Does nothing when the block is stored already.
 */
export async function recordBlock(trx: Transaction<NodeTables>, block: FoundBlock): Promise<void> {
  const known = await trx
    .selectFrom('found_blocks')
    .select('share')
    .where('hash', '=', block.hash)
    .executeTakeFirst();
  if (known !== undefined) return;
  const last = await trx
    .selectFrom('found_blocks')
    .select(eb => eb.fn.max('share').as('share'))
    .where('payout_group', '=', block.group)
    .where('share', '<', block.share)
    .where('height', '<', block.height)
    .where('orphaned', '=', 0)
    .executeTakeFirst();
  const rows = await trx
    .selectFrom('shares')
    .select(eb => ['device', 'share_bits', eb.fn.countAll<number>().as('count')])
    .where('payout_group', '=', block.group)
    .where('id', '>', last?.share ?? 0)
    .where('id', '<=', block.share)
    .where(eb =>
      // A block on a side branch is answered `stale`, but it is work for its own reward.
      eb.or([eb('code', 'in', [ShareCode.accepted, ShareCode.block]), eb('id', '=', block.share)]),
    )
    .groupBy(['device', 'share_bits'])
    .execute();
  await trx
    .insertInto('found_blocks')
    .values({
      hash: block.hash,
      height: block.height,
      device: block.device,
      payout_group: block.group,
      share: block.share,
      value: block.value.toString(),
      found_at: Date.now(),
      orphaned: block.orphaned ? 1 : 0,
    })
    .execute();
  const rewards = splitReward(block.value, sumWork(rows)).map(({ device, amount, work }) => ({
    block: block.hash,
    device,
    amount: amount.toString(),
    work: work.toString(),
  }));
  for (let i = 0; i < rewards.length; i += STATEMENT_ROWS) {
    await trx
      .insertInto('rewards')
      .values(rewards.slice(i, i + STATEMENT_ROWS))
      .execute();
  }
}

/**
 * Marks the blocks that a branch with more work replaced, and unmarks those that are back.
 * @returns heights whose mark changed
 */
export async function markOrphans(db: NodeDatabase, upstream: Upstream): Promise<number[]> {
  const from = Math.max(1, upstream.tip().height - SETTLED);
  const found = await db
    .selectFrom('found_blocks')
    .select(['hash', 'height', 'orphaned'])
    .where('height', '>=', from)
    .execute();
  if (found.length === 0) return [];
  const headers = await upstream.headers(from, SETTLED + 1);
  const hashes = headers.map(headerHash);
  const changed: number[] = [];
  for (const { hash, height, orphaned } of found) {
    const active = hashes[height - from];
    const now = active !== undefined && equalBytes(active, new Uint8Array(hash)) ? 0 : 1;
    if (now === orphaned) continue;
    await db.updateTable('found_blocks').set({ orphaned: now }).where('hash', '=', hash).execute();
    changed.push(height);
  }
  return changed;
}

/**
 * Deletes share rows older than `days` that a settled block of their group has paid for: at most 2,000 of each group
 * in one call, the oldest first. What an orphaned block should have paid is still owed, and what a young block paid is
 * owed again if a reorganisation takes it away.
 * @returns how many; more than 0: call again soon
 */
export async function pruneShares(db: NodeDatabase, days: number, tipHeight: number): Promise<number> {
  let count = 0;
  const groups = await db
    .selectFrom('found_blocks')
    .select(eb => ['payout_group', eb.fn.max('share').as('share')])
    .where('orphaned', '=', 0)
    .where('height', '<', tipHeight - SETTLED)
    .groupBy('payout_group')
    .execute();
  for (const { payout_group, share } of groups) {
    // Age and code are checked only in the oldest rows, not in all of the group's.
    const oldest = db
      .selectFrom('shares')
      .select(['id', 'code', 'received_at'])
      .where('payout_group', '=', payout_group)
      .where('id', '<=', share)
      .orderBy('id')
      .limit(PRUNE_ROWS)
      .as('oldest');
    const old = db
      .selectFrom(oldest)
      .select('id')
      .where('code', '>=', 0)
      .where('received_at', '<', Date.now() - days * DAY_MS);
    const { numDeletedRows } = await db.deleteFrom('shares').where('id', 'in', old).executeTakeFirstOrThrow();
    count += Number(numDeletedRows);
  }
  return count;
}

/** Deletes share rows older than `days` where a pool pays for them: it keeps the books. @returns as {@link pruneShares} */
export async function pruneRelayed(db: NodeDatabase, days: number): Promise<number> {
  const oldest = db
    .selectFrom('shares')
    .select(['id', 'received_at'])
    .orderBy('id')
    .limit(PRUNE_ROWS)
    .as('oldest');
  const old = db
    .selectFrom(oldest)
    .select('id')
    .where('received_at', '<', Date.now() - days * DAY_MS);
  const { numDeletedRows } = await db.deleteFrom('shares').where('id', 'in', old).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

const SUMMED = 'rewards_summed';

/**
 * Adds rewards of settled blocks older than `days` to their devices' totals and deletes their rows: a block has a row
 * for each device of its group. At most 20 blocks in one call, the oldest first.
 * @returns how many blocks; more than 0: call again soon
 */
export async function sumRewards(db: NodeDatabase, days: number, tipHeight: number): Promise<number> {
  return db.transaction().execute(async trx => {
    const next = await trx
      .selectFrom('found_blocks')
      .select(['hash', 'share', 'height', 'found_at'])
      .where('share', '>', Number((await readValue(trx, SUMMED)) ?? 0))
      .orderBy('share')
      .limit(SUM_BLOCKS)
      .execute();
    const young = next.findIndex(
      block => block.found_at >= Date.now() - days * DAY_MS || block.height >= tipHeight - SETTLED,
    );
    const old = young < 0 ? next : next.slice(0, young);
    const last = old[old.length - 1];
    if (last === undefined) return 0;
    const hashes = old.map(block => block.hash);
    const sums = await rewardSums(trx).where('rewards.block', 'in', hashes).execute();
    for (const { device, orphaned, amount } of sums) {
      const column = orphaned === 1 ? 'lost' : 'earned';
      const row = await trx
        .selectFrom('devices')
        .select(column)
        .where('id', '=', device)
        .executeTakeFirstOrThrow();
      const total = (BigInt((row as Record<string, string>)[column]!) + BigInt(amount)).toString();
      await trx
        .updateTable('devices')
        .set({ [column]: total })
        .where('id', '=', device)
        .execute();
    }
    await trx.deleteFrom('rewards').where('block', 'in', hashes).execute();
    await writeValue(trx, SUMMED, String(last.share));
    return old.length;
  });
}

/** Satoshi by device and by whether the block was replaced. The total supply fits 53 bits, and so does each sum. */
function rewardSums(db: Queries) {
  return db
    .selectFrom('rewards')
    .innerJoin('found_blocks', 'found_blocks.hash', 'rewards.block')
    .select(['rewards.device', 'found_blocks.orphaned'])
    .select(sql<number>`sum(cast(rewards.amount as bigint))`.as('amount'))
    .groupBy(['rewards.device', 'found_blocks.orphaned']);
}

export interface DeviceTotals {
  readonly device: string;
  readonly group: string;
  readonly revoked: boolean;
  readonly lastSeen: number | undefined;
  /** Hashes a second as the board measured them last. */
  readonly rate: number;
  /** What it last said about its state, for people. */
  readonly state: string | undefined;
  readonly accepted: number;
  readonly blocks: number;
  readonly rejected: number;
  /** Expected hashes ever credited. */
  readonly work: bigint;
  /** Satoshi of blocks on the best chain. */
  readonly earned: bigint;
  /** Satoshi of blocks that were replaced. */
  readonly lost: bigint;
}

/** What each device did and earned, by id. */
export async function deviceTotals(db: NodeDatabase): Promise<DeviceTotals[]> {
  const devices = await db.selectFrom('devices').selectAll().orderBy('id').execute();
  const counts = new Map<string, { code: number; count: number }[]>();
  for (const { device, code, count } of await db.selectFrom('share_counts').selectAll().execute()) {
    counts.set(device, [...(counts.get(device) ?? []), { code, count }]);
  }
  const rewards = await rewardSums(db).execute();
  const paid = new Map(rewards.map(row => [`${row.device}/${row.orphaned}`, BigInt(row.amount)]));
  return devices.map(row => {
    const own = counts.get(row.id) ?? [];
    const sum = (wanted: (code: number) => boolean): number =>
      own.filter(entry => wanted(entry.code)).reduce((total, entry) => total + entry.count, 0);
    return {
      device: row.id,
      group: row.payout_group,
      revoked: row.revoked_at !== null,
      lastSeen: row.last_seen ?? undefined,
      rate: row.rate,
      state: row.state ?? undefined,
      accepted: sum(isCredited),
      blocks: sum(code => code === ShareCode.block),
      rejected: sum(code => !isCredited(code)),
      work: BigInt(row.credited),
      earned: BigInt(row.earned) + (paid.get(`${row.id}/0`) ?? 0n),
      lost: BigInt(row.lost) + (paid.get(`${row.id}/1`) ?? 0n),
    };
  });
}
