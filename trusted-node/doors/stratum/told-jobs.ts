/**
 * What a miner was told: its extranonce, its difficulty, its jobs. Makes the lines for the next job, and shares of what it
 * submits. Pure apart from its own state.
 */
import { equalBytes } from '../../../firmware/domain/bytes.js';
import type { Job } from '../../../firmware/domain/job.js';
import type { Share } from '../../../firmware/domain/share.js';
import { compactToTarget, workOfTarget } from '../../../firmware/domain/target.js';
import type { Extranonce } from '../../ports/work.js';
import { MAX_JOBS } from './limits.js';
import * as replies from './replies.js';
import type { SubmittedShare } from './requests.js';

/** What shares of a job are built with. */
interface ToldJob {
  readonly id: number;
  readonly version: number;
  readonly versionMask: number;
  readonly shareBits: number;
  readonly extranonce1: Uint8Array;
}

/** No job has this id. */
const NO_JOB = 0;

/** The coinbase has room for what the miner was told, or it must be told something else. */
export type Telling = { readonly lines: string } | { readonly unfit: string };

export class ToldJobs {
  private readonly jobs = new Map<number, ToldJob>();
  private newest: ToldJob | undefined;
  private bits: number | undefined;
  /** The miner takes another extranonce without a new connection. */
  takesExtranonce = false;

  /** @param extranonce what the miner was told when it subscribed */
  constructor(private given: Extranonce) {}

  get extranonce(): Extranonce {
    return this.given;
  }

  /** Lines that tell the miner its next job, the difficulty first if it is another one. */
  tell(job: Job): Telling {
    const extranonce = this.extranonceFor(job);
    if ('unfit' in extranonce) return extranonce;
    const difficulty = job.shareBits === this.bits ? '' : replies.setDifficulty(job.shareBits);
    this.bits = job.shareBits;
    const { id, version, versionMask, shareBits, extranonce1 } = job;
    this.newest = { id, version, versionMask, shareBits, extranonce1 };
    this.jobs.set(id, this.newest);
    if (this.jobs.size > MAX_JOBS) this.jobs.delete(this.jobs.keys().next().value as number);
    return { lines: extranonce.lines + difficulty + replies.notify(job, extranonce.ahead) };
  }

  private extranonceFor(job: Job): { lines: string; ahead: Uint8Array } | { unfit: string } {
    const { extranonce1, extranonce2Length } = job;
    const ahead = extranonce1.length - this.extranonce.extranonce1.length;
    const fits =
      extranonce2Length === this.extranonce.extranonce2Length &&
      ahead >= 0 &&
      equalBytes(extranonce1.subarray(ahead), this.extranonce.extranonce1);
    // What comes before the part that the miner knows is coinbase to it.
    if (fits) return { lines: '', ahead: extranonce1.subarray(0, ahead) };
    if (!this.takesExtranonce) return { unfit: 'its jobs have another extranonce now' };
    this.given = { extranonce1, extranonce2Length };
    return { lines: replies.setExtranonce(extranonce1, extranonce2Length), ahead: new Uint8Array() };
  }

  /** The share as the node judges it; of an unknown job, with what is most likely. */
  share(submitted: SubmittedShare, sequence: number): Share {
    const { jobId, versionBits, extranonce2, time, nonce } = submitted;
    const job = (jobId === undefined ? undefined : this.jobs.get(jobId)) ?? this.newest;
    const [version, mask] = [job?.version ?? 0, job?.versionMask ?? 0];
    return {
      sequence,
      jobId: jobId ?? NO_JOB,
      extranonce1: job?.extranonce1 ?? this.extranonce.extranonce1,
      extranonce2,
      time,
      nonce,
      // Some send the rolled bits, as BIP310 has it, and some the whole version; others bits show as a wrong version.
      version: versionBits === undefined ? version : (version & ~mask) | versionBits,
    };
  }

  /** Expected hashes of an accepted share of this job. */
  workOf(jobId: number): bigint {
    const job = this.jobs.get(jobId);
    return job === undefined ? 0n : workOfTarget(compactToTarget(job.shareBits));
  }
}
