/**
 * The ledger as the rest of the node sees it: an upstream, and everything that only a whole chain can tell. Hashes are
 * 32 bytes in internal order, amounts and work bigint, times seconds since 1970.
 * @module
 */
import type { Kysely } from 'kysely';
import type { NetworkRules } from '../../firmware/domain/networks.js';
import type { Balance, Inclusion, WaitingTransaction } from '../ports/chain-queries.js';
import type { Admit, ChainTip, SubmitBlockResult, Template, Upstream } from '../ports/upstream.js';
import type { LedgerTables } from './tables.js';

export type SubmitTransactionResult =
  | { ok: true; txid: Uint8Array; known: boolean }
  | { ok: false; reason: string };

/** An output that can be spent, now or when it is old enough. */
export interface OwnedCoin {
  txid: Uint8Array;
  index: number;
  value: bigint;
  script: Uint8Array;
  /** block that made it; undefined while it waits in the mempool */
  height?: number;
  coinbase: boolean;
  /** false for a coinbase output that is too young */
  mature: boolean;
}

export interface VerifyProgress {
  height: number;
  total: number;
}

export interface BlockInclusion extends Inclusion {
  /** of the whole block */
  txids: readonly Uint8Array[];
}

export interface Ledger extends Upstream {
  tip(): ChainTip;
  template(now: number, admit?: Admit): Promise<Template>;
  /**
   * Validates and stores a block. Resolves after the commit is durable.
   * @throws StorageError when it cannot be stored; then the state is unchanged
   */
  submitBlock(raw: Uint8Array): Promise<SubmitBlockResult>;
  /**
   * Validates a transaction for the mempool. No replacement (BIP125): the first seen stays.
   * @throws StorageError as above
   */
  submitTransaction(raw: Uint8Array): Promise<SubmitTransactionResult>;
  balance(script: Uint8Array): Promise<Balance>;
  /** Coins of these scripts that no waiting transaction spends. */
  coins(scripts: readonly Uint8Array[]): Promise<OwnedCoin[]>;
  /** The stored block, or undefined. */
  block(hash: Uint8Array): Promise<Uint8Array | undefined>;
  /** Height of a stored block, including those on branches; undefined when it is not stored or broke a rule. */
  heightOf(hash: Uint8Array): Promise<number | undefined>;
  /** Of a transaction in the best chain; undefined when it holds none of this txid. */
  inclusion(txid: Uint8Array): Promise<BlockInclusion | undefined>;
  /** All that wait, parents before children. */
  waiting(): Promise<WaitingTransaction[]>;
  /** `bytes` are virtual ones. */
  mempool(): Promise<{ transactions: number; bytes: number; fees: bigint }>;
  /**
   * Verifies everything stored, from the genesis on, trusting only the raw blocks.
   * @throws VerifyError naming height and reason
   */
  verify(progress?: (at: VerifyProgress) => void): Promise<{ height: number; hash: Uint8Array }>;
  /** Waits for the running operation. The database is closed only when the ledger opened it. */
  close(): Promise<void>;
}

/** Something stored is not what the rules or the other tables say. */
export class VerifyError extends Error {
  override readonly name = 'VerifyError';
  constructor(
    readonly height: number,
    reason: string,
  ) {
    super(`height ${height}: ${reason}`);
  }
}

export interface LedgerOptions {
  /** path of the SQLite file; made when it does not exist */
  file: string;
  network: NetworkRules['name'];
  /**
   * the open handle on `file`, when other parts of this process use it too (they must share one, see database.ts);
   * its migrations must include `ledgerMigrations`
   */
  database?: Kysely<LedgerTables>;
  /** seconds since 1970; the system's clock when left out */
  clock?: () => number;
  /** the most virtual bytes in the mempool */
  maxPoolBytes?: number;
}
