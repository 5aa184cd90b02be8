/** Files that a command is told to read or to make; existing ones are never overwritten. */
import { readFileSync } from 'node:fs';
import { problemOf } from '../../programs/problems.js';
import { createFile } from '../common/atomic-file.js';
import { UsageError } from './options.js';

/** @throws UsageError */
export function readInput(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file === '' ? 'the empty file name' : file}: ${problemOf(error)}`);
  }
}

/** Makes a file, flushed to the disk. @throws UsageError, also when it already exists */
export function writeNew(file: string, content: string, mode: number): void {
  try {
    createFile({ path: file, content, mode });
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw new UsageError(
      isThere
        ? `${file} is there already, and is not overwritten`
        : `${file === '' ? 'the empty file name' : file}: ${problemOf(error)}`,
    );
  }
}
