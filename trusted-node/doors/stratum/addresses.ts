/** How much of the door one address may take: connections, attempts, refused logins. */
import { type Rate, TokenBuckets } from '../../common/token-bucket.js';
import { CONNECTS, MAX_ADDRESSES, MAX_OF_ADDRESS, MAX_STRANGERS, REFUSALS } from './limits.js';

interface Entry {
  open: number;
  /** of those, not authorised yet */
  strangers: number;
  /** until all its tokens are back, monotonic milliseconds */
  remember: number;
}

/** Until a bucket of this rate is full again, in milliseconds. */
function whole({ burst, interval }: Rate): number {
  return burst * interval;
}

export class AddressLimits {
  private readonly entries = new Map<string, Entry>();
  private readonly connects: TokenBuckets;
  private readonly refusals: TokenBuckets;

  /** @param now monotonic milliseconds */
  constructor(private readonly now: () => number) {
    this.connects = new TokenBuckets(CONNECTS, now);
    this.refusals = new TokenBuckets(REFUSALS, now);
  }

  /** A connection wants to begin. @returns why it may not; undefined: it has, and ends with {@link left} */
  come(address: string): string | undefined {
    const known = this.entries.get(address);
    if (known === undefined && this.entries.size >= MAX_ADDRESSES) return 'too many addresses';
    const entry = known ?? { open: 0, strangers: 0, remember: 0 };
    if (known === undefined) this.entries.set(address, entry);
    entry.remember = Math.max(entry.remember, this.now() + whole(CONNECTS));
    if (!this.connects.take(address)) return 'too many new connections of one address';
    if (entry.open >= MAX_OF_ADDRESS) return 'too many connections of one address';
    if (entry.strangers >= MAX_STRANGERS) return 'too many connections of one address wait for their login';
    if (!this.refusals.has(address)) return 'too many refused logins of one address';
    entry.open++;
    entry.strangers++;
    return undefined;
  }

  authorised(address: string): void {
    const entry = this.entries.get(address);
    if (entry !== undefined) entry.strangers--;
  }

  left(address: string, wasAuthorised: boolean): void {
    const entry = this.entries.get(address);
    if (entry === undefined) return;
    entry.open--;
    if (!wasAuthorised) entry.strangers--;
  }

  /** Whether another login may be tried from there. */
  mayTry(address: string): boolean {
    return this.refusals.has(address);
  }

  refused(address: string): void {
    this.refusals.take(address);
    const entry = this.entries.get(address);
    if (entry !== undefined) entry.remember = Math.max(entry.remember, this.now() + whole(REFUSALS));
  }

  /** Forgets the addresses that nothing is known of any more. */
  tick(): void {
    const now = this.now();
    for (const [address, { open, remember }] of this.entries) {
      if (open > 0 || now < remember) continue;
      this.entries.delete(address);
      this.connects.forget(address);
      this.refusals.forget(address);
    }
  }

  get size(): number {
    return this.entries.size;
  }
}
