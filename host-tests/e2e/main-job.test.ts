import test from 'ava';
import { eventually, MINING_MS } from '../support/deadlines.js';
import { sleep } from '../support/processes.js';
import { acknowledged, Bed } from './bed.js';

test.serial('a board on XS mines blocks for the node, and the chain continues after a restart', async t => {
  const bed = new Bed();
  try {
    const node = await bed.startNode();
    const board = await bed.newBoard('kitchen');
    const third = await node.waitFor(
      line => line.event === 'block' && Number(line.height) >= 3,
      'three blocks',
      MINING_MS,
    );
    t.is(third.device, 'kitchen');
    await board.waitFor(
      line => line.event === 'block' && Number(line.height) >= 3,
      'the board to hear of it',
    );
    board.write('status');
    const status = await board.waitFor(line => line.reply === 'status', 'the status');
    t.is(status.mismatches, 0);
    t.true(Number(status.blocks) >= 3);
    t.true(Number(status.slotPeak) + Number(status.chunkPeak) < Number(status.heapLimit));
    t.is(await node.kill('SIGTERM'), 0);
    await board.waitFor(
      line => line.event === 'status' && line.connected === false,
      'the board to see it go',
    );

    const again = await bed.startNode();
    const ready = again.lines.find(line => line.event === 'ready');
    t.true(Number(ready?.height) >= 3);
    const next = await again.waitFor(line => line.event === 'block', 'a block after the restart', MINING_MS);
    t.true(Number(next.height) > Number(ready?.height));
    t.is(await board.kill('SIGTERM'), 0);
    await again.kill('SIGTERM');
    await bed.command('verify');
    const stored = new Set(bed.shares().map(share => `${share.job}:${share.sequence}`));
    for (const share of acknowledged(board)) t.true(stored.has(`${share.jobId}:${share.sequence}`));
  } finally {
    await bed.dispose();
  }
});

test.serial('a wallet transaction gets into a block that the board mined', async t => {
  const bed = new Bed();
  try {
    const node = await bed.startNode();
    await bed.newBoard('kitchen');
    await node.waitFor(
      line => line.event === 'balance' && BigInt(String(line.confirmed)) > 0n,
      'a matured coinbase',
      MINING_MS,
    );
    const { address } = await bed.command('wallet', 'address', '--taproot', '--json');
    const { txid } = await bed.command('wallet', 'send', String(address), '1.25', '--json');
    t.regex(String(txid), /^[0-9a-f]{64}$/);
    const from = node.lines.length;
    const since = Date.now();
    let mined = false;
    while (!mined && Date.now() - since < MINING_MS) {
      await node.waitFor(line => line.event === 'block', 'another block', MINING_MS, from);
      await sleep(200);
      mined = bed.query<{ n: number }>('select count(*) as n from mempool')[0]?.n === 0;
    }
    t.true(mined);
    // `make run` shows what the wallet has, including the addresses the payment went to.
    const shown = () => node.lines.findLast(line => line.event === 'balance') ?? {};
    let balance = await bed.command('wallet', 'balance', '--json');
    await eventually(async () => {
      balance = await bed.command('wallet', 'balance', '--json'); // a block may come in between
      return shown().confirmed === balance.confirmed;
    }, 'the balance that the wallet has');
    t.log(`balance ${JSON.stringify(balance)}`);
    await node.kill('SIGTERM');
    await bed.command('verify');
  } finally {
    await bed.dispose();
  }
});
