import test from 'ava';
import { workOfTarget } from '../../firmware/domain/target.js';
import {
  MIN_WORK,
  onShare,
  onTick,
  resumeVardiff,
  SHARE_INTERVAL,
  startVardiff,
  targetOfWork,
  type Vardiff,
  workForRate,
} from '../../trusted-node/work/vardiff.js';

/** Seeded uniform numbers in (0, 1). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

interface Run {
  /** Moments of the shares, ms. */
  readonly shares: number[];
  readonly changes: number;
  /** [ms, work] of every change. */
  readonly works: [number, bigint][];
}

/** A board of `rate(t)` hashes a second; shares arrive as a Poisson process, the timer ticks every second. */
function simulate(start: Vardiff, rate: (at: number) => number, duration: number, seed: number): Run {
  const next = random(seed);
  const shares: number[] = [];
  const works: [number, bigint][] = [];
  let state = start;
  let changes = 0;
  let now = 0;
  let tick = 1000;
  while (now < duration) {
    const mean = (Number(state.work) / rate(now)) * 1000;
    const arrival = now - Math.log(next()) * mean;
    const before = state.work;
    if (arrival < tick) {
      now = arrival;
      shares.push(now);
      state = onShare(state, targetOfWork(state.work), Math.round(now));
    } else {
      now = tick;
      tick += 1000;
      state = onTick(state, now);
    }
    if (state.work !== before) {
      changes++;
      works.push([now, state.work]);
    }
  }
  return { shares, changes, works };
}

const MINUTE = 60_000;

for (const rate of [1_000, 20_000, 400_000, 4_000_000, 10_000_000, 25_000_000]) {
  for (const hint of [0, rate]) {
    test(`a board of ${rate} H/s ${hint ? 'with' : 'without'} a hint comes to one share in ten seconds`, t => {
      const slow: number[] = [];
      for (let seed = 1; seed <= 20; seed++) {
        const run = simulate(startVardiff(workForRate(hint), 0), () => rate, 62 * MINUTE, seed * 7919);
        const steady = run.shares.filter(at => at >= 2 * MINUTE).length / 60;
        t.true(steady >= 4 && steady <= 9, `seed ${seed}: ${steady} shares a minute after two minutes`);
        const early = run.shares.filter(at => at >= 2 * MINUTE && at < 7 * MINUTE).length / 5;
        if (early < 3 || early > 12) slow.push(seed);
        t.true(run.changes < 120, `seed ${seed}: ${run.changes} changes of difficulty in an hour`);
      }
      t.true(slow.length <= 1, `not converged after two minutes with seeds ${slow.join(', ')}`);
    });
  }
}

test('the target follows a board that becomes ten times slower or faster', t => {
  for (const factor of [0.1, 10]) {
    for (let seed = 1; seed <= 10; seed++) {
      const rate = (at: number) => (at < 20 * MINUTE ? 400_000 : 400_000 * factor);
      const run = simulate(startVardiff(workForRate(400_000), 0), rate, 50 * MINUTE, seed * 31);
      const after = run.shares.filter(at => at >= 25 * MINUTE).length / 25;
      t.true(after >= 4 && after <= 9, `factor ${factor}, seed ${seed}: ${after} shares a minute`);
    }
  }
});

test('silence lowers the difficulty from 30 s on, down to the floor', t => {
  let state = startVardiff(workForRate(10_000_000), 0);
  const start = state.work;
  state = onTick(state, 29_000);
  t.is(state.work, start);
  state = onTick(state, 30_000);
  t.true(state.work < start);
  for (let now = 31_000; now < 3_600_000; now += 1000) state = onTick(state, now);
  t.is(state.work, MIN_WORK);
});

test('a burst of shares that waited for a reconnect does not raise the difficulty', t => {
  let state = resumeVardiff(startVardiff(workForRate(20_000), 0), 1_000_000);
  const { work } = state;
  for (let i = 0; i < 100; i++) state = onShare(state, targetOfWork(work), 1_000_100 + i);
  t.is(state.work, work);
});

test('targets and work fit together', t => {
  for (const rate of [0, 1, 1_000, 25_000_000, Number.MAX_SAFE_INTEGER]) {
    const work = workForRate(rate);
    t.is(workOfTarget(targetOfWork(work)), work);
  }
  t.is(workForRate(1_000), (1_000n * BigInt(SHARE_INTERVAL)) / 1000n);
  t.is(workForRate(-5), workForRate(0));
  t.is(workForRate(1.5), workForRate(0));
});
