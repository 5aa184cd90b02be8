/** The boards as described by their manifests: boards/<name>/manifest.json and the chip's that it includes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { type boardSchema, chipSchema, DISPLAY_SIZES, manifestSchema, problemsOf } from './schema.js';
import { findModdable } from './sdk.js';

/** As described by its manifest. `ram` in KB; `bootloader`: where it lies in flash; pins are 0 to `pins` - 1. */
export type Chip = z.infer<typeof chipSchema>;

export interface Board extends z.infer<typeof boardSchema> {
  readonly chip: Chip;
  /** Its manifest's path. */
  readonly manifest: string;
  /** Built with manifests/sdkconfig/debug, in a folder of its own. */
  readonly debug?: boolean;
}

interface Manifest {
  readonly include?: string | readonly string[];
  readonly config?: { readonly board?: unknown; readonly chip?: unknown; readonly screen?: unknown };
}

/** Beside the boards' folders in boards/. */
const SCHEMA_FILE = 'board.schema.json';
/** The simulator's board, which has no chip. */
const SIMULATOR = 'sim';
/** How a manifest names the Moddable SDK's folder. */
const SDK_PREFIX = '$(MODDABLE)/';

/** @throws Error that names the file when it is not JSON */
function read(path: string): Manifest {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

/** As written. */
function includesOf(path: string): string[] {
  const { include = [] } = read(path);
  return [include].flat();
}

/** The manifests of this project that this one includes, as paths. */
export function ownIncludes(path: string): string[] {
  return includesOf(path)
    .filter(other => !other.startsWith('$('))
    .map(other => join(dirname(path), other));
}

/**
 * All boards, by name.
 * @param moddable where the Moddable SDK is; undefined: does not check what a manifest includes from it
 * @throws Error that names each manifest and field that is wrong
 */
export function loadBoards(root: string, moddable = placeOfSdk()): Board[] {
  const boards: Board[] = [];
  const problems: string[] = [];
  for (const folder of readdirSync(join(root, 'boards')).sort()) {
    if (folder === SCHEMA_FILE || folder === SIMULATOR || folder.startsWith('.')) continue;
    const path = join(root, 'boards', folder, 'manifest.json');
    if (!existsSync(path)) {
      problems.push(`boards/${folder}: is no board: it has no manifest.json`);
      continue;
    }
    const manifest = read(path);
    const wrong = problemsOf(manifestSchema, manifest);
    const chip = 'include' in manifest ? chipOf(path, moddable, wrong) : undefined;
    if (wrong.length === 0) {
      const { config } = manifestSchema.parse(manifest);
      const board: Board = { ...config.board, chip: chipSchema.parse(chip), manifest: path };
      wrong.push(...contradictions(board, folder, config.screen));
      boards.push(board);
    }
    problems.push(...wrong.map(problem => `boards/${folder}/manifest.json: ${problem}`));
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return boards;
}

function placeOfSdk(): string | undefined {
  try {
    return findModdable();
  } catch {
    return undefined;
  }
}

/** The chip that a manifest includes. @param wrong gets missing includes, and what is wrong with the chip */
function chipOf(path: string, moddable: string | undefined, wrong: string[]): unknown {
  const chips: unknown[] = [];
  for (const other of includesOf(path)) {
    const file = placeOf(other, path, moddable);
    if (file === undefined) continue;
    if (!existsSync(file)) {
      wrong.push(`include: there is no ${other}`);
      continue;
    }
    const chip = other.startsWith('$(') ? undefined : read(file).config?.chip;
    if (chip === undefined) continue;
    chips.push(chip);
    const problems = problemsOf(chipSchema, chip, ['config', 'chip']);
    wrong.push(...problems.map(text => `${basename(other)}: ${text}`));
  }
  if (chips.length !== 1 && wrong.length === 0)
    wrong.push(`include: names ${chips.length === 0 ? 'none' : 'more than one'} of manifests/chips`);
  return chips[0];
}

/** Where an included file is; undefined: nowhere that we know of. */
function placeOf(include: string, manifest: string, moddable: string | undefined): string | undefined {
  if (!include.startsWith('$(')) return join(dirname(manifest), include);
  if (!include.startsWith(SDK_PREFIX) || moddable === undefined) return undefined;
  return join(moddable, include.slice(SDK_PREFIX.length));
}

/** What no field can show by itself. */
function contradictions(board: Board, folder: string, screen: unknown): string[] {
  const { name, features, network, display, reserved, pins = {}, chip, target, manifest } = board;
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
  // The SDK knows the displays of its targets ("esp32/m5stack"), but none for the bare chips.
  if (display && !target.includes('/') && screen !== display.driver)
    found.push(`config.screen: expected "${display.driver}", as config.board.display.driver is`);
  const included = ownIncludes(manifest).map(path => path.slice(join(dirname(manifest), '../..').length + 1));
  const needs = ['platforms/sdk/manifest.json', `manifests/${network}.json`];
  if (features.includes('display')) needs.push('manifests/display.json');
  for (const path of needs) if (!included.includes(path)) found.push(`include: ../../${path} is missing`);
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

/** @throws Error that lists the boards when there is none of that name. */
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

/** What the board's firmware has, in one word each. */
export function featuresOf(board: Board): string[] {
  return [board.network, ...board.console, 'update', ...board.features];
}
