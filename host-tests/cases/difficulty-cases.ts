import {
  compactAtLeast,
  compactToDifficulty,
  difficultyToTarget,
  formatDifficulty,
  MAX_DIFFICULTY_TEXT,
  parseDifficulty,
  targetToDifficulty,
} from '../../firmware/domain/difficulty.js';
import {
  compactToTarget,
  DIFFICULTY_1_TARGET,
  MAX_TARGET,
  targetToCompact,
} from '../../firmware/domain/target.js';
import type { Case } from './case.js';
import { Random } from './random.js';

const COUNT = 300;

/** A decimal of random length and point, without an exponent, and the fraction that it is. */
function randomDecimal(random: Random): { text: string; numerator: bigint; denominator: bigint } {
  let digits = '';
  for (let n = random.between(1, 18); n > 0; n--) digits += random.below(10);
  if (/^0*$/.test(digits)) digits = '7';
  const places = random.below(22);
  const padded = digits.padStart(places + 1, '0');
  const cut = padded.length - places;
  return {
    text: places === 0 ? padded : `${padded.slice(0, cut)}.${padded.slice(cut)}`,
    numerator: BigInt(digits),
    denominator: 10n ** BigInt(places),
  };
}

export const cases: Case[] = [
  {
    name: 'difficulty: known targets, whole numbers and fractions',
    run(t) {
      const known: [string, bigint][] = [
        ['1', DIFFICULTY_1_TARGET],
        ['1.0', DIFFICULTY_1_TARGET],
        ['1e0', DIFFICULTY_1_TARGET],
        ['0.5', 0x1fffen << 208n],
        ['2', 0x7fff8n << 204n],
        ['65536', 0xffffn << 192n],
        ['0.0000152587890625', 0xffffn << 224n],
        ['1E+2', DIFFICULTY_1_TARGET / 100n],
        ['512', 0x7fff80n << 192n],
        ['0.000001', DIFFICULTY_1_TARGET * 1_000_000n],
        ['1e-6', DIFFICULTY_1_TARGET * 1_000_000n],
        ['.25', DIFFICULTY_1_TARGET * 4n],
        ['007.', DIFFICULTY_1_TARGET / 7n],
        ['0.001', DIFFICULTY_1_TARGET * 1000n],
        ['1e-12', MAX_TARGET],
        ['1e-99', MAX_TARGET],
      ];
      for (const [text, target] of known) t.equal(difficultyToTarget(text), target, text);
    },
  },
  {
    name: 'difficulty: what is no decimal, zero or harder than any target is refused',
    run(t) {
      for (const text of [
        ...[
          '',
          '.',
          'e5',
          '1e',
          '1e+',
          '-1',
          '+1',
          '1.2.3',
          '0x10',
          'NaN',
          'Infinity',
          ' 1',
          '1 ',
          '1,5',
          '１',
        ],
        ...['1_0', '1e1234', '1e99999999', '1'.repeat(MAX_DIFFICULTY_TEXT + 1), '1\n'],
      ])
        t.throws(() => difficultyToTarget(text), /^FormatError: difficulty/);
      for (const text of ['0', '0.0', '0e5', '.0', '1e100', '1e-100', '1e80'])
        t.throws(() => difficultyToTarget(text), /^RangeError: difficulty/);
      t.throws(() => difficultyToTarget({ numerator: 0n, denominator: 1n }), /^RangeError/);
      t.throws(() => difficultyToTarget({ numerator: 1n, denominator: -1n }), /^RangeError/);
      t.throws(() => parseDifficulty(5 as never), /^TypeError/);
      t.throws(() => targetToDifficulty(0n), /^RangeError/);
    },
  },
  {
    name: 'difficulty: the largest target that is not easier, by its definition',
    run(t) {
      const random = new Random(20_261_128);
      for (let i = 0; i < COUNT; i++) {
        const { text, numerator, denominator } = randomDecimal(random);
        const target = difficultyToTarget(text);
        // D1 / target >= numerator / denominator, and no longer for target + 1.
        const holds = (value: bigint) => DIFFICULTY_1_TARGET * denominator >= value * numerator;
        t.ok(holds(target), text);
        t.ok(target === MAX_TARGET || !holds(target + 1n), text);
      }
    },
  },
  {
    name: 'difficulty: text is rounded up to its digits, and plain',
    run(t) {
      const known: [bigint, bigint, number, string][] = [
        [1n, 3n, 3, '0.334'],
        [2n, 3n, 1, '0.7'],
        [1n, 1n, 5, '1'],
        [999n, 1000n, 2, '1'],
        [9995n, 10n, 3, '1000'],
        [123_456n, 1n, 2, '130000'],
        [1n, 1_000_000n, 9, '0.000001'],
        [1n, 1_048_576n, 20, '0.00000095367431640625'],
        [25n, 2n, 3, '12.5'],
        [1001n, 100n, 2, '11'],
      ];
      for (const [numerator, denominator, digits, text] of known)
        t.equal(formatDifficulty({ numerator, denominator }, digits), text);
      const random = new Random(5);
      for (let i = 0; i < COUNT; i++) {
        const value = randomDecimal(random);
        const text = formatDifficulty(value, random.between(1, 30));
        const again = parseDifficulty(text);
        t.ok(/^[0-9]+(\.[0-9]*[1-9])?$/.test(text), text);
        t.ok(again.numerator * value.denominator >= value.numerator * again.denominator, text);
      }
      t.throws(() => formatDifficulty({ numerator: 1n, denominator: 1n }, 0), /^RangeError/);
      t.throws(() => formatDifficulty({ numerator: -1n, denominator: 1n }, 5), /^RangeError/);
    },
  },
  {
    name: 'difficulty: a compact target that is at least as easy, and its shortest text',
    run(t) {
      t.equal(compactAtLeast(DIFFICULTY_1_TARGET), 0x1d00ffff);
      t.equal(compactAtLeast(DIFFICULTY_1_TARGET + 1n), 0x1d010000);
      t.equal(compactAtLeast((0x7fffffn << 200n) + 1n), 0x1d008000);
      t.equal(compactAtLeast(0n), 0);
      t.equal(compactAtLeast(MAX_TARGET), 0x2100ffff);
      for (const text of [
        ...['1', '2', '16', '1234', '65536', '0.5', '0.001', '0.000001', '0.00015', '0.1', '0.0003'],
        ...['0.0000001', '3.5', '1000000'],
      ])
        t.equal(compactToDifficulty(compactAtLeast(difficultyToTarget(text))), text);
      // Powers of two to the last digit, though a shorter text would do.
      t.equal(compactToDifficulty(targetToCompact(DIFFICULTY_1_TARGET << 20n)), '0.00000095367431640625');
      t.equal(compactToDifficulty(targetToCompact(DIFFICULTY_1_TARGET << 24n)), '0.000000059604644775390625');
      t.equal(compactToDifficulty(targetToCompact(DIFFICULTY_1_TARGET >> 20n)), '1048576');
      const random = new Random(77);
      for (let i = 0; i < COUNT; i++) {
        const target = BigInt(random.u32() + 1) << BigInt(random.below(224));
        const bits = compactAtLeast(target);
        const easiest = compactToTarget(bits);
        t.ok(easiest >= target && easiest - target <= target >> 14n, target.toString(16));
        const said = difficultyToTarget(compactToDifficulty(bits));
        t.ok(said <= easiest && compactToTarget(compactAtLeast(said)) === easiest, bits.toString(16));
      }
      t.throws(() => compactToDifficulty(0), /^RangeError/);
    },
  },
];
