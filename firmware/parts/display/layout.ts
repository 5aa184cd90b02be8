/** Where everything on the status screen is, for any size from 135x135 pixels up. Nothing overlaps. */
import { type FontName, type FontSet, fontsFor, SMALL } from './fonts.js';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The fields for which the view has a text. */
export type FieldName =
  | 'state'
  | 'rate'
  | 'unit'
  | 'span'
  | 'last'
  | 'blocks'
  | 'accepted'
  | 'rejected'
  | 'good'
  | 'bad'
  | 'best'
  | 'network'
  | 'height'
  | 'age'
  | 'wifi'
  | 'node'
  | 'budget'
  | 'percent'
  | 'ticker';

/** A box with one line of text in it, exactly as high as its font's glyphs. */
export interface TextBox extends Rectangle {
  readonly font: FontName;
  readonly align: 'left' | 'center' | 'right';
}

export interface FieldBox extends TextBox {
  readonly field: FieldName;
}

/** A text that never changes. */
export interface LabelBox extends TextBox {
  readonly label: string;
}

export interface StatusLayout {
  readonly fonts: FontSet;
  readonly fields: readonly FieldBox[];
  readonly labels: readonly LabelBox[];
  /** A dot in the colour of the state. */
  readonly dot: Rectangle;
  /** Four bars of the radio's signal. */
  readonly bars: Rectangle;
  readonly curve: Rectangle;
  /** One pixel thin. */
  readonly lines: readonly Rectangle[];
}

/** Labels, and how many pixels they take in the small and in the large font. */
const LABELS = {
  Blocks: [50, 56],
  Shares: [54, 60],
  Rejected: [68, 75],
  Best: [36, 40],
  'Best share': [84, 94],
  Height: [53, 58],
  Job: [28, 30],
  'Job age': [59, 66],
  'Wi-Fi': [40, 46],
  Node: [44, 49],
  Budget: [57, 63],
} as const;
type Label = keyof typeof LABELS;

/** Of the name of a network, as LABELS. */
const NETWORK = [63, 71] as const;

/** A row: its label, its field. The height may have the name of its chain in place of a label. */
type Row = readonly [label: Label | 'network', field: FieldName];

const COUNTS: readonly (readonly [label: Label, field: FieldName])[] = [
  ['Blocks', 'blocks'],
  ['Shares', 'accepted'],
  ['Rejected', 'rejected'],
];
const HEIGHT: Row = ['network', 'height'];
const WORK: readonly Row[] = [['Best share', 'best'], HEIGHT, ['Job age', 'age']];
/** The same with less room. */
const BRIEF: readonly Row[] = [['Best', 'best'], HEIGHT, ['Job', 'age']];
/** With even less, the ticker says which chain it is. */
const BRIEFEST: readonly Row[] = [
  ['Best', 'best'],
  ['Height', 'height'],
  ['Job', 'age'],
];
const LINKS: readonly Row[] = [
  ['Wi-Fi', 'wifi'],
  ['Node', 'node'],
];

const GAP = 4;

class Builder {
  readonly fonts: FontSet;
  readonly small: boolean;
  readonly margin: number;
  /** Height of a line of text. */
  readonly line: number;
  readonly fields: FieldBox[] = [];
  readonly labels: LabelBox[] = [];
  readonly lines: Rectangle[] = [];

  constructor(fonts: FontSet) {
    this.fonts = fonts;
    this.small = fonts === SMALL;
    this.margin = this.small ? 4 : 6;
    this.line = fonts.text.height;
  }

  field(
    field: FieldName,
    font: FontName,
    align: TextBox['align'],
    x: number,
    y: number,
    width: number,
  ): void {
    this.fields.push({ field, font, align, x, y, width, height: this.fonts[font].height });
  }

  label(label: Label, align: TextBox['align'], x: number, y: number, width: number): void {
    this.labels.push({ label, font: 'text', align, x, y, width, height: this.line });
  }

  width(label: Label): number {
    return LABELS[label][this.small ? 0 : 1];
  }

  /** Label on the left, value on the right. */
  rows(rows: readonly Row[], x: number, y: number, width: number, pitch: number): void {
    rows.forEach(([label, field], index) => {
      const top = y + index * pitch;
      const own = label === 'network' ? NETWORK[this.small ? 0 : 1] : this.width(label);
      const gap = label === 'network' ? 1 : 2;
      if (label === 'network') this.field('network', 'text', 'left', x, top, own);
      else this.label(label, 'left', x, top, own);
      this.field(field, 'strong', 'right', x + own + gap, top, width - own - gap);
    });
  }

  /** The rate's digits, and the unit beside them on the same base line. @returns where the unit ends */
  rate(x: number, y: number): number {
    const { rate, unit } = this.fonts;
    const digits = this.small ? 104 : 142;
    const width = this.small ? 44 : 74;
    this.field('rate', 'rate', 'right', x, y, digits);
    this.field('unit', 'unit', 'left', x + digits + GAP, y + rate.height - unit.height - 1, width);
    return x + digits + GAP + width;
  }
}

/**
 * @param width,height pixels
 * @throws RangeError for a screen that is too small to be read
 */
export function statusLayout(width: number, height: number): StatusLayout {
  if (width < 135 || height < 135) throw new RangeError('no layout for a screen of less than 135x135 pixels');
  const builder = new Builder(fontsFor(width, height));
  const wide = width > height;
  const { dot, bars, bottom } = header(builder, width, wide);
  const arrange = wide ? (builder.small ? strip : landscape) : builder.small ? slim : portrait;
  const curve = arrange(builder, width, height, bottom);
  const { fonts, fields, labels, lines } = builder;
  return { fonts, fields, labels, lines, dot, bars, curve };
}

/** The state; on wide screens the ticker; the bars of the signal. */
function header(builder: Builder, width: number, wide: boolean) {
  const { margin } = builder;
  const line = builder.fonts.strong.height;
  const dot = { x: margin, y: 3 + ((line - 10) >> 1), width: 10, height: 10 };
  const bars = { x: width - margin - 18, y: 3 + ((line - 14) >> 1), width: 18, height: 14 };
  const left = dot.x + dot.width + GAP;
  const state = wide ? (builder.small ? 88 : 98) : bars.x - GAP - left;
  builder.field('state', 'strong', 'left', left, 3, state);
  if (wide) {
    const x = left + state + GAP;
    builder.field('ticker', 'text', 'right', x, 3, bars.x - 2 * GAP - x);
  }
  const bottom = line + 5;
  builder.lines.push({ x: 0, y: bottom, width, height: 1 });
  return { dot, bars, bottom: bottom + 1 };
}

/** 135 to 239 wide, upright: everything one below the other. */
function slim(builder: Builder, width: number, height: number, top: number): Rectangle {
  const { margin, line } = builder;
  const inner = width - 2 * margin;
  const roomy = width >= 165 && height >= 300;
  let y = top + 4;
  if (roomy) builder.rate(margin - 2, y);
  else builder.field('rate', 'rate', 'left', margin - 2, y, 104);
  y += builder.fonts.rate.height + (roomy ? 6 : 4);
  if (roomy) {
    builder.field('last', 'text', 'left', margin, y, inner - 70);
    builder.field('budget', 'text', 'right', width - margin - 66, y, 66);
  } else {
    builder.field('unit', 'unit', 'left', margin, y, 42);
    builder.field('last', 'text', 'right', margin + 44, y, inner - 44);
  }
  y += line + 2;
  const rows = roomy ? [...COUNTS, ...WORK, ...LINKS] : [COUNTS[0]!, ...BRIEF];
  const below = (rows.length + (roomy ? 1 : 2)) * line + 3;
  const curve = { x: margin, y, width: inner, height: height - y - below - 4 };
  y = height - below;
  builder.lines.push({ x: 0, y: y - 2, width, height: 1 });
  if (roomy) builder.rows(rows, margin, y, inner, line);
  else {
    builder.rows(rows.slice(0, 1), margin, y, inner, line);
    goodAndBad(builder, margin, y + line, inner);
    builder.rows(rows.slice(1), margin, y + 2 * line, inner, line);
  }
  builder.field('ticker', 'text', 'left', margin, height - 3 - line, inner);
  return curve;
}

/** Accepted and rejected in one line. */
function goodAndBad(builder: Builder, x: number, y: number, width: number): void {
  builder.field('good', 'strong', 'left', x, y, 61);
  builder.field('bad', 'strong', 'right', x + 63, y, width - 63);
}

/** Less than 240 high, lying: the rate and its curve on the left, rows on the right. */
function strip(builder: Builder, width: number, height: number, top: number): Rectangle {
  const { margin, line } = builder;
  const roomy = width >= 300 && height >= 165;
  const left = roomy ? 152 : 105;
  let y = top + 4;
  if (roomy) builder.rate(margin - 2, y);
  else builder.field('rate', 'rate', 'left', margin - 2, y, 104);
  y += builder.fonts.rate.height + (roomy ? 6 : 4);
  if (roomy) {
    builder.field('last', 'text', 'left', margin, y, left - 68);
    builder.field('budget', 'text', 'right', margin + left - 66, y, 66);
  } else {
    builder.field('unit', 'unit', 'left', margin, y, 42);
    builder.field('span', 'text', 'right', margin + 44, y, left - 44);
  }
  y += line + 2;
  const curve = { x: margin, y, width: left, height: height - 4 - y };
  const x = margin + left + 8;
  builder.lines.push({ x: x - 4, y: top, width: 1, height: height - top });
  const inner = width - margin - x;
  const rows: readonly Row[] = roomy
    ? [...COUNTS, BRIEF[0]!, ...WORK.slice(1), ...LINKS]
    : [COUNTS[0]!, ...BRIEFEST, ['Budget', 'percent']];
  const count = rows.length + (roomy ? 0 : 1);
  const pitch = Math.max(line, Math.min(line + 6, Math.floor((height - top) / count)));
  y = top + Math.max(0, (height - top - count * pitch) >> 1);
  if (roomy) builder.rows(rows, x, y, inner, pitch);
  else {
    builder.rows(rows.slice(0, 1), x, y, inner, pitch);
    goodAndBad(builder, x, y + pitch, inner);
    builder.rows(rows.slice(1), x, y + 2 * pitch, inner, pitch);
  }
  return curve;
}

/** 240 and more wide, upright: what was found side by side, large. */
function portrait(builder: Builder, width: number, height: number, top: number): Rectangle {
  const { margin, line } = builder;
  const inner = width - 2 * margin;
  let y = top + 5;
  builder.rate(margin - 1, y);
  y += builder.fonts.rate.height + 10;
  builder.field('last', 'text', 'left', margin, y, inner - 90);
  builder.field('budget', 'text', 'right', width - margin - 86, y, 86);
  y += line + 2;
  const rows: readonly Row[] = [...WORK, LINKS[0]!];
  const number = builder.fonts.unit.height;
  const tiles = number + line + 7;
  const below = (rows.length + 1) * line + 2;
  const curve = { x: margin, y, width: inner, height: height - y - tiles - below - 5 };
  y = height - below - tiles;
  builder.lines.push({ x: 0, y: y - 3, width, height: 1 });
  const third = Math.floor(inner / 3);
  COUNTS.forEach(([label, field], index) => {
    const align = index === 0 ? 'left' : index === 1 ? 'center' : 'right';
    const own = builder.width(label);
    // As near to the middle of its number as its longer neighbour allows.
    const right = width - margin - builder.width('Rejected');
    const middle = Math.min(margin + third + ((third - own) >> 1), right - own - 2);
    const x = [margin, middle, width - margin - own][index]!;
    builder.field(field, 'unit', align, margin + index * third, y, third);
    builder.label(label, align, x, y + number + 2, own);
  });
  y = height - below;
  builder.lines.push({ x: 0, y: y - 3, width, height: 1 });
  builder.rows(rows, margin, y, inner, line);
  builder.field('ticker', 'text', 'left', margin, height - 2 - line, inner);
  return curve;
}

/** 240 and more high, lying: the curve across, rows in two columns. */
function landscape(builder: Builder, width: number, height: number, top: number): Rectangle {
  const { margin, line } = builder;
  const inner = width - 2 * margin;
  let y = top + 5;
  const side = builder.rate(margin - 1, y) + GAP;
  builder.field('budget', 'text', 'right', side, y + 8, width - margin - side);
  builder.field('span', 'text', 'right', side, y + 12 + line, width - margin - side);
  y += builder.fonts.rate.height + 11;
  const columns: readonly (readonly Row[])[] = [
    [...COUNTS, BRIEF[0]!],
    [...WORK.slice(1), ...LINKS],
  ];
  const pitch = line + 1;
  const below = 4 * pitch + 3;
  const curve = { x: margin, y, width: inner, height: height - y - below - 5 };
  y = height - below;
  builder.lines.push({ x: 0, y: y - 3, width, height: 1 });
  // Names on the right need more than numbers.
  const first = Math.floor(inner * 0.42);
  builder.rows(columns[0]!, margin, y, first, pitch);
  builder.rows(columns[1]!, margin + first + 14, y, inner - first - 14, pitch);
  return curve;
}
