/** Why the board does not work for its node. The words are stable: status has them, and tools match them. */
export const REFUSALS = [
  'low-difficulty',
  'wrong-retarget',
  'no-proof-of-work',
  'time-warp',
  'time',
  'version',
  'stale-fork',
  'unlinked',
  'deep-fork',
  'withheld',
  'flood',
  'old-tip',
  'checkpoint',
  'job-unknown-parent',
  'job-bits',
  'job-height',
  'job-time',
  'job-version',
  'job-coinbase',
  'job-payout',
  'job-overpays',
] as const;

export type RefusalReason = (typeof REFUSALS)[number];

/** Why something from the node was refused. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** For people, one line. */
  readonly text: string;
}
