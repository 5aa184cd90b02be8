/**
 * The mempool as a graph in memory: which transaction spends which outputs, and what that means for order and size. No
 * rules of validity (accept.ts) and no storage (ledger.ts).
 * @module
 */
import type { Transaction, TxOutput } from '../../firmware/domain/transaction.js';
import { keyOf, outpointKey } from './rules/coins.js';

export interface PoolEntry {
  /** hex of the txid, internal order */
  key: string;
  transaction: Transaction;
  raw: Uint8Array;
  /** the outputs that the inputs spend, in order */
  spent: readonly TxOutput[];
  txid: Uint8Array;
  wtxid: Uint8Array;
  /** satoshi */
  fee: bigint;
  weight: number;
  /** virtual bytes: weight / 4 or sigops, rounded up */
  vsize: number;
  /** signature operation cost */
  sigops: number;
  /** when it was accepted, seconds since 1970 */
  time: number;
  /** order of acceptance; parents before children */
  sequence: number;
}

/** Fee and size of some transactions together. */
export interface Package {
  fee: bigint;
  vsize: number;
}

/** Negative when `a` pays less for each virtual byte than `b`; exact. */
export function compareFeeRate(a: Package, b: Package): number {
  const difference = a.fee * BigInt(b.vsize) - b.fee * BigInt(a.vsize);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function packageOf(entries: Iterable<PoolEntry>): Package {
  let fee = 0n;
  let vsize = 0;
  for (const entry of entries) {
    fee += entry.fee;
    vsize += entry.vsize;
  }
  return { fee, vsize };
}

export class Pool {
  readonly #entries = new Map<string, PoolEntry>();
  /** outpoint -> entry that spends it */
  readonly #spenders = new Map<string, PoolEntry>();
  readonly #children = new Map<string, Set<PoolEntry>>();
  #vsize = 0;
  #fees = 0n;
  #nextSequence = 1;

  get size(): number {
    return this.#entries.size;
  }

  /** virtual bytes of all entries */
  get vsize(): number {
    return this.#vsize;
  }

  get fees(): bigint {
    return this.#fees;
  }

  /** for the next entry */
  get nextSequence(): number {
    return this.#nextSequence;
  }

  get(key: string): PoolEntry | undefined {
    return this.#entries.get(key);
  }

  /** In the order of acceptance: a parent comes before its children. */
  entries(): Iterable<PoolEntry> {
    return this.#entries.values();
  }

  /** The entry that spends an outpoint ({@link outpointKey}). */
  spender(outpoint: string): PoolEntry | undefined {
    return this.#spenders.get(outpoint);
  }

  /** Adds an entry that was checked against this pool. Entries come in the order of their sequence. */
  add(entry: PoolEntry): void {
    this.#entries.set(entry.key, entry);
    for (const { previous } of entry.transaction.inputs) {
      this.#spenders.set(outpointKey(previous), entry);
      const parent = keyOf(previous.txid);
      if (!this.#entries.has(parent)) continue;
      const siblings = this.#children.get(parent);
      if (siblings) siblings.add(entry);
      else this.#children.set(parent, new Set([entry]));
    }
    this.#vsize += entry.vsize;
    this.#fees += entry.fee;
    this.#nextSequence = Math.max(this.#nextSequence, entry.sequence + 1);
  }

  /** Takes one entry out; its children stay. */
  remove(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#children.delete(key);
    for (const { previous } of entry.transaction.inputs) {
      this.#spenders.delete(outpointKey(previous));
      this.#children.get(keyOf(previous.txid))?.delete(entry);
    }
    this.#vsize -= entry.vsize;
    this.#fees -= entry.fee;
  }

  /** Entries whose outputs a transaction spends, each once. */
  parents(transaction: Transaction): PoolEntry[] {
    const found = new Set<PoolEntry>();
    for (const { previous } of transaction.inputs) {
      const parent = this.#entries.get(keyOf(previous.txid));
      if (parent) found.add(parent);
    }
    return [...found];
  }

  /** All unconfirmed ancestors of a transaction with these inputs. */
  ancestors(transaction: Transaction): Set<PoolEntry> {
    const found = new Set<PoolEntry>();
    const open = [transaction];
    for (let next = open.pop(); next; next = open.pop()) {
      for (const { previous } of next.inputs) {
        const parent = this.#entries.get(keyOf(previous.txid));
        if (!parent || found.has(parent)) continue;
        found.add(parent);
        open.push(parent.transaction);
      }
    }
    return found;
  }

  /** The entry itself and all its descendants. */
  descendants(entry: PoolEntry): Set<PoolEntry> {
    const found = new Set([entry]);
    // Iterating over a set also visits what is added on the way.
    for (const next of found) for (const child of this.#children.get(next.key) ?? []) found.add(child);
    return found;
  }

  /**
   * What a connected block does to the pool: its transactions leave, and whatever spends the same coins leaves with its
   * descendants.
   * @param transactions of the block, without the coinbase
   */
  displacedBy(transactions: readonly Transaction[], txids: readonly Uint8Array[]): Set<PoolEntry> {
    const leaving = new Set<PoolEntry>();
    const confirmed = new Set<string>();
    for (const id of txids) {
      const key = keyOf(id);
      confirmed.add(key);
      const entry = this.#entries.get(key);
      if (entry) leaving.add(entry);
    }
    for (const { inputs } of transactions) {
      for (const { previous } of inputs) {
        const spender = this.#spenders.get(outpointKey(previous));
        if (spender && !confirmed.has(spender.key))
          for (const entry of this.descendants(spender)) leaving.add(entry);
      }
    }
    return leaving;
  }

  /**
   * What to evict so that `limit` virtual bytes are not exceeded once `newcomer` is in: always the entry that, with its
   * descendants, pays least for its size, and those descendants.
   * @param newcomer not in the pool yet
   * @returns undefined when the newcomer itself or one of its ancestors would have to leave
   */
  makeRoom(newcomer: PoolEntry, limit: number): Set<PoolEntry> | undefined {
    const leaving = new Set<PoolEntry>();
    let excess = this.#vsize + newcomer.vsize - limit;
    if (excess <= 0) return leaving;
    const kept = this.ancestors(newcomer.transaction);
    const ranked = [...this.#entries.values()]
      .map(entry => ({ entry, all: packageOf(this.descendants(entry)) }))
      .sort((a, b) => compareFeeRate(a.all, b.all) || b.entry.sequence - a.entry.sequence);
    for (const { entry, all } of ranked) {
      if (excess <= 0) break;
      if (leaving.has(entry)) continue;
      if (kept.has(entry) || compareFeeRate(all, newcomer) >= 0) return undefined;
      for (const each of this.descendants(entry)) {
        if (leaving.has(each)) continue;
        leaving.add(each);
        excess -= each.vsize;
      }
    }
    return excess <= 0 ? leaving : undefined;
  }
}
