/** A quorum of boards over the mempool of a real bitcoind. */
import test, { type ExecutionContext } from 'ava';
import { bytesToHex, displayToHash, hexToBytes } from '../../firmware/domain/bytes.js';
import { costOf } from '../../trusted-node/quorum/quorum.js';
import { bitcoinQueries } from '../../trusted-node/upstream/bitcoin/queries.js';
import { eventually, MINING_MS, TEST_MS } from '../support/deadlines.js';
import { NODE_CLI } from '../support/processes.js';
import { skippedWithout } from '../support/tools.js';
import { isState, run } from './bed.js';
import { Bitcoind, type Json } from './bitcoind.js';
import { MiningBed } from './mining-bed.js';

async function begin(t: ExecutionContext): Promise<MiningBed> {
  t.timeout(TEST_MS);
  const bed = await MiningBed.begin();
  t.teardown(() => bed.dispose());
  return bed;
}

/** A transaction that no offer holds: 150 outputs. */
async function sendLarge({ bitcoind, address }: MiningBed): Promise<string> {
  // In one call: the wallet writes each new address of its own to the disk.
  const { descriptors }: Json = await bitcoind.call('listdescriptors');
  const { desc } = descriptors.find((one: Json) => one.desc.startsWith('wpkh(') && !one.internal);
  const others: string[] = await bitcoind.call('deriveaddresses', desc, [5_001, 5_150]);
  const to = { ...Object.fromEntries(others.map(other => [other, 0.001])), [address]: 1 };
  return bitcoind.call('sendmany', '', to);
}

/** Of the newest template: fees as a number of satoshi. */
async function costIn(bed: MiningBed): Promise<{ transactions: number; fees: number; without: Json }> {
  const { quorumCost } = (await bed.command('status', '--json')) as { quorumCost: Json };
  const of = ({ transactions, fees }: Json) => ({ transactions, fees: Number(fees) });
  return quorumCost === null
    ? { transactions: 0, fees: 0, without: { transactions: 0, fees: 0 } }
    : { ...of(quorumCost), without: of(quorumCost.without) };
}

async function statusText(bed: MiningBed): Promise<string> {
  const { lines } = await bed.run(process.execPath, [NODE_CLI, 'status', '--data', bed.data]);
  return lines.map(({ text }) => text).join('\n');
}

test('outputs that waiting transactions spend: of the chain and of each other, with script and amount as bitcoind has them', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  t.timeout(TEST_MS);
  const node = await Bitcoind.start();
  t.teardown(() => node.close());
  const address = await node.wallet();
  await node.call('generatetoaddress', 2, address);
  const amounts = [1.5, 0.00000999, 20.99999999];
  const ids: string[] = [];
  for (const amount of amounts) ids.push(await node.call('sendtoaddress', address, amount));
  const running = run(t, node.client);
  await isState(running, 'ready');
  const queries = bitcoinQueries(node.client, running.upstream);
  const waiting = await queries.waiting();
  t.deepEqual(
    waiting.map(({ txid }) => bytesToHex(txid)).sort(),
    ids.map(id => bytesToHex(displayToHash(id))).sort(),
  );
  for (const { raw, spent, fee, parents } of waiting) {
    const { vin, vout }: Json = await node.call('decoderawtransaction', bytesToHex(raw));
    t.is(spent.length, vin.length);
    let left = -fee;
    for (const [i, { txid, vout: index }] of vin.entries()) {
      const { hex } = await node.call('gettransaction', txid);
      const output: Json = (await node.call('decoderawtransaction', hex)).vout[index];
      t.is(bytesToHex(spent[i]!.script), output.scriptPubKey.hex);
      t.is(spent[i]!.value, BigInt(output.value.toFixed(8).replace('.', '')));
      left += spent[i]!.value;
      t.is(
        parents.some(parent => bytesToHex(parent) === bytesToHex(displayToHash(txid))),
        ids.includes(txid),
      );
    }
    for (const { value } of vout) left -= BigInt(value.toFixed(8).replace('.', ''));
    t.is(left, 0n, 'the fee is what inputs have more than outputs');
  }
  const candidates = await queries.candidates();
  t.deepEqual(
    candidates.map(({ wtxid }) => bytesToHex(wtxid)),
    waiting.map(({ wtxid }) => bytesToHex(wtxid)),
  );
  await node.down();
  await t.throwsAsync(bitcoinQueries(node.client, running.upstream).waiting(), { name: 'UpstreamAway' });
});

test('what a quorum costs: fees of those without it, and of all that spends their outputs', t => {
  const id = (n: number) => new Uint8Array(32).fill(n);
  const one = (n: number, fee: bigint, ...parents: number[]) => ({
    ...{ txid: id(n), wtxid: id(n + 100), fee },
    parents: parents.map(id),
  });
  const candidates = [one(1, 5n), one(2, 7n), one(3, 11n, 1), one(4, 13n, 2), one(5, 17n, 3, 4), one(6, 19n)];
  const cost = (...refused: number[]) =>
    costOf(candidates, ({ txid }) => !refused.includes(txid[0]!)).without;
  t.deepEqual(cost(), { transactions: 0, fees: 0n });
  t.deepEqual(cost(6), { transactions: 1, fees: 19n });
  t.deepEqual(cost(2), { transactions: 3, fees: 37n });
  t.deepEqual(cost(1, 3), { transactions: 3, fees: 33n });
  t.deepEqual(cost(1, 2, 6), { transactions: 6, fees: 72n });
  t.like(
    costOf(candidates, () => true),
    { transactions: 6, fees: 72n },
  );
});

test('enforce: what the board attests is mined; what it cannot judge is left out with what spends it, and status says what that costs', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  const bed = await begin(t);
  const { bitcoind, address } = bed;
  await bitcoind.call('generatetoaddress', 5, address);
  const large = await sendLarge(bed);
  const { hex } = await bitcoind.call('gettransaction', large);
  const { vout }: Json = await bitcoind.call('decoderawtransaction', hex);
  const { n } = vout.find(({ value }: Json) => value === 1);
  const child: string = await bitcoind.call(
    'sendrawtransaction',
    (
      await bitcoind.call(
        'signrawtransactionwithwallet',
        await bitcoind.call('createrawtransaction', [{ txid: large, vout: n }], { [address]: 0.9999 }),
      )
    ).hex,
  );
  await bed.startNode([...bed.nodeFlags, '--quorum', '1', '--quorum-mode', 'enforce']);
  await bed.board('porch');
  const attested: string[] = [];
  for (let i = 0; i < 2; i++) attested.push(await bitcoind.call('sendtoaddress', address, 1 + i));
  const from = bed.node.lines.length;
  for (const id of attested)
    await eventually(
      async () => (await bitcoind.call('gettransaction', id)).confirmations > 0,
      `the attested transaction ${id} in a block`,
      MINING_MS,
    );
  const verdict = await bed.node.waitFor(
    line => line.event === 'verdict' && line.txid === attested[0],
    'the verdict',
  );
  t.like(verdict, { device: 'porch', verdict: 'valid', attested: 1, quorum: 1 });
  await bed.blocks(2, from);
  for (const id of [large, child]) t.is((await bitcoind.call('gettransaction', id)).confirmations, 0, id);
  const fee = async (id: string) => Math.round((await bitcoind.call('getmempoolentry', id)).fees.base * 1e8);
  const expected = { transactions: 2, fees: (await fee(large)) + (await fee(child)) };
  await eventually(async () => {
    const cost = await costIn(bed);
    return cost.without.fees === expected.fees && cost.without.transactions === 2;
  }, 'the cost in status');
  t.regex(
    await statusText(bed),
    /2 of 2 transactions of the next block left out for want of it, which costs/,
  );
  const shown = await bed.command('attestations', attested[0]!, '--json');
  t.like((shown.attestations as Json)[0], {
    device: 'porch',
    verdict: 'valid',
    verified: true,
    standing: '',
  });
});

test('report, the default: everything is mined, and status shows what has no quorum', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  const bed = await begin(t);
  const { bitcoind } = bed;
  const large = await sendLarge(bed);
  await bed.startNode([...bed.nodeFlags, '--quorum', '1']);
  await bed.node.waitFor(
    line => line.event === 'quorum' && line.mode === 'report' && line.without === 1,
    'the cost of a quorum',
  );
  t.is((await costIn(bed)).transactions, 1);
  t.regex(await statusText(bed), /1 board, report only\n.*1 of 1 transaction of the next block without it/);
  await bed.board('porch');
  await eventually(
    async () => (await bitcoind.call('gettransaction', large)).confirmations > 0,
    'the transaction in a block',
    MINING_MS,
  );
  t.is(hexToBytes((await bitcoind.call('gettransaction', large)).hex).length > 4_096, true);
});
