/** What many devices, a long time or a hostile device can make the node keep, write or log. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { encodeShare } from '../../firmware/protocol/mite/share.js';
import { addDevice } from '../../trusted-node/fleet/devices.js';
import type { NodeDatabase } from '../../trusted-node/ports/store.js';
import type { Template } from '../../trusted-node/ports/upstream.js';
import { openStore } from '../../trusted-node/store/store.js';
import { JobStore } from '../../trusted-node/work/jobs.js';
import { Sessions } from '../../trusted-node/work/sessions.js';
import { openEntry } from './entry-bed.js';

async function withDatabase(use: (db: NodeDatabase) => Promise<void>): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'mite-bounds-'));
  const db = await openStore(data);
  try {
    await use(db);
  } finally {
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  }
}

const stands = () => true;

const hello = (rate: number) => ({
  boot: '00112233aabbccdd',
  board: 'host',
  firmware: '0.1.0',
  rate,
  versionRolling: true,
});

const template = (time: number, commitment = 1): Template => ({
  height: 5,
  version: 0x20000000,
  previousHash: new Uint8Array(32),
  nBits: 0x1e020000,
  time,
  minTime: time,
  maxTime: time + 7200,
  value: 5_000_000_000n,
  transactions: [],
  witnessCommitment: new Uint8Array(32).fill(commitment),
  merkleBranch: [],
});

test('a pausing board keeps its difficulty; for one that mines without finding it falls', async t => {
  await withDatabase(async db => {
    let now = 0;
    const sessions = new Sessions(db, new JobStore(db, NETWORKS.devnet), () => now, undefined);
    for (const id of ['resting', 'slow']) {
      await addDevice(db, id);
      const session = await sessions.hello(id, hello(400_000));
      session!.assignedWork = session!.vardiff.work;
    }
    sessions.resting('resting', true);
    for (; now < 600_000; now += 1_000) sessions.tick();
    t.is(sessions.get('resting')!.vardiff.work, 4_000_000n);
    t.true(sessions.get('slow')!.vardiff.work < 10_000n);
    sessions.resting('resting', false);
    for (; now < 620_000; now += 1_000)
      t.is(sessions.tick().filter(each => each.device === 'resting').length, 0);
    await sessions.store();
    const works = await db.selectFrom('devices').select(['id', 'work']).orderBy('id').execute();
    t.deepEqual(works, [
      { id: 'resting', work: '4000000' },
      { id: 'slow', work: sessions.get('slow')!.vardiff.work.toString() },
    ]);
  });
});

test('templates that differ only in time share their transactions; a day later they are gone', async t => {
  await withDatabase(async db => {
    const jobs = new JobStore(db, NETWORKS.devnet);
    const count = async (table: 'templates' | 'template_bodies') =>
      (await db.selectFrom(table).select('id').execute()).length;
    const groups = new Map([['solo', Uint8Array.of(0x51)]]);
    for (let i = 0; i < 10; i++) await jobs.addTemplate(template(1000 + i), groups);
    t.is(await count('template_bodies'), 1);
    await jobs.addTemplate(template(2000, 2), groups);
    t.is(await count('template_bodies'), 2);
    const yesterday = Date.now() - 90_000_000;
    await db.updateTable('templates').set({ created_at: yesterday }).where('time', '<', 2000).execute();
    await jobs.prune(5);
    t.is(await count('templates'), 1, 'on the same height too');
    t.is(await count('template_bodies'), 1);
  });
});

test('jobs in memory are bounded, and the database still has them', async t => {
  await withDatabase(async db => {
    await addDevice(db, 'a');
    const jobs = new JobStore(db, NETWORKS.devnet);
    const sessions = new Sessions(db, jobs, () => 0, undefined);
    const session = await sessions.hello('a', hello(0));
    const made = await jobs.addTemplate(template(1000), new Map([['solo', Uint8Array.of(0x51)]]));
    const request = {
      session: session!.id,
      device: 'a',
      template: made.get('solo')!,
      work: 256n,
      versionRolling: true,
      clean: false,
    };
    for (let i = 0; i < 102; i++) await jobs.assign(Array(500).fill(request), 1000);
    t.true(jobs.cached <= 50_000);
    t.is((await jobs.find(1))?.device, 'a');
  });
});

test('a flood of malformed messages does not fill the log', async t => {
  await withDatabase(async db => {
    const lines = new Map<string, number>();
    const note = (level: string) => () => lines.set(level, (lines.get(level) ?? 0) + 1);
    const log = { warn: note('warn'), info: note('info'), debug: note('debug'), error: note('error') };
    const shares = { malformed: () => {} };
    await addDevice(db, 'a');
    const { entry } = openEntry(db, log as never, { shares });
    for (let i = 0; i < 5_000; i++) {
      await entry.receive({ device: 'a', kind: 'share', payload: new Uint8Array(20), stands });
      await entry.receive({ device: 'a', kind: 'status', payload: Uint8Array.of(0x5b), stands });
    }
    t.true((lines.get('warn') ?? 0) <= 25, `${lines.get('warn')} lines`);
    t.is(lines.get('error'), undefined);
  });
});

test('a device that keeps going on and offline uses up no extranonces', async t => {
  await withDatabase(async db => {
    await addDevice(db, 'a');
    const sessions = new Sessions(db, new JobStore(db, NETWORKS.devnet), () => 0, undefined);
    for (let i = 0; i < 100; i++) {
      await sessions.resume('a');
      sessions.leave('a');
    }
    t.is((await db.selectFrom('sessions').select('id').execute()).length, 10);
  });
});

test('a database error while a message is read ends neither the node nor the link', async t => {
  const faults: string[] = [];
  const log = { error: (_: unknown, text: string) => faults.push(text) };
  const db = {
    selectFrom: () => {
      throw new Error('busy');
    },
  };
  const { entry } = openEntry(db as never, log as never);
  const payload = encodeShare({
    sequence: 1,
    jobId: 1,
    extranonce1: new Uint8Array(4),
    extranonce2: new Uint8Array(4),
    time: 1,
    nonce: 1,
    version: 0x20000000,
  });
  await entry.receive({ device: 'a', kind: 'share', payload, stands });
  t.deepEqual(faults, ['a message could not be served']);
});
