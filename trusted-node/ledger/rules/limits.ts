/**
 * Consensus and policy numbers (Bitcoin Core: consensus/consensus.h, consensus/amount.h, policy/policy.h).
 * @module
 */

/** Satoshi. */
export const COIN = 100_000_000n;
export const MAX_MONEY = 21_000_000n * COIN;

/** Weight units (BIP141). */
export const MAX_BLOCK_WEIGHT = 4_000_000;
export const WITNESS_SCALE_FACTOR = 4;
/** No serialised block of MAX_BLOCK_WEIGHT is longer. */
export const MAX_BLOCK_BYTES = 4_000_000;
export const MAX_BLOCK_SIGOPS_COST = 80_000;

/** Bytes of a coinbase's scriptSig. */
export const MIN_COINBASE_SCRIPT = 2;
export const MAX_COINBASE_SCRIPT = 100;

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
/** Satoshi a virtual byte. */
export const MIN_RELAY_FEE_RATE = 1n;
/** Unconfirmed transactions in a chain, the one itself included. */
export const MAX_ANCESTORS = 25;
export const MAX_DESCENDANTS = 25;
export const DEFAULT_POOL_BYTES = 5_000_000;

export function inMoneyRange(value: bigint): boolean {
  return value >= 0n && value <= MAX_MONEY;
}
