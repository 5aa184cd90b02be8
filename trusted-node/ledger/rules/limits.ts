/**
 * Consensus and policy numbers (Bitcoin Core: consensus/consensus.h, consensus/amount.h, policy/policy.h).
 * @module
 */

import { MAX_MONEY } from '../../../firmware/domain/transaction.js';

// Numbers that boards share exist only once. The ledger checks what follows from them by its own rules.
export { COIN } from '../../../firmware/domain/chain.js';
export { MAX_COINBASE_SCRIPT } from '../../../firmware/domain/coinbase.js';
export {
  MAX_BLOCK_SIGOPS_COST,
  MAX_BLOCK_WEIGHT,
  MAX_MONEY,
  MIN_STRIPPED_LENGTH,
  WITNESS_SCALE,
} from '../../../firmware/domain/transaction.js';

/** No serialised block of MAX_BLOCK_WEIGHT is longer. */
export const MAX_BLOCK_BYTES = 4_000_000;

/** The fewest bytes of a coinbase's scriptSig. */
export const MIN_COINBASE_SCRIPT = 2;

/** A lock time below is a height, from it on a time (CTxIn, IsFinalTx). */
export const LOCKTIME_THRESHOLD = 500_000_000;
export const SEQUENCE_FINAL = 0xffffffff;

/** Outputs with longer scripts can never be spent (CScript::IsUnspendable). */
export const MAX_SCRIPT_SIZE = 10_000;

/** Weight and signature operations that a template leaves for header and coinbase. */
export const COINBASE_RESERVE_WEIGHT = 8_000;
export const COINBASE_RESERVE_SIGOPS = 400;

/** Mempool policy. */
export const MAX_POOL_TRANSACTION_WEIGHT = 400_000;
/** Satoshi per virtual byte. */
export const MIN_RELAY_FEE_RATE = 1n;
/** Unconfirmed transactions in a chain, the one itself included. */
export const MAX_ANCESTORS = 25;
export const MAX_DESCENDANTS = 25;
export const DEFAULT_POOL_BYTES = 5_000_000;

export function inMoneyRange(value: bigint): boolean {
  return value >= 0n && value <= MAX_MONEY;
}
