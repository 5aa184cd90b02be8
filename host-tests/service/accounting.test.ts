import test from 'ava';
import fc from 'fast-check';
import { splitReward } from '../../trusted-node/work/accounting.js';

test('a reward is split by work, the rest to the largest remainders', t => {
  t.deepEqual(
    splitReward(100n, [
      { device: 'a', work: 1n },
      { device: 'b', work: 1n },
      { device: 'c', work: 1n },
    ]).map(part => part.amount),
    [34n, 33n, 33n],
  );
  t.deepEqual(
    splitReward(10n, [
      { device: 'a', work: 1n << 200n },
      { device: 'b', work: 0n },
    ]).map(part => part.amount),
    [10n, 0n],
  );
});

test('the parts add up, and none is more than one satoshi off its share', t => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 2_100_000_000_000_000n }),
      fc.array(fc.bigInt({ min: 1n, max: 1n << 80n }), { minLength: 1, maxLength: 50 }),
      (amount, works) => {
        const total = works.reduce((sum, work) => sum + work, 0n);
        const parts = splitReward(
          amount,
          works.map((work, i) => ({ device: `d${i}`, work })),
        );
        const sum = parts.reduce((all, part) => all + part.amount, 0n);
        return (
          sum === amount &&
          parts.every(({ amount: part, work }) => {
            const exact = (amount * work) / total;
            return part === exact || part === exact + 1n;
          })
        );
      },
    ),
  );
  t.pass();
});

test('no work, negative work or a negative reward is an error', t => {
  t.throws(() => splitReward(1n, []), { instanceOf: RangeError });
  t.throws(() => splitReward(1n, [{ device: 'a', work: 0n }]), { instanceOf: RangeError });
  t.throws(
    () =>
      splitReward(1n, [
        { device: 'a', work: -1n },
        { device: 'b', work: 5n },
      ]),
    { instanceOf: RangeError },
  );
  t.throws(() => splitReward(-1n, [{ device: 'a', work: 1n }]), { instanceOf: RangeError });
});
