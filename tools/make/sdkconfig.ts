/** ESP-IDF's settings of a board, put together from manifests/sdkconfig: mcconfig takes one folder and knows no includes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Board } from './boards.js';
import { FLASH_SIZES } from './schema.js';

/**
 * The text of the board's sdkconfig.defaults. Later lines win; the board's own, `sdkconfig` in its folder, come last,
 * but for those of a debug build.
 */
export function sdkconfigOf(root: string, board: Board): string {
  const parts = [
    'common',
    board.chip.name,
    ...(board.network === 'ethernet' && !board.emulated ? ['ethernet'] : []),
  ];
  const text = (part: string) => readFileSync(join(root, 'manifests/sdkconfig', part), 'utf8');
  const own = join(dirname(board.manifest), 'sdkconfig');
  const flash = FLASH_SIZES.map(
    size => `CONFIG_ESPTOOLPY_FLASHSIZE_${size}MB=${size === board.flash ? 'y' : 'n'}\n`,
  );
  return [
    ...parts.map(text),
    ...flash,
    ...(existsSync(own) ? [readFileSync(own, 'utf8')] : []),
    ...(board.debug === true ? [text('debug')] : []),
  ].join('');
}

/** Writes it where mcconfig will find it. @returns the folder, for MITE_SDKCONFIG. */
export function writeSdkconfig(root: string, board: Board, out: string): string {
  const folder = join(out, 'sdkconfig');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sdkconfig.defaults'), sdkconfigOf(root, board));
  return folder;
}
