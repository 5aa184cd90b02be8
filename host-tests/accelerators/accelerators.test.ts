import { spawnSync } from 'node:child_process';
import test from 'ava';
import { PAIRS_PER_GROUP, pairsDigest } from '../native/pairs.js';
import { PROGRAM_MS } from '../support/deadlines.js';
import { lacking } from '../support/tools.js';

// The drivers of the SHA accelerators on register-level models, and the threads that they run in on a chip. The native
// programs print one line per check.

const OUT = 'build/accelerators';
const PAIRS = 1_000_000;
const SEED = 0x616363656cn;

const built = spawnSync(
  'make',
  ['--no-print-directory', '-f', 'host-tests/accelerators/accelerators.mk', 'accelerators'],
  { encoding: 'utf8' },
);
test('the drivers and the models build', t => {
  for (const line of built.stdout.split('\n')) if (line.startsWith('skipped:')) t.log(line);
  t.is(built.status, 0, built.stdout + built.stderr);
});

/** Declares a test for each line of a program, and one for its end. */
function run(program: string, least: number): void {
  const { status, stdout, stderr } = spawnSync(`${OUT}/${program}`, {
    encoding: 'utf8',
    timeout: PROGRAM_MS,
  });
  const lines = (stdout ?? '').split('\n').filter(line => line);
  lines.forEach((line, index) => {
    test(`${program} ${index + 1}: ${line.replace(/^(not )?ok /, '')}`, t => t.regex(line, /^ok /));
  });
  test(`${program} ends well`, t => {
    t.true(lines.length >= least);
    t.is(status, 0, stderr);
  });
}

run('accelerators-test', 90); // ASan, UBSan where they run (accelerators.mk)
// port_freertos.c
const tsan = lacking('tsan');
if (tsan === undefined) run('port-test', 12);
else
  test('port-test', t => {
    t.log(`skipped: ${tsan}`);
    t.pass();
  });
run('wake-test', 6); // platforms/sdk/wake.c; ASan, UBSan where they run

test(`each driver agrees with node:crypto on ${PAIRS} random headers and nonces`, t => {
  const groups = PAIRS / PAIRS_PER_GROUP;
  const fast = spawnSync(`${OUT}/accelerators-test-fast`, ['pairs', String(SEED), String(groups)], {
    encoding: 'utf8',
    timeout: PROGRAM_MS,
  });
  const oracle = pairsDigest(SEED, groups);
  t.is(fast.status, 0, fast.stdout + fast.stderr);
  t.deepEqual(fast.stdout.trim().split('\n'), [
    `ok sha-classic: ${PAIRS} pairs ${oracle}`,
    `ok sha-restore: ${PAIRS} pairs ${oracle}`,
  ]);
});

test('register accesses a hash, waits by polls', t => {
  const count = spawnSync(`${OUT}/count`, { encoding: 'utf8' });
  t.is(count.status, 0, count.stderr);
  const rows = count.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, string | number>);
  t.deepEqual(rows, [
    { family: 'classic', accessesPerNonce: 42, writes: 39, reads: 1, waits: 2 },
    {
      family: 'classic, header words 7 and 8 zero',
      accessesPerNonce: 40,
      writes: 37,
      reads: 1,
      waits: 2,
    },
    { family: 'restore', accessesPerNonce: 41, writes: 30, reads: 9, waits: 2 },
  ]);
});
