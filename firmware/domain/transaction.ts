/**
 * Transactions, with and without witness data (BIP141, BIP144; SerializeTransaction of Bitcoin Core,
 * primitives/transaction.h). Parsing is strict: whatever it accepts serialises to the same bytes.
 * @module
 */
import { ByteReader, ByteWriter, equalBytes, FormatError, varintLength } from './bytes.js';
import { sha256d } from './hash.js';

/** An output that is spent: `txid` 32 bytes in internal order, `index` uint32. */
export interface OutPoint {
  txid: Uint8Array;
  index: number;
}

export interface TxInput {
  previous: OutPoint;
  scriptSig: Uint8Array;
  /** uint32 */
  sequence: number;
  /** stack items, bottom first; empty when the input has none */
  witness: Uint8Array[];
}

export interface TxOutput {
  /** satoshi */
  value: bigint;
  script: Uint8Array;
}

export interface Transaction {
  /** int32 */
  version: number;
  inputs: TxInput[];
  outputs: TxOutput[];
  /** uint32: a height below 500,000,000, otherwise a time */
  lockTime: number;
}

/** 21,000,000 coins in satoshi: MAX_MONEY of Bitcoin Core, consensus/amount.h. */
export const MAX_MONEY = 2_100_000_000_000_000n;
/** MAX_BLOCK_WEIGHT of Bitcoin Core; no transaction can be heavier than a block. */
export const MAX_BLOCK_WEIGHT = 4_000_000;
/** MAX_BLOCK_SIGOPS_COST of Bitcoin Core (BIP141). */
export const MAX_BLOCK_SIGOPS_COST = 80_000;
/** How many times as much a byte outside the witness weighs (WITNESS_SCALE_FACTOR, BIP141). */
export const WITNESS_SCALE = 4;
/**
 * Least bytes without the witness: MIN_STANDARD_TX_NONWITNESS_SIZE of Bitcoin Core. A shorter transaction could pass for an
 * inner node of a merkle tree (CVE-2017-12842).
 */
export const MIN_STRIPPED_LENGTH = 65;

const MIN_INPUT_LENGTH = 41;
const MIN_OUTPUT_LENGTH = 9;
const NULL_INDEX = 0xffffffff;

/** A count of things that take at least `minimum` bytes each: no more than can still follow. */
function readCount(reader: ByteReader, minimum: number, what: string): number {
  const count = reader.varint();
  if (count * minimum > reader.remaining)
    throw new FormatError(`${count} ${what} announced, too few bytes left`);
  return count;
}

function readInput(reader: ByteReader): TxInput {
  const previous = { txid: reader.bytes(32), index: reader.u32() };
  const scriptSig = reader.bytes(reader.varint());
  return { previous, scriptSig, sequence: reader.u32(), witness: [] };
}

/**
 * Reads one transaction from `reader`.
 * @throws FormatError when it is truncated, has no inputs or outputs, unknown flags, an announced but
 *   empty witness, or a length that is not in its shortest form
 */
export function readTransaction(reader: ByteReader): Transaction {
  const version = reader.i32();
  let inputCount = readCount(reader, MIN_INPUT_LENGTH, 'inputs');
  // BIP144: where the number of inputs would be, a zero marks the witness form and a flag byte follows.
  const hasWitness = inputCount === 0;
  if (hasWitness) {
    if (reader.u8() !== 1) throw new FormatError('transaction without inputs or with unknown flags');
    inputCount = readCount(reader, MIN_INPUT_LENGTH, 'inputs');
    if (inputCount === 0) throw new FormatError('transaction without inputs');
  }
  const inputs: TxInput[] = [];
  for (let i = 0; i < inputCount; i++) inputs.push(readInput(reader));

  const outputCount = readCount(reader, MIN_OUTPUT_LENGTH, 'outputs');
  if (outputCount === 0) throw new FormatError('transaction without outputs');
  const outputs: TxOutput[] = [];
  for (let i = 0; i < outputCount; i++) {
    const value = reader.u64();
    outputs.push({ value, script: reader.bytes(reader.varint()) });
  }

  if (hasWitness) {
    let items = 0;
    for (const input of inputs) {
      const count = readCount(reader, 1, 'witness items');
      for (let i = 0; i < count; i++) input.witness.push(reader.bytes(reader.varint()));
      items += count;
    }
    if (items === 0) throw new FormatError('superfluous witness record');
  }
  return { version, inputs, outputs, lockTime: reader.u32() };
}

/** The transaction that exactly fills `bytes`. @throws FormatError as {@link readTransaction} */
export function parseTransaction(bytes: Uint8Array): Transaction {
  const reader = new ByteReader(bytes);
  const transaction = readTransaction(reader);
  reader.end();
  return transaction;
}

/** Whether any input has witness data, so that the BIP144 form is required. */
export function hasWitness(transaction: Transaction): boolean {
  return transaction.inputs.some(input => input.witness.length > 0);
}

/** Writes a transaction; `withWitness` false leaves the witness out, as for a txid. */
export function writeTransaction(writer: ByteWriter, transaction: Transaction, withWitness = true): void {
  const { inputs, outputs } = transaction;
  if (inputs.length === 0 || outputs.length === 0)
    throw new RangeError('transaction without inputs or outputs');
  const extended = withWitness && hasWitness(transaction);
  writer.i32(transaction.version);
  if (extended) writer.u8(0).u8(1);
  writer.varint(inputs.length);
  for (const { previous, scriptSig, sequence } of inputs) {
    if (previous.txid.length !== 32) throw new RangeError('outpoint: txid is not 32 bytes');
    writer.bytes(previous.txid).u32(previous.index).varint(scriptSig.length).bytes(scriptSig).u32(sequence);
  }
  writer.varint(outputs.length);
  for (const { value, script } of outputs) writer.u64(value).varint(script.length).bytes(script);
  if (extended) {
    for (const { witness } of inputs) {
      writer.varint(witness.length);
      for (const item of witness) writer.varint(item.length).bytes(item);
    }
  }
  writer.u32(transaction.lockTime);
}

/** The transaction's bytes, with its witness unless `withWitness` is false. */
export function serializeTransaction(transaction: Transaction, withWitness = true): Uint8Array {
  const writer = new ByteWriter(transactionLength(transaction, withWitness));
  writeTransaction(writer, transaction, withWitness);
  return writer.toBytes();
}

/** Bytes that {@link serializeTransaction} returns. */
export function transactionLength(transaction: Transaction, withWitness = true): number {
  const { inputs, outputs } = transaction;
  let length = 8 + varintLength(inputs.length) + varintLength(outputs.length);
  for (const { scriptSig } of inputs) length += 40 + varintLength(scriptSig.length) + scriptSig.length;
  for (const { script } of outputs) length += 8 + varintLength(script.length) + script.length;
  if (!withWitness || !hasWitness(transaction)) return length;
  length += 2;
  for (const { witness } of inputs) {
    length += varintLength(witness.length);
    for (const item of witness) length += varintLength(item.length) + item.length;
  }
  return length;
}

/** The hash outpoints refer to: without witness, 32 bytes, internal order. */
export function txid(transaction: Transaction): Uint8Array {
  return sha256d(serializeTransaction(transaction, false));
}

/**
 * The hash of the whole transaction (BIP141), 32 bytes, internal order. A coinbase's place in the witness
 * merkle tree is 32 zero bytes instead; see block.ts.
 */
export function wtxid(transaction: Transaction): Uint8Array {
  return sha256d(serializeTransaction(transaction));
}

/** Weight units (BIP141): three times the length without witness plus the whole length. */
export function transactionWeight(transaction: Transaction): number {
  return (WITNESS_SCALE - 1) * transactionLength(transaction, false) + transactionLength(transaction, true);
}

/** Virtual bytes (BIP141): a quarter of the weight, rounded up. Fee rates are per virtual byte. */
export function transactionVsize(transaction: Transaction): number {
  return Math.ceil(transactionWeight(transaction) / WITNESS_SCALE);
}

function isNull(previous: OutPoint): boolean {
  return previous.index === NULL_INDEX && previous.txid.every(byte => byte === 0);
}

/** Whether this is a coinbase: one input, which spends the null outpoint. */
export function isCoinbase(transaction: Transaction): boolean {
  return transaction.inputs.length === 1 && isNull(transaction.inputs[0]!.previous);
}

/**
 * The checks that need no context: CheckTransaction of Bitcoin Core, consensus/tx_check.cpp.
 * @returns undefined when it passes, else the reason in Bitcoin Core's words ("bad-txns-…")
 */
export function checkTransaction(transaction: Transaction): string | undefined {
  const { inputs, outputs } = transaction;
  if (inputs.length === 0) return 'bad-txns-vin-empty';
  if (outputs.length === 0) return 'bad-txns-vout-empty';
  if (transactionLength(transaction, false) * WITNESS_SCALE > MAX_BLOCK_WEIGHT) return 'bad-txns-oversize';
  let total = 0n;
  for (const { value } of outputs) {
    if (value < 0n || value > MAX_MONEY) return 'bad-txns-vout-toolarge';
    total += value;
    if (total > MAX_MONEY) return 'bad-txns-txouttotal-toolarge';
  }
  if (hasRepeatedInput(inputs)) return 'bad-txns-inputs-duplicate';
  if (isCoinbase(transaction)) {
    const length = inputs[0]!.scriptSig.length;
    if (length < 2 || length > 100) return 'bad-cb-length';
  } else if (inputs.some(input => isNull(input.previous))) return 'bad-txns-prevout-null';
  return undefined;
}

function hasRepeatedInput(inputs: readonly TxInput[]): boolean {
  // Grouped by four bytes of the txid, so that thousands of inputs do not need a pass each.
  const seen = new Map<number, OutPoint[]>();
  for (const { previous } of inputs) {
    const { txid: id, index } = previous;
    const key = (id[0]! | (id[1]! << 8) | (id[2]! << 16) | (id[3]! << 24)) ^ index;
    const group = seen.get(key);
    if (group === undefined) seen.set(key, [previous]);
    else if (group.some(other => other.index === index && equalBytes(other.txid, id))) return true;
    else group.push(previous);
  }
  return false;
}
