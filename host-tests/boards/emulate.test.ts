/** What `make emulate` does before there is an emulator: the flash file, what is missing, and how two logs are shown. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { Columns, forPeople, plain } from '../../tools/emulate/columns.js';
import { writeFlash } from '../../tools/emulate/flash.js';
import { boardNamed, loadBoards } from '../../tools/make/boards.js';
import { Missing } from '../../tools/make/sdk.js';
import { ROOT } from '../support/processes.js';
import { build } from './made-up.js';

const boards = loadBoards(ROOT);

test('the flash file: images where they belong, settings stay, another size begins anew', t => {
  const folder = mkdtempSync(join(tmpdir(), 'mite-flash-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'flash.bin');
  for (const [name, bootloader] of [
    ['esp32_qemu', 0x1000],
    ['esp32c3_qemu', 0],
  ] as const) {
    const board = boardNamed(boards, name);
    const images = build(join(folder, name), board);
    const app = readFileSync(join(images, 'xs_esp32.bin'));
    t.deepEqual(writeFlash(board, images, file), { image: app.length, slot: 0x1f0000 });
    const flash = readFileSync(file);
    t.is(flash.length, 4 * 1024 * 1024);
    t.true(flash.subarray(0x10000, 0x10000 + app.length).equals(app));
    t.is(flash[bootloader], 0xe9);
    flash.fill(0x5a, 0x3f0000);
    writeFileSync(file, flash);
    writeFlash(board, build(join(folder, name), board), file);
    const again = readFileSync(file);
    t.true(again.subarray(0x3f0000).every(byte => byte === 0x5a));
    t.false(again.subarray(0x10000, 0x10000 + app.length).equals(app));
    writeFileSync(file, 'too short');
    writeFlash(board, images, file);
    t.is(readFileSync(file)[0x3f0000], 0xff);
  }
  const board = boardNamed(boards, 'esp32_qemu');
  t.throws(() => writeFlash(board, join(folder, 'nowhere'), file), { instanceOf: Missing });
  const wrong = build(join(folder, 'wrong'), board, { app: new Uint8Array(64) });
  t.throws(() => writeFlash(board, wrong, file), { message: /not an image/ });
});

test('what is missing is named at once, with what gets it; a board that no emulator has is refused', t => {
  const run = (board: string) => {
    const { MODDABLE: _sdk, IDF_PATH: _idf, ...rest } = process.env;
    const environment = { ...rest, HOME: '/nowhere', PATH: '/nowhere' };
    const tool = join(ROOT, 'build/js/tools/emulate/main.js');
    return spawnSync(process.execPath, [tool, '--board', board, '--blocks', '1'], {
      env: environment,
      encoding: 'utf8',
    });
  };
  const bare = run('esp32_qemu');
  t.is(bare.status, 1);
  for (const wanted of [
    /Moddable SDK is missing .*npx xs-dev setup/,
    /ESP-IDF is missing .*npx xs-dev setup --device esp32/,
    /xtensa-esp32-elf-gcc or idf\.py is not in PATH: .*install\.sh esp32/,
    /qemu-system-xtensa does not run: python .*idf_tools\.py install qemu-xtensa/,
  ])
    t.regex(bare.stderr, wanted);
  t.regex(run('esp32c3_qemu').stderr, /install qemu-riscv32/);
  const other = run('cyd');
  t.is(other.status, 2);
  t.regex(other.stderr, /there are: esp32_qemu esp32c3_qemu/);
});

test('lines for people: no escapes, no prompts, nothing of a dialogue between programs', t => {
  t.is(plain('\r\x1b[Kmite> [info] x\r'), 'mite> [info] x');
  t.is(plain('rubbed out\rkept'), 'kept');
  t.is(forPeople('\r\x1b[Kmite> \r\x1b[K[info] block found\r'), '[info] block found');
  t.is(forPeople('{"event":"block","level":"info","text":"block found"}'), '[info] block found');
  t.is(forPeople('{"reply":"config","ok":true,"key":"device.secret","value":"(set)"}'), '');
  t.is(forPeople('json off'), '');
  t.is(forPeople('{"half a'), '');
});

test('two logs side by side on a wide terminal, with their names elsewhere', t => {
  const shown = (columns: number) => {
    let text = '';
    const both = new Columns(
      ['board', 'node'],
      () => columns,
      more => {
        text += more;
      },
    );
    both.take(0, 'one\ntw');
    both.take(1, 'ready\n');
    both.take(0, 'o\n');
    return text.split('\n').filter(line => line !== '');
  };
  t.deepEqual(shown(0), ['board | one', 'node  | ready', 'board | two']);
  const wide = shown(123);
  t.is(wide[0], `${'one'.padEnd(60)} |`);
  t.is(wide[1], `${''.padEnd(60)} | ready`);
});
