/** Proofs that a transaction is in a block of the best chain, from the stored block. */
import { bytesToHex, concatBytes } from '../../firmware/domain/bytes.js';
import { HEADER_LENGTH } from '../../firmware/domain/header.js';
import { merkleBranch, merkleParent } from '../../firmware/domain/merkle.js';
import { readBlock } from './rules/block.js';
import { type Db, findConfirmed } from './store.js';
import type { BlockInclusion } from './types.js';

/** @returns undefined when the best chain does not hold the transaction */
export async function findInclusion(db: Db, txid: Uint8Array): Promise<BlockInclusion | undefined> {
  const found = await findConfirmed(db, txid);
  if (found === undefined) return undefined;
  const { height, position, raw } = found;
  const { txids } = readBlock(raw);
  if (txids[position] === undefined || bytesToHex(txids[position]) !== bytesToHex(txid))
    throw new Error('the index of transactions is wrong');
  const header = raw.slice(0, HEADER_LENGTH);
  return { height, header, index: position, branch: merkleBranch(txids, position), txids };
}

/**
 * The proof for one transaction as Bitcoin Core's `gettxoutproof` writes it (CPartialMerkleTree, merkleblock.cpp):
 * depth first from the root; subtrees that do not lead to the transaction appear only as their topmost hash.
 * @param header 80 bytes
 * @param txids of the whole block
 * @param index of the transaction
 */
export function txOutProof(header: Uint8Array, txids: readonly Uint8Array[], index: number): Uint8Array {
  const levels = [txids];
  for (let level = txids; level.length > 1; levels.push(level)) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += 2) above.push(merkleParent(level[i]!, level[i + 1] ?? level[i]!));
    level = above;
  }
  const hashes: Uint8Array[] = [];
  const bits: boolean[] = [];
  const walk = (level: number, position: number): void => {
    const leads = index >>> level === position;
    bits.push(leads);
    if (level === 0 || !leads) {
      hashes.push(levels[level]![position]!);
      return;
    }
    walk(level - 1, 2 * position);
    if (2 * position + 1 < levels[level - 1]!.length) walk(level - 1, 2 * position + 1);
  };
  walk(levels.length - 1, 0);
  const flags = new Uint8Array((bits.length + 7) >>> 3);
  bits.forEach((bit, i) => {
    if (bit) flags[i >>> 3]! |= 1 << (i & 7);
  });
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, txids.length, true);
  // One transaction of a tree 24 deep has 25 hashes and 49 bits: both counts are one byte.
  return concatBytes(
    header,
    count,
    Uint8Array.of(hashes.length),
    ...hashes,
    Uint8Array.of(flags.length),
    flags,
  );
}
