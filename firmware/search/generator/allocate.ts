/**
 * Allocates registers for a straight-line program in one pass: the value whose next use is farthest gives up its
 * register (Belady). A value that has a home is simply forgotten, any other is first stored to a slot; both are loaded
 * again when needed.
 */
import type { Op, Program, Value } from './program.js';

/** One machine instruction, as `op operands`, with what it does in words. */
export interface Instruction {
  readonly text: string;
  readonly comment: string;
}

/** An instruction set: its registers and how it writes what programs consist of. */
export interface Machine {
  /** Registers that a program may use, in order of preference. */
  readonly registers: readonly number[];
  /** Registers with short instructions, kept for values that are used up within a few operations; may be empty. */
  readonly shortLived: readonly number[];
  /** First byte and number of the slots in the frame. */
  readonly slots: number;
  readonly slotCount: number;
  /** A value with neither home nor slot costs more to give up: its distance counts this much. */
  readonly storeWeight: number;
  /** Rotations take their amount from a register, SAR; otherwise they are two shifts and an or. */
  readonly sar: boolean;
  load(register: number, offset: number): string;
  store(register: number, offset: number): string;
  literal(register: number, value: number): string;
  /** `b` is a register or, for ror, srl, addmi and load, a number. */
  op(kind: Exclude<Op['kind'], 'store'> | 'sll' | 'or', to: number, a: number, b: number): string;
}

/** Operations within which a short-lived value is used up. */
const SHORT = 8;

export interface Listing {
  readonly instructions: Instruction[];
  readonly slotsUsed: number;
  /** Register of each value that is wanted at the end. */
  readonly results: number[];
}

const NEVER = Number.POSITIVE_INFINITY;

function operands(op: Op): Value[] {
  return op.kind === 'xor' || op.kind === 'and' || op.kind === 'add' ? [op.a, op.b] : [op.a];
}

/** @param inputs values in registers at the start. @param results values wanted in registers at the end. */
export function allocate(
  program: Program,
  machine: Machine,
  inputs: readonly (readonly [Value, number])[],
  results: readonly Value[],
): Listing {
  const { ops } = program;
  const uses = new Map<number, number[]>();
  const use = (value: Value, at: number) => {
    const list = uses.get(value.id);
    if (list) list.push(at);
    else uses.set(value.id, [at]);
  };
  ops.forEach((op, at) => {
    for (const value of operands(op)) use(value, at);
  });
  for (const value of results) use(value, ops.length);

  const out: Instruction[] = [];
  const inRegister = new Map<number, number>();
  const holder = new Map<number, Value>();
  const slotOf = new Map<number, number>();
  /** When a register was last written or given up. */
  const touched = new Map<number, number>();
  const rested = (register: number) => touched.get(register) ?? -1;
  const freeSlots = Array.from({ length: machine.slotCount }, (_, i) => machine.slots + 4 * i).reverse();
  let slotsUsed = 0;
  let sar = -1;

  const emit = (text: string, comment = '') => out.push({ text, comment });
  const nextUse = (value: Value, from: number): number => {
    const list = uses.get(value.id);
    while (list && list.length > 0 && list[0]! < from) list.shift();
    return list?.[0] ?? NEVER;
  };
  const lastUse = (value: Value): number => uses.get(value.id)?.at(-1) ?? NEVER;
  const forget = (value: Value) => {
    const register = inRegister.get(value.id);
    if (register !== undefined) {
      holder.delete(register);
      touched.set(register, out.length);
    }
    inRegister.delete(value.id);
  };
  const release = (value: Value, at: number) => {
    if (nextUse(value, at + 1) !== NEVER) return;
    forget(value);
    const slot = slotOf.get(value.id);
    if (slot !== undefined) freeSlots.push(slot);
    slotOf.delete(value.id);
  };
  const hold = (value: Value, register: number) => {
    inRegister.set(value.id, register);
    holder.set(register, value);
    touched.set(register, out.length);
  };
  const pick = (at: number, keep: readonly Value[], short = true, busy = -1): number => {
    // The free register that has been idle longest: a load into it can be moved up (advance.ts).
    for (const group of short
      ? [machine.shortLived, machine.registers]
      : [machine.registers, machine.shortLived]) {
      const free = group.filter(register => !holder.has(register) && register !== busy);
      if (free.length > 0) return free.reduce((a, b) => (rested(b) < rested(a) ? b : a));
    }
    let best: Value | undefined;
    let bestScore = -1;
    for (const value of holder.values()) {
      if (keep.includes(value) || inRegister.get(value.id) === busy) continue;
      const distance = nextUse(value, at) - at;
      const cheap = value.home !== undefined || slotOf.has(value.id);
      const score = cheap ? distance : distance * machine.storeWeight;
      if (score > bestScore) {
        best = value;
        bestScore = score;
      }
    }
    if (best === undefined) throw new Error('no register left');
    const register = inRegister.get(best.id)!;
    if (best.home === undefined && !slotOf.has(best.id)) {
      const slot = freeSlots.pop();
      if (slot === undefined) throw new Error('no slot left');
      slotsUsed = Math.max(slotsUsed, machine.slotCount - freeSlots.length);
      slotOf.set(best.id, slot);
      emit(machine.store(register, slot), best.name);
    }
    forget(best);
    return register;
  };
  const ensure = (value: Value, at: number, keep: readonly Value[]): number => {
    const there = inRegister.get(value.id);
    if (there !== undefined) return there;
    const register = pick(at, keep);
    if (value.home?.kind === 'literal') emit(machine.literal(register, value.home.value));
    else {
      const offset = value.home?.offset ?? slotOf.get(value.id);
      if (offset === undefined) throw new Error(`${value.name} was lost`);
      emit(machine.load(register, offset), value.name);
    }
    hold(value, register);
    return register;
  };

  for (const [value, register] of inputs) hold(value, register);
  ops.forEach((op, at) => {
    const note = program.notes.get(at);
    if (note !== undefined) out.push({ text: '', comment: note });
    const needed = operands(op);
    const sources = needed.map(value => ensure(value, at, needed));
    for (const value of needed) release(value, at);
    if (op.kind === 'store') {
      emit(machine.store(sources[0]!, op.offset), op.a.name);
      return;
    }
    // A result that nothing uses would be a mistake of the program.
    if (nextUse(op.to, at + 1) === NEVER) throw new Error(`${op.to.name} is not used`);
    const [a, b] = sources as [number, number];
    const name = op.to.name;
    if (op.kind === 'ror' && machine.sar && op.amount !== sar) {
      emit(`ssai ${op.amount}`);
      sar = op.amount;
    }
    // A source that is used up may give its register to the result.
    const own = sources.find(register => !holder.has(register));
    const short = lastUse(op.to) - at <= SHORT;
    const fits =
      own !== undefined && (machine.shortLived.length === 0 || machine.shortLived.includes(own) === short);
    const to = fits ? own : pick(at + 1, [], short);
    hold(op.to, to);
    if (op.kind === 'ror' && !machine.sar) {
      const other = pick(at + 1, [op.to], true, a);
      const parts = [machine.op('sll', other, a, 32 - op.amount), machine.op('srl', to, a, op.amount)];
      for (const part of parts) emit(part, name);
      emit(machine.op('or', to, to, other), name);
    } else emit(machine.op(op.kind, to, a, 'amount' in op ? op.amount : b), name);
  });
  const registers = results.map(value => ensure(value, ops.length, results));
  return { instructions: out, slotsUsed, results: registers };
}
