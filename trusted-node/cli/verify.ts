/** mite-node verify, and the same of a backup before it is restored */
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { hashToDisplay } from '../../firmware/domain/bytes.js';
import { NETWORKS, type NetworkName } from '../../firmware/domain/networks.js';
import { print } from '../../programs/output.js';
import type { NodeConfig } from '../config/config.js';
import type { Ledger, VerifyProgress } from '../ledger/types.js';
import type { StoredStatus } from '../open-upstream.js';
import type { NodeDatabase } from '../ports/store.js';
import { checkIntegrity } from '../store/sqlite/database.js';
import { databaseFile } from '../store/store.js';
import { verifyBitcoinData } from '../upstream/bitcoin/verify-data.js';
import { copyFile, withChainToRead } from './chain.js';
import { count } from './format.js';
import { configOf, configured, DATA_KEYS, type Flags, progressLine, toJson } from './options.js';

export interface Verified {
  readonly height: number;
  /** Display order. */
  readonly hash: string;
  /** What was verified, and what was not there to be. */
  readonly text: string;
  /** Of a Bitcoin node's chain: found blocks, those not in the chain, and those whose file is missing. */
  readonly found?: { readonly blocks: number; readonly orphaned: number; readonly missing: number };
}

type Show = (at: VerifyProgress) => void;

async function ofLedger(ledger: Ledger, show: Show): Promise<Verified> {
  const { height, hash } = await ledger.verify(show);
  const display = hashToDisplay(hash);
  return { height, hash: display, text: `${count(height, 'block')} up to ${display}` };
}

async function ofBitcoin(
  status: StoredStatus,
  db: NodeDatabase,
  files: string | undefined,
  show: Show,
): Promise<Verified> {
  await checkIntegrity(db);
  const rules = NETWORKS[status.network as NetworkName];
  const { tip, headers, blocks, orphaned, missing } = await verifyBitcoinData(db, rules, files, show);
  const { height, hash } = tip ? { height: tip.height, hash: hashToDisplay(tip.hash) } : status;
  const parts = [
    files === undefined ? 'the database' : `${count(headers, 'header')} up to ${hash}`,
    `${count(blocks, 'found block')}${orphaned > 0 ? `, ${orphaned} of them not in the chain` : ''}`,
  ];
  if (missing > 0) parts.push(`without ${count(missing, 'file')} of them`);
  return { height, hash, text: parts.join(', '), found: { blocks, orphaned, missing } };
}

/**
 * @param backup a directory, or a copy of the database alone; undefined: the node's data
 * @param files where the files beside the database are; undefined: there are none
 * @throws VerifyError, DamagedData, StorageError
 */
export function verifyStored(
  config: NodeConfig,
  backup: string | undefined,
  files: string | undefined,
  show: Show,
): Promise<Verified> {
  return withChainToRead(
    config,
    {
      ledger: ledger => ofLedger(ledger, show),
      bitcoin: (status, db) => ofBitcoin(status, db, files, show),
    },
    backup,
  );
}

export function verifyCommand(): Command {
  return configured('verify', 'verify everything stored again, from the first block on', DATA_KEYS)
    .argument('[backup]', 'look into this backup (or copy of mite.sqlite) instead of the data directory')
    .option('--json', 'one JSON object')
    .action(async (backup: string | undefined, { json, ...flags }: Flags & { json?: boolean }) => {
      const started = Date.now();
      const line = progressLine();
      const config = configOf(flags as Flags);
      const file = backup === undefined ? databaseFile(config.data) : copyFile(backup);
      // A copy of the database under another name has nothing beside it.
      const files = backup === undefined || resolve(backup) === dirname(file) ? dirname(file) : undefined;
      const { text, ...verified } = await verifyStored(config, backup, files, line.show).finally(line.end);
      const milliseconds = Date.now() - started;
      if (json) print(toJson({ ...verified, milliseconds }));
      else print(`verified ${text} in ${(milliseconds / 1000).toFixed(1)} s`);
    });
}
