/** The Stratum door as miners see it: real sockets, and a client that was written from the protocol's text. */
import test from 'ava';
import { ShareCode } from '../../firmware/domain/share.js';
import { ANSWER_MS } from '../support/deadlines.js';
import { withBed } from './bed.js';
import { type Found, targetOfDecimal } from './stranger.js';

/** A share with other fields than it was found with. */
function changed(found: Found, at: 0 | 1 | 2 | 3, value: string): Found {
  const copy: Found = [...found];
  copy[at] = value;
  return copy;
}

test(
  'subscribe, authorize, submit are enough: shares are accepted, stored and credited',
  withBed({}, async (t, bed) => {
    const miner = await bed.miner('nerd');
    t.is(miner.extranonce2Size, 4);
    t.regex(miner.extranonce1, /^[0-9a-f]{8}$/);
    for (let i = 0; i < 5; i++) t.deepEqual(await miner.share(), { id: i + 3, result: true, error: null });
    const shares = await bed.shares('nerd');
    t.is(shares.length, 5);
    t.is(shares[0]!.payout_group, 'solo');
    // The difficulty comes before the job it is for.
    const methods = miner.notifications.map(({ method }) => method);
    t.deepEqual(methods.slice(0, 2), ['mining.set_difficulty', 'mining.notify']);
    const row = await bed.bed.node.database
      .selectFrom('devices')
      .select(['credited', 'board', 'firmware'])
      .where('id', '=', 'nerd')
      .executeTakeFirstOrThrow();
    t.deepEqual([row.board, row.firmware], ['stranger', '1.0']);
    t.true(BigInt(row.credited) >= 5n * 256n);
  }),
);

test(
  'every kind of bad share has its code, is counted, and ends nothing',
  withBed({}, async (t, bed) => {
    const miner = await bed.miner('nerd');
    const job = miner.job!;
    const good = miner.mine(job);
    const code = async (found: Found, ...more: string[]) => (await miner.submit(found, ...more)).error?.[0];
    t.is(await code(good), undefined);
    t.is(await code(good), 22, 'duplicate');
    // Easier than the job asks for, and harder than nothing.
    t.is(await code(miner.mine(job, { target: job.target * 64n, above: job.target })), 23);
    t.is(await code(changed(good, 0, 'ffffffff')), 21, 'unknown job');
    t.is(await code(changed(good, 0, 'no job')), 21, 'no job id');
    t.is(await code(changed(good, 1, '0011')), 20, 'short extranonce2');
    t.is(await code(changed(good, 1, '00112233445566')), 20, 'long extranonce2');
    t.is(await code(changed(good, 2, '00000001')), 20, 'time');
    t.is(await code(changed(good, 2, 'ffffffff')), 20, 'time');
    t.is(await code(changed(good, 3, 'zz')), 20, 'nonce');
    t.is(await code(good, '00000001'), 20, 'version bits that nobody may roll');
    t.is((await miner.request('mining.submit', [])).error?.[0], 20);
    t.is((await miner.request('mining.submit', ['a', 1, 2, 3, 4])).error?.[0], 20);
    t.is((await miner.share()).error, null);
    await bed.bed.node.stop();
    await bed.bed.up();
    const counts = await bed.counts('nerd');
    t.is(counts.get(ShareCode.accepted), 2);
    t.is(counts.get(ShareCode.duplicate), 1);
    t.is(counts.get(ShareCode.lowDifficulty), 1);
    t.is(counts.get(ShareCode.unknownJob), 2);
    t.is(counts.get(ShareCode.badExtranonce), 2);
    t.is(counts.get(ShareCode.badTime), 2);
    t.is(counts.get(ShareCode.badVersion), 1);
    t.is(counts.get(ShareCode.malformed), 3);
  }),
);

test(
  'numbers without leading zeros, upper case and another worker name in a submit are understood',
  withBed({}, async (t, bed) => {
    const miner = await bed.miner('nerd');
    const job = miner.job!;
    // As NerdMiner writes a nonce.
    const [id, extranonce2, time, nonce] = miner.mine(job);
    const short = nonce.replace(/^0+/, '');
    const params = ['nerd.cut', id.toUpperCase(), extranonce2.toUpperCase(), time.toUpperCase(), short];
    t.is((await miner.request('mining.submit', params)).error, null);
  }),
);

test(
  'who is not authorised gets nothing',
  withBed({}, async (t, bed) => {
    const secret = await bed.bed.add('nerd');
    const stranger = await bed.connect();
    t.is((await stranger.request('mining.submit', ['nerd', '1', '00000000', '0', '0'])).error?.[0], 25);
    await stranger.subscribe();
    t.is((await stranger.request('mining.submit', ['nerd', '1', '00000000', '0', '0'])).error?.[0], 24);
    t.is((await stranger.request('mining.suggest_difficulty', [0.001])).result, true);
    for (const [user, password] of [
      ['nerd', 'wrong'],
      ['nerd', ''],
      ['nobody', secret],
      [bed.bed.config.payoutAddress!, 'x'],
    ] as const) {
      const { result, error } = await stranger.authorize(user, password);
      t.is(result, null);
      t.is(error?.[0], 24);
    }
    t.deepEqual(stranger.notifications, []);
    // The fifth ends the connection.
    t.is((await stranger.authorize('nerd', 'again')).error?.[0], 24);
    await stranger.ended();
    t.is((await bed.bed.node.database.selectFrom('sessions').selectAll().execute()).length, 0);
    const miner = await bed.connect();
    await miner.begin('nerd', secret);
    t.is((await miner.share()).error, null);
    await bed.bed.node.database
      .updateTable('devices')
      .set({ revoked_at: Date.now() })
      .where('id', '=', 'nerd')
      .execute();
    await bed.bed.node.refresh();
    await miner.ended();
    const again = await bed.connect();
    await again.subscribe();
    t.is((await again.authorize('nerd', secret)).error?.[0], 24);
  }),
);

test(
  'a suggested difficulty is kept to the digit, and holds from the next job on',
  withBed({}, async (t, bed) => {
    const secret = await bed.bed.add('nerd');
    const miner = await bed.connect();
    await miner.subscribe();
    await miner.request('mining.suggest_difficulty', [0.000001]);
    await miner.authorize('nerd', secret);
    const easy = await miner.until(() => miner.job, 'a job');
    t.is(miner.difficulty, '0.000001');
    t.is(easy.target, targetOfDecimal('0.000001'));
    t.is((await miner.submit(miner.mine(easy))).error, null);
    await miner.request('mining.suggest_difficulty', ['0.00005']);
    const hard = await miner.until(() => (miner.job === easy ? undefined : miner.job), 'the next job');
    t.is(miner.difficulty, '0.00005');
    t.false(hard.clean);
    const methods = miner.notifications.map(({ method }) => method);
    t.deepEqual(methods.slice(-2), ['mining.set_difficulty', 'mining.notify']);
    // Each by its own job's difficulty, whatever is the newest.
    const between = { target: easy.target, above: hard.target };
    t.is((await miner.submit(miner.mine(easy, between))).error, null);
    t.is((await miner.submit(miner.mine(hard, between))).error?.[0], 23);
    t.is((await miner.submit(miner.mine(hard))).error, null);
    // A target in place of a difficulty, and one that nothing can be made of.
    const target = targetOfDecimal('0.000002').toString(16).padStart(64, '0');
    t.is((await miner.request('mining.suggest_target', [target])).result, true);
    await miner.until(() => (miner.difficulty === '0.000002' ? true : undefined), 'the target');
    for (const nonsense of [0, -1, 'x', null, [], 1e300, '1e-999'])
      t.is((await miner.request('mining.suggest_difficulty', [nonsense])).result, true);
    t.is(miner.difficulty, '0.000002');
    t.is((await miner.share()).error, null);
  }),
);

test(
  'what miners write into the password for lack of another field',
  withBed({}, async (t, bed) => {
    const secret = await bed.bed.add('nerd');
    const miner = await bed.connect();
    await miner.begin('nerd', `${secret},d=0.00025`);
    t.is(miner.difficulty, '0.00025');
  }),
);

test(
  'vardiff: powers of two, more for who is fast',
  withBed({}, async (t, bed) => {
    const miner = await bed.miner('nerd');
    const first = miner.job!.target;
    const deadline = Date.now() + ANSWER_MS;
    while (miner.job!.target === first && Date.now() < deadline) t.is((await miner.share()).error, null);
    t.true(miner.job!.target < first);
    const quotient = (0xffffn << 208n) % miner.job!.target;
    t.true(quotient === 0n || miner.job!.target % (0xffffn << 208n) === 0n);
  }),
);

test(
  'BIP310: version rolling, minimum difficulty, extranonce subscription',
  withBed({}, async (t, bed) => {
    const secret = await bed.bed.add('nerd');
    const miner = await bed.connect();
    const names = ['version-rolling', 'minimum-difficulty', 'subscribe-extranonce', 'info', 'what-else'];
    const { result } = await miner.request('mining.configure', [
      names,
      {
        'version-rolling.mask': 'ffffffff',
        'version-rolling.min-bit-count': 2,
        'minimum-difficulty.value': 0.00002,
      },
    ]);
    t.deepEqual(result, {
      'version-rolling': true,
      'version-rolling.mask': '1fffe000',
      'minimum-difficulty': true,
      'subscribe-extranonce': true,
      info: true,
      'what-else': false,
    });
    const job = await miner.begin('nerd', secret);
    t.is(miner.difficulty, '0.00002');
    // Six parameters, and five.
    const rolled = (Number.parseInt(job.version, 16) | 0x00abc000).toString(16);
    t.is((await miner.submit(miner.mine(job, { version: rolled }), '00abc000')).error, null);
    t.is((await miner.submit(miner.mine(job))).error, null);
    // Some send the whole version.
    t.is((await miner.submit(miner.mine(job, { version: rolled }), rolled)).error, null);
    t.is((await miner.submit(miner.mine(job), '00000001')).error?.[1], 'Version bits outside the mask');
    t.is((await miner.submit(miner.mine(job, { version: rolled }))).error?.[0], 23, 'bits forgotten');
  }),
);

test(
  'version rolling may be asked for late; without it no bit is free',
  withBed({}, async (t, bed) => {
    const miner = await bed.miner('nerd');
    const job = miner.job!;
    const rolled = (Number.parseInt(job.version, 16) | 0x4000).toString(16);
    t.is((await miner.submit(miner.mine(job, { version: rolled }), '00004000')).error?.[0], 20);
    await miner.request('mining.configure', [['version-rolling'], { 'version-rolling.mask': '00006000' }]);
    const next = await miner.until(() => (miner.job === job ? undefined : miner.job), 'a job with a mask');
    t.is((await miner.submit(miner.mine(next, { version: rolled }), '00004000')).error, null);
  }),
);

test(
  'unknown methods are answered, and so are ping, version and whatever is malformed',
  withBed({}, async (t, bed) => {
    const miner = await bed.miner('nerd');
    t.is((await miner.request('mining.get_transactions', ['1'])).error?.[0], 20);
    t.is((await miner.request('eth_submitWork', [])).error?.[1], 'Unknown method');
    t.is((await miner.request('mining.ping', [])).result, 'pong');
    t.is((await miner.request('client.get_version', [])).result, 'mite-node');
    t.is((await miner.request('mining.extranonce.subscribe', [])).result, true);
    miner.send('{"id":null,"result":true,"error":null}\n\r\n   \n{not json\n[]\n"x"\n{"id":77}\n');
    t.is((await miner.request('mining.authorize', [])).error?.[0], 20);
    t.is((await miner.request('mining.configure', 5)).error?.[0], 20);
    t.is((await miner.share()).error, null);
  }),
);

test(
  'jobs that follow on the same tip are not clean: work on the earlier ones still counts',
  withBed({ refreshSeconds: '1' }, async (t, bed) => {
    const miner = await bed.miner('nerd');
    const first = miner.job!;
    t.true(first.clean);
    const found = miner.mine(first);
    const second = await miner.until(() => (miner.job === first ? undefined : miner.job), 'another job');
    t.false(second.clean);
    t.not(second.id, first.id);
    t.is(second.previous, first.previous);
    t.is((await miner.submit(found)).error, null);
  }),
);

test(
  'a share that is a block: true, a clean job for everybody, and stale for who is late',
  withBed({ network: 'regtest' }, async (t, bed) => {
    const [finder, other] = [await bed.miner('nerd'), await bed.miner('other')];
    const [mine, theirs] = [finder.job!, other.job!];
    const late = other.mine(theirs);
    t.is((await finder.submit(finder.mine(mine))).error, null);
    const next = await other.until(
      () => (other.job === theirs ? undefined : other.job),
      'a job on the block',
    );
    t.true(next.clean);
    t.not(next.previous, theirs.previous);
    t.is((await other.submit(late)).error?.[0], 21);
    t.is(bed.bed.node.ledger.tip().height, 1);
    const { header } = bed.bed.node.ledger.tip();
    t.is(header.previousHash.length, 32);
    t.true(bed.bed.events.some(event => event.event === 'block' && event.device === 'nerd'));
  }),
);
