/**
 * Where work comes from and what is found goes to: templates and blocks with the devnet's ledger (upstream/devnet) or a
 * Bitcoin node (upstream/bitcoin), jobs and shares with a pool (upstream/pool).
 * Hashes are 32 bytes in internal order, amounts and work bigint, times seconds since 1970.
 */
import type { BlockHeader } from '../../firmware/domain/header.js';
import type { NetworkRules } from '../../firmware/domain/networks.js';

export interface UpstreamTip {
  hash: Uint8Array;
  height: number;
  /** undefined where nobody shows it: with a pool */
  header: BlockHeader | undefined;
  /** the header's time; with a pool that of its newest job */
  time: number;
}

export interface ChainTip extends UpstreamTip {
  header: BlockHeader;
}

export interface TemplateTransaction {
  /** serialised with its witness (BIP144) */
  raw: Uint8Array;
  txid: Uint8Array;
  wtxid: Uint8Array;
  /** satoshi */
  fee: bigint;
  /** weight units (BIP141) */
  weight: number;
}

/** What a block on the current tip must have. The caller builds the coinbase (domain/coinbase.ts). */
export interface Template {
  height: number;
  /** 0x20000000: BIP320 leaves bits 13..28 to the miner */
  version: number;
  previousHash: Uint8Array;
  nBits: number;
  /** `now`, moved into minTime..maxTime */
  time: number;
  /** median time past + 1, or later if only a later block has these nBits */
  minTime: number;
  /** now + 7200, or earlier if only an earlier block has these nBits */
  maxTime: number;
  /** what the coinbase may pay at most: subsidy + fees */
  value: bigint;
  /** without the coinbase, parents before children */
  transactions: TemplateTransaction[];
  /** BIP141 commitment for a coinbase whose witness is 32 zero bytes */
  witnessCommitment: Uint8Array;
  /** from the coinbase (leaf 0) to the merkle root */
  merkleBranch: Uint8Array[];
}

/**
 * A pool's job: what it says of a block whose coinbase it made. No transactions, no fees, and no height but the one in the
 * coinbase.
 */
export interface RelayedWork {
  height: number;
  /** int32 */
  version: number;
  previousHash: Uint8Array;
  nBits: number;
  time: number;
  minTime: number;
  maxTime: number;
  merkleBranch: readonly Uint8Array[];
  /** The coinbase without witness, up to the extranonces that miners differ by; the pool's own is in it. */
  prefix: Uint8Array;
  suffix: Uint8Array;
  /** What the coinbase pays, and what of it to the owner; undefined: it cannot be told. */
  value: bigint;
  owned: bigint | undefined;
  relay: Relay;
}

/** What of the pool belongs to a job, and is kept with it. */
export interface Relay {
  /** Which pool, and who this node is there: no other one takes the share. */
  readonly pool: string;
  /** The pool's name of the job. */
  readonly job: string;
  /** The pool's part of the extranonce: shares of another one are of no use to it. */
  readonly extranonce1: Uint8Array;
  /** Bytes of the pool's extranonce2: zeros that nobody changes, what tells miners apart, and what each rolls. */
  readonly space: ExtranonceSpace;
  /** Bits that may be changed; undefined: none, and shares do not mention them. */
  readonly versionMask: number | undefined;
  /** What the pool takes: 256 bits. */
  readonly target: bigint;
  /** Counts up when all earlier jobs are void. */
  readonly epoch: number;
}

export interface ExtranonceSpace {
  readonly zeros: number;
  /** 0: there is room for one miner. */
  readonly miners: number;
  readonly own: number;
}

/** Whether a waiting transaction may go into a template. Both ids: 32 bytes, internal order. */
export type Admit = (entry: { readonly txid: Uint8Array; readonly wtxid: Uint8Array }) => boolean;

export type SubmitBlockResult =
  /** on the best chain now, stored durably */
  | { status: 'connected'; height: number; hash: Uint8Array }
  /** stored, but another branch has as much work or more */
  | { status: 'side'; height: number; hash: Uint8Array }
  /** stored before; `height` as stored */
  | { status: 'duplicate'; height: number; hash: Uint8Array }
  /** a rule is broken; `reason` starts with Bitcoin Core's code. `hash` is empty when no header could be read */
  | { status: 'invalid'; height?: number; hash: Uint8Array; reason: string };

/**
 * The upstream cannot say or take something now, for a reason that is not this node's: it is asked again. The message names
 * the reason.
 */
export class UpstreamAway extends Error {
  override readonly name = 'UpstreamAway';
}

/** Headers of one {@link Upstream.headers}: as many as Bitcoin's peers send at once. */
export const MAX_HEADERS = 2000;

/** Shares that met a pool's target lie in the store (pool_shares); whoever relays them takes them from there. */
export interface ShareRelay {
  /** There are new ones. */
  wake(): void;
}

export interface Upstream {
  readonly network: NetworkRules;
  /** Of a pool, which takes shares instead of blocks. */
  readonly relay?: ShareRelay;
  /** The best chain's newest block, as of the last change or {@link Upstream.poll}. */
  tip(): UpstreamTip;
  /** Called once for each change of the tip, after it is final. Returns a function that unsubscribes. */
  onTip(listener: (tip: UpstreamTip) => void): () => void;
  /** Called when the waiting transactions have changed, so that a new template may be worth more. */
  onMempool(listener: () => void): () => void;
  /** Called when what miners work on is void although the tip is the same: they need a new job at once. */
  onVoid?(listener: () => void): () => void;
  /**
   * @param now seconds since 1970
   * @param admit whether a waiting transaction may go into the block; all its ancestors must be in it too. If left out,
   * all may.
   * @throws UpstreamAway when there is nothing to work on now
   */
  template(now: number, admit?: Admit): Promise<Template | RelayedWork>;
  /**
   * Hands in a block (BIP144). Resolves when its fate is known and durable.
   * @throws UpstreamAway when that cannot be said now, StorageError: the block is to be handed in again
   */
  submitBlock(raw: Uint8Array): Promise<SubmitBlockResult>;
  /**
   * Whether a block of this node stands on that parent in the best chain: another one would win nothing, and is a share like
   * others. Left out where blocks are cheap to take in. Where they are easy to find (regtest), boards find a thousand until
   * their next job comes.
   * @param parent 32 bytes, internal order
   */
  hasOwnBlockOn?(parent: Uint8Array): boolean;
  /** Up to `count` (0..MAX_HEADERS) headers of the best chain, 80 bytes each, from height `from` on. */
  headers(from: number, count: number): Promise<Uint8Array[]>;
  /** Time passed: notices silent changes, and informs the listeners. */
  poll(): Promise<void>;
}
