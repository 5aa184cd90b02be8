/** How long a source file may be. @module */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.js';

/** Lines. What is longer has more than one job. */
export const MAX_LINES = 400;

const SOURCE = /\.(?:[cm]?ts|[cm]?js|[chS]|mk|sh)$/;

/** Data and generated code, which nobody reads from the first line to the last. */
export const EXCEPTIONS: readonly string[] = [
  'firmware/search/riscv/kernel.S',
  'firmware/search/xtensa/kernel.S',
  'host-tests/cases/protocol-vectors.ts',
];

/** A sentence for each source file that is too long, and for each exception that is no longer one. */
export function tooLong(root: string, folders: readonly string[]): string[] {
  return filesBelow(root, folders).flatMap(file => {
    if (!SOURCE.test(file)) return [];
    const lines = readFileSync(join(root, file), 'utf8').replace(/\n$/, '').split('\n').length;
    const excepted = EXCEPTIONS.includes(file);
    if (lines > MAX_LINES === excepted) return [];
    return excepted
      ? [`${file}: has ${lines} lines: it needs no exception in host-tests/imports/sizes.ts any more`]
      : [`${file}: has ${lines} lines, more than ${MAX_LINES}: split it by its jobs`];
  });
}
