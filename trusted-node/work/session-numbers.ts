/** Session numbers for miners that are told their extranonce before they say who they are. Never given out twice. */
import type { NodeDatabase } from '../ports/store.js';
import { takeIds } from '../store/dialect.js';

/** Session numbers are extranonces of 4 bytes. */
export const MAX_SESSION = 0xffff_ffff;
/** Numbers taken with one write. */
const AT_ONCE = 64;

export class SessionNumbers {
  /** Taken, and nobody's yet; a kill loses them. */
  private free: number[] = [];
  private taking: Promise<void> | undefined;

  constructor(private readonly db: NodeDatabase) {}

  /** @throws Error when it cannot be stored that it is taken, or none is left */
  async next(): Promise<number> {
    for (;;) {
      const number = this.free.pop();
      if (number !== undefined) return number;
      this.taking ??= this.take().finally(() => {
        this.taking = undefined;
      });
      await this.taking;
    }
  }

  private async take(): Promise<void> {
    const first = await this.db.transaction().execute(trx => takeIds(trx, 'sessions', AT_ONCE));
    if (first + AT_ONCE > MAX_SESSION) throw new Error('all extranonces are used up');
    this.free = Array.from({ length: AT_ONCE }, (_, i) => first + AT_ONCE - 1 - i);
  }
}
