/** Measures a searcher that has nothing else to do. */

import { BIP320_MASK } from '../../domain/job.js';
import type { Measured } from '../../ports/bench.js';
import type { Searcher, SearchWork } from '../../ports/searcher.js';
import { lowestBits } from './work.js';

export interface BenchClock {
  monotonic(): number;
  setTimer(milliseconds: number, callback: () => void): number;
}

/** Work id of the benchmark; the miner's begin at 1. */
export const BENCH_WORK_ID = 0;

/** The version bits that mining rolls if the job allows all of BIP320's. */
export const USUAL_VERSION_MASK = lowestBits(BIP320_MASK);

/** No hash is <= 0, so there is no candidate. Zero words are cheaper on the ESP32's engine, so none is zero. */
const WORK: SearchWork = {
  id: BENCH_WORK_ID,
  header: new Uint8Array(80).fill(0x55),
  target: new Uint8Array(32),
  firstNonce: 0,
  lastNonce: 0xffffffff,
  versionMask: 0,
};

/** H/s, rounded down. */
export function rateOf(measured: Measured): number {
  return Math.floor((measured.hashes * 1000) / Math.max(1, measured.milliseconds));
}

/**
 * Searches for `milliseconds` with the versions that `versionMask` makes, stops, and calls `done` once with the exact
 * counts. The caller makes sure that nobody else uses the searcher meanwhile.
 */
export function benchmark(
  searcher: Searcher,
  clock: BenchClock,
  milliseconds: number,
  versionMask: number,
  done: (result: Measured) => void,
): void {
  const work = { ...WORK, versionMask };
  const startedAt = clock.monotonic();
  const before = searcher.counters().hashes;
  searcher.start(work);
  // A queued copy, renewed now and then, keeps a fast searcher busy beyond one nonce range.
  const slice = () => {
    const left = startedAt + milliseconds - clock.monotonic();
    if (left > 0) {
      searcher.next(work);
      clock.setTimer(Math.min(left, 1_000), slice);
      return;
    }
    searcher.stop();
    const elapsed = Math.floor(clock.monotonic() - startedAt);
    done({ hashes: searcher.counters().hashes - before, milliseconds: elapsed });
  };
  slice();
}
