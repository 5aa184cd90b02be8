/** Options that the commands share. */
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { flagName, KEYS, type NodeConfig, readConfig } from '../service/config.js';
import { databaseFile, type NodeDatabase, openStore } from '../service/store.js';

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

/** Keys of the commands that only look into the data directory. */
export const DATA_KEYS = ['data', 'network'];

/** @throws ConfigError */
export function configOf(flags: Flags): NodeConfig {
  return readConfig(flags, process.env, flags.config);
}

/** Opens the database for the time of `use`. @param mustExist refuses a directory without a database */
export async function withStore<T>(
  config: NodeConfig,
  use: (db: NodeDatabase) => Promise<T>,
  mustExist = false,
): Promise<T> {
  if (mustExist && !existsSync(databaseFile(config.data))) {
    throw new UsageError(`no database in ${config.data}; is --data right?`);
  }
  const db = await openStore(config.data);
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}

/** Rows of text in columns, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map(row => row[i]?.length ?? 0)));
  return rows
    .map(row =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
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
