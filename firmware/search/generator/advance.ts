/**
 * Moves loads a little earlier: the cores are in-order and stall when a loaded register is used at once. The allocator
 * loads right before the use; this moves each load up, past unrelated instructions. Counts do not change.
 */
import type { Instruction } from './allocate.js';

/** Instructions between a load and its use, if there is room: a stall is one or two cycles. */
const DISTANCE = 2;

interface Effect {
  readonly load: boolean;
  readonly store: boolean;
  readonly writes: string | undefined;
  readonly reads: readonly string[];
  /** Of a load or store at the stack pointer. */
  readonly place: string | undefined;
}

/** What an instruction of the listing reads and writes, from its text. */
function effect(text: string): Effect {
  const [mnemonic = '', ...rest] = text.split(/[\s,()]+/);
  const load = /^(l32i|l32r|lw)$/.test(mnemonic);
  const store = /^(s32i|sw)$/.test(mnemonic);
  if (mnemonic === 'ssai') return { load, store, writes: undefined, reads: [], place: undefined };
  const place = load || store ? rest.slice(1).join(' ') : undefined;
  return { load, store, writes: store ? undefined : rest[0], reads: store ? rest : rest.slice(1), place };
}

/** May a load be moved before the other? */
function passes(load: Effect, other: Effect): boolean {
  if (other.load) return false;
  const to = load.writes;
  if (to === other.writes || other.reads.includes(to ?? '')) return false;
  if (other.writes !== undefined && load.reads.includes(other.writes)) return false;
  return !(other.store && other.place === load.place);
}

export function advance(instructions: readonly Instruction[]): Instruction[] {
  const out: Instruction[] = [];
  const effects: Effect[] = [];
  for (const instruction of instructions) {
    const own = effect(instruction.text);
    let at = out.length;
    if (own.load)
      for (let moved = 0; moved < DISTANCE && at > 0; at--) {
        if (out[at - 1]!.text === '') continue; // a heading
        if (!passes(own, effects[at - 1]!)) break;
        moved++;
      }
    out.splice(at, 0, instruction);
    effects.splice(at, 0, own);
  }
  return out;
}
