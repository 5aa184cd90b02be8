/**
 * The Xtensa kernels as text: entry, the programs with registers, loop and way out. See backend_xtensa.c for the
 * contract of the functions.
 *
 * Registers: a1 is the stack pointer throughout, since interrupts use the stack; a0 and a2..a15 hold values. Frame, in
 * bytes from a1: slots, which the schedule fills most (the nearest have short loads), the job's constants, the schedule
 * of several versions, what the loop needs, and the caller's registers.
 */
import { allocate, type Instruction, literalLabel, type Machine } from './allocate.js';
import { firstDigest, firstRounds, firstSchedule, secondHash } from './hashes.js';
import { Program, type Value } from './program.js';
import { K, type Plan, round, roundPair, wordPair } from './sha256.js';

const SLOTS = 0;
const SLOT_COUNT = 24;
/** Words that the caller hands over, in this order (struct mite_xtensa_input). */
const ONE_INPUT = [
  ...indexed('midstate', 8),
  ...indexed('after3', 8),
  ...indexed('kh', 3),
  ...'w16 w17 w18 w19 w31 w32 w33 kw16 kw17 reject w3 end'.split(' '),
];
const MANY_INPUT =
  'w16 w17 w18 w19 w31 w32 w33 kw16 kw17 reject w3 end versions versionsEnd version found'.split(' ');
const INPUT = SLOTS + 4 * SLOT_COUNT;
const SAVED = INPUT + 4 * 31;
const ONE_FRAME = SAVED + 32;
/** Rounds 18..63 of several versions: constant + word. */
const SCHEDULE = SAVED + 32;
const MANY_FRAME = SCHEDULE + 4 * 46;
/** sizeof(struct mite_version), and where its members are. */
const VERSION_BYTES = 80;
const VERSION_OFFSETS: { readonly [name: string]: number } = { midstate: 0, after3: 32, kh: 64 };

const MACHINE: Machine = {
  registers: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0],
  slots: SLOTS,
  slotCount: SLOT_COUNT,
  storeWeight: 0.6,
};

function indexed(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${name}.${i}`);
}

/** Frame words by name, one value each. */
function frameConstants(p: Program, names: readonly string[]): (name: string) => Value {
  const made = new Map<string, Value>();
  return name => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`${name} is no input`);
    const value = made.get(name) ?? p.value(name, { kind: 'frame', offset: INPUT + 4 * index });
    made.set(name, value);
    return value;
  };
}

export interface Kernel {
  readonly text: string;
  /** Instructions of one hash with this many versions. */
  instructions(versions: number): number;
}

class Text {
  readonly lines: string[] = [];
  readonly literals = new Set<number>();

  raw(...lines: string[]): void {
    this.lines.push(...lines);
  }

  body(instructions: readonly Instruction[]): number {
    let count = 0;
    for (const { text, comment } of instructions) {
      if (text === '') this.lines.push('', `  // ${comment}`);
      else {
        count++;
        this.lines.push(comment === '' ? `  ${text}` : `  ${text.padEnd(24)}// ${comment}`);
      }
      const literal = /l32r a\d+, \.Lk([0-9a-f]{8})/.exec(text);
      if (literal) this.literals.add(Number.parseInt(literal[1] ?? '', 16));
    }
    return count;
  }

  /** The function with its literals before it, where l32r reaches them. */
  function(name: string, frame: number, inputs: number): string {
    const local = (text: string) => text.replace(/\.Lk[0-9a-f]{8}/, label => `${label}_${name.slice(-4)}`);
    const saved = [0, 12, 13, 14, 15];
    const size = Math.ceil(frame / 256) * 256; // addmi adds multiples of 256
    return [
      `  MITE_SECTION(${name})`,
      '  .align 4',
      ...[...this.literals].map(
        value => `${local(literalLabel(value))}: .word 0x${value.toString(16).padStart(8, '0')}`,
      ),
      `  .global ${name}`,
      `  .type ${name}, @function`,
      '  .align 4',
      `${name}:`,
      `  MITE_ENTER ${size}`,
      ...saved.map((register, i) => `  s32i a${register}, a1, ${SAVED + 4 * i}`),
      `  s32i a2, a1, ${SAVED + 20}`,
      ...Array.from({ length: inputs }, (_, i) => [
        `  l32i a3, a2, ${4 * i}`,
        `  s32i a3, a1, ${INPUT + 4 * i}`,
      ]).flat(),
      ...this.lines.map(local),
      '.Lleave_' + name + ':',
      ...saved.map((register, i) => `  l32i a${register}, a1, ${SAVED + 4 * i}`),
      `  MITE_LEAVE ${size}`,
      `  .size ${name}, . - ${name}`,
      '',
    ].join('\n');
  }
}

/** One version: tries w3, w3 + 2^24, … until `end`. Returns 1 at the first that may meet the target, else 0. */
export function oneVersion(plan: Plan): Kernel {
  const p = new Program();
  const constant = frameConstants(p, ONE_INPUT);
  const w3 = constant('w3');
  const state = firstRounds(p, plan, constant, w3);
  firstSchedule(p, constant, w3, (t, terms) => roundPair(p, state, plan, t, terms));
  const h7 = secondHash(p, plan, firstDigest(p, constant, state));
  const { instructions, results } = allocate(p, MACHINE, [], [h7]);
  const text = new Text();
  const name = 'mite_xtensa_scan_one';
  const at = (word: string) => INPUT + 4 * ONE_INPUT.indexOf(word);
  const result = results[0]!;
  const other = result === 2 ? 3 : 2;
  text.raw('.Lnext_one:');
  let count = text.body(instructions);
  const tail: Instruction[] = [
    { text: '', comment: 'the early end: does any bit of H7 reject it?' },
    { text: `l32i a${other}, a1, ${at('reject')}`, comment: 'reject' },
    { text: `bnone a${result}, a${other}, .Lfound_one`, comment: '' },
    { text: `l32i a2, a1, ${at('w3')}`, comment: 'w3' },
    { text: `l32r a3, ${literalLabel(1 << 24)}`, comment: 'the next nonce' },
    { text: `l32i a4, a1, ${at('end')}`, comment: 'end' },
    { text: 'add a2, a2, a3', comment: '' },
    { text: `s32i a2, a1, ${at('w3')}`, comment: '' },
    { text: 'beq a2, a4, .Lend_one', comment: '' },
    { text: 'j .Lnext_one', comment: '' },
  ];
  count += text.body(tail);
  text.raw(
    '.Lfound_one:',
    `  l32i a3, a1, ${at('w3')}`,
    `  l32i a4, a1, ${SAVED + 20}`,
    `  s32i a3, a4, ${4 * ONE_INPUT.indexOf('w3')}`,
    '  movi a2, 1',
    `  j .Lleave_${name}`,
    '.Lend_one:',
    '  movi a2, 0',
  );
  return { text: text.function(name, ONE_FRAME, ONE_INPUT.length), instructions: () => count };
}

/** Several versions: the schedule once a nonce, then each version. Returns at the first nonce with a hit: their bits. */
export function manyVersions(plan: Plan): Kernel {
  const name = 'mite_xtensa_scan_many';
  const at = (word: string) => INPUT + 4 * MANY_INPUT.indexOf(word);
  const text = new Text();

  const schedule = new Program();
  const constant = frameConstants(schedule, MANY_INPUT);
  firstSchedule(schedule, constant, constant('w3'), (t, terms) => {
    schedule.note(`words ${t}, ${t + 1}`);
    const words = wordPair(schedule, plan.words, t, terms);
    words.forEach((word, i) => {
      const kw = schedule.add(`kw${t + i}`, word, schedule.literal(K[t + i]!));
      schedule.store(kw, SCHEDULE + 4 * (t + i - 18));
    });
    return words;
  });
  const expanded = allocate(schedule, MACHINE, [], []);

  const p = new Program();
  const frame = frameConstants(p, MANY_INPUT);
  const version = p.value('version', { kind: 'frame', offset: at('version') });
  const made = new Map<string, Value>();
  const member = (word: string): Value => {
    const [group = '', index] = word.split('.');
    const offset = VERSION_OFFSETS[group];
    if (offset === undefined) return frame(word);
    const value = made.get(word) ?? p.unary('load', word, version, offset + 4 * Number(index));
    made.set(word, value);
    return value;
  };
  const state = firstRounds(p, plan, member, frame('w3'));
  for (let t = 18; t < 64; t++) {
    if (t % 2 === 0) p.note(`rounds ${t}, ${t + 1}`);
    const kw = p.value(`kw${t}`, { kind: 'frame', offset: SCHEDULE + 4 * (t - 18) });
    round(p, state, t, t % 2 === 0 ? plan.plainFirst : plan.plainSecond, { adds: [kw] });
  }
  const h7 = secondHash(p, plan, firstDigest(p, member, state));
  const each = allocate(p, MACHINE, [], [h7]);
  const result = each.results[0]!;
  const other = result === 2 ? 3 : 2;

  text.raw('.Lnext_many:');
  const nonce = text.body([
    ...expanded.instructions,
    { text: '', comment: 'each version' },
    { text: `l32i a2, a1, ${at('versions')}`, comment: 'first version' },
    { text: 'movi a3, 0', comment: '' },
    { text: `s32i a3, a1, ${at('found')}`, comment: 'found' },
    { text: `s32i a2, a1, ${at('version')}`, comment: 'version' },
  ]);
  text.raw('.Lversion_many:');
  const one = text.body([
    ...each.instructions,
    { text: '', comment: 'the early end: does any bit of H7 reject it?' },
    { text: `l32i a${other}, a1, ${at('reject')}`, comment: 'reject' },
    { text: `bnone a${result}, a${other}, .Lfound_many`, comment: '' },
  ]);
  text.raw('.Lrejected_many:');
  const step = text.body([
    { text: `l32i a2, a1, ${at('version')}`, comment: 'version' },
    { text: `l32i a3, a1, ${at('versionsEnd')}`, comment: 'end of the versions' },
    { text: `addi a2, a2, ${VERSION_BYTES}`, comment: '' },
    { text: `s32i a2, a1, ${at('version')}`, comment: '' },
    { text: 'beq a2, a3, .Lnonce_many', comment: '' },
    { text: 'j .Lversion_many', comment: '' },
  ]);
  text.raw('.Lnonce_many:');
  const loop = text.body([
    { text: `l32i a5, a1, ${at('found')}`, comment: 'found' },
    { text: `l32i a2, a1, ${at('w3')}`, comment: 'w3' },
    { text: 'bnez a5, .Lhit_many', comment: '' },
    { text: `l32r a3, ${literalLabel(1 << 24)}`, comment: 'the next nonce' },
    { text: `l32i a4, a1, ${at('end')}`, comment: 'end' },
    { text: 'add a2, a2, a3', comment: '' },
    { text: `s32i a2, a1, ${at('w3')}`, comment: '' },
    { text: 'beq a2, a4, .Lend_many', comment: '' },
    { text: 'j .Lnext_many', comment: '' },
  ]);
  text.raw(
    '.Lend_many:',
    '  movi a2, 0',
    `  j .Lleave_${name}`,
    '.Lhit_many:',
    `  l32i a4, a1, ${SAVED + 20}`,
    `  s32i a2, a4, ${4 * MANY_INPUT.indexOf('w3')}`,
    '  mov a2, a5',
    `  j .Lleave_${name}`,
    '  // The bit of this version: its place in the list.',
    '.Lfound_many:',
    `  l32i a2, a1, ${at('version')}`,
    `  l32i a3, a1, ${at('versions')}`,
    `  l32i a4, a1, ${at('found')}`,
    '  movi a5, 1',
    '.Lbit_many:',
    '  beq a2, a3, .Lset_many',
    `  addi a3, a3, ${VERSION_BYTES}`,
    '  slli a5, a5, 1',
    '  j .Lbit_many',
    '.Lset_many:',
    '  or a4, a4, a5',
    `  s32i a4, a1, ${at('found')}`,
    '  j .Lrejected_many',
  );
  const listing = text.function(name, MANY_FRAME, MANY_INPUT.length - 2);
  return { text: listing, instructions: versions => one + step + (nonce + loop) / versions };
}
