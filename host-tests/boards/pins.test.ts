/** The chips' input pins (platforms/sdk/esp32/pins.ts) on a stand-in for the SDK's digital IO, with every board's manifest. */
import { join } from 'node:path';
import test from 'ava';
import { build } from 'esbuild';
import type { Platform } from '../../firmware/ports/platform.js';
import { type Board, loadBoards } from '../../tools/make/boards.js';
import { ROOT } from '../support/processes.js';

/** Like the SDK's: constants, errors for a pin in use, edges that are reported later. */
const DIGITAL = `
const used = new Map();
export default class Digital {
  static Input = 0; static InputPullUp = 1; static InputPullDown = 2; static Rising = 1; static Falling = 2;
  static used = used;
  constructor(options) {
    if (used.has(options.pin)) throw new Error('in use');
    this.options = options;
    this.level = options.mode === Digital.InputPullUp ? 1 : 0;
    used.set(options.pin, this);
  }
  read() { return this.level; }
  close() { used.delete(this.options.pin); }
}`;

interface Stub {
  readonly options: { readonly mode: number; readonly edge: number; onReadable(): void };
  level: number;
}

interface Chip {
  readonly openPin: NonNullable<Platform['openPin']>;
  /** The SDK's object of an open pin. */
  readonly used: ReadonlyMap<number, Stub>;
}

/** Imports of the same text would be one module, and share their pins. */
let copies = 0;

async function pinsOf(board: Board): Promise<Chip> {
  const modules: Record<string, string> = {
    'embedded:io/digital': DIGITAL,
    'mc/config': `export default ${JSON.stringify({ chip: board.chip, board: { ...board, chip: undefined } })}`,
  };
  const place = join(ROOT, 'platforms/sdk/esp32/pins.ts').replaceAll('\\', '/');
  const { outputFiles } = await build({
    stdin: {
      contents: `export { openPin } from '${place}'; import Digital from 'embedded:io/digital'; export const { used } = Digital;`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'esm',
    footer: { js: `// ${copies++}` },
    write: false,
    plugins: [
      {
        name: 'sdk',
        setup(builder) {
          builder.onResolve({ filter: /^(embedded:|mc\/)/ }, ({ path }) => ({ path, namespace: 'sdk' }));
          builder.onLoad({ filter: /.*/, namespace: 'sdk' }, ({ path }) => ({ contents: modules[path]! }));
        },
      },
    ],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]!.contents).toString('base64')}`);
}

test('every pin that a board leaves free opens; the others, and what is not a pin, are refused', async t => {
  for (const board of loadBoards(ROOT)) {
    const { openPin, used } = await pinsOf(board);
    const { pins, reserved, inputs = [] } = board.chip;
    const taken = [...reserved, ...board.reserved];
    for (const pin of [-2, -1, 0.5, NaN, pins, pins + 1, 64, 1e9, ...taken]) {
      t.throws(() => openPin(pin, true, () => {}), { instanceOf: RangeError }, `${board.name}: ${pin}`);
      t.is(used.size, 0);
    }
    for (let pin = 0; pin < pins; pin++) {
      if (taken.includes(pin)) continue;
      for (const up of [true, false]) {
        const input = openPin(pin, up, () => {});
        const { mode, edge } = used.get(pin)!.options;
        t.is(mode, inputs.includes(pin) ? 0 : up ? 1 : 2, `${board.name}: ${pin}`);
        t.is(edge, 3);
        t.throws(() => openPin(pin, up, () => {}), { instanceOf: RangeError }); // open already
        input.close();
        t.is(used.size, 0);
      }
    }
  }
});

test('the buttons that wake displays are free', async t => {
  let buttons = 0;
  for (const board of loadBoards(ROOT)) {
    const button = board.pins?.button;
    if (button === undefined) continue;
    const { openPin, used } = await pinsOf(board);
    openPin(button, true, () => {});
    t.true(used.has(button), board.name);
    buttons++;
  }
  t.true(buttons >= 5);
});

test('a change is reported once, with the level at the time of reading', async t => {
  const { openPin, used } = await pinsOf(loadBoards(ROOT).find(board => board.name === 'esp32')!);
  const told: boolean[] = [];
  const input = openPin(4, true, high => told.push(high));
  const stub = used.get(4)!;
  const edge = (level: number) => {
    stub.level = level;
    stub.options.onReadable();
  };
  t.true(input.read());
  edge(0);
  edge(0); // a bounce, over when it was looked at
  edge(1);
  edge(1);
  t.deepEqual(told, [false, true]);
  // Read between an edge and its interrupt: the reader knows; the rest is still reported.
  stub.level = 0;
  t.false(input.read());
  edge(1);
  t.deepEqual(told, [false, true, true]);
});
