/** Transactions get into blocks when enough boards judged them valid, and boards that lie no longer count. */
import test from 'ava';
import type { Kysely } from 'kysely';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { type Judgement, judge } from '../../firmware/domain/judge/judge.js';
import { ShareCode } from '../../firmware/domain/share.js';
import { REASON_OK } from '../../firmware/protocol/mite/verdict.js';
import { curve } from '../../trusted-node/common/curve.js';
import { revokeDevice } from '../../trusted-node/fleet/devices.js';
import type { LedgerTables } from '../../trusted-node/ledger/tables.js';
import { forgetKey, unflagDevice } from '../../trusted-node/quorum/board-keys.js';
import { makeProbe } from '../../trusted-node/quorum/probe.js';
import { standings } from '../../trusted-node/quorum/quorum.js';
import { attestationsOf } from '../../trusted-node/quorum/verdict-store.js';
import { blockOfTemplate, signedSpend } from '../ledger/chain-maker.js';
import { ANSWER_MS } from '../support/deadlines.js';
import { honest, no, yes } from '../support/judging-board.js';
import { until } from './bed.js';
import { alice, QuorumBed } from './quorum-bed.js';

const silent = (): undefined => undefined;
/** Long enough for a message that must not come or must not count. */
const settle = () => new Promise(resolve => setTimeout(resolve, 300));

test('two of three boards bring a transaction into a block, one does not; it stays provable', async t => {
  const bed = await QuorumBed.start(t, { quorum: '2' });
  const a = await bed.board('a');
  const b = await bed.board('b', silent);
  const spend = await bed.send(t, bed.coins[0]!);
  await until(async () => (await bed.verdicts()).length === 1, 'the first verdict');
  t.deepEqual(await bed.taken(), []);
  t.is(a.device.job.fees, 0n);

  const c = await bed.board('c');
  await until(async () => (await bed.verdicts()).length === 2, 'the second verdict');
  t.deepEqual(await bed.taken(), [bytesToHex(spend.txid)]);
  const job = await a.device.jobs.take(each => each.fees === 1_000n);
  t.is((await a.device.send(a.device.solve(job))).code, ShareCode.block);
  t.is((await bed.bed.node.ledger.inclusion(spend.txid))?.height, 105);

  const attestations = await attestationsOf(bed.db, 'regtest', spend.txid);
  t.deepEqual(
    attestations.map(({ device, verdict, verified }) => [device, verdict, verified]),
    [
      ['a', 'valid', true],
      ['c', 'valid', true],
    ],
  );
  t.deepEqual(attestations[1]!.publicKey, c.publicKey);
  t.is((await attestationsOf(bed.db, 'devnet', spend.txid))[0]!.verified, false, 'the network is signed');
  t.is(b.offers.all.length, 1);
  t.is((await bed.bed.node.ledger.verify()).height, 105);
});

test('without a quorum everything is taken, but boards are still asked', async t => {
  const bed = await QuorumBed.start(t);
  await bed.board('a');
  const spend = await bed.send(t, bed.coins[0]!);
  t.deepEqual(await bed.taken(), [bytesToHex(spend.txid)]);
  await until(async () => (await bed.verdicts()).length === 1, 'a verdict');
});

test('a transaction waits for all its ancestors; parents are offered first', async t => {
  const bed = await QuorumBed.start(t, { quorum: '1' });
  const parent = await bed.send(t, bed.coins[0]!);
  const child = await bed.send(t, parent, 50_000n);
  const other = await bed.send(t, bed.coins[1]!);
  const doubtful = bytesToHex(parent.txid);
  const board = await bed.board(
    'a',
    (_, judgement): Judgement =>
      bytesToHex(judgement.txid) === doubtful
        ? { ...judgement, verdict: 'not-judged', reason: 'other' }
        : judgement,
  );
  await until(async () => (await bed.verdicts()).length === 3, 'three verdicts');
  t.deepEqual(
    board.verdicts.all.map(({ txid }) => bytesToHex(txid)),
    [parent, child, other].map(each => bytesToHex(each.txid)),
  );
  t.deepEqual(await bed.taken(), [bytesToHex(other.txid)]);
  const { ledger } = bed.bed.node;
  const rules = { quorum: 1, minAge: 0, mode: 'enforce' } as const;
  t.deepEqual(
    (await standings(ledger, bed.db, rules)).map(each => each.standing),
    ['verdicts', 'parent', 'ready'],
  );
  t.deepEqual(await bed.flags(), [], 'not to judge is no contradiction');
  await bed.board('b');
  await until(async () => (await bed.taken()).length === 3, 'the family');
  // A block from outside is judged by the ledger's rules alone.
  const template = await ledger.template(ledger.tip().time + 60);
  t.is((await ledger.submitBlock(blockOfTemplate(template, alice.script))).status, 'connected');
});

test('what a broken node takes for valid gets into no block while the boards work properly', async t => {
  const bed = await QuorumBed.start(t, { quorum: '2' });
  await bed.board('a');
  await bed.board('b');
  const spend = await bed.send(t, bed.coins[0]!);
  await until(async () => (await bed.taken()).length === 1, 'the quorum');
  // Straight into its database, past all its rules: a spoilt spend of another coin.
  const { ledger } = bed.bed.node;
  const raw = signedSpend([bed.coins[1]!], [{ value: 1_000_000n, script: alice.script }]);
  const spent = [{ value: bed.coins[1]!.value, script: alice.script }];
  const entry = {
    txid: spend.txid,
    wtxid: spend.txid,
    raw,
    vsize: raw.length,
    spent,
    fee: 0n,
    time: 0,
    parents: [],
  };
  const ids = new Set<string>();
  for (let i = 0; ids.size < 2; i++) {
    const { txid, wtxid, raw: spoilt } = makeProbe(entry)!;
    if (ids.has(bytesToHex(txid))) continue; // spoilt in its witness again
    ids.add(bytesToHex(txid));
    const row = { txid, wtxid, raw: spoilt, fee: 1_000_000, time: 0, sequence: 100 + i };
    await bed.db.insertInto('mempool').values(row).execute();
  }
  await (bed.db as unknown as Kysely<LedgerTables>)
    .updateTable('ledger_state')
    .set(eb => ({ pool_revision: eb('pool_revision', '+', 1) }))
    .execute();
  await ledger.poll();
  await until(async () => (await bed.flags()).length === 2, 'two boards that contradict the node');
  t.deepEqual(await bed.taken(), []);
  await unflagDevice(bed.db, 'a');
  await unflagDevice(bed.db, 'b');
  t.deepEqual(await bed.taken(), [bytesToHex(spend.txid)], 'the right one only');
});

test('verdicts survive a restart of the node, and are not requested again', async t => {
  const bed = await QuorumBed.start(t, { quorum: '2' });
  const a = await bed.board('a');
  const b = await bed.board('b', silent);
  const spend = await bed.send(t, bed.coins[0]!);
  await until(async () => (await bed.verdicts()).length === 1, 'a verdict');
  await b.offers.take(() => true);
  await bed.bed.restart();
  t.deepEqual(await bed.taken(), []);
  const again = await bed.board('a', honest, a.secret);
  const other = await bed.board('b', honest, b.secret);
  await until(async () => (await bed.taken()).length === 1, 'the quorum');
  t.is(again.offers.all.length, 0);
  t.is(other.offers.all.length, 1, 'what was not answered is offered again');
  await bed.bed.restart();
  t.deepEqual(await bed.taken(), [bytesToHex(spend.txid)], 'from the database alone');
});

test('a board that calls a valid transaction invalid is flagged and does not count until it is unflagged', async t => {
  const bed = await QuorumBed.start(t, { quorum: '2' });
  const a = await bed.board('a');
  const b = await bed.board('b');
  const first = await bed.send(t, bed.coins[0]!);
  await until(async () => (await bed.taken()).length === 1, 'the quorum');
  b.opinion = no;
  await bed.send(t, bed.coins[1]!);
  await until(async () => (await bed.flags()).length === 1, 'the flag');
  t.deepEqual(await bed.flags(), [['b', 'valid-called-invalid']]);
  t.deepEqual(await bed.taken(), [], 'what it said of others does not count either');
  const [flag] = await bed.db.selectFrom('flags').selectAll().execute();
  const sent = b.verdicts.all.at(-1)!;
  t.deepEqual(new Uint8Array(flag!.message).subarray(108), sent.signature, 'the evidence');
  const offered = b.offers.all.length;
  await bed.send(t, bed.coins[2]!);
  await until(() => a.offers.all.length === 3, 'an offer to the other board');
  await settle();
  t.is(b.offers.all.length, offered, 'it is asked nothing more');
  t.true(bed.bed.events.some(event => event.event === 'flagged' && event.device === 'b'));

  // Across a restart too; and it goes on mining.
  await bed.bed.restart();
  t.deepEqual(await bed.taken(), []);
  b.opinion = honest;
  const again = await bed.board('b', honest, b.secret);
  await settle();
  t.is(again.offers.all.length, 0);
  await unflagDevice(bed.db, 'b');
  await t.throwsAsync(unflagDevice(bed.db, 'b'), { message: 'there is no flagged device b' });
  await bed.bed.node.refresh();
  await until(async () => (await bed.taken()).includes(bytesToHex(first.txid)), 'the quorum');
  await until(() => again.offers.all.length === 1, 'what it has not judged');
});

test('a board that signs without looking falls for a probe; an honest one does not notice', async t => {
  const bed = await QuorumBed.start(t, { quorum: '1', probeEvery: '50' });
  const judging = await bed.board('judging');
  const lazy = await bed.board('lazy', yes);
  const spend = await bed.send(t, bed.coins[0]!);
  await until(async () => (await bed.flags()).length === 1, 'the flag');
  t.deepEqual(await bed.flags(), [['lazy', 'invalid-called-valid']]);
  await until(async () => (await bed.taken()).length === 1, 'the honest verdict');
  t.is(lazy.offers.all.length, 1);
  t.is(judging.offers.all.length, 2, 'the probe first');
  t.is(judging.verdicts.all[0]!.verdict, 'invalid');
  t.is(judging.verdicts.all[1]!.verdict, 'valid');
  t.deepEqual(await bed.verdicts(), [['judging', 0]], 'no verdict on a probe is stored as one');
  const pool = await bed.bed.node.ledger.waiting();
  t.deepEqual(
    pool.map(each => bytesToHex(each.txid)),
    [bytesToHex(spend.txid)],
  );
  const row = await bed.db
    .selectFrom('device_keys')
    .select('probes')
    .where('device', '=', 'judging')
    .executeTakeFirstOrThrow();
  t.is(row.probes, 1);
});

test('a board that leaves without an answer is asked the same again; "not judged" does not expose a probe', async t => {
  const bed = await QuorumBed.start(t, { quorum: '1', probeEvery: '50' });
  let board = await bed.board('a', silent);
  const { secret } = board;
  await bed.send(t, bed.coins[0]!);
  const seen = new Set<string>();
  for (let i = 0; i < 4; i++) {
    await until(() => board.offers.all.length === 1, 'an offer');
    seen.add(bytesToHex(board.offers.all[0]!.raw));
    await board.device.close();
    board = await bed.board('a', silent, secret);
  }
  t.is(seen.size, 1);
  await board.device.close();
  board = await bed.board(
    'a',
    (_, judgement) => ({ ...judgement, verdict: 'not-judged', reason: 'script-type' }),
    secret,
  );
  await until(() => board.verdicts.all.length === 1, 'a verdict');
  await settle();
  t.is(board.offers.all.length, 1, 'no second look at the transaction without the probe');
  const row = await bed.db.selectFrom('device_keys').select('probes').executeTakeFirstOrThrow();
  t.is(row.probes, 0);
});

test('every offer may be a probe, and an honest board sees through all of them', async t => {
  const bed = await QuorumBed.start(t, { quorum: '1', probeEvery: '1' });
  const board = await bed.board('a');
  let coin = bed.coins[0]!;
  for (let i = 0; i < 15; i++) coin = await bed.send(t, coin);
  await until(async () => (await bed.taken()).length === 15, 'all of them', ANSWER_MS);
  t.is(board.offers.all.length, 30);
  t.deepEqual(await bed.flags(), []);
});

test('a key other than the first is refused and shown; rekey accepts the new one', async t => {
  const bed = await QuorumBed.start(t, { quorum: '1' });
  const first = await bed.board('a');
  const spend = await bed.send(t, bed.coins[0]!);
  await until(async () => (await bed.taken()).length === 1, 'a verdict');
  await first.device.close();
  const second = await bed.board('a');
  await until(() => bed.bed.events.some(event => event.event === 'key-refused'), 'the refusal');
  const next = await bed.send(t, bed.coins[1]!);
  await settle();
  t.is(second.offers.all.length, 0);
  t.deepEqual(await bed.taken(), [bytesToHex(spend.txid)]);
  const row = await bed.db.selectFrom('device_keys').selectAll().executeTakeFirstOrThrow();
  t.deepEqual(new Uint8Array(row.public_key), first.publicKey);
  t.deepEqual(new Uint8Array(row.other_key!), second.publicKey);

  await forgetKey(bed.db, 'a');
  t.deepEqual(await bed.taken(), [], 'the old key does not count');
  await bed.bed.node.refresh();
  await until(async () => (await bed.taken()).includes(bytesToHex(next.txid)), 'verdicts of the new key');
  await until(async () => (await bed.verdicts()).length === 3, 'what the old key signed is kept');
});

test('forged, foreign and replayed verdicts are refused and never stored', async t => {
  const bed = await QuorumBed.start(t, { quorum: '1' });
  const board = await bed.board('a', silent);
  const thief = await bed.board('b', silent);
  const tip = bed.bed.node.ledger.tip();
  const fakes: ((id: number, judgement: Judgement) => ReturnType<typeof board.sign>)[] = [
    (id, judgement) => ({ ...board.sign(id, judgement), signature: new Uint8Array(64) }),
    (id, judgement) => board.sign(id, judgement, { secret: thief.secret }),
    (id, judgement) => board.sign(id, judgement, { device: 'b' }),
    (id, judgement) => board.sign(id, judgement, { network: 'devnet' }),
    (id, judgement) => board.sign(id, judgement, { tip: { ...tip, hash: new Uint8Array(32) } }),
    (id, judgement) => board.sign(id, judgement, { tip: { ...tip, height: tip.height - 1 } }),
    (id, judgement) => ({
      ...board.sign(id, { ...judgement, verdict: 'invalid', reason: 'other' }),
      verdict: 'valid',
      reason: REASON_OK,
    }),
    (id, judgement) => ({ ...board.sign(id, judgement), tipHeight: 0, tipHash: tip.hash }),
  ];
  let answered = 0;
  board.opinion = (offer, judgement) => {
    const fake = fakes[answered++];
    if (fake !== undefined) board.say(fake(offer.id, judgement)).catch(() => {});
    return undefined;
  };
  await bed.send(t, bed.coins[0]!);
  for (let i = 0; i < fakes.length; i++) {
    await until(() => answered > i, `offer ${i}`);
    await settle();
    t.deepEqual(await bed.verdicts(), [], `fake ${i}`);
    // What was refused is offered again after a pause, or to a new session.
    await board.device.hello(0, bytesToHex(board.publicKey));
  }
  await until(() => answered > fakes.length, 'one more offer');

  // A verdict for one transaction applied to another; one for an earlier offer; one that nobody asked for.
  const old = board.offers.all[0]!;
  const { id } = board.offers.all.at(-1)!;
  const judgement = judge(board.offers.all.at(-1)!, curve);
  const foreign = { ...judgement, txid: new Uint8Array(32).fill(9), wtxid: new Uint8Array(32).fill(9) };
  await board.say(board.sign(id, foreign));
  await board.say(board.sign(old.id, judgement));
  await thief.say(thief.sign(id, judgement));
  await settle();
  t.deepEqual(await bed.verdicts(), []);
  t.deepEqual(await bed.flags(), []);

  // The right one counts once, however often it comes.
  const right = board.sign(id, judgement);
  for (let i = 0; i < 5; i++) await board.say(right);
  await until(async () => (await bed.verdicts()).length > 0, 'the right verdict');
  await settle();
  t.deepEqual(await bed.verdicts(), [['a', 0]]);
  await bed.bed.restart();
  t.is(await bed.refused('a'), fakes.length + 2 + 4);
});

test('one board counts once: two sessions, two devices with one key, revoked ones not at all', async t => {
  const bed = await QuorumBed.start(t, { quorum: '2' });
  const a = await bed.board('a');
  const spend = await bed.send(t, bed.coins[0]!);
  await until(async () => (await bed.verdicts()).length === 1, 'a verdict');
  // The second session of a device takes over from the first.
  const second = await bed.board('a', honest, a.secret);
  await settle();
  t.is(second.offers.all.length, 0);
  // A copy of its flash under another device's name.
  await bed.board('copy', honest, a.secret);
  await until(async () => (await bed.verdicts()).length === 2, 'the verdict of the copy');
  t.deepEqual(await bed.taken(), []);
  await bed.board('b');
  await until(async () => (await bed.taken()).length === 1, 'another board');
  await revokeDevice(bed.db, 'b');
  t.deepEqual(await bed.taken(), []);
  t.is((await attestationsOf(bed.db, 'regtest', spend.txid)).length, 3, 'the proof is kept');
});

test('a device counts from the required age on', async t => {
  const bed = await QuorumBed.start(t, { quorum: '1', quorumMinAge: '3600' });
  await bed.board('a');
  const spend = await bed.send(t, bed.coins[0]!);
  await until(async () => (await bed.verdicts()).length === 1, 'a verdict');
  t.deepEqual(await bed.taken(), []);
  const added = Date.now() - 3_601_000;
  await bed.db.updateTable('devices').set({ created_at: added }).execute();
  t.deepEqual(await bed.taken(), [bytesToHex(spend.txid)]);
});

test('a board without a key is not asked anything; what no board can hold is not offered', async t => {
  const bed = await QuorumBed.start(t, { quorum: '1' });
  const board = await bed.board('a');
  const outputs = Array.from({ length: 130 }, () => ({ value: 10_000n, script: alice.script }));
  const large = signedSpend([bed.coins[0]!], [...outputs, { value: 4_000_000_000n, script: alice.script }]);
  t.true(large.length > 4_096);
  await bed.submit(t, large);
  const small = await bed.send(t, bed.coins[1]!);
  await until(async () => (await bed.taken()).length === 1, 'the small one');
  t.deepEqual(await bed.taken(), [bytesToHex(small.txid)]);
  t.is(board.offers.all.length, 1);
  const rules = { quorum: 1, minAge: 0, mode: 'enforce' } as const;
  t.deepEqual(
    (await standings(bed.bed.node.ledger, bed.db, rules)).map(each => each.standing),
    ['too-large', 'ready'],
  );
  const mute = await bed.bed.connect('mute');
  await mute.hello();
  const rows = await bed.db.selectFrom('device_keys').select('device').execute();
  t.deepEqual(rows, [{ device: 'a' }]);
});
