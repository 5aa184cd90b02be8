/**
 * Straight-line programs over 32-bit values, each assigned once. A value's origin decides where it can be found again
 * when its register is needed for another: a literal, a word of the frame, or a slot that it is spilled to.
 */

/** Where a value can always be loaded from. */
export type Home =
  | { readonly kind: 'literal'; readonly value: number }
  /** Byte offset from the stack pointer. */
  | { readonly kind: 'frame'; readonly offset: number };

export interface Value {
  readonly id: number;
  /** For the listing: e12, w33, S0. */
  readonly name: string;
  readonly home?: Home;
}

export type Op =
  | { readonly kind: 'xor' | 'and' | 'add'; readonly to: Value; readonly a: Value; readonly b: Value }
  /** Rotation right, logical shift right, addition of a multiple of 256. */
  | { readonly kind: 'ror' | 'srl' | 'addmi'; readonly to: Value; readonly a: Value; readonly amount: number }
  /** A word at a pointer. */
  | { readonly kind: 'load'; readonly to: Value; readonly a: Value; readonly amount: number }
  /** To the frame, at a fixed place. */
  | { readonly kind: 'store'; readonly a: Value; readonly offset: number };

export class Program {
  readonly ops: Op[] = [];
  /** Comment before the op of this index. */
  readonly notes = new Map<number, string>();
  #count = 0;

  value(name: string, home?: Home): Value {
    return home === undefined ? { id: this.#count++, name } : { id: this.#count++, name, home };
  }

  literal(value: number): Value {
    return this.value(`0x${(value >>> 0).toString(16)}`, { kind: 'literal', value: value >>> 0 });
  }

  note(text: string): void {
    this.notes.set(this.ops.length, text);
  }

  binary(kind: 'xor' | 'and' | 'add', name: string, a: Value, b: Value): Value {
    const to = this.value(name);
    this.ops.push({ kind, to, a, b });
    return to;
  }

  /** Literals are folded. */
  xor(name: string, a: Value, b: Value): Value {
    if (a.home?.kind === 'literal' && b.home?.kind === 'literal')
      return this.literal(a.home.value ^ b.home.value);
    return this.binary('xor', name, a, b);
  }

  and = (name: string, a: Value, b: Value): Value => this.binary('and', name, a, b);
  add = (name: string, a: Value, b: Value): Value => this.binary('add', name, a, b);

  unary(kind: 'ror' | 'srl' | 'addmi' | 'load', name: string, a: Value, amount: number): Value {
    const to = this.value(name);
    this.ops.push({ kind, to, a, amount });
    return to;
  }

  store(a: Value, offset: number): void {
    this.ops.push({ kind: 'store', a, offset });
  }
}
