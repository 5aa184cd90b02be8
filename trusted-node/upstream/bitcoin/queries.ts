/** What a Bitcoin node can tell of its chain and mempool for boards. No balance: the wallet is the owner's own. */
import { hashToDisplay, hexToBytes } from '../../../firmware/domain/bytes.js';
import { sha256d } from '../../../firmware/domain/hash.js';
import { HEADER_LENGTH } from '../../../firmware/domain/header.js';
import type { ChainQueries } from '../../ports/chain-queries.js';
import { UpstreamAway } from '../../ports/upstream.js';
import { RpcFailure } from './failure.js';
import type { RpcClient } from './rpc.js';
import { headerPlace, txOutProof } from './schemas.js';
import { SpentOutputs } from './spent-outputs.js';
import type { BitcoinUpstream } from './upstream.js';

/** RPC_INVALID_ADDRESS_OR_KEY of Bitcoin Core: there is no such block or transaction, or no index knows it. */
const NOT_FOUND = -5;

async function unlessUnknown<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof RpcFailure && error.code === NOT_FOUND) return undefined;
    throw error;
  }
}

export function bitcoinQueries(
  rpc: RpcClient,
  upstream: Pick<BitcoinUpstream, 'candidates' | 'heightOf'>,
): ChainQueries {
  const outputs = new SpentOutputs(rpc);
  const heightOf = async (hash: Uint8Array): Promise<number | undefined> =>
    upstream.heightOf(hashToDisplay(hash)) ??
    (await unlessUnknown(rpc.call('getblockheader', [hashToDisplay(hash)], headerPlace)))?.height;
  return {
    candidates: async () => {
      const { transactions } = upstream.candidates;
      return transactions.map(({ txid, wtxid, fee, parents }) => ({
        ...{ txid, wtxid, fee },
        parents: parents.map(parent => transactions[parent]!.txid),
      }));
    },
    waiting: async () => {
      const { transactions, time } = upstream.candidates;
      try {
        return await outputs.of(transactions, time);
      } catch (error) {
        throw error instanceof RpcFailure ? new UpstreamAway(`the Bitcoin node: ${error.message}`) : error;
      }
    },
    heightOf,
    inclusion: async () => undefined,
    /** Of a transaction with an unspent output, or any with bitcoind's -txindex. */
    txOutProof: async txid => {
      const hex = await unlessUnknown(rpc.call('gettxoutproof', [[hashToDisplay(txid)]], txOutProof));
      if (hex === undefined) return undefined;
      const proof = hexToBytes(hex);
      const height = await heightOf(sha256d(proof.subarray(0, HEADER_LENGTH)));
      return height === undefined ? undefined : { height, proof };
    },
    balance: async () => undefined,
  };
}
