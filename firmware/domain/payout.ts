/**
 * Whether a job pays the board's owner: the board reads what it is about to commit to, and takes the node's word
 * neither that the outputs are allowed nor that they are the owner's. It compares scripts, never addresses.
 * @module
 */
import { FormatError } from './bytes.js';
import { subsidy } from './chain.js';
import { type CoinbaseScan, scanCoinbase } from './coinbase-scan.js';
import type { Job } from './job.js';
import type { NetworkRules } from './networks.js';
import type { Refusal, RefusalReason } from './refusal.js';
import { MAX_MONEY } from './transaction.js';

/** The whole, in basis points. */
const WHOLE = 10_000n;

/** What the owner demands. */
export interface PayoutDemand {
  /** The owner's output script. Without it only the total is checked. */
  readonly script: Uint8Array | undefined;
  /** Basis points of subsidy and fees that the owner's outputs must hold, 1 to 10,000; 0: an output of any value. */
  readonly share: number;
}

/** What a coinbase does for its owner: `short` is less than demanded, or nothing. */
export type PayoutAnswer = 'pays' | 'short' | 'unknown';

export interface PayoutVerdict {
  readonly answer: PayoutAnswer;
  /** Undefined when it is as demanded, or when nothing is demanded. */
  readonly refusal: Refusal | undefined;
}

/**
 * Checks the coinbase, that its outputs pay no more than the subsidy and the stated fees, and that the owner gets the
 * agreed part of these. Only the transactions show whether the fees are true, but a lie gains nothing: if too low, no
 * output may hold the rest; if too high, outputs that use the difference make the block invalid. A pool states no fees:
 * there the owner's part is that of what the outputs pay.
 * @param job one that checkJob accepts
 */
export function judgePayout(rules: NetworkRules, job: Job, demand: PayoutDemand): PayoutVerdict {
  const { fees, pool } = job;
  if (fees > MAX_MONEY) return short('job-overpays', `the job claims fees of ${fees} satoshi`);
  let sums: CoinbaseScan;
  try {
    sums = scanCoinbase(job, demand.script);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const text = `the job's coinbase: ${error.message}`;
    return pool
      ? {
          answer: 'unknown',
          refusal: { reason: 'job-payout', text: `cannot tell whom the job pays: ${error.message}` },
        }
      : short('job-coinbase', text);
  }
  const due = pool ? BigInt(sums.total) : subsidy(rules, job.height) + fees;
  if (BigInt(sums.total) > due)
    return short(
      'job-overpays',
      `the job's coinbase pays ${sums.total} satoshi; block ${job.height} may pay at most ${due}`,
    );
  if (demand.script === undefined) return { answer: 'unknown', refusal: undefined };
  // Rounded up: the owner does not lose the fraction. And if there is anything, the owner must get something.
  const { share } = demand;
  const wanted = share > 0 ? (due * BigInt(share) + WHOLE - 1n) / WHOLE : due > 0n ? 1n : 0n;
  if (BigInt(sums.owned) >= wanted) return { answer: 'pays', refusal: undefined };
  return short(
    'job-payout',
    `the job pays its owner ${sums.owned} of ${due} satoshi; at least ${wanted} are expected`,
  );
}

function short(reason: RefusalReason, text: string): PayoutVerdict {
  return { answer: 'short', refusal: { reason, text } };
}

/** @returns why {@link judgePayout} finds it not as demanded; undefined when it is */
export function checkPayout(rules: NetworkRules, job: Job, demand: PayoutDemand): Refusal | undefined {
  return judgePayout(rules, job, demand).refusal;
}
