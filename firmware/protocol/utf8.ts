/**
 * UTF-8 (RFC 3629) without TextEncoder, which XS does not have. Strict both ways: no overlong forms, no surrogates,
 * nothing above U+10FFFF (RFC 3629 section 3), so every accepted byte string has exactly one text.
 */
import { FormatError } from '../domain/bytes.js';

// Text grows in batches: appending single characters would copy the text so far each time.
const BATCH = 64;

/**
 * String indices that a character above U+FFFF takes: 2 by the standard, 1 on the Moddable SDK's XS, whose strings
 * count characters.
 */
const WIDE = '\u{10000}'.length;

/**
 * Bytes that `encodeUtf8` would give.
 * @throws RangeError on an unpaired surrogate.
 */
export function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code < 0x80) length += 1;
    else if (code < 0x800) length += 2;
    else if (code < 0x1_0000) {
      if (code >= 0xd800 && code <= 0xdfff) throw new RangeError(`utf8: unpaired surrogate at ${i}`);
      length += 3;
    } else {
      length += 4;
      i += WIDE - 1;
    }
  }
  return length;
}

/**
 * UTF-8 bytes of a text, without a byte order mark of our own.
 * @throws RangeError on an unpaired surrogate.
 */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text));
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code < 0x80) {
      bytes[at++] = code;
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else if (code < 0x1_0000) {
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
    } else {
      bytes[at++] = 0xf0 | (code >> 18);
      bytes[at++] = 0x80 | ((code >> 12) & 0x3f);
      bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[at++] = 0x80 | (code & 0x3f);
      i += WIDE - 1;
    }
  }
  return bytes;
}

/**
 * Text of UTF-8 bytes. A byte order mark is kept as U+FEFF.
 * @throws FormatError on anything RFC 3629 section 4 does not derive.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  let codes: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const code = codeAt(bytes, at);
    at += lengthOf(code);
    codes.push(code);
    if (codes.length >= BATCH) {
      text += String.fromCodePoint(...codes);
      codes = [];
    }
  }
  return text + String.fromCodePoint(...codes);
}

/** The same check, without making a text. @throws FormatError */
export function checkUtf8(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += lengthOf(codeAt(bytes, at));
}

function lengthOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}

/** The character that begins at `at`. @throws FormatError */
function codeAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return first;
  let length = 2;
  // C0, C1 (overlong) and F5..FF (above U+10FFFF) begin nothing.
  if (first >= 0xe0 && first <= 0xef) length = 3;
  else if (first >= 0xf0 && first <= 0xf4) length = 4;
  else if (first < 0xc2 || first > 0xdf)
    throw new FormatError(`utf8: byte ${first} at ${at} begins no character`);
  if (at + length > bytes.length) throw new FormatError(`utf8: cut character at ${at}`);
  let code = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i]!;
    if ((next & 0xc0) !== 0x80) throw new FormatError(`utf8: broken character at ${at}`);
    code = (code << 6) | (next & 0x3f);
  }
  const overlong = (length === 3 && code < 0x800) || (length === 4 && code < 0x1_0000);
  if (overlong || (code >= 0xd800 && code <= 0xdfff) || code > 0x10_ffff)
    throw new FormatError(`utf8: forbidden character at ${at}`);
  return code;
}
