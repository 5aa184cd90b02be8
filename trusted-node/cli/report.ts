/** mite-node status */
import type { Command } from 'commander';
import { hashToDisplay } from '../../firmware/domain/bytes.js';
import { print } from '../../programs/output.js';
import { DAY_MS, systemClock } from '../common/clock.js';
import { recentFloods } from '../fleet/floods.js';
import { GONE } from '../fleet/presence.js';
import type { Ledger } from '../ledger/types.js';
import type { PoolStatus } from '../open-pool.js';
import type { StoredStatus } from '../open-upstream.js';
import type { NodeDatabase } from '../ports/store.js';
import { storedCost } from '../quorum/admission.js';
import { openFlags } from '../quorum/board-keys.js';
import { type QuorumCost, type QuorumMode, standings, storedRules } from '../quorum/quorum.js';
import { readMark } from '../store/mark.js';
import { databaseFile, isNodeRunning } from '../store/store.js';
import { poolCounts } from '../upstream/pool/outbox.js';
import { refusedBlocks } from '../work/blocks.js';
import { clockBehind, describeClock } from '../work/clock.js';
import { deviceTotals } from '../work/rewards.js';
import { withChainToRead } from './chain.js';
import { count, formatCoins, formatCoinsBare, formatRate, formatSince, shortHash } from './format.js';
import { configOf, configured, DATA_KEYS, type Flags, formatMoment, toJson } from './options.js';
import { fitTable } from './table.js';

/** A node that was restored from an old copy. */
const WHAT_BOARDS_DO =
  'boards that know more do not mine for it until it has more work than they know ' +
  '(mite-node device forget-chain --all)';

/** Blocks that `status` shows. */
const SHOWN_BLOCKS = 5;

/** The devnet's chain, as its ledger has it. */
async function chainOf(ledger: Ledger, db: NodeDatabase) {
  const tip = ledger.tip();
  const rules = await storedRules(db);
  const waiting = await standings(ledger, db, rules);
  return {
    network: ledger.network.name as string,
    height: tip.height,
    tip: hashToDisplay(tip.hash),
    time: tip.time,
    /** Seconds that this machine's clock must go forward before a block can be taken; 0 when it is right. */
    clockBehind: await clockBehind(ledger, systemClock()),
    /** Of the highest tip that this directory has had: more than `height` in an older copy. */
    heightBefore: tip.height,
    /** Null where the Bitcoin node has it. */
    mempool: (await ledger.mempool()) as Awaited<ReturnType<Ledger['mempool']>> | null,
    /** How it stood with the Bitcoin node when something changed last; null without one. */
    upstream: null as Pick<StoredStatus, 'node' | 'state' | 'reason' | 'at' | 'pool'> | null,
    /** What pools said of this node's shares, and how many wait; null without one. */
    poolShares: null as Awaited<ReturnType<typeof poolCounts>> | null,
    quorum: rules.quorum,
    quorumMode: rules.mode,
    quorumMinAge: rules.minAge,
    /** Waiting transactions that no template takes yet. */
    unattested: waiting.filter(({ standing }) => standing !== 'ready').length,
    /** Of the next block with a Bitcoin node: what has no quorum; null before the first template. */
    quorumCost: null as QuorumCost | null,
  };
}

type Chain = Awaited<ReturnType<typeof chainOf>>;

/** A Bitcoin node's, as the running node knew it last. */
async function bitcoinChain(stored: StoredStatus, db: NodeDatabase): Promise<Chain> {
  const { network, node, state, reason, height, hash, time, at } = stored;
  const { quorum, minAge, mode } = await storedRules(db);
  const cost = quorum > 0 ? await storedCost(db) : undefined;
  return {
    ...{ network, height, heightBefore: height, tip: hash, time, clockBehind: 0, mempool: null },
    upstream: { node, state, reason, at, ...(stored.pool && { pool: stored.pool }) },
    poolShares: stored.pool === undefined ? null : await poolCounts(db),
    ...{ quorum, quorumMode: mode, quorumMinAge: minAge, unattested: cost?.without.transactions ?? 0 },
    quorumCost: cost ?? null,
  };
}

/** What has no quorum, and what becomes of it. */
function costText({ transactions, fees, without }: QuorumCost, mode: QuorumMode): string {
  const part = `${without.transactions} of ${count(transactions, 'transaction')} of the next block`;
  const coins = `${formatCoins(without.fees)} of ${formatCoins(fees)} in fees`;
  return mode === 'enforce'
    ? `${part} left out for want of it, which costs ${coins}`
    : `${part} without it, with ${coins}, and mined all the same`;
}

async function readStatus(chain: Chain, db: NodeDatabase, running: boolean) {
  const blocks = await db
    .selectFrom('found_blocks')
    .selectAll()
    .orderBy('share', 'desc')
    .limit(SHOWN_BLOCKS)
    .execute();
  const { count: found } = await db
    .selectFrom('found_blocks')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('orphaned', '=', 0)
    .executeTakeFirstOrThrow();
  return {
    ...chain,
    /** Whether a node runs on this directory. */
    running,
    flagged: [...new Set((await openFlags(db)).map(flag => flag.device))],
    /** Devices that sent more than they may within the last day. */
    floods: await recentFloods(db, Date.now() - DAY_MS),
    devices: (await deviceTotals(db)).map(device => ({
      ...device,
      /** Connected; a running node stores it within 15 s. */
      online: running && device.state !== undefined && device.state !== GONE,
    })),
    blocksFound: Number(found),
    /** Found blocks that the ledger refused, and the last of them; null when there is none. */
    blocksRefused: (await refusedBlocks(db)) ?? null,
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

type Status = Awaited<ReturnType<typeof readStatus>>;

function describeDevice({ revoked, online, state, lastSeen }: Status['devices'][number]): string {
  if (revoked) return 'revoked';
  if (online) return state ?? '-';
  return lastSeen === undefined ? 'never seen' : `gone since ${formatSince(lastSeen, Date.now())}`;
}

/** How it stands with the pool, and what it said of the shares. */
function poolRows(pool: PoolStatus, shares: Status['poolShares']): string[][] {
  const { user, place, of, difficulty, versionRolling, room, payout, malformed } = pool;
  const rows = [
    ['', `as ${user}${of > 1 ? `, pool ${place} of ${of}` : ''}; its coinbase: ${payout}`],
    [
      '',
      `difficulty ${difficulty ?? 'unknown'}, ${versionRolling ? 'version rolling' : 'no version rolling'}, room for ${room ?? 'unknown'} miners`,
    ],
  ];
  if (malformed > 0)
    rows.push(['', `${count(malformed, 'line or job', 'lines or jobs')} of it could not be used`]);
  const sums = new Map<string, number>();
  for (const { result, count: found } of shares?.counts ?? [])
    sums.set(result, (sums.get(result) ?? 0) + found);
  const { accepted = 0, ...refused } = Object.fromEntries(sums);
  const others = Object.entries(refused).map(([reason, found]) => `${found} ${reason}`);
  const waiting = shares?.waiting ?? 0;
  rows.push([
    '',
    [`shares: ${accepted} accepted`, ...others, ...(waiting > 0 ? [`${waiting} on their way`] : [])].join(
      ', ',
    ),
  ]);
  return rows;
}

function statusText(status: Status): string {
  const { mempool, quorum, quorumMode, quorumMinAge, quorumCost } = status;
  const rows = [
    ['network', status.network],
    ['node', status.running ? 'running' : 'not running (mite-node run)'],
    ['tip', `height ${status.height}, ${formatMoment(status.time * 1000)} UTC`],
    ['', status.tip],
  ];
  if (status.heightBefore > status.height)
    rows.push(['older', `this is a copy from before height ${status.heightBefore}: ${WHAT_BOARDS_DO}`]);
  if (status.upstream !== null) {
    const { node, state, reason, at, pool } = status.upstream;
    const since = status.running && pool === undefined ? 'since' : 'last,';
    const what = pool === undefined ? 'bitcoin' : 'pool';
    rows.push([what, `${node}: ${state} ${since} ${formatMoment(at)} UTC`]);
    if (reason !== '') rows.push(['', reason]);
    if (pool !== undefined) rows.push(...poolRows(pool, status.poolShares));
  }
  if (mempool !== null)
    rows.push([
      'mempool',
      mempool.transactions === 0
        ? 'no transaction is waiting'
        : `${count(mempool.transactions, 'transaction')}, ${mempool.bytes} vbytes, fees ${formatCoins(mempool.fees)}`,
    ]);
  if (status.clockBehind > 0) rows.push(['clock', describeClock(systemClock(), status.time)]);
  if (quorum > 0) {
    const age = quorumMinAge === 0 ? '' : ` added at least ${quorumMinAge} s ago`;
    rows.push(['quorum', `${count(quorum, 'board')}${age}${quorumMode === 'report' ? ', report only' : ''}`]);
    if (quorumCost !== null) rows.push(['', costText(quorumCost, quorumMode)]);
    else if (status.unattested > 0)
      rows.push([
        '',
        `${count(status.unattested, 'transaction is waiting', 'transactions are waiting')} for boards (mite-node pool)`,
      ]);
  }
  if (status.flagged.length > 0) rows.push(['flagged', status.flagged.join(', ')]);
  for (const { device, kind, at, cutUntil, cuts } of status.floods) {
    const now = Date.now();
    const until =
      cutUntil !== undefined && cutUntil > now ? `, cut off until ${formatSince(cutUntil, now)}` : '';
    const times = cuts > 0 ? `, cut off ${count(cuts, 'time')}` : ', slowed';
    rows.push([
      'flooding',
      `${device}: too many "${kind}" messages at ${formatSince(at, now)}${until || times}`,
    ]);
  }
  rows.push(['blocks', `${status.blocksFound} found by devices`]);
  if (status.blocksRefused !== null) {
    const { count: refused, last } = status.blocksRefused;
    const where = `height ${last.height} by ${last.device}, ${formatMoment(last.at)} UTC`;
    rows.push(['refused', `${count(refused, 'block')} by the chain, the last at ${where}: ${last.reason}`]);
  }
  return rows.map(([name, text]) => `${name!.padEnd(9)}${text}`).join('\n');
}

function deviceTable(devices: Status['devices']): string {
  return fitTable(
    [
      { title: 'DEVICE' },
      { title: 'GROUP', optional: 2 },
      { title: 'LAST SEEN (UTC)', optional: 3 },
      { title: 'RATE' },
      { title: 'SHARES' },
      { title: 'BLOCKS' },
      { title: 'WORK (HASHES)', optional: 4 },
      { title: 'EARNED (COINS)' },
      { title: 'STATE' },
    ],
    devices.map(row => [
      row.device,
      row.group,
      formatMoment(row.lastSeen),
      row.online ? formatRate(row.rate) : '-',
      row.rejected === 0 ? String(row.accepted) : `${row.accepted} of ${row.accepted + row.rejected}`,
      String(row.blocks),
      row.work.toString(),
      formatCoinsBare(row.earned),
      describeDevice(row),
    ]),
  );
}

function blockTable(blocks: Status['blocks']): string {
  return fitTable(
    [
      { title: 'HEIGHT' },
      { title: 'HASH', optional: 1 },
      { title: 'DEVICE' },
      { title: 'GROUP', optional: 2 },
      { title: 'REWARD (COINS)' },
      { title: 'FOUND (UTC)' },
    ],
    blocks.map(block => [
      String(block.height),
      shortHash(block.hash),
      block.device,
      block.group,
      block.orphaned ? 'orphaned' : formatCoinsBare(block.value),
      formatMoment(block.foundAt),
    ]),
  );
}

export function statusCommand(): Command {
  return configured('status', 'show the chain, and what each device does and has earned', DATA_KEYS)
    .argument('[backup]', 'look into this backup (or copy of mite.sqlite) instead of the data directory')
    .option('--json', 'one JSON object')
    .action(async (backup: string | undefined, { json, ...flags }: Flags & { json?: boolean }) => {
      const config = configOf(flags as Flags);
      const running = backup === undefined && isNodeRunning(config.data);
      const status = await withChainToRead(
        config,
        {
          ledger: async (ledger, db) => {
            const chain = await chainOf(ledger, db);
            const before = backup === undefined ? readMark(databaseFile(config.data))?.height : undefined;
            return readStatus({ ...chain, heightBefore: Math.max(before ?? 0, chain.height) }, db, running);
          },
          bitcoin: async (stored, db) => readStatus(await bitcoinChain(stored, db), db, running),
        },
        backup,
      );
      if (json) {
        print(toJson(status));
        return;
      }
      const parts = [statusText(status)];
      if (status.devices.length > 0) parts.push(deviceTable(status.devices));
      if (status.blocks.length > 0) parts.push(blockTable(status.blocks));
      print(parts.join('\n\n'));
    });
}
