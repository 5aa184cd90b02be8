/**
 * How much work a judgement may be, all inputs together. No transaction that people make comes near; one that was made to
 * hold a board up is not judged.
 * @module
 */
import { TooCostly } from './stack.js';

/** Signatures verified, and curve points added for taproot's commitments. */
export const MAX_SIGNATURE_CHECKS = 400;
/** Operations executed; a hash counts as one more for every 16 bytes. */
export const MAX_OPERATIONS_RUN = 60_000;
/** Bytes hashed for signatures. */
export const MAX_HASHED = 3_000_000;

export class Work {
  #signatures: number;
  #operations: number;
  readonly #hashed: number;

  constructor(signatures = MAX_SIGNATURE_CHECKS, operations = MAX_OPERATIONS_RUN, hashed = MAX_HASHED) {
    this.#signatures = signatures;
    this.#operations = operations;
    this.#hashed = hashed;
  }

  /** A signature is about to be verified, `hashed` bytes having been hashed for all of them. @throws TooCostly */
  signature(hashed: number): void {
    if (--this.#signatures < 0) throw new TooCostly('too many signatures');
    if (hashed > this.#hashed) throw new TooCostly('too many bytes to hash');
  }

  /** @throws TooCostly */
  operations(count: number): void {
    this.#operations -= count;
    if (this.#operations < 0) throw new TooCostly('too many operations');
  }
}
