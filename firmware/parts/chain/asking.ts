/** The one request that may be open, its deadline, and when the next is due if nothing happens. */

/** Headers of one request. */
export const BATCH = 32;
export const REQUEST_MS = 10_000;
/** After this many requests without an answer, or answers without what was announced, headers count as withheld. */
export const MAX_TRIES = 3;

/** What a request is for. */
export type Purpose = 'bootstrap' | 'tip' | 'middle' | 'anchor' | 'rival';

export interface Request {
  readonly purpose: Purpose;
  readonly from: number;
  readonly count: number;
}

export class Asking {
  #open: Request | undefined;
  #deadline = 0;
  #tries = 0;
  /** 0: no retry is due. */
  #retryAt = 0;
  /** A job waits for a header that did not yet exist, perhaps, when the open request was sent. */
  again = false;

  get open(): boolean {
    return this.#open !== undefined;
  }

  get retryAt(): number {
    return this.#retryAt;
  }

  ask(purpose: Purpose, from: number, now: number): Request {
    this.#retryAt = 0;
    this.again = false;
    this.#deadline = now + REQUEST_MS;
    this.#open = { purpose, from, count: Math.min(BATCH, 0xffffffff - from) };
    return this.#open;
  }

  /** Whether this many headers from there on would answer the open request. */
  expects(startHeight: number, length: number): boolean {
    const request = this.#open;
    return request !== undefined && startHeight === request.from && length <= request.count;
  }

  /** The request that this answers, which is then closed; undefined: nobody asked for it. */
  answered(startHeight: number, length: number): Request | undefined {
    if (!this.expects(startHeight, length)) return undefined;
    const request = this.#open;
    this.#open = undefined;
    this.#tries = 0;
    return request;
  }

  /** Treats the answer as one about the tip, which has moved. */
  aboutTip(): void {
    if (this.#open !== undefined) this.#open = { ...this.#open, purpose: 'tip' };
  }

  /** What is due: to ask once more, or (after too many tries) to give up. */
  due(now: number): Purpose | 'withheld' | undefined {
    if (this.#open === undefined) return this.#retryAt !== 0 && now >= this.#retryAt ? 'tip' : undefined;
    if (now < this.#deadline) return undefined;
    const { purpose } = this.#open;
    this.#open = undefined;
    this.#tries++;
    return this.#tries < MAX_TRIES ? purpose : 'withheld';
  }

  /** Nothing is open any longer, and nothing is due before `at`; 0: nothing is due. */
  close(at: number): void {
    this.#open = undefined;
    this.again = false;
    this.#tries = 0;
    this.#retryAt = at;
  }

  retry(at: number): void {
    this.#retryAt = at;
  }
}
