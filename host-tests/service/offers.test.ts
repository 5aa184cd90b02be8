/** Offers by the clock: silence, pauses, a board that catches up, a board that reconnects, many transactions. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { attest, type Verdict } from '../../firmware/domain/attestation.js';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { judge } from '../../firmware/domain/judge/judge.js';
import { decodeOffer, encodeOffer, type Offer, packSpent } from '../../firmware/protocol/mite/offer.js';
import { encodeVerdict } from '../../firmware/protocol/mite/verdict.js';
import { curve } from '../../trusted-node/common/curve.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import { addDevice } from '../../trusted-node/fleet/devices.js';
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import { AttestingService } from '../../trusted-node/quorum/attesting.js';
import { OFFER_MS } from '../../trusted-node/quorum/listener.js';
import { makeProbe } from '../../trusted-node/quorum/probe.js';
import { databaseFile, openStore } from '../../trusted-node/store/store.js';
import { makeKey, mine, type Spendable, START, signedSpend, spendableOutput } from '../ledger/chain-maker.js';
import { until } from './bed.js';

const alice = makeKey(1);
const secret = new Uint8Array(32).fill(5);
const key = bytesToHex(curve.publicKey(secret)!);

async function start(t: ExecutionContext, blocks = 103) {
  const data = mkdtempSync(join(tmpdir(), 'mite-offers-'));
  const db = await openStore(data);
  const file = databaseFile(data);
  const clock = () => START + 1_000_000;
  const ledger = await openLedger({ file, network: 'regtest', database: db as never, clock });
  t.teardown(async () => {
    await service.close();
    await ledger.close();
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  });
  await addDevice(db, 'a');
  const coins = await mine(t, ledger, alice, blocks);
  const offers: Offer[] = [];
  const time = { now: 0 };
  let changes = 0;
  const service = new AttestingService({
    db,
    queries: ledger,
    network: 'regtest',
    door: { offer: (_: string, offer) => offers.push(decodeOffer(encodeOffer(offer))) },
    log: openLogger('silent'),
    emit: () => {},
    rules: { quorum: 1, minAge: 0, mode: 'enforce' },
    probeEvery: 0,
    present: () => true,
    changed: () => changes++,
    now: () => time.now,
  });
  const send = async (coin: Spendable): Promise<Spendable> => {
    const raw = signedSpend([coin], [{ value: coin.value - 1_000n, script: alice.script }]);
    t.like(await ledger.submitTransaction(raw), { ok: true });
    return spendableOutput(raw, 0, alice);
  };
  const answer = async (offer: Offer, verdict: Verdict = 'valid', signer = secret) => {
    const { txid, wtxid } = judge(offer, curve);
    const { hash: tipHash, height: tipHeight } = ledger.tip();
    const statement = { network: 'regtest', device: 'a', txid, wtxid, verdict, tipHash, tipHeight };
    const signature = attest(statement, signer, length => new Uint8Array(length), curve);
    const reason = verdict === 'valid' ? 'ok' : 'other';
    return service.verdict('a', encodeVerdict({ ...statement, id: offer.id, reason, signature }));
  };
  const pool = async (count: number) => {
    const from = offers.length;
    service.poolChanged();
    await until(() => offers.length === from + count, `${count} offers`);
  };
  return { db, ledger, service, coins, offers, time, send, answer, pool, changes: () => changes };
}

test('silence: the next transaction after 30 s, the unanswered one again later, at growing intervals', async t => {
  const { service, coins, offers, time, send, answer, pool } = await start(t);
  const first = await send(coins[0]!);
  await send(first);
  await send(coins[1]!);
  await service.hello('a', key);
  await pool(1);
  time.now += OFFER_MS - 1;
  service.tick();
  t.is(offers.length, 1, 'one at a time');
  time.now += 1;
  service.tick();
  t.is(offers.length, 2);
  const id = (offer: Offer) => bytesToHex(judge(offer, curve).txid);
  t.not(id(offers[1]!), id(offers[0]!), 'not the child of what is not judged');
  t.is(await answer(offers[0]!), 'an answer to no offer', 'too late');
  t.is(await answer(offers[1]!), undefined);
  t.is(offers.length, 2);
  time.now += OFFER_MS;
  service.tick();
  t.is(id(offers[2]!), id(offers[0]!), 'again');
  time.now += OFFER_MS;
  service.tick();
  time.now += 2 * OFFER_MS - 1;
  service.tick();
  t.is(offers.length, 3, 'twice the pause');
  time.now += 1;
  service.tick();
  t.is(offers.length, 4);
  t.is(await answer(offers[3]!), undefined);
  t.is(offers.length, 5, 'now its child');
});

test('a board that has just caught up with the chain is asked again at once', async t => {
  const { service, coins, offers, time, send, pool } = await start(t);
  await send(coins[0]!);
  await service.hello('a', key);
  await pool(1);
  service.status('a', 'syncing');
  time.now += 10_000;
  service.status('a', 'verified');
  t.is(offers.length, 2);
  time.now += 1_000;
  service.status('a', 'verified');
  t.is(offers.length, 2);
  for (let i = 0; i < 5; i++) {
    time.now += 4_000;
    service.status('a', 'syncing');
    service.status('a', 'verified');
  }
  t.is(offers.length, 2, 'not by saying so over and over');
});

test('a verdict that cannot be stored is asked for again', async t => {
  const { db, service, coins, offers, time, send, answer, pool, changes } = await start(t);
  await send(coins[0]!);
  await service.hello('a', key);
  await pool(1);
  await db.schema.alterTable('verdicts').renameTo('away').execute();
  await t.throwsAsync(answer(offers[0]!), { any: true, message: /no such table/ });
  await db.schema.alterTable('away').renameTo('verdicts').execute();
  t.is(changes(), 0);
  time.now += OFFER_MS;
  service.tick();
  t.is(offers.length, 2);
  t.is(await answer(offers[1]!), undefined);
  t.is(changes(), 1, 'the quorum');
});

test('a wrong signature costs one check per offer, whatever else arrives', async t => {
  const { service, coins, offers, time, send, answer, pool } = await start(t);
  await send(coins[0]!);
  await service.hello('a', key);
  await pool(1);
  const other = new Uint8Array(32).fill(6);
  t.is(await answer(offers[0]!, 'valid', other), 'a wrong signature');
  for (let i = 0; i < 20; i++) t.is(await answer(offers[0]!, 'valid', other), 'an answer to no offer');
  service.tick();
  t.is(offers.length, 1);
  time.now += OFFER_MS;
  service.tick();
  t.is(offers.length, 2);
  await t.throwsAsync(service.verdict('a', new Uint8Array(171)), { name: 'FormatError' });
});

test('hundreds of transactions, in order; blocks take out what they contain', async t => {
  const { ledger, service, coins, offers, send, answer, pool } = await start(t, 130);
  const ids: string[] = [];
  for (const coin of coins.slice(0, 20)) {
    let last = coin;
    for (let i = 0; i < 10; i++) {
      last = await send(last);
      ids.push(bytesToHex(last.txid));
    }
  }
  await service.hello('a', key);
  await pool(1);
  for (let i = 0; i < 150; i++) {
    t.is(await answer(offers[i]!), undefined);
    t.is(offers.length, i + 2);
  }
  t.deepEqual(
    offers.map(offer => bytesToHex(judge(offer, curve).txid)),
    ids.slice(0, 151),
  );
  await mine(t, ledger, alice, 1);
  service.poolChanged();
  t.is(await answer(offers[150]!), undefined, 'a verdict on what was mined meanwhile is kept');
  const last = await send(coins[25]!);
  await pool(1);
  t.is(bytesToHex(judge(offers.at(-1)!, curve).txid), bytesToHex(last.txid));
});

test('300 probes of both kinds of output: the judge calls none valid, and all ids differ', async t => {
  const { ledger, send, coins } = await start(t);
  await send(coins[0]!);
  const taproot = makeKey(3, 'p2tr');
  const raw = signedSpend([coins[1]!], [{ value: 4_000_000_000n, script: taproot.script }]);
  t.like(await ledger.submitTransaction(raw), { ok: true });
  const spend = signedSpend(
    [spendableOutput(raw, 0, taproot)],
    [
      { value: 1_000_000n, script: alice.script },
      { value: 3_000_000_000n, script: taproot.script },
    ],
  );
  t.like(await ledger.submitTransaction(spend), { ok: true });
  const waiting = await ledger.waiting();
  t.is(waiting.length, 3);
  let sameTxid = 0;
  for (let i = 0; i < 300; i++) {
    const entry = waiting[i % 3]!;
    const probe = makeProbe(entry)!;
    t.not(bytesToHex(probe.wtxid), bytesToHex(entry.wtxid));
    if (bytesToHex(probe.txid) === bytesToHex(entry.txid)) sameTxid++;
    t.is(probe.raw.length, entry.raw.length);
    const judgement = judge({ raw: probe.raw, spent: packSpent(entry.spent) }, curve);
    t.is(judgement.verdict, 'invalid');
    t.deepEqual(judgement.txid, probe.txid);
    t.deepEqual(judgement.wtxid, probe.wtxid);
    t.like(await ledger.submitTransaction(probe.raw), { ok: false });
  }
  t.true(sameTxid > 0 && sameTxid < 300, 'signatures and amounts');
  t.is((await ledger.waiting()).length, 3);
});
