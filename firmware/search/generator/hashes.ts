/** The two hashes of a header as programs: what kernel.c and kernel_versions.c do, by the paths of sha256.ts. */
import type { Program, Value } from './program.js';
import {
  IV,
  K,
  PAD,
  type Plan,
  round,
  roundPair,
  S0,
  S1,
  State,
  s0,
  s1,
  sum,
  type WordTerms,
  wordPair,
} from './sha256.js';

const BITS1 = 640;
const BITS2 = 256;

/** Job constants, by name: words of the frame, or of a record. */
export type Constants = (name: string) => Value;

/** W18..W63 of the first hash's second block, in pairs. `emit` makes a pair's words. */
export function firstSchedule(
  p: Program,
  constant: Constants,
  w3: Value,
  emit: (t: number, terms: readonly WordTerms[]) => Value[],
): void {
  const w: Value[] = [];
  const special: { [t: number]: () => WordTerms } = {
    18: () => ({ s0: w3, adds: [constant('w18')] }),
    19: () => ({ adds: [constant('w19'), w3] }),
    20: () => ({ s1: w[18]!, adds: [p.literal(PAD)] }),
    21: () => ({ s1: w[19]!, adds: [] }),
    22: () => ({ s1: w[20]!, adds: [p.literal(BITS1)] }),
    23: () => ({ s1: w[21]!, adds: [constant('w16')] }),
    24: () => ({ s1: w[22]!, adds: [constant('w17')] }),
    30: () => ({ s1: w[28]!, adds: [w[23]!, p.literal(s0(BITS1))] }),
    31: () => ({ s1: w[29]!, adds: [w[24]!, constant('w31')] }),
    32: () => ({ s1: w[30]!, adds: [w[25]!, constant('w32')] }),
    33: () => ({ s0: w[18]!, s1: w[31]!, adds: [w[26]!, constant('w33')] }),
  };
  const terms = (t: number): WordTerms => {
    const made = special[t]?.();
    if (made) return made;
    if (t < 30) return { s1: w[t - 2]!, adds: [w[t - 7]!] };
    return { s0: w[t - 15]!, s1: w[t - 2]!, adds: [w[t - 16]!, w[t - 7]!] };
  };
  for (let t = 18; t < 64; t += 2) {
    const [even, odd] = emit(t, [terms(t), terms(t + 1)]);
    w[t] = even!;
    w[t + 1] = odd!;
  }
}

/** Rounds 4..17 of the first hash's second block, after round 3: no word of them has the nonce. */
export function firstRounds(p: Program, plan: Plan, constant: Constants, w3: Value): State {
  const v = (i: number) => constant(`after3.${i}`);
  p.note('round 3 ends: the nonce enters e and a');
  const state = new State([p.add('a4', v(0), w3), v(1), v(2), v(3), p.add('e4', v(4), w3), v(5), v(6), v(6)]);
  for (let t = 4; t < 18; t++) {
    const path = t % 2 === 0 ? plan.plainFirst : plan.plainSecond;
    if (t % 2 === 0) p.note(`rounds ${t}, ${t + 1}`);
    if (t < 7) round(p, state, t, path, { whole: constant(`kh.${t - 4}`) });
    else if (t > 15) round(p, state, t, path, { adds: [constant(`kw${t}`)] });
    else round(p, state, t, path, { adds: [p.literal(sum(K[t]!, t === 15 ? BITS1 : 0))] });
  }
  return state;
}

/** The first digest: the state added to the midstate. */
export function firstDigest(p: Program, constant: Constants, state: State): Value[] {
  p.note('first digest');
  return state.words().map((word, i) => p.add(`w${i}`, constant(`midstate.${i}`), word));
}

/** H7 of the second hash: IV7 + e after round 60. */
export function secondHash(p: Program, plan: Plan, w: Value[]): Value {
  const lit = (value: number) => p.literal(value);
  const [iv0, iv1, iv2, iv3, iv4, iv5, iv6, iv7] = IV as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const ch = (x: number, y: number, z: number) => ((x & y) ^ (~x & z)) >>> 0;
  const maj = (x: number, y: number, z: number) => ((x & y) ^ (x & z) ^ (y & z)) >>> 0;
  const t1 = sum(iv7, S1(iv4), ch(iv4, iv5, iv6), K[0]!);
  p.note('second hash, rounds 0 to 3: words of the initial state');
  const e1 = p.add('e1', w[0]!, lit(sum(iv3, t1)));
  const a1 = p.add('a1', w[0]!, lit(sum(t1, S0(iv0), maj(iv0, iv1, iv2))));
  // Round 1 with b ^ c and f ^ g folded.
  const state = new State([a1, lit(iv0), lit(iv1), lit(iv2), e1, lit(iv4), lit(iv5), lit(iv6)]);
  state.bc = lit(iv0 ^ iv1);
  state.fg = lit(iv4 ^ iv5);
  round(p, state, 1, plan.plainSecond, { whole: lit(sum(iv6, K[1]!)), adds: [w[1]!] });
  round(p, state, 2, plan.plainFirst, { whole: lit(sum(iv5, K[2]!)), adds: [w[2]!] });
  round(p, state, 3, plan.plainSecond, { whole: lit(sum(iv4, K[3]!)), adds: [w[3]!] });
  for (let t = 4; t < 16; t++) {
    const path = t % 2 === 0 ? plan.plainFirst : plan.plainSecond;
    if (t % 2 === 0) p.note(`rounds ${t}, ${t + 1}`);
    const constant = sum(K[t]!, t === 8 ? PAD : t === 15 ? BITS2 : 0);
    round(p, state, t, path, { adds: t < 8 ? [lit(K[t]!), w[t]!] : [lit(constant)] });
  }
  const special: { [t: number]: () => WordTerms } = {
    16: () => ({ s0: w[1]!, adds: [w[0]!] }),
    17: () => ({ s0: w[2]!, adds: [w[1]!, lit(s1(BITS2))] }),
    22: () => ({ s0: w[7]!, s1: w[20]!, adds: [w[6]!], plus: BITS2 }),
    23: () => ({ s1: w[21]!, adds: [w[7]!, w[16]!, lit(s0(PAD))] }),
    24: () => ({ s1: w[22]!, adds: [w[17]!, lit(PAD)] }),
    30: () => ({ s1: w[28]!, adds: [w[23]!, lit(s0(BITS2))] }),
    31: () => ({ s0: w[16]!, s1: w[29]!, adds: [w[24]!], plus: BITS2 }),
  };
  const terms = (t: number): WordTerms => {
    const made = special[t]?.();
    if (made) return made;
    if (t < 22) return { s0: w[t - 15]!, s1: w[t - 2]!, adds: [w[t - 16]!] };
    if (t < 30) return { s1: w[t - 2]!, adds: [w[t - 7]!] };
    return { s0: w[t - 15]!, s1: w[t - 2]!, adds: [w[t - 16]!, w[t - 7]!] };
  };
  for (let t = 16; t < 56; t += 2) {
    const [even, odd] = roundPair(p, state, plan, t, [terms(t), terms(t + 1)]);
    w[t] = even!;
    w[t + 1] = odd!;
  }
  // The last rounds' `a` is not needed.
  for (const t of [56, 58]) {
    p.note(`rounds ${t}, ${t + 1}`);
    const [even, odd] = wordPair(p, plan.words, t, [terms(t), terms(t + 1)]);
    w[t] = even!;
    w[t + 1] = odd!;
    round(p, state, t, plan.plainFirst, { adds: [lit(K[t]!), even!] }, [], undefined, t === 56);
    round(p, state, t + 1, plan.plainSecond, { adds: [lit(K[t + 1]!), odd!] }, [], undefined, false);
  }
  p.note('round 60');
  const [last] = wordPair(p, plan.words, 60, [terms(60)]);
  round(p, state, 60, plan.plainFirst, { adds: [lit(K[60]!), last!] }, [], undefined, false);
  return p.add('H7', state.e, lit(iv7));
}
