/**
 * Brings the header store to the RPC node's best chain: finds where the two part, then fetches what is missing, in
 * batches.
 */
import { hexToBytes } from '../../../firmware/domain/bytes.js';
import { RpcFailure } from './failure.js';
import { genesisHeader, type HeaderStore } from './header-store.js';
import type { RpcClient } from './rpc.js';
import { blockCount, blockHash, rawHeader } from './schemas.js';
import { BadTemplate } from './transactions.js';

/** Headers of one request, and bytes of its answer: a header is 160 digits and what JSON-RPC puts around. */
const BATCH = 2_000;
const BATCH_BYTES = BATCH * 512;
/** How often to start over when the chain changes while it is fetched. */
const TRIES = 5;
/** bad-txns and the like have texts; these codes say that a height or hash is not there (any more). */
const NOT_FOUND = new Set([-5, -8]);

function isGone(error: unknown): boolean {
  return error instanceof RpcFailure && error.code !== undefined && NOT_FOUND.has(error.code);
}

/** The highest height of the store that is in the RPC node's chain; `first - 1` when there is none. */
async function forkHeight(rpc: RpcClient, store: HeaderStore): Promise<number> {
  const shared = async (height: number): Promise<boolean> => {
    try {
      return (await rpc.call('getblockhash', [height], blockHash)) === store.hashAt(height);
    } catch (error) {
      if (isGone(error)) return false;
      throw error;
    }
  };
  // Reorganisations are short: steps that double, then halved between the last two.
  let above = store.height + 1;
  let step = 1;
  let below = store.height;
  while (below >= store.first && !(await shared(below))) {
    above = below;
    below = Math.max(store.first - 1, below - step);
    step *= 2;
  }
  while (above - below > 1) {
    const middle = (above + below) >> 1;
    if (await shared(middle)) below = middle;
    else above = middle;
  }
  return below;
}

/**
 * @param best the newest block's hash, as people read it
 * @param progress called after each batch with the height it reached
 * @returns whether the store changed
 * @throws RpcFailure | BadTemplate when a header breaks a rule | Error when they cannot be stored
 */
export async function followHeaders(
  rpc: RpcClient,
  store: HeaderStore,
  best: string,
  progress: (height: number) => void = () => {},
): Promise<boolean> {
  const tip = store.hashAt(store.height);
  if (tip === best) return false;
  if (tip !== undefined && (await appendOne(rpc, store, tip, best))) return true;
  for (let tries = 0; tries < TRIES; tries++) {
    if (await fetchAll(rpc, store, best, progress)) return true;
  }
  throw new RpcFailure('error', 'its chain changes faster than its headers can be fetched');
}

/** By far the most common case: one more block. */
async function appendOne(rpc: RpcClient, store: HeaderStore, tip: string, best: string): Promise<boolean> {
  const bytes = hexToBytes(await rpc.call('getblockheader', [best, false], rawHeader));
  const parent = Buffer.from(bytes.subarray(4, 36)).reverse().toString('hex');
  if (parent !== tip) return false;
  const reason = store.replace(store.height + 1, [bytes]);
  if (reason !== undefined) throw new BadTemplate(`the header of its block ${best}: ${reason}`);
  return true;
}

async function fetchAll(
  rpc: RpcClient,
  store: HeaderStore,
  best: string,
  progress: (height: number) => void,
): Promise<boolean> {
  let from = (await forkHeight(rpc, store)) + 1;
  if (from === 0) {
    store.replace(0, [genesisHeader(store.rules)]);
    from = 1;
  }
  // It went back to a block that we have.
  if (store.hashAt(from - 1) === best) {
    store.replace(from, []);
    return true;
  }
  for (;;) {
    const hashes = await someHashes(rpc, from);
    if (hashes.length === 0) return false;
    // Not beyond the block in question: what follows belongs to another template.
    const end = hashes.indexOf(best);
    const wanted = end < 0 ? hashes : hashes.slice(0, end + 1);
    const headers = await rpc.batch(
      wanted.map(hash => ({ method: 'getblockheader', params: [hash, false] })),
      rawHeader,
      { maxBytes: BATCH_BYTES },
    );
    const reason = store.replace(from, headers.map(hexToBytes));
    // The chain may have changed between the two requests.
    if (reason === 'prev-blk-not-found') return false;
    if (reason !== undefined) throw new BadTemplate(`one of its headers from ${from} on: ${reason}`);
    progress(store.height);
    if (store.hashAt(store.height) === best) return true;
    from = store.height + 1;
  }
}

/** Hashes of up to {@link BATCH} blocks from a height on, as many as there are. */
async function someHashes(rpc: RpcClient, from: number): Promise<string[]> {
  const count = await rpc.call('getblockcount', [], blockCount);
  const calls = Array.from({ length: Math.min(BATCH, count - from + 1) }, (_, i) => ({
    method: 'getblockhash',
    params: [from + i],
  }));
  try {
    return await rpc.batch(calls, blockHash, { maxBytes: BATCH_BYTES });
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
}
