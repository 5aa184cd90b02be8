/** platforms/host/slots.c: whatever is cut or damaged, the board starts a right image. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { TEST_MS } from '../support/deadlines.js';
import { Bench, BOARD, type Program, ROOT, sleep } from '../support/processes.js';

const BUNDLE = readFileSync(join(ROOT, 'build/bundle/mite.js'), 'utf8');
const { version: VERSION } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
};
/** The same firmware under another name. */
const image = (version: string) => BUNDLE.replaceAll(`"${VERSION}"`, `"${version}"`);

interface Slot {
  slot: number;
  bytes: Buffer;
}
const NONE: Slot = { slot: 0, bytes: Buffer.alloc(0) };

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** boot.bin, as slots.h describes it. */
function record(trial: boolean, boots: number, active: Slot, before: Slot): Buffer {
  const bytes = Buffer.alloc(92);
  bytes.write('MTB1');
  bytes[4] = trial ? 1 : 0;
  bytes[5] = boots;
  for (const [at, { slot, bytes: content }] of [
    [8, active],
    [48, before],
  ] as const) {
    bytes.writeUInt32LE(slot, at);
    bytes.writeUInt32LE(content.length, at + 4);
    if (slot > 0)
      createHash('sha256')
        .update(content)
        .digest()
        .copy(bytes, at + 8);
  }
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 88)), 88);
  return bytes;
}

class SlotBed extends Bench {
  readonly data = join(this.directory, 'board');
  readonly one: Slot = { slot: 1, bytes: Buffer.from(image('1.1.0')) };
  readonly two: Slot = { slot: 2, bytes: Buffer.from(image('1.2.0')) };

  constructor() {
    super();
    mkdirSync(this.data);
    for (const { slot, bytes } of [this.one, this.two]) this.put(`slot-${slot}.bin`, bytes);
  }

  put(name: string, bytes: Uint8Array): void {
    writeFileSync(join(this.data, name), bytes);
  }

  stored(): Buffer {
    return readFileSync(join(this.data, 'boot.bin'));
  }

  /** The version that this boot runs. */
  async boots(): Promise<string> {
    const program = await this.run(BOARD, ['--data', this.data, '--version']);
    return String(program.lines[0]?.text).replace('mite-board ', '');
  }
}

async function withBed(t: ExecutionContext, body: (bed: SlotBed) => Promise<void>): Promise<void> {
  t.timeout(TEST_MS);
  const bed = new SlotBed();
  try {
    await body(bed);
  } finally {
    await bed.dispose();
  }
}

test('the record decides; without one the built-in image runs', t =>
  withBed(t, async bed => {
    t.is(await bed.boots(), VERSION);
    bed.put('boot.bin', record(false, 0, bed.one, NONE));
    t.is(await bed.boots(), '1.1.0');
    bed.put('boot.bin', record(false, 0, bed.two, bed.one));
    t.is(await bed.boots(), '1.2.0');
  }));

test('a trial has three boots, then the previous image runs for good', t =>
  withBed(t, async bed => {
    bed.put('boot.bin', record(true, 0, bed.two, bed.one));
    for (let i = 0; i < 3; i++) t.is(await bed.boots(), '1.2.0');
    t.is(await bed.boots(), '1.1.0');
    t.is(await bed.boots(), '1.1.0');
    t.deepEqual(bed.stored(), record(false, 0, bed.one, NONE));
  }));

test('a damaged image gives way to the previous one, and that to the built-in one', t =>
  withBed(t, async bed => {
    bed.put('boot.bin', record(false, 0, bed.two, bed.one));
    const damaged = Buffer.from(bed.two.bytes);
    damaged[5000]! ^= 4;
    bed.put('slot-2.bin', damaged);
    t.is(await bed.boots(), '1.1.0');
    bed.put('slot-1.bin', bed.one.bytes.subarray(1));
    t.is(await bed.boots(), VERSION);
    bed.put('boot.bin', record(false, 0, { slot: 2, bytes: Buffer.from('x') }, NONE));
    t.is(await bed.boots(), VERSION);
  }));

test('a damaged record: each wrong byte, each length', t =>
  withBed(t, async bed => {
    const right = record(false, 0, bed.one, NONE);
    for (const at of [0, 3, 4, 5, 8, 11, 12, 16, 47, 48, 52, 87, 88, 91]) {
      const wrong = Buffer.from(right);
      wrong[at]! ^= 0x40;
      bed.put('boot.bin', wrong);
      t.is(await bed.boots(), VERSION, `byte ${at}`);
    }
    for (const length of [0, 1, 91]) {
      bed.put('boot.bin', right.subarray(0, length));
      t.is(await bed.boots(), VERSION, `${length} bytes`);
    }
    bed.put('boot.bin', Buffer.concat([right, Buffer.alloc(1)]));
    t.is(await bed.boots(), VERSION);
    // Slots that do not exist, with a right checksum.
    for (const slot of [3, 0xffffffff]) {
      bed.put('boot.bin', record(false, 0, { slot, bytes: bed.one.bytes }, NONE));
      t.is(await bed.boots(), VERSION, `slot ${slot}`);
    }
  }));

/** Loads and activates images without end, one step a turn of the loop. */
const LOADER = (data: string) => `
  const slot = name => native('xs_mite_host_slot_' + name);
  slot('open')('${data}');
  const timer = native('xs_mite_host_timer_set'), print = native('xs_mite_host_console_write');
  const SIZE = 60000, piece = new Uint8Array(4096);
  let at = 0;
  function step() {
    if (at === 0) { slot('begin')(SIZE); print('begin'); }
    if (at < SIZE) {
      const length = Math.min(4096, SIZE - at);
      slot('write')(piece.subarray(0, length));
      at += length;
    } else { slot('digest')(SIZE); slot('activate')(); print('activated'); at = 0; }
    timer(0, step);
  }
  step();`;

test('killed at any moment of a load or an activation, the board starts a valid image', t =>
  withBed(t, async bed => {
    const file = join(bed.directory, 'loader.js');
    writeFileSync(file, LOADER(bed.data));
    // The trial's bytes are no firmware (zeros run as nothing): what counts is that the old image is never lost.
    const old = record(false, 0, bed.two, NONE);
    for (let round = 0; round < 25; round++) {
      bed.put('boot.bin', old);
      const loader: Program = bed.start(BOARD, ['--run', file]);
      await loader.waitFor(line => line.text === 'begin', 'the load');
      await sleep(round * 3);
      await loader.kill('SIGKILL');
      const now = bed.stored();
      // Either the old record, or the whole of a new one.
      t.is(now.length, 92);
      t.is(now.readUInt32LE(88), crc32(now.subarray(0, 88)));
      if (now.equals(old)) t.is(await bed.boots(), '1.2.0');
      else t.is(now[4], 1, 'a trial');
    }
  }));

test('natives refuse what is out of order or too much', async t => {
  const bed = new SlotBed();
  try {
    const file = join(bed.directory, 'order.js');
    writeFileSync(
      file,
      `const slot = name => native('xs_mite_host_slot_' + name), print = native('xs_mite_host_console_write');
       const attempt = (name, ...words) => { try { slot(name)(...words); print(name + ' taken'); }
         catch (error) { print(name + ' ' + error.name); } };
       attempt('begin', 10);
       slot('open')('${bed.data}');
       attempt('write', new Uint8Array(1));
       attempt('digest', 1);
       attempt('activate');
       attempt('rollback');
       for (const size of [0, -1, 0x1F0001, NaN, '5', undefined]) attempt('begin', size);
       attempt('begin', 10);
       attempt('write', new Uint8Array(11));
       attempt('write', 'text');
       attempt('write', new Uint8Array(4));
       attempt('digest', 10);
       attempt('write', new Uint8Array(7));
       attempt('write', new Uint8Array(6));
       attempt('digest', 9);
       attempt('activate');
       attempt('digest', 10);
       attempt('activate');
       attempt('activate');
       native('xs_mite_host_exit')(0);`,
    );
    const { lines } = await bed.run(BOARD, ['--run', file]);
    t.deepEqual(
      lines.map(line => line.text),
      [
        'begin Error',
        'write RangeError',
        'digest RangeError',
        'activate Error',
        'rollback Error',
        'begin RangeError',
        'begin RangeError',
        'begin RangeError',
        'begin RangeError',
        'begin TypeError',
        'begin TypeError',
        'begin taken',
        'write RangeError',
        'write TypeError',
        'write taken',
        'digest RangeError',
        'write RangeError',
        'write taken',
        'digest RangeError',
        'activate Error',
        'digest taken',
        'activate taken',
        'activate Error',
      ],
    );
  } finally {
    await bed.dispose();
  }
});
