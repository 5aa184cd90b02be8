/** Builds a board's firmware, and writes it to a board. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from './boards.js';
import { type FlashPart, flashParts, IMAGE_FILES, readParts } from './image.js';
import { findBoth, findIdf, findModdable, Missing, sdkEnvironment } from './sdk.js';
import { writeSdkconfig } from './sdkconfig.js';

/** Everything built for this board is below here. */
export function outOf(root: string, board: Board): string {
  return join(root, 'build/boards', board.debug === true ? `${board.name}-debug` : board.name);
}

/** Where mcconfig's own makefile leaves the images. */
export function imagesOf(root: string, board: Board): string {
  return join(outOf(root, board), 'bin', board.target, 'release', board.name);
}

/** Where mcconfig, told to put everything below `out`, keeps its output: makefile, flat manifest, C sources. */
export function generatedOf(out: string, board: Board): string {
  return join(out, 'tmp', board.target, 'release', board.name);
}

export interface GenerateOptions {
  /** More of mcconfig's arguments: -m builds. */
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly quiet?: boolean;
  /** Another folder for what is built. */
  readonly out?: string;
}

/** Runs mcconfig for this board. @throws Missing */
export function mcconfig(
  root: string,
  board: Board,
  options: GenerateOptions = {},
): SpawnSyncReturns<string> {
  const moddable = findModdable();
  const out = options.out ?? outOf(root, board);
  mkdirSync(out, { recursive: true });
  const MITE_SDKCONFIG = writeSdkconfig(root, board, out);
  const command = ['mcconfig', ...(options.args ?? []), '-o', out, '-p', board.target, board.manifest];
  const step = [
    process.execPath,
    join(root, 'tools/make/step.mjs'),
    `${board.name}: building (some minutes)`,
    '--',
  ];
  const [program, ...args] = options.quiet ? command : [...step, ...command];
  return spawnSync(program!, args, {
    cwd: root,
    env: sdkEnvironment(root, moddable, { ...options.environment, MITE_SDKCONFIG }),
    encoding: 'utf8',
    stdio: options.quiet ? 'pipe' : 'inherit',
  });
}

/**
 * Deletes the images of an earlier build: mcconfig's makefile goes on after errors of ESP-IDF, and would copy them as
 * if they were new. ESP-IDF remakes its image when the stamp beside it is gone.
 */
export function forgetImages(root: string, board: Board): void {
  for (const file of Object.values(IMAGE_FILES)) rmSync(join(imagesOf(root, board), file), { force: true });
  const idf = join(generatedOf(outOf(root, board), board), `xsProj-${board.chip.name}`, 'build');
  for (const file of [IMAGE_FILES.app, '.bin_timestamp']) rmSync(join(idf, file), { force: true });
}

/** What ESP-IDF has noted of this board's build: its revision, the components. @throws Error when there is none */
export function descriptionOf(root: string, board: Board): object {
  const project = join(generatedOf(outOf(root, board), board), `xsProj-${board.chip.name}`);
  return JSON.parse(readFileSync(join(project, 'build/project_description.json'), 'utf8'));
}

/** Builds the images. @throws Missing @throws Error when the build fails. */
export function buildFirmware(root: string, board: Board): void {
  const { idf: IDF_PATH } = findBoth();
  forgetImages(root, board);
  const run = mcconfig(root, board, { args: ['-m', '-t', 'build'], environment: { IDF_PATH } });
  // Its status says little: what counts is whether there are images, and the old ones are gone.
  if (run.status !== 0 || !Object.values(IMAGE_FILES).every(f => existsSync(join(imagesOf(root, board), f))))
    throw new Error(`${board.name}: the build failed`);
}

/** esptool's arguments. Whatever lies between the parts (the settings) stays. */
export function esptoolArguments(board: Board, port: string, parts: readonly FlashPart[]): string[] {
  const images = parts.flatMap(part => [`0x${part.offset.toString(16)}`, part.path]);
  return [
    '--chip',
    board.chip.name,
    ...(port === '' ? [] : ['--port', port]),
    '--baud',
    '460800',
    'write_flash',
    ...images,
  ];
}

/** Writes what was built. @param port '' lets esptool look for it. @throws Missing @throws Error */
export function flashFirmware(root: string, board: Board, port: string): void {
  const folder = imagesOf(root, board);
  if (!existsSync(join(folder, 'xs_esp32.bin')))
    throw new Missing(`${board.name} is not built: make firmware BOARD=${board.name}`);
  const parts = flashParts(board, readParts(folder));
  const args = esptoolArguments(
    board,
    port,
    parts.map(part => ({ ...part, path: join(folder, part.path) })),
  );
  const own = ['esptool', 'esptool.py'].find(command => spawnSync(command, ['version']).status === 0);
  if (own !== undefined) run(own, args);
  // ESP-IDF has its own, in its own environment.
  else
    run('bash', ['-c', '. "$0/export.sh" >/dev/null 2>&1; exec python -m esptool "$@"', findIdf(), ...args]);
}

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command}: ${error?.message ?? `ended with ${status}`}`);
}
