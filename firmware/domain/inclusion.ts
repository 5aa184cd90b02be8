/**
 * Checks that a transaction is in a block (a merkle proof against its header), and that this block is in the chain that
 * the board has verified (the headers from there to a known point).
 *
 * What two known attacks leave open: a branch does not say how deep the block's tree is, so a leaf of 64 bytes can pass
 * for an inner node and its halves for transactions (CVE-2017-12842). Whoever mines a transaction of 64 bytes made for
 * that, about 2^70 hashes of work besides the block's, can prove one that is not there. Bitcoin Core neither relays nor
 * mines such transactions (tx-size-small). The other way round, an inner node passed off as a transaction, is refused
 * where the transaction's bytes are at hand. Lists lengthened by their own tail (CVE-2012-2459) are refused.
 * @module
 */
import { assertInteger, assertLength, equalBytes, FormatError } from './bytes.js';
import { sha256d } from './hash.js';
import { HEADER_LENGTH, type HeaderList } from './header.js';
import { MAX_MERKLE_DEPTH } from './merkle.js';
import { strippedLength, viewTransaction, viewTxid } from './transaction-view.js';
import { parseTxOutProof } from './txoutproof.js';

/** Headers asked for at once: what one headers message holds. */
export const BATCH = 64;
/** Headers between the proof's and the next point that is known. */
export const MAX_DEPTH = 20_000;
const DEADLINE_MS = 10_000;
const ATTEMPTS = 3;

const PREVIOUS = 4;
const MERKLE_ROOT = 36;
/** A transaction as long as two hashes, without its witness, can pass for an inner node. */
const NODE_LENGTH = 64;

/** A block that holds the transaction, if it is a block at all. */
export interface Included {
  /** 32 bytes each, internal order. */
  readonly txid: Uint8Array;
  readonly headerHash: Uint8Array;
  /** Of the transaction within the block, from 0. */
  readonly index: number;
}

/**
 * Checks a merkle branch.
 * @param header 80 bytes
 * @param branch nodes from the transaction to the root, lowest first, 32 bytes each
 * @param raw the transaction, where it is known
 * @throws FormatError when it does not prove the transaction; RangeError, TypeError on fields outside their bounds
 */
export function checkBranch(
  txid: Uint8Array,
  header: Uint8Array,
  index: number,
  branch: readonly Uint8Array[],
  raw?: Uint8Array,
): Included {
  assertLength(txid, 32, 'txid');
  assertLength(header, HEADER_LENGTH, 'header');
  if (branch.length > MAX_MERKLE_DEPTH) throw new FormatError(`branch of ${branch.length} nodes`);
  assertInteger(index, 0, 2 ** branch.length - 1, 'index');
  if (raw !== undefined) assertOwnBytes(txid, raw);
  const pair = new Uint8Array(64);
  let node = txid;
  for (let i = 0; i < branch.length; i++) {
    const other = branch[i]!;
    assertLength(other, 32, 'merkle node');
    const isRight = ((index >>> i) & 1) === 1;
    // The last node of an odd level is paired with itself, on the left only.
    if (isRight && equalBytes(node, other)) throw new FormatError('branch with a repeated node');
    pair.set(isRight ? other : node);
    pair.set(isRight ? node : other, 32);
    node = sha256d(pair);
  }
  if (!equalBytes(node, header.subarray(MERKLE_ROOT, MERKLE_ROOT + 32)))
    throw new FormatError("branch does not lead to the header's merkle root");
  return { txid, headerHash: sha256d(header), index };
}

/**
 * Checks a proof as `gettxoutproof` gives it (BIP37).
 * @param raw the transaction, where it is known
 * @throws FormatError when it does not prove the transaction
 */
export function checkTxOutProof(txid: Uint8Array, proof: Uint8Array, raw?: Uint8Array): Included {
  assertLength(txid, 32, 'txid');
  if (raw !== undefined) assertOwnBytes(txid, raw);
  const match = parseTxOutProof(proof).matches.find(each => equalBytes(each.txid, txid));
  if (match === undefined) throw new FormatError('proof of another transaction');
  return { txid, headerHash: sha256d(proof.subarray(0, HEADER_LENGTH)), index: match.index };
}

function assertOwnBytes(txid: Uint8Array, raw: Uint8Array): void {
  const view = viewTransaction(raw);
  if (view.end !== raw.length || !equalBytes(viewTxid(view), txid))
    throw new FormatError('not the transaction of this txid');
  if (strippedLength(view) === NODE_LENGTH) throw new FormatError('could be an inner node');
}

/** A place in the verified chain: 32 bytes in internal order at this height. */
export interface KnownPoint {
  readonly height: number;
  readonly hash: Uint8Array;
}

/** Why inclusion is not shown; the words are stable. */
export type InclusionFailure =
  /** The block is above the tip, or not where the node says. */
  | 'above-tip'
  | 'not-in-chain'
  /** More than {@link MAX_DEPTH} headers to check. */
  | 'too-deep'
  | 'unlinked'
  | 'withheld'
  /** The chain changed meanwhile: ask again. */
  | 'reorganised';

export type InclusionEvent =
  | { readonly kind: 'start' }
  /** The answer to a request, or something else that arrived. */
  | { readonly kind: 'headers'; readonly startHeight: number; readonly headers: HeaderList }
  /** The verified tip changed. */
  | { readonly kind: 'moved'; readonly tip: KnownPoint; readonly reorganised: boolean }
  | { readonly kind: 'tick' };

export type InclusionCommand =
  | { readonly kind: 'request'; readonly from: number; readonly count: number }
  | { readonly kind: 'confirmed'; readonly height: number; readonly confirmations: number }
  | { readonly kind: 'failed'; readonly reason: InclusionFailure };

const NOTHING: readonly InclusionCommand[] = [];

/**
 * Links a block at a claimed height to the verified chain, by the headers between it and the next known point: they
 * only have to be linked, since the hash at their end is that of a header already checked. Memory: two hashes.
 */
export class InclusionCheck {
  readonly #height: number;
  readonly #goal: KnownPoint | undefined;
  #tip: KnownPoint;
  /** The block that the proof has reached so far. */
  #reachedHeight: number;
  #reachedHash: Uint8Array;
  #requestedAt: number | undefined;
  #attempts = 0;
  #ended = false;

  /**
   * @param height of the block, as the node claims
   * @param headerHash what {@link checkBranch} or {@link checkTxOutProof} found
   * @param tip of the verified chain
   * @param others points of it below the tip, in any order
   */
  constructor(height: number, headerHash: Uint8Array, tip: KnownPoint, others: readonly KnownPoint[]) {
    assertInteger(height, 0, 0xffffffff, 'height');
    assertLength(headerHash, 32, 'headerHash');
    this.#height = height;
    this.#reachedHeight = height;
    this.#reachedHash = headerHash;
    this.#tip = tip;
    let goal: KnownPoint | undefined = tip.height >= height ? tip : undefined;
    for (const point of others)
      if (goal !== undefined && point.height >= height && point.height < goal.height) goal = point;
    this.#goal = goal;
  }

  /** Whether a headers message that starts here is the awaited answer. */
  expects(startHeight: number): boolean {
    return !this.#ended && this.#requestedAt !== undefined && startHeight === this.#reachedHeight + 1;
  }

  /** @param now milliseconds of a clock that does not go back */
  step(event: InclusionEvent, now: number): readonly InclusionCommand[] {
    if (this.#ended) return NOTHING;
    switch (event.kind) {
      case 'start':
        return this.#go(now);
      case 'headers':
        return this.expects(event.startHeight) ? this.#headers(event.headers, now) : NOTHING;
      case 'moved':
        this.#tip = event.tip;
        return event.reorganised ? this.#fail('reorganised') : NOTHING;
      case 'tick':
        return this.#requestedAt !== undefined && now - this.#requestedAt >= DEADLINE_MS
          ? this.#ask(now)
          : NOTHING;
    }
  }

  #go(now: number): readonly InclusionCommand[] {
    const goal = this.#goal;
    if (goal === undefined) return this.#fail('above-tip');
    if (goal.height - this.#height > MAX_DEPTH) return this.#fail('too-deep');
    if (this.#reachedHeight < goal.height) return this.#ask(now);
    if (!equalBytes(this.#reachedHash, goal.hash)) return this.#fail('not-in-chain');
    this.#ended = true;
    return [{ kind: 'confirmed', height: this.#height, confirmations: this.#tip.height - this.#height + 1 }];
  }

  #ask(now: number): readonly InclusionCommand[] {
    if (this.#attempts++ === ATTEMPTS) return this.#fail('withheld');
    this.#requestedAt = now;
    return [{ kind: 'request', from: this.#reachedHeight + 1, count: this.#batch() }];
  }

  #batch(): number {
    return Math.min(BATCH, this.#goal!.height - this.#reachedHeight);
  }

  #headers(headers: HeaderList, now: number): readonly InclusionCommand[] {
    // Fewer are fine; after none, the next tick asks again.
    const count = Math.min(headers.length, this.#batch());
    if (count === 0) return NOTHING;
    for (let i = 0; i < count; i++) {
      const header = headers.at(i)!;
      if (header.length !== HEADER_LENGTH || !follows(header, this.#reachedHash))
        return this.#fail('unlinked');
      this.#reachedHash = sha256d(header);
    }
    this.#reachedHeight += count;
    this.#requestedAt = undefined;
    this.#attempts = 0;
    return this.#go(now);
  }

  #fail(reason: InclusionFailure): readonly InclusionCommand[] {
    this.#ended = true;
    return [{ kind: 'failed', reason }];
  }
}

function follows(header: Uint8Array, hash: Uint8Array): boolean {
  for (let i = 0; i < 32; i++) if (header[PREVIOUS + i] !== hash[i]) return false;
  return true;
}
