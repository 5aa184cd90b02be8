/**
 * What the scripts of one input ask: signatures with @noble/curves, locks, taproot's commitments (BIP65, BIP112, BIP143,
 * BIP340 to BIP342).
 * @module
 */
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import { bytesToNumberBE } from '@noble/curves/utils.js';
import { ByteWriter, compareBytes, concatBytes, varintLength } from '../../../firmware/domain/bytes.js';
import { isStrictDer } from '../../../firmware/domain/der.js';
import { taggedHash } from '../../../firmware/domain/hash.js';
import * as flag from '../../../firmware/domain/script-flags.js';
import type { Transaction } from '../../../firmware/domain/transaction.js';
import { laxSignature } from './lax-signature.js';
import { LOCKTIME_THRESHOLD, SEQUENCE_FINAL } from './limits.js';
import { must } from './script-fault.js';
import type { Checker, Version } from './script-machine.js';
import { findAndDelete } from './script-parse.js';
import type { Sighash } from './sighash.js';

const { Point } = secp256k1;
const ORDER = Point.Fn.ORDER;
const SEQUENCE_DISABLED = 0x80000000;
const SEQUENCE_IS_TIME = 0x00400000;

export class InputChecker implements Checker {
  #leaf: Uint8Array | undefined;
  #annex: Uint8Array | undefined;
  #budget = 0;

  constructor(
    private readonly transaction: Transaction,
    private readonly index: number,
    private readonly sighash: Sighash,
    private readonly flags: number,
  ) {}

  ecdsa(signature: Uint8Array, key: Uint8Array, code: Uint8Array, version: Version): boolean {
    if (signature.length === 0) return false;
    const point = pointOf(key);
    const numbers = laxSignature(signature.subarray(0, -1));
    if (point === undefined || numbers === undefined) return false;
    const { r, s } = numbers;
    if (r < 1n || r >= ORDER || s < 1n || s >= ORDER) return false;
    const hashType = signature[signature.length - 1]!;
    const hash =
      version === 'base'
        ? this.sighash.legacy(this.index, code, hashType)
        : this.sighash.v0(this.index, code, hashType);
    const compact = new secp256k1.Signature(r, s).toBytes('compact');
    return secp256k1.verify(compact, hash, point, { prehash: false, lowS: false });
  }

  encodings(signature: Uint8Array, key: Uint8Array, version: Version): void {
    const { flags } = this;
    if (signature.length > 0) {
      const der = signature.subarray(0, -1);
      if (flags & (flag.DERSIG | flag.LOW_S | flag.STRICTENC)) must(isStrictDer(der), 'sig-der');
      if (flags & flag.LOW_S) {
        const { s } = laxSignature(der)!;
        must(s <= ORDER >> 1n || s >= ORDER, 'sig-high-s');
      }
      const base = signature[signature.length - 1]! & 0x7f;
      if (flags & flag.STRICTENC) must(base >= 1 && base <= 3, 'sig-hashtype');
    }
    const compressed = key.length === 33 && (key[0] === 2 || key[0] === 3);
    const uncompressed = key.length === 65 && key[0] === 4;
    if (flags & flag.STRICTENC) must(compressed || uncompressed, 'pubkey-type');
    if (flags & flag.WITNESS_PUBKEYTYPE && version === 'v0') must(compressed, 'witness-pubkeytype');
  }

  withoutSignatures(code: Uint8Array, signatures: readonly Uint8Array[]): Uint8Array {
    const left = signatures.reduce(findAndDelete, code);
    if (this.flags & flag.CONST_SCRIPTCODE) must(left.length === code.length, 'sig-findanddelete');
    return left;
  }

  schnorr(signature: Uint8Array, key: Uint8Array, separator: number): boolean {
    const given = signature.length > 0;
    if (given) {
      this.#budget -= 50;
      must(this.#budget >= 0, 'tapscript-validation-weight');
    }
    must(key.length > 0, 'tapscript-empty-pubkey');
    if (key.length !== 32) must(!(this.flags & flag.DISCOURAGE_UPGRADABLE_PUBKEYTYPE), 'upgradable-pubkey');
    else if (given) this.#mustSign(signature, key, this.#annex, { leaf: this.#leaf!, separator });
    return given;
  }

  /** A spend by the output's key. @throws ScriptFault */
  keyPath(signature: Uint8Array, key: Uint8Array, annex: Uint8Array | undefined): void {
    this.#mustSign(signature, key, annex);
  }

  #mustSign(
    signature: Uint8Array,
    key: Uint8Array,
    annex: Uint8Array | undefined,
    extension?: { leaf: Uint8Array; separator: number },
  ): void {
    must(signature.length === 64 || signature.length === 65, 'sig-size');
    const hashType = signature[64] ?? 0;
    must(signature.length === 64 || hashType !== 0, 'sig-hashtype');
    const hash = this.sighash.v1(this.index, hashType, annex, extension);
    must(hash !== undefined, 'sig-hashtype');
    must(schnorr.verify(signature.subarray(0, 64), hash, key), 'sig-wrong');
  }

  lockTime(lock: bigint): boolean {
    const { lockTime, inputs } = this.transaction;
    const threshold = BigInt(LOCKTIME_THRESHOLD);
    if (lock < threshold !== BigInt(lockTime) < threshold || lock > BigInt(lockTime)) return false;
    return inputs[this.index]!.sequence !== SEQUENCE_FINAL;
  }

  sequence(lock: bigint): boolean {
    const wanted = Number(lock & 0xffffffffn);
    if (wanted & SEQUENCE_DISABLED) return true;
    const own = this.transaction.inputs[this.index]!.sequence;
    if (this.transaction.version >>> 0 < 2 || own & SEQUENCE_DISABLED) return false;
    return (own & SEQUENCE_IS_TIME) === (wanted & SEQUENCE_IS_TIME) && (wanted & 0xffff) <= (own & 0xffff);
  }

  leafHash(version: number, script: Uint8Array): Uint8Array {
    const writer = new ByteWriter(8 + script.length).u8(version).varint(script.length).bytes(script);
    return taggedHash('TapLeaf', writer.toBytes());
  }

  /** Whether an output's key commits to a leaf by this control block. */
  isCommitted(program: Uint8Array, control: Uint8Array, leaf: Uint8Array): boolean {
    let node = leaf;
    for (let at = 33; at < control.length; at += 32) {
      const other = control.subarray(at, at + 32);
      const pair = compareBytes(node, other) < 0 ? [node, other] : [other, node];
      node = taggedHash('TapBranch', concatBytes(...pair));
    }
    const internal = control.subarray(1, 33);
    const tweak = bytesToNumberBE(taggedHash('TapTweak', concatBytes(internal, node)));
    if (tweak >= ORDER) return false;
    try {
      const point = schnorr.utils.lift_x(bytesToNumberBE(internal));
      const { x, y } = (tweak === 0n ? point : point.add(Point.BASE.multiply(tweak))).toAffine();
      return x === bytesToNumberBE(program) && Number(y & 1n) === (control[0]! & 1);
    } catch {
      // The internal key is no point, or the sum is none that has an X.
      return false;
    }
  }

  /** The leaf that is executed next, with BIP342's budget: the witness's length and 50. */
  beginLeaf(leaf: Uint8Array, annex: Uint8Array | undefined, witness: readonly Uint8Array[]): void {
    this.#leaf = leaf;
    this.#annex = annex;
    const items = witness.reduce((sum, { length }) => sum + varintLength(length) + length, 0);
    this.#budget = 50 + varintLength(witness.length) + items;
  }
}

/** A key in the library's forms; OpenSSL's hybrids become uncompressed. Undefined when it is none. */
function pointOf(key: Uint8Array): Uint8Array | undefined {
  let plain = key;
  if (key.length === 65 && (key[0] === 6 || key[0] === 7)) {
    if ((key[64]! & 1) !== (key[0] & 1)) return undefined;
    plain = key.slice();
    plain[0] = 4;
  }
  return secp256k1.utils.isValidPublicKey(plain) ? plain : undefined;
}
