/** The schedule: its text, and its rule against a second implementation on JavaScript's own calendar. */
import test from 'ava';
import fc from 'fast-check';
import { FormatError } from '../../firmware/domain/bytes.js';
import {
  allows,
  MAX_SCHEDULE_TEXT,
  parseSchedule,
  type Schedule,
} from '../../firmware/parts/idle/schedule.js';

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const two = (value: number) => String(value).padStart(2, '0');
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

interface Written {
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly from: number;
  readonly to: number;
}

const written: fc.Arbitrary<Written> = fc
  .record({
    first: fc.option(fc.nat(6), { nil: undefined }),
    last: fc.option(fc.nat(6), { nil: undefined }),
    from: fc.nat(1439),
    to: fc.nat(1440),
  })
  .filter(({ from, to }) => from !== to);

function write({ first, last, from, to }: Written, loose: boolean): string {
  const days =
    first === undefined
      ? ''
      : `${NAMES[first]}${last === undefined ? '' : `-${NAMES[last]}`}${loose ? '  ' : ' '}`;
  const text = `${days}${clock(from)}${loose ? ' - ' : '-'}${clock(to)}`;
  return loose ? ` ${text.toUpperCase()} ` : text;
}

/** Each range of each day around the moment, as two moments, by the calendar. */
function allowsByCalendar(ranges: readonly Written[], time: number, zone: number): boolean {
  const local = new Date(time + zone * 60_000);
  for (const { first, last, from, to } of ranges) {
    for (const back of [0, 1]) {
      const begin = new Date(
        Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate() - back, 0, from),
      );
      const end = new Date(
        Date.UTC(
          local.getUTCFullYear(),
          local.getUTCMonth(),
          local.getUTCDate() - back + (to <= from ? 1 : 0),
          0,
          to,
        ),
      );
      const name = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })
        .format(begin)
        .toLowerCase();
      const days: string[] = [];
      if (first === undefined) days.push(...NAMES);
      else
        for (let day = first; ; day = (day + 1) % 7) {
          days.push(NAMES[day]!);
          if (day === (last ?? first)) break;
        }
      if (days.includes(name) && local >= begin && local < end) return true;
    }
  }
  return false;
}

const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2090, 0, 1) });
const zones = fc.integer({ min: -720, max: 840 });

test('a written schedule is read back, and allows what the calendar says', t => {
  let inside = 0;
  const property = fc.property(
    fc.array(written, { minLength: 1, maxLength: 4 }),
    fc.boolean(),
    moment,
    zones,
    (ranges, loose, time, zone) => {
      const schedule = parseSchedule(ranges.map(range => write(range, loose)).join(','));
      const expected = allowsByCalendar(ranges, time, zone);
      if (expected) inside++;
      return allows(schedule, time, zone) === expected;
    },
  );
  t.notThrows(() => fc.assert(property, { numRuns: 3000 }));
  t.true(inside > 300);
});

test('the first and the last minute of a range', t => {
  const utc = (text: string) => Date.parse(`2026-11-${text}Z`); // 23: a Monday
  const night = parseSchedule('mon 22:00-06:00');
  const at = (schedule: Schedule, text: string, zone = 0) => allows(schedule, utc(text), zone);
  t.false(at(night, '23T21:59:59.999'));
  t.true(at(night, '23T22:00'));
  t.true(at(night, '24T05:59:59.999'));
  t.false(at(night, '24T06:00'));
  t.false(at(night, '24T22:00'));
  t.false(at(night, '23T05:00')); // Sunday's night
  t.true(at(parseSchedule('sun 22:00-06:00'), '23T05:00'));
  const weekend = parseSchedule('sat-sun 00:00-24:00');
  t.false(at(weekend, '27T23:59'));
  t.true(at(weekend, '28T00:00'));
  t.true(at(weekend, '29T23:59'));
  t.false(at(weekend, '30T00:00'));
  t.true(at(weekend, '27T23:30', 60));
  t.false(at(weekend, '29T23:30', 60));
  t.true(at(parseSchedule('fri-mon 10:00-11:00'), '23T10:30'));
  t.false(at(parseSchedule('fri-mon 10:00-11:00'), '24T10:30'));
  t.true(at([], '24T10:30'));
  t.deepEqual(parseSchedule('  '), []);
});

test('a wrong text is refused with the position of the error', t => {
  const wrong: Record<string, string> = {
    'mon-fri': 'character 8: expected a space and a time',
    monday: 'character 4: expected a space and a time',
    'mon-xyz 10:00-11:00': 'character 5: expected a day (mon, tue, wed, thu, fri, sat, sun)',
    'onm 10:00-11:00': 'character 1: expected a time like 06:30',
    '10:00': 'character 6: expected "-" and the end of the range',
    '10-11': 'character 3: expected ":" and minutes',
    '1:00-2:00': 'character 1: expected a time like 06:30',
    '10:0-11:00': 'character 4: expected two digits of minutes',
    '10:60-11:00': 'character 1: expected a time from 00:00 to 24:00',
    '10:00-24:01': 'character 7: expected a time from 00:00 to 24:00',
    '24:00-10:00': 'character 1: 24:00 is an end only',
    '10:00-10:00': 'character 7: the range is empty (a whole day is 00:00-24:00)',
    '10:00-11:00 12:00-13:00': 'character 13: expected "," or the end',
    '10:00-11:00,': 'character 13: expected a time like 06:30',
    ',': 'character 1: expected a time like 06:30',
  };
  for (const [text, message] of Object.entries(wrong)) {
    t.throws(() => parseSchedule(text), { instanceOf: FormatError, message }, text);
  }
  t.throws(() => parseSchedule(' '.repeat(MAX_SCHEDULE_TEXT + 1)), { instanceOf: FormatError });
});

test('any text is read or refused', t => {
  const mutated = fc
    .tuple(
      fc.array(written, { maxLength: 3 }),
      fc.nat(),
      fc.constantFrom('', ' ', ',', '-', '1', 'x', ':', '\u{1f600}'),
    )
    .map(([ranges, at, replacement]) => {
      const text = ranges.map(range => write(range, false)).join(',');
      const place = at % (text.length + 1);
      return text.slice(0, place) + replacement + text.slice(place + (at % 2));
    });
  const texts = fc.oneof(fc.string({ maxLength: 130 }), mutated);
  let read = 0;
  const property = fc.property(texts, text => {
    try {
      for (const { days, from, to } of parseSchedule(text)) {
        read++;
        if (!(days > 0 && days < 128 && from >= 0 && from < 1440 && to > from && to <= 2879)) return false;
      }
    } catch (error) {
      return error instanceof FormatError && error.message.length <= 100;
    }
    return true;
  });
  t.notThrows(() => fc.assert(property, { numRuns: 3000 }));
  t.true(read > 100);
});
