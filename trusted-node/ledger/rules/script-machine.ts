/**
 * What a script works on while it is executed: stacks, conditions, and what it may ask of its transaction.
 * @module
 */
import * as flag from '../../../firmware/domain/script-flags.js';
import { must } from './script-fault.js';
import { decodeNumber, encodeNumber } from './script-numbers.js';

export type Version = 'base' | 'v0' | 'tapscript';

/** What a script asks about its transaction. */
export interface Checker {
  /** CHECKSIG before taproot. @throws ScriptFault */
  ecdsa(signature: Uint8Array, key: Uint8Array, code: Uint8Array, version: Version): boolean;
  /** The encodings that must be right even where nothing is verified. @throws ScriptFault */
  encodings(signature: Uint8Array, key: Uint8Array, version: Version): void;
  /** The code without the signatures in it. @throws ScriptFault where that is not allowed */
  withoutSignatures(code: Uint8Array, signatures: readonly Uint8Array[]): Uint8Array;
  /** CHECKSIG of tapscript. @throws ScriptFault */
  schnorr(signature: Uint8Array, key: Uint8Array, separator: number): boolean;
  lockTime(lock: bigint): boolean;
  sequence(lock: bigint): boolean;
}

const TRUE = Uint8Array.of(1);
const FALSE = new Uint8Array(0);

export class Machine {
  readonly alternative: Uint8Array[] = [];
  readonly conditions: boolean[] = [];
  count = 0;
  codeStart = 0;
  separator = 0xffffffff;

  constructor(
    readonly stack: Uint8Array[],
    readonly script: Uint8Array,
    readonly version: Version,
    readonly flags: number,
    readonly checker: Checker,
  ) {}

  get minimal(): boolean {
    return (this.flags & flag.MINIMALDATA) !== 0;
  }

  need(count: number): void {
    must(this.stack.length >= count, 'invalid-stack-operation');
  }

  pop(): Uint8Array {
    this.need(1);
    return this.stack.pop()!;
  }

  /** The element that many below the top, which is 1. */
  peek(depth: number): Uint8Array {
    return this.stack[this.stack.length - depth]!;
  }

  number(depth: number, most = 4): bigint {
    return decodeNumber(this.peek(depth), this.minimal, most);
  }

  push(...elements: Uint8Array[]): void {
    this.stack.push(...elements);
  }

  pushNumber(value: bigint): void {
    this.stack.push(encodeNumber(value));
  }

  pushBoolean(value: boolean): void {
    this.stack.push(value ? TRUE : FALSE);
  }

  /** The elements at depths `from` down to `to`, taken out. */
  take(from: number, count: number): Uint8Array[] {
    return this.stack.splice(this.stack.length - from, count);
  }
}
