/** The elements of a JSON array inside a document that JsonObject has checked; nothing is made until it is asked for. */
import {
  type JsonKind,
  type JsonObject,
  kindOf,
  numeralAt,
  skipBlanks,
  skipValue,
  text,
} from './json-scan.js';

const QUOTE = 0x22;
const [ARRAY, ARRAY_END, COMMA] = [0x5b, 0x5d, 0x2c];

export class JsonArray {
  readonly #bytes: Uint8Array;
  /** Where each element begins. */
  readonly #places: readonly number[];

  /** @param at where the array's bracket is in `bytes`, which were checked as a whole */
  private constructor(bytes: Uint8Array, at: number, maxLength: number) {
    const places: number[] = [];
    let next = skipBlanks(bytes, at + 1);
    while (bytes[next] !== ARRAY_END && places.length <= maxLength) {
      places.push(next);
      next = skipBlanks(bytes, skipValue(bytes, next));
      if (bytes[next] === COMMA) next = skipBlanks(bytes, next + 1);
    }
    this.#bytes = bytes;
    this.#places = places;
  }

  /**
   * A member of an object that is an array; otherwise undefined.
   * @param maxLength elements at most; with more there is no such array
   */
  static of(object: JsonObject, name: string, maxLength: number): JsonArray | undefined {
    return JsonArray.#at(object.bytes, object.place(name), maxLength);
  }

  static #at(bytes: Uint8Array, at: number | undefined, maxLength: number): JsonArray | undefined {
    if (at === undefined || bytes[at] !== ARRAY) return undefined;
    const array = new JsonArray(bytes, at, maxLength);
    return array.length > maxLength ? undefined : array;
  }

  get length(): number {
    return this.#places.length;
  }

  /** Undefined beyond the end. */
  kind(index: number): JsonKind | undefined {
    const at = this.#places[index];
    return at === undefined ? undefined : kindOf(this.#bytes[at]!);
  }

  /** An element if it is an array of at most `maxLength` elements; otherwise undefined. */
  array(index: number, maxLength: number): JsonArray | undefined {
    return JsonArray.#at(this.#bytes, this.#places[index], maxLength);
  }

  /** An element if it is a string, escapes resolved; otherwise undefined. */
  string(index: number): string | undefined {
    return this.kind(index) === 'string' ? text(this.#bytes, this.#places[index]! + 1) : undefined;
  }

  boolean(index: number): boolean | undefined {
    return this.kind(index) === 'boolean' ? this.#bytes[this.#places[index]!] === 0x74 : undefined;
  }

  /** The text of an element if it is a number of at most 32 characters; otherwise undefined. */
  numeral(index: number): string | undefined {
    return this.kind(index) === 'number' ? numeralAt(this.#bytes, this.#places[index]!) : undefined;
  }

  /**
   * An element if it is a string of hex digits of either case, two a byte; otherwise undefined.
   * @param maxBytes with more there is none
   */
  hex(index: number, maxBytes: number): Uint8Array | undefined {
    if (this.kind(index) !== 'string') return undefined;
    const bytes = this.#bytes;
    const begin = this.#places[index]! + 1;
    let end = begin;
    while (digit(bytes[end]!) >= 0) end++;
    const count = (end - begin) / 2;
    if (bytes[end] !== QUOTE || !Number.isInteger(count) || count > maxBytes) return undefined;
    const result = new Uint8Array(count);
    for (let i = 0; i < count; i++)
      result[i] = digit(bytes[begin + 2 * i]!) * 16 + digit(bytes[begin + 2 * i + 1]!);
    return result;
  }
}

/** Of a hex digit, -1 of anything else. */
function digit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
