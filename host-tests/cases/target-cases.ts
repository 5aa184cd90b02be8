import { displayToHash, hexToBytes } from '../../firmware/domain/bytes.js';
import {
  blockWork,
  bytesToTarget,
  checkProofOfWork,
  compactToTarget,
  DIFFICULTY_1_TARGET,
  difficulty,
  hashToInteger,
  MAX_TARGET,
  meetsTarget,
  targetForHashes,
  targetToBytes,
  targetToCompact,
  workOfTarget,
} from '../../firmware/domain/target.js';
import type { Case } from './case.js';
import { Random } from './random.js';

/** A random target of a random length. */
function randomTarget(random: Random): bigint {
  const bits = BigInt(random.between(1, 256));
  let value = 0n;
  for (let i = 0; i < 8; i++) value = (value << 32n) | BigInt(random.u32());
  return (value & ((1n << bits) - 1n)) | (1n << (bits - 1n));
}

export const cases: Case[] = [
  {
    name: "target: compact values of Bitcoin Core's arith_uint256 test",
    run(t) {
      const values: [number, bigint, number][] = [
        [0x01123456, 0x12n, 0x01120000],
        [0x02123456, 0x1234n, 0x02123400],
        [0x03123456, 0x123456n, 0x03123456],
        [0x04123456, 0x12345600n, 0x04123456],
        [0x05009234, 0x92340000n, 0x05009234],
        [0x20123456, 0x123456n << 232n, 0x20123456],
        [0x02008000, 0x80n, 0x02008000],
      ];
      for (const [compact, target, again] of values) {
        t.equal(compactToTarget(compact), target);
        t.equal(targetToCompact(target), again);
      }
      t.equal(targetToCompact(0n), 0);
    },
  },
  {
    name: 'target: zero, negative and overflowing compact values are refused',
    run(t) {
      for (const zero of [
        0, 0x00123456, 0x01003456, 0x02000056, 0x03000000, 0x04000000, 0x00923456, 0x01803456,
      ])
        t.throws(() => compactToTarget(zero), /^RangeError: .*zero/);
      for (const zero of [0x02800056, 0x03800000, 0x04800000])
        t.throws(() => compactToTarget(zero), /^RangeError: .*zero/);
      for (const negative of [0x01fedcba, 0x04923456, 0x1d80ffff])
        t.throws(() => compactToTarget(negative), /^RangeError: .*negative/);
      for (const over of [0xff123456, 0x23000001, 0x22000100, 0x21010000])
        t.throws(() => compactToTarget(over), /^RangeError: .*overflow/);
      for (const fits of [0x220000ff, 0x2100ffff, 0x207fffff]) t.ok(compactToTarget(fits) <= MAX_TARGET);
      t.throws(() => compactToTarget(-1), /^RangeError/);
      t.throws(() => compactToTarget(2 ** 32), /^RangeError/);
      t.throws(() => compactToTarget(1n as unknown as number), /^TypeError/);
      t.throws(() => targetToCompact(-1n), /^RangeError/);
      t.throws(() => targetToCompact(MAX_TARGET + 1n), /^RangeError/);
      t.throws(() => targetToCompact(1 as unknown as bigint), /^TypeError/);
    },
  },
  {
    name: 'target: compacting rounds down by less than 2^-15 and is stable',
    run(t) {
      const random = new Random(3);
      for (let i = 0; i < 300; i++) {
        const target = randomTarget(random);
        const compact = targetToCompact(target);
        const back = compactToTarget(compact);
        if (back > target || (target - back) << 15n > target) t.equal(back, target, 'rounding');
        if (targetToCompact(back) !== compact) t.equal(targetToCompact(back), compact, 'stable');
        if (bytesToTarget(targetToBytes(target)) !== target)
          t.equal(bytesToTarget(targetToBytes(target)), target);
      }
      t.ok(true, '300 targets');
    },
  },
  {
    name: 'target: bytes are little-endian',
    run(t) {
      t.bytes(targetToBytes(compactToTarget(0x1d00ffff)), `${'00'.repeat(26)}ffff00000000`);
      t.equal(bytesToTarget(hexToBytes(`01${'00'.repeat(31)}`)), 1n);
      t.equal(hashToInteger(hexToBytes(`01${'00'.repeat(30)}80`)), (1n << 255n) + 1n);
    },
  },
  {
    name: 'target: a hash equal to the target meets it, one more does not',
    run(t) {
      const target = compactToTarget(0x1d00ffff);
      t.ok(meetsTarget(targetToBytes(target), target));
      t.ok(meetsTarget(targetToBytes(target - 1n), target));
      t.ok(!meetsTarget(targetToBytes(target + 1n), target));
      // Largest in the low bytes, small in the high ones: the byte order decides.
      t.ok(meetsTarget(hexToBytes(`${'ff'.repeat(26)}feff00000000`), target));
      t.ok(!meetsTarget(hexToBytes(`${'00'.repeat(31)}01`), target));
    },
  },
  {
    name: "target: Bitcoin Core's CheckProofOfWork tests",
    run(t) {
      const limit = (1n << 224n) - 1n;
      const one = displayToHash(`${'0'.repeat(63)}1`);
      t.ok(!checkProofOfWork(one, 0x1d80ffff, limit), 'negative');
      t.ok(!checkProofOfWork(one, 0xff7fffff, limit), 'overflow');
      t.ok(!checkProofOfWork(one, targetToCompact(limit * 2n), limit), 'too easy');
      t.ok(!checkProofOfWork(targetToBytes(limit + 1n), targetToCompact(limit), limit), 'hash too big');
      t.ok(!checkProofOfWork(new Uint8Array(32), 0, limit), 'zero target');
      t.ok(checkProofOfWork(one, 0x1d00ffff, limit));
    },
  },
  {
    name: 'target: work and difficulty',
    run(t) {
      t.equal(blockWork(0x1d00ffff), 0x100010001n);
      t.equal(blockWork(0x207fffff), 2n);
      t.equal(workOfTarget(MAX_TARGET), 1n);
      t.equal(workOfTarget(0n), MAX_TARGET + 1n);
      t.equal(difficulty(DIFFICULTY_1_TARGET), 1000n);
      // Block 125552: 244112.487
      t.equal(difficulty(compactToTarget(0x1a44b9f2)), 244112487n);
      t.throws(() => difficulty(0n), /^RangeError/);
    },
  },
  {
    name: 'target: the target for a number of hashes takes that many',
    run(t) {
      for (const hashes of [1n, 2n, 1000n, 65536n, 123456789n, 1n << 80n])
        t.equal(workOfTarget(targetForHashes(hashes)), hashes);
      t.throws(() => targetForHashes(0n), /^RangeError/);
    },
  },
];
