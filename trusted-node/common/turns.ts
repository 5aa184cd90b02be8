/** Requests that take turns. */
import { type Rate, TokenBuckets } from './token-bucket.js';

/** How often waiting requests are checked, ms. */
const LOOK_MS = 20;

/**
 * Requests at a bounded rate. Beyond it, the newest request of each device waits, since a board has one open and waits
 * for its answer; devices take turns, so that one that keeps asking does not hold up the others.
 */
export class Turns<Request> {
  private readonly each: TokenBuckets;
  private readonly all: TokenBuckets | undefined;
  /** In the order in which they began to wait. */
  private readonly waiting = new Map<string, Request>();
  private readonly serving = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  /**
   * @param rates for one device, and for all together
   * @param late called when a request has to wait
   * @param serve answers one; it does not throw
   */
  constructor(
    rates: { readonly each: Rate; readonly all?: Rate },
    now: () => number,
    private readonly late: (device: string) => void,
    private readonly serve: (device: string, request: Request) => Promise<void>,
  ) {
    const { each, all } = rates;
    this.each = new TokenBuckets(each, now);
    this.all = all && new TokenBuckets(all, now);
  }

  /** Returns when the request was served, was queued, or was given up because this is closed. */
  async take(device: string, request: Request): Promise<void> {
    if (this.closed) return;
    if (this.waiting.size === 0 && this.admit(device)) {
      await this.begin(device, request);
      return;
    }
    this.late(device);
    if (this.waiting.size === 0) this.arm();
    this.waiting.set(device, request);
  }

  private admit(device: string): boolean {
    if (this.all?.has('') === false || !this.each.take(device)) return false;
    this.all?.take('');
    return true;
  }

  private begin(device: string, request: Request): Promise<void> {
    const work = this.serve(device, request).finally(() => this.serving.delete(work));
    this.serving.add(work);
    return work;
  }

  private arm(): void {
    this.timer = setTimeout(() => {
      for (const [device, request] of this.waiting) {
        if (!this.admit(device)) continue;
        this.waiting.delete(device);
        void this.begin(device, request);
      }
      if (this.waiting.size > 0) this.arm();
    }, LOOK_MS);
  }

  /** Gives up waiting requests, and returns when those under way are served. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.waiting.clear();
    await Promise.all(this.serving);
  }
}
