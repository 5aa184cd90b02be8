/** `make board NAME=mine FROM=esp32`: a folder for a board of your own, copied from a similar one. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Board, boardNamed, loadBoards } from './boards.js';
import { boardSchema, problemsOf } from './schema.js';

/**
 * Makes boards/NAME.
 * @returns lines for people: what there is now, and what comes next
 * @throws Error when the name is wrong or taken, or FROM is not a board. Nothing is left behind then.
 */
export function newBoard(root: string, name: string, from: string): string[] {
  const boards = loadBoards(root);
  const [problem] = problemsOf(boardSchema.shape.name, name);
  if (problem !== undefined) throw new Error(`NAME=${name}${problem}`);
  if (name === 'host') throw new Error('NAME=host: the emulated board has that name; choose another');
  const folder = join(root, 'boards', name);
  if (existsSync(folder))
    throw new Error(`NAME=${name}: boards/${name} is there already; choose another name`);
  const source = boardNamed(boards, from);
  mkdirSync(folder);
  try {
    writeFileSync(join(folder, 'manifest.json'), renamed(source, name), { flag: 'wx' });
    for (const file of readdirSync(join(source.manifest, '..')))
      if (file !== 'manifest.json')
        writeFileSync(join(folder, file), readFileSync(join(source.manifest, '..', file)), { flag: 'wx' });
    loadBoards(root);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return [
    `boards/${name}/manifest.json is a copy of ${from}'s. Next:`,
    `  1. put right what is different: title, flash, pins (docs/boards.md, "A board of your own"; editors know the fields)`,
    '  2. make boards                                     says what is wrong with it',
    `  3. make firmware BOARD=${name}`,
    `  4. make flash BOARD=${name} PORT=/dev/ttyUSB0`,
  ];
}

/** Only name and title change: the file keeps its author's layout. */
function renamed(source: Board, name: string): string {
  const text = readFileSync(source.manifest, 'utf8');
  const field = (key: string, value: string) => `"${key}": ${JSON.stringify(value)}`;
  return text
    .replace(field('name', source.name), field('name', name))
    .replace(field('title', source.title), field('title', `${name}, like ${source.title}`.slice(0, 60)));
}
