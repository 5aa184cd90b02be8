import {
  errsTooOften,
  type SearchCounters,
  type SearchEvent,
  type Searcher,
  type SearchWork,
} from '../ports/searcher.js';

// The SDK's compiler takes `native` and `Native` with one literal each; a C host defines them as globals. A function
// whose whole body is `native(...).call(this, its parameters)` becomes the native function itself.
// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;
declare function Native(name: string): new () => object;

const CANDIDATE = 1;
const EXHAUSTED = 2;
const LOST = 3;

/** The natives of search_glue.c, as they are. */
class Threads extends Native('xs_mite_search_destructor') {
  protected openThreads(threads: number): void {
    native('xs_mite_search_constructor').call(this, threads);
  }
  protected startWork(
    id: number,
    header: Uint8Array,
    target: Uint8Array,
    first: number,
    last: number,
    mask: number,
  ): void {
    native('xs_mite_search_start').call(this, id, header, target, first, last, mask);
  }
  protected nextWork(
    id: number,
    header: Uint8Array,
    target: Uint8Array,
    first: number,
    last: number,
    mask: number,
  ): void {
    native('xs_mite_search_next').call(this, id, header, target, first, last, mask);
  }
  protected readEvent(fields: DataView): number {
    return native('xs_mite_search_read').call(this, fields);
  }
  protected hashes(): number {
    return native('xs_mite_search_hashes').call(this);
  }
  protected running(): boolean {
    return native('xs_mite_search_running').call(this);
  }
  protected errors(): number {
    return native('xs_mite_search_errors').call(this);
  }
  protected laneCounts(lane: number, fields: DataView): boolean {
    return native('xs_mite_search_lane').call(this, lane, fields);
  }
  protected laneName(lane: number): string | undefined {
    return native('xs_mite_search_lane_name').call(this, lane);
  }
  protected backendName(number: number): string | undefined {
    return native('xs_mite_search_backend').call(this, number);
  }
  protected planName(number: number, threads: number): string | undefined {
    return native('xs_mite_search_plan').call(this, number, threads);
  }
  protected usePlan(plan: string, threads: number): void {
    native('xs_mite_search_use').call(this, plan, threads);
  }
  /** Stops within one sub-range of nonces, about 1.5 ms. */
  stop(): void {
    native('xs_mite_search_stop').call(this);
  }
  /** @throws RangeError | TypeError unless an integer from 1 to 100. */
  setBudget(percent: number): void {
    native('xs_mite_search_budget').call(this, percent);
  }
  /** Known-answer test of the plan's backends. Stops the search. */
  selftest(): string | undefined {
    return native('xs_mite_search_selftest').call(this);
  }
  /** Ends the threads. Afterwards every other method throws. */
  close(): void {
    native('xs_mite_search_close').call(this);
  }
}

/** Search threads in native code (searcher.c) as mining's `Searcher`. */
export class Search extends Threads implements Searcher {
  readonly threads: number;
  onWake?: (() => void) | undefined;
  readonly backends: readonly string[];
  readonly plans: readonly string[];
  #plan: string;
  /** The last event's work, value and version. Not in the module, whose buffers are read-only once preloaded. */
  readonly #fields = new DataView(new ArrayBuffer(12));
  readonly #counts = new DataView(new ArrayBuffer(12));

  /** @throws RangeError | TypeError unless `threads` is an integer from 1 to 64; Error when they cannot start. */
  constructor(threads: number) {
    super();
    this.threads = threads;
    this.openThreads(threads);
    this.backends = all(number => this.backendName(number));
    this.plans = all(number => this.planName(number, threads));
    this.#plan = threads === 1 ? 'portable' : `portable*${threads}`;
  }

  get plan(): string {
    return this.#plan;
  }

  use(plan: string): void {
    this.usePlan(plan, this.threads);
    this.#plan = plan;
  }

  failing(): string | undefined {
    for (let lane = 0; lane < this.threads; lane++) {
      this.laneCounts(lane, this.#counts);
      if (errsTooOften(this.#counts.getUint32(0, true), this.#counts.getUint32(4, true)))
        return this.laneName(lane);
    }
    return undefined;
  }

  progress(lane: number): number | undefined {
    return this.laneCounts(lane, this.#counts) ? this.#counts.getUint32(8, true) : undefined;
  }

  start(work: SearchWork): void {
    this.startWork(work.id, work.header, work.target, work.firstNonce, work.lastNonce, work.versionMask);
  }

  next(work: SearchWork): void {
    this.nextWork(work.id, work.header, work.target, work.firstNonce, work.lastNonce, work.versionMask);
  }

  read(): SearchEvent | undefined {
    const fields = this.#fields;
    const kind = this.readEvent(fields);
    if (kind === CANDIDATE)
      return {
        kind: 'candidate',
        workId: fields.getUint32(0, true),
        nonce: fields.getUint32(4, true),
        versionBits: fields.getUint32(8, true),
      };
    if (kind === EXHAUSTED) return { kind: 'exhausted', workId: fields.getUint32(0, true) };
    if (kind === LOST) return { kind: 'lost', count: fields.getUint32(4, true) };
    return undefined;
  }

  counters(): SearchCounters {
    return {
      hashes: this.hashes(),
      running: this.running(),
      threads: this.threads,
      kernelErrors: this.errors(),
    };
  }
}

/** The texts that `get` has for 0, 1, ... up to the first one missing. */
function all(get: (number: number) => string | undefined): string[] {
  const texts: string[] = [];
  for (let text = get(0); text !== undefined; text = get(texts.length)) texts.push(text);
  return texts;
}

function fillSha256(this: unknown, bytes: Uint8Array, digest: Uint8Array): void {
  native('xs_mite_sha256').call(this, bytes, digest);
}

function fillSha256d(this: unknown, bytes: Uint8Array, digest: Uint8Array): void {
  native('xs_mite_sha256d').call(this, bytes, digest);
}

/** SHA-256 (FIPS 180-4) in native code. @throws TypeError unless `bytes` is a byte array. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const digest = new Uint8Array(32);
  fillSha256(bytes, digest);
  return digest;
}

/** SHA-256 of SHA-256 in native code, in internal byte order. @throws TypeError unless `bytes` is a byte array. */
export function sha256d(bytes: Uint8Array): Uint8Array {
  const digest = new Uint8Array(32);
  fillSha256d(bytes, digest);
  return digest;
}

/** Does the hash of this header (80 bytes) meet this target (32 bytes, little-endian)? @throws RangeError on lengths. */
export function headerCheck(this: unknown, header: Uint8Array, target: Uint8Array): boolean {
  return native('xs_mite_header_check').call(this, header, target);
}
