/**
 * Boards under fire: every legal message at random, as fast as the board takes them. No restart, and nothing above the
 * heap budget of docs/boards.md. `make soak` runs it for an hour; MITE_SOAK_SECONDS is the time of one board.
 */
import test from 'ava';
import { TEST_MS } from '../support/deadlines.js';
import { BOARD, ROOT } from '../support/processes.js';
import { run32, skippedWithout } from '../support/tools.js';
import { Fire } from './fire.js';
import { BOARD_UNDER_TEST, Liar } from './liar.js';

const SECONDS = Number(process.env.MITE_SOAK_SECONDS ?? 8);
const SEED = Number(process.env.MITE_SOAK_SEED ?? 20261129);

const BOARDS: readonly (readonly [string, string, readonly string[]])[] = [
  ['release', BOARD, []],
  ['32-bit', `${ROOT}/build/host/m32/mite-board`, ['m32', 'run32']],
  ['sanitizers', BOARD_UNDER_TEST, ['asan']],
];

for (const [name, program, tools] of BOARDS)
  test.serial(`the ${name} board under fire`, async t => {
    if (skippedWithout(t, ...tools)) return;
    t.timeout(TEST_MS + SECONDS * 1000);
    const liar = await Liar.open();
    try {
      const command = name === '32-bit' ? [...(run32() ?? []), program] : [program];
      liar.program = command[0]!;
      liar.first = command.slice(1);
      const fire = new Fire(liar, SEED);
      await fire.begin();
      const all = Object.values(fire.kinds);
      const half = (SECONDS * 1000) / 2;
      await fire.rage(all, half);
      const { slotPeak, chunkPeak, heapLimit } = await fire.rage(
        [...all, ...Object.values(fire.floods)],
        half,
      );
      t.log(`${fire.sent} messages; slots ${slotPeak}, chunks ${chunkPeak} of ${heapLimit} bytes`);
      t.true(liar.board.running);
      t.is(new Set(liar.boots).size, 1, 'the board has not restarted');
      t.is(liar.board.errors.length, 0, liar.board.errors.join('\n'));
    } finally {
      await liar.close();
    }
  });
