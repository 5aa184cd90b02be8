/**
 * Sums of rotations for a machine that rotates by the amount in one register, SAR. Setting it costs an instruction, so
 * a program follows a path of amounts, and whatever can use the current amount takes a step. Any order will do:
 *
 *   S1(e) = ror6(e) ^ ror11(e) ^ ror25(e)
 *   S0(a) = ror2(x ^ ror11(x) ^ ror20(x))   20 = 11 + 9; ror2 first or last, 11 and 9 in either order
 *   s0(w) = ror7(x ^ ror11(x)) ^ w >> 3     either first
 *   s1(w) = ror17(x ^ ror2(x)) ^ w >> 10    either first
 *
 * S0 and S1 share 11, s0 shares 11 with both, s1 shares 2 with S0.
 */
import type { Program, Value } from './program.js';

/** Something to do at certain amounts. Lower ranks go first. */
export interface Task {
  readonly rank: number;
  /** Does what it can at this amount. True when it has finished. */
  step(amount: number): boolean;
}

/** The amount that a task begins with; undefined: any of its own. */
export type Start = number | undefined;
export type Then = (result: Value) => void;

/** S1: the amounts in any order, the sum growing. */
export function bigSigma1(p: Program, name: string, e: Value, rank: number, start: Start, then: Then): Task {
  const left = new Set([6, 11, 25]);
  let sum: Value | undefined;
  return {
    rank,
    step(amount) {
      if (sum === undefined && start !== undefined && amount !== start) return false;
      if (!left.delete(amount)) return false;
      const rotated = p.unary('ror', name, e, amount);
      sum = sum === undefined ? rotated : p.xor(name, sum, rotated);
      if (left.size > 0) return false;
      then(sum);
      return true;
    },
  };
}

/** S0: x is a, or ror2(a) when 2 comes first; not between 11 and 9. */
export function bigSigma0(p: Program, name: string, a: Value, rank: number, start: Start, then: Then): Task {
  const left = new Set([2, 9, 11]);
  let x = a;
  let rotated = a;
  let sum = a;
  return {
    rank,
    step(amount) {
      if (!left.has(amount) || (left.size === 3 && start !== undefined && amount !== start)) return false;
      const inner = left.has(9) !== left.has(11);
      if (amount === 2 && inner) return false;
      left.delete(amount);
      if (amount === 2) {
        sum = p.unary('ror', name, sum, 2);
        x = sum;
      } else if (!inner) {
        rotated = p.unary('ror', name, x, amount);
        sum = p.xor(name, rotated, x);
      } else if (amount === 9) {
        sum = p.xor(name, sum, p.unary('ror', name, rotated, 9)); // 11 was first
      } else {
        sum = p.xor(name, p.unary('ror', name, sum, 11), x);
      }
      if (left.size > 0) return false;
      then(sum);
      return true;
    },
  };
}

/** s0 and s1: ror_outer(x ^ ror_inner(x)) ^ w >> shift. */
export function smallSigma(
  p: Program,
  which: 's0' | 's1',
  w: Value,
  rank: number,
  start: Start,
  then: Then,
): Task {
  const [inner, outer, shift] = which === 's0' ? [11, 7, 3] : [2, 17, 10];
  const name = `${which}(${w.name})`;
  const left = new Set([inner, outer]);
  let x = w;
  return {
    rank,
    step(amount) {
      if (left.size === 2 && start !== undefined && amount !== start) return false;
      if (!left.delete(amount)) return false;
      const rotated = p.unary('ror', name, x, amount);
      x = amount === inner ? p.xor(name, rotated, x) : rotated;
      if (left.size > 0) return false;
      then(p.xor(name, x, p.unary('srl', name, w, shift)));
      return true;
    },
  };
}

/** The tasks under way, and the path that they follow. */
export class Walk {
  #tasks: Task[] = [];

  add(task: Task): void {
    this.#tasks.push(task);
  }

  /** At each amount every task has one turn, including those that others begin meanwhile. */
  along(path: readonly number[]): void {
    for (const amount of path) {
      const had = new Set<Task>();
      for (;;) {
        const next = this.#tasks.filter(task => !had.has(task)).sort((x, y) => x.rank - y.rank)[0];
        if (next === undefined) break;
        had.add(next);
        if (next.step(amount)) this.#tasks = this.#tasks.filter(task => task !== next);
      }
    }
  }
}
