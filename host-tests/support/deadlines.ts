/**
 * Deadlines of the suites. They are for hangs, never for speed: each is at least ten times what the slowest of its kind takes
 * on two idle cores, so that a machine with a load of 16 keeps them.
 */

/** A program of ours starts, answers, or reacts to what another one did: up to 6 s. */
export const ANSWER_MS = 120_000;
/** Boards mine shares and blocks, reconnect after an outage, update themselves: up to a minute. */
export const MINING_MS = 900_000;
/** A program runs to its end, be it with sanitizers or in an emulator: up to two minutes. */
export const PROGRAM_MS = 1_800_000;
/** Something is compiled, up to the SDK's simulator: up to four minutes. */
export const BUILD_MS = 3_600_000;
/** A whole test of those that take more than seconds. */
export const TEST_MS = 3_600_000;

/** Waits until something holds, which is looked at again and again. @throws Error when the deadline passes */
export async function eventually(
  holds: () => boolean | Promise<boolean>,
  what = 'it',
  milliseconds = ANSWER_MS,
): Promise<void> {
  for (const deadline = Date.now() + milliseconds; !(await holds()); ) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
