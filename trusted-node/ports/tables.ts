/**
 * The node's tables, whatever database holds them; keys and indexes are in store/migrations and ledger/migrations. Hashes
 * are 32 bytes in internal order, moments milliseconds since 1970, work and amounts decimal text (bigint).
 */
import type { ColumnType, Generated } from 'kysely';

type Immutable<T> = ColumnType<T, T, never>;

export interface ServiceTables {
  /**
   * Named values: `node_id`, the client id at an external broker; `rewards_summed`, see rewards.ts; `blocks_refused`,
   * see blocks.ts; `quorum` and `quorum_min_age` of the node that ran last.
   */
  service_state: { name: string; value: string };
  devices: {
    id: string;
    payout_group: string;
    /** 16 random bytes and SHA-256(salt, secret). The secret itself is never stored. */
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
    /** Expected hashes of all shares ever credited (share rows are pruned). */
    credited: string;
    /** Satoshi of rewards that no longer have rows, by whether their block was replaced. */
    earned: Generated<string>;
    lost: Generated<string>;
    /** What the board last said about its state, for people: 'mining at 50 %, 43 C', 'paused by pin'. */
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
    /** It takes jobs whose coinbase a pool made. */
    pools: Generated<number>;
    created_at: number;
    seen_at: number;
  };
  /** A block template for one payout group, with everything needed to build the block from a share. */
  templates: {
    id: Generated<number>;
    height: number;
    previous_hash: Uint8Array;
    version: number;
    bits: number;
    time: number;
    min_time: number;
    max_time: number;
    /** Subsidy and fees; of a pool's job what its coinbase pays. */
    value: string;
    payout_group: string;
    prefix: Uint8Array;
    suffix: Uint8Array;
    /** 32 bytes each. */
    branch: Uint8Array;
    /** Count and serialised transactions, without the coinbase; shared by the groups of one template. */
    body: number;
    created_at: number;
    /** Of a pool's job: Relay of ports/upstream.ts, as relay.ts writes it. */
    relay: string | null;
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
    /** Of a pool's job: what tells this miner from others. Null: the session's number. */
    extranonce1: Uint8Array | null;
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
    /** The assignment's: the basis of the share's credit. */
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
  /** Shares on their way to a pool: each stays until the pool has answered, or cannot take it any more. */
  pool_shares: {
    id: Generated<number>;
    device: string;
    /** As Relay has them. */
    pool: string;
    job: string;
    extranonce1: Uint8Array;
    /** Whole, as the pool counts it. */
    extranonce2: Uint8Array;
    time: number;
    nonce: number;
    /** Null where none were agreed on. */
    version_bits: number | null;
    previous_hash: Uint8Array;
    /** Expected hashes of the pool's target. */
    work: string;
    /** Its hash meets the block's target, too. */
    block: number;
    found_at: number;
  };
  /** What a pool said of each device's shares: 'accepted', one of Stratum's REJECTS, or 'late': it could not be sent. */
  pool_counts: { pool: string; device: string; result: string; count: number; work: string; blocks: number };
  rewards: { block: Uint8Array; device: string; amount: string; work: string };
  /** Devices that sent more than they may (doors/mqtt/device-rates.ts): the last time of each. */
  floods: {
    device: string;
    /** of the messages that were too many */
    kind: string;
    at: number;
    /** Null: it was only slowed. */
    cut_until: number | null;
    /** how often it was cut off */
    cuts: Generated<number>;
  };
}

/** Who may use the page and the API, and what it shows over time. */
export interface PageTables {
  /** scrypt of the password, 32 bytes, with 16 bytes of salt */
  page_people: {
    name: string;
    role: 'owner' | 'reader';
    salt: Uint8Array;
    hash: Uint8Array;
    created_at: number;
  };
  /** SHA-256 of the cookie */
  page_logins: { hash: Uint8Array; person: string; created_at: number; seen_at: number };
  /** SHA-256 of a token for programs, which may read */
  page_tokens: { name: string; hash: Uint8Array; created_at: number; seen_at: number | null };
  /** What people did. */
  audit: { id: Generated<number>; at: number; who: string; act: string; detail: string };
  /** Accepted shares of a device in the `step` seconds from `at` (milliseconds) on: how many, and their expected hashes. */
  rate_history: { device: string; step: number; at: number; work: string; shares: number };
}

/** What boards think of waiting transactions. */
export interface QuorumTables {
  /** The key that each device signs its verdicts with: the first that it presented counts. */
  device_keys: {
    device: string;
    /** x-only, 32 bytes */
    public_key: Uint8Array;
    first_seen: number;
    /** probes that it saw through */
    probes: Generated<number>;
    /** its refused verdicts: forged, on another transaction, on an unknown tip */
    refused: Generated<number>;
    /** the last other key that it presented, and when */
    other_key: Uint8Array | null;
    other_seen: number | null;
  };
  /** Every signed verdict, kept forever. Everything that is signed is here, except for the network's name. */
  verdicts: {
    device: Immutable<string>;
    public_key: Immutable<Uint8Array>;
    txid: Immutable<Uint8Array>;
    wtxid: Immutable<Uint8Array>;
    /** its place in VERDICT_NUMBERS of domain/attestation.ts */
    verdict: Immutable<number>;
    /** not signed */
    reason: Immutable<string>;
    tip_hash: Immutable<Uint8Array>;
    tip_height: Immutable<number>;
    /** BIP340, 64 bytes */
    signature: Immutable<Uint8Array>;
    at: Immutable<number>;
  };
  /** Devices whose signed verdict contradicts the rules, with the evidence. */
  flags: {
    id: Generated<number>;
    device: string;
    public_key: Uint8Array;
    reason: FlagReason;
    /** the transaction, and the outputs it spends as they were offered (protocol/mite/offer.ts) */
    raw: Uint8Array;
    spent: Uint8Array;
    /** the verdict message, whole: its signature is in it */
    message: Uint8Array;
    at: number;
    /** when the owner withdrew it */
    cleared_at: number | null;
  };
  mempool: MempoolTable;
}

/** Transactions waiting for a block, kept by the upstream: the quorum only looks them up. */
export interface MempoolTable {
  txid: Uint8Array;
  wtxid: Uint8Array;
  raw: Uint8Array;
  fee: number;
  /** seconds since 1970 */
  time: number;
  /** order of acceptance: parents before children */
  sequence: number;
}

/** Called a valid transaction invalid, or a spoilt one valid. */
export type FlagReason = 'valid-called-invalid' | 'invalid-called-valid';
