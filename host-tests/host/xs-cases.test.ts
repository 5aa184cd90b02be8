/** The engine-neutral cases on XS: the list that cases.test.ts runs on Node. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { ROOT } from '../support/processes.js';
import { BoardRun } from './board.js';

const bundle = join(ROOT, 'build/bundle');
const args = ['--run', `${bundle}/xs-main.js`, '--preload', `${bundle}/cases.js`, '--heap', '33554432'];

for (const [title, program, lacking] of [
  ['XS, as built for this machine', 'build/host/release/mite-board', 'board'],
  ['XS in 32 bits, as on a chip', 'build/host/m32/mite-board', '32-bit board (Debian package gcc-multilib)'],
  ['XS with address and UB sanitizers', 'build/host/asan/mite-board', "sanitizers (your gcc's libasan)"],
] as const)
  test(title, async t => {
    if (!existsSync(join(ROOT, program))) {
      t.log(`skipped: no ${lacking}`);
      t.pass();
      return;
    }
    const board = new BoardRun(args, 'ignore', join(ROOT, program), 240_000);
    const code = await board.ended;
    t.deepEqual(
      board.lines.filter(line => line.startsWith('not ok')),
      [],
    );
    t.regex(board.lines.at(-1) ?? board.err, /^# [1-9]\d* passed, 0 failed$/);
    t.is(code, 0, board.err);
  });
