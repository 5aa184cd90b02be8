/** Making directories. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

function isThere(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Makes a directory and those above it, with this mode; existing ones stay unchanged. Node's own `recursive` never
 * returns if mkdir says ENOENT although the directory above exists, as in /proc.
 * @throws NodeJS.ErrnoException
 */
export function makeDirectory(path: string, mode: number): void {
  const target = resolve(path);
  try {
    mkdirSync(target, { mode });
  } catch (error) {
    if (isThere(target)) return;
    const above = dirname(target);
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === target || isThere(above)) throw error;
    makeDirectory(above, mode);
    makeDirectory(target, mode);
  }
}
