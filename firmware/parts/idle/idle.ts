/**
 * Mining only while the appliance is idle: the schedule, its busy signal, the temperature. One state machine, no I/O
 * and no clock: events in, commands out. If a setting needs something unknown (the time, a sensor, a pin), that holds
 * the miner, and says so.
 */

import type { NoticeLevel } from '../../ports/notice.js';
import type { IdleReason } from '../../ports/report.js';
import { allows, type Schedule } from './schedule.js';

export interface IdleSettings {
  readonly schedule: Schedule;
  /** Minutes that the schedule's clock is ahead of UTC. */
  readonly zone: number;
  /** Number of the pin that says busy, or -1. */
  readonly pin: number;
  /** The level that means busy. */
  readonly busyHigh: boolean;
  /** Degrees Celsius from which the board pauses, or 0. */
  readonly temperature: number;
}

export type IdleEvent =
  | { readonly kind: 'settings'; readonly settings: IdleSettings }
  /** The pin's level, at first and at each change; `problem`: it cannot be read. */
  | { readonly kind: 'pin'; readonly high: boolean; readonly problem?: string }
  /** Once a second, and RESUME_MS after a change of the pin. */
  | {
      readonly kind: 'tick';
      /** Milliseconds since 1970, 0 while unknown. */
      readonly time: number;
      /** Degrees Celsius, undefined when they cannot be read. */
      readonly temperature: number | undefined;
    };

export type IdleCommand =
  | { readonly kind: 'hold'; readonly by: IdleReason }
  | { readonly kind: 'release'; readonly by: IdleReason }
  | { readonly kind: 'notice'; readonly level: NoticeLevel; readonly text: string };

/** The pin must be free for this long, so that a fluttering signal does not keep restarting the search. */
export const RESUME_MS = 1_000;
/** Mining resumes this much below the limit. */
export const COOL_DEGREES = 5;

const NONE: IdleSettings = { schedule: [], zone: 0, pin: -1, busyHigh: true, temperature: 0 };

export class Idle {
  #settings = NONE;
  /** Why each holds, shown to people. */
  readonly #held = new Map<IdleReason, string>();
  #commands: IdleCommand[] = [];
  #pin: 'unknown' | 'busy' | 'free' = 'unknown';
  #pinProblem = '';
  #freeSince = 0;
  #time = 0;
  #temperature: number | undefined;
  /** The temperature was read since the settings were given. */
  #measured = false;

  /** @param now ms of a clock that never goes back. @returns what to do, in this order. */
  step(event: IdleEvent, now: number): readonly IdleCommand[] {
    switch (event.kind) {
      case 'settings':
        if (event.settings.pin !== this.#settings.pin) {
          this.#pin = 'unknown';
          this.#pinProblem = '';
        }
        if (event.settings.temperature === 0) this.#measured = false;
        this.#settings = event.settings;
        break;
      case 'pin':
        this.#pinProblem = event.problem ?? '';
        this.#onPin(event.high, now);
        break;
      case 'tick':
        this.#time = event.time;
        this.#temperature = event.temperature;
        this.#measured = true;
        break;
    }
    this.#hold('schedule', this.#whySchedule(), 'info', 'the schedule allows mining again');
    this.#hold('pin', this.#whyPin(now), this.#pinProblem === '' ? 'info' : 'error', 'the pin says idle');
    this.#hold(
      'temperature',
      this.#whyTemperature(),
      this.#temperature === undefined ? 'error' : 'warn',
      'cool enough again',
    );
    const commands = this.#commands;
    this.#commands = [];
    return commands;
  }

  /** What holds the miner now, for people. */
  get reasons(): readonly string[] {
    return [...this.#held.values()];
  }

  #onPin(high: boolean, now: number): void {
    const level = high === this.#settings.busyHigh ? 'busy' : 'free';
    if (level === 'free' && this.#pin !== 'free') {
      // A pin that is free at the start needs no waiting.
      this.#freeSince = this.#pin === 'unknown' ? now - RESUME_MS : now;
    }
    this.#pin = level;
  }

  #whySchedule(): string {
    const { schedule, zone } = this.#settings;
    if (schedule.length === 0) return '';
    if (this.#time <= 0) return 'mining.schedule is set, but the time is not known yet';
    return allows(schedule, this.#time, zone) ? '' : 'outside the schedule';
  }

  #whyPin(now: number): string {
    const { pin } = this.#settings;
    if (pin < 0) return '';
    if (this.#pinProblem !== '') return `pause.pin ${pin} cannot be read: ${this.#pinProblem}`;
    if (this.#pin === 'unknown') return `pin ${pin} has not been read yet`;
    if (this.#pin === 'busy') return `pin ${pin} says busy`;
    return now - this.#freeSince >= RESUME_MS ? '' : (this.#held.get('pin') ?? '');
  }

  #whyTemperature(): string {
    const limit = this.#settings.temperature;
    if (limit === 0) return '';
    const degrees = this.#temperature;
    if (degrees === undefined) {
      return this.#measured ? 'the temperature cannot be read' : (this.#held.get('temperature') ?? '');
    }
    const text = `too warm (limit ${limit} C)`;
    if (degrees >= limit) return text;
    return this.#held.has('temperature') && degrees > limit - COOL_DEGREES ? text : '';
  }

  #hold(by: IdleReason, why: string, level: NoticeLevel, free: string): void {
    const before = this.#held.get(by);
    if (why === (before ?? '')) return;
    if (why === '') {
      this.#held.delete(by);
      this.#commands.push({ kind: 'notice', level: 'info', text: free }, { kind: 'release', by });
      return;
    }
    this.#held.set(by, why);
    if (before === undefined) this.#commands.push({ kind: 'hold', by });
    this.#commands.push({ kind: 'notice', level, text: `paused: ${why}` });
  }
}
