/** One lie, as a test: a board under sanitizers and a node that says what the test wants. */
import test, { type ExecutionContext } from 'ava';
import { TEST_MS } from '../support/deadlines.js';
import { skippedWithout } from '../support/tools.js';
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
    if (program === BOARD_UNDER_TEST && skippedWithout(t, 'asan')) return;
    t.timeout(TEST_MS);
    const liar = await Liar.open();
    liar.program = program;
    try {
      await run(t, liar);
    } finally {
      await liar.close();
    }
  });
}
