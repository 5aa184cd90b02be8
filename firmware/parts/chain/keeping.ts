/** When the chain is stored: flash wears out, and a restart should not lose much. */

const STORE_MS = 30_000;
const STORE_HEADERS = 2_000;

export class Keeping {
  #dirty = false;
  #at = 0;
  #height: number;

  /** @param height of the tip in the record; undefined: there is no record, and the first is stored at once */
  constructor(height: number | undefined) {
    this.#height = height ?? Number.NEGATIVE_INFINITY;
  }

  /** The record is out of date. */
  changed(): void {
    this.#dirty = true;
  }

  /** Whether the caller must store now. @param atOnce the board is about to stop */
  due(now: number, height: number, atOnce: boolean): boolean {
    const due = atOnce || now - this.#at >= STORE_MS || Math.abs(height - this.#height) >= STORE_HEADERS;
    if (!this.#dirty || !due) return false;
    this.#dirty = false;
    this.#at = now;
    this.#height = height;
    return true;
  }
}
