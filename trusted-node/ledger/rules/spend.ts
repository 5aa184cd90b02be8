/**
 * What a transaction must satisfy to spend given coins at a given height (Consensus::CheckTxInputs and IsFinalTx
 * of Bitcoin Core, consensus/tx_verify.cpp).
 *
 * Not checked: BIP68 relative lock times. They matter for scripts with several branches, which cannot be spent here; a
 * sequence number below 0xffffffff only enables the absolute lock time.
 * @module
 */
import type { Transaction } from '../../../firmware/domain/transaction.js';
import type { Coin } from './coins.js';
import { inMoneyRange, LOCKTIME_THRESHOLD, SEQUENCE_FINAL, WITNESS_SCALE } from './limits.js';
import { require } from './reject.js';
import { classifyScript, legacySigops } from './script-type.js';

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

/**
 * Signature operation cost (GetTransactionSigOpCost of Bitcoin Core).
 * @param spent the inputs' coins; empty for a coinbase
 */
export function sigopCost(transaction: Transaction, spent: readonly Coin[]): number {
  let legacy = 0;
  for (const { scriptSig } of transaction.inputs) legacy += legacySigops(scriptSig);
  for (const { script } of transaction.outputs) legacy += legacySigops(script);
  let witness = 0;
  for (const { script } of spent) if (classifyScript(script).kind === 'p2wpkh') witness++;
  return legacy * WITNESS_SCALE + witness;
}
