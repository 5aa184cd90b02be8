/**
 * A serialised transaction read in place: offsets instead of objects, so that what a peer sends costs a board nothing
 * but its bytes. As strict as transaction.ts (BIP144): what passes has no other encoding.
 * @module
 */
import { FormatError, MAX_COMPACT_SIZE } from './bytes.js';
import { sha256d } from './hash.js';

const MIN_INPUT_LENGTH = 41;
const MIN_OUTPUT_LENGTH = 9;

/** A place in bytes. Every step past the end throws {@link FormatError}. */
export class Cursor {
  readonly bytes: Uint8Array;
  at: number;
  readonly end: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  /** Advances by `length` and returns the old position. */
  skip(length: number): number {
    const at = this.at;
    if (length > this.end - at) throw new FormatError(`truncated at ${at}`);
    this.at = at + length;
    return at;
  }

  u8(): number {
    return this.bytes[this.skip(1)]!;
  }

  u16(): number {
    const at = this.skip(2);
    return this.bytes[at]! | (this.bytes[at + 1]! << 8);
  }

  u32(): number {
    return u32At(this.bytes, this.skip(4));
  }

  /** An unsigned amount of 8 bytes: exact up to 2^53, which is more than all money; larger ones stay larger. */
  amount(): number {
    const low = this.u32();
    return this.u32() * 0x100000000 + low;
  }

  /** A compact size in its shortest form, at most {@link MAX_COMPACT_SIZE}. */
  compact(): number {
    const first = this.u8();
    if (first < 0xfd) return first;
    const value = first === 0xfd ? this.u16() : this.u32();
    // Nine bytes are never the shortest form of an allowed value.
    if (first === 0xff || value > MAX_COMPACT_SIZE || value < (first === 0xfd ? 0xfd : 0x10000))
      throw new FormatError(`compact size before ${this.at}`);
    return value;
  }

  /** Skips a compact size and that many bytes; returns where those start. */
  block(): number {
    return this.skip(this.compact());
  }

  /** A count of things that take at least `minimum` bytes each: no more than can still follow. */
  count(minimum: number): number {
    const count = this.compact();
    if (count * minimum > this.end - this.at) throw new FormatError(`${count} announced at ${this.at}`);
    return count;
  }
}

/** Little-endian. */
export function u32At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

/** Where the parts of a transaction are in `bytes`. */
export interface TransactionView {
  readonly bytes: Uint8Array;
  /** First byte, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** In the form of BIP144; then at least one input has a witness. */
  readonly extended: boolean;
  readonly inputCount: number;
  /** The first input's outpoint; inputs end where the count of outputs is. */
  readonly inputs: number;
  readonly outputCount: number;
  /** The first output; the byte after the last one, where the witnesses start when there are some. */
  readonly outputs: number;
  readonly outputsEnd: number;
}

/**
 * Reads the transaction that starts at `start`; bytes may follow it.
 * @throws FormatError when it is truncated, has no inputs or outputs, unknown flags, an announced but empty witness, or
 *   a length that is not in its shortest form
 */
export function viewTransaction(bytes: Uint8Array, start = 0): TransactionView {
  const cursor = new Cursor(bytes, start);
  cursor.skip(4);
  let inputCount = cursor.count(MIN_INPUT_LENGTH);
  // BIP144: where the number of inputs would be, a zero marks the witness form and a flag byte follows.
  const extended = inputCount === 0;
  if (extended) {
    if (cursor.u8() !== 1) throw new FormatError('no inputs, or unknown flags');
    inputCount = cursor.count(MIN_INPUT_LENGTH);
    if (inputCount === 0) throw new FormatError('no inputs');
  }
  const inputs = cursor.at;
  for (let i = 0; i < inputCount; i++) {
    cursor.skip(36);
    cursor.block();
    cursor.skip(4);
  }
  const outputCount = cursor.count(MIN_OUTPUT_LENGTH);
  if (outputCount === 0) throw new FormatError('no outputs');
  const outputs = cursor.at;
  for (let i = 0; i < outputCount; i++) {
    cursor.skip(8);
    cursor.block();
  }
  const outputsEnd = cursor.at;
  if (extended) {
    let items = 0;
    for (let i = 0; i < inputCount; i++) {
      const count = cursor.count(1);
      for (let k = 0; k < count; k++) cursor.block();
      items += count;
    }
    if (items === 0) throw new FormatError('superfluous witness record');
  }
  cursor.skip(4);
  return { bytes, start, end: cursor.at, extended, inputCount, inputs, outputCount, outputs, outputsEnd };
}

/** Bytes without the witness. */
export function strippedLength({ start, end, extended, outputsEnd }: TransactionView): number {
  return extended ? outputsEnd - start - 2 + 4 : end - start;
}

/** Weight units (BIP141): three times the length without witness plus the whole length. */
export function viewWeight(view: TransactionView): number {
  return 3 * strippedLength(view) + view.end - view.start;
}

/**
 * The hash that outpoints refer to, 32 bytes in internal order.
 * @param scratch at least {@link strippedLength} bytes, which are overwritten; allocated unless given
 */
export function viewTxid(view: TransactionView, scratch?: Uint8Array): Uint8Array {
  const { bytes, start, end, extended, outputsEnd } = view;
  if (!extended) return sha256d(bytes.subarray(start, end));
  const length = strippedLength(view);
  const stripped = scratch === undefined ? new Uint8Array(length) : scratch.subarray(0, length);
  stripped.set(bytes.subarray(start, start + 4));
  // Past the marker and the flag.
  stripped.set(bytes.subarray(start + 6, outputsEnd), 4);
  stripped.set(bytes.subarray(end - 4, end), length - 4);
  return sha256d(stripped);
}

/** The hash of the whole transaction (BIP141), 32 bytes in internal order. */
export function viewWtxid({ bytes, start, end }: TransactionView): Uint8Array {
  return sha256d(bytes.subarray(start, end));
}

/** Whether the outpoint (36 bytes) at `at` is the null one, which coinbases spend. */
export function isNullOutpoint(bytes: Uint8Array, at: number): boolean {
  if (u32At(bytes, at + 32) !== 0xffffffff) return false;
  for (let i = 0; i < 32; i++) if (bytes[at + i] !== 0) return false;
  return true;
}

/** Whether two inputs spend one output. Quadratic: for transactions of bounded size only. */
export function hasRepeatedOutpoint({ bytes, end, inputs, inputCount }: TransactionView): boolean {
  const first = new Cursor(bytes, inputs, end);
  const other = new Cursor(bytes, inputs, end);
  for (let i = 1; i < inputCount; i++) {
    const at = first.at;
    skipInput(first);
    other.at = first.at;
    for (let k = i; k < inputCount; k++) {
      if (sameOutpoint(bytes, at, other.at)) return true;
      skipInput(other);
    }
  }
  return false;
}

function sameOutpoint(bytes: Uint8Array, a: number, b: number): boolean {
  for (let i = 0; i < 36; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}

function skipInput(cursor: Cursor): void {
  cursor.skip(36);
  cursor.block();
  cursor.skip(4);
}
