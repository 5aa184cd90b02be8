/** The boards, as their manifests say it: boards/<name>/manifest.json and the chip's that it includes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { boardSchema, chipSchema, DISPLAY_SIZES, problemsOf } from './schema.js';

/** As its manifest says it. `ram` in KB; `bootloader`: where it lies in flash; pins are 0 to `pins` - 1. */
export type Chip = z.infer<typeof chipSchema>;

export interface Board extends z.infer<typeof boardSchema> {
  readonly chip: Chip;
  /** Its manifest's path. */
  readonly manifest: string;
}

interface Manifest {
  readonly include?: string | readonly string[];
  readonly config?: { readonly board?: unknown; readonly chip?: unknown };
}

/** @throws Error that names the file when it is no JSON */
function read(path: string): Manifest {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

/** The manifests that this one includes and that are the project's own, as paths. */
export function ownIncludes(path: string): string[] {
  const { include = [] } = read(path);
  return [include]
    .flat()
    .filter(other => !other.startsWith('$('))
    .map(other => join(dirname(path), other));
}

/** All boards, by name. @throws Error that names each manifest and field that is wrong. */
export function loadBoards(root: string): Board[] {
  const boards: Board[] = [];
  const problems: string[] = [];
  for (const folder of readdirSync(join(root, 'boards')).sort()) {
    const manifest = join(root, 'boards', folder, 'manifest.json');
    if (!existsSync(manifest)) continue;
    const config = read(manifest).config;
    if (config?.board === undefined) continue; // what boards share
    const found = chipOf(manifest);
    const wrong = [...problemsOf(boardSchema, config.board, ['config', 'board']), ...found.problems];
    if (wrong.length === 0) {
      const board: Board = {
        ...boardSchema.parse(config.board),
        chip: chipSchema.parse(found.chip),
        manifest,
      };
      wrong.push(...contradictions(board, folder));
      boards.push(board);
    }
    problems.push(...wrong.map(problem => `boards/${folder}/manifest.json: ${problem}`));
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return boards;
}

/** The chip that a board's manifest includes. */
function chipOf(manifest: string): { readonly chip: unknown; readonly problems: readonly string[] } {
  for (const other of ownIncludes(manifest)) {
    if (!existsSync(other)) return { chip: undefined, problems: [`include: there is no ${other}`] };
    const chip = read(other).config?.chip;
    if (chip === undefined) continue;
    const problems = problemsOf(chipSchema, chip, ['config', 'chip']).map(
      text => `${basename(other)}: ${text}`,
    );
    return { chip, problems };
  }
  return { chip: undefined, problems: ['include: names none of manifests/chips'] };
}

/** What each field by itself cannot show. */
function contradictions(board: Board, folder: string): string[] {
  const { name, features, display, reserved, pins = {}, chip } = board;
  const found: string[] = [];
  const at = (field: string, text: string) => found.push(`config.board.${field}: ${text}`);
  if (name !== folder) at('name', `expected "${folder}", as the folder is called`);
  if (features.includes('display') !== (display !== undefined))
    at('display', display ? 'features do not name a display' : 'is missing; features name a display');
  if (display && !DISPLAY_SIZES.includes(`${display.width}x${display.height}`))
    at(
      'display',
      `there are no screens of ${display.width}x${display.height}, only ${DISPLAY_SIZES.join(', ')}`,
    );
  if (features.includes('button') !== (pins.button !== undefined))
    at(
      'pins.button',
      pins.button === undefined ? 'is missing; features name a button' : 'features do not name a button',
    );
  for (const pin of [...reserved, ...Object.values(pins)])
    if (pin !== undefined && pin >= chip.pins) at('reserved', `an ${chip.title} has no pin ${pin}`);
  for (const pin of reserved)
    if (chip.reserved.includes(pin)) at('reserved', `pin ${pin} is reserved by the chip already`);
  if (pins.backlight !== undefined && !reserved.includes(pins.backlight))
    at('reserved', `pin ${pins.backlight} is missing: it is the backlight's`);
  return found;
}

/** @throws Error that lists the boards when there is no such one. */
export function boardNamed(boards: readonly Board[], name: string): Board {
  const board = boards.find(entry => entry.name === name);
  if (board !== undefined) return board;
  const names = boards.map(entry => entry.name).join(' ');
  throw new Error(
    name === '' ? `which board? BOARD=… is one of: ${names}` : `no board "${name}"; there are: ${names}`,
  );
}

/** A table for people. */
export function boardTable(boards: readonly Board[]): string[] {
  const rows = boards.map(board => [
    board.name,
    board.title,
    board.chip.title,
    `${board.flash} MB`,
    `${board.chip.ram} KB${board.psram > 0 ? ` + ${board.psram} MB` : ''}`,
    board.display ? `${board.display.driver} ${board.display.width}x${board.display.height}` : '-',
    board.chip.backends.join(' '),
    featuresOf(board).join(' '),
  ]);
  const head = ['BOARD', '', 'CHIP', 'FLASH', 'RAM', 'DISPLAY', 'SEARCH', 'FEATURES'];
  const widths = head.map((text, column) => Math.max(text.length, ...rows.map(row => row[column]!.length)));
  return [head, ...rows].map(row =>
    row
      .map((text, column) => text.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
}

/** What the board's firmware is to have, in one word each. */
export function featuresOf(board: Board): string[] {
  return [board.network, ...board.console, 'update', ...board.features];
}
