/**
 * What a transaction must satisfy to spend given coins at a given height (Consensus::CheckTxInputs and IsFinalTx
 * of Bitcoin Core, consensus/tx_verify.cpp).
 *
 * Of relative locks (BIP68) those by blocks are checked; those by time would need the median times of old blocks, and such a
 * spend is refused.
 * @module
 */
import type { Transaction } from '../../../firmware/domain/transaction.js';
import type { Coin } from './coins.js';
import { inMoneyRange, LOCKTIME_THRESHOLD, SEQUENCE_FINAL, WITNESS_SCALE } from './limits.js';
import { require } from './reject.js';
import { accurateSigops, isPushOnly, isScriptHash, operationsOf, witnessProgram } from './script-parse.js';
import { legacySigops } from './script-type.js';

/**
 * Whether the lock time lets the transaction into a block.
 * @param height of the block
 * @param medianTime median time past of the block's parent (BIP113)
 */
export function isFinal(transaction: Transaction, height: number, medianTime: number): boolean {
  const { lockTime, inputs } = transaction;
  if (lockTime < (lockTime < LOCKTIME_THRESHOLD ? height : medianTime)) return true;
  return inputs.every(input => input.sequence === SEQUENCE_FINAL);
}

/**
 * Amounts and maturity.
 * @param spent the inputs' coins, in order
 * @param height of the block the transaction goes into
 * @returns the fee in satoshi
 * @throws Rejected
 */
export function checkSpend(
  transaction: Transaction,
  spent: readonly Coin[],
  height: number,
  coinbaseMaturity: number,
): bigint {
  let input = 0n;
  for (const coin of spent) {
    const age = height - coin.height;
    require(!coin.coinbase ||
      age >=
        coinbaseMaturity, 'bad-txns-premature-spend-of-coinbase', `coinbase output ${age} blocks old, ${coinbaseMaturity} needed`);
    input += coin.value;
    require(inMoneyRange(coin.value) && inMoneyRange(input), 'bad-txns-inputvalues-outofrange');
  }
  let output = 0n;
  for (const { value } of transaction.outputs) output += value;
  require(input >= output, 'bad-txns-in-belowout', `${input} satoshi in, ${output} out`);
  return input - output;
}

/** BIP68: this bit of a sequence number says that there is no relative lock. */
const LOCK_DISABLED = 0x80000000;
/** This one that it is a time. */
const LOCK_IS_TIME = 0x00400000;
const LOCK_VALUE = 0xffff;

/**
 * Relative locks (BIP68), which need to know when the coins were made.
 * @param height of the block the transaction goes into
 * @throws Rejected
 */
export function checkRelativeLocks(
  { version, inputs }: Transaction,
  spent: readonly Coin[],
  height: number,
): void {
  if (version >>> 0 < 2) return;
  inputs.forEach(({ sequence }, i) => {
    if (sequence & LOCK_DISABLED) return;
    require((sequence & LOCK_IS_TIME) === 0, 'non-BIP68-final', 'relative locks by time are not taken here');
    const from = spent[i]!.height + (sequence & LOCK_VALUE);
    require(height >= from, 'non-BIP68-final', `not before block ${from}`);
  });
}

/**
 * Signature operation cost (GetTransactionSigOpCost of Bitcoin Core).
 * @param spent the inputs' coins; empty for a coinbase
 */
export function sigopCost(transaction: Transaction, spent: readonly Coin[]): number {
  let legacy = 0;
  for (const { scriptSig } of transaction.inputs) legacy += legacySigops(scriptSig);
  for (const { script } of transaction.outputs) legacy += legacySigops(script);
  let witness = 0;
  spent.forEach(({ script }, i) => {
    const { scriptSig, witness: items } = transaction.inputs[i]!;
    const redeem = isScriptHash(script) && isPushOnly(scriptSig) ? lastPush(scriptSig) : undefined;
    if (redeem !== undefined) legacy += accurateSigops(redeem);
    witness += witnessSigops(redeem ?? script, items);
  });
  return legacy * WITNESS_SCALE + witness;
}

/** Of P2WPKH one, of P2WSH those of its script; others count by BIP342's budget or not at all. */
function witnessSigops(script: Uint8Array, items: readonly Uint8Array[]): number {
  const found = witnessProgram(script);
  if (found?.version !== 0) return 0;
  if (found.program.length === 20) return 1;
  const last = items[items.length - 1];
  return found.program.length === 32 && last !== undefined ? accurateSigops(last) : 0;
}

function lastPush(script: Uint8Array): Uint8Array | undefined {
  return operationsOf(script).operations.at(-1)?.data;
}
