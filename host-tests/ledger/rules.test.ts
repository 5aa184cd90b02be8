import { secp256k1 } from '@noble/curves/secp256k1.js';
import { OutScript } from '@scure/btc-signer';
import test, { type ExecutionContext } from 'ava';
import { type Block, parseBlock, serializeBlock } from '../../firmware/domain/block.js';
import { heightPush, pushData } from '../../firmware/domain/script.js';
import { parseTransaction, serializeTransaction } from '../../firmware/domain/transaction.js';
import type { Ledger } from '../../trusted-node/ledger/types.js';
import {
  type BlockPlan,
  makeBlock,
  makeKey,
  mine,
  type Output,
  type Spendable,
  START,
  signedSpend,
  spendableOutput,
  testLedger,
} from './chain-maker.js';
import { snapshot } from './snapshot.js';

const alice = makeKey(1);
const tess = makeKey(2, 'p2tr');
const SUBSIDY = 5_000_000_000n;

interface Scene {
  ledger: Ledger;
  coins: Spendable[];
  /** of the next block, unbroken */
  plan: BlockPlan;
}

async function scene(t: ExecutionContext): Promise<Scene & { file: string }> {
  const { ledger, file } = await testLedger(t);
  const coins = await mine(t, ledger, alice, 102);
  coins.push(...(await mine(t, ledger, tess, 1)));
  const tip = ledger.tip();
  const plan = {
    previousHash: tip.hash,
    height: tip.height + 1,
    time: tip.time + 60,
    outputs: [{ value: SUBSIDY, script: alice.script }],
  };
  return { ledger, file, coins, plan };
}

const toAlice = (value: bigint): Output[] => [{ value, script: alice.script }];

/** Changes a signed transaction and serialises it again. */
function changed(raw: Uint8Array, change: (tx: ReturnType<typeof parseTransaction>) => void): Uint8Array {
  const transaction = parseTransaction(raw);
  change(transaction);
  return serializeTransaction(transaction);
}

function highS(raw: Uint8Array): Uint8Array {
  return changed(raw, tx => {
    const [signature] = tx.inputs[0]!.witness;
    const { r, s } = secp256k1.Signature.fromBytes(signature!.subarray(0, -1), 'der');
    const high = new secp256k1.Signature(r, secp256k1.Point.Fn.ORDER - s).toBytes('der');
    tx.inputs[0]!.witness[0] = Uint8Array.of(...high, 1);
  });
}

type Variant = [name: string, reason: RegExp, make: (scene: Scene) => Uint8Array | Promise<Uint8Array>];

const build = (plan: BlockPlan) => makeBlock(plan).raw;
const withTransactions = (plan: BlockPlan, transactions: Uint8Array[], fees = 0n) =>
  build({ ...plan, transactions, outputs: toAlice(SUBSIDY + fees) });

const variants: Variant[] = [
  [
    'wrong merkle root',
    /^bad-txnmrklroot/,
    ({ plan }) =>
      build({
        ...plan,
        after: b => {
          b.header.merkleRoot[0]! ^= 1;
        },
      }),
  ],
  [
    'repeated transactions with the same root (CVE-2012-2459)',
    /^bad-txns-duplicate/,
    ({ plan, coins }) => {
      const spends = [0, 1].map(i => signedSpend([coins[i]!], toAlice(SUBSIDY)));
      return build({
        ...plan,
        transactions: spends,
        after: b => void b.transactions.push(b.transactions[2]!),
      });
    },
  ],
  [
    'witness commitment over other witnesses',
    /^bad-witness-merkle-match/,
    ({ plan }) =>
      build({
        ...plan,
        before: b => {
          b.transactions[0]!.outputs.at(-1)!.script[10]! ^= 1;
        },
      }),
  ],
  [
    'witness without a commitment',
    /^unexpected-witness/,
    ({ plan }) => build({ ...plan, before: b => void b.transactions[0]!.outputs.pop() }),
  ],
  [
    'witness reserved value of 31 bytes',
    /^bad-witness-nonce-size/,
    ({ plan }) =>
      build({
        ...plan,
        before: b => {
          b.transactions[0]!.inputs[0]!.witness = [new Uint8Array(31)];
        },
      }),
  ],
  [
    'coinbase pays one satoshi too much',
    /^bad-cb-amount/,
    ({ plan }) => build({ ...plan, outputs: toAlice(SUBSIDY + 1n) }),
  ],
  [
    'coinbase takes more than the fees',
    /^bad-cb-amount/,
    ({ plan, coins }) => withTransactions(plan, [signedSpend([coins[0]!], toAlice(SUBSIDY - 10n))], 11n),
  ],
  [
    'young coinbase spent',
    /^bad-txns-premature-spend-of-coinbase/,
    ({ plan, coins }) => withTransactions(plan, [signedSpend([coins[5]!], toAlice(SUBSIDY))]),
  ],
  [
    'double spend inside the block',
    /^bad-txns-inputs-missingorspent/,
    ({ plan, coins }) =>
      withTransactions(
        plan,
        [signedSpend([coins[0]!], toAlice(SUBSIDY)), signedSpend([coins[0]!], toAlice(SUBSIDY - 1n))],
        1n,
      ),
  ],
  [
    'double spend of an earlier block',
    /^bad-txns-inputs-missingorspent/,
    async ({ plan, coins, ledger }) => {
      const spend = signedSpend([coins[0]!], toAlice(SUBSIDY));
      const first = makeBlock({ ...plan, transactions: [spend] });
      if ((await ledger.submitBlock(first.raw)).status !== 'connected')
        throw new Error('the first spend must be valid');
      const next = { ...plan, previousHash: first.hash, height: plan.height + 1, time: plan.time + 60 };
      return withTransactions(next, [signedSpend([coins[0]!], toAlice(SUBSIDY - 1n))]);
    },
  ],
  [
    'child before its parent',
    /^bad-txns-inputs-missingorspent/,
    ({ plan, coins }) => {
      const parent = signedSpend([coins[0]!], toAlice(SUBSIDY));
      const child = signedSpend([spendableOutput(parent, 0, alice)], toAlice(SUBSIDY));
      return withTransactions(plan, [child, parent]);
    },
  ],
  [
    'output worth more than the inputs',
    /^bad-txns-in-belowout/,
    ({ plan, coins }) => {
      const spend = signedSpend([{ ...coins[0]!, value: 2n * SUBSIDY }], toAlice(SUBSIDY + 1n));
      return withTransactions(plan, [spend]);
    },
  ],
  [
    'signed for another amount',
    /input 0: the signature is wrong/,
    ({ plan, coins }) =>
      withTransactions(plan, [signedSpend([{ ...coins[0]!, value: SUBSIDY - 1n }], toAlice(1000n))]),
  ],
  [
    'signature with a flipped bit',
    /input 0: the signature is/,
    ({ plan, coins }) =>
      withTransactions(plan, [
        changed(signedSpend([coins[0]!], toAlice(SUBSIDY)), tx => {
          tx.inputs[0]!.witness[0]![20]! ^= 1;
        }),
      ]),
  ],
  [
    'signature with a high S',
    /not strict DER with a low S/,
    ({ plan, coins }) => withTransactions(plan, [highS(signedSpend([coins[0]!], toAlice(SUBSIDY)))]),
  ],
  [
    'signature without its hash type',
    /no defined hash type|not strict DER/,
    ({ plan, coins }) =>
      withTransactions(plan, [
        changed(signedSpend([coins[0]!], toAlice(SUBSIDY)), tx => {
          tx.inputs[0]!.witness[0] = tx.inputs[0]!.witness[0]!.slice(0, -1);
        }),
      ]),
  ],
  [
    'key of somebody else',
    /the key is not the one the output names/,
    ({ plan, coins }) =>
      withTransactions(plan, [
        changed(signedSpend([coins[0]!], toAlice(SUBSIDY)), tx => {
          tx.inputs[0]!.witness[1] = makeKey(9).publicKey;
        }),
      ]),
  ],
  [
    'witness removed',
    /the witness is not a signature and a key/,
    ({ plan, coins }) =>
      withTransactions(plan, [
        changed(signedSpend([coins[0]!], toAlice(SUBSIDY)), tx => {
          tx.inputs[0]!.witness = [];
        }),
      ]),
  ],
  [
    'scriptSig on a segwit input',
    /has a scriptSig/,
    ({ plan, coins }) =>
      withTransactions(plan, [
        changed(signedSpend([coins[0]!], toAlice(SUBSIDY)), tx => {
          tx.inputs[0]!.scriptSig = pushData(Uint8Array.of(1));
        }),
      ]),
  ],
  [
    'same input twice',
    /^bad-txns-inputs-duplicate/,
    ({ plan, coins }) =>
      withTransactions(plan, [
        changed(signedSpend([coins[0]!], toAlice(SUBSIDY)), tx => void tx.inputs.push(tx.inputs[0]!)),
      ]),
  ],
  [
    'output beyond 21 million',
    /^bad-txns-vout-toolarge/,
    ({ plan, coins }) =>
      withTransactions(plan, [
        changed(signedSpend([coins[0]!], toAlice(SUBSIDY)), tx => {
          tx.outputs[0]!.value = 2_100_000_000_000_001n;
        }),
      ]),
  ],
  [
    'lock time not reached',
    /^bad-txns-nonfinal/,
    ({ plan, coins }) =>
      withTransactions(plan, [
        signedSpend([coins[0]!], toAlice(SUBSIDY), { sequence: 0xfffffffe, lockTime: plan.height }),
      ]),
  ],
  ['wrong nBits', /^bad-diffbits/, ({ plan }) => build({ ...plan, nBits: 0x207ffffe })],
  ['easier than the network allows', /^high-hash/, ({ plan }) => build({ ...plan, nBits: 0x2100ffff })],
  ['time at the median', /^time-too-old/, ({ plan }) => build({ ...plan, time: plan.time - 6 * 60 })],
  [
    'time more than 2 h ahead',
    /^time-too-new/,
    ({ plan }) => build({ ...plan, time: START + 1_000_000 + 7201 }),
  ],
  [
    'version 3',
    /^bad-version/,
    ({ plan }) =>
      build({
        ...plan,
        after: b => {
          b.header.version = 3;
        },
      }),
  ],
  ['height of another block', /^bad-cb-height/, ({ plan }) => build({ ...plan, height: plan.height - 1 })],
  [
    'height in a longer form',
    /^bad-cb-height/,
    ({ plan }) =>
      build({
        ...plan,
        before: b => {
          const input = b.transactions[0]!.inputs[0]!;
          const push = heightPush(plan.height);
          input.scriptSig = Uint8Array.of(
            push.length,
            ...push.subarray(1),
            0,
            ...input.scriptSig.subarray(push.length),
          );
        },
      }),
  ],
  [
    'coinbase script of 101 bytes',
    /^bad-cb-length/,
    ({ plan }) =>
      build({
        ...plan,
        before: b => {
          const input = b.transactions[0]!.inputs[0]!;
          input.scriptSig = Uint8Array.of(
            ...input.scriptSig,
            ...new Uint8Array(101 - input.scriptSig.length),
          );
        },
      }),
  ],
  [
    'no coinbase',
    /^bad-cb-missing/,
    ({ plan, coins }) =>
      build({
        ...plan,
        transactions: [signedSpend([coins[0]!], toAlice(SUBSIDY))],
        after: b => void b.transactions.shift(),
      }),
  ],
  [
    'two coinbases',
    /^bad-cb-multiple/,
    ({ plan }) => build({ ...plan, before: b => void b.transactions.push(b.transactions[0]!) }),
  ],
  [
    'transaction longer than a block may be',
    /^bad-txns-oversize/,
    ({ plan }) =>
      build({
        ...plan,
        before: b => {
          b.transactions[0]!.outputs[0]!.script = new Uint8Array(999_999).fill(0x51);
        },
      }),
  ],
  [
    'heavier than 4,000,000 weight units',
    /^bad-blk-weight/,
    ({ plan, coins }) => {
      const large = changed(signedSpend([coins[0]!], toAlice(SUBSIDY)), tx => {
        tx.outputs[0]!.script = new Uint8Array(600_000).fill(0x51);
      });
      return build({
        ...plan,
        transactions: [large],
        before: b => {
          b.transactions[0]!.outputs[0]!.script = new Uint8Array(400_000).fill(0x51);
        },
      });
    },
  ],
  ['longer than any block', /^bad-blk-length/, () => new Uint8Array(4_000_001)],
  [
    'too many signature operations',
    /^bad-blk-sigops/,
    ({ plan }) =>
      build({
        ...plan,
        before: b => {
          b.transactions[0]!.outputs[0]!.script = new Uint8Array(20_001).fill(0xac);
        },
      }),
  ],
  [
    'unknown parent',
    /^prev-blk-not-found/,
    ({ plan }) => build({ ...plan, previousHash: new Uint8Array(32).fill(7) }),
  ],
  ['bytes after the block', /^bad-blk-format/, ({ plan }) => Uint8Array.of(...build(plan), 0)],
  ['truncated', /^bad-blk-format/, ({ plan }) => build(plan).subarray(0, -1)],
  ['nothing at all', /^bad-blk-format/, () => new Uint8Array(0)],
  [
    'spend of an output of another type',
    /cannot be spent on this network/,
    async ({ plan, coins, ledger }) => {
      const script = OutScript.encode({ type: 'wsh', hash: new Uint8Array(32).fill(3) });
      const spend = signedSpend([coins[0]!], [{ value: SUBSIDY, script }]);
      const first = makeBlock({ ...plan, transactions: [spend] });
      if ((await ledger.submitBlock(first.raw)).status !== 'connected')
        throw new Error('such outputs can be made');
      const stolen = changed(
        signedSpend([spendableOutput(spend, 0, alice)], toAlice(SUBSIDY)),
        () => undefined,
      );
      const next = { ...plan, previousHash: first.hash, height: plan.height + 1, time: plan.time + 60 };
      return withTransactions(next, [stolen]);
    },
  ],
];

test('every broken block is refused with its reason and changes nothing', async t => {
  const { ledger, file, coins, plan } = await scene(t);
  let stage: Scene = { ledger, coins, plan };
  for (const [name, reason, make] of variants) {
    const raw = await make(stage);
    const before = snapshot(file);
    const result = await ledger.submitBlock(raw);
    t.is(result.status, 'invalid', name);
    t.regex(result.status === 'invalid' ? result.reason : '', reason, name);
    t.is(snapshot(file), before, `${name}: state`);
    if (ledger.tip().height >= stage.plan.height) {
      // The variant needed a valid block first: go on above it, with coins it did not spend.
      const tip = ledger.tip();
      const next = { ...plan, previousHash: tip.hash, height: tip.height + 1, time: tip.time + 60 };
      stage = { ledger, coins: stage.coins.slice(1), plan: next };
    }
  }
  const good = await ledger.submitBlock(makeBlock(stage.plan).raw);
  t.is(good.status, 'connected');
  await ledger.verify();
});

test('spends of both kinds and every hash type are accepted; taproot variants with a fault are not', async t => {
  const { ledger, coins, plan } = await scene(t);
  const tip = ledger.tip();
  // Maturity of the taproot coin: mine on.
  await mine(t, ledger, alice, 100);
  const coin = coins[102]!;
  const good = signedSpend([coin], toAlice(SUBSIDY));
  const at = ledger.tip();
  const next = { ...plan, previousHash: at.hash, height: at.height + 1, time: at.time + 60 };
  const faults: [RegExp, (witness: Uint8Array[]) => Uint8Array[]][] = [
    [/the signature is wrong/, ([s]) => [s!.map((b, i) => (i === 40 ? b ^ 1 : b))]],
    [/no defined hash type/, ([s]) => [Uint8Array.of(...s!, 0)]],
    [/no defined hash type/, ([s]) => [Uint8Array.of(...s!, 4)]],
    [/the signature is wrong/, ([s]) => [Uint8Array.of(...s!, 1)]],
    [/not 64 or 65 bytes/, ([s]) => [s!.subarray(1)]],
    [/the witness is empty/, () => []],
    [/taproot scripts cannot be run/, ([s]) => [s!, Uint8Array.of(0x51), new Uint8Array(33)]],
    [/the signature is wrong/, ([s]) => [s!, Uint8Array.of(0x50, 1)]],
  ];
  for (const [reason, fault] of faults) {
    const bad = changed(good, tx => {
      tx.inputs[0]!.witness = fault(tx.inputs[0]!.witness);
    });
    const result = await ledger.submitBlock(
      makeBlock({ ...next, transactions: [bad], outputs: toAlice(SUBSIDY / 2n) }).raw,
    );
    t.regex(result.status === 'invalid' ? result.reason : result.status, reason);
  }
  const result = await ledger.submitBlock(
    makeBlock({ ...next, transactions: [good], outputs: toAlice(SUBSIDY / 2n) }).raw,
  );
  t.is(result.status, 'connected');
  t.true(tip.height < ledger.tip().height);
});

test('hostile bytes: 2,000 mutated blocks are refused or known, none changes state', async t => {
  const { ledger, file, coins, plan } = await scene(t);
  const raw = withTransactions(plan, [signedSpend([coins[0]!], toAlice(SUBSIDY))]);
  const before = snapshot(file);
  let seed = 12345;
  const random = (n: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % n;
  };
  for (let i = 0; i < 2000; i++) {
    let bytes = Uint8Array.from(raw);
    const kind = random(3);
    if (kind === 0) bytes[random(bytes.length)]! ^= 1 << random(8);
    else if (kind === 1) bytes = bytes.slice(0, random(bytes.length));
    else bytes.copyWithin(random(bytes.length), random(bytes.length), random(bytes.length));
    if (bytes.length === raw.length && bytes.every((byte, at) => byte === raw[at])) continue;
    // A changed nonce, time or version can make another valid block: leave the header alone then.
    if (bytes.length > 80 && bytes.subarray(80).every((byte, at) => byte === raw[80 + at])) continue;
    t.is((await ledger.submitBlock(bytes)).status, 'invalid');
  }
  t.is(snapshot(file), before);
  const canonical: Block = parseBlock(raw);
  t.deepEqual(serializeBlock(canonical), raw);
});
