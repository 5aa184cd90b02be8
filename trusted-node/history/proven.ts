/** What accepted shares prove about a rate, and how well. For display: nothing here decides a target or a reward. */

export interface ShareCount {
  /** expected hashes of one such share */
  readonly work: bigint;
  readonly count: number;
}

export interface Proven {
  rate: number;
  low: number;
  high: number;
  shares: number;
  seconds: number;
}

/** Two-sided 95 %. */
const Z = 1.959964;

/**
 * Ends of the 95 % interval for the mean of a Poisson count (Garwood's interval in the approximation of Wilson and
 * Hilferty: within 1 % from a count of 1 on).
 * @param count 0 or more; with weights, the effective number of shares
 */
export function poissonInterval(count: number): { low: number; high: number } {
  const upper = count + 1;
  const high = upper * (1 - 1 / (9 * upper) + Z / (3 * Math.sqrt(upper))) ** 3;
  const low = count <= 0 ? 0 : count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3;
  return { low: Math.max(low, 0), high };
}

/**
 * The rate that shares prove over a time. Shares of different targets weigh by their expected hashes; the interval is that
 * of as many equal shares as carry the same information, (sum w)^2 / sum w^2.
 * @param seconds above 0
 * @example provenRate([{ work: 4_294_967_296n, count: 10 }], 3600).rate // 11,930,465
 */
export function provenRate(counts: readonly ShareCount[], seconds: number): Proven {
  let sum = 0;
  let squares = 0;
  let shares = 0;
  for (const { work, count } of counts) {
    const each = Number(work);
    sum += each * count;
    squares += each * each * count;
    shares += count;
  }
  // Without a share nothing says how much work one would have been: the interval's upper end is unknown, shown as 0.
  if (shares === 0) return { rate: 0, low: 0, high: 0, shares, seconds };
  const effective = (sum * sum) / squares;
  const each = sum / effective;
  const { low, high } = poissonInterval(effective);
  return { rate: sum / seconds, low: (low * each) / seconds, high: (high * each) / seconds, shares, seconds };
}
