/** What the node has announced and shown on this connection: whether its chain is verified, or refused. */
import type { RefusalReason } from '../../domain/refusal.js';
import { MAX_TRIES } from './asking.js';

export class Standing {
  /** On this connection the node's chain has been seen to end where ours does. */
  verified = false;
  /** It was so before, in this boot. */
  everVerified = false;
  refused: RefusalReason | undefined;
  /** Height of the newest announcement that could not be linked; 0: none is open. */
  announced = 0;
  /** How often the node was asked for it but showed something else. */
  #unshown = 0;
  /** How often the current branch was gone when its next headers were requested. */
  #restarts = 0;

  /** The node is believed: it may be worked for. */
  get good(): boolean {
    return this.verified && this.refused === undefined;
  }

  /** What the node has announced but not yet shown. */
  forget(): void {
    this.verified = false;
    this.announced = 0;
    this.#unshown = 0;
    this.#restarts = 0;
  }

  /** The tip is another one: work was shown. */
  moved(): void {
    this.#restarts = 0;
    this.#unshown = 0;
  }

  /** What was begun is not there any more. @returns whether that may happen once more */
  restart(): boolean {
    this.#restarts++;
    return this.#restarts < MAX_TRIES;
  }

  /**
   * The node has no more headers than the board has.
   * @param best height of the highest
   * @returns verified, or that it has announced more than it shows: it is asked again, or withholds them
   */
  ended(best: number): 'verified' | 'again' | 'withheld' {
    if (this.announced > best) {
      this.verified = false;
      this.#unshown++;
      return this.#unshown < MAX_TRIES ? 'again' : 'withheld';
    }
    this.moved();
    this.announced = 0;
    this.refused = undefined;
    this.verified = true;
    this.everVerified = true;
    return 'verified';
  }

  /** @returns whether that is news */
  refuse(reason: RefusalReason): boolean {
    this.forget();
    const news = this.refused !== reason;
    this.refused = reason;
    return news;
  }
}
