/** What is released: for each board its images and a manifest for ESP Web Tools, and the checksums of everything. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Board } from './boards.js';
import { flashParts, IMAGE_FILES, readParts } from './image.js';

export interface Packed {
  readonly board: string;
  /** Bytes of the firmware. */
  readonly size: number;
}

/** What ESP Web Tools reads: https://esphome.github.io/esp-web-tools/ */
export function webManifest(
  board: Board,
  version: string,
  parts: readonly { path: string; offset: number }[],
) {
  return {
    name: `Mite for ${board.title}`,
    version,
    // Flashing over an older version keeps the settings, unless the user chooses otherwise.
    new_install_prompt_erase: true,
    builds: [{ chipFamily: board.chip.title, parts }],
  };
}

/** Whether this folder has a whole build. */
export function isBuilt(folder: string): boolean {
  return Object.values(IMAGE_FILES).every(file => existsSync(join(folder, file)));
}

/**
 * Packs one board's build into `out`/<board>. The firmware's name has board and version, since it is what an update is
 * made from.
 * @throws Error when an image is wrong; then nothing of the board is left.
 */
export function packBoard(board: Board, version: string, images: string, out: string): Packed {
  const parts = readParts(images);
  const files = flashParts(board, parts);
  const folder = join(out, board.name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const given = files.map(({ path, offset }) => ({
    path: path === IMAGE_FILES.app ? `mite-${board.name}-${version}.bin` : path,
    offset,
  }));
  files.forEach(({ path }, i) => {
    copyFileSync(join(images, path), join(folder, given[i]!.path));
  });
  writeFileSync(
    join(folder, 'manifest.json'),
    `${JSON.stringify(webManifest(board, version, given), null, 2)}\n`,
  );
  return { board: board.name, size: parts.app.length };
}

/** Writes SHA256SUMS over all files below `out`, as sha256sum -c takes it. */
export async function writeChecksums(out: string): Promise<void> {
  const lines: string[] = [];
  for (const path of filesBelow(out)) {
    if (path === 'SHA256SUMS') continue;
    const hash = createHash('sha256').update(await readFile(join(out, path)));
    lines.push(`${hash.digest('hex')}  ${path}\n`);
  }
  writeFileSync(join(out, 'SHA256SUMS'), lines.join(''));
}

function filesBelow(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix))
    .sort()
    .flatMap(name => {
      const path = prefix === '' ? name : `${prefix}/${name}`;
      return statSync(join(folder, path)).isDirectory() ? filesBelow(folder, path) : [path];
    });
}
