/**
 * Copies of a node's data, made beside a running node, and how to restore them. A backup is itself a data directory:
 * the database as of one moment, the wallet, the TLS key and the firmware images, headers and found blocks of a Bitcoin
 * node's chain; `--data` may name it.
 */
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { NetworkName } from '../../firmware/domain/networks.js';
import { problemOf } from '../../programs/problems.js';
import { flush } from '../common/atomic-file.js';
import { makeDirectory } from '../common/directory.js';
import { OWN_CERTIFICATE, OWN_KEY } from '../config/config.js';
import { loosenMark } from '../store/mark.js';
import { copyDatabase, StorageError, settleDatabase } from '../store/sqlite/database.js';
import { databaseFile, lockStore, makeDataDirectory } from '../store/store.js';
import { walletFile } from '../wallet/payout.js';
import { openWallet, type Wallet } from '../wallet/wallet.js';

/** The files beside the database. */
const OTHERS = ['wallet.json', OWN_KEY, OWN_CERTIFICATE, 'firmware', 'headers.bin', 'blocks'] as const;

/** A copy cannot be made or restored this way; one line for a person. Nothing has changed. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Copies a file or a directory of files, readable only by its owner, flushed. */
function copy(from: string, to: string): void {
  if (statSync(from).isDirectory()) {
    // A file that is being written is not complete, and has another name later.
    cpSync(from, to, { recursive: true, filter: source => !source.endsWith('.tmp') });
    chmodSync(to, 0o700);
    for (const name of readdirSync(to)) flush(join(to, name));
  } else {
    copyFileSync(from, to);
    chmodSync(to, 0o600);
  }
  flush(to);
}

function isTaken(directory: string): BackupError {
  return new BackupError(`${directory} is there already: name a new directory, or an empty one`);
}

/**
 * Copies the data of a node, which may run.
 * @param directory new, or empty
 * @returns the names of what was copied
 * @throws BackupError, StorageError
 */
export function backUp(data: string, directory: string): string[] {
  const made = !existsSync(directory);
  if (!made && (!statSync(directory).isDirectory() || readdirSync(directory).length > 0))
    throw isTaken(directory);
  try {
    makeDirectory(directory, 0o700);
  } catch (error) {
    throw new Error(`${directory} cannot be made: ${problemOf(error)}`);
  }
  try {
    copyDatabase(databaseFile(data), databaseFile(directory));
    // After the database: so it has handed out every address that the database knows.
    const others = OTHERS.filter(name => existsSync(join(data, name)));
    for (const name of others) copy(join(data, name), join(directory, name));
    flush(directory);
    return ['mite.sqlite', ...others];
  } catch (error) {
    // Another backup has begun there meanwhile: its files are not ours to delete.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw isTaken(directory);
    if (made) rmSync(directory, { recursive: true, force: true });
    else for (const name of readdirSync(directory)) rmSync(join(directory, name), { recursive: true });
    if (error instanceof StorageError) throw error;
    throw new Error(`${directory} cannot be written: ${problemOf(error)}`);
  }
}

export interface Restored {
  readonly height: number;
  /** Names of what was taken from the backup. */
  readonly names: readonly string[];
  /** Where the previous files are now; undefined when there were none. */
  readonly aside: string | undefined;
}

/**
 * Whether the wallet of a backup replaces the node's. If both have one seed, the one that knows all addresses stays; if
 * each has some of its own, the staged one gets them all.
 */
function takesWallet(staging: string, data: string, network: NetworkName): boolean {
  let own: Wallet;
  try {
    own = openWallet(walletFile(data), network);
  } catch {
    return true;
  }
  return openWallet(walletFile(staging), network).join(own) ?? true;
}

/**
 * Puts a backup in place of a node's data, after verifying all of it. Existing data is moved aside, not deleted.
 * @param backup a directory of {@link backUp}, or the file of a database alone
 * @throws LockedError while a node runs on `data`, BackupError, StorageError, VerifyError, WalletError; then nothing has changed
 */
export async function restore(
  backup: string,
  data: string,
  options: {
    readonly network: NetworkName;
    readonly replace: boolean;
    /**
     * Verifies a copy, bringing its database up to date.
     * @param data the copy's directory
     * @param files where the files beside the database are; undefined: there are none
     * @returns its height
     */
    readonly verify: (data: string, files: string | undefined) => Promise<number>;
  },
): Promise<Restored> {
  if (!existsSync(backup)) throw new BackupError(`there is no backup ${backup}`);
  const isDirectory = statSync(backup).isDirectory();
  const source = isDirectory ? databaseFile(backup) : backup;
  if (!existsSync(source)) throw new BackupError(`there is no database in ${backup}`);
  makeDataDirectory(data);
  const staging = join(data, 'restoring');
  // What a killed restore left behind is not kept, and cannot be a source.
  if (dirname(realpathSync(source)) === join(realpathSync(data), 'restoring'))
    throw new BackupError(`${staging} is where a restore works, and is deleted by it: rename it first`);
  const unlock = lockStore(data);
  try {
    const taken = ['mite.sqlite', 'wallet.json'].filter(name => existsSync(join(data, name)));
    if (taken.length > 0 && !options.replace)
      throw new BackupError(`${data} holds ${taken.join(' and ')} already; --replace puts them aside`);
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging, { mode: 0o700 });
    const others = isDirectory ? OTHERS.filter(name => existsSync(join(backup, name))) : [];
    if (others.includes('wallet.json')) openWallet(walletFile(backup), options.network);
    copyDatabase(source, databaseFile(staging));
    const height = await options.verify(staging, isDirectory ? backup : undefined);

    for (const name of others) copy(join(backup, name), join(staging, name));
    const names = others.filter(
      name => name !== 'wallet.json' || takesWallet(staging, data, options.network),
    );
    flush(staging);
    loosenMark(databaseFile(data));
    const aside = putInPlace(staging, data, ['mite.sqlite', ...names]);
    return { height, names: ['mite.sqlite', ...names], aside };
  } finally {
    rmSync(staging, { recursive: true, force: true });
    unlock();
  }
}

/** @returns where the previous files are now */
function putInPlace(staging: string, data: string, names: readonly string[]): string | undefined {
  // Its journal belongs to it and to no other file.
  settleDatabase(databaseFile(data));
  const journals = ['mite.sqlite-wal', 'mite.sqlite-shm'].filter(name => existsSync(join(data, name)));
  const old = names.filter(name => existsSync(join(data, name)));
  let aside: string | undefined;
  if (old.length > 0) {
    const moment = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
    for (let i = 0; aside === undefined || existsSync(aside); i++)
      aside = join(data, `replaced-${moment}${i === 0 ? '' : `-${i}`}`);
    mkdirSync(aside, { mode: 0o700 });
    for (const name of journals) renameSync(join(data, name), join(aside, name));
    for (const name of old) putAside(join(data, name), join(aside, name));
    flush(aside);
  }
  for (const name of names) renameSync(join(staging, name), join(data, name));
  flush(data);
  return aside;
}

/** A file keeps its old name too, until the new one takes it: after a kill there is always one of that name. */
function putAside(from: string, to: string): void {
  if (statSync(from).isDirectory()) {
    renameSync(from, to);
    return;
  }
  try {
    linkSync(from, to);
  } catch {
    copy(from, to);
  }
}
