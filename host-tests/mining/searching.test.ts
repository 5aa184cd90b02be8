/** The wiring of the searcher: wakes that get lost, threads that hang, and threads that are not there. */
import test, { type ExecutionContext } from 'ava';
import type { MinerEvent } from '../../firmware/parts/mining/events.js';
import { Miner } from '../../firmware/parts/mining/miner.js';
import { SearchControl } from '../../firmware/parts/mining/search-control.js';
import { NUDGE_AFTER, RESTART_AFTER } from '../../firmware/parts/mining/stuck.js';
import type { SearchEvent } from '../../firmware/ports/searcher.js';
import { FakeSearcher, ManualClock } from '../support/fake-searcher.js';
import { NodePlatform } from '../support/node-platform.js';

const WORK = {
  id: 1,
  header: new Uint8Array(80),
  target: new Uint8Array(32),
  firstNonce: 0,
  lastNonce: 9,
  versionMask: 0,
};

/** Two threads are wanted; what each has done is the test's to say. */
class Threads extends FakeSearcher {
  readonly waiting: SearchEvent[] = [];
  done: (number | undefined)[] = [0, 0];

  constructor() {
    super(new ManualClock(), [{ name: 'portable', rate: 1_000 }], 2);
  }

  override read(): SearchEvent | undefined {
    return this.waiting.shift();
  }

  progress(thread: number): number | undefined {
    return this.done[thread];
  }
}

function bed(t: ExecutionContext) {
  const searcher = new Threads();
  const platform = new NodePlatform({ searcher: () => searcher });
  const steps: MinerEvent[] = [];
  const notices: string[] = [];
  let restarts = 0;
  const searching = new SearchControl(platform, 2, new Miner(), {
    step: event => steps.push(event),
    notice: (_level, event) => notices.push(event),
    restart: () => restarts++,
  });
  t.teardown(() => platform.dispose());
  searching.execute({ kind: 'startSearch', work: WORK });
  return { searcher, platform, searching, steps, notices, restarts: () => restarts };
}

test('events whose wake was lost are read by the next tick', t => {
  const { searcher, searching, steps } = bed(t);
  searcher.waiting.push({ kind: 'exhausted', workId: 1 });
  searching.tick();
  t.deepEqual(steps, [{ kind: 'exhausted', workId: 1 }]);
});

test('a plan of one thread where two are wanted: nothing waits for the other', t => {
  const { searcher, platform, searching, notices, restarts } = bed(t);
  for (let second = 0; second < 3 * RESTART_AFTER; second++) {
    searcher.done = [second, undefined];
    searching.tick();
  }
  t.deepEqual(notices, []);
  t.is(restarts() + platform.restarts, 0);
});

test('a thread that hangs: the board leaves its node and stores its chain before it restarts', t => {
  const { searcher, platform, searching, notices, restarts } = bed(t);
  for (let second = 0; second <= NUDGE_AFTER; second++) {
    searcher.done = [second, 5];
    searching.tick();
  }
  t.deepEqual(notices, ['stuck']);
  for (let second = 0; second < 3 * RESTART_AFTER; second++) {
    searcher.done = [1000 + second, 5];
    searching.tick();
  }
  t.deepEqual(notices, ['stuck', 'stuck']);
  t.is(restarts(), 1);
  t.is(platform.restarts, 0, 'it is the board that restarts, not the search');
});
