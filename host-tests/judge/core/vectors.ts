/**
 * Bitcoin Core's public test vectors (vectors/README.md) as questions that any implementation of Script can be asked:
 * a transaction, the outputs it spends, an input or all, flags, and what is to come out.
 */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import { bytesToNumberBE } from '@noble/curves/utils.js';
import {
  ByteReader,
  ByteWriter,
  concatBytes,
  displayToHash,
  hexToBytes,
} from '../../../firmware/domain/bytes.js';
import { taggedHash } from '../../../firmware/domain/hash.js';
import * as flags from '../../../firmware/domain/script-flags.js';
import {
  parseTransaction,
  serializeTransaction,
  type TxOutput,
  txid,
} from '../../../firmware/domain/transaction.js';
import type { ScriptVector } from '../../cases/script-vector.js';
import { assemble } from './assembly.js';

const FOLDER = 'host-tests/judge/vectors';
const ALL_FLAGS = flags.CONSENSUS | flags.POLICY | flags.SIGPUSHONLY;
const ANY_INPUT = -1;

// biome-ignore lint/suspicious/noExplicitAny: rows of Bitcoin Core's test data, of many shapes
type Row = any;

function read(name: string): Row[] {
  return JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as Row[];
}

/** Outputs in the form of an offer, whatever their length. */
function packed(outputs: readonly TxOutput[]): Uint8Array {
  const writer = new ByteWriter(256);
  for (const { value, script } of outputs) writer.u64(value).u16(script.length).bytes(script);
  return writer.toBytes();
}

function flagsOf(text: string): number {
  let all = 0;
  for (const name of text.split(',')) {
    if (name === '' || name === 'NONE') continue;
    const flag = (flags as unknown as Record<string, number>)[name];
    if (flag === undefined) throw new Error(`no flag: ${name}`);
    all |= flag;
  }
  return all;
}

/** Bitcoin Core's names of what is wrong (script_tests.cpp) in the judge's words. */
export const FAULTS: { readonly [name: string]: string } = {
  OK: 'ok',
  BAD_OPCODE: 'bad-opcode',
  CLEANSTACK: 'cleanstack',
  DISABLED_OPCODE: 'disabled-opcode',
  DISCOURAGE_UPGRADABLE_NOPS: 'upgradable-nop',
  DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM: 'upgradable-witness-program',
  EQUALVERIFY: 'equalverify',
  EVAL_FALSE: 'eval-false',
  INVALID_ALTSTACK_OPERATION: 'invalid-altstack-operation',
  INVALID_STACK_OPERATION: 'invalid-stack-operation',
  MINIMALDATA: 'minimaldata',
  MINIMALIF: 'minimalif',
  NEGATIVE_LOCKTIME: 'negative-locktime',
  NULLFAIL: 'nullfail',
  NUMEQUALVERIFY: 'numequalverify',
  OP_COUNT: 'op-count',
  OP_RETURN: 'op-return',
  PUBKEYTYPE: 'pubkey-type',
  PUBKEY_COUNT: 'pubkey-count',
  PUSH_SIZE: 'push-size',
  SCRIPTNUM: 'scriptnum',
  SCRIPT_SIZE: 'script-size',
  SIG_COUNT: 'sig-count',
  SIG_DER: 'sig-der',
  SIG_HASHTYPE: 'sig-hashtype',
  SIG_HIGH_S: 'sig-high-s',
  SIG_NULLDUMMY: 'sig-nulldummy',
  SIG_PUSHONLY: 'sig-pushonly',
  STACK_SIZE: 'stack-size',
  TAPSCRIPT_EMPTY_PUBKEY: 'tapscript-empty-pubkey',
  UNBALANCED_CONDITIONAL: 'unbalanced-conditional',
  UNSATISFIED_LOCKTIME: 'unsatisfied-locktime',
  VERIFY: 'verify',
  WITNESS_MALLEATED: 'scriptsig-not-empty',
  WITNESS_MALLEATED_P2SH: 'witness-malleated-p2sh',
  WITNESS_PROGRAM_MISMATCH: 'witness-mismatch',
  WITNESS_PROGRAM_WITNESS_EMPTY: 'witness-empty',
  WITNESS_PROGRAM_WRONG_LENGTH: 'witness-program-length',
  WITNESS_PUBKEYTYPE: 'witness-pubkeytype',
  WITNESS_UNEXPECTED: 'witness-unexpected',
};

/** script_tests.json: a script against a scriptSig and a witness, each with the name of the error. */
export function scriptTests(): ScriptVector[] {
  return read('script_tests').flatMap((row, i) => {
    if (row.length < 4) return [];
    const hasWitness = Array.isArray(row[0]);
    const [items, rest]: [Row[], string[]] = hasWitness ? [row[0], row.slice(1)] : [[], row];
    const [scriptSig, scriptPubKey, names, expected, comment] = rest as [
      string,
      string,
      string,
      string,
      string?,
    ];
    const { witness, output } = witnessOf(hasWitness ? items.slice(0, -1) : []);
    const value = hasWitness ? BigInt(Math.round((items[items.length - 1] as number) * 1e8)) : 0n;
    const script =
      scriptPubKey === '0x51 0x20 #TAPROOTOUTPUT#'
        ? concatBytes(Uint8Array.of(0x51, 0x20), output!)
        : assemble(scriptPubKey);
    const name = `script_tests ${i}: ${comment ?? scriptPubKey.slice(0, 60)}`;
    return [
      {
        name,
        ...spending(assemble(scriptSig), witness, script, value),
        input: 0,
        flags: flagsOf(names),
        expected: FAULTS[expected] ?? `unknown: ${expected}`,
      },
    ];
  });
}

/** The witness, and the taproot output that commits to its script with the generator as the internal key. */
function witnessOf(items: readonly string[]): { witness: Uint8Array[]; output?: Uint8Array } {
  const witness: Uint8Array[] = [];
  let output: Uint8Array | undefined;
  for (const item of items) {
    if (item.startsWith('#SCRIPT#')) witness.push(assemble(item.slice('#SCRIPT#'.length)));
    else if (item === '#CONTROLBLOCK#') {
      const script = witness[witness.length - 1]!;
      const compact = new ByteWriter(8).varint(script.length).toBytes();
      const leaf = taggedHash('TapLeaf', concatBytes(Uint8Array.of(0xc0), compact, script));
      const { BASE } = secp256k1.Point;
      const internal = schnorr.utils.pointToBytes(BASE);
      const tweak = bytesToNumberBE(taggedHash('TapTweak', concatBytes(internal, leaf)));
      const key = BASE.add(BASE.multiply(tweak));
      output = schnorr.utils.pointToBytes(key);
      witness.push(concatBytes(Uint8Array.of(0xc0 | Number(key.toAffine().y & 1n)), internal));
    } else witness.push(hexToBytes(item));
  }
  return output === undefined ? { witness } : { witness, output };
}

/** Bitcoin Core's pair of transactions (test/util/transaction_utils.cpp): one that pays, one that spends. */
function spending(scriptSig: Uint8Array, witness: Uint8Array[], script: Uint8Array, value: bigint) {
  const input = { previous: { txid: new Uint8Array(32), index: 0xffffffff }, sequence: 0xffffffff };
  const credit = {
    version: 1,
    inputs: [{ ...input, scriptSig: Uint8Array.of(0, 0), witness: [] }],
    outputs: [{ value, script }],
    lockTime: 0,
  };
  const raw = serializeTransaction({
    version: 1,
    inputs: [{ ...input, previous: { txid: txid(credit), index: 0 }, scriptSig, witness }],
    outputs: [{ value, script: new Uint8Array(0) }],
    lockTime: 0,
  });
  return { raw, spent: packed([{ value, script }]) };
}

/** tx_valid.json and tx_invalid.json: whole transactions. Those of BADTX are refused before scripts (CheckTransaction). */
export function transactionTests(file: 'tx_valid' | 'tx_invalid'): ScriptVector[] {
  const rows = read(file).filter(row => Array.isArray(row[0]));
  return rows.map(([prevouts, hex, names]: [[string, number, string, number?][], string, string], i) => {
    const raw = hexToBytes(hex);
    const known = new Map(
      prevouts.map(([id, index, script, value]) => [
        `${id}:${index >>> 0}`,
        { value: BigInt(value ?? 0), script: assemble(script) },
      ]),
    );
    const badForm = names.split(',').includes('BADTX');
    const name = `${file} ${i}: ${names}`;
    if (badForm) return { name, raw, spent: new Uint8Array(0), input: ANY_INPUT, flags: 0, expected: 'form' };
    const spent = parseTransaction(raw).inputs.map(({ previous }) => {
      const output = known.get(`${hexOf(previous.txid)}:${previous.index}`);
      if (output === undefined) throw new Error(`${name}: an output is missing`);
      return output;
    });
    const given = flagsOf(names);
    return {
      name,
      raw,
      spent: packed(spent),
      input: ANY_INPUT,
      flags: file === 'tx_valid' ? trimmed(ALL_FLAGS & ~given) : filled(given),
      expected: file === 'tx_valid' ? 'ok' : 'fault',
    };
  });
}

function hexOf(hash: Uint8Array): string {
  return Buffer.from(hash).reverse().toString('hex');
}

/** Flags mean something only with those that they need (TrimFlags, FillFlags of transaction_tests.cpp). */
function trimmed(all: number): number {
  let left = all;
  if (!(left & flags.P2SH)) left &= ~flags.WITNESS;
  if (!(left & flags.WITNESS)) left &= ~flags.CLEANSTACK;
  return left;
}

function filled(all: number): number {
  let more = all;
  if (more & flags.CLEANSTACK) more |= flags.WITNESS;
  if (more & flags.WITNESS) more |= flags.P2SH;
  return more;
}

interface AssetTest {
  tx: string;
  prevouts: string[];
  index: number;
  flags: string;
  comment: string;
  final?: boolean;
  success?: { scriptSig: string; witness: string[] };
  failure?: { scriptSig: string; witness: string[] };
}

/** Bitcoin Core's script_assets_test: one input made valid, and made invalid. */
export function* taprootTests(): Generator<ScriptVector> {
  const text = brotliDecompressSync(readFileSync(`${FOLDER}/script_assets_test.json.br`)).toString();
  for (const [i, test] of (JSON.parse(text) as AssetTest[]).entries()) {
    const transaction = parseTransaction(hexToBytes(test.tx));
    const spent = packed(test.prevouts.map(outputOf));
    const given = flagsOf(test.flags);
    for (const which of ['success', 'failure'] as const) {
      const made = test[which];
      if (made === undefined) continue;
      const input = transaction.inputs[test.index]!;
      input.scriptSig = hexToBytes(made.scriptSig);
      input.witness = made.witness.map(hexToBytes);
      const vector = {
        name: `script_assets ${i} ${which}: ${test.comment}`,
        raw: serializeTransaction(transaction),
        spent,
        input: test.index,
        flags: given,
        expected: which === 'success' ? 'ok' : 'fault',
      };
      yield vector;
      // What is final is valid by every rule, what fails by some fails by more.
      const today = which === 'success' ? test.final === true : (given & ~flags.CONSENSUS) === 0;
      if (today && given !== flags.CONSENSUS) yield { ...vector, flags: flags.CONSENSUS };
    }
  }
}

function outputOf(hex: string): TxOutput {
  const reader = new ByteReader(hexToBytes(hex));
  return { value: reader.u64(), script: reader.bytes(reader.varint()) };
}

export interface SighashVector {
  raw: Uint8Array;
  script: Uint8Array;
  input: number;
  hashType: number;
  expected: Uint8Array;
}

/** sighash.json: hashes from before BIP143. */
export function sighashTests(): SighashVector[] {
  return read('sighash')
    .filter(row => row.length === 5)
    .map(([raw, script, input, hashType, hash]: [string, string, number, number, string]) => ({
      raw: hexToBytes(raw),
      script: hexToBytes(script),
      input,
      hashType,
      expected: displayToHash(hash),
    }));
}

/** bip341_wallet_vectors.json, "scriptPubKey": keys, tweaks and outputs; the parity is in the control blocks. */
export function walletOutputs(): {
  internal: Uint8Array;
  tweak: Uint8Array;
  output: Uint8Array;
  parity: number;
}[] {
  const { scriptPubKey } = read('bip341_wallet_vectors') as Row;
  return scriptPubKey.map(({ given, intermediary, expected }: Row) => {
    const output = hexToBytes(intermediary.tweakedPubkey);
    const tweak = hexToBytes(intermediary.tweak);
    const internal = hexToBytes(given.internalPubkey);
    const control: string | undefined = expected.scriptPathControlBlocks?.[0];
    const { Point } = secp256k1;
    const sum = schnorr.utils
      .lift_x(bytesToNumberBE(internal))
      .add(Point.BASE.multiply(bytesToNumberBE(tweak)));
    const parity = control === undefined ? Number(sum.toAffine().y & 1n) : hexToBytes(control)[0]! & 1;
    return { internal, tweak, output, parity };
  });
}

/** "keyPathSpending": one transaction with a spend of each kind. */
export function walletSpend(): {
  raw: Uint8Array;
  unsigned: Uint8Array;
  spent: Uint8Array;
  inputs: { index: number; hashType: number; hash: Uint8Array }[];
} {
  const [{ given, inputSpending, auxiliary }] = (read('bip341_wallet_vectors') as Row).keyPathSpending;
  return {
    raw: hexToBytes(auxiliary.fullySignedTx),
    unsigned: hexToBytes(given.rawUnsignedTx),
    spent: packed(
      given.utxosSpent.map(({ scriptPubKey, amountSats }: Row) => ({
        value: BigInt(amountSats),
        script: hexToBytes(scriptPubKey),
      })),
    ),
    inputs: inputSpending.map((each: Row) => ({
      index: each.given.txinIndex,
      hashType: each.given.hashType,
      hash: hexToBytes(each.intermediary.sigHash),
    })),
  };
}
