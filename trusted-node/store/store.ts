/** The node's database with all its parts, and the lock that keeps a second node away from it. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { problemOf } from '../../programs/problems.js';
import { makeDirectory } from '../common/directory.js';
import { ledgerMigrations } from '../ledger/migrations/index.js';
import type { NodeDatabase, NodeTables, Store } from '../ports/store.js';
import { changeCounter } from './dialect.js';
import {
  breakSeal,
  readMark,
  refuseMissing,
  refuseSwapped,
  sealDatabase,
  sealFault,
  writeMark,
} from './mark.js';
import { serviceMigrations } from './migrations/index.js';
import { keepValue, readValue } from './named-values.js';
import { openDatabase, StorageError, storageError } from './sqlite/database.js';
import { openSqlite, type SqliteFile } from './sqlite/open.js';

const STEPS = [...ledgerMigrations, ...serviceMigrations];

export function databaseFile(data: string): string {
  return join(data, 'mite.sqlite');
}

/** Makes a data directory, readable only by its owner, if there is none. @throws StorageError */
export function makeDataDirectory(data: string): void {
  try {
    makeDirectory(data, 0o700);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem = code === 'EEXIST' ? 'there is a file of that name' : problemOf(error);
    throw new StorageError('io', `the data directory ${data} cannot be made: ${problem}`, { cause: error });
  }
}

/**
 * Opens the database of a data directory, making both where they do not exist.
 * @throws StorageError | NodeJS.ErrnoException
 */
export async function openStore(data: string): Promise<NodeDatabase> {
  makeDataDirectory(data);
  const path = databaseFile(data);
  const mark = readMark(path);
  refuseMissing(path, mark);
  const fault = sealFault(path);
  const db = await openDatabase<NodeTables>(path, {
    migrations: STEPS,
    admit: file => {
      refuseSwapped(path, mark, idOf(file));
      if (fault !== undefined) throw fault;
      if (mark?.seal !== undefined) breakSeal(path, mark);
    },
    closed: () => sealDatabase(path),
  });
  // Nothing is written where nothing has to be: another handle may hold the lock.
  const id = (await readValue(db, ID)) ?? (await keepValue(db, ID, randomBytes(8).toString('hex')));
  const now = readMark(path);
  if (now?.id !== id) writeMark(path, { ...now, id });
  return db;
}

/** Name of the value that tells one database from another. */
const ID = 'database_id';

function idOf(file: SqliteFile): string | undefined {
  const table = file.prepare("select 1 from sqlite_master where name = 'service_state'").get();
  if (table === undefined) return undefined;
  return file.prepare('select value from service_state where name = ?').pluck().get(ID) as string | undefined;
}

/**
 * The chain of a directory has reached this height, or is at it after a start.
 * @returns how high it was before, if that was higher: the database is an older copy
 */
export function noteHeight(data: string, height: number): number | undefined {
  const path = databaseFile(data);
  const mark = readMark(path);
  if (mark === undefined) return undefined;
  if (mark.height !== undefined && mark.height > height) return mark.height;
  if (mark.height !== height) writeMark(path, { ...mark, height });
  return undefined;
}

/**
 * A copy of a directory's database in a directory of its own, for where nothing can be written: SQLite cannot read a file
 * with a journal there.
 * @returns the directory: delete it after use
 * @throws StorageError | NodeJS.ErrnoException
 */
export function copyToRead(data: string): string {
  const path = databaseFile(data);
  const mark = readMark(path);
  refuseMissing(path, mark);
  const fault = sealFault(path);
  if (fault !== undefined) throw fault;
  const directory = mkdtempSync(join(tmpdir(), 'mite-read-'));
  for (const name of ['mite.sqlite', 'mite.sqlite-wal'])
    if (existsSync(join(data, name))) copyFileSync(join(data, name), join(directory, name));
  chmodSync(databaseFile(directory), 0o600);
  if (mark !== undefined) writeMark(databaseFile(directory), { id: mark.id, height: mark.height });
  return directory;
}

/** Whether nothing can be written to a directory, such as on a read-only mount. */
export function isReadOnly(data: string): boolean {
  try {
    accessSync(data, constants.W_OK);
    return false;
  } catch (error) {
    return ['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

/** Opens a copy of a database to read it; the file is not changed. @throws StorageError */
export function openCopy(file: string): Promise<NodeDatabase> {
  return openDatabase<NodeTables>(file, { migrations: STEPS, readOnly: true });
}

/** Checking whether a node runs takes its lock for a moment; how long to wait for that (ms). */
const LOOK_MS = 500;

/** Whether a node runs on the directory; nothing is changed. */
export function isNodeRunning(data: string): boolean {
  const path = join(data, 'node.lock');
  if (!existsSync(path)) return false;
  try {
    const file = openSqlite(path, { timeout: 0, readonly: true });
    try {
      file.prepare('select count(*) from sqlite_master').get();
      return false;
    } finally {
      file.close();
    }
  } catch (error) {
    return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') === true;
  }
}

/** Another node runs on the same data directory. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/**
 * Takes the directory's lock: an exclusive lock on a separate SQLite file, which the system releases whatever ends the
 * process.
 * @throws LockedError | StorageError
 */
export function lockStore(data: string): () => void {
  makeDataDirectory(data);
  const path = join(data, 'node.lock');
  let file: SqliteFile | undefined;
  try {
    closeSync(openSync(path, 'a', 0o600));
    file = openSqlite(path, { timeout: LOOK_MS });
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('begin exclusive');
  } catch (error) {
    file?.close();
    const { code } = error as { code?: string };
    if (code?.startsWith('SQLITE_BUSY')) throw new LockedError(`another node runs on ${data}`);
    if (code?.startsWith('SQLITE') !== true) throw error;
    const damaged = code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT');
    const problem = damaged ? 'it is damaged; delete that file' : problemOf(storageError(error));
    throw new StorageError('io', `the lock ${path} cannot be taken: ${problem}`, { cause: error });
  }
  return () => file.close();
}

/**
 * Takes a data directory for a node, and opens its database.
 * @throws LockedError | StorageError | NodeJS.ErrnoException
 */
export async function openNodeStore(data: string): Promise<Store> {
  const unlock = lockStore(data);
  try {
    const db = await openStore(data);
    return {
      db,
      changeCounter: () => changeCounter(db),
      close: async () => {
        await db.destroy();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
