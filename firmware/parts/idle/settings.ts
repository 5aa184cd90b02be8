/** How much of the time to mine, and when: by budget, schedule, input pin and temperature. */
import { FormatError } from '../../domain/bytes.js';
import type { Platform } from '../../ports/platform.js';
import { choice, integer, type SettingValue, text, type Values } from '../../settings/kinds.js';
import { MAX_SCHEDULE_TEXT, parseSchedule } from './schedule.js';

function checkSchedule(value: string): string | undefined {
  try {
    parseSchedule(value);
    return undefined;
  } catch (error) {
    if (error instanceof FormatError) return error.message;
    throw error;
  }
}

export const idleSettings = {
  'mining.budget': integer({
    default: 100,
    minimum: 1,
    maximum: 100,
    help: 'percent of the time that each searcher thread works',
  }),
  'mining.schedule': text({
    maxLength: MAX_SCHEDULE_TEXT,
    check: checkSchedule,
    help: 'when to mine, as "mon-fri 22:00-06:00, sat-sun 00:00-24:00"; not set: always',
  }),
  'pause.pin': integer({
    default: -1,
    minimum: -1,
    maximum: 63,
    help: 'input pin that pauses mining while the appliance is busy; -1: none',
  }),
  'pause.level': choice({
    default: 'high',
    choices: ['high', 'low'],
    help: 'level of that pin that means busy',
  }),
  'pause.temperature': integer({
    default: 0,
    minimum: 0,
    maximum: 120,
    help: 'chip temperature, in degrees Celsius, at which mining pauses until it is 5 degrees cooler; 0: off',
  }),
};

/** Listed beside the time server. */
export const zoneSettings = {
  'time.zone': integer({
    default: 0,
    minimum: -720,
    maximum: 840,
    help: 'minutes that mining.schedule is ahead of UTC; daylight saving time is not applied',
  }),
};

export type IdleValues = Values<typeof idleSettings & typeof zoneSettings>;

/** Refuses what this machine has no sensor for. @returns why the value cannot be used */
export function senselessOn(
  { openPin, temperature }: Platform,
  key: string,
  value: SettingValue,
): string | undefined {
  if (key === 'pause.pin' && Number(value) >= 0 && openPin === undefined)
    return 'this board has no input pins';
  if (key === 'pause.temperature' && Number(value) > 0 && temperature === undefined)
    return 'this board has no temperature sensor';
  return undefined;
}
