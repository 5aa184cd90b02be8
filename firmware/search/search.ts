import type { SearchCounters, SearchEvent, Searcher, SearchWork } from '../mining/searcher.js';

// The SDK's compiler takes `native` and `Native` with one literal each; a C host defines them as globals.
// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;
declare function Native(name: string): new () => object;

const CANDIDATE = 1;
const EXHAUSTED = 2;
const LOST = 3;

/** Search threads in native code (searcher.c) as mining's `Searcher`. */
export class Search extends Native('xs_mite_search_destructor') implements Searcher {
  readonly threads: number;
  onWake?: (() => void) | undefined;
  /** The last event's work and value. Not of the module, whose buffers are read-only once preloaded. */
  readonly #fields = new DataView(new ArrayBuffer(8));

  /** @throws RangeError | TypeError unless `threads` is an integer from 1 to 64; Error when they cannot start. */
  constructor(threads: number) {
    super();
    this.threads = threads;
    native('xs_mite_search_constructor').call(this, threads);
  }

  /** Ends the threads. Afterwards every other method throws. */
  close(): void {
    native('xs_mite_search_close').call(this);
  }

  start(work: SearchWork): void {
    native('xs_mite_search_start').call(
      this,
      work.id,
      work.header,
      work.target,
      work.firstNonce,
      work.lastNonce,
    );
  }

  next(work: SearchWork): void {
    native('xs_mite_search_next').call(
      this,
      work.id,
      work.header,
      work.target,
      work.firstNonce,
      work.lastNonce,
    );
  }

  stop(): void {
    native('xs_mite_search_stop').call(this);
  }

  read(): SearchEvent | undefined {
    const kind: number = native('xs_mite_search_read').call(this, this.#fields);
    if (kind === CANDIDATE)
      return {
        kind: 'candidate',
        workId: this.#fields.getUint32(0, true),
        nonce: this.#fields.getUint32(4, true),
      };
    if (kind === EXHAUSTED) return { kind: 'exhausted', workId: this.#fields.getUint32(0, true) };
    if (kind === LOST) return { kind: 'lost', count: this.#fields.getUint32(4, true) };
    return undefined;
  }

  counters(): SearchCounters {
    return {
      hashes: native('xs_mite_search_hashes').call(this),
      running: native('xs_mite_search_running').call(this),
      threads: this.threads,
    };
  }

  selftest(): string | undefined {
    return native('xs_mite_search_selftest').call(this);
  }
}

/** SHA-256 (FIPS 180-4) in native code. @throws TypeError unless `bytes` is a byte array. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const digest = new Uint8Array(32);
  native('xs_mite_sha256').call(undefined, bytes, digest);
  return digest;
}

/** SHA-256 of SHA-256 in native code, in internal byte order. @throws TypeError unless `bytes` is a byte array. */
export function sha256d(bytes: Uint8Array): Uint8Array {
  const digest = new Uint8Array(32);
  native('xs_mite_sha256d').call(undefined, bytes, digest);
  return digest;
}

/** Does the hash of this header (80 bytes) meet this target (32 bytes, little-endian)? @throws RangeError on lengths. */
export function headerCheck(header: Uint8Array, target: Uint8Array): boolean {
  return native('xs_mite_header_check').call(undefined, header, target);
}
