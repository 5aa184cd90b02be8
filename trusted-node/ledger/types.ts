/**
 * The ledger as the rest of the node sees it. Hashes are 32 bytes in internal order, amounts and work bigint,
 * times seconds since 1970.
 * @module
 */
import type { Kysely } from 'kysely';
import type { BlockHeader } from '../../firmware/domain/header.js';
import type { NetworkRules } from '../../firmware/domain/networks.js';
import type { TxOutput } from '../../firmware/domain/transaction.js';
import type { LedgerTables } from './tables.js';

export interface ChainTip {
  hash: Uint8Array;
  height: number;
  header: BlockHeader;
  /** expected hashes of the whole chain, the genesis included */
  chainWork: bigint;
  /** the header's time */
  time: number;
}

export interface TemplateTransaction {
  /** serialised with its witness (BIP144) */
  raw: Uint8Array;
  txid: Uint8Array;
  wtxid: Uint8Array;
  /** satoshi */
  fee: bigint;
  /** weight units (BIP141) */
  weight: number;
}

/** What a block on the present tip must have. The coinbase is the caller's to build (domain/coinbase.ts). */
export interface Template {
  height: number;
  /** 0x20000000: BIP320 leaves bits 13..28 to the miner */
  version: number;
  previousHash: Uint8Array;
  nBits: number;
  /** `now`, moved into minTime..maxTime */
  time: number;
  /** median time past + 1, or later where only a later block has these nBits */
  minTime: number;
  /** now + 7200, or earlier where only an earlier block has these nBits */
  maxTime: number;
  /** what the coinbase may pay at most: subsidy + fees */
  value: bigint;
  /** without the coinbase, parents before children */
  transactions: TemplateTransaction[];
  /** BIP141 commitment for a coinbase whose witness is 32 zero bytes */
  witnessCommitment: Uint8Array;
  /** from the coinbase (leaf 0) to the merkle root */
  merkleBranch: Uint8Array[];
}

export type SubmitBlockResult =
  /** on the best chain now, stored durably */
  | { status: 'connected'; height: number; hash: Uint8Array }
  /** stored, but another branch has as much work or more */
  | { status: 'side'; height: number; hash: Uint8Array }
  /** stored before; `height` as stored */
  | { status: 'duplicate'; height: number; hash: Uint8Array }
  /** a rule is broken; `reason` starts with Bitcoin Core's code. `hash` is empty when no header could be read */
  | { status: 'invalid'; height?: number; hash: Uint8Array; reason: string };

export type SubmitTransactionResult =
  | { ok: true; txid: Uint8Array; known: boolean }
  | { ok: false; reason: string };

export interface Balance {
  /** in blocks and spendable by age; coins that waiting transactions spend are still counted here */
  confirmed: bigint;
  /** coinbase outputs too young to spend */
  immature: bigint;
  /** what waiting transactions will add or (negative) take */
  pending: bigint;
}

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

/** A transaction of the mempool. */
export interface WaitingTransaction {
  txid: Uint8Array;
  wtxid: Uint8Array;
  /** serialised with its witness (BIP144) */
  raw: Uint8Array;
  /** virtual bytes, as fee rates count them */
  vsize: number;
  /** the outputs that its inputs spend, in their order */
  spent: readonly TxOutput[];
  /** satoshi */
  fee: bigint;
  /** when it was accepted, seconds since 1970 */
  time: number;
  /** waiting transactions that it spends outputs of */
  parents: readonly Uint8Array[];
}

/** Where a transaction is in the best chain, and what leads from it to the block's header. */
export interface Inclusion {
  height: number;
  /** 80 bytes */
  header: Uint8Array;
  /** of the transaction in its block, from 0 */
  index: number;
  /** merkle nodes from the transaction to the root, lowest first */
  branch: readonly Uint8Array[];
  /** of the whole block */
  txids: readonly Uint8Array[];
}

/** Both ids: 32 bytes, internal order. */
export type Admit = (entry: { readonly txid: Uint8Array; readonly wtxid: Uint8Array }) => boolean;

export interface Ledger {
  readonly network: NetworkRules;
  /** The best chain's newest block, as of the last change or {@link Ledger.poll}. */
  tip(): ChainTip;
  /** Called after the commit, once for each change. Returns the way to stop. */
  onTip(listener: (tip: ChainTip) => void): () => void;
  onMempool(listener: () => void): () => void;
  /**
   * @param now seconds since 1970
   * @param admit says of a waiting transaction whether it may go into the block; with it all its ancestors must be. All
   *   may when left out.
   */
  template(now: number, admit?: Admit): Promise<Template>;
  /**
   * Validates and stores a block. Resolves after the commit is durable.
   * @throws StorageError when it cannot be stored; the state is then as before
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
  /** Up to `count` (0..2000) headers of the best chain, 80 bytes each, from height `from` on. */
  headers(from: number, count: number): Promise<Uint8Array[]>;
  /** The stored block, or undefined. */
  block(hash: Uint8Array): Promise<Uint8Array | undefined>;
  /** Height of a stored block, also of one on a branch; undefined when it is not stored or broke a rule. */
  heightOf(hash: Uint8Array): Promise<number | undefined>;
  /** Of a transaction in the best chain; undefined when it holds none of this txid. */
  inclusion(txid: Uint8Array): Promise<Inclusion | undefined>;
  /** All that wait, parents before children. */
  waiting(): Promise<WaitingTransaction[]>;
  /** `bytes` are virtual ones. */
  mempool(): Promise<{ transactions: number; bytes: number; fees: bigint }>;
  /**
   * Verifies everything stored, from the genesis on, trusting only the raw blocks.
   * @throws VerifyError naming height and reason
   */
  verify(progress?: (at: VerifyProgress) => void): Promise<{ height: number; hash: Uint8Array }>;
  /** Notices what other processes changed, and tells the listeners. */
  poll(): Promise<void>;
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
  /** most virtual bytes in the mempool */
  maxPoolBytes?: number;
}
