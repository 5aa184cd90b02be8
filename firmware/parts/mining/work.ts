/**
 * Which header is searched next. A unit of work is the full nonce range of one header with all combinations of the
 * lowest four version bits of the job's mask, which the searcher rolls by itself: these versions share the second
 * block's schedule. Within one boot no unit is ever given out twice: extranonce2 only counts up, across all jobs, and
 * for one extranonce2 each combination of the mask's other bits is used once, or again only with a later time. Boards
 * differ by extranonce1, which the node gives out.
 */
import type { BlockHeader } from '../../domain/header.js';
import { encodeHeader } from '../../domain/header.js';
import type { Job } from '../../domain/job.js';
import { jobHeader } from '../../domain/job.js';
import { compactToTarget, targetToBytes } from '../../domain/target.js';
import { MAX_WORK_VERSION_BITS, type SearchWork } from '../../ports/searcher.js';

/** What shares of a job need of it: a unit outlives its job, whose coinbase and branch nobody needs any more. */
export interface WorkOrigin {
  readonly id: number;
  readonly height: number;
  readonly extranonce1: Uint8Array;
  readonly nBits: number;
}

/** A unit of work with what is needed to make a share of one of its nonces. */
export interface WorkUnit {
  /** uint32, 1 and up; 0 is never used (the benchmark's). */
  readonly id: number;
  /** One object for all units of a job. */
  readonly job: WorkOrigin;
  readonly extranonce2: Uint8Array;
  /** int32; the searcher flips bits of `search.versionMask` in it */
  readonly version: number;
  /** uint32 seconds, in [minTime, maxTime] of the job. */
  readonly time: number;
  readonly search: SearchWork;
}

/** Where the time stands in a serialised header. */
const TIME_OFFSET = 68;

/** How many of the mask's other bits are rolled at most: 2^12 units per merkle root. */
const MAX_UNIT_BITS = 12;

/** Spreads the low bits of `index` over the set bits of `mask`, lowest first. */
export function depositBits(index: number, mask: number): number {
  let result = 0;
  let rest = index;
  for (let bit = 0; bit < 32 && rest !== 0; bit++) {
    if ((mask >>> bit) & 1) {
      if (rest & 1) result |= 1 << bit;
      rest >>>= 1;
    }
  }
  return result;
}

/** The lowest bits of a job's mask: those that roll inside a unit. */
export function lowestBits(mask: number): number {
  return depositBits(2 ** MAX_WORK_VERSION_BITS - 1, mask) >>> 0;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask >>> 0; rest !== 0; rest >>>= 1) count += rest & 1;
  return count;
}

/** Unsigned integer as `length` bytes, little-endian. */
function counterBytes(value: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let i = 0; i < length && rest > 0; i++) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

export class WorkPlanner {
  #nextId = 1;
  /** The next extranonce2 not yet used in this boot. An exact integer. */
  #nextExtranonce2 = 0;

  #job: Job | undefined;
  #origin: WorkOrigin | undefined;
  #receivedAt = 0;
  #target: Uint8Array = new Uint8Array(32);
  /** Version bits that roll inside a unit. */
  #insideMask = 0;
  /** Units for one extranonce2, and the version bits that tell them apart. */
  #units = 1;
  #unitMask = 0;
  /** Template of the current extranonce2: its merkle root serves all its units. */
  #header: BlockHeader | undefined;
  #extranonce2: Uint8Array = new Uint8Array(0);
  #unitIndex = 0;

  /** Switches to another job. @param receivedAt ms: its time rolls from there. */
  use(job: Job, receivedAt: number): void {
    this.#job = job;
    this.#origin = {
      id: job.id,
      height: job.height,
      extranonce1: job.extranonce1.slice(),
      nBits: job.nBits,
    };
    this.#receivedAt = receivedAt;
    let target = compactToTarget(job.shareBits);
    const block = compactToTarget(job.nBits);
    if (block > target) target = block; // a block counts even if shares are harder
    this.#target = targetToBytes(target);
    this.#insideMask = lowestBits(job.versionMask);
    this.#unitMask = job.versionMask & ~this.#insideMask;
    this.#units = 2 ** Math.min(countBits(this.#unitMask), MAX_UNIT_BITS);
    this.#header = undefined;
  }

  /** Of the job in use. */
  get origin(): WorkOrigin | undefined {
    return this.#origin;
  }

  /** The node's clock at `now`: the job's time and the seconds since it was received. */
  clockAt(now: number): number {
    return this.#job === undefined ? 0 : this.#job.time + Math.floor((now - this.#receivedAt) / 1000);
  }

  /** The header time at `now`: the node's clock within the job's bounds. */
  timeAt(now: number): number {
    const job = this.#job;
    return job === undefined ? 0 : Math.max(job.minTime, Math.min(job.maxTime, this.clockAt(now)));
  }

  /** The next unit not yet given out, or undefined when the extranonce2 of this length is used up. */
  take(now: number): WorkUnit | undefined {
    const job = this.#job;
    if (job === undefined) return undefined;
    if (this.#header === undefined || this.#unitIndex >= this.#units) {
      if (this.#nextExtranonce2 >= Math.min(2 ** (8 * job.extranonce2Length), Number.MAX_SAFE_INTEGER)) {
        this.#header = undefined;
        return undefined;
      }
      this.#extranonce2 = counterBytes(this.#nextExtranonce2++, job.extranonce2Length);
      this.#header = jobHeader(job, this.#extranonce2, {});
      this.#unitIndex = 0;
    }
    const version = (job.version ^ depositBits(this.#unitIndex++, this.#unitMask)) | 0;
    const time = this.timeAt(now);
    const header = encodeHeader({ ...this.#header, version, time, nonce: 0 });
    return this.#unit(this.#origin!, header, this.#extranonce2, version, time);
  }

  /**
   * The same unit with the time of `now`: other work, because the time is later. Undefined when the time has not
   * moved or the unit is of another job.
   */
  refresh(unit: WorkUnit, now: number): WorkUnit | undefined {
    const time = this.timeAt(now);
    if (unit.job !== this.#origin || time <= unit.time) return undefined;
    const header = unit.search.header.slice();
    new DataView(header.buffer).setUint32(TIME_OFFSET, time, true);
    return this.#unit(unit.job, header, unit.extranonce2, unit.version, time);
  }

  #unit(
    job: WorkOrigin,
    header: Uint8Array,
    extranonce2: Uint8Array,
    version: number,
    time: number,
  ): WorkUnit {
    const id = this.#nextId;
    this.#nextId = id === 0xffffffff ? 1 : id + 1;
    const search = {
      id,
      header,
      target: this.#target,
      firstNonce: 0,
      lastNonce: 0xffffffff,
      versionMask: this.#insideMask,
    };
    return { id, job, extranonce2, version, time, search };
  }
}
