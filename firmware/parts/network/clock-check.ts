/**
 * Whether a time from an unprotected network can be true, judged by the chain. Pure.
 *
 * Lower bound: a header may run at most 2 h ahead of the clocks of those who accept it (Bitcoin's rule), so the true
 * time is not more than 2 h before the newest header's.
 *
 * Upper bound: the newest header says nothing, since a chain may have rested for weeks. The job's time does: the node
 * set it from its own clock, and the board has counted the seconds since. 24 h leaves room for a node whose clock runs
 * in the wrong time zone (14 h at most), but none for a date that would open a schedule on a day other than yesterday,
 * today or tomorrow.
 */

/** What the board has from its node, in seconds since 1970. Undefined while it has nothing. */
export interface ChainTime {
  /** Of the newest header. */
  readonly header: number | undefined;
  /** The node's clock now: the time of the job and the seconds since it arrived. */
  readonly node: number | undefined;
}

export type Verdict =
  | { readonly kind: 'good' }
  /** Nothing contradicts it, but nothing that could has been heard yet. */
  | { readonly kind: 'provisional' }
  | { readonly kind: 'refused'; readonly reason: string };

/** How far a header may be ahead of the true time, in seconds. */
export const HEADER_AHEAD = 2 * 3600;
/** How far a true time may be ahead of the node's clock, in seconds. */
export const NODE_BEHIND = 24 * 3600;

/** @param milliseconds since 1970 */
export function judgeTime(milliseconds: number, chain: ChainTime): Verdict {
  const seconds = Math.floor(milliseconds / 1000);
  if (!Number.isFinite(milliseconds) || seconds <= 0) return refused('no time at all');
  const { header, node } = chain;
  if (header !== undefined && seconds < header - HEADER_AHEAD) {
    return refused(`${ago(header - seconds)} before the newest block`);
  }
  if (node !== undefined && seconds > node + NODE_BEHIND) {
    return refused(`${ago(seconds - node)} ahead of the node's clock`);
  }
  return header === undefined || node === undefined ? { kind: 'provisional' } : { kind: 'good' };
}

/**
 * The time that most samples agree on: the median of the largest group within `tolerance`; of equal groups the first
 * counts.
 * @param samples the same moment as reported by each, in milliseconds
 * @returns undefined when no two agree
 */
export function agree(samples: readonly number[], tolerance: number): number | undefined {
  const sorted = [...samples].sort((a, b) => a - b);
  let from = 0;
  let count = 0;
  for (let i = 0; i < sorted.length; i++) {
    let end = i;
    while (end < sorted.length && sorted[end]! - sorted[i]! <= tolerance) end++;
    if (end - i > count) [from, count] = [i, end - i];
  }
  return count < 2 ? undefined : sorted[from + (count >> 1)];
}

function refused(reason: string): Verdict {
  return { kind: 'refused', reason };
}

/** 90000 -> '25 h' */
function ago(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  return hours < 72 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
