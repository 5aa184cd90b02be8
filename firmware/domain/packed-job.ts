/**
 * A job in one piece of memory, as a board keeps it: numbers as they are, all bytes in one array, the coinbase whole
 * with room for the extranonce. Hashing a coinbase or following its branch copies nothing.
 * @module
 */
import { assertLength } from './bytes.js';
import { sha256d } from './hash.js';
import type { BytesOfJob, Job } from './job.js';

/** Bytes of a job and how long its parts are, in their order: see {@link PackedJob}. */
export interface JobParts {
  readonly extranonce1: Uint8Array;
  readonly coinbasePrefix: Uint8Array;
  readonly coinbaseSuffix: Uint8Array;
  readonly previousHash: Uint8Array;
  /** Any number of nodes, 32 bytes each. */
  readonly branch: Uint8Array;
  /** 8 bytes, little-endian. */
  readonly fees: Uint8Array;
  /** ASCII */
  readonly payoutGroup: Uint8Array;
}

/** The numbers of a job. */
export type JobNumbers = Omit<Job, BytesOfJob>;

const HASH = 32;

export class PackedJob implements Job {
  readonly id: number;
  readonly clean: boolean;
  readonly height: number;
  readonly version: number;
  readonly nBits: number;
  readonly time: number;
  readonly minTime: number;
  readonly maxTime: number;
  readonly versionMask: number;
  readonly shareBits: number;
  readonly extranonce2Length: number;
  readonly pool?: true;
  /** previousHash, prefix, extranonce1, room for extranonce2, suffix, branch, fees, group */
  readonly #bytes: Uint8Array;
  /** Where these begin: extranonce1, suffix, branch, fees, group. */
  readonly #extranonce: number;
  readonly #suffix: number;
  readonly #branch: number;
  readonly #fees: number;

  /** Copies all of `parts`, once. */
  constructor(numbers: JobNumbers, parts: JobParts) {
    this.id = numbers.id;
    this.clean = numbers.clean;
    this.height = numbers.height;
    this.version = numbers.version;
    this.nBits = numbers.nBits;
    this.time = numbers.time;
    this.minTime = numbers.minTime;
    this.maxTime = numbers.maxTime;
    this.versionMask = numbers.versionMask;
    this.shareBits = numbers.shareBits;
    this.extranonce2Length = numbers.extranonce2Length;
    if (numbers.pool) this.pool = true;
    assertLength(parts.previousHash, HASH, 'job.previousHash');
    this.#extranonce = HASH + parts.coinbasePrefix.length;
    this.#suffix = this.#extranonce + parts.extranonce1.length + numbers.extranonce2Length;
    this.#branch = this.#suffix + parts.coinbaseSuffix.length;
    this.#fees = this.#branch + parts.branch.length;
    const bytes = new Uint8Array(this.#fees + 8 + parts.payoutGroup.length);
    bytes.set(parts.previousHash);
    bytes.set(parts.coinbasePrefix, HASH);
    bytes.set(parts.extranonce1, this.#extranonce);
    bytes.set(parts.coinbaseSuffix, this.#suffix);
    bytes.set(parts.branch, this.#branch);
    bytes.set(parts.fees, this.#fees);
    bytes.set(parts.payoutGroup, this.#fees + 8);
    this.#bytes = bytes;
  }

  // Made when asked for. Of the coinbase and the branch they are views: whoever keeps one keeps the whole job.

  /** A copy. */
  get previousHash(): Uint8Array {
    return this.#bytes.slice(0, HASH);
  }

  get coinbasePrefix(): Uint8Array {
    return this.#bytes.subarray(HASH, this.#extranonce);
  }

  /** A copy. */
  get extranonce1(): Uint8Array {
    return this.#bytes.slice(this.#extranonce, this.#suffix - this.extranonce2Length);
  }

  get coinbaseSuffix(): Uint8Array {
    return this.#bytes.subarray(this.#suffix, this.#branch);
  }

  get merkleBranch(): Uint8Array[] {
    const branch: Uint8Array[] = [];
    for (let at = this.#branch; at < this.#fees; at += HASH) branch.push(this.#bytes.subarray(at, at + HASH));
    return branch;
  }

  get fees(): bigint {
    return new DataView(this.#bytes.buffer).getBigUint64(this.#fees, true);
  }

  get payoutGroup(): string {
    return String.fromCharCode(...this.#bytes.subarray(this.#fees + 8));
  }

  /** Bytes that it keeps. */
  get size(): number {
    return this.#bytes.length;
  }

  /**
   * The merkle root with `extranonce2` in the coinbase: 32 bytes, internal order.
   * @throws RangeError when `extranonce2` is not as long as the job says
   */
  merkleRoot(extranonce2: Uint8Array): Uint8Array {
    if (extranonce2.length !== this.extranonce2Length)
      throw new RangeError(
        `extranonce2: expected ${this.extranonce2Length} bytes, got ${extranonce2.length}`,
      );
    this.#bytes.set(extranonce2, this.#suffix - this.extranonce2Length);
    let root = sha256d(this.#bytes.subarray(HASH, this.#branch));
    const pair = new Uint8Array(2 * HASH);
    for (let at = this.#branch; at < this.#fees; at += HASH) {
      pair.set(root);
      pair.set(this.#bytes.subarray(at, at + HASH), HASH);
      root = sha256d(pair);
    }
    return root;
  }
}
