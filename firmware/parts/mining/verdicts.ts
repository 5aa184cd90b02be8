/** How often the node gave each verdict on shares. */
import { ShareCode, shareCodeName } from '../../domain/share.js';

/** Codes 0..11 of protocol v1. */
const CODES = 12;

export class VerdictTotals {
  /** The last place counts codes that this firmware does not know. */
  readonly #counts = new Float64Array(CODES + 1);

  count(code: number): void {
    const place = code >= 0 && code < CODES ? code : CODES;
    this.#counts[place] = this.#counts[place]! + 1;
  }

  /** Refusals that happened, by name of their code; 'unknown' for a code beyond protocol v1. */
  refusals(): Record<string, number> {
    const result: Record<string, number> = {};
    for (let code = 0; code <= CODES; code++) {
      const count = this.#counts[code]!;
      if (count === 0 || code === ShareCode.accepted || code === ShareCode.block) continue;
      result[code === CODES ? 'unknown' : shareCodeName(code)] = count;
    }
    return result;
  }
}
