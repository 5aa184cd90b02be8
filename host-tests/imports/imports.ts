/**
 * Which file imports what, read from the sources, and whether the table of rooms allows it. Types count as values do: a
 * room that needs another's types depends on it.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { filesBelow } from './files.js';

/** What the files directly in one folder may import besides each other. */
export interface Room {
  /** from the root: `firmware/domain` */
  folder: string;
  /**
   * A folder (`firmware/domain`: its own files, not those of folders in it), one with all below it (`trusted-node/**`),
   * a file (`firmware/board.ts`), a package (`kysely`), or all that begin alike (`node:*`, `@noble/hashes/*`).
   */
  imports: readonly string[];
}

export interface Import {
  /** the importing file, from the root */
  file: string;
  line: number;
  /** as written; null where it is computed */
  specifier: string | null;
  /** a file from the root, or the package as written */
  target: string;
}

// Biome's formatter puts each statement on separate lines, so a statement can be told from text that looks like one.
const STATEMENT =
  /^[ \t]*(?:import\s+(?:type\s+)?[\w$*{]|export\s+(?:type\s+)?[*{])[^;]*?\bfrom\s*(['"])(?<from>[^'"\n]+)\1/gm;
const BARE = /^[ \t]*import\s*(['"])(?<from>[^'"\n]+)\1/gm;
const CALL = /(?<![\w$.'"`])import\s*\(\s*(?:(['"`])(?<from>[^'"`\n$]+)\1)?/gm;
const REQUIRE = /(?<![\w$'"`])require\s*\(\s*(['"`])(?<from>[^'"`\n$]+)\1/gm;
const REFERENCE = /^[ \t]*\/\/\/\s*<reference\s+(?:path|types)\s*=\s*(['"])(?<from>[^'"\n]+)\1/gm;

/** The imports of one source: static, bare, re-exported, dynamic, of types, `require`, and `/// <reference>`. */
export function importsOf(file: string, source: string): Import[] {
  // A comment must not hide an import after it: only the text of comments is blanked, line by line.
  const code = source.replace(/^[ \t]*(?:\/\*[\s\S]*?\*\/|\/\/(?!\/).*$)/gm, text =>
    text.replace(/[^\n]/g, ' '),
  );
  const found: Import[] = [];
  for (const pattern of [STATEMENT, BARE, CALL, REQUIRE, REFERENCE]) {
    for (const match of code.matchAll(pattern)) {
      const specifier = match.groups?.from ?? null;
      const line = code.slice(0, match.index + match[0].length).split('\n').length;
      found.push({ file, line, specifier, target: specifier === null ? '' : targetOf(file, specifier) });
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

/** `.js` of the sources' imports is the `.ts` beside it; only circles need to know which. */
function targetOf(file: string, specifier: string): string {
  if (!/^\.{0,2}\//.test(specifier) && !/^\.{1,2}$/.test(specifier)) return specifier;
  return posix.normalize(posix.join(posix.dirname(file), specifier)).replace(/\.([cm]?)js$/, '.$1ts');
}

function allows(pattern: string, { target, specifier }: Import): boolean {
  if (pattern.endsWith('/**')) return isFile(specifier) && target.startsWith(pattern.slice(0, -2));
  if (pattern.endsWith('*')) return !isFile(specifier) && target.startsWith(pattern.slice(0, -1));
  if (isFile(specifier)) return target === pattern || posix.dirname(target) === pattern;
  return target === pattern;
}

function isFile(specifier: string | null): boolean {
  return specifier?.startsWith('.') === true || specifier?.startsWith('/') === true;
}

/** A sentence for each import that no rule allows, and for each file that is in no room. */
export function violations(rooms: readonly Room[], imports: readonly Import[]): string[] {
  const byFolder = new Map(rooms.map(room => [room.folder, room]));
  return imports.flatMap(one => {
    const folder = posix.dirname(one.file);
    // A room that ends in /** holds the folders below it too.
    const room =
      byFolder.get(folder) ??
      rooms.find(r => r.folder.endsWith('/**') && one.file.startsWith(r.folder.slice(0, -2)));
    const at = `${one.file}:${one.line}`;
    if (room === undefined)
      return [`${at}: ${folder} is no room: give it a line in host-tests/imports/rooms.ts`];
    if (one.specifier === null)
      return room.imports.includes('computed') ? [] : [`${at}: a computed import; write the name out`];
    const own = room.folder.endsWith('/**') ? room.folder : folder;
    if ([own, ...room.imports].some(pattern => allows(pattern, one))) return [];
    return [
      `${at}: imports ${one.target}, which ${room.folder} may not (it may: ${room.imports.join(', ') || 'nothing else'})`,
    ];
  });
}

/** Files that need each other in a circle, each circle sorted. */
export function circles(imports: readonly Import[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { file, target } of imports) {
    if (!next.has(file)) next.set(file, new Set());
    next.get(file)!.add(target);
  }
  // Tarjan: strongly connected components of more than one file, or of one that imports itself.
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file)!);
    stack.push(file);
    for (const to of next.get(file) ?? []) {
      if (!next.has(to)) continue;
      if (!index.has(to)) {
        visit(to);
        low.set(file, Math.min(low.get(file)!, low.get(to)!));
      } else if (stack.includes(to)) low.set(file, Math.min(low.get(file)!, index.get(to)!));
    }
    if (low.get(file) !== index.get(file)) return;
    const component = stack.splice(stack.indexOf(file));
    if (component.length > 1 || next.get(file)?.has(file)) found.push(component.sort());
  };
  for (const file of next.keys()) if (!index.has(file)) visit(file);
  return found;
}

/** Rooms that need each other in a circle, by what their files import: each circle sorted. */
export function roomCircles(rooms: readonly Room[], imports: readonly Import[]): string[][] {
  const whole = rooms.filter(({ folder }) => folder.endsWith('/**')).map(({ folder }) => folder.slice(0, -3));
  const roomOf = (file: string) => whole.find(folder => file.startsWith(`${folder}/`)) ?? posix.dirname(file);
  return circles(
    imports
      .filter(({ specifier }) => isFile(specifier))
      .map(one => ({ ...one, file: roomOf(one.file), target: roomOf(one.target) }))
      .filter(({ file, target }) => file !== target),
  );
}

const SOURCE = /\.(?:[cm]?ts|[cm]?js)$/;

/** Every import of the sources below root. */
export function importsBelow(root: string, folders: readonly string[]): Import[] {
  // A declaration file without a source stands for its name with `.js`.
  return filesBelow(root, folders)
    .filter(path => SOURCE.test(path))
    .flatMap(path => importsOf(path, readFileSync(join(root, path), 'utf8')))
    .map(one => ({ ...one, target: declared(root, one) }));
}

function declared(root: string, { target, specifier }: Import): string {
  if (!isFile(specifier) || existsSync(join(root, target))) return target;
  const declaration = target.replace(/\.([cm]?)ts$/, '.d.$1ts');
  return existsSync(join(root, declaration)) ? declaration : target;
}
