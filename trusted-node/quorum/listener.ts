/** One connected board with a bound key: what it was asked, what it judged, what it is asked next. Pure. */
import type { Offerable } from './offerable.js';
import type { Probe } from './probe.js';

/**
 * How long a board has for a verdict (ms); an unanswered offer is repeated after as long, then twice as long, and so
 * on.
 */
export const OFFER_MS = 30_000;
/** When a board has caught up, offers at least this old are repeated (ms). */
const ANSWER_MS = 3_000;
const MAX_PAUSE_MS = 600_000;

export interface Offered {
  readonly id: number;
  readonly transaction: Offerable;
  /** What was offered in its place. */
  readonly probe: Probe | undefined;
  /** Monotonic milliseconds, as all moments here. */
  readonly at: number;
}

export class Listener {
  /** The offer that is out: one at a time. */
  open: Offered | undefined;
  /** Its verdict is being stored: nothing new is offered meanwhile. */
  busy = false;
  /** What it did not answer, or answered wrongly: not repeated before then. */
  private readonly pauses = new Map<string, { attempts: number; until: number }>();
  /** Waiting transactions before this one are judged. */
  private from = 0;
  /** What its status last said about its chain. */
  private chain: string | undefined;
  /** When it last caught up: saying so over and over brings no more offers. */
  private caughtUp = Number.NEGATIVE_INFINITY;

  constructor(
    readonly device: string,
    readonly publicKey: Uint8Array,
    /** Keys of the transactions that it has judged. */
    private readonly judged: Set<string>,
    /** Probes that it saw through. */
    public probes: number,
  ) {}

  /** The first transaction that it has not judged but whose parents it has. */
  choose(offerables: readonly Offerable[], now: number): Offerable | undefined {
    const { judged, pauses } = this;
    while (this.from < offerables.length && judged.has(offerables[this.from]!.key)) this.from++;
    for (let i = this.from; i < offerables.length; i++) {
      const one = offerables[i]!;
      if (judged.has(one.key) || (pauses.get(one.key)?.until ?? 0) > now) continue;
      if (one.needs.every(key => judged.has(key))) return one;
    }
    return undefined;
  }

  /** Not this one for a while, longer each time. */
  pause({ transaction }: Offered, now: number): void {
    const attempts = (this.pauses.get(transaction.key)?.attempts ?? 0) + 1;
    const until = now + Math.min(OFFER_MS * attempts, MAX_PAUSE_MS);
    this.pauses.set(transaction.key, { attempts, until });
  }

  /** Its verdict on this one is stored. */
  hasJudged(key: string): void {
    this.judged.add(key);
    this.pauses.delete(key);
  }

  /** Time passed: an unanswered offer expires. */
  tick(now: number): void {
    const { open } = this;
    if (open === undefined || now - open.at < OFFER_MS) return;
    this.open = undefined;
    this.pause(open, now);
  }

  /**
   * What its status says about its chain. A board that has just caught up could not answer before, so it is asked
   * again.
   * @returns whether it has
   */
  says(chain: string | undefined, now: number): boolean {
    const caughtUp = chain === 'verified' && this.chain !== 'verified';
    this.chain = chain;
    if (!caughtUp || now - this.caughtUp < OFFER_MS) return false;
    this.caughtUp = now;
    this.pauses.clear();
    if (this.open !== undefined && now - this.open.at > ANSWER_MS) this.open = undefined;
    return true;
  }

  /** The mempool has changed. @param here keys of all that wait */
  poolChanged(here: ReadonlySet<string>): void {
    this.from = 0;
    for (const key of this.judged) if (!here.has(key)) this.judged.delete(key);
    for (const key of this.pauses.keys()) if (!here.has(key)) this.pauses.delete(key);
  }
}
