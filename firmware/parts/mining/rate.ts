/** Hash rate over a sliding window. Integers only. */

const SAMPLES = 16;
/** A sample is kept when this much time has passed since the last one: the window is about one minute. */
const SAMPLE_MS = 4_000;

/** The searcher's hash counter over the last minute of searching; stops do not count. */
export class RateWindow {
  readonly #times = new Float64Array(SAMPLES);
  readonly #hashes = new Float64Array(SAMPLES);
  #first = 0;
  #count = 0;
  #lastTime = 0;
  #lastHashes = 0;
  #resumed = false;
  /** The rate until there is a new one. */
  #before = 0;

  /** A search begins after a stop: the time between the last sample and the next one does not count. */
  resume(): void {
    this.#resumed = true;
  }

  /** Starts over with the next sample: the pace has changed, and earlier counts say nothing about it. */
  restart(): void {
    this.#before = this.rate();
    this.#first = 0;
    this.#count = 0;
  }

  /** @param now ms, never going back. @param hashes total since boot. */
  sample(now: number, hashes: number): void {
    if (this.#resumed) this.#leaveOut(now - this.#lastTime, hashes - this.#lastHashes);
    this.#lastTime = now;
    this.#lastHashes = hashes;
    if (this.#count > 0) {
      const newest = (this.#first + this.#count - 1) % SAMPLES;
      if (now - this.#times[newest]! < SAMPLE_MS) return;
    }
    if (this.#count === SAMPLES) {
      this.#first = (this.#first + 1) % SAMPLES;
      this.#count--;
    }
    const slot = (this.#first + this.#count) % SAMPLES;
    this.#times[slot] = now;
    this.#hashes[slot] = hashes;
    this.#count++;
  }

  #leaveOut(milliseconds: number, hashes: number): void {
    this.#resumed = false;
    for (let i = 0; i < SAMPLES; i++) {
      this.#times[i] = this.#times[i]! + milliseconds;
      this.#hashes[i] = this.#hashes[i]! + hashes;
    }
  }

  /** Hashes per second, rounded down. During the first half second: 0, or the rate before `restart`. */
  rate(): number {
    if (this.#count === 0) return this.#before;
    const elapsed = this.#lastTime - this.#times[this.#first]!;
    if (elapsed < 500) return this.#before;
    return Math.floor(((this.#lastHashes - this.#hashes[this.#first]!) * 1000) / elapsed);
  }
}
