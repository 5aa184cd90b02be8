/**
 * A Searcher that really hashes, in JavaScript: the firmware's other parts are tested on Node with it. Slow (some
 * ten thousand nonces a second), so tests give it easy targets.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import type { SearchCounters, SearchEvent, Searcher, SearchWork } from '../../firmware/mining/searcher.js';

const SLICE = 64;

export class JsSearcher implements Searcher {
  onWake?: (() => void) | undefined;
  /** Nonces of one unit that are tried at most: so that a test sees units end. */
  readonly #unitLimit: number;
  readonly #events: SearchEvent[] = [];
  #current: SearchWork | undefined;
  #next: SearchWork | undefined;
  #header = new Uint8Array(80);
  #nonce = 0;
  #hashes = 0;
  #timer: ReturnType<typeof setImmediate> | undefined;

  constructor(unitLimit = 2 ** 32) {
    this.#unitLimit = unitLimit;
  }

  start(work: SearchWork): void {
    this.#next = undefined;
    this.#begin(work);
  }

  next(work: SearchWork): void {
    if (this.#current === undefined) this.#begin(work);
    else this.#next = work;
  }

  stop(): void {
    this.#current = undefined;
    this.#next = undefined;
    if (this.#timer !== undefined) clearImmediate(this.#timer);
    this.#timer = undefined;
  }

  read(): SearchEvent | undefined {
    return this.#events.shift();
  }

  counters(): SearchCounters {
    return { hashes: this.#hashes, running: this.#current !== undefined, threads: 1 };
  }

  selftest(): string | undefined {
    return undefined;
  }

  #begin(work: SearchWork): void {
    this.#current = work;
    this.#header = work.header.slice();
    this.#nonce = work.firstNonce;
    if (this.#timer === undefined) this.#timer = setImmediate(() => this.#slice());
  }

  #slice(): void {
    this.#timer = undefined;
    const work = this.#current;
    if (work === undefined) return;
    const view = new DataView(this.#header.buffer);
    const before = this.#events.length;
    const last = Math.min(work.lastNonce, work.firstNonce + this.#unitLimit - 1);
    for (let i = 0; i < SLICE && this.#nonce <= last; i++) {
      view.setUint32(76, this.#nonce, true);
      if (meets(sha256(sha256(this.#header)), work.target)) {
        this.#events.push({ kind: 'candidate', workId: work.id, nonce: this.#nonce });
      }
      this.#nonce++;
      this.#hashes++;
    }
    if (this.#nonce > last) {
      this.#events.push({ kind: 'exhausted', workId: work.id });
      this.#current = undefined;
      const next = this.#next;
      this.#next = undefined;
      if (next !== undefined) this.#begin(next);
    }
    if (this.#current !== undefined && this.#timer === undefined) {
      this.#timer = setImmediate(() => this.#slice());
    }
    if (this.#events.length > before) this.onWake?.();
  }
}

function meets(hash: Uint8Array, target: Uint8Array): boolean {
  for (let i = 31; i >= 0; i--) if (hash[i] !== target[i]) return hash[i]! < target[i]!;
  return true;
}
