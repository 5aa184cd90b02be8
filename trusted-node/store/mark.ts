/**
 * A mark beside the database that says there is one, which one, and how it was left: an emptied, cut or swapped file
 * is not taken for a new one, and a bit that flips while no program has it open is found wherever it lies.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from '../common/atomic-file.js';
import { StorageError } from './sqlite/errors.js';
import { openSqlite } from './sqlite/open.js';

export interface Mark {
  /** The database's own, from its table of named values; undefined: the next one that is opened. */
  readonly id?: string | undefined;
  /** Of the highest tip that this directory has had. */
  readonly height?: number | undefined;
  /** The whole file as the last program closed it; missing while one has it open, or after a kill. */
  readonly seal?: { readonly bytes: number; readonly sha256: string } | undefined;
}

/** A longer file is not sealed: reading it would hold up the end of the program. */
const MAX_SEALED = 1 << 30;
const CHUNK = 1 << 20;

function markFile(database: string): string {
  return join(dirname(database), 'database.mark');
}

/** Undefined when there is none. @throws StorageError when it cannot be read */
export function readMark(database: string): Mark | undefined {
  const file = markFile(database);
  if (!existsSync(file)) return undefined;
  try {
    const mark: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof mark === 'object' && mark !== null) return mark as Mark;
  } catch {
    // Said below.
  }
  throw new StorageError('corrupt', `${file} is damaged: delete it if ${database} is the right file`);
}

/** @throws NodeJS.ErrnoException */
export function writeMark(database: string, mark: Mark): void {
  replaceFile({ path: markFile(database), content: `${JSON.stringify(mark)}\n` });
}

/** Before another database takes the place of this one: only the height is remembered. */
export function loosenMark(database: string): void {
  let mark: Mark | undefined;
  try {
    mark = readMark(database);
  } catch {
    rmSync(markFile(database), { force: true });
  }
  if (mark !== undefined) writeMark(database, { height: mark.height });
}

/** @throws StorageError when there should be a database, and this is none */
export function refuseMissing(database: string, mark: Mark | undefined): void {
  if (mark?.id === undefined) return;
  const bytes = existsSync(database) ? statSync(database).size : 0;
  if (bytes > 0) return;
  throw new StorageError(
    'corrupt',
    `${database} ${existsSync(database) ? 'is empty' : 'is gone'}, but there was a database: put a backup in its place; ` +
      `to begin a new one, delete ${markFile(database)}`,
  );
}

/** @param id of the database that is there; undefined: it has none @throws StorageError when it is another one */
export function refuseSwapped(database: string, mark: Mark | undefined, id: string | undefined): void {
  if (mark?.id === undefined || mark.id === id) return;
  throw new StorageError(
    'corrupt',
    `${database} is not the database that was here: put the right one back, or a backup; if it is what you want, ` +
      `delete ${markFile(database)}`,
  );
}

/** From now on a program writes. */
export function breakSeal(database: string, mark: Mark): void {
  const { seal: _, ...rest } = mark;
  writeMark(database, rest);
}

function hashOf(descriptor: number): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK);
  for (let read = 0; ; ) {
    read = readSync(descriptor, chunk, 0, CHUNK, null);
    if (read === 0) return hash.digest('hex');
    hash.update(chunk.subarray(0, read));
  }
}

/** After the last connection of this process is closed: seals the file, unless another program has it open. */
export function sealDatabase(database: string): void {
  let descriptor: number | undefined;
  try {
    const mark = readMark(database);
    if (mark === undefined || statSync(database).size > MAX_SEALED) return;
    const file = openSqlite(database, { timeout: 0, fileMustExist: true });
    try {
      file.pragma('locking_mode = EXCLUSIVE');
      file.exec('begin exclusive; commit');
      file.pragma('wal_checkpoint(truncate)');
      // Closed last: closing a file gives up this process's locks on it.
      descriptor = openSync(database, 'r');
      const bytes = fstatSync(descriptor).size;
      writeMark(database, { ...mark, seal: { bytes, sha256: hashOf(descriptor) } });
    } finally {
      file.close();
    }
  } catch {
    // Another program has it open, or the disk is full: it stays unsealed, and verify has the digests of its rows.
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * Compares the whole file with how it was left, if no program has it open. Not while this process has: closing the file
 * gives up its locks.
 * @returns what is wrong
 */
export function sealFault(database: string): StorageError | undefined {
  const seal = readMark(database)?.seal;
  if (seal === undefined || !existsSync(database)) return undefined;
  const descriptor = openSync(database, 'r');
  try {
    if (fstatSync(descriptor).size === seal.bytes && hashOf(descriptor) === seal.sha256) return undefined;
  } finally {
    closeSync(descriptor);
  }
  // Some program may have opened it meanwhile.
  if (readMark(database)?.seal?.sha256 !== seal.sha256) return undefined;
  return new StorageError(
    'corrupt',
    `the database file is damaged: it is not as it was left; if another program was meant to change it, ` +
      `delete ${markFile(database)}`,
  );
}
