/** Signed verdicts in the database, and the evidence against boards whose verdicts contradict the rules. */
import { checkAttestation, VERDICT_NUMBERS, type Verdict } from '../../firmware/domain/attestation.js';
import { bytesToHex, hexToBytes } from '../../firmware/domain/bytes.js';
import type { VerdictMessage } from '../../firmware/protocol/mite/verdict.js';
import { curve } from '../common/curve.js';
import type { NodeDatabase } from '../ports/store.js';
import type { FlagReason } from '../ports/tables.js';
import { countAttested } from './quorum.js';

/**
 * Stores a verdict whose signature was checked. Idempotent.
 * @returns boards that count and called this transaction valid, this one included; undefined when it was stored before
 */
export async function storeVerdict(
  db: NodeDatabase,
  device: string,
  publicKey: Uint8Array,
  message: VerdictMessage,
  minAge: number,
): Promise<number | undefined> {
  const { txid, wtxid, verdict, reason, tipHash, tipHeight, signature } = message;
  return db.transaction().execute(async trx => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('verdicts')
      .values({
        device,
        public_key: publicKey,
        txid,
        wtxid,
        verdict: VERDICT_NUMBERS.indexOf(verdict),
        reason,
        tip_hash: tipHash,
        tip_height: tipHeight,
        signature,
        at: Date.now(),
      })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return undefined;
    return [...(await countAttested(trx, minAge, [wtxid])).values()][0] ?? 0;
  });
}

/** The evidence against a device, kept with everything needed to check it again. */
export async function storeFlag(
  db: NodeDatabase,
  flag: {
    readonly device: string;
    readonly publicKey: Uint8Array;
    readonly reason: FlagReason;
    readonly raw: Uint8Array;
    readonly spent: Uint8Array;
    readonly message: Uint8Array;
  },
): Promise<void> {
  const { device, publicKey, reason, raw, spent, message } = flag;
  await db
    .insertInto('flags')
    .values({ device, public_key: publicKey, reason, raw, spent, message, at: Date.now() })
    .execute();
}

/**
 * Which of some transactions a key has judged.
 * @param wtxids hex, internal order
 */
export async function judgedBy(
  db: NodeDatabase,
  device: string,
  publicKey: Uint8Array,
  wtxids: Iterable<string>,
): Promise<Set<string>> {
  const judged = new Set<string>();
  const ids = [...wtxids].map(hexToBytes);
  for (let from = 0; from < ids.length; from += 1_000) {
    const rows = await db
      .selectFrom('verdicts')
      .select('wtxid')
      .where('wtxid', 'in', ids.slice(from, from + 1_000))
      .where('device', '=', device)
      .where('public_key', '=', publicKey)
      .execute();
    for (const { wtxid } of rows) judged.add(bytesToHex(new Uint8Array(wtxid)));
  }
  return judged;
}

/** Verdicts that one call of {@link pruneVerdicts} deletes at most. */
const PRUNE_ROWS = 1_000;

/** Deletes old verdicts. @returns how many transactions lost theirs; there may be more while it is not 0 */
export async function pruneVerdicts(db: NodeDatabase, keepDays: number): Promise<number> {
  const before = Date.now() - keepDays * 86_400_000;
  const rows = await db
    .selectFrom('verdicts')
    .select('wtxid')
    .distinct()
    .where('at', '<', before)
    .limit(PRUNE_ROWS)
    .execute();
  if (rows.length > 0)
    await db
      .deleteFrom('verdicts')
      .where(
        'wtxid',
        'in',
        rows.map(({ wtxid }) => wtxid),
      )
      .where('at', '<', before)
      .execute();
  return rows.length;
}

/** A stored verdict. */
export interface Attestation {
  readonly device: string;
  readonly publicKey: Uint8Array;
  readonly txid: Uint8Array;
  readonly wtxid: Uint8Array;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly tipHash: Uint8Array;
  readonly tipHeight: number;
  readonly signature: Uint8Array;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether the signature is valid, checked now. */
  readonly verified: boolean;
}

/** All verdicts on a transaction, the oldest first, each signature checked. */
export async function attestationsOf(
  db: NodeDatabase,
  network: string,
  txid: Uint8Array,
): Promise<Attestation[]> {
  const rows = await db
    .selectFrom('verdicts')
    .selectAll()
    .where('txid', '=', txid)
    .orderBy('at')
    .orderBy('device')
    .execute();
  return rows.map(row => {
    const attestation = {
      device: row.device,
      publicKey: new Uint8Array(row.public_key),
      txid: new Uint8Array(row.txid),
      wtxid: new Uint8Array(row.wtxid),
      verdict: VERDICT_NUMBERS[row.verdict] ?? ('not-judged' as const),
      reason: row.reason,
      tipHash: new Uint8Array(row.tip_hash),
      tipHeight: row.tip_height,
      signature: new Uint8Array(row.signature),
      at: row.at,
    };
    const { publicKey, signature } = attestation;
    const verified =
      VERDICT_NUMBERS[row.verdict] !== undefined &&
      checkAttestation({ network, ...attestation }, signature, publicKey, curve);
    return { ...attestation, verified };
  });
}
