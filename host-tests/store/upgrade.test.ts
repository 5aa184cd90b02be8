/** Databases of the versions before Kysely's Migrator: november-2026.sql is what one of them wrote. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import BetterSqlite from 'better-sqlite3';
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import { ledgerMigrations } from '../../trusted-node/ledger/migrations/index.js';
import { serviceMigrations } from '../../trusted-node/store/migrations/index.js';
import { type Migration, openDatabase, StorageError } from '../../trusted-node/store/sqlite/database.js';
import { databaseFile, openCopy, openStore } from '../../trusted-node/store/store.js';

const STEPS = [...ledgerMigrations, ...serviceMigrations];
const NAMES = STEPS.map(({ name }) => name).sort();

/** What takes the newest steps back out of a file: it is then one of a still older version. */
const OLDER = `
  drop table confirmed; drop table verdicts; drop table device_keys; drop table flags; drop table commands;
  alter table devices drop column state;
  delete from schema_steps where name in ('003-attestations', '004-confirmed', '003-commands');`;

interface Place {
  teardown(end: () => void): void;
}

function directory(t: Place): string {
  const path = mkdtempSync(join(tmpdir(), 'mite-test-'));
  t.teardown(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A data directory with the stored database, changed by `change`. */
function stored(t: Place, change = ''): string {
  const data = directory(t);
  const db = new BetterSqlite(databaseFile(data));
  db.exec(readFileSync('host-tests/store/november-2026.sql', 'utf8'));
  db.exec(change);
  db.close();
  return data;
}

/** Everything in a file but the Migrator's own table: each statement of the schema, each row. */
function contentOf(data: string): Record<string, unknown> {
  const db = new BetterSqlite(databaseFile(data), { readonly: true });
  try {
    const objects = db
      .prepare("select name, sql from sqlite_master where name not like 'sqlite_%' order by name")
      .all() as { name: string; sql: string }[];
    const content: Record<string, unknown> = {};
    for (const { name, sql } of objects) {
      if (name === 'schema_lock') continue;
      if (name !== 'schema_steps') content[name] = sql;
      if (!sql.toLowerCase().startsWith('create table')) continue;
      const columns = name === 'schema_steps' ? 'name' : '*';
      content[`rows of ${name}`] = db.prepare(`select ${columns} from ${name} order by 1`).all();
    }
    return content;
  } finally {
    db.close();
  }
}

function namesIn(data: string): unknown[] {
  const db = new BetterSqlite(databaseFile(data), { readonly: true });
  try {
    return db.prepare('select name from schema_steps order by name').pluck().all();
  } finally {
    db.close();
  }
}

function run(data: string, ...how: string[]): Promise<{ code: number | null; signal: string | null }> {
  const script = fileURLToPath(new URL('./upgrade-once.js', import.meta.url));
  const child = spawn(process.execPath, [script, data, ...how], { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise(resolve => child.once('exit', (code, signal) => resolve({ code, signal })));
}

test('names are unique, and in the order of their lists: the Migrator relies on them', t => {
  t.is(new Set(NAMES).size, NAMES.length);
  for (const part of [ledgerMigrations, serviceMigrations])
    t.deepEqual(
      part.map(({ name }) => name),
      part.map(({ name }) => name).sort(),
    );
});

test('an up-to-date database stays unchanged, opened to write or to read', async t => {
  const data = stored(t);
  await (await openStore(data)).destroy(); // its version lacks what came later
  const before = contentOf(data);
  t.is((before['rows of devices'] as unknown[]).length, 1);
  for (const open of [() => openStore(data), () => openCopy(databaseFile(data))]) {
    const db = await open();
    t.is((await db.selectFrom('devices').select('id').executeTakeFirstOrThrow()).id, 'kitchen');
    await db.destroy();
    t.deepEqual(contentOf(data), before);
  }
});

test('an older one gets the missing steps, and loses nothing', async t => {
  const data = stored(t, OLDER);
  await t.throwsAsync(openCopy(databaseFile(data)), {
    instanceOf: StorageError,
    message: /written by an older version/,
  });
  const before = contentOf(data);
  const db = await openStore(data);
  const ledger = await openLedger({ file: databaseFile(data), network: 'regtest', database: db as never });
  t.is((await ledger.verify()).height, 0);
  await ledger.close();
  await db.destroy();
  const after = contentOf(data);
  t.deepEqual(namesIn(data), NAMES);
  for (const name of ['headers', 'blocks', 'active_chain', 'ledger_state'])
    t.deepEqual(after[`rows of ${name}`], before[`rows of ${name}`], name);
  // As if it had been made at once, but for the rows that went with the tables.
  const fresh = directory(t);
  await (await openStore(fresh)).destroy();
  const schemaOf = (content: Record<string, unknown>) =>
    Object.keys(content).filter(name => !name.startsWith('rows of ') && name !== 'devices');
  t.deepEqual(schemaOf(after), schemaOf(contentOf(fresh)));
});

test('a version from before the Migrator can read and write a new database', async t => {
  const data = directory(t);
  await (await openStore(data)).destroy();
  t.deepEqual(namesIn(data), NAMES);
  const db = new BetterSqlite(databaseFile(data));
  try {
    db.exec('create table if not exists schema_steps (name text primary key)');
    db.prepare('insert into schema_steps (name) values (?)').run('999-later');
  } finally {
    db.close();
  }
  for (const open of [() => openStore(data), () => openCopy(databaseFile(data))])
    await t.throwsAsync(open(), { instanceOf: StorageError, message: /newer version of Mite.*"999-later"/ });
});

test('a failed step leaves the file unchanged, and so does a kill in the middle of one', async t => {
  const data = stored(t, OLDER);
  const before = contentOf(data);
  const table = (name: string): Migration => ({
    name,
    up: async db => {
      await db.schema.createTable('half_way').addColumn('id', 'integer').execute();
    },
  });
  await t.throwsAsync(
    openDatabase(databaseFile(data), { migrations: [...STEPS, table('900-one'), table('901-two')] }),
    { any: true, message: /half_way.*already exists/ },
  );
  t.deepEqual(contentOf(data), before);
  t.deepEqual(await run(data, 'die'), { code: null, signal: 'SIGKILL' });
  t.deepEqual(contentOf(data), before);
  t.deepEqual(await run(data), { code: 0, signal: null });
  t.deepEqual(namesIn(data), NAMES);
});

test('several processes that find an old database at the same time upgrade it once', async t => {
  const data = stored(t, OLDER);
  t.deepEqual(
    await Promise.all(Array.from({ length: 4 }, () => run(data))),
    Array.from({ length: 4 }, () => ({ code: 0, signal: null })),
  );
  t.deepEqual(namesIn(data), NAMES);
});
