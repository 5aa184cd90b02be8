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
      '../protocol/json.js',
      '../main.js',
      '../mining/events.js',
      'node:crypto',
      'buffer',
      '@noble/curves/nist.js',
    ],
    taken: ['./bytes.js', '@noble/hashes/sha2.js'],
  },
  'firmware/protocol': {
    refused: [
      '../main.js',
      '../transport/platform.js',
      './mqtt/packets.js',
      'mqtt-packet',
      '../../trusted-node/curve.js',
    ],
    taken: ['./json.js', '../domain/bytes.js'],
  },
  'firmware/protocol/mqtt': {
    refused: ['../../main.js', '../../connecting.js', './standins/buffer.cjs', 'events', 'node:buffer'],
    taken: ['./framer.js', '../utf8.js', '../../domain/bytes.js', 'mqtt-packet', 'buffer'],
  },
  'firmware/protocol/mqtt/standins': {
    refused: ['../../../domain/bytes.js', '../../../main.js', 'node:events'],
    taken: ['../../utf8.js'],
  },
  'firmware/chain': {
    refused: ['../verifying.js', '../protocol/headers.js', '../mining/events.js', 'node:fs'],
    taken: ['./points.js', '../domain/header.js'],
  },
  'firmware/mining': {
    refused: [
      '../transport/platform.js',
      '../main.js',
      '../search/search.js',
      '../console/settings.js',
      '../chain/points.js',
    ],
    taken: ['./events.js', '../domain/job.js', '../protocol/job.js'],
  },
  'firmware/console': {
    refused: ['../transport/platform.js', '../main.js', '../display/text.js', 'node:readline'],
    taken: ['./settings.js', '../mining/events.js', '../domain/address.js', '../protocol/command.js'],
  },
  'firmware/network': {
    refused: ['../transport/platform.js', '../mining/miner.js', '../networking.js', 'node:net', 'net'],
    taken: ['./sntp.js', '../mining/events.js'],
  },
  'firmware/update': {
    refused: ['../transport/platform.js', '../updating.js', 'node:crypto'],
    taken: ['./note.js', '../domain/p256.js', '../protocol/update.js'],
  },
  'firmware/display': {
    refused: ['../transport/platform.js', '../main.js', '../domain/job.js', 'piu/Timeline'],
    taken: ['./text.js', '../mining/events.js', '../console/report.js', 'piu/MC'],
  },
  'firmware/search': {
    refused: ['../transport/platform.js', './generator/program.js', '../console/report.js', 'node:os'],
    taken: ['../mining/searcher.js'],
  },
  'firmware/search/generator': {
    refused: ['../search.js', '../../domain/hash.js', 'node:fs'],
    taken: ['./program.js'],
  },
  'firmware/curve': {
    refused: ['../domain/p256.js', '../transport/platform.js', '@noble/curves/secp256k1.js'],
    taken: ['../domain/curve.js'],
  },
  'firmware/transport': {
    refused: [
      '../main.js',
      '../connecting.js',
      '../../boards/host/firmware/platform.js',
      '../search/search.js',
      'node:net',
    ],
    taken: ['./platform.js', '../protocol/mqtt/packets.js', '../console/settings.js', '../mining/events.js'],
  },
  firmware: {
    refused: [
      './search/search.js',
      './curve/curve.js',
      './display/display.js',
      '../boards/sdk/tcp.js',
      '../trusted-node/curve.js',
      'node:fs',
    ],
    taken: ['./main.js', './mining/miner.js', './chain/follower.js', './transport/platform.js'],
  },
  'boards/host': { refused: ['../../firmware/main.js', 'node:fs'], taken: ['./other.js'] },
  'boards/host/firmware': {
    refused: ['../../sdk/tcp.js', '../run/view.js', '../../../firmware/domain/job.js', 'node:fs'],
    taken: ['./platform.js', '../../../firmware/main.js', '../../../firmware/search/search.js'],
  },
  'boards/host/run': {
    refused: [
      '../firmware/platform.js',
      '../../../trusted-node/curve.js',
      '../../../firmware/main.js',
      'pino',
    ],
    taken: ['./view.js', '../../cli/port.js', 'node:os'],
  },
  'boards/sdk': {
    refused: ['../host/firmware/platform.js', '../../trusted-node/curve.js', 'node:net'],
    taken: ['./tcp.js', '../../firmware/main.js', '../../firmware/domain/job.js', 'embedded:io/socket/tcp'],
  },
  'boards/sdk/esp32': {
    refused: ['../lin/machine.js', '../../../firmware/main.js', '../../host/firmware/platform.js', 'node:os'],
    taken: ['../machine.js', '../../../firmware/network/station.js', 'mc/config'],
  },
  'boards/sdk/lin': {
    refused: ['../esp32/machine.js', '../../../firmware/main.js', 'node:os'],
    taken: ['../machine.js', '../../../firmware/transport/platform.js', 'timer'],
  },
  'boards/sdk/headless': { refused: ['../main.js', 'node:os'], taken: ['./config.js'] },
  'boards/cli': {
    refused: [
      '../../firmware/main.js',
      '../../firmware/transport/platform.js',
      '../../trusted-node/curve.js',
      '../host/run/view.js',
      'mqtt',
    ],
    taken: ['./port.js', '../../firmware/console/settings.js', 'serialport', 'node:fs'],
  },
  'boards/tool': {
    refused: ['../cli/board.js', '../../firmware/domain/job.js', '../../trusted-node/curve.js', 'esbuild'],
    taken: ['./image.js', '../cli/port.js', 'zod', 'node:crypto'],
  },
  'trusted-node': {
    refused: [
      './service/node.js',
      './ledger/chain.js',
      '../firmware/protocol/job.js',
      '../firmware/chain/points.js',
      '../boards/cli/port.js',
    ],
    taken: ['./database.js', '../firmware/domain/curve.js', 'kysely'],
  },
  'trusted-node/ledger': {
    refused: [
      '../service/node.js',
      '../wallet/wallet.js',
      '../../firmware/protocol/job.js',
      '../../firmware/network/sntp.js',
      'node:fs',
    ],
    taken: ['./rules/block.js', '../database.js', '../../firmware/domain/block.js'],
  },
  'trusted-node/ledger/rules': {
    refused: [
      '../chain.js',
      '../../database.js',
      '../../../firmware/display/text.js',
      'kysely',
      'node:crypto',
    ],
    taken: ['./block.js', '../../../firmware/domain/block.js', '@noble/curves/secp256k1.js'],
  },
  'trusted-node/ledger/migrations': {
    refused: ['../../service/node.js', '../../../firmware/domain/block.js', 'better-sqlite3'],
    taken: ['../rules/block.js', '../../database.js', 'kysely'],
  },
  'trusted-node/service': {
    refused: [
      '../cli/main.js',
      '../../firmware/chain/points.js',
      '../../firmware/networking.js',
      '../../firmware/protocol/mqtt/packets.js',
      'aedes',
    ],
    taken: ['./bus/broker.js', '../../firmware/protocol/job.js', '../wallet/wallet.js', 'pino'],
  },
  'trusted-node/service/bus': {
    refused: [
      '../../ledger/chain.js',
      '../../../firmware/domain/job.js',
      '../../../firmware/transport/platform.js',
      'kysely',
    ],
    taken: ['../../../firmware/protocol/topics.js', '../devices.js', 'aedes'],
  },
  'trusted-node/service/migrations': {
    refused: ['../devices.js', 'node:fs'],
    taken: ['../../database.js', 'kysely'],
  },
  'trusted-node/wallet': {
    refused: ['../service/node.js', '../../firmware/protocol/job.js', '../../boards/cli/port.js', 'kysely'],
    taken: ['../ledger/rules/block.js', '../../firmware/domain/address.js', '@scure/btc-signer'],
  },
  'trusted-node/cli': {
    refused: [
      '../ledger/rules/block.js',
      '../service/bus/broker.js',
      '../../firmware/console/settings.js',
      '../../host-tests/run.js',
      'kysely',
    ],
    taken: ['../service/node.js', '../../firmware/protocol/topics.js', 'commander'],
  },
  'host-tests/**': {
    refused: ['left-pad', '../package.js'],
    taken: ['ava', '../firmware/main.js', './support/node.js'],
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
      names.push('node:fs', 'fs', `${up}trusted-node/curve.js`, `${up}boards/sdk/tcp.js`);
    if (!folder.startsWith('trusted-node')) names.push(`${up}trusted-node/service/node.js`);
    files[`${folder}/made.ts`] = names.map(name => `import '${name}';\n`).join('');
    count += names.length;
  }
  t.is(lint(files).lines.length, count);
});

test('each way to import is seen, however the path is written', t => {
  const ways = [
    "import { a } from '../main.js';",
    "import * as a from '../main.js';",
    "import a, { b } from '../main.js';",
    "import type { A } from '../main.js';",
    "import { type A } from '../main.js';",
    "import {\n  a, // the first\n  /* 'b' */ b,\n} from '../main.js';",
    "import '../main.js';",
    'import "../main.js";',
    "export { a } from '../main.js';",
    "export * from '../main.js';",
    "export * as all from '../main.js';",
    "export type { A } from '../main.js';",
    "const a = await import('../main.js');",
    'const a = await import(\n  `../main.js`\n);',
    "let a: import('../main.js').A;",
    "type A = typeof import('../main.js');",
    "import a = require('../main.js');",
    "const a = require('../main.js');",
    '/// <reference path="../main.ts" />',
    "/* a comment before */ import { a } from '../main.js';",
    "import { a } from './../main.js';",
    "import { a } from '../domain/../main.js';",
    "import { a } from '../../firmware/main.js';",
    "import { a } from './x/../../main.js';",
    "import { a } from '../main.ts';",
    'const a = await import(name);',
    "const a = await import('../' + name);",
    'const a = await import(`../$' + '{name}.js`);',
  ];
  const named = ways.map((way, i): [string, string] => [`firmware/protocol/way${i}.ts`, `${way}\n`]);
  for (const ext of ['cts', 'mts', 'js', 'mjs', 'cjs', 'd.ts'])
    named.push([`firmware/protocol/made.${ext}`, "import '../main.js';\n"]);
  const { code, lines } = lint(Object.fromEntries(named));
  t.is(code, 1);
  for (const [file, text] of named) t.is(lines.filter(line => line.includes(`${file}:`)).length, 1, text);
});

test('text that only looks like an import is none', t => {
  const source = [
    "// import { a } from '../main.js';",
    '/**',
    " * import { a } from '../main.js';",
    ' */',
    "const text = 'connects from ' + '../main.js';",
    'log(`import of $' + "{name} from '../main.js'`);",
    "export const words = ['from', '../main.js'];",
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
