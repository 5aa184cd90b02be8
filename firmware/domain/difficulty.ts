/**
 * Difficulty as pools and miners speak of it: a decimal number, {@link DIFFICULTY_1_TARGET} divided by the target. It
 * exists in text only; what is computed with is an exact fraction or the 256-bit target. No float ever has part in it.
 * @module
 */
import { FormatError } from './bytes.js';
import { compactToTarget, DIFFICULTY_1_TARGET, MAX_TARGET, targetToCompact } from './target.js';

/** Digits and signs of a decimal, at most: a double's shortest text has 24. */
export const MAX_DIFFICULTY_TEXT = 80;
/** Beyond this power of ten no target of 256 bits is left, in either direction. */
const MAX_EXPONENT = 99;

/** A positive rational number; not necessarily in lowest terms. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const DECIMAL = /^([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,3}))?$/;

/**
 * A difficulty's exact value.
 * @param text a decimal as JSON writes numbers (`512`, `0.001`, `1e-6`); `.5`, `5.` and leading zeros are taken too
 * @throws FormatError when it is anything else, or longer than {@link MAX_DIFFICULTY_TEXT}
 * @throws RangeError when it is zero, or its exponent is out of -99..99
 * @example parseDifficulty('0.25') // { numerator: 25n, denominator: 100n }
 */
export function parseDifficulty(text: string): Fraction {
  if (typeof text !== 'string') throw new TypeError('difficulty: expected text');
  const parts = text.length > MAX_DIFFICULTY_TEXT ? null : DECIMAL.exec(text);
  const [whole, part] = [parts?.[1] ?? '', parts?.[2] ?? ''];
  if (parts === null || whole.length + part.length === 0) throw new FormatError('difficulty: not a decimal');
  const exponent = Number(parts[3] ?? 0);
  if (exponent > MAX_EXPONENT || exponent < -MAX_EXPONENT)
    throw new RangeError('difficulty: exponent out of -99..99');
  const digits = BigInt(whole + part);
  if (digits === 0n) throw new RangeError('difficulty: zero');
  const scale = exponent - part.length;
  return scale >= 0
    ? { numerator: digits * 10n ** BigInt(scale), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-scale) };
}

/**
 * The target of a difficulty: the largest integer whose difficulty is not below it. One that is easier than any hash is
 * {@link MAX_TARGET}.
 * @param difficulty text as {@link parseDifficulty} takes it, or a fraction
 * @returns 1..{@link MAX_TARGET}
 * @throws FormatError, RangeError as {@link parseDifficulty}; RangeError when no target is that hard, or for a fraction
 * that is not positive
 * @example difficultyToTarget('1') === DIFFICULTY_1_TARGET
 */
export function difficultyToTarget(difficulty: string | Fraction): bigint {
  const { numerator, denominator } =
    typeof difficulty === 'string' ? parseDifficulty(difficulty) : difficulty;
  if (numerator <= 0n || denominator <= 0n) throw new RangeError('difficulty: not positive');
  const target = (DIFFICULTY_1_TARGET * denominator) / numerator;
  if (target === 0n) throw new RangeError('difficulty: harder than any target');
  return target > MAX_TARGET ? MAX_TARGET : target;
}

/** The exact difficulty of a target. @param target 1..{@link MAX_TARGET} @throws RangeError for any other */
export function targetToDifficulty(target: bigint): Fraction {
  if (target < 1n || target > MAX_TARGET) throw new RangeError('target: out of 1..2^256-1');
  return { numerator: DIFFICULTY_1_TARGET, denominator: target };
}

/**
 * A fraction as a plain decimal without an exponent, rounded up: whoever computes a target from it gets one that is not
 * easier.
 * @param digits significant digits at most, 1..60; zeros at the end of a fraction are left out
 * @throws RangeError when it is not positive, or `digits` is out of bounds
 * @example formatDifficulty({ numerator: 1n, denominator: 3n }, 3) // '0.334'
 */
export function formatDifficulty({ numerator, denominator }: Fraction, digits: number): string {
  if (numerator <= 0n || denominator <= 0n) throw new RangeError('difficulty: not positive');
  if (!Number.isInteger(digits) || digits < 1 || digits > 60) throw new RangeError('digits: out of 1..60');
  // The place of the first digit: 0 for units, 2 for hundreds, -1 for tenths.
  let first = numerator.toString().length - denominator.toString().length;
  if (
    first >= 0
      ? numerator < denominator * 10n ** BigInt(first)
      : numerator * 10n ** BigInt(-first) < denominator
  )
    first--;
  const last = first - digits + 1;
  if (last >= 0) {
    const unit = 10n ** BigInt(last);
    return (dividedUp(numerator, denominator * unit) * unit).toString();
  }
  const text = dividedUp(numerator * 10n ** BigInt(-last), denominator)
    .toString()
    .padStart(1 - last, '0');
  const fraction = text.slice(last).replace(/0+$/, '');
  return fraction === '' ? text.slice(0, last) : `${text.slice(0, last)}.${fraction}`;
}

/** The compact form of the easiest target for which every proof of `target` is one too; at most 0x2100ffff. */
export function compactAtLeast(target: bigint): number {
  const bits = targetToCompact(target);
  if (bits === 0 || bits === 0x2100ffff || equal(compactToTarget(bits), target)) return bits;
  // A mantissa has 23 bits: what comes after the largest is a byte longer.
  return (bits & 0x007fffff) === 0x007fffff ? bits - 0x007fffff + 0x01008000 : bits + 1;
}

/**
 * A compact target in words for a miner: of a power of two, its exact decimal; else the shortest from which {@link difficultyToTarget} and {@link compactAtLeast} lead back to it. A miner that
 * keeps to it keeps to the target, too.
 * @param nBits of a target above zero
 * @throws RangeError as {@link compactToTarget}
 * @example compactToDifficulty(compactAtLeast(difficultyToTarget('0.001'))) // '0.001'
 */
export function compactToDifficulty(nBits: number): string {
  const target = compactToTarget(nBits);
  const exact = targetToDifficulty(target);
  if (isPowerOfTwo(exact)) return formatDifficulty(exact, 60);
  for (let digits = 1; digits <= 60; digits++) {
    const text = formatDifficulty(exact, digits);
    const rounded = difficultyToTarget(text);
    if (equal(rounded, target) || equal(compactToTarget(compactAtLeast(rounded)), target)) return text;
  }
  throw new RangeError('nBits: no decimal of 60 digits stands for it');
}

/** Whether a fraction is 2^k, k negative or not. */
function isPowerOfTwo({ numerator, denominator }: Fraction): boolean {
  const [more, less] = numerator < denominator ? [denominator, numerator] : [numerator, denominator];
  const quotient = more / less;
  return equal(quotient * less, more) && equal(quotient & (quotient - 1n), 0n);
}

/** On XS, `===` says that a bigint of the preloaded modules is another one than the same number computed later. */
function equal(a: bigint, b: bigint): boolean {
  return !(a < b) && !(a > b);
}

function dividedUp(numerator: bigint, denominator: bigint): bigint {
  return (numerator + denominator - 1n) / denominator;
}
