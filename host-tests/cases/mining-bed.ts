/** A miner with an easy job, for its scenarios. @module */
import type { Job } from '../../firmware/domain/job.js';
import { ShareCode } from '../../firmware/domain/share.js';
import { findNonce, MinerDriver } from '../support/miner-driver.js';
import { sampleJob } from './samples.js';

/** Every second hash is a share. */
export const EASY = 0x207fffff;
export const OTHER_TIP = new Uint8Array(32).fill(9);

export function easyJob(change: Partial<Job> = {}): Job {
  return sampleJob({ shareBits: EASY, clean: false, ...change });
}

/** Connected and mining `job`. */
export function mining(job: Job = easyJob()): MinerDriver {
  const driver = new MinerDriver();
  driver.feed({ kind: 'started' });
  driver.feed({ kind: 'connected' });
  driver.feed({ kind: 'job', job });
  return driver;
}

/** Finds the next share of the current work. @returns the nonce. */
export function find(driver: MinerDriver, from = 0): number {
  const work = driver.current!;
  const nonce = findNonce(work, from);
  driver.feed({ kind: 'candidate', workId: work.id, nonce, versionBits: 0 });
  return nonce;
}

export function accept(driver: MinerDriver, index: number, code: number = ShareCode.accepted): void {
  const { sequence, jobId } = driver.shares[index]!;
  const height = code === ShareCode.block ? 1234 : 0;
  driver.feed({ kind: 'result', result: { code, sequence, jobId, height } });
}
