/**
 * The witness of one input, and what a script in it begins and ends with.
 * @module
 */

import { WITNESS_LIMITS } from '../script-flags.js';
import { Cursor } from '../transaction-view.js';
import type { SpendContext, WitnessItem } from './context.js';
import { MAX_ELEMENT, MAX_STACK } from './opcodes.js';
import { elementAt, RAW } from './stack.js';

/** The first `count` items as the stack that a witness script begins with. */
export function pushWitness(context: SpendContext, count: number): string | undefined {
  const { stack } = context;
  if (count > MAX_STACK) return 'stack-size';
  const items = new WitnessItems(context);
  for (let i = 0; i < count; i++) {
    const { start, end } = items.next();
    if (end - start > MAX_ELEMENT) return 'push-size';
    stack.push(elementAt(RAW, start, end - start));
  }
  return undefined;
}

/** The first `count` items and the script must not be longer than Bitcoin Core relays (IsWitnessStandard). */
export function witnessLimitFault(
  context: SpendContext,
  count: number,
  scriptLength: number,
  limits: { readonly items: number; readonly item: number; readonly script: number },
): string | undefined {
  let within = count <= limits.items && scriptLength <= limits.script;
  const items = new WitnessItems(context);
  for (let i = 0; i < count && within; i++) {
    const { start, end } = items.next();
    within = end - start <= limits.item;
  }
  return within ? undefined : context.rules.broken(WITNESS_LIMITS, 'bad-witness-nonstandard');
}

/** What a witness script must leave: one element that is true. */
export function finalFault({ stack }: SpendContext): string | undefined {
  if (stack.size !== 1) return 'cleanstack';
  return stack.isTrue(stack.top(1)) ? undefined : 'eval-false';
}

/** Goes through the items of one input's witness. */
export class WitnessItems {
  readonly #cursor: Cursor;

  constructor({ view, witness, witnessEnd }: SpendContext) {
    this.#cursor = new Cursor(view.bytes, witness, witnessEnd);
  }

  next(): WitnessItem {
    const head = this.#cursor.at;
    const start = this.#cursor.block();
    return { head, start, end: this.#cursor.at };
  }

  /** The item of this number, counted from the next one. */
  skipTo(number: number): WitnessItem {
    for (let i = 0; i < number; i++) this.#cursor.block();
    return this.next();
  }
}

export function sameBytes(a: Uint8Array, b: Uint8Array, at: number): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[at + i]) return false;
  return true;
}
