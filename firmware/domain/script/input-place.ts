/**
 * One input of a transaction as signatures see it, and what their hash types mean.
 * @module
 */
export const HASH_ALL = 1;
export const HASH_NONE = 2;
export const HASH_SINGLE = 3;
export const HASH_ANYONECANPAY = 0x80;

/** One input and what belongs to it, as offsets. The walk over the inputs advances it. */
export interface InputPlace {
  index: number;
  /** In the transaction: the outpoint, 36 bytes; the sequence, 4 bytes. */
  outpoint: number;
  sequence: number;
  /** In the transaction: the output of the same number and its end; -1 where there is none. */
  output: number;
  outputEnd: number;
  /** In the spent outputs: the value (8 bytes), the script and its end. */
  value: number;
  script: number;
  scriptEnd: number;
}

/** Where a script that a signature signs is: a part of some bytes. */
export interface ScriptCode {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}
