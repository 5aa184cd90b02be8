/** What `make test-nodes` runs, and what it makes of ava's output. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { failuresOf, LEFT_OUT, OTHER_SUITES, SUITES, sumOf, table } from '../nodes/versions.js';
import { ROOT } from '../support/processes.js';

const TESTS = join(ROOT, 'host-tests');

test('every folder of suites is in one list, and every exception exists', t => {
  const folders = readdirSync(TESTS, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .filter(name => readdirSync(join(TESTS, name)).some(file => file.endsWith('.test.ts')));
  t.deepEqual([...SUITES, ...OTHER_SUITES].sort(), folders.sort());
  for (const file of LEFT_OUT) t.true(existsSync(join(TESTS, `${file}.test.ts`)), file);
});

test('sums and failures are read from TAP; a truncated one is not a success', t => {
  const tap =
    'ok 1 - a › b\nnot ok 2 - a › c # time=3\n  ---\nnot ok 3 - d\n\n1..3\n# tests 3\n# pass 1\n# fail 2\n';
  t.deepEqual(sumOf(tap), { passed: 1, failed: 2, skipped: 0 });
  t.deepEqual(sumOf(`${tap}# skip 4\n`), { passed: 1, failed: 2, skipped: 4 });
  t.deepEqual(failuresOf(tap), ['a › c', 'd']);
  t.is(sumOf(tap.slice(0, tap.indexOf('# pass'))), undefined);
});

test('the table has a row per version', t => {
  t.deepEqual(table([{ version: '22.1.0', run: 'passed', suites: '3 passed', failed: false }]), [
    '  Node.js  make run BLOCKS=2  unit suites',
    '  22.1.0   passed             3 passed',
  ]);
});
