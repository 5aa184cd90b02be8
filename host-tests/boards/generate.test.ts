/**
 * Every board through mcconfig, and its makefile as far as it goes without a chip's compiler: TypeScript compiled and
 * checked, modules linked and preloaded into mc.xs.c, resources into mc.resources.c. Without the Moddable SDK these are
 * skipped, aloud.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { type Board, loadBoards } from '../../tools/make/boards.js';
import { generatedOf, mcconfig } from '../../tools/make/build.js';
import { findModdable, sdkEnvironment } from '../../tools/make/sdk.js';
import { sdkconfigOf } from '../../tools/make/sdkconfig.js';
import { TEST_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';
import { skippedWithout } from '../support/tools.js';

const OUT = join(ROOT, 'build/boards-test');
/** ESP-IDF's place: its makefile part wants a git repository there, and nothing else as far as this goes. */
const IDF = join(OUT, 'no-idf');

function git(...args: string[]): void {
  const who = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@localhost', '-c', 'commit.gpgsign=false'];
  spawnSync('git', [...who, ...args], { cwd: IDF });
}

/** The makefile's variable, its lines joined. */
function variable(makefile: string, name: string): string[] {
  const text = new RegExp(`^${name} =((?:.*\\\\\\n)*.*)$`, 'm').exec(makefile)?.[1] ?? '';
  return text.split(/[\s\\]+/).filter(word => word !== '');
}

test.before(() => {
  mkdirSync(IDF, { recursive: true });
  git('init', '-q');
  git('commit', '-q', '--allow-empty', '-m', 'v6.0');
});

for (const board of loadBoards(ROOT))
  test.serial(`${board.name}: mcconfig builds it to its generated sources`, t => {
    t.timeout(TEST_MS);
    if (skippedWithout(t, 'sdk')) return;
    const place = findModdable();
    const out = join(OUT, board.name);
    const run = mcconfig(ROOT, board, { out, quiet: true });
    t.is(run.status, 0, run.stderr + run.stdout);
    const folder = generatedOf(out, board);
    const makefile = readFileSync(join(folder, 'makefile'), 'utf8');
    checkMakefile(board, makefile, (value, wanted, message) => t.deepEqual(value, wanted, message));

    // ESP-IDF's settings: the SDK's with ours over them. The last line of a name counts.
    const project = join(folder, `xsProj-${board.chip.name}`);
    const merged = lastLines(readFileSync(join(project, 'sdkconfig.mc'), 'utf8'));
    for (const [name, value] of lastLines(sdkconfigOf(ROOT, board)))
      t.is(merged.get(name) || 'n', value, `${board.name}: ${name}`);
    t.is(
      readFileSync(join(project, 'partitions.csv'), 'utf8'),
      readFileSync(join(ROOT, 'manifests/chips/partitions.csv'), 'utf8'),
    );

    // ESP-IDF's part ends with sdkconfig.h; that is the one thing the generated sources wait for.
    mkdirSync(join(project, 'build/config'), { recursive: true });
    writeFileSync(join(project, 'build/config/sdkconfig.h'), '');
    const goals = ['mc.xs.c', 'mc.resources.c'].map(file => join(folder, file));
    const make = spawnSync('make', ['-f', join(folder, 'makefile'), ...goals], {
      cwd: ROOT,
      env: sdkEnvironment(ROOT, place, { IDF_PATH: IDF }),
      encoding: 'utf8',
    });
    t.is(make.status, 0, `${make.stdout}\n${make.stderr}`.slice(-3_000));
    const linked = readFileSync(join(folder, 'mc.xs.c'), 'utf8');
    for (const name of [
      'xs_mite_search_start',
      'xs_mite_esp32_console_write',
      'xs_mite_esp32_storage_write',
      'xs_mite_esp32_update_begin',
      'xs_digitalbank_constructor',
    ])
      t.true(linked.includes(name), name);
    const sensor = board.chip.name !== 'esp32';
    t.is(linked.includes('xs_mite_esp32_temperature'), sensor, 'the sensor of its chip');
    const components = readFileSync(join(folder, 'xs_idf_deps.txt'), 'utf8').split(/\s+/);
    t.true(components.includes('esp_driver_gpio'));
    t.is(components.includes('esp_driver_tsens'), sensor);
    // Everything of ours that is preloaded stays in flash; modules that are not would be there as code alone.
    const preloaded = variable(makefile, 'PRELOADS').filter(word => word !== '-p');
    for (const module of [
      'platforms/sdk/main.xsb',
      'platforms/sdk/esp32/console.xsb',
      'platforms/sdk/esp32/pins.xsb',
      'firmware/search/search.xsb',
    ])
      t.true(preloaded.includes(module), module);
  });

function checkMakefile(
  board: Board,
  makefile: string,
  same: (value: unknown, wanted: unknown, message: string) => void,
): void {
  const { chip, name } = board;
  const objects = variable(makefile, 'OBJECTS');
  const files = objects.map(object => object.split('/').at(-1)!);
  // mcconfig names objects after files alone: two of one name would be one.
  same(
    files.filter((file, i) => files.indexOf(file) !== i),
    [],
    `${name}: objects of one name`,
  );
  const engine = chip.name === 'esp32' ? 'sha_classic.c.o' : 'sha_restore.c.o';
  const wanted = [
    'kernel.c.o',
    'backend_assembly.c.o',
    'port_freertos.c.o',
    'sha_idf.c.o',
    'wake.c.o',
    engine,
  ];
  same(
    wanted.filter(file => !files.includes(file)),
    [],
    `${name}: objects that are missing`,
  );
  same(
    files.filter(file => /^(port_posix|backend_(shani|avx2|arm64)|sha_(classic|restore))\.c/.test(file)),
    [engine],
    `${name}: of another machine`,
  );
  same(variable(makefile, 'ESP32_SUBCLASS').at(-1), chip.name, `${name}: chip`);
  same(makefile.includes('mite_kernel.S.o: $(MITE_SEARCH)/$(ESP_ARCH)/kernel.S'), true, `${name}: assembly`);
}

function lastLines(text: string): Map<string, string> {
  const lines = text.split('\n').filter(line => /^CONFIG_\w+=/.test(line));
  return new Map(lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}
