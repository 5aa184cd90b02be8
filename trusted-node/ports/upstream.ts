/**
 * Where templates come from and blocks go to: the devnet's ledger (upstream/devnet) or a Bitcoin node (upstream/bitcoin).
 * Hashes are 32 bytes in internal order, amounts and work bigint, times seconds since 1970.
 */
import type { BlockHeader } from '../../firmware/domain/header.js';
import type { NetworkRules } from '../../firmware/domain/networks.js';

export interface ChainTip {
  hash: Uint8Array;
  height: number;
  header: BlockHeader;
  /** the header's time */
  time: number;
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

export interface Upstream {
  readonly network: NetworkRules;
  /** The best chain's newest block, as of the last change or {@link Upstream.poll}. */
  tip(): ChainTip;
  /** Called once for each change of the tip, after it is final. Returns a function that unsubscribes. */
  onTip(listener: (tip: ChainTip) => void): () => void;
  /** Called when the waiting transactions have changed, so that a new template may be worth more. */
  onMempool(listener: () => void): () => void;
  /**
   * @param now seconds since 1970
   * @param admit whether a waiting transaction may go into the block; all its ancestors must be in it too. If left out,
   * all may.
   * @throws UpstreamAway when there is nothing to work on now
   */
  template(now: number, admit?: Admit): Promise<Template>;
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
