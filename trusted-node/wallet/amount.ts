/** Amounts as people write them. Decimal text to satoshi and back, without floats. */
import { MAX_MONEY } from '../ledger/rules/limits.js';

const DECIMALS = 8;

/**
 * "1.5" (coins) as satoshi.
 * @throws RangeError when it is not a plain decimal number with at most 8 places, or more than 21 million
 */
export function parseAmount(text: string): bigint {
  const match = /^(\d{1,8})(?:\.(\d{1,8}))?$/.exec(text);
  if (!match)
    throw new RangeError(`amount ${JSON.stringify(text)}: write coins like 1.5, at most 8 decimals`);
  const satoshi = BigInt(match[1]! + (match[2] ?? '').padEnd(DECIMALS, '0'));
  if (satoshi > MAX_MONEY) throw new RangeError(`amount ${text} is more than 21000000`);
  return satoshi;
}

/** Satoshi as coins with 8 decimals: "1.50000000"; negative with a sign. */
export function formatAmount(satoshi: bigint): string {
  const digits = (satoshi < 0n ? -satoshi : satoshi).toString().padStart(DECIMALS + 1, '0');
  return `${satoshi < 0n ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}
