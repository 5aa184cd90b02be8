/**
 * Mining in idle time on this board: passes the platform's clock, pin and sensor to the rules, and their verdicts to
 * the miner.
 */

import { messageOf } from '../../domain/message-of.js';
import type { Tell } from '../../ports/notice.js';
import type { Part } from '../../ports/part.js';
import type { InputPin, Platform } from '../../ports/platform.js';
import type { IdleReason, IdleReport } from '../../ports/report.js';
import { printable } from '../../protocol/mite/json.js';
import { Idle, type IdleEvent, RESUME_MS } from './idle.js';
import { parseSchedule } from './schedule.js';
import { type IdleValues, idleSettings, zoneSettings } from './settings.js';

/** What it needs of the board. */
export interface IdleHost {
  hold(by: IdleReason): void;
  release(by: IdleReason): void;
  readonly notice: Tell;
  /** Percent of the time that the search may take. */
  budget(percent: number): void;
  /** Other settings are in use now. */
  changed(): void;
}

export class IdlePart implements Part<IdleValues> {
  readonly #platform: Platform;
  readonly #host: IdleHost;
  readonly #idle = new Idle();
  #values: IdleValues;
  #pin: InputPin | undefined;
  /** As last reported. */
  #level: boolean | undefined;
  #settleTimer = 0;
  #changeTimer = 0;
  #temperature: number | undefined;

  constructor(platform: Platform, values: IdleValues, host: IdleHost) {
    this.#platform = platform;
    this.#values = values;
    this.#host = host;
  }

  /** Before the search begins, so that nothing is searched when it should not be. */
  start(): void {
    const values = this.#values;
    const pin = values['pause.pin'];
    const busyHigh = values['pause.level'] === 'high';
    this.#host.budget(values['mining.budget']);
    this.#pin?.close();
    this.#pin = undefined;
    this.#step({
      kind: 'settings',
      settings: {
        schedule: parseSchedule(values['mining.schedule']),
        zone: values['time.zone'],
        pin,
        busyHigh,
        temperature: values['pause.temperature'],
      },
    });
    if (pin >= 0) this.#openPin(pin, busyHigh);
    this.tick();
  }

  /**
   * Once a second. Reads the pin too, since a report of a change may be lost, like an interrupt's message in a full
   * queue.
   */
  readonly tick = (): void => {
    const high = this.#pin?.read();
    if (high !== undefined && high !== this.#level) this.#onPin(high);
    const { clock, temperature } = this.#platform;
    const degrees = temperature?.();
    this.#temperature = degrees === undefined ? undefined : Math.round(degrees);
    this.#step({ kind: 'tick', time: clock?.now() ?? 0, temperature: degrees });
  };

  /** New settings, applied soon: the caller is deep in the stack. @param changed keys */
  configure(values: IdleValues, changed: readonly string[]): void {
    this.#values = values;
    if (!changed.some(key => Object.hasOwn(idleSettings, key) || Object.hasOwn(zoneSettings, key))) return;
    this.#platform.clearTimer(this.#changeTimer);
    this.#changeTimer = this.#platform.setTimer(0, () => {
      this.start();
      this.#host.changed();
    });
  }

  /** For the end of the program. */
  stop(): void {
    this.#platform.clearTimer(this.#changeTimer);
    this.#platform.clearTimer(this.#settleTimer);
    this.#pin?.close();
    this.#pin = undefined;
  }

  report(): IdleReport {
    const temperature = this.#temperature;
    return { budget: this.#values['mining.budget'], pauses: this.#idle.reasons, temperature };
  }

  #openPin(pin: number, busyHigh: boolean): void {
    const { openPin } = this.#platform;
    try {
      if (openPin === undefined) throw new RangeError('this board has no pins to read');
      // A wire that has come off means idle: an appliance without a signal is not busy forever.
      this.#pin = openPin(pin, !busyHigh, high => this.#onPin(high));
      this.#onPin(this.#pin.read());
    } catch (error) {
      const problem = printable(messageOf(error));
      this.#step({ kind: 'pin', high: busyHigh, problem });
    }
  }

  #onPin(high: boolean): void {
    this.#level = high;
    this.#step({ kind: 'pin', high });
    this.#platform.clearTimer(this.#settleTimer);
    this.#settleTimer = this.#platform.setTimer(RESUME_MS, this.tick);
  }

  #step(event: IdleEvent): void {
    for (const command of this.#idle.step(event, this.#platform.monotonic())) {
      switch (command.kind) {
        case 'hold':
          this.#host.hold(command.by);
          break;
        case 'release':
          this.#host.release(command.by);
          break;
        case 'notice':
          this.#host.notice(command.level, 'idle', command.text);
          break;
      }
    }
  }
}
