/** Finds the real chain data beside the project; suites that need it say so when it is missing. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ExecutionContext } from 'ava';

// ava starts its workers in the project's root.
const FOLDER = resolve('..', 'shared', 'vectors');

/** The file's bytes, or undefined after saying that the test is skipped. */
export function vector(t: ExecutionContext, name: string): Uint8Array | undefined {
  const file = resolve(FOLDER, name);
  if (existsSync(file)) return new Uint8Array(readFileSync(file));
  t.log(`skipped: ${file} is not there`);
  t.pass();
  return undefined;
}
