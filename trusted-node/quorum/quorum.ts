/**
 * Which waiting transactions enough boards have judged valid. Queried from the database each time: a verdict's worth
 * changes with its device (revoked, flagged, its key replaced, finally old enough), and memory must not claim more than
 * what is stored.
 */
import { bytesToHex } from '../../firmware/domain/bytes.js';
import type { ChainQueries, WaitingTransaction } from '../ports/chain-queries.js';
import type { NodeDatabase } from '../ports/store.js';
import type { Admit } from '../ports/upstream.js';
import { readValue, writeValue } from '../store/named-values.js';
import { isOfferable } from './offerable.js';

export interface QuorumRules {
  /** Distinct boards that must call a transaction valid before a template takes it; 0: none. */
  readonly quorum: number;
  /** Seconds since a device was added before its verdicts count. */
  readonly minAge: number;
}

/**
 * Boards that count and judged waiting transactions valid, by wtxid (hex, internal order). Distinct boards are distinct
 * devices with distinct keys; each device has one key, so distinct keys are distinct devices too.
 * @param wtxid of this transaction only
 */
export async function countAttested(
  db: NodeDatabase,
  minAge: number,
  wtxid?: Uint8Array,
): Promise<Map<string, number>> {
  let query = db
    .selectFrom('mempool')
    .innerJoin('verdicts', 'verdicts.wtxid', 'mempool.wtxid')
    .innerJoin('device_keys', join =>
      join
        .onRef('device_keys.device', '=', 'verdicts.device')
        .onRef('device_keys.public_key', '=', 'verdicts.public_key'),
    )
    .innerJoin('devices', 'devices.id', 'verdicts.device')
    .select(eb => ['verdicts.wtxid', eb.fn.count<number>('verdicts.public_key').distinct().as('boards')])
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
    .groupBy('verdicts.wtxid');
  if (wtxid !== undefined) query = query.where('mempool.wtxid', '=', wtxid);
  const rows = await query.execute();
  return new Map(rows.map(row => [bytesToHex(new Uint8Array(row.wtxid)), Number(row.boards)]));
}

/** What a template may include now; undefined: everything. */
export async function admission(
  db: NodeDatabase,
  { quorum, minAge }: QuorumRules,
): Promise<Admit | undefined> {
  if (quorum === 0) return undefined;
  const counts = await countAttested(db, minAge);
  return ({ wtxid }) => (counts.get(bytesToHex(wtxid)) ?? 0) >= quorum;
}

/** Names of the rules' values in the database. */
const QUORUM = 'quorum';
const MIN_AGE = 'quorum_min_age';

/** The rules of the node that last ran on this database. */
export async function storedRules(db: NodeDatabase): Promise<QuorumRules> {
  return {
    quorum: Number((await readValue(db, QUORUM)) ?? 0),
    minAge: Number((await readValue(db, MIN_AGE)) ?? 0),
  };
}

export async function storeRules(db: NodeDatabase, { quorum, minAge }: QuorumRules): Promise<void> {
  await writeValue(db, QUORUM, String(quorum));
  await writeValue(db, MIN_AGE, String(minAge));
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
  { quorum, minAge }: QuorumRules,
): Promise<StandingTransaction[]> {
  const counts = await countAttested(db, minAge);
  const ready = new Set<string>();
  return (await queries.waiting()).map(entry => {
    const attested = counts.get(bytesToHex(entry.wtxid)) ?? 0;
    let standing: Standing = 'ready';
    if (attested < quorum) standing = isOfferable(entry) ? 'verdicts' : 'too-large';
    else if (!entry.parents.every(parent => ready.has(bytesToHex(parent)))) standing = 'parent';
    if (standing === 'ready') ready.add(bytesToHex(entry.txid));
    return { ...entry, attested, standing };
  });
}
