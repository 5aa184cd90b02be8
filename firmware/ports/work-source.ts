/**
 * Where work comes from, whoever gives it: jobs in, shares out, verdicts in. Implemented by parts/node (a trusted node
 * over MQTT). Nothing it sends is believed: each job passes the gate (parts/chain) before it is searched.
 * @module
 */
import type { Job } from '../domain/job.js';
import type { Share } from '../domain/share.js';

/** A job and when its bytes arrived: one value from the source to the miner, made on arrival. */
export interface ReceivedJob {
  readonly job: Job;
  /** Platform.monotonic() at its arrival. */
  readonly receivedAt: number;
}

/** The verdict on a share; `code` as in ShareCode. */
export interface ShareVerdict {
  readonly code: number;
  readonly sequence: number;
  readonly jobId: number;
  /** Of the block when the code says block, else 0. */
  readonly height: number;
}

export interface WorkSource {
  /** Whether shares can be sent now. */
  readonly up: boolean;
  /** Wants work: connects, and reconnects whenever the connection is lost, until `stop`. */
  connect(): void;
  stop(): void;
  /**
   * @returns false when it was not taken: not connected, or too much is waiting. Each share is answered by a verdict.
   */
  sendShare(share: Share): boolean;
}

/** Receives a source's events. Never called from inside a call of the source, except `disconnected` from `stop`. */
export interface WorkSourceHandlers {
  connected(): void;
  disconnected(): void;
  /**
   * A job that is whole and within bounds is about to be copied: now is the time to give up what it replaces.
   * @param bytes of its message
   */
  jobComing(bytes: number): void;
  job(received: ReceivedJob): void;
  verdict(verdict: ShareVerdict): void;
}
