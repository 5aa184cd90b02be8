/**
 * The ledger's rows as values: reading and writing tables, no rules. Every function takes the handle or the running
 * transaction. A row that cannot have been written this way throws StorageError 'corrupt'.
 * @module
 */
import type { Kysely } from 'kysely';
import { sha256 } from '../../firmware/domain/hash.js';
import { type BlockHeader, decodeHeader } from '../../firmware/domain/header.js';
import { STATEMENT_ROWS } from '../ports/store.js';
import { StorageError } from '../store/sqlite/database.js';
import { type Coin, keyOf } from './rules/coins.js';
import { inMoneyRange } from './rules/limits.js';
import type { BlockStatus, LedgerTables } from './tables.js';

export type Db = Kysely<LedgerTables>;

export interface StoredHeader {
  hash: Uint8Array;
  height: number;
  header: BlockHeader;
  chainWork: bigint;
  status: BlockStatus;
  reason: string | null;
}

/** A column's bytes as a plain Uint8Array: the driver returns Node's Buffer, whose slice() does not copy. */
export function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function fromKey(key: string): Uint8Array {
  return plain(Buffer.from(key, 'hex'));
}

export function workBytes(work: bigint): Uint8Array {
  return fromKey(work.toString(16).padStart(64, '0'));
}

export function toSatoshi(value: number | string | bigint): bigint {
  const satoshi = typeof value === 'number' && !Number.isSafeInteger(value) ? -1n : BigInt(value);
  if (!inMoneyRange(satoshi)) throw new StorageError('corrupt', `an amount of ${value} satoshi is stored`);
  return satoshi;
}

function chunks<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < list.length; i += STATEMENT_ROWS) parts.push(list.slice(i, i + STATEMENT_ROWS));
  return parts;
}

export async function readState(db: Db) {
  return db.selectFrom('ledger_state').selectAll().where('id', '=', 1).executeTakeFirst();
}

const HEADER_COLUMNS = ['hash', 'height', 'header', 'chain_work', 'status', 'reason'] as const;

type HeaderRow = Pick<LedgerTables['headers'], (typeof HEADER_COLUMNS)[number]>;

function toHeader(row: HeaderRow): StoredHeader {
  return {
    hash: plain(row.hash),
    height: row.height,
    header: decodeHeader(plain(row.header)),
    chainWork: BigInt(`0x${keyOf(row.chain_work)}`),
    status: row.status,
    reason: row.reason,
  };
}

export async function findHeader(db: Db, hash: Uint8Array): Promise<StoredHeader | undefined> {
  const row = await db
    .selectFrom('headers')
    .select(HEADER_COLUMNS)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row && toHeader(row);
}

export async function getHeader(db: Db, hash: Uint8Array): Promise<StoredHeader> {
  const header = await findHeader(db, hash);
  if (!header) throw new StorageError('corrupt', 'a header is missing');
  return header;
}

export async function insertBlock(
  db: Db,
  block: Omit<StoredHeader, 'reason'> & { raw: Uint8Array },
): Promise<void> {
  await db
    .insertInto('headers')
    .values({
      hash: block.hash,
      height: block.height,
      previous_hash: block.header.previousHash,
      chain_work: workBytes(block.chainWork),
      header: block.raw.subarray(0, 80),
      status: block.status,
      reason: null,
    })
    .execute();
  await db.insertInto('blocks').values({ hash: block.hash, raw: block.raw }).execute();
}

export async function setStatus(
  db: Db,
  hash: Uint8Array,
  status: BlockStatus,
  reason: string | null,
): Promise<void> {
  await db.updateTable('headers').set({ status, reason }).where('hash', '=', hash).execute();
}

/** Hashes of the headers right above this one, on all branches. */
export async function childrenOf(db: Db, hash: Uint8Array): Promise<Uint8Array[]> {
  const rows = await db.selectFrom('headers').select('hash').where('previous_hash', '=', hash).execute();
  return rows.map(row => plain(row.hash));
}

export async function findBlock(db: Db, hash: Uint8Array): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('blocks').select('raw').where('hash', '=', hash).executeTakeFirst();
  return row && plain(row.raw);
}

export async function getBlock(db: Db, hash: Uint8Array): Promise<Uint8Array> {
  const raw = await findBlock(db, hash);
  if (!raw) throw new StorageError('corrupt', 'a block is missing');
  return raw;
}

export async function getUndo(db: Db, hash: Uint8Array): Promise<Uint8Array> {
  const row = await db.selectFrom('undo').select('data').where('hash', '=', hash).executeTakeFirst();
  if (!row) throw new StorageError('corrupt', 'undo data is missing');
  return plain(row.data);
}

/** 80-byte headers of the best chain from height `from` on. */
export async function activeHeaders(db: Db, from: number, count: number): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('active_chain')
    .innerJoin('headers', 'headers.hash', 'active_chain.hash')
    .select('headers.header')
    .where('active_chain.height', '>=', from)
    .where('active_chain.height', '<', from + count)
    .orderBy('active_chain.height')
    .execute();
  return rows.map(row => plain(row.header));
}

/** The transactions of a block that became part of the best chain. */
export async function insertConfirmed(db: Db, txids: readonly Uint8Array[], height: number): Promise<void> {
  const rows = txids.map((txid, position) => ({ txid, height, position }));
  for (const part of chunks(rows)) await db.insertInto('confirmed').values(part).execute();
}

/** Where a transaction is in the best chain, and the block it is in. */
export async function findConfirmed(
  db: Db,
  txid: Uint8Array,
): Promise<{ height: number; position: number; raw: Uint8Array } | undefined> {
  const row = await db
    .selectFrom('confirmed')
    .innerJoin('active_chain', 'active_chain.height', 'confirmed.height')
    .innerJoin('blocks', 'blocks.hash', 'active_chain.hash')
    .select(['confirmed.height', 'confirmed.position', 'blocks.raw'])
    .where('confirmed.txid', '=', txid)
    .executeTakeFirst();
  return row && { ...row, raw: plain(row.raw) };
}

type CoinRow = Pick<LedgerTables['utxo'], 'value' | 'script' | 'height' | 'coinbase'>;

export function toCoin(row: CoinRow): Coin {
  return {
    value: toSatoshi(row.value),
    script: plain(row.script),
    height: row.height,
    coinbase: row.coinbase !== 0,
  };
}

/** Those of the named coins that exist. */
export async function readCoins(db: Db, keys: readonly string[]): Promise<Map<string, Coin>> {
  const coins = new Map<string, Coin>();
  for (const part of chunks(keys)) {
    const rows = await db.selectFrom('utxo').selectAll().where('outpoint', 'in', part.map(fromKey)).execute();
    for (const row of rows) coins.set(keyOf(row.outpoint), toCoin(row));
  }
  return coins;
}

export async function coinsOfScripts(db: Db, scripts: readonly Uint8Array[]): Promise<Map<string, Coin>> {
  const coins = new Map<string, Coin>();
  for (const part of chunks(scripts)) {
    const rows = await db
      .selectFrom('utxo')
      .selectAll()
      .where('script_hash', 'in', part.map(sha256))
      .orderBy('height')
      .orderBy('outpoint')
      .execute();
    for (const row of rows) coins.set(keyOf(row.outpoint), toCoin(row));
  }
  return coins;
}

/**
 * Satoshi of a script's coins.
 * @param matured newest height whose coinbase outputs can be spent
 */
export async function sumsOfScript(
  db: Db,
  script: Uint8Array,
  matured: number,
): Promise<{ confirmed: bigint; immature: bigint }> {
  const sum = async (immature: boolean): Promise<bigint> => {
    const { total } = await db
      .selectFrom('utxo')
      .select(eb => eb.fn.sum<number | string | null>('value').as('total'))
      .where('script_hash', '=', sha256(script))
      .where(eb => {
        const young = eb.and([eb('coinbase', '=', 1), eb('height', '>', matured)]);
        return immature ? young : eb.not(young);
      })
      .executeTakeFirstOrThrow();
    return toSatoshi(total ?? 0);
  };
  return { confirmed: await sum(false), immature: await sum(true) };
}

/** Changes the coins. @throws StorageError 'corrupt' when one to remove is missing */
export async function changeCoins(
  db: Db,
  remove: Iterable<string>,
  add: ReadonlyMap<string, Coin>,
): Promise<void> {
  for (const part of chunks([...remove])) {
    const { numDeletedRows } = await db
      .deleteFrom('utxo')
      .where('outpoint', 'in', part.map(fromKey))
      .executeTakeFirst();
    if (Number(numDeletedRows) !== part.length)
      throw new StorageError('corrupt', 'a coin to be removed is missing');
  }
  for (const part of chunks([...add])) {
    const rows = part.map(([key, coin]) => ({
      outpoint: fromKey(key),
      value: Number(coin.value),
      script: coin.script,
      script_hash: sha256(coin.script),
      height: coin.height,
      coinbase: coin.coinbase ? 1 : 0,
    }));
    await db.insertInto('utxo').values(rows).execute();
  }
}

export type PoolRow = LedgerTables['mempool'];

export async function readPool(db: Db): Promise<PoolRow[]> {
  const rows = await db.selectFrom('mempool').selectAll().orderBy('sequence').execute();
  return rows.map(row => ({ ...row, txid: plain(row.txid), wtxid: plain(row.wtxid), raw: plain(row.raw) }));
}

export async function insertPool(db: Db, rows: readonly PoolRow[]): Promise<void> {
  for (const part of chunks(rows)) await db.insertInto('mempool').values(part).execute();
}

export async function deletePool(db: Db, txids: readonly Uint8Array[]): Promise<void> {
  for (const part of chunks(txids)) await db.deleteFrom('mempool').where('txid', 'in', part).execute();
}
