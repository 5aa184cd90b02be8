/** What a node keeps of a Bitcoin node's chain, verified again: headers by the rules, found blocks by their own bytes. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBlock, parseBlock } from '../../../firmware/domain/block.js';
import { bytesToHex, equalBytes, hashToDisplay, hexToBytes } from '../../../firmware/domain/bytes.js';
import { HEADER_LENGTH, headerHash } from '../../../firmware/domain/header.js';
import { messageOf } from '../../../firmware/domain/message-of.js';
import type { NetworkRules } from '../../../firmware/domain/networks.js';
import type { NodeDatabase } from '../../ports/store.js';
import { HeaderStore } from './header-store.js';

/** Something stored is not what it should be; the message names it. */
export class DamagedData extends Error {
  override readonly name = 'DamagedData';
}

export interface VerifiedData {
  /** Of the newest header; undefined where none are stored yet. */
  readonly tip: { readonly height: number; readonly hash: Uint8Array } | undefined;
  readonly headers: number;
  /** Found blocks, those among them that are not in the chain, and those whose file is not there. */
  readonly blocks: number;
  readonly orphaned: number;
  readonly missing: number;
}

interface VerifyProgress {
  height: number;
  total: number;
}

/** Headers checked at once: between two progress lines. */
const BATCH = 2_000;

/**
 * @param folder with headers.bin and blocks; undefined: only the database is at hand
 * @throws DamagedData
 */
export async function verifyBitcoinData(
  db: NodeDatabase,
  rules: NetworkRules,
  folder: string | undefined,
  progress?: (at: VerifyProgress) => void,
): Promise<VerifiedData> {
  const found = await db.selectFrom('found_blocks').selectAll().orderBy('share').execute();
  const split = await db.selectFrom('rewards').select(['block', 'amount']).execute();
  const sums = new Map<string, bigint>();
  for (const { block, amount } of split) {
    const key = bytesToHex(new Uint8Array(block));
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(amount));
  }
  const headers =
    folder === undefined ? undefined : checkedHeaders(join(folder, 'headers.bin'), rules, progress);
  let missing = 0;
  for (const block of found) {
    const hash = new Uint8Array(block.hash);
    const wrong = (reason: string) =>
      new DamagedData(`block ${hashToDisplay(hash)} at height ${block.height}: ${reason}`);
    const sum = sums.get(bytesToHex(hash));
    if (sum !== undefined && sum !== BigInt(block.value))
      throw wrong(`its rewards add up to ${sum}, not ${block.value}`);
    if (folder === undefined) continue;
    const there = headers?.hashes.get(block.height);
    if (there !== undefined && (there === hashToDisplay(hash)) === (block.orphaned === 1))
      throw wrong(
        block.orphaned === 1 ? 'it is in the chain, but counted as orphaned' : 'it is not in the chain',
      );
    const file = join(folder, 'blocks', `${hashToDisplay(hash)}.hex`);
    if (!existsSync(file)) missing++;
    else checkFile(readFileSync(file, 'latin1').trimEnd(), hash, wrong);
  }
  return {
    tip: headers?.tip,
    headers: headers?.count ?? 0,
    blocks: found.length,
    orphaned: found.filter(({ orphaned }) => orphaned === 1).length,
    missing,
  };
}

function checkFile(hex: string, hash: Uint8Array, wrong: (reason: string) => DamagedData): void {
  try {
    const block = parseBlock(hexToBytes(hex));
    if (!equalBytes(headerHash(block.header), hash)) throw new Error('it is another block');
    const reason = checkBlock(block);
    if (reason !== undefined) throw new Error(reason);
  } catch (error) {
    throw wrong(`its file: ${messageOf(error)}`);
  }
}

/** All headers of a file by the rules, in a copy: what is there is not changed, and a node may be writing to it. */
function checkedHeaders(
  file: string,
  rules: NetworkRules,
  progress?: (at: VerifyProgress) => void,
): { count: number; tip: VerifiedData['tip']; hashes: ReadonlyMap<number, string> } | undefined {
  if (!existsSync(file)) return undefined;
  const content = readFileSync(file);
  const folder = mkdtempSync(join(tmpdir(), 'mite-verify-'));
  const store = HeaderStore.open(join(folder, 'headers.bin'), rules);
  try {
    if (content.length > 0 && !equalBytes(content.subarray(0, HEADER_LENGTH), store.description))
      throw new DamagedData(`${file} holds headers of another chain`);
    // What a kill left of the last one is cut off at the next start.
    const count = Math.max(0, Math.floor(content.length / HEADER_LENGTH) - 1);
    const all = Array.from(
      { length: count },
      (_, i) => new Uint8Array(content.subarray(HEADER_LENGTH * (i + 1), HEADER_LENGTH * (i + 2))),
    );
    for (let from = 0; from < count; from += BATCH) {
      const some = all.slice(from, from + BATCH);
      if (store.replace(store.height + 1, some) !== undefined)
        for (const header of some) {
          const height = store.height + 1;
          const reason = store.replace(height, [header]);
          if (reason !== undefined) throw new DamagedData(`header ${height}: ${reason}`);
        }
      progress?.({ height: store.height, total: store.first + count - 1 });
    }
    const hashes = new Map(all.map((_, i) => [store.first + i, store.hashAt(store.first + i)!]));
    return { count, tip: store.tip, hashes };
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
