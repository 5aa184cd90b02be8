/** When the backlight is bright, dim or off. */

/** Of the settings display.brightness, display.dim and display.off. */
export interface DimmerSettings {
  /** Percent, 1 to 100. */
  readonly brightness: number;
  /** Seconds without an event until the display dims; 0: never. */
  readonly dim: number;
  /** Seconds without an event until it goes off; 0: never. */
  readonly off: number;
}

/** Brightness while dimmed, as a fraction of the full one. */
const DIMMED = 0.2;

export class Dimmer {
  #settings: DimmerSettings;
  /** Of the last event, ms. */
  #since: number;

  /** @param now monotonic ms */
  constructor(settings: DimmerSettings, now: number) {
    this.#settings = settings;
    this.#since = now;
  }

  /** Somebody touched the board, or something worth seeing happened. */
  wake(now: number): void {
    this.#since = now;
  }

  /** New settings wake it too: whoever changes them wants to see the effect. */
  configure(settings: DimmerSettings, now: number): void {
    const { brightness, dim, off } = this.#settings;
    if (settings.brightness === brightness && settings.dim === dim && settings.off === off) return;
    this.#settings = settings;
    this.#since = now;
  }

  /** Percent of the backlight now; 0: off. */
  level(now: number): number {
    const { brightness, dim, off } = this.#settings;
    const seconds = (now - this.#since) / 1000;
    if (off > 0 && seconds >= off) return 0;
    if (dim > 0 && seconds >= dim) return Math.max(1, Math.floor(brightness * DIMMED));
    return brightness;
  }
}
