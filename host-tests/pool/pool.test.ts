/** Two real nodes and an emulated board: what the pool counts is what the node was told, whoever is killed meanwhile. */
import test from 'ava';
import { eventually, MINING_MS, TEST_MS } from '../support/deadlines.js';
import { PoolBed, WORKER } from './pool-bed.js';

const KILLS = 3;

test('a board mines for a pool through the node; kill -9 of the node loses no share that it acknowledged', async t => {
  t.timeout(TEST_MS);
  const bed = new PoolBed();
  t.teardown(() => bed.dispose());
  await bed.startPool();
  await bed.register();
  await bed.startHome();
  await bed.stateOf('ready');
  await bed.board('porch');
  const accepted = () => bed.heard().accepted ?? 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const before = accepted();
    await eventually(() => accepted() > before, 'a share that the pool took', MINING_MS);
    await bed.home.node.kill('SIGKILL');
    await bed.startHome();
    await bed.stateOf('ready');
  }
  const before = accepted();
  await eventually(() => accepted() > before, 'a share after the last kill', MINING_MS);
  await bed.home.node.kill('SIGTERM');

  const acknowledged = bed.home.query<{ count: number }>(
    'select count(*) as count from shares where code in (0, 1)',
  )[0]!.count;
  const counted = bed.home.query<{ count: number }>(
    "select sum(count) as count from share_counts where device = 'porch' and code <= 1",
  )[0]!.count;
  t.is(acknowledged, counted, 'what was acknowledged is stored');
  // The pool may have taken a share whose answer the kill swallowed: it is sent again, and then known there.
  const heard = bed.heard();
  t.true(bed.counted().accepted >= (heard.accepted ?? 0), `${WORKER}: ${JSON.stringify(heard)}`);
  const waiting = bed.home.query('select id from pool_shares').length;
  t.log(`${acknowledged} shares of the board, ${JSON.stringify(heard)} at the pool, ${waiting} on their way`);
});
