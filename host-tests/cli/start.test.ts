import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import test from 'ava';
import { logText, parseLog } from '../../trusted-node/common/logger.js';
import { Bench, NODE_CLI, type Program } from '../support/processes.js';

/** For hangs only. */
const HANG_MS = 120_000;

/** Exit code or signal, or 'hangs'. Standard input stays open all the time. */
async function end(program: Program): Promise<number | string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>(resolve => {
    timer = setTimeout(() => resolve('hangs'), HANG_MS);
  });
  const how = await Promise.race([program.ended, late]);
  clearTimeout(timer);
  return how;
}

const words = (data: string, ...flags: string[]): string[] => [
  ...[NODE_CLI, 'run', '--events', '--until-eof', '--data', data],
  ...flags,
];

const run = (bench: Bench, data: string, ...flags: string[]): Program =>
  bench.start(process.execPath, words(data, ...flags));

test('a node that cannot start says why in one line and ends, while its standard input is still open', async t => {
  const bench = new Bench();
  const taken = createServer();
  try {
    await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const directory = (name: string, files: Record<string, string> = {}): string => {
      const path = join(bench.directory, name);
      mkdirSync(path, { mode: 0o700 });
      for (const [file, text] of Object.entries(files))
        writeFileSync(join(path, file), text, { mode: 0o600 });
      return path;
    };
    const refused = async (what: string, program: Program, code: number, reason: RegExp) => {
      t.is(await end(program), code, what);
      const told = program.errors.filter(line => parseLog(line) === undefined);
      t.is(told.length, 1, `${what}: ${told.join('\n')}`);
      t.regex(told[0] ?? '', reason, what);
      t.notRegex(told[0] ?? '', /EADDR|EEXIST|syscall/, what);
    };
    const free = ['--listen', '127.0.0.1:0'];
    const file = join(bench.directory, 'file');
    writeFileSync(file, '');
    const used = directory('used');
    const first = run(bench, used, ...free);
    await first.waitFor(line => line.event === 'ready', 'the first node', HANG_MS);
    const noFile = directory('database-is-a-directory');
    mkdirSync(join(noFile, 'mite.sqlite'));
    const garbage = 'no database at all '.repeat(500);
    const elsewhere = `127.0.0.1:${port}`;
    const cases: [what: string, flags: string[], code: number, reason: RegExp][] = [
      [
        'a port that is taken',
        [directory('a'), '--listen', elsewhere],
        1,
        /another program listens on 127\.0\.0\.1:\d+; stop it, or take another port/,
      ],
      ["another machine's address", [directory('b'), '--listen', '192.0.2.1:1883'], 1, /has no such address/],
      [
        'a name of nobody',
        [directory('c'), '--listen', 'no-such-name.invalid:1'],
        1,
        /no address has this name/,
      ],
      [
        'a directory in use',
        [used, ...free],
        1,
        /another node uses the data directory .*; stop that one, or/,
      ],
      [
        'a damaged database',
        [directory('d', { 'mite.sqlite': garbage }), ...free],
        1,
        /database file is damaged: .*mite\.sqlite\); put a backup in its place/,
      ],
      ['no database file', [noFile, ...free], 1, /mite\.sqlite cannot be written: it is a directory/],
      [
        'a damaged lock',
        [directory('e', { 'node.lock': garbage }), ...free],
        1,
        /node\.lock cannot be taken: .*delete/,
      ],
      ['a damaged wallet', [directory('f', { 'wallet.json': '{' }), ...free], 1, /wallet\.json is damaged/],
      [
        'a file in place of the directory',
        [file, ...free],
        1,
        /cannot be made: there is a file of that name/,
      ],
      ['a place without directories', ['/proc/mite', ...free], 1, /\/proc\/mite cannot be made/],
      [
        'a missing key',
        [directory('g'), ...free, '--tls-cert', file, '--tls-key', '/proc/mite'],
        2,
        /tlsKey/,
      ],
      ['a wrong address', [directory('h'), ...free, '--payout-address', 'nobody'], 2, /payoutAddress/],
      ['a wrong setting', [directory('i'), '--listen', 'nowhere'], 2, /--listen/],
      ['a wrong log format', [directory('j'), ...free, '--log', 'xml'], 2, /--log/],
    ];
    for (const [what, flags, code, reason] of cases)
      await refused(what, run(bench, flags[0]!, ...flags.slice(1)), code, reason);
    // A limit on the size of files is the nearest to a full disk that a test may make.
    const full = ['-c', 'ulimit -f 20; exec "$@"', 'sh', process.execPath, ...words(directory('k'), ...free)];
    await refused('a full disk', bench.start('sh', full), 1, /database file cannot be used|disk/);
  } finally {
    taken.close();
    await bench.dispose();
  }
});

test('SIGHUP stops a node like SIGTERM', async t => {
  for (const signal of ['SIGHUP', 'SIGTERM'] as const) {
    const bench = new Bench();
    try {
      const node = run(bench, join(bench.directory, 'data'), '--listen', '127.0.0.1:0');
      await node.waitFor(line => line.event === 'ready', 'the node', HANG_MS);
      node.kill(signal);
      t.is(await end(node), 0, signal);
      t.is(parseLog(node.errors.at(-1) ?? '')?.fields.msg, 'stopping');
    } finally {
      await bench.dispose();
    }
  }
});

test('the log is JSON without a terminal, text on request, and a full log stops nothing', async t => {
  const bench = new Bench();
  try {
    const data = join(bench.directory, 'data');
    const logOf = async (...flags: string[]) => {
      const node = run(bench, data, '--listen', '127.0.0.1:0', ...flags);
      await node.waitFor(line => line.event === 'ready', 'the node', HANG_MS);
      node.kill('SIGTERM');
      t.is(await end(node), 0);
      return node.errors;
    };
    for (const line of await logOf()) t.truthy(parseLog(line), line);
    const text = await logOf('--log', 'text');
    t.regex(
      text[0] ?? '',
      /^\d\d:\d\d:\d\d {2}node is ready \(network devnet, height 0, .*127\.0\.0\.1:\d+\)$/,
    );
    t.regex(text.at(-1) ?? '', /^\d\d:\d\d:\d\d {2}stopping$/);
    const theWords = words(data, '--listen', '127.0.0.1:0');
    const full = bench.start('sh', ['-c', 'exec "$@" 2>/dev/full', 'sh', process.execPath, ...theWords]);
    await full.waitFor(line => line.event === 'ready', 'the node with a full log', HANG_MS);
    full.kill('SIGTERM');
    t.is(await end(full), 0);
  } finally {
    await bench.dispose();
  }
});

test('a log line for people: no control characters, short hashes, the reason for an error', t => {
  const line = (fields: object) => JSON.stringify({ time: 'x', level: 30, ...fields });
  const hash = 'ab'.repeat(32);
  t.is(
    logText(
      line({
        height: 7,
        hash,
        payoutAddress: 'mdev1q',
        addresses: [{ host: '::1', port: 5 }],
        msg: 'new tip',
      }),
    ),
    'new tip (height 7, hash abababababababab…ababab, payout address mdev1q, addresses [::1]:5)',
  );
  t.is(
    logText(line({ level: 40, device: 'a\u001b[2Jb\nc', msg: 'dropped' })),
    'warning: dropped (device a?[2Jb?c)',
  );
  t.is(
    logText(line({ level: 50, err: { message: 'the disk is full', stack: 'a\nb' }, msg: 'housekeeping' })),
    'error: housekeeping: the disk is full',
  );
  t.is(
    logText(line({ level: 60, err: { message: 'x', stack: 'Error: x\n  at y' }, msg: 'fault' })),
    'fault: fault: x\n  at y',
  );
  t.is(logText('no JSON\u009b at all'), 'no JSON? at all');
  t.regex(logText(line({ time: '2026-11-28T16:00:00.000Z', msg: 'm' })), /^\d\d:\d\d:00 {2}m$/);
});
