/**
 * Scans JSON (RFC 8259) from outside as bytes. The engine's own parser makes a value of each element and keeps each
 * name for good (XS never frees the name of a property), so that a message of one kilobyte can exhaust a board's heap,
 * and new names exhaust it slowly. Here nothing is made until it is asked for: the document is checked as a whole, the
 * positions of its members are noted, and everything else is skipped.
 */
import { FormatError } from '../domain/bytes.js';
import { checkUtf8, decodeUtf8 } from './utf8.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const [OBJECT, OBJECT_END, ARRAY, ARRAY_END, COMMA, COLON] = [0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x3a];
/** No number of ours is longer: the largest safe integer has 16 digits. */
const MAX_NUMBER = 32;

/** Escapes of one letter and the character each stands for, in pairs. */
const ESCAPES = '"\\/bfnrt';
const ESCAPED = [0x22, 0x5c, 0x2f, 0x08, 0x0c, 0x0a, 0x0d, 0x09];

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** The members of one JSON object. */
export class JsonObject {
  /** The document. */
  readonly bytes: Uint8Array;
  /** For each member, where its name begins (after the quote), and where its value does. */
  readonly #members: Uint16Array;

  /**
   * @param bytes UTF-8, at most 65,535; read in place, so they must not change
   * @param maxDepth nested arrays and objects
   * @throws FormatError 'not JSON', 'not an object', 'nested too deep', or what is wrong with the UTF-8
   */
  constructor(bytes: Uint8Array, maxDepth: number) {
    if (bytes.length > 0xffff) throw new FormatError('too long');
    checkUtf8(bytes);
    const count = scan(bytes, maxDepth, undefined);
    if (count === undefined) throw new FormatError('not an object');
    this.bytes = bytes;
    this.#members = new Uint16Array(2 * count);
    scan(bytes, maxDepth, this.#members);
  }

  /**
   * Kind of a member's value; undefined when there is none. If a name is repeated, the last one counts, as in
   * JSON.parse.
   */
  kind(name: string): JsonKind | undefined {
    const at = this.place(name);
    return at === undefined ? undefined : kindOf(this.bytes[at]!);
  }

  /** The member as JSON.parse would give it if it is a number of at most 32 characters; otherwise undefined. */
  number(name: string): number | undefined {
    const at = this.place(name);
    if (at === undefined || kindOf(this.bytes[at]!) !== 'number') return undefined;
    const numeral = numeralAt(this.bytes, at);
    return numeral === undefined ? undefined : Number(numeral);
  }

  /** The member if it is true or false; otherwise undefined. */
  boolean(name: string): boolean | undefined {
    const at = this.place(name);
    if (at === undefined || kindOf(this.bytes[at]!) !== 'boolean') return undefined;
    return this.bytes[at] === 0x74;
  }

  /** The member if it is a string, escapes resolved; otherwise undefined. An unpaired surrogate stands for itself. */
  string(name: string): string | undefined {
    const at = this.place(name);
    if (at === undefined || this.bytes[at] !== QUOTE) return undefined;
    return text(this.bytes, at + 1);
  }

  /** The bytes of a member that is an object: a document of its own. Otherwise undefined. */
  range(name: string): Uint8Array | undefined {
    const at = this.place(name);
    if (at === undefined || this.bytes[at] !== OBJECT) return undefined;
    return this.bytes.subarray(at, skipValue(this.bytes, at));
  }

  /** Where a member's value begins; undefined when there is none. */
  place(name: string): number | undefined {
    for (let i = this.#members.length - 2; i >= 0; i -= 2)
      if (named(this.bytes, this.#members[i]!, name)) return this.#members[i + 1]!;
    return undefined;
  }
}

function fail(): never {
  throw new FormatError('not JSON');
}

/** The text of the number that begins at `at` in a document that was checked; undefined beyond 32 characters. */
export function numeralAt(bytes: Uint8Array, at: number): string | undefined {
  const end = number(bytes, at);
  return end - at > MAX_NUMBER ? undefined : decodeUtf8(bytes.subarray(at, end));
}

export function kindOf(first: number): JsonKind {
  switch (first) {
    case OBJECT:
      return 'object';
    case ARRAY:
      return 'array';
    case QUOTE:
      return 'string';
    case 0x74: // true
    case 0x66: // false
      return 'boolean';
    case 0x6e:
      return 'null';
    default:
      return 'number';
  }
}

/**
 * Checks a whole document; no recursion, one bit per level.
 * @param members takes the places of the outer object's members
 * @returns how many the outer object has; undefined when the document is not an object
 */
function scan(bytes: Uint8Array, maxDepth: number, members: Uint16Array | undefined): number | undefined {
  let at = skipBlanks(bytes, 0);
  const isObject = bytes[at] === OBJECT;
  /** Bit d: what is open at depth d is an object. */
  let objects = 0;
  let depth = 0;
  let count = 0;
  /** A name and its colon. @returns where the value begins */
  const member = (): number => {
    if (bytes[at] !== QUOTE) fail();
    const begin = at + 1;
    at = skipBlanks(bytes, skipString(bytes, begin));
    if (bytes[at] !== COLON) fail();
    at = skipBlanks(bytes, at + 1);
    if (depth === 1) {
      if (members !== undefined) members.set([begin, at], 2 * count);
      count++;
    }
    return at;
  };
  for (;;) {
    // A value begins.
    const first = bytes[at];
    if (first === OBJECT || first === ARRAY) {
      if (++depth > maxDepth) throw new FormatError('nested too deep');
      objects = first === OBJECT ? objects | (1 << depth) : objects & ~(1 << depth);
      at = skipBlanks(bytes, at + 1);
      if (bytes[at] !== (first === OBJECT ? OBJECT_END : ARRAY_END)) {
        if (first === OBJECT) at = member();
        continue;
      }
      depth--;
      at++;
    } else at = skipScalar(bytes, at);
    // A value has ended.
    for (;;) {
      at = skipBlanks(bytes, at);
      if (depth === 0) {
        if (at !== bytes.length) fail();
        return isObject ? count : undefined;
      }
      const inObject = (objects & (1 << depth)) !== 0;
      const next = bytes[at++];
      if (next === COMMA) {
        at = skipBlanks(bytes, at);
        if (inObject) at = member();
        break;
      }
      if (next !== (inObject ? OBJECT_END : ARRAY_END)) fail();
      depth--;
    }
  }
}

export function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}

/** @returns what follows the value that begins at `from`; the document was checked */
export function skipValue(bytes: Uint8Array, from: number): number {
  let at = from;
  let depth = 0;
  for (;;) {
    at = skipBlanks(bytes, at);
    const byte = bytes[at]!;
    if (byte === OBJECT || byte === ARRAY) {
      depth++;
      at++;
    } else if (byte === OBJECT_END || byte === ARRAY_END) {
      depth--;
      at++;
    } else if (byte === COMMA || byte === COLON) at++;
    else at = skipScalar(bytes, at);
    if (depth === 0) return at;
  }
}

/** @returns what follows the value */
function skipScalar(bytes: Uint8Array, at: number): number {
  switch (bytes[at]) {
    case QUOTE:
      return skipString(bytes, at + 1);
    case 0x74:
      return skipWord(bytes, at, 'true');
    case 0x66:
      return skipWord(bytes, at, 'false');
    case 0x6e:
      return skipWord(bytes, at, 'null');
    default:
      return number(bytes, at);
  }
}

function skipWord(bytes: Uint8Array, at: number, word: string): number {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) fail();
  return at + word.length;
}

/** RFC 8259, section 6. @returns what follows the number */
function number(bytes: Uint8Array, from: number): number {
  let at = bytes[from] === 0x2d ? from + 1 : from;
  if (bytes[at] === 0x30) at++;
  else at = skipDigits(bytes, at);
  if (bytes[at] === 0x2e) at = skipDigits(bytes, at + 1);
  if (bytes[at] === 0x65 || bytes[at] === 0x45) {
    at++;
    if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++;
    at = skipDigits(bytes, at);
  }
  return at;
}

/** One digit at least. */
function skipDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
  if (at === from) fail();
  return at;
}

/** @param from after the quote @returns what follows the closing one */
function skipString(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at++];
    if (byte === undefined || byte < 0x20) fail();
    if (byte === QUOTE) return at;
    if (byte !== BACKSLASH) continue;
    const letter = bytes[at++];
    if (letter === 0x75) {
      unit(bytes, at);
      at += 4;
    } else if (letter === undefined || escaped(letter) === undefined) fail();
  }
}

/** What a backslash and this letter stand for. */
function escaped(letter: number): number | undefined {
  for (let i = 0; i < ESCAPES.length; i++) if (ESCAPES.charCodeAt(i) === letter) return ESCAPED[i];
  return undefined;
}

/** Four hex digits. */
function unit(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = 0; i < 4; i++) {
    const byte = bytes[at + i] ?? 0;
    const lower = byte | 0x20;
    if (byte >= 0x30 && byte <= 0x39) value = (value << 4) | (byte - 0x30);
    else if (lower >= 0x61 && lower <= 0x66) value = (value << 4) | (lower - 0x57);
    else fail();
  }
  return value;
}

/** Whether the string after the quote at `from` is `name`, which is ASCII, as all of ours are. */
function named(bytes: Uint8Array, from: number, name: string): boolean {
  let at = from;
  for (let i = 0; i < name.length; i++) {
    let code: number | undefined = bytes[at++];
    if (code === QUOTE) return false;
    if (code === BACKSLASH) {
      code = bytes[at++];
      if (code === 0x75) {
        code = unit(bytes, at);
        at += 4;
      } else code = escaped(code!);
    }
    if (code !== name.charCodeAt(i)) return false;
  }
  return bytes[at] === QUOTE;
}

/** The string after the quote at `from`, which `skipString` has passed. */
export function text(bytes: Uint8Array, from: number): string {
  let result = '';
  let at = from;
  /** Where a run without escapes begins. */
  let run = from;
  for (;;) {
    const byte = bytes[at];
    if (byte !== QUOTE && byte !== BACKSLASH) {
      at++;
      continue;
    }
    if (at > run) result += decodeUtf8(bytes.subarray(run, at));
    if (byte === QUOTE) return result;
    const letter = bytes[at + 1]!;
    at += 2;
    if (letter === 0x75) {
      let code = unit(bytes, at);
      at += 4;
      // A pair of surrogates is one character, even on an engine whose strings count characters.
      if (code >= 0xd800 && code < 0xdc00 && bytes[at] === BACKSLASH && bytes[at + 1] === 0x75) {
        const low = unit(bytes, at + 2);
        if (low >= 0xdc00 && low < 0xe000) {
          code = 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00);
          at += 6;
        }
      }
      result += String.fromCodePoint(code);
    } else result += String.fromCodePoint(escaped(letter)!);
    run = at;
  }
}
