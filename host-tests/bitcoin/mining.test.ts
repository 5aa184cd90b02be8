/** Emulated boards, the node and a real bitcoind: what boards find is in bitcoind's chain, whatever is killed meanwhile. */
import test, { type ExecutionContext } from 'ava';
import { parseBlock } from '../../firmware/domain/block.js';
import { equalBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import { eventually, TEST_MS } from '../support/deadlines.js';
import { NODE_CLI } from '../support/processes.js';
import { skippedWithout } from '../support/tools.js';
import { MiningBed } from './mining-bed.js';

async function begin(t: ExecutionContext): Promise<MiningBed> {
  t.timeout(TEST_MS);
  const bed = await MiningBed.begin();
  t.teardown(() => bed.dispose());
  return bed;
}

/** Of bitcoind and node in turn. `make soak-bitcoin` has twenty. */
const KILLS = Number(process.env.KILLS ?? 4);

interface FoundBlock {
  readonly hash: Buffer;
  readonly orphaned: number;
}
const foundBlocks = (bed: MiningBed) =>
  bed
    .query<FoundBlock>('select hash, orphaned from found_blocks order by share')
    .map(({ hash, orphaned }) => ({ hash: Buffer.from(hash).reverse().toString('hex'), orphaned }));

test('a board finds blocks: they pay the owner, hold the wallet’s transaction, are on the disk; a reorganisation and a restart of bitcoind change who earned what, and mining goes on', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  const bed = await begin(t);
  const { bitcoind, address } = bed;
  const txid: string = await bitcoind.call('sendtoaddress', address, 2);
  await bed.startBitcoinNode();
  const board = await bed.board('porch');
  await bed.blocks(3);
  const [first] = await bed.query<{ height: number }>('select min(height) as height from found_blocks');
  t.is(first?.height, 102);
  const hash: string = await bitcoind.call('getblockhash', 102);
  const { tx, confirmations } = await bitcoind.call('getblock', hash);
  t.true(confirmations >= 3);
  t.true(tx.includes(txid));
  t.true(bed.storedBlocks().includes(hash));
  const { transactions } = parseBlock(hexToBytes(await bitcoind.call('getblock', hash, 0)));
  const script = hexToBytes((await bitcoind.call('getaddressinfo', address)).scriptPubKey);
  const [output] = transactions[0]!.outputs;
  t.true(equalBytes(output!.script, script));
  t.true(output!.value > 50_0000_0000n, 'subsidy and fee');
  const status = await bed.command('status', '--json');
  t.is((status.upstream as { state: string }).state, 'ready');
  t.is((status.devices as { device: string }[])[0]?.device, 'porch');

  // The block after its first one goes, with all that stands on it; boards follow what has more work.
  const height: number = await bitcoind.call('getblockcount');
  const from103 = bed.node.lines.length;
  await bitcoind.call('invalidateblock', await bitcoind.call('getblockhash', 103));
  await bitcoind.generate(height + 50 - 102, 1);
  await eventually(
    () => bed.node.lines.slice(from103).some(line => line.event === 'block' && Number(line.height) > height),
    'a block on the other branch',
  );
  await eventually(() => foundBlocks(bed).some(block => block.orphaned === 1), 'an orphaned block');
  for (const block of foundBlocks(bed))
    t.is((await bed.confirmations(block.hash)) > 0, block.orphaned === 0, block.hash);

  const from = bed.node.lines.length;
  await bitcoind.down();
  await bed.stateOf('gone', from);
  await bitcoind.up();
  await bed.stateOf('ready', from);
  await bed.blocks(2, bed.node.lines.length);
  t.true(bed.node.running);
  t.true(board.running);
  // Between the two branches bitcoind has less than the board has seen, which the board says.
  const errors = board.lines.filter(line => line.level === 'error' && line.reason !== 'stale-fork');
  t.deepEqual(errors, []);
});

test(`${KILLS} kills of bitcoind or node: every block that a board was told of is in the chain, every acknowledged share in the books`, async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  const bed = await begin(t);
  const { bitcoind } = bed;
  await bitcoind.down();
  await bitcoind.up(); // its first blocks are on the disk
  await bed.startBitcoinNode();
  await bed.board('porch');
  const nodes = [bed.node];
  await bed.blocks(1);
  for (let kill = 0; kill < KILLS; kill++) {
    if (kill % 2 === 0) {
      await bitcoind.down('SIGKILL');
      await bitcoind.up();
    } else {
      await bed.node.kill('SIGKILL');
      nodes.push(await bed.startBitcoinNode());
    }
    await bed.blocks(1, bed.node.lines.length);
  }
  await bed.node.kill('SIGTERM');
  // What the nodes said they answered: with so many blocks the board gives up most shares before their answer comes.
  const lines = nodes.flatMap(node => node.lines);
  const told = lines.filter(line => line.event === 'share' && (line.code === 0 || line.code === 1));
  const stored = new Map(bed.shares().map(share => [`${share.job}:${share.sequence}`, share.code]));
  for (const share of told) t.is(stored.get(`${share.jobId}:${share.sequence}`), Number(share.code));
  const toldBlocks = lines.filter(line => line.event === 'block').map(line => String(line.hash));
  t.true(toldBlocks.length >= KILLS, `${toldBlocks.length} blocks`);
  const blocks = foundBlocks(bed).filter(({ orphaned }) => orphaned === 0);
  t.true(blocks.length >= KILLS);
  const files = bed.storedBlocks();
  for (const { hash } of blocks) {
    t.true((await bed.confirmations(hash)) > 0, hash);
    t.true(files.includes(hash), hash);
  }
  const found = new Set(blocks.map(({ hash }) => hash));
  for (const hash of toldBlocks) t.true(found.has(hash), hash);
  t.log(`${told.length} shares acknowledged, ${blocks.length} blocks, ${files.length} files`);
});

test('doctor: everything in order; then one thing after the other amiss, each with what to do', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  const bed = await begin(t);
  const { bitcoind } = bed;
  const doctor = async (...more: string[]) => {
    const program = bed.start(process.execPath, [
      NODE_CLI,
      'doctor',
      '--json',
      '--data',
      bed.data,
      '--listen',
      '127.0.0.1:0',
      ...bed.nodeFlags,
      ...more,
    ]);
    const code = await program.ended;
    t.is(program.errors.length, 0, program.errors.join('\n'));
    return { code, lines: program.lines };
  };
  const states = (lines: readonly Record<string, unknown>[]) =>
    lines.map(({ check, state }) => `${check} ${state}`).join(', ');
  const good = await doctor();
  t.is(
    states(good.lines),
    'data ok, payout ok, port ok, Bitcoin node ok, network ok, blocks ok, clock ok, template ok',
    JSON.stringify(good.lines),
  );
  t.is(good.code, 0);
  for (const [flags, check, text] of [
    [
      ['--network', 'testnet4', '--payout-address', 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx'],
      'network',
      /regtest/,
    ],
    [['--payout-address', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'], 'payout', /./],
    [['--rpc-cookie', '/nowhere/.cookie'], 'Bitcoin node', /no such file/],
    [['--upstream', 'bitcoin://127.0.0.1:1'], 'Bitcoin node', /nothing listens there/],
    [['--listen', `127.0.0.1:${bitcoind.port}`], 'port', /in use/],
    [['--data', `${bitcoind.cookie}/x`], 'data', /not a directory|a file/],
  ] as const) {
    const { code, lines } = await doctor(...flags);
    const bad = lines.filter(line => line.state === 'failed');
    t.is(code, 1, flags.join(' '));
    t.is(bad[0]?.check, check, JSON.stringify(lines));
    t.regex(String(bad[0]?.text), text);
    t.true(String(bad[0]?.advice).length > 20);
  }
});
