import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import test, { type ExecutionContext } from 'ava';
import { hashToDisplay } from '../../firmware/domain/bytes.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { parseTransaction, transactionVsize } from '../../firmware/domain/transaction.js';
import type { Ledger } from '../../trusted-node/ledger/types.js';
import { addressOfScript, scriptOfAddress } from '../../trusted-node/wallet/address.js';
import { formatAmount, parseAmount } from '../../trusted-node/wallet/amount.js';
import { buildSpend, dustThreshold } from '../../trusted-node/wallet/spend.js';
import { createWallet, openWallet, type Wallet } from '../../trusted-node/wallet/wallet.js';
import { blockOfTemplate, testLedger } from '../ledger/chain-maker.js';

async function mineTo(t: ExecutionContext, ledger: Ledger, script: Uint8Array, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    const template = await ledger.template(ledger.tip().time + 60);
    t.is((await ledger.submitBlock(blockOfTemplate(template, script))).status, 'connected');
  }
}

async function scene(
  t: ExecutionContext,
): Promise<{ ledger: Ledger; file: string; path: string; wallet: Wallet }> {
  const { ledger, file } = await testLedger(t);
  const path = join(dirname(file), 'wallet.json');
  return { ledger, file, path, wallet: createWallet(path, 'regtest') };
}

test('amounts are exact text', t => {
  t.is(parseAmount('1.5'), 150_000_000n);
  t.is(parseAmount('0.00000001'), 1n);
  t.is(parseAmount('0.1'), 10_000_000n);
  t.is(parseAmount('21000000'), 2_100_000_000_000_000n);
  for (const bad of [
    '',
    '.5',
    '1.',
    '-1',
    '+1',
    '1e3',
    '1,5',
    '1.123456789',
    ' 1',
    '0x10',
    '21000000.00000001',
    '1.5.0',
  ])
    t.throws(() => parseAmount(bad), { instanceOf: RangeError }, bad);
  t.is(formatAmount(150_000_000n), '1.50000000');
  t.is(formatAmount(-1n), '-0.00000001');
});

test('addresses: the right network, the right checksum, both types', t => {
  const { regtest, devnet } = NETWORKS;
  const script = Uint8Array.of(0, 20, ...new Uint8Array(20).fill(9));
  const address = addressOfScript(script, devnet)!;
  t.regex(address, /^mdev1q/);
  t.deepEqual(scriptOfAddress(address, devnet), script);
  t.deepEqual(scriptOfAddress(address.toUpperCase(), devnet), script);
  t.throws(() => scriptOfAddress(address, regtest), { message: /is of network devnet, this is regtest/ });
  const mistyped = `${address.slice(0, -1)}${address.endsWith('q') ? 'p' : 'q'}`;
  t.throws(() => scriptOfAddress(mistyped, devnet), { message: /checksum/ });
  for (const bad of ['', 'hello', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', `mdev1${'q'.repeat(100)}`, 'mdev1 q'])
    t.throws(() => scriptOfAddress(bad, devnet), undefined, bad);
  // BIP350: version 0 is bech32, version 1 bech32m.
  t.deepEqual(
    scriptOfAddress(
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
      NETWORKS.mainnet,
    ).subarray(0, 4),
    Uint8Array.of(0x51, 32, 0x79, 0xbe),
  );
  t.throws(() =>
    scriptOfAddress('bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd', NETWORKS.mainnet),
  );
});

test('the file is private, whole, and never replaced by a new wallet', async t => {
  const { path, wallet } = await scene(t);
  const first = wallet.newAddress('p2wpkh');
  const second = wallet.newAddress('p2tr');
  t.regex(first.address, /^bcrt1q/);
  t.regex(second.address, /^bcrt1p/);
  t.is(statSync(path).mode & 0o777, 0o600);
  t.deepEqual(
    readdirSync(dirname(path)).filter(name => name.endsWith('.tmp')),
    [],
  );
  t.throws(() => createWallet(path, 'regtest'), { message: /there is a wallet already/ });
  t.deepEqual(openWallet(path, 'regtest').addresses(), [first, second]);
  t.throws(() => openWallet(path, 'devnet'), { message: /is for regtest, not for devnet/ });
  t.throws(() => openWallet(`${path}x`, 'regtest'), { message: /there is no wallet/ });
  writeFileSync(`${path}y`, readFileSync(path, 'utf8').slice(0, -9));
  t.throws(() => openWallet(`${path}y`, 'regtest'), { message: /damaged/ });
});

test('a payment of both coin types: signed, accepted, mined; the fee is as requested', async t => {
  const { ledger, wallet } = await scene(t);
  const witness = wallet.newAddress('p2wpkh');
  const taproot = wallet.newAddress('p2tr');
  await mineTo(t, ledger, witness.script, 2);
  await mineTo(t, ledger, taproot.script, 2);
  const to = addressOfScript(Uint8Array.of(0, 32, ...new Uint8Array(32).fill(7)), NETWORKS.regtest)!;

  const request = { to, amountSat: parseAmount('120'), feeRate: 3n };
  await t.throwsAsync(buildSpend(wallet, ledger, request), {
    message: /200.00000000 more are still maturing/,
  });
  await mineTo(t, ledger, Uint8Array.of(0, 20, ...new Uint8Array(20)), 100);
  t.deepEqual(await wallet.balance(ledger), { confirmed: parseAmount('200'), immature: 0n, pending: 0n });
  await t.throwsAsync(buildSpend(wallet, ledger, { ...request, amountSat: parseAmount('200') }), {
    message: /not enough/,
  });
  await t.throwsAsync(buildSpend(wallet, ledger, { ...request, amountSat: 300n }), {
    message: /dust\): send at least 330/,
  });
  await t.throwsAsync(buildSpend(wallet, ledger, { ...request, amountSat: 0n }), { message: /more than 0/ });
  await t.throwsAsync(buildSpend(wallet, ledger, { ...request, feeRate: 0n }), { message: /fee rate/ });
  await t.throwsAsync(buildSpend(wallet, ledger, { ...request, to: 'mdev1qqq' }), {
    message: /of network devnet/,
  });

  const spend = await buildSpend(wallet, ledger, request);
  const transaction = parseTransaction(spend.raw);
  const rate = Number(spend.fee) / transactionVsize(transaction);
  t.true(rate >= 3 && rate < 3.1, `${rate} satoshi a virtual byte`);
  const result = await ledger.submitTransaction(spend.raw);
  t.true(result.ok);
  t.is(result.ok ? hashToDisplay(result.txid) : '', spend.txid);
  t.deepEqual(await wallet.balance(ledger), {
    confirmed: parseAmount('200'),
    immature: 0n,
    pending: -(request.amountSat + spend.fee),
  });
  // Change that still waits can be spent; nothing is left otherwise but one coin.
  const again = await buildSpend(wallet, ledger, { ...request, amountSat: parseAmount('70') });
  t.true((await ledger.submitTransaction(again.raw)).ok);
  await mineTo(t, ledger, Uint8Array.of(0, 20, ...new Uint8Array(20)), 1);
  const left = parseAmount('10') - spend.fee - again.fee;
  t.deepEqual(await wallet.balance(ledger), { confirmed: left, immature: 0n, pending: 0n });
  await ledger.verify();
});

test('change that would be dust goes to the fee', async t => {
  const { ledger, wallet } = await scene(t);
  const own = wallet.newAddress('p2wpkh');
  await mineTo(t, ledger, own.script, 1);
  await mineTo(t, ledger, Uint8Array.of(0, 20, ...new Uint8Array(20)), 99);
  const spend = await buildSpend(wallet, ledger, {
    to: own.address,
    amountSat: parseAmount('50') - 400n,
    feeRate: 1n,
  });
  t.is(spend.change, 0n);
  t.is(spend.fee, 400n);
  t.is(dustThreshold(own.script), 294n);
  t.true((await ledger.submitTransaction(spend.raw)).ok);
});

test('another process pays while the ledger is open here: poll reports it, the next block contains it', async t => {
  const { ledger, file, path, wallet } = await scene(t);
  const own = wallet.newAddress('p2tr');
  await mineTo(t, ledger, own.script, 101);
  const to = wallet.newAddress('p2wpkh').address;
  let told = 0;
  ledger.onMempool(() => told++);
  const script = fileURLToPath(new URL('./send-once.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, file, path, to, '12.5']);
  const { ok, txid } = JSON.parse(stdout);
  t.true(ok);
  await ledger.poll();
  t.is(told, 1);
  const template = await ledger.template(ledger.tip().time + 60);
  t.deepEqual(
    template.transactions.map(tx => hashToDisplay(tx.txid)),
    [txid],
  );
  await mineTo(t, ledger, own.script, 1);
  t.is((await ledger.balance(scriptOfAddress(to, ledger.network))).confirmed, parseAmount('12.5'));
});
