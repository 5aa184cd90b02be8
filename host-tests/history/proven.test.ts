/** Rates that shares prove: against the exact interval of a Poisson count, and by simulation. */
import test from 'ava';
import { poissonInterval, provenRate } from '../../trusted-node/history/proven.js';

/**
 * Exact two-sided 95 % interval (Garwood 1936): half the 2.5 % and 97.5 % quantiles of chi-square with 2k and 2k + 2
 * degrees of freedom, from printed tables.
 */
const TABLE: readonly (readonly [count: number, low: number, high: number])[] = [
  [1, 0.0253, 5.572],
  [2, 0.2422, 7.225],
  [5, 1.623, 11.668],
  [10, 4.795, 18.39],
  [20, 12.217, 30.888],
  [50, 37.111, 65.919],
  [100, 81.364, 121.627],
];

test('the interval is that of the tables', t => {
  for (const [count, low, high] of TABLE) {
    const found = poissonInterval(count);
    t.true(Math.abs(found.high / high - 1) < 0.01, `${count}: ${found.high}`);
    t.true(Math.abs(found.low - low) < Math.max(0.06, low * 0.01), `${count}: ${found.low}`);
  }
  t.is(poissonInterval(0).low, 0);
});

test('a rate is the work of its shares over the time, whatever their targets', t => {
  t.like(provenRate([{ work: 4_294_967_296n, count: 10 }], 3600), { shares: 10, seconds: 3600 });
  t.is(Math.round(provenRate([{ work: 4_294_967_296n, count: 10 }], 3600).rate), 11_930_465);
  const mixed = provenRate(
    [
      { work: 1_000n, count: 3 },
      { work: 5_000n, count: 1 },
    ],
    10,
  );
  t.is(mixed.rate, 800);
  t.true(mixed.low < mixed.rate && mixed.rate < mixed.high);
  t.deepEqual(provenRate([], 60), { rate: 0, low: 0, high: 0, shares: 0, seconds: 60 });
  // One share of much work among many of little tells less than as many equal ones.
  const equal = provenRate([{ work: 2_000n, count: 4 }], 10);
  t.true(mixed.high - mixed.low > equal.high - equal.low);
});

/** A generator with a fixed seed (mulberry32): a test must end the same way each time. */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let z = Math.imul(state ^ (state >>> 15), 1 | state);
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z;
    return ((z ^ (z >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('the true rate is inside in 95 of 100 runs', t => {
  const next = uniform(7);
  const rate = 50_000;
  const work = 1_000_000n;
  let inside = 0;
  const runs = 2_000;
  for (let run = 0; run < runs; run++) {
    let count = 0;
    // Shares come after exponential times, 20 s on average, for ten minutes.
    for (let at = 0; ; count++) {
      at += (-Math.log(1 - next()) * Number(work)) / rate;
      if (at > 600) break;
    }
    const { low, high } = provenRate([{ work, count }], 600);
    if (low <= rate && rate <= high) inside++;
  }
  t.true(inside / runs > 0.94 && inside / runs < 0.98, `${inside} of ${runs}`);
});
