/** The engine-neutral cases on XS: the list that cases.test.ts runs on Node. */
import { join } from 'node:path';
import test from 'ava';
import { PROGRAM_MS, TEST_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';
import { run32, skippedWithout } from '../support/tools.js';
import { BoardRun } from './board.js';

const bundle = join(ROOT, 'build/bundle');
const args = ['--run', `${bundle}/xs-main.js`, '--preload', `${bundle}/cases.js`, '--heap', '33554432'];

for (const [title, program, needs] of [
  ['XS, as built for this machine', 'build/host/release/mite-board', []],
  // In an emulator too, where 32-bit programs do not start: minutes, the longest that is still worth it.
  ['XS in 32 bits, as on a chip', 'build/host/m32/mite-board', ['m32', 'run32']],
  ['XS with address and UB sanitizers', 'build/host/asan/mite-board', ['asan']],
] as const)
  test(title, async t => {
    t.timeout(TEST_MS);
    if (skippedWithout(t, ...needs)) return;
    const command = [...(title.includes('32 bits') ? (run32() ?? []) : []), join(ROOT, program)];
    const board = new BoardRun([...command.slice(1), ...args], 'ignore', command[0], PROGRAM_MS);
    const code = await board.ended;
    t.deepEqual(
      board.lines.filter(line => line.startsWith('not ok')),
      [],
    );
    t.regex(board.lines.at(-1) ?? board.err, /^# [1-9]\d* passed, 0 failed$/);
    t.is(code, 0, board.err);
  });
