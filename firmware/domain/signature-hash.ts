/**
 * The hashes that signatures sign, over a transaction's bytes: BIP143 for version 0 witness programs, BIP341 for
 * key-path spends. The hashes over all inputs or outputs are computed once per transaction, so n inputs cost O(n).
 * @module
 */
import { asciiToBytes } from './bytes.js';
import { sha256, sha256d } from './hash.js';
import { Cursor, type TransactionView } from './transaction-view.js';

export const HASH_ALL = 1;
export const HASH_NONE = 2;
export const HASH_SINGLE = 3;
export const HASH_ANYONECANPAY = 0x80;

/** More than any message here: the tag twice, nine fields of 32 bytes, an outpoint, the longest script judged. */
const MESSAGE_MAX = 512;
/** Where the cached hashes are in {@link SignatureHashes}' store, 32 bytes each. */
const PREVOUTS = 0;
const AMOUNTS = 1;
const SCRIPTS = 2;
const SEQUENCES = 3;
const OUTPUTS = 4;
/** SHA-256 of the ones above, which is what BIP143 uses. */
const PREVOUTS_TWICE = 5;
const SEQUENCES_TWICE = 6;
const OUTPUTS_TWICE = 7;
const TAG = 8;

/** One input and what belongs to it, as offsets. The walk over the inputs advances it. */
export interface InputPlace {
  index: number;
  /** In the transaction: the outpoint, 36 bytes; the sequence, 4 bytes. */
  outpoint: number;
  sequence: number;
  /** In the transaction: the output of the same number and its end; -1 where there is none. */
  output: number;
  outputEnd: number;
  /** In the spent outputs: the value (8 bytes), the script and its end. */
  value: number;
  script: number;
  scriptEnd: number;
}

/** Signature hashes of one transaction. Memory: 288 bytes, and as many as the transaction or the spent outputs have. */
export class SignatureHashes {
  readonly #view: TransactionView;
  readonly #spent: Uint8Array;
  /** The message to hash is assembled here. */
  readonly #scratch: Uint8Array;
  readonly #store = new Uint8Array(9 * 32);
  /** One bit for each hash in the store. */
  #known = 0;
  #length = 0;

  /**
   * @param spent as in OfferedTransaction, for every input
   * @param scratch at least {@link scratchLength} bytes, which are written over
   */
  constructor(view: TransactionView, spent: Uint8Array, scratch: Uint8Array) {
    this.#view = view;
    this.#spent = spent;
    this.#scratch = scratch;
  }

  /**
   * BIP143 ("Specification", the ten items) for a P2WPKH output.
   * @param hashType as in the signature's last byte
   */
  keyHash(place: InputPlace, hashType: number): Uint8Array {
    const { bytes, start, end } = this.#view;
    const anyone = (hashType & HASH_ANYONECANPAY) !== 0;
    const base = hashType & 0x1f;
    const all = base !== HASH_NONE && base !== HASH_SINGLE;
    if (!anyone) this.#need(PREVOUTS_TWICE);
    if (all && !anyone) this.#need(SEQUENCES_TWICE);
    if (all) this.#need(OUTPUTS_TWICE);
    let single: Uint8Array | undefined;
    if (base === HASH_SINGLE && place.output >= 0)
      single = sha256d(bytes.subarray(place.output, place.outputEnd));

    this.#length = 0;
    this.#put(bytes, start, 4);
    this.#hash(anyone ? -1 : PREVOUTS_TWICE);
    this.#hash(all && !anyone ? SEQUENCES_TWICE : -1);
    this.#put(bytes, place.outpoint, 36);
    // The script code of BIP143: DUP HASH160 <20 bytes> EQUALVERIFY CHECKSIG, with its length.
    this.#byte(0x19).#byte(0x76).#byte(0xa9).#byte(0x14);
    this.#put(this.#spent, place.script + 2, 20);
    this.#byte(0x88).#byte(0xac);
    this.#put(this.#spent, place.value, 8);
    this.#put(bytes, place.sequence, 4);
    if (single === undefined) this.#hash(all ? OUTPUTS_TWICE : -1);
    else this.#put(single, 0, 32);
    this.#put(bytes, end - 4, 4);
    this.#byte(hashType).#byte(0).#byte(0).#byte(0);
    return sha256d(this.#scratch.subarray(0, this.#length));
  }

  /**
   * BIP341 ("Common signature message"), key path.
   * @param hashType a defined one; with SINGLE the input has its output: {@link isTaprootType}
   * @param annex where the annex starts in the transaction, its compact size included; -1: there is none
   * @param annexEnd the byte after it
   */
  taproot(place: InputPlace, hashType: number, annex: number, annexEnd: number): Uint8Array {
    const { bytes, start, end } = this.#view;
    const anyone = (hashType & HASH_ANYONECANPAY) !== 0;
    const base = hashType & 3;
    // Type 0, the default, signs what ALL signs.
    const all = base === 0 || base === HASH_ALL;
    this.#need(TAG);
    if (!anyone) for (let name = PREVOUTS; name <= SEQUENCES; name++) this.#need(name);
    if (all) this.#need(OUTPUTS);
    const annexHash = annex < 0 ? undefined : sha256(bytes.subarray(annex, annexEnd));
    const single = base === HASH_SINGLE ? sha256(bytes.subarray(place.output, place.outputEnd)) : undefined;

    this.#length = 0;
    this.#hash(TAG);
    this.#hash(TAG);
    this.#byte(0).#byte(hashType); // epoch
    this.#put(bytes, start, 4);
    this.#put(bytes, end - 4, 4);
    if (!anyone) for (let name = PREVOUTS; name <= SEQUENCES; name++) this.#hash(name);
    if (all) this.#hash(OUTPUTS);
    this.#byte(annexHash === undefined ? 0 : 1);
    if (anyone) {
      this.#put(bytes, place.outpoint, 36);
      this.#put(this.#spent, place.value, 8);
      this.#byte(place.scriptEnd - place.script);
      this.#put(this.#spent, place.script, place.scriptEnd - place.script);
      this.#put(bytes, place.sequence, 4);
    } else for (let shift = 0; shift < 32; shift += 8) this.#byte((place.index >>> shift) & 0xff);
    if (annexHash !== undefined) this.#put(annexHash, 0, 32);
    if (single !== undefined) this.#put(single, 0, 32);
    return sha256(this.#scratch.subarray(0, this.#length));
  }

  #put(from: Uint8Array, at: number, length: number): void {
    const scratch = this.#scratch;
    let to = this.#length;
    for (let i = 0; i < length; i++) scratch[to++] = from[at + i]!;
    this.#length = to;
  }

  #byte(value: number): this {
    this.#scratch[this.#length++] = value;
    return this;
  }

  /** The named hash, or 32 zeros for -1. */
  #hash(name: number): void {
    if (name >= 0) this.#put(this.#store, name * 32, 32);
    else for (let i = 0; i < 32; i++) this.#byte(0);
  }

  /** Makes the named hash unless it is known. Uses the scratch bytes. */
  #need(name: number): void {
    if (this.#known & (1 << name)) return;
    this.#known |= 1 << name;
    this.#store.set(this.#make(name), name * 32);
  }

  #make(name: number): Uint8Array {
    const { bytes, outputs, outputsEnd } = this.#view;
    switch (name) {
      case PREVOUTS:
        return this.#overInputs(0, 36);
      case SEQUENCES:
        return this.#overInputs(-4, 4);
      case AMOUNTS:
      case SCRIPTS:
        return this.#overSpent(name === SCRIPTS);
      case OUTPUTS:
        return sha256(bytes.subarray(outputs, outputsEnd));
      case TAG:
        return sha256(asciiToBytes('TapSighash'));
      default: {
        const once = name === PREVOUTS_TWICE ? PREVOUTS : name === SEQUENCES_TWICE ? SEQUENCES : OUTPUTS;
        this.#need(once);
        return sha256(this.#store.subarray(once * 32, once * 32 + 32));
      }
    }
  }

  /** SHA-256 over `length` bytes of each input, from its start or, where negative, counted from its end. */
  #overInputs(from: number, length: number): Uint8Array {
    const { bytes, inputs, inputCount } = this.#view;
    const cursor = new Cursor(bytes, inputs);
    this.#length = 0;
    for (let i = 0; i < inputCount; i++) {
      const start = cursor.skip(36);
      cursor.block();
      cursor.skip(4);
      this.#put(bytes, (from < 0 ? cursor.at : start) + from, length);
    }
    return sha256(this.#scratch.subarray(0, this.#length));
  }

  /** SHA-256 over the scripts with their compact sizes, or over the values, of all spent outputs. */
  #overSpent(scripts: boolean): Uint8Array {
    const cursor = new Cursor(this.#spent);
    this.#length = 0;
    while (cursor.at < cursor.end) {
      const value = cursor.skip(8);
      const length = cursor.u16();
      const script = cursor.skip(length);
      if (!scripts) {
        this.#put(this.#spent, value, 8);
        continue;
      }
      if (length < 0xfd) this.#byte(length);
      else
        this.#byte(0xfd)
          .#byte(length & 0xff)
          .#byte(length >>> 8);
      this.#put(this.#spent, script, length);
    }
    return sha256(this.#scratch.subarray(0, this.#length));
  }
}

/** Bytes that hashing this transaction needs to work in. */
export function scratchLength(raw: Uint8Array, spent: Uint8Array): number {
  return Math.max(raw.length, spent.length, MESSAGE_MAX);
}

/** Whether BIP341 defines this type and it can sign: SINGLE needs an output of the input's number. */
export function isTaprootType(hashType: number, hasOutput: boolean): boolean {
  if (hashType > 3 && (hashType < 0x81 || hashType > 0x83)) return false;
  return (hashType & 3) !== HASH_SINGLE || hasOutput;
}

/** Whether a type is one of Bitcoin Core's defined ones for version 0 (IsDefinedHashtypeSignature). */
export function isDefinedType(hashType: number): boolean {
  const base = hashType & ~HASH_ANYONECANPAY;
  return base >= HASH_ALL && base <= HASH_SINGLE;
}
