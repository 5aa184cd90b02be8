/**
 * What a board does after boots that ended because its memory ran out: whoever ended it may be there still, with the
 * same message. It stays away a little after the first, and for a while after the third in a row. Pure.
 * @module
 */

/** By boots in a row that ended so, ms; the last for all further ones. */
const AWAY_MS: readonly number[] = [0, 5_000, 30_000, 600_000];
/** A connection that has held this long was not what ended it. */
export const SOUND_MS = 900_000;

/** @param ends boots in a row that ended without memory @returns ms until the board connects */
export function awayMs(ends: number): number {
  return AWAY_MS[Math.min(ends, AWAY_MS.length - 1)]!;
}

/** For people. @param doing what the last boot was at, or '' */
export function heapText(ends: number, doing: string): string {
  const at = doing === '' ? '' : ` (at: ${doing})`;
  const boots = ends === 1 ? 'the boot before this one' : `${ends} boots in a row`;
  const wait = awayMs(ends) / 1000;
  return `${boots} ran out of memory${at}: not connecting for ${wait < 60 ? `${wait} s` : `${wait / 60} min`}`;
}
