/**
 * Reads a job's coinbase in place: two parts with room for the extranonce between them. Nothing is joined and no
 * transaction is built, so it takes the same memory however many outputs there are.
 * @module
 */
import { FormatError } from './bytes.js';
import { MAX_COINBASE_SCRIPT } from './coinbase.js';
import { readHeightPush } from './script.js';
import { MAX_MONEY } from './transaction.js';

/** Exact as a number: below 2^53. */
const ALL_MONEY = Number(MAX_MONEY);
/** version, count of inputs, null outpoint, length of the scriptSig: where the scriptSig begins. */
const SCRIPT_AT = 4 + 1 + 36 + 1;

/** What a job says of its coinbase. */
export interface CoinbaseSource {
  readonly height: number;
  readonly extranonce1: Uint8Array;
  readonly extranonce2Length: number;
  readonly coinbasePrefix: Uint8Array;
  readonly coinbaseSuffix: Uint8Array;
  /** The extranonce may stand outside of the scriptSig. */
  readonly pool?: true;
}

export interface CoinbaseScan {
  /** What its outputs pay, in satoshi: an integer of at most MAX_MONEY. */
  readonly total: number;
  /** What the outputs to the given script pay. */
  readonly owned: number;
  /** The extranonce is one item, pushed right after the height. */
  readonly isPushed: boolean;
}

class Cursor {
  readonly #prefix: Uint8Array;
  readonly #suffix: Uint8Array;
  /** Where the suffix begins, and where it ends. */
  readonly #resume: number;
  readonly #end: number;
  #at = 0;

  constructor(prefix: Uint8Array, gap: number, suffix: Uint8Array) {
    this.#prefix = prefix;
    this.#suffix = suffix;
    this.#resume = prefix.length + gap;
    this.#end = this.#resume + suffix.length;
  }

  get left(): number {
    return this.#end - this.#at;
  }

  u8(): number {
    const at = this.#at;
    if (at >= this.#end) throw new FormatError('truncated');
    this.#at = at + 1;
    if (at < this.#prefix.length) return this.#prefix[at]!;
    // The board rolls these bytes: nothing may depend on them.
    if (at < this.#resume) throw new FormatError('the extranonce stands where a field should');
    return this.#suffix[at - this.#resume]!;
  }

  /** Little-endian, of up to 4 bytes. */
  uint(bytes: number): number {
    let value = 0;
    for (let i = 0, unit = 1; i < bytes; i++, unit *= 256) value += this.u8() * unit;
    return value;
  }

  /** A compact size (ReadCompactSize of Bitcoin Core); longer than 5 bytes, they count nothing that fits into a job. */
  count(): number {
    const first = this.u8();
    if (first < 0xfd) return first;
    if (first === 0xff) throw new FormatError('a length is too large');
    const value = this.uint(first === 0xfd ? 2 : 4);
    if (value < (first === 0xfd ? 0xfd : 0x10000))
      throw new FormatError('a length is not in its shortest form');
    return value;
  }

  money(): number {
    const low = this.uint(4);
    const value = this.uint(4) * 0x1_0000_0000 + low; // may round, far above all money
    if (value > ALL_MONEY) throw new FormatError('an output of more than all money');
    return value;
  }

  skip(count: number): void {
    if (count > this.left) throw new FormatError('truncated');
    this.#at += count;
  }

  /** Skips `length` bytes. @returns whether they equal `other` */
  passes(length: number, other: Uint8Array | undefined): boolean {
    if (length !== other?.length) {
      this.skip(length);
      return false;
    }
    let same = true;
    for (let i = 0; i < length; i++) if (this.u8() !== other[i]) same = false;
    return same;
  }
}

/**
 * Reads the coinbase to its end: one input that spends nothing, without witness, whose scriptSig begins with the height
 * and has the extranonce somewhere after it (a pool's may have it later, in what no field depends on); then the outputs.
 * @param job one that checkJob accepts
 * @param script outputs to it are summed as `owned`; without it, none are
 * @throws FormatError with what is wrong
 */
export function scanCoinbase(job: CoinbaseSource, script?: Uint8Array): CoinbaseScan {
  const { coinbasePrefix: prefix, coinbaseSuffix: suffix } = job;
  const gap = job.extranonce1.length + job.extranonce2Length;
  const cursor = new Cursor(prefix, gap, suffix);
  cursor.skip(4);
  const inputs = cursor.count();
  if (inputs === 0) throw new FormatError('a witness, or no input');
  if (inputs !== 1) throw new FormatError(`${inputs} inputs`);
  let spends = 0;
  for (let i = 0; i < 32; i++) spends |= cursor.u8();
  if (spends !== 0 || cursor.uint(4) !== 0xffffffff) throw new FormatError('spends an output');
  const scriptLength = cursor.count();
  if (scriptLength < 2 || scriptLength > MAX_COINBASE_SCRIPT) {
    throw new FormatError(`a scriptSig of ${scriptLength} bytes`);
  }
  cursor.skip(scriptLength + 4);

  const outputs = cursor.count();
  if (outputs === 0) throw new FormatError('no outputs');
  let total = 0;
  let owned = 0;
  for (let i = 0; i < outputs; i++) {
    const value = cursor.money();
    total += value;
    if (total > ALL_MONEY) throw new FormatError('outputs of more than all money');
    if (cursor.passes(cursor.count(), script)) owned += value;
  }
  cursor.skip(4);
  if (cursor.left !== 0) throw new FormatError(`${cursor.left} bytes too many`);

  const { height, length } = readHeightPush(prefix.subarray(SCRIPT_AT, SCRIPT_AT + scriptLength));
  if (height !== job.height) throw new FormatError(`for height ${height}`);
  if (prefix.length + gap > SCRIPT_AT + scriptLength && !job.pool)
    throw new FormatError('the extranonce is not in the scriptSig');
  const pushAt = SCRIPT_AT + length;
  return { total, owned, isPushed: prefix.length === pushAt + 1 && prefix[pushAt] === gap };
}
