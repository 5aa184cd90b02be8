/** What the API shows, read from the running node and its database. */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { hashToDisplay } from '../../firmware/domain/bytes.js';
import { shareCodeName } from '../../firmware/domain/share.js';
import { GONE, type LastStatus } from '../fleet/presence.js';
import type { RateHistory } from '../history/history.js';
import type { ChainQueries } from '../ports/chain-queries.js';
import type { NodeDatabase } from '../ports/store.js';
import type { Upstream } from '../ports/upstream.js';
import { openFlags } from '../quorum/board-keys.js';
import { standings, storedRules } from '../quorum/quorum.js';
import { isCredited } from '../work/counts.js';
import { deviceTotals } from '../work/rewards.js';
import type * as schemas from './schemas.js';

export interface Views {
  readonly db: NodeDatabase;
  readonly upstream: Upstream;
  readonly queries: ChainQueries;
  readonly history: RateHistory;
  readonly presence: {
    isHere(device: string): boolean;
    statusOf(device: string): LastStatus | undefined;
  };
  /** What does not change while the node runs. */
  readonly about: {
    readonly network: string;
    readonly payoutAddress: string;
    readonly brokers: readonly string[];
    readonly fingerprint: string | undefined;
    readonly started: number;
  };
  /** How it stands with the Bitcoin node behind this one; undefined on a devnet. */
  upstreamState(): Promise<z.infer<typeof schemas.node>['upstream']>;
  /** Satoshi; undefined where the upstream keeps no coins. */
  balance(): Promise<{ confirmed: bigint; immature: bigint; pending: bigint } | undefined>;
}

export const VERSION: string = (
  JSON.parse(readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  }
).version;

export async function nodeView(views: Views): Promise<z.infer<typeof schemas.node>> {
  const { height, hash, time } = views.upstream.tip();
  const balance = await views.balance();
  return {
    version: VERSION,
    height,
    tip: hashToDisplay(hash),
    tipTime: time,
    upstream: await views.upstreamState(),
    quorum: (await storedRules(views.db)).quorum,
    balance: balance
      ? {
          confirmed: String(balance.confirmed),
          immature: String(balance.immature),
          pending: String(balance.pending),
        }
      : null,
    network: views.about.network,
    payoutAddress: views.about.payoutAddress,
    brokers: [...views.about.brokers],
    fingerprint: views.about.fingerprint ?? null,
    started: views.about.started,
  };
}

function statusView(status: LastStatus | undefined): schemas.BoardRow['status'] {
  if (status === undefined) return null;
  return {
    chain: status.chain ?? null,
    tip: status.tip ?? null,
    payoutCheck: status.payoutCheck ?? null,
    judged: status.judged ?? null,
    refusals: status.refusals ?? null,
    budget: status.budget ?? null,
    temperature: status.temperature ?? null,
    pausedBy: status.pausedBy ?? null,
    rssi: status.rssi ?? null,
    uptime: status.uptime ?? null,
    heapPeak: status.slotPeak === undefined ? null : status.slotPeak + (status.chunkPeak ?? 0),
    heapLimit: status.heapLimit ?? null,
  };
}

/** All devices, by id. */
export async function boardRows({
  db,
  history,
  presence,
}: Pick<Views, 'db' | 'history' | 'presence'>): Promise<schemas.BoardRow[]> {
  const totals = await deviceTotals(db);
  const flagged = new Set((await openFlags(db)).map(({ device }) => device));
  const known = new Map(
    (await db.selectFrom('devices').select(['id', 'board', 'firmware']).execute()).map(row => [row.id, row]),
  );
  const reasons = new Map<string, Record<string, number>>();
  for (const { device, code, count } of await db.selectFrom('share_counts').selectAll().execute())
    if (!isCredited(code)) {
      const own = reasons.get(device) ?? {};
      own[shareCodeName(code)] = count;
      reasons.set(device, own);
    }
  return totals.map(row => {
    const status = presence.statusOf(row.device);
    const online = presence.isHere(row.device);
    const device = known.get(row.device);
    return {
      id: row.device,
      group: row.group,
      online,
      revoked: row.revoked,
      state: online ? (status?.state ?? row.state ?? null) : row.state === GONE ? null : (row.state ?? null),
      refused: status?.refused ?? null,
      board: device?.board ?? null,
      firmware: device?.firmware ?? null,
      lastSeen: row.lastSeen ?? null,
      rate: online ? (status?.rate ?? row.rate) : 0,
      proven: history.proven(row.device),
      accepted: row.accepted,
      rejected: row.rejected,
      reasons: reasons.get(row.device) ?? {},
      blocks: row.blocks,
      earned: String(row.earned),
      work: String(row.work),
      flagged: flagged.has(row.device),
      status: statusView(status),
    };
  });
}

export async function blocksView(db: NodeDatabase): Promise<z.infer<typeof schemas.blocks>> {
  const rows = await db.selectFrom('found_blocks').selectAll().orderBy('share', 'desc').limit(100).execute();
  const { count } = await db
    .selectFrom('found_blocks')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('orphaned', '=', 0)
    .executeTakeFirstOrThrow();
  return {
    found: Number(count),
    blocks: rows.map(row => ({
      height: row.height,
      hash: hashToDisplay(new Uint8Array(row.hash)),
      device: row.device,
      group: row.payout_group,
      value: row.value,
      foundAt: row.found_at,
      orphaned: row.orphaned === 1,
    })),
  };
}

/** At most this many: a page shows no more, and a Bitcoin node's mempool is not kept here. */
const SHOWN_TRANSACTIONS = 200;

export async function poolView({ db, queries }: Views): Promise<z.infer<typeof schemas.pool>> {
  const rules = await storedRules(db);
  const list = await standings(queries, db, rules);
  return {
    quorum: rules.quorum,
    transactions: list.slice(0, SHOWN_TRANSACTIONS).map(each => ({
      txid: hashToDisplay(each.txid),
      vbytes: each.vsize,
      fee: String(each.fee),
      since: each.time * 1000,
      attested: each.attested,
      standing: each.standing,
    })),
  };
}
