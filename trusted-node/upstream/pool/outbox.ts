/** Shares on their way to a pool, in the store until their fate is known, and what became of them. */
import { equalBytes } from '../../../firmware/domain/bytes.js';
import type { NodeDatabase, Queries } from '../../ports/store.js';
import type { ServiceTables } from '../../ports/tables.js';

export type PoolShare = Omit<ServiceTables['pool_shares'], 'id'> & { readonly id: number };

/** Shares read at once. */
const AT_ONCE = 100;

/** What came of shares: 'accepted', a reason of Stratum's REJECTS, or 'late' when the pool could not be asked any more. */
export interface PoolCount {
  readonly pool: string;
  readonly device: string;
  readonly result: string;
  readonly count: number;
  /** Expected hashes. */
  readonly work: bigint;
  /** Those that met the block's target. */
  readonly blocks: number;
}

export class PoolOutbox {
  constructor(private readonly db: NodeDatabase) {}

  /** The oldest after `after`, of a pool and one of its extranonces. */
  waiting(pool: string, extranonce1: Uint8Array, after: number): Promise<PoolShare[]> {
    return this.db
      .selectFrom('pool_shares')
      .selectAll()
      .where('pool', '=', pool)
      .where('extranonce1', '=', extranonce1)
      .where('id', '>', after)
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
  }

  /** The newest share's number: those up to it are of an earlier run. */
  async newest(): Promise<number> {
    const row = await this.db
      .selectFrom('pool_shares')
      .select(eb => eb.fn.max('id').as('id'))
      .executeTakeFirst();
    return row?.id ?? 0;
  }

  /** The pool has answered. Undefined when that was known before. */
  answered(id: number, result: string): Promise<PoolShare | undefined> {
    return this.db.transaction().execute(async trx => {
      const row = await trx.selectFrom('pool_shares').selectAll().where('id', '=', id).executeTakeFirst();
      if (row !== undefined) await settle(trx, row, result);
      return row;
    });
  }

  /**
   * Gives up what no pool takes any more: shares for another parent, and those of an extranonce that the pool has replaced.
   * @param keep those on their way: they are answered
   * @returns how many
   */
  async giveUp(
    keep: ReadonlySet<number>,
    old: { readonly notOn: Uint8Array } | { readonly pool: string; readonly notWith: Uint8Array },
  ): Promise<number> {
    return this.db.transaction().execute(async trx => {
      const rows = await trx.selectFrom('pool_shares').selectAll().execute();
      let count = 0;
      for (const row of rows) {
        const gone =
          'notOn' in old
            ? !equalBytes(new Uint8Array(row.previous_hash), old.notOn)
            : row.pool === old.pool && !equalBytes(new Uint8Array(row.extranonce1), old.notWith);
        if (!gone || keep.has(row.id)) continue;
        await settle(trx, row, 'late');
        count++;
      }
      return count;
    });
  }
}

async function settle(trx: Queries, row: PoolShare, result: string): Promise<void> {
  const { id, pool, device, block } = row;
  await trx.deleteFrom('pool_shares').where('id', '=', id).execute();
  const key = { pool, device, result };
  const old = await trx
    .selectFrom('pool_counts')
    .select(['count', 'work', 'blocks'])
    .where('pool', '=', pool)
    .where('device', '=', device)
    .where('result', '=', result)
    .executeTakeFirst();
  const sums = {
    count: (old?.count ?? 0) + 1,
    work: (BigInt(old?.work ?? 0) + BigInt(row.work)).toString(),
    blocks: (old?.blocks ?? 0) + block,
  };
  await trx
    .insertInto('pool_counts')
    .values({ ...key, ...sums })
    .onConflict(conflict => conflict.columns(['pool', 'device', 'result']).doUpdateSet(sums))
    .execute();
}

/** Everything that pools said of this node's shares, and how many wait. */
export async function poolCounts(db: Queries): Promise<{ counts: PoolCount[]; waiting: number }> {
  const rows = await db.selectFrom('pool_counts').selectAll().orderBy('pool').orderBy('device').execute();
  const { waiting } = await db
    .selectFrom('pool_shares')
    .select(eb => eb.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow();
  return { counts: rows.map(row => ({ ...row, work: BigInt(row.work) })), waiting: Number(waiting) };
}
