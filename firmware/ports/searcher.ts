/**
 * The nonce searcher as the miner sees it. Owned here, implemented by firmware/search (native threads) and by a
 * plain JavaScript searcher in the tests. A searcher never blocks its caller and never calls back into the miner
 * except through `onWake`, which only says "read me".
 */

/** The most version bits that one work rolls; its versions share the second block's schedule. */
export const MAX_WORK_VERSION_BITS = 4;

/** One range of nonces of one header, each tried with all versions that the mask makes of it. Ranges are inclusive; `firstNonce <= lastNonce`, both uint32. */
export interface SearchWork {
  /** uint32, different for every unit of work of one boot. Events name it. */
  readonly id: number;
  /** 80 bytes as hashed. Bytes 76..79 (the nonce) are ignored. The searcher copies it before it returns. */
  readonly header: Uint8Array;
  /** 32 bytes, little-endian 256-bit integer. A nonce is a candidate when its hash is <= target. */
  readonly target: Uint8Array;
  readonly firstNonce: number;
  readonly lastNonce: number;
  /** uint32, at most MAX_WORK_VERSION_BITS bits: each combination of them is xored into the header's version. */
  readonly versionMask: number;
}

export type SearchEvent =
  /**
   * The kernel holds that this nonce meets the target, with `versionBits` (uint32, of the work's mask) xored into the
   * header's version. Checked again before it is believed.
   */
  | {
      readonly kind: 'candidate';
      readonly workId: number;
      readonly nonce: number;
      readonly versionBits: number;
    }
  /** Every nonce of this work was tried; all its candidates were read before this event. */
  | { readonly kind: 'exhausted'; readonly workId: number }
  /** The mailbox was full and `count` candidates (since the last such event) were thrown away. */
  | { readonly kind: 'lost'; readonly count: number };

export interface SearchCounters {
  /** Headers tried (nonces times versions) since boot, an exact integer below 2^53. Never goes back, not even on stop or start. */
  readonly hashes: number;
  /** True while threads are trying nonces. */
  readonly running: boolean;
  readonly threads: number;
  /** Candidates that the searcher's own check refuted since boot: a backend erred. Never reported as events. */
  readonly kernelErrors: number;
}

export interface Searcher {
  /**
   * Replaces the current work at once and drops a queued `next`. Events of replaced work that are already in the
   * mailbox are still read afterwards (the miner decides by `workId` what they are worth).
   * @throws RangeError | TypeError on a malformed work; the search under way then goes on.
   */
  start(work: SearchWork): void;
  /**
   * Queues one work that begins, without idling, when the current one is exhausted. A second call replaces the queued
   * one. If nothing is running, the work begins now.
   * @throws RangeError | TypeError on a malformed work.
   */
  next(work: SearchWork): void;
  /** Stops within 5 ms and drops a queued `next`. Harmless when nothing runs. */
  stop(): void;
  /**
   * Each thread works this percentage of the time (1..100, 100 at first), within 2 percentage points over a minute.
   * Stop, start and events stay as quick as without it, and hashes and `progress` still change several times a second.
   * @throws RangeError | TypeError unless it is an integer from 1 to 100.
   */
  setBudget(percent: number): void;
  /** The oldest unread event, or undefined. Never blocks. */
  read(): SearchEvent | undefined;
  counters(): SearchCounters;
  /**
   * Known-answer test of every backend of the plan in use. Stops the search. Undefined when it passed, else what
   * failed.
   */
  selftest(): string | undefined;
  /** The kernels that this machine can run, by name, probably fastest first. */
  readonly backends: readonly string[];
  /**
   * Ways to use the threads, each a backend for each thread: 'sha-classic+portable', 'portable*3'. Each backend's
   * name alone is a plan of one thread too.
   */
  readonly plans: readonly string[];
  /** The one in use. */
  readonly plan: string;
  /**
   * Switches to another plan; stops the search, keeps unread events and counters.
   * @throws RangeError for a plan that this machine does not have, Error when its threads cannot be started.
   */
  use(plan: string): void;
  /** The backend of a thread that has made too many errors since `use`, or undefined: {@link errsTooOften}. */
  failing(): string | undefined;
  /**
   * A number that changes several times a second while this thread (from 0) searches, unless the thread is stuck.
   * Undefined beyond the last thread of the plan, which may have fewer than the searcher. Absent if the search has no
   * threads.
   */
  progress?(thread: number): number | undefined;
  /**
   * Set by the owner; called on the JavaScript thread when events wait. Calls may be merged: read until empty. A call
   * may be lost together with its carrier: reading now and then as well makes up for it.
   */
  onWake?: (() => void) | undefined;
}

/** This many errors are no accident. */
const MANY_ERRORS = 8;

/** The rule for giving up a plan: eight errors of one thread, and more of them than answers that held. */
export function errsTooOften(hits: number, errors: number): boolean {
  return errors >= MANY_ERRORS && errors > hits;
}
