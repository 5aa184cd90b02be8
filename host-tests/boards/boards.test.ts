import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { boardNamed, boardTable, loadBoards, ownIncludes } from '../../tools/make/boards.js';
import { outOf } from '../../tools/make/build.js';
import { findIdf, findModdable, Missing } from '../../tools/make/sdk.js';
import { sdkconfigOf } from '../../tools/make/sdkconfig.js';
import { ROOT } from '../support/processes.js';

// What the boards' folders say, without any SDK.

const boards = loadBoards(ROOT);
const WANTED = [
  ...['cyd', 'esp32', 'esp32c3', 'esp32c6', 'esp32s2', 'esp32s3', 'm5stack', 'm5stick_cplus'],
  ...['tdisplay_s3', 'ttgo_tdisplay', 'wt32_eth01', 'esp32_qemu', 'esp32c3_qemu'],
];

test('all boards are there, each with a row for people', t => {
  const names = boards.map(board => board.name);
  for (const name of WANTED) t.true(names.includes(name), name);
  const table = boardTable(boards);
  t.is(table.length, boards.length + 1);
  for (const [i, board] of boards.entries()) {
    t.true(table[i + 1]!.startsWith(`${board.name} `));
    t.true(table[i + 1]!.includes(board.chip.backends.join(' ')));
  }
});

test('every manifest is valid, and what it includes and names exists', t => {
  const seen = new Set<string>();
  const check = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    t.true(existsSync(path), path);
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    for (const part of [manifest, ...Object.values<typeof manifest>(manifest.platforms ?? {})])
      for (const sources of Object.values<string | string[]>(part.modules ?? {}))
        for (const source of [sources].flat()) {
          if (source.startsWith('$(') || source.includes('/build/')) continue; // the SDK's, or made by make
          const folder = join(path, '..', source, '..');
          const base = source.split('/').at(-1)!;
          const found = readdirSync(folder).some(file => base === '*' || file.replace(/\.\w+$/, '') === base);
          t.true(found, `${path}: ${source}`);
        }
    for (const other of ownIncludes(path)) check(other);
  };
  for (const board of boards) check(board.manifest);
  t.true(seen.size > boards.length + 5);
});

test('a chip names exactly the backends that its build has', t => {
  const sources = readdirSync(join(ROOT, 'firmware/search')).filter(file => file.endsWith('.c'));
  const text = sources.map(file => readFileSync(join(ROOT, 'firmware/search', file), 'utf8')).join('\n');
  for (const { chip } of boards) {
    for (const backend of chip.backends) t.true(text.includes(`.name = "${backend}"`), backend);
    const [engine, assembly, last] = chip.backends;
    t.is(engine, chip.name === 'esp32' ? 'sha-classic' : 'sha-restore');
    t.is(assembly, chip.architecture);
    t.is(last, 'portable');
    const { modules } = JSON.parse(readFileSync(join(ROOT, `manifests/chips/${chip.name}.json`), 'utf8'));
    t.deepEqual(modules['firmware/search/*'], [`../../firmware/search/${engine!.replace('-', '_')}`]);
  }
});

test('partitions: two slots of one size, aligned, nothing overlaps, all within 4 MB', t => {
  const rows = readFileSync(join(ROOT, 'manifests/chips/partitions.csv'), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => line.split(',').map(field => field.trim()));
  let end = 0x9000; // the partition table ends here
  for (const [name, type, , offset, size] of rows) {
    t.true(Number(offset) >= end, `${name} begins within another`);
    t.is(Number(offset) % (type === 'app' ? 0x10000 : 0x1000), 0, name);
    end = Number(offset) + Number(size);
  }
  t.true(end <= 4 * 1024 * 1024);
  const slots = rows.filter(([, type]) => type === 'app');
  t.deepEqual(
    slots.map(row => row[2]),
    ['ota_0', 'ota_1'],
  );
  t.is(slots[0]![4], slots[1]![4]);
  t.true(rows.some(row => row[0] === 'otadata' && Number(row[4]) === 0x2000));
  t.true(rows.some(row => row[0] === 'nvs' && Number(row[4]) >= 0x6000));
});

test('sdkconfig: a debug build has a log and a panic that prints, whatever a board says; others have neither', t => {
  const last = (text: string, name: string) =>
    text
      .split('\n')
      .filter(line => line.startsWith(`CONFIG_${name}=`))
      .at(-1);
  for (const board of boards) {
    const usual = sdkconfigOf(ROOT, board);
    const debug = sdkconfigOf(ROOT, { ...board, debug: true });
    t.true(debug.startsWith(usual));
    for (const name of [
      'ESP_CONSOLE_UART_DEFAULT',
      'LOG_DEFAULT_LEVEL_INFO',
      'ESP_SYSTEM_PANIC_PRINT_REBOOT',
    ]) {
      t.is(last(debug, name), `CONFIG_${name}=y`, board.name);
      t.is(last(usual, name), undefined, board.name);
    }
    for (const name of ['ESP_CONSOLE_NONE', 'ESP_SYSTEM_PANIC_SILENT_REBOOT']) {
      t.is(last(debug, name), `CONFIG_${name}=n`, board.name);
      t.is(last(usual, name), `CONFIG_${name}=y`, board.name);
    }
    t.not(outOf(ROOT, board), outOf(ROOT, { ...board, debug: true }));
  }
});

test('sdkconfig: one flash size, speed, watchdogs, no memory dump, Ethernet where present', t => {
  for (const board of boards) {
    const settings = new Map<string, string>();
    for (const line of sdkconfigOf(ROOT, board).split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [, name, value] = /^(CONFIG_[A-Z0-9_]+)=([^=]+)$/.exec(line) ?? [];
      t.true(name !== undefined && !settings.has(name), `${board.name}: ${line}`); // mcconfig splits at '='
      settings.set(name!, value!);
    }
    const on = (name: string) => settings.get(`CONFIG_${name}`) === 'y';
    t.deepEqual(
      [2, 4, 8, 16, 32].filter(size => on(`ESPTOOLPY_FLASHSIZE_${size}MB`)),
      [board.flash],
    );
    t.true(on(`ESP_DEFAULT_CPU_FREQ_MHZ_${board.chip.mhz}`) && on('COMPILER_OPTIMIZATION_SIZE'));
    t.true(on('ESP_TASK_WDT_EN') && on('ESP_TASK_WDT_PANIC') && on('ESP_INT_WDT'));
    t.is(on('ESP_TASK_WDT_CHECK_IDLE_TASK_CPU1'), board.chip.cores === 2, board.name);
    t.true(on('BOOTLOADER_APP_ROLLBACK_ENABLE') && !on('BOOTLOADER_SKIP_VALIDATE_ALWAYS'));
    t.true(on('ESP_COREDUMP_ENABLE_TO_NONE') && !on('ESP_COREDUMP_ENABLE_TO_UART'));
    t.is(on('ETH_USE_ESP32_EMAC'), board.network === 'ethernet' && !board.emulated);
    t.is(on('ETH_USE_OPENETH'), board.emulated === true, "a part of the board's own");
    t.true(on('LIBC_NEWLIB'), 'the C library is named');
  }
});

test('a wrong name lists the boards', t => {
  t.is(boardNamed(boards, 'cyd').title, 'ESP32-2432S028 ("Cheap Yellow Display")');
  for (const name of ['', 'esp33', 'ESP32', '../esp32'])
    t.throws(() => boardNamed(boards, name), {
      message: new RegExp(boards.map(board => board.name).join(' ')),
    });
});

test('what is missing is named, with the way to get it', t => {
  const home = mkdtempSync(join(tmpdir(), 'mite-home-'));
  try {
    const moddable = t.throws(() => findModdable({}, home), { instanceOf: Missing });
    t.regex(moddable.message, /npx xs-dev setup$/);
    const idf = t.throws(() => findIdf({ IDF_PATH: join(home, 'nowhere') }, home), { instanceOf: Missing });
    t.regex(idf.message, /npx xs-dev setup --device esp32$/);
    const place = join(home, '.local/share/moddable');
    mkdirSync(join(place, 'tools'), { recursive: true });
    writeFileSync(join(place, 'tools/mcconfig.js'), '');
    t.throws(() => findModdable({}, home), { message: /are not built: npx xs-dev setup/ });
    mkdirSync(join(place, 'build/bin/lin/release'), { recursive: true });
    writeFileSync(join(place, 'build/bin/lin/release/mcconfig'), '');
    t.is(findModdable({}, home), place);
    t.is(findModdable({ MODDABLE: '' }, home), place);
  } finally {
    rmSync(home, { recursive: true });
  }
});
