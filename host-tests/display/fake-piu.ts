/**
 * Piu's Port on Node: text becomes rectangles, one a glyph, drawn into a buffer of pixels. As in Piu, what is
 * invalidated is drawn later, all at once, and nothing else is touched.
 */
import { type Glyphs, widthOf } from './bmfont.js';

export class Style {
  readonly font: string;
  constructor({ font }: { font: string }) {
    this.font = font;
  }
}

export class Behavior {}

interface Drawing {
  onDraw(port: Port, x: number, y: number, width: number, height: number): void;
  onTouchBegan(port: Port): void;
}

/** What the next Port is: set by the test. */
export const machine = {
  width: 240,
  height: 320,
  glyphs: (_font: string): Glyphs => new Map(),
};

export let port: Port;

export class Port {
  readonly width = machine.width;
  readonly height = machine.height;
  readonly pixels = new Float64Array(this.width * this.height);
  readonly behavior: Drawing;
  /** One for each pixel that has to be drawn. */
  #dirty = new Uint8Array(this.width * this.height);
  #drawing = false;
  /** Texts that were drawn, and what of them was outside of the screen. */
  outside: string[] = [];
  strings = 0;
  fills = 0;

  constructor(_data: unknown, { Behavior }: { Behavior: new () => unknown }) {
    this.behavior = new Behavior() as Drawing;
    port = this;
  }

  invalidate(x = 0, y = 0, width = this.width, height = this.height): void {
    if (this.#drawing) throw new Error('out of sequence');
    for (let row = Math.max(0, y); row < Math.min(this.height, y + height); row++) {
      const from = row * this.width;
      this.#dirty.fill(1, from + Math.max(0, x), from + Math.min(this.width, x + width));
    }
  }

  measureString(text: string, { font }: Style): { width: number; height: number } {
    return { width: widthOf(machine.glyphs(font), text), height: 0 };
  }

  drawString(text: string, { font }: Style, color: number, x: number, y: number): void {
    this.strings++;
    let at = x;
    const glyphs = machine.glyphs(font);
    for (const character of text) {
      const { width, height, left, top, advance } = glyphs.get(character)!;
      const box = [at + left, y + top, width, height] as const;
      if (box[0] < 0 || box[1] < 0 || box[0] + width > this.width || box[1] + height > this.height) {
        this.outside.push(text);
      }
      this.#fill(color * 256 + character.charCodeAt(0), ...box);
      at += advance;
    }
  }

  fillColor(color: number, x: number, y: number, width: number, height: number): void {
    this.fills++;
    this.#fill(color, x, y, width, height);
  }

  #fill(value: number, x: number, y: number, width: number, height: number): void {
    if (!this.#drawing) throw new Error('out of sequence');
    for (let row = Math.max(0, y); row < Math.min(this.height, y + height); row++) {
      for (let column = Math.max(0, x); column < Math.min(this.width, x + width); column++) {
        const index = row * this.width + column;
        if (this.#dirty[index] === 1) this.pixels[index] = value;
      }
    }
  }

  /** Draws what is invalid, with the bounds of all of it, as Piu does. @returns how many pixels that was */
  draw(): number {
    let [left, top, right, bottom, count] = [this.width, this.height, 0, 0, 0];
    for (let index = 0; index < this.#dirty.length; index++) {
      if (this.#dirty[index] === 0) continue;
      count++;
      const x = index % this.width;
      const y = (index - x) / this.width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
    if (count === 0) return 0;
    this.#drawing = true;
    this.behavior.onDraw(this, left, top, right - left, bottom - top);
    this.#drawing = false;
    this.#dirty.fill(0);
    return count;
  }
}

export class Application {}
