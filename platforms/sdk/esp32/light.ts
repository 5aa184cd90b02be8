/**
 * What a display's dimmer needs from a board: its backlight, and a button that wakes it (the manifest's board.pins).
 */
import config from 'mc/config';
import PWM from 'pins/pwm';

const FULL = 1023;

/** Sets the backlight in percent; undefined for a board whose light is on no pin and so never off. */
export function openBacklight(): ((percent: number) => void) | undefined {
  const { pins } = config.board;
  if (pins?.backlight === undefined) return undefined;
  const light = new PWM({ pin: pins.backlight });
  return percent => light.write(Math.round((percent * FULL) / 100));
}

/** Low while pressed. */
export const wakePin: number | undefined = config.board.pins?.button;
