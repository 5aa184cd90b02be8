import test from 'ava';
import { parseBlock } from '../../firmware/domain/block.js';
import { equalBytes } from '../../firmware/domain/bytes.js';
import { headerHash } from '../../firmware/domain/header.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import { TEST_MS } from '../support/deadlines.js';
import {
  blockOfTemplate,
  makeKey,
  mine,
  START,
  signedSpend,
  spendableOutput,
  testLedger,
} from './chain-maker.js';

const alice = makeKey(1);
const bob = makeKey(2, 'p2tr');

test('a new ledger holds the genesis and offers a template on it', async t => {
  const { ledger } = await testLedger(t);
  const { genesis } = NETWORKS.regtest;
  t.true(equalBytes(ledger.tip().hash, genesis.hash));
  const template = await ledger.template(START + 5);
  t.is(template.height, 1);
  t.is(template.minTime, START + 1);
  t.is(template.time, START + 5);
  t.is(template.maxTime, START + 5 + 7200);
  t.is(template.value, 5_000_000_000n);
  t.deepEqual(template.merkleBranch, []);
});

test('blocks, coins and waiting transactions survive a restart; verify agrees', async t => {
  const { ledger, file } = await testLedger(t);
  const coins = await mine(t, ledger, alice, 103);
  t.deepEqual(await ledger.balance(alice.script), {
    confirmed: 4n * 5_000_000_000n,
    immature: 99n * 5_000_000_000n,
    pending: 0n,
  });
  const first = signedSpend(
    [coins[0]!],
    [
      { value: 3_000_000_000n, script: bob.script },
      { value: 1_999_000_000n, script: alice.script },
    ],
  );
  t.like(await ledger.submitTransaction(first), { ok: true, known: false });
  t.like(await ledger.submitTransaction(first), { ok: true, known: true });
  // A child that spends both kinds of output while its parent waits.
  const second = signedSpend(
    [spendableOutput(first, 0, bob), spendableOutput(first, 1, alice)],
    [{ value: 4_998_000_000n, script: bob.script }],
  );
  t.like(await ledger.submitTransaction(second), { ok: true });
  t.deepEqual(await ledger.balance(bob.script), { confirmed: 0n, immature: 0n, pending: 4_998_000_000n });
  const tip = ledger.tip();
  const done = await ledger.verify();
  t.is(done.height, 103);

  const again = await openLedger({ file, network: 'regtest', clock: () => START + 1_000_000 });
  t.deepEqual(again.tip(), tip);
  t.like(await again.mempool(), { transactions: 2, fees: 2_000_000n });
  const template = await again.template(tip.time + 60);
  t.is(template.transactions.length, 2);
  t.is(template.value, 5_002_000_000n);
  const raw = blockOfTemplate(template, alice.script);
  t.is((await again.submitBlock(raw)).status, 'connected');
  t.is((await again.submitBlock(raw)).status, 'duplicate');
  t.like(await again.mempool(), { transactions: 0 });
  t.deepEqual(await again.balance(bob.script), { confirmed: 4_998_000_000n, immature: 0n, pending: 0n });
  t.is((await again.verify()).height, 104);
  await again.close();

  // The first handle is another reader: poll notices, reports, and its mempool is empty too.
  let told = 0;
  ledger.onTip(tip => {
    told++;
    t.is(tip.height, 104);
  });
  ledger.onMempool(() => told++);
  await ledger.poll();
  t.is(told, 2);
  t.like(await ledger.mempool(), { transactions: 0 });
  t.true(equalBytes((await ledger.block(headerHash(raw.subarray(0, 80))))!, raw));
});

test('headers come by height, bounded', async t => {
  const { ledger } = await testLedger(t);
  await mine(t, ledger, alice, 5);
  const headers = await ledger.headers(0, 100);
  t.is(headers.length, 6);
  t.true(equalBytes(headerHash(headers[5]!), ledger.tip().hash));
  t.is((await ledger.headers(6, 10)).length, 0);
  await t.throwsAsync(async () => ledger.headers(-1, 1), { instanceOf: RangeError });
});

test('devnet: the target of every block follows the rule', async t => {
  t.timeout(TEST_MS);
  const { ledger } = await testLedger(t, { network: 'devnet', clock: () => 1767225600 + 100 });
  const template = await ledger.template(1767225620);
  t.is(template.nBits, 0x1e020000);
  t.is(template.time, 1767225620);
  t.is(ledger.network.bech32Hrp, 'mdev');
});

test('a file of one network does not open as another', async t => {
  const { file } = await testLedger(t);
  await t.throwsAsync(openLedger({ file, network: 'devnet' }), { message: /holds the ledger of regtest/ });
});

test('a template is one that the rules accept, whatever the extranonce', async t => {
  const { ledger } = await testLedger(t);
  const template = await ledger.template(START + 1);
  const block = parseBlock(blockOfTemplate(template, bob.script, 77));
  t.is(block.transactions.length, 1);
  t.is((await ledger.submitBlock(blockOfTemplate(template, bob.script, 77))).status, 'connected');
  // The same work again with another extranonce: a sibling, and the first seen stays.
  t.is((await ledger.submitBlock(blockOfTemplate(template, bob.script, 78))).status, 'side');
  t.is((await ledger.verify()).height, 1);
});
