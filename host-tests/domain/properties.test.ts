/** Properties over generated values (fast-check), with sizes that would take long on XS. */
import test from 'ava';
import fc from 'fast-check';
import { blockWeight, checkBlock, parseBlock } from '../../firmware/domain/block.js';
import { ByteReader, ByteWriter, equalBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import { medianTimePast } from '../../firmware/domain/chain.js';
import { assembleCoinbase, buildCoinbaseParts, coinbaseTxid } from '../../firmware/domain/coinbase.js';
import { difficultyToTarget } from '../../firmware/domain/difficulty.js';
import { type BlockHeader, decodeHeader, encodeHeader } from '../../firmware/domain/header.js';
import { merkleBranch, merkleRoot, rootFromBranch } from '../../firmware/domain/merkle.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { retarget } from '../../firmware/domain/retarget.js';
import { heightPush, readHeightPush } from '../../firmware/domain/script.js';
import {
  compactToTarget,
  DIFFICULTY_1_TARGET,
  hashToInteger,
  MAX_TARGET,
  targetToBytes,
  targetToCompact,
} from '../../firmware/domain/target.js';
import {
  MAX_BLOCK_WEIGHT,
  parseTransaction,
  serializeTransaction,
  txid,
} from '../../firmware/domain/transaction.js';
import { Random } from '../cases/random.js';
import { BLOCK_170 } from '../cases/samples.js';

const u32 = fc.integer({ min: 0, max: 0xffffffff });
const i32 = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const target = fc.bigInt({ min: 1n, max: MAX_TARGET });

/** arith_uint256::SetCompact by its definition, in another manner than the code under test. */
function setCompact(nBits: number): bigint | undefined {
  const mantissa = BigInt(nBits % 0x800000);
  const exponent = Math.floor(nBits / 0x1000000);
  const value = (mantissa * 256n ** BigInt(exponent)) / 256n ** 3n;
  const negative = Math.floor(nBits / 0x800000) % 2 === 1;
  return value === 0n || negative || value > MAX_TARGET ? undefined : value;
}

test('headers survive encoding', t => {
  const header: fc.Arbitrary<BlockHeader> = fc.record({
    version: i32,
    previousHash: bytes(32),
    merkleRoot: bytes(32),
    time: u32,
    nBits: u32,
    nonce: u32,
  });
  fc.assert(fc.property(header, value => void t.deepEqual(decodeHeader(encodeHeader(value)), value)));
  t.pass();
});

test('compact targets equal their definition, over all exponents', t => {
  const compact = fc.oneof(
    u32,
    fc
      .tuple(fc.integer({ min: 0, max: 36 }), fc.integer({ min: 0, max: 0xffffff }))
      .map(([e, m]) => e * 0x1000000 + m),
  );
  fc.assert(
    fc.property(compact, nBits => {
      const expected = setCompact(nBits);
      if (expected === undefined) {
        try {
          compactToTarget(nBits);
        } catch (error) {
          return error instanceof RangeError;
        }
        return false;
      }
      return compactToTarget(nBits) === expected;
    }),
    { numRuns: 20_000 },
  );
  t.pass();
});

test('compacting a target rounds it down, once', t => {
  fc.assert(
    fc.property(target, value => {
      const compact = targetToCompact(value);
      const back = compactToTarget(compact);
      return back <= value && targetToCompact(back) === compact && (value - back) << 15n <= value;
    }),
    { numRuns: 5000 },
  );
  fc.assert(fc.property(target, value => hashToInteger(targetToBytes(value)) === value));
  t.pass();
});

test('a retarget follows the time taken and never leaves its bounds', t => {
  const { mainnet } = NETWORKS;
  const nBits = fc.bigInt({ min: 1n << 24n, max: mainnet.powLimit }).map(targetToCompact);
  fc.assert(
    fc.property(nBits, i32, i32, (old, a, b) => {
      const [fast, slow] = [Math.min(a, b), Math.max(a, b)].map(time =>
        compactToTarget(retarget(mainnet, old, time)),
      );
      const was = compactToTarget(old);
      return (
        fast! <= slow! &&
        slow! <= was * 4n &&
        slow! <= mainnet.powLimit &&
        (fast! + (fast! >> 14n) + 1n) * 4n >= was
      );
    }),
    { numRuns: 2000 },
  );
  t.pass();
});

test('the median time past lies in the middle', t => {
  fc.assert(
    fc.property(fc.array(u32, { minLength: 1, maxLength: 30 }), times => {
      const last = times.slice(-11);
      const median = medianTimePast(times);
      const below = last.filter(time => time < median).length;
      const above = last.filter(time => time > median).length;
      return last.includes(median) && below <= last.length >> 1 && above <= (last.length - 1) >> 1;
    }),
  );
  t.pass();
});

test('the merkle branch of every index leads to the root, for every size 1..70', t => {
  const random = new Random(23);
  let branches = 0;
  for (let size = 1; size <= 70; size++) {
    const hashes = Array.from({ length: size }, () => random.bytes(32));
    const root = merkleRoot(hashes);
    for (let index = 0; index < size; index++, branches++)
      if (!equalBytes(rootFromBranch(hashes[index]!, merkleBranch(hashes, index), index), root))
        t.fail(`leaf ${index} of ${size}`);
  }
  t.is(branches, 2485);
});

test('compact sizes and height pushes survive', t => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0x02000000 }), value => {
      return new ByteReader(new ByteWriter().varint(value).toBytes()).varint() === value;
    }),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0x7fffffff }),
      height => readHeightPush(heightPush(height)).height === height,
    ),
  );
  t.pass();
});

test('coinbase parts joined are the serialised transaction', t => {
  const output = fc.record({
    value: fc.bigInt({ min: 0n, max: 2_100_000_000_000_000n }),
    script: fc.uint8Array({ maxLength: 300 }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 0x7fffffff }),
      fc.array(output, { minLength: 1, maxLength: 300, size: 'medium' }),
      fc.uint8Array({ minLength: 1, maxLength: 16 }),
      fc.option(bytes(32), { nil: undefined }),
      (height, outputs, extranonce, commitment) => {
        const { prefix, suffix } = buildCoinbaseParts({
          height,
          outputs,
          extranonceLength: extranonce.length,
          ...(commitment && { witnessCommitment: commitment }),
        });
        const whole = assembleCoinbase(prefix, extranonce, suffix);
        const parsed = parseTransaction(whole);
        return (
          equalBytes(serializeTransaction(parsed), whole) &&
          equalBytes(txid(parsed), coinbaseTxid(prefix, extranonce, suffix)) &&
          parsed.outputs.length === outputs.length + (commitment ? 1 : 0)
        );
      },
    ),
  );
  t.pass();
});

test('a block of more than 4,000,000 weight units is refused', t => {
  const block = parseBlock(hexToBytes(BLOCK_170));
  const [coinbase, payment] = block.transactions;
  const withScript = (length: number) => {
    const heavy = { ...payment!, outputs: [{ value: 1n, script: new Uint8Array(length) }] };
    const transactions = [coinbase!, payment!, heavy, { ...heavy, lockTime: 1 }];
    return { header: { ...block.header, merkleRoot: merkleRoot(transactions.map(txid)) }, transactions };
  };
  const spare = (MAX_BLOCK_WEIGHT - blockWeight(withScript(400_000))) / 8;
  t.is(blockWeight(withScript(400_000 + spare)), MAX_BLOCK_WEIGHT);
  t.is(checkBlock(withScript(400_000 + spare)), undefined);
  t.is(checkBlock(withScript(400_000 + spare + 1)), 'bad-blk-weight');
});

test('a double of a difficulty, as JSON carries it, has the target of its shortest text', t => {
  const value = fc.double({ min: 1e-9, max: 1e45, noNaN: true });
  fc.assert(
    fc.property(value, number => {
      const target = difficultyToTarget(String(number));
      // Floats agree to 15 digits; that is all they are asked for here.
      return (
        Math.abs(Number(DIFFICULTY_1_TARGET) / Number(target) / number - 1) < 1e-14 || target === MAX_TARGET
      );
    }),
    { numRuns: 20_000 },
  );
  t.pass();
});
