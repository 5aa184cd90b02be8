/**
 * Chains to follow: headers mined under the rules as retarget.ts states them, with the whole history at hand, where a
 * hash or two is proof of work enough. What a board does with O(1) of memory is compared with this.
 */
import { medianTimePast, minimumTime } from '../../firmware/domain/chain.js';
import { sha256d } from '../../firmware/domain/hash.js';
import { type BlockHeader, encodeHeader } from '../../firmware/domain/header.js';
import { NETWORKS, type NetworkRules } from '../../firmware/domain/networks.js';
import { nextBits } from '../../firmware/domain/retarget.js';
import { blockWork, checkProofOfWork } from '../../firmware/domain/target.js';

export interface Mined {
  readonly header: BlockHeader;
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
}

/**
 * Bitcoin's rules with regtest's easy work and periods of eight headers. From its first header to its last a period has
 * seven spacings: with the timespan of these, work stays what it is at 600 s a header.
 */
export const EASY: NetworkRules = {
  ...NETWORKS.regtest,
  noRetargeting: false,
  minDifficultyBlocks: false,
  interval: 8,
  timespan: 7 * 600,
};
/** As testnet4's. */
export const EASY_BIP94: NetworkRules = { ...EASY, minDifficultyBlocks: true, enforceBip94: true };

export interface Choice {
  /** After the parent, seconds; 600. */
  readonly after?: number;
  readonly time?: number;
  readonly nBits?: number;
  readonly version?: number;
  readonly previousHash?: Uint8Array;
  /** Makes it another block. */
  readonly salt?: number;
  /** A hash that is above the easiest target. */
  readonly worthless?: boolean;
}

let salts = 0;

/** All headers from genesis to a tip; the index is the height. Not changed: {@link Chain.with} and `cut` give new ones. */
export class Chain {
  readonly rules: NetworkRules;
  readonly mined: readonly Mined[];

  constructor(rules: NetworkRules, mined?: readonly Mined[]) {
    const { header, hash } = rules.genesis;
    this.rules = rules;
    this.mined = mined ?? [{ header, hash, bytes: encodeHeader(header) }];
  }

  get height(): number {
    return this.mined.length - 1;
  }

  get tip(): Mined {
    return this.mined[this.height]!;
  }

  /** From `first` on, that one included. */
  work(first = 0): bigint {
    let sum = 0n;
    for (let i = first; i < this.mined.length; i++) sum += blockWork(this.mined[i]!.header.nBits);
    return sum;
  }

  /** What the rules demand of a next header of this time. */
  bits(time: number): number {
    return nextBits(this.rules, {
      parentHeight: this.height,
      parent: this.tip.header,
      time,
      ancestor: height => this.mined[height]!.header,
    });
  }

  /** Times of the last eleven. */
  get times(): number[] {
    return this.mined.slice(-11).map(({ header }) => header.time);
  }

  get earliest(): number {
    return minimumTime(this.rules, this.height + 1, this.times);
  }

  get median(): number {
    return medianTimePast(this.times);
  }

  /** One header that follows all rules, but for what `choice` says. */
  next(choice: Choice = {}): Mined {
    const time = choice.time ?? Math.max(this.tip.header.time + (choice.after ?? 600), this.earliest);
    const header: BlockHeader = {
      version: choice.version ?? 0x20000000,
      previousHash: choice.previousHash ?? this.tip.hash,
      merkleRoot: new Uint8Array(32),
      time,
      nBits: choice.nBits ?? this.bits(time),
      nonce: 0,
    };
    new DataView(header.merkleRoot.buffer).setUint32(0, choice.salt ?? ++salts);
    const { powLimit, powLimitBits } = this.rules;
    // A liar's nBits may be no target: then any work will do.
    const target = choice.worthless === true || choice.nBits === 0 ? powLimitBits : header.nBits;
    const view = new DataView(new ArrayBuffer(80));
    const bytes = new Uint8Array(view.buffer);
    bytes.set(encodeHeader(header));
    for (; ; header.nonce++) {
      view.setUint32(76, header.nonce, true);
      const hash = sha256d(bytes);
      if (checkProofOfWork(hash, target, powLimit) !== (choice.worthless === true))
        return { header, bytes, hash };
    }
  }

  with(...more: readonly Mined[]): Chain {
    return new Chain(this.rules, [...this.mined, ...more]);
  }

  /** `count` headers more. @param choice for each */
  grown(count: number, choice: Choice | ((at: number) => Choice) = {}): Chain {
    const mined = [...this.mined];
    const chain = new Chain(this.rules, mined);
    for (let i = 0; i < count; i++) mined.push(chain.next(typeof choice === 'function' ? choice(i) : choice));
    return chain;
  }

  /** Up to this height. */
  cut(height: number): Chain {
    return new Chain(this.rules, this.mined.slice(0, height + 1));
  }

  serve(from: number, count: number): Uint8Array[] {
    return this.mined.slice(from, from + count).map(({ bytes }) => bytes);
  }
}
