/** A search thread that hangs is noticed, one that is slow or rests is not. @module */
import {
  NUDGE_AFTER,
  RESTART_AFTER,
  type StuckThread,
  StuckWatch,
} from '../../firmware/parts/mining/stuck.js';
import type { Case } from './case.js';

/** What the watch says in each of these seconds: "second:thread cure". */
function says(progress: (second: number) => readonly number[], seconds: number): string {
  const watch = new StuckWatch();
  const said: string[] = [];
  for (let second = 0; second < seconds; second++) {
    const stuck: StuckThread | undefined = watch.tick(progress(second));
    if (stuck !== undefined) said.push(`${second}:${stuck.thread} ${stuck.cure}`);
  }
  return said.join();
}

export const cases: Case[] = [
  {
    name: 'stuck: threads that move are left alone, also around 2^32 and at the pace of a small budget',
    run(t) {
      t.equal(
        says(second => [second * 600, (0xffffffff + second) >>> 0], 1_000),
        '',
      );
      t.equal(
        says(second => [Math.floor(second / (NUDGE_AFTER - 1))], 1_000),
        '',
      );
    },
  },
  {
    name: 'stuck: one thread of two hangs: nudged once, then the board restarts',
    run(t) {
      t.equal(
        says(second => [second, second < 5 ? second : 5], 200),
        `${5 + NUDGE_AFTER}:1 nudge,${5 + RESTART_AFTER}:1 restart`,
      );
    },
  },
  {
    name: 'stuck: a nudge that helps is the end of it, and the next time starts over',
    run(t) {
      const hang = (second: number) => (second < 12 ? 0 : second < 20 ? second : 20);
      t.equal(
        says(second => [hang(second)], 40),
        `${NUDGE_AFTER}:0 nudge,${20 + NUDGE_AFTER}:0 nudge`,
      );
    },
  },
  {
    name: 'stuck: nothing is expected while nothing is searched, and a search begins with a clean sheet',
    run(t) {
      t.equal(
        says(second => (second % 8 === 7 ? [] : [1, 1]), 300),
        '',
      );
      t.equal(
        says(second => (second < 50 ? [] : [7]), 50 + NUDGE_AFTER + 1),
        `${50 + NUDGE_AFTER}:0 nudge`,
      );
      t.equal(
        says(second => (second < 3 ? [0] : [0, 0]), 3 + NUDGE_AFTER),
        `${NUDGE_AFTER}:0 nudge`,
      );
    },
  },
];
