/**
 * Whether a transaction may spend its inputs' outputs: P2WPKH (BIP143, ECDSA) and P2TR by its key (BIP341, BIP340).
 *
 * Stricter than Bitcoin's consensus where Bitcoin Core's policy is: low S, defined hash types and compressed keys
 * are rules here, so that no third party can change a wtxid.
 * @module
 */
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import { ripemd160 } from '@noble/hashes/legacy.js';
import { equalBytes } from '../../../firmware/domain/bytes.js';
import { compactFromDer } from '../../../firmware/domain/der.js';
import { sha256 } from '../../../firmware/domain/hash.js';
import type { Transaction, TxOutput } from '../../../firmware/domain/transaction.js';
import { keyOf } from './coins.js';
import { Rejected } from './reject.js';
import { classifyScript } from './script-type.js';
import { keyHashScriptCode, Sighash } from './sighash.js';

const CODE = 'script-verify-flag-failed';
const ANNEX_TAG = 0x50;

/** HASH160: RIPEMD-160 of SHA-256. */
export function hash160(bytes: Uint8Array): Uint8Array {
  return ripemd160(sha256(bytes));
}

/**
 * Checks every input's witness.
 * @param spent the outputs that the inputs spend, in order
 * @throws Rejected naming the input and what is wrong with it
 */
export function checkWitnesses(transaction: Transaction, spent: readonly TxOutput[]): void {
  const sighash = new Sighash(transaction, spent);
  for (let i = 0; i < transaction.inputs.length; i++) {
    const reason = inputFault(transaction, i, spent[i]!, sighash);
    if (reason !== undefined) throw new Rejected(CODE, `input ${i}: ${reason}`);
  }
}

/** What is wrong with input `index`, or undefined. */
function inputFault(tx: Transaction, index: number, spent: TxOutput, sighash: Sighash): string | undefined {
  const { scriptSig, witness } = tx.inputs[index]!;
  const type = classifyScript(spent.script);
  if (type.kind === 'other')
    return `a ${type.name} output cannot be spent on this network (only P2WPKH and P2TR by key)`;
  if (scriptSig.length > 0) return 'a native segwit input has a scriptSig';
  return type.kind === 'p2wpkh'
    ? keyHashFault(type.program, witness, index, sighash)
    : taprootFault(type.program, witness, index, sighash);
}

function keyHashFault(
  program: Uint8Array,
  witness: readonly Uint8Array[],
  index: number,
  sighash: Sighash,
): string | undefined {
  const [signature, publicKey] = witness;
  if (witness.length !== 2 || !signature || !publicKey) return 'the witness is not a signature and a key';
  if (publicKey.length !== 33 || (publicKey[0] !== 2 && publicKey[0] !== 3))
    return 'the key is not compressed';
  if (!equalBytes(hash160(publicKey), program)) return 'the key is not the one the output names';
  const hashType = signature[signature.length - 1];
  if (hashType === undefined || (hashType & 0x7f) < 1 || (hashType & 0x7f) > 3)
    return 'the signature has no defined hash type';
  const compact = compactFromDer(signature.subarray(0, -1));
  if (!compact) return 'the signature is not strict DER with a low S';
  const hash = sighash.v0(index, keyHashScriptCode(program), hashType);
  return verifyEcdsa(compact, hash, publicKey) ? undefined : 'the signature is wrong';
}

function verifyEcdsa(compact: Uint8Array, hash: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return secp256k1.verify(compact, hash, publicKey, { prehash: false, lowS: true });
  } catch {
    // Not a point of the curve, or R or S of 0 or beyond the order.
    return false;
  }
}

function taprootFault(
  program: Uint8Array,
  witness: readonly Uint8Array[],
  index: number,
  sighash: Sighash,
): string | undefined {
  const last = witness[witness.length - 1];
  const annex = witness.length >= 2 && last?.[0] === ANNEX_TAG ? last : undefined;
  const items = annex ? witness.slice(0, -1) : witness;
  const [signature] = items;
  if (!signature) return 'the witness is empty';
  if (items.length > 1) return 'taproot scripts cannot be run on this network (only spends by key)';
  if (signature.length !== 64 && signature.length !== 65) return 'the signature is not 64 or 65 bytes';
  const hashType = signature[64] ?? 0;
  // BIP341: the default type is encoded by leaving the byte out.
  if (signature.length === 65 && hashType === 0) return 'the signature has no defined hash type';
  const hash = sighash.v1(index, hashType, annex);
  if (!hash) return 'the signature has no defined hash type or no output to sign';
  return schnorr.verify(signature.subarray(0, 64), hash, program) ? undefined : 'the signature is wrong';
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
