import { parseBlock, serializeBlock } from '../../firmware/domain/block.js';
import { hexToBytes } from '../../firmware/domain/bytes.js';
import { difficultyToTarget } from '../../firmware/domain/difficulty.js';
import { decodeHeader } from '../../firmware/domain/header.js';
import { checkJob, checkJobCoinbase, type Job } from '../../firmware/domain/job.js';
import { compactToTarget } from '../../firmware/domain/target.js';
import { parseTransaction, serializeTransaction } from '../../firmware/domain/transaction.js';
import { parseTxOutProof } from '../../firmware/domain/txoutproof.js';
import type { Case } from './case.js';
import { feedMalformed, mutate, Random } from './random.js';
import {
  BIP143_TRANSACTION,
  BLOCK_170,
  BLOCK_170_PAYMENT,
  BLOCK_125552_HEADER,
  sampleJob,
  TX_OUT_PROOF,
} from './samples.js';

/** What a parser accepts must serialise to the very bytes it was given: nothing is passed over. */
function faithful(bytes: Uint8Array, again: Uint8Array): void {
  if (again.length !== bytes.length || again.some((byte, at) => byte !== bytes[at]))
    throw new Error('accepted, but serialises differently');
}

/** A job whose byte fields and numbers are noise or mutations; the checks must answer, not throw. */
function malformedJob(random: Random): Job {
  const job = sampleJob();
  const field = random.pick(Object.keys(job) as (keyof Job)[]);
  const value = job[field];
  const noise: Record<string, unknown> = {
    number: random.pick([Number.NaN, -1, 0.5, 2 ** 32, 2 ** 53, Number.POSITIVE_INFINITY, random.u32()]),
    string: String.fromCharCode(...random.bytes(random.below(40))),
    boolean: random.bool(),
    bigint: random.pick([-1n, 1n << 64n, 1n << 200n, 5 as never]),
    object: value instanceof Uint8Array ? mutate(random, value) : [random.bytes(random.below(40))],
  };
  return { ...job, [field]: noise[typeof value] } as Job;
}

const DIFFICULTIES = ['0.0000152587890625', '1e-6', '65536', '2.5E+12', '.25'].map(text =>
  Uint8Array.from(text, digit => digit.charCodeAt(0)),
);

export interface Parser {
  name: string;
  /** feeds `count` malformed inputs; throws on anything but a clear error */
  feed(seed: number, count: number): { refused: number; accepted: number };
}

/** Every parser of the domain, with what it is fed. */
export const parsers: Parser[] = [
  {
    name: 'header',
    feed: (seed, count) =>
      feedMalformed(seed, count, [hexToBytes(BLOCK_125552_HEADER)], bytes => {
        compactToTarget(decodeHeader(bytes).nBits);
      }),
  },
  {
    name: 'transaction',
    feed: (seed, count) =>
      feedMalformed(seed, count, [hexToBytes(BLOCK_170_PAYMENT), hexToBytes(BIP143_TRANSACTION)], bytes => {
        faithful(bytes, serializeTransaction(parseTransaction(bytes)));
      }),
  },
  {
    name: 'block',
    feed: (seed, count) =>
      feedMalformed(seed, count, [hexToBytes(BLOCK_170)], bytes => {
        faithful(bytes, serializeBlock(parseBlock(bytes)));
      }),
  },
  {
    name: 'transaction proof',
    feed: (seed, count) =>
      feedMalformed(seed, count, [hexToBytes(TX_OUT_PROOF)], bytes => void parseTxOutProof(bytes)),
  },
  {
    name: 'difficulty',
    feed: (seed, count) =>
      feedMalformed(
        seed,
        count,
        DIFFICULTIES,
        bytes => void difficultyToTarget(String.fromCharCode(...bytes)),
      ),
  },
  {
    name: 'job',
    feed(seed, count) {
      const random = new Random(seed);
      let refused = 0;
      for (let i = 0; i < count; i++) {
        const job = malformedJob(random);
        if ((checkJob(job) ?? checkJobCoinbase(job)) !== undefined) refused++;
      }
      return { refused, accepted: count - refused };
    },
  },
];

/** Few enough for an engine without a compiler; host-tests/domain feeds 100,000. */
const COUNT = 1000;

export const cases: Case[] = parsers.map(({ name, feed }) => ({
  name: `malformed: ${COUNT} ${name} inputs give clear errors`,
  run(t) {
    const { refused, accepted } = feed(20261122, COUNT);
    t.equal(refused + accepted, COUNT);
    t.ok(refused > COUNT / 2, `${refused} refused`);
  },
}));
