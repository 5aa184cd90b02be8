/** Mempool entries as rows and back. */

import { sha256d } from '../../firmware/domain/hash.js';
import {
  serializeTransaction,
  type Transaction,
  transactionWeight,
  txid,
} from '../../firmware/domain/transaction.js';
import { StorageError } from '../store/sqlite/database.js';
import { type ParsedTransaction, readTransactionBytes, virtualSize } from './accept.js';
import type { ChainChange } from './chain.js';
import { Pool, type PoolEntry } from './pool.js';
import { keyOf, outpointKey } from './rules/coins.js';
import { Rejected } from './rules/reject.js';
import { sigopCost } from './rules/spend.js';
import { type Db, type PoolRow, readCoins, toSatoshi } from './store.js';

export function toRow({ txid, wtxid, raw, fee, time, sequence }: PoolEntry): PoolRow {
  return { txid, wtxid, raw, fee: Number(fee), time, sequence };
}

/**
 * An entry as it was accepted. Rules are not checked again: every change of the chain has done that.
 * @param pool with the entries of lower sequence
 * @throws StorageError 'corrupt'
 */
export async function restoreEntry(db: Db, row: PoolRow, pool: Pool): Promise<PoolEntry> {
  try {
    const parsed = readTransactionBytes(row.raw);
    const { transaction } = parsed;
    const coins = await readCoins(
      db,
      transaction.inputs.map(({ previous }) => outpointKey(previous)),
    );
    const spent = transaction.inputs.map(({ previous }) => {
      const output =
        coins.get(outpointKey(previous)) ??
        pool.get(keyOf(previous.txid))?.transaction.outputs[previous.index];
      if (!output) throw new Error('it spends what is not there');
      return { ...output, height: 0, coinbase: false };
    });
    const sigops = sigopCost(transaction, spent);
    const weight = transactionWeight(transaction);
    return {
      ...parsed,
      spent: spent.map(({ value, script }) => ({ value, script })),
      key: keyOf(parsed.txid),
      fee: toSatoshi(row.fee),
      weight,
      sigops,
      vsize: virtualSize(weight, sigops),
      time: row.time,
      sequence: row.sequence,
    };
  } catch (error) {
    throw new StorageError(
      'corrupt',
      `a stored mempool transaction is damaged: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** A transaction of a stored block as it would be submitted alone. */
function reserialised(transaction: Transaction): ParsedTransaction {
  const raw = serializeTransaction(transaction);
  return { transaction, raw, txid: txid(transaction), wtxid: sha256d(raw) };
}

export async function bumpPoolRevision(db: Db): Promise<void> {
  await db
    .updateTable('ledger_state')
    .set(eb => ({ pool_revision: eb('pool_revision', '+', 1) }))
    .where('id', '=', 1)
    .execute();
}

/**
 * The pool after a reorganisation: disconnected transactions, then the old pool's, each accepted again by `accept` (on
 * the new chain, whatever its fee). What the new chain makes invalid is dropped.
 */
export async function rebuildPool(
  old: Pool,
  { disconnected, connected }: Pick<ChainChange, 'disconnected' | 'connected'>,
  now: number,
  accept: (parsed: ParsedTransaction, pool: Pool, time: number) => Promise<PoolEntry>,
): Promise<Pool> {
  const confirmed = new Set(connected.txids.map(keyOf));
  const waiting: (ParsedTransaction & { time: number })[] = [
    ...disconnected.transactions.map(transaction => ({ ...reserialised(transaction), time: now })),
    ...old.entries(),
  ];
  const pool = new Pool();
  for (const one of waiting) {
    if (confirmed.has(keyOf(one.txid))) continue;
    try {
      pool.add(await accept(one, pool, one.time));
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
    }
  }
  return pool;
}
