/**
 * Files that are whole after a kill or a power cut, with the old content or the new: written beside the old one,
 * flushed, renamed, and the folder flushed, since a rename itself may be lost.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface FileContent {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Left out: readable only by its owner, 0600. */
  readonly mode?: number;
}

/** Brings what was written to a file, or the names in a folder, to the disk. @throws NodeJS.ErrnoException */
export function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Replaces a file, or makes it.
 * @example replaceFile({ path: 'wallet.json', content: JSON.stringify(wallet) });
 * @throws NodeJS.ErrnoException; then the file is unchanged
 */
export function replaceFile(file: FileContent): void {
  replaceFiles([file]);
}

/**
 * Replaces files of one folder that belong together: none until all are on disk, but then one after the other. Readers
 * check that they match.
 * @throws NodeJS.ErrnoException
 */
export function replaceFiles(files: readonly FileContent[]): void {
  const written: string[] = [];
  try {
    for (const file of files) written.push(writeTemporary(file));
    files.forEach(({ path }, i) => {
      renameSync(written[i]!, path);
    });
  } catch (error) {
    for (const temporary of written) remove(temporary);
    throw error;
  }
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) flush(folder);
}

/** Makes a new file. @throws NodeJS.ErrnoException EEXIST when there is one, whatever it is */
export function createFile(file: FileContent): void {
  const temporary = writeTemporary(file);
  try {
    // A link, unlike a rename, fails when the name is taken.
    linkSync(temporary, file.path);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code)) throw error;
    createPlainly(file);
  } finally {
    remove(temporary);
  }
  flush(dirname(file.path));
}

/** The errors of a file system without links, such as a memory card's. */
const NO_LINKS: ReadonlySet<string | undefined> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

function createPlainly({ path, content, mode = 0o600 }: FileContent): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } catch (error) {
    remove(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** @returns the name of a new file beside `path` that holds the content, flushed */
function writeTemporary({ path, content, mode }: FileContent): string {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  createPlainly({ path: temporary, content, ...(mode !== undefined && { mode }) });
  return temporary;
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // If it could not be written, it may not exist either.
  }
}
