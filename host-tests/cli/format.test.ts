import test from 'ava';
import { count, formatCoins, formatDuration, formatRate } from '../../trusted-node/cli/format.js';

test('numbers for people: counts, amounts, rates and spans of time each have one form', t => {
  t.deepEqual(
    [
      count(0, 'block'),
      count(1, 'block'),
      count(2n, 'block'),
      count(1n, 'is', 'are'),
      count(3, 'reply', 'replies'),
    ],
    ['0 blocks', '1 block', '2 blocks', '1 is', '3 replies'],
  );
  t.deepEqual(
    [0n, 1n, -1n, 100_000_000n, 125_000_000n, 1_000_000_000n, 49_999_999_082n, 2_100_000_000_000_000n].map(
      formatCoins,
    ),
    [
      '0 coins',
      '0.00000001 coins',
      '-0.00000001 coins',
      '1 coin',
      '1.25 coins',
      '10 coins',
      '499.99999082 coins',
      '21000000 coins',
    ],
  );
  t.deepEqual([0, 999, 6_900_000].map(formatRate), ['0 H/s', '999 H/s', '6.90 MH/s']);
  t.deepEqual([999, 59_999, 61_000, 3_600_000, 90_000_000, 172_800_000, 262_800_000].map(formatDuration), [
    '0 s',
    '59 s',
    '1 min 1 s',
    '1 h 0 min',
    '25 h 0 min',
    '2 d 0 h',
    '3 d 1 h',
  ]);
});
