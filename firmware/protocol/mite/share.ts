/** The share (type 2, board to node) and its result (type 3, node to board), matched by sequence and job id. */
import { assertI32, assertInteger, assertU32, FormatError } from '../../domain/bytes.js';
import { MAX_EXTRANONCE1, MAX_EXTRANONCE2, MIN_EXTRANONCE2 } from '../../domain/job.js';
import { type Share, ShareCode } from '../../domain/share.js';
import { assertField, beginMessage, openMessage, readField, requireZero } from './binary.js';

const SHARE_FIXED = 24;
/** Shortest and longest share message in bytes. */
export const SHARE_MIN_LENGTH = SHARE_FIXED + 1 + 1 + 1 + MIN_EXTRANONCE2;
export const SHARE_MAX_LENGTH = SHARE_FIXED + 1 + MAX_EXTRANONCE1 + 1 + MAX_EXTRANONCE2;

export const RESULT_LENGTH = 16;
/** Highest result code of protocol v1. */
export const MAX_SHARE_CODE = 11;

/** The node's answer to one share, sent once the share is stored. */
export interface ShareResult {
  readonly code: ShareCode;
  /** Sequence and job id of the share it answers, uint32. */
  readonly sequence: number;
  readonly jobId: number;
  /** Height of the block when `code` is ShareCode.block, else 0. */
  readonly height: number;
}

/** @throws RangeError | TypeError on a field outside its bounds. */
export function encodeShare(share: Share): Uint8Array {
  assertU32(share.sequence, 'share.sequence');
  assertU32(share.jobId, 'share.jobId');
  assertU32(share.time, 'share.time');
  assertU32(share.nonce, 'share.nonce');
  assertI32(share.version, 'share.version');
  assertField(share.extranonce1, 1, MAX_EXTRANONCE1, 'share.extranonce1');
  assertField(share.extranonce2, MIN_EXTRANONCE2, MAX_EXTRANONCE2, 'share.extranonce2');
  const writer = beginMessage('share');
  writer.u16(0);
  writer.u32(share.sequence);
  writer.u32(share.jobId);
  writer.u32(share.time);
  writer.u32(share.nonce);
  writer.i32(share.version);
  writer.u8(share.extranonce1.length);
  writer.bytes(share.extranonce1);
  writer.u8(share.extranonce2.length);
  writer.bytes(share.extranonce2);
  return writer.toBytes();
}

/** @throws FormatError on malformed bytes. `checkShare` decides whether the share is worth anything. */
export function decodeShare(bytes: Uint8Array): Share {
  const reader = openMessage(bytes, 'share', SHARE_MIN_LENGTH, SHARE_MAX_LENGTH);
  requireZero(reader.u16(), 'share');
  const sequence = reader.u32();
  const jobId = reader.u32();
  const time = reader.u32();
  const nonce = reader.u32();
  const version = reader.i32();
  const extranonce1 = readField(reader, reader.u8(), 1, MAX_EXTRANONCE1, 'share.extranonce1');
  const extranonce2 = readField(reader, reader.u8(), MIN_EXTRANONCE2, MAX_EXTRANONCE2, 'share.extranonce2');
  reader.end();
  return { sequence, jobId, extranonce1, extranonce2, time, nonce, version };
}

/** @throws RangeError on a field outside its bounds, or a height without a block. */
export function encodeResult(result: ShareResult): Uint8Array {
  assertInteger(result.code, 0, MAX_SHARE_CODE, 'result.code');
  assertU32(result.sequence, 'result.sequence');
  assertU32(result.jobId, 'result.jobId');
  assertU32(result.height, 'result.height');
  if (result.code !== ShareCode.block && result.height !== 0) throw new RangeError('result.height: no block');
  const writer = beginMessage('result');
  writer.u8(result.code);
  writer.u8(0);
  writer.u32(result.sequence);
  writer.u32(result.jobId);
  writer.u32(result.height);
  return writer.toBytes();
}

/** @throws FormatError on malformed bytes. */
export function decodeResult(bytes: Uint8Array): ShareResult {
  const reader = openMessage(bytes, 'result', RESULT_LENGTH, RESULT_LENGTH);
  const code = reader.u8();
  if (code > MAX_SHARE_CODE) throw new FormatError(`result.code: ${code}`);
  requireZero(reader.u8(), 'result');
  const sequence = reader.u32();
  const jobId = reader.u32();
  const height = reader.u32();
  if (code !== ShareCode.block && height !== 0) throw new FormatError('result.height: no block');
  return { code: code as ShareCode, sequence, jobId, height };
}
