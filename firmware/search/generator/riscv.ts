/**
 * firmware/search/riscv/kernel.S: rv32imc.
 *
 * Registers: sp, gp and tp are left alone; all others hold values. x8..x15 have short instructions and are kept for
 * values that are used up at once; state and schedule live in the others. Frame, in bytes from sp: the constants,
 * copied there because loads from sp are the only short ones that reach any register, then slots, what the caller
 * passes, the caller's registers, the schedule of several versions.
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
  amounts: [11, 6, 2, 11, 25, 9],
  at: 0,
  ahead: 0,
  ranks: { S1: 0, S0: 1, s1: 2, s0: 2 },
};
/** No amounts are set here: the paths are only an order in which few values are alive at once, found by trying. */
const PLAN: Plan = {
  pair: {
    amounts: [6, 11, 17, 6, 9, 6, 11, 2, 25, 6, 9, 11, 7, 2, 11, 25],
    at: 9,
    ahead: 2,
    starts: { S1: [25, 25], S0: [undefined, 9], s0: [undefined, 11], s1: [17, 2] },
    ranks: { S1: 2, S0: 0, s1: 3, s0: 2 },
  },
  plain: PLAIN,
  half: [25, 9, 11],
  end: [6, 25, 11, 9, 11, 2, 25, 11, 6, 9, 2],
  words: [
    { ...PLAIN, amounts: [17, 2, 11, 7] },
    { ...PLAIN, amounts: [7, 11, 2, 17] },
  ],
};

const NAMES = [
  ...[
    'zero',
    'ra',
    'sp',
    'gp',
    'tp',
    't0',
    't1',
    't2',
    's0',
    's1',
    'a0',
    'a1',
    'a2',
    'a3',
    'a4',
    'a5',
    'a6',
    'a7',
  ],
  ...['s2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 's11', 't3', 't4', 't5', 't6'],
];
const SAVED_REGISTERS = ['ra', 's0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10', 's11'];

const LITERAL_COUNT = 92;
const SLOTS = 4 * LITERAL_COUNT;
const SLOT_COUNT = 20;
const INPUT = SLOTS + 4 * SLOT_COUNT;
const SAVED = INPUT + 4 * ONE_INPUT.length;
const POINTER = SAVED + 4 * SAVED_REGISTERS.length;
const SCHEDULE = POINTER + 4;
const ONE_FRAME = Math.ceil(SCHEDULE / 16) * 16;
const MANY_FRAME = Math.ceil((SCHEDULE + 4 * SCHEDULE_WORDS) / 16) * 16;

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

/** Constants get their place in the frame in order of first use. */
class Literals {
  readonly values: number[] = [];

  offset(value: number): number {
    let index = this.values.indexOf(value);
    if (index < 0) index = this.values.push(value) - 1;
    if (index >= LITERAL_COUNT) throw new Error('no place for a constant');
    return 4 * index;
  }
}

function machine(literals: Literals): Machine {
  const r = (register: number) => NAMES[register]!;
  return {
    registers: [5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 1],
    shortLived: [8, 9, 10, 11, 12, 13, 14, 15],
    slots: SLOTS,
    slotCount: SLOT_COUNT,
    storeWeight: 0.6,
    sar: false,
    load: (register, offset) => `lw ${r(register)}, ${offset}(sp)`,
    store: (register, offset) => `sw ${r(register)}, ${offset}(sp)`,
    literal: (register, value) => `lw ${r(register)}, ${literals.offset(value)}(sp)`,
    op(kind, to, a, b) {
      if (kind === 'sll' || kind === 'srl') return `${kind}i ${r(to)}, ${r(a)}, ${b}`;
      if (kind === 'addmi') return `addi ${r(to)}, ${r(a)}, ${b}`;
      if (kind === 'load') return `lw ${r(to)}, ${b}(${r(a)})`;
      return `${kind} ${r(to)}, ${r(a)}, ${r(b)}`;
    },
  };
}

function code(name: string, text: Text, literals: Literals, frame: number, inputs: number): string {
  const suffix = name.slice(name.lastIndexOf('_') + 1);
  return [
    '  .section .rodata.mite_riscv, "a"',
    '  .align 2',
    `.Lconstants_${suffix}:`,
    ...literals.values.map(value => `  .word 0x${value.toString(16).padStart(8, '0')}`),
    '',
    `  MITE_SECTION(${name})`,
    `  .global ${name}`,
    `  .type ${name}, @function`,
    '  .align 2',
    `${name}:`,
    `  addi sp, sp, -${frame}`,
    ...SAVED_REGISTERS.map((register, i) => `  sw ${register}, ${SAVED + 4 * i}(sp)`),
    `  sw a0, ${POINTER}(sp)`,
    `  la a1, .Lconstants_${suffix}`,
    '  mv a2, sp',
    `  addi a3, a1, ${4 * literals.values.length}`,
    `.Lcopy_${suffix}:`,
    '  lw a4, 0(a1)',
    '  addi a1, a1, 4',
    '  sw a4, 0(a2)',
    '  addi a2, a2, 4',
    `  bne a1, a3, .Lcopy_${suffix}`,
    ...Array.from({ length: inputs }, (_, i) => [
      `  lw a1, ${4 * i}(a0)`,
      `  sw a1, ${INPUT + 4 * i}(sp)`,
    ]).flat(),
    ...text.lines,
    `.Lleave_${suffix}:`,
    ...SAVED_REGISTERS.map((register, i) => `  lw ${register}, ${SAVED + 4 * i}(sp)`),
    `  addi sp, sp, ${frame}`,
    '  ret',
    `  .size ${name}, . - ${name}`,
    '',
  ].join('\n');
}

function one(): string {
  const frame = layout(ONE_INPUT);
  const literals = new Literals();
  const { instructions, result } = oneVersion(machine(literals), frame, PLAN);
  const h7 = NAMES[result]!;
  const other = h7 === 'a4' ? 'a5' : 'a4';
  const text = new Text();
  text.raw('.Lnext_one:');
  text.body(instructions);
  text.raw(
    '',
    '  // the early end: does any bit of H7 reject it?',
    `  lw ${other}, ${frame.input('reject')}(sp)`,
    `  and ${other}, ${other}, ${h7}`,
    `  lw a0, ${frame.input('w3')}(sp)`,
    `  beqz ${other}, .Lfound_one`,
    `  lw a1, ${frame.input('end')}(sp)`,
    '  lui a2, 0x1000          // the next nonce',
    '  add a0, a0, a2',
    `  sw a0, ${frame.input('w3')}(sp)`,
    '  beq a0, a1, .Lend_one',
    '  j .Lnext_one',
    '.Lfound_one:',
    `  lw a1, ${POINTER}(sp)`,
    `  sw a0, ${4 * ONE_INPUT.indexOf('w3')}(a1)`,
    '  li a0, 1',
    '  j .Lleave_one',
    '.Lend_one:',
    '  li a0, 0',
  );
  return code('mite_assembly_scan_one', text, literals, ONE_FRAME, ONE_INPUT.length);
}

function many(): string {
  const frame = layout([...MANY_INPUT, ...MANY_OWN]);
  const literals = new Literals();
  const target = machine(literals);
  const words = schedule(target, frame, PLAN);
  const { instructions, result } = eachVersion(target, frame, PLAN);
  const h7 = NAMES[result]!;
  const other = h7 === 'a4' ? 'a5' : 'a4';
  const at = (name: string) => `${frame.input(name)}(sp)`;
  const text = new Text();
  text.raw('.Lnext_many:');
  text.body(words);
  text.raw(
    '',
    '  // each version',
    `  lw a0, ${at('versions')}`,
    `  sw zero, ${at('found')}`,
    `  sw a0, ${at('version')}`,
    '.Lversion_many:',
  );
  text.body(instructions);
  text.raw(
    '',
    '  // the early end: does any bit of H7 reject it?',
    `  lw ${other}, ${at('reject')}`,
    `  and ${other}, ${other}, ${h7}`,
    `  beqz ${other}, .Lfound_many`,
    '.Lrejected_many:',
    `  lw a0, ${at('version')}`,
    `  lw a1, ${at('versionsEnd')}`,
    `  addi a0, a0, ${VERSION_BYTES}`,
    `  sw a0, ${at('version')}`,
    '  beq a0, a1, .Lnonce_many',
    '  j .Lversion_many',
    '.Lnonce_many:',
    `  lw a3, ${at('found')}`,
    `  lw a0, ${at('w3')}`,
    '  bnez a3, .Lhit_many',
    `  lw a1, ${at('end')}`,
    '  lui a2, 0x1000          // the next nonce',
    '  add a0, a0, a2',
    `  sw a0, ${at('w3')}`,
    '  beq a0, a1, .Lend_many',
    '  j .Lnext_many',
    '.Lend_many:',
    '  li a0, 0',
    '  j .Lleave_many',
    '.Lhit_many:',
    `  lw a1, ${POINTER}(sp)`,
    `  sw a0, ${4 * MANY_INPUT.indexOf('w3')}(a1)`,
    '  mv a0, a3',
    '  j .Lleave_many',
    '  // The bit of this version: its place in the list.',
    '.Lfound_many:',
    `  lw a0, ${at('version')}`,
    `  lw a1, ${at('versions')}`,
    `  lw a2, ${at('found')}`,
    '  li a3, 1',
    '.Lbit_many:',
    '  beq a0, a1, .Lset_many',
    `  addi a1, a1, ${VERSION_BYTES}`,
    '  slli a3, a3, 1',
    '  j .Lbit_many',
    '.Lset_many:',
    '  or a2, a2, a3',
    `  sw a2, ${at('found')}`,
    '  j .Lrejected_many',
  );
  return code('mite_assembly_scan_many', text, literals, MANY_FRAME, MANY_INPUT.length);
}

const HEAD = `// Made by firmware/search/generator; not to be edited. backend_assembly.c has the contract.
//
// rv32imc: ESP32-C3, ESP32-C6 and relatives. sp, gp and tp keep their meaning throughout and the frame is the
// function's own, so interrupts may come at any time. No heap, no static data but constants.

// Instruction RAM on the chips: no waiting for flash.
#if defined(ESP_PLATFORM)
#define MITE_SECTION(name) .section .iram1.name, "ax"
#else
#define MITE_SECTION(name) .section .text.name, "ax"
#endif
`;

/** The whole file. */
export function riscvListing(): string {
  return [HEAD, one(), many()].join('\n');
}
