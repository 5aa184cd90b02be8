/**
 * R and S of a signature, as leniently as before BIP66: where strict DER is a rule, the form was checked before.
 * @module
 */
import { bytesToNumberBE } from '@noble/curves/utils.js';

/** @returns undefined when the bytes have no two numbers */
export function laxSignature(bytes: Uint8Array): { r: bigint; s: bigint } | undefined {
  if (bytes[0] !== 0x30 || bytes.length < 2) return undefined;
  const skipped = bytes[1]! > 0x7f ? bytes[1]! - 0x80 : 0;
  const r = numberAt(bytes, 2 + skipped);
  const s = r && numberAt(bytes, r.next);
  return r && s && { r: r.value, s: s.value };
}

function numberAt(bytes: Uint8Array, from: number): { value: bigint; next: number } | undefined {
  if (from + 1 >= bytes.length || bytes[from] !== 0x02) return undefined;
  let start = from + 2;
  let length = bytes[from + 1]!;
  if (length > 0x7f) {
    const lengthEnd = start + length - 0x80;
    if (lengthEnd > bytes.length) return undefined;
    while (start < lengthEnd && bytes[start] === 0) start++;
    if (lengthEnd - start >= 4) return undefined;
    length = 0;
    while (start < lengthEnd) length = length * 256 + bytes[start++]!;
  }
  const next = start + length;
  if (next > bytes.length) return undefined;
  return { value: length === 0 ? 0n : bytesToNumberBE(bytes.subarray(start, next)), next };
}
