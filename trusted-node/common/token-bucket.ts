/** How often something may happen: tokens that are taken, and come back over time. */

/** Tokens at once, and how long one takes to come back (ms). */
export interface Rate {
  readonly burst: number;
  readonly interval: number;
}

/**
 * A token bucket for each name. Buckets outlive connections: reconnecting does not give a device more.
 * @example
 * const hellos = new TokenBuckets({ burst: 10, interval: 6_000 }, () => performance.now());
 * if (!hellos.take(device)) return; // the eleventh in a row; one more in 6 s
 */
export class TokenBuckets {
  /** A missing one counts as full. */
  private readonly buckets = new Map<string, { left: number; at: number }>();

  /** @param now monotonic milliseconds */
  constructor(
    private readonly rate: Rate,
    private readonly now: () => number,
  ) {}

  /** Whether a token could be taken now. */
  has(name: string): boolean {
    return this.left(name, this.now()) >= 1;
  }

  /**
   * Takes a token; false when there is none.
   * @param name one of a bounded number, such as admitted devices: each keeps its bucket from then on
   */
  take(name: string): boolean {
    const now = this.now();
    const left = this.left(name, now);
    this.buckets.set(name, { left: left < 1 ? left : left - 1, at: now });
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
}
