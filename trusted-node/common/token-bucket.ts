/** How often something may happen: tokens that are taken, and come back over time. */

/** Tokens at once, and how long one takes to come back (ms). */
export interface Rate {
  readonly burst: number;
  readonly interval: number;
}

/** Names with a bucket; beyond them, those that are full again are forgotten. */
const MAX_NAMES = 10_000;
/** Least time between two looks at all of them (ms). */
const SWEEP_MS = 1_000;

/**
 * A token bucket for each name. Buckets outlive connections: reconnecting does not give a device more.
 * @example
 * const hellos = new TokenBuckets({ burst: 10, interval: 6_000 }, () => performance.now());
 * if (!hellos.take(device)) return; // the eleventh in a row; one more in 6 s
 */
export class TokenBuckets {
  /** A missing one counts as full. */
  private readonly buckets = new Map<string, { left: number; at: number }>();
  private swept = 0;

  /** @param now monotonic milliseconds */
  constructor(
    private readonly rate: Rate,
    private readonly now: () => number,
  ) {}

  /** Names that are remembered. */
  get size(): number {
    return this.buckets.size;
  }

  /** Whether a token could be taken now. */
  has(name: string): boolean {
    return this.left(name, this.now()) >= 1;
  }

  /** How long until a token can be taken (ms); 0: now. */
  wait(name: string): number {
    const left = this.left(name, this.now());
    return left >= 1 ? 0 : Math.ceil((1 - left) * this.rate.interval);
  }

  /**
   * Takes a token; false when there is none.
   * @param name a device, an address: each keeps its bucket while it is not full
   */
  take(name: string): boolean {
    const now = this.now();
    const left = this.left(name, now);
    this.buckets.set(name, { left: left < 1 ? left : left - 1, at: now });
    if (this.buckets.size > MAX_NAMES) this.sweep(now);
    return left >= 1;
  }

  /** Its bucket counts as full from now on; for names that are not bounded otherwise. */
  forget(name: string): void {
    this.buckets.delete(name);
  }

  private left(name: string, now: number): number {
    const { burst, interval } = this.rate;
    const bucket = this.buckets.get(name) ?? { left: burst, at: now };
    return Math.min(burst, bucket.left + (now - bucket.at) / interval);
  }

  private sweep(now: number): void {
    if (now - this.swept < SWEEP_MS) return;
    this.swept = now;
    for (const name of this.buckets.keys())
      if (this.left(name, now) >= this.rate.burst) this.buckets.delete(name);
  }
}
