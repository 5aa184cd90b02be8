/**
 * What a machine contributes to the platform: one module each, platforms/sdk/esp32/machine and
 * platforms/sdk/lin/machine.
 */
import type { BytePort } from '../../firmware/parts/console/terminal.js';
import type { NetworkPort, Platform, ResetReason, WallClock } from '../../firmware/ports/platform.js';
import type { Slots } from '../../firmware/storage/twin-storage.js';

/** A display's light and the button that wakes it: platforms/sdk/esp32/light. */
export interface Light {
  /** Sets the backlight in percent; undefined for a board whose light hangs on no pin. */
  openBacklight(): ((percent: number) => void) | undefined;
  /** Low while it is pressed. */
  readonly wakePin: number | undefined;
}

export interface Machine {
  /** Of the board. */
  readonly name: string;
  /** Once per boot. */
  openConsole(): BytePort;
  /** Nobody types at the console: lines in, lines out. */
  readonly plain?: boolean;
  /** The console begins in JSON mode. */
  readonly json?: boolean;
  /** The two copies of a record of this name. */
  openRecord(name: string): Slots;
  /** `count` bytes, at most 1024. */
  random(count: number): Uint8Array;
  resetReason(): ResetReason;
  /** As in Platform. */
  connect: Platform['connect'];
  restart(): void;
  exit(code: number): void;
  /** Once per boot; undefined where the operating system keeps the machine online. */
  openNetwork?(): NetworkPort | undefined;
  openClock?(): WallClock;
  readonly temperature?: Platform['temperature'];
  readonly systemMemory?: Platform['systemMemory'];
  readonly openPin?: Platform['openPin'];
  openUpdate?(): Platform['update'];
}
