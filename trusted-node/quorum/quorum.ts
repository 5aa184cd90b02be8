/**
 * Which waiting transactions enough boards have judged valid. Queried from the database each time: a verdict's worth
 * changes with its device (revoked, flagged, its key replaced, finally old enough), and memory must not claim more than
 * what is stored.
 */
import { bytesToHex } from '../../firmware/domain/bytes.js';
import type { Candidate, ChainQueries, WaitingTransaction } from '../ports/chain-queries.js';
import type { NodeDatabase } from '../ports/store.js';
import { readValue, writeValue } from '../store/named-values.js';
import { isOfferable } from './offerable.js';

/** What becomes of transactions without a quorum: they are shown, or left out of blocks. */
export const QUORUM_MODES = ['report', 'enforce'] as const;
export type QuorumMode = (typeof QUORUM_MODES)[number];

export interface QuorumRules {
  /** Distinct boards that must call a transaction valid; 0: none. */
  readonly quorum: number;
  /** Whether templates leave out what they have not. */
  readonly mode: QuorumMode;
  /** Seconds since a device was added before its verdicts count. */
  readonly minAge: number;
}

/** Wtxids in one query: SQLite takes 32,766 values, PostgreSQL 65,535. */
const IDS = 1_000;

/**
 * Boards that count and judged transactions valid, by wtxid (hex, internal order). Distinct boards are distinct devices
 * with distinct keys; each device has one key, so distinct keys are distinct devices too.
 * @param wtxids of the transactions in question
 */
export async function countAttested(
  db: NodeDatabase,
  minAge: number,
  wtxids: readonly Uint8Array[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let from = 0; from < wtxids.length; from += IDS)
    for (const row of await countSome(db, minAge, wtxids.slice(from, from + IDS)))
      counts.set(bytesToHex(new Uint8Array(row.wtxid)), Number(row.boards));
  return counts;
}

function countSome(db: NodeDatabase, minAge: number, wtxids: readonly Uint8Array[]) {
  return db
    .selectFrom('verdicts')
    .innerJoin('device_keys', join =>
      join
        .onRef('device_keys.device', '=', 'verdicts.device')
        .onRef('device_keys.public_key', '=', 'verdicts.public_key'),
    )
    .innerJoin('devices', 'devices.id', 'verdicts.device')
    .select(eb => ['verdicts.wtxid', eb.fn.count<number>('verdicts.public_key').distinct().as('boards')])
    .where('verdicts.wtxid', 'in', wtxids)
    .where('verdicts.verdict', '=', 0)
    .where('devices.revoked_at', 'is', null)
    .where('devices.created_at', '<=', Date.now() - minAge * 1000)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('flags')
            .select('flags.id')
            .where('flags.cleared_at', 'is', null)
            .where(eb =>
              eb.or([
                eb('flags.device', '=', eb.ref('verdicts.device')),
                eb('flags.public_key', '=', eb.ref('verdicts.public_key')),
              ]),
            ),
        ),
      ),
    )
    .groupBy('verdicts.wtxid')
    .execute();
}

/** What a quorum costs: fees are satoshi. */
export interface QuorumCost {
  readonly transactions: number;
  readonly fees: bigint;
  /** Of these, what has no quorum, or spends outputs of what has none. */
  readonly without: { readonly transactions: number; readonly fees: bigint };
}

/**
 * What a block without those that are not admitted, and without their descendants, has less.
 * @param candidates parents before children
 */
export function costOf(
  candidates: readonly Candidate[],
  admit: (candidate: Candidate) => boolean,
): QuorumCost {
  const out = new Set<string>();
  let [fees, lost] = [0n, 0n];
  for (const candidate of candidates) {
    fees += candidate.fee;
    if (admit(candidate) && !candidate.parents.some(parent => out.has(bytesToHex(parent)))) continue;
    out.add(bytesToHex(candidate.txid));
    lost += candidate.fee;
  }
  return { transactions: candidates.length, fees, without: { transactions: out.size, fees: lost } };
}

/** Names of the rules' values in the database. */
const QUORUM = 'quorum';
const MIN_AGE = 'quorum_min_age';
const MODE = 'quorum_mode';

/** The rules of the node that last ran on this database. */
export async function storedRules(db: NodeDatabase): Promise<QuorumRules> {
  return {
    quorum: Number((await readValue(db, QUORUM)) ?? 0),
    minAge: Number((await readValue(db, MIN_AGE)) ?? 0),
    mode: (await readValue(db, MODE)) === 'report' ? 'report' : 'enforce',
  };
}

export async function storeRules(db: NodeDatabase, { quorum, minAge, mode }: QuorumRules): Promise<void> {
  await writeValue(db, QUORUM, String(quorum));
  await writeValue(db, MIN_AGE, String(minAge));
  await writeValue(db, MODE, mode);
}

/** Why a waiting transaction is not in the next block's template. */
export type Standing = 'ready' | 'verdicts' | 'parent' | 'too-large';

export interface StandingTransaction extends WaitingTransaction {
  /** Boards that count and called it valid. */
  readonly attested: number;
  readonly standing: Standing;
}

/** The mempool, parents before children, and what each transaction waits for. */
export async function standings(
  queries: Pick<ChainQueries, 'waiting'>,
  db: NodeDatabase,
  { quorum, minAge, mode }: QuorumRules,
): Promise<StandingTransaction[]> {
  const waiting = await queries.waiting();
  const counts = await countAttested(
    db,
    minAge,
    waiting.map(({ wtxid }) => wtxid),
  );
  const ready = new Set<string>();
  return waiting.map(entry => {
    const attested = counts.get(bytesToHex(entry.wtxid)) ?? 0;
    let standing: Standing = 'ready';
    if (mode === 'report') return { ...entry, attested, standing };
    if (attested < quorum) standing = isOfferable(entry) ? 'verdicts' : 'too-large';
    else if (!entry.parents.every(parent => ready.has(bytesToHex(parent)))) standing = 'parent';
    if (standing === 'ready') ready.add(bytesToHex(entry.txid));
    return { ...entry, attested, standing };
  });
}
