/** What the next block must have, from the tip's context and the mempool. Pure. */
import { witnessCommitment, witnessMerkleRoot } from '../../firmware/domain/block.js';
import { type HeaderContext, MAX_FUTURE_SECONDS, minimumTime, subsidy } from '../../firmware/domain/chain.js';
import { merkleBranch } from '../../firmware/domain/merkle.js';
import type { NetworkRules } from '../../firmware/domain/networks.js';
import { nextBits } from '../../firmware/domain/retarget.js';
import type { Admit, Template } from '../ports/upstream.js';
import type { Pool } from './pool.js';
import {
  COINBASE_RESERVE_SIGOPS,
  COINBASE_RESERVE_WEIGHT,
  MAX_BLOCK_SIGOPS_COST,
  MAX_BLOCK_WEIGHT,
} from './rules/limits.js';
import { selectTransactions } from './selection.js';

/**
 * @param context with the tip as the parent
 * @param now seconds since 1970
 */
export function buildTemplate(
  rules: NetworkRules,
  context: HeaderContext,
  pool: Pool,
  now: number,
  admit?: Admit,
): Template {
  const height = context.parentHeight + 1;
  const earliest = minimumTime(rules, height, context.pastTimes);
  const latest = Math.min(Math.max(earliest, now + MAX_FUTURE_SECONDS), 0xffffffff);
  const time = Math.min(Math.max(now, earliest), latest);
  const nBits = nextBits(rules, { ...context, time });
  // If a late block may be easier, its nBits depend on its time: the board keeps to times with these nBits.
  const easyAfter = context.parent.time + 2 * rules.targetSpacing;
  const isOneFor = (at: number) => nextBits(rules, { ...context, time: at }) === nBits;
  const minTime = isOneFor(earliest) ? earliest : easyAfter + 1;
  const maxTime = isOneFor(latest) ? latest : easyAfter;
  const room = {
    weight: MAX_BLOCK_WEIGHT - COINBASE_RESERVE_WEIGHT,
    sigops: MAX_BLOCK_SIGOPS_COST - COINBASE_RESERVE_SIGOPS,
  };
  const chosen = selectTransactions(pool, room, admit);
  let value = subsidy(rules, height);
  for (const { fee } of chosen) value += fee;
  return {
    height,
    version: 0x20000000,
    previousHash: context.parentHash,
    nBits,
    time,
    minTime,
    maxTime,
    value,
    transactions: chosen.map(({ raw, txid, wtxid, fee, weight }) => ({ raw, txid, wtxid, fee, weight })),
    witnessCommitment: witnessCommitment(witnessMerkleRoot(chosen.map(entry => entry.wtxid))),
    // The branch of leaf 0 does not depend on leaf 0.
    merkleBranch: merkleBranch([new Uint8Array(32), ...chosen.map(entry => entry.txid)], 0),
  };
}
