/** One lie, as a test: a board under sanitizers and a node that says what the test wants. */
import { existsSync } from 'node:fs';
import test, { type ExecutionContext } from 'ava';
import { BOARD_UNDER_TEST, Liar } from './liar.js';

/**
 * @param slow it waits for deadlines: side by side with the other slow ones
 * @param program the board; that with sanitizers has no limit of its heap
 */
export function lie(
  name: string,
  run: (t: ExecutionContext, liar: Liar) => Promise<void>,
  slow = false,
  program = BOARD_UNDER_TEST,
): void {
  (slow ? test : test.serial)(name, async t => {
    if (!existsSync(program)) {
      t.log("skipped: the board with sanitizers needs your gcc's libasan");
      t.pass();
      return;
    }
    t.timeout(180_000);
    const liar = await Liar.open();
    liar.program = program;
    try {
      await run(t, liar);
    } finally {
      await liar.close();
    }
  });
}
