/** Shares waiting for the node's result. Bounded; when room is short, a share that solves a block goes last. */
import type { Share } from '../../domain/share.js';

export const MAX_PENDING = 16;

export interface PendingShare {
  readonly share: Share;
  readonly isBlock: boolean;
  /** Its chain tip has passed: it is not sent again. Never set on a block. */
  stale: boolean;
  /** ms when it was sent on the present connection; undefined if it was not. */
  sentAt: number | undefined;
  /** How often the node answered that it could not judge (code internal). */
  refusals: number;
}

export class PendingShares {
  readonly #entries: PendingShare[] = [];

  get size(): number {
    return this.#entries.length;
  }

  /** Oldest first. The caller changes the list only through the methods. */
  entries(): readonly PendingShare[] {
    return this.#entries;
  }

  /**
   * Adds a share. When the queue is full, the oldest share that is not a block is dropped; when all of them are blocks,
   * a new share that is not is dropped itself, and a new block replaces the oldest.
   * @returns the entry, or undefined when the new one was dropped, and how many were dropped (0 or 1).
   */
  add(share: Share, isBlock: boolean): { entry: PendingShare | undefined; dropped: number } {
    let dropped = 0;
    if (this.#entries.length >= MAX_PENDING) {
      let victim = this.#entries.findIndex(entry => !entry.isBlock);
      if (victim < 0) {
        if (!isBlock) return { entry: undefined, dropped: 1 };
        victim = 0;
      }
      this.#entries.splice(victim, 1);
      dropped = 1;
    }
    const entry: PendingShare = { share, isBlock, stale: false, sentAt: undefined, refusals: 0 };
    this.#entries.push(entry);
    return { entry, dropped };
  }

  find(sequence: number, jobId: number): PendingShare | undefined {
    return this.#entries.find(entry => entry.share.sequence === sequence && entry.share.jobId === jobId);
  }

  remove(entry: PendingShare): void {
    const index = this.#entries.indexOf(entry);
    if (index >= 0) this.#entries.splice(index, 1);
  }

  /** Drops those that `test` accepts. @returns how many. */
  removeWhere(test: (entry: PendingShare) => boolean): number {
    let removed = 0;
    for (let i = this.#entries.length - 1; i >= 0; i--) {
      if (test(this.#entries[i]!)) {
        this.#entries.splice(i, 1);
        removed++;
      }
    }
    return removed;
  }
}
