/** Standard output, written at once, and what became of it. The program mite-node has the same (its folders share no I/O). */
import { writeSync } from 'node:fs';
import { CliError } from './errors.js';

/** A pipe that its reader does not empty is tried again after this (ms). */
const FULL_PIPE_MS = 10;

/** The reader of the output went away (`| head -1`): the end, but no fault. */
export class ClosedError extends Error {
  override readonly name = 'ClosedError';
}

/** @throws ClosedError, CliError */
export function write(data: string | Uint8Array): void {
  let bytes = Buffer.from(data);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' || code === 'EBADF') throw new ClosedError('standard output is closed');
      if (code !== 'EAGAIN')
        throw new CliError(
          `standard output cannot be written: ${code === 'ENOSPC' ? 'the disk is full (ENOSPC)' : (code ?? message)}`,
        );
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE_MS);
    }
  }
}

/** One line, or more of them. @throws ClosedError, CliError */
export function print(line: string): void {
  write(`${line}\n`);
}

/** On standard error, where nothing depends on its being seen. */
export function remark(line: string): void {
  try {
    writeSync(2, `${line}\n`);
  } catch {
    // Nobody is there to read it.
  }
}
