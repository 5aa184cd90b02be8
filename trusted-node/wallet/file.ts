/** Files that are whole or not there, readable by their owner only, after a kill or a power cut. */
import { closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a temporary file beside `path`, mode 0600, flushed. @returns its path */
export function writeNewFile(path: string, text: string): string {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    // Not writeSync: that may write a part, without an error, on a disk that is nearly full.
    writeFileSync(file, text);
    fsyncSync(file);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  } finally {
    closeSync(file);
  }
  return temporary;
}

/** Replaces `path` by `text`: the old content or the new, never a part. */
export function replaceFile(path: string, text: string): void {
  renameSync(writeNewFile(path, text), path);
  const directory = openSync(dirname(path), 'r');
  try {
    // The rename itself must reach the disk.
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
