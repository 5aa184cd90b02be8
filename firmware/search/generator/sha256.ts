/**
 * SHA-256 (FIPS 180-4) for a machine that rotates by the amount in one register, SAR: the work of two rounds, and of the
 * two schedule words they need, is laid out along a path of rotation amounts, so that each amount is set once for all
 * that needs it.
 *
 *   S0(a) = ror2(a ^ ror11(a ^ ror9(a)))            9, 11, 2 in this order
 *   S1(e) = ror6(e) ^ ror11(e) ^ ror25(e)           in any order; 11 is shared with S0
 *   s0(w) = ror7(w ^ ror11(w)) ^ w >> 3             11 shared
 *   s1(w) = ror17(w ^ ror2(w)) ^ w >> 10            2 shared
 */
import type { Program, Value } from './program.js';

export const K: readonly number[] = primes(64).map(prime => fraction(Math.cbrt(prime), prime, 3n));
export const IV: readonly number[] = primes(8).map(prime => fraction(Math.sqrt(prime), prime, 2n));
export const PAD = 0x80000000;

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every(prime => n % prime !== 0)) found.push(n);
  return found;
}

/** The first 32 bits of the fraction of a root, exactly. */
function fraction(guess: number, prime: number, degree: bigint): number {
  const scaled = BigInt(prime) << (32n * degree);
  let root = BigInt(Math.floor(guess * 2 ** 32));
  while (root ** degree > scaled) root--;
  while ((root + 1n) ** degree <= scaled) root++;
  return Number(root & 0xffffffffn);
}

const ror = (x: number, n: number) => ((x >>> n) | (x << (32 - n))) >>> 0;
export const s0 = (x: number): number => (ror(x, 7) ^ ror(x, 18) ^ (x >>> 3)) >>> 0;
export const s1 = (x: number): number => (ror(x, 17) ^ ror(x, 19) ^ (x >>> 10)) >>> 0;
export const S0 = (x: number): number => (ror(x, 2) ^ ror(x, 13) ^ ror(x, 22)) >>> 0;
export const S1 = (x: number): number => (ror(x, 6) ^ ror(x, 11) ^ ror(x, 25)) >>> 0;
export const sum = (...words: number[]): number => words.reduce((total, word) => (total + word) >>> 0, 0);

/** The paths: rotation amounts of the first and the second round of a pair, with and without schedule words. */
export interface Plan {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly plainFirst: readonly number[];
  readonly plainSecond: readonly number[];
  /** Schedule words alone. */
  readonly words: readonly number[];
}

/** A task that has something to do at certain amounts, in its own order. */
interface Task {
  /** True when it took the step. */
  step(amount: number): boolean;
}

function walk(path: readonly number[], tasks: readonly Task[]): void {
  for (const amount of path) for (const task of tasks) task.step(amount);
}

/** ror_last(x ^ ror_..(x ^ ror_first(x))). `then` gets the result. */
function chain(
  p: Program,
  name: string,
  x: Value,
  amounts: readonly number[],
  then: (y: Value) => void,
): Task {
  let at = 0;
  let y = x;
  return {
    step(amount) {
      if (amounts[at] !== amount) return false;
      y = p.unary('ror', name, y, amount);
      at++;
      if (at < amounts.length) y = p.xor(name, y, x);
      else then(y);
      return true;
    },
  };
}

/** The xor of several rotations. */
function rotations(
  p: Program,
  name: string,
  x: Value,
  amounts: readonly number[],
  then: (y: Value) => void,
): Task {
  const left = new Set(amounts);
  let y: Value | undefined;
  return {
    step(amount) {
      if (!left.delete(amount)) return false;
      const rotated = p.unary('ror', name, x, amount);
      y = y === undefined ? rotated : p.xor(name, y, rotated);
      if (left.size === 0) then(y);
      return true;
    },
  };
}

/** One schedule word: s0 and s1 of words, and what is added to them. */
export interface WordTerms {
  readonly s0?: Value;
  readonly s1?: Value;
  readonly adds: readonly Value[];
  /** A multiple of 256 to add. */
  readonly plus?: number;
}

class WordTask {
  readonly tasks: Task[] = [];
  #word: Value | undefined;
  #left = 0;
  readonly #p: Program;
  readonly #name: string;
  readonly #adds: Value[];
  readonly #plus: number;

  constructor(p: Program, name: string, terms: WordTerms) {
    this.#p = p;
    this.#name = name;
    this.#adds = [...terms.adds];
    this.#plus = terms.plus ?? 0;
    const { s0: low, s1: high } = terms;
    if (low !== undefined) this.#term(low, [11, 7], 3, `s0(${low.name})`);
    if (high !== undefined) this.#term(high, [2, 17], 10, `s1(${high.name})`);
    if (this.#left === 0) this.#finish();
  }

  #term(x: Value, amounts: readonly number[], shift: number, name: string): void {
    const p = this.#p;
    this.#left++;
    this.tasks.push(
      chain(p, name, x, amounts, rotated => {
        this.#take(p.xor(name, rotated, p.unary('srl', name, x, shift)));
        this.#left--;
        // Early additions keep the number of values small.
        if (this.#left === 0) this.#finish();
        else for (const add of this.#adds.splice(0)) this.#take(add);
      }),
    );
  }

  #take(value: Value): void {
    this.#word = this.#word === undefined ? value : this.#p.add(this.#name, this.#word, value);
  }

  #finish(): void {
    for (const add of this.#adds.splice(0)) this.#take(add);
    if (this.#plus !== 0 && this.#word !== undefined)
      this.#word = this.#p.unary('addmi', this.#name, this.#word, this.#plus);
  }

  get value(): Value {
    if (this.#left !== 0 || this.#word === undefined) throw new Error(`${this.#name}: not on the path`);
    return this.#word;
  }
}

/** Two schedule words together (the second needs nothing of the first). */
export function wordPair(
  p: Program,
  path: readonly number[],
  t: number,
  terms: readonly WordTerms[],
): Value[] {
  const tasks = terms.map((each, i) => new WordTask(p, `w${t + i}`, each));
  walk(
    path,
    tasks.flatMap(task => task.tasks),
  );
  return tasks.map(task => task.value);
}

/** What a round adds to h: constant and word, or the whole sum with h when that is known. */
export interface RoundInput {
  /** h + constant + word, known beforehand. */
  readonly whole?: Value;
  readonly adds?: readonly Value[];
}

/** a..h, and a ^ b of the last round, which is b ^ c of the next. */
export class State {
  a!: Value;
  b!: Value;
  c!: Value;
  d!: Value;
  e!: Value;
  f!: Value;
  g!: Value;
  h!: Value;
  bc: Value | undefined;
  /** f ^ g where both are constants. */
  fg: Value | undefined;

  constructor(words: readonly Value[]) {
    [this.a, this.b, this.c, this.d, this.e, this.f, this.g, this.h] = words as [
      Value,
      Value,
      Value,
      Value,
      Value,
      Value,
      Value,
      Value,
    ];
  }

  words(): Value[] {
    return [this.a, this.b, this.c, this.d, this.e, this.f, this.g, this.h];
  }
}

/** One round along a path, with tasks beside it. `late` gives what can only be added after the path. */
export function round(
  p: Program,
  state: State,
  t: number,
  path: readonly number[],
  input: RoundInput,
  beside: readonly Task[] = [],
  late: () => Value | undefined = () => undefined,
  aSide = true,
): void {
  const { a, b, c, d, e, f, g, h } = state;
  const name = `t${t}`;
  let t1 = input.whole ?? h;
  for (const add of input.adds ?? []) t1 = p.add(name, t1, add);
  const ch = p.xor('ch', p.and('ch', state.fg ?? p.xor('ch', f, g), e), g);
  t1 = p.add(name, t1, ch);
  let sigma0: Value | undefined;
  const tasks: Task[] = [
    rotations(p, `S1(${e.name})`, e, [6, 11, 25], sigma => {
      t1 = p.add(name, t1, sigma);
    }),
    ...beside,
  ];
  if (aSide)
    tasks.unshift(
      chain(p, `S0(${a.name})`, a, [9, 11, 2], sigma => {
        sigma0 = sigma;
      }),
    );
  walk(path, tasks);
  const word = late();
  if (word !== undefined) t1 = p.add(name, t1, word);
  const nextE = p.add(`e${t + 1}`, d, t1);
  let nextA = a;
  let ab = state.bc;
  if (aSide) {
    if (sigma0 === undefined) throw new Error('S0 is not on the path');
    ab = p.xor('ab', a, b);
    const bc = state.bc ?? p.xor('bc', b, c);
    const maj = p.xor('maj', p.and('maj', bc, ab), b);
    nextA = p.add(`a${t + 1}`, p.add(`a${t + 1}`, t1, sigma0), maj);
  }
  Object.assign(state, { a: nextA, b: a, c: b, d: c, e: nextE, f: e, g: f, h: g, bc: ab, fg: undefined });
}

/**
 * The two words that two rounds add, then the rounds. Words first: while they are made, the rounds have no working
 * values, and eight of state, b ^ c, two words and four of the schedule are the fifteen registers there are.
 */
export function roundPair(
  p: Program,
  state: State,
  plan: Plan,
  t: number,
  terms: readonly WordTerms[],
): Value[] {
  p.note(`words ${t}, ${t + 1}`);
  const words = wordPair(p, plan.words, t, terms);
  p.note(`rounds ${t}, ${t + 1}`);
  round(p, state, t, plan.first, { adds: [p.literal(K[t]!), words[0]!] });
  round(p, state, t + 1, plan.second, { adds: [p.literal(K[t + 1]!), words[1]!] });
  return words;
}
