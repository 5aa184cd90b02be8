/**
 * The fonts by their job, and the used part of their height. They come with the Moddable SDK (manifests/display.json).
 */

/** text: labels; strong: values; unit: beside the rate, and large numbers; rate: the rate's digits. */
export type FontName = 'text' | 'strong' | 'title' | 'unit' | 'rate';

export interface Font {
  /** As Piu's styles name it. */
  readonly piu: string;
  /** Name of the SDK's BMFont file, without its ending. */
  readonly file: string;
  /** Pixels above the highest glyph in the font's line: text is drawn this much higher than its box begins. */
  readonly top: number;
  /** From the highest glyph to the lowest. */
  readonly height: number;
}

/** Pixels that a glyph may go beyond its advance, on either side. */
export const OVERHANG = 3;

export type FontSet = Readonly<Record<FontName, Font>>;

const SMALL_STRONG: Font = {
  piu: 'semibold 16px Open Sans',
  file: 'OpenSans-Semibold-16',
  top: 4,
  height: 18,
};

/** For screens of less than 240x300 pixels. */
export const SMALL: FontSet = {
  text: { piu: '16px Open Sans', file: 'OpenSans-Regular-16', top: 4, height: 18 },
  strong: SMALL_STRONG,
  title: SMALL_STRONG,
  // No letter of a unit goes below the base line.
  unit: { ...SMALL_STRONG, height: 14 },
  rate: { piu: '52px Open Sans', file: 'OpenSans-Regular-52', top: 17, height: 40 },
};

export const LARGE: FontSet = {
  text: { piu: '18px Open Sans', file: 'OpenSans-Regular-18', top: 4, height: 20 },
  strong: { piu: 'semibold 18px Open Sans', file: 'OpenSans-Semibold-18', top: 4, height: 20 },
  title: { piu: 'semibold 28px Open Sans', file: 'OpenSans-Semibold-28', top: 7, height: 30 },
  unit: { piu: 'semibold 28px Open Sans', file: 'OpenSans-Semibold-28', top: 7, height: 23 },
  rate: { piu: '72px Open Sans', file: 'OpenSans-Regular-72', top: 23, height: 55 },
};

export function fontsFor(width: number, height: number): FontSet {
  return Math.min(width, height) >= 240 && Math.max(width, height) >= 300 ? LARGE : SMALL;
}
