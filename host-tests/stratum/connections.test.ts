/** Which connection serves which worker at the Stratum door, and what outlives a connection. */
import test from 'ava';
import { withBed } from './bed.js';

test(
  'extranonces are never given out twice, and no answer is a share of another connection',
  withBed({}, async (t, bed) => {
    const seen = new Set<string>();
    for (let i = 0; i < 70; i++) {
      const stranger = await bed.connect({ localAddress: `127.0.0.${2 + (i % 5)}` });
      await stranger.subscribe();
      seen.add(stranger.extranonce1);
      await stranger.close();
    }
    t.is(seen.size, 70);
    await bed.bed.restart();
    const miner = await bed.miner('nerd');
    t.false(seen.has(miner.extranonce1));
    t.is((await miner.share()).error, null);
  }),
);

test(
  'a miner that goes on with its subscription: the same extranonce, its old job, and the answer that got lost',
  withBed({}, async (t, bed) => {
    const secret = await bed.bed.add('nerd');
    const first = await bed.connect();
    const name = await first.subscribe();
    await first.authorize('nerd', secret);
    const job = await first.until(() => first.job, 'a job');
    const [sent, unsent] = [first.mine(job), first.mine(job)];
    t.is((await first.submit(sent)).error, null);
    t.is((await first.submit(sent)).error?.[0], 22);
    const again = await bed.connect();
    t.is(await again.subscribe('stranger/1.0', name), name);
    t.is(again.extranonce1, first.extranonce1);
    await again.authorize('nerd', secret);
    await again.until(() => again.job, 'a job');
    t.is((await again.submit(sent)).result, true);
    t.is((await again.submit(sent)).error?.[0], 22);
    t.is((await again.submit(unsent)).result, true);
    t.is((await bed.shares('nerd')).length, 2);
    await bed.bed.restart();
    const later = await bed.connect();
    t.is(await later.subscribe('stranger/1.0', name), name);
    await later.authorize('nerd', secret);
    await later.until(() => later.job, 'a job');
    t.is((await later.submit(unsent)).result, true);
    t.is((await bed.shares('nerd')).length, 2);
    // It is nobody else's, and what was never given out is a new one.
    const other = await bed.connect({ localAddress: '127.0.0.8' });
    await other.subscribe('stranger/1.0', name);
    t.is((await other.authorize('second', await bed.bed.add('second'))).error?.[0], 24);
    await other.ended();
    const made = await bed.connect();
    t.not(await made.subscribe('stranger/1.0', 'fffffff0'), 'fffffff0');
  }),
);

test(
  'authorised first and subscribed afterwards',
  withBed({}, async (t, bed) => {
    const secret = await bed.bed.add('nerd');
    const miner = await bed.connect();
    t.is((await miner.authorize('nerd', secret)).error, null);
    await miner.subscribe();
    t.is((await miner.share()).error, null);
    // Once more, as some do after a while; and somebody else over the same connection.
    t.is((await miner.authorize('nerd', secret)).result, true);
    t.is(
      (await miner.authorize('second', await bed.bed.add('second'))).error?.[1],
      'One worker a connection',
    );
    t.is((await miner.share()).error, null);
  }),
);

test(
  'a worker that connects again takes over; a second machine under its name is refused',
  withBed({}, async (t, bed) => {
    const first = await bed.miner('nerd');
    const second = await bed.miner('nerd');
    await first.ended();
    t.is((await second.share()).error, null);
    const elsewhere = await bed.connect({ localAddress: '127.0.0.9' });
    await elsewhere.subscribe();
    const { error } = await elsewhere.authorize('nerd', bed.bed.secrets.get('nerd')!);
    t.regex(error![1], /name of its own/);
    t.is((await second.share()).error, null);
    t.deepEqual(
      (await bed.bed.node.database.selectFrom('sessions').select('device').execute()).map(row => row.device),
      ['nerd', 'nerd'],
    );
  }),
);

test(
  'boards and miners side by side, and a device that changes its door',
  withBed({}, async (t, bed) => {
    const board = await bed.bed.connect('both');
    await board.hello();
    await bed.until(() => board.job !== undefined, "the board's job");
    const miner = await bed.miner('both');
    t.is((await miner.share()).error, null);
    await bed.until(() => bed.bed.events.filter(event => event.event === 'share').length === 1, 'the share');
    t.is((await miner.share()).error, null);
    t.is((await bed.shares('both')).length, 2);
  }),
);

test(
  'a hundred miners, all served and all paid for their own work',
  withBed({}, async (t, bed) => {
    const miners = await Promise.all(
      Array.from({ length: 100 }, (_, i) => bed.miner(`m${i}`, { localAddress: `127.0.0.${10 + (i % 20)}` })),
    );
    t.is(new Set(miners.map(({ extranonce1 }) => extranonce1)).size, 100);
    const answers = await Promise.all(miners.map(miner => miner.share()));
    t.true(answers.every(({ result }) => result === true));
    for (let i = 0; i < 100; i += 9) t.is((await bed.shares(`m${i}`)).length, 1);
    await Promise.all(miners.map(miner => miner.close()));
  }),
);
