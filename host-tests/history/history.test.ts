/** Curves: what is stored of accepted shares, and what is shown of it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { RateHistory } from '../../trusted-node/history/history.js';
import type { NodeDatabase } from '../../trusted-node/ports/store.js';
import { openStore } from '../../trusted-node/store/store.js';

const NOON = Date.UTC(2026, 10, 28, 12);
const SECOND = 1_000;
/** A share of it takes a million hashes. */
const TARGET = (1n << 256n) / 1_000_000n - 1n;

async function database(t: ExecutionContext): Promise<NodeDatabase> {
  const data = mkdtempSync(join(tmpdir(), 'mite-history-'));
  const db = await openStore(data);
  t.teardown(async () => {
    await db.destroy();
    rmSync(data, { recursive: true });
  });
  return db;
}

test('points add up over stores and restarts, times without shares are zero', async t => {
  const db = await database(t);
  const history = new RateHistory(db);
  history.credited('hall', TARGET, NOON);
  history.credited('hall', TARGET, NOON + 10 * SECOND);
  await history.store();
  history.credited('hall', TARGET, NOON + 20 * SECOND);
  await history.store();
  await history.store();
  const again = new RateHistory(db);
  again.credited('hall', TARGET, NOON + 30 * SECOND);
  again.credited('porch', TARGET, NOON + 30 * SECOND);
  await again.store();
  const { step, points } = await again.curve('hall', 86_400, NOON + 1_800 * SECOND);
  t.is(step, 900);
  t.is(points.length, 96);
  t.deepEqual(
    points.filter(({ shares }) => shares > 0),
    [{ at: NOON, rate: 4_000_000 / 900, shares: 4 }],
  );
  t.is(points.at(-1)?.at, NOON + 1_800 * SECOND);
  const month = await again.curve('hall', 2_592_000, NOON + 1_800 * SECOND);
  t.is(month.step, 3600);
  t.is(month.points.length, 720);
  t.deepEqual(month.points.at(-1), { at: NOON, rate: 4_000_000 / 1800, shares: 4 });
});

test('a store that fails loses nothing; old points go', async t => {
  const db = await database(t);
  let broken = true;
  const failing = new Proxy(db, {
    get: (object, name) => {
      if (name === 'transaction' && broken) throw new Error('the disk is full');
      const value: unknown = Reflect.get(object, name);
      return typeof value === 'function' ? value.bind(object) : value;
    },
  });
  const history = new RateHistory(failing);
  history.credited('hall', TARGET, NOON);
  await t.throwsAsync(history.store(), { message: 'the disk is full' });
  history.credited('hall', TARGET, NOON);
  broken = false;
  await history.store();
  const shares = async (now: number) =>
    (await history.curve('hall', 86_400, now)).points.reduce((sum, point) => sum + point.shares, 0);
  t.is(await shares(NOON + SECOND), 2);
  await history.prune(NOON + 3 * 86_400 * SECOND);
  t.is(await shares(NOON + SECOND), 0, 'quarters of an hour are kept for two days');
  t.is((await history.curve('hall', 2_592_000, NOON)).points.at(-1)?.shares, 2);
  await history.prune(NOON + 33 * 86_400 * SECOND);
  t.is((await history.curve('hall', 2_592_000, NOON)).points.at(-1)?.shares, 0);
});

test('the last hour counts, by minute', async t => {
  const history = new RateHistory(await database(t));
  const now = Date.now();
  for (let minute = 0; minute < 120; minute++)
    history.credited('hall', TARGET, now - 7_200_000 + minute * 60_000);
  t.is(history.proven('hall', now).shares, 59);
  t.is(history.proven('porch', now).shares, 0);
  t.is(history.proven(undefined, now).shares, 59);
});
