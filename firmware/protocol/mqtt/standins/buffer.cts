/** Stands in for `buffer` on XS: what mqtt-packet uses of Buffer for MQTT 3.1.1. Texts are UTF-8. */
import utf8 = require('../../utf8.js');

// Retyped, because Buffer.from takes what Uint8Array.from does not.
const Bytes = Uint8Array as unknown as new (
  source: number | readonly number[] | ArrayBuffer,
  offset?: number,
  length?: number,
) => Uint8Array<ArrayBuffer>;

class Buffer extends Bytes {
  /** A copy of numbers, or a view of an ArrayBuffer. */
  static from(source: readonly number[] | ArrayBuffer, offset?: number, length?: number): Buffer {
    return new Buffer(source, offset, length);
  }

  static alloc(length: number): Buffer {
    return new Buffer(length);
  }

  static allocUnsafe(length: number): Buffer {
    return new Buffer(length);
  }

  static isBuffer(value: unknown): boolean {
    return value instanceof Buffer;
  }

  static byteLength(value: string | Uint8Array): number {
    return typeof value === 'string' ? utf8.utf8Length(value) : value.length;
  }

  writeUInt8(value: number, at = 0): void {
    this[at] = value;
  }

  copy(target: Uint8Array, at: number): void {
    target.set(this, at);
  }

  write(text: string, at: number): void {
    this.set(utf8.encodeUtf8(text), at);
  }
}

export = { Buffer };
