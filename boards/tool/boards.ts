/** The boards, as their manifests say it: boards/<name>/manifest.json and the chip's that it includes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Chip {
  /** As ESP-IDF calls it: 'esp32s3'. */
  readonly name: string;
  /** As a person and ESP Web Tools call it: 'ESP32-S3'. */
  readonly title: string;
  readonly architecture: 'xtensa' | 'riscv';
  readonly cores: number;
  readonly mhz: number;
  /** KB of SRAM. */
  readonly ram: number;
  /** Search backends of the build, the likely fastest first. */
  readonly backends: readonly string[];
  /** Where the second-stage bootloader lies in flash. */
  readonly bootloader: number;
  /** Pins are 0 to this - 1. */
  readonly pins: number;
  /** Those that are flash, UART 0, USB, or do not exist. */
  readonly reserved: readonly number[];
  /** Those that are inputs and nothing else: they have no pull resistors. */
  readonly inputs?: readonly number[];
}

export interface Board {
  readonly name: string;
  readonly title: string;
  /** mcconfig's platform: 'esp32', or the SDK's target for this board. */
  readonly target: string;
  /** MB. */
  readonly flash: number;
  /** MB, 0 without. */
  readonly psram: number;
  readonly network: 'wifi' | 'ethernet';
  readonly console: readonly ('uart' | 'usb')[];
  readonly features: readonly string[];
  /** Pins that the board uses itself, beside the chip's. */
  readonly reserved: readonly number[];
  /** In pixels, as it is read. */
  readonly display?: { readonly driver: string; readonly width: number; readonly height: number };
  readonly pins?: { readonly backlight?: number; readonly button?: number };
  readonly chip: Chip;
  /** Its manifest's path. */
  readonly manifest: string;
}

interface Manifest {
  readonly include?: string | readonly string[];
  readonly config?: { readonly board?: Omit<Board, 'chip' | 'manifest'>; readonly chip?: Chip };
}

function read(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The manifests that this one includes and that are the project's own, as paths. */
export function ownIncludes(path: string): string[] {
  const { include = [] } = read(path);
  return [include]
    .flat()
    .filter(other => !other.startsWith('$('))
    .map(other => join(dirname(path), other));
}

/** All boards, by name. @throws Error that names the manifest which says too little. */
export function loadBoards(root: string): Board[] {
  const boards: Board[] = [];
  for (const folder of readdirSync(join(root, 'boards')).sort()) {
    const manifest = join(root, 'boards', folder, 'manifest.json');
    if (!existsSync(manifest)) continue;
    const board = read(manifest).config?.board;
    if (board === undefined) continue; // what boards share
    const chip = ownIncludes(manifest)
      .map(other => (existsSync(other) ? read(other).config?.chip : undefined))
      .find(found => found !== undefined);
    if (board.name !== folder || chip === undefined)
      throw new Error(`${manifest}: needs config.board.name "${folder}" and one of manifests/chips`);
    boards.push({ ...board, chip, manifest });
  }
  return boards;
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
