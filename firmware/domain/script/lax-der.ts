/**
 * Signatures as they were read before BIP66: OpenSSL's leniency, kept for what Bitcoin's old blocks have in them
 * (ecdsa_signature_parse_der_lax of Bitcoin Core, pubkey.cpp). Lengths may be padded, numbers too, bytes may follow.
 * @module
 */
import { compactOf } from '../der.js';

/** R and S as 64 bytes, big-endian; undefined when there are none in it or one does not fit 32 bytes. */
export function compactFromLaxDer(signature: Uint8Array): Uint8Array | undefined {
  if (signature[0] !== 0x30 || signature.length < 2) return undefined;
  // The sequence's length is skipped, not believed.
  let at = 2;
  const lengthBytes = signature[1]! & 0x80 ? signature[1]! - 0x80 : 0;
  if (lengthBytes > signature.length - at) return undefined;
  at += lengthBytes;
  const r = readNumber(signature, at);
  const s = r && readNumber(signature, r.end);
  return s && r && compactOf(signature.subarray(r.start, r.end), signature.subarray(s.start, s.end));
}

function readNumber(bytes: Uint8Array, from: number): { start: number; end: number } | undefined {
  if (bytes[from] !== 2 || from + 1 >= bytes.length) return undefined;
  let at = from + 2;
  let length = bytes[from + 1]!;
  if (length & 0x80) {
    let count = length - 0x80;
    if (count > bytes.length - at) return undefined;
    for (; count > 0 && bytes[at] === 0; count--) at++;
    if (count >= 4) return undefined;
    for (length = 0; count > 0; count--) length = length * 256 + bytes[at++]!;
  }
  return length > bytes.length - at ? undefined : { start: at, end: at + length };
}
