import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'ava';
import { PROGRAM_MS } from '../support/deadlines.js';
import { CASES } from './cases.js';
import { circles, type Import, importsBelow, importsOf } from './imports.js';
import { ROOMS } from './rooms.js';

/** What `make lint` says of a tree of written files: its exit code and its lines. */
function lint(files: Record<string, string>): { code: number | null; lines: string[] } {
  const root = mkdtempSync(join(tmpdir(), 'mite-imports-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { status, stderr } = spawnSync(process.execPath, ['build/js/host-tests/imports/main.js', root], {
      encoding: 'utf8',
      timeout: PROGRAM_MS,
    });
    return { code: status, lines: stderr.split('\n').filter(line => line !== '') };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const folderOf = (room: string) => room.replace('/**', '');

test('every room has its cases', t => {
  t.deepEqual(Object.keys(CASES).sort(), ROOMS.map(room => room.folder).sort());
});

test('no two rooms may need each other', t => {
  const needs = ROOMS.flatMap(({ folder, imports }) =>
    imports.map(target => ({ file: folder, line: 0, specifier: target, target })),
  );
  t.deepEqual(circles(needs), []);
});

test('the ledger does not use the judge, which is a second opinion on it', t => {
  const used = importsBelow('.', ['trusted-node/ledger']).filter(({ target }) =>
    /^firmware\/domain\/(judge\/|script\/|transaction-view\.ts)/.test(target),
  );
  t.deepEqual(used, []);
});

test('what a room may not import is refused, one line each; what it may is accepted', t => {
  const write = (which: 'refused' | 'taken') =>
    Object.fromEntries(
      Object.entries(CASES).map(([room, names]) => [
        `${folderOf(room)}/made.ts`,
        names[which].map(name => `import { a } from '${name}';\n`).join(''),
      ]),
    );
  const bad = lint(write('refused'));
  t.is(bad.code, 1);
  t.deepEqual(
    // Together they make circles of rooms, too.
    bad.lines
      .filter(line => line.includes(': imports '))
      .map(line => line.slice(0, line.indexOf(': imports ')))
      .sort(),
    Object.entries(CASES)
      .flatMap(([room, { refused }]) => refused.map((_, i) => `imports: ${folderOf(room)}/made.ts:${i + 1}`))
      .sort(),
  );
  t.deepEqual(lint(write('taken')), { code: 0, lines: [] });
});

test('no room but host-tests reaches tests, and no room of the board Node, another house or the tests', t => {
  const files: Record<string, string> = {};
  let count = 0;
  for (const { folder } of ROOMS.filter(room => room.folder !== 'host-tests/**')) {
    const up = '../'.repeat(folder.split('/').length);
    const names = [`${up}host-tests/support/node.js`];
    if (folder.startsWith('firmware'))
      names.push('node:fs', 'fs', `${up}trusted-node/common/curve.js`, `${up}platforms/sdk/lin/tcp.js`);
    if (!folder.startsWith('trusted-node')) names.push(`${up}trusted-node/node.js`);
    files[`${folder}/made.ts`] = names.map(name => `import '${name}';\n`).join('');
    count += names.length;
  }
  t.is(lint(files).lines.length, count);
});

test('every way to import is seen, however the path is written', t => {
  const ways = [
    "import { a } from '../board.js';",
    "import * as a from '../board.js';",
    "import a, { b } from '../board.js';",
    "import type { A } from '../board.js';",
    "import { type A } from '../board.js';",
    "import {\n  a, // the first\n  /* 'b' */ b,\n} from '../board.js';",
    "import '../board.js';",
    'import "../board.js";',
    "export { a } from '../board.js';",
    "export * from '../board.js';",
    "export * as all from '../board.js';",
    "export type { A } from '../board.js';",
    "const a = await import('../board.js');",
    'const a = await import(\n  `../board.js`\n);',
    "let a: import('../board.js').A;",
    "type A = typeof import('../board.js');",
    "import a = require('../board.js');",
    "const a = require('../board.js');",
    '/// <reference path="../board.ts" />',
    "/* a comment before */ import { a } from '../board.js';",
    "import { a } from './../board.js';",
    "import { a } from '../domain/../main.js';",
    "import { a } from '../../firmware/board.js';",
    "import { a } from './x/../../board.js';",
    "import { a } from '../board.ts';",
    'const a = await import(name);',
    "const a = await import('../' + name);",
    'const a = await import(`../$' + '{name}.js`);',
  ];
  const named = ways.map((way, i): [string, string] => [`firmware/protocol/way${i}.ts`, `${way}\n`]);
  for (const ext of ['cts', 'mts', 'js', 'mjs', 'cjs', 'd.ts'])
    named.push([`firmware/protocol/made.${ext}`, "import '../board.js';\n"]);
  const { code, lines } = lint(Object.fromEntries(named));
  t.is(code, 1);
  for (const [file, text] of named) t.is(lines.filter(line => line.includes(`${file}:`)).length, 1, text);
});

test('text that only looks like an import is not one', t => {
  const source = [
    "// import { a } from '../board.js';",
    '/**',
    " * import { a } from '../board.js';",
    ' */',
    "const text = 'connects from ' + '../board.js';",
    'log(`import of $' + "{name} from '../board.js'`);",
    "export const words = ['from', '../board.js'];",
    "require(valid, 'low-difficulty');",
  ].join('\n');
  t.deepEqual(importsOf('firmware/protocol/made.ts', source), []);
  const after: Import[] = importsOf(
    'firmware/protocol/made.ts',
    `${source}\nimport { a } from './json.js';\n`,
  );
  t.deepEqual(after, [
    {
      file: 'firmware/protocol/made.ts',
      line: 9,
      specifier: './json.js',
      target: 'firmware/protocol/json.ts',
    },
  ]);
});

test('a folder that no room names is refused, and so is a circle, even of types', t => {
  const { lines } = lint({
    'firmware/novel/a.ts': "import '../domain/bytes.js';\n",
    'boards/mine/tool.ts': "import 'node:fs';\n",
    'firmware/domain/a.ts': "import type { B } from './b.js';\n",
    'firmware/domain/b.ts': "export * from './c.js';\n",
    'firmware/domain/c.ts': "import { a } from './a.js';\n",
    'firmware/domain/d.ts': "import { a } from './a.js';\n",
    'firmware/domain/e.ts': "import './e.js';\n",
  });
  t.deepEqual(lines.sort(), [
    'imports: boards/mine/tool.ts:1: boards/mine is no room: give it a line in host-tests/imports/rooms.ts',
    'imports: firmware/novel/a.ts:1: firmware/novel is no room: give it a line in host-tests/imports/rooms.ts',
    'imports: these files import each other in a circle: firmware/domain/a.ts, firmware/domain/b.ts, firmware/domain/c.ts',
    'imports: these files import each other in a circle: firmware/domain/e.ts',
  ]);
});

test('rooms that need each other in a circle are refused, even if none of their files do', t => {
  const { code, lines } = lint({
    'firmware/ports/a.ts': "import type { B } from '../domain/b.js';\n",
    'firmware/domain/b.ts': 'export const b = 1;\n',
    'firmware/domain/c.ts': "import type { D } from '../ports/d.js';\n",
    'firmware/ports/d.ts': 'export const d = 1;\n',
    // One room, whatever its folders.
    'host-tests/e2e/a.test.ts': "import '../support/b.js';\n",
    'host-tests/support/c.ts': "import '../e2e/d.js';\n",
  });
  t.is(code, 1);
  t.deepEqual(
    lines.filter(line => line.includes('circle')),
    ['imports: these rooms import each other in a circle: firmware/domain, firmware/ports'],
  );
});

test('a source file above 400 lines is refused, in each language; data and an exception of need are not', t => {
  const lines = (count: number) => '\n'.repeat(count);
  const { code, lines: told } = lint({
    'firmware/domain/long.ts': lines(401),
    'firmware/domain/fits.ts': lines(400),
    'firmware/domain/end.ts': `${lines(400)}//`,
    'firmware/search/long.c': lines(401),
    'firmware/search/long.h': lines(401),
    'firmware/search/riscv/other.S': lines(401),
    'firmware/search/riscv/kernel.S': lines(9000),
    'firmware/search/xtensa/kernel.S': lines(12),
    'host-tests/native/long.mk': lines(401),
    'host-tests/cases/vectors.json': lines(5000),
  });
  t.is(code, 1);
  const above = (file: string) => `sizes: ${file}: has 401 lines, more than 400: split it by its jobs`;
  t.deepEqual(told.sort(), [
    above('firmware/domain/end.ts'),
    above('firmware/domain/long.ts'),
    above('firmware/search/long.c'),
    above('firmware/search/long.h'),
    above('firmware/search/riscv/other.S'),
    'sizes: firmware/search/xtensa/kernel.S: has 12 lines: it needs no exception in host-tests/imports/sizes.ts any more',
    above('host-tests/native/long.mk'),
  ]);
});

test('make lint has this check in it', t => {
  const { stdout } = spawnSync('make', ['-n', 'lint'], { encoding: 'utf8', timeout: PROGRAM_MS });
  t.regex(stdout, /node build\/js\/host-tests\/imports\/main\.js/);
});
