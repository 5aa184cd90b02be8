/**
 * When the board may mine: ranges of a day's time, each on some days of the week.
 *
 *   mon-fri 22:00-06:00, sat-sun 00:00-24:00
 *
 * Ranges are separated by commas. The days are one (`sat`), from one to another (`fri-mon`), or all when left out. A
 * range whose end is not later than its beginning runs into the next day: `fri 22:00-06:00` ends on Saturday. 24:00 is
 * an end only. Letters may be large or small. An empty text is no schedule: always.
 */
import { FormatError } from '../../domain/bytes.js';

export interface ScheduleRange {
  /** Days on which it begins, bit 0 Monday. */
  readonly days: number;
  /** Minutes since the day's midnight, 0 to 1439. */
  readonly from: number;
  /** The first minute after it, above `from`; above 1440 it is the next day's. */
  readonly to: number;
}

/** No ranges: always. */
export type Schedule = readonly ScheduleRange[];

export const MAX_SCHEDULE_TEXT = 120;

const DAY = 1440;
const WEEK = 7 * DAY;
const ALL_DAYS = 0x7f;
const DAYS = 'montuewedthufrisatsun';

/** Reads one character after the other; knows where it is for error texts. */
class Reader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text.toLowerCase();
  }

  get ended(): boolean {
    return this.at >= this.#text.length;
  }

  spaces(): void {
    while (this.#text[this.at] === ' ') this.at++;
  }

  take(character: string): boolean {
    if (this.#text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  /** The number of a day, 0 Monday, or undefined if there is no day here. */
  day(): number | undefined {
    const name = this.#text.slice(this.at, this.at + 3);
    const index = name.length < 3 ? -1 : DAYS.indexOf(name);
    if (index < 0 || index % 3 !== 0) return undefined;
    this.at += 3;
    return index / 3;
  }

  /** Two digits. */
  #pair(what: string): number {
    const digits = this.#text.slice(this.at, this.at + 2);
    const [tens = -1, ones = -1] = [digits.charCodeAt(0) - 48, digits.charCodeAt(1) - 48];
    if (!(tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9)) throw this.wrong(`expected ${what}`);
    this.at += 2;
    return tens * 10 + ones;
  }

  /** hh:mm, in minutes. */
  time(): number {
    const begin = this.at;
    const hours = this.#pair('a time like 06:30');
    if (!this.take(':')) throw this.wrong('expected ":" and minutes');
    const minutes = this.#pair('two digits of minutes');
    if (minutes > 59 || hours * 60 + minutes > DAY) {
      this.at = begin;
      throw this.wrong('expected a time from 00:00 to 24:00');
    }
    return hours * 60 + minutes;
  }

  wrong(problem: string): FormatError {
    return new FormatError(`character ${this.at + 1}: ${problem}`);
  }
}

/** @throws FormatError with the place, counted from 1, and what is expected there */
export function parseSchedule(text: string): Schedule {
  if (text.length > MAX_SCHEDULE_TEXT) throw new FormatError(`longer than ${MAX_SCHEDULE_TEXT} characters`);
  const reader = new Reader(text);
  const ranges: ScheduleRange[] = [];
  reader.spaces();
  if (reader.ended) return ranges;
  for (;;) {
    ranges.push(readRange(reader));
    reader.spaces();
    if (reader.ended) return ranges;
    if (!reader.take(',')) throw reader.wrong('expected "," or the end');
    reader.spaces();
  }
}

function readRange(reader: Reader): ScheduleRange {
  const days = readDays(reader);
  const begin = reader.at;
  const from = reader.time();
  if (from === DAY) {
    reader.at = begin;
    throw reader.wrong('24:00 is an end only');
  }
  reader.spaces();
  if (!reader.take('-')) throw reader.wrong('expected "-" and the end of the range');
  reader.spaces();
  const end = reader.at;
  const to = reader.time();
  if (to === from) {
    reader.at = end;
    throw reader.wrong('the range is empty (a whole day is 00:00-24:00)');
  }
  return { days, from, to: to > from ? to : to + DAY };
}

function readDays(reader: Reader): number {
  const first = reader.day();
  if (first === undefined) return ALL_DAYS;
  let last = first;
  if (reader.take('-')) {
    const day = reader.day();
    if (day === undefined) throw reader.wrong('expected a day (mon, tue, wed, thu, fri, sat, sun)');
    last = day;
  }
  if (!reader.take(' ')) throw reader.wrong('expected a space and a time');
  reader.spaces();
  let days = 1 << last;
  for (let day = first; day !== last; day = (day + 1) % 7) days |= 1 << day;
  return days;
}

/**
 * Whether the schedule allows mining at a moment.
 * @param time milliseconds since 1970 (UTC)
 * @param zone minutes that the schedule's clock is ahead of UTC
 */
export function allows(schedule: Schedule, time: number, zone: number): boolean {
  if (schedule.length === 0) return true;
  // 1970 began on a Thursday.
  const minute = (((Math.floor(time / 60_000) + zone + 3 * DAY) % WEEK) + WEEK) % WEEK;
  const today = Math.floor(minute / DAY);
  const yesterday = (today + 6) % 7;
  const now = minute % DAY;
  return schedule.some(
    ({ days, from, to }) =>
      ((days >> today) & 1 && now >= from && now < to) || ((days >> yesterday) & 1 && now + DAY < to),
  );
}
