/** What `make test` makes of ava's TAP. */
import test from 'ava';
import { ending, TapReader } from './tap.js';

function read(text: string): { reader: TapReader; said: string[] } {
  const reader = new TapReader();
  const said = text
    .split('\n')
    .map(line => reader.take(line))
    .filter(line => line !== undefined);
  return { reader, said };
}

const MIXED = `TAP version 13
ok 1 - wallet › amounts
ok 2 - wallet › seeds
#   24 words
ok 3 - native › compile checks
#   ok search_glue.c
#   skipped: search_glue.c with the SDK's headers (npx xs-dev setup)
#   skipped: rv32imc compile check (install gcc-riscv64-unknown-elf)
not ok 4 - wallet › sums
#   skipped: nothing, it failed
  ---
    name: AssertionError
    # not a comment
  ...
ok 5 - display › fonts # SKIP
not ok 6 - display › later # TODO
ok 7 - idf › esp32
#   skipped
# wallet › hook
not ok 8 - cli exited with a non-zero exit code: 1

1..8
# tests 8
# pass 5
# skip 1
# fail 2
`;

test('each test counts once: passed, failed or skipped', t => {
  const { reader } = read(MIXED);
  t.deepEqual(Object.fromEntries(reader.files), {
    wallet: { passed: 2, failed: 1, skipped: 0 },
    native: { passed: 0, failed: 0, skipped: 1 },
    display: { passed: 0, failed: 0, skipped: 2 },
    idf: { passed: 0, failed: 0, skipped: 1 },
    'cli exited with a non-zero exit code: 1': { passed: 0, failed: 1, skipped: 0 },
  });
  t.deepEqual(reader.total, { passed: 2, failed: 2, skipped: 4 });
});

test('every skip is listed with its test and its reason, whichever way it was reported', t => {
  t.deepEqual(
    read(MIXED).reader.skips.map(({ name, reason }) => `${name}: ${reason}`),
    [
      "native › compile checks: search_glue.c with the SDK's headers (npx xs-dev setup)",
      'native › compile checks: rv32imc compile check (install gcc-riscv64-unknown-elf)',
      'display › fonts: no reason was given',
      'display › later: no reason was given',
      'idf › esp32: no reason was given',
    ],
  );
});

test('what tests measured is shown; a failure is kept in full, with its comments and its YAML', t => {
  const { reader, said } = read(MIXED);
  t.deepEqual(said, ['wallet › seeds: 24 words', 'native › compile checks: ok search_glue.c']);
  t.deepEqual(reader.failures.slice(0, 6), [
    '\nnot ok - wallet › sums',
    '#   skipped: nothing, it failed',
    '  ---',
    '    name: AssertionError',
    '    # not a comment',
    '  ...',
  ]);
  t.is(reader.failures[6], '\nnot ok - cli exited with a non-zero exit code: 1');
});

const GOOD = 'ok 1 - a › b\nok 2 - a › c\n#   skipped: no mosquitto';

test('the end: the sum alone on the last line, and 0 when nothing failed', t => {
  const { lines, code } = ending(read(GOOD).reader, 0, [], false);
  t.deepEqual(lines, ['Skipped:', '  a › c: no mosquitto', '', '1 passed, 0 failed, 1 skipped']);
  t.is(code, 0);
  t.deepEqual(ending(read('ok 1 - a › b').reader, 0, [], true), {
    lines: ['1 passed, 0 failed, 0 skipped'],
    code: 0,
  });
});

test('what was skipped outside of ava counts and is listed too', t => {
  const { lines } = ending(
    read(GOOD).reader,
    0,
    [{ name: 'lint › format', reason: 'no clang-format' }],
    false,
  );
  t.deepEqual(lines.slice(2), ['  lint › format: no clang-format', '', '1 passed, 0 failed, 2 skipped']);
});

test('MITE_REQUIRE=all: a skip ends with 1, and is named', t => {
  const { lines, code } = ending(read(GOOD).reader, 0, [], true);
  t.is(code, 1);
  t.true(lines.includes('  a › c: no mosquitto'));
  t.true(lines.some(line => line.startsWith('MITE_REQUIRE=all: ')));
  t.is(lines.at(-1), '1 passed, 0 failed, 1 skipped');
  const outside = [{ name: 'lint › format', reason: 'no clang-format' }];
  t.is(ending(read('ok 1 - a › b').reader, 0, outside, true).code, 1);
});

test('a failure, no test at all, and an aborted ava end with 1', t => {
  t.is(ending(read(MIXED).reader, 1, [], false).code, 1);
  t.is(ending(read(MIXED).reader, 0, [], false).code, 1);
  t.is(ending(read('').reader, 0, [], false).code, 1);
  t.deepEqual(ending(read('ok 1 - a › b').reader, null, [], false), {
    lines: ['ava ended with null, though no test failed.', '1 passed, 0 failed, 0 skipped'],
    code: 1,
  });
});
