/** That a job pays its owner: generated and broken coinbases, each judged by what they were made to be. */
import { ByteWriter, concatBytes, equalBytes, FormatError } from '../../firmware/domain/bytes.js';
import { subsidy } from '../../firmware/domain/chain.js';
import { checkJobCoinbase, type Job, jobCoinbase } from '../../firmware/domain/job.js';
import { NETWORKS, type NetworkName, type NetworkRules } from '../../firmware/domain/networks.js';
import { checkPayout, type PayoutDemand } from '../../firmware/domain/payout.js';
import { heightPush, readHeightPush } from '../../firmware/domain/script.js';
import { isCoinbase, MAX_MONEY, parseTransaction, type TxOutput } from '../../firmware/domain/transaction.js';
import type { Case, T } from './case.js';
import { mutate, Random } from './random.js';
import { sampleJob } from './samples.js';

const NAMES = Object.keys(NETWORKS) as NetworkName[];
const COIN = 100_000_000;

/** An output script of one of the five kinds that an address can name. */
function anyScript(random: Random): Uint8Array {
  const hash = (length: number) => random.bytes(length);
  switch (random.below(5)) {
    case 0:
      return concatBytes(Uint8Array.of(0x76, 0xa9, 20), hash(20), Uint8Array.of(0x88, 0xac));
    case 1:
      return concatBytes(Uint8Array.of(0xa9, 20), hash(20), Uint8Array.of(0x87));
    case 2:
      return concatBytes(Uint8Array.of(0, 20), hash(20));
    case 3:
      return concatBytes(Uint8Array.of(0, 32), hash(32));
    default:
      return concatBytes(Uint8Array.of(0x51, 32), hash(32));
  }
}

/** A script that is not the owner's, now and then by one byte only. */
function otherScript(random: Random, own: Uint8Array): Uint8Array {
  const at = random.below(own.length);
  switch (random.below(8)) {
    case 0: {
      const near = own.slice();
      near[at]! ^= 1 << random.below(8);
      return near;
    }
    case 1:
      return own.slice(0, own.length - 1);
    case 2:
      return concatBytes(own, Uint8Array.of(0));
    case 3:
      return concatBytes(Uint8Array.of(0x6a), random.bytes(random.below(300)));
    case 4:
      return new Uint8Array(0);
    default:
      return anyScript(random);
  }
}

/** `amount` in `count` parts, some of them 0. */
function parts(random: Random, amount: bigint, count: number): bigint[] {
  const made: bigint[] = [];
  let rest = amount;
  for (let i = 1; i < count; i++) {
    const part = random.below(4) === 0 ? 0n : (rest * BigInt(random.below(1001))) / 1000n;
    made.push(part);
    rest -= part;
  }
  made.push(rest);
  return made;
}

function anyHeight(random: Random, { halvingInterval }: NetworkRules): number {
  const halving = halvingInterval * random.between(1, 40) + random.between(-1, 1);
  return random.pick([
    random.between(1, 20),
    random.between(1, 2_000_000),
    halving,
    0x7fffffff - random.below(3),
  ]);
}

function anyFees(random: Random): bigint {
  return BigInt(random.pick([0, random.below(1000), random.below(COIN), random.below(40) * COIN]));
}

/** A job whose coinbase has these outputs, written here and not by the project's own builder. */
function jobWith(random: Random, height: number, fees: bigint, outputs: readonly TxOutput[]): Job {
  const extranonce1 = random.bytes(random.between(1, 8));
  const extranonce2Length = random.between(2, 8);
  const gap = extranonce1.length + extranonce2Length;
  const push = heightPush(height);
  const tag = random.bytes(random.below(100 - push.length - 1 - gap + 1));
  const prefix = new ByteWriter(64)
    .u32(random.u32())
    .u8(1)
    .bytes(new Uint8Array(32))
    .u32(0xffffffff)
    .u8(push.length + 1 + gap + tag.length)
    .bytes(push)
    .u8(gap);
  const suffix = new ByteWriter(256).bytes(tag).u32(random.u32()).varint(outputs.length);
  for (const { value, script } of outputs) suffix.u64(value).varint(script.length).bytes(script);
  return sampleJob({
    height,
    fees,
    extranonce1,
    extranonce2Length,
    coinbasePrefix: prefix.toBytes(),
    coinbaseSuffix: suffix.u32(random.u32()).toBytes(),
  });
}

function shuffle<V>(random: Random, values: V[]): V[] {
  for (let i = values.length - 1; i > 0; i--) {
    const at = random.below(i + 1);
    [values[i], values[at]] = [values[at]!, values[i]!];
  }
  return values;
}

interface Payment {
  rules: NetworkRules;
  job: Job;
  demand: PayoutDemand & { readonly script: Uint8Array };
  /** The least the owner must get, and all that the block may pay. */
  wanted: bigint;
  due: bigint;
}

/** @param pays what the owner gets and what the others do, in satoshi */
function payment(random: Random, pays: (wanted: bigint, due: bigint) => [bigint, bigint]): Payment {
  const rules = NETWORKS[random.pick(NAMES)];
  const height = anyHeight(random, rules);
  const fees = anyFees(random);
  const due = subsidy(rules, height) + fees;
  const share = random.pick([0, 1, 9800, 10_000, random.between(1, 10_000)]);
  // By its definition: the least integer that is at least this part of the whole.
  let wanted = share === 0 ? (due === 0n ? 0n : 1n) : (due * BigInt(share)) / 10_000n;
  if (wanted * 10_000n < due * BigInt(share)) wanted++;
  const [own, others] = pays(wanted, due);
  const script = anyScript(random);
  const count = random.between(1, 20);
  const ownCount = count === 1 ? 1 : random.between(1, Math.min(3, count - (others > 0n ? 1 : 0)));
  const outputs = parts(random, own, ownCount).map(value => ({ value, script }));
  const otherCount = others > 0n ? Math.max(1, count - ownCount) : count - ownCount;
  if (otherCount > 0)
    for (const value of parts(random, others, otherCount))
      outputs.push({ value, script: otherScript(random, script) });
  return {
    rules,
    job: jobWith(random, height, fees, shuffle(random, outputs)),
    demand: { script, share },
    wanted,
    due,
  };
}

/** Up to `most`, often 0 or all of it. */
function some(random: Random, most: bigint): bigint {
  return random.pick([0n, most, (most * BigInt(random.below(1001))) / 1000n]);
}

/** `count` coinbases, each with right, too small and too large payments. Throws on the first that is judged wrongly. */
export function checkGenerated(seed: number, count: number): { right: number; poor: number; over: number } {
  const random = new Random(seed);
  const counts = { right: 0, poor: 0, over: 0 };
  const expect = ({ rules, job, demand, wanted, due }: Payment, reason: string | undefined) => {
    const wrong = checkJobCoinbase(job);
    if (wrong !== undefined) throw new Error(`seed ${seed}: ${wrong}`);
    const found = checkPayout(rules, job, demand);
    if (found?.reason === reason) return;
    const text = `${rules.name} ${job.height} fees ${job.fees} share ${demand.share} wanted ${wanted} of ${due}`;
    throw new Error(`seed ${seed}: ${reason} expected, ${found?.reason}: ${found?.text}; ${text}`);
  };
  for (let i = 0; i < count; i++) {
    const right = payment(random, (wanted, due) => {
      const own = wanted + some(random, due - wanted);
      return [own, some(random, due - own)];
    });
    expect(right, undefined);
    counts.right++;
    expect({ ...right, demand: { ...right.demand, script: undefined as never } }, undefined);

    const poor = payment(random, (wanted, due) => {
      const own = wanted === 0n ? 0n : random.bool() ? wanted - 1n : some(random, wanted - 1n);
      return [own, some(random, due - own)];
    });
    expect(poor, poor.wanted === 0n ? undefined : 'job-payout');
    counts.poor++;

    const over = payment(random, (wanted, due) => {
      const excess = random.bool() ? 1n : 1n + BigInt(random.u32());
      return random.bool() ? [due + excess, 0n] : [wanted, due - wanted + excess];
    });
    expect(over, 'job-overpays');
    expect({ ...over, demand: { ...over.demand, script: undefined as never } }, 'job-overpays');
    counts.over++;
  }
  return counts;
}

/** The same question answered by the transaction parser and plain sums: whether a job may be mined. */
function mayBeMined(rules: NetworkRules, job: Job, { script, share }: PayoutDemand): boolean {
  try {
    const { inputs, outputs } = parseTransaction(jobCoinbase(job, new Uint8Array(job.extranonce2Length)));
    const { scriptSig, witness } = inputs[0]!;
    if (
      inputs.length !== 1 ||
      witness.length > 0 ||
      !equalBytes(inputs[0]!.previous.txid, new Uint8Array(32))
    )
      return false;
    if (!isCoinbase({ version: 1, inputs, outputs, lockTime: 0 })) return false;
    if (scriptSig.length < 2 || scriptSig.length > 100) return false;
    const { height, length } = readHeightPush(scriptSig);
    const gap = job.extranonce1.length + job.extranonce2Length;
    const at = job.coinbasePrefix.length - 42;
    if (height !== job.height || at < length || at + gap > scriptSig.length) return false;
    let total = 0n;
    let own = 0n;
    for (const output of outputs) {
      total += output.value;
      if (script && equalBytes(output.script, script)) own += output.value;
    }
    const due = subsidy(rules, job.height) + job.fees;
    if (job.fees > MAX_MONEY || total > due || total > MAX_MONEY) return false;
    if (script === undefined) return true;
    return share === 0 ? own > 0n || due === 0n : own * 10_000n >= due * BigInt(share);
  } catch (error) {
    if (error instanceof FormatError) return false;
    throw error;
  }
}

/** `count` broken jobs: the cursor and the parser must agree on each. */
export function checkMutated(seed: number, count: number): { refused: number; passed: number } {
  const random = new Random(seed);
  let passed = 0;
  for (let i = 0; i < count; i++) {
    const { rules, job, demand } = payment(random, (wanted, due) => [
      wanted + some(random, due - wanted),
      0n,
    ]);
    const broken: Job = { ...job };
    switch (random.below(5)) {
      case 0:
        broken.coinbasePrefix = mutate(random, job.coinbasePrefix);
        break;
      case 1: {
        // The boundary elsewhere, the bytes the same.
        const all = concatBytes(job.coinbasePrefix, job.coinbaseSuffix);
        const at = job.coinbasePrefix.length + random.between(-5, 20);
        broken.coinbasePrefix = all.slice(0, at);
        broken.coinbaseSuffix = all.slice(at);
        break;
      }
      case 2:
        broken.extranonce2Length = random.between(2, 8);
        break;
      case 3:
        broken.fees = random.pick([0n, job.fees - (job.fees > 0n ? 1n : 0n), job.fees + 1n, MAX_MONEY + 1n]);
        break;
      default:
        broken.coinbaseSuffix = mutate(random, job.coinbaseSuffix);
    }
    const expected = mayBeMined(rules, broken, demand);
    const found = checkPayout(rules, broken, demand);
    if ((found === undefined) !== expected)
      throw new Error(`seed ${seed}, ${i}: ${found?.text ?? 'taken'}, but ${expected}`);
    const coinbase = checkJobCoinbase(broken);
    if (coinbase !== undefined && !coinbase.startsWith('coinbase: ')) throw new Error(coinbase);
    if (found === undefined) passed++;
  }
  return { refused: count - passed, passed };
}

const DEVNET = NETWORKS.devnet;
const OWN = Uint8Array.from([0, 20, ...new Uint8Array(20).fill(7)]);
const OTHER = Uint8Array.from([0x51, 32, ...new Uint8Array(32).fill(9)]);

function reasonOf(
  outputs: readonly TxOutput[],
  share: number,
  fees = 0n,
  script: Uint8Array | undefined = OWN,
) {
  return checkPayout(DEVNET, jobWith(new Random(1), 1234, fees, outputs), { script, share })?.reason;
}

function bounds(t: T): void {
  const own = (value: bigint) => [
    { value, script: OWN },
    { value: 5_000_000_001n - value, script: OTHER },
  ];
  // 98 % of 5,000,000,001 is 4,900,000,000.98.
  t.equal(reasonOf(own(4_900_000_001n), 9800, 1n), undefined);
  t.equal(reasonOf(own(4_900_000_000n), 9800, 1n), 'job-payout');
  t.equal(reasonOf(own(4_900_000_001n), 9800, 0n), 'job-overpays');
  t.equal(reasonOf(own(1n), 0, 1n), undefined);
  t.equal(reasonOf(own(0n), 0, 1n), 'job-payout');
  t.equal(reasonOf(own(0n), 0, MAX_MONEY + 1n), 'job-overpays');
  t.equal(reasonOf([{ value: 5_000_000_000n, script: OTHER }], 1), 'job-payout');
  t.equal(
    checkPayout(DEVNET, jobWith(new Random(1), 1234, 1n, own(0n)), { script: undefined, share: 9800 }),
    undefined,
  );
  const two = [
    { value: 2_500_000_000n, script: OWN },
    { value: 2_400_000_000n, script: OWN },
    { value: 0n, script: concatBytes(Uint8Array.of(0x6a), new Uint8Array(600)) },
  ];
  t.equal(reasonOf(two, 9800), undefined, 'two outputs to the owner are summed');
  const huge = (value: bigint) => reasonOf([{ value, script: OWN }], 0, MAX_MONEY);
  t.equal(
    [huge(MAX_MONEY), huge(MAX_MONEY + 1n), huge((1n << 64n) - 1n)],
    [undefined, 'job-coinbase', 'job-coinbase'],
  );
  t.equal(reasonOf([...two, { value: MAX_MONEY, script: OWN }], 0, MAX_MONEY), 'job-coinbase', 'the sum');
}

export const cases: Case[] = [
  { name: 'payout: the bound to the satoshi, outputs to the owner are summed', run: bounds },
  {
    name: 'payout: 1,000 generated coinbases: the right ones are taken, the wrong ones are not',
    run(t) {
      t.equal(checkGenerated(20261123, 1000), { right: 1000, poor: 1000, over: 1000 });
    },
  },
  {
    name: 'payout: 1,000 broken jobs are judged as the transaction parser and plain sums judge them',
    run(t) {
      const { refused, passed } = checkMutated(20261123, 1000);
      t.ok(refused > 300 && passed > 30, `${refused} refused, ${passed} passed`);
    },
  },
  {
    name: 'payout: the subsidy is that of the height',
    run(t) {
      const { regtest } = NETWORKS;
      const pays = (value: bigint, height: number) =>
        checkPayout(regtest, jobWith(new Random(2), height, 0n, [{ value, script: OWN }]), {
          script: OWN,
          share: 10_000,
        })?.reason;
      t.equal([pays(5_000_000_000n, 149), pays(5_000_000_000n, 150)], [undefined, 'job-overpays']);
      t.equal([pays(2_500_000_000n, 150), pays(2_500_000_000n, 149)], [undefined, 'job-payout']);
      t.equal(
        [pays(0n, 33 * 150), pays(1n, 33 * 150), pays(0n, 0x7fffffff)],
        [undefined, 'job-overpays', undefined],
      );
    },
  },
];
