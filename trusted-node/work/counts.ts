/** Counters of shares by result code and of credited work, in the database. */
import type { Transaction } from 'kysely';
import { ShareCode } from '../../firmware/domain/share.js';
import type { NodeTables } from '../ports/store.js';

/** Whether shares of this code are worth their work: accepted, or a block. */
export function isCredited(code: number): boolean {
  return code <= ShareCode.block;
}

/** Counts that wait to be stored, by "device/code". */
export type Counts = Map<string, number>;

export function bump(counts: Counts, device: string, code: ShareCode, by: number): void {
  const key = `${device}/${code}`;
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** Adds `counts` to the stored ones. */
export async function addCounts(trx: Transaction<NodeTables>, counts: Counts): Promise<void> {
  for (const [key, count] of counts) {
    const [device = '', code] = key.split('/');
    await trx
      .insertInto('share_counts')
      .values({ device, code: Number(code), count })
      .onConflict(conflict =>
        conflict
          .columns(['device', 'code'])
          .doUpdateSet(eb => ({ count: eb('share_counts.count', '+', count) })),
      )
      .execute();
  }
}

/** Credits a device with expected hashes. */
export async function addCredit(trx: Transaction<NodeTables>, device: string, work: bigint): Promise<void> {
  const row = await trx
    .selectFrom('devices')
    .select('credited')
    .where('id', '=', device)
    .executeTakeFirstOrThrow();
  const credited = (BigInt(row.credited) + work).toString();
  await trx.updateTable('devices').set({ credited }).where('id', '=', device).execute();
}
