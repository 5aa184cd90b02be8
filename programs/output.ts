/** Standard output of our programs, written at once, so that a command knows whether its output arrived. @module */
import { writeSync } from 'node:fs';
import { problemOf } from './problems.js';

/** A pipe that its reader does not empty is tried again after this long (ms). */
const FULL_PIPE_MS = 10;

/** Output was not shown. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
  constructor(
    /** The reader went away (`| head -1`): not the command's fault. */
    readonly closed: boolean,
    reason: string,
  ) {
    super(closed ? 'standard output is closed' : `standard output cannot be written: ${reason}`);
  }
}

/** @throws OutputError */
export function write(data: string | Uint8Array): void {
  let bytes = Buffer.from(data);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EAGAIN') throw new OutputError(code === 'EPIPE' || code === 'EBADF', problemOf(error));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE_MS);
    }
  }
}

/** One line, or more of them. @throws OutputError */
export function print(line: string): void {
  write(`${line}\n`);
}

/** A remark besides the output: on standard error, where nothing depends on its being seen. */
export function remark(line: string): void {
  try {
    writeSync(2, `${line}\n`);
  } catch {
    // Nobody is there to read it.
  }
}
