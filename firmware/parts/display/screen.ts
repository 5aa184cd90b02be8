/// <reference path="./piu.d.ts" />
/** Draws with Piu: one Port for the whole screen, and only what has changed. */
import { Application, Behavior, Port, Style } from 'piu/MC';
import { type FontName, type FontSet, OVERHANG } from './fonts.js';
import { HISTORY_POINTS, type RateHistory } from './history.js';
import { type FieldName, type Rectangle, type StatusLayout, statusLayout, type TextBox } from './layout.js';
import { setupLayout } from './setup.js';
import { evenLines, fitText, wrapText } from './text.js';
import type { SetupView, StatusView, Tone } from './view.js';

const BACKGROUND = 0x0c1116ff;
const RULE = 0x27313aff;
const CURVE = 0xf7931aff;
const CURVE_FILL = 0x4a2f10ff;
const COLORS: Readonly<Record<Tone, number>> = {
  plain: 0xf2f5f7ff,
  quiet: 0x8b98a5ff,
  accent: 0xf7931aff,
  good: 0x4fd18bff,
  bad: 0xff6b5eff,
};

/** A text in its box, as drawn. */
interface Cell {
  readonly box: TextBox;
  /** From the view: while it is the same, so is the text. */
  key: unknown;
  /** Before it was fitted. */
  source: string;
  text: string;
  tone: Tone;
  /** Where the text begins, and how wide it is. */
  x: number;
  width: number;
}

/** Bytes of Piu's and Poco's lists. A whole screen with a full curve takes less than 3 and 4 KB. */
const COMMANDS = 4_096;
const DISPLAY_LIST = 5_120;

/** Calls of showStatus from one look at the rate to the next. */
const RATE_TICKS = 3;

/** No view's key. */
const NEW = {};

export class Screen {
  readonly #port: Port;
  #styles = new Map<string, Style>();
  #fonts: FontSet | undefined;
  #ownLayout: StatusLayout | undefined;
  /** The same while the status screen is shown. */
  #status: StatusLayout | undefined;
  #history: RateHistory | undefined;
  /** What the setup screen says is missing, or undefined while it is not shown. */
  #setup: string | undefined;
  /** What was invalidated since the last drawing, or undefined for everything. */
  #changed: Rectangle[] | undefined;
  #cells: Cell[] = [];
  #byField = new Map<string, Cell>();
  #rules: readonly Rectangle[] = [];
  #dot: Tone = 'quiet';
  #bars = -1;
  #ticks = -1;
  #message = '';
  #messageLines: readonly string[] = [];
  #tickerLines: readonly string[] = [];
  #tickerSource = '';
  #tickerTone: Tone = 'quiet';
  #tickerAt = 0;

  /** @param onTouch the screen was touched, if it has touch */
  constructor(onTouch: () => void) {
    const draw = (x: number, y: number, width: number, height: number) => this.#draw(x, y, width, height);
    class ScreenBehavior extends Behavior {
      onDraw(_port: Port, x: number, y: number, width: number, height: number): void {
        draw(x, y, width, height);
      }
      onTouchBegan(): void {
        onTouch();
      }
    }
    this.#port = new Port(null, {
      left: 0,
      right: 0,
      top: 0,
      bottom: 0,
      active: true,
      Behavior: ScreenBehavior,
    });
    new Application(null, {
      displayListLength: DISPLAY_LIST,
      commandListLength: COMMANDS,
      touchCount: 1,
      contents: [this.#port],
    });
  }

  /** Whether the status screen has a place for a field. */
  readonly has = (field: FieldName): boolean => this.#layout().fields.some(each => each.field === field);

  /** @param newPoint the curve has changed */
  showStatus(view: StatusView, history: RateHistory, newPoint: boolean): void {
    if (this.#status === undefined) {
      const layout = this.#layout();
      this.#begin(layout.fonts, layout.lines);
      this.#setup = undefined;
      this.#status = layout;
      this.#history = history;
      for (const box of layout.labels) this.#put(this.#cell(box), box.label, 'quiet');
      for (const box of layout.fields) this.#byField.set(box.field, this.#cell(box));
    }
    const { dot, bars, curve, fields } = this.#status;
    this.#ticks++;
    for (const { field } of fields) {
      const cell = this.#byField.get(field)!;
      // The largest letters change the most pixels, and nobody reads them every second.
      const slow = (field === 'rate' || field === 'unit') && this.#ticks % RATE_TICKS !== 0;
      if (slow && cell.key !== NEW && cell.key !== -1) continue;
      const key = view.key(field);
      if (key !== cell.key) {
        cell.key = key;
        const { text, tone } = view.field(field);
        if (field === 'ticker') this.#tell(cell, text, tone);
        else this.#put(cell, text, tone);
      }
      if (field === 'ticker') this.#turn(cell);
    }
    if (view.tone !== this.#dot) {
      this.#dot = view.tone;
      this.#invalidate(dot);
    }
    if (view.bars !== this.#bars) {
      this.#bars = view.bars;
      this.#invalidate(bars);
    }
    if (view.message !== this.#message) {
      this.#message = view.message;
      const { text } = this.#fonts!;
      const most = Math.floor(curve.height / text.height);
      this.#messageLines = wrapText(view.message, curve.width, each => this.#measure(text.piu, each), most);
      this.#invalidate(curve);
    }
    if (newPoint && view.message === '') this.#invalidate(curve);
  }

  showSetup(view: SetupView): void {
    const missing = view.missing.join();
    if (this.#setup === missing) return;
    const { width, height } = this.#port;
    const measure = (font: FontName, text: string) => this.#measure(fonts[font].piu, text);
    const { fonts } = this.#layout();
    const layout = setupLayout(view, width, height, measure);
    this.#begin(layout.fonts, [layout.rule]);
    this.#status = undefined;
    this.#setup = missing;
    for (const line of layout.lines) this.#put(this.#cell(line), line.text, line.tone);
  }

  #layout(): StatusLayout {
    this.#ownLayout ??= statusLayout(this.#port.width, this.#port.height);
    return this.#ownLayout;
  }

  #begin(fonts: FontSet, rules: readonly Rectangle[]): void {
    this.#fonts = fonts;
    this.#rules = rules;
    this.#cells = [];
    this.#byField.clear();
    this.#changed = undefined;
    this.#port.invalidate();
  }

  #cell(box: TextBox): Cell {
    const cell: Cell = { box, key: NEW, source: '', text: '', tone: 'plain', x: box.x, width: 0 };
    this.#cells.push(cell);
    return cell;
  }

  /** A long text in the ticker is shown in parts, each for as long as a short one. */
  #tell(cell: Cell, text: string, tone: Tone): void {
    if (text === this.#tickerSource && tone === this.#tickerTone) return;
    this.#tickerSource = text;
    this.#tickerTone = tone;
    this.#tickerAt = 0;
    const font = this.#fonts![cell.box.font].piu;
    this.#tickerLines = evenLines(text, cell.box.width, each => this.#measure(font, each), 6);
  }

  #turn(cell: Cell): void {
    const lines = this.#tickerLines;
    const part = Math.floor(this.#tickerAt++ / 3) % Math.max(1, lines.length);
    this.#put(cell, lines[part] ?? '', this.#tickerTone);
  }

  #put(cell: Cell, source: string, tone: Tone): void {
    if (cell.source === source && cell.tone === tone) return;
    const { box } = cell;
    const font = this.#fonts![box.font].piu;
    const measure = (text: string) => this.#measure(font, text);
    const before = { x: cell.x, width: cell.width };
    cell.source = source;
    cell.tone = tone;
    cell.text = fitText(source, box.width, measure);
    cell.width = measure(cell.text);
    const free = box.width - cell.width;
    cell.x = box.x + (box.align === 'left' ? 0 : box.align === 'right' ? free : free >> 1);
    const left = before.width === 0 ? cell.x : Math.min(before.x, cell.x);
    const right = Math.max(before.x + before.width, cell.x + cell.width);
    if (right <= left) return;
    const width = right - left + 2 * OVERHANG;
    this.#invalidate({ x: left - OVERHANG, y: box.y, width, height: box.height });
  }

  #style(font: string): Style {
    let style = this.#styles.get(font);
    if (style === undefined) {
      style = new Style({ font });
      this.#styles.set(font, style);
    }
    return style;
  }

  #measure(font: string, text: string): number {
    return text === '' ? 0 : this.#port.measureString(text, this.#style(font)).width;
  }

  #invalidate(area: Rectangle): void {
    this.#changed?.push(area);
    this.#port.invalidate(area.x, area.y, area.width, area.height);
  }

  /**
   * Piu asks for the bounds of everything invalid, and itself clips to what is invalid. So whatever touches no area of
   * ours need not be drawn, unless somebody else has invalidated more.
   */
  #draw(x: number, y: number, width: number, height: number): void {
    const port = this.#port;
    const asked = { x, y, width, height };
    const ours = this.#changed;
    const areas = ours !== undefined && covers(ours, asked) ? ours : [asked];
    this.#changed = [];
    const outside = (box: Rectangle, over = 0): boolean => {
      for (const area of areas) {
        const aside = box.x - over >= area.x + area.width || box.x + box.width + over <= area.x;
        if (!aside && box.y < area.y + area.height && box.y + box.height > area.y) return false;
      }
      return true;
    };
    port.fillColor(BACKGROUND, x, y, width, height);
    for (const rule of this.#rules) {
      if (!outside(rule)) port.fillColor(RULE, rule.x, rule.y, rule.width, rule.height);
    }
    for (const { box, text, tone, x: left } of this.#cells) {
      if (text === '' || outside(box, OVERHANG)) continue;
      const font = this.#fonts![box.font];
      port.drawString(text, this.#style(font.piu), COLORS[tone], left, box.y - font.top);
    }
    if (this.#status === undefined) return;
    const { dot, bars, curve } = this.#status;
    if (!outside(dot)) this.#drawDot(dot);
    if (!outside(bars)) this.#drawBars(bars);
    if (outside(curve)) return;
    if (this.#message === '') this.#drawCurve(curve);
    else this.#drawMessage(curve);
  }

  /** Ten pixels wide. */
  #drawDot({ x, y, width, height }: Rectangle): void {
    const color = COLORS[this.#dot];
    this.#port.fillColor(color, x + 3, y, width - 6, height);
    this.#port.fillColor(color, x + 1, y + 1, width - 2, height - 2);
    this.#port.fillColor(color, x, y + 3, width, height - 6);
  }

  #drawBars({ x, y, height }: Rectangle): void {
    if (this.#bars < 0) return;
    for (let i = 0; i < 4; i++) {
      const tall = Math.floor((height * (i + 1)) / 4);
      this.#port.fillColor(i < this.#bars ? COLORS.plain : RULE, x + 5 * i, y + height - tall, 3, tall);
    }
  }

  #drawMessage({ x, y }: Rectangle): void {
    const { text } = this.#fonts!;
    this.#messageLines.forEach((line, index) => {
      const top = y + index * text.height - text.top;
      this.#port.drawString(line, this.#style(text.piu), COLORS.bad, x, top);
    });
  }

  /** The newest point is on the right; the highest one touches the top. */
  #drawCurve({ x, y, width, height }: Rectangle): void {
    const port = this.#port;
    const history = this.#history!;
    const { count, peak } = history;
    port.fillColor(RULE, x, y + height - 1, width, 1);
    if (count === 0 || peak === 0) return;
    let last = -1;
    for (let i = 0; i < count; i++) {
      // The whole width is a full history: an empty part on the left means that there is no more.
      const slot = HISTORY_POINTS - count + i;
      const left = x + Math.floor((slot * width) / HISTORY_POINTS);
      const step = x + Math.floor(((slot + 1) * width) / HISTORY_POINTS) - left;
      if (step === 0) continue;
      const level = Math.floor((history.at(i) * (height - 2)) / peak);
      const top = y + height - 1 - level;
      port.fillColor(CURVE_FILL, left, top, step, level);
      const from = last < 0 ? top : Math.min(top, last);
      const to = last < 0 ? top : Math.max(top, last);
      port.fillColor(CURVE, left, from - 1, step, Math.max(2, to - from));
      last = top;
    }
  }
}

/** Whether the bounds of `areas` are as large as `asked`. */
function covers(areas: readonly Rectangle[], asked: Rectangle): boolean {
  let [left, top, right, bottom] = [asked.x + asked.width, asked.y + asked.height, 0, 0];
  for (const area of areas) {
    left = Math.min(left, area.x);
    top = Math.min(top, area.y);
    right = Math.max(right, area.x + area.width);
    bottom = Math.max(bottom, area.y + area.height);
  }
  return (
    left <= asked.x && top <= asked.y && right >= asked.x + asked.width && bottom >= asked.y + asked.height
  );
}
