/**
 * The hashes that signatures sign, over a transaction's bytes: BIP143 for version 0 witness programs, BIP341 and BIP342
 * for taproot, legacy-hash.ts for the rest. What BIP143 and BIP341 hash over all inputs or outputs is computed once per
 * transaction, so n inputs cost O(n).
 * @module
 */
import { asciiToBytes } from '../bytes.js';
import { sha256, sha256d } from '../hash.js';
import { Cursor, type TransactionView } from '../transaction-view.js';
import { HashMessage } from './hash-message.js';
import {
  HASH_ALL,
  HASH_ANYONECANPAY,
  HASH_NONE,
  HASH_SINGLE,
  type InputPlace,
  type ScriptCode,
} from './input-place.js';
import { legacyHash } from './legacy-hash.js';

/** As much as most messages need: the tag twice, nine fields of 32 bytes, an outpoint, a short script. */
const MESSAGE_LENGTH = 512;
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

/** What a signature within a script of taproot signs beside the transaction (BIP342, "Common signature message extension"). */
export interface LeafExtension {
  /** The tapleaf hash, 32 bytes. */
  readonly leaf: Uint8Array;
  /** Number of the last executed CODESEPARATOR among the operations, 0xffffffff when there was none. */
  readonly separator: number;
}

/** Signature hashes of one transaction. Memory: 288 bytes, and as many as the transaction or the spent outputs have. */
export class SignatureHashes {
  readonly #view: TransactionView;
  readonly #spent: Uint8Array;
  readonly #message: HashMessage;
  readonly #store = new Uint8Array(9 * 32);
  /** One bit for each hash in the store. */
  #known = 0;

  /**
   * @param spent as in OfferedTransaction, for every input
   * @param scratch {@link scratchLength} bytes, which are written over
   */
  constructor(view: TransactionView, spent: Uint8Array, scratch: Uint8Array) {
    this.#view = view;
    this.#spent = spent;
    this.#message = new HashMessage(scratch);
  }

  /** Bytes hashed so far. */
  get hashed(): number {
    return this.#message.hashed;
  }

  /**
   * BIP143 ("Specification", the ten items) for a P2WPKH output.
   * @param hashType as in the signature's last byte
   */
  keyHash(place: InputPlace, hashType: number): Uint8Array {
    const message = this.#beginVersion0(place, hashType);
    // The script code of BIP143: DUP HASH160 <20 bytes> EQUALVERIFY CHECKSIG, with its length.
    message
      .byte(0x19)
      .byte(0x76)
      .byte(0xa9)
      .byte(0x14)
      .put(this.#spent, place.script + 2, 20);
    message.byte(0x88).byte(0xac);
    return this.#endVersion0(place, hashType);
  }

  /** BIP143 for a script. */
  witnessScript(place: InputPlace, { bytes, start, end }: ScriptCode, hashType: number): Uint8Array {
    this.#beginVersion0(place, hashType)
      .compact(end - start)
      .put(bytes, start, end - start);
    return this.#endVersion0(place, hashType);
  }

  /**
   * The hash of signatures before BIP143.
   * @param code FindAndDelete has been done; CODESEPARATORs are left out here
   * @param hashType 32 bits, as Bitcoin Core's tests have them; a signature has 8
   */
  legacy(place: InputPlace, code: ScriptCode, hashType: number): Uint8Array {
    return legacyHash(this.#view, place, code, hashType, this.#message);
  }

  #beginVersion0(place: InputPlace, hashType: number): HashMessage {
    const { bytes, start } = this.#view;
    const anyone = (hashType & HASH_ANYONECANPAY) !== 0;
    const all = signsAll(hashType & 0x1f);
    if (!anyone) this.#need(PREVOUTS_TWICE);
    if (all && !anyone) this.#need(SEQUENCES_TWICE);
    if (all) this.#need(OUTPUTS_TWICE);
    const message = this.#message.begin().put(bytes, start, 4);
    this.#hash(anyone ? -1 : PREVOUTS_TWICE);
    this.#hash(all && !anyone ? SEQUENCES_TWICE : -1);
    return message.put(bytes, place.outpoint, 36);
  }

  #endVersion0(place: InputPlace, hashType: number): Uint8Array {
    const { bytes, end } = this.#view;
    const base = hashType & 0x1f;
    const message = this.#message.put(this.#spent, place.value, 8).put(bytes, place.sequence, 4);
    if (base === HASH_SINGLE && place.output >= 0)
      message.put(sha256d(bytes.subarray(place.output, place.outputEnd)), 0, 32);
    else this.#hash(signsAll(base) ? OUTPUTS_TWICE : -1);
    return message
      .put(bytes, end - 4, 4)
      .u32(hashType)
      .sha256d();
  }

  /**
   * BIP341 ("Common signature message"), with BIP342's extension when the signature is within a script.
   * @param hashType a defined one; with SINGLE the input has its output: {@link isTaprootType}
   * @param annex where the annex starts in the transaction, its compact size included; -1: there is none
   * @param annexEnd the byte after it
   */
  taproot(
    place: InputPlace,
    hashType: number,
    annex: number,
    annexEnd: number,
    extension?: LeafExtension,
  ): Uint8Array {
    const { bytes, start, end } = this.#view;
    const anyone = (hashType & HASH_ANYONECANPAY) !== 0;
    const base = hashType & 3;
    // Type 0, the default, signs what ALL signs.
    const all = base === 0 || base === HASH_ALL;
    this.#need(TAG);
    if (!anyone) for (let name = PREVOUTS; name <= SEQUENCES; name++) this.#need(name);
    if (all) this.#need(OUTPUTS);

    const message = this.#message.begin();
    this.#hash(TAG);
    this.#hash(TAG);
    message.byte(0).byte(hashType); // epoch
    message.put(bytes, start, 4).put(bytes, end - 4, 4);
    if (!anyone) for (let name = PREVOUTS; name <= SEQUENCES; name++) this.#hash(name);
    if (all) this.#hash(OUTPUTS);
    message.byte((extension === undefined ? 0 : 2) + (annex < 0 ? 0 : 1));
    if (anyone) {
      const length = place.scriptEnd - place.script;
      message.put(bytes, place.outpoint, 36).put(this.#spent, place.value, 8);
      message.compact(length).put(this.#spent, place.script, length).put(bytes, place.sequence, 4);
    } else message.u32(place.index);
    if (annex >= 0) message.put(sha256(bytes.subarray(annex, annexEnd)), 0, 32);
    if (base === HASH_SINGLE) message.put(sha256(bytes.subarray(place.output, place.outputEnd)), 0, 32);
    if (extension !== undefined) message.put(extension.leaf, 0, 32).byte(0).u32(extension.separator);
    return message.sha256();
  }

  /** The named hash, or 32 zeros for -1. */
  #hash(name: number): void {
    if (name >= 0) this.#message.put(this.#store, name * 32, 32);
    else this.#message.fill(0, 32);
  }

  /** Makes the named hash unless it is known. Uses the message. */
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
    const message = this.#message.begin();
    for (let i = 0; i < inputCount; i++) {
      const start = cursor.skip(36);
      cursor.block();
      cursor.skip(4);
      message.put(bytes, (from < 0 ? cursor.at : start) + from, length);
    }
    return message.sha256();
  }

  /** SHA-256 over the scripts with their compact sizes, or over the values, of all spent outputs. */
  #overSpent(scripts: boolean): Uint8Array {
    const cursor = new Cursor(this.#spent);
    const message = this.#message.begin();
    while (cursor.at < cursor.end) {
      const value = cursor.skip(8);
      const length = cursor.u16();
      const script = cursor.skip(length);
      if (scripts) message.compact(length).put(this.#spent, script, length);
      else message.put(this.#spent, value, 8);
    }
    return message.sha256();
  }
}

/** Whether a type, without ANYONECANPAY, signs all outputs: every one but NONE and SINGLE. */
function signsAll(base: number): boolean {
  return base !== HASH_NONE && base !== HASH_SINGLE;
}

/** Bytes that hashing this transaction needs to work in. */
export function scratchLength(raw: Uint8Array, spent: Uint8Array): number {
  return Math.max(raw.length, spent.length, MESSAGE_LENGTH);
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
