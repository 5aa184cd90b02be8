/**
 * firmware/search/xtensa/kernel.S.
 *
 * Registers: a1 is the stack pointer throughout, since interrupts use the stack; a0 and a2..a15 hold values. Frame, in
 * bytes from a1: slots, mostly filled by the schedule (the nearest have short loads), what the caller passes, the
 * caller's registers, the schedule of several versions.
 */
import type { Machine } from './allocate.js';
import type { Plan } from './hashes.js';
import {
  eachVersion,
  type Layout,
  MANY_INPUT,
  MANY_OWN,
  ONE_INPUT,
  oneVersion,
  SCHEDULE_WORDS,
  schedule,
  Text,
  VERSION_BYTES,
} from './kernels.js';
import type { Path } from './rounds.js';

const PLAIN: Path = {
  amounts: [6, 2, 11, 25, 9, 11],
  at: 0,
  ahead: 0,
  ranks: { S1: 0, S0: 1, s1: 2, s0: 2 },
};

/**
 * The paths: a pair of rounds goes from 6 to 25 and back with S1, from 2 to 9 and back with S0, and both meet at 11:
 * six amounts. Words add 7 and 17. They begin at the end of the previous pair, and the two go opposite ways: the second
 * starts with 7, where the first ends, so that few of their unfinished sums are alive at once.
 *
 * Found by trying some 200,000 paths, starts and ranks, a few changes at a time (hill climbing that at first accepts a
 * little worse); 100,000 more from here gave none shorter. Any path gives a correct program or an error: only its
 * length is at stake, and the counts of host-tests/kernels guard that.
 */
export const PLAN: Plan = {
  pair: {
    amounts: [17, 6, 11, 9, 7, 25, 11, 6, 2],
    at: 7,
    ahead: 2,
    starts: { S1: [6, undefined], S0: [2, 9], s0: [undefined, 7], s1: [undefined, 2] },
    ranks: { S1: 1, S0: 1, s1: 2, s0: 2 },
  },
  plain: PLAIN,
  half: [25, 9, 11],
  end: [6, 25, 11, 9, 11, 2],
  words: [
    { ...PLAIN, amounts: [17, 2, 11, 7] },
    { ...PLAIN, amounts: [7, 11, 2, 17] },
  ],
};

const SLOTS = 0;
const SLOT_COUNT = 24;
const INPUT = SLOTS + 4 * SLOT_COUNT;
const SAVED = INPUT + 4 * ONE_INPUT.length;
const SAVED_REGISTERS = [0, 12, 13, 14, 15];
/** The caller's input, after its registers. */
const POINTER = SAVED + 4 * SAVED_REGISTERS.length;
const SCHEDULE = POINTER + 12;
const FRAME = 512;
if (SCHEDULE + 4 * SCHEDULE_WORDS > FRAME) throw new Error('the frame is too small');

function layout(names: readonly string[]): Layout {
  return {
    input(name) {
      const index = names.indexOf(name);
      if (index < 0) throw new Error(`${name} is no input`);
      return INPUT + 4 * index;
    },
    schedule: SCHEDULE,
  };
}

const MACHINE: Machine = {
  registers: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0],
  shortLived: [],
  slots: SLOTS,
  slotCount: SLOT_COUNT,
  storeWeight: 0.5,
  sar: true,
  load: (register, offset) => `l32i a${register}, a1, ${offset}`,
  store: (register, offset) => `s32i a${register}, a1, ${offset}`,
  literal: (register, value) => `l32r a${register}, .Lk${hex(value)}`,
  op(kind, to, a, b) {
    if (kind === 'ror') return `src a${to}, a${a}, a${a}`;
    if (kind === 'srl') return b < 16 ? `srli a${to}, a${a}, ${b}` : `extui a${to}, a${a}, ${b}, ${32 - b}`;
    if (kind === 'addmi') return `addmi a${to}, a${a}, ${b}`;
    if (kind === 'load') return `l32i a${to}, a${a}, ${b}`;
    return `${kind} a${to}, a${a}, a${b}`;
  },
};

const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');

/** A function with its literals before it, where l32r reaches them. */
function code(name: string, text: Text, inputs: number): string {
  const suffix = name.slice(name.lastIndexOf('_') + 1);
  const lines = text.lines.map(line => line.replace(/\.Lk[0-9a-f]{8}/, label => `${label}_${suffix}`));
  const literals = new Set(text.lines.flatMap(line => /\.Lk([0-9a-f]{8})/.exec(line)?.[1] ?? []));
  return [
    `  MITE_SECTION(${name})`,
    '  .align 4',
    ...[...literals].map(value => `.Lk${value}_${suffix}: .word 0x${value}`),
    `  .global ${name}`,
    `  .type ${name}, @function`,
    '  .align 4',
    `${name}:`,
    `  MITE_ENTER ${FRAME}`,
    ...SAVED_REGISTERS.map((register, i) => `  s32i a${register}, a1, ${SAVED + 4 * i}`),
    `  s32i a2, a1, ${POINTER}`,
    ...Array.from({ length: inputs }, (_, i) => [
      `  l32i a3, a2, ${4 * i}`,
      `  s32i a3, a1, ${INPUT + 4 * i}`,
    ]).flat(),
    ...lines,
    `.Lleave_${suffix}:`,
    ...SAVED_REGISTERS.map((register, i) => `  l32i a${register}, a1, ${SAVED + 4 * i}`),
    `  MITE_LEAVE ${FRAME}`,
    `  .size ${name}, . - ${name}`,
    '',
  ].join('\n');
}

function one(): string {
  const frame = layout(ONE_INPUT);
  const { instructions, result } = oneVersion(MACHINE, frame, PLAN);
  const other = result === 2 ? 3 : 2;
  const text = new Text();
  text.raw('.Lnext_one:');
  text.body(instructions);
  text.raw(
    '',
    '  // the early end: does any bit of H7 reject it?',
    `  l32i a${other}, a1, ${frame.input('reject')}`,
    `  bnone a${result}, a${other}, .Lfound_one`,
    `  l32i a2, a1, ${frame.input('w3')}`,
    '  l32r a3, .Lk01000000',
    `  l32i a4, a1, ${frame.input('end')}`,
    '  add a2, a2, a3          // the next nonce',
    `  s32i a2, a1, ${frame.input('w3')}`,
    '  beq a2, a4, .Lend_one',
    '  j .Lnext_one',
    '.Lfound_one:',
    `  l32i a3, a1, ${frame.input('w3')}`,
    `  l32i a4, a1, ${POINTER}`,
    `  s32i a3, a4, ${4 * ONE_INPUT.indexOf('w3')}`,
    '  movi a2, 1',
    '  j .Lleave_one',
    '.Lend_one:',
    '  movi a2, 0',
  );
  return code('mite_assembly_scan_one', text, ONE_INPUT.length);
}

function many(): string {
  const frame = layout([...MANY_INPUT, ...MANY_OWN]);
  const { instructions, result } = eachVersion(MACHINE, frame, PLAN);
  const other = result === 2 ? 3 : 2;
  const at = (name: string) => `a1, ${frame.input(name)}`;
  const text = new Text();
  text.raw('.Lnext_many:');
  text.body(schedule(MACHINE, frame, PLAN));
  text.raw(
    '',
    '  // each version',
    `  l32i a2, ${at('versions')}`,
    '  movi a3, 0',
    `  s32i a3, ${at('found')}`,
    `  s32i a2, ${at('version')}`,
    '.Lversion_many:',
  );
  text.body(instructions);
  text.raw(
    '',
    '  // the early end: does any bit of H7 reject it?',
    `  l32i a${other}, ${at('reject')}`,
    `  bnone a${result}, a${other}, .Lfound_many`,
    '.Lrejected_many:',
    `  l32i a2, ${at('version')}`,
    `  l32i a3, ${at('versionsEnd')}`,
    `  addi a2, a2, ${VERSION_BYTES}`,
    `  s32i a2, ${at('version')}`,
    '  beq a2, a3, .Lnonce_many',
    '  j .Lversion_many',
    '.Lnonce_many:',
    `  l32i a5, ${at('found')}`,
    `  l32i a2, ${at('w3')}`,
    '  bnez a5, .Lhit_many',
    '  l32r a3, .Lk01000000',
    `  l32i a4, ${at('end')}`,
    '  add a2, a2, a3          // the next nonce',
    `  s32i a2, ${at('w3')}`,
    '  beq a2, a4, .Lend_many',
    '  j .Lnext_many',
    '.Lend_many:',
    '  movi a2, 0',
    '  j .Lleave_many',
    '.Lhit_many:',
    `  l32i a4, a1, ${POINTER}`,
    `  s32i a2, a4, ${4 * MANY_INPUT.indexOf('w3')}`,
    '  mov a2, a5',
    '  j .Lleave_many',
    '  // The bit of this version: its place in the list.',
    '.Lfound_many:',
    `  l32i a2, ${at('version')}`,
    `  l32i a3, ${at('versions')}`,
    `  l32i a4, ${at('found')}`,
    '  movi a5, 1',
    '.Lbit_many:',
    '  beq a2, a3, .Lset_many',
    `  addi a3, a3, ${VERSION_BYTES}`,
    '  slli a5, a5, 1',
    '  j .Lbit_many',
    '.Lset_many:',
    '  or a4, a4, a5',
    `  s32i a4, ${at('found')}`,
    '  j .Lrejected_many',
  );
  return code('mite_assembly_scan_many', text, MANY_INPUT.length);
}

const HEAD = `// Made by firmware/search/generator; not to be edited. backend_assembly.c has the contract.
//
// Xtensa with code density, src and ssai; no loops, no multiplication: ESP8266 (call0), ESP32, ESP32-S2, ESP32-S3
// (windowed). a1 is the stack pointer throughout and the frame is the function's own, so interrupts and window
// overflows may come at any time; a0 and a2..a15 hold values. No heap, no static data but literals.

#if defined(__XTENSA_WINDOWED_ABI__)
  .macro MITE_ENTER size
#if defined(MITE_XTENSA_BYTES)
  // entry a1, size, for an assembler that does not know it
  .byte 0x36, 0x01 | (((\\size / 8) & 0xf) << 4), (\\size / 8) >> 4
#else
  entry a1, \\size
#endif
  .endm
  .macro MITE_LEAVE size
#if defined(MITE_XTENSA_BYTES)
  .byte 0x1d, 0xf0
#else
  retw.n
#endif
  .endm
#else
  .macro MITE_ENTER size
  addmi a1, a1, -\\size
  .endm
  .macro MITE_LEAVE size
  addmi a1, a1, \\size
  ret
  .endm
#endif

// Instruction RAM on the chips: no waiting for flash.
#if defined(ESP_PLATFORM)
#define MITE_SECTION(name) .section .iram1.name, "ax"
#else
#define MITE_SECTION(name) .section .text.name, "ax"
#endif
`;

/** The whole file. */
export function xtensaListing(): string {
  return [HEAD, one(), many()].join('\n');
}
