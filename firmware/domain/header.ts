/**
 * The 80-byte block header (CBlockHeader of Bitcoin Core, primitives/block.h).
 *
 * | offset | bytes | field |
 * | --- | --- | --- |
 * | 0 | 4 | version, int32 |
 * | 4 | 32 | hash of the previous header, internal order |
 * | 36 | 32 | merkle root, internal order |
 * | 68 | 4 | time, uint32 seconds since 1970 |
 * | 72 | 4 | nBits, the compact target |
 * | 76 | 4 | nonce |
 * @module
 */
import { assertBytes, assertI32, assertLength, assertU32, copyBytes, FormatError } from './bytes.js';
import { sha256dInScript } from './hash.js';

export const HEADER_LENGTH = 80;

export interface BlockHeader {
  /** int32; BIP320 rolls bits 13..28 */
  version: number;
  /** 32 bytes, internal order */
  previousHash: Uint8Array;
  /** 32 bytes, internal order */
  merkleRoot: Uint8Array;
  /** uint32, seconds since 1970 */
  time: number;
  /** uint32, compact target */
  nBits: number;
  /** uint32 */
  nonce: number;
}

/** Consecutive headers of 80 bytes, each made when asked for; an array is one. */
export interface HeaderList {
  readonly length: number;
  /** @param index 0 and up */
  at(index: number): Uint8Array | undefined;
}

/** @throws TypeError, RangeError when a field is out of its bounds */
export function encodeHeader(header: BlockHeader): Uint8Array {
  assertI32(header.version, 'version');
  assertLength(header.previousHash, 32, 'previousHash');
  assertLength(header.merkleRoot, 32, 'merkleRoot');
  assertU32(header.time, 'time');
  assertU32(header.nBits, 'nBits');
  assertU32(header.nonce, 'nonce');
  const bytes = new Uint8Array(HEADER_LENGTH);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, header.version, true);
  bytes.set(header.previousHash, 4);
  bytes.set(header.merkleRoot, 36);
  view.setUint32(68, header.time, true);
  view.setUint32(72, header.nBits, true);
  view.setUint32(76, header.nonce, true);
  return bytes;
}

/** @throws FormatError when `bytes` is not 80 bytes long */
export function decodeHeader(bytes: Uint8Array): BlockHeader {
  assertBytes(bytes, 'header');
  if (bytes.length !== HEADER_LENGTH) throw new FormatError(`header: expected 80 bytes, got ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_LENGTH);
  return {
    version: view.getInt32(0, true),
    previousHash: copyBytes(bytes, 4, 36),
    merkleRoot: copyBytes(bytes, 36, 68),
    time: view.getUint32(68, true),
    nBits: view.getUint32(72, true),
    nonce: view.getUint32(76, true),
  };
}

/**
 * The block's hash, 32 bytes in internal order, from the header or its 80 bytes. In script, since this checks the
 * native kernel's candidates.
 */
export function headerHash(header: BlockHeader | Uint8Array): Uint8Array {
  if (!(header instanceof Uint8Array)) return sha256dInScript(encodeHeader(header));
  assertLength(header, HEADER_LENGTH, 'header');
  return sha256dInScript(header);
}
