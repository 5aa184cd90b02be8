/**
 * Changes to an offered transaction: to every field, to the encoding, and to what it is said to spend. Some mean nothing
 * (what a signature leaves out); whether one does, an oracle says.
 */
import { ByteWriter, concatBytes } from '../../firmware/domain/bytes.js';
import {
  parseTransaction,
  serializeTransaction,
  type Transaction,
  type TxInput,
  type TxOutput,
} from '../../firmware/domain/transaction.js';
import { packSpent } from '../../firmware/protocol/mite/offer.js';
import { mutate, type Random } from './random.js';

export interface Offered {
  raw: Uint8Array;
  spent: Uint8Array;
}

export interface Mutant extends Offered {
  /** What was done to it. */
  change: string;
}

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const MAX_MONEY = 2_100_000_000_000_000n;

/** The outputs in {@link Offered.spent}. @throws RangeError when it is malformed */
export function unpackSpent(spent: Uint8Array): TxOutput[] {
  const view = new DataView(spent.buffer, spent.byteOffset, spent.length);
  const outputs: TxOutput[] = [];
  for (let at = 0; at < spent.length; ) {
    const value = view.getBigUint64(at, true);
    const length = view.getUint16(at + 8, true);
    if (at + 10 + length > spent.length) throw new RangeError('truncated');
    outputs.push({ value, script: spent.slice(at + 10, at + 10 + length) });
    at += 10 + length;
  }
  return outputs;
}

/** A copy with one thing changed, or rarely none. */
export function mutant(random: Random, base: Offered): Mutant {
  const offer = { raw: base.raw.slice(), spent: base.spent.slice() };
  const change = random.pick(CHANGES);
  return { ...change(random, offer), change: change.name };
}

type Change = (random: Random, offer: Offered) => Offered;
/** Changes fields, where there is something of the kind to change. */
type Edit = (random: Random, transaction: Transaction, spent: TxOutput[]) => void;

function edited(edit: Edit): Change {
  const change: Change = (random, offer) => {
    const transaction = parseTransaction(offer.raw);
    const spent = unpackSpent(offer.spent);
    edit(random, transaction, spent);
    return { raw: serializeTransaction(transaction), spent: packSpent(spent) };
  };
  Object.defineProperty(change, 'name', { value: edit.name });
  return change;
}

function flip(random: Random, bytes: Uint8Array): void {
  if (bytes.length > 0) bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
}

function anyInput(random: Random, { inputs }: Transaction): TxInput {
  return random.pick(inputs);
}

const EDITS: Edit[] = [
  function version(random, tx) {
    tx.version = random.pick([0, 1, 2, tx.version + 1, -(2 ** 31)]);
  },
  function lockTime(random, tx) {
    tx.lockTime = (tx.lockTime ^ (1 << random.below(32))) >>> 0;
  },
  function sequence(random, tx) {
    const input = anyInput(random, tx);
    input.sequence = (input.sequence ^ (1 << random.below(32))) >>> 0;
  },
  function previousTxid(random, tx) {
    flip(random, anyInput(random, tx).previous.txid);
  },
  function previousIndex(random, tx) {
    const { previous } = anyInput(random, tx);
    previous.index = (previous.index ^ (1 << random.below(32))) >>> 0;
  },
  function nullOutpoint(random, tx) {
    anyInput(random, tx).previous = { txid: new Uint8Array(32), index: 0xffffffff };
  },
  function outputValue(random, tx) {
    const output = random.pick(tx.outputs);
    output.value = random.pick([
      output.value + 1n,
      output.value > 0n ? output.value - 1n : 1n,
      0n,
      MAX_MONEY,
      MAX_MONEY + 1n,
      (1n << 63n) + 5n,
      (1n << 64n) - 1n,
      1n << BigInt(random.below(64)),
    ]);
  },
  function outputScript(random, tx) {
    flip(random, random.pick(tx.outputs).script);
  },
  function outputScriptLonger(random, tx) {
    const output = random.pick(tx.outputs);
    output.script = concatBytes(output.script, random.bytes(random.between(1, 300)));
  },
  function moreOutputs(random, tx) {
    tx.outputs.push({ value: BigInt(random.below(3)), script: random.bytes(random.below(40)) });
  },
  function fewerOutputs(random, tx) {
    if (tx.outputs.length > 1) tx.outputs.splice(random.below(tx.outputs.length), 1);
  },
  function outputsSwapped(_random, tx) {
    tx.outputs.reverse();
  },
  function scriptSig(random, tx) {
    anyInput(random, tx).scriptSig = random.bytes(random.between(1, 30));
  },
  function inputTwice(random, tx, spent) {
    const at = random.below(tx.inputs.length);
    tx.inputs.splice(random.below(tx.inputs.length + 1), 0, tx.inputs[at]!);
    spent.splice(at, 0, spent[at]!);
  },
  function inputsSwapped(random, tx, spent) {
    const at = random.below(tx.inputs.length);
    tx.inputs.unshift(...tx.inputs.splice(at, 1));
    if (random.bool()) spent.unshift(...spent.splice(at, 1));
  },
  function inputGone(random, tx, spent) {
    if (tx.inputs.length === 1) return;
    const at = random.below(tx.inputs.length);
    tx.inputs.splice(at, 1);
    if (random.bool()) spent.splice(at, 1);
  },
  function inputMore(random, tx, spent) {
    const at = random.below(tx.inputs.length);
    const input = tx.inputs[at]!;
    tx.inputs.push({ ...input, previous: { txid: random.bytes(32), index: 0 } });
    if (random.bool()) spent.push(spent[at]!);
  },
  function spentValue(random, _tx, spent) {
    const output = random.pick(spent);
    output.value = random.pick([
      output.value + 1n,
      output.value - 1n,
      0n,
      MAX_MONEY,
      MAX_MONEY + 1n,
      1n << 63n,
      output.value ^ (1n << BigInt(random.below(50))),
    ]);
  },
  function spentScript(random, _tx, spent) {
    flip(random, random.pick(spent).script);
  },
  function spentKind(random, _tx, spent) {
    const output = random.pick(spent);
    const hash = output.script.subarray(2, 22);
    output.script = random.pick([
      new Uint8Array(0),
      Uint8Array.of(0x51),
      concatBytes(Uint8Array.of(0x76, 0xa9, 0x14), hash, Uint8Array.of(0x88, 0xac)),
      concatBytes(Uint8Array.of(0xa9, 0x14), hash, Uint8Array.of(0x87)),
      concatBytes(Uint8Array.of(0x00, 0x20), hash, new Uint8Array(12)),
      concatBytes(Uint8Array.of(0x52, 0x14), hash),
      concatBytes(Uint8Array.of(0x00, 0x15), hash, Uint8Array.of(0)),
      concatBytes(Uint8Array.of(0x51, 0x20), hash, new Uint8Array(12)),
      concatBytes(Uint8Array.of(0x00, 0x14), hash),
      concatBytes(output.script, Uint8Array.of(0)),
    ]);
  },
  function spentSwapped(_random, _tx, spent) {
    spent.reverse();
  },
  function spentMore(random, _tx, spent) {
    spent.push(random.pick(spent));
  },
  function spentFewer(_random, _tx, spent) {
    if (spent.length > 1) spent.pop();
  },
  function witnessFlip(random, tx) {
    const { witness } = anyInput(random, tx);
    if (witness.length > 0) flip(random, random.pick(witness));
  },
  function witnessMoved(_random, tx) {
    const witnesses = tx.inputs.map(({ witness }) => witness);
    witnesses.unshift(witnesses.pop()!);
    tx.inputs.forEach((input, i) => {
      input.witness = witnesses[i]!;
    });
  },
  function witnessReversed(random, tx) {
    anyInput(random, tx).witness.reverse();
  },
  function witnessItemMore(random, tx) {
    const { witness } = anyInput(random, tx);
    const item = random.bytes(random.pick([0, 1, 33, 65]));
    if (item.length > 0 && random.bool()) item[0] = 0x50;
    witness.splice(random.below(witness.length + 1), 0, item);
  },
  function witnessItemGone(random, tx) {
    const { witness } = anyInput(random, tx);
    witness.splice(random.below(witness.length + 1), 1);
  },
  function witnessItemShorter(random, tx) {
    const { witness } = anyInput(random, tx);
    if (witness.length > 0) witness[0] = witness[0]!.slice(0, random.below(witness[0]!.length + 1));
  },
  function witnessGone(random, tx) {
    anyInput(random, tx).witness = [];
  },
  function witnessesGone(_random, tx) {
    for (const input of tx.inputs) input.witness = [];
  },
  function hashType(random, tx) {
    const { witness } = anyInput(random, tx);
    const signature = witness[0];
    if (signature === undefined || signature.length === 0) return;
    const type = random.pick([0, 1, 2, 3, 4, 0x40, 0x41, 0x80, 0x81, 0x82, 0x83, 0x84, 0xff]);
    if (signature.length === 64) witness[0] = concatBytes(signature, Uint8Array.of(type));
    else if (signature.length === 65 && random.bool()) witness[0] = signature.slice(0, 64);
    else signature[signature.length - 1] = type;
  },
  function highS(random, tx) {
    reencode(random, tx, (r, s) => [r, ORDER - s]);
  },
  function derNumbers(random, tx) {
    reencode(random, tx, (r, s) =>
      random.pick([
        [s, r],
        [r, 0n],
        [0n, s],
        [r + ORDER, s],
        [r, s + ORDER],
      ] as const),
    );
  },
  function derForm(random, tx) {
    const { witness } = anyInput(random, tx);
    const signature = witness[0];
    if (signature?.[0] !== 0x30) return;
    const type = signature.subarray(-1);
    const r = signature.slice(2, 4 + signature[3]!);
    const s = signature.slice(4 + signature[3]!, -1);
    const padded = (part: Uint8Array) => concatBytes(Uint8Array.of(2, part[1]! + 1, 0), part.subarray(2));
    const [a, b] = random.pick([
      [padded(r), s],
      [r, padded(s)],
      [r, concatBytes(s, Uint8Array.of(0))],
    ] as const);
    const length = a.length + b.length;
    const head = random.bool() ? Uint8Array.of(0x30, length) : Uint8Array.of(0x30, 0x81, length);
    witness[0] = concatBytes(head, a, b, type);
  },
  function keyForm(random, tx) {
    const key = anyInput(random, tx).witness[1];
    if (key?.length === 33) key[0] = random.pick([2, 3, 4, 5, 6, 7]);
  },
];

/** Signs nothing: writes other numbers into a DER signature. */
function reencode(
  random: Random,
  tx: Transaction,
  change: (r: bigint, s: bigint) => readonly [bigint, bigint],
): void {
  const { witness } = anyInput(random, tx);
  const signature = witness[0];
  if (signature?.[0] !== 0x30) return;
  const lengthR = signature[3]!;
  const [r, s] = change(
    toInteger(signature.subarray(4, 4 + lengthR)),
    toInteger(signature.subarray(6 + lengthR, -1)),
  );
  const body = concatBytes(derInteger(r), derInteger(s));
  witness[0] = concatBytes(Uint8Array.of(0x30, body.length), body, signature.subarray(-1));
}

function toInteger(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

function derInteger(value: bigint): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 8n) bytes.unshift(Number(rest & 0xffn));
  if (bytes.length === 0 || bytes[0]! & 0x80) bytes.unshift(0);
  return Uint8Array.of(2, bytes.length, ...bytes);
}

/** A transaction whose compact size number `which` is one form longer than necessary. */
function longerSize(raw: Uint8Array, which: number): Uint8Array {
  const tx = parseTransaction(raw);
  const writer = new ByteWriter(raw.length + 8);
  let count = 0;
  const size = (value: number): void => {
    if (count++ !== which) writer.varint(value);
    else if (value < 0xfd) writer.u8(0xfd).u16(value);
    else if (value <= 0xffff) writer.u8(0xfe).u32(value);
    else writer.u8(0xff).u32(value).u32(0);
  };
  writer.i32(tx.version).u8(0).u8(1);
  size(tx.inputs.length);
  for (const { previous, scriptSig, sequence } of tx.inputs) {
    writer.bytes(previous.txid).u32(previous.index);
    size(scriptSig.length);
    writer.bytes(scriptSig).u32(sequence);
  }
  size(tx.outputs.length);
  for (const { value, script } of tx.outputs) {
    writer.u64(value);
    size(script.length);
    writer.bytes(script);
  }
  for (const { witness } of tx.inputs) {
    size(witness.length);
    for (const item of witness) {
      size(item.length);
      writer.bytes(item);
    }
  }
  return writer.u32(tx.lockTime).toBytes();
}

const CHANGES: Change[] = [
  function nothing(_random, offer) {
    return offer;
  },
  function bit(random, { raw, spent }) {
    flip(random, raw);
    return { raw, spent };
  },
  function bits(random, { raw, spent }) {
    for (let n = random.between(2, 6); n > 0; n--) flip(random, random.below(4) === 0 ? spent : raw);
    return { raw, spent };
  },
  function spentBit(random, { raw, spent }) {
    flip(random, spent);
    return { raw, spent };
  },
  function malformed(random, { raw, spent }) {
    return { raw: mutate(random, raw), spent };
  },
  function spentMalformed(random, { raw, spent }) {
    return { raw, spent: mutate(random, spent) };
  },
  function truncated(random, { raw, spent }) {
    return { raw: raw.slice(0, random.below(raw.length)), spent };
  },
  function trailing(random, { raw, spent }) {
    return { raw: concatBytes(raw, random.bytes(random.between(1, 4))), spent };
  },
  function flags(random, { raw, spent }) {
    raw[5] = random.pick([0, 2, 3, 0x81]);
    return { raw, spent };
  },
  function superfluousWitness(_random, { raw, spent }) {
    const tx = parseTransaction(raw);
    const bare = serializeTransaction(tx, false);
    const none = new Uint8Array(tx.inputs.length);
    return {
      raw: concatBytes(
        bare.subarray(0, 4),
        Uint8Array.of(0, 1),
        bare.subarray(4, -4),
        none,
        bare.subarray(-4),
      ),
      spent,
    };
  },
  function longSize(random, { raw, spent }) {
    return { raw: longerSize(raw, random.below(12)), spent };
  },
  ...EDITS.map(edited),
];
