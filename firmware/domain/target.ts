/**
 * Targets: the compact form in headers, the 256-bit integer it stands for, and the work it proves.
 * Everything is integer arithmetic; nothing here rounds through a float.
 * @module
 */
import { assertLength, assertU32, bytesToHex, hexToBytes, reverseBytes } from './bytes.js';

/** 2^256 - 1 */
export const MAX_TARGET = (1n << 256n) - 1n;

/** The target of difficulty 1: 0x00000000ffff0000…00 (nBits 0x1d00ffff). */
export const DIFFICULTY_1_TARGET = 0xffffn << 208n;

/**
 * The target that `nBits` stands for: mantissa * 256^(exponent - 3)
 * (arith_uint256::SetCompact and DeriveTarget of Bitcoin Core).
 * @param nBits uint32: exponent in the top byte, sign in bit 23, mantissa below
 * @returns 1..{@link MAX_TARGET}
 * @throws RangeError when it is negative, zero or more than 256 bits long
 */
export function compactToTarget(nBits: number): bigint {
  assertU32(nBits, 'nBits');
  const size = nBits >>> 24;
  let word = nBits & 0x007fffff;
  if (size <= 3) word >>>= 8 * (3 - size);
  if (word === 0) throw new RangeError('nBits: target is zero');
  if ((nBits & 0x00800000) !== 0) throw new RangeError('nBits: target is negative');
  if (size > 34 || (word > 0xff && size > 33) || (word > 0xffff && size > 32))
    throw new RangeError('nBits: target overflows 256 bits');
  return size <= 3 ? BigInt(word) : BigInt(word) << BigInt(8 * (size - 3));
}

/**
 * The compact form of a target, its low bits cut off if they do not fit
 * (arith_uint256::GetCompact of Bitcoin Core).
 * @param target 0..{@link MAX_TARGET}
 */
export function targetToCompact(target: bigint): number {
  assertTarget(target);
  if (target === 0n) return 0;
  let size = (target.toString(16).length + 1) >> 1;
  let word = size <= 3 ? Number(target) * 2 ** (8 * (3 - size)) : Number(target >> BigInt(8 * (size - 3)));
  // Bit 23 is the sign: a mantissa that would set it moves one byte down.
  if (word & 0x00800000) {
    word >>>= 8;
    size++;
  }
  return size * 0x1000000 + word;
}

/** A hash (32 bytes, internal order) as the integer that is compared with a target. */
export function hashToInteger(hash: Uint8Array): bigint {
  assertLength(hash, 32, 'hash');
  const view = new DataView(hash.buffer, hash.byteOffset, 32);
  return (
    (view.getBigUint64(24, true) << 192n) |
    (view.getBigUint64(16, true) << 128n) |
    (view.getBigUint64(8, true) << 64n) |
    view.getBigUint64(0, true)
  );
}

/** Whether a hash is a proof of work for `target`: hash <= target, as integers. */
export function meetsTarget(hash: Uint8Array, target: bigint): boolean {
  return hashToInteger(hash) <= target;
}

/**
 * CheckProofOfWork of Bitcoin Core: `nBits` is valid, not easier than the network allows, and met.
 * @param powLimit the network's easiest target
 */
export function checkProofOfWork(hash: Uint8Array, nBits: number, powLimit: bigint): boolean {
  let target: bigint;
  try {
    target = compactToTarget(nBits);
  } catch {
    return false;
  }
  return target <= powLimit && meetsTarget(hash, target);
}

/**
 * Hashes needed on average to meet `target`: floor(2^256 / (target + 1))
 * (GetBlockProof of Bitcoin Core, chain.cpp).
 */
export function workOfTarget(target: bigint): bigint {
  assertTarget(target);
  return (MAX_TARGET + 1n) / (target + 1n);
}

/** The work a block of `nBits` adds to its chain. @throws RangeError as {@link compactToTarget} */
export function blockWork(nBits: number): bigint {
  return workOfTarget(compactToTarget(nBits));
}

/** The same number as {@link workOfTarget}, named for what a share is worth. */
export const expectedHashes = workOfTarget;

/** The target that takes `hashes` hashes on average: floor(2^256 / hashes) - 1, at least 0. */
export function targetForHashes(hashes: bigint): bigint {
  if (hashes < 1n) throw new RangeError(`expected hashes: ${hashes} is less than 1`);
  const target = (MAX_TARGET + 1n) / hashes - 1n;
  return target < 0n ? 0n : target;
}

/** Difficulty in thousandths, rounded down: 1000 * {@link DIFFICULTY_1_TARGET} / target. For display. */
export function difficulty(target: bigint): bigint {
  assertTarget(target);
  if (target === 0n) throw new RangeError('target is zero');
  return (1000n * DIFFICULTY_1_TARGET) / target;
}

/** A target as 32 bytes, little-endian: the order in which hashes are stored. */
export function targetToBytes(target: bigint): Uint8Array {
  assertTarget(target);
  return hexToBytes(target.toString(16).padStart(64, '0')).reverse();
}

/** The inverse of {@link targetToBytes}. */
export function bytesToTarget(bytes: Uint8Array): bigint {
  assertLength(bytes, 32, 'target');
  return BigInt(`0x${bytesToHex(reverseBytes(bytes))}`);
}

function assertTarget(target: unknown): asserts target is bigint {
  if (typeof target !== 'bigint') throw new TypeError(`target: expected bigint, got ${typeof target}`);
  if (target < 0n || target > MAX_TARGET) throw new RangeError('target: out of 0..2^256-1');
}
