/**
 * Shares waiting for the node's result: bytes in two arrays made once, no objects, so that a node that never answers
 * costs nothing. Bounded; when room is short, a share that solves a block goes last.
 */
import { MAX_EXTRANONCE1, MAX_EXTRANONCE2 } from '../../domain/job.js';
import type { Share } from '../../domain/share.js';

export const MAX_PENDING = 16;

// A place: uint32s, then bytes.
const SEQUENCE = 0;
const JOB = 4;
const TIME = 8;
const NONCE = 12;
const VERSION = 16;
const FLAGS = 20;
const REFUSALS = 21;
const LENGTH1 = 22;
const LENGTH2 = 23;
const EXTRANONCE1 = 24;
const EXTRANONCE2 = EXTRANONCE1 + MAX_EXTRANONCE1;
const PLACE = EXTRANONCE2 + MAX_EXTRANONCE2;

const BLOCK = 1;
const STALE = 2;
const SENT = 4;

/** They are counted from 0, the oldest; a number holds until the next `add` or removal. */
export class PendingShares {
  readonly #bytes = new Uint8Array(PLACE * MAX_PENDING);
  readonly #view = new DataView(this.#bytes.buffer);
  /** ms when each was sent on the present connection; only with SENT. */
  readonly #sentAt = new Float64Array(MAX_PENDING);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /**
   * Adds a share. When all places are taken, the oldest share that is not a block is dropped; when all of them are
   * blocks, a new share that is not is dropped itself, and a new block replaces the oldest.
   * @returns its number, or undefined when the new one was dropped, and how many were dropped (0 or 1).
   */
  add(share: Share, isBlock: boolean): { entry: number | undefined; dropped: number } {
    let dropped = 0;
    if (this.#size >= MAX_PENDING) {
      let victim = 0;
      while (victim < this.#size && this.isBlock(victim)) victim++;
      if (victim === this.#size) {
        if (!isBlock) return { entry: undefined, dropped: 1 };
        victim = 0;
      }
      this.remove(victim);
      dropped = 1;
    }
    const entry = this.#size++;
    const at = entry * PLACE;
    const view = this.#view;
    view.setUint32(at + SEQUENCE, share.sequence);
    view.setUint32(at + JOB, share.jobId);
    view.setUint32(at + TIME, share.time);
    view.setUint32(at + NONCE, share.nonce);
    view.setInt32(at + VERSION, share.version);
    view.setUint8(at + FLAGS, isBlock ? BLOCK : 0);
    view.setUint8(at + REFUSALS, 0);
    view.setUint8(at + LENGTH1, share.extranonce1.length);
    view.setUint8(at + LENGTH2, share.extranonce2.length);
    this.#bytes.set(share.extranonce1, at + EXTRANONCE1);
    this.#bytes.set(share.extranonce2, at + EXTRANONCE2);
    return { entry, dropped };
  }

  /** A share as it was added. */
  share(entry: number): Share {
    const at = entry * PLACE;
    const view = this.#view;
    const field = (from: number, length: number) => this.#bytes.slice(at + from, at + from + length);
    return {
      sequence: view.getUint32(at + SEQUENCE),
      jobId: view.getUint32(at + JOB),
      extranonce1: field(EXTRANONCE1, view.getUint8(at + LENGTH1)),
      extranonce2: field(EXTRANONCE2, view.getUint8(at + LENGTH2)),
      time: view.getUint32(at + TIME),
      nonce: view.getUint32(at + NONCE),
      version: view.getInt32(at + VERSION),
    };
  }

  isBlock(entry: number): boolean {
    return this.#has(entry, BLOCK);
  }

  /** Its chain tip has passed: it is not sent again. Never on a block. */
  isStale(entry: number): boolean {
    return this.#has(entry, STALE);
  }

  setStale(entry: number): void {
    this.#view.setUint8(entry * PLACE + FLAGS, this.#flags(entry) | STALE);
  }

  /** ms when it was sent on the present connection; undefined if it was not. */
  sentAt(entry: number): number | undefined {
    return this.#has(entry, SENT) ? this.#sentAt[entry] : undefined;
  }

  setSent(entry: number, at: number | undefined): void {
    const flags = this.#flags(entry);
    this.#view.setUint8(entry * PLACE + FLAGS, at === undefined ? flags & ~SENT : flags | SENT);
    this.#sentAt[entry] = at ?? 0;
  }

  /** One more answer that the node could not judge it (code internal). @returns how many by now */
  refused(entry: number): number {
    const at = entry * PLACE + REFUSALS;
    this.#bytes[at]! += 1;
    return this.#bytes[at]!;
  }

  find(sequence: number, jobId: number): number | undefined {
    for (let entry = 0; entry < this.#size; entry++) {
      const at = entry * PLACE;
      if (this.#view.getUint32(at + SEQUENCE) === sequence && this.#view.getUint32(at + JOB) === jobId)
        return entry;
    }
    return undefined;
  }

  remove(entry: number): void {
    this.#bytes.copyWithin(entry * PLACE, (entry + 1) * PLACE, this.#size * PLACE);
    this.#sentAt.copyWithin(entry, entry + 1, this.#size);
    this.#size--;
  }

  /** Drops those that `test` accepts. @returns how many. */
  removeWhere(test: (entry: number) => boolean): number {
    let removed = 0;
    for (let entry = this.#size - 1; entry >= 0; entry--) {
      if (!test(entry)) continue;
      this.remove(entry);
      removed++;
    }
    return removed;
  }

  #flags(entry: number): number {
    return this.#bytes[entry * PLACE + FLAGS]!;
  }

  #has(entry: number, flag: number): boolean {
    return (this.#flags(entry) & flag) !== 0;
  }
}
