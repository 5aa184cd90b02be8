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
import type { Refusal } from './refusal.js';
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

/**
 * Checks the coinbase, that its outputs pay no more than the subsidy and the stated fees, and that the owner gets the
 * agreed part of these. Only the transactions show whether the fees are true, but a lie gains nothing: if too low, no
 * output may hold the rest; if too high, outputs that use the difference make the block invalid.
 * @param job one that checkJob accepts
 * @returns undefined when it is as demanded
 */
export function checkPayout(rules: NetworkRules, job: Job, demand: PayoutDemand): Refusal | undefined {
  const { script, share } = demand;
  const { fees } = job;
  if (fees > MAX_MONEY) return { reason: 'job-overpays', text: `the job claims fees of ${fees} satoshi` };
  let sums: CoinbaseScan;
  try {
    sums = scanCoinbase(job, script);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { reason: 'job-coinbase', text: `the job's coinbase: ${error.message}` };
  }
  const due = subsidy(rules, job.height) + fees;
  if (BigInt(sums.total) > due) {
    const text = `the job's coinbase pays ${sums.total} satoshi; block ${job.height} may pay at most ${due}`;
    return { reason: 'job-overpays', text };
  }
  if (script === undefined) return undefined;
  // Rounded up: the owner does not lose the fraction. And if there is anything, the owner must get something.
  const wanted = share > 0 ? (due * BigInt(share) + WHOLE - 1n) / WHOLE : due > 0n ? 1n : 0n;
  if (BigInt(sums.owned) >= wanted) return undefined;
  const text = `the job pays its owner ${sums.owned} of ${due} satoshi; at least ${wanted} are expected`;
  return { reason: 'job-payout', text };
}
