/**
 * The nBits a block must have (GetNextWorkRequired and CalculateNextWorkRequired of Bitcoin Core, pow.cpp;
 * BIP94 for testnet4), Bitcoin Cash's (asert.ts), and the devnet's own rule.
 * @module
 */
import { type AsertAnchor, asertBits } from './asert.js';
import { assertInteger } from './bytes.js';
import type { NetworkRules } from './networks.js';
import { compactToTarget, targetToCompact } from './target.js';

/** What the rules look at in an earlier header. A `BlockHeader` qualifies. */
export interface HeaderSummary {
  /** uint32, seconds since 1970 */
  time: number;
  nBits: number;
}

export interface RetargetContext {
  /** height of the parent of the block in question, 0 or more */
  parentHeight: number;
  parent: HeaderSummary;
  /** time of the block in question; only networks with `minDifficultyBlocks` look at it */
  time: number;
  /**
   * The header at `height` < parentHeight of the same chain. Called for the period's first block at a retarget, for the
   * grandparent on the devnet, and for parents in turn with `minDifficultyBlocks`.
   */
  ancestor(height: number): HeaderSummary;
}

/** Devnet: over how many spacings the last solve time is averaged. */
const SMOOTHING = 5n;
/** Devnet: a solve time counts as at most this many spacings. */
const MAX_SOLVE_SPACINGS = 6;

/**
 * The nBits of the block after `context.parent`.
 * @throws RangeError when the parent's nBits is invalid, TypeError when an ancestor is missing
 */
export function nextBits(rules: NetworkRules, context: RetargetContext): number {
  assertInteger(context.parentHeight, 0, 0x7ffffffe, 'parentHeight');
  if (rules.perBlockRetarget) return perBlockBits(rules, context);
  if (rules.asert !== undefined) return anchoredBits(rules, rules.asert, context);
  const { parent, parentHeight } = context;
  if ((parentHeight + 1) % rules.interval !== 0)
    return rules.minDifficultyBlocks ? minDifficultyBits(rules, context) : parent.nBits;
  if (rules.noRetargeting) return parent.nBits;

  const first = context.ancestor(parentHeight - (rules.interval - 1));
  // testnet4: the last block of a period may be a minimum-difficulty one, the first may not (BIP94).
  return retarget(rules, rules.enforceBip94 ? first.nBits : parent.nBits, parent.time - first.time);
}

function anchoredBits(rules: NetworkRules, anchor: AsertAnchor, context: RetargetContext): number {
  const { parentHeight, parent, time } = context;
  if (parentHeight < anchor.height) throw new RangeError('nBits before the anchor are not known');
  if (rules.minDifficultyBlocks && time > parent.time + rules.targetSpacing * 2) return rules.powLimitBits;
  const place = {
    blocks: BigInt(parentHeight - anchor.height),
    seconds: BigInt(parent.time - anchor.parentTime),
  };
  return asertBits(anchor, place, rules);
}

/**
 * The new nBits after a period that took `seconds` from its first to its last block: the old target times
 * seconds / timespan, with the factor kept within 1/4..4 and the result within powLimit.
 */
export function retarget(rules: NetworkRules, oldBits: number, seconds: number): number {
  const { timespan } = rules;
  const bounded = Math.min(Math.max(seconds, timespan / 4), timespan * 4);
  return limitedBits(rules, (compactToTarget(oldBits) * BigInt(bounded)) / BigInt(timespan));
}

function limitedBits(rules: NetworkRules, target: bigint): number {
  if (target >= rules.powLimit) return rules.powLimitBits;
  return targetToCompact(target);
}

/** Test networks: powLimit for a block that took long, else the nBits of the last block that had its own. */
function minDifficultyBits(rules: NetworkRules, context: RetargetContext): number {
  if (context.time > context.parent.time + rules.targetSpacing * 2) return rules.powLimitBits;
  let height = context.parentHeight;
  let header = context.parent;
  while (height > 0 && height % rules.interval !== 0 && header.nBits === rules.powLimitBits)
    header = context.ancestor(--height);
  return header.nBits;
}

/**
 * Devnet, with T the spacing and N = 5: target * ((N-1) * T + t) / (N * T), t being the seconds between the
 * parent and its parent within 0..6T. Needs only two headers, so a board keeps no window. Heights 1 and 2
 * keep the genesis nBits: the time since the genesis block says nothing.
 */
function perBlockBits(rules: NetworkRules, context: RetargetContext): number {
  const { parent, parentHeight } = context;
  if (parentHeight < 2) return rules.genesis.header.nBits;
  const spacing = rules.targetSpacing;
  const elapsed = parent.time - context.ancestor(parentHeight - 1).time;
  const solve = BigInt(Math.min(Math.max(elapsed, 0), MAX_SOLVE_SPACINGS * spacing));
  const target = compactToTarget(parent.nBits);
  return limitedBits(
    rules,
    (target * ((SMOOTHING - 1n) * BigInt(spacing) + solve)) / (SMOOTHING * BigInt(spacing)),
  );
}
