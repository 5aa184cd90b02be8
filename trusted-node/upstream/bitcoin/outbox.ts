/**
 * Found blocks on their way into the chain: complete on disk before the RPC node hears of them, and kept there. Each
 * block is also offered to other RPC nodes, so that a missing or slow one loses none.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesToHex, hashToDisplay } from '../../../firmware/domain/bytes.js';
import { sha256d } from '../../../firmware/domain/hash.js';
import { HEADER_LENGTH } from '../../../firmware/domain/header.js';
import { replaceFile } from '../../common/atomic-file.js';
import { makeDirectory } from '../../common/directory.js';
import type { Logger } from '../../common/logger.js';
import { RpcFailure, shown } from './failure.js';
import type { RpcClient } from './rpc.js';
import { submitResult } from './schemas.js';

/** Longest wait for an answer to a block, ms: a full one is verified whole. */
const SUBMIT_MS = 120_000;
/** How long an RPC node that does not know a block's parent has to learn of it, ms. */
const PARENT_MS = 600_000;
/** How many of our own blocks below one are submitted again. */
const MAX_PARENTS = 1_000;
const UNKNOWN_PARENT = 'prev-blk-not-found';
/** RPC_DESERIALIZATION_ERROR of Bitcoin Core: what was submitted is not a block. */
const DESERIALIZATION = -22;

export type Verdict =
  /** It was connected, or is known. */
  | { readonly kind: 'taken' }
  /** Stored there, but never the best. */
  | { readonly kind: 'side' }
  | { readonly kind: 'refused'; readonly reason: string };

/** What submitblock's answer means (BIP22; submitblock in Bitcoin Core's rpc/mining.cpp). */
export function verdictOf(answer: string | null): Verdict {
  if (answer === null || answer === 'duplicate') return { kind: 'taken' };
  if (answer === 'inconclusive' || answer === 'duplicate-inconclusive') return { kind: 'side' };
  return { kind: 'refused', reason: shown(answer) };
}

export class Outbox {
  private readonly folder: string;
  /** For blocks whose fate is not yet known: which of the others have answered. */
  private readonly answered = new Map<string, Set<RpcClient>>();
  /** Blocks whose parent the RPC node does not know, and since when; monotonic ms. */
  private readonly orphans = new Map<string, number>();

  /** @param data the data directory; blocks go into its folder `blocks` */
  constructor(
    data: string,
    private readonly rpc: RpcClient,
    private readonly others: readonly RpcClient[],
    private readonly log: Logger,
    private readonly now: () => number,
  ) {
    this.folder = join(data, 'blocks');
  }

  /** Where a block is kept, as hex on one line. @param hash as people read it */
  fileOf(hash: string): string {
    return join(this.folder, `${hash}.hex`);
  }

  /** Whether a block was found here. @param hash as people read it */
  has(hash: string): boolean {
    return existsSync(this.fileOf(hash));
  }

  /**
   * Stores a block and submits it.
   * @throws Error when it cannot be stored: it was not submitted anywhere
   * @throws RpcFailure when its fate is not known: it must be submitted again
   */
  async submit(raw: Uint8Array): Promise<Verdict> {
    const hash = hashToDisplay(sha256d(raw.subarray(0, HEADER_LENGTH)));
    const hex = bytesToHex(raw);
    if (!this.has(hash)) {
      makeDirectory(this.folder, 0o700);
      replaceFile({ path: this.fileOf(hash), content: `${hex}\n` });
    }
    this.offer(hash, hex);
    let answer = await this.handIn(hex);
    // It was killed and has forgotten the newest blocks. Those found here are still here.
    if (answer === UNKNOWN_PARENT && (await this.handInParents(hex))) answer = await this.handIn(hex);
    if (answer === UNKNOWN_PARENT && this.waitsForParent(hash))
      throw new RpcFailure('syncing', `submitblock: ${UNKNOWN_PARENT}`);
    this.answered.delete(hash);
    this.orphans.delete(hash);
    return verdictOf(answer);
  }

  private async handIn(hex: string): Promise<string | null> {
    try {
      return await this.rpc.call('submitblock', [hex], submitResult, { timeoutMs: SUBMIT_MS });
    } catch (error) {
      if (error instanceof RpcFailure && error.code === DESERIALIZATION) return error.message;
      throw error;
    }
  }

  private async handInParents(hex: string): Promise<boolean> {
    const parents: string[] = [];
    for (let child: string | undefined = hex; child !== undefined && parents.length < MAX_PARENTS; ) {
      child = this.read(Buffer.from(child.slice(8, 72), 'hex').reverse().toString('hex'));
      if (child !== undefined) parents.push(child);
    }
    return this.handInAll(parents.reverse());
  }

  /**
   * Hands in again blocks that the RPC node had and has no more, as after a kill.
   * @param hashes of consecutive blocks as people read them; those from the first that was not found here on are left out
   * @returns whether any was taken
   * @throws RpcFailure `starting` when it has them, and is about to connect them again
   */
  async restore(hashes: readonly string[]): Promise<boolean> {
    const blocks: string[] = [];
    for (const hash of hashes.slice(0, MAX_PARENTS)) {
      const block = this.read(hash);
      if (block === undefined) break;
      blocks.push(block);
    }
    const [first] = blocks;
    if (first === undefined) return false;
    const answer = await this.handIn(first);
    if (answer === 'duplicate' || answer === 'duplicate-inconclusive')
      throw new RpcFailure('starting', 'it connects its newest blocks again');
    if (answer !== null) return false;
    await this.handInAll(blocks.slice(1));
    return true;
  }

  private async handInAll(blocks: readonly string[]): Promise<boolean> {
    let taken = false;
    for (const block of blocks) taken = (await this.handIn(block)) === null || taken;
    return taken;
  }

  private read(hash: string): string | undefined {
    const file = this.fileOf(hash);
    return existsSync(file) ? readFileSync(file, 'latin1').trimEnd() : undefined;
  }

  /**
   * A node that refetches the chain will know the parent in time; one that never does must not hold up other blocks.
   */
  private waitsForParent(hash: string): boolean {
    const since = this.orphans.get(hash) ?? this.now();
    this.orphans.set(hash, since);
    return this.now() - since < PARENT_MS;
  }

  /** Submits to the other nodes, to each until it has answered. */
  private offer(hash: string, hex: string): void {
    const done = this.answered.get(hash) ?? new Set();
    this.answered.set(hash, done);
    for (const other of this.others) {
      if (done.has(other)) continue;
      done.add(other);
      other.call('submitblock', [hex], submitResult, { timeoutMs: SUBMIT_MS }).then(
        answer =>
          this.log.info(
            { hash, node: other.place, answer: answer ?? 'taken' },
            'block offered to a further node',
          ),
        error => {
          done.delete(other);
          this.log.warn({ hash, reason: reasonOf(error) }, 'a further node could not be offered a block');
        },
      );
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof RpcFailure ? error.message : String(error);
}
