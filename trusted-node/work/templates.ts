/** Stored templates, one for each payout group, and the jobs that sessions get of them. Pure. */
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { subsidy } from '../../firmware/domain/chain.js';
import { buildCoinbaseParts } from '../../firmware/domain/coinbase.js';
import type { Job } from '../../firmware/domain/job.js';
import type { NetworkRules } from '../../firmware/domain/networks.js';
import type { ServiceTables } from '../ports/tables.js';
import type { Relay, RelayedWork, Template } from '../ports/upstream.js';
import { isRelayed, relayFromText, voidedBy } from './relay.js';

export const COINBASE_TAG = '/mite/';
/** Bytes of the extranonce: the session's own, then what the board rolls. */
export const EXTRANONCE1_LENGTH = 4;
export const EXTRANONCE2_LENGTH = 4;

/** A stored template for one payout group. */
export interface GroupTemplate {
  readonly id: number;
  readonly height: number;
  readonly previousHash: Uint8Array;
  readonly version: number;
  readonly nBits: number;
  readonly minTime: number;
  readonly maxTime: number;
  /** Satoshi the coinbase pays to the group. */
  readonly value: bigint;
  readonly group: string;
  readonly prefix: Uint8Array;
  readonly suffix: Uint8Array;
  readonly branch: readonly Uint8Array[];
  readonly body: number;
  /** Of a pool's job: its shares go to the pool. */
  readonly relay: Relay | undefined;
}

/** A job as given to one session. */
export interface Assignment {
  readonly job: Job;
  readonly device: string;
  readonly session: number;
  readonly template: GroupTemplate;
}

/** With templates of this node's: its number, big-endian. */
export function sessionExtranonce(session: number): Uint8Array {
  const bytes = new Uint8Array(EXTRANONCE1_LENGTH);
  new DataView(bytes.buffer).setUint32(0, session);
  return bytes;
}

function splitBranch(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / 32 }, (_, i) => bytes.slice(32 * i, 32 * i + 32));
}

type TemplateRow = Omit<ServiceTables['templates'], 'id'> & { id: number };

export function fromRow(row: TemplateRow): GroupTemplate {
  return {
    id: row.id,
    height: row.height,
    previousHash: new Uint8Array(row.previous_hash),
    version: row.version,
    nBits: row.bits,
    minTime: row.min_time,
    maxTime: row.max_time,
    value: BigInt(row.value),
    group: row.payout_group,
    prefix: new Uint8Array(row.prefix),
    suffix: new Uint8Array(row.suffix),
    branch: splitBranch(new Uint8Array(row.branch)),
    body: row.body,
    relay: row.relay === null ? undefined : relayFromText(row.relay),
  };
}

interface StoredJob {
  id: number;
  session: number;
  share_bits: number;
  version_mask: number;
  time: number;
  clean: number;
  extranonce1: Uint8Array | null;
}

export function makeJob(rules: NetworkRules, row: StoredJob, template: GroupTemplate): Job {
  return {
    id: row.id,
    clean: row.clean === 1,
    height: template.height,
    version: template.version,
    previousHash: template.previousHash,
    nBits: template.nBits,
    time: row.time,
    minTime: template.minTime,
    maxTime: template.maxTime,
    versionMask: row.version_mask,
    shareBits: row.share_bits,
    coinbaseSuffix: template.suffix,
    merkleBranch: [...template.branch],
    payoutGroup: template.group,
    ...coinbaseOf(rules, row, template),
  };
}

type CoinbaseFields = Pick<Job, 'extranonce1' | 'extranonce2Length' | 'coinbasePrefix' | 'fees' | 'pool'>;

function coinbaseOf(rules: NetworkRules, row: StoredJob, template: GroupTemplate): CoinbaseFields {
  const { prefix, relay, value, height } = template;
  if (relay === undefined)
    return {
      extranonce1: sessionExtranonce(row.session),
      extranonce2Length: EXTRANONCE2_LENGTH,
      coinbasePrefix: prefix,
      fees: value - subsidy(rules, height),
    };
  const { miners, own } = relay.space;
  const made = { extranonce2Length: own, fees: 0n, pool: true } as const;
  // A job has an extranonce1 of one byte at least: with room for one miner the prefix lends it.
  return miners === 0
    ? { ...made, extranonce1: prefix.slice(-1), coinbasePrefix: prefix.slice(0, -1) }
    : { ...made, extranonce1: new Uint8Array(row.extranonce1!), coinbasePrefix: prefix };
}

export function ownCoinbase(
  template: Template,
  script: Uint8Array,
): { prefix: Uint8Array; suffix: Uint8Array } {
  return buildCoinbaseParts({
    height: template.height,
    outputs: [{ value: template.value, script }],
    witnessCommitment: template.witnessCommitment,
    extranonceLength: EXTRANONCE1_LENGTH + EXTRANONCE2_LENGTH,
    tag: COINBASE_TAG,
  });
}

/** Two templates that would give boards the same work apart from the time. */
export function sameTemplate(a: Template | RelayedWork, b: Template | RelayedWork): boolean {
  if (isRelayed(a) || isRelayed(b))
    return isRelayed(a) && isRelayed(b) && a.relay.job === b.relay.job && voidedBy(a) === voidedBy(b);
  return (
    a.height === b.height &&
    a.nBits === b.nBits &&
    bytesToHex(a.previousHash) === bytesToHex(b.previousHash) &&
    bytesToHex(a.witnessCommitment) === bytesToHex(b.witnessCommitment)
  );
}
