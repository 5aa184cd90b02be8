/** A build that was never compiled: images in ESP-IDF's form, with noise in them. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from '../../tools/make/boards.js';
import { IMAGE_FILES } from '../../tools/make/image.js';
import { ROOT } from '../support/processes.js';

const CHIP_IDS: Record<string, number> = { esp32: 0, esp32s2: 2, esp32c3: 5, esp32s3: 9, esp32c6: 13 };

/** Header, noise, SHA-256 of it all (esp_image_format.h). */
export function image(chip: string, size: number): Buffer {
  const body = randomBytes(size - 32);
  body[0] = 0xe9;
  body.writeUInt16LE(CHIP_IDS[chip]!, 12);
  body[23] = 1;
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

/** The project's partitions, as ESP-IDF's gen_esp32part.py writes them. */
export function partitionTable(): Buffer {
  const types: Record<string, number> = { app: 0, data: 1 };
  const subtypes: Record<string, number> = { ota: 0, nvs: 2, ota_0: 0x10, ota_1: 0x11 };
  const rows = readFileSync(join(ROOT, 'manifests/chips/partitions.csv'), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => line.split(',').map(field => field.trim()));
  const entries = rows.map(([label, type, subtype, offset, size]) => {
    const entry = Buffer.alloc(32);
    entry.writeUInt16LE(0x50aa, 0);
    entry[2] = types[type!]!;
    entry[3] = subtypes[subtype!]!;
    entry.writeUInt32LE(Number(offset), 4);
    entry.writeUInt32LE(Number(size), 8);
    entry.write(label!, 12, 'latin1');
    return entry;
  });
  const table = Buffer.concat(entries);
  const mark = Buffer.alloc(16, 0xff);
  mark.writeUInt16LE(0xebeb, 0);
  const md5 = createHash('md5').update(table).digest();
  return Buffer.concat([table, mark, md5, Buffer.alloc(0xc00 - table.length - 32, 0xff)]);
}

/** Writes a build. @returns its folder. */
export function build(
  folder: string,
  board: Board,
  change: Partial<Record<keyof typeof IMAGE_FILES, Uint8Array>> = {},
): string {
  const files = {
    bootloader: image(board.chip.name, 0x5000),
    partitions: partitionTable(),
    otadata: Buffer.alloc(0x2000, 0xff),
    app: image(board.chip.name, 900_000),
    ...change,
  };
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(folder, IMAGE_FILES[name as keyof typeof IMAGE_FILES]), bytes);
  return folder;
}
