/**
 * The ledger: one chain, its coins and its mempool in one database file.
 *
 * Every change is one transaction that takes SQLite's write lock at its start. What memory holds (tip, mempool) is a
 * copy of committed rows: each transaction first compares two counters in `ledger_state` and reloads what another
 * process changed, and memory follows only after the commit. A failed commit therefore leaves both as they were.
 * @module
 */

import { equalBytes } from '../../firmware/domain/bytes.js';
import { headerHash } from '../../firmware/domain/header.js';
import { NETWORKS, type NetworkRules } from '../../firmware/domain/networks.js';
import { checkProofOfWork } from '../../firmware/domain/target.js';
import type { Balance, WaitingTransaction } from '../ports/chain-queries.js';
import {
  type Admit,
  type ChainTip,
  MAX_HEADERS,
  type SubmitBlockResult,
  type Template,
} from '../ports/upstream.js';
import { openDatabase, storageError } from '../store/sqlite/database.js';
import { type ParsedTransaction, readTransactionBytes } from './accept.js';
import { Branches } from './branch.js';
import {
  addBlock,
  type ChainChange,
  type ChainContext,
  checkPlace,
  InvalidBranch,
  markInvalid,
} from './chain.js';
import { createGenesis } from './genesis.js';
import { balanceOf, type HoldingsContext, ownedCoins } from './holdings.js';
import { ledgerMigrations } from './migrations/index.js';
import { Pool } from './pool.js';
import { acceptStored, storeDisplaced, storeEntry, storeRebuilt } from './pool-changes.js';
import { restoreEntry } from './pool-rows.js';
import { findInclusion } from './proofs.js';
import { checkBlockAlone, type ParsedBlock, readBlock } from './rules/block.js';
import { keyOf } from './rules/coins.js';
import { DEFAULT_POOL_BYTES } from './rules/limits.js';
import { Rejected } from './rules/reject.js';
import { SignatureCache } from './rules/signatures.js';
import { checkSignaturesAhead } from './signatures-ahead.js';
import {
  activeHeaders,
  type Db,
  findBlock,
  findHeader,
  getHeader,
  readPool,
  readState,
  type StoredHeader,
} from './store.js';
import type { LedgerTables } from './tables.js';
import { buildTemplate } from './template.js';
import type {
  BlockInclusion,
  Ledger,
  LedgerOptions,
  OwnedCoin,
  SubmitTransactionResult,
  VerifyProgress,
} from './types.js';
import { verifyLedger } from './verify.js';

/**
 * Opens the ledger of one network, making its genesis when the file is new.
 * @throws StorageError when the file cannot be used, Error when it holds another network
 */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const rules = NETWORKS[options.network];
  if (!rules) throw new RangeError(`unknown network ${options.network}`);
  const db =
    options.database ?? (await openDatabase<LedgerTables>(options.file, { migrations: ledgerMigrations }));
  try {
    await createGenesis(db, rules);
    const ledger = new SqlLedger(db, rules, options);
    await ledger.poll();
    return ledger;
  } catch (error) {
    if (!options.database) await db.destroy();
    throw storageError(error);
  }
}

function toTip({ hash, height, header }: StoredHeader): ChainTip {
  return { hash, height, header, time: header.time };
}

/** What a write transaction returns: `commit` changes memory once the rows are durable. */
interface Outcome<T> {
  result: T;
  commit?: () => void;
}

class SqlLedger implements Ledger {
  readonly network: NetworkRules;
  readonly #db: Db;
  readonly #options: LedgerOptions;
  readonly #chain: ChainContext;
  readonly #tipListeners = new Set<(tip: ChainTip) => void>();
  readonly #poolListeners = new Set<() => void>();
  /** the running operation: one at a time */
  #busy: Promise<unknown> = Promise.resolve();
  #closed = false;
  #tip: ChainTip | undefined;
  #pool = new Pool();
  #chainRevision = -1;
  #poolRevision = -1;

  constructor(db: Db, rules: NetworkRules, options: LedgerOptions) {
    this.#db = db;
    this.network = rules;
    this.#options = options;
    this.#chain = { rules, branches: new Branches(rules), signatures: new SignatureCache() };
  }

  tip(): ChainTip {
    return this.#tip!;
  }

  onTip(listener: (tip: ChainTip) => void): () => void {
    this.#tipListeners.add(listener);
    return () => this.#tipListeners.delete(listener);
  }

  onMempool(listener: () => void): () => void {
    this.#poolListeners.add(listener);
    return () => this.#poolListeners.delete(listener);
  }

  poll(): Promise<void> {
    return this.#read(async () => undefined);
  }

  async submitBlock(bytes: Uint8Array): Promise<SubmitBlockResult> {
    // A copy: the caller's buffer may be reused while this waits.
    const raw = new Uint8Array(bytes);
    const hash = raw.length < 80 ? new Uint8Array(0) : headerHash(raw.subarray(0, 80));
    let block: ParsedBlock;
    try {
      block = readBlock(raw);
      const { nBits } = block.header;
      if (!checkProofOfWork(hash, nBits, this.network.powLimit)) throw new Rejected('high-hash');
      checkBlockAlone(block);
    } catch (error) {
      if (error instanceof Rejected) return { status: 'invalid', hash, reason: error.message };
      throw error;
    }
    return this.#exclusive(async () => {
      if (equalBytes(block.header.previousHash, this.#tip!.hash))
        await checkSignaturesAhead(this.#db, this.#chain.signatures, block);
      try {
        return await this.#write(db => this.#addBlock(db, block));
      } catch (error) {
        if (error instanceof Rejected) return { status: 'invalid', hash, reason: error.message };
        if (!(error instanceof InvalidBranch)) throw error;
        await this.#write(async db => ({ result: await markInvalid(db, error) }));
        return { status: 'invalid', hash, reason: `bad-prevblk: ${error.message}` };
      }
    });
  }

  async #addBlock(db: Db, block: ParsedBlock): Promise<Outcome<SubmitBlockResult>> {
    const { hash } = block;
    const known = await findHeader(db, hash);
    if (known?.status === 'invalid')
      return {
        result: {
          status: 'invalid',
          height: known.height,
          hash,
          reason: `duplicate-invalid: ${known.reason}`,
        },
      };
    if (known) return { result: { status: 'duplicate', height: known.height, hash } };
    const { stored } = await checkPlace(db, this.#chain, block, this.#now());
    const change = await addBlock(db, this.#chain, block, stored);
    const { height } = stored;
    if (!change) return { result: { status: 'side', height, hash } };
    const updatePool = await this.#changePool(db, change);
    return {
      result: { status: 'connected', height, hash },
      commit: () => {
        updatePool?.();
        this.#chainRevision++;
        this.#setTip(change.tip);
      },
    };
  }

  /** @returns what to do with memory after the commit */
  async #changePool(db: Db, change: ChainChange): Promise<(() => void) | undefined> {
    if (change.reorganised) {
      const pool = await storeRebuilt(db, this.#chain, this.#pool, change, this.#now());
      return () => {
        this.#pool = pool;
        this.#poolRevision++;
        this.#emitPool();
      };
    }
    const leaving = await storeDisplaced(db, this.#pool, change);
    if (leaving.size === 0) return undefined;
    return () => {
      for (const { key } of leaving) this.#pool.remove(key);
      this.#poolRevision++;
      this.#emitPool();
    };
  }

  async submitTransaction(bytes: Uint8Array): Promise<SubmitTransactionResult> {
    try {
      const parsed = readTransactionBytes(new Uint8Array(bytes));
      return await this.#exclusive(() => this.#write(db => this.#addTransaction(db, parsed)));
    } catch (error) {
      if (error instanceof Rejected) return { ok: false, reason: error.message };
      throw error;
    }
  }

  async #addTransaction(db: Db, parsed: ParsedTransaction): Promise<Outcome<SubmitTransactionResult>> {
    const { txid } = parsed;
    const known = this.#pool.get(keyOf(txid));
    if (known && equalBytes(known.wtxid, parsed.wtxid)) return { result: { ok: true, txid, known: true } };
    if (known) throw new Rejected('txn-same-nonwitness-data-in-mempool');
    const tip = await getHeader(db, this.#tip!.hash);
    const options = { now: this.#now(), anyFee: false };
    const entry = await acceptStored(db, this.#chain, parsed, this.#pool, tip, options);
    const evicted = this.#pool.makeRoom(entry, this.#options.maxPoolBytes ?? DEFAULT_POOL_BYTES);
    if (!evicted) throw new Rejected('mempool full', 'the fee rate is too low');
    await storeEntry(db, entry, evicted);
    return {
      result: { ok: true, txid, known: false },
      commit: () => {
        for (const { key } of evicted) this.#pool.remove(key);
        this.#pool.add(entry);
        this.#poolRevision++;
        this.#emitPool();
      },
    };
  }

  template(now: number, admit?: Admit): Promise<Template> {
    return this.#read(async db => {
      const parent = await getHeader(db, this.#tip!.hash);
      const context = await this.#chain.branches.context(db, parent);
      return buildTemplate(this.network, context, this.#pool, now, admit);
    });
  }

  balance(script: Uint8Array): Promise<Balance> {
    return this.#read(db => balanceOf(db, this.#holdings(), script));
  }

  coins(scripts: readonly Uint8Array[]): Promise<OwnedCoin[]> {
    return this.#read(db => ownedCoins(db, this.#holdings(), scripts));
  }

  #holdings(): HoldingsContext {
    const { coinbaseMaturity } = this.network;
    return { pool: this.#pool, height: this.#tip!.height + 1, coinbaseMaturity };
  }

  async headers(from: number, count: number): Promise<Uint8Array[]> {
    if (!Number.isInteger(from) || from < 0) throw new RangeError(`headers from height ${from}`);
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} headers`);
    return this.#read(db => activeHeaders(db, from, Math.min(count, MAX_HEADERS)));
  }

  block(hash: Uint8Array): Promise<Uint8Array | undefined> {
    return this.#read(db => findBlock(db, hash));
  }

  heightOf(hash: Uint8Array): Promise<number | undefined> {
    return this.#read(async db => {
      const header = await findHeader(db, hash);
      return header === undefined || header.status === 'invalid' ? undefined : header.height;
    });
  }

  inclusion(txid: Uint8Array): Promise<BlockInclusion | undefined> {
    return this.#read(db => findInclusion(db, txid));
  }

  waiting(): Promise<WaitingTransaction[]> {
    return this.#read(async () =>
      [...this.#pool.entries()].map(({ txid, wtxid, raw, vsize, spent, fee, time, transaction }) => ({
        txid,
        wtxid,
        raw,
        vsize,
        spent,
        fee,
        time,
        parents: this.#pool.parents(transaction).map(parent => parent.txid),
      })),
    );
  }

  mempool() {
    return this.#read(async () => ({
      transactions: this.#pool.size,
      bytes: this.#pool.vsize,
      fees: this.#pool.fees,
    }));
  }

  async verify(progress?: (at: VerifyProgress) => void): Promise<{ height: number; hash: Uint8Array }> {
    // A separate connection: a long read must not hold up the writers of this process.
    const db = await openDatabase<LedgerTables>(this.#options.file, { readOnly: true });
    try {
      return await verifyLedger(db, this.network, progress);
    } finally {
      await db.destroy();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    await this.#exclusive(async () => {
      this.#closed = true;
    });
    this.#tipListeners.clear();
    this.#poolListeners.clear();
    if (!this.#options.database) await this.#db.destroy();
  }

  #now(): number {
    return this.#options.clock?.() ?? Math.floor(Date.now() / 1000);
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const run = this.#busy.then(() => {
      if (this.#closed) throw new Error('the ledger is closed');
      return work();
    });
    this.#busy = run.catch(() => undefined);
    return run;
  }

  async #read<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return this.#exclusive(async () => {
      try {
        const transaction = this.#db.transaction().setAccessMode('read only');
        return await transaction.execute(async db => {
          await this.#sync(db);
          return work(db);
        });
      } catch (error) {
        throw storageError(error);
      }
    });
  }

  async #write<T>(work: (db: Db) => Promise<Outcome<T>>): Promise<T> {
    try {
      const outcome = await this.#db.transaction().execute(async db => {
        await this.#sync(db);
        return work(db);
      });
      outcome.commit?.();
      return outcome.result;
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Picks up what other processes committed. Runs before the transaction's own changes. */
  async #sync(db: Db): Promise<void> {
    const state = await readState(db);
    if (!state) throw new Error('the ledger has no genesis');
    if (state.chain_revision !== this.#chainRevision) {
      this.#setTip(await getHeader(db, state.tip_hash));
      this.#chainRevision = state.chain_revision;
    }
    if (state.pool_revision !== this.#poolRevision) {
      const pool = new Pool();
      for (const row of await readPool(db)) pool.add(await restoreEntry(db, row, pool));
      this.#pool = pool;
      this.#poolRevision = state.pool_revision;
      this.#emitPool();
    }
  }

  #setTip(header: StoredHeader): void {
    const tip = toTip(header);
    this.#tip = tip;
    for (const listener of this.#tipListeners) queueMicrotask(() => listener(tip));
  }

  #emitPool(): void {
    // Not in this call: a listener that throws must not undo what is stored.
    for (const listener of this.#poolListeners) queueMicrotask(listener);
  }
}
