/** Blocks with one fault each, and the reason that the ledger must give. @module */
import { OutScript } from '@scure/btc-signer';
import { heightPush, pushData } from '../../firmware/domain/script.js';
import { type BlockPlan, makeBlock, makeKey, START, signedSpend, spendableOutput } from './chain-maker.js';
import { alice, changed, highS, type Scene, SUBSIDY, toAlice } from './scene.js';

type Variant = [name: string, reason: RegExp, make: (scene: Scene) => Uint8Array | Promise<Uint8Array>];

const build = (plan: BlockPlan) => makeBlock(plan).raw;
export const withTransactions = (plan: BlockPlan, transactions: Uint8Array[], fees = 0n) =>
  build({ ...plan, transactions, outputs: toAlice(SUBSIDY + fees) });

export const variants: Variant[] = [
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
    /not what the output names/,
    ({ plan, coins }) =>
      withTransactions(plan, [
        changed(signedSpend([coins[0]!], toAlice(SUBSIDY)), tx => {
          tx.inputs[0]!.witness[1] = makeKey(9).publicKey;
        }),
      ]),
  ],
  [
    'witness removed',
    /the witness is not what the output commits to/,
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
          tx.inputs[0]!.scriptSig = pushData(Uint8Array.of(77));
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
    'spend of a P2WSH output with another script',
    /the witness is not what the output commits to/,
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
