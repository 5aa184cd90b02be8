/** Numbers as a small screen shows them: few characters, ASCII only, rounded down. */
import { formatRate } from '../../domain/units.js';

const SUFFIXES = ['', 'k', 'M', 'G', 'T', 'P'];
const HASHES = ['H', 'kH', 'MH', 'GH', 'TH', 'PH', 'EH', 'ZH', 'YH', 'RH', 'QH'];

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
  return count < 10_000 ? `${count}` : scaled(Math.floor(count));
}

/** Three significant digits: 1.23k, 12.3k, 123M. @param units a non-negative integer below 2^53. */
function scaled(units: number): string {
  let divisor = 1;
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
 * Expected hashes of a share, in the unit of the rate without its time: 999 H, 1.23 GH, 456 ZH; rounded down.
 * @param hashes decimal digits, as MinerStatus.best. '0' gives '-'.
 */
export function hashesText(hashes: string): string {
  if (hashes === '0' || hashes === '' || hashes.length > 3 * HASHES.length) return '-';
  const group = Math.floor((hashes.length - 1) / 3);
  const whole = hashes.length - 3 * group;
  const rest = group === 0 ? '' : hashes.slice(whole, 3);
  return `${hashes.slice(0, whole)}${rest === '' ? '' : `.${rest}`} ${HASHES[group]}`;
}

/** '12 s', '3 min', '5 h', '2 d': the largest unit that is whole. @param seconds a non-negative integer. */
export function spanText(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** What an ASCII font can show, at most `length` characters: anything else becomes '?'. */
export function shown(text: string, length = 120): string {
  let clean = '';
  for (const character of text) {
    if (clean.length >= length) break;
    clean += character >= ' ' && character <= '~' ? character : '?';
  }
  return clean;
}
