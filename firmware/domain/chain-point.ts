/**
 * What a board needs to know at one header to check the next: O(1), whatever the height. The rules are those of
 * chain.ts and retarget.ts; here they run over 80 raw bytes, without history.
 * @module
 */
import { equalBytes } from './bytes.js';
import { MAX_FUTURE_SECONDS, MEDIAN_TIME_SPAN, medianTimePast, minimumTime, startsPeriod } from './chain.js';
import { sha256d } from './hash.js';
import type { NetworkRules } from './networks.js';
import { nextBits } from './retarget.js';
import { blockWork, compactToTarget, meetsTarget } from './target.js';

export interface ChainPoint {
  readonly height: number;
  /** of the header: 32 bytes, internal order */
  readonly hash: Uint8Array;
  /** expected hashes from the checkpoint's header on, that one included; below 2^128 */
  readonly work: bigint;
  /** of the last up to 11 headers, this one's last */
  readonly times: readonly number[];
  readonly nBits: number;
  /** of the current period's first header */
  readonly periodTime: number;
  readonly periodBits: number;
  /** nBits of the period's last header that was no minimum-difficulty one: the test networks' walk back, in one step */
  readonly realBits: number;
}

/** Why a header may not follow, in Bitcoin Core's words. */
export type HeaderFault =
  | 'prev-blk-not-found'
  | 'bad-diffbits'
  | 'time-too-old'
  | 'time-timewarp-attack'
  | 'time-too-new'
  | 'bad-version'
  | 'high-hash';

export interface ChainFault {
  readonly fault: HeaderFault;
}

const PREVIOUS = 4;
const TIME = 68;
const BITS = 72;

/** A header's own fields as the rules need them. */
export interface HeaderFields {
  readonly version: number;
  readonly time: number;
  readonly nBits: number;
}

/** @param bytes 80 bytes */
export function headerFields(bytes: Uint8Array): HeaderFields {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    version: view.getInt32(0, true),
    time: view.getUint32(TIME, true),
    nBits: view.getUint32(BITS, true),
  };
}

/** Whether the header (80 bytes) names this one (32 bytes) as its parent. */
export function follows(bytes: Uint8Array, hash: Uint8Array): boolean {
  return equalBytes(bytes.subarray(PREVIOUS, PREVIOUS + 32), hash);
}

export function genesisPoint(rules: NetworkRules): ChainPoint {
  const { header, hash } = rules.genesis;
  const { time, nBits } = header;
  return {
    height: 0,
    hash,
    work: blockWork(nBits),
    times: [time],
    nBits,
    periodTime: time,
    periodBits: nBits,
    realBits: nBits,
  };
}

/** The nBits of the header after `point`. @param time that header's time, which test networks look at */
export function expectedBits(rules: NetworkRules, point: ChainPoint, time: number): number {
  const { height, times, nBits } = point;
  const parentTime = times[times.length - 1]!;
  if (rules.minDifficultyBlocks && rules.asert === undefined && !startsPeriod(rules, height + 1))
    return time > parentTime + 2 * rules.targetSpacing ? rules.powLimitBits : point.realBits;
  return nextBits(rules, {
    parentHeight: height,
    parent: { time: parentTime, nBits },
    time,
    ancestor: at =>
      at === height - 1 && rules.perBlockRetarget
        ? { time: times[times.length - 2]!, nBits: 0 }
        : { time: point.periodTime, nBits: point.periodBits },
  });
}

/** The least version of the header at `height` (BIP34, BIP66, BIP65). */
export function minimumVersion(rules: NetworkRules, height: number): number {
  let version = 1;
  for (const from of rules.versionHeights) {
    if (height < from) break;
    version++;
  }
  return version;
}

/**
 * The point at the next header, or the rule that it breaks. The cheap rules come first; the hash is computed once.
 * @param bytes 80 bytes
 * @param now seconds since 1970, or undefined where the clock is not known: then the future is not checked
 */
export function nextPoint(
  rules: NetworkRules,
  point: ChainPoint,
  bytes: Uint8Array,
  now?: number,
): ChainPoint | ChainFault {
  if (!follows(bytes, point.hash)) return { fault: 'prev-blk-not-found' };
  const { version, time, nBits } = headerFields(bytes);
  const height = point.height + 1;
  if (nBits !== expectedBits(rules, point, time)) return { fault: 'bad-diffbits' };
  if (time <= medianTimePast(point.times)) return { fault: 'time-too-old' };
  if (time < minimumTime(rules, height, point.times)) return { fault: 'time-timewarp-attack' };
  if (now !== undefined && time > now + MAX_FUTURE_SECONDS) return { fault: 'time-too-new' };
  if (version < minimumVersion(rules, height)) return { fault: 'bad-version' };
  const hash = sha256d(bytes);
  if (!meetsTarget(hash, compactToTarget(nBits))) return { fault: 'high-hash' };
  const first = startsPeriod(rules, height);
  return {
    height,
    hash,
    work: point.work + blockWork(nBits),
    times: lastTimes(point.times, time),
    nBits,
    periodTime: first ? time : point.periodTime,
    periodBits: first ? nBits : point.periodBits,
    realBits: first || nBits !== rules.powLimitBits ? nBits : point.realBits,
  };
}

/** The last 11 of `times` and this one. */
export function lastTimes(times: readonly number[], time: number): number[] {
  const last = times.slice(1 - MEDIAN_TIME_SPAN);
  last.push(time);
  return last;
}
