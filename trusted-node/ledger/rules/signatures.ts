/**
 * Whether a transaction's scripts and witnesses may spend its inputs' outputs.
 *
 * Stricter than Bitcoin's consensus where Bitcoin Core's policy is: low S, defined hash types, compressed keys and
 * nothing whose meaning is still open are rules here, so that no third party can change a wtxid.
 * @module
 */
import { CONSENSUS, POLICY } from '../../../firmware/domain/script-flags.js';
import type { Transaction, TxOutput } from '../../../firmware/domain/transaction.js';
import { keyOf } from './coins.js';
import { Rejected } from './reject.js';
import { InputChecker } from './script-checker.js';
import { ScriptFault } from './script-fault.js';
import { verifySpend } from './script-verify.js';
import { Sighash } from './sighash.js';

const CODE = 'script-verify-flag-failed';

/** The commoner reasons in words; the rest are named as Bitcoin Core's errors are. */
const WORDS: Readonly<Record<string, string>> = {
  nullfail: 'the signature is wrong',
  'sig-wrong': 'the signature is wrong',
  'sig-der': 'the signature is not strict DER with a low S',
  'sig-high-s': 'the signature is not strict DER with a low S',
  'sig-size': 'the signature is not 64 or 65 bytes',
  'sig-hashtype': 'the signature has no defined hash type, or no output to sign',
  'pubkey-type': 'the key is neither compressed nor uncompressed',
  'witness-pubkeytype': 'the key is not compressed',
  equalverify: 'not what the output names (EQUALVERIFY)',
  'eval-false': 'the script leaves false',
  'witness-empty': 'the witness is empty',
  'witness-mismatch': 'the witness is not what the output commits to',
  'witness-unexpected': 'a witness where none belongs',
  'scriptsig-not-empty': 'a native segwit input has a scriptSig',
};

/**
 * Checks every input's scripts and witness.
 * @param spent the outputs that the inputs spend, in order
 * @param flags which rules (firmware/domain/script-flags.ts)
 * @throws Rejected naming the input and what is wrong with it
 */
export function checkWitnesses(
  transaction: Transaction,
  spent: readonly TxOutput[],
  flags = CONSENSUS | POLICY,
): void {
  const sighash = new Sighash(transaction, spent);
  for (let i = 0; i < transaction.inputs.length; i++) {
    const reason = inputFault(transaction, i, spent[i]!, sighash, flags);
    if (reason !== undefined) throw new Rejected(CODE, `input ${i}: ${WORDS[reason] ?? reason}`);
  }
}

/** What is wrong with input `index`, by its short name, or undefined. */
export function inputFault(
  transaction: Transaction,
  index: number,
  spent: TxOutput,
  sighash: Sighash,
  flags: number,
): string | undefined {
  try {
    const checker = new InputChecker(transaction, index, sighash, flags);
    verifySpend(transaction.inputs[index]!, spent.script, flags, checker);
    return undefined;
  } catch (error) {
    if (error instanceof ScriptFault) return error.reason;
    throw error;
  }
}

/**
 * Remembers transactions whose witnesses are valid. A wtxid covers the witness and, through the txids it spends, the
 * outputs it spends: once valid means valid in every block and chain.
 */
export class SignatureCache {
  readonly #known = new Set<string>();
  readonly #limit: number;

  constructor(limit = 20_000) {
    this.#limit = limit;
  }

  /**
   * {@link checkWitnesses}, once for each wtxid.
   * @param id the transaction's wtxid, which the caller has computed from it
   */
  check(transaction: Transaction, id: Uint8Array, spent: readonly TxOutput[]): void {
    const key = keyOf(id);
    if (this.#known.has(key)) return;
    checkWitnesses(transaction, spent);
    this.#known.add(key);
    if (this.#known.size <= this.#limit) return;
    for (const oldest of this.#known) {
      this.#known.delete(oldest);
      break;
    }
  }
}
