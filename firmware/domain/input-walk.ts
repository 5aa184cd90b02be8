/**
 * The inputs of an offered transaction, one after another: what each spends, and whether its witness may. Part of
 * judge.ts.
 * @module
 */
import { ripemd160 } from '@noble/hashes/legacy.js';
import type { Curve } from './curve.js';
import { compactFromDer, isStrictDer } from './der.js';
import { sha256 } from './hash.js';
import { type InputPlace, isDefinedType, isTaprootType, SignatureHashes } from './signature-hash.js';
import { Cursor, type TransactionView } from './transaction-view.js';

const ANNEX_TAG = 0x50;

/** P2WPKH and P2TR are judged; other witness programs, P2SH and everything else are only told apart. */
type Kind = 'p2wpkh' | 'p2tr' | 'witness' | 'script-hash' | 'bare';

function kindOf(bytes: Uint8Array, start: number, end: number): Kind {
  const length = end - start;
  const first = bytes[start]!;
  if (length >= 4 && length <= 42 && bytes[start + 1] === length - 2) {
    if (first === 0) return length === 22 ? 'p2wpkh' : 'witness';
    if (first >= 0x51 && first <= 0x60) return first === 0x51 && length === 34 ? 'p2tr' : 'witness';
  }
  const isScriptHash = length === 23 && first === 0xa9 && bytes[start + 1] === 20 && bytes[end - 1] === 0x87;
  return isScriptHash ? 'script-hash' : 'bare';
}

/** An item of a witness: where its compact size, its bytes and what follows them start. */
interface Item {
  head: number;
  start: number;
  end: number;
}

/** Each cursor goes through its bytes once, so no offsets need to be kept. */
export class InputWalk {
  readonly #view: TransactionView;
  readonly #spent: Uint8Array;
  readonly #curve: Curve;
  readonly #hashes: SignatureHashes;
  readonly #input: Cursor;
  readonly #witness: Cursor;
  readonly #output: Cursor;
  readonly #coin: Cursor;
  readonly #place: InputPlace = {
    index: -1,
    outpoint: 0,
    sequence: 0,
    output: -1,
    outputEnd: -1,
    value: 0,
    script: 0,
    scriptEnd: 0,
  };
  /** Of the witness of this input: how many items; the first two and the last of them. */
  #items = 0;
  readonly #first: Item = { head: 0, start: 0, end: 0 };
  readonly #second: Item = { head: 0, start: 0, end: 0 };
  readonly #last: Item = { head: 0, start: 0, end: 0 };

  /**
   * @param spent well formed, one for each input
   * @param scratch as {@link SignatureHashes} needs it
   */
  constructor(view: TransactionView, spent: Uint8Array, scratch: Uint8Array, curve: Curve) {
    this.#view = view;
    this.#spent = spent;
    this.#curve = curve;
    this.#hashes = new SignatureHashes(view, spent, scratch);
    this.#input = new Cursor(view.bytes, view.inputs);
    this.#witness = new Cursor(view.bytes, view.outputsEnd);
    this.#output = new Cursor(view.bytes, view.outputs);
    this.#coin = new Cursor(spent);
  }

  get done(): boolean {
    return this.#place.index + 1 === this.#view.inputCount;
  }

  /** Looks at the next input. @returns what is wrong with it or why it cannot be judged, or undefined */
  next(): string | undefined {
    const place = this.#place;
    place.index++;
    place.outpoint = this.#input.skip(36);
    const scriptSig = this.#input.block();
    const hasScriptSig = this.#input.at > scriptSig;
    place.sequence = this.#input.skip(4);
    place.output = -1;
    if (place.index < this.#view.outputCount) {
      place.output = this.#output.skip(8);
      this.#output.block();
      place.outputEnd = this.#output.at;
    }
    place.value = this.#coin.skip(8);
    place.script = this.#coin.skip(this.#coin.u16());
    place.scriptEnd = this.#coin.at;
    this.#readWitness();

    const kind = kindOf(this.#spent, place.script, place.scriptEnd);
    if (kind === 'bare') return this.#items > 0 ? 'witness-unexpected' : 'script-type';
    if (kind === 'script-hash') return 'script-type';
    if (hasScriptSig) return 'scriptsig-not-empty';
    if (kind === 'witness') return 'script-type';
    if (this.#items === 0) return 'witness-empty';
    return kind === 'p2wpkh' ? this.#keyHashFault() : this.#taprootFault();
  }

  #readWitness(): void {
    const cursor = this.#witness;
    this.#items = this.#view.extended ? cursor.compact() : 0;
    for (let i = 0; i < this.#items; i++) {
      const head = cursor.at;
      const start = cursor.block();
      const end = cursor.at;
      if (i === 0) set(this.#first, head, start, end);
      else if (i === 1) set(this.#second, head, start, end);
      if (i + 1 === this.#items) set(this.#last, head, start, end);
    }
  }

  /** P2WPKH (BIP141, BIP143). */
  #keyHashFault(): string | undefined {
    if (this.#items !== 2) return 'witness-mismatch';
    const { bytes } = this.#view;
    const { start, end } = this.#first;
    const key = bytes.subarray(this.#second.start, this.#second.end);
    if (key.length !== 33 || (key[0] !== 2 && key[0] !== 3)) return 'pubkey-type';
    const keyHash = ripemd160(sha256(key));
    for (let i = 0; i < 20; i++)
      if (keyHash[i] !== this.#spent[this.#place.script + 2 + i]) return 'pubkey-mismatch';
    if (start === end) return 'sig-hashtype';
    const hashType = bytes[end - 1]!;
    if (!isDefinedType(hashType)) return 'sig-hashtype';
    const der = bytes.subarray(start, end - 1);
    const signature = compactFromDer(der);
    if (signature === undefined) return isStrictDer(der) ? 'sig-high-s' : 'sig-der';
    const hash = this.#hashes.keyHash(this.#place, hashType);
    return this.#curve.verifyEcdsa(signature, hash, key) ? undefined : 'sig-wrong';
  }

  /** P2TR (BIP341, "Script validation rules"); a spend by a script is not judged. */
  #taprootFault(): string | undefined {
    const { bytes } = this.#view;
    const last = this.#last;
    const hasAnnex = this.#items >= 2 && last.end > last.start && bytes[last.start] === ANNEX_TAG;
    if (this.#items > (hasAnnex ? 2 : 1)) return 'script-path';
    const { start, end } = this.#first;
    const length = end - start;
    if (length !== 64 && length !== 65) return 'sig-size';
    const hashType = length === 65 ? bytes[end - 1]! : 0;
    // BIP341: the default type is encoded by leaving the byte out.
    if (length === 65 && hashType === 0) return 'sig-hashtype';
    if (!isTaprootType(hashType, this.#place.output >= 0)) return 'sig-hashtype';
    const hash = this.#hashes.taproot(this.#place, hashType, hasAnnex ? last.head : -1, last.end);
    const key = this.#spent.subarray(this.#place.script + 2, this.#place.scriptEnd);
    return this.#curve.verifySchnorr(bytes.subarray(start, start + 64), hash, key) ? undefined : 'sig-wrong';
  }
}

function set(item: Item, head: number, start: number, end: number): void {
  item.head = head;
  item.start = start;
  item.end = end;
}
