/**
 * A Searcher that really hashes, in JavaScript: the firmware's other parts are tested on Node with it. Slow (some
 * ten thousand nonces a second), so tests give it easy targets.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { depositBits } from '../../firmware/parts/mining/work.js';
import type { SearchCounters, SearchEvent, Searcher, SearchWork } from '../../firmware/ports/searcher.js';

const SLICE = 64;

export class JsSearcher implements Searcher {
  onWake?: (() => void) | undefined;
  /** Nonces of one unit that are tried at most: so that a test sees units end. */
  readonly #unitLimit: number;
  readonly #events: SearchEvent[] = [];
  #current: SearchWork | undefined;
  #next: SearchWork | undefined;
  /** Of each version, with what was flipped in it. */
  #headers: { bits: number; view: DataView; bytes: Uint8Array }[] = [];
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

  setBudget(percent: number): void {
    if (!(Number.isInteger(percent) && percent >= 1 && percent <= 100))
      throw new RangeError('percent: 1 to 100');
    this.budget = percent;
  }

  read(): SearchEvent | undefined {
    return this.#events.shift();
  }

  counters(): SearchCounters {
    return { hashes: this.#hashes, running: this.#current !== undefined, threads: 1, kernelErrors: 0 };
  }

  selftest(): string | undefined {
    return undefined;
  }

  readonly backends: readonly string[] = ['js'];
  readonly plans: readonly string[] = ['js'];
  plan = 'js';
  /** As set last. It hashes as fast with any. */
  budget = 100;

  use(plan: string): void {
    if (!this.plans.includes(plan)) throw new RangeError('no such plan');
    this.stop();
    this.plan = plan;
  }

  failing(): string | undefined {
    return undefined;
  }

  #begin(work: SearchWork): void {
    this.#current = work;
    let versions = 1;
    for (let mask = work.versionMask; mask !== 0; mask = (mask & (mask - 1)) >>> 0) versions *= 2;
    this.#headers = Array.from({ length: versions }, (_, index) => {
      const bits = depositBits(index, work.versionMask) >>> 0;
      const bytes = work.header.slice();
      const view = new DataView(bytes.buffer);
      view.setUint32(0, view.getUint32(0, true) ^ bits, true);
      return { bits, view, bytes };
    });
    this.#nonce = work.firstNonce;
    if (this.#timer === undefined) this.#timer = setImmediate(() => this.#slice());
  }

  #slice(): void {
    this.#timer = undefined;
    const work = this.#current;
    if (work === undefined) return;
    const before = this.#events.length;
    const last = Math.min(work.lastNonce, work.firstNonce + this.#unitLimit - 1);
    const { length } = this.#headers;
    for (let i = 0; i < SLICE && this.#nonce <= last; i += length) {
      for (const { bits, view, bytes } of this.#headers) {
        view.setUint32(76, this.#nonce, true);
        if (meets(sha256(sha256(bytes)), work.target)) {
          this.#events.push({ kind: 'candidate', workId: work.id, nonce: this.#nonce, versionBits: bits });
        }
      }
      this.#nonce++;
      this.#hashes += length;
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
