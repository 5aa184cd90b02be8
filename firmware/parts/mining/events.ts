/** What the miner is told and what it asks for. Plain values: nothing here does anything. */
import type { AcceptedJob } from '../../domain/accepted-job.js';
import type { Share } from '../../domain/share.js';
import type { SearchEvent, SearchWork } from '../../ports/searcher.js';

/**
 * connecting  no connection to the node, and no job fresh enough to search
 * waiting     connected, no usable job yet
 * mining      searching (also for a while after the connection was lost)
 * paused      held by someone: see `pausedBy`
 * fault       the kernel cannot be trusted: refuses to mine until a restart
 */
export type MinerState = 'connecting' | 'waiting' | 'mining' | 'paused' | 'fault';

/** Who may hold the miner while its appliance is busy. */
export type IdleReason = 'schedule' | 'pin' | 'temperature';

/** Who may hold the miner. It mines when nobody does. */
export type HoldReason = 'user' | 'node' | 'bench' | 'selftest' | 'update' | IdleReason;

/** The node's verdict on a share; `code` as in ShareCode. */
export interface ShareVerdict {
  readonly code: number;
  readonly sequence: number;
  readonly jobId: number;
  /** Of the block when the code says block, else 0. */
  readonly height: number;
}

export type MinerEvent =
  | SearchEvent
  /** Everything is wired and the self-test has passed: searching may begin. */
  | { readonly kind: 'started' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'job'; readonly job: AcceptedJob }
  /** The verified chain has gone on: jobs that build on this header (32 bytes, internal order) are over. */
  | { readonly kind: 'over'; readonly parent: Uint8Array }
  /** The node was caught: nothing that it gave before is worked on. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'result'; readonly result: ShareVerdict }
  /** At least once a second. `hashes` is the searcher's total since boot. */
  | { readonly kind: 'tick'; readonly hashes: number }
  /** Percent of the time that the search takes from now on. */
  | { readonly kind: 'budget'; readonly percent: number }
  | { readonly kind: 'pause'; readonly by: HoldReason }
  | { readonly kind: 'resume'; readonly by: HoldReason }
  /** The kernel failed its self-test, or the searcher could not be made. */
  | { readonly kind: 'fault'; readonly reason: string };

export type NoticeLevel = 'error' | 'warn' | 'info' | 'debug';

/** Something a person or a tool may want to know. */
export interface Notice {
  readonly level: NoticeLevel;
  /** For tools: 'state', 'job', 'share', 'result', 'block', 'search'. */
  readonly event: string;
  /** For people, one line, no secrets. */
  readonly text: string;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

export type MinerCommand =
  | { readonly kind: 'startSearch'; readonly work: SearchWork }
  | { readonly kind: 'nextSearch'; readonly work: SearchWork }
  | { readonly kind: 'stopSearch' }
  | { readonly kind: 'sendShare'; readonly share: Share }
  | { readonly kind: 'sendStatus' }
  | { readonly kind: 'notice'; readonly notice: Notice };

/** Totals since boot. All are exact integers. */
export interface MinerCounters {
  /** Shares that passed the board's own check. */
  found: number;
  /** Accepted by the node, blocks included. */
  accepted: number;
  /** Refused by the node; `reasons` splits them by code. */
  rejected: number;
  /** Blocks the node accepted. */
  blocks: number;
  /** Candidates and shares dropped here because their job had passed. */
  stale: number;
  /** Candidates the searcher named twice. */
  duplicates: number;
  /** Candidates that the check in TypeScript refuted: the kernel erred. Never sent. */
  mismatches: number;
  /** Candidates thrown away by a full mailbox of the searcher. */
  lost: number;
  /** Shares thrown away because too many waited for a result. */
  dropped: number;
}

export interface MinerStatus {
  readonly state: MinerState;
  readonly connected: boolean;
  readonly pausedBy: readonly HoldReason[];
  /** Why it refuses to mine, or ''. */
  readonly fault: string;
  readonly jobId: number | undefined;
  readonly height: number | undefined;
  /** Whole seconds since the job was received. */
  readonly jobAge: number | undefined;
  /** H/s over the last minute. */
  readonly rate: number;
  readonly counters: Readonly<MinerCounters>;
  /** Refusals by the node, by name of the code; only those that happened. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Shares that wait for a result. */
  readonly pending: number;
  /** Expected number of hashes for the best share so far, decimal; '0' without one. */
  readonly best: string;
}
