/** The same cases as on Node and on the host board, on the Moddable SDK's XS. */
import { spawnSync } from 'node:child_process';
import test from 'ava';
import { BUILD_MS, TEST_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';

test.serial("all cases pass on the Moddable SDK's XS", t => {
  t.timeout(TEST_MS);
  const make = spawnSync('make', ['--no-print-directory', 'sdk-cases'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: BUILD_MS,
  });
  const lines = make.stdout.trim().split('\n');
  const skipped = lines.find(line => line.startsWith('skipped'));
  if (skipped !== undefined) {
    t.log(skipped);
    t.pass();
    return;
  }
  t.deepEqual(
    lines.filter(line => !line.startsWith('ok ')),
    [],
  );
  t.is(make.status, 0, make.stderr);
  t.log(`${lines.length} cases`);
});
