/** Reads BMFont files, version 3 binary (angelcode.com/products/bmfont/doc/file_format.html), as Piu does: no kerning. */
import { readFileSync } from 'node:fs';

export interface Glyph {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  /** From the top of the line. */
  readonly top: number;
  readonly advance: number;
}

export type Glyphs = ReadonlyMap<string, Glyph>;

export function readFont(path: string): Glyphs {
  const bytes = readFileSync(path);
  if (bytes.subarray(0, 4).toString('latin1') !== 'BMF\u0003')
    throw new Error(`${path} is not a BMFont file`);
  const glyphs = new Map<string, Glyph>();
  for (let at = 4; at < bytes.length; ) {
    const kind = bytes[at]!;
    const length = bytes.readUInt32LE(at + 1);
    at += 5;
    for (let from = at; kind === 4 && from < at + length; from += 20) {
      glyphs.set(String.fromCodePoint(bytes.readUInt32LE(from)), {
        width: bytes.readUInt16LE(from + 8),
        height: bytes.readUInt16LE(from + 10),
        left: bytes.readInt16LE(from + 12),
        top: bytes.readInt16LE(from + 14),
        advance: bytes.readInt16LE(from + 16),
      });
    }
    at += length;
  }
  return glyphs;
}

/** Pixels that a text advances. @throws Error for a character that the font does not have */
export function widthOf(glyphs: Glyphs, text: string): number {
  let width = 0;
  for (const character of text) {
    const glyph = glyphs.get(character);
    if (glyph === undefined) throw new Error(`no glyph for '${character}' of '${text}'`);
    width += glyph.advance;
  }
  return width;
}
