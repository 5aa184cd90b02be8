/**
 * What CHECKLOCKTIMEVERIFY and CHECKSEQUENCEVERIFY compare (BIP65, BIP112; GenericTransactionSignatureChecker of Bitcoin
 * Core): the script's lock with the transaction's own. Whether that has passed is the chain's business.
 * @module
 */

import { type TransactionView, u32At } from '../transaction-view.js';
import type { InputPlace } from './input-place.js';

/** A lock time below is a height, from it on a time. */
const TIME_FROM = 500_000_000;
const FINAL = 0xffffffff;
/** BIP68: this bit in a sequence number means that there is no relative lock. */
const DISABLED = 0x80000000;
/** This one that it is a time. */
const IS_TIME = 1 << 22;
const VALUE = 0xffff;

/** @param lock not negative */
export function isUnlocked({ bytes, end }: TransactionView, { sequence }: InputPlace, lock: number): boolean {
  const lockTime = u32At(bytes, end - 4);
  if (lockTime < TIME_FROM !== lock < TIME_FROM || lock > lockTime) return false;
  return u32At(bytes, sequence) !== FINAL;
}

/** @param lock not negative, at most 39 bits */
export function isUnlockedSequence(
  { bytes, start }: TransactionView,
  { sequence }: InputPlace,
  lock: number,
): boolean {
  // The lower 32 bits: the operation does nothing with the disabling bit.
  const wanted = lock % 0x100000000;
  if (wanted >= DISABLED) return true;
  const own = u32At(bytes, sequence);
  if (u32At(bytes, start) < 2 || own >= DISABLED) return false;
  const ownIsTime = (own & IS_TIME) !== 0;
  if (ownIsTime !== ((wanted & IS_TIME) !== 0)) return false;
  return (wanted & VALUE) <= (own & VALUE);
}
