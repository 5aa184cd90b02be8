/**
 * How `mite-node` and `make run` write numbers for people: one unit for one thing everywhere. The words beside an
 * amount: spendable (confirmed, and old enough if it is a block's reward), maturing (a block's reward that is not),
 * pending (what waiting transactions add or take). JSON keeps plain integers: hashes a second, satoshi.
 */
import { formatAmount } from '../wallet/amount.js';

export { formatRate } from '../../firmware/domain/units.js';

/** "1 block", "2 blocks", "0 blocks". @param many the plural if it is irregular */
export function count(number: number | bigint, noun: string, many = `${noun}s`): string {
  return `${number} ${BigInt(number) === 1n ? noun : many}`;
}

/** Satoshi as coins without needless zeros: 125000000n is "1.25 coins", 100000000n "1 coin", -1n "-0.00000001 coins". */
export function formatCoins(satoshi: bigint): string {
  const text = formatAmount(satoshi).replace(/\.?0+$/, '');
  return `${text} ${text === '1' ? 'coin' : 'coins'}`;
}

/** The same under a title that has the unit: "1.25". */
export function formatCoinsBare(satoshi: bigint): string {
  return formatCoins(satoshi).split(' ')[0]!;
}

/** The first 16 and the last 6 digits of a hash. */
export function shortHash(hex: string): string {
  return `${hex.slice(0, 16)}…${hex.slice(-6)}`;
}

/** A moment in the past: its time within a day, else its date. "16:05 UTC", "2026-11-28". @param moment ms since 1970 */
export function formatSince(moment: number, now: number): string {
  const text = new Date(moment).toISOString();
  return now - moment < 86_400_000 ? `${text.slice(11, 16)} UTC` : text.slice(0, 10);
}

/** A span of time, rounded down: "59 s", "1 min 1 s", "25 h 0 min", "3 d 1 h". @param milliseconds not negative */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
