/** The newest header as the node reports it. Whether it belongs to the best chain is not judged here. */
import { FormatError, hashToDisplay } from '../../domain/bytes.js';
import { type BlockHeader, decodeHeader, headerHash } from '../../domain/header.js';
import { compactToTarget, meetsTarget } from '../../domain/target.js';

export interface Tip {
  readonly header: BlockHeader;
  readonly height: number;
  /** Display order. */
  readonly hash: string;
}

/**
 * @param bytes 80 bytes as hashed.
 * @throws FormatError | RangeError when it is not a header, or its hash does not meet its own nBits.
 */
export function readTip(bytes: Uint8Array, height: number): Tip {
  const header = decodeHeader(bytes);
  const hash = headerHash(bytes);
  if (!meetsTarget(hash, compactToTarget(header.nBits)))
    throw new FormatError('header without proof of work');
  return { header, height, hash: hashToDisplay(hash) };
}
