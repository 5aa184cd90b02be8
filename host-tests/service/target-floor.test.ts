/** Easy shares of old jobs after the target has risen: finding of an attack, 260 rows in 8 s at 256 hashes each. */
import test from 'ava';
import fc from 'fast-check';
import { ShareCode } from '../../firmware/domain/share.js';
import { FLOOR_MS, meetsFloor, raiseFloor, type TargetFloor } from '../../trusted-node/work/target-floor.js';
import { Bed } from './bed.js';

test('a job from before a rise counts for the window, and a harder one always', t => {
  let floor = raiseFloor(undefined, 256n, 0);
  t.true(meetsFloor(undefined, 1n, 0), 'no job yet');
  t.true(meetsFloor(floor, 1n, FLOOR_MS - 1), 'jobs of an earlier run');
  t.false(meetsFloor(floor, 1n, FLOOR_MS));
  floor = raiseFloor(floor, 10_000n, 100_000);
  t.true(meetsFloor(floor, 256n, 100_000 + FLOOR_MS - 1));
  t.false(meetsFloor(floor, 255n, 100_001));
  t.false(meetsFloor(floor, 256n, 100_000 + FLOOR_MS));
  t.true(meetsFloor(floor, 10_000n, 10_000_000));
  t.true(meetsFloor(floor, 20_000n, 10_000_000));
});

test('new jobs of the same target do not give the old ones more time, and a fall takes nothing away', t => {
  let floor = raiseFloor(raiseFloor(undefined, 256n, 0), 10_000n, 50_000);
  for (let now = 51_000; now < 80_000; now += 1_000) floor = raiseFloor(floor, 10_000n, now);
  t.true(meetsFloor(floor, 256n, 79_999));
  t.false(meetsFloor(floor, 256n, 80_000));
  floor = raiseFloor(floor, 100n, 90_000);
  t.true(meetsFloor(floor, 256n, 90_000));
});

test('a share counts exactly while a job as easy was the newest within the window', t => {
  const step = fc.record({ pause: fc.integer({ min: 0, max: 40_000 }), work: fc.bigInt(1n, 50n) });
  const check = () =>
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), fc.bigInt(1n, 50n), (steps, asked) => {
        let now = 0;
        let floor: TargetFloor | undefined;
        const held: { work: bigint; from: number; to: number }[] = [];
        for (const { pause, work } of steps) {
          now += pause;
          const last = held.at(-1);
          if (last !== undefined) last.to = now;
          held.push({ work, from: now, to: Number.POSITIVE_INFINITY });
          floor = raiseFloor(floor, work, now);
        }
        const first = held[0]!.from;
        const counts =
          now < first + FLOOR_MS || held.some(({ work, to }) => work <= asked && now < to + FLOOR_MS);
        return meetsFloor(floor, asked, now) === counts;
      }),
    );
  t.notThrows(check);
});

test('an old easy job pays no longer than the window; a share answered before keeps its answer', async t => {
  const bed = await Bed.start();
  t.teardown(() => bed.dispose());
  const device = await bed.connect('alpha');
  const easy = await device.hello();
  const first = device.solve(easy);
  t.is((await device.send(first)).code, ShareCode.accepted);
  // The target rises: a board that says it is fast gets a harder job.
  const clock = performance.now.bind(performance);
  device.boot = 'ffeeddccbbaa9988';
  const hard = await device.hello(1_000_000);
  t.not(hard.shareBits, easy.shareBits);
  t.is((await device.send(device.solve(easy))).code, ShareCode.accepted, 'within the window');
  performance.now = () => clock() + FLOOR_MS + 1_000;
  try {
    t.is((await device.send(device.solve(easy))).code, ShareCode.lowDifficulty);
    t.is((await device.send(first)).code, ShareCode.accepted, 'the same answer again');
  } finally {
    performance.now = clock;
  }
});
