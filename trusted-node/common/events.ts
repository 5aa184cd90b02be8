/** What `mite-node run --events` prints, one JSON object a line. Amounts are decimal text, hashes display order. */
export type NodeEvent =
  | { event: 'ready'; host: string; port: number; network: string; height: number; address: string }
  /** Where Stratum miners connect. */
  | { event: 'stratum'; host: string; port: number; tls: boolean }
  /** Where the page is; without a password yet, its one-time link is in this file. */
  | { event: 'page'; url: string; linkFile: string | null }
  | {
      event: 'device';
      device: string;
      online: boolean;
    }
  | {
      event: 'share';
      device: string;
      /** ShareCode and its name. */
      code: number;
      result: string;
      sequence: number;
      jobId: number;
      /** True when this share was stored and answered before. */
      again: boolean;
    }
  | { event: 'block'; height: number; hash: string; device: string }
  /** A found block that the ledger refused: its share is paid for, the block is lost. */
  | { event: 'block-refused'; height: number; hash: string; device: string; reason: string }
  /**
   * By how many seconds the clock is behind the newest block, too far for anything found now to be taken; 0: right
   * again.
   */
  | { event: 'clock'; behind: number }
  /** What became of a firmware image announced to a board; `error` is '' or why. */
  | { event: 'update'; device: string; version: string; state: string; error: string }
  /** What a board thinks of a waiting transaction, and how many boards that count called it valid, of how many. */
  | {
      event: 'verdict';
      device: string;
      txid: string;
      verdict: 'valid' | 'invalid' | 'not-judged';
      reason: string;
      attested: number;
      quorum: number;
    }
  /** Transactions of the next block and those without a quorum; satoshi. `enforce` leaves the latter out. */
  | {
      event: 'quorum';
      mode: 'report' | 'enforce';
      transactions: number;
      fees: string;
      without: number;
      withoutFees: string;
    }
  /** A board's signed verdict contradicts the rules: FlagReason of ports/tables.ts. */
  | { event: 'flagged'; device: string; reason: string }
  /** A device presented a key other than the one bound to it. */
  | { event: 'key-refused'; device: string; key: string }
  /** A device sends more than it may: it is slowed, or cut off for so many milliseconds. */
  | { event: 'flood'; device: string; kind: string; cutFor: number }
  | { event: 'tip'; height: number; hash: string }
  /** How it stands with the Bitcoin node (UpstreamState of upstream/bitcoin) or the pool (PoolState), and '' or why. */
  | { event: 'upstream'; state: string; reason: string }
  /** What the pool said of a share: 'accepted', 'late' (not sent in time), or why not; `block`: it met the block's target. */
  | { event: 'pool-share'; device: string; result: string; text: string; block: boolean }
  /** The owner's: of the whole wallet, or of the payout address if that is not the wallet's. */
  | { event: 'balance'; confirmed: string; immature: string; pending: string };
