/** The points kept of the verified chain, and the branch that may replace it. */
import { equalBytes } from '../../domain/bytes.js';
import type { ChainPoint } from '../../domain/chain-point.js';
import { sha256d } from '../../domain/hash.js';
import type { ChainRecord } from './record.js';

/** Between `anchor` and `middle`: a reorganisation as deep as this is always followed. */
export const REORGANISATION_DEPTH = 100;

export class ChainPoints implements ChainRecord {
  anchor: ChainPoint;
  middle: ChainPoint;
  tip: ChainPoint;
  /** A branch that is being followed or, with as much work as the tip, the sibling that a job may build on. */
  rival: ChainPoint | undefined;
  /** Where the rival began. */
  #base: 'middle' | 'anchor' = 'middle';

  constructor({ anchor, middle, tip }: ChainRecord) {
    this.anchor = anchor;
    this.middle = middle;
    this.tip = tip;
  }

  /** The verified branch with as much work as the tip. */
  get side(): ChainPoint | undefined {
    return this.rival?.work === this.tip.work ? this.rival : undefined;
  }

  /** The tip or its equal. */
  find(hash: Uint8Array): ChainPoint | undefined {
    if (equalBytes(this.tip.hash, hash)) return this.tip;
    const { side } = this;
    return side !== undefined && equalBytes(side.hash, hash) ? side : undefined;
  }

  /** A rival begins after this point. */
  branch(base: 'middle' | 'anchor'): void {
    this.#base = base;
    this.rival = this[base];
  }

  /** The chain is one header longer. */
  advance(next: ChainPoint): void {
    this.tip = next;
    if (next.height - this.middle.height < REORGANISATION_DEPTH) return;
    this.anchor = this.middle;
    this.middle = next;
  }

  /** With `next` the rival has more work. */
  adopt(next: ChainPoint): void {
    // A branch that began at the anchor does not contain `middle`.
    if (this.#base === 'anchor') this.middle = this.anchor;
    this.rival = undefined;
    this.advance(next);
  }
}

/** @param header 80 bytes that the node claims to be at the point's height */
export function isPoint(header: Uint8Array | undefined, point: ChainPoint): boolean {
  return header !== undefined && equalBytes(sha256d(header), point.hash);
}
