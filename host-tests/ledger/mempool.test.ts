import test from 'ava';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { parseTransaction, serializeTransaction } from '../../firmware/domain/transaction.js';
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import {
  blockOfTemplate,
  makeBlock,
  makeKey,
  mine,
  START,
  signedSpend,
  spendableOutput,
  testLedger,
} from './chain-maker.js';
import { snapshot } from './snapshot.js';

const alice = makeKey(1);
const bob = makeKey(2, 'p2tr');
const SUBSIDY = 5_000_000_000n;
const pay = (value: bigint, key = alice) => [{ value, script: key.script }];

test('what may not enter is refused with its reason and changes nothing', async t => {
  const { ledger, file } = await testLedger(t);
  const coins = await mine(t, ledger, alice, 105);
  const spend = signedSpend([coins[0]!], pay(SUBSIDY - 1000n));
  t.like(await ledger.submitTransaction(spend), { ok: true });
  const malleated = parseTransaction(spend);
  malleated.inputs[0]!.witness.push(new Uint8Array(1));
  const wrong = parseTransaction(signedSpend([coins[1]!], pay(SUBSIDY - 1000n)));
  wrong.outputs[0]!.value += 1n;
  const refused: [RegExp, Uint8Array][] = [
    [/^txn-mempool-conflict/, signedSpend([coins[0]!], pay(SUBSIDY - 900_000n))],
    [/^txn-same-nonwitness/, serializeTransaction(malleated)],
    [/^min relay fee not met/, signedSpend([coins[1]!], pay(SUBSIDY - 50n))],
    [/^bad-txns-in-belowout/, signedSpend([{ ...coins[1]!, value: 2n * SUBSIDY }], pay(SUBSIDY + 1n))],
    [/^bad-txns-inputs-missingorspent/, signedSpend([{ ...coins[1]!, index: 7 }], pay(1000n))],
    [/^bad-txns-premature-spend/, signedSpend([coins[50]!], pay(SUBSIDY - 1000n))],
    [/^non-final/, signedSpend([coins[1]!], pay(SUBSIDY - 1000n), { sequence: 0, lockTime: 107 })],
    [/^script-verify-flag-failed: input 0: the signature is wrong/, serializeTransaction(wrong)],
    [/^tx-format/, spend.subarray(1)],
    [/^tx-format/, Uint8Array.of(...spend, 0)],
  ];
  const before = snapshot(file);
  for (const [reason, raw] of refused) {
    const result = await ledger.submitTransaction(raw);
    t.regex(result.ok ? 'accepted' : result.reason, reason);
  }
  t.is(snapshot(file), before);
  await mine(t, ledger, alice, 1);
  t.deepEqual(await ledger.submitTransaction(spend), { ok: false, reason: 'txn-already-known' });
});

test('templates order by fee rate with ancestors: a good child brings its parent', async t => {
  const { ledger } = await testLedger(t);
  const coins = await mine(t, ledger, alice, 110);
  const middle = signedSpend([coins[0]!], pay(SUBSIDY - 5_000n));
  const poor = signedSpend([coins[1]!], pay(SUBSIDY - 200n));
  const rich = signedSpend([coins[2]!], pay(SUBSIDY - 90_000n));
  const child = signedSpend([spendableOutput(poor, 0, alice)], pay(SUBSIDY - 60_200n, bob));
  for (const raw of [middle, poor, rich, child]) t.like(await ledger.submitTransaction(raw), { ok: true });
  const template = await ledger.template(ledger.tip().time + 1);
  t.deepEqual(
    template.transactions.map(tx => bytesToHex(tx.raw)),
    [rich, poor, child, middle].map(bytesToHex),
  );
  t.is(template.value, SUBSIDY + 5_000n + 90_000n + 60_200n);
  t.is((await ledger.submitBlock(blockOfTemplate(template, alice.script))).status, 'connected');
});

test('at most 25 unconfirmed in a chain', async t => {
  const { ledger } = await testLedger(t);
  const [coin] = await mine(t, ledger, alice, 101);
  let last = coin!;
  for (let i = 0; i < 25; i++) {
    const raw = signedSpend([last], pay(last.value - 200n));
    t.like(await ledger.submitTransaction(raw), { ok: true });
    last = spendableOutput(raw, 0, alice);
  }
  const result = await ledger.submitTransaction(signedSpend([last], pay(last.value - 200n)));
  t.regex(result.ok ? '' : result.reason, /^too-long-mempool-chain/);
  const template = await ledger.template(ledger.tip().time + 1);
  t.is((await ledger.submitBlock(blockOfTemplate(template, alice.script))).status, 'connected');
  t.is((await ledger.mempool()).transactions, 0);
});

test('a full mempool evicts what pays least; a block evicts what conflicts with it', async t => {
  const { ledger, file } = await testLedger(t, { maxPoolBytes: 450 });
  const coins = await mine(t, ledger, alice, 110);
  const spends = [300n, 900n, 600n, 500n, 200n].map((fee, i) => signedSpend([coins[i]!], pay(SUBSIDY - fee)));
  for (const raw of spends.slice(0, 4)) t.like(await ledger.submitTransaction(raw), { ok: true });
  t.is((await ledger.mempool()).transactions, 4);
  t.deepEqual(await ledger.submitTransaction(spends[4]!), {
    ok: false,
    reason: 'mempool full: the fee rate is too low',
  });
  const better = signedSpend([coins[5]!], pay(SUBSIDY - 700n));
  t.like(await ledger.submitTransaction(better), { ok: true });
  t.deepEqual(await ledger.mempool(), { transactions: 4, bytes: 440, fees: 2700n });

  const childOfConflict = signedSpend([spendableOutput(spends[1]!, 0, alice)], pay(SUBSIDY - 2000n));
  t.like(await ledger.submitTransaction(childOfConflict), { ok: true });
  const tip = ledger.tip();
  const rival = signedSpend([coins[1]!], pay(SUBSIDY - 1n, bob));
  const plan = {
    previousHash: tip.hash,
    height: tip.height + 1,
    time: tip.time + 60,
    outputs: pay(SUBSIDY),
    transactions: [rival],
  };
  t.is((await ledger.submitBlock(makeBlock(plan).raw)).status, 'connected');
  t.is((await ledger.mempool()).transactions, 2);
  await ledger.verify();
  const again = await openLedger({ file, network: 'regtest', clock: () => START });
  t.deepEqual(await again.mempool(), await ledger.mempool());
  await again.close();
});
