/** How many unrequested messages are looked at. */

/** Announcements that lead nowhere and unasked answers, in one window. */
export const MAX_UNASKED = 30;
const WINDOW_MS = 60_000;

export class FloodBound {
  #windowAt = 0;
  #count = 0;

  /** This window's limit is exceeded. */
  over(now: number): boolean {
    return now - this.#windowAt < WINDOW_MS && this.#count > MAX_UNASKED;
  }

  /** One more. @returns true for the first one beyond the bound */
  passed(now: number): boolean {
    if (now - this.#windowAt >= WINDOW_MS) {
      this.#windowAt = now;
      this.#count = 0;
    }
    this.#count++;
    return this.#count === MAX_UNASKED + 1;
  }

  /** The node has shown work: a chain that grows fast is announced often. */
  forgive(): void {
    this.#count = 0;
  }

  /** When the window ends, ms. */
  get ends(): number {
    return this.#windowAt + WINDOW_MS;
  }
}
