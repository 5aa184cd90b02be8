/** Options that the commands share. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { remark } from '../../programs/output.js';
import { problemOf } from '../../programs/problems.js';
import { type NodeConfig, OWN_KEY, readConfig } from '../config/config.js';
import { flagName, KEYS } from '../config/keys.js';
import type { NodeDatabase } from '../ports/store.js';
import { readMark, refuseMissing } from '../store/mark.js';
import { databaseFile, openStore } from '../store/store.js';

/** The command was used wrongly; one line for the user, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export type Flags = { [name: string]: string | undefined };

/** A command with --config and the flags of these keys (all keys when left out). */
export function configured(name: string, description: string, keys?: readonly string[]): Command {
  const command = new Command(name).description(description);
  command.option('--config <file>', 'JSON file of settings');
  for (const { name: key, argument, help } of KEYS) {
    if (argument === undefined || (keys !== undefined && !keys.includes(key))) continue;
    command.option(`--${flagName(key)} ${argument}`, help);
  }
  return command;
}

/** Keys for the commands that only look into the data directory. */
export const DATA_KEYS = ['data', 'network'];

/** @param makesCertificate as readConfig's. @throws ConfigError */
export function configOf(flags: Flags, makesCertificate = false): NodeConfig {
  return readConfig(flags, process.env, flags.config, makesCertificate);
}

/** @throws UsageError when there is none, Error when it may not be read */
export function findDatabase(data: string): void {
  const file = databaseFile(data);
  refuseMissing(file, readMark(file));
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw new Error(`${file} cannot be read: ${problemOf(error)}`);
    throw new UsageError(
      existsSync(data)
        ? `there is no database in ${data}; is --data right?`
        : `there is no directory ${data}; is --data right?`,
    );
  }
}

/** Wallet, keys and books are nobody else's business; what is made or copied by hand is often open to everybody. */
export function readersWarning(data: string): string | undefined {
  const isOpen = (path: string): boolean => existsSync(path) && (statSync(path).mode & 0o077) !== 0;
  if (isOpen(data)) return `other users of this machine can read ${data}: chmod 700 '${data}'`;
  const files = ['mite.sqlite', 'wallet.json', OWN_KEY].map(name => join(data, name)).filter(isOpen);
  if (files.length === 0) return undefined;
  return `other users may read ${files.join(', ')}: chmod 600 ${files.map(file => `'${file}'`).join(' ')}`;
}

/** Opens the database for the time of `use`. @param mustExist refuses a directory without a database */
export async function withStore<T>(
  config: NodeConfig,
  use: (db: NodeDatabase) => Promise<T>,
  mustExist = false,
): Promise<T> {
  if (mustExist) findDatabase(config.data);
  const db = await openStore(config.data);
  const warning = readersWarning(config.data);
  if (warning !== undefined) remark(`mite-node: ${warning}`);
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}

export function formatMoment(milliseconds: number | undefined): string {
  return milliseconds === undefined
    ? '-'
    : new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}

/** bigint as decimal text. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, entry) => (typeof entry === 'bigint' ? entry.toString() : entry));
}

/** How far a verification is, on one line of a terminal. */
export function progressLine(): { show(at: { height: number; total: number }): void; end(): void } {
  const isTerminal = process.stderr.isTTY === true;
  let shown = Date.now();
  return {
    show: ({ height, total }) => {
      if (!isTerminal || Date.now() - shown < 200) return;
      shown = Date.now();
      process.stderr.write(`\rverified ${height} of ${total}`);
    },
    end: () => {
      if (isTerminal) process.stderr.write('\r\x1b[K');
    },
  };
}
