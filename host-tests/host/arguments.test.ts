/** The board's command line, as a function and as a program. */
import test from 'ava';
import { parseArguments } from '../../platforms/host/firmware/arguments.js';
import { BoardRun, temporary } from './board.js';

test('options', t => {
  t.deepEqual(parseArguments(['--data', 'd', '--set', 'a=b=c', '--threads', '2', '--json', '--set=x=y']), {
    kind: 'run',
    options: { data: 'd', overrides: ['a=b=c', 'mining.threads=2', 'x=y'], json: true, untilEof: false },
  });
  for (const [words, pty] of [
    [['--pty'], ''],
    [['--pty', '--json'], ''],
    [['--pty', 'tty'], 'tty'],
    [['--pty=tty'], 'tty'],
  ] as const) {
    const parsed = parseArguments(['--data', 'd', ...words]);
    t.is(parsed.kind === 'run' ? parsed.options.pty : undefined, pty);
  }
  const inputs = parseArguments(['--data=d', '--pin', 'p', '--temperature=t']);
  t.like(inputs, { kind: 'run', options: { pin: 'p', temperature: 't' } });
  t.like(parseArguments(['--data', 'd', '--report', '--pty', 'l']), { options: { pty: 'l', report: true } });
  t.is(parseArguments(['--data', 'd', '--help']).kind, 'help');
  t.is(parseArguments(['--version']).kind, 'version');
});

test('wrong words get one clear line', t => {
  for (const [words, problem] of [
    [[], '--data DIR is missing'],
    [['--data'], '--data needs a value'],
    [['--data='], '--data needs a value'],
    [['--data', 'd', '--pty='], '--pty= needs a value'],
    [['--data', 'd', '--pin'], '--pin needs a value'],
    [['--data', 'd', '--temperature='], '--temperature needs a value'],
    [['--data', 'd', '--pin', 'x'.repeat(1001)], '--pin: the name is too long'],
    [['--data', 'd', '--json=1'], '--json takes no value'],
    [['--data', 'd', '--until-eof=1'], '--until-eof takes no value'],
    [['--data', 'd', '--pty', '--report=1'], '--report takes no value'],
    [['--data', 'd', '--report'], '--report goes with --pty'],
    [['--data', 'd', 'more'], 'unknown argument more'],
    [['-d'], 'unknown argument -d'],
    [['--secret=abc'], 'unknown argument --secret'],
    [['x'.repeat(2000)], `unknown argument ${'x'.repeat(64)}`],
  ] as const)
    t.deepEqual(parseArguments(words), { kind: 'wrong', problem: `${problem}; see mite-board --help` });
});

test('the program: help, version, wrong arguments, unusable directory', async t => {
  const outcome = async (...args: string[]) => {
    const board = new BoardRun(args, 'ignore');
    return { code: await board.ended, out: board.out, err: board.err };
  };
  const help = await outcome('--help');
  t.is(help.code, 0);
  t.regex(help.out, /^Usage: mite-board --data DIR/);
  t.regex((await outcome('--version')).out, /^mite-board \d+\.\d+\.\d+\n$/);
  t.deepEqual(await outcome('--what'), {
    code: 2,
    out: '',
    err: 'mite-board: unknown argument --what; see mite-board --help\n',
  });
  t.is((await outcome('x'.repeat(2000))).code, 2);
  t.is((await outcome('--data', temporary(t), '--set', 'no.such=1')).code, 2);
  t.deepEqual(await outcome('--data', '/dev/null/x'), {
    code: 1,
    out: '',
    err: 'mite-board: cannot open /dev/null/x: Not a directory\n',
  });
});

test('the firmware starts, answers its console, and stops on SIGTERM', async t => {
  const board = new BoardRun(['--data', temporary(t), '--json']);
  t.teardown(() => board.child.kill('SIGKILL'));
  await board.seen('"event":"setup"'); // after the first measurement
  board.child.stdin!.write('status\nselftest\n');
  await board.seen('"reply":"selftest","ok":true');
  t.regex(board.out, /"heapLimit":110592/);
  board.child.kill('SIGTERM');
  t.is(await board.ended, 0);
  t.is(board.err, '');
});
