/**
 * A stored record. Little-endian:
 *
 *   0  4  magic and version, ASCII
 *   4  2  length n of the text, 2..4096
 *   6  n  text, printable ASCII
 *  6+n 4  CRC-32 (ISO-HDLC, as in zlib) of everything before
 */
import { crc32 } from '../domain/crc32.js';

const HEAD = 6;
const TAIL = 4;
export const MAX_RECORD_TEXT = 4096;

/** @throws RangeError when the text is too long or not ASCII. */
export function encodeRecord(magic: string, text: string): Uint8Array {
  if (text.length > MAX_RECORD_TEXT) throw new RangeError('record too long');
  const bytes = new Uint8Array(HEAD + text.length + TAIL);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < 4; i++) bytes[i] = magic.charCodeAt(i);
  view.setUint16(4, text.length, true);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e) throw new RangeError('record not ASCII');
    bytes[HEAD + i] = code;
  }
  view.setUint32(HEAD + text.length, crc32(bytes, HEAD + text.length), true);
  return bytes;
}

/** Never throws. @returns the text's JSON object, or what is wrong. */
export function decodeRecord(
  magic: string,
  bytes: Uint8Array,
): { readonly object: Readonly<Record<string, unknown>> } | { readonly problem: string } {
  if (bytes.length < HEAD + 2 + TAIL || bytes.length > HEAD + MAX_RECORD_TEXT + TAIL)
    return { problem: 'length' };
  for (let i = 0; i < 4; i++) if (bytes[i] !== magic.charCodeAt(i)) return { problem: 'version' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getUint16(4, true);
  if (HEAD + length + TAIL !== bytes.length) return { problem: 'length' };
  if (view.getUint32(HEAD + length, true) !== crc32(bytes, HEAD + length)) return { problem: 'checksum' };
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCharCode(bytes[HEAD + i]!);
  let object: unknown;
  try {
    object = JSON.parse(text);
  } catch {
    return { problem: 'text' };
  }
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return { problem: 'text' };
  return { object: object as Record<string, unknown> };
}
