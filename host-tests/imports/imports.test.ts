import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'ava';
import { PROGRAM_MS } from '../support/deadlines.js';
import { type Import, importsOf } from './imports.js';
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

/** Each room, as a file of it imports: what is refused, and what is taken. */
const CASES: Record<string, { refused: string[]; taken: string[] }> = {
  'firmware/domain': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      '../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '@noble/hashes/x.js'],
  },
  'firmware/protocol': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      '../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '../domain/one.js', './mite/one.js'],
  },
  'firmware/protocol/mite': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      '../../parts/mining/miner.js',
      '../../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../one.js'],
  },
  'firmware/protocol/mqtt': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      '../../parts/mining/miner.js',
      '../../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', 'buffer', '../../domain/one.js', '../one.js'],
  },
  'firmware/protocol/mqtt/standins': {
    refused: [
      '../../../board.js',
      '../../../../trusted-node/common/curve.js',
      '../../../../platforms/sdk/tcp.js',
      '../../../parts/mining/miner.js',
      '../../../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../one.js'],
  },
  'firmware/ports': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../domain/one.js'],
  },
  'firmware/storage': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../domain/one.js', '../ports/one.js'],
  },
  'firmware/transport': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../domain/one.js', '../ports/one.js', '../protocol/one.js'],
  },
  'firmware/settings': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../ports/one.js', '../storage/one.js'],
  },
  'firmware/parts/attestation': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../console/one.js', '../mining/one.js'],
  },
  'firmware/parts/chain': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../console/one.js', '../mining/one.js'],
  },
  'firmware/parts/commands': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../mining/one.js', '../../ports/one.js', '../../protocol/one.js'],
  },
  'firmware/parts/console': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../../settings/one.js', '../mining/one.js'],
  },
  'firmware/parts/display': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      '../../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '../console/one.js', '../mining/one.js', 'piu/MC'],
  },
  'firmware/parts/idle': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../mining/one.js', '../../ports/one.js'],
  },
  'firmware/parts/mining': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../console/one.js', '../../ports/one.js'],
  },
  'firmware/parts/network': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../console/one.js', '../mining/one.js', '../../ports/one.js'],
  },
  'firmware/parts/node': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../mining/one.js', '../../ports/one.js'],
  },
  'firmware/parts/proof': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      '../mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../console/one.js', '../../ports/one.js'],
  },
  'firmware/parts/status': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../console/one.js', '../mining/one.js', '../../ports/one.js'],
  },
  'firmware/parts/update': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      'node:fs',
    ],
    taken: ['./other.js', '../../domain/one.js', '../mining/one.js', '../../ports/one.js'],
  },
  'firmware/search': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      'node:fs',
    ],
    taken: ['./other.js', '../ports/one.js'],
  },
  'firmware/search/generator': {
    refused: [
      '../../board.js',
      '../../../trusted-node/common/curve.js',
      '../../../platforms/sdk/tcp.js',
      '../../parts/mining/miner.js',
      '../../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js'],
  },
  'firmware/curve': {
    refused: [
      '../board.js',
      '../../trusted-node/common/curve.js',
      '../../platforms/sdk/tcp.js',
      '../parts/mining/miner.js',
      '../ports/platform.js',
      'node:fs',
    ],
    taken: ['./other.js', '../domain/one.js'],
  },
  firmware: {
    refused: ['../trusted-node/common/curve.js', '../platforms/sdk/tcp.js', 'node:fs'],
    taken: ['./other.js', './domain/one.js', './parts/attestation/one.js', './parts/chain/one.js'],
  },
  'platforms/host': {
    refused: [
      '../../trusted-node/common/curve.js',
      '../../tools/mite/port.js',
      '../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: ['./other.js'],
  },
  'platforms/host/firmware': {
    refused: [
      '../../../trusted-node/common/curve.js',
      '../../../tools/mite/port.js',
      '../../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: [
      './other.js',
      '../../../firmware/one.js',
      '../../../firmware/curve/one.js',
      '../../../firmware/parts/console/one.js',
    ],
  },
  'platforms/sdk': {
    refused: [
      '../../trusted-node/common/curve.js',
      '../../tools/mite/port.js',
      '../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: ['./other.js', 'embedded:io/digital', '../../firmware/one.js', '../../firmware/curve/one.js'],
  },
  'platforms/sdk/esp32': {
    refused: [
      '../../../trusted-node/common/curve.js',
      '../../../tools/mite/port.js',
      '../../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: ['./other.js', 'embedded:io/digital', 'ethernet', '../../../firmware/parts/console/one.js'],
  },
  'platforms/sdk/headless': {
    refused: [
      '../../../trusted-node/common/curve.js',
      '../../../tools/mite/port.js',
      '../../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: ['./other.js'],
  },
  'platforms/sdk/lin': {
    refused: [
      '../../../trusted-node/common/curve.js',
      '../../../tools/mite/port.js',
      '../../../firmware/parts/chain/points.js',
      'node:fs',
    ],
    taken: [
      './other.js',
      '../../../firmware/parts/console/one.js',
      '../../../firmware/ports/one.js',
      '../../../firmware/storage/one.js',
    ],
  },
  'tools/build': {
    refused: [
      '../../trusted-node/common/curve.js',
      '../../firmware/board.js',
      '../../platforms/host/firmware/platform.js',
      'pino',
    ],
    taken: ['./other.js', 'better-sqlite3', 'node:os', '../mite/one.js'],
  },
  'tools/mite': {
    refused: [
      '../../trusted-node/common/curve.js',
      '../../firmware/board.js',
      '../../platforms/host/firmware/platform.js',
      'pino',
    ],
    taken: [
      './other.js',
      'commander',
      '../../firmware/parts/console/one.js',
      '../../firmware/parts/mining/one.js',
    ],
  },
  'tools/run': {
    refused: ['../../firmware/board.js', '../../platforms/host/firmware/platform.js', 'pino'],
    taken: ['./other.js', 'node:os', '../mite/one.js', '../../trusted-node/cli/one.js'],
  },
  'trusted-node': {
    refused: [
      '../firmware/board.js',
      '../firmware/parts/chain/points.js',
      '../tools/mite/port.js',
      './cli/main.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../firmware/domain/one.js', '../firmware/protocol/mite/one.js', 'kysely'],
  },
  'trusted-node/cli': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', 'commander', '../../firmware/domain/one.js', '../../firmware/protocol/mite/one.js'],
  },
  'trusted-node/common': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      '../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '@noble/curves/x.js', '../../firmware/domain/one.js', 'node:os'],
  },
  'trusted-node/doors/mqtt': {
    refused: [
      '../../../firmware/board.js',
      '../../../firmware/parts/chain/points.js',
      '../../../tools/mite/port.js',
      '../../cli/main.js',
      '../../node.js',
      'better-sqlite3',
    ],
    taken: [
      './other.js',
      'aedes',
      '../../../firmware/domain/one.js',
      '../../../firmware/protocol/mite/one.js',
    ],
  },
  'trusted-node/fleet': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../../firmware/protocol/mite/one.js', 'kysely', 'node:os'],
  },
  'trusted-node/ledger': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      '../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../../firmware/domain/one.js', 'kysely', './migrations/one.js'],
  },
  'trusted-node/ledger/migrations': {
    refused: [
      '../../../firmware/board.js',
      '../../../firmware/parts/chain/points.js',
      '../../../tools/mite/port.js',
      '../../cli/main.js',
      '../../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', 'kysely', '../one.js', '../rules/one.js'],
  },
  'trusted-node/ledger/rules': {
    refused: [
      '../../../firmware/board.js',
      '../../../firmware/parts/chain/points.js',
      '../../../tools/mite/port.js',
      '../../cli/main.js',
      '../../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '@noble/curves/x.js', '@noble/hashes/x.js', '../../../firmware/domain/one.js'],
  },
  'trusted-node/quorum': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      '../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../../firmware/domain/one.js', '../../firmware/protocol/mite/one.js', 'node:os'],
  },
  'trusted-node/store': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      'aedes',
    ],
    taken: ['./other.js', 'better-sqlite3', '../../firmware/domain/one.js', 'kysely'],
  },
  'trusted-node/store/migrations': {
    refused: [
      '../../../firmware/board.js',
      '../../../firmware/parts/chain/points.js',
      '../../../tools/mite/port.js',
      '../../cli/main.js',
      '../../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', 'kysely', '../one.js'],
  },
  'trusted-node/updates': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      '../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../../firmware/protocol/mite/one.js', 'node:os', '../common/one.js'],
  },
  'trusted-node/wallet': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '@noble/curves/x.js', '@noble/hashes/x.js', '@scure/btc-signer'],
  },
  'trusted-node/work': {
    refused: [
      '../../firmware/board.js',
      '../../firmware/parts/chain/points.js',
      '../../tools/mite/port.js',
      '../cli/main.js',
      '../node.js',
      'aedes',
      'better-sqlite3',
    ],
    taken: ['./other.js', '../../firmware/domain/one.js', '../../firmware/protocol/mite/one.js', 'kysely'],
  },
  'host-tests/**': {
    refused: ['left-pad', '../package.js'],
    taken: ['ava', '../firmware/board.js', './support/node.js'],
  },
};

const folderOf = (room: string) => room.replace('/**', '');

test('every room has its cases', t => {
  t.deepEqual(Object.keys(CASES).sort(), ROOMS.map(room => room.folder).sort());
});

test('what a room may not import is refused, one line each; what it may is taken', t => {
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
    bad.lines.map(line => line.slice(0, line.indexOf(': imports '))).sort(),
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
      names.push('node:fs', 'fs', `${up}trusted-node/common/curve.js`, `${up}platforms/sdk/tcp.js`);
    if (!folder.startsWith('trusted-node')) names.push(`${up}trusted-node/node.js`);
    files[`${folder}/made.ts`] = names.map(name => `import '${name}';\n`).join('');
    count += names.length;
  }
  t.is(lint(files).lines.length, count);
});

test('each way to import is seen, however the path is written', t => {
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

test('text that only looks like an import is none', t => {
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

test('a folder that no room names is refused, and so is a circle, of types too', t => {
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

test('make lint has this check in it', t => {
  const { stdout } = spawnSync('make', ['-n', 'lint'], { encoding: 'utf8', timeout: PROGRAM_MS });
  t.regex(stdout, /node build\/js\/host-tests\/imports\/main\.js/);
});
