/**
 * One process at a time: a lock is a file that names the process that has it. It is taken over where that process has
 * ended without letting it go.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const AGAIN_MS = 250;

/** The process that a lock names; undefined: the lock has just gone. */
function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // another user's
  }
}

/** A file appears with all that is in it, or not at all. */
function tryTo(take: () => void): boolean {
  try {
    take();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Does `action` while no other process does anything under this lock.
 * @param waits called once, with the process that has the lock, if this has to wait for it
 */
export function withLock<T>(file: string, waits: (holder: number) => void, action: () => T): T {
  const own = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(own, `${process.pid}`);
  let told = false;
  try {
    while (!tryTo(() => linkSync(own, file))) {
      const holder = holderOf(file);
      if (holder === undefined) continue;
      if (isAlive(holder)) {
        if (!told) waits(holder);
        told = true;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN_MS);
        continue;
      }
      // Out of the way first: only one of those who see it can; it is put back if it was another's meanwhile.
      const stale = `${own}.stale`;
      try {
        renameSync(file, stale);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
        throw error;
      }
      if (holderOf(stale) !== holder) tryTo(() => linkSync(stale, file));
      rmSync(stale, { force: true });
    }
    try {
      return action();
    } finally {
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
}
