/** How long to wait before the next attempt to connect. */

const FIRST_MS = 1_000;
/** A board must be back within 10 s of its node: half of the delay is random, so this is the worst case. */
export const LONGEST_MS = 8_000;

export class Backoff {
  readonly #random: (count: number) => Uint8Array;
  readonly #longest: number;
  #attempts = 0;

  /** @param random `count` bytes; spreads out a fleet that lost its node all at once. */
  constructor(random: (count: number) => Uint8Array, longest = LONGEST_MS) {
    this.#random = random;
    this.#longest = longest;
  }

  /** A connection has held: start again from the shortest delay. */
  reset(): void {
    this.#attempts = 0;
  }

  /** Milliseconds: between half of and the whole of 1, 2, 4, 8, ... s, up to the longest. */
  next(): number {
    const longest = Math.min(this.#longest, FIRST_MS * 2 ** this.#attempts);
    if (this.#attempts < 16) this.#attempts++;
    const bytes = this.#random(2);
    const fraction = bytes[0]! * 256 + bytes[1]!;
    return Math.floor(longest / 2 + (longest / 2) * (fraction / 65536));
  }
}
