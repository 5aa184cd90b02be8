/**
 * JSON messages (RFC 8259): at most MAX_JSON bytes of valid UTF-8, at most MAX_JSON_DEPTH nested arrays and objects.
 * The scanner skips unknown fields, whatever they hold, so that later firmware may say more; known ones must have their
 * type and range.
 */

import { FormatError } from '../../domain/bytes.js';
import { messageOf } from '../../domain/message-of.js';
import { JsonObject } from '../json-scan.js';
import { encodeUtf8 } from '../utf8.js';
import { MAX_JSON, MAX_JSON_DEPTH, PROTOCOL_VERSION } from './limits.js';

/**
 * What a text must match. Not a RegExp that a module keeps: preloaded into a board's flash it crashes the engine sooner
 * or later (the SDK's documentation: it cannot be stored in flash). Made where it is used it is safe.
 */
export interface Pattern {
  test(text: string): boolean;
}

/** Printable ASCII, 1 to 128 characters: safe to show in a terminal or log unchanged. */
const TEXT = { test: (text: string): boolean => /^[\x20-\x7e]{1,128}$/.test(text) };

/** @throws RangeError when the text exceeds MAX_JSON bytes. */
export function encodeJson(value: object): Uint8Array {
  const bytes = encodeUtf8(JSON.stringify(value));
  if (bytes.length > MAX_JSON)
    throw new RangeError(`json: ${bytes.length} bytes, at most ${MAX_JSON} allowed`);
  return bytes;
}

/** Fields of one JSON object; each getter checks type and range. `what` begins the error texts. */
export class JsonFields {
  readonly #object: JsonObject;
  readonly #what: string;

  /** @throws FormatError unless `bytes` hold one object with `"v":1`. They are read in place. */
  constructor(bytes: Uint8Array, what: string) {
    if (bytes.length > MAX_JSON)
      throw new FormatError(`${what}: ${bytes.length} bytes, at most ${MAX_JSON} allowed`);
    try {
      this.#object = new JsonObject(bytes, MAX_JSON_DEPTH);
    } catch (error) {
      throw new FormatError(`${what}: ${(error as FormatError).message}`);
    }
    this.#what = what;
    const version = this.integer('v', 0, Number.MAX_SAFE_INTEGER);
    if (version !== PROTOCOL_VERSION)
      throw new FormatError(`${what}: protocol version ${version} is not supported`);
  }

  has(name: string): boolean {
    return this.#object.kind(name) !== undefined;
  }

  /** An exact integer of `minimum`..`maximum`. */
  integer(name: string, minimum: number, maximum: number): number {
    this.#required(name);
    const value = this.#object.number(name);
    if (value === undefined || !Number.isSafeInteger(value) || value < minimum || value > maximum) {
      throw this.#wrong(name, `not an integer of ${minimum} to ${maximum}`);
    }
    return value + 0; // -0 is 0
  }

  boolean(name: string): boolean {
    this.#required(name);
    const value = this.#object.boolean(name);
    if (value === undefined) throw this.#wrong(name, 'not true or false');
    return value;
  }

  /** A string that matches `pattern`, which must bound its length. */
  string(name: string, pattern: Pattern): string {
    this.#required(name);
    const value = this.#object.string(name);
    if (value === undefined || !pattern.test(value)) throw this.#wrong(name, 'not of its form');
    return value;
  }

  /** 1 to 128 printable ASCII characters. */
  text(name: string): string {
    return this.string(name, TEXT);
  }

  /** One of `values`. */
  oneOf<T extends string>(name: string, values: readonly T[]): T {
    this.#required(name);
    const value = this.#object.string(name);
    for (const known of values) if (known === value) return known;
    throw this.#wrong(name, `not one of ${values.join(', ')}`);
  }

  #required(name: string): void {
    if (!this.has(name)) throw this.#wrong(name, 'missing');
  }

  #wrong(name: string, problem: string): FormatError {
    return new FormatError(`${this.#what}.${name}: ${problem}`);
  }
}

/** Text cut and cleaned so that `JsonFields.text` accepts it; '?' replaces what it does not. */
export function printable(text: string): string {
  const clean = text.slice(0, 128).replace(/[^\x20-\x7e]/g, '?');
  return clean === '' ? '?' : clean;
}

/**
 * What an encoder produces, its own decoder must accept.
 * @throws RangeError when `decode` refuses `bytes`.
 */
export function checkedBy<T>(decode: (bytes: Uint8Array) => T, bytes: Uint8Array): Uint8Array {
  try {
    decode(bytes);
  } catch (error) {
    throw new RangeError(messageOf(error, 'json: refused'));
  }
  return bytes;
}
