/** What decides whether a job is worked on, in one place. @module */
import type { ChainPoint } from './chain-point.js';
import { checkJobCoinbase, type Job } from './job.js';
import { checkJobPlace } from './job-place.js';
import type { NetworkRules } from './networks.js';
import { checkPayout, type PayoutDemand } from './payout.js';
import type { Refusal } from './refusal.js';

declare const accepted: unique symbol;

/** A job that {@link acceptJob} let through: nothing else is searched. */
export type AcceptedJob = Job & { readonly [accepted]: true };

/** What the owner demands of a job. */
export interface JobDemand extends PayoutDemand {
  /** False: a job that does not pay the owner is worked on all the same. */
  readonly enforce: boolean;
}

export type JobVerdict =
  | {
      readonly job: AcceptedJob;
      /** What the owner does not get, when not enforced. */
      readonly unpaid: Refusal | undefined;
    }
  | { readonly refusal: Refusal; readonly unpaid: boolean };

/**
 * The whole check: the job's place in the chain, that the board can put its extranonce into the coinbase, and that the
 * coinbase pays the owner.
 * @param job one that checkJob accepts, as decodeJob gives it
 * @param parent the verified header with the job's previous hash
 * @param clock seconds since 1970, or undefined while unknown: then the future is not checked
 */
export function acceptJob(
  rules: NetworkRules,
  job: Job,
  parent: ChainPoint,
  clock: number | undefined,
  demand: JobDemand,
): JobVerdict {
  const unsound = checkJobPlace(rules, job, parent, clock) ?? unusableCoinbase(job);
  if (unsound !== undefined) return { refusal: unsound, unpaid: false };
  const unpaid = checkPayout(rules, job, demand);
  if (unpaid !== undefined && demand.enforce) return { refusal: unpaid, unpaid: true };
  return { job: job as AcceptedJob, unpaid };
}

function unusableCoinbase(job: Job): Refusal | undefined {
  const problem = checkJobCoinbase(job);
  return problem === undefined ? undefined : { reason: 'job-coinbase', text: `the job's ${problem}` };
}
