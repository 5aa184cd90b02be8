/**
 * Proofs that transactions are in a block: a header and a partial merkle tree, as Bitcoin Core's
 * `gettxoutproof` and BIP37's `merkleblock` message give them (CMerkleBlock and CPartialMerkleTree of
 * Bitcoin Core, merkleblock.cpp).
 *
 * Layout: 80-byte header, uint32 number of transactions, compact size + hashes of 32 bytes, compact size +
 * bytes of flag bits, lowest bit first. The tree is walked depth first from the root; a set bit says that the
 * node leads to a proven transaction.
 * @module
 */
import { ByteReader, equalBytes, FormatError } from './bytes.js';
import { type BlockHeader, decodeHeader, HEADER_LENGTH } from './header.js';
import { merkleParent } from './merkle.js';
import { MAX_BLOCK_WEIGHT, WITNESS_SCALE } from './transaction.js';

/** A block cannot hold more: MAX_BLOCK_WEIGHT / MIN_TRANSACTION_WEIGHT of Bitcoin Core. */
const MAX_TRANSACTIONS = MAX_BLOCK_WEIGHT / (WITNESS_SCALE * 60);

export interface TxOutProof {
  /** its merkle root is the one the tree leads to; the caller checks its proof of work */
  header: BlockHeader;
  /** transactions in the block, as claimed: the proof binds it to the tree's depth only */
  transactionCount: number;
  /** proven transactions in block order: txid 32 bytes in internal order, index from 0 (the coinbase) */
  matches: { txid: Uint8Array; index: number }[];
}

/**
 * Parses and verifies a proof, as far as that is possible without the chain.
 * @throws FormatError when it is malformed, proves nothing, or does not lead to the header's merkle root
 */
export function parseTxOutProof(bytes: Uint8Array): TxOutProof {
  const reader = new ByteReader(bytes);
  const header = decodeHeader(reader.view(HEADER_LENGTH));
  const transactionCount = reader.u32();
  if (transactionCount === 0 || transactionCount > MAX_TRANSACTIONS)
    throw new FormatError(`proof for a block of ${transactionCount} transactions`);
  const hashCount = reader.varint();
  if (hashCount > transactionCount) throw new FormatError('proof with more hashes than transactions');
  const hashes = new ByteReader(reader.view(hashCount * 32));
  const flags = reader.view(reader.varint());
  reader.end();

  let depth = 0;
  while (levelWidth(transactionCount, depth) > 1) depth++;
  const matches: TxOutProof['matches'] = [];
  let bits = 0;

  const walk = (level: number, position: number): Uint8Array => {
    if (bits >= flags.length * 8) throw new FormatError('proof with too few flag bits');
    const leads = (flags[bits >>> 3]! >>> (bits & 7)) & 1;
    bits++;
    if (level === 0 || !leads) {
      const hash = hashes.bytes(32);
      if (level === 0 && leads) matches.push({ txid: hash, index: position });
      return hash;
    }
    const left = walk(level - 1, position * 2);
    if (position * 2 + 1 >= levelWidth(transactionCount, level - 1)) return merkleParent(left, left);
    const right = walk(level - 1, position * 2 + 1);
    // Equal siblings would let one transaction be proven at two places (CVE-2012-2459).
    if (equalBytes(left, right)) throw new FormatError('proof with a repeated pair');
    return merkleParent(left, right);
  };
  const root = walk(depth, 0);

  if (hashes.remaining !== 0) throw new FormatError('proof with hashes left over');
  if ((bits + 7) >>> 3 !== flags.length) throw new FormatError('proof with flag bits left over');
  if (matches.length === 0) throw new FormatError('proof of nothing');
  if (!equalBytes(root, header.merkleRoot))
    throw new FormatError("proof does not lead to the header's merkle root");
  return { header, transactionCount, matches };
}

/** Nodes at `level` above the leaves. */
function levelWidth(transactionCount: number, level: number): number {
  return Math.ceil(transactionCount / 2 ** level);
}
