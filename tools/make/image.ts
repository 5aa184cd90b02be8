/** The images of one build: what they are, whether they fit, where they go. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from './boards.js';

/** What ESP-IDF leaves behind, under its names. */
export interface ImageParts {
  readonly bootloader: Uint8Array;
  readonly partitions: Uint8Array;
  readonly otadata: Uint8Array;
  readonly app: Uint8Array;
}

export interface Partition {
  readonly label: string;
  /** 0 app, 1 data */
  readonly type: number;
  readonly subtype: number;
  readonly offset: number;
  readonly size: number;
}

/** A file and where in flash it goes. */
export interface FlashPart {
  readonly path: string;
  readonly offset: number;
}

export const IMAGE_FILES = {
  bootloader: 'bootloader.bin',
  partitions: 'partition-table.bin',
  otadata: 'ota_data_initial.bin',
  app: 'xs_esp32.bin',
} as const;

/** CONFIG_PARTITION_TABLE_OFFSET's default. */
const TABLE_OFFSET = 0x8000;
const TABLE_BYTES = 0xc00;
const ENTRY_BYTES = 32;
/** esp_image_header_t: magic, chip_id, hash_appended. */
const IMAGE_MAGIC = 0xe9;
const HEADER_BYTES = 24;
const CHIP_IDS: Readonly<Record<string, number>> = {
  esp32: 0,
  esp32s2: 2,
  esp32c3: 5,
  esp32s3: 9,
  esp32c6: 13,
};

/** @throws Error (from the file system) when one is missing. */
export function readParts(folder: string): ImageParts {
  const read = (file: string) => new Uint8Array(readFileSync(join(folder, file)));
  return {
    bootloader: read(IMAGE_FILES.bootloader),
    partitions: read(IMAGE_FILES.partitions),
    otadata: read(IMAGE_FILES.otadata),
    app: read(IMAGE_FILES.app),
  };
}

/** Reads a partition table as gen_esp32part.py writes it. @throws Error when it is not one. */
export function readPartitions(bytes: Uint8Array): Partition[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const partitions: Partition[] = [];
  for (let at = 0; at + ENTRY_BYTES <= Math.min(bytes.length, TABLE_BYTES); at += ENTRY_BYTES) {
    if (view.getUint16(at, true) !== 0x50aa) break; // the MD5 of those before, or nothing
    const label = Buffer.from(bytes.subarray(at + 12, at + 28)).toString('latin1');
    partitions.push({
      label: label.split('\0')[0]!,
      type: view.getUint8(at + 2),
      subtype: view.getUint8(at + 3),
      offset: view.getUint32(at + 4, true),
      size: view.getUint32(at + 8, true),
    });
  }
  if (partitions.length === 0) throw new Error('no partition table');
  return partitions;
}

/** Why these bytes are not an image for this chip, or undefined. */
export function imageProblem(bytes: Uint8Array, chip: string): string | undefined {
  if (bytes.length < HEADER_BYTES || bytes[0] !== IMAGE_MAGIC) return 'not an image';
  const id = bytes[12]! | (bytes[13]! << 8);
  if (id !== CHIP_IDS[chip]) return `an image for another chip (${id})`;
  if (bytes[23] !== 1) return 'no hash at its end';
  const body = bytes.subarray(0, bytes.length - 32);
  const hash = createHash('sha256').update(body).digest();
  return hash.equals(bytes.subarray(bytes.length - 32))
    ? undefined
    : 'its hash is wrong: damaged, or cut off';
}

/** The slot that a freshly flashed board starts from. */
export function firstSlot(partitions: readonly Partition[]): Partition | undefined {
  return partitions.find(entry => entry.type === 0 && entry.subtype === 0x10);
}

/**
 * Where the files go, by increasing offset.
 * @throws Error when a part is malformed, is for another chip, or does not fit.
 */
export function flashParts(board: Board, parts: ImageParts): FlashPart[] {
  const refuse = (what: string, problem: string): never => {
    throw new Error(`${board.name}: ${what}: ${problem}`);
  };
  const partitions = readPartitions(parts.partitions);
  const slot = firstSlot(partitions) ?? refuse(IMAGE_FILES.partitions, 'no slot ota_0');
  const otadata =
    partitions.find(entry => entry.type === 1 && entry.subtype === 0) ??
    refuse(IMAGE_FILES.partitions, 'no otadata');
  for (const entry of partitions)
    if (entry.offset + entry.size > board.flash * 1024 * 1024)
      refuse(IMAGE_FILES.partitions, `${entry.label} ends behind the flash`);
  for (const name of ['bootloader', 'app'] as const) {
    const problem = imageProblem(parts[name], board.chip.name);
    if (problem !== undefined) refuse(IMAGE_FILES[name], problem);
  }
  if (parts.app.length > slot.size)
    refuse(IMAGE_FILES.app, `${parts.app.length} bytes do not fit the slot of ${slot.size}`);
  if (board.chip.bootloader + parts.bootloader.length > TABLE_OFFSET)
    refuse(IMAGE_FILES.bootloader, 'reaches into the partition table');
  if (parts.otadata.length > otadata.size) refuse(IMAGE_FILES.otadata, 'does not fit');
  return [
    { path: IMAGE_FILES.bootloader, offset: board.chip.bootloader },
    { path: IMAGE_FILES.partitions, offset: TABLE_OFFSET },
    { path: IMAGE_FILES.otadata, offset: otadata.offset },
    { path: IMAGE_FILES.app, offset: slot.offset },
  ].sort((a, b) => a.offset - b.offset);
}
