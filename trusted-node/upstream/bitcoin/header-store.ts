/**
 * Headers of the best chain in a file, 80 bytes each, checked by the board's rules before they are added: boards that
 * begin at their checkpoint are served from here, and a restart fetches none again. The first 80 bytes say which chain
 * the file belongs to. A damaged or half-written end is cut off on opening; what was lost is fetched again.
 */
import { closeSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { asciiToBytes, equalBytes, hashToDisplay } from '../../../firmware/domain/bytes.js';
import { checkNextHeader, type HeaderContext, MEDIAN_TIME_SPAN } from '../../../firmware/domain/chain.js';
import { sha256d } from '../../../firmware/domain/hash.js';
import {
  type BlockHeader,
  decodeHeader,
  encodeHeader,
  HEADER_LENGTH,
} from '../../../firmware/domain/header.js';
import type { NetworkRules } from '../../../firmware/domain/networks.js';
import type { HeaderSummary } from '../../../firmware/domain/retarget.js';
import { checkProofOfWork } from '../../../firmware/domain/target.js';

/** Offsets of nBits and time in a header. */
const TIME = 68;
const BITS = 72;

/** Height of the first header that boards with the built-in checkpoint ask for: a difficulty period's first. */
export function firstHeight({ name, checkpoint, interval }: NetworkRules): number {
  // A signet that can be mined is the owner's, and so is its chain.
  if (name === 'signet') return 0;
  const needed = Math.max(0, checkpoint.height - (MEDIAN_TIME_SPAN - 1));
  return needed - (needed % interval);
}

export class HeaderStore {
  /** All headers one after the other, with room behind them. */
  private bytes: Buffer = Buffer.alloc(0);
  private count = 0;
  /** How many of them are in the file for certain: fewer after a write that failed. */
  private written = 0;
  private tipHash: Uint8Array | undefined;

  private constructor(
    readonly rules: NetworkRules,
    private readonly handle: number,
    /** Height of the first header. */
    readonly first: number,
  ) {}

  /**
   * @throws Error when the file cannot be read or written, or belongs to another chain
   */
  static open(file: string, rules: NetworkRules): HeaderStore {
    const first = firstHeight(rules);
    const handle = openSync(file, 'a+', 0o600);
    closeSync(handle);
    const store = new HeaderStore(rules, openSync(file, 'r+'), first);
    try {
      store.load(readFileSync(file), file);
    } catch (error) {
      store.close();
      throw error;
    }
    return store;
  }

  /** The file's first 80 bytes. */
  get description(): Uint8Array {
    return asciiToBytes(`mite headers 1 ${this.rules.name} from ${this.first}`.padEnd(HEADER_LENGTH));
  }

  private load(content: Buffer, file: string): void {
    const expected = this.description;
    if (content.length < HEADER_LENGTH) {
      ftruncateSync(this.handle, 0);
      this.write(expected, 0);
      fdatasyncSync(this.handle);
      return;
    }
    if (!equalBytes(content.subarray(0, HEADER_LENGTH), expected))
      throw new Error(`${file} holds headers of another chain`);
    this.bytes = content.subarray(HEADER_LENGTH);
    const whole = Math.floor(this.bytes.length / HEADER_LENGTH);
    let parent: Uint8Array | undefined;
    while (this.count < whole) {
      const header = this.view(this.count);
      const hash = sha256d(header);
      if (this.rootProblem(this.first + this.count, header, hash, parent) !== undefined) break;
      parent = hash;
      this.count++;
    }
    this.tipHash = parent;
    this.written = this.count;
    if (content.length !== HEADER_LENGTH * (1 + this.count))
      ftruncateSync(this.handle, HEADER_LENGTH * (1 + this.count));
  }

  /** The checks that need only the parent: linkage, proof of work, genesis and checkpoint. */
  private rootProblem(
    height: number,
    header: Uint8Array,
    hash: Uint8Array,
    parent: Uint8Array | undefined,
  ): string | undefined {
    const { genesis, checkpoint, powLimit } = this.rules;
    if (parent !== undefined && !equalBytes(header.subarray(4, 36), parent)) return 'prev-blk-not-found';
    if (height === 0 && !equalBytes(hash, genesis.hash)) return 'another genesis block';
    if (this.first > 0 && height === checkpoint.height && !equalBytes(hash, checkpoint.hash))
      return 'another chain than the checkpoint';
    // The genesis block has its work from its parameters.
    if (height > 0 && !checkProofOfWork(hash, u32(header, BITS), powLimit)) return 'high-hash';
    return undefined;
  }

  private view(index: number): Buffer {
    return this.bytes.subarray(HEADER_LENGTH * index, HEADER_LENGTH * (index + 1));
  }

  /** Of the newest header; `first - 1` when there is none. */
  get height(): number {
    return this.first + this.count - 1;
  }

  /** Of the newest header; undefined when there is none. */
  get tip():
    | { readonly hash: Uint8Array; readonly height: number; readonly header: BlockHeader }
    | undefined {
    if (this.tipHash === undefined) return undefined;
    return { hash: this.tipHash, height: this.height, header: decodeHeader(this.view(this.count - 1)) };
  }

  /** Of the header at a height, as people read it; undefined when it is not here. */
  hashAt(height: number): string | undefined {
    if (height === this.height && this.tipHash !== undefined) return hashToDisplay(this.tipHash);
    if (height < this.first || height >= this.height) return undefined;
    return hashToDisplay(this.view(height + 1 - this.first).subarray(4, 36));
  }

  /** Up to `count` headers from a height on; none if the first is not here. */
  headers(from: number, count: number): Uint8Array[] {
    if (from < this.first) return [];
    const headers: Uint8Array[] = [];
    for (let height = from; height < from + count && height <= this.height; height++)
      headers.push(new Uint8Array(this.view(height - this.first)));
    return headers;
  }

  /** What the header after `height` is checked against, and whether its nBits can be known. */
  context(height: number): { header: HeaderContext; bitsKnown: boolean } {
    const summary = (at: number): HeaderSummary => {
      if (at < this.first || at > height) throw new RangeError(`header ${at} is not here`);
      const view = this.view(at - this.first);
      return { time: u32(view, TIME), nBits: u32(view, BITS) };
    };
    const pastTimes: number[] = [];
    for (let at = Math.max(this.first, height - MEDIAN_TIME_SPAN + 1); at <= height; at++)
      pastTimes.push(summary(at).time);
    const hash =
      height === this.height
        ? this.tipHash!
        : new Uint8Array(this.view(height + 1 - this.first).subarray(4, 36));
    return {
      header: {
        parentHash: hash,
        parentHeight: height,
        parent: summary(height),
        pastTimes,
        ancestor: summary,
      },
      bitsKnown: pastTimes.length === MEDIAN_TIME_SPAN || this.first === 0,
    };
  }

  /**
   * Adds headers that follow the one at `from - 1`, replacing those after it. All or none.
   * @param from `first` to `height + 1`
   * @returns the rule that one of them breaks, in Bitcoin Core's words where it has some; undefined when they were added
   * @throws Error when they cannot be written: they are not added, and the next call writes what the file lacks
   */
  replace(from: number, headers: readonly Uint8Array[]): string | undefined {
    if (from < this.first || from > this.height + 1) throw new RangeError(`headers from ${from}`);
    const kept = from - this.first;
    const parent = this.hashBytesAt(from - 1);
    // Restored if one of the new ones is wrong.
    const old = { count: this.count, tipHash: this.tipHash };
    const replaced = Buffer.from(this.bytes.subarray(HEADER_LENGTH * kept, HEADER_LENGTH * this.count));
    this.reserve(HEADER_LENGTH * (kept + headers.length));
    this.count = kept;
    this.tipHash = parent;
    for (const bytes of headers) {
      const reason = this.add(bytes);
      if (reason === undefined) continue;
      replaced.copy(this.bytes, HEADER_LENGTH * kept);
      Object.assign(this, old);
      return reason;
    }
    // All that the file does not have for certain: an earlier write may have failed.
    this.written = Math.min(this.written, kept);
    try {
      this.write(
        this.bytes.subarray(HEADER_LENGTH * this.written, HEADER_LENGTH * this.count),
        HEADER_LENGTH * (1 + this.written),
      );
      // Until here an old end of the file is cut off on opening: it does not follow.
      ftruncateSync(this.handle, HEADER_LENGTH * (1 + this.count));
      fdatasyncSync(this.handle);
    } catch (error) {
      replaced.copy(this.bytes, HEADER_LENGTH * kept);
      Object.assign(this, old);
      throw error;
    }
    this.written = this.count;
    return undefined;
  }

  /** All of it: a disk that becomes full may take a part first. */
  private write(bytes: Uint8Array, position: number): void {
    for (let at = 0; at < bytes.length; )
      at += writeSync(this.handle, bytes, at, bytes.length - at, position + at);
  }

  /** Doubled each time, so that a long chain is not copied for each batch. */
  private reserve(length: number): void {
    if (length <= this.bytes.length) return;
    const larger = Buffer.alloc(2 * length);
    this.bytes.copy(larger);
    this.bytes = larger;
  }

  private hashBytesAt(height: number): Uint8Array | undefined {
    if (height < this.first) return undefined;
    if (height === this.height) return this.tipHash;
    return new Uint8Array(this.view(height + 1 - this.first).subarray(4, 36));
  }

  private add(bytes: Uint8Array): string | undefined {
    if (bytes.length !== HEADER_LENGTH) return 'not 80 bytes';
    const height = this.height + 1;
    const hash = sha256d(bytes);
    const reason = this.rootProblem(height, bytes, hash, this.tipHash);
    if (reason !== undefined) return reason;
    if (this.count > 0) {
      const { header, bitsKnown } = this.context(height - 1);
      const broken = bitsKnown ? checkNextHeader(this.rules, decodeHeader(bytes), header) : undefined;
      if (broken !== undefined) return broken;
    }
    this.bytes.set(bytes, HEADER_LENGTH * this.count);
    this.count++;
    this.tipHash = hash;
    return undefined;
  }

  close(): void {
    closeSync(this.handle);
  }
}

function u32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}

export function genesisHeader(rules: NetworkRules): Uint8Array {
  return encodeHeader(rules.genesis.header);
}
