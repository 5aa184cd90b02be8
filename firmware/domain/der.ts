/**
 * Strict DER for ECDSA signatures (BIP66) and the low-S rule (BIP146, a policy of Bitcoin Core and a rule here).
 * @module
 */

/** Half the order of secp256k1, rounded down, big-endian: the largest S that is not malleable. */
// biome-ignore format: as it is written
const HALF_ORDER = Uint8Array.of(
  0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
  0x5d, 0x57, 0x6e, 0x73, 0x57, 0xa4, 0x50, 0x1d, 0xdf, 0xe9, 0x2f, 0x46, 0x68, 0x1b, 0x20, 0xa0,
);

/** IsValidSignatureEncoding of Bitcoin Core (script/interpreter.cpp), without the sighash byte at the end. */
export function isStrictDer(signature: Uint8Array): boolean {
  const length = signature.length;
  if (length < 8 || length > 72) return false;
  if (signature[0] !== 0x30 || signature[1] !== length - 2) return false;
  const lengthR = signature[3]!;
  if (5 + lengthR >= length) return false;
  const lengthS = signature[5 + lengthR]!;
  if (lengthR + lengthS + 6 !== length) return false;
  return isPositiveInteger(signature, 2, lengthR) && isPositiveInteger(signature, 4 + lengthR, lengthS);
}

/** A DER integer at `at`: tagged, not empty, not negative, without a superfluous leading zero. */
function isPositiveInteger(bytes: Uint8Array, at: number, length: number): boolean {
  if (bytes[at] !== 0x02 || length === 0) return false;
  const first = bytes[at + 2]!;
  if (first & 0x80) return false;
  return !(length > 1 && first === 0 && (bytes[at + 3]! & 0x80) === 0);
}

/**
 * R and S of a strict DER signature as 64 bytes, big-endian, or undefined when it is not strict DER,
 * a number does not fit 32 bytes, or S is high.
 */
export function compactFromDer(signature: Uint8Array): Uint8Array | undefined {
  if (!isStrictDer(signature)) return undefined;
  const lengthR = signature[3]!;
  const r = trimmed(signature.subarray(4, 4 + lengthR));
  const s = trimmed(signature.subarray(6 + lengthR));
  if (r.length > 32 || s.length > 32) return undefined;
  const compact = new Uint8Array(64);
  compact.set(r, 32 - r.length);
  compact.set(s, 64 - s.length);
  return isHigh(compact) ? undefined : compact;
}

function trimmed(bytes: Uint8Array): Uint8Array {
  return bytes.length > 1 && bytes[0] === 0 ? bytes.subarray(1) : bytes;
}

/** Whether S, the last 32 of 64 bytes, is more than half the order. */
function isHigh(compact: Uint8Array): boolean {
  for (let i = 0; i < 32; i++) {
    const difference = compact[32 + i]! - HALF_ORDER[i]!;
    if (difference !== 0) return difference > 0;
  }
  return false;
}
