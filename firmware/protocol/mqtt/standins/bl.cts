/**
 * Stands in for `bl` on XS: the byte list of mqtt-packet's parser, which here gets one whole packet at a time and
 * reads MQTT 3.1.1 only. Reading past the end throws, as in `bl`.
 */
import utf8 = require('../../utf8.js');

class ByteList {
  #bytes = new Uint8Array(0);

  get length(): number {
    return this.#bytes.length;
  }

  append(bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#bytes.length !== 0) throw new RangeError('bl: holds a packet already');
    this.#bytes = bytes;
  }

  consume(count: number): void {
    this.#bytes = this.#bytes.subarray(count);
  }

  readUInt8(at: number): number {
    const byte = this.#bytes[at];
    if (byte === undefined) throw new RangeError('bl: past the end');
    return byte;
  }

  readUInt16BE(at: number): number {
    return (this.readUInt8(at) << 8) | this.readUInt8(at + 1);
  }

  slice(start: number, end: number): Uint8Array {
    return this.#bytes.subarray(start, end);
  }

  /** Strict: throws on ill-formed UTF-8, where `bl` puts U+FFFD. */
  toString(_encoding: 'utf8', start: number, end: number): string {
    return utf8.decodeUtf8(this.#bytes.subarray(start, end));
  }
}

function bl(): ByteList {
  return new ByteList();
}

export = bl;
