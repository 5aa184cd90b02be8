/**
 * A merkle tree that remembers its levels: when a list changes in a few places, only the nodes above those are hashed
 * again. Leaves are compared as objects, so a leaf that stays must be the same array.
 */
import { merkleParent } from '../../../firmware/domain/merkle.js';

export class MerkleTree {
  /** From the leaves to the root. */
  private levels: (readonly Uint8Array[])[] = [];

  /**
   * Switches to another list of leaves (32 bytes each), which must not be empty and is kept.
   * @returns how many nodes were hashed
   */
  update(leaves: readonly Uint8Array[]): number {
    const before = this.levels;
    const levels: (readonly Uint8Array[])[] = [leaves];
    let hashed = 0;
    for (let level = leaves; level.length > 1; ) {
      const old = before[levels.length - 1] ?? [];
      const oldAbove = before[levels.length] ?? [];
      const above: Uint8Array[] = [];
      for (let i = 0; i < level.length; i += 2) {
        const left = level[i]!;
        const right = level[i + 1] ?? left;
        const known = oldAbove[i >> 1];
        if (known !== undefined && old[i] === left && (old[i + 1] ?? old[i]) === right) above.push(known);
        else {
          above.push(merkleParent(left, right));
          hashed++;
        }
      }
      levels.push(above);
      level = above;
    }
    this.levels = levels;
    return hashed;
  }

  get root(): Uint8Array {
    return this.levels[this.levels.length - 1]![0]!;
  }

  /** The nodes that lead from leaf 0 to the root, lowest first; they do not depend on that leaf. */
  get branch(): Uint8Array[] {
    return this.levels.slice(0, -1).map(level => level[1] ?? level[0]!);
  }
}
