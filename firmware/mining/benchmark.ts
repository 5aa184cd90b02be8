/** Measures a searcher that has nothing else to do. */
import type { Searcher, SearchWork } from './searcher.js';

export interface BenchClock {
  monotonic(): number;
  setTimer(milliseconds: number, callback: () => void): number;
}

/** Work id of the benchmark; the miner's begin at 1. */
export const BENCH_WORK_ID = 0;

/** No hash is <= 0, so there is no candidate. */
const WORK: SearchWork = {
  id: BENCH_WORK_ID,
  header: new Uint8Array(80),
  target: new Uint8Array(32),
  firstNonce: 0,
  lastNonce: 0xffffffff,
};

/**
 * Searches for `milliseconds`, stops, and calls `done` once with the exact counts. The caller sees to it that
 * nobody else uses the searcher meanwhile.
 */
export function benchmark(
  searcher: Searcher,
  clock: BenchClock,
  milliseconds: number,
  done: (result: { hashes: number; milliseconds: number }) => void,
): void {
  const startedAt = clock.monotonic();
  const before = searcher.counters().hashes;
  searcher.start(WORK);
  // A queued copy, renewed now and then, keeps a fast searcher busy beyond one nonce range.
  const slice = () => {
    const left = startedAt + milliseconds - clock.monotonic();
    if (left > 0) {
      searcher.next(WORK);
      clock.setTimer(Math.min(left, 1_000), slice);
      return;
    }
    searcher.stop();
    const elapsed = Math.floor(clock.monotonic() - startedAt);
    done({ hashes: searcher.counters().hashes - before, milliseconds: elapsed });
  };
  slice();
}
