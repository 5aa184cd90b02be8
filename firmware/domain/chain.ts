/**
 * What a header must satisfy to follow another: linkage, proof of work, nBits, time
 * (ContextualCheckBlockHeader of Bitcoin Core, validation.cpp), and the subsidy of a height.
 * @module
 */
import { assertInteger, equalBytes } from './bytes.js';
import { type BlockHeader, headerHash } from './header.js';
import type { NetworkRules } from './networks.js';
import { nextBits, type RetargetContext } from './retarget.js';
import { checkProofOfWork } from './target.js';

/** A header's time may be at most this far ahead of the clock (MAX_FUTURE_BLOCK_TIME). */
export const MAX_FUTURE_SECONDS = 7200;
/** How many headers the median time past looks at (CBlockIndex::nMedianTimeSpan). */
export const MEDIAN_TIME_SPAN = 11;
/** BIP94: a period's first block may be at most this much older than its parent. */
export const MAX_TIMEWARP_SECONDS = 600;

/** Satoshi. */
export const COIN = 100_000_000n;

/**
 * The median of the last up to 11 of `times` (CBlockIndex::GetMedianTimePast, BIP113).
 * @param times of consecutive headers in the order of their heights, the newest last; not empty
 */
export function medianTimePast(times: readonly number[]): number {
  if (times.length === 0) throw new RangeError('median of no times');
  const sorted = times.slice(-MEDIAN_TIME_SPAN).sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}

/** The subsidy in satoshi of the block at `height` (GetBlockSubsidy of Bitcoin Core). */
export function subsidy(rules: NetworkRules, height: number): bigint {
  assertInteger(height, 0, 0x7fffffff, 'height');
  return (50n * COIN) >> BigInt(Math.floor(height / rules.halvingInterval));
}

/** Whether the block at `height` starts a difficulty period. */
export function startsPeriod(rules: NetworkRules, height: number): boolean {
  return height % rules.interval === 0;
}

/**
 * The earliest time the block at `height` may have.
 * @param pastTimes as for {@link medianTimePast}, the parent's last
 */
export function minimumTime(rules: NetworkRules, height: number, pastTimes: readonly number[]): number {
  const minimum = medianTimePast(pastTimes) + 1;
  if (!rules.enforceBip94 || !startsPeriod(rules, height)) return minimum;
  return Math.max(minimum, pastTimes[pastTimes.length - 1]! - MAX_TIMEWARP_SECONDS);
}

/** What {@link checkNextHeader} needs to know of the chain so far. */
export interface HeaderContext extends Omit<RetargetContext, 'time'> {
  /** 32 bytes, internal order */
  parentHash: Uint8Array;
  /** times of the last up to 11 headers, the parent's last */
  pastTimes: readonly number[];
}

/**
 * Whether `header` may follow the chain that `context` describes.
 * @param now seconds since 1970, or undefined where the clock is not known: then the future is not checked
 * @returns undefined when it may, else the reason in Bitcoin Core's words
 */
export function checkNextHeader(
  rules: NetworkRules,
  header: BlockHeader,
  context: HeaderContext,
  now?: number,
): string | undefined {
  if (!equalBytes(header.previousHash, context.parentHash)) return 'prev-blk-not-found';
  // Cheap checks first: hashing is the expensive one on a board.
  if (header.nBits !== nextBits(rules, { ...context, time: header.time })) return 'bad-diffbits';
  const { pastTimes } = context;
  if (header.time <= medianTimePast(pastTimes)) return 'time-too-old';
  if (header.time < minimumTime(rules, context.parentHeight + 1, pastTimes)) return 'time-timewarp-attack';
  if (now !== undefined && header.time > now + MAX_FUTURE_SECONDS) return 'time-too-new';
  if (!checkProofOfWork(headerHash(header), header.nBits, rules.powLimit)) return 'high-hash';
  return undefined;
}
