/**
 * What was written is what is read: for each table that holds evidence, the exclusive or of the SHA-256 of all its rows is kept
 * beside it, by triggers and therefore in the transaction that changes the rows. A bit that flips on the disk shows as
 * a different digest. It is no protection against whoever can write to the database: that one can write the digest, too.
 *
 * The ledger's tables are not here: ledger/verify.ts rebuilds them from the blocks.
 * @module
 */
import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { StorageError } from './errors.js';
import type { SqliteFile } from './open.js';

const TABLES = [
  'service_state',
  'devices',
  'commands',
  'share_counts',
  'sessions',
  'templates',
  'template_bodies',
  'jobs',
  'shares',
  'found_blocks',
  'rewards',
  'floods',
  'device_keys',
  'verdicts',
  'flags',
];
/** Rows of the digests' table that stand for the schema, and for the steps that made it. */
const SCHEMA = 'sqlite_schema';
const STEPS = 'schema_steps';
const LENGTH = 32;

type Value = null | number | bigint | string | Uint8Array;

/** Each value with its type and length, so that no two rows have the same bytes. */
function rowDigest(values: readonly Value[]): Uint8Array {
  const hash = createHash('sha256');
  for (const value of values) {
    if (value === null) hash.update('n;');
    else if (typeof value === 'string') hash.update(`t${Buffer.byteLength(value)};${value}`);
    else if (typeof value === 'object') hash.update(`b${value.length};`).update(value);
    else hash.update(`i${value};`);
  }
  return hash.digest();
}

function exclusiveOr(a: Uint8Array, b: Uint8Array): Buffer {
  const result = Buffer.alloc(LENGTH);
  for (let i = 0; i < LENGTH; i++) result[i] = (a[i] ?? 0) ^ (b[i] ?? 0);
  return result;
}

/** What the triggers call: every connection that writes needs it. */
export function addDigestFunctions(file: SqliteFile): void {
  file.function('mite_digest', { varargs: true, deterministic: true }, (...values: unknown[]) => {
    const [digest, ...row] = values as [Uint8Array, ...Value[]];
    return exclusiveOr(digest, rowDigest(row));
  });
  file.aggregate('mite_digest_of', {
    varargs: true,
    start: () => Buffer.alloc(LENGTH),
    step: (digest: Buffer, ...row: unknown[]) => exclusiveOr(digest, rowDigest(row as Value[])),
  });
}

const quoted = (name: string): string => `"${name}"`;

function columnsOf(file: SqliteFile, table: string): string[] {
  return (file.pragma(`table_info(${quoted(table)})`) as { name: string }[]).map(({ name }) => name);
}

/** The statements that keep a table's digest, by their triggers' names. */
function triggersOf(table: string, columns: readonly string[]): Map<string, string> {
  const row = (of: string) => columns.map(column => `${of}.${quoted(column)}`).join(', ');
  const kept = (digest: string, rows: string) =>
    `begin update evidence set digest = ${digest}, count = count + ${rows} where name = '${table}'; end`;
  const without = `mite_digest(digest, ${row('old')})`;
  const statements = {
    insert: kept(`mite_digest(digest, ${row('new')})`, '1'),
    delete: kept(without, '-1'),
    update: kept(`mite_digest(${without}, ${row('new')})`, '0'),
  };
  return new Map(
    Object.entries(statements).map(([event, body]) => {
      const name = `evidence_${table}_${event}`;
      return [name, `CREATE TRIGGER ${name} after ${event} on ${table} ${body}`];
    }),
  );
}

export function keepsEvidence(file: SqliteFile): boolean {
  return file.prepare("select 1 from sqlite_master where name = 'evidence'").get() !== undefined;
}

/** After a change of the schema, in its transaction: triggers for new columns, digests of what is there. */
export function installEvidence(file: SqliteFile): void {
  file.exec(
    'create table if not exists evidence (name text primary key, digest blob not null, count integer not null)',
  );
  const keep = file.prepare('insert or replace into evidence (name, digest, count) values (?, ?, ?)');
  const statementOf = file.prepare('select sql from sqlite_master where name = ?').pluck();
  for (const table of TABLES) {
    if (statementOf.get(table) === undefined) continue;
    const triggers = [...triggersOf(table, columnsOf(file, table))];
    if (triggers.every(([name, statement]) => statementOf.get(name) === statement)) continue;
    for (const [name, statement] of triggers) {
      file.exec(`drop trigger if exists ${name}`);
      file.exec(statement);
    }
    const columns = columnsOf(file, table).map(quoted).join(', ');
    const { digest, count } = file
      .prepare(`select mite_digest_of(${columns}) as digest, count(*) as count from ${table}`)
      .get() as { digest: Buffer; count: number };
    keep.run(table, digest, count);
  }
  for (const [name, query] of FIXED) {
    const { digest, count } = file.prepare(query).get() as { digest: Buffer; count: number };
    keep.run(name, digest, count);
  }
}

/** What only changes with the version of the program. */
const FIXED: readonly (readonly [string, string])[] = [
  [
    SCHEMA,
    'select mite_digest_of(type, name, tbl_name, sql) as digest, count(*) as count from sqlite_master',
  ],
  [STEPS, `select mite_digest_of(name) as digest, count(*) as count from ${STEPS}`],
];

/**
 * Compares every row that is evidence, and the schema, with what was written.
 * @param db or a transaction: one moment of the database
 * @throws StorageError naming the table
 */
export async function checkEvidence<Tables>(db: Kysely<Tables>): Promise<void> {
  const { rows: kept } = await sql<{ name: string; digest: Uint8Array; count: number }>`
    select name, digest, count from evidence`.execute(db);
  const { rows: present } = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table'`.execute(db);
  const tables = new Set(present.map(({ name }) => name));
  const queries = new Map(FIXED);
  for (const table of TABLES) {
    if (!tables.has(table)) continue;
    const { rows: columns } = await sql<{
      name: string;
    }>`select name from pragma_table_info(${table})`.execute(db);
    const list = columns.map(({ name }) => quoted(name)).join(', ');
    queries.set(table, `select mite_digest_of(${list}) as digest, count(*) as count from ${table}`);
  }
  if (kept.length !== queries.size) throw damaged('evidence');
  for (const { name, digest, count } of kept) {
    const query = queries.get(name);
    if (query === undefined) throw damaged('evidence');
    const { rows } = await sql.raw<{ digest: Uint8Array; count: number }>(query).execute(db);
    const [now] = rows;
    if (now === undefined || now.count !== count || !Buffer.from(now.digest).equals(digest))
      throw damaged(name);
  }
}

function damaged(table: string): StorageError {
  return new StorageError('corrupt', `the database file is damaged: table ${table} is not as it was written`);
}
