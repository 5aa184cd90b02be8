/**
 * Notices a search thread that does not search: once a second it learns how far each thread is. It counts seconds in
 * which the board itself was awake, not time: a board that was held up (a debugger, a suspended machine) is not stuck.
 */

/** After this many seconds without progress a thread's work is given again, which wakes one that missed it. */
export const NUDGE_AFTER = 10;
/** … and after this many the board restarts, since nothing else ends a thread that hangs. */
export const RESTART_AFTER = 30;

export interface StuckThread {
  readonly thread: number;
  readonly cure: 'nudge' | 'restart';
}

export class StuckWatch {
  #seen: number[] = [];
  #quiet: number[] = [];

  /**
   * @param progress of each thread, any number that changes while it works; empty while nothing is searched
   * @returns the thread that needs a cure now
   */
  tick(progress: readonly number[]): StuckThread | undefined {
    const seen = this.#seen;
    const quiet = this.#quiet;
    this.#seen = progress.slice();
    this.#quiet = progress.map((now, thread) => (now === seen[thread] ? quiet[thread]! + 1 : 0));
    const thread = this.#quiet.findIndex(ticks => ticks === NUDGE_AFTER || ticks === RESTART_AFTER);
    if (thread === -1) return undefined;
    return { thread, cure: this.#quiet[thread] === NUDGE_AFTER ? 'nudge' : 'restart' };
  }
}
