/** An emulated chip's flash: a file as large as the board's, written like a cable would write it. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from '../make/boards.js';
import { firstSlot, flashParts, IMAGE_FILES, readPartitions, readParts } from '../make/image.js';
import { Missing } from '../make/sdk.js';

/** What erased flash reads. */
const ERASED = 0xff;

/**
 * Writes the images into the file; what lies between them (the settings) stays. A file of another size is begun anew.
 * @param images the folder with what was built
 * @returns the bytes of the firmware, and those of its slot
 * @throws Missing when the board is not built @throws Error when a part is malformed or does not fit
 */
export function writeFlash(board: Board, images: string, file: string): { image: number; slot: number } {
  if (!existsSync(join(images, IMAGE_FILES.app)))
    throw new Missing(`${board.name} is not built: make firmware BOARD=${board.name}`);
  const parts = readParts(images);
  const places = flashParts(board, parts);
  const size = board.flash * 1024 * 1024;
  const old = existsSync(file) ? readFileSync(file) : undefined;
  const flash = old?.length === size ? old : Buffer.alloc(size, ERASED);
  for (const { path, offset } of places) {
    const bytes = readFileSync(join(images, path));
    // Whole sectors are erased.
    flash.fill(ERASED, offset, Math.min(size, (offset + bytes.length + 0xfff) & ~0xfff));
    flash.set(bytes, offset);
  }
  writeFileSync(`${file}.new`, flash);
  renameSync(`${file}.new`, file);
  return { image: parts.app.length, slot: firstSlot(readPartitions(parts.partitions))!.size };
}
