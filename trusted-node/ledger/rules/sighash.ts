/**
 * The hashes that signatures sign: BIP143 for version 0 witness programs, BIP341 and BIP342 for version 1, the first
 * kind for the rest. Hashes over all inputs or outputs are computed once a transaction.
 * @module
 */
import { ByteWriter, concatBytes } from '../../../firmware/domain/bytes.js';
import { sha256, sha256d } from '../../../firmware/domain/hash.js';
import type { Transaction, TxOutput } from '../../../firmware/domain/transaction.js';
import { outpointBytes } from './coins.js';
import { operationsOf } from './script-parse.js';

export const SIGHASH_DEFAULT = 0x00;
export const SIGHASH_ALL = 0x01;
export const SIGHASH_NONE = 0x02;
export const SIGHASH_SINGLE = 0x03;
export const SIGHASH_ANYONECANPAY = 0x80;

const OP_CODESEPARATOR = 0xab;
const ZERO32 = new Uint8Array(32);

/** A P2WPKH program's script code: DUP HASH160 <20 bytes> EQUALVERIFY CHECKSIG (BIP143). */
export function keyHashScriptCode(program: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(0x76, 0xa9, 0x14), program, Uint8Array.of(0x88, 0xac));
}

function outputBytes(output: TxOutput): Uint8Array {
  return new ByteWriter(48).u64(output.value).varint(output.script.length).bytes(output.script).toBytes();
}

const TAG = sha256(Uint8Array.from('TapSighash', character => character.charCodeAt(0)));

/** Signature hashes of one transaction. */
export class Sighash {
  readonly #tx: Transaction;
  /** outputs that the inputs spend, in the inputs' order */
  readonly #spent: readonly TxOutput[];
  readonly #parts = new Map<string, Uint8Array>();

  constructor(transaction: Transaction, spent: readonly TxOutput[]) {
    if (spent.length !== transaction.inputs.length) throw new RangeError('one spent output for each input');
    this.#tx = transaction;
    this.#spent = spent;
  }

  /** The named serialisation, computed once. */
  #part(name: 'prevouts' | 'amounts' | 'scripts' | 'sequences' | 'outputs'): Uint8Array {
    const known = this.#parts.get(name);
    if (known) return known;
    const writer = new ByteWriter(1024);
    if (name === 'prevouts')
      for (const { previous } of this.#tx.inputs) writer.bytes(outpointBytes(previous.txid, previous.index));
    else if (name === 'amounts') for (const { value } of this.#spent) writer.u64(value);
    else if (name === 'scripts')
      for (const { script } of this.#spent) writer.varint(script.length).bytes(script);
    else if (name === 'sequences') for (const { sequence } of this.#tx.inputs) writer.u32(sequence);
    else for (const output of this.#tx.outputs) writer.bytes(outputBytes(output));
    // Single SHA-256; BIP143 hashes these once more.
    const part = sha256(writer.toBytes());
    this.#parts.set(name, part);
    return part;
  }

  /**
   * BIP143 ("Specification", the ten items).
   * @param index the input
   * @param scriptCode without its length
   * @param hashType as in the signature's last byte
   */
  v0(index: number, scriptCode: Uint8Array, hashType: number): Uint8Array {
    const { version, inputs, outputs, lockTime } = this.#tx;
    const { previous, sequence } = inputs[index]!;
    const anyone = (hashType & SIGHASH_ANYONECANPAY) !== 0;
    const base = hashType & 0x1f;
    const all = base !== SIGHASH_NONE && base !== SIGHASH_SINGLE;
    let outputsHash: Uint8Array = ZERO32;
    if (all) outputsHash = sha256(this.#part('outputs'));
    else if (base === SIGHASH_SINGLE && index < outputs.length)
      outputsHash = sha256d(outputBytes(outputs[index]!));
    const message = new ByteWriter(256)
      .i32(version)
      .bytes(anyone ? ZERO32 : sha256(this.#part('prevouts')))
      .bytes(all && !anyone ? sha256(this.#part('sequences')) : ZERO32)
      .bytes(outpointBytes(previous.txid, previous.index))
      .varint(scriptCode.length)
      .bytes(scriptCode)
      .u64(this.#spent[index]!.value)
      .u32(sequence)
      .bytes(outputsHash)
      .u32(lockTime)
      .u32(hashType);
    return sha256d(message.toBytes());
  }

  /**
   * BIP341 ("Common signature message"), with BIP342's extension when it is within a script.
   * @param annex the last witness item with its 0x50, when there is one
   * @param extension tapleaf hash, and the number of the last executed CODESEPARATOR or 0xffffffff
   * @returns undefined when the type is not defined or SINGLE has no output at `index`: such a signature is invalid
   */
  v1(
    index: number,
    hashType: number,
    annex?: Uint8Array,
    extension?: { leaf: Uint8Array; separator: number },
  ): Uint8Array | undefined {
    if (!(hashType <= 0x03 || (hashType >= 0x81 && hashType <= 0x83))) return undefined;
    const { version, inputs, outputs, lockTime } = this.#tx;
    const input = inputs[index]!;
    const anyone = (hashType & SIGHASH_ANYONECANPAY) !== 0;
    const base = hashType === SIGHASH_DEFAULT ? SIGHASH_ALL : hashType & 0x03;
    if (base === SIGHASH_SINGLE && index >= outputs.length) return undefined;
    const message = new ByteWriter(320).bytes(TAG).bytes(TAG).u8(0).u8(hashType).i32(version).u32(lockTime);
    if (!anyone)
      for (const name of ['prevouts', 'amounts', 'scripts', 'sequences'] as const)
        message.bytes(this.#part(name));
    if (base === SIGHASH_ALL) message.bytes(this.#part('outputs'));
    message.u8((extension ? 2 : 0) + (annex ? 1 : 0));
    if (anyone) {
      const spent = this.#spent[index]!;
      message
        .bytes(outpointBytes(input.previous.txid, input.previous.index))
        .bytes(outputBytes(spent))
        .u32(input.sequence);
    } else message.u32(index);
    if (annex) message.bytes(sha256(new ByteWriter(256).varint(annex.length).bytes(annex).toBytes()));
    if (base === SIGHASH_SINGLE) message.bytes(sha256(outputBytes(outputs[index]!)));
    if (extension) message.bytes(extension.leaf).u8(0).u32(extension.separator);
    return sha256(message.toBytes());
  }

  /**
   * What was signed before BIP143 (SignatureHash of Bitcoin Core): a copy of the transaction, with less in it.
   * @param code from the last executed CODESEPARATOR on
   * @param hashType 32 bits
   */
  legacy(index: number, code: Uint8Array, hashType: number): Uint8Array {
    const { version, inputs, outputs, lockTime } = this.#tx;
    const base = hashType & 0x1f;
    // The first version's mistake: the number 1, little-endian.
    if (base === SIGHASH_SINGLE && index >= outputs.length)
      return Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0));
    const partly = base === SIGHASH_NONE || base === SIGHASH_SINGLE;
    const script = withoutSeparators(code);
    let signedInputs = inputs.map((input, i) => ({
      ...input,
      scriptSig: i === index ? script : ZERO32.subarray(0, 0),
      sequence: partly && i !== index ? 0 : input.sequence,
    }));
    if (hashType & SIGHASH_ANYONECANPAY) signedInputs = [signedInputs[index]!];
    let signedOutputs = outputs;
    if (base === SIGHASH_NONE) signedOutputs = [];
    else if (base === SIGHASH_SINGLE)
      signedOutputs = outputs
        .slice(0, index + 1)
        .map((output, i) =>
          i === index ? output : { value: 0xffffffffffffffffn, script: ZERO32.subarray(0, 0) },
        );
    const message = new ByteWriter(1024).i32(version).varint(signedInputs.length);
    for (const { previous, scriptSig, sequence } of signedInputs)
      message
        .bytes(outpointBytes(previous.txid, previous.index))
        .varint(scriptSig.length)
        .bytes(scriptSig)
        .u32(sequence);
    message.varint(signedOutputs.length);
    for (const output of signedOutputs) message.bytes(outputBytes(output));
    return sha256d(
      message
        .u32(lockTime)
        .u32(hashType >>> 0)
        .toBytes(),
    );
  }
}

function withoutSeparators(code: Uint8Array): Uint8Array {
  const { operations } = operationsOf(code);
  if (operations.every(({ code: each }) => each !== OP_CODESEPARATOR)) return code;
  const kept: Uint8Array[] = [];
  let from = 0;
  for (const { code: each, next } of operations) {
    if (each !== OP_CODESEPARATOR) continue;
    kept.push(code.subarray(from, next - 1));
    from = next;
  }
  return concatBytes(...kept, code.subarray(from));
}
