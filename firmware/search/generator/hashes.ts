/** The two hashes of a header as programs: what kernel.c and kernel_versions.c do, along the paths of a plan. */
import type { Program, Value } from './program.js';
import { Walk } from './rotations.js';
import { beginWord, type Path, Rounds, type WordTerms } from './rounds.js';
import { IV, K, PAD, S0, S1, s0, s1, sum } from './sha256.js';

const BITS1 = 640;
const BITS2 = 256;

export interface Plan {
  /** Pairs of rounds with two schedule words, and without. */
  readonly pair: Path;
  readonly plain: Path;
  /** What the last rounds of each hash still need. */
  readonly end: readonly number[];
  /** Round 1 of the second hash, the odd one of a pair. */
  readonly half: readonly number[];
  /** Schedule words alone, two at once: the pairs go through these in turn. */
  readonly words: readonly [Path, Path];
}

/** Job constants, by name: words of the frame, or of a record. */
export type Constants = (name: string) => Value;

/** The words of a schedule as functions: each is called once its word is done. */
type Words = (() => Value)[];
const get = (words: Words, t: number): Value => words[t]!();

/** The pairs of rounds from `first` up to but not including `end`; those from `firstWord` on have schedule words. */
function pairs(
  p: Program,
  plan: Plan,
  rounds: Rounds,
  first: number,
  end: number,
  firstWord: number,
  begin: (t: number) => void,
): void {
  const { pair, plain } = plan;
  for (let t = first; t < end; t += 2) {
    p.note(t + 1 < end ? `rounds ${t}, ${t + 1}` : `round ${t}`);
    if (t + pair.ahead < firstWord) {
      rounds.along(plain);
      continue;
    }
    rounds.along(pair, pair.amounts.slice(0, pair.at));
    for (const i of [t, t + 1]) if (i + pair.ahead < end) begin(i + pair.ahead);
    rounds.along(pair, pair.amounts.slice(pair.at));
  }
  rounds.along(plain, plan.end);
}

/** W18..W63 of the first hash's second block. */
function firstTerms(p: Program, constant: Constants, w3: Value, words: Words, t: number): WordTerms {
  const w = (i: number) => get(words, i);
  const special: { [t: number]: () => WordTerms } = {
    18: () => ({ s0: w3, adds: [constant('w18')] }),
    19: () => ({ adds: [constant('w19'), w3] }),
    20: () => ({ s1: w(18), adds: [p.literal(PAD)] }),
    21: () => ({ s1: w(19), adds: [] }),
    22: () => ({ s1: w(20), adds: [p.literal(BITS1)] }),
    23: () => ({ s1: w(21), adds: [constant('w16')] }),
    24: () => ({ s1: w(22), adds: [constant('w17')] }),
    30: () => ({ s1: w(28), adds: [w(23), p.literal(s0(BITS1))] }),
    31: () => ({ s1: w(29), adds: [w(24), constant('w31')] }),
    32: () => ({ s1: w(30), adds: [w(25), constant('w32')] }),
    33: () => ({ s0: w(18), s1: w(31), adds: [w(26), constant('w33')] }),
  };
  const made = special[t]?.();
  if (made) return made;
  if (t < 30) return { s1: w(t - 2), adds: [w(t - 7)] };
  return { s0: w(t - 15), s1: w(t - 2), adds: [w(t - 16), w(t - 7)] };
}

/** W16..W60 of the second hash's block. */
function secondTerms(p: Program, words: Words, t: number): WordTerms {
  const w = (i: number) => get(words, i);
  const special: { [t: number]: () => WordTerms } = {
    16: () => ({ s0: w(1), adds: [w(0)] }),
    17: () => ({ s0: w(2), adds: [w(1), p.literal(s1(BITS2))] }),
    22: () => ({ s0: w(7), s1: w(20), adds: [w(6)], plus: BITS2 }),
    23: () => ({ s1: w(21), adds: [w(7), w(16), p.literal(s0(PAD))] }),
    24: () => ({ s1: w(22), adds: [w(17), p.literal(PAD)] }),
    30: () => ({ s1: w(28), adds: [w(23), p.literal(s0(BITS2))] }),
    31: () => ({ s0: w(16), s1: w(29), adds: [w(24)], plus: BITS2 }),
  };
  const made = special[t]?.();
  if (made) return made;
  if (t < 22) return { s0: w(t - 15), s1: w(t - 2), adds: [w(t - 16)] };
  if (t < 30) return { s1: w(t - 2), adds: [w(t - 7)] };
  return { s0: w(t - 15), s1: w(t - 2), adds: [w(t - 16), w(t - 7)] };
}

/** W18..W63 alone, round constants added; `each` gets them in order. */
export function firstSchedule(
  p: Program,
  plan: Plan,
  constant: Constants,
  w3: Value,
  each: (t: number, kw: Value) => void,
): void {
  const walk = new Walk();
  const words: Words = [];
  for (let t = 18; t < 64; t += 2) {
    p.note(`words ${t}, ${t + 1}`);
    const path = plan.words[(t >> 1) & 1]!;
    const terms = [t, t + 1].map(i => firstTerms(p, constant, w3, words, i));
    terms.forEach((term, i) => {
      words[t + i] = beginWord(p, walk, path, t + i, term);
    });
    walk.along(path.amounts);
    for (const i of [t, t + 1]) each(i, p.add(`kw${i}`, get(words, i), p.literal(K[i]!)));
  }
}

/**
 * The first hash's second block from round 4, and the digest. Rounds 7..17 have no word of the nonce.
 * @param kw constant + word of rounds 18..63; without it the words are computed along with the rounds
 */
export function firstHash(
  p: Program,
  plan: Plan,
  constant: Constants,
  w3: Value,
  kw?: (t: number) => Value,
): Value[] {
  const v = (i: number) => constant(`after3.${i}`);
  const walk = new Walk();
  const words: Words = [];
  const adds = (t: number): Value[] => {
    if (t < 16) return [p.literal(sum(K[t]!, t === 15 ? BITS1 : 0))];
    if (t < 18) return [constant(`kw${t}`)];
    return kw ? [kw(t)] : [p.literal(K[t]!), get(words, t)];
  };
  p.note('round 3 ends: the nonce enters e and a');
  const state = [p.add('a4', v(0), w3), v(1), v(2), v(3), p.add('e4', v(4), w3), v(5), v(6)];
  const input = (t: number) => (t < 7 ? { whole: constant(`kh.${t - 4}`) } : { adds: adds(t) });
  const rounds = new Rounds(p, walk, plan.plain, 4, state, input, { e: 64, a: 64 });
  const begin = (t: number) => {
    words[t] = beginWord(p, walk, plan.pair, t, firstTerms(p, constant, w3, words, t));
  };
  pairs(p, plan, rounds, 4, 64, kw ? Number.POSITIVE_INFINITY : 18, begin);
  p.note('first digest');
  return rounds.state(64).map((word, i) => p.add(`w${i}`, constant(`midstate.${i}`), word));
}

/** H7 of the second hash: IV7 + e after round 60. Rounds 57..60 need no `a`. */
export function secondHash(p: Program, plan: Plan, w: readonly Value[]): Value {
  const lit = (value: number) => p.literal(value);
  const iv = (i: number) => IV[i]!;
  const ch = (x: number, y: number, z: number) => ((x & y) ^ (~x & z)) >>> 0;
  const maj = (x: number, y: number, z: number) => ((x & y) ^ (x & z) ^ (y & z)) >>> 0;
  const t1 = sum(iv(7), S1(iv(4)), ch(iv(4), iv(5), iv(6)), K[0]!);
  const words: Words = w.map(word => () => word);
  const walk = new Walk();
  const input = (t: number) => {
    // h of rounds 1..3 is a constant.
    if (t < 4) return { whole: lit(sum(iv(7 - t), K[t]!)), adds: [get(words, t)] };
    if (t < 8) return { adds: [lit(K[t]!), get(words, t)] };
    if (t < 16) return { adds: [lit(sum(K[t]!, t === 8 ? PAD : t === 15 ? BITS2 : 0))] };
    return { adds: [lit(sum(K[t]!, t === 60 ? iv(7) : 0)), get(words, t)] };
  };
  p.note('second hash: round 0 is one addition each, round 1');
  const a1 = p.add('a1', w[0]!, lit(sum(t1, S0(iv(0)), maj(iv(0), iv(1), iv(2)))));
  const e1 = p.add('e1', w[0]!, lit(sum(iv(3), t1)));
  const state = [a1, lit(iv(0)), lit(iv(1)), lit(iv(2)), e1, lit(iv(4)), lit(iv(5)), lit(iv(6))];
  const rounds = new Rounds(p, walk, plan.plain, 1, state, input, { e: 61, a: 57 });
  rounds.along(plan.plain, plan.half);
  const begin = (t: number) => {
    words[t] = beginWord(p, walk, plan.pair, t, secondTerms(p, words, t));
  };
  pairs(p, plan, rounds, 2, 61, 16, begin);
  return rounds.e(61);
}
