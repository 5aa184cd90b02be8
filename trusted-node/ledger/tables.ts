/**
 * The ledger's tables. Byte strings are in internal order; see migrations/001-ledger.ts for keys and indexes.
 * @module
 */
import type { ColumnType } from 'kysely';
import type { MempoolTable } from '../ports/tables.js';

/** Satoshi fit 53 bits (21 million BTC < 2^51): stored as a number, used as bigint. */
type Immutable<T> = ColumnType<T, T, never>;

/**
 * `active`: on the best chain. `side`: stored, header rules hold, its transactions were never (or are no longer)
 * connected. `invalid`: broke a rule when it was connected, or builds on one that did; never tried again.
 */
export type BlockStatus = 'active' | 'side' | 'invalid';

export interface LedgerTables {
  /** One row: which chain this is, and counters that tell other processes what changed. */
  ledger_state: {
    id: number;
    network: string;
    tip_hash: Uint8Array;
    /** grows with every change of the tip */
    chain_revision: number;
    /** grows with every change of the mempool */
    pool_revision: number;
  };
  /** Every accepted header. */
  headers: {
    hash: Uint8Array;
    height: number;
    previous_hash: Uint8Array;
    /** 32 bytes, big-endian: sorts as the number does */
    chain_work: Uint8Array;
    /** 80 bytes */
    header: Uint8Array;
    status: BlockStatus;
    /** why it is invalid */
    reason: string | null;
  };
  /** Whole blocks as they came, one for each header. */
  blocks: {
    hash: Uint8Array;
    raw: Immutable<Uint8Array>;
  };
  /** What a connected block spent, for disconnecting it (rules/undo.ts). */
  undo: {
    hash: Uint8Array;
    data: Uint8Array;
  };
  /** The best chain by height. */
  active_chain: {
    height: number;
    hash: Uint8Array;
  };
  /** Unspent outputs of the best chain. */
  utxo: {
    /** txid and index: 36 bytes, as in an input */
    outpoint: Uint8Array;
    value: number;
    script: Uint8Array;
    /** SHA-256 of the script: indexed, the wallet's key */
    script_hash: Uint8Array;
    height: number;
    /** 1 when a coinbase made it */
    coinbase: number;
  };
  /** Accepted transactions that no block of the best chain holds. */
  mempool: MempoolTable;
  /** Where each transaction of the best chain is, coinbases included. */
  confirmed: {
    txid: Uint8Array;
    height: number;
    /** in its block, from 0 */
    position: number;
  };
}
