/** kill -9 of the node while it serves Stratum miners: every share that was answered with true is there. */
import test, { type ExecutionContext } from 'ava';
import { testAddress } from '../service/bed.js';
import { TEST_MS } from '../support/deadlines.js';
import { Bench, NODE_CLI, type Program, sleep } from '../support/processes.js';
import { StoredRows } from './stored.js';
import { Stranger } from './stranger.js';

const KILLS = 10;
const MINERS = 3;
/** Answers before the kill. */
const BEFORE = 5;

/** Mines and submits until the connection ends. @param atOnce shares under way at a time */
async function mineUntilGone(
  miner: Stranger,
  acknowledged: Set<string>,
  atOnce: number,
  good: () => void,
): Promise<void> {
  while (!miner.closed) {
    const job = miner.job!;
    const shares = Array.from({ length: atOnce }, () => miner.mine(job));
    await Promise.all(
      shares.map(async found => {
        const answer = await miner.submit(found).catch(() => undefined);
        if (answer?.result !== true) return;
        acknowledged.add(Stranger.hashOf(job, found));
        good();
      }),
    );
    // The next job, if the share was a block.
    await new Promise(resolve => setImmediate(resolve));
  }
}

async function killAgainAndAgain(t: ExecutionContext, network: 'devnet' | 'regtest'): Promise<void> {
  t.timeout(TEST_MS);
  const bench = new Bench();
  try {
    const data = `${bench.directory}/data`;
    const address = testAddress(network);
    const flags = ['run', '--data', data, '--network', network, '--payout-address', address];
    flags.push('--listen', 'off', '--stratum', '127.0.0.1:0', '--stratum-open', 'solo', '--events');
    flags.push('--start-work', '256', '--log-level', 'error');
    const acknowledged = new Set<string>();
    const errors: string[] = [];
    // Of blocks on one parent only the first is worth anything.
    const atOnce = network === 'regtest' ? 1 : 4;
    for (let kill = 0; kill < KILLS; kill++) {
      const node: Program = bench.start(process.execPath, [NODE_CLI, ...flags]);
      const { port } = await node.waitFor(line => line.event === 'stratum', 'the door');
      const miners = await Promise.all(
        Array.from({ length: MINERS }, async (_, i) => {
          const miner = await Stranger.connect(Number(port), { localAddress: `127.0.0.${2 + i}` });
          await miner.begin(`${address}.m${i}`, 'x');
          return miner;
        }),
      );
      let begun: () => void = () => {};
      let answers = 0;
      const enough = new Promise<void>(resolve => {
        begun = () => {
          if (++answers === BEFORE) resolve();
        };
      });
      const mining = miners.map(miner => mineUntilGone(miner, acknowledged, atOnce, begun));
      await enough;
      await sleep((kill * 37) % 150);
      await node.kill('SIGKILL');
      await Promise.all(mining);
      errors.push(...node.errors);
    }
    t.deepEqual(errors, []);
    // Once more, and properly ended: what a kill left open is finished.
    const last = bench.start(process.execPath, [NODE_CLI, ...flags]);
    await last.waitFor(line => line.event === 'stratum', 'the door');
    await last.kill('SIGTERM');
    const rows = new StoredRows(`${data}/mite.sqlite`);
    const stored = rows.hashes('select hash from shares where code >= 0');
    t.true(acknowledged.size >= BEFORE * KILLS);
    t.deepEqual(
      [...acknowledged].filter(hash => !stored.has(hash)),
      [],
    );
    if (network === 'regtest') {
      // There every share is a block.
      const blocks = rows.hashes('select hash from blocks');
      const found = rows.hashes('select hash from shares where code = 1');
      t.true(found.size >= BEFORE * KILLS);
      t.deepEqual(
        [...found].filter(hash => !blocks.has(hash)),
        [],
      );
    }
    rows.close();
    t.log(`${acknowledged.size} acknowledged shares, ${stored.size} stored`);
  } finally {
    await bench.dispose();
  }
}

test.serial(`kill -9 among shares, ${KILLS} times`, t => killAgainAndAgain(t, 'devnet'));
test.serial(`kill -9 among blocks, ${KILLS} times`, t => killAgainAndAgain(t, 'regtest'));
