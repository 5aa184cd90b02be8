/** Numbers and times for people. */

const PREFIXES = ['', 'k', 'M', 'G', 'T', 'P', 'E'];

/** @example formatRate(2_260_000) // "2.26 MH/s" */
export function formatRate(rate: number): string {
  let value = rate;
  let i = 0;
  while (value >= 999.5 && i < PREFIXES.length - 1) {
    value /= 1000;
    i++;
  }
  return `${i === 0 ? Math.round(value) : value.toPrecision(3)} ${PREFIXES[i]}H/s`;
}

/** Satoshi, as decimal text, in coins. */
export function formatCoins(satoshi: string): string {
  const negative = satoshi.startsWith('-');
  const digits = (negative ? satoshi.slice(1) : satoshi).padStart(9, '0');
  const fraction = digits.slice(-8).replace(/0+$/, '');
  return `${negative ? '-' : ''}${digits.slice(0, -8)}${fraction === '' ? '' : `.${fraction}`}`;
}

export function formatSince(at: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000));
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 172_800) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} days ago`;
}

export function formatTime(at: number): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

export const shortHash = (hash: string): string => `${hash.slice(0, 16)}…${hash.slice(-6)}`;
