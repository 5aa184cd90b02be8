/**
 * Spoilt copies of transactions: now and then a board is asked about one, and if it calls that valid, it does not judge
 * what it signs. A copy looks like any other offer, the board signs the copy's own ids, and it never gets into the
 * ledger.
 */
import { randomInt } from 'node:crypto';
import { CONSENSUS } from '../../firmware/domain/script-flags.js';
import {
  parseTransaction,
  serializeTransaction,
  type Transaction,
  type TxOutput,
  txid,
  wtxid,
} from '../../firmware/domain/transaction.js';
import { Rejected } from '../ledger/rules/reject.js';
import { checkWitnesses } from '../ledger/rules/signatures.js';
import type { WaitingTransaction } from '../ports/chain-queries.js';

export interface Probe {
  readonly raw: Uint8Array;
  readonly txid: Uint8Array;
  readonly wtxid: Uint8Array;
}

/** Flips one bit of a signature's S: it stays well formed. @returns false when there is no signature */
function spoilSignature({ inputs }: Transaction): boolean {
  const witness = inputs[randomInt(inputs.length)]!.witness;
  const [signature] = witness;
  if (signature === undefined || signature.length < 64) return false;
  const copy = signature.slice();
  // A DER signature ends with S and the hash type, a Schnorr signature with S and perhaps one: the low half of S.
  copy[copy.length - 2 - randomInt(12)]! ^= 1 << randomInt(8);
  witness[0] = copy;
  return true;
}

/** An amount other than the signed one. */
function spoilAmount({ outputs }: Transaction): boolean {
  const output = outputs[randomInt(outputs.length)]!;
  if (output.value < 2n) return false;
  output.value += randomInt(2) === 0 ? -1n : 1n;
  return true;
}

/** More than the inputs have. */
function spoilSum({ outputs }: Transaction, spent: readonly TxOutput[]): boolean {
  const output = outputs[randomInt(outputs.length)]!;
  for (const { value } of spent) output.value += value;
  return true;
}

const WAYS = [spoilSignature, spoilAmount, spoilSum] as const;

/**
 * A copy that the ledger's own rules refuse.
 * @returns undefined when none could be made (an amount that its signature leaves open, say), or when those rules refuse
 *   the transaction itself, as they do scripts that they do not know
 */
export function makeProbe({ raw, spent }: WaitingTransaction): Probe | undefined {
  if (isRefused(parseTransaction(raw), spent)) return undefined;
  const first = randomInt(WAYS.length);
  for (let i = 0; i < WAYS.length; i++) {
    const transaction = parseTransaction(raw);
    if (!WAYS[(first + i) % WAYS.length]!(transaction, spent)) continue;
    if (!isRefused(transaction, spent)) continue;
    return { raw: serializeTransaction(transaction), txid: txid(transaction), wtxid: wtxid(transaction) };
  }
  return undefined;
}

function isRefused(transaction: Transaction, spent: readonly TxOutput[]): boolean {
  let left = 0n;
  for (const { value } of spent) left += value;
  for (const { value } of transaction.outputs) left -= value;
  if (left < 0n) return true;
  try {
    // What a block may not have in it: boards call valid what is only not relayed.
    checkWitnesses(transaction, spent, CONSENSUS);
    return false;
  } catch (error) {
    if (error instanceof Rejected) return true;
    throw error;
  }
}
