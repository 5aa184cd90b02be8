import test from 'ava';
import { Random } from '../cases/random.js';
import { MINING_MS } from '../support/deadlines.js';
import { sleep } from '../support/processes.js';
import { acknowledged, Bed } from './bed.js';

const KILLS = 20;

test.serial('kill -9 of the node during mining loses no acknowledged share and no block', async t => {
  const bed = new Bed();
  try {
    await bed.startNode();
    const board = await bed.newBoard('kitchen');
    const random = new Random(0x6b696c6c);
    for (let kill = 0; kill < KILLS; kill++) {
      const from = board.lines.length;
      await board.waitFor(line => line.event === 'job' && line.accepted === true, 'a job', MINING_MS, from);
      // Right after a share, while storing and answering are under way, or just at some time.
      const share = board.waitFor(line => line.event === 'share', 'a share', MINING_MS, board.lines.length);
      share.catch(() => {}); // the test ends first
      await Promise.race([share, sleep(1_000 + random.below(3_000))]);
      await sleep(random.below(30));
      t.is(await bed.node.kill('SIGKILL'), 'SIGKILL');
      await bed.startNode();
    }
    const from = board.lines.length;
    await board.waitFor(
      line => line.event === 'result' || line.event === 'block',
      'work after the last kill',
      MINING_MS,
      from,
    );
    t.is(await board.kill('SIGTERM'), 0);
    await bed.node.kill('SIGKILL');

    const told = acknowledged(board);
    const stored = new Map(bed.shares().map(share => [`${share.job}:${share.sequence}`, share.code]));
    for (const share of told) t.is(stored.get(`${share.jobId}:${share.sequence}`), share.code);
    const heights = new Set(
      bed.query<{ height: number }>('select height from found_blocks').map(row => row.height),
    );
    for (const share of told)
      if (share.code === 1) t.true(heights.has(share.height), `block ${share.height}`);
    t.true(told.length > 0);
    const verified = await bed.command('verify', '--json');
    t.log(`${KILLS} kills, ${told.length} acknowledged, verified: ${JSON.stringify(verified)}`);
  } finally {
    await bed.dispose();
  }
});

test.serial('a killed board mines again as soon as it is restarted', async t => {
  const bed = new Bed();
  try {
    await bed.startNode();
    const board = await bed.newBoard('kitchen');
    await board.waitFor(line => line.event === 'state' && line.state === 'mining', 'mining');
    await board.kill('SIGKILL');
    const started = Date.now();
    const again = bed.startBoard('kitchen');
    await again.waitFor(line => line.event === 'state' && line.state === 'mining', 'mining again');
    t.log(`mining again after ${Date.now() - started} ms`);
    await again.waitFor(line => line.event === 'result' || line.event === 'block', 'a result', MINING_MS);
    const sessions = bed.query<{ id: number }>('select id from sessions');
    t.is(sessions.length, 2, 'a boot has its own extranonce1, so nothing is searched twice');
  } finally {
    await bed.dispose();
  }
});
