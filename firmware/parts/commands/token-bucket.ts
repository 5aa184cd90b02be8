/** How often something may happen: some at once, then one at a time. Pure: the caller brings the time. */
export class TokenBucket {
  readonly #capacity: number;
  readonly #refillMs: number;
  #tokens: number;
  #at = 0;

  /** @param capacity how many at once @param refillMs then one each of these */
  constructor(capacity: number, refillMs: number) {
    this.#capacity = capacity;
    this.#refillMs = refillMs;
    this.#tokens = capacity;
  }

  /** @param now ms of a clock that never goes back @returns whether it may happen now */
  take(now: number): boolean {
    if (this.wait(now) > 0) return false;
    this.#tokens--;
    return true;
  }

  /** ms until `take` says yes. */
  wait(now: number): number {
    const earned = Math.floor((now - this.#at) / this.#refillMs);
    if (this.#tokens + earned >= this.#capacity) {
      this.#tokens = this.#capacity;
      this.#at = now;
    } else if (earned > 0) {
      this.#tokens += earned;
      this.#at += earned * this.#refillMs;
    }
    return this.#tokens > 0 ? 0 : this.#at + this.#refillMs - now;
  }
}
