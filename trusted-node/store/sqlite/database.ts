/**
 * The node's one database file: opening, durability, migrations. Everything that only SQLite understands is
 * here; the rest of the node writes portable Kysely, so that PostgreSQL can be added as a second `open…`.
 *
 * One connection per process. The ledger and the service of one process must share the handle: two connections in one
 * event loop would wait for each other's write lock without ever yielding to the one that holds it. Other processes
 * (the command line) open their own; SQLite's lock and busy timeout put the writers in order.
 * @module
 */
import { chmodSync, closeSync, fstatSync, openSync } from 'node:fs';
import type BetterSqlite from 'better-sqlite3';
import type { TransactionSettings } from 'kysely';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  Migrator,
  SqliteDialect,
  SqliteDriver,
  sql,
} from 'kysely';
import { problemOf } from '../../../programs/problems.js';
import { flush } from '../../common/atomic-file.js';
import { StorageError, storageError } from './errors.js';
import { addDigestFunctions, checkEvidence, installEvidence, keepsEvidence } from './evidence.js';
import { openSqlite, type SqliteFile } from './open.js';

export { StorageError, storageError } from './errors.js';

/** Milliseconds a writer waits for another process's transaction before it fails as busy. */
export const BUSY_TIMEOUT = 10_000;

/** Column types that differ between databases. */
export interface ColumnTypes {
  /** a byte string */
  bytes: 'blob' | 'bytea';
  /** an integer of at least 54 bits */
  integer: 'integer' | 'bigint';
}

/**
 * One step of the schema. Applied once, in the order of the names, recorded by name. Never edit one that was released.
 */
export interface Migration {
  name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a step runs before the table types hold
  up(db: Kysely<any>, types: ColumnTypes): Promise<void>;
}

export interface OpenOptions {
  /** the parts' lists, joined; left out for a second connection of a process that has opened the file */
  migrations?: readonly Migration[];
  /** called with the file before anything is written; refuses it by throwing */
  admit?: (file: SqliteFile) => void;
  /** called after the connection was closed */
  closed?: () => void;
  /** read only: the file must exist and be of this version, and nothing is written */
  readOnly?: boolean;
}

/**
 * Write transactions take the lock at BEGIN, so that what they read is still true when they write. A deferred one could
 * read, be overtaken by another process and fail at its first write.
 */
class ImmediateDriver extends SqliteDriver {
  readonly #file: BetterSqlite.Database;
  readonly #closed: () => void;

  constructor(file: BetterSqlite.Database, closed: () => void) {
    super({ database: file });
    this.#file = file;
    this.#closed = closed;
  }

  override async destroy(): Promise<void> {
    await super.destroy();
    this.#closed();
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings?: TransactionSettings,
  ): Promise<void> {
    const begin = settings?.accessMode === 'read only' || this.#file.readonly ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // On a full disk SQLite rolls back by itself; a second rollback would hide the first error.
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #file: BetterSqlite.Database;
  readonly #closed: () => void;

  constructor(file: BetterSqlite.Database, closed: () => void) {
    super({ database: file });
    this.#file = file;
    this.#closed = closed;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#file, this.#closed);
  }
}

/**
 * Opens (or makes) the SQLite file and brings its schema up to date.
 * WAL with synchronous=FULL: a commit that returned survives a power cut.
 * @throws StorageError when the file cannot be opened, is damaged, or was made by a newer version
 */
export async function openDatabase<Tables>(path: string, options: OpenOptions): Promise<Kysely<Tables>> {
  const readonly = options.readOnly ?? false;
  try {
    if (!readonly) makeFile(path);
    const file = openSqlite(path, { timeout: BUSY_TIMEOUT, readonly, fileMustExist: readonly });
    try {
      addDigestFunctions(file);
      if (options.migrations !== undefined) refuseOthers(file, options.migrations, readonly);
      options.admit?.(file);
      if (!readonly) {
        file.pragma('journal_mode = WAL');
        file.pragma('synchronous = FULL');
      }
      file.pragma('foreign_keys = ON');
      file.pragma('cache_size = -16000');
      const db = new Kysely<Tables>({ dialect: new ImmediateDialect(file, options.closed ?? (() => {})) });
      if (!readonly) await migrate(file, db, options.migrations ?? []);
      return db;
    } catch (error) {
      file.close();
      throw error;
    }
  } catch (error) {
    throw storageError(error);
  }
}

/** SQLite would make it readable by everybody; its journals inherit the file's mode. */
function makeFile(path: string): void {
  try {
    const file = openSync(path, 'a', 0o600);
    // One of an older version, or copied by hand. Not ours to change: whoever opens it is warned.
    if ((fstatSync(file).mode & 0o077) !== 0) chmodIfOurs(path);
    closeSync(file);
  } catch (error) {
    throw new StorageError('io', `${path} cannot be written: ${problemOf(error)}`, { cause: error });
  }
}

function chmodIfOurs(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch {
    // The command line says that others can read it.
  }
}

/** Names of the steps that made the file; none in a new one. */
function stepsOf(file: BetterSqlite.Database): string[] {
  const table = file.prepare("select 1 from sqlite_master where type = 'table' and name = 'schema_steps'");
  if (table.get() === undefined) return [];
  return file.prepare('select name from schema_steps order by name').pluck().all() as string[];
}

function notOurs(file: BetterSqlite.Database): StorageError {
  return new StorageError('corrupt', `${file.name} is no database of mite-node`);
}

/**
 * What a newer version has changed is unknown here: reading on would be guesswork, and writing could spoil it. A file
 * opened read only is not upgraded either.
 */
function refuseOthers(
  file: BetterSqlite.Database,
  migrations: readonly Migration[],
  readonly: boolean,
): void {
  const steps = stepsOf(file);
  const unknown = steps.find(name => !migrations.some(step => step.name === name));
  if (unknown !== undefined)
    throw new StorageError(
      'version',
      `${file.name} was written by a newer version of Mite (its schema step "${unknown}" is not known here): ` +
        'use that version, or a backup that this one made',
    );
  if (!readonly) return;
  if (steps.length === 0) throw notOurs(file);
  if (migrations.some(step => !steps.includes(step.name)))
    throw new StorageError(
      'version',
      `${file.name} was written by an older version of Mite: restore it into a directory of its own first`,
    );
}

/**
 * Copies a database as of one moment, even while others write to it. The copy is one file, readable only by its owner,
 * flushed.
 * @param to must not exist
 * @throws StorageError
 */
export function copyDatabase(from: string, to: string): void {
  try {
    const file = openSqlite(from, { timeout: BUSY_TIMEOUT, readonly: true, fileMustExist: true });
    try {
      if (stepsOf(file).length === 0) throw notOurs(file);
      closeSync(openSync(to, 'wx', 0o600));
      file.prepare('vacuum into ?').run(to);
    } finally {
      file.close();
    }
    flush(to);
  } catch (error) {
    throw storageError(error);
  }
}

/** Moves what is in a database's journal into the file itself. A damaged or missing file is left alone. */
export function settleDatabase(path: string): void {
  try {
    const file = openSqlite(path, { timeout: BUSY_TIMEOUT, fileMustExist: true });
    try {
      file.pragma('wal_checkpoint(truncate)');
    } finally {
      file.close();
    }
  } catch {
    // It is moved aside unchanged, with its journal.
  }
}

const COLUMN_TYPES: ColumnTypes = { bytes: 'blob', integer: 'integer' };

/**
 * All missing steps in one transaction: a kill leaves the old schema or the new one. Kysely's Migrator keeps its list in
 * `schema_steps`, as the versions before it did: those refuse the file by the names there, as this one refuses newer ones.
 */
async function migrate<Tables>(
  file: BetterSqlite.Database,
  db: Kysely<Tables>,
  migrations: readonly Migration[],
): Promise<void> {
  const done = stepsOf(file);
  if (migrations.every(step => done.includes(step.name)) && (done.length === 0 || keepsEvidence(file)))
    return;
  const steps = migrations.map(({ name, up }) => [
    name,
    { up: (trx: Kysely<unknown>) => up(trx, COLUMN_TYPES) },
  ]);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(steps) },
    migrationTableName: 'schema_steps',
    migrationLockTableName: 'schema_lock',
    allowUnorderedMigrations: true, // each part counts its own steps
  });
  // Kysely's transactions do not cover changes of SQLite's schema: this one wraps everything that the Migrator does.
  file.exec('begin immediate');
  try {
    refuseOthers(file, migrations, false); // another process may have been faster
    file.exec('create table if not exists schema_steps (name text primary key)');
    const columns = file.pragma('table_info(schema_steps)') as { name: string }[];
    if (!columns.some(({ name }) => name === 'timestamp'))
      file.exec('alter table schema_steps add column timestamp text');
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    installEvidence(file);
    file.exec('commit');
  } catch (error) {
    if (file.inTransaction) file.exec('rollback');
    throw error;
  }
}

/**
 * SQLite's own check of pages, indexes and constraints, and ours of what the rows say.
 * @throws StorageError with the first finding
 */
export async function checkIntegrity<Tables>(db: Kysely<Tables>): Promise<void> {
  try {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(db);
    const first = rows[0]?.integrity_check;
    if (first !== 'ok') throw new StorageError('corrupt', `the database file is damaged: ${first}`);
    await db
      .transaction()
      .setAccessMode('read only')
      .execute(trx => checkEvidence(trx));
  } catch (error) {
    throw storageError(error);
  }
}
