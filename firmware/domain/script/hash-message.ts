/**
 * A message that is put together to be hashed, in bytes that are used again for the next one.
 * @module
 */
import { sha256, sha256d } from '../hash.js';

/** From this length on the engine's own copy is faster than a loop. */
const LONG = 48;

export class HashMessage {
  #bytes: Uint8Array;
  #length = 0;
  /** Bytes hashed so far, all messages together. */
  hashed = 0;

  /** @param bytes are written over; replaced by more of them when a message needs more */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Begins a message. */
  begin(): this {
    this.#length = 0;
    return this;
  }

  put(from: Uint8Array, at: number, length: number): this {
    this.#need(length);
    const bytes = this.#bytes;
    const to = this.#length;
    if (length >= LONG) bytes.set(from.subarray(at, at + length), to);
    else for (let i = 0; i < length; i++) bytes[to + i] = from[at + i]!;
    this.#length = to + length;
    return this;
  }

  byte(value: number): this {
    this.#need(1);
    this.#bytes[this.#length++] = value;
    return this;
  }

  /** Little-endian; negative numbers in two's complement. */
  u32(value: number): this {
    for (let shift = 0; shift < 32; shift += 8) this.byte((value >>> shift) & 0xff);
    return this;
  }

  /** A compact size below 2^32. */
  compact(value: number): this {
    if (value < 0xfd) return this.byte(value);
    if (value > 0xffff) return this.byte(0xfe).u32(value);
    return this.byte(0xfd)
      .byte(value & 0xff)
      .byte(value >>> 8);
  }

  fill(value: number, length: number): this {
    for (let i = 0; i < length; i++) this.byte(value);
    return this;
  }

  sha256(): Uint8Array {
    this.hashed += this.#length;
    return sha256(this.#bytes.subarray(0, this.#length));
  }

  sha256d(): Uint8Array {
    this.hashed += this.#length;
    return sha256d(this.#bytes.subarray(0, this.#length));
  }

  #need(length: number): void {
    if (this.#length + length <= this.#bytes.length) return;
    const more = new Uint8Array(this.#length + length + 256);
    more.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = more;
  }
}
