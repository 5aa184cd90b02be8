/** Whether a job fits the header that it builds on. payout.ts and job.ts check the coinbase. @module */
import { equalBytes } from './bytes.js';
import { MAX_FUTURE_SECONDS, minimumTime } from './chain.js';
import { type ChainPoint, expectedBits, minimumVersion } from './chain-point.js';
import type { Job } from './job.js';
import type { NetworkRules } from './networks.js';
import type { Refusal } from './refusal.js';

/**
 * @param parent the verified header with the job's previous hash
 * @param clock seconds since 1970, or undefined while unknown: then the future is not checked
 * @returns undefined when the job's block may follow `parent`
 */
export function checkJobPlace(
  rules: NetworkRules,
  job: Job,
  parent: ChainPoint,
  clock: number | undefined,
): Refusal | undefined {
  const height = parent.height + 1;
  if (!equalBytes(job.previousHash, parent.hash))
    return { reason: 'job-unknown-parent', text: 'the job builds on another header' };
  if (job.height !== height)
    return {
      reason: 'job-height',
      text: `the job says height ${job.height}, but its place in the chain is ${height}`,
    };
  // Where nBits depend on the time, they must be right for every time that the board may choose.
  for (const time of [job.minTime, job.time, job.maxTime]) {
    const bits = expectedBits(rules, parent, time);
    if (job.nBits !== bits)
      return {
        reason: 'job-bits',
        text: `the job has nBits ${hex(job.nBits)}, but the rules require ${hex(bits)}`,
      };
  }
  const earliest = minimumTime(rules, height, parent.times);
  if (job.minTime < earliest)
    return { reason: 'job-time', text: `the job begins ${earliest - job.minTime} s before the rules allow` };
  if (clock !== undefined && job.time > clock + MAX_FUTURE_SECONDS)
    return { reason: 'job-time', text: `the job is ${job.time - clock} s ahead of this board's clock` };
  // Rolled bits are below the four that tell a version of BIP9 from an old one.
  if (job.version < minimumVersion(rules, height))
    return { reason: 'job-version', text: `the job has block version ${job.version}` };
  return undefined;
}

function hex(nBits: number): string {
  return nBits.toString(16).padStart(8, '0');
}
