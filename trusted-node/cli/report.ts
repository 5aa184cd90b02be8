/** mite-node status and verify */
import type { Command } from 'commander';
import { hashToDisplay } from '../../firmware/domain/bytes.js';
import { openLedger } from '../ledger/ledger.js';
import type { Ledger } from '../ledger/types.js';
import { openFlags } from '../service/board-keys.js';
import type { NodeConfig } from '../service/config.js';
import { standings, storedRules } from '../service/quorum.js';
import { deviceTotals } from '../service/rewards.js';
import { databaseFile, type NodeDatabase } from '../service/store.js';
import { formatAmount } from '../wallet/amount.js';
import {
  configOf,
  configured,
  DATA_KEYS,
  type Flags,
  formatMoment,
  table,
  toJson,
  withStore,
} from './options.js';
import { print } from './output.js';

/** Blocks that `status` shows. */
const SHOWN_BLOCKS = 5;

/** Database and ledger on one handle, for the time of `use`. */
export function withLedger<T>(
  config: NodeConfig,
  use: (ledger: Ledger, db: NodeDatabase) => Promise<T>,
  mustExist = false,
): Promise<T> {
  return withStore(
    config,
    async db => {
      const ledger = await openLedger({
        file: databaseFile(config.data),
        network: config.network,
        database: db as never,
      });
      try {
        return await use(ledger, db);
      } finally {
        await ledger.close();
      }
    },
    mustExist,
  );
}

async function readStatus(ledger: Ledger, db: NodeDatabase) {
  const tip = ledger.tip();
  const rules = await storedRules(db);
  const waiting = await standings(ledger, db, rules);
  const blocks = await db
    .selectFrom('found_blocks')
    .selectAll()
    .orderBy('share', 'desc')
    .limit(SHOWN_BLOCKS)
    .execute();
  const { count } = await db
    .selectFrom('found_blocks')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('orphaned', '=', 0)
    .executeTakeFirstOrThrow();
  return {
    network: ledger.network.name,
    height: tip.height,
    tip: hashToDisplay(tip.hash),
    time: tip.time,
    mempool: await ledger.mempool(),
    quorum: rules.quorum,
    quorumMinAge: rules.minAge,
    /** Waiting transactions that no template takes yet. */
    unattested: waiting.filter(({ standing }) => standing !== 'ready').length,
    flagged: [...new Set((await openFlags(db)).map(flag => flag.device))],
    devices: await deviceTotals(db),
    blocksFound: Number(count),
    blocks: blocks.map(block => ({
      height: block.height,
      hash: hashToDisplay(new Uint8Array(block.hash)),
      device: block.device,
      group: block.payout_group,
      value: BigInt(block.value),
      foundAt: block.found_at,
      orphaned: block.orphaned === 1,
    })),
  };
}

export function statusCommand(): Command {
  return configured('status', 'shows chain, devices, shares and rewards', DATA_KEYS)
    .option('--json', 'one JSON object')
    .action(async ({ json, ...flags }: Flags & { json?: boolean }) => {
      const status = await withLedger(configOf(flags as Flags), readStatus, true);
      if (json) {
        print(toJson(status));
        return;
      }
      print(`network  ${status.network}`);
      print(`tip      ${status.height}  ${status.tip}  ${formatMoment(status.time * 1000)}`);
      print(
        `mempool  ${status.mempool.transactions} transactions, ${status.mempool.bytes} bytes, fees ${formatAmount(status.mempool.fees)}`,
      );
      if (status.quorum > 0) {
        const age = status.quorumMinAge === 0 ? '' : ` that are ${status.quorumMinAge} s old`;
        print(
          `quorum   ${status.quorum} boards${age}; ${status.unattested} transactions wait for it ("mite-node pool" shows them)`,
        );
      }
      if (status.flagged.length > 0) print(`flagged  ${status.flagged.join(', ')}`);
      print(`blocks   ${status.blocksFound} found by devices`);
      if (status.devices.length > 0) {
        print('');
        print(
          table([
            [
              'DEVICE',
              'GROUP',
              'LAST SEEN',
              'H/S',
              'ACCEPTED',
              'REJECTED',
              'BLOCKS',
              'WORK',
              'EARNED',
              'STATE',
            ],
            ...status.devices.map(row => [
              row.device + (row.revoked ? ' (revoked)' : ''),
              row.group,
              formatMoment(row.lastSeen),
              String(row.rate),
              String(row.accepted),
              String(row.rejected),
              String(row.blocks),
              row.work.toString(),
              formatAmount(row.earned),
              row.state ?? '-',
            ]),
          ]),
        );
      }
      if (status.blocks.length > 0) {
        print('');
        print(
          table([
            ['HEIGHT', 'HASH', 'DEVICE', 'GROUP', 'REWARD', 'FOUND'],
            ...status.blocks.map(block => [
              String(block.height),
              block.hash,
              block.device,
              block.group,
              block.orphaned ? 'orphaned' : formatAmount(block.value),
              formatMoment(block.foundAt),
            ]),
          ]),
        );
      }
    });
}

export function verifyCommand(): Command {
  return configured('verify', 'verifies the whole chain again, from the genesis', DATA_KEYS)
    .option('--json', 'one JSON object')
    .action(async ({ json, ...flags }: Flags & { json?: boolean }) => {
      const started = Date.now();
      let shown = started;
      const { height, hash } = await withLedger(
        configOf(flags as Flags),
        ledger =>
          ledger.verify(({ height: at, total }) => {
            if (!process.stderr.isTTY || Date.now() - shown < 200) return;
            shown = Date.now();
            process.stderr.write(`\rverified ${at} of ${total}`);
          }),
        true,
      );
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
      const display = hashToDisplay(hash);
      if (json) print(toJson({ height, hash: display, milliseconds: Date.now() - started }));
      else
        print(
          `verified ${height} blocks up to ${display} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
        );
    });
}
