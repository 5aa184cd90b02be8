/** The display on a Port of Node's, with the metrics of the fonts that the Moddable SDK brings. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { build } from 'esbuild';
import { NETWORKS } from '../../firmware/domain/networks.js';
import type { Display, startDisplay } from '../../firmware/parts/display/display.js';
import { LARGE, OVERHANG, SMALL } from '../../firmware/parts/display/fonts.js';
import { statusLayout } from '../../firmware/parts/display/layout.js';
import { setupLayout } from '../../firmware/parts/display/setup.js';
import { setupView } from '../../firmware/parts/display/view.js';
import { SDK } from '../sdk/sdk.js';
import { ROOT } from '../support/processes.js';
import { type Glyphs, readFont, widthOf } from './bmfont.js';
import type * as FakePiu from './fake-piu.js';
import { SCENES, type Scene } from './scenes.js';

const FONTS = join(SDK, 'examples/assets/fonts');
const SIZES = [
  [135, 240],
  [240, 135],
  [170, 320],
  [320, 170],
  [240, 320],
  [320, 240],
] as const;

const read = new Map<string, Glyphs>();
function glyphsOf(file: string): Glyphs {
  let glyphs = read.get(file);
  if (glyphs === undefined) {
    glyphs = readFont(join(FONTS, `${file}.fnt`));
    read.set(file, glyphs);
  }
  return glyphs;
}

const here = existsSync(join(FONTS, 'OpenSans-Regular-16.fnt'));
/** A test that needs the fonts. */
function withFonts(title: string, run: (t: ExecutionContext) => void | Promise<void>): void {
  test(title, t => {
    if (here) return run(t);
    t.log('skipped: the fonts come with the Moddable SDK (npx xs-dev setup, or set MODDABLE)');
    t.pass();
  });
}

interface Bundle {
  readonly startDisplay: typeof startDisplay;
  readonly piu: typeof FakePiu;
}

/** The display and the Piu that it draws with, from one bundle. */
async function load(): Promise<Bundle> {
  const directory = join(ROOT, 'build/test');
  mkdirSync(directory, { recursive: true });
  const outfile = join(directory, `display-${process.pid}.mjs`);
  const fake = join(ROOT, 'host-tests/display/fake-piu.ts');
  await build({
    stdin: {
      contents: `export { startDisplay } from './firmware/parts/display/display.ts'; export * as piu from ${JSON.stringify(fake)};`,
      resolveDir: ROOT,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    alias: { 'piu/MC': fake },
    outfile,
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href) as Promise<Bundle>;
}

const bundle = here ? await load() : undefined;

const files = new Map([...Object.values(SMALL), ...Object.values(LARGE)].map(font => [font.piu, font.file]));

interface Bed {
  readonly port: FakePiu.Port;
  readonly display: Display;
  readonly lights: number[];
  /** The next second. @returns pixels drawn */
  tick(): number;
}

function begin(
  scene: Scene,
  [width, height]: readonly [number, number],
  settings = { brightness: 80, dim: 0, off: 0 },
): Bed {
  const { piu, startDisplay } = bundle!;
  Object.assign(piu.machine, { width, height, glyphs: (font: string) => glyphsOf(files.get(font)!) });
  let second = 0;
  let next = () => {};
  const lights: number[] = [];
  const display = startDisplay(
    { report: () => scene.report(second), displaySettings: () => settings },
    {
      monotonic: () => second * 1000,
      setTimer: (_milliseconds, callback) => {
        next = callback;
        return 1;
      },
      clearTimer: () => {
        next = () => {};
      },
    },
    { backlight: percent => lights.push(percent) },
  );
  const { port } = piu;
  port.draw();
  return {
    port,
    display,
    lights,
    tick() {
      second++;
      next();
      return port.draw();
    },
  };
}

withFonts('boxes hold the glyphs of their fonts', t => {
  for (const fonts of [SMALL, LARGE]) {
    for (const [name, { file, top, height }] of Object.entries(fonts)) {
      const glyphs = glyphsOf(file);
      const used = name === 'rate' ? '0123456789.' : name === 'unit' ? '0123456789.kMGTH/s' : undefined;
      for (const [character, glyph] of glyphs) {
        if (glyph.height === 0 || (used !== undefined && !used.includes(character))) continue;
        const { left, width, advance } = glyph;
        t.true(left >= -OVERHANG && left + width - advance <= OVERHANG, `${file}: '${character}' overhangs`);
        t.true(
          glyph.top >= top && glyph.top + glyph.height <= top + height,
          `${file}: '${character}' in ${name}`,
        );
      }
      if (used === undefined) {
        for (let code = 0x20; code < 0x7f; code++)
          t.true(glyphs.has(String.fromCharCode(code)), `${file}: ${code}`);
      }
    }
  }
});

withFonts('labels, and the longest texts that matter, fit their boxes', t => {
  const longest: Record<string, readonly string[]> = {
    rate: ['8.88', '88.8', '888'],
    unit: ['H/s', 'kH/s', 'MH/s', 'GH/s', 'TH/s'],
    state: ['Mining', 'No node', 'Paused', 'Fault', 'Connecting', 'No Wi-Fi', 'No job yet', 'No link'],
    blocks: ['9999', '88.8k', '888k'],
    accepted: ['9999', '88.8k'],
    rejected: ['9999', '88.8k'],
    good: ['9999 ok'],
    bad: ['99 bad', '99 late'],
    best: ['888 H', '88.8 MH', '8.88 GH', '888 QH'],
    network: Object.keys(NETWORKS),
    height: ['999999', '1234567'],
    age: ['119 s', '119 min', '47 h'],
    span: ['119 s', '119 min', '47 h'],
    last: ['last 60 s', 'last 59 min', 'last 47 h'],
    budget: ['at 100 %', 'at 1 %'],
    percent: ['100 %'],
    wifi: ['Home'],
    node: ['10.0.0.5'],
  };
  for (const [width, height] of SIZES) {
    const { fields, labels, fonts } = statusLayout(width, height);
    for (const box of labels) {
      const needs = widthOf(glyphsOf(fonts[box.font].file), box.label);
      t.true(needs <= box.width, `${width}x${height}: label ${box.label} takes ${needs} of ${box.width}`);
    }
    for (const box of fields) {
      for (const text of longest[box.field] ?? []) {
        const needs = widthOf(glyphsOf(fonts[box.font].file), text);
        t.true(needs <= box.width, `${width}x${height}: ${box.field} ${text} takes ${needs} of ${box.width}`);
      }
    }
  }
});

withFonts('the setup screen says everything at every size', t => {
  const view = setupView(SCENES.find(each => each.name === 'setup')!.report(5));
  for (const [width, height] of SIZES) {
    const { lines, fonts } = setupLayout(view, width, height, (font, text) =>
      widthOf(glyphsOf((Math.min(width, height) < 240 ? SMALL : LARGE)[font].file), text),
    );
    const all = lines.map(line => line.text).join(' ');
    for (const part of [...view.steps, ...view.missing]) {
      t.true(all.includes(part), `${width}x${height}: ${part} in ${all}`);
    }
    for (const { text, font, width: box } of lines)
      t.true(widthOf(glyphsOf(fonts[font].file), text) <= box, text);
  }
});

for (const [width, height] of SIZES) {
  withFonts(
    `${width}x${height}: drawing only what has changed gives the same picture as drawing everything`,
    t => {
      for (const scene of SCENES) {
        const { port, tick } = begin(scene, [width, height]);
        for (let second = 1; second <= scene.seconds; second++) {
          tick();
          if (second % 50 !== 0 && second !== scene.seconds) continue;
          const before = port.pixels.slice();
          port.invalidate();
          t.is(port.draw(), width * height);
          const wrong = before.findIndex((value, index) => value !== port.pixels[index]);
          t.is(
            wrong,
            -1,
            `${scene.name}, second ${second}: pixel ${wrong % width}, ${Math.floor(wrong / width)}`,
          );
        }
        t.deepEqual(port.outside, [], scene.name);
      }
    },
  );
}

withFonts('from setup to mining, to a fault, and back', t => {
  const order = ['setup', 'status', 'fault', 'setup', 'error'];
  const scene: Scene = {
    name: 'all',
    seconds: 500,
    report: second => {
      const name = order[Math.floor(second / 100)] ?? 'status';
      return { ...SCENES.find(each => each.name === name)!.report(second), uptime: second };
    },
  };
  for (const size of SIZES) {
    const { port, tick } = begin(scene, size);
    for (let second = 1; second < scene.seconds; second++) {
      tick();
      if (second % 100 !== 0 && second % 100 !== 99) continue;
      const before = port.pixels.slice();
      port.invalidate();
      port.draw();
      t.deepEqual(before, port.pixels, `second ${second}`);
    }
  }
});

withFonts('a second redraws few pixels', t => {
  const scene = SCENES.find(each => each.name === 'status')!;
  const rows: string[] = [];
  for (const [width, height] of SIZES) {
    const { port, tick } = begin(scene, [width, height]);
    for (let second = 1; second <= 60; second++) tick();
    port.strings = port.fills = 0;
    let [sum, most] = [0, 0];
    for (let second = 61; second <= 540; second++) {
      const pixels = tick();
      sum += pixels;
      most = Math.max(most, pixels);
    }
    const mean = Math.round(sum / 480);
    rows.push(`${width}x${height}: ${mean} pixels a second, at most ${most} of ${width * height}`);
    // 2.5 million pixels of 16 bits go through a 40 MHz SPI in a second: a hundredth are 25,000.
    t.true(mean < 12_500 && most < 50_000, rows.at(-1));
  }
  for (const row of rows) t.log(row);
});

withFonts('dims, goes off, draws nothing while it is off, and wakes', t => {
  const scene = SCENES.find(each => each.name === 'status')!;
  const bed = begin(scene, [240, 320], { brightness: 60, dim: 10, off: 20 });
  t.deepEqual(bed.lights, [60]);
  for (let second = 1; second <= 19; second++) bed.tick();
  t.deepEqual(bed.lights, [60, 12]);
  bed.tick();
  t.deepEqual(bed.lights, [60, 12, 0]);
  for (let second = 21; second <= 100; second++) t.is(bed.tick(), 0);
  bed.port.behavior.onTouchBegan(bed.port);
  t.deepEqual(bed.lights, [60, 12, 0, 60]);
  t.true(bed.port.draw() > 0);
  const before = bed.port.pixels.slice();
  bed.port.invalidate();
  bed.port.draw();
  t.deepEqual(before, bed.port.pixels);
  bed.display.stop();
  t.is(bed.tick(), 0);
});

withFonts('a fault and a block wake it', t => {
  const settings = { brightness: 60, dim: 0, off: 20 };
  const status = SCENES.find(each => each.name === 'status')!;
  const fault = begin(SCENES.find(each => each.name === 'fault')!, [240, 320], settings);
  for (let second = 1; second <= 70; second++) fault.tick();
  t.deepEqual(fault.lights, [60, 0, 60]);
  const blocks: Scene = {
    ...status,
    report: second => {
      const report = status.report(second);
      const { miner } = report;
      return { ...report, miner: { ...miner, counters: { ...miner.counters, blocks: second < 50 ? 0 : 1 } } };
    },
  };
  const bed = begin(blocks, [135, 240], settings);
  for (let second = 1; second <= 69; second++) bed.tick();
  t.deepEqual(bed.lights, [60, 0, 60]);
});
