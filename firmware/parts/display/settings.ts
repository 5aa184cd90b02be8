/** The backlight. */
import { integer, type Values } from '../../settings/kinds.js';
import type { DimmerSettings } from './dimmer.js';

export const displaySettings = {
  'display.brightness': integer({
    default: 80,
    minimum: 1,
    maximum: 100,
    help: 'percent of the backlight (boards with a display)',
  }),
  'display.dim': integer({
    default: 120,
    minimum: 0,
    maximum: 86400,
    help: 'seconds without a touch, a block or a fault until the display dims; 0: never',
  }),
  'display.off': integer({
    default: 1800,
    minimum: 0,
    maximum: 86400,
    help: 'seconds until it goes off; 0: never',
  }),
};

export type DisplayValues = Values<typeof displaySettings>;

export function dimmerSettings(values: DisplayValues): DimmerSettings {
  return {
    brightness: values['display.brightness'],
    dim: values['display.dim'],
    off: values['display.off'],
  };
}
