/**
 * Which waiting transactions go into a block: by the fee rate of each together with the ancestors it still needs
 * (addPackageTxs of Bitcoin Core, node/miner.cpp). A child that pays well brings its parent in.
 * @module
 */

import type { Admit } from '../ports/upstream.js';
import { compareFeeRate, type Package, type Pool, type PoolEntry, packageOf } from './pool.js';

export interface Room {
  /** weight units left for transactions */
  weight: number;
  /** signature operation cost left */
  sigops: number;
}

interface Ranked extends Package {
  entry: PoolEntry;
}

/** Does not search a full block for a small gap forever. */
const MAX_MISSES = 200;

/**
 * @param admit whether a transaction may go into a block
 * @returns transactions in block order: parents before children
 */
export function selectTransactions(pool: Pool, room: Room, admit: Admit = () => true): PoolEntry[] {
  const chosen = new Set<PoolEntry>();
  // A transaction that is not admitted takes its descendants with it.
  const refused = new Set<PoolEntry>();
  for (const entry of pool.entries())
    if (!refused.has(entry) && !admit(entry)) for (const each of pool.descendants(entry)) refused.add(each);
  const needed = (entry: PoolEntry): PoolEntry[] =>
    [...pool.ancestors(entry.transaction), entry].filter(each => !chosen.has(each));
  const rank = (entry: PoolEntry): Ranked => ({ entry, ...packageOf(needed(entry)) });

  // Best last. A rank becomes stale when an ancestor is chosen, since the package shrinks.
  const order = (a: Ranked, b: Ranked) => compareFeeRate(a, b) || b.entry.sequence - a.entry.sequence;
  const queue = [...pool.entries()]
    .filter(entry => !refused.has(entry))
    .map(rank)
    .sort(order);
  let { weight, sigops } = room;
  let misses = 0;
  for (let next = queue.pop(); next && misses < MAX_MISSES; next = queue.pop()) {
    const { entry } = next;
    if (chosen.has(entry) || refused.has(entry)) continue;
    const now = rank(entry);
    if (now.vsize !== next.vsize) {
      // Better-paying ancestors have been chosen on their own since: the rest pays less.
      insert(queue, now, order);
      continue;
    }
    const wanted = needed(entry).sort((a, b) => a.sequence - b.sequence);
    const packageWeight = wanted.reduce((sum, each) => sum + each.weight, 0);
    const packageSigops = wanted.reduce((sum, each) => sum + each.sigops, 0);
    if (packageWeight > weight || packageSigops > sigops || wanted.some(each => refused.has(each))) {
      refused.add(entry);
      misses++;
      continue;
    }
    for (const each of wanted) chosen.add(each);
    weight -= packageWeight;
    sigops -= packageSigops;
    // Packages that share an ancestor may pay better without it.
    for (const each of wanted)
      for (const descendant of pool.descendants(each))
        if (!chosen.has(descendant) && !refused.has(descendant)) insert(queue, rank(descendant), order);
  }
  // Insertion order is block order: a package is added parents first, whole.
  return [...chosen];
}

/** Puts `item` in its place in the sorted queue. */
function insert(queue: Ranked[], item: Ranked, order: (a: Ranked, b: Ranked) => number): void {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(queue[middle]!, item) < 0) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, item);
}
