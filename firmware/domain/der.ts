/**
 * Strict DER for ECDSA signatures (BIP66) and the low-S rule (BIP146, a policy of Bitcoin Core).
 * @module
 */

/** Half the order of secp256k1, rounded down, big-endian: the largest S that is not malleable. */
// biome-ignore format: as it is written
const HALF_ORDER = Uint8Array.of(
  0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
  0x5d, 0x57, 0x6e, 0x73, 0x57, 0xa4, 0x50, 0x1d, 0xdf, 0xe9, 0x2f, 0x46, 0x68, 0x1b, 0x20, 0xa0,
);

/** The order less one: the largest number that is a secret or part of a signature. */
// biome-ignore format: as it is written
const ORDER_LESS_ONE = Uint8Array.of(
  0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
  0xba, 0xae, 0xdc, 0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x40,
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
  const compact = isStrictDer(signature) ? compactFromStrictDer(signature) : undefined;
  return compact === undefined || isMore(compact, HALF_ORDER) ? undefined : compact;
}

/** R and S of a strict DER signature as 64 bytes, big-endian; undefined when one does not fit 32 bytes. */
export function compactFromStrictDer(signature: Uint8Array): Uint8Array | undefined {
  const lengthR = signature[3]!;
  return compactOf(signature.subarray(4, 4 + lengthR), signature.subarray(6 + lengthR));
}

/** Two numbers, big-endian, as 64 bytes; undefined when one does not fit 32 bytes. */
export function compactOf(r: Uint8Array, s: Uint8Array): Uint8Array | undefined {
  const [shortR, shortS] = [trimmed(r), trimmed(s)];
  if (shortR.length > 32 || shortS.length > 32) return undefined;
  const compact = new Uint8Array(64);
  compact.set(shortR, 32 - shortR.length);
  compact.set(shortS, 64 - shortS.length);
  return compact;
}

function trimmed(bytes: Uint8Array): Uint8Array {
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
  return bytes.subarray(zeros);
}

/** Whether S, the last 32 of 64 bytes, is more than half the order and below it (from there on it is no signature). */
export function hasHighS(compact: Uint8Array): boolean {
  return isMore(compact, HALF_ORDER) && !isMore(compact, ORDER_LESS_ONE);
}

/** Replaces a high S by the order less it, which signs the same. */
export function lowerS(compact: Uint8Array): void {
  let borrow = 0;
  for (let i = 31; i >= 0; i--) {
    const difference = ORDER_LESS_ONE[i]! + (i === 31 ? 1 : 0) - compact[32 + i]! - borrow;
    borrow = difference < 0 ? 1 : 0;
    compact[32 + i] = difference & 0xff;
  }
}

function isMore(compact: Uint8Array, bound: Uint8Array): boolean {
  for (let i = 0; i < 32; i++) {
    const difference = compact[32 + i]! - bound[i]!;
    if (difference !== 0) return difference > 0;
  }
  return false;
}
