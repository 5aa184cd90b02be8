/**
 * Strict DER for ECDSA signatures (BIP66) and the low-S rule (BIP146, a policy of Bitcoin Core and a rule here).
 * @module
 */

/** Half the order of secp256k1, rounded down: the largest S that is not malleable. */
export const HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

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
  return toInteger(compact.subarray(32)) <= HALF_ORDER ? compact : undefined;
}

function trimmed(bytes: Uint8Array): Uint8Array {
  return bytes.length > 1 && bytes[0] === 0 ? bytes.subarray(1) : bytes;
}

function toInteger(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}
