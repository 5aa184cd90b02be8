/**
 * Which pool of the list is tried next, and when. Pure: the caller has the clock and the dice. After a failure the next one
 * is tried at once; when all have failed, after a pause that doubles up to a minute. A connection to one further down is
 * left for the first as soon as that one works again, which is tried after a quiet while.
 */

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** A connection that lasts so long has worked: what failed before is forgotten. */
const SOUND_MS = 60_000;
/** How long after changing to a pool further down the first one is tried again. */
export const RETURN_MS = 300_000;

export interface Attempt {
  readonly index: number;
  /** Not before, ms. */
  readonly at: number;
}

export class Failover {
  /** Failures in a row, of whichever pool. */
  private failures = 0;
  private connectedAt: number | undefined;
  private returnAt = Number.POSITIVE_INFINITY;

  /** @param random 0 up to 1: no two nodes come back to a pool at the same moment */
  constructor(
    private readonly count: number,
    private readonly random: () => number,
  ) {}

  begin(now: number): Attempt {
    return { index: 0, at: now };
  }

  /** Its first job has come. */
  connected(index: number, now: number): void {
    this.connectedAt = now;
    this.returnAt = index === 0 ? Number.POSITIVE_INFINITY : now + this.jittered(RETURN_MS);
  }

  /** It could not be used, or its connection ended. */
  failed(index: number, now: number): Attempt {
    const sound = this.connectedAt !== undefined && now - this.connectedAt >= SOUND_MS;
    this.connectedAt = undefined;
    this.returnAt = Number.POSITIVE_INFINITY;
    this.failures = sound ? 1 : this.failures + 1;
    const next = (index + 1) % this.count;
    if (this.failures % this.count !== 0) return { index: next, at: now };
    const rounds = Math.min(this.failures / this.count - 1, 10);
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** rounds, LONGEST_PAUSE_MS);
    return { index: next, at: now + this.jittered(pause) };
  }

  /** Whether the first pool is to be tried beside the one in use. */
  returnDue(now: number): boolean {
    return now >= this.returnAt;
  }

  /** The first one still does not work. */
  notYet(now: number): void {
    this.returnAt = now + this.jittered(RETURN_MS);
  }

  /** Three quarters to five quarters of it. */
  private jittered(milliseconds: number): number {
    return Math.round(milliseconds * (0.75 + this.random() / 2));
  }
}
