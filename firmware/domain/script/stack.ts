/**
 * The stacks of one script in bounded memory. An element is one integer that says where its bytes lie: in the
 * transaction, in the outputs that it spends, or among the bytes that the script made itself. So a copy of an element
 * costs four bytes, and the stack of the costliest script a few kilobytes.
 * @module
 */

import { MINIMALDATA } from '../script-flags.js';
import type { ScriptRules } from './rules.js';

/** Where an element's bytes are. */
export const RAW = 0;
export const SPENT = 1;
const MADE = 2;
export type Source = typeof RAW | typeof SPENT;

const OFFSET_BITS = 19;
const OFFSET_MASK = (1 << OFFSET_BITS) - 1;
const LENGTH_MASK = 0x3ff;
const SOURCE_SHIFT = 29;

/** Bytes for what a script makes. */
const MAX_MADE = 8192;
/** Bytes that a script may have made and still need; with more it is too costly to be judged. */
export const MAX_LIVE = 6144;
const FIRST_MADE = 128;
/** -1 and 1 to 16 as bytes: what small pushes and booleans stand for. */
const SMALL = 17;
const MINUS_ONE = 0x81;
const EMPTY = 0;

/** A script needs more memory than it is given. */
export class TooCostly extends Error {
  override readonly name = 'TooCostly';
}

/** One element: `length` below 1,024, `offset` below 2^19. */
export function elementAt(source: Source, offset: number, length: number): number {
  return length === 0 ? EMPTY : (source << SOURCE_SHIFT) | (length << OFFSET_BITS) | offset;
}

export function lengthOf(element: number): number {
  return (element >>> OFFSET_BITS) & LENGTH_MASK;
}

export function offsetOf(element: number): number {
  return element & OFFSET_MASK;
}

/** {@link RAW}, {@link SPENT}, or another number for what the script made. */
export function sourceOf(element: number): number {
  return element >>> SOURCE_SHIFT;
}

export class ScriptStack {
  readonly #raw: Uint8Array;
  readonly #spent: Uint8Array;
  readonly #rules: ScriptRules;
  #made: Uint8Array;
  #used = SMALL;
  #main = new Int32Array(16);
  #size = 0;
  #alternative = new Int32Array(0);
  #alternativeSize = 0;

  /** @param raw @param spent at most 2^19 bytes each, which must not change */
  constructor(raw: Uint8Array, spent: Uint8Array, rules: ScriptRules) {
    this.#raw = raw;
    this.#spent = spent;
    this.#rules = rules;
    this.#made = new Uint8Array(FIRST_MADE);
    for (let i = 1; i < SMALL; i++) this.#made[i] = i;
    this.#made[0] = MINUS_ONE;
  }

  get size(): number {
    return this.#size;
  }

  get alternativeSize(): number {
    return this.#alternativeSize;
  }

  source(source: number): Uint8Array {
    return source === RAW ? this.#raw : source === SPENT ? this.#spent : this.#made;
  }

  /** Everything is gone, what the script made included. */
  clear(): void {
    this.#size = 0;
    this.#alternativeSize = 0;
    this.#used = SMALL;
  }

  /** The alternative stack does not outlive a script. */
  clearAlternative(): void {
    this.#alternativeSize = 0;
  }

  push(element: number): void {
    if (this.#size === this.#main.length) this.#main = grown(this.#main);
    this.#main[this.#size++] = element;
  }

  /** The top is 1. */
  top(depth: number): number {
    return this.#main[this.#size - depth]!;
  }

  setTop(depth: number, element: number): void {
    this.#main[this.#size - depth] = element;
  }

  pop(count = 1): void {
    this.#size -= count;
  }

  /** Takes the element at `depth` out; those above it move down. */
  remove(depth: number): number {
    const at = this.#size - depth;
    const element = this.#main[at]!;
    this.#main.copyWithin(at, at + 1, this.#size);
    this.#size--;
    return element;
  }

  /** Puts an element below the `depth` upper ones. */
  insert(depth: number, element: number): void {
    this.push(element);
    const at = this.#size - 1 - depth;
    this.#main.copyWithin(at + 1, at, this.#size - 1);
    this.#main[at] = element;
  }

  toAlternative(): void {
    if (this.#alternativeSize === this.#alternative.length) this.#alternative = grown(this.#alternative);
    this.#alternative[this.#alternativeSize++] = this.#main[--this.#size]!;
  }

  fromAlternative(): void {
    this.push(this.#alternative[--this.#alternativeSize]!);
  }

  /** The bytes where they lie. Valid until something is pushed. */
  bytes(element: number): Uint8Array {
    const start = element & OFFSET_MASK;
    return this.source(element >>> SOURCE_SHIFT).subarray(start, start + lengthOf(element));
  }

  byte(element: number, index: number): number {
    return this.source(element >>> SOURCE_SHIFT)[(element & OFFSET_MASK) + index]!;
  }

  same(a: number, b: number): boolean {
    if (a === b) return true;
    const length = lengthOf(a);
    if (length !== lengthOf(b)) return false;
    for (let i = 0; i < length; i++) if (this.byte(a, i) !== this.byte(b, i)) return false;
    return true;
  }

  /** CastToBool: zeros, and zeros with the sign at the end, are false. */
  isTrue(element: number): boolean {
    const last = lengthOf(element) - 1;
    for (let i = 0; i <= last; i++) {
      const byte = this.byte(element, i);
      if (byte !== 0) return i < last || byte !== 0x80;
    }
    return false;
  }

  /** An element as a number; undefined when it is longer than `limit` bytes, or not in its shortest form and must be. */
  number(element: number, limit = 4): number | undefined {
    const length = lengthOf(element);
    if (length > limit) return undefined;
    if (length === 0) return 0;
    const last = this.byte(element, length - 1);
    if ((last & 0x7f) === 0 && (length === 1 || !(this.byte(element, length - 2) & 0x80)))
      if (this.#rules.broken(MINIMALDATA, 'scriptnum') !== undefined) return undefined;
    let value = last & 0x7f;
    for (let i = length - 2; i >= 0; i--) value = value * 256 + this.byte(element, i);
    return last & 0x80 ? -value : value;
  }

  pushBoolean(value: boolean): void {
    this.pushNumber(value ? 1 : 0);
  }

  /** @param value an integer of at most 39 bits */
  pushNumber(value: number): void {
    if (value >= -1 && value < SMALL) {
      const small = value < 0 ? 0 : value;
      this.push(value === 0 ? EMPTY : (MADE << SOURCE_SHIFT) | (1 << OFFSET_BITS) | small);
      return;
    }
    let at = this.#room(5);
    const start = at;
    let rest = Math.abs(value);
    for (; rest > 0; rest = Math.floor(rest / 256)) this.#made[at++] = rest % 256;
    if (this.#made[at - 1]! & 0x80) this.#made[at++] = 0;
    if (value < 0) this.#made[at - 1]! |= 0x80;
    this.#pushMade(start, at);
  }

  /** Pushes a copy of bytes that the script made, at most 520. */
  pushMade(bytes: Uint8Array): void {
    const start = this.#room(bytes.length);
    this.#made.set(bytes, start);
    this.#pushMade(start, start + bytes.length);
  }

  #pushMade(start: number, end: number): void {
    this.#used = end;
    this.push((MADE << SOURCE_SHIFT) | ((end - start) << OFFSET_BITS) | start);
  }

  /** Where `length` bytes can be made. */
  #room(length: number): number {
    if (this.#used + length > this.#made.length) {
      this.#compact();
      const needed = this.#used + length;
      // Compacting is rare, since a good part is free after it.
      if (needed > MAX_LIVE) throw new TooCostly('a script makes too many bytes');
      if (needed > this.#made.length / 2 && this.#made.length < MAX_MADE) {
        const more = new Uint8Array(Math.min(MAX_MADE, 2 * this.#made.length + length));
        more.set(this.#made.subarray(0, this.#used));
        this.#made = more;
      }
    }
    return this.#used;
  }

  /** Moves what is still on a stack together. Elements lie whole beside each other, or are copies of each other. */
  #compact(): void {
    const kept: number[] = [];
    for (const [stack, size] of this.#stacks())
      for (let i = 0; i < size; i++) if (isMade(stack[i]!)) kept.push(stack[i]!);
    kept.sort((a, b) => (a & OFFSET_MASK) - (b & OFFSET_MASK));
    const moved = new Map<number, number>();
    let to = SMALL;
    for (const element of kept) {
      if (moved.has(element)) continue;
      const from = element & OFFSET_MASK;
      const length = lengthOf(element);
      this.#made.copyWithin(to, from, from + length);
      moved.set(element, element - from + to);
      to += length;
    }
    for (const [stack, size] of this.#stacks())
      for (let i = 0; i < size; i++) stack[i] = moved.get(stack[i]!) ?? stack[i]!;
    this.#used = to;
  }

  #stacks(): [Int32Array, number][] {
    return [
      [this.#main, this.#size],
      [this.#alternative, this.#alternativeSize],
    ];
  }
}

function isMade(element: number): boolean {
  return element >>> SOURCE_SHIFT === MADE && (element & OFFSET_MASK) >= SMALL;
}

function grown(entries: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(16, 2 * entries.length));
  more.set(entries);
  return more;
}
