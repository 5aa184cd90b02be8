/** The database of a data directory or a backup, with what it has of a chain. */
import { existsSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NodeConfig } from '../config/config.js';
import { openLedger } from '../ledger/ledger.js';
import type { Ledger } from '../ledger/types.js';
import { type StoredStatus, storedStatus } from '../open-upstream.js';
import type { NodeDatabase } from '../ports/store.js';
import { copyToRead, databaseFile, isReadOnly, openCopy } from '../store/store.js';
import { findDatabase, UsageError, withStore } from './options.js';

/** The database of a backup that a command names: a directory, or the file itself. @throws UsageError */
export function copyFile(backup: string): string {
  if (backup === '') throw new UsageError('the name of the backup is empty');
  if (!existsSync(backup)) throw new UsageError(`there is no file or directory ${backup}`);
  const path = resolve(backup);
  if (!statSync(path).isDirectory()) return path;
  const file = databaseFile(path);
  if (!existsSync(file)) throw new UsageError(`there is no database in ${path}`);
  return file;
}

interface Uses<T> {
  /** With the devnet's ledger. */
  readonly ledger: (ledger: Ledger, db: NodeDatabase) => Promise<T>;
  /** With what is stored of a Bitcoin node. */
  readonly bitcoin: (status: StoredStatus, db: NodeDatabase) => Promise<T>;
}

/** {@link withChain} for commands that only look: where nothing can be written, they look at a copy. */
export async function withChainToRead<T>(config: NodeConfig, use: Uses<T>, backup?: string): Promise<T> {
  if (backup !== undefined || !isReadOnly(config.data)) return withChain(config, use, backup);
  findDatabase(config.data);
  const data = copyToRead(config.data);
  try {
    return await withChain({ ...config, data }, use);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The database, and its ledger where it has one, for the time of `use`. @param backup reads this copy in place of the node's data */
export async function withChain<T>(config: NodeConfig, use: Uses<T>, backup?: string): Promise<T> {
  const file = backup === undefined ? databaseFile(config.data) : copyFile(backup);
  const both = async (db: NodeDatabase): Promise<T> => {
    const status = await storedStatus(db);
    // Opening a ledger there would begin one.
    if (status !== undefined) return use.bitcoin(status, db);
    const ledger = await openLedger({ file, network: config.network, database: db as never });
    try {
      return await use.ledger(ledger, db);
    } finally {
      await ledger.close();
    }
  };
  if (backup === undefined) return withStore(config, both, true);
  const db = await openCopy(file);
  try {
    return await both(db);
  } finally {
    await db.destroy();
  }
}

/** {@link withChain} for what only a ledger can tell. @throws UsageError where a Bitcoin node has the chain */
export function withLedger<T>(
  config: NodeConfig,
  use: (ledger: Ledger, db: NodeDatabase) => Promise<T>,
  backup?: string,
): Promise<T> {
  const bitcoin = async (): Promise<T> => {
    throw new UsageError(
      `${backup ?? config.data} is of a node with a Bitcoin node behind it, which keeps chain and coins: ask that one`,
    );
  };
  return withChain(config, { ledger: use, bitcoin }, backup);
}
