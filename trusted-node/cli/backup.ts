/** mite-node backup and restore */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { print, remark } from '../../programs/output.js';
import { BackupError, backUp, restore } from '../backup/backup.js';
import type { NodeConfig } from '../config/config.js';
import { openLedger } from '../ledger/ledger.js';
import type { Ledger } from '../ledger/types.js';
import { type StoredStatus, storedStatus } from '../open-upstream.js';
import type { NodeDatabase } from '../ports/store.js';
import { databaseFile, LockedError, openCopy } from '../store/store.js';
import { count } from './format.js';
import {
  configOf,
  configured,
  DATA_KEYS,
  type Flags,
  progressLine,
  toJson,
  UsageError,
  withStore,
} from './options.js';

/** The database of a backup that a command names: a directory, or the file itself. @throws UsageError */
function copyFile(backup: string): string {
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

/** @throws UsageError for what the user can fix with another name or flag */
async function use<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof BackupError ? new UsageError(error.message) : error;
  }
}

export function backupCommand(): Command {
  return configured('backup', 'copy the data to a new directory; the node may keep running', DATA_KEYS)
    .argument('<directory>', 'new, or empty')
    .option('--json', 'one JSON object')
    .action(async (directory: string, { json, ...flags }: Flags & { json?: boolean }) => {
      if (directory === '') throw new UsageError('the name of the directory is empty');
      const config = configOf(flags as Flags);
      const path = resolve(directory);
      const height = await withLedger(config, async ledger => ledger.tip().height);
      const names = await use(async () => backUp(config.data, path));
      if (json) print(toJson({ directory: path, height, files: names }));
      else {
        print(`backed up ${names.join(', ')} at height ${height} into ${path}`);
        remark(
          `"mite-node verify ${directory}" checks it. Keep it private: it holds the keys of the wallet.`,
        );
      }
    });
}

export function restoreCommand(): Command {
  return configured('restore', 'verify a backup, then put it in place of the data', DATA_KEYS)
    .argument('<backup>', 'a directory made by "mite-node backup", or a copy of mite.sqlite')
    .option('--replace', 'move the data that is there aside')
    .option('--json', 'one JSON object')
    .action(async (backup: string, options: Flags & { replace?: boolean; json?: boolean }) => {
      const { replace, json, ...flags } = options;
      copyFile(backup);
      const { data, network } = configOf(flags as Flags);
      const line = progressLine();
      const done = await use(() =>
        restore(resolve(backup), data, { network, replace: replace === true, progress: line.show }),
      )
        .catch(error => {
          throw error instanceof LockedError
            ? new Error(`a node runs on ${data}: stop it before you restore`)
            : error;
        })
        .finally(line.end);
      if (json) print(toJson({ data, ...done }));
      else {
        print(`restored ${done.names.join(', ')} at height ${done.height} into ${data}`);
        if (done.aside !== undefined) print(`what was there is now in ${done.aside}`);
        remark(
          `Boards that know more than these ${count(done.height, 'block')} do not work for the node until it has more: ` +
            'where nobody else has those blocks, type "chain forget" on their consoles.',
        );
      }
    });
}
