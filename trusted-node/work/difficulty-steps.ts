/**
 * Share targets for miners that are told a difficulty, a decimal: vardiff's estimate becomes a power of two, which floats of
 * every length hold exactly and which is a whole number from 1 on. What a miner asks for is kept to the digit until
 * vardiff knows better. Pure.
 */
import { compactAtLeast } from '../../firmware/domain/difficulty.js';
import { compactToTarget, DIFFICULTY_1_TARGET, workOfTarget } from '../../firmware/domain/target.js';
import type { Wish } from '../ports/work.js';

/** A share target and what it takes. */
export interface ShareTarget {
  readonly bits: number;
  /** expected hashes */
  readonly work: bigint;
}

/** What a miner with difficulties has asked for; replaced, never changed in place. */
export interface Difficulties {
  readonly suggested?: ShareTarget | undefined;
  readonly least?: ShareTarget | undefined;
}

/** The easiest step: difficulty 2^-24, 256 hashes. */
const EASIEST = -24;
/** The hardest one: 2^20, as much as vardiff sets. */
const HARDEST = 20;

const STEPS: readonly ShareTarget[] = Array.from({ length: HARDEST - EASIEST + 1 }, (_, step) => {
  const power = BigInt(EASIEST + step);
  return shareTarget(power < 0n ? DIFFICULTY_1_TARGET << -power : DIFFICULTY_1_TARGET >> power);
});

/** The compact target of which every proof of `target` is a share. */
function shareTarget(target: bigint): ShareTarget {
  const bits = compactAtLeast(target);
  return { bits, work: workOfTarget(compactToTarget(bits)) };
}

/** What a miner has asked for by now: the newest of each counts. */
export function withWish(before: Difficulties, { suggested, least }: Wish): Difficulties {
  return {
    ...before,
    ...(suggested !== undefined && { suggested: shareTarget(suggested) }),
    ...(least !== undefined && { least: shareTarget(least) }),
  };
}

/**
 * The share target for vardiff's estimate: the suggestion if the estimate is still that one, else the hardest power of two
 * that is not harder than it; never easier than the miner's least.
 * @param work expected hashes of a share, as vardiff wants it
 */
export function stepFor(work: bigint, { suggested, least }: Difficulties): ShareTarget {
  if (least !== undefined && work <= least.work) return least;
  if (suggested?.work === work) return suggested;
  const step = STEPS.findLast(each => each.work <= work) ?? (STEPS[0] as ShareTarget);
  return least !== undefined && step.work < least.work ? least : step;
}
