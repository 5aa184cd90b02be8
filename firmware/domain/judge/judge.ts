/**
 * Whether an offered transaction may spend what it spends: its form, its amounts and its scripts, in the order of
 * Bitcoin Core (CheckTransaction, CheckTxInputs, VerifyScript), by the rules of today's blocks. It is a second opinion on
 * the ledger's rules, so it shares nothing but constants with them.
 *
 * Valid is what a block may have in it. Whether Bitcoin Core would also relay it is said beside: that is stricter, and
 * not a rule (low S, compressed keys, no operation whose meaning is still open). Stricter than a block's rules is one
 * thing only: no transaction that could pass for an inner node of a merkle tree (CVE-2017-12842).
 *
 * A board knows nothing beyond the offer: it takes the node's word that the outputs exist, are unspent, mature and of
 * this value (signatures in witnesses cover the values, so a wrong one invalidates them; older ones do not), and the
 * chain's that lock times have passed.
 * @module
 */
import type { Verdict } from '../attestation.js';
import { FormatError } from '../bytes.js';
import type { Curve } from '../curve.js';
import { ScriptRules } from '../script/rules.js';
import { scratchLength } from '../script/signature-hash.js';
import { CONSENSUS, POLICY, WITNESS_LIMITS } from '../script-flags.js';
import { MAX_BLOCK_SIGOPS_COST, MAX_MONEY, MIN_STRIPPED_LENGTH, WITNESS_SCALE } from '../transaction.js';
import {
  Cursor,
  hasRepeatedOutpoint,
  isNullOutpoint,
  strippedLength,
  type TransactionView,
  u32At,
  viewTransaction,
  viewTxid,
  viewWeight,
  viewWtxid,
} from '../transaction-view.js';
import { InputWalk, TOO_COSTLY } from './input-walk.js';
import { relayFault } from './relay.js';

/** Transaction and spent outputs together, in bytes; a longer offer is not judged. */
export const MAX_JUDGED = 16_384;

/** Exact as a number: below 2^53. */
const ALL_MONEY = Number(MAX_MONEY);

/** A transaction with the outputs that it spends, as the node states them. */
export interface OfferedTransaction {
  /** Serialised, with its witness. */
  readonly raw: Uint8Array;
  /** One output for each input, in their order: value (8 bytes, little-endian), length of the script (2 bytes), script. */
  readonly spent: Uint8Array;
}

export interface Judgement {
  readonly verdict: Verdict;
  /**
   * 'ok' when valid; else in Bitcoin Core's words where it has some, as the table of protocol/mite/verdict.ts
   * has them.
   */
  readonly reason: string;
  /** Of a valid one: why Bitcoin Core would not relay it ({@link ScriptRules}, relay.ts); undefined when it would. */
  readonly policy: string | undefined;
  /** 32 bytes each, internal order; zeros when the bytes are no transaction. */
  readonly txid: Uint8Array;
  readonly wtxid: Uint8Array;
  /** Satoshi; 0 when the amounts are wrong or not known. */
  readonly fee: bigint;
  /** Weight units (BIP141); 0 when the bytes are no transaction. */
  readonly weight: number;
}

/** Judges at once. Never throws on bytes. */
export function judge(offer: OfferedTransaction, curve: Curve): Judgement {
  const judging = new Judging(offer, curve);
  for (;;) {
    const judgement = judging.step();
    if (judgement !== undefined) return judgement;
  }
}

/** One judgement in steps: form and amounts first, then a signature or so each, so that none holds up a board for long. */
export class Judging {
  readonly #offer: OfferedTransaction;
  readonly #curve: Curve;
  #txid: Uint8Array = new Uint8Array(32);
  #wtxid = this.#txid;
  #weight = 0;
  #fee = 0;
  #inputs: InputWalk | undefined;
  readonly #rules = new ScriptRules(CONSENSUS, POLICY | WITNESS_LIMITS);

  /** The offer's bytes must not change until the judgement. */
  constructor(offer: OfferedTransaction, curve: Curve) {
    this.#offer = offer;
    this.#curve = curve;
  }

  /** One step; returns the judgement if it was the last one. Must not be called after that. */
  step(): Judgement | undefined {
    if (this.#inputs === undefined) return this.#begin();
    const fault = this.#inputs.step();
    if (fault === TOO_COSTLY) return this.#end('not-judged', fault);
    if (fault !== undefined) return this.#end('invalid', fault);
    return this.#inputs.done ? this.#end('valid', 'ok') : undefined;
  }

  #end(verdict: Verdict, reason: string): Judgement {
    return {
      verdict,
      reason,
      policy: verdict === 'valid' ? this.#rules.policy : undefined,
      txid: this.#txid,
      wtxid: this.#wtxid,
      fee: BigInt(this.#fee),
      weight: this.#weight,
    };
  }

  #begin(): Judgement | undefined {
    const { raw, spent } = this.#offer;
    if (raw.length + spent.length > MAX_JUDGED) return this.#end('not-judged', 'tx-too-large');
    const view = viewWhole(raw);
    if (view === undefined) return this.#end('invalid', 'tx-decode');
    const scratch = new Uint8Array(scratchLength(raw, spent));
    this.#txid = viewTxid(view, scratch);
    this.#wtxid = view.extended ? viewWtxid(view) : this.#txid;
    this.#weight = viewWeight(view);
    const fault = formFault(view);
    if (fault !== undefined) return this.#end('invalid', fault);
    const fee = feeOf(view, spent);
    if (typeof fee === 'string') return this.#end(fee === 'spent-count' ? 'not-judged' : 'invalid', fee);
    this.#fee = fee;
    this.#rules.policy = relayFault(view);
    this.#inputs = new InputWalk(view, spent, scratch, this.#rules, this.#curve);
    return undefined;
  }
}

function viewWhole(raw: Uint8Array): TransactionView | undefined {
  try {
    const view = viewTransaction(raw);
    return view.end === raw.length ? view : undefined;
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

/** CheckTransaction of Bitcoin Core (consensus/tx_check.cpp) and the bounds above; what is wrong, or undefined. */
function formFault(view: TransactionView): string | undefined {
  const { bytes, inputs, inputCount } = view;
  const outputs = outputsFault(view);
  if (outputs !== undefined) return outputs;
  if (hasRepeatedOutpoint(view)) return 'bad-txns-inputs-duplicate';
  const cursor = new Cursor(bytes, inputs);
  let sigops = 0;
  for (let i = 0; i < inputCount; i++) {
    if (isNullOutpoint(bytes, cursor.skip(36)))
      return inputCount === 1 ? 'coinbase' : 'bad-txns-prevout-null';
    sigops += sigopsAt(bytes, cursor.block(), cursor.at);
    cursor.skip(4);
  }
  cursor.at = view.outputs;
  for (let i = 0; i < view.outputCount; i++) {
    cursor.skip(8);
    sigops += sigopsAt(bytes, cursor.block(), cursor.at);
  }
  if (sigops * WITNESS_SCALE > MAX_BLOCK_SIGOPS_COST) return 'bad-blk-sigops';
  return strippedLength(view) < MIN_STRIPPED_LENGTH ? 'tx-size-small' : undefined;
}

function outputsFault({ bytes, outputs, outputCount }: TransactionView): string | undefined {
  const cursor = new Cursor(bytes, outputs);
  let total = 0;
  for (let i = 0; i < outputCount; i++) {
    const value = cursor.amount();
    if (bytes[cursor.at - 1]! & 0x80) return 'bad-txns-vout-negative';
    if (value > ALL_MONEY) return 'bad-txns-vout-toolarge';
    total += value;
    if (total > ALL_MONEY) return 'bad-txns-txouttotal-toolarge';
    cursor.block();
  }
  return undefined;
}

/** Legacy signature operations of a script: CScript::GetSigOpCount(false), where a truncated push ends the count. */
function sigopsAt(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; ) {
    const op = bytes[at++]!;
    if (op <= 0x4b) at += op;
    else if (op === 0x4c) at += 1 + bytes[at]!;
    else if (op === 0x4d) at += 2 + (bytes[at]! | (bytes[at + 1]! << 8));
    else if (op === 0x4e) at += 4 + u32At(bytes, at);
    else if (op === 0xac || op === 0xad) count++;
    else if (op === 0xae || op === 0xaf) count += 20;
  }
  return count;
}

/** Satoshi that the outputs leave over from the spent ones (CheckTxInputs of Bitcoin Core, consensus/tx_verify.cpp). */
function feeOf(
  { bytes, outputs, outputCount, inputCount }: TransactionView,
  spent: Uint8Array,
): number | string {
  let total = 0;
  const cursor = new Cursor(spent);
  try {
    for (let i = 0; i < inputCount; i++) {
      const value = cursor.amount();
      total += value;
      if (value > ALL_MONEY || total > ALL_MONEY) return 'bad-txns-inputvalues-outofrange';
      cursor.skip(cursor.u16());
    }
  } catch (error) {
    if (error instanceof FormatError) return 'spent-count';
    throw error;
  }
  if (cursor.at !== spent.length) return 'spent-count';
  const out = new Cursor(bytes, outputs);
  for (let i = 0; i < outputCount; i++) {
    total -= out.amount();
    out.block();
  }
  return total < 0 ? 'bad-txns-in-belowout' : total;
}
