/** Rewards in the database: which devices are credited, exact sums, reorganisations. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { CompiledQuery, createQueryId, type RootOperationNode, sql } from 'kysely';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { ShareCode } from '../../firmware/domain/share.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import { addDevice } from '../../trusted-node/fleet/devices.js';
import type { NodeDatabase } from '../../trusted-node/ports/store.js';
import { openStore } from '../../trusted-node/store/store.js';
import { closeBlocks } from '../../trusted-node/work/blocks.js';
import { JobStore } from '../../trusted-node/work/jobs.js';
import { deviceTotals, pruneShares, recordBlock, sumRewards } from '../../trusted-node/work/rewards.js';
import { Random } from '../cases/random.js';
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
    t.is(await pruneShares(db, 30, 1_000), 0);
    t.is(
      await pruneShares(db, 5, second + 120),
      14,
      'what a block paid that a reorganisation can reach stays',
    );
    t.is(await pruneShares(db, 5, 1_000), 1, 'paid shares go, those of a group without a block stay');
    t.is((await db.selectFrom('shares').select('id').execute()).length, 100);
  } finally {
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  }
});

test('work that an orphaned block should have paid for is paid by the next one, however old it is', async t => {
  const data = mkdtempSync(join(tmpdir(), 'mite-rewards-'));
  const db = await openStore(data);
  try {
    for (const id of ['a', 'b']) await addDevice(db, id);
    const old = await addShares(db, [['a', 'flat', EASY, 100]]);
    await db
      .transaction()
      .execute(trx => recordBlock(trx, { ...block(old, 'flat', 1_000n), orphaned: true }));
    await pruneShares(db, 5, 10_000);
    const young = await addShares(db, [['b', 'flat', EASY, 100]]);
    const next = block(young, 'flat', 1_000n);
    await db.transaction().execute(trx => recordBlock(trx, next));
    const paid = await db
      .selectFrom('rewards')
      .select(['device', 'amount'])
      .where('block', '=', next.hash)
      .orderBy('device')
      .execute();
    t.deepEqual(paid, [
      { device: 'a', amount: '500' },
      { device: 'b', amount: '500' },
    ]);
  } finally {
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  }
});

test('whatever is pruned meanwhile, blocks pay as if nothing had been: random histories with reorganisations', async t => {
  const data = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'mite-rewards-')));
  const [pruned, whole] = (await Promise.all(data.map(openStore))) as [NodeDatabase, NodeDatabase];
  const both = async (work: (db: NodeDatabase) => Promise<unknown>) => {
    await work(pruned);
    await work(whole);
  };
  const random = new Random(0x5eed);
  const devices = ['a', 'b', 'c'];
  const groups = ['flat', 'solo'];
  let deleted = 0;
  let moved = 0;
  try {
    await both(async db => {
      await sql`pragma synchronous = off`.execute(db);
      for (const id of devices) await addDevice(db, id);
    });
    for (let history = 0; history < 20; history++) {
      let tip = history * 10_000;
      const found: { hash: Uint8Array; height: number; orphaned: boolean }[] = [];
      const work = async (group: string) => {
        const entries = devices.map(device => [device, random.pick([EASY, HARD]), random.below(4)] as const);
        const received_at = Date.now() - random.pick([0, 10]) * 86_400_000;
        const rows = entries.flatMap(([device, share_bits, count]) =>
          Array.from({ length: count }, () => ({
            ...{
              device,
              payout_group: group,
              session: 1,
              sequence: 0,
              job: 1,
              time: 0,
              nonce: 0,
              version: 0,
            },
            ...{ extranonce2: new Uint8Array(4), hash: random.bytes(32), height: tip, share_bits },
            ...{ code: random.below(8) === 0 ? ShareCode.stale : ShareCode.accepted, received_at },
          })),
        );
        if (rows.length > 0) await both(db => db.insertInto('shares').values(rows).execute());
      };
      for (let step = 0; step < 40; step++) {
        const group = random.pick(groups);
        await work(group);
        switch (random.below(5)) {
          case 0: {
            // A found block: on top, or late on a side branch.
            const orphaned = random.below(4) === 0;
            const height = orphaned ? Math.max(1, tip - random.below(2)) : ++tip;
            const share = {
              ...{ device: 'a', payout_group: group, session: 1, sequence: 0, job: 1, time: 0, nonce: 0 },
              ...{ version: 0, extranonce2: new Uint8Array(4), hash: random.bytes(32), height },
              ...{ share_bits: EASY, code: orphaned ? ShareCode.stale : ShareCode.block },
              received_at: Date.now() - random.pick([0, 10]) * 86_400_000,
            };
            const value = BigInt(random.below(1_000_000));
            const { hash } = share;
            await both(async db => {
              const { id } = await db
                .insertInto('shares')
                .values(share)
                .returning('id')
                .executeTakeFirstOrThrow();
              await db
                .transaction()
                .execute(trx =>
                  recordBlock(trx, { hash, height, device: 'a', group, share: id, value, orphaned }),
                );
            });
            found.push({ hash, height, orphaned });
            break;
          }
          case 1: {
            // A reorganisation changes marks as deep as the node looks for them.
            for (const each of found) {
              if (each.height < tip - 120 || random.below(3) > 0) continue;
              each.orphaned = !each.orphaned;
              moved++;
              const { hash } = each;
              await both(db =>
                db
                  .updateTable('found_blocks')
                  .set({ orphaned: each.orphaned ? 1 : 0 })
                  .where('hash', '=', hash)
                  .execute(),
              );
            }
            break;
          }
          case 2:
            tip += random.pick([1, 50, 200]); // blocks of others
            break;
          default:
            deleted += await pruneShares(pruned, 5, tip);
        }
      }
    }
    const paid = (db: NodeDatabase) =>
      db.selectFrom('rewards').selectAll().orderBy('block').orderBy('device').execute();
    t.deepEqual(await paid(pruned), await paid(whole));
    t.true(deleted > 500 && moved > 50, `${deleted} rows were pruned, ${moved} marks moved`);
  } finally {
    await both(db => db.destroy());
    for (const each of data) rmSync(each, { recursive: true, force: true });
  }
});

test('a reorganisation takes a reward away, and work continues on the new tip', async t => {
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

    const nodes: RootOperationNode[] = [];
    const watched = db.withPlugin({
      transformQuery: ({ node }) => {
        nodes.push(node);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const log = openLogger('silent');
    const jobs = new JobStore(db, NETWORKS.devnet);
    const upstream = undefined as never;
    await closeBlocks({ db: watched, upstream, jobs, log, clock: () => 0, closed: () => {} });
    t.is(nodes.length, 1);
    const asked = db.getExecutor().compileQuery(nodes[0]!, createQueryId());
    const plan = await db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${asked.sql}`, [...asked.parameters]),
    );
    for (const { detail } of plan.rows) t.regex(detail, /USING INDEX shares_open/);
    t.true(plan.rows.length > 0);

    let calls = 0;
    for (let gone = 0; gone < 100_000; calls++) gone += await pruneShares(db, 1, 200_000);
    t.is(calls, 50, 'each call is bounded');
    t.is(await pruneShares(db, 1, 200_000), 0);
  } finally {
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  }
});

test('old rewards leave their rows but stay in the totals', async t => {
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
