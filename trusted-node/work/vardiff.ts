/**
 * Variable difficulty: brings each board to one share in about ten seconds, whatever its speed. Pure and in integers.
 *
 * The estimate is work over time: every share is worth the hashes that its target takes (bigint), so evidence gathered
 * at one difficulty still counts after a change to another. Old evidence decays by halving; a sudden change of speed (8
 * shares three times too quick or slow) or a long silence drops it at once.
 */
import { MAX_TARGET, workOfTarget } from '../../firmware/domain/target.js';

/** Wanted time between two shares of one board, in milliseconds. */
export const SHARE_INTERVAL = 10_000;
/** Without a share for this long the timer may lower the difficulty, in milliseconds. */
export const SILENCE = 30_000;
/** Shares re-sent right after a reconnect say nothing about speed. Milliseconds. */
const RESUME_QUIET = 3_000;
/** At most one new target in this time, in milliseconds. */
const MIN_CHANGE = 1_000;
/** Evidence is halved when it reaches this many shares. */
const MAX_EVIDENCE = 64;
/** Shares in the short window that notices a change of speed. */
const RECENT = 8;
/** The short window overrules the long one from this factor on. */
const SURPRISE = 3n;
/** Easiest share: few hashes, so that even a board of 100 H/s is seen. */
export const MIN_WORK = 256n;
/** Hardest share that vardiff sets: about 10^14 hashes a second. */
const MAX_WORK = 1n << 50n;
/** Without a hint: a board of about 20 kH/s. */
export const DEFAULT_RATE = 20_000;

/** The state of one board. Replaced, never changed in place. */
export interface Vardiff {
  /** Expected hashes of one share at the current difficulty. */
  readonly work: bigint;
  /** Evidence: hashes credited over `time` milliseconds by `count` shares. */
  readonly evidenceWork: bigint;
  readonly evidenceTime: number;
  readonly count: number;
  /** Moment of the newest evidence, milliseconds of the caller's monotonic clock. */
  readonly lastShare: number;
  /** Moment of the newest change of `work`. */
  readonly lastChange: number;
  /** Shares before this moment do not count. */
  readonly quietUntil: number;
  /** The newest shares: moment and hashes credited, oldest first. */
  readonly recent: readonly { readonly at: number; readonly work: bigint }[];
}

/** A target's expected hashes, limited to what vardiff hands out. */
function limitWork(work: bigint): bigint {
  return work < MIN_WORK ? MIN_WORK : work > MAX_WORK ? MAX_WORK : work;
}

/** Target that takes `work` hashes on average. */
export function targetOfWork(work: bigint): bigint {
  const target = (1n << 256n) / work - 1n;
  return target > MAX_TARGET ? MAX_TARGET : target;
}

/** Expected hashes of one share for a board of `rate` hashes a second. @param rate integer; 0 when unknown */
export function workForRate(rate: number): bigint {
  const known = Number.isSafeInteger(rate) && rate > 0 ? rate : DEFAULT_RATE;
  return limitWork((BigInt(known) * BigInt(SHARE_INTERVAL)) / 1000n);
}

/** A board that starts at `work` hashes a share, at moment `now` (ms). */
export function startVardiff(work: bigint, now: number): Vardiff {
  return {
    work: limitWork(work),
    evidenceWork: 0n,
    evidenceTime: 0,
    count: 0,
    lastShare: now,
    lastChange: now,
    quietUntil: now,
    recent: [],
  };
}

/** The board is back after a break: keeps its difficulty, drops the evidence, ignores the shares that waited. */
export function resumeVardiff(state: Vardiff, now: number): Vardiff {
  return { ...startVardiff(state.work, now), quietUntil: now + RESUME_QUIET };
}

/** Hashes a share should take, if `work` hashes were done in `time` ms. */
function ideal(work: bigint, time: number): bigint {
  return limitWork((work * BigInt(SHARE_INTERVAL)) / BigInt(Math.max(1, Math.floor(time))));
}

/** A new `work` when the ideal is far enough off. The more evidence, the smaller a distance counts. */
function settle(state: Vardiff, wanted: bigint, now: number): Vardiff {
  if (now - state.lastChange < MIN_CHANGE) return state;
  const [over, under] = state.count < 8 ? [2n, 1n] : state.count < 16 ? [3n, 2n] : [5n, 4n];
  const near = wanted * under <= state.work * over && state.work * under <= wanted * over;
  return near || wanted === state.work ? state : { ...state, work: wanted, lastChange: now };
}

/**
 * A share was accepted.
 * @param target that the share had to meet: the assignment's, which may be older than `state.work`
 * @param now monotonic milliseconds of its arrival
 */
export function onShare(state: Vardiff, target: bigint, now: number): Vardiff {
  if (now < state.quietUntil) return { ...state, lastShare: now };
  const work = workOfTarget(target);
  const recent = [...state.recent, { at: now, work }].slice(-RECENT);
  let next: Vardiff = {
    ...state,
    evidenceWork: state.evidenceWork + work,
    evidenceTime: state.evidenceTime + Math.max(0, now - state.lastShare),
    count: state.count + 1,
    lastShare: now,
    recent,
  };
  const first = recent[0];
  if (recent.length === RECENT && first && next.count > RECENT) {
    const time = Math.max(1, now - first.at);
    const hashes = recent.slice(1).reduce((sum, share) => sum + share.work, 0n);
    const short = hashes * BigInt(Math.max(1, Math.floor(next.evidenceTime)));
    const long = next.evidenceWork * BigInt(Math.floor(time));
    if (short > long * SURPRISE || long > short * SURPRISE) {
      next = { ...next, evidenceWork: hashes, evidenceTime: time, count: RECENT - 1 };
    }
  }
  if (next.count >= MAX_EVIDENCE) {
    next = {
      ...next,
      evidenceWork: next.evidenceWork / 2n,
      evidenceTime: Math.floor(next.evidenceTime / 2),
      count: next.count / 2,
    };
  }
  // The wait ends with a share, so n waits hold n - 1 shares' worth of evidence: small counts would run hot.
  const wanted = ideal((next.evidenceWork * BigInt(next.count - 1)) / BigInt(next.count), next.evidenceTime);
  return next.count < 4 ? next : settle(next, wanted, now);
}

/** Time passed. Lowers the difficulty of a board from which nothing came for SILENCE; never raises it. */
export function onTick(state: Vardiff, now: number): Vardiff {
  const silent = now - Math.max(state.lastShare, state.quietUntil);
  if (silent < SILENCE || now - state.lastChange < SILENCE) return state;
  if (silent >= 2 * SILENCE || state.count < 4) {
    return { ...startVardiff(state.work / 2n, now), lastShare: state.lastShare };
  }
  const wanted = ideal(state.evidenceWork + state.work, state.evidenceTime + silent);
  return wanted < state.work ? settle(state, wanted, now) : state;
}
