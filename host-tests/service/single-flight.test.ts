import test from 'ava';
import fc from 'fast-check';
import { SingleFlight } from '../../trusted-node/common/single-flight.js';

/** A task whose runs end on command. */
function held() {
  const ends: (() => void)[] = [];
  const flight = new SingleFlight(() => new Promise<void>(resolve => ends.push(resolve)));
  return { flight, ends };
}

const turn = () => new Promise<void>(resolve => setImmediate(resolve));

test('a request during a run waits for that run to end', async t => {
  const { flight, ends } = held();
  t.false(flight.busy);
  await flight.ended();
  const first = flight.run();
  t.true(flight.busy);
  await turn();
  t.is(flight.run(), first);
  await turn();
  t.is(ends.length, 1);
  ends[0]!();
  await first;
  t.false(flight.busy);
  const second = flight.run();
  await turn();
  t.is(ends.length, 2);
  ends[1]!();
  await second;
});

test('changes during a run lead to one more run, those before it begins to none', async t => {
  const { flight, ends } = held();
  void flight.rerun();
  await turn();
  for (let i = 0; i < 5; i++) void flight.rerun();
  let ended = false;
  void flight.ended().then(() => {
    ended = true;
  });
  ends[0]!();
  await turn();
  t.is(ends.length, 2);
  t.true(flight.busy);
  t.false(ended);
  ends[1]!();
  await turn();
  t.false(flight.busy);
  t.true(ended);
  t.is(ends.length, 2);
});

test('a task that rejects after all does not hold up a later run', async t => {
  let runs = 0;
  const flight = new SingleFlight(async () => {
    if (++runs === 1) throw new Error('broken');
  });
  await t.throwsAsync(flight.run(), { message: 'broken' });
  t.false(flight.busy);
  await flight.run();
  t.is(runs, 2);
});

test('no change is missed and no two runs overlap, whenever changes come', async t => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), { maxLength: 30 }),
      async steps => {
        let [state, seen, open] = [0, 0, 0];
        const flight = new SingleFlight(async () => {
          open++;
          if (open > 1) throw new Error('two at once');
          const read = state;
          for (let i = state % 5; i > 0; i--) await undefined;
          seen = read;
          open--;
        });
        for (const [pause, changes] of steps) {
          for (let i = 0; i < pause; i++) await undefined;
          for (let i = 0; i < changes; i++) {
            state++;
            void flight.rerun();
          }
        }
        while (flight.busy) await flight.ended();
        return seen === state;
      },
    ),
    { seed: 12, numRuns: 2_000 },
  );
  t.pass();
});
