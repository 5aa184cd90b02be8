/**
 * CHECKSIG and what belongs to it: encodings, hash types, keys, and CHECKMULTISIG one key at a time. As in Bitcoin
 * Core's interpreter.cpp (CheckSignatureEncoding, CheckPubKeyEncoding, EvalChecksig, CheckSchnorrSignature).
 * @module
 */
import { compactFromStrictDer, hasHighS, isStrictDer, lowerS } from '../der.js';
import {
  CONST_SCRIPTCODE,
  DERSIG,
  DISCOURAGE_UPGRADABLE_PUBKEYTYPE,
  LOW_S,
  NULLDUMMY,
  NULLFAIL,
  STRICTENC,
  WITNESS_PUBKEYTYPE,
} from '../script-flags.js';
import { BASE, type Leaf, type ScriptVersion, type SpendContext, WITNESS_V0 } from './context.js';
import type { ScriptCode } from './input-place.js';
import { compactFromLaxDer } from './lax-der.js';
import { withoutSignature } from './legacy-hash.js';
import { MAX_MULTISIG_KEYS } from './opcodes.js';
import { isDefinedType, isTaprootType } from './signature-hash.js';
import { lengthOf } from './stack.js';

/** BIP342: what a signature takes of the budget. */
const SIGNATURE_BUDGET = 50;

/** The signature's form, hash type included (BIP66, BIP146). @returns what is wrong, or undefined */
export function signatureEncodingFault({ rules }: SpendContext, signature: Uint8Array): string | undefined {
  const length = signature.length;
  if (length === 0) return undefined;
  const der = signature.subarray(0, length - 1);
  if (!isStrictDer(der))
    return (
      rules.broken(DERSIG, 'sig-der') ?? rules.broken(LOW_S, 'sig-der') ?? rules.broken(STRICTENC, 'sig-der')
    );
  const compact = compactFromStrictDer(der);
  return (
    (compact !== undefined && hasHighS(compact) ? rules.broken(LOW_S, 'sig-high-s') : undefined) ??
    (isDefinedType(signature[length - 1]!) ? undefined : rules.broken(STRICTENC, 'sig-hashtype'))
  );
}

export function keyEncodingFault(
  { rules }: SpendContext,
  key: Uint8Array,
  version: ScriptVersion,
): string | undefined {
  const compressed = key.length === 33 && (key[0] === 2 || key[0] === 3);
  if (compressed) return undefined;
  const plain = key.length === 65 && key[0] === 4;
  return (
    (plain ? undefined : rules.broken(STRICTENC, 'pubkey-type')) ??
    (version === WITNESS_V0 ? rules.broken(WITNESS_PUBKEYTYPE, 'witness-pubkeytype') : undefined)
  );
}

/** Whether bytes have the form of a key: compressed, uncompressed, or both at once ("hybrid", OpenSSL's). */
function isKey(key: Uint8Array): boolean {
  const first = key[0];
  if (first === 2 || first === 3) return key.length === 33;
  return (first === 4 || first === 6 || first === 7) && key.length === 65;
}

/**
 * ECDSA over a hash, as consensus has it.
 * @param signature with its hash type, not empty
 */
export function verifyEcdsa(
  { curve, work, hashes }: SpendContext,
  signature: Uint8Array,
  key: Uint8Array,
  hash: Uint8Array,
): boolean {
  const der = signature.subarray(0, signature.length - 1);
  const compact = isStrictDer(der) ? compactFromStrictDer(der) : compactFromLaxDer(der);
  if (compact === undefined) return false;
  if (hasHighS(compact)) lowerS(compact);
  work.signature(hashes.hashed);
  return curve.verifyEcdsa(compact, hash, key);
}

/** CHECKSIG before taproot. @returns whether it is right, or what is wrong */
export function checkSignature(
  context: SpendContext,
  signature: Uint8Array,
  key: Uint8Array,
  code: ScriptCode,
  version: ScriptVersion,
): boolean | string {
  const { rules, place, hashes } = context;
  let signed = code;
  if (version === BASE) {
    signed = withoutSignature(code, signature);
    if (signed !== code) {
      const fault = rules.broken(CONST_SCRIPTCODE, 'sig-findanddelete');
      if (fault !== undefined) return fault;
    }
  }
  const fault = signatureEncodingFault(context, signature) ?? keyEncodingFault(context, key, version);
  if (fault !== undefined) return fault;
  if (signature.length === 0) return false;
  if (isKey(key)) {
    const hashType = signature[signature.length - 1]!;
    const hash =
      version === BASE
        ? hashes.legacy(place, signed, hashType)
        : hashes.witnessScript(place, signed, hashType);
    if (verifyEcdsa(context, signature, key, hash)) return true;
  }
  return rules.broken(NULLFAIL, 'nullfail') ?? false;
}

/**
 * A Schnorr signature of taproot (BIP341, BIP342).
 * @param leaf the script it is in; without one, by the output's key
 * @param annex as in {@link Leaf}
 * @returns what is wrong, or undefined
 */
export function schnorrFault(
  { place, hashes, curve, work }: SpendContext,
  signature: Uint8Array,
  key: Uint8Array,
  annex: { readonly head: number; readonly end: number },
  leaf?: { readonly hash: Uint8Array; readonly separator: number },
): string | undefined {
  const length = signature.length;
  if (length !== 64 && length !== 65) return 'sig-size';
  const hashType = length === 65 ? signature[64]! : 0;
  // BIP341: the default type is encoded by leaving the byte out.
  if (length === 65 && hashType === 0) return 'sig-hashtype';
  if (!isTaprootType(hashType, place.output >= 0)) return 'sig-hashtype';
  const extension = leaf && { leaf: leaf.hash, separator: leaf.separator };
  const hash = hashes.taproot(place, hashType, annex.head, annex.end, extension);
  work.signature(hashes.hashed);
  return curve.verifySchnorr(signature.subarray(0, 64), hash, key) ? undefined : 'sig-wrong';
}

/** CHECKSIG of tapscript (BIP342, "Rules for signature opcodes"). @returns as {@link checkSignature} */
export function checkTapscriptSignature(
  context: SpendContext,
  signature: Uint8Array,
  key: Uint8Array,
  leaf: Leaf,
  separator: number,
): boolean | string {
  const given = signature.length > 0;
  if (given) {
    leaf.budget -= SIGNATURE_BUDGET;
    if (leaf.budget < 0) return 'tapscript-validation-weight';
  }
  if (key.length === 0) return 'tapscript-empty-pubkey';
  if (key.length !== 32)
    return context.rules.broken(DISCOURAGE_UPGRADABLE_PUBKEYTYPE, 'upgradable-pubkey') ?? given;
  if (!given) return false;
  return schnorrFault(context, signature, key, leaf.annex, { hash: leaf.hash, separator }) ?? true;
}

/** One CHECKMULTISIG: the signatures and keys stay on the stack until it is done, one key a step. */
export class Multisig {
  readonly #context: SpendContext;
  readonly #version: ScriptVersion;
  readonly #code: ScriptCode;
  /** Depth on the stack of the first signature and the first key that are left. */
  #signature: number;
  #key: number;
  #signatures: number;
  #keys: number;
  /** Elements with the two counts, without the dummy. */
  readonly #elements: number;
  readonly #keyCount: number;
  /** The hash for the type of the last signature; several keys are tried for each. */
  #hash: Uint8Array | undefined;
  #hashType = -1;

  private constructor(
    context: SpendContext,
    version: ScriptVersion,
    code: ScriptCode,
    keys: number,
    signatures: number,
  ) {
    this.#context = context;
    this.#version = version;
    this.#code = code;
    this.#keys = keys;
    this.#keyCount = keys;
    this.#signatures = signatures;
    this.#key = 2;
    this.#signature = 3 + keys;
    this.#elements = 2 + keys + signatures;
  }

  /**
   * Reads the counts.
   * @param count is told the number of keys, which count as operations; returns what is wrong with it
   * @returns what is wrong, or the operation, to be stepped
   */
  static begin(
    context: SpendContext,
    version: ScriptVersion,
    code: ScriptCode,
    count: (keys: number) => string | undefined,
  ): Multisig | string {
    const { stack, rules } = context;
    if (stack.size < 1) return 'invalid-stack-operation';
    const keys = stack.number(stack.top(1));
    if (keys === undefined) return 'scriptnum';
    if (keys < 0 || keys > MAX_MULTISIG_KEYS) return 'pubkey-count';
    const fault = count(keys);
    if (fault !== undefined) return fault;
    if (stack.size < keys + 2) return 'invalid-stack-operation';
    const signatures = stack.number(stack.top(keys + 2));
    if (signatures === undefined) return 'scriptnum';
    if (signatures < 0 || signatures > keys) return 'sig-count';
    if (stack.size < keys + signatures + 2) return 'invalid-stack-operation';
    let signed = code;
    if (version === BASE)
      for (let i = 0; i < signatures; i++)
        signed = withoutSignature(signed, stack.bytes(stack.top(keys + 3 + i)));
    if (signed !== code) {
      const constant = rules.broken(CONST_SCRIPTCODE, 'sig-findanddelete');
      if (constant !== undefined) return constant;
    }
    return new Multisig(context, version, signed, keys, signatures);
  }

  /**
   * Tries one key, or ends when nothing is left to be tried.
   * @returns undefined as long as it goes on; what is wrong; or the result, with everything off the stack
   */
  step(): boolean | string | undefined {
    if (this.#signatures === 0) return this.#end(true);
    if (this.#signatures > this.#keys) return this.#end(false);
    const { stack } = this.#context;
    const signature = stack.bytes(stack.top(this.#signature));
    const key = stack.bytes(stack.top(this.#key));
    const fault =
      signatureEncodingFault(this.#context, signature) ?? keyEncodingFault(this.#context, key, this.#version);
    if (fault !== undefined) return fault;
    if (this.#verify(signature, key)) {
      this.#signature++;
      this.#signatures--;
    }
    this.#key++;
    this.#keys--;
    return undefined;
  }

  #verify(signature: Uint8Array, key: Uint8Array): boolean {
    if (signature.length === 0 || !isKey(key)) return false;
    const { place, hashes } = this.#context;
    const hashType = signature[signature.length - 1]!;
    if (this.#hash === undefined || this.#hashType !== hashType) {
      this.#hash =
        this.#version === BASE
          ? hashes.legacy(place, this.#code, hashType)
          : hashes.witnessScript(place, this.#code, hashType);
      this.#hashType = hashType;
    }
    return verifyEcdsa(this.#context, signature, key, this.#hash);
  }

  #end(success: boolean): boolean | string {
    const { stack, rules } = this.#context;
    if (!success)
      for (let depth = this.#keyCount + 3; depth <= this.#elements; depth++)
        if (lengthOf(stack.top(depth)) > 0) {
          const fault = rules.broken(NULLFAIL, 'nullfail');
          if (fault !== undefined) return fault;
        }
    stack.pop(this.#elements);
    if (stack.size < 1) return 'invalid-stack-operation';
    if (lengthOf(stack.top(1)) > 0) {
      const fault = rules.broken(NULLDUMMY, 'sig-nulldummy');
      if (fault !== undefined) return fault;
    }
    stack.pop();
    return success;
  }
}
