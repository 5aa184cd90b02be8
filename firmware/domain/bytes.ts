/**
 * Bounded reading and writing of byte sequences, and the byte helpers every other file here uses.
 * Integers are little-endian, as in Bitcoin's serialisation (Bitcoin Core, serialize.h).
 * @module
 */

export { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';

import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** Malformed bytes: truncated, overlong, non-canonical. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
}

/** Largest count or length a compact size may announce: MAX_SIZE of Bitcoin Core, serialize.h. */
export const MAX_COMPACT_SIZE = 0x02000000;

const U64_LIMIT = 1n << 64n;

/** @throws TypeError when `value` is not a `Uint8Array` */
export function assertBytes(value: unknown, name: string): asserts value is Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError(`${name}: expected Uint8Array`);
}

/**
 * @throws TypeError when `value` is not a `Uint8Array`
 * @throws RangeError when it is not exactly `length` bytes long
 */
export function assertLength(value: unknown, length: number, name: string): asserts value is Uint8Array {
  assertBytes(value, name);
  if (value.length !== length) throw new RangeError(`${name}: expected ${length} bytes, got ${value.length}`);
}

/**
 * @throws TypeError when `value` is not a number
 * @throws RangeError when it is not an integer of `minimum..maximum`
 */
export function assertInteger(
  value: unknown,
  minimum: number,
  maximum: number,
  name: string,
): asserts value is number {
  if (typeof value !== 'number') throw new TypeError(`${name}: expected number, got ${typeof value}`);
  if (!Number.isInteger(value) || value < minimum || value > maximum)
    throw new RangeError(`${name}: ${value} is not an integer of ${minimum}..${maximum}`);
}

/** @throws TypeError or RangeError when `value` is not an integer of 0..2^32-1 */
export function assertU32(value: unknown, name: string): asserts value is number {
  assertInteger(value, 0, 0xffffffff, name);
}

/** @throws TypeError or RangeError when `value` is not an integer of -2^31..2^31-1 */
export function assertI32(value: unknown, name: string): asserts value is number {
  assertInteger(value, -0x80000000, 0x7fffffff, name);
}

/** A copy of `bytes[start..end)`; unlike with `slice`, even when `bytes` is a Node Buffer. */
export function copyBytes(bytes: Uint8Array, start = 0, end = bytes.length): Uint8Array {
  const copy = new Uint8Array(end - start);
  copy.set(bytes.subarray(start, end));
  return copy;
}

/** Reads from the front of a byte sequence. Every method throws {@link FormatError} past its end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #offset = 0;

  /** The reader keeps a view of `bytes`, not a copy. */
  constructor(bytes: Uint8Array) {
    assertBytes(bytes, 'bytes');
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Bytes left to read. */
  get remaining(): number {
    return this.#bytes.length - this.#offset;
  }

  /** Position of the next byte. */
  get offset(): number {
    return this.#offset;
  }

  #take(count: number): number {
    const at = this.#offset;
    if (count > this.#bytes.length - at)
      throw new FormatError(`truncated: ${count} bytes wanted at ${at}, ${this.remaining} left`);
    this.#offset = at + count;
    return at;
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4), true);
  }

  i32(): number {
    return this.#view.getInt32(this.#take(4), true);
  }

  u64(): bigint {
    return this.#view.getBigUint64(this.#take(8), true);
  }

  /** The next `count` bytes, as a copy. */
  bytes(count: number): Uint8Array {
    assertInteger(count, 0, Number.MAX_SAFE_INTEGER, 'count');
    const at = this.#take(count);
    return copyBytes(this.#bytes, at, at + count);
  }

  /** The next `count` bytes as a view of the input: for callers that do not keep it. */
  view(count: number): Uint8Array {
    assertInteger(count, 0, Number.MAX_SAFE_INTEGER, 'count');
    const at = this.#take(count);
    return this.#bytes.subarray(at, at + count);
  }

  /**
   * A compact size (ReadCompactSize of Bitcoin Core): 1, 3, 5 or 9 bytes.
   * @throws FormatError when it is not in its shortest form or exceeds {@link MAX_COMPACT_SIZE}
   */
  varint(): number {
    const first = this.u8();
    if (first < 0xfd) return first;
    let value: number;
    let minimum: number;
    if (first === 0xfd) {
      value = this.u16();
      minimum = 0xfd;
    } else if (first === 0xfe) {
      value = this.u32();
      minimum = 0x10000;
    } else {
      const low = this.u32();
      value = this.u32() * 0x100000000 + low;
      minimum = 0x100000000;
    }
    if (value < minimum) throw new FormatError(`compact size ${value} is not in its shortest form`);
    if (value > MAX_COMPACT_SIZE) throw new FormatError(`compact size ${value} is too large`);
    return value;
  }

  /** @throws FormatError when bytes are left */
  end(): void {
    if (this.remaining !== 0) throw new FormatError(`${this.remaining} bytes too many`);
  }
}

/** Writes to a byte sequence that grows as needed. Values are checked, never wrapped. */
export class ByteWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  /** @param capacity bytes to allocate at first; a good guess saves the copy */
  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  #grow(count: number): number {
    const at = this.#length;
    const needed = at + count;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    this.#length = needed;
    return at;
  }

  u8(value: number): this {
    assertInteger(value, 0, 0xff, 'u8');
    const at = this.#grow(1);
    this.#view.setUint8(at, value);
    return this;
  }

  u16(value: number): this {
    assertInteger(value, 0, 0xffff, 'u16');
    const at = this.#grow(2);
    this.#view.setUint16(at, value, true);
    return this;
  }

  u32(value: number): this {
    assertU32(value, 'u32');
    const at = this.#grow(4);
    this.#view.setUint32(at, value, true);
    return this;
  }

  i32(value: number): this {
    assertI32(value, 'i32');
    const at = this.#grow(4);
    this.#view.setInt32(at, value, true);
    return this;
  }

  u64(value: bigint): this {
    if (typeof value !== 'bigint') throw new TypeError(`u64: expected bigint, got ${typeof value}`);
    if (value < 0n || value >= U64_LIMIT) throw new RangeError(`u64: ${value} is out of range`);
    const at = this.#grow(8);
    this.#view.setBigUint64(at, value, true);
    return this;
  }

  bytes(value: Uint8Array): this {
    assertBytes(value, 'bytes');
    const at = this.#grow(value.length);
    this.#bytes.set(value, at);
    return this;
  }

  /** A compact size in its shortest form, 0..{@link MAX_COMPACT_SIZE}. */
  varint(value: number): this {
    assertInteger(value, 0, MAX_COMPACT_SIZE, 'compact size');
    if (value < 0xfd) return this.u8(value);
    if (value <= 0xffff) return this.u8(0xfd).u16(value);
    return this.u8(0xfe).u32(value);
  }

  /** What was written, in a copy of exactly its length. */
  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

/** Bytes that {@link ByteWriter.varint} writes for `value`. */
export function varintLength(value: number): number {
  return value < 0xfd ? 1 : value <= 0xffff ? 3 : 5;
}

/** Whether two byte sequences are the same. Not constant-time: for public data only. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  const length = a.length;
  if (b.length !== length) return false;
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Lexicographic order: negative, 0 or positive; a proper prefix comes first. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A copy in reversed order. */
export function reverseBytes(bytes: Uint8Array): Uint8Array {
  return copyBytes(bytes).reverse();
}

/** Printable ASCII text as bytes. @throws RangeError on any character outside 0x20..0x7e */
export function asciiToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) throw new RangeError('text is not printable ASCII');
    bytes[i] = code;
  }
  return bytes;
}

/** A hash (32 bytes, internal order) as people read it: hex of the reversed bytes. */
export function hashToDisplay(hash: Uint8Array): string {
  assertLength(hash, 32, 'hash');
  return bytesToHex(reverseBytes(hash));
}

/** The inverse of {@link hashToDisplay}. @throws RangeError, TypeError when it is not 64 hex digits */
export function displayToHash(hex: string): Uint8Array {
  if (typeof hex !== 'string') throw new TypeError('hash: expected string');
  if (hex.length !== 64) throw new RangeError(`hash: expected 64 hex digits, got ${hex.length}`);
  return hexToBytes(hex).reverse();
}
