/**
 * Merkle trees as Bitcoin builds them (Bitcoin Core, consensus/merkle.cpp): double SHA-256 over pairs,
 * the last hash of an odd level paired with itself. Hashes are 32 bytes in internal order.
 * @module
 */
import { assertInteger, assertLength, copyBytes, equalBytes, FormatError } from './bytes.js';
import { sha256d } from './hash.js';

/** Deepest branch accepted: 2^24 leaves are far more than a block can hold. */
export const MAX_MERKLE_DEPTH = 24;

/** The parent of two nodes. @throws TypeError, RangeError when one is not 32 bytes */
export function merkleParent(left: Uint8Array, right: Uint8Array): Uint8Array {
  assertLength(left, 32, 'merkle node');
  assertLength(right, 32, 'merkle node');
  const pair = new Uint8Array(64);
  pair.set(left);
  pair.set(right, 32);
  return sha256d(pair);
}

function parents(level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let i = 0; i < level.length; i += 2) above.push(merkleParent(level[i]!, level[i + 1] ?? level[i]!));
  return above;
}

/** The root over `hashes`, which must not be empty. Does not check for CVE-2012-2459; see below. */
export function merkleRoot(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) throw new RangeError('merkle tree without leaves');
  let level = hashes;
  while (level.length > 1) level = parents(level);
  assertLength(level[0], 32, 'merkle node');
  return copyBytes(level[0]);
}

/**
 * {@link merkleRoot} for leaves that a peer sent.
 * @throws FormatError when two nodes of one pair are equal: the sign of a list that was lengthened by
 *   repeating its tail, which has the same root (CVE-2012-2459)
 */
export function checkedMerkleRoot(hashes: readonly Uint8Array[]): Uint8Array {
  for (let level = hashes; level.length > 1; level = parents(level)) {
    for (let i = 0; i + 1 < level.length; i += 2)
      if (equalBytes(level[i]!, level[i + 1]!)) throw new FormatError('merkle tree with a repeated pair');
  }
  return merkleRoot(hashes);
}

/**
 * The nodes that lead from leaf `index` to the root, lowest first (the leaf and the root excluded).
 * Those for index 0 do not depend on the leaf itself: that is what a job carries for its coinbase.
 */
export function merkleBranch(hashes: readonly Uint8Array[], index: number): Uint8Array[] {
  assertInteger(index, 0, hashes.length - 1, 'leaf index');
  const branch: Uint8Array[] = [];
  let level = hashes;
  for (let at = index; level.length > 1; at >>>= 1) {
    branch.push(copyBytes(level[at ^ 1] ?? level[at]!));
    level = parents(level);
  }
  return branch;
}

/**
 * The root that `leaf` at `index` and its `branch` lead to.
 * @param branch at most {@link MAX_MERKLE_DEPTH} nodes, lowest first
 * @param index 0..2^branch.length-1
 * @throws RangeError when the index does not belong to a tree of that depth
 */
export function rootFromBranch(leaf: Uint8Array, branch: readonly Uint8Array[], index: number): Uint8Array {
  if (branch.length > MAX_MERKLE_DEPTH) throw new RangeError(`merkle branch of ${branch.length} nodes`);
  assertInteger(index, 0, 2 ** branch.length - 1, 'leaf index');
  assertLength(leaf, 32, 'merkle leaf');
  let node = leaf;
  for (let i = 0; i < branch.length; i++)
    node = (index >>> i) & 1 ? merkleParent(branch[i]!, node) : merkleParent(node, branch[i]!);
  return node;
}
