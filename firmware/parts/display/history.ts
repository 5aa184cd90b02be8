/** The hash rate over time, for the curve: a bounded number of points whose spacing grows with the time they cover. */

/** Points of the curve; even. */
export const HISTORY_POINTS = 120;
/** Seconds between the first points: the curve covers ten minutes. */
const FIRST_INTERVAL = 5;
/** It doubles up to here: then the curve covers a day and moves on. */
const LAST_INTERVAL = 640;

export class RateHistory {
  readonly #points = new Float32Array(HISTORY_POINTS);
  #count = 0;
  #interval = FIRST_INTERVAL;
  #seconds = -1;
  #hashes = 0;
  #peak = 0;

  /** Points so far, at most HISTORY_POINTS. */
  get count(): number {
    return this.#count;
  }

  /** Seconds between two points. */
  get interval(): number {
    return this.#interval;
  }

  /** Seconds that all points cover. */
  get span(): number {
    return this.#count * this.#interval;
  }

  /** Largest point, 0 without one. */
  get peak(): number {
    return this.#peak;
  }

  /** H/s, 0 the oldest. Out of range: 0. */
  at(index: number): number {
    return index >= 0 && index < this.#count ? this.#points[index]! : 0;
  }

  /**
   * Call at least once a second. Both values only grow; if they go back, counting starts over.
   * @param seconds since boot. @param hashes total since boot.
   * @returns true when the points have changed
   */
  sample(seconds: number, hashes: number): boolean {
    const elapsed = seconds - this.#seconds;
    if (this.#seconds < 0 || elapsed < 0 || hashes < this.#hashes) {
      this.#seconds = seconds;
      this.#hashes = hashes;
      return false;
    }
    if (elapsed < this.#interval) return false;
    if (this.#count === HISTORY_POINTS && this.#interval < LAST_INTERVAL) {
      this.#halve();
      if (elapsed < this.#interval) return true;
    }
    this.#add((hashes - this.#hashes) / elapsed);
    this.#seconds = seconds;
    this.#hashes = hashes;
    return true;
  }

  #add(rate: number): void {
    const points = this.#points;
    if (this.#count === HISTORY_POINTS) {
      points.copyWithin(0, 1);
      this.#count--;
    }
    points[this.#count++] = rate;
    this.#findPeak();
  }

  #findPeak(): void {
    this.#peak = 0;
    for (let i = 0; i < this.#count; i++) this.#peak = Math.max(this.#peak, this.#points[i]!);
  }

  /** Two points become one that covers both. */
  #halve(): void {
    const points = this.#points;
    for (let i = 0; i < HISTORY_POINTS; i += 2) points[i / 2] = (points[i]! + points[i + 1]!) / 2;
    this.#count = HISTORY_POINTS / 2;
    this.#interval *= 2;
    this.#findPeak();
  }
}
