/** getproof (type 9, board to node) and proof (type 10, node to board): that a transaction is in a block. */
import { assertInteger, assertU32, type ByteWriter, FormatError } from '../../domain/bytes.js';
import { HEADER_LENGTH } from '../../domain/header.js';
import { MAX_MERKLE_DEPTH } from '../../domain/merkle.js';
import { assertField, beginMessage, openMessage, readField, requireZero } from './binary.js';
import { MAX_PROOF } from './limits.js';

export const GETPROOF_LENGTH = 36;
/** Version, type, form, reserved, txid, height. */
const FIXED = 40;
export const PROOF_MIN_LENGTH = FIXED;
export const PROOF_MAX_LENGTH = FIXED + 2 + MAX_PROOF;

/** The number of a form is its place. */
const FORMS = ['unknown', 'branch', 'txoutproof'] as const;
/** How inclusion is shown: by the branch from the txid to the root, or as `gettxoutproof` does (BIP37). */
export type ProofForm = Exclude<(typeof FORMS)[number], 'unknown'>;

export interface GetProof {
  readonly form: ProofForm;
  /** 32 bytes, internal order. */
  readonly txid: Uint8Array;
}

/** Only the form of a proof is checked here, not what it says. */
export type Proof =
  | {
      /** The node knows no confirmed transaction of this id. */
      readonly form: 'unknown';
      readonly txid: Uint8Array;
    }
  | {
      readonly form: 'branch';
      readonly txid: Uint8Array;
      /** Of the block, uint32. */
      readonly height: number;
      /** 80 bytes. */
      readonly header: Uint8Array;
      /** Of the transaction in the block, from 0, below 2 to the power of the branch's length. */
      readonly index: number;
      /** Nodes from the txid to the root, lowest first; at most 24 of 32 bytes. */
      readonly branch: readonly Uint8Array[];
    }
  | {
      readonly form: 'txoutproof';
      readonly txid: Uint8Array;
      readonly height: number;
      /** What parseTxOutProof takes, 1 to 4,096 bytes. */
      readonly proof: Uint8Array;
    };

/** @throws RangeError | TypeError on a field outside its bounds. */
export function encodeGetProof({ form, txid }: GetProof): Uint8Array {
  return begin('getproof', FORMS.indexOf(form), 1, txid).toBytes();
}

/** @throws FormatError on malformed bytes. */
export function decodeGetProof(bytes: Uint8Array): GetProof {
  const reader = openMessage(bytes, 'getproof', GETPROOF_LENGTH, GETPROOF_LENGTH);
  const form = FORMS[reader.u8()];
  if (form === undefined || form === 'unknown') throw new FormatError('getproof.form: unknown');
  requireZero(reader.u8(), 'getproof');
  return { form, txid: readField(reader, 32, 32, 32, 'getproof.txid') };
}

/** @throws RangeError | TypeError on a field outside its bounds. */
export function encodeProof(proof: Proof): Uint8Array {
  const writer = begin('proof', FORMS.indexOf(proof.form), 0, proof.txid);
  if (proof.form === 'unknown') return writer.u32(0).toBytes();
  writer.u32(proof.height);
  if (proof.form === 'txoutproof') {
    assertField(proof.proof, 1, MAX_PROOF, 'proof.proof');
    return writer.u16(proof.proof.length).bytes(proof.proof).toBytes();
  }
  const { header, index, branch } = proof;
  assertField(header, HEADER_LENGTH, HEADER_LENGTH, 'proof.header');
  assertU32(index, 'proof.index');
  if (branch.length > MAX_MERKLE_DEPTH) throw new RangeError(`proof.branch: ${branch.length} hashes`);
  if (index >= 2 ** branch.length) throw new RangeError('proof.index: beyond the branch');
  writer.bytes(header).u32(index).u8(branch.length);
  for (const hash of branch) {
    assertField(hash, 32, 32, 'proof.branch');
    writer.bytes(hash);
  }
  return writer.toBytes();
}

function begin(name: 'getproof' | 'proof', form: number, least: number, txid: Uint8Array): ByteWriter {
  assertInteger(form, least, FORMS.length - 1, `${name}.form`);
  assertField(txid, 32, 32, `${name}.txid`);
  return beginMessage(name).u8(form).u8(0).bytes(txid);
}

/** A proof whose byte fields are copies. @throws FormatError on malformed bytes. */
export function decodeProof(bytes: Uint8Array): Proof {
  const reader = openMessage(bytes, 'proof', PROOF_MIN_LENGTH, PROOF_MAX_LENGTH);
  const form = FORMS[reader.u8()];
  if (form === undefined) throw new FormatError('proof.form: unknown');
  requireZero(reader.u8(), 'proof');
  const txid = readField(reader, 32, 32, 32, 'proof.txid');
  const height = reader.u32();
  if (form === 'unknown') {
    requireZero(height, 'proof.height');
    reader.end();
    return { form, txid };
  }
  if (form === 'txoutproof') {
    const proof = readField(reader, reader.u16(), 1, MAX_PROOF, 'proof.proof');
    reader.end();
    return { form, txid, height, proof };
  }
  const header = readField(reader, HEADER_LENGTH, HEADER_LENGTH, HEADER_LENGTH, 'proof.header');
  const index = reader.u32();
  const count = reader.u8();
  if (count > MAX_MERKLE_DEPTH) throw new FormatError(`proof.branch: ${count} hashes`);
  if (index >= 2 ** count) throw new FormatError('proof.index: beyond the branch');
  const branch: Uint8Array[] = [];
  for (let i = 0; i < count; i++) branch.push(readField(reader, 32, 32, 32, 'proof.branch'));
  reader.end();
  return { form, txid, height, header, index, branch };
}
