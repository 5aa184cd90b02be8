import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { loadBoards } from '../../tools/make/boards.js';
import { esptoolArguments, forgetImages, generatedOf, imagesOf, outOf } from '../../tools/make/build.js';
import { flashParts, IMAGE_FILES, imageProblem, readPartitions, readParts } from '../../tools/make/image.js';
import { isBuilt, packBoard, writeChecksums } from '../../tools/make/release.js';
import { ROOT } from '../support/processes.js';
import { build, image, partitionTable } from './made-up.js';

// The packing of releases, with made-up images in ESP-IDF's form. No image here was ever compiled.

const boards = loadBoards(ROOT);
const named = (name: string) => boards.find(board => board.name === name)!;

function inTemporary(run: (folder: string) => void | Promise<void>): () => Promise<void> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mite-release-'));
    try {
      await run(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

test('every board: images, a manifest for ESP Web Tools with the right offsets, checksums that hold', t =>
  inTemporary(async folder => {
    const out = join(folder, 'release');
    for (const board of boards) {
      const images = build(join(folder, board.name), board);
      t.true(isBuilt(images));
      t.deepEqual(packBoard(board, '1.2.3', images, out), { board: board.name, size: 900_000 });
      const { name, version, builds } = JSON.parse(
        readFileSync(join(out, board.name, 'manifest.json'), 'utf8'),
      );
      t.is(name, `Mite for ${board.title}`);
      t.is(version, '1.2.3');
      t.deepEqual(builds, [
        {
          chipFamily: board.chip.title,
          parts: [
            { path: 'bootloader.bin', offset: ['esp32', 'esp32s2'].includes(board.chip.name) ? 0x1000 : 0 },
            { path: 'partition-table.bin', offset: 0x8000 },
            { path: 'ota_data_initial.bin', offset: 0x9000 },
            { path: `mite-${board.name}-1.2.3.bin`, offset: 0x10000 },
          ],
        },
      ]);
      for (const { path } of builds[0].parts) t.true(existsSync(join(out, board.name, path)), path);
    }
    await writeChecksums(out);
    const before = readFileSync(join(out, 'SHA256SUMS'), 'utf8');
    t.is(before.split('\n').length - 1, boards.length * 5);
    t.is(spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: out }).status, 0);
    await writeChecksums(out);
    t.is(readFileSync(join(out, 'SHA256SUMS'), 'utf8'), before, 'the same again');
    writeFileSync(join(out, 'cyd', 'bootloader.bin'), 'other');
    t.not(spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: out }).status, 0);
  })());

test('images of an earlier build are gone before the next one begins', t =>
  inTemporary(folder => {
    const board = named('esp32s3');
    build(imagesOf(folder, board), board);
    const idf = join(generatedOf(outOf(folder, board), board), 'xsProj-esp32s3/build');
    mkdirSync(idf, { recursive: true });
    for (const file of ['xs_esp32.bin', '.bin_timestamp']) writeFileSync(join(idf, file), 'old');
    forgetImages(folder, board);
    for (const file of Object.values(IMAGE_FILES)) t.false(existsSync(join(imagesOf(folder, board), file)));
    for (const file of ['xs_esp32.bin', '.bin_timestamp']) t.false(existsSync(join(idf, file)));
    forgetImages(folder, board);
  })());

test('a build that lacks a part does not count', t =>
  inTemporary(folder => {
    const board = named('esp32c3');
    for (const file of Object.values(IMAGE_FILES)) {
      const images = build(folder, board);
      rmSync(join(images, file));
      t.false(isBuilt(images));
      t.throws(() => packBoard(board, '1.0.0', images, join(folder, 'out')), { code: 'ENOENT' });
    }
    t.false(existsSync(join(folder, 'out')));
  })());

test('wrong images are refused, each with its reason, and nothing of them is released', t =>
  inTemporary(folder => {
    const board = named('esp32');
    const good = image('esp32', 5_000);
    const unhashed = Buffer.from(good);
    unhashed[23] = 0;
    const cases: [Partial<Record<keyof typeof IMAGE_FILES, Uint8Array>>, RegExp][] = [
      [{ app: image('esp32s3', 5_000) }, /xs_esp32.bin: an image for another chip \(9\)/],
      [{ bootloader: image('esp32c6', 5_000) }, /bootloader.bin: an image for another chip/],
      [{ app: good.subarray(0, 4_000) }, /damaged, or cut off/],
      [{ app: Buffer.concat([good, Buffer.from([0])]) }, /damaged/],
      [{ app: Buffer.alloc(5_000) }, /not an image/],
      [{ app: Buffer.alloc(0) }, /not an image/],
      [{ app: unhashed }, /no hash/],
      [{ app: image('esp32', 0x1f0000 + 16) }, /do not fit the slot of 2031616/],
      [{ bootloader: image('esp32', 0x7010) }, /reaches into the partition table/],
      [{ otadata: Buffer.alloc(0x2001) }, /ota_data_initial.bin: does not fit/],
      [{ partitions: Buffer.alloc(0xc00, 0xff) }, /no partition table/],
      [{ partitions: partitionTable().subarray(0, 32) }, /no slot ota_0/],
      [{ partitions: partitionTable().subarray(32) }, /no otadata/],
    ];
    for (const [change, message] of cases) {
      const images = build(join(folder, 'images'), board, change);
      t.throws(() => packBoard(board, '1.0.0', images, join(folder, 'out')), { message });
      t.false(existsSync(join(folder, 'out')));
    }
    const images = build(join(folder, 'images'), board);
    t.throws(() => flashParts({ ...board, flash: 2 }, readParts(images)), {
      message: /ends behind the flash/,
    });
  })());

test('any flipped bit of an image is noticed', t => {
  const good = image('esp32', 600);
  t.is(imageProblem(good, 'esp32'), undefined);
  for (let bit = 0; bit < good.length * 8; bit++) {
    const bad = Buffer.from(good);
    bad[bit >> 3]! ^= 1 << (bit & 7);
    if (imageProblem(bad, 'esp32') === undefined) t.fail(`bit ${bit}`);
  }
});

test('a partition table of any bytes is read or refused, within its bounds', t => {
  for (let i = 0; i < 2_000; i++) {
    const bytes = randomBytes(i % 300);
    if (i % 2 === 0 && bytes.length > 2) bytes.writeUInt16LE(0x50aa, 0);
    try {
      t.true(readPartitions(bytes).length * 32 <= bytes.length);
    } catch (error) {
      t.is((error as Error).message, 'no partition table');
    }
  }
  t.deepEqual(
    readPartitions(partitionTable()).map(entry => entry.label),
    ['otadata', 'ota_0', 'ota_1', 'nvs'],
  );
});

test('esptool gets chip, port and offsets; the settings are not overwritten', t =>
  inTemporary(folder => {
    const board = named('esp32s3');
    const parts = flashParts(board, readParts(build(folder, board)));
    const args = esptoolArguments(board, '/dev/ttyACM0', parts);
    t.deepEqual(args.slice(0, 7), [
      '--chip',
      'esp32s3',
      '--port',
      '/dev/ttyACM0',
      '--baud',
      '460800',
      'write_flash',
    ]);
    t.deepEqual(
      args.filter(arg => arg.startsWith('0x')),
      ['0x0', '0x8000', '0x9000', '0x10000'],
    );
    t.false(esptoolArguments(board, '', parts).includes('--port'));
  })());
