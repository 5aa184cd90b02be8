/** A miner's hash rate, as its accepted shares show it. Pure apart from its own state. */

/** Length of one window in milliseconds; two are looked at. */
const WINDOW = 300_000;
/** Before this much time a few shares say nothing. */
const LEAST_MS = 20_000;

export class RateMeter {
  private work = 0n;
  private before = 0n;
  private hadBefore = false;
  private since: number;

  /** @param now monotonic milliseconds */
  constructor(now: number) {
    this.since = now;
  }

  /** @param work expected hashes of an accepted share */
  add(work: bigint, now: number): void {
    this.turn(now);
    this.work += work;
  }

  /** Hashes a second; 0 while it is not known yet. */
  rate(now: number): number {
    this.turn(now);
    const milliseconds = Math.max(1, Math.floor(now - this.since)) + (this.hadBefore ? WINDOW : 0);
    if (milliseconds < LEAST_MS) return 0;
    return Number(((this.work + this.before) * 1000n) / BigInt(milliseconds));
  }

  private turn(now: number): void {
    const passed = Math.floor((now - this.since) / WINDOW);
    if (passed < 1) return;
    this.before = passed === 1 ? this.work : 0n;
    this.hadBefore = true;
    this.work = 0n;
    this.since += passed * WINDOW;
  }
}
