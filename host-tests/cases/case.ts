/**
 * Test cases that run on any JavaScript engine: under ava on Node, and bundled on XS. They import no Node
 * modules and take their random data from random.ts.
 * @module
 */
import { bytesToHex } from '../../firmware/domain/bytes.js';
import type { Curve } from '../../firmware/domain/curve.js';

export interface T {
  /** secp256k1 of this engine: the board's native code on XS, a library on Node. */
  readonly curve: Curve;
  /** Structural equality of primitives, bigints, byte arrays, arrays and plain objects. */
  equal(actual: unknown, expected: unknown, message?: string): void;
  bytes(actual: Uint8Array, expectedHex: string, message?: string): void;
  ok(value: unknown, message?: string): void;
  /** `run` must throw; with a pattern, an error whose "Name: message" matches it. */
  throws(run: () => unknown, pattern?: RegExp): void;
}

export interface Case {
  name: string;
  run(t: T): void;
}

export interface CaseResult {
  /** undefined when the case passed */
  failure: string | undefined;
  assertions: number;
}

/** Runs one case; never throws. A case without assertions counts as failed. */
export function runCase(test: Case, curve: Curve): CaseResult {
  let assertions = 0;
  const check = (passed: boolean, describe: () => string, message?: string) => {
    assertions++;
    if (!passed) throw new Error(message === undefined ? describe() : `${message}: ${describe()}`);
  };
  const t: T = {
    curve,
    equal(actual, expected, message) {
      check(same(actual, expected), () => `${show(actual)} is not ${show(expected)}`, message);
    },
    bytes(actual, expectedHex, message) {
      const hex = actual instanceof Uint8Array ? bytesToHex(actual) : String(actual);
      check(hex === expectedHex, () => `${hex} is not ${expectedHex}`, message);
    },
    ok(value, message) {
      check(Boolean(value), () => `${show(value)} is not true`, message);
    },
    throws(run, pattern) {
      const thrown = errorOf(run);
      check(thrown !== undefined, () => 'nothing was thrown');
      if (pattern) check(pattern.test(thrown!), () => `${thrown} does not match ${pattern}`);
    },
  };
  try {
    test.run(t);
  } catch (error) {
    return { failure: errorText(error), assertions };
  }
  return { failure: assertions > 0 ? undefined : 'no assertions', assertions };
}

function errorOf(run: () => unknown): string | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return errorText(error);
  }
}

function errorText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : `thrown: ${String(error)}`;
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Uint8Array || b instanceof Uint8Array || Array.isArray(a) || Array.isArray(b)) {
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const [left, right] = [a as ArrayLike<unknown>, b as ArrayLike<unknown>];
    if (left.length !== right.length) return false;
    for (let i = 0; i < left.length; i++) if (!same(left[i], right[i])) return false;
    return true;
  }
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every(key => key in right && same(left[key], right[key]))
  );
}

function show(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Uint8Array) return `bytes ${bytesToHex(value)}`;
  if (typeof value === 'object' && value !== null)
    return JSON.stringify(value, (_key, inner) =>
      typeof inner === 'bigint' || inner instanceof Uint8Array ? show(inner) : inner,
    );
  return typeof value === 'string' ? `'${value}'` : String(value);
}
