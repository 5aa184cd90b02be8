/** What decides whether a job is worked on, in one place. @module */
import type { ChainPoint } from './chain-point.js';
import { checkJobCoinbase, type Job } from './job.js';
import { checkJobPlace } from './job-place.js';
import type { NetworkRules } from './networks.js';
import { judgePayout, type PayoutAnswer, type PayoutDemand } from './payout.js';
import type { Refusal } from './refusal.js';

declare const accepted: unique symbol;

/** A job that {@link acceptJob} let through: nothing else is searched. */
export type AcceptedJob = Job & { readonly [accepted]: true };

/** What the owner demands of a job. */
export interface JobDemand extends PayoutDemand {
  /** False: a job that does not pay the owner is worked on all the same. */
  readonly enforce: boolean;
  /** A pool's job is worked on although its parent is not a verified header. */
  readonly unverified?: boolean;
}

export type JobVerdict =
  | {
      readonly job: AcceptedJob;
      /** What the owner does not get, when not enforced. */
      readonly unpaid: Refusal | undefined;
      readonly payout: PayoutAnswer;
    }
  | { readonly refusal: Refusal; readonly unpaid: boolean };

/**
 * The whole check: the job's place in the chain (as far as the owner demands it of a pool), that the board can put its extranonce into the coinbase, and that the
 * coinbase pays the owner.
 * @param job one that checkJob accepts, as decodeJob gives it
 * @param parent the verified header with the job's previous hash; undefined: there is none, which only a pool's job may lack
 * @param clock seconds since 1970, or undefined while unknown: then the future is not checked
 */
export function acceptJob(
  rules: NetworkRules,
  job: Job,
  parent: ChainPoint | undefined,
  clock: number | undefined,
  demand: JobDemand,
): JobVerdict {
  const unsound =
    (parent === undefined ? unplaced(job, demand) : checkJobPlace(rules, job, parent, clock)) ??
    unusableCoinbase(job);
  if (unsound !== undefined) return { refusal: unsound, unpaid: false };
  const { answer, refusal: unpaid } = judgePayout(rules, job, demand);
  if (unpaid !== undefined && demand.enforce) return { refusal: unpaid, unpaid: true };
  return { job: job as AcceptedJob, unpaid, payout: answer };
}

function unplaced(job: Job, demand: JobDemand): Refusal | undefined {
  if (job.pool && demand.unverified) return undefined;
  return { reason: 'job-unknown-parent', text: 'the job builds on another header' };
}

function unusableCoinbase(job: Job): Refusal | undefined {
  const problem = checkJobCoinbase(job);
  return problem === undefined ? undefined : { reason: 'job-coinbase', text: `the job's ${problem}` };
}
