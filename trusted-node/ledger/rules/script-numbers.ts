/**
 * Numbers on the stack (CScriptNum of Bitcoin Core): little-endian, the highest bit of the last byte is the sign.
 * @module
 */
import { must } from './script-fault.js';

/** @throws ScriptFault when it is longer than `most` bytes or, where that is asked, not in its shortest form */
export function decodeNumber(bytes: Uint8Array, minimal: boolean, most = 4): bigint {
  must(bytes.length <= most, 'scriptnum');
  if (bytes.length === 0) return 0n;
  const last = bytes[bytes.length - 1]!;
  const padded = (last & 0x7f) === 0 && !((bytes[bytes.length - 2] ?? 0) & 0x80);
  must(!(minimal && padded), 'scriptnum');
  let magnitude = 0n;
  bytes.forEach((byte, i) => {
    magnitude |= BigInt(i === bytes.length - 1 ? byte & 0x7f : byte) << BigInt(8 * i);
  });
  return last & 0x80 ? -magnitude : magnitude;
}

export function encodeNumber(value: bigint): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 8n) bytes.push(Number(rest & 0xffn));
  if (bytes.length > 0 && bytes[bytes.length - 1]! & 0x80) bytes.push(value < 0n ? 0x80 : 0);
  else if (value < 0n) bytes[bytes.length - 1]! |= 0x80;
  return Uint8Array.from(bytes);
}

export function toBoolean(bytes: Uint8Array): boolean {
  return bytes.some((byte, i) => byte !== 0 && !(i === bytes.length - 1 && byte === 0x80));
}
