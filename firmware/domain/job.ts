/**
 * A job: everything a board needs to build headers by itself. The coinbase comes in two parts, the board's
 * extranonce goes between them, and the merkle branch leads from the coinbase's txid to the root.
 * @module
 */
import { concatBytes, FormatError } from './bytes.js';
import { assembleCoinbase, coinbaseTxid } from './coinbase.js';
import { scanCoinbase } from './coinbase-scan.js';
import type { BlockHeader } from './header.js';
import { MAX_MERKLE_DEPTH, rootFromBranch } from './merkle.js';
import { compactToTarget } from './target.js';

/** The version bits that BIP320 leaves to miners: 13..28. */
export const BIP320_MASK = 0x1fffe000;

export const MAX_EXTRANONCE1 = 8;
export const MIN_EXTRANONCE2 = 2;
export const MAX_EXTRANONCE2 = 8;
export const MAX_COINBASE_PREFIX = 1024;
export const MAX_COINBASE_SUFFIX = 4096;
export const MAX_PAYOUT_GROUP = 32;
/** What is wrong with a job that states what nobody can know. */
export const POOL_FEES = 'fees of a pool are not known';
const U64_MAX = (1n << 64n) - 1n;

export interface Job {
  /** uint32, unique per assignment to one board */
  id: number;
  /** earlier jobs are void: their shares would be stale */
  clean: boolean;
  /** of the block to be found */
  height: number;
  /** int32 */
  version: number;
  /** 32 bytes, internal order */
  previousHash: Uint8Array;
  /** the block's compact target */
  nBits: number;
  /** uint32 seconds: where the board starts */
  time: number;
  /** earliest time consensus allows */
  minTime: number;
  /** latest time the node accepts */
  maxTime: number;
  /** version bits the board may change, within {@link BIP320_MASK}; uint32 */
  versionMask: number;
  /** compact target of a share */
  shareBits: number;
  /** the board's own part of the extranonce, 1..8 bytes, from the node */
  extranonce1: Uint8Array;
  /** bytes the board rolls, 2..8 */
  extranonce2Length: number;
  /** coinbase without witness, up to the extranonce; 1..1024 bytes */
  coinbasePrefix: Uint8Array;
  /** and after it; 1..4096 bytes */
  coinbaseSuffix: Uint8Array;
  /** nodes from the coinbase's txid to the root, lowest first; at most 24 of 32 bytes */
  merkleBranch: Uint8Array[];
  /** satoshi, uint64: what the block's transactions pay, according to the node; 0 for a pool's job */
  fees: bigint;
  /** whose account gets the work: 1..32 of [a-z0-9-] */
  payoutGroup: string;
  /** {@link jobMerkleRoot}, where the job has its coinbase in one piece (PackedJob) */
  merkleRoot?(extranonce2: Uint8Array): Uint8Array;
  /**
   * A pool made the coinbase: what its transactions pay is not known, the extranonce may stand anywhere, and the height is
   * the one in the coinbase.
   */
  pool?: true;
}

/** The fields of a job that are not plain numbers. */
export type BytesOfJob =
  | 'previousHash'
  | 'extranonce1'
  | 'coinbasePrefix'
  | 'coinbaseSuffix'
  | 'merkleBranch'
  | 'fees'
  | 'payoutGroup'
  | 'merkleRoot';

/** Fields of a header that the board may choose; the job's own stand in for those not given. */
export interface HeaderChoice {
  version?: number;
  time?: number;
  /** 0 unless given */
  nonce?: number;
}

/**
 * The merkle root with `extranonce2` in the coinbase: 32 bytes, internal order.
 * @throws RangeError when `extranonce2` is not as long as the job says
 */
export function jobMerkleRoot(job: Job, extranonce2: Uint8Array): Uint8Array {
  if (job.merkleRoot) return job.merkleRoot(extranonce2);
  const leaf = coinbaseTxid(job.coinbasePrefix, extranonce(job, extranonce2), job.coinbaseSuffix);
  return rootFromBranch(leaf, job.merkleBranch, 0);
}

/** The header to search. Does not check the choice against the job's bounds; checkShare does. */
export function jobHeader(job: Job, extranonce2: Uint8Array, choice: HeaderChoice = {}): BlockHeader {
  return {
    version: choice.version ?? job.version,
    previousHash: job.previousHash,
    merkleRoot: jobMerkleRoot(job, extranonce2),
    time: choice.time ?? job.time,
    nBits: job.nBits,
    nonce: choice.nonce ?? 0,
  };
}

/** The coinbase with `extranonce2`, serialised without witness. */
export function jobCoinbase(job: Job, extranonce2: Uint8Array): Uint8Array {
  return assembleCoinbase(job.coinbasePrefix, extranonce(job, extranonce2), job.coinbaseSuffix);
}

function extranonce(job: Job, extranonce2: Uint8Array): Uint8Array {
  if (extranonce2.length !== job.extranonce2Length)
    throw new RangeError(`extranonce2: expected ${job.extranonce2Length} bytes, got ${extranonce2.length}`);
  return concatBytes(job.extranonce1, extranonce2);
}

/** A compact target that {@link compactToTarget} accepts. */
function isCompactTarget(nBits: number): boolean {
  try {
    compactToTarget(nBits);
    return true;
  } catch {
    return false;
  }
}

function outside(value: number, minimum: number, maximum: number): boolean {
  return !Number.isInteger(value) || value < minimum || value > maximum;
}

/**
 * Whether a job is consistent: every field within its bounds and none contradicting another. Says nothing about the
 * chain it builds on, and does not open the coinbase; {@link checkJobCoinbase} does.
 * @returns undefined when it is, else what is wrong
 */
export function checkJob(job: Job): string | undefined {
  const wrong = checkJobNumbers(job);
  if (wrong !== undefined) return wrong;
  if (job.previousHash.length !== 32) return 'previous hash is not 32 bytes';
  if (outside(job.extranonce1.length, 1, MAX_EXTRANONCE1)) return 'extranonce1 has the wrong length';
  if (outside(job.coinbasePrefix.length, 1, MAX_COINBASE_PREFIX))
    return 'coinbase prefix has the wrong length';
  if (outside(job.coinbaseSuffix.length, 1, MAX_COINBASE_SUFFIX))
    return 'coinbase suffix has the wrong length';
  if (job.merkleBranch.length > MAX_MERKLE_DEPTH) return 'merkle branch is too long';
  if (job.merkleBranch.some(node => node.length !== 32))
    return 'merkle branch has a node that is not 32 bytes';
  if (typeof job.fees !== 'bigint' || job.fees < 0n || job.fees > U64_MAX) return 'fees are not a uint64';
  if (job.pool && job.fees !== 0n) return POOL_FEES;
  if (!isPayoutGroup(job.payoutGroup)) return 'payout group is not 1..32 of a-z 0-9 -';
  return undefined;
}

/** The numbers among what {@link checkJob} checks. */
export function checkJobNumbers(job: Omit<Job, BytesOfJob>): string | undefined {
  if (outside(job.id, 0, 0xffffffff)) return 'id is not a uint32';
  if (outside(job.height, 1, 0x7fffffff)) return 'height is out of range';
  if (outside(job.version, -0x80000000, 0x7fffffff)) return 'version is not an int32';
  if (!isCompactTarget(job.nBits)) return 'nBits is not a target';
  if (!isCompactTarget(job.shareBits)) return 'share bits are not a target';
  if (outside(job.minTime, 0, 0xffffffff) || outside(job.maxTime, 0, 0xffffffff))
    return 'time bounds are not uint32';
  if (outside(job.time, job.minTime, job.maxTime)) return 'time is outside its bounds';
  if (outside(job.versionMask, 0, BIP320_MASK) || (job.versionMask & ~BIP320_MASK) !== 0)
    return 'version mask is not within BIP320';
  if (outside(job.extranonce2Length, MIN_EXTRANONCE2, MAX_EXTRANONCE2))
    return 'extranonce2 has the wrong length';
  return undefined;
}

/** Whether `group` is 1..32 characters of [a-z0-9-]. */
export function isPayoutGroup(group: string): boolean {
  if (typeof group !== 'string' || outside(group.length, 1, MAX_PAYOUT_GROUP)) return false;
  for (let i = 0; i < group.length; i++) if (!isPayoutGroupCode(group.charCodeAt(i))) return false;
  return true;
}

/** Whether a payout group may have this ASCII character. */
export function isPayoutGroupCode(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x2d;
}

/**
 * Whether the parts make a coinbase for this height with the extranonce inside its scriptSig, pushed as one
 * item; a pool's may have it elsewhere. Called once per job, before work starts.
 * @param job one that {@link checkJob} accepts
 * @returns undefined when they do, else what is wrong
 */
export function checkJobCoinbase(job: Job): string | undefined {
  try {
    const { isPushed } = scanCoinbase(job);
    return isPushed || job.pool ? undefined : 'coinbase: the extranonce is not pushed after the height';
  } catch (error) {
    if (error instanceof FormatError) return `coinbase: ${error.message}`;
    throw error;
  }
}
