/**
 * What an upstream with the whole chain can answer besides templates: the quorum's questions, boards' proofs, the
 * owner's balance. One that only relays work (a pool) can answer none of this.
 */
import type { TxOutput } from '../../firmware/domain/transaction.js';

/** A transaction that the next block may take. */
export interface Candidate {
  txid: Uint8Array;
  wtxid: Uint8Array;
  /** satoshi */
  fee: bigint;
  /** txids of waiting transactions that it spends outputs of */
  parents: readonly Uint8Array[];
}

/** A transaction of the mempool, with all that a board needs to judge it. */
export interface WaitingTransaction extends Candidate {
  /** serialised with its witness (BIP144) */
  raw: Uint8Array;
  /** virtual bytes, as fee rates count them */
  vsize: number;
  /** the outputs that its inputs spend, in their order */
  spent: readonly TxOutput[];
  /** when it was accepted or first seen, seconds since 1970 */
  time: number;
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
}

export interface Balance {
  /** in blocks and spendable by age; coins that waiting transactions spend are still counted here */
  confirmed: bigint;
  /** coinbase outputs too young to spend */
  immature: bigint;
  /** what waiting transactions will add or (negative) take */
  pending: bigint;
}

export interface ChainQueries {
  /** All that the next block may take, parents before children. */
  candidates(): Promise<readonly Candidate[]>;
  /**
   * Those of them that boards can be asked about, parents before children; the first ones where there are too many.
   * @throws UpstreamAway when that cannot be said now
   */
  waiting(): Promise<WaitingTransaction[]>;
  /** Height of a known block, including those on branches; undefined when it is unknown, or broke a rule. */
  heightOf(hash: Uint8Array): Promise<number | undefined>;
  /** Of a transaction in the best chain; undefined when it holds none of this txid. */
  inclusion(txid: Uint8Array): Promise<Inclusion | undefined>;
  /** The same as Bitcoin Core's `gettxoutproof` writes it. */
  txOutProof(txid: Uint8Array): Promise<{ height: number; proof: Uint8Array } | undefined>;
  /** Undefined where it is not known: then the owner's own wallet knows it. */
  balance(script: Uint8Array): Promise<Balance | undefined>;
}
