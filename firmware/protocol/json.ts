/**
 * JSON messages (RFC 8259), bounded before they are parsed: at most MAX_JSON bytes of valid UTF-8, at most
 * MAX_JSON_DEPTH nested arrays and objects (the engine's parser is recursive, and a chip's C stack is small).
 * Unknown fields are ignored, so that a later firmware may say more; known ones must have their type and range.
 */
import { FormatError } from '../domain/bytes.js';
import { MAX_JSON, MAX_JSON_DEPTH, PROTOCOL_VERSION } from './limits.js';
import { decodeUtf8, encodeUtf8 } from './utf8.js';

/** Printable ASCII, 1 to 128 characters: what may be shown in a terminal or log as it came. */
/**
 * What a text has to be. Not a RegExp that a module keeps: preloaded into the flash of a board such a one crashes the
 * engine sooner or later (the SDK's documentation: it cannot be stored in flash). Made where it is used it is safe.
 */
export interface Pattern {
  test(text: string): boolean;
}

const TEXT = { test: (text: string): boolean => /^[\x20-\x7e]{1,128}$/.test(text) };

/** @throws RangeError when the text exceeds MAX_JSON bytes. */
export function encodeJson(value: object): Uint8Array {
  const bytes = encodeUtf8(JSON.stringify(value));
  if (bytes.length > MAX_JSON)
    throw new RangeError(`json: ${bytes.length} bytes, at most ${MAX_JSON} allowed`);
  return bytes;
}

/** Fields of one parsed JSON object; each getter checks type and range. `what` begins the error texts. */
export class JsonFields {
  readonly #fields: { readonly [name: string]: unknown };
  readonly #what: string;

  /** @throws FormatError unless `bytes` hold one object with `"v":1`. */
  constructor(bytes: Uint8Array, what: string) {
    if (bytes.length > MAX_JSON)
      throw new FormatError(`${what}: ${bytes.length} bytes, at most ${MAX_JSON} allowed`);
    const text = decodeUtf8(bytes);
    checkDepth(text, what);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new FormatError(`${what}: not JSON`);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new FormatError(`${what}: not an object`);
    }
    this.#fields = value as { readonly [name: string]: unknown };
    this.#what = what;
    const version = this.integer('v', 0, Number.MAX_SAFE_INTEGER);
    if (version !== PROTOCOL_VERSION)
      throw new FormatError(`${what}: protocol version ${version} is not supported`);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#fields, name);
  }

  /** An exact integer of `minimum`..`maximum`. */
  integer(name: string, minimum: number, maximum: number): number {
    const value = this.#value(name);
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < minimum || value > maximum) {
      throw this.#wrong(name, `not an integer of ${minimum} to ${maximum}`);
    }
    return value + 0; // -0 is 0
  }

  boolean(name: string): boolean {
    const value = this.#value(name);
    if (typeof value !== 'boolean') throw this.#wrong(name, 'not true or false');
    return value;
  }

  /** A string that matches `pattern`, which must bound its length. */
  string(name: string, pattern: Pattern): string {
    const value = this.#value(name);
    if (typeof value !== 'string' || !pattern.test(value)) throw this.#wrong(name, 'not of its form');
    return value;
  }

  /** 1 to 128 printable ASCII characters. */
  text(name: string): string {
    return this.string(name, TEXT);
  }

  /** One of `values`. */
  oneOf<T extends string>(name: string, values: readonly T[]): T {
    const value = this.#value(name);
    for (const candidate of values) if (candidate === value) return candidate;
    throw this.#wrong(name, `not one of ${values.join(', ')}`);
  }

  #value(name: string): unknown {
    if (!this.has(name)) throw this.#wrong(name, 'missing');
    return this.#fields[name];
  }

  #wrong(name: string, problem: string): FormatError {
    return new FormatError(`${this.#what}.${name}: ${problem}`);
  }
}

/** Text cut and cleaned so that `JsonFields.text` accepts it; '?' stands for what it does not. */
export function printable(text: string): string {
  const clean = text.slice(0, 128).replace(/[^\x20-\x7e]/g, '?');
  return clean === '' ? '?' : clean;
}

/**
 * What an encoder gives out its own decoder must accept.
 * @throws RangeError when `decode` refuses `bytes`.
 */
export function checkedBy<T>(decode: (bytes: Uint8Array) => T, bytes: Uint8Array): Uint8Array {
  try {
    decode(bytes);
  } catch (error) {
    throw new RangeError(error instanceof Error ? error.message : 'json: refused');
  }
  return bytes;
}

/** @throws FormatError when brackets outside strings nest deeper than MAX_JSON_DEPTH. */
function checkDepth(text: string, what: string): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      if (++depth > MAX_JSON_DEPTH) throw new FormatError(`${what}: nested too deep`);
    } else if (character === '}' || character === ']') depth--;
  }
}
