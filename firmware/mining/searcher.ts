/**
 * The nonce searcher as the miner sees it. Owned here, implemented by firmware/search (native threads) and by a
 * plain JavaScript searcher in the tests. A searcher never blocks its caller and never calls back into the miner
 * except through `onWake`, which only says "read me".
 */

/** One range of nonces of one header. Ranges are inclusive; `firstNonce <= lastNonce`, both uint32. */
export interface SearchWork {
  /** uint32, different for every unit of work of one boot. Events name it. */
  readonly id: number;
  /** 80 bytes as hashed. Bytes 76..79 (the nonce) are ignored. The searcher copies it before it returns. */
  readonly header: Uint8Array;
  /** 32 bytes, little-endian 256-bit integer. A nonce is a candidate when its hash is <= target. */
  readonly target: Uint8Array;
  readonly firstNonce: number;
  readonly lastNonce: number;
}

export type SearchEvent =
  /** The kernel holds that this nonce meets the target. Checked again before anything is believed. */
  | { readonly kind: 'candidate'; readonly workId: number; readonly nonce: number }
  /** Every nonce of this work was tried; all its candidates were read before this event. */
  | { readonly kind: 'exhausted'; readonly workId: number }
  /** The mailbox was full and `count` candidates (since the last such event) were thrown away. */
  | { readonly kind: 'lost'; readonly count: number };

export interface SearchCounters {
  /** Nonces tried since boot, an exact integer below 2^53. Never goes back, not even on stop or start. */
  readonly hashes: number;
  /** True while threads are trying nonces. */
  readonly running: boolean;
  readonly threads: number;
}

export interface Searcher {
  /**
   * Replaces the current work at once and drops a queued `next`. Events of replaced work that are in the mailbox
   * already are still read afterwards (the miner decides by `workId` what they are worth).
   * @throws RangeError | TypeError on a malformed work; the search under way then goes on.
   */
  start(work: SearchWork): void;
  /**
   * Queues one work that begins, without idling, when the current one is exhausted. A second call replaces the
   * queued one. When nothing is running the work begins now.
   * @throws RangeError | TypeError on a malformed work.
   */
  next(work: SearchWork): void;
  /** Stops within 5 ms and drops a queued `next`. Harmless when nothing runs. */
  stop(): void;
  /** The oldest unread event, or undefined. Never blocks. */
  read(): SearchEvent | undefined;
  counters(): SearchCounters;
  /** Known-answer test of the kernel, before or between searches. Undefined when it passed, else what failed. */
  selftest(): string | undefined;
  /** Set by the owner; called on the JavaScript thread when events wait. Calls may be merged: read until empty. */
  onWake?: (() => void) | undefined;
}
