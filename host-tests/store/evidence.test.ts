/** A bit that flips in the database, a file that is emptied, cut or swapped: nothing of it passes as sound, or as new. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import BetterSqlite from 'better-sqlite3';
import { sha256 } from '../../firmware/domain/hash.js';
import { addDevice } from '../../trusted-node/fleet/devices.js';
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import type { NodeDatabase } from '../../trusted-node/ports/store.js';
import { StorageError } from '../../trusted-node/store/sqlite/errors.js';
import { databaseFile, noteHeight, openCopy, openStore } from '../../trusted-node/store/store.js';

const FLIPS = 60;

function directory(t: ExecutionContext): string {
  const path = mkdtempSync(join(tmpdir(), 'mite-evidence-'));
  t.teardown(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

const bytes = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => sha256(Uint8Array.of(seed, seed >> 8, i >> 5))[i & 31]!);

/** Rows of everything that is evidence. */
async function fill(db: NodeDatabase): Promise<void> {
  await addDevice(db, 'kitchen');
  const { id: session } = await db
    .insertInto('sessions')
    .values({ device: 'kitchen', boot: 'b', rate: 1, version_rolling: 1, created_at: 1, seen_at: 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  for (let i = 0; i < 40; i++) {
    const body = await db
      .insertInto('template_bodies')
      .values({ transactions: bytes(3_000, i) })
      .returning('id')
      .executeTakeFirstOrThrow();
    const template = await db
      .insertInto('templates')
      .values({
        ...{ height: i, previous_hash: bytes(32, i), version: 1, bits: 0x1d00ffff, time: i, min_time: i },
        ...{ max_time: i, value: '5000000000', payout_group: 'solo', prefix: bytes(60, i) },
        ...{ suffix: bytes(60, i), branch: bytes(64, i), body: body.id, created_at: i },
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('jobs')
      .values({ session, template: template.id, share_bits: 0x1e00ffff, version_mask: 0, time: i, clean: 1 })
      .execute();
  }
  for (let i = 0; i < 400; i++)
    await db
      .insertInto('shares')
      .values({
        ...{ device: 'kitchen', payout_group: 'solo', session, sequence: i, job: i % 40 },
        ...{ extranonce2: bytes(4, i), time: i, nonce: i, version: 1, hash: bytes(32, i + 1_000) },
        ...{ height: i % 40, share_bits: 0x1e00ffff, code: 0, received_at: i },
      })
      .execute();
  for (let i = 0; i < 40; i++) {
    const hash = bytes(32, i + 5_000);
    await db
      .insertInto('found_blocks')
      .values({
        ...{ hash, height: i, device: 'kitchen', payout_group: 'solo', share: i, value: '5000000000' },
        ...{ found_at: i, orphaned: 0 },
      })
      .execute();
    await db
      .insertInto('rewards')
      .values({ block: hash, device: 'kitchen', amount: '5', work: '9' })
      .execute();
    await db
      .insertInto('verdicts')
      .values({
        ...{ device: 'kitchen', public_key: bytes(32, 1), txid: hash, wtxid: hash, verdict: 1, reason: '' },
        ...{ tip_hash: hash, tip_height: i, signature: bytes(64, i), at: i },
      })
      .execute();
  }
}

async function filled(t: ExecutionContext): Promise<string> {
  const data = directory(t);
  const db = await openStore(data);
  const ledger = await openLedger({ file: databaseFile(data), network: 'regtest', database: db as never });
  await fill(db);
  await ledger.verify();
  await ledger.close();
  await db.destroy();
  return data;
}

async function verify(data: string, open = openStore): Promise<void> {
  const db = await open(data);
  try {
    const file = databaseFile(data);
    const ledger = await openLedger({ file, network: 'regtest', database: db as never });
    await ledger.verify().finally(() => ledger.close());
  } finally {
    await db.destroy();
  }
}

const TABLES = [
  'shares',
  'rewards',
  'found_blocks',
  'verdicts',
  'templates',
  'template_bodies',
  'jobs',
  'sqlite_schema',
];

/** Offsets of all pages of these tables and their indexes, page 1 with the header and the schema included. */
function pagesOf(file: string): number[] {
  const db = new BetterSqlite(file, { readonly: true });
  try {
    const size = db.pragma('page_size', { simple: true }) as number;
    const roots = db
      .prepare('select name, tbl_name, rootpage from sqlite_master where rootpage > 0')
      .all() as { tbl_name: string; rootpage: number }[];
    const raw = readFileSync(file);
    const found = new Set<number>([1]);
    const walk = (page: number): void => {
      if (found.has(page) && page !== 1) return;
      found.add(page);
      const at = (page - 1) * size + (page === 1 ? 100 : 0);
      const kind = raw[at];
      if (kind !== 2 && kind !== 5) return;
      const cells = raw.readUInt16BE(at + 3);
      for (let i = 0; i < cells; i++)
        walk(raw.readUInt32BE((page - 1) * size + raw.readUInt16BE(at + 12 + 2 * i)));
      walk(raw.readUInt32BE(at + 8));
    };
    walk(1);
    for (const { tbl_name, rootpage } of roots) if (TABLES.includes(tbl_name)) walk(rootpage);
    return [...found].map(page => (page - 1) * size);
  } finally {
    db.close();
  }
}

function seeded(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

test(`a single flipped bit in a page that holds evidence is found, ${FLIPS} of ${FLIPS}`, async t => {
  const data = await filled(t);
  const file = databaseFile(data);
  const mark = join(data, 'database.mark');
  const [whole, left] = [readFileSync(file), readFileSync(mark)];
  const pages = pagesOf(file);
  t.true(pages.length > 60, `${pages.length} pages`);
  await verify(data);
  const random = seeded(31);
  const missed: string[] = [];
  for (let i = 0; i < FLIPS; i++) {
    const at = pages[random(pages.length)]! + random(4096);
    const flipped = Buffer.from(whole);
    flipped[at] = flipped[at]! ^ (1 << random(8));
    writeFileSync(file, flipped);
    writeFileSync(mark, left);
    rmSync(`${file}-wal`, { force: true });
    rmSync(`${file}-shm`, { force: true });
    const found = await verify(data).then(
      () => false,
      () => true,
    );
    if (!found) missed.push(`offset ${at}`);
  }
  t.deepEqual(missed, []);
});

test('without the mark too: every bit of a row is evidence', async t => {
  const data = await filled(t);
  const file = databaseFile(data);
  const whole = readFileSync(file);
  // Contents that stand in the file as they are.
  const places = [
    ['a share', bytes(32, 1_007)],
    ['a template', bytes(60, 7)],
    ['a template body', bytes(3_000, 9).subarray(100, 132)],
    ['a signature', bytes(64, 11)],
    ['the schema', new TextEncoder().encode('CREATE TABLE "rewards"')],
    ['a trigger', new TextEncoder().encode('evidence_shares_delete')],
    ['the amount of a reward', bytes(32, 5_003)],
  ] as const;
  const random = seeded(7);
  const missed: string[] = [];
  for (const [what, content] of places) {
    // The last copy: where a page was split, the first one may be left over in a page's free room.
    const at = whole.lastIndexOf(Buffer.from(content));
    t.true(at > 0, what);
    for (let i = 0; i < 8; i++) {
      const flipped = Buffer.from(whole);
      flipped[at + random(content.length)]! ^= 1 << random(8);
      writeFileSync(file, flipped);
      rmSync(join(data, 'database.mark'), { force: true });
      rmSync(`${file}-wal`, { force: true });
      rmSync(`${file}-shm`, { force: true });
      const found = await verify(data, path => openCopy(databaseFile(path))).then(
        () => false,
        () => true,
      );
      if (!found) missed.push(what);
    }
  }
  t.deepEqual(missed, []);
});

test('an emptied, missing or swapped database is not taken for a new one', async t => {
  const data = await filled(t);
  const file = databaseFile(data);
  const other = directory(t);
  await (await openStore(other)).destroy();
  const refused = (message: RegExp) => t.throwsAsync(openStore(data), { instanceOf: StorageError, message });
  const whole = readFileSync(file);
  truncateSync(file, 0);
  await refused(/is empty, but there was a database/);
  t.is(statSync(file).size, 0, 'it is left alone');
  rmSync(file);
  await refused(/is gone, but there was a database/);
  t.false(existsSync(file));
  copyFileSync(databaseFile(other), file);
  await refused(/is not the database that was here/);
  writeFileSync(file, whole.subarray(0, whole.length / 2));
  await refused(/damaged/);
  writeFileSync(file, whole);
  await verify(data);
  // Whoever means it can begin anew.
  truncateSync(file, 0);
  rmSync(join(data, 'database.mark'));
  await (await openStore(data)).destroy();
  t.pass();
});

test('the seal is off while a program has the database open, and after a kill', async t => {
  const data = await filled(t);
  const seal = () => JSON.parse(readFileSync(join(data, 'database.mark'), 'utf8')).seal;
  t.truthy(seal());
  const db = await openStore(data);
  t.is(seal(), undefined);
  const copy = await openCopy(databaseFile(data));
  await db.updateTable('devices').set({ rate: 5 }).execute();
  t.is((await copy.selectFrom('devices').select('rate').executeTakeFirstOrThrow()).rate, 5);
  await copy.destroy();
  t.is(seal(), undefined);
  await db.destroy();
  t.truthy(seal());
  await verify(data);
});

test('the mark remembers the highest tip: an older copy is told from the newest state', async t => {
  const data = await filled(t);
  t.is(noteHeight(data, 100), undefined);
  t.is(noteHeight(data, 90), 100);
  t.is(noteHeight(data, 90), 100, 'until the chain is as high again');
  t.is(noteHeight(data, 101), undefined);
  t.is(noteHeight(data, 100), 101);
});
