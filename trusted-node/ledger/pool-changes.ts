/** What blocks and new transactions do to the mempool's rows. Memory follows after the commit (ledger.ts). */
import { acceptTransaction, coinsWanted, type ParsedTransaction } from './accept.js';
import type { ChainChange, ChainContext } from './chain.js';
import type { Pool, PoolEntry } from './pool.js';
import { bumpPoolRevision, rebuildPool, toRow } from './pool-rows.js';
import { type Db, deletePool, insertPool, readCoins, type StoredHeader } from './store.js';

/** Checks a transaction against stored coins and `pool`, as of the block after `tip`. @throws Rejected */
export async function acceptStored(
  db: Db,
  chain: ChainContext,
  parsed: ParsedTransaction,
  pool: Pool,
  tip: StoredHeader,
  { now, anyFee }: { now: number; anyFee: boolean },
): Promise<PoolEntry> {
  return acceptTransaction(parsed, {
    pool,
    coins: await readCoins(db, coinsWanted(parsed)),
    height: tip.height + 1,
    medianTime: await chain.branches.medianTime(db, tip),
    coinbaseMaturity: chain.rules.coinbaseMaturity,
    signatures: chain.signatures,
    now,
    anyFee,
  });
}

/** After a block on the tip: its transactions and those it conflicts with leave. @returns those that left */
export async function storeDisplaced(
  db: Db,
  pool: Pool,
  { connected }: ChainChange,
): Promise<ReadonlySet<PoolEntry>> {
  const leaving = pool.displacedBy(connected.transactions, connected.txids);
  if (leaving.size === 0) return leaving;
  await deletePool(
    db,
    [...leaving].map(entry => entry.txid),
  );
  await bumpPoolRevision(db);
  return leaving;
}

/** After a reorganisation: see {@link rebuildPool}. @returns the new pool */
export async function storeRebuilt(
  db: Db,
  chain: ChainContext,
  old: Pool,
  change: ChainChange,
  now: number,
): Promise<Pool> {
  const pool = await rebuildPool(old, change, now, (parsed, next, time) =>
    acceptStored(db, chain, parsed, next, change.tip, { now: time, anyFee: true }),
  );
  await deletePool(
    db,
    [...old.entries()].map(entry => entry.txid),
  );
  await insertPool(db, [...pool.entries()].map(toRow));
  await bumpPoolRevision(db);
  return pool;
}

/** Adds an entry, and removes those that must make room for it. */
export async function storeEntry(db: Db, entry: PoolEntry, evicted: Iterable<PoolEntry>): Promise<void> {
  await deletePool(
    db,
    [...evicted].map(each => each.txid),
  );
  await insertPool(db, [toRow(entry)]);
  await bumpPoolRevision(db);
}
