/**
 * The service's tables; keys and indexes are in migrations/. Hashes are 32 bytes in internal order,
 * moments milliseconds since 1970, work and amounts decimal text (bigint).
 */
import type { Generated } from 'kysely';

export interface ServiceTables {
  /**
   * Named values: `node_id`, the client id at an external broker; `rewards_summed`, see rewards.ts; `blocks_refused`,
   * see blocks.ts; `quorum` and `quorum_min_age` of the node that ran last.
   */
  service_state: { name: string; value: string };
  devices: {
    id: string;
    payout_group: string;
    /** 16 random bytes and SHA-256(salt, secret). The secret itself is stored nowhere. */
    salt: Uint8Array;
    secret_hash: Uint8Array;
    created_at: number;
    /** Null while the device may be used. */
    revoked_at: number | null;
    last_seen: number | null;
    board: string | null;
    firmware: string | null;
    /** Hashes a second as the board measured them. */
    rate: number;
    /** Expected hashes of the newest share target, for the next boot. */
    work: string | null;
    /** Expected hashes of all shares credited, for ever (share rows are pruned). */
    credited: string;
    /** Satoshi of rewards that have no rows any more, by whether their block was replaced. */
    earned: Generated<string>;
    lost: Generated<string>;
    /** What the board said last of its state, for people: 'mining at 50 %, 43 C', 'paused by pin'. */
    state: string | null;
  };
  /** For boards, in the order they are sent. The id is the one on the wire. */
  commands: {
    id: Generated<number>;
    device: string;
    cmd: string;
    /** Of `set`. */
    key: string | null;
    value: string | null;
    created_at: number;
    /** Null while the command waits. */
    answered_at: number | null;
    /** '' when the board did as told, else why not. */
    error: string | null;
  };
  /** How many shares of a device ended with each result code; accepted and blocks included. */
  share_counts: { device: string; code: number; count: number };
  /** One boot of one device. The id, never used twice, is its extranonce1 (u32, big-endian). */
  sessions: {
    id: Generated<number>;
    device: string;
    boot: string;
    rate: number;
    version_rolling: number;
    created_at: number;
    seen_at: number;
  };
  /** A block template for one payout group, with all that is needed to build the block from a share. */
  templates: {
    id: Generated<number>;
    height: number;
    previous_hash: Uint8Array;
    version: number;
    bits: number;
    time: number;
    min_time: number;
    max_time: number;
    /** Subsidy and fees. */
    value: string;
    payout_group: string;
    prefix: Uint8Array;
    suffix: Uint8Array;
    /** 32 bytes each. */
    branch: Uint8Array;
    /** Count and serialised transactions, without the coinbase; shared by the groups of one template. */
    body: number;
    created_at: number;
  };
  template_bodies: { id: Generated<number>; transactions: Uint8Array };
  /** One assignment of a template to a session. The id, never used twice, is the job id on the wire. */
  jobs: {
    id: Generated<number>;
    session: number;
    template: number;
    share_bits: number;
    version_mask: number;
    /** First time a board may use: the job's own. */
    time: number;
    clean: number;
  };
  /** Accepted shares. */
  shares: {
    id: Generated<number>;
    device: string;
    payout_group: string;
    session: number;
    sequence: number;
    job: number;
    extranonce2: Uint8Array;
    time: number;
    nonce: number;
    version: number;
    hash: Uint8Array;
    height: number;
    /** The assignment's: what the share is credited by. */
    share_bits: number;
    /** Result code: 0 accepted, 1 block; -1 while a block is on its way into the ledger. */
    code: number;
    received_at: number;
  };
  /** Blocks found by boards. */
  found_blocks: {
    hash: Uint8Array;
    height: number;
    device: string;
    payout_group: string;
    /** The share that is the block; the rewards cover the group's shares after the last block's, up to it. */
    share: number;
    value: string;
    found_at: number;
    /** 1 while a branch with more work has replaced it. */
    orphaned: number;
  };
  rewards: { block: Uint8Array; device: string; amount: string; work: string };
}
