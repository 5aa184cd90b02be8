/** The node's database with all its parts, and the lock that keeps a second node away from it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { openDatabase } from '../database.js';
import { ledgerMigrations } from '../ledger/migrations/index.js';
import type { LedgerTables } from '../ledger/tables.js';
import { serviceMigrations } from './migrations/index.js';
import type { ServiceTables } from './tables.js';

export type NodeTables = LedgerTables & ServiceTables;
export type NodeDatabase = Kysely<NodeTables>;

export function databaseFile(data: string): string {
  return join(data, 'mite.sqlite');
}

/**
 * Opens the database of a data directory, making both where they do not exist.
 * @throws StorageError | NodeJS.ErrnoException
 */
export async function openStore(data: string): Promise<NodeDatabase> {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  return openDatabase<NodeTables>(databaseFile(data), {
    migrations: [...ledgerMigrations, ...serviceMigrations],
  });
}

/** Another node runs on the same data directory. */
export class LockedError extends Error {
  override readonly name = 'LockedError';
}

/**
 * Takes the directory's lock: an exclusive lock on a SQLite file of its own, which the system takes back whatever
 * ends the process.
 * @throws LockedError
 */
export function lockStore(data: string): () => void {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const file = new BetterSqlite(join(data, 'node.lock'), { timeout: 0 });
  try {
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) {
      throw new LockedError(`another node runs on ${data}`);
    }
    throw error;
  }
  return () => file.close();
}
