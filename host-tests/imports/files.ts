/** Every file below the folders of a tree. @module */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Paths from the root. Folders that are not there have none. */
export function filesBelow(root: string, folders: readonly string[]): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder)).flatMap(name => {
      const path = posix.join(folder, name);
      return statSync(join(root, path)).isDirectory() ? walk(path) : [path];
    });
  return folders.filter(folder => existsSync(join(root, folder))).flatMap(walk);
}
