/** A pool's job as work for miners: its coinbase is read, its extranonce divided, and what cannot be worked on is refused. */
import { concatBytes, FormatError } from '../../../firmware/domain/bytes.js';
import { type CoinbaseSource, scanCoinbase } from '../../../firmware/domain/coinbase-scan.js';
import {
  MAX_COINBASE_PREFIX,
  MAX_COINBASE_SUFFIX,
  MAX_EXTRANONCE2,
  MIN_EXTRANONCE2,
} from '../../../firmware/domain/job.js';
import type { NetworkRules } from '../../../firmware/domain/networks.js';
import { readHeightPush } from '../../../firmware/domain/script.js';
import { compactToTarget } from '../../../firmware/domain/target.js';
import type { PoolJob } from '../../../firmware/protocol/stratum/session.js';
import type { ExtranonceSpace, RelayedWork } from '../../ports/upstream.js';

/** How far miners may roll the time of a job, seconds: pools take two hours and less. */
const TIME_ROOM = 3_600;
/** What one miner rolls, bytes, where there is enough. */
const OWN = 4;
/** version, count of inputs, null outpoint, length of the scriptSig. */
const SCRIPT_AT = 4 + 1 + 36 + 1;

/** A job that cannot be worked on. The message says why, in one line. */
export class BadJob extends Error {
  override readonly name = 'BadJob';
}

/**
 * How an extranonce2 is divided: what miners roll is at least 2 bytes, what tells them apart the rest, up to 4 bytes each.
 * @returns undefined when there is not even room for one miner
 */
export function divide(size: number): ExtranonceSpace | undefined {
  if (size < MIN_EXTRANONCE2) return undefined;
  // Two bytes for 65,536 miners first, then more for each of them, then for more of them.
  const miners = size <= 4 ? size - MIN_EXTRANONCE2 : Math.min(OWN, Math.max(2, size - OWN));
  const own = Math.min(OWN, MAX_EXTRANONCE2, size - miners);
  return { zeros: size - miners - own, miners, own };
}

export interface JobContext {
  readonly rules: NetworkRules;
  /** As `keyOf` names it. */
  readonly pool: string;
  /** The owner's output script; undefined: it cannot be told what is the owner's. */
  readonly script: Uint8Array | undefined;
  readonly epoch: number;
}

/** @throws BadJob */
export function workOf(
  { job, extranonce1, extranonce2Size, versionMask, target }: PoolJob,
  { rules, pool, script, epoch }: JobContext,
): RelayedWork {
  checkBits(job.nBits, rules);
  const space = divide(extranonce2Size);
  if (space === undefined)
    throw new BadJob(`an extranonce2 of ${extranonce2Size} bytes; miners need ${MIN_EXTRANONCE2} at least`);
  const prefix = concatBytes(job.coinbase1, extranonce1, new Uint8Array(space.zeros));
  const suffix = job.coinbase2;
  if (prefix.length > MAX_COINBASE_PREFIX || suffix.length > MAX_COINBASE_SUFFIX)
    throw new BadJob(
      `a coinbase of ${prefix.length} and ${suffix.length} bytes; boards take ${MAX_COINBASE_PREFIX} and ${MAX_COINBASE_SUFFIX}`,
    );
  const source: CoinbaseSource = {
    height: heightOf(prefix),
    extranonce1: new Uint8Array(space.miners),
    extranonce2Length: space.own,
    coinbasePrefix: prefix,
    coinbaseSuffix: suffix,
    pool: true,
  };
  return {
    height: source.height,
    version: job.version,
    previousHash: job.previousHash,
    nBits: job.nBits,
    time: job.time,
    minTime: job.time,
    maxTime: Math.min(job.time + TIME_ROOM, 0xffffffff),
    merkleBranch: job.branch,
    prefix,
    suffix,
    value: scanned(source),
    owned: script && ownedBy(source, script),
    relay: { pool, job: job.id, extranonce1, space, versionMask, target, epoch },
  };
}

function checkBits(nBits: number, { powLimit, name }: NetworkRules): void {
  try {
    if (compactToTarget(nBits) <= powLimit) return;
  } catch {
    throw new BadJob(`nBits ${nBits.toString(16)} are no target`);
  }
  throw new BadJob(`nBits ${nBits.toString(16)} are easier than ${name} allows`);
}

/** The one place where a pool says it (BIP34). */
function heightOf(prefix: Uint8Array): number {
  try {
    const { height } = readHeightPush(prefix.subarray(SCRIPT_AT));
    if (height > 0) return height;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
  }
  throw new BadJob('a coinbase that does not begin with the height (BIP34)');
}

/** What the outputs pay; reading it to its end shows that it is a coinbase at all. */
function scanned(source: CoinbaseSource): bigint {
  try {
    return BigInt(scanCoinbase(source).total);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new BadJob(`a coinbase that is none: ${error.message}`);
  }
}

/** Undefined where the extranonce is in what would have to be read. */
function ownedBy(source: CoinbaseSource, script: Uint8Array): bigint | undefined {
  try {
    return BigInt(scanCoinbase(source, script).owned);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return undefined;
  }
}
