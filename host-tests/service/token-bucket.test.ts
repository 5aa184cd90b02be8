import test from 'ava';
import fc from 'fast-check';
import { TokenBuckets } from '../../trusted-node/common/token-bucket.js';

test('a burst at once, then one at a time; waiting fills the bucket and no more', t => {
  let now = 5_000;
  const buckets = new TokenBuckets({ burst: 3, interval: 6_000 }, () => now);
  const take = (name: string) => buckets.take(name);
  t.deepEqual(['a', 'a', 'a', 'a'].map(take), [true, true, true, false]);
  t.false(buckets.has('a'));
  t.true(buckets.has('b'), 'each name has its own');
  now += 5_999;
  t.false(take('a'));
  now += 1; // a refused request has cost nothing
  t.true(buckets.has('a'));
  t.deepEqual(['a', 'a'].map(take), [true, false]);
  now += 1_000_000;
  t.deepEqual(['a', 'a', 'a', 'a'].map(take), [true, true, true, false]);
});

test('no stretch of time has more than a burst and what was refilled meanwhile', t => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 }),
      (burst, interval, pauses) => {
        let now = 0;
        const buckets = new TokenBuckets({ burst, interval }, () => now);
        const taken: number[] = [];
        for (const pause of pauses) {
          now += pause;
          const could = buckets.has('a');
          if (buckets.take('a') !== could) return false;
          if (could) taken.push(now);
          // A refusal means that the bucket was used: at least a burst of the tokens is gone.
          else if (taken.length < burst) return false;
        }
        return taken.every((first, i) =>
          taken.slice(i).every((last, n) => n + 1 <= burst + (last - first) / interval + 1e-6),
        );
      },
    ),
    { seed: 12, numRuns: 500 },
  );
  t.pass();
});
