/** Numbers as a small screen shows them: few characters, ASCII only, rounded down. */
import { formatRate } from '../mining/rate.js';

/** Expected hashes of a share of difficulty 1 (2^256 over Bitcoin's largest target + 1). */
const DIFFICULTY_ONE = 4_295_032_833n;
const SUFFIXES = ['', 'k', 'M', 'G', 'T', 'P'];

/** The rate in two parts, for two sizes of letters. */
export interface RateText {
  /** '0', '999', '1.23', '12.3' */
  readonly digits: string;
  /** 'H/s' to 'TH/s' */
  readonly unit: string;
}

/** @param rate hashes a second, a non-negative integer below 2^53. */
export function rateText(rate: number): RateText {
  const text = formatRate(rate);
  const space = text.indexOf(' ');
  return { digits: text.slice(0, space), unit: text.slice(space + 1) };
}

/** At most five characters: 0 to 9999 as they are, then 12.3k, 123k, 1.23M. @param count a non-negative integer. */
export function countText(count: number): string {
  return count < 10_000 ? `${count}` : scaled(Math.floor(count), 1);
}

/**
 * Three significant digits of `units / scale`: 1.23, 12.3k, 123M.
 * @param units a non-negative integer below 2^53. @param scale a power of ten: what counts as one.
 */
function scaled(units: number, scale: number): string {
  let divisor = scale;
  let suffix = 0;
  while (units >= divisor * 1000 && suffix < SUFFIXES.length - 1) {
    divisor *= 1000;
    suffix++;
  }
  const whole = Math.floor(units / divisor);
  const letter = SUFFIXES[suffix]!;
  if (whole >= 100 || divisor === 1) return `${whole}${letter}`;
  const thousandths = Math.floor(((units % divisor) * 1000) / divisor);
  return whole >= 10
    ? `${whole}.${Math.floor(thousandths / 100)}${letter}`
    : `${whole}.${`${Math.floor(thousandths / 10)}`.padStart(2, '0')}${letter}`;
}

/**
 * Difficulty of a share from its expected number of hashes: 1.23, 12.3k; below one 0.0123, at most six decimals.
 * @param hashes decimal digits, as MinerStatus.best. '0' gives '-'.
 */
export function difficultyText(hashes: string): string {
  if (hashes === '0' || hashes === '' || hashes.length > 40) return '-';
  const millionths = (BigInt(hashes) * 1_000_000n) / DIFFICULTY_ONE;
  // Above 2^53 three digits are exact all the same once the lower ones are gone.
  if (millionths >= 9_000_000_000_000_000n) return scaled(Number(millionths / 1_000_000n), 1);
  const units = Number(millionths);
  if (units >= 1_000_000) return scaled(units, 1_000_000);
  if (units === 0) return '<0.000001';
  let digits = `${units}`.padStart(6, '0');
  let zeros = 0;
  while (digits[zeros] === '0') zeros++;
  digits = digits.slice(0, zeros + 3);
  return `0.${digits}`;
}

/** '12 s', '3 min', '5 h', '2 d': the largest unit that is whole. @param seconds a non-negative integer. */
export function spanText(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** What a font of ASCII can show, at most `length` characters: anything else becomes '?'. */
export function shown(text: string, length = 120): string {
  let clean = '';
  for (const character of text) {
    if (clean.length >= length) break;
    clean += character >= ' ' && character <= '~' ? character : '?';
  }
  return clean;
}
