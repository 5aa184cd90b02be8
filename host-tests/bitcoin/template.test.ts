/** Templates: what becomes of a real block's transactions, what is refused, what a refresh costs. */
import test, { type ExecutionContext } from 'ava';
import { type Block, committedWitness, parseBlock } from '../../firmware/domain/block.js';
import { equalBytes, hashToDisplay } from '../../firmware/domain/bytes.js';
import { rootFromBranch } from '../../firmware/domain/merkle.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { type Transaction, txid } from '../../firmware/domain/transaction.js';
import { type BlockTemplate, blockTemplate } from '../../trusted-node/upstream/bitcoin/schemas.js';
import { TemplateChecker } from '../../trusted-node/upstream/bitcoin/template.js';
import { BadTemplate } from '../../trusted-node/upstream/bitcoin/transactions.js';
import { Random } from '../cases/random.js';
import { vector } from '../domain/vectors.js';
import { contextOf, listOf, manyOf, templateOf, variant } from './templates.js';

const HEIGHT = 830_000;

/** A block of made-up transactions, one spending the one before. */
function smallBlock(count: number): Block {
  const transactions: Transaction[] = [];
  let previous: Uint8Array = new Uint8Array(32).fill(7);
  for (let i = 0; i <= count; i++) {
    const witness = i % 2 === 0 ? [] : [Uint8Array.of(i, 2, 3)];
    transactions.push({
      version: 2,
      inputs: [
        {
          previous: { txid: previous, index: 0 },
          scriptSig: new Uint8Array(2),
          sequence: 0xffffffff,
          witness,
        },
      ],
      outputs: [{ value: 5_000n, script: Uint8Array.of(0x51) }],
      lockTime: 0,
    });
    previous = txid(transactions[i]!);
  }
  const header = {
    version: 0x20000000,
    previousHash: new Uint8Array(32).fill(3),
    merkleRoot: new Uint8Array(32),
    time: 1_700_000_000,
    nBits: 0x1703ba5b,
    nonce: 0,
  };
  return { header, transactions };
}

const small = smallBlock(5);
const context = contextOf(small, HEIGHT);
const now = small.header.time;
const check = (raw: BlockTemplate, checker = new TemplateChecker()) => checker.check(raw, context, now);
const good = (): BlockTemplate => templateOf(small, HEIGHT);

function mainnet(t: ExecutionContext): Block | undefined {
  const bytes = vector(t, 'mainnet-block-830000.bin');
  return bytes && parseBlock(bytes);
}

test('block 830,000: its merkle root and its witness commitment come out of its transactions', t => {
  const block = mainnet(t);
  if (block === undefined) return;
  const raw = blockTemplate.parse(templateOf(block, HEIGHT));
  const { template } = new TemplateChecker().check(raw, contextOf(block, HEIGHT), block.header.time);
  const coinbase = block.transactions[0]!;
  t.deepEqual(template.witnessCommitment, committedWitness(coinbase));
  t.deepEqual(rootFromBranch(txid(coinbase), template.merkleBranch, 0), block.header.merkleRoot);
  t.is(template.transactions.length, block.transactions.length - 1);
});

test('a refresh hashes only what is new and what is above it', t => {
  const block = mainnet(t);
  if (block === undefined) return;
  const many = manyOf(block, 4_000);
  const checker = new TemplateChecker();
  const at = contextOf(block, HEIGHT);
  const take = (list: Pick<BlockTemplate, 'transactions'>) =>
    checker.check({ ...templateOf(block, HEIGHT, []), ...list }, at, block.header.time);
  take(listOf(many, HEIGHT));
  t.is(checker.cost.transactions, 4_000);
  const first = take(
    listOf(
      many,
      HEIGHT,
      many.map((_, i) => 1_000 + i),
    ),
  );
  t.deepEqual(checker.cost, { transactions: 0, nodes: 0 }, 'other fees only');
  many.push(variant(many[0]!, 4_001));
  many[1_000] = variant(many[1_000]!, 4_002);
  const second = take(listOf(many, HEIGHT));
  t.is(checker.cost.transactions, 2);
  t.true(checker.cost.nodes < 100, `${checker.cost.nodes} nodes`);
  const fresh = new TemplateChecker().check(
    { ...templateOf(block, HEIGHT, []), ...listOf(many, HEIGHT) },
    at,
    block.header.time,
  );
  t.deepEqual(second.template.merkleBranch, fresh.template.merkleBranch);
  t.notDeepEqual(second.template.merkleBranch, first.template.merkleBranch);
});

test('what no longer fits beside our coinbase is dropped from the end', t => {
  const raw = good();
  const whole = check(raw).template;
  t.is(whole.transactions.length, 5);
  const weight = raw.transactions.reduce((sum, entry) => sum + entry.weight, 0);
  const { template } = check({ ...raw, weightlimit: weight + 3_999 });
  t.is(template.transactions.length, 4);
  t.is(template.value, whole.value - 1_000n);
  const four = check({ ...raw, ...listOf(small.transactions.slice(1, 5), HEIGHT) }).template;
  t.deepEqual(template.merkleBranch, four.merkleBranch);
  t.deepEqual(template.witnessCommitment, four.witnessCommitment);
  t.is(check({ ...raw, sigoplimit: 400 + 3 * 4 }).template.transactions.length, 3);
});

test('what is not admitted is left out, and so is what spends its outputs', t => {
  const checker = new TemplateChecker();
  const raw = good();
  const checked = check(raw, checker);
  t.is(checker.admitted(checked, undefined), checked.template);
  t.is(
    checker.admitted(checked, () => true),
    checked.template,
  );
  const third = checked.transactions[2]!.txid;
  const template = checker.admitted(checked, entry => !equalBytes(entry.txid, third));
  t.is(template.transactions.length, 2);
  const two = check({ ...raw, ...listOf(small.transactions.slice(1, 3), HEIGHT) }).template;
  t.deepEqual({ ...template, transactions: [] }, { ...two, transactions: [] });
});

test('times: between the median and two hours ahead, whatever the RPC node says', t => {
  const early = check({ ...good(), mintime: 0, curtime: 5 }).template;
  const median = context.header.pastTimes[5]!;
  t.is(early.minTime, median + 1);
  t.is(early.time, median + 1);
  t.is(early.maxTime, now + 7_200);
  const testnet = { ...context, rules: NETWORKS.testnet4 };
  const late = (curtime: number, nBits: string) => {
    const target = nBits === '1d00ffff' ? `00000000ffff${'0'.repeat(52)}` : good().target;
    return new TemplateChecker().check({ ...good(), curtime, bits: nBits, target }, testnet, now).template;
  };
  const { parent } = context.header;
  t.is(late(parent.time + 1_200, '1703ba5b').maxTime, parent.time + 1_200, 'later ones have other nBits');
  t.is(late(parent.time + 1_201, '1d00ffff').minTime, parent.time + 1_201);
  t.throws(() => late(parent.time + 1_200, '1d00ffff'), { message: /nBits/ });
});

const data = (i: number, change: (hex: string) => string) => (raw: BlockTemplate) => {
  const entry = raw.transactions[i]!;
  raw.transactions[i] = { ...entry, data: change(entry.data) };
};
const replaced = (i: number, make: (transaction: Transaction) => Transaction) => (raw: BlockTemplate) => {
  const all = small.transactions.slice(1);
  all[i] = make(all[i]!);
  Object.assign(raw, listOf(all, HEIGHT));
};
const FAULTS: readonly (readonly [what: string, change: (raw: BlockTemplate) => void, reason: RegExp])[] = [
  ['another parent', raw => Object.assign(raw, { previousblockhash: '11'.repeat(32) }), /newest block/],
  ['another height', raw => Object.assign(raw, { height: HEIGHT + 1 }), /height/],
  ['an unknown rule', raw => raw.rules.push('!quantum'), /!quantum/],
  ['version bits fixed', raw => Object.assign(raw, { vbrequired: 1 << 14 }), /BIP320/],
  ['other nBits', raw => Object.assign(raw, { bits: '1703ba5c' }), /nBits/],
  ['another target', raw => Object.assign(raw, { target: raw.target.replace('3ba5b', '3ba5a') }), /target/],
  ['more money', raw => Object.assign(raw, { coinbasevalue: raw.coinbasevalue + 1 }), /subsidy and fees/],
  [
    'another commitment',
    raw => Object.assign(raw, { default_witness_commitment: `6a24aa21a9ed${'00'.repeat(32)}` }),
    /commitment/,
  ],
  ['too heavy', raw => Object.assign(raw, { weightlimit: 500 }), /weigh/],
  ['too many sigops', raw => Object.assign(raw, { sigoplimit: 5 }), /signature operations/],
  ['no hex', data(1, hex => `zz${hex.slice(2)}`), /not hex/],
  ['half a byte', data(1, hex => hex.slice(0, -1)), /not hex/],
  ['cut', data(1, hex => hex.slice(0, -2)), /truncated/],
  ['bytes behind', data(1, hex => `${hex}00`), /bytes follow/],
  ['another version', data(1, hex => `03${hex.slice(2)}`), /txid/],
  ['another witness', data(0, hex => hex.replace('03010203', '03010204')), /its hash/],
  [
    'another weight',
    raw => Object.assign(raw.transactions[0]!, { weight: raw.transactions[0]!.weight + 1 }),
    /weight/,
  ],
  ['twice', raw => raw.transactions.push(raw.transactions[0]!), /spent before|twice/],
  ['the wrong order', raw => raw.transactions.reverse(), /comes after/],
  [
    'a double spend',
    replaced(4, transaction => ({ ...transaction, inputs: small.transactions[4]!.inputs })),
    /spent before/,
  ],
  [
    'a coinbase',
    replaced(0, transaction => ({
      ...transaction,
      inputs: [{ ...transaction.inputs[0]!, previous: { txid: new Uint8Array(32), index: 0xffffffff } }],
    })),
    /prevout-null/,
  ],
  [
    'money out of nothing',
    replaced(0, transaction => ({
      ...transaction,
      outputs: [{ ...transaction.outputs[0]!, value: 2_100_000_000_000_001n }],
    })),
    /toolarge/,
  ],
  [
    'not final by height',
    replaced(4, transaction => ({
      ...transaction,
      lockTime: HEIGHT,
      inputs: [{ ...transaction.inputs[0]!, sequence: 0 }],
    })),
    /nonfinal/,
  ],
  [
    'not final by time',
    replaced(4, transaction => ({
      ...transaction,
      lockTime: context.header.pastTimes[5]!,
      inputs: [{ ...transaction.inputs[0]!, sequence: 0 }],
    })),
    /nonfinal/,
  ],
];

for (const [what, change, reason] of FAULTS)
  test(`refused: ${what}`, t => {
    const checker = new TemplateChecker();
    check(good(), checker);
    const raw = good();
    change(raw);
    t.throws(() => check(raw, checker), { instanceOf: BadTemplate, message: reason });
    t.is(check(good(), checker).template.transactions.length, 5, 'the next one is taken');
  });

test('final by height, by time, or because no input enables the lock time', t => {
  const median = context.header.pastTimes[5]!;
  for (const [lockTime, sequence] of [
    [HEIGHT - 1, 0],
    [median - 1, 0],
    [0xffffffff, 0xffffffff],
  ] as const) {
    const raw = good();
    replaced(4, transaction => ({
      ...transaction,
      lockTime,
      inputs: [{ ...transaction.inputs[0]!, sequence }],
    }))(raw);
    t.is(check(raw).template.transactions.length, 5);
  }
});

test('100,000 answers with one change: refused by name, or a template whose hashes are right', t => {
  const random = new Random(20261128);
  const text = JSON.stringify(good());
  const checker = new TemplateChecker();
  const expected = check(good()).template;
  let refused = 0;
  let taken = 0;
  for (let i = 0; i < 100_000; i++) {
    const at = random.below(text.length);
    const kind = random.below(3);
    const piece = String.fromCharCode(random.between(0x20, 0x7e));
    const changed =
      kind === 0
        ? text.slice(0, at) + piece + text.slice(at + 1)
        : kind === 1
          ? text.slice(0, at) + text.slice(at + random.between(1, 8))
          : text.slice(0, at) + text.slice(random.below(text.length));
    let value: unknown;
    try {
      value = JSON.parse(changed);
    } catch {
      refused++;
      continue;
    }
    const parsed = blockTemplate.safeParse(value);
    if (!parsed.success) {
      refused++;
      continue;
    }
    try {
      const { template } = check(parsed.data, checker);
      taken++;
      // What may differ is what the RPC node is free to say: limits, times, version, fees that add up, signature operations.
      const { weightlimit, sigoplimit } = parsed.data;
      if (weightlimit < 10_000 || sigoplimit < 1_000) continue;
      if (
        template.transactions.length !== 5 ||
        !equalBytes(template.witnessCommitment, expected.witnessCommitment) ||
        hashToDisplay(template.merkleBranch[0]!) !== hashToDisplay(expected.merkleBranch[0]!) ||
        template.value !== expected.value
      )
        return t.fail(changed);
    } catch (error) {
      if (!(error instanceof BadTemplate)) return t.fail(`${error}: ${changed}`);
      refused++;
    }
  }
  t.log(`${refused} refused, ${taken} taken`);
  t.true(refused > 50_000);
});
