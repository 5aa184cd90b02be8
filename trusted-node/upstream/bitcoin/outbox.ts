/**
 * Found blocks on their way into the chain: on the disk whole before the RPC node hears of them, and kept there. Other RPC
 * nodes are offered each block too, so that one that is gone or slow loses none.
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
/** An RPC node that does not know a block's parent gets so long to learn of it, ms. */
const PARENT_MS = 600_000;
/** Own blocks below one that are handed in again. */
const MAX_PARENTS = 1_000;
const UNKNOWN_PARENT = 'prev-blk-not-found';
/** RPC_DESERIALIZATION_ERROR of Bitcoin Core: what was handed in is no block. */
const DESERIALIZATION = -22;

export type Verdict =
  /** It was connected, or is known. */
  | { readonly kind: 'taken' }
  /** Stored there, without having been the best. */
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
  /** Of blocks whose fate is not known yet: who of the others has answered. */
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

  /**
   * Stores a block and hands it in.
   * @throws Error when it cannot be stored: it was handed in nowhere
   * @throws RpcFailure when its fate is not known: it is to be handed in again
   */
  async submit(raw: Uint8Array): Promise<Verdict> {
    const hash = hashToDisplay(sha256d(raw.subarray(0, HEADER_LENGTH)));
    const hex = bytesToHex(raw);
    makeDirectory(this.folder, 0o700);
    replaceFile({ path: this.fileOf(hash), content: `${hex}\n` });
    this.offer(hash, hex);
    let answer = await this.handIn(hex);
    // It was killed and has forgotten the newest blocks. Those that were found here are here.
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

  /** @returns whether any was taken */
  private async handInParents(hex: string): Promise<boolean> {
    const parents: string[] = [];
    for (let child = hex; parents.length < MAX_PARENTS; ) {
      const previous = Buffer.from(child.slice(8, 72), 'hex').reverse().toString('hex');
      if (!existsSync(this.fileOf(previous))) break;
      child = readFileSync(this.fileOf(previous), 'latin1').trimEnd();
      parents.push(child);
    }
    let taken = false;
    for (const parent of parents.reverse()) taken = (await this.handIn(parent)) === null || taken;
    return taken;
  }

  /** A node that fetches the chain anew will know the parent in time; one that never does holds up no other block. */
  private waitsForParent(hash: string): boolean {
    const since = this.orphans.get(hash) ?? this.now();
    this.orphans.set(hash, since);
    return this.now() - since < PARENT_MS;
  }

  /** To the other nodes, to each until it has answered. */
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
