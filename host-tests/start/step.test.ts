/** tools/make/step.mjs: what takes long shows that it goes on, and ends as its command does. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { isProgram } from '../../tools/make/native.js';
import { ROOT } from '../support/processes.js';

const STEP = join(ROOT, 'tools/make/step.mjs');

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [STEP, ...args], { encoding: 'utf8' });
  return { code: status, out: stdout.split('\n').filter(Boolean), err: stderr };
}

function logFile(t: ExecutionContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'mite-step-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  return join(folder, 'new/log');
}

test('without a terminal: a line at the start, now and then, and at the end', t => {
  const { code, out } = run('--every', '0.5', 'mill: grinding', '--', 'sh', '-c', 'echo flour; sleep 2');
  t.is(code, 0);
  t.is(out[0], 'mill: grinding …');
  t.true(out.includes('flour'));
  t.true(
    out.some(line => /^ {2}mill: grinding: \d+ s so far$/.test(line)),
    out.join('\n'),
  );
  t.regex(out.at(-1)!, /^mill: grinding: done in \d+ s$/);
});

test('the exit code is the command’s; its log is shown when it fails, and only then', t => {
  const log = logFile(t);
  const bad = run('--log', log, 'mill', '--', 'sh', '-c', 'echo the stone is broken; echo dust >&2; exit 7');
  t.is(bad.code, 7);
  t.is(bad.err, 'the stone is broken\ndust\n');
  t.regex(bad.out.at(-1)!, /^mill: failed after \d+ s$/);
  t.is(readFileSync(log, 'utf8'), bad.err);
  const good = run('--log', log, 'mill', '--', 'sh', '-c', 'echo flour');
  t.deepEqual([good.code, good.err, good.out.length], [0, '', 2]);
  t.is(readFileSync(log, 'utf8'), 'flour\n');
  const no = run('--log', log, '--else', 'none, after', 'mill', '--', 'sh', '-c', 'echo empty; exit 1');
  t.deepEqual([no.code, no.err], [1, '']);
  t.regex(no.out.at(-1)!, /^mill: none, after \d+ s$/);
});

test('a missing command, and wrong use', t => {
  const { code, err } = run('mill', '--', '/nowhere/mill');
  t.is(code, 1);
  t.regex(err, /^mite: \/nowhere\/mill cannot be run: /);
  t.is(run('mill').code, 2);
});

test('the outer step shows the inner one, even when two run at once', t => {
  const inner = (title: string, seconds: number) =>
    `'${process.execPath}' '${STEP}' ${title} -- sleep ${seconds}`;
  const { out, code } = run(
    '--every',
    '1',
    '',
    '--',
    'sh',
    '-c',
    `${inner('one', 3)} & ${inner('two', 1)}; wait`,
  );
  t.is(code, 0);
  for (const title of ['one', 'two']) {
    t.is(out.filter(line => line === `${title} …`).length, 1, out.join('\n'));
    t.is(out.filter(line => line.startsWith(`${title}: done in`)).length, 1);
  }
  t.true(
    out.some(line => line.startsWith('  one: ')),
    out.join('\n'),
  );
  t.false(out.some(line => line.includes('\x1f')));
});

test('on a terminal one line is drawn again and again', t => {
  if (!isProgram('script')) {
    t.log('skipped: a terminal for the test (Debian package bsdutils)');
    t.pass();
    return;
  }
  const command = `'${process.execPath}' '${STEP}' grinding -- sleep 3`;
  const { stdout, status } = spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8' });
  t.is(status, 0);
  const drawn = stdout.split('\r\x1b[K');
  t.true(
    drawn.some(text => /^grinding … [1-9]\d* s$/.test(text)),
    JSON.stringify(drawn),
  );
  t.regex(drawn.at(-1)!, /^grinding: done in \d+ s\r\n$/);
});

test('make through a step keeps its job server', t => {
  const folder = mkdtempSync(join(tmpdir(), 'mite-step-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const text = `all:\n\t@'${process.execPath}' '${STEP}' inner -- $(MAKE) -f - one < /dev/null\n`;
  const file = `${text}one: ; @echo made\n`.replace('-f - one < /dev/null', `-f ${folder}/Makefile one`);
  spawnSync('sh', ['-c', 'cat > "$0/Makefile"', folder], { input: file });
  const { stdout, stderr, status } = spawnSync('make', ['-j2', '-f', `${folder}/Makefile`], {
    encoding: 'utf8',
  });
  t.is(status, 0, stderr);
  t.is(stderr, '');
  t.regex(stdout, /^made$/m);
});
