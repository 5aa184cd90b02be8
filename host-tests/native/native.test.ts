import { spawnSync } from 'node:child_process';
import { createCipheriv, createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import test from 'ava';

// The native programs print one line per check; each becomes a test here. A missing compiler is said aloud.

const PAIRS = Number(process.env.MITE_PAIRS ?? 100_000);
const make = (...targets: string[]) =>
  spawnSync('make', ['--no-print-directory', '-f', 'host-tests/native/native.mk', ...targets], {
    encoding: 'utf8',
  });

const built = make('native');
test('the native tests build', t => {
  for (const line of built.stdout.split('\n')) if (line.startsWith('skipped:')) t.log(line);
  t.is(built.status, 0, built.stderr);
});

const checks = make('glue-check', 'riscv-check');
test('compile checks', t => {
  for (const line of checks.stdout.split('\n')) if (line) t.log(line);
  t.is(checks.status, 0, checks.stderr);
});

for (const target of ['sdk-check', 'board-check'])
  test.serial(`search module on XS: ${target}`, t => {
    const { status, stdout, stderr } = make(target);
    for (const line of stdout.split('\n')) if (line.startsWith('skipped:')) t.log(line);
    t.is(status, 0, stdout + stderr);
    if (!stdout.startsWith('skipped:')) t.regex(stdout, /^ok genesis found through onWake$/m);
  });

/** Declares a test for each line of a program, and one for its exit. */
function run(program: string): void {
  const path = `build/native/${program}`;
  if (program.endsWith('-32') && !existsSync(path)) {
    test(`${program}`, t => {
      t.log(`skipped: ${program} (install gcc-multilib)`);
      t.pass();
    });
    return;
  }
  const { status, stdout, stderr } = spawnSync(path, { encoding: 'utf8', timeout: 120_000 });
  const lines = (stdout ?? '').split('\n').filter(line => line);
  lines.forEach((line, index) => {
    const passed = line.startsWith('ok ');
    test(`${program} ${index + 1}: ${line.replace(/^(not )?ok /, '')}`, t => t.true(passed, line));
  });
  test(`${program} ends well`, t => {
    t.true(lines.length > 20);
    t.is(status, 0, stderr);
  });
}

for (const program of [
  'kernel-test',
  'kernel-test-32',
  'searcher-test',
  'searcher-test-tsan',
  'searcher-test-32',
])
  run(program);

test(`the kernel agrees with node:crypto on ${PAIRS} random headers and nonces`, t => {
  // Seeded: the ChaCha20 key stream of a fixed key.
  const stream = createCipheriv('chacha20', Buffer.from('mite'.repeat(8)), Buffer.alloc(16));
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const records = Buffer.alloc(PAIRS * 112);
  for (let i = 0; i < PAIRS; i++) {
    const header = stream.update(Buffer.alloc(80));
    header.copy(records, i * 112);
    sha256(sha256(header)).copy(records, i * 112 + 80);
  }
  const { status, stdout, stderr } = spawnSync('build/native/kernel-test', ['pairs'], { input: records });
  t.is(String(stdout), `ok ${PAIRS} pairs, 0 wrong\n`);
  t.is(status, 0, String(stderr));

  // And the pairs do catch a wrong hash.
  records[111]! ^= 1;
  const wrong = spawnSync('build/native/kernel-test', ['pairs'], { input: records.subarray(0, 112 * 10) });
  t.is(String(wrong.stdout), 'not ok 10 pairs, 1 wrong\n');
  t.is(wrong.status, 1);
});

test('the bench prints one JSON object a line', t => {
  const { status, stdout } = spawnSync('build/native/bench', ['20', '2'], { encoding: 'utf8' });
  t.is(status, 0);
  const lines = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as { bench: string; hashes: number; megahashesPerSecond: number });
  t.deepEqual(
    lines.map(line => line.bench),
    ['kernel', 'searcher', 'searcher'],
  );
  for (const line of lines) t.true(line.hashes > 0 && line.megahashesPerSecond > 0);
});
