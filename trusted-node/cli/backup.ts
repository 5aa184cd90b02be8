/** mite-node backup and restore */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { print, remark } from '../../programs/output.js';
import { BackupError, backUp, restore } from '../backup/backup.js';
import { LockedError } from '../store/store.js';
import { copyFile, withChain } from './chain.js';
import { count } from './format.js';
import { configOf, configured, DATA_KEYS, type Flags, progressLine, toJson, UsageError } from './options.js';
import { verifyStored } from './verify.js';

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
      const height = await withChain(config, {
        ledger: async ledger => ledger.tip().height,
        bitcoin: async status => status.height,
      });
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
      const config = configOf(flags as Flags);
      const { data, network } = config;
      const line = progressLine();
      let bitcoin = false;
      const verify = async (copy: string, files: string | undefined): Promise<number> => {
        const { height, found } = await verifyStored({ ...config, data: copy }, undefined, files, line.show);
        bitcoin = found !== undefined;
        return height;
      };
      const done = await use(() =>
        restore(resolve(backup), data, { network, replace: replace === true, verify }),
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
        if (bitcoin) remark('What has happened in the chain since then is fetched when the node runs.');
        else
          remark(
            `Boards that know more than these ${count(done.height, 'block')} do not work for the node until it has more: ` +
              'where nobody else has those blocks, type "chain forget" on their consoles.',
          );
      }
    });
}
