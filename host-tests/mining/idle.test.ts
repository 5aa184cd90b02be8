/** Mining in idle time: what holds the miner, why, and for how long. */
import test from 'ava';
import fc from 'fast-check';
import {
  COOL_DEGREES,
  Idle,
  type IdleCommand,
  type IdleEvent,
  type IdleSettings,
  RESUME_MS,
} from '../../firmware/parts/idle/idle.js';
import { allows, parseSchedule } from '../../firmware/parts/idle/schedule.js';

const NONE: IdleSettings = { schedule: [], zone: 0, pin: -1, busyHigh: true, temperature: 0 };
const NOON = Date.UTC(2026, 10, 23, 12);

class Bed {
  readonly idle = new Idle();
  readonly holds = new Set<string>();
  notices: string[] = [];
  now = 5_000;
  time = NOON;
  temperature: number | undefined = 40;

  step(event: IdleEvent): readonly IdleCommand[] {
    const commands = this.idle.step(event, this.now);
    for (const command of commands) {
      if (command.kind === 'notice') this.notices.push(`${command.level} ${command.text}`);
      else if (command.kind === 'hold') {
        if (this.holds.has(command.by)) throw new Error('held twice');
        this.holds.add(command.by);
      } else if (!this.holds.delete(command.by)) throw new Error('released twice');
    }
    return commands;
  }

  set(settings: Partial<IdleSettings>): void {
    this.step({ kind: 'settings', settings: { ...NONE, ...settings } });
    this.tick(0);
  }

  pin(high: boolean, problem?: string): void {
    this.step({ kind: 'pin', high, ...(problem !== undefined && { problem }) });
  }

  tick(milliseconds = 1_000): string[] {
    this.now += milliseconds;
    this.time = this.time > 0 ? this.time + milliseconds : 0;
    this.step({ kind: 'tick', time: this.time, temperature: this.temperature });
    return [...this.holds];
  }
}

test('without settings nothing holds the miner, whatever there is', t => {
  const bed = new Bed();
  bed.set({});
  bed.time = 0;
  bed.temperature = undefined;
  bed.pin(true);
  t.deepEqual(bed.tick(), []);
  t.deepEqual([bed.notices, bed.idle.reasons], [[], []]);
});

test('a pin pauses at once and resumes a second after the last busy', t => {
  const bed = new Bed();
  bed.set({ pin: 4 });
  t.deepEqual([...bed.holds], ['pin']); // not read yet
  bed.pin(false);
  t.deepEqual([...bed.holds], []); // free from the beginning: nothing to wait for
  bed.pin(true);
  t.deepEqual([...bed.holds], ['pin']);
  t.deepEqual(bed.idle.reasons, ['pin 4 says busy']);
  bed.now += 10;
  bed.pin(false);
  t.deepEqual(bed.tick(RESUME_MS - 1), ['pin']);
  bed.pin(true);
  bed.now += 1;
  bed.pin(false);
  t.deepEqual(bed.tick(RESUME_MS - 1), ['pin']);
  bed.pin(false); // a repetition is no change
  t.deepEqual(bed.tick(1), []);
  t.deepEqual(bed.notices, [
    'info paused: pin 4 has not been read yet',
    'info the pin says idle',
    'info paused: pin 4 says busy',
    'info the pin says idle',
  ]);
});

test('low may mean busy; a pin that cannot be read pauses', t => {
  const bed = new Bed();
  bed.set({ pin: 4, busyHigh: false });
  bed.pin(true);
  t.deepEqual([...bed.holds], []);
  bed.pin(false);
  t.deepEqual([...bed.holds], ['pin']);
  bed.set({ pin: 7 });
  bed.pin(true, 'no such pin');
  t.deepEqual(bed.idle.reasons, ['pause.pin 7 cannot be read: no such pin']);
  t.is(bed.notices.at(-1), 'error paused: pause.pin 7 cannot be read: no such pin');
  bed.set({});
  t.deepEqual([...bed.holds], []);
});

test('too warm pauses, five degrees cooler resumes', t => {
  const bed = new Bed();
  bed.set({ temperature: 70 });
  bed.temperature = 69.9;
  t.deepEqual(bed.tick(), []);
  bed.temperature = 70;
  t.deepEqual(bed.tick(), ['temperature']);
  for (const degrees of [90, 69, 70 - COOL_DEGREES + 0.1]) {
    bed.temperature = degrees;
    t.deepEqual(bed.tick(), ['temperature']);
  }
  bed.temperature = 70 - COOL_DEGREES;
  t.deepEqual(bed.tick(), []);
  bed.temperature = 69;
  t.deepEqual(bed.tick(), []);
  t.deepEqual(bed.notices, ['warn paused: too warm (limit 70 C)', 'info cool enough again']);
});

test('a sensor that cannot be read pauses while the setting is on', t => {
  const bed = new Bed();
  bed.temperature = undefined;
  bed.set({});
  bed.set({ temperature: 70 });
  t.deepEqual([...bed.holds], ['temperature']);
  t.deepEqual(bed.notices, ['error paused: the temperature cannot be read']);
  bed.temperature = 66; // in between: it was held, so it must be cool
  t.deepEqual(bed.tick(), ['temperature']);
  bed.temperature = 60;
  t.deepEqual(bed.tick(), []);
  bed.temperature = undefined;
  t.deepEqual(bed.tick(), ['temperature']);
  bed.set({});
  t.deepEqual([...bed.holds], []);
});

test('while the time is unknown a schedule does not allow mining', t => {
  const bed = new Bed();
  bed.time = 0;
  bed.set({ schedule: parseSchedule('00:00-24:00') });
  t.deepEqual([...bed.holds], ['schedule']);
  t.deepEqual(bed.idle.reasons, ['mining.schedule is set, but the time is not known yet']);
  bed.time = NOON;
  t.deepEqual(bed.tick(), []);
  bed.set({ schedule: parseSchedule('12:01-13:00') });
  t.deepEqual([...bed.holds], ['schedule']);
  t.deepEqual(bed.tick(60_000), []);
  bed.set({ schedule: parseSchedule('13:01-13:10'), zone: 60 });
  t.deepEqual(bed.tick(), []);
});

test('any order of events: held exactly when a rule says so, reported once', t => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('pin' as const), high: fc.boolean() }),
    fc.record({
      kind: fc.constant('tick' as const),
      wait: fc.constantFrom(1, 300, 1_000, 3_600_000),
      known: fc.boolean(),
      temperature: fc.option(fc.integer({ min: 55, max: 75 }), { nil: undefined }),
    }),
    fc.record({
      kind: fc.constant('settings' as const),
      schedule: fc.constantFrom('', '08:00-16:00', 'mon-fri 22:00-06:00'),
      pin: fc.constantFrom(-1, 4),
      busyHigh: fc.boolean(),
      temperature: fc.constantFrom(0, 70),
    }),
  );
  const property = fc.property(fc.array(event, { maxLength: 60 }), events => {
    const bed = new Bed();
    let settings = NONE;
    let high = false;
    let busyUntil = 0;
    let hot = false;
    const clock = { wall: NOON };
    bed.set({});
    for (const entry of events) {
      if (entry.kind === 'pin') {
        high = entry.high;
        bed.pin(high);
      } else if (entry.kind === 'tick') {
        bed.now += entry.wait;
        clock.wall += entry.wait;
        bed.step({ kind: 'tick', time: entry.known ? clock.wall : 0, temperature: entry.temperature });
        bed.time = entry.known ? clock.wall : 0;
        bed.temperature = entry.temperature;
      } else {
        settings = { ...NONE, ...entry, schedule: parseSchedule(entry.schedule) };
        bed.step({ kind: 'settings', settings });
        bed.pin(high); // as the wiring does
        bed.step({ kind: 'tick', time: bed.time, temperature: bed.temperature });
      }
      const busy = settings.pin >= 0 && high === settings.busyHigh;
      if (busy) busyUntil = bed.now;
      const { temperature = Number.POSITIVE_INFINITY } = bed;
      if (settings.temperature === 0) hot = false;
      else if (temperature >= settings.temperature) hot = true;
      else if (temperature <= settings.temperature - COOL_DEGREES) hot = false;
      const { schedule } = settings;
      const late = schedule.length > 0 && (bed.time === 0 || !allows(schedule, bed.time, 0));
      if (bed.holds.has('schedule') !== late) return false;
      if (bed.holds.has('temperature') !== hot) return false;
      if (busy && !bed.holds.has('pin')) return false;
      if (settings.pin < 0 && bed.holds.has('pin')) return false;
      if (
        !busy &&
        entry.kind === 'tick' &&
        bed.now - busyUntil > RESUME_MS + 1 &&
        entry.wait > RESUME_MS &&
        bed.holds.has('pin')
      )
        return false;
      if (bed.idle.reasons.length !== bed.holds.size) return false;
    }
    return true;
  });
  t.notThrows(() => fc.assert(property, { numRuns: 1500 }));
});
