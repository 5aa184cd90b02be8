/**
 * Registers for a straight-line program, in one pass: whose next use is farthest gives its register up (Belady). A value
 * that has a home is only forgotten, another is first stored to a slot; both are loaded again when they are needed.
 */
import type { Op, Program, Value } from './program.js';

/** One machine instruction, as `op operands`, with what it does in words. */
export interface Instruction {
  readonly text: string;
  readonly comment: string;
}

export interface Machine {
  /** Registers that a program may use, in the order of preference. */
  readonly registers: readonly number[];
  /** First byte and number of the slots in the frame. */
  readonly slots: number;
  readonly slotCount: number;
  /** How much more a value without home or slot costs to give up: its distance counts this much. */
  readonly storeWeight: number;
}

export interface Listing {
  readonly instructions: Instruction[];
  readonly slotsUsed: number;
  /** Register of each value that was asked for at the end. */
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
  const freeSlots = Array.from({ length: machine.slotCount }, (_, i) => machine.slots + 4 * i).reverse();
  let slotsUsed = 0;
  let sar = -1;

  const emit = (text: string, comment = '') => out.push({ text, comment });
  const nextUse = (value: Value, from: number): number => {
    const list = uses.get(value.id);
    while (list && list.length > 0 && list[0]! < from) list.shift();
    return list?.[0] ?? NEVER;
  };
  const forget = (value: Value) => {
    const register = inRegister.get(value.id);
    if (register !== undefined) holder.delete(register);
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
  };
  const pick = (at: number, keep: readonly Value[]): number => {
    const free = machine.registers.find(register => !holder.has(register));
    if (free !== undefined) return free;
    let best: Value | undefined;
    let bestScore = -1;
    for (const value of holder.values()) {
      if (keep.includes(value)) continue;
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
      emit(`s32i a${register}, a1, ${slot}`, best.name);
    }
    forget(best);
    return register;
  };
  const ensure = (value: Value, at: number, keep: readonly Value[]): number => {
    const there = inRegister.get(value.id);
    if (there !== undefined) return there;
    const register = pick(at, keep);
    if (value.home?.kind === 'literal') emit(`l32r a${register}, ${literalLabel(value.home.value)}`);
    else {
      const offset = value.home?.offset ?? slotOf.get(value.id);
      if (offset === undefined) throw new Error(`${value.name} was lost`);
      emit(`l32i a${register}, a1, ${offset}`, value.name);
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
      emit(`s32i a${sources[0]}, a1, ${op.offset}`, op.a.name);
      return;
    }
    // A result that nothing uses would be a mistake of the program.
    if (nextUse(op.to, at + 1) === NEVER) throw new Error(`${op.to.name} is not used`);
    if (op.kind === 'ror' && op.amount !== sar) {
      emit(`ssai ${op.amount}`);
      sar = op.amount;
    }
    // A source may give its register up to the result.
    const to = pick(at + 1, []);
    hold(op.to, to);
    const [a, b] = sources;
    if (op.kind === 'ror') emit(`src a${to}, a${a}, a${a}`, op.to.name);
    else if (op.kind === 'srl')
      emit(
        op.amount < 16
          ? `srli a${to}, a${a}, ${op.amount}`
          : `extui a${to}, a${a}, ${op.amount}, ${32 - op.amount}`,
        op.to.name,
      );
    else if (op.kind === 'addmi') emit(`addmi a${to}, a${a}, ${op.amount}`, op.to.name);
    else if (op.kind === 'load') emit(`l32i a${to}, a${a}, ${op.amount}`, op.to.name);
    else emit(`${op.kind} a${to}, a${a}, a${b}`, op.to.name);
  });
  const registers = results.map(value => ensure(value, ops.length, results));
  return { instructions: out, slotsUsed, results: registers };
}

export function literalLabel(value: number): string {
  return `.Lk${(value >>> 0).toString(16).padStart(8, '0')}`;
}
