/**
 * Rounds as two chains, e and a, that follow each other through one walk: e[t+1] needs S1(e[t]) and a[t-3], a[t+1]
 * needs the same sum t1 and S0(a[t]). As soon as a value is known its own rotations begin, at the current amount: each
 * chain sets two new amounts a round, and since both are at 11 together, a round sets three in all.
 */
import type { Program, Value } from './program.js';
import { bigSigma0, bigSigma1, type Start, smallSigma, type Walk } from './rotations.js';

/** How a pair of rounds goes, the first of them even. */
export interface Path {
  readonly amounts: readonly number[];
  /** When the words begin: before amounts[at], of this pair (ahead 0) or of the next (2). */
  readonly at: number;
  readonly ahead: 0 | 2;
  /**
   * Where the tasks of the even and of the odd round, and of their words, begin. If absent: at any of their amounts.
   */
  readonly starts?: { readonly [task in 'S0' | 'S1' | 's0' | 's1']?: readonly [Start, Start] };
  /** Which one goes first at an amount that several need. */
  readonly ranks: { readonly [task in 'S0' | 'S1' | 's0' | 's1']: number };
}

/** One schedule word: s0 and s1 of words, and what is added to them. */
export interface WordTerms {
  readonly s0?: Value;
  readonly s1?: Value;
  readonly adds: readonly Value[];
  /** A multiple of 256 to add. */
  readonly plus?: number;
}

/** Begins a schedule word. The function it returns gives the word once the walk has passed the amounts it needs. */
export function beginWord(p: Program, walk: Walk, path: Path, t: number, terms: WordTerms): () => Value {
  const name = `w${t}`;
  const adds = [...terms.adds];
  let sum: Value | undefined;
  let left = 0;
  const take = (value: Value) => {
    sum = sum === undefined ? value : p.add(name, sum, value);
  };
  const finish = () => {
    for (const add of adds.splice(0)) take(add);
    if (terms.plus !== undefined && sum !== undefined) sum = p.unary('addmi', name, sum, terms.plus);
  };
  for (const which of ['s0', 's1'] as const) {
    const word = terms[which];
    if (word === undefined) continue;
    left++;
    const then = (sigma: Value) => {
      take(sigma);
      // Early additions keep the number of values small.
      for (const add of adds.splice(0)) take(add);
      if (--left === 0) finish();
    };
    walk.add(smallSigma(p, which, word, path.ranks[which], path.starts?.[which]?.[t & 1], then));
  }
  if (left === 0) finish();
  return () => {
    if (left > 0 || sum === undefined) throw new Error(`${name} is not done where it is needed`);
    return sum;
  };
}

/** What a round adds: constant and word, or the whole sum with h when that is known. */
export interface RoundInput {
  /** h + constant (+ word), known beforehand. */
  readonly whole?: Value;
  readonly adds?: readonly Value[];
}

export interface Limits {
  /** The first e and the first a whose own rotations nothing needs. */
  readonly e: number;
  readonly a: number;
}

export class Rounds {
  readonly #p: Program;
  readonly #walk: Walk;
  readonly #input: (t: number) => RoundInput;
  readonly #limits: Limits;
  #path: Path;
  /** By round: e[t] and a[t] before round t, older ones being f, g, h and b, c, d. */
  readonly #e = new Map<number, Value>();
  readonly #a = new Map<number, Value>();
  /** a ^ b of a round is b ^ c of the next. */
  readonly #ab = new Map<number, Value>();
  readonly #t1 = new Map<number, Value>();
  readonly #sigma0 = new Map<number, Value>();

  /** @param state a..h before round `t` */
  constructor(
    p: Program,
    walk: Walk,
    path: Path,
    t: number,
    state: readonly Value[],
    input: (t: number) => RoundInput,
    limits: Limits,
  ) {
    this.#p = p;
    this.#walk = walk;
    this.#path = path;
    this.#input = input;
    this.#limits = limits;
    state.slice(0, 4).forEach((value, i) => {
      this.#a.set(t - i, value);
    });
    state.slice(4).forEach((value, i) => {
      this.#e.set(t - i, value);
    });
    this.#beginE(t);
    this.#beginA(t);
  }

  along(path: Path, amounts: readonly number[] = path.amounts): void {
    this.#path = path;
    this.#walk.along(amounts);
  }

  /** a..h before round t. */
  state(t: number): Value[] {
    return [0, 1, 2, 3].map(i => this.a(t - i)).concat([0, 1, 2, 3].map(i => this.e(t - i)));
  }

  e(t: number): Value {
    return known(this.#e, t, 'e');
  }

  a(t: number): Value {
    return known(this.#a, t, 'a');
  }

  #beginE(t: number): void {
    if (t >= this.#limits.e) return;
    const { ranks, starts } = this.#path;
    const then = (sigma: Value) => this.#endE(t, sigma);
    this.#walk.add(bigSigma1(this.#p, `S1(e${t})`, this.e(t), ranks.S1, starts?.S1?.[t & 1], then));
  }

  #beginA(t: number): void {
    if (t >= this.#limits.a) return;
    const { ranks, starts } = this.#path;
    const then = (sigma: Value) => {
      this.#sigma0.set(t, sigma);
      this.#endA(t);
    };
    this.#walk.add(bigSigma0(this.#p, `S0(a${t})`, this.a(t), ranks.S0, starts?.S0?.[t & 1], then));
  }

  #endE(t: number, sigma: Value): void {
    const p = this.#p;
    const { whole, adds } = this.#input(t);
    const g = this.e(t - 2);
    const ch = p.xor('ch', p.and('ch', p.xor('fg', this.e(t - 1), g), this.e(t)), g);
    let t1 = p.add(`t${t}`, sigma, ch);
    for (const add of [whole ?? this.e(t - 3), ...(adds ?? [])]) t1 = p.add(`t${t}`, t1, add);
    this.#t1.set(t, t1);
    this.#e.set(t + 1, p.add(`e${t + 1}`, t1, this.a(t - 3)));
    this.#beginE(t + 1);
    this.#endA(t);
  }

  #endA(t: number): void {
    const p = this.#p;
    const sigma = this.#sigma0.get(t);
    const t1 = this.#t1.get(t);
    if (sigma === undefined || t1 === undefined) return;
    const b = this.a(t - 1);
    const ab = p.xor('ab', this.a(t), b);
    const bc = this.#ab.get(t - 1) ?? p.xor('bc', b, this.a(t - 2));
    this.#ab.set(t, ab);
    const sum = p.add(`a${t + 1}`, sigma, t1);
    this.#a.set(t + 1, p.add(`a${t + 1}`, sum, p.xor('maj', p.and('maj', bc, ab), b)));
    this.#beginA(t + 1);
  }
}

function known(values: ReadonlyMap<number, Value>, t: number, name: string): Value {
  const value = values.get(t);
  if (value === undefined) throw new Error(`${name}${t} is not done where it is needed`);
  return value;
}
