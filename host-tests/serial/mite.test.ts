/** The program `mite` against a real board on a pseudo-terminal and the real node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { start } from '../host/board.js';
import { ANSWER_MS } from '../support/deadlines.js';
import { NODE_CLI } from '../support/processes.js';
import { MITE_CLI, Person, withBed } from './bed.js';

test('a fresh board, mite configure, the first accepted share', t =>
  withBed(async bed => {
    const node = await bed.startNode();
    // Another address, and the board would refuse the node's jobs.
    const owner = String(node.lines.find(line => line.event === 'ready')?.address);
    // As the help says it.
    const file = join(bed.directory, 'secret');
    await bed.run('sh', [
      '-c',
      `"$0" "$1" device add kitchen --data "$2" > '${file}'`,
      ...[process.execPath, NODE_CLI, bed.data],
    ]);
    const secret = /^secret {2}(\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
    t.is(secret?.length, 32);
    await bed.startPtyBoard();
    const { code, out, err } = await bed.configure(
      ...['--node', `127.0.0.1:${bed.port}`, '--device', 'kitchen', '--secret-file', file],
      ...['--payout', owner, '--set', 'status.interval=1'],
    );
    t.is(code, 0, err);
    t.regex(out, /^host with mite \d+\.\d+\.\d+ on /);
    t.regex(out, /device\.secret stored/);
    t.regex(out, /connected to 127\.0\.0\.1:\d+ as kitchen$/);
    t.false(`${out}${err}`.includes(String(secret)));
    t.is((await bed.firstShare()).device, 'kitchen');
    // The console is as a person expects it afterwards.
    const person = new Person(t, bed.link);
    await person.type('\r');
    await person.answers(/^mite> /, 'config get status.interval');
    await person.sees(/^status\.interval = 1$/);
    person.close();
    // A wrong secret from the environment is stored, and the failure is reported.
    const wrong = await bed.mite(['configure', '-p', bed.link, '--secret-env', 'KITCHEN', '--connect', '2'], {
      KITCHEN: 'not it',
    });
    t.is(wrong.code, 1);
    t.regex(wrong.err, /^mite: the settings are stored, but .*: node: bad credentials/);
    const right = await bed.mite(
      ['configure', '-p', bed.link, '--secret-stdin', '--connect', '0'],
      {},
      `${secret}\n\x04`,
    );
    t.is(right.code, 2, 'more than one line is no secret');
  }));

test('wrong requests change nothing and say why in one line', t =>
  withBed(async bed => {
    await bed.startPtyBoard();
    const refused: [string[], number, RegExp][] = [
      [
        ['--node', '127.0.0.1:99999'],
        1,
        /^mite: node\.port was refused: node\.port: expected 1 to 65535; nothing was changed$/,
      ],
      [['--node', 'a b'], 1, /expected a host name .* or an IP address; nothing was changed$/],
      [
        ['--device', 'kitchen', '--payout', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5'],
        1,
        /payout\.address was refused: .*mistyped.*; nothing was changed$/,
      ],
      [['--set', 'no.such=1'], 1, /the firmware of this board has no setting no\.such; nothing was changed$/],
      [['--set', 'device.secret=hunter2'], 2, /device\.secret is a secret, and every user/],
      [['--set', 'nothing'], 2, /^mite: --set: must be key=value$/],
      [['--device', 'a', '--set', 'device.id=b'], 2, /^mite: device\.id is given twice$/],
      [['--device', 'kitchen\u00e9'], 2, /^mite: device\.id: must be printable ASCII characters$/],
      [
        ['--secret-file', '/nowhere'],
        2,
        /^mite: --secret-file: \/nowhere: there is no such file \(ENOENT\)$/,
      ],
      [['--secret-env', 'NO_SUCH_VARIABLE'], 2, /there is no variable NO_SUCH_VARIABLE$/],
      [['--secret-prompt'], 2, /there is no terminal to ask on/],
      [['--fingerprint', 'xyz'], 1, /node\.fingerprint was refused: .*64 hex digits.*; nothing was changed$/],
      [[], 2, /^mite: nothing to configure/],
    ];
    for (const [args, code, text] of refused) {
      const outcome = await bed.configure(...args);
      t.is(outcome.code, code, `${args.join(' ')}: ${outcome.err}`);
      t.regex(outcome.err, text);
      t.is(outcome.err.split('\n').length, 1);
      t.false(outcome.err.includes('hunter2'));
      t.false(bed.configured, args.join(' '));
    }
    const insisted = await bed.configure('--set', 'device.secret=a "b" \\c', '--insist', '--connect', '0');
    t.is(insisted.code, 0, insisted.err);
    t.true(bed.configured);
    const partly = await bed.configure('--device', 'kitchen');
    t.is(partly.code, 0);
    t.regex(partly.out, /The board still needs node\.host\.$/);
    const back = await bed.configure('--unset', 'device.secret', '--connect', '0');
    t.is(back.code, 0, back.err);
  }));

test('ports that do not exist, busy ones, silent ones and others', async t => {
  await withBed(async bed => {
    const outcome = async (path: string, text: RegExp) => {
      const { code, err } = await bed.mite(['configure', '-p', path, '--device', 'a', '--wait', '1']);
      t.is(code, 1);
      t.regex(err, text);
      t.is(err.split('\n').length, 1);
    };
    await outcome('/dev/no-such-port', /^mite: there is no port \/dev\/no-such-port/);
    await outcome('/dev/null', /^mite: \/dev\/null is not a serial port$/);
    await bed.startPtyBoard();
    const monitor = bed.start(process.execPath, [MITE_CLI, 'monitor', '-p', bed.link, '--json']);
    await monitor.waitFor(line => line.reply === 'status', 'a status');
    await outcome(bed.link, /is used by another program/);
    t.is(await monitor.kill('SIGINT'), 0);
    t.is((await bed.configure('--device', 'a', '--connect', '0')).code, 0, 'free again');
  });
  const silent = start(t, `call('console_pty', ''); call('console_bytes', () => {});`);
  const other = start(
    t,
    `call('console_pty', '');
     call('console_bytes', () => call('console_put', Uint8Array.of(0x4f, 0x4b, 0xff, 13, 10)));`,
  );
  for (const [board, text] of [
    [silent, /^mite: no answer on \/dev/],
    [other, /is not a Mite board, or its baud rate is not 115200$/],
  ] as const) {
    await board.seen('/dev/');
    await withBed(async bed => {
      const path = board.lines[0]!;
      const { code, err } = await bed.mite(['configure', '-p', path, '--device', 'a', '--wait', '1']);
      t.is(code, 1);
      t.regex(err, text);
    });
  }
});

test('monitor: the state of the board and its log, even after it comes back; console: its own commands', t =>
  withBed(async bed => {
    await bed.startNode();
    const { secret } = await bed.addDevice('kitchen');
    const board = await bed.startPtyBoard();
    const stored = await bed.mite(
      [
        'configure',
        '-p',
        bed.link,
        '--node',
        `127.0.0.1:${bed.port}`,
        '--device',
        'kitchen',
        '--secret-env',
        'S',
      ],
      { S: String(secret) },
    );
    t.is(stored.code, 0, stored.err);
    const monitor = bed.start(process.execPath, [MITE_CLI, 'monitor', '-p', bed.link]);
    await monitor.waitFor(
      line => /^mining {2}.*H\/s {2}job \d+ at height/.test(String(line.text)),
      'the line',
    );
    await monitor.waitFor(line => /^\[info\] /.test(String(line.text)), 'the log');
    await board.kill('SIGKILL');
    await monitor.waitFor(
      line => /(is gone|no longer answers).*; waiting for it$/.test(String(line.text)),
      'the loss to be seen',
    );
    await bed.startPtyBoard();
    await monitor.waitFor(line => /^-- .* is back$/.test(String(line.text)), 'the board to be back');
    const from = monitor.lines.length;
    await monitor.waitFor(line => /^\[info\] /.test(String(line.text)), 'its log', ANSWER_MS, from);
    t.is(await monitor.kill('SIGTERM'), 0);
    const json = bed.start(process.execPath, [MITE_CLI, 'monitor', '-p', bed.link, '--json']);
    await json.waitFor(line => line.reply === 'status' && line.state === 'mining', 'a status');
    t.is(await json.kill('SIGINT'), 0);
    const console = await bed.mite(['console', '-p', bed.link], {}, 'version\n');
    t.is(console.code, 0, console.err);
    t.regex(console.out, /mite \d+\.\d+\.\d+ on host, protocol 1/);
  }));

test('mite: help, version, wrong use', t =>
  withBed(async bed => {
    t.regex((await bed.mite(['--version'])).out, /^\d+\.\d+\.\d+$/);
    t.regex((await bed.mite(['ports'])).out, /\/dev\/|no serial port/);
    for (const args of [['configure'], ['frobnicate'], ['moniter'], ['monitor', '-p', 'x', '--baud', '1']]) {
      const { code, err } = await bed.mite(args);
      t.is(code, 2);
      t.regex(err, /^mite: /);
      t.is(err.split('\n').length, 1, err);
    }
  }));
