/** Where the lines of the setup screen go. They wrap, so this needs the widths of texts. */
import { type FontName, type FontSet, fontsFor } from './fonts.js';
import type { Rectangle, TextBox } from './layout.js';
import { type Measure, wrapText } from './text.js';
import type { SetupView, Tone } from './view.js';

export interface SetupLine extends TextBox {
  readonly text: string;
  readonly tone: Tone;
}

export interface SetupLayout {
  readonly fonts: FontSet;
  readonly lines: readonly SetupLine[];
  /** One pixel thin. */
  readonly rule: Rectangle;
}

const MARGIN = 8;

/**
 * Steps first, then what is missing, then, if there is room, the intro above them and space between.
 * @param measure width of a text in one of the fonts of this screen
 */
export function setupLayout(
  view: SetupView,
  width: number,
  height: number,
  measure: (font: FontName, text: string) => number,
): SetupLayout {
  const fonts = fontsFor(width, height);
  const lines: SetupLine[] = [];
  const inner = width - 2 * MARGIN;
  const line = fonts.text.height;
  const text: Measure = each => measure('text', each);
  const strong: Measure = each => measure('strong', each);
  const put = (font: FontName, tone: Tone, x: number, y: number, box: number, content: string) => {
    const { height } = fonts[font];
    lines.push({ font, tone, align: 'left', x, y, width: box, height, text: content });
  };

  const indent = strong('3') + 8;
  const steps = view.steps.map(step => wrapText(step, inner - indent, strong, 3));
  const head = fonts.title.height + 8;
  const taken = steps.reduce((sum, step) => sum + step.length, 1) * line;
  let room = Math.floor((height - head - taken) / line);
  // One key per line reads best.
  const missing =
    view.missing.length <= room
      ? view.missing.map(key => wrapText(key, inner - indent, strong, 1)[0] ?? '')
      : wrapText(view.missing.join(', '), inner - indent, strong, Math.max(1, room));
  room -= missing.length;
  const intro = wrapText(view.intro, inner, text, 6);
  const told = intro.length < room;
  if (told) room -= intro.length;
  // Gaps: below the intro, below each step.
  const gaps = steps.length + (told ? 1 : 0);
  const gap = Math.max(0, Math.min(line - 6, Math.floor((room * line - 6) / gaps)));

  put('title', 'accent', MARGIN, 3, inner, view.title);
  let y = head;
  if (told) {
    for (const each of intro) {
      put('text', 'quiet', MARGIN, y, inner, each);
      y += line;
    }
    y += gap;
  }
  steps.forEach((step, index) => {
    put('strong', 'accent', MARGIN, y, indent - 2, `${index + 1}`);
    for (const each of step) {
      put('strong', 'plain', MARGIN + indent, y, inner - indent, each);
      y += line;
    }
    y += gap;
  });
  put('text', 'quiet', MARGIN, y, inner, 'Missing:');
  for (const each of missing) {
    y += line;
    put('strong', 'plain', MARGIN + indent, y, inner - indent, each);
  }
  return { fonts, lines, rule: { x: 0, y: fonts.title.height + 5, width, height: 1 } };
}
