/**
 * A share: a board's claim to have found a header whose hash meets the job's share target. Whoever checks it rebuilds
 * the header from the job and trusts nothing but the fields below.
 * @module
 */
import { equalBytes } from './bytes.js';
import { headerHash } from './header.js';
import { type Job, jobHeader } from './job.js';
import { compactToTarget, hashToInteger } from './target.js';

export interface Share {
  /** uint32, the board's own count: the answer carries it */
  sequence: number;
  /** uint32 */
  jobId: number;
  extranonce1: Uint8Array;
  extranonce2: Uint8Array;
  /** uint32 */
  time: number;
  /** uint32 */
  nonce: number;
  /** int32 */
  version: number;
}

/** What becomes of a share. The numbers are on the wire and in the store: never renumber them. */
export const ShareCode = {
  accepted: 0,
  /** accepted, and a block that was connected */
  block: 1,
  stale: 2,
  duplicate: 3,
  lowDifficulty: 4,
  unknownJob: 5,
  badTime: 6,
  badVersion: 7,
  badExtranonce: 8,
  malformed: 9,
  notAuthorised: 10,
  internal: 11,
} as const;

export type ShareCode = (typeof ShareCode)[keyof typeof ShareCode];
export type ShareReject = Exclude<ShareCode, typeof ShareCode.accepted | typeof ShareCode.block>;

const NAMES: readonly string[] = [
  'accepted',
  'block',
  'stale',
  'duplicate',
  'low-difficulty',
  'unknown-job',
  'bad-time',
  'bad-version',
  'bad-extranonce',
  'malformed',
  'not-authorised',
  'internal',
];

/** A code as text, for people and logs. */
export function shareCodeName(code: number): string {
  return NAMES[code] ?? `code-${code}`;
}

export type ShareCheck =
  /** `hash`: 32 bytes, internal order; `isBlock`: it meets the block's target too */
  { ok: true; hash: Uint8Array; isBlock: boolean } | { ok: false; reason: ShareReject };

function reject(reason: ShareReject): ShareCheck {
  return { ok: false, reason };
}

/**
 * Whether `share` is valid work for `job`: job id, extranonce, time within minTime..maxTime, version equal
 * outside the mask, and the hash of the rebuilt header at most the share target. A hash that meets the block's target
 * counts even if the share target is harder. Staleness and duplicates are left to the caller, who knows the other jobs
 * and shares.
 * @param job one that passed `checkJob`
 */
export function checkShare(job: Job, share: Share): ShareCheck {
  if (share.jobId !== job.id) return reject(ShareCode.unknownJob);
  if (!isUint32(share.time) || !isUint32(share.nonce) || share.version !== (share.version | 0))
    return reject(ShareCode.malformed);
  if (!equalBytes(share.extranonce1, job.extranonce1) || share.extranonce2.length !== job.extranonce2Length)
    return reject(ShareCode.badExtranonce);
  if (share.time < job.minTime || share.time > job.maxTime) return reject(ShareCode.badTime);
  if (((share.version ^ job.version) & ~job.versionMask) !== 0) return reject(ShareCode.badVersion);

  const hash = headerHash(jobHeader(job, share.extranonce2, share));
  const value = hashToInteger(hash);
  const isBlock = value <= compactToTarget(job.nBits);
  if (!isBlock && value > compactToTarget(job.shareBits)) return reject(ShareCode.lowDifficulty);
  return { ok: true, hash, isBlock };
}

function isUint32(value: number): boolean {
  return value === value >>> 0;
}
