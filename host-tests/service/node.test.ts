import { connect as connectTcp } from 'node:net';
import test from 'ava';
import { sql } from 'kysely';
import { parseBlock } from '../../firmware/domain/block.js';
import { headerHash } from '../../firmware/domain/header.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { ShareCode } from '../../firmware/domain/share.js';
import { compactToTarget } from '../../firmware/domain/target.js';
import { encodeShare } from '../../firmware/protocol/mite/share.js';
import { JobStore } from '../../trusted-node/work/jobs.js';
import { Bed, until } from './bed.js';

test('hello, job, share, result: a share is stored and credited', async t => {
  const bed = await Bed.start();
  try {
    const device = await bed.connect('alpha');
    const job = await device.hello();
    t.true(job.clean);
    t.is(job.height, 1);
    t.is(job.extranonce1.length, 4);
    t.is(job.payoutGroup, 'solo');
    t.true(compactToTarget(job.shareBits) > compactToTarget(job.nBits));
    const result = await device.send(device.solve(job));
    t.deepEqual(result, { code: ShareCode.accepted, sequence: 0, jobId: job.id, height: 0 });
    const rows = await bed.node.database.selectFrom('shares').selectAll().execute();
    t.is(rows.length, 1);
    t.is(rows[0]?.device, 'alpha');
    t.deepEqual(
      bed.events.filter(event => event.event === 'share').map(event => event.result),
      ['accepted'],
    );
    const tip = await device.tips.take(() => true);
    t.is(tip.startHeight, 0);
    t.deepEqual(headerHash(tip.headers[0]!), bed.node.ledger.tip().hash);
  } finally {
    await bed.dispose();
  }
});

test('every reject has its reason, and none is stored', async t => {
  const bed = await Bed.start();
  try {
    const device = await bed.connect('alpha');
    const other = await bed.connect('beta');
    const job = await device.hello();
    const foreign = await other.hello();
    const code = async (share: ReturnType<typeof device.solve>) => (await device.send(share)).code;

    t.is(await code(device.solve(job, { meets: false })), ShareCode.lowDifficulty);
    t.is(await code({ ...device.solve(job), jobId: 4_000_000_000 }), ShareCode.unknownJob);
    t.is(await code(device.solve(job, { time: job.minTime - 1 })), ShareCode.badTime);
    t.is(await code(device.solve(job, { time: job.maxTime + 1 })), ShareCode.badTime);
    t.is(await code(device.solve(job, { version: job.version ^ 1 })), ShareCode.badVersion);
    t.is(await code({ ...device.solve(job), extranonce1: foreign.extranonce1 }), ShareCode.badExtranonce);
    t.is(await code({ ...device.solve(job), extranonce2: new Uint8Array(3) }), ShareCode.badExtranonce);
    t.is(await code({ ...device.solve(foreign) }), ShareCode.notAuthorised);

    const share = device.solve(job);
    t.is(await code(share), ShareCode.accepted);
    t.is(await code({ ...share, sequence: 5000 }), ShareCode.duplicate);

    const broken = encodeShare({ ...share, sequence: 6000 });
    broken[2] = 1;
    await device.raw('share', broken);
    const answer = await device.results.take(result => result.sequence === 6000);
    t.is(answer.code, ShareCode.malformed);
    await device.raw('share', new Uint8Array(5));
    await device.raw('hello', new TextEncoder().encode('{"v":1'));

    const rolled = device.solve(job, { version: job.version ^ 0x2000, time: job.time + 1 });
    t.is(await code(rolled), ShareCode.accepted, 'time and version may be rolled within their bounds');
    const rows = await bed.node.database.selectFrom('shares').select('id').execute();
    t.is(rows.length, 2);
  } finally {
    await bed.dispose();
  }
});

test('a share sent again gets the stored answer and counts once, even after the node restarts', async t => {
  const bed = await Bed.start();
  try {
    const device = await bed.connect('alpha');
    const job = await device.hello();
    const share = device.solve(job);
    t.is((await device.send(share)).code, ShareCode.accepted);
    t.is((await device.send(share)).code, ShareCode.accepted);
    const waiting = device.solve(job);
    const { boot } = device;
    await bed.restart();

    const again = await bed.connect('alpha', boot);
    again.sequence = device.sequence;
    t.is((await again.send(share)).code, ShareCode.accepted);
    t.is((await again.send(waiting)).code, ShareCode.accepted, 'a job of before the restart is still good');
    const next = await again.hello();
    t.deepEqual(next.extranonce1, job.extranonce1, 'same boot, same extranonce');
    t.false(next.clean, 'the tip has not changed');
    const reboot = await bed.connect('alpha');
    const fresh = await reboot.hello();
    t.notDeepEqual(fresh.extranonce1, job.extranonce1);
    const rows = await bed.node.database.selectFrom('shares').select('id').execute();
    t.is(rows.length, 2);
    await until(async () => {
      const counts = await bed.node.database.selectFrom('share_counts').selectAll().execute();
      return counts.length === 1 && counts[0]?.count === 2;
    }, 'two shares in the counts');
  } finally {
    await bed.dispose();
  }
});

test('blocks: stored before they are answered, rewards split, tip announced, stale shares refused', async t => {
  const bed = await Bed.start({ network: 'regtest' });
  try {
    const device = await bed.connect('alpha');
    const second = await bed.connect('beta');
    const job = await device.hello();
    const other = await second.hello();
    const late = second.solve(other, { meets: false });
    const lateBlock = second.solve(other);
    const share = device.solve(job);
    const result = await device.send(share);
    t.deepEqual(result, { code: ShareCode.block, sequence: share.sequence, jobId: job.id, height: 1 });

    const tip = bed.node.ledger.tip();
    t.is(tip.height, 1);
    const raw = await bed.node.ledger.block(tip.hash);
    const coinbase = parseBlock(raw!).transactions[0]!;
    t.is(coinbase.inputs[0]!.witness.length, 1);
    t.true(Buffer.from(coinbase.inputs[0]!.scriptSig).includes('/mite/'));
    t.is(coinbase.outputs[0]!.value, 5_000_000_000n);

    const next = await second.jobs.take(entry => entry.height === 2);
    t.true(next.clean);
    await second.tips.take(message => message.startHeight === 1);
    t.is((await second.send(late)).code, ShareCode.lowDifficulty);
    t.is((await second.send(lateBlock)).code, ShareCode.stale);
    t.is((await device.send(share)).code, ShareCode.block, 'a block sent again is still a block');
    t.is((await second.send(second.solve(next))).code, ShareCode.block);

    const rewards = await bed.node.database
      .selectFrom('rewards')
      .innerJoin('found_blocks', 'found_blocks.hash', 'rewards.block')
      .select(['found_blocks.height', 'rewards.device', 'rewards.amount', 'found_blocks.orphaned'])
      .orderBy('found_blocks.height')
      .orderBy('found_blocks.orphaned')
      .orderBy('rewards.device')
      .execute();
    t.deepEqual(rewards, [
      { height: 1, device: 'alpha', amount: '5000000000', orphaned: 0 },
      // What the late block would earn, were its branch to win.
      { height: 1, device: 'alpha', amount: '2500000000', orphaned: 1 },
      { height: 1, device: 'beta', amount: '2500000000', orphaned: 1 },
      { height: 2, device: 'beta', amount: '5000000000', orphaned: 0 },
    ]);
    t.deepEqual(
      bed.events.filter(event => event.event === 'block').map(event => [event.height, event.device]),
      [
        [1, 'alpha'],
        [2, 'beta'],
      ],
    );
    await until(
      () => bed.events.some(event => event.event === 'balance' && event.immature === '10000000000'),
      'the balance',
    );
    t.is((await bed.node.ledger.verify()).height, 2);

    // Blocks of long ago are stale; jobs of long ago are unknown; a share that was answered keeps its answer.
    for (let height = 3; height <= 6; height++) {
      const work = await device.jobs.take(entry => entry.height === height);
      t.is((await device.send(device.solve(work))).code, ShareCode.block);
    }
    t.is((await device.send(device.solve(job))).code, ShareCode.stale);
    t.is((await device.send(share)).code, ShareCode.block);
    await new JobStore(bed.node.database, NETWORKS.devnet).prune(500);
    await bed.restart();
    const later = await bed.connect('alpha', device.boot);
    t.is((await later.send(share)).code, ShareCode.block);
    t.is((await later.send({ ...share, nonce: share.nonce + 1 })).code, ShareCode.unknownJob);
  } finally {
    await bed.dispose();
  }
});

test('a block already stored when the node died is closed at the next start', async t => {
  const bed = await Bed.start({ network: 'regtest' });
  try {
    const device = await bed.connect('alpha');
    const job = await device.hello();
    const share = device.solve(job);
    t.is((await device.send(share)).code, ShareCode.block);
    await device.close();
    // As a kill between the ledger's commit and the share's leaves it.
    const db = bed.node.database;
    await db.deleteFrom('rewards').execute();
    await db.deleteFrom('found_blocks').execute();
    await db.deleteFrom('share_counts').execute();
    await db.updateTable('shares').set({ code: -1 }).execute();
    await bed.restart();
    const rows = await bed.node.database.selectFrom('shares').select('code').execute();
    t.deepEqual(rows, [{ code: ShareCode.block }]);
    const rewards = await bed.node.database.selectFrom('rewards').select(['device', 'amount']).execute();
    t.deepEqual(rewards, [{ device: 'alpha', amount: '5000000000' }]);
  } finally {
    await bed.dispose();
  }
});

test('four devices never share an extranonce, even across reboots', async t => {
  const bed = await Bed.start();
  try {
    const seen = new Set<string>();
    for (let boot = 0; boot < 3; boot++) {
      for (const id of ['a', 'b', 'c', 'd']) {
        const device = await bed.connect(id);
        const job = await device.hello();
        const name = Buffer.from(job.extranonce1).toString('hex');
        t.false(seen.has(name));
        seen.add(name);
        t.is((await device.send(device.solve(job))).code, ShareCode.accepted);
      }
    }
    const rows = await bed.node.database.selectFrom('shares').select(['device', 'session']).execute();
    t.is(new Set(rows.map(row => row.session)).size, 12);
    t.is(rows.length, 12);
  } finally {
    await bed.dispose();
  }
});

test('shares in a burst are stored together and raise the difficulty', async t => {
  const bed = await Bed.start();
  try {
    const device = await bed.connect('alpha');
    const job = await device.hello();
    await new Promise(resolve => setTimeout(resolve, 3_100)); // shares right after a hello say nothing of speed
    const shares = Array.from({ length: 200 }, () => device.solve(job));
    const started = Date.now();
    const from = device.jobs.all.length;
    await Promise.all(shares.map(share => device.send(share)));
    const rate = Math.round((200 * 1000) / (Date.now() - started));
    t.log(`${rate} shares a second`);
    // On a busy machine a renewal of the job may come first, as easy as it was.
    const target = compactToTarget(job.shareBits);
    const harder = await device.jobs.take(entry => compactToTarget(entry.shareBits) < target, from);
    t.false(harder.clean);
    t.is((await device.send(device.solve(job))).code, ShareCode.accepted, 'the old job is still good');
  } finally {
    await bed.dispose();
  }
});

test('a full disk: no share is acknowledged before it is stored, and none is lost', async t => {
  const bed = await Bed.start();
  try {
    const device = await bed.connect('alpha');
    const job = await device.hello();
    t.is((await device.send(device.solve(job))).code, ShareCode.accepted);
    // SQLite's own limit: the same SQLITE_FULL as from a disk without space.
    const db = bed.node.database;
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]!.page_count)}`.execute(db);
    // Fewer than the broker takes at once. It passes on no more while the node works on eight: none is awaited yet.
    const shares = Array.from({ length: 150 }, () => device.solve(job));
    const posted = Promise.all(shares.map(share => device.post(share)));
    posted.catch(() => {});
    const told = () => device.results.all.length;
    // The disk is full once a second brings no result.
    for (let before = 0; before < told(); ) {
      before = told();
      await new Promise(resolve => setTimeout(resolve, 1_000));
    }
    await until(
      async () => (await db.selectFrom('shares').select('id').execute()).length === told(),
      'a result for each share that is stored, and for no other',
    );
    t.true(told() - 1 < 150, 'the disk was full');
    await sql`pragma max_page_count = 1000000`.execute(db);
    for (const share of shares) {
      const result = await device.results.take(entry => entry.sequence === share.sequence);
      t.is(result.code, ShareCode.accepted);
    }
    await posted;
    const after = await db.selectFrom('shares').select('id').execute();
    t.is(after.length, 151);
  } finally {
    await bed.dispose();
  }
});

test('malformed packets and floods do not end the node', async t => {
  const bed = await Bed.start();
  try {
    const port = bed.node.addresses[0]!.port;
    let state = 12345;
    const byte = () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 24;
    };
    const floods: Uint8Array[] = [
      Uint8Array.from([0x10, 0xff, 0xff, 0xff, 0x7f]), // a CONNECT of 256 MB
      Uint8Array.from([0x10, 0xff, 0xff, 0xff, 0xff, 0xff]),
      Uint8Array.from([0x30, 0x02, 0x00, 0x00]),
      new Uint8Array(100_000),
    ];
    for (let i = 0; i < 60; i++) floods.push(Uint8Array.from({ length: 1 + byte() * 8 }, byte));
    await Promise.all(
      floods.map(async flood => {
        const socket = connectTcp(port, '127.0.0.1');
        socket.on('error', () => {});
        const closed = new Promise<void>(resolve => socket.on('close', () => resolve()));
        socket.on('connect', () => socket.end(flood));
        await closed;
      }),
    );
    const device = await bed.connect('alpha');
    const job = await device.hello();
    t.is((await device.send(device.solve(job))).code, ShareCode.accepted);
    const big = Buffer.alloc(9000);
    device.client.publish('mite/1/alpha/share', big, { qos: 1 });
    await until(() => device.closed, 'the connection with a packet over 8 KB to end');
  } finally {
    await bed.dispose();
  }
});
