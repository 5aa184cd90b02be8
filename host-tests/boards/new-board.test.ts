import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { loadBoards } from '../../tools/make/boards.js';
import { newBoard } from '../../tools/make/new-board.js';
import { generatedTexts } from '../../tools/make/tables.js';
import { ROOT } from '../support/processes.js';

// A stranger's board: made, filled in wrongly, put right.

function project(t: ExecutionContext): string {
  const root = mkdtempSync(join(tmpdir(), 'mite-boards-'));
  t.teardown(() => rmSync(root, { recursive: true }));
  for (const folder of ['boards', 'manifests', 'platforms/sdk'])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  return root;
}

type Fields = Record<string, unknown>;

/** Changes config.board of a manifest. */
function change(root: string, name: string, edit: (board: Fields, manifest: Fields) => void): void {
  const file = join(root, 'boards', name, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { config: { board: Fields } };
  edit(manifest.config.board, manifest as never);
  writeFileSync(file, JSON.stringify(manifest));
}

test('a new board, from each existing one', t => {
  const root = project(t);
  for (const [i, { name: from }] of loadBoards(ROOT).entries()) {
    const lines = newBoard(root, `mine${i}`, from);
    t.true(lines.some(line => line.includes(`make firmware BOARD=mine${i}`)));
    const boards = loadBoards(root);
    const board = boards.find(({ name }) => name === `mine${i}`)!;
    const { title, manifest, ...rest } = boards.find(({ name }) => name === from)!;
    t.like(board, { ...rest, name: `mine${i}` });
    t.true(board.title.startsWith(`mine${i}, like `));
  }
});

test('a name that is wrong or taken, and a board that does not exist', t => {
  const root = project(t);
  for (const name of ['Mine', '../mine', 'a b', 'x'.repeat(33)])
    t.throws(() => newBoard(root, name, 'esp32'), { message: /expected 1 to 32 of a-z/ });
  t.throws(() => newBoard(root, 'cyd', 'esp32'), { message: /boards\/cyd is there already/ });
  t.throws(() => newBoard(root, 'sim', 'esp32'), { message: /boards\/sim is there already/ });
  t.throws(() => newBoard(root, 'host', 'esp32'), { message: /the emulated board has that name/ });
  t.throws(() => newBoard(root, 'mine', 'esp33'), { message: /no board "esp33"; there are: / });
  t.throws(() => newBoard(root, 'mine', ''), { message: /which board\?/ });
  t.false(existsSync(join(root, 'boards/mine')));
});

const WRONG: readonly [(board: Fields, manifest: Fields) => void, RegExp][] = [
  [board => delete board.flash, /config\.board\.flash: is missing; expected one of 2\|4\|8\|16\|32/],
  [board => Object.assign(board, { flash: 5 }), /config\.board\.flash: expected one of/],
  [board => Object.assign(board, { flash: '4' }), /config\.board\.flash: expected one of/],
  [
    board => Object.assign(board, { network: 'lora' }),
    /config\.board\.network: expected one of "wifi"\|"ethernet"/,
  ],
  [board => Object.assign(board, { console: [] }), /config\.board\.console: too small/],
  [board => Object.assign(board, { colour: 'red' }), /config\.board: unrecognized key: "colour"/],
  [board => Object.assign(board, { name: 'other' }), /config\.board\.name: expected "mine"/],
  [board => Object.assign(board, { title: '' }), /config\.board\.title: too small/],
  [board => Object.assign(board, { target: 'esp8266' }), /config\.board\.target: expected esp32/],
  [board => Object.assign(board, { reserved: [2, 2] }), /config\.board\.reserved: names a pin twice/],
  [board => Object.assign(board, { reserved: [1.5] }), /config\.board\.reserved\.0: expected int/],
  [board => Object.assign(board, { reserved: [50] }), /config\.board\.reserved: an ESP32 has no pin 50/],
  [board => Object.assign(board, { reserved: [6] }), /pin 6 is reserved by the chip already/],
  [board => Object.assign(board, { pins: { backlight: 4 } }), /pin 4 is missing: it is the backlight's/],
  [
    board => Object.assign(board, { pins: { button: 4 } }),
    /config\.board\.pins\.button: features do not name a button/,
  ],
  [board => Object.assign(board, { features: ['display'] }), /config\.board\.display: is missing/],
  [
    board => Object.assign(board, { features: ['display'], display: { driver: 'x', width: 1, height: 2 } }),
    /there are no screens of 1x2/,
  ],
  [(_, manifest) => Object.assign(manifest, { include: [] }), /include: names none of manifests\/chips/],
  [
    (_, manifest) => Object.assign(manifest, { include: ['../../manifests/chips/esp99.json'] }),
    /include: there is no \.\.\/\.\.\/manifests\/chips\/esp99\.json/,
  ],
  [(_, manifest) => delete manifest.include, /include: is missing/],
  [
    (_, manifest) => Object.assign(manifest, { includes: [] }),
    /manifest\.json: unrecognized key: "includes"/,
  ],
  [(_, manifest) => delete manifest.config, /config: is missing/],
  [(_, manifest) => Object.assign(manifest, { config: { bord: {} } }), /config\.board: is missing/],
  [
    (_, manifest) => without(manifest, 'platforms/sdk'),
    /include: \.\.\/\.\.\/platforms\/sdk\/manifest\.json is missing/,
  ],
  [(_, manifest) => without(manifest, 'wifi'), /include: \.\.\/\.\.\/manifests\/wifi\.json is missing/],
  [board => Object.assign(board, { network: 'ethernet' }), /manifests\/ethernet\.json is missing/],
  [
    (_, manifest) => (manifest.include as string[]).push('../../manifests/chips/esp32c3.json'),
    /include: names more than one of manifests\/chips/,
  ],
];

/** The same for a board with a display that the SDK does not know. */
const WRONG_DISPLAY: typeof WRONG = [
  [
    (_, manifest) => Object.assign(manifest.config as Fields, { screen: 'st7789' }),
    /config\.screen: expected "ili9341", as config\.board\.display\.driver is/,
  ],
  [(_, manifest) => delete (manifest.config as Fields).screen, /config\.screen: expected "ili9341"/],
  [(_, manifest) => without(manifest, 'manifests/display'), /manifests\/display\.json is missing/],
];

function without(manifest: Fields, part: string): void {
  manifest.include = (manifest.include as string[]).filter(path => !path.includes(part));
}

test('a wrong or missing field is named with its file', t => {
  for (const [from, list] of [
    ['esp32', WRONG],
    ['cyd', WRONG_DISPLAY],
  ] as const)
    for (const [edit, wanted] of list) {
      const root = project(t);
      newBoard(root, 'mine', from);
      change(root, 'mine', edit);
      const { message } = t.throws(() => loadBoards(root));
      t.regex(message, wanted);
      t.true(message.startsWith('boards/mine/manifest.json: '), message);
    }
});

test('what a board includes from the Moddable SDK is looked up where that is installed', t => {
  const root = project(t);
  const sdk = join(root, 'sdk');
  t.throws(() => loadBoards(root, sdk), {
    message:
      /boards\/cyd\/manifest\.json: include: there is no \$\(MODDABLE\)\/modules\/drivers\/ili9341\/manifest\.json/,
  });
  mkdirSync(join(sdk, 'modules/drivers/ili9341'), { recursive: true });
  writeFileSync(join(sdk, 'modules/drivers/ili9341/manifest.json'), '{}');
  t.is(loadBoards(root, sdk).length, loadBoards(ROOT).length);
});

test('boards/ holds boards: a folder without a manifest and a stray file are named', t => {
  const root = project(t);
  mkdirSync(join(root, 'boards/empty'));
  writeFileSync(join(root, 'boards/notes.txt'), '');
  writeFileSync(join(root, 'boards/.hidden'), '');
  t.throws(() => loadBoards(root), {
    message:
      'boards/empty: is no board: it has no manifest.json\nboards/notes.txt: is no board: it has no manifest.json',
  });
});

test('everything wrong is reported at once, and a file that is not JSON is named', t => {
  const root = project(t);
  newBoard(root, 'mine', 'esp32');
  newBoard(root, 'second', 'cyd');
  change(root, 'mine', board => Object.assign(board, { flash: 5, network: 'lora' }));
  change(root, 'second', board => delete board.title);
  const { message } = t.throws(() => loadBoards(root));
  t.is(message.split('\n').length, 3, message);
  writeFileSync(join(root, 'boards/mine/manifest.json'), '{');
  t.throws(() => loadBoards(root), { message: /boards\/mine\/manifest\.json: .*JSON/ });
});

test('the tables in the docs and the schema for editors are those of the boards’ files', t => {
  for (const { path, is, should } of generatedTexts(ROOT, loadBoards(ROOT)))
    t.is(is, should, `${path} is out of date: make board-tables`);
});
