import { spawnSync } from 'node:child_process';
import test from 'ava';
import { BUILD_MS, PROGRAM_MS } from '../support/deadlines.js';
import { lacking, run32, skippedWithout } from '../support/tools.js';
import { PAIRS_PER_GROUP, pairsDigest } from './pairs.js';

// The native programs print one line per check; each becomes a test here. A missing compiler is reported.

const PAIRS = 1_000_000;
const SEED = 0x6d697465n;
const make = (...targets: string[]) =>
  spawnSync('make', ['--no-print-directory', ...targets], { encoding: 'utf8', timeout: BUILD_MS });

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

/** What a program cannot do without; without the other sanitizers, programs are built without them (native.mk). */
const NEEDS: Record<string, readonly string[]> = {
  'kernel-test-32': ['m32', 'run32'],
  'searcher-test-32': ['m32', 'run32'],
  'kernel-test-arm64': ['arm64'],
  'searcher-test-tsan': ['tsan'],
};

/** The command of a program; why not, when its compiler or what runs it cannot be used. */
function command(program: string): readonly string[] | string {
  const reason = lacking(...(NEEDS[program] ?? []));
  if (reason !== undefined) return reason;
  const path = `build/native/${program}`;
  if (program.endsWith('-arm64')) return ['qemu-aarch64', path];
  return program.endsWith('-32') ? [...(run32() ?? []), path] : [path];
}

/** Declares a test for each line of a program, and one for its exit. */
function run(program: string): void {
  const words = command(program);
  if (typeof words === 'string') {
    test(`${program}`, t => {
      t.log(`skipped: ${words}`);
      t.pass();
    });
    return;
  }
  const { status, stdout, stderr } = spawnSync(words[0]!, words.slice(1), {
    encoding: 'utf8',
    timeout: PROGRAM_MS,
  });
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
  'kernel-test-arm64',
  'searcher-test',
  'searcher-test-tsan',
  'searcher-test-32',
])
  run(program);

// Each must fail, by its own check or by a sanitizer's.
for (const number of [41, 42, 43, 44, 45])
  test(`the tests of wakes catch broken copy ${number} of the searcher`, t => {
    if (number === 44 && skippedWithout(t, 'tsan')) return;
    const { status, stdout, stderr } = spawnSync(`build/native/searcher-deaf-${number}`, ['wakes'], {
      encoding: 'utf8',
      timeout: PROGRAM_MS,
      // A lock that two threads make at once may never be got: the first report is enough.
      env: { ...process.env, TSAN_OPTIONS: 'halt_on_error=1' },
    });
    t.not(status, null, 'it ends');
    t.not(status, 0);
    t.regex(stdout + stderr, /^not ok |ThreadSanitizer: data race/m);
  });

// One seed, one oracle, every backend of each build. Programs for chips do the same in emulators.
const oracle = pairsDigest(SEED, PAIRS / PAIRS_PER_GROUP);
for (const program of ['kernel-test', 'kernel-test-32', 'kernel-test-arm64']) {
  const words = command(program);
  if (typeof words === 'string') continue;
  test(`${program}: each backend agrees with node:crypto on ${PAIRS} random headers and nonces`, t => {
    const all = [...words, 'pairs', String(SEED), String(PAIRS / PAIRS_PER_GROUP)];
    const { status, stdout, stderr } = spawnSync(all[0]!, all.slice(1), {
      encoding: 'utf8',
      timeout: PROGRAM_MS,
    });
    t.is(status, 0, stdout + stderr);
    const lines = stdout.trim().split('\n');
    t.regex(lines.at(-1)!, /^ok portable: /);
    for (const line of lines) {
      t.log(line);
      t.is(line.replace(/^ok [a-z0-9-]+: /, ''), `${PAIRS} pairs ${oracle}`);
    }
  });
}

test('the bench prints one JSON object a line', t => {
  const { status, stdout } = spawnSync('build/native/bench', ['20', '2'], { encoding: 'utf8' });
  t.is(status, 0);
  const lines = stdout
    .trim()
    .split('\n')
    .map(
      line =>
        JSON.parse(line) as {
          bench: string;
          backend: string;
          nv?: number;
          hashes: number;
          megahashesPerSecond: number;
          ratioToPortable?: number;
          switches?: number;
        },
    );
  const kernels = lines.filter(line => line.bench === 'kernel');
  const backends = kernels.filter(line => line.nv === 1).map(line => line.backend);
  t.is(backends.at(-1), 'portable');
  t.deepEqual(
    kernels.map(line => [line.backend, line.nv]),
    [1, 16].flatMap(nv => backends.map(backend => [backend, nv])),
  );
  for (const line of kernels)
    t.true(line.backend === 'portable' ? line.ratioToPortable === 1 : line.ratioToPortable! > 0);
  t.is(lines.filter(line => line.bench === 'searcher').length, 2);
  t.deepEqual(
    lines.filter(line => line.bench === 'switch').map(line => line.switches! > 0),
    [true],
  );
  for (const line of lines)
    if (line.bench !== 'switch') t.true(line.hashes > 0 && line.megahashesPerSecond > 0);
});
