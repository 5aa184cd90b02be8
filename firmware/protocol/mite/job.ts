/** The job message (type 1), node to board: everything a board needs to build the header itself. */
import { asciiToBytes, FormatError } from '../../domain/bytes.js';
import {
  checkJob,
  checkJobNumbers,
  isPayoutGroupCode,
  type Job,
  MAX_COINBASE_PREFIX,
  MAX_COINBASE_SUFFIX,
  MAX_EXTRANONCE1,
  MAX_PAYOUT_GROUP,
  POOL_FEES,
} from '../../domain/job.js';
import { MAX_MERKLE_DEPTH } from '../../domain/merkle.js';
import { type JobNumbers, PackedJob } from '../../domain/packed-job.js';
import { beginMessage, openMessage, requireZero, viewField } from './binary.js';

const FIXED = 72;
/** Shortest and longest job message in bytes. */
export const JOB_MIN_LENGTH = FIXED + (1 + 1) + 1 + (1 + 1) + (2 + 1) + (2 + 1) + 1 + 8;
export const JOB_MAX_LENGTH =
  FIXED +
  (1 + MAX_EXTRANONCE1) +
  1 +
  (1 + MAX_PAYOUT_GROUP) +
  (2 + MAX_COINBASE_PREFIX) +
  (2 + MAX_COINBASE_SUFFIX) +
  (1 + 32 * MAX_MERKLE_DEPTH) +
  8;

const CLEAN = 1;
const POOL = 2;

/**
 * @throws RangeError | TypeError when `checkJob` refuses the job: a field outside its bounds, or two that contradict
 * each other.
 */
export function encodeJob(job: Job): Uint8Array {
  const wrong = checkJob(job);
  if (wrong !== undefined) throw new RangeError(`job: ${wrong}`);
  const writer = beginMessage('job');
  writer.u8((job.clean ? CLEAN : 0) | (job.pool ? POOL : 0));
  writer.u8(0);
  writer.u32(job.id);
  writer.u32(job.height);
  writer.i32(job.version);
  writer.bytes(job.previousHash);
  writer.u32(job.nBits);
  writer.u32(job.time);
  writer.u32(job.minTime);
  writer.u32(job.maxTime);
  writer.u32(job.versionMask);
  writer.u32(job.shareBits);
  writer.u8(job.extranonce1.length);
  writer.bytes(job.extranonce1);
  writer.u8(job.extranonce2Length);
  writer.u8(job.payoutGroup.length);
  writer.bytes(asciiToBytes(job.payoutGroup));
  writer.u16(job.coinbasePrefix.length);
  writer.bytes(job.coinbasePrefix);
  writer.u16(job.coinbaseSuffix.length);
  writer.bytes(job.coinbaseSuffix);
  writer.u8(job.merkleBranch.length);
  for (const hash of job.merkleBranch) writer.bytes(hash);
  writer.u64(job.fees);
  return writer.toBytes();
}

/**
 * A job message that is whole and within bounds, not copied yet. Valid as long as the message's bytes are, that is,
 * during the call that gave it.
 */
export interface JobView {
  /** A copy of everything in one piece. */
  pack(): PackedJob;
}

/** @throws FormatError unless the fields are within bounds and `checkJob` accepts the job; nothing is copied before. */
export function viewJob(bytes: Uint8Array): JobView {
  const reader = openMessage(bytes, 'job', JOB_MIN_LENGTH, JOB_MAX_LENGTH);
  const flags = reader.u8();
  requireZero(flags & ~(CLEAN | POOL), 'job.flags');
  requireZero(reader.u8(), 'job');
  const id = reader.u32();
  const height = reader.u32();
  const version = reader.i32();
  const previousHash = viewField(reader, 32, 32, 32, 'job.previousHash');
  const nBits = reader.u32();
  const time = reader.u32();
  const minTime = reader.u32();
  const maxTime = reader.u32();
  const versionMask = reader.u32();
  const shareBits = reader.u32();
  const extranonce1 = viewField(reader, reader.u8(), 1, MAX_EXTRANONCE1, 'job.extranonce1');
  const extranonce2Length = reader.u8();
  const payoutGroup = viewField(reader, reader.u8(), 1, MAX_PAYOUT_GROUP, 'job.payoutGroup');
  const coinbasePrefix = viewField(reader, reader.u16(), 1, MAX_COINBASE_PREFIX, 'job.coinbasePrefix');
  const coinbaseSuffix = viewField(reader, reader.u16(), 1, MAX_COINBASE_SUFFIX, 'job.coinbaseSuffix');
  const count = reader.u8();
  if (count > MAX_MERKLE_DEPTH) throw new FormatError(`job.merkleBranch: ${count} hashes`);
  const branch = viewField(reader, 32 * count, 0, 32 * MAX_MERKLE_DEPTH, 'job.merkleBranch');
  const fees = viewField(reader, 8, 8, 8, 'job.fees');
  reader.end();
  const numbers: JobNumbers = {
    id,
    clean: (flags & CLEAN) !== 0,
    height,
    version,
    nBits,
    time,
    minTime,
    maxTime,
    versionMask,
    shareBits,
    extranonce2Length,
    ...((flags & POOL) !== 0 && { pool: true as const }),
  };
  const wrong =
    checkJobNumbers(numbers) ?? (numbers.pool && fees.some(byte => byte !== 0) ? POOL_FEES : undefined);
  if (wrong !== undefined) throw new FormatError(`job: ${wrong}`);
  for (const code of payoutGroup)
    if (!isPayoutGroupCode(code)) throw new FormatError('job: payout group is not 1..32 of a-z 0-9 -');
  const parts = { previousHash, extranonce1, coinbasePrefix, coinbaseSuffix, branch, fees, payoutGroup };
  return { pack: () => new PackedJob(numbers, parts) };
}

/**
 * A job whose fields are within bounds and which `checkJob` accepts; its byte fields are copies.
 * @throws FormatError on anything else.
 */
export function decodeJob(bytes: Uint8Array): Job {
  const job = viewJob(bytes).pack();
  return {
    id: job.id,
    clean: job.clean,
    height: job.height,
    version: job.version,
    previousHash: job.previousHash.slice(),
    nBits: job.nBits,
    time: job.time,
    minTime: job.minTime,
    maxTime: job.maxTime,
    versionMask: job.versionMask,
    shareBits: job.shareBits,
    extranonce1: job.extranonce1,
    extranonce2Length: job.extranonce2Length,
    coinbasePrefix: job.coinbasePrefix.slice(),
    coinbaseSuffix: job.coinbaseSuffix.slice(),
    merkleBranch: job.merkleBranch.map(node => node.slice()),
    fees: job.fees,
    payoutGroup: job.payoutGroup,
    ...(job.pool && { pool: true }),
  };
}
