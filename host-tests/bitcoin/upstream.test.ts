/** The upstream against a real bitcoind on regtest. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { bytesToHex, hashToDisplay } from '../../firmware/domain/bytes.js';
import { sha256d } from '../../firmware/domain/hash.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { UpstreamAway } from '../../trusted-node/ports/upstream.js';
import { RpcClient } from '../../trusted-node/upstream/bitcoin/rpc.js';
import { eventually, TEST_MS } from '../support/deadlines.js';
import { freePort } from '../support/processes.js';
import { skippedWithout } from '../support/tools.js';
import { isState, run, temporary } from './bed.js';
import { Bitcoind } from './bitcoind.js';
import { mine } from './mine.js';

const seconds = () => Math.floor(Date.now() / 1000);
const blockHash = (block: Uint8Array) => hashToDisplay(sha256d(block.subarray(0, 80)));

test('blocks with a wallet transaction get into the chain, stored first; a reject, a duplicate and a late block are told apart', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  t.timeout(TEST_MS);
  const node = await Bitcoind.start();
  t.teardown(() => node.close());
  const address = await node.wallet();
  const running = run(t, node.client);
  const { upstream, data, tips } = running;
  await isState(running, 'ready');
  t.is(upstream.tip().height, 101);
  const txid: string = await node.call('sendtoaddress', address, 1);
  const template = await (async () => {
    for (;;) {
      const found = await upstream.template(seconds());
      if (found.transactions.length > 0) return found;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  })();
  t.is(hashToDisplay(template.transactions[0]!.txid), txid);
  t.true(template.transactions[0]!.raw.length > 0);

  const block = mine(template);
  const result = await upstream.submitBlock(block);
  t.deepEqual(result, { status: 'connected', height: 102, hash: sha256d(block.subarray(0, 80)) });
  const stored = readFileSync(join(data, 'blocks', `${blockHash(block)}.hex`), 'utf8');
  t.is(stored, `${bytesToHex(block)}\n`);
  const { tx, confirmations } = await node.call('getblock', blockHash(block));
  t.true(tx.includes(txid));
  t.is(confirmations, 1);
  await eventually(() => tips.at(-1) === 102, 'the new tip');

  t.is((await upstream.submitBlock(block)).status, 'connected', 'again');
  const late = mine(template, 1);
  t.is((await upstream.submitBlock(late)).status, 'side', 'another one of the same height');
  const next = await upstream.template(seconds());
  t.is(next.height, 103);
  const greedy = await upstream.submitBlock(mine({ ...next, value: next.value + 1n }));
  t.deepEqual(
    { ...greedy, hash: undefined },
    { status: 'invalid', hash: undefined, reason: 'bad-cb-amount' },
  );
  const torn = await upstream.submitBlock(block.subarray(0, 200));
  t.is(torn.status, 'invalid', JSON.stringify(torn));
  t.is((await node.call('getblockchaininfo')).blocks, 102);
});

test('the long poll sees a new tip, without polling', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  t.timeout(TEST_MS);
  const node = await Bitcoind.start();
  t.teardown(() => node.close());
  const address = await node.wallet();
  const running = run(t, node.client);
  await isState(running, 'ready');
  const heights = running.tips.length;
  await new Promise(resolve => setTimeout(resolve, 600));
  await node.call('generatetoaddress', 1, address);
  await eventually(() => running.upstream.tip().height === 102, 'the new tip');
  t.deepEqual(running.tips.slice(heights), [102]);
  t.deepEqual(await running.upstream.headers(102, 5), [
    Uint8Array.from(
      Buffer.from(await node.call('getblockheader', await node.call('getbestblockhash'), false), 'hex'),
    ),
  ]);
});

test('reorganisations are followed, to a longer branch and to a shorter one; a restart fetches no header again', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  t.timeout(TEST_MS);
  const node = await Bitcoind.start();
  t.teardown(() => node.close());
  await node.generate(2_500);
  const first = run(t, node.client);
  await isState(first, 'ready');
  t.is(first.upstream.tip().height, 2_500);
  const same = async (at: number) =>
    hashToDisplay(sha256d((await first.upstream.headers(at, 1))[0]!)) ===
    (await node.call('getblockhash', at));
  for (const [height, blocks] of [
    [2_500, 5],
    [2_400, 2],
    [100, 10],
  ] as const) {
    await node.call('invalidateblock', await node.call('getblockhash', height));
    await eventually(() => first.upstream.tip().height === height - 1, `back at ${height - 1}`);
    t.is((await first.upstream.headers(height, 1)).length, 0, 'what is gone is served no more');
    await node.generate(blocks, height);
    await eventually(() => first.upstream.tip().height === height - 1 + blocks, 'the other branch');
    for (let at = height - 2; at < height + blocks; at++) t.true(await same(at), `${at}`);
    const template = await first.upstream.template(seconds());
    t.is((await first.upstream.submitBlock(mine(template))).status, 'connected');
    t.true(await same(height + blocks));
  }
  await first.stop();

  const size = readFileSync(join(first.data, 'headers.bin')).length;
  t.is(size, 80 * (2 + first.upstream.tip().height));
  const again = run(
    t,
    new RpcClient({ host: '127.0.0.1', port: 1, credentials: { kind: 'cookie', file: node.cookie } }),
    {
      data: first.data,
    },
  );
  t.is(again.upstream.tip().height, first.upstream.tip().height, 'without the RPC node');
  t.is((await again.upstream.headers(0, 200)).length, first.upstream.tip().height + 1);
});

test('bitcoind restarts while mining: its states are reported, work goes on while it is fresh, and a block that nobody took is submitted again', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  t.timeout(TEST_MS);
  const node = await Bitcoind.start();
  t.teardown(() => node.close());
  await node.wallet();
  const running = run(t, node.client);
  const { upstream, told } = running;
  await isState(running, 'ready');
  const template = await upstream.template(seconds());
  await node.down();
  await isState(running, 'gone');
  t.is((await upstream.template(seconds())).height, template.height, 'still fresh');
  const block = mine(template);
  await t.throwsAsync(upstream.submitBlock(block), { instanceOf: UpstreamAway });
  t.is(
    readFileSync(join(running.data, 'blocks', `${blockHash(block)}.hex`), 'utf8').length,
    2 * block.length + 1,
  );
  await node.up();
  await isState(running, 'ready');
  t.is((await upstream.submitBlock(block)).status, 'connected');
  t.is(await node.call('getbestblockhash'), blockHash(block));
  t.is(told[0], 'ready');
  // While it ends it may say first that it has too much to do.
  t.regex(
    told.find(line => line.startsWith('gone'))!,
    /^gone: 127\.0\.0\.1:\d+: (nothing listens there|the connection was closed)/,
  );
});

test('bitcoind is killed and has forgotten its newest blocks: those that were found here are handed in again', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  t.timeout(TEST_MS);
  const node = await Bitcoind.start();
  t.teardown(() => node.close());
  await node.generate(5);
  await node.down();
  await node.up();
  const running = run(t, node.client);
  await isState(running, 'ready');
  const hashes: string[] = [];
  for (let i = 0; i < 5; i++) {
    const block = mine(await running.upstream.template(seconds()));
    hashes.push(blockHash(block));
    t.is((await running.upstream.submitBlock(block)).status, 'connected');
  }
  await node.down('SIGKILL');
  await isState(running, 'gone');
  await node.up();
  t.log(`after the kill it has ${(await node.call('getblockchaininfo')).blocks} blocks`);
  await eventually(async () => (await node.call('getbestblockhash')) === hashes[4], 'the last block');
  await isState(running, 'ready');
  t.is(running.upstream.tip().height, 10);
  t.true(
    running.tips.every((height, i) => i === 0 || height >= running.tips[i - 1]!),
    running.tips.join(),
  );
  await node.call('invalidateblock', hashes[2]);
  await eventually(() => running.upstream.tip().height === 7, 'what was declared invalid does not come back');
  const { hash } = running.upstream.tip();
  t.false(running.upstream.hasOwnBlockOn(hash), 'there is room for another one');
  t.is(
    (await running.upstream.submitBlock(mine(await running.upstream.template(seconds()), 1))).status,
    'connected',
  );
  t.true(running.upstream.hasOwnBlockOn(hash));
});

test('wrong network, refused credentials, no cookie, nobody there: states with a reason, and no work', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  t.timeout(TEST_MS);
  const node = await Bitcoind.start();
  t.teardown(() => node.close());
  const { port } = node;
  const at = (file: string, where = port) =>
    new RpcClient({ host: '127.0.0.1', port: where, credentials: { kind: 'cookie', file } });
  const folder = temporary(t);
  const wrong = join(folder, 'wrong');
  writeFileSync(wrong, '__cookie__:c0ffee');
  const password = join(folder, 'password');
  writeFileSync(password, 'hush-hush\n');
  const asUser = new RpcClient({
    host: '127.0.0.1',
    port,
    credentials: { kind: 'user', user: 'mite', passwordFile: password },
  });
  for (const [client, state, reason, rules] of [
    [at(node.cookie), 'other-network', /of the network regtest, this node of main$/, NETWORKS.mainnet],
    [at(wrong), 'refused', /does not take these credentials$/, NETWORKS.regtest],
    [asUser, 'refused', /does not take these credentials$/, NETWORKS.regtest],
    [at(join(folder, 'none')), 'refused', /none: there is no such file/, NETWORKS.regtest],
    [at(node.cookie, await freePort()), 'gone', /nothing listens there/, NETWORKS.regtest],
  ] as const) {
    const running = run(t, client, { rules });
    await isState(running, state);
    t.regex(running.upstream.state.reason, reason);
    t.notRegex(running.told.join(), /c0ffee|hush/);
    const error = await t.throwsAsync(running.upstream.template(seconds()), { instanceOf: UpstreamAway });
    t.notRegex(error!.message, /c0ffee|hush/);
    t.is(running.upstream.tip().height, 0);
    await running.stop();
  }
});

test('a block is offered to further nodes', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  t.timeout(TEST_MS);
  const [node, other] = await Promise.all([Bitcoind.start(), Bitcoind.start()]);
  t.teardown(() => Promise.all([node.close(), other.close()]));
  const nobody = new RpcClient({
    host: '127.0.0.1',
    port: await freePort(),
    credentials: { kind: 'cookie', file: other.cookie },
  });
  const running = run(t, node.client, { others: [nobody, other.client] });
  await isState(running, 'ready');
  const block = mine(await running.upstream.template(seconds()));
  t.is((await running.upstream.submitBlock(block)).status, 'connected');
  await eventually(async () => (await other.call('getbestblockhash')) === blockHash(block), 'the other node');
});
