/** The time's rules: what is refused, what several answers give, and a server and a node that lie. */
import test from 'ava';
import fc from 'fast-check';
import { agree, HEADER_AHEAD, judgeTime, NODE_BEHIND } from '../../firmware/parts/network/clock-check.js';
import { type TimeCommand, type TimeEvent, Timekeeper } from '../../firmware/parts/network/timekeeper.js';

const T = 1_790_000_000; // seconds
const SERVER = 'ntp.example';

test('bounds: 2 h before the newest header, 24 h after the node, to the second', t => {
  const chain = { header: T, node: T + 600 };
  const kind = (seconds: number) => judgeTime(seconds * 1000, chain).kind;
  t.is(kind(T - HEADER_AHEAD - 1), 'refused');
  t.is(kind(T - HEADER_AHEAD), 'good');
  t.is(kind(T + 600 + NODE_BEHIND), 'good');
  t.is(kind(T + 600 + NODE_BEHIND + 1), 'refused');
  for (const nothing of [0, -5, Number.NaN, Number.POSITIVE_INFINITY])
    t.is(judgeTime(nothing, chain).kind, 'refused');
});

test('a chain idle for months refuses no true time; without a node it is provisional', t => {
  const now = T + 200 * 86400;
  t.is(judgeTime(now * 1000, { header: T, node: now - 3 }).kind, 'good');
  t.is(judgeTime(now * 1000, { header: T, node: undefined }).kind, 'provisional');
  t.is(judgeTime(now * 1000, { header: undefined, node: now }).kind, 'provisional');
  t.is(judgeTime(1000, { header: undefined, node: undefined }).kind, 'provisional');
  const early = judgeTime((T - 5 * 86400) * 1000, { header: T, node: T });
  t.deepEqual(early, { kind: 'refused', reason: '5 days before the newest block' });
  const late = judgeTime((T + 30 * 3600) * 1000, { header: T, node: T });
  t.deepEqual(late, { kind: 'refused', reason: "30 h ahead of the node's clock" });
});

test('agree: the largest group, against a simple search', t => {
  t.is(agree([], 10), undefined);
  t.is(agree([5], 10), undefined);
  t.is(agree([0, 100], 10), undefined);
  t.is(agree([100, 5, 0], 10), 5);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 8 }),
      fc.nat(20),
      (samples, tolerance) => {
        const sizes = samples.map(s => samples.filter(other => other >= s && other - s <= tolerance).length);
        const best = Math.max(0, ...sizes);
        const value = agree(samples, tolerance);
        if (best < 2) return value === undefined;
        return (
          value !== undefined &&
          samples.includes(value) &&
          // It lies in a group of that size.
          samples.some((s, i) => sizes[i] === best && value >= s && value - s <= tolerance)
        );
      },
    ),
  );
});

class Rig {
  readonly keeper = new Timekeeper();
  now = 5_000;
  /** The machine's clock minus `now`; undefined: unknown. */
  clock: number | undefined;
  timerAt: number | undefined;
  asked = 0;
  pending = false;
  readonly notices: string[] = [];
  problem = '';

  step(event: TimeEvent): TimeCommand[] {
    if (event.kind === 'answer') this.pending = false;
    const commands = this.keeper.step(event, this.now);
    for (const command of commands) {
      if (command.kind === 'ask') {
        if (this.pending) this.problem = 'asked while an answer is due';
        this.asked++;
        this.pending = true;
      } else if (command.kind === 'timer') {
        if (!(command.milliseconds >= 0 && command.milliseconds <= 86_400_000))
          this.problem = 'timer out of bounds';
        this.timerAt = command.milliseconds === 0 ? undefined : this.now + command.milliseconds;
      } else if (command.kind === 'set')
        this.clock = command.time === 0 ? undefined : command.time - this.now;
      else this.notices.push(`${command.level}: ${command.text}`);
    }
    return commands;
  }

  /** Runs one round with these answers, as offsets from `now`. */
  round(...offsets: (number | undefined)[]): void {
    for (const offset of offsets) {
      this.now += 40;
      this.step({ kind: 'answer', time: offset === undefined ? undefined : offset + this.now });
      if (offsets.indexOf(offset) === 2) break;
      if (this.asked % 3 !== 0) this.fire();
    }
  }

  /** To the timer. */
  fire(): void {
    if (this.timerAt === undefined) throw new Error('no timer');
    this.now = Math.max(this.now, this.timerAt);
    this.timerAt = undefined;
    this.step({ kind: 'timer' });
  }

  chain(offset: number): void {
    const seconds = Math.floor((this.now + offset) / 1000);
    this.step({ kind: 'chain', chain: { header: seconds - 60, node: seconds } });
  }
}

const TRUE = T * 1000;

test('three answers, an outlier does not count; set, and asked again a day later; then the drift is known', t => {
  const rig = new Rig();
  rig.chain(TRUE);
  t.is(rig.clock, undefined, 'while a server may answer');
  rig.step({ kind: 'online', server: SERVER });
  rig.round(TRUE + 200, TRUE + 99_000_000, TRUE - 300);
  t.is(rig.asked, 3);
  t.is(rig.clock, TRUE + 200);
  t.is(rig.keeper.source, 'sntp');
  t.deepEqual(rig.notices, [`info: time from ${SERVER}`]);
  t.is((rig.timerAt ?? 0) - rig.now, 86_400_000);
  rig.fire();
  rig.round(TRUE + 4_520, TRUE + 4_520, TRUE + 4_520);
  t.is(rig.asked, 6);
  t.is(rig.clock, TRUE + 4_520);
  t.is(rig.keeper.drift, 50, '4.32 s a day');
});

test('a refused time is reported once, leaves the clock to the node, and is requested again, later and later', t => {
  const rig = new Rig();
  rig.step({ kind: 'online', server: SERVER });
  rig.chain(TRUE);
  const wrong = TRUE + 40 * 86_400_000;
  const gaps: number[] = [];
  for (let i = 0; i < 9; i++) {
    rig.round(wrong, wrong, wrong);
    gaps.push((rig.timerAt ?? 0) - rig.now);
    rig.fire();
  }
  t.deepEqual(
    gaps,
    [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600].map(s => s * 1000),
  );
  t.is(rig.notices.filter(text => text.startsWith('warn: ')).length, 1, rig.notices.join('\n'));
  t.regex(rig.notices[0] ?? '', /refused: 40 days ahead of the node's clock$/);
  t.is(rig.keeper.source, 'node');
  t.true(Math.abs((rig.clock ?? 0) - TRUE) <= 1000);
  rig.round(TRUE, TRUE, TRUE);
  t.is(rig.keeper.source, 'sntp', 'the server is right again');
});

test('the clock for headers and jobs: never that of the node, but that of a server that insists against it', t => {
  const rig = new Rig();
  const witness = () => rig.keeper.witness(rig.now);
  rig.step({ kind: 'online', server: SERVER });
  rig.round(TRUE, TRUE, TRUE);
  t.is(rig.keeper.source, 'provisional');
  t.is(witness(), undefined, 'nothing has confirmed it');
  // A node whose headers run ten days ahead.
  rig.chain(TRUE + 10 * 86_400_000);
  t.is(rig.clock === undefined || rig.keeper.source === 'node', true);
  t.is(witness(), undefined);
  rig.fire();
  rig.round(TRUE, TRUE, TRUE);
  t.is(witness(), undefined, 'two rounds');
  rig.fire();
  rig.round(TRUE, TRUE, TRUE);
  t.is(witness(), TRUE + rig.now, 'three');
  t.is(rig.keeper.source, 'node', 'and the clock itself is still not believed');
  rig.step({ kind: 'online', server: 'another.example' });
  t.is(witness(), undefined, 'another server');

  const honest = new Rig();
  honest.step({ kind: 'online', server: SERVER });
  honest.chain(TRUE);
  honest.round(TRUE, TRUE, TRUE);
  t.is(honest.keeper.witness(honest.now), TRUE + honest.now);
});

test('before the node is heard a time is provisional; the node confirms or ends it', t => {
  for (const [lie, source] of [
    [0, 'sntp'],
    [-10 * 86_400_000, 'node'],
    [10 * 86_400_000, 'node'],
  ] as const) {
    const rig = new Rig();
    rig.step({ kind: 'online', server: SERVER });
    rig.round(TRUE + lie, TRUE + lie, TRUE + lie);
    t.is(rig.keeper.source, 'provisional');
    t.is(rig.clock, TRUE + lie);
    rig.chain(TRUE);
    t.is(rig.keeper.source, source);
    t.true(Math.abs((rig.clock ?? 0) - TRUE) <= 1000);
  }
});

test('silence: the clock of the node serves; without a node the time stays unknown', t => {
  const rig = new Rig();
  rig.step({ kind: 'online', server: SERVER });
  rig.round(undefined, TRUE, undefined);
  t.is(rig.clock, undefined, 'one answer alone is not believed');
  t.is(rig.keeper.source, 'none');
  rig.chain(TRUE);
  t.is(rig.keeper.source, 'node');
});

test('no server: the clock of the node at once', t => {
  const rig = new Rig();
  rig.step({ kind: 'online', server: '' });
  rig.chain(TRUE);
  t.is(rig.keeper.source, 'node');
  t.is(rig.asked, 0);
  t.is(rig.timerAt, undefined);
});

test('offline in the middle of a round: it starts over; a good time is kept and not requested again', t => {
  const rig = new Rig();
  rig.chain(TRUE);
  rig.step({ kind: 'online', server: SERVER });
  rig.step({ kind: 'answer', time: TRUE + rig.now });
  rig.fire();
  rig.step({ kind: 'offline' });
  t.is(rig.timerAt, undefined);
  rig.now += 1000;
  rig.step({ kind: 'online', server: SERVER });
  t.is(rig.asked, 2, 'the answer to the second question is due');
  rig.step({ kind: 'answer', time: 1 });
  t.is(rig.asked, 3);
  rig.asked = 1;
  rig.round(TRUE, TRUE, TRUE);
  t.is(rig.keeper.source, 'sntp');
  const { asked } = rig;
  rig.step({ kind: 'offline' });
  rig.step({ kind: 'online', server: SERVER });
  t.is(rig.asked, asked);
  t.true((rig.timerAt ?? 0) > rig.now);
  rig.step({ kind: 'online', server: 'another.example' });
  t.is(rig.asked, asked + 1, 'another server is asked at once');
});

test('property: whatever a server says, with an honest node the clock is never beyond the bounds', t => {
  const event = fc.oneof(
    fc.record({
      kind: fc.constant('answer'),
      offset: fc.option(fc.integer({ min: -(2 ** 45), max: 2 ** 45 })),
    }),
    fc.record({ kind: fc.constant('honest'), offset: fc.integer({ min: -900, max: 900 }) }),
    fc.record({ kind: fc.constantFrom('fire', 'chain', 'offline', 'online', 'wait') }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 80 }), events => {
      const rig = new Rig();
      rig.chain(TRUE);
      rig.step({ kind: 'online', server: SERVER });
      for (const item of events) {
        rig.now += 500;
        if (item.kind === 'answer') {
          const { offset } = item as { offset: number | null };
          if (rig.pending)
            rig.step({ kind: 'answer', time: offset === null ? undefined : TRUE + offset + rig.now });
        } else if (item.kind === 'honest') {
          if (rig.pending)
            rig.step({ kind: 'answer', time: TRUE + (item as { offset: number }).offset + rig.now });
        } else if (item.kind === 'fire') {
          if (rig.timerAt !== undefined) rig.fire();
        } else if (item.kind === 'chain') rig.chain(TRUE);
        else if (item.kind === 'wait') rig.now += 3_600_000;
        else {
          rig.step(item.kind === 'offline' ? { kind: 'offline' } : { kind: 'online', server: SERVER });
        }
        if (rig.problem !== '') throw new Error(rig.problem);
        if (rig.clock !== undefined) {
          const error = (rig.clock - TRUE) / 1000;
          if (error < -HEADER_AHEAD - 62 || error > NODE_BEHIND + 2) throw new Error(`${error} s off`);
        }
      }
      return true;
    }),
    { numRuns: 3000, seed: 4 },
  );
  t.pass();
});
