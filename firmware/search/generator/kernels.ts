/**
 * The two kernels as programs: one version, and several over one schedule. A layout says where words are in the frame;
 * a machine says how instructions look.
 */
import { advance } from './advance.js';
import { allocate, type Instruction, type Machine } from './allocate.js';
import { firstHash, firstSchedule, type Plan, secondHash } from './hashes.js';
import { Program, type Value } from './program.js';

/** Words that the caller passes, in this order: struct mite_assembly_one and _many. */
export const ONE_INPUT: readonly string[] = [
  ...indexed('midstate', 8),
  ...indexed('after3', 8),
  ...indexed('kh', 3),
  ...'w16 w17 w18 w19 w31 w32 w33 kw16 kw17 reject w3 end'.split(' '),
];
export const MANY_INPUT: readonly string[] =
  'w16 w17 w18 w19 w31 w32 w33 kw16 kw17 reject w3 end versions versionsEnd'.split(' ');
/** More words of the frame, for several versions. */
export const MANY_OWN: readonly string[] = ['version', 'found'];
/** Schedule words of several versions: constant + W18..W63. */
export const SCHEDULE_WORDS = 46;
/** sizeof(struct mite_version), and where its members are. */
export const VERSION_BYTES = 80;
const VERSION_OFFSETS: { readonly [name: string]: number } = { midstate: 0, after3: 32, kh: 64 };

/** Byte offsets in the frame. */
export interface Layout {
  input(name: string): number;
  /** Of the schedule of several versions. */
  readonly schedule: number;
}

function indexed(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${name}.${i}`);
}

/** Frame words by name, one value each. */
function frameConstants(p: Program, layout: Layout): (name: string) => Value {
  const made = new Map<string, Value>();
  return name => {
    const value = made.get(name) ?? p.value(name, { kind: 'frame', offset: layout.input(name) });
    made.set(name, value);
    return value;
  };
}

/** Instructions, and the register that H7 is left in. */
export interface Body {
  readonly instructions: readonly Instruction[];
  readonly result: number;
}

/** One hash of a job with one version. */
export function oneVersion(machine: Machine, layout: Layout, plan: Plan): Body {
  const p = new Program();
  const constant = frameConstants(p, layout);
  const w3 = constant('w3');
  const h7 = secondHash(p, plan, firstHash(p, plan, constant, w3));
  const { instructions, results } = allocate(p, machine, [], [h7]);
  return { instructions: advance(instructions), result: results[0]! };
}

/** The schedule of a nonce, to the frame. */
export function schedule(machine: Machine, layout: Layout, plan: Plan): readonly Instruction[] {
  const p = new Program();
  const constant = frameConstants(p, layout);
  firstSchedule(p, plan, constant, constant('w3'), (t, kw) => {
    p.store(kw, layout.schedule + 4 * (t - 18));
  });
  return advance(allocate(p, machine, [], []).instructions);
}

/** One hash of one of several versions, over the schedule. */
export function eachVersion(machine: Machine, layout: Layout, plan: Plan): Body {
  const p = new Program();
  const frame = frameConstants(p, layout);
  const version = frame('version');
  const made = new Map<string, Value>();
  const member = (word: string): Value => {
    const [group = '', index] = word.split('.');
    const offset = VERSION_OFFSETS[group];
    if (offset === undefined) return frame(word);
    const value = made.get(word) ?? p.unary('load', word, version, offset + 4 * Number(index));
    made.set(word, value);
    return value;
  };
  const kw = (t: number) => p.value(`kw${t}`, { kind: 'frame', offset: layout.schedule + 4 * (t - 18) });
  const h7 = secondHash(p, plan, firstHash(p, plan, member, frame('w3'), kw));
  const { instructions, results } = allocate(p, machine, [], [h7]);
  return { instructions: advance(instructions), result: results[0]! };
}

/** A listing as it grows: lines, and the literals that they name. */
export class Text {
  readonly lines: string[] = [];

  raw(...lines: string[]): void {
    this.lines.push(...lines);
  }

  body(instructions: readonly Instruction[]): void {
    for (const { text, comment } of instructions) {
      if (text === '') this.lines.push('', `  // ${comment}`);
      else this.lines.push(comment === '' ? `  ${text}` : `  ${text.padEnd(24)}// ${comment}`);
    }
  }
}
