/**
 * The nBits of Bitcoin Cash's rule aserti3-2d: each block's target follows from how far the chain is ahead of or behind
 * its schedule since an anchor, doubling with every half-life behind it. Its specification:
 * github.com/bitcoincashorg/bitcoincash.org, spec/2020-11-15-asert.md. Integers only.
 * @module
 */
import { compactToTarget, targetToCompact } from './target.js';

/** Where the rule begins: a block, and what its chain looked like there. */
export interface AsertAnchor {
  readonly height: number;
  readonly nBits: number;
  /** Time of the block before it, seconds since 1970. */
  readonly parentTime: number;
  /** Seconds behind schedule that double the target. */
  readonly halfLife: number;
}

export interface AsertPlace {
  /** Of the parent of the block in question: blocks after the anchor, and seconds after the time of the anchor's parent. */
  readonly blocks: bigint;
  readonly seconds: bigint;
}

export interface AsertLimits {
  /** Easiest target. */
  readonly powLimit: bigint;
  /** Seconds a block should take. */
  readonly targetSpacing: number;
}

/** 2^x for x in 0..1 as a polynomial: x in 2^-16, the coefficients in 2^-64. */
function powerOfTwo(fraction: bigint): bigint {
  const polynomial =
    195_766_423_245_049n * fraction + 971_821_376n * fraction ** 2n + 5_127n * fraction ** 3n;
  return 65_536n + ((polynomial + (1n << 47n)) >> 48n);
}

/**
 * @returns the nBits of the block after the one at `place`
 * @throws RangeError when the anchor's nBits is invalid
 */
export function asertBits(
  { nBits, halfLife }: Pick<AsertAnchor, 'nBits' | 'halfLife'>,
  { blocks, seconds }: AsertPlace,
  { powLimit, targetSpacing }: AsertLimits,
): number {
  const behind = seconds - BigInt(targetSpacing) * (blocks + 1n);
  // Division cuts towards zero, the shifts below towards minus infinity, as in the specification.
  const exponent = (behind * 65_536n) / BigInt(halfLife);
  const shifts = exponent >> 16n;
  // So far from the schedule nothing but the bounds is left; a longer shift would only cost memory.
  if (shifts > 256n) return targetToCompact(powLimit);
  if (shifts < -512n) return targetToCompact(1n);
  const factor = powerOfTwo(exponent & 0xffffn);
  const product = compactToTarget(nBits) * factor;
  const target = shifts >= 16n ? product << (shifts - 16n) : product >> (16n - shifts);
  return targetToCompact(target < 1n ? 1n : target > powLimit ? powLimit : target);
}
