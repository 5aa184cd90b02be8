/** Rewards in the database: who is credited, exact sums, reorganisations. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { sql } from 'kysely';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { ShareCode } from '../../firmware/domain/share.js';
import { closeBlocks } from '../../trusted-node/service/blocks.js';
import { addDevice } from '../../trusted-node/service/devices.js';
import { JobStore } from '../../trusted-node/service/jobs.js';
import { openLogger } from '../../trusted-node/service/logger.js';
import { deviceTotals, pruneShares, recordBlock, sumRewards } from '../../trusted-node/service/rewards.js';
import { type NodeDatabase, openStore } from '../../trusted-node/service/store.js';
import { Bed, testAddress, until } from './bed.js';

/** Share targets of 2^16 and 2^18 expected hashes. */
const EASY = 0x1f00ffff;
const HARD = 0x1e3fffc0;

async function addShares(
  db: NodeDatabase,
  entries: [device: string, group: string, bits: number, count: number, code?: number][],
): Promise<number> {
  let last = 0;
  for (const [device, group, bits, count, code = ShareCode.accepted] of entries) {
    for (let i = 0; i < count; i++) {
      const row = await db
        .insertInto('shares')
        .values({
          device,
          payout_group: group,
          session: 1,
          sequence: i,
          job: 1,
          extranonce2: new Uint8Array(4),
          time: 0,
          nonce: 0,
          version: 0,
          hash: crypto.getRandomValues(new Uint8Array(32)),
          height: 1,
          share_bits: bits,
          code,
          received_at: Date.now() - 10 * 86_400_000,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      last = row.id;
    }
  }
  return last;
}

const block = (share: number, group: string, value: bigint) => ({
  hash: crypto.getRandomValues(new Uint8Array(32)),
  height: share,
  device: 'a',
  group,
  share,
  value,
});

test('a group shares by work since its last block; other groups, rejected and open shares do not count', async t => {
  const data = mkdtempSync(join(tmpdir(), 'mite-rewards-'));
  const db = await openStore(data);
  try {
    for (const id of ['a', 'b', 'c']) await addDevice(db, id);
    // a: 4 easy = 1 hard of b; c is in another group.
    const first = await addShares(db, [
      ['a', 'flat', EASY, 4],
      ['c', 'solo', EASY, 100],
      ['b', 'flat', HARD, 1],
      ['b', 'flat', HARD, 5, ShareCode.stale],
      ['a', 'flat', EASY, 4],
    ]);
    const one = block(first, 'flat', 1_000_001n);
    await db.transaction().execute(trx => recordBlock(trx, one));
    await db.transaction().execute(trx => recordBlock(trx, one)); // once is enough
    const second = await addShares(db, [['b', 'flat', EASY, 1]]);
    await db.transaction().execute(trx => recordBlock(trx, block(second, 'flat', 50n)));
    const rewards = await db
      .selectFrom('rewards')
      .innerJoin('found_blocks', 'found_blocks.hash', 'rewards.block')
      .select(['rewards.device', 'rewards.amount', 'found_blocks.share'])
      .orderBy('found_blocks.share')
      .orderBy('rewards.device')
      .execute();
    const paid = rewards.filter(row => row.share === first).map(row => BigInt(row.amount));
    t.is(
      paid.reduce((sum, amount) => sum + amount, 0n),
      1_000_001n,
    );
    t.true(paid[0]! > 666_600n && paid[0]! < 666_700n, `two thirds are ${paid[0]}`);
    t.deepEqual(
      rewards.filter(row => row.share === second).map(row => [row.device, row.amount]),
      [['b', '50']],
    );
    t.is(await pruneShares(db, 30), 0);
    t.is(await pruneShares(db, 5), 15, 'paid shares go, those of a group without a block stay');
    t.is((await db.selectFrom('shares').select('id').execute()).length, 100);
  } finally {
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  }
});

test('a reorganisation takes a reward away, and work goes on at the new tip', async t => {
  const bed = await Bed.start({ network: 'regtest' });
  const rival = await Bed.start({ network: 'regtest', payoutAddress: testAddress('regtest', 9) });
  try {
    const device = await bed.connect('alpha');
    t.is((await device.send(device.solve(await device.hello()))).code, ShareCode.block);
    const other = await rival.connect('omega');
    let job = await other.hello();
    for (let height = 1; height <= 2; height++) {
      t.is((await other.send(other.solve(job))).code, ShareCode.block);
      const raw = await rival.node.ledger.block(rival.node.ledger.tip().hash);
      const result = await bed.node.ledger.submitBlock(raw!);
      t.is(result.status, height === 1 ? 'side' : 'connected');
      job = await other.jobs.take(entry => entry.height === height + 1);
    }
    const next = await device.jobs.take(entry => entry.height === 3);
    t.true(next.clean);
    await until(async () => {
      const [totals] = await deviceTotals(bed.node.database);
      return totals?.earned === 0n && totals.lost === 5_000_000_000n;
    }, 'the reward to be marked');
    t.is((await device.send(device.solve(next))).code, ShareCode.block);
    const [totals] = await deviceTotals(bed.node.database);
    t.is(totals?.earned, 5_000_000_000n);
    t.is(totals?.accepted, 2);
  } finally {
    await bed.dispose();
    await rival.dispose();
  }
});

test('a block on a side branch that wins later earns its reward', async t => {
  const bed = await Bed.start({ network: 'regtest' });
  const rival = await Bed.start({ network: 'regtest', payoutAddress: testAddress('regtest', 9) });
  const totals = async (id: string) =>
    (await deviceTotals(bed.node.database)).find(row => row.device === id)!;
  try {
    const first = await bed.connect('first');
    const late = await bed.connect('late');
    const job = await first.hello();
    const lateShare = late.solve(await late.hello());
    t.is((await first.send(first.solve(job))).code, ShareCode.block);
    t.is((await late.send(lateShare)).code, ShareCode.stale);
    t.is((await totals('late')).earned, 0n);

    const { hash } = await bed.node.database
      .selectFrom('shares')
      .select('hash')
      .where('device', '=', 'late')
      .executeTakeFirstOrThrow();
    const raw = await bed.node.ledger.block(new Uint8Array(hash));
    t.is((await rival.node.ledger.submitBlock(raw!)).status, 'connected');
    const other = await rival.connect('omega');
    const next = await other.hello();
    t.is(next.height, 2);
    t.is((await other.send(other.solve(next))).code, ShareCode.block);
    const top = await rival.node.ledger.block(rival.node.ledger.tip().hash);
    t.is((await bed.node.ledger.submitBlock(top!)).status, 'connected');
    await until(async () => (await totals('late')).earned > 0n, 'the reward');
    const sum = (await totals('first')).earned + (await totals('late')).earned;
    t.is(sum, 5_000_000_000n, 'one block of this node is on the chain');
    t.is((await totals('first')).lost, 5_000_000_000n);
  } finally {
    await bed.dispose();
    await rival.dispose();
  }
});

test('a block of 9,000 devices can be recorded; millions of shares do not slow down the search for open ones', async t => {
  const data = mkdtempSync(join(tmpdir(), 'mite-rewards-'));
  const db = await openStore(data);
  try {
    const fill = (statement: string) => sql.raw(statement).execute(db);
    const numbers = (count: number) =>
      `with recursive c(i) as (select 1 union all select i + 1 from c where i < ${count})`;
    await fill(`${numbers(9_000)} insert into devices (id, payout_group, salt, secret_hash, created_at)
      select 'd' || i, 'flat', x'00', x'00', 0 from c`);
    const columns =
      'device, payout_group, session, sequence, job, extranonce2, time, nonce, version, hash, height, share_bits, code, received_at';
    await fill(`${numbers(100_000)} insert into shares (${columns})
      select 'd' || (i % 9000 + 1), 'flat', 1, i, i, x'00', 0, 0, 0, randomblob(32), 1, ${EASY}, 0, i from c`);
    await db.transaction().execute(trx => recordBlock(trx, block(100_000, 'flat', 1_000_003n)));
    const totals = await deviceTotals(db);
    t.is(totals.length, 9_000);
    t.is(
      totals.reduce((sum, row) => sum + row.earned, 0n),
      1_000_003n,
    );

    const time = async (work: () => Promise<unknown>) => {
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 5; i++) {
        const start = performance.now();
        await work();
        best = Math.min(best, performance.now() - start);
      }
      return best;
    };
    const scan = await time(() => sql`select count(*) from shares where code = -1`.execute(db));
    const log = openLogger('silent');
    const closing = await time(() =>
      closeBlocks(db, undefined as never, new JobStore(db, NETWORKS.devnet), log, () => {}),
    );
    t.true(closing < scan / 3, `${closing} ms, a scan takes ${scan} ms`);

    let calls = 0;
    for (let gone = 0; gone < 100_000; calls++) gone += await pruneShares(db, 1);
    t.is(calls, 50, 'each call is bounded');
    t.is(await pruneShares(db, 1), 0);
  } finally {
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  }
});

test('rewards of long ago leave their rows and stay in the totals', async t => {
  const data = mkdtempSync(join(tmpdir(), 'mite-rewards-'));
  const db = await openStore(data);
  try {
    for (const id of ['a', 'b']) await addDevice(db, id);
    for (let i = 0; i < 50; i++) {
      const share = await addShares(db, [
        ['a', 'flat', EASY, 1],
        ['b', 'flat', EASY, 2],
      ]);
      const orphaned = i % 10 === 0;
      await db.transaction().execute(trx => recordBlock(trx, { ...block(share, 'flat', 100n), orphaned }));
    }
    const before = await deviceTotals(db);
    t.is(await sumRewards(db, 1, 1_000), 0, 'too young');
    await db
      .updateTable('found_blocks')
      .set({ found_at: Date.now() - 2 * 86_400_000 })
      .execute();
    t.is(await sumRewards(db, 1, 30 * 3 + 120), 20);
    t.is(await sumRewards(db, 1, 30 * 3 + 120), 9, 'up to those that a reorganisation could still change');
    t.is((await db.selectFrom('rewards').select('device').execute()).length, 21 * 2);
    t.deepEqual(await deviceTotals(db), before);
    for (let more = 1; more > 0; ) more = await sumRewards(db, 1, 1_000);
    t.is((await db.selectFrom('rewards').select('device').execute()).length, 0);
    t.deepEqual(await deviceTotals(db), before);
  } finally {
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  }
});
