/**
 * Random signed transactions for the judge. What is signed, @scure/btc-signer says (its hashes by BIP143 and BIP341), so
 * that nothing here shares code with what is tested.
 */
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import { ripemd160 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { Transaction as Oracle } from '@scure/btc-signer';
import { concatBytes } from '../../firmware/domain/bytes.js';
import { serializeTransaction, type Transaction, type TxOutput } from '../../firmware/domain/transaction.js';
import type { Random } from '../cases/random.js';

export interface Spend {
  transaction: Transaction;
  spent: TxOutput[];
}

export type Kind = 'p2wpkh' | 'p2tr';

export interface SpendOptions {
  inputs?: number;
  outputs?: number;
  /** of every input; else mixed */
  kind?: Kind;
  /** of every input; else any that can sign */
  hashType?: number;
  /** P2TR inputs may have one */
  annex?: boolean;
}

const HASH_TYPES = [1, 2, 3, 0x81, 0x82, 0x83];
const DUST = 1_000;

interface Owner {
  kind: Kind;
  secret: Uint8Array;
  publicKey: Uint8Array;
  script: Uint8Array;
}

function makeOwner(random: Random, kind: Kind): Owner {
  const secret = sha256(random.bytes(32));
  if (kind === 'p2tr') {
    const publicKey = schnorr.getPublicKey(secret);
    return { kind, secret, publicKey, script: concatBytes(Uint8Array.of(0x51, 0x20), publicKey) };
  }
  const publicKey = secp256k1.getPublicKey(secret, true);
  const script = concatBytes(Uint8Array.of(0, 0x14), ripemd160(sha256(publicKey)));
  return { kind, secret, publicKey, script };
}

/** A P2WPKH, P2TR, P2PKH or OP_RETURN output script. */
function outputScript(random: Random): Uint8Array {
  switch (random.below(4)) {
    case 0:
      return concatBytes(Uint8Array.of(0, 0x14), random.bytes(20));
    case 1:
      return concatBytes(Uint8Array.of(0x51, 0x20), random.bytes(32));
    case 2:
      return concatBytes(Uint8Array.of(0x76, 0xa9, 0x14), random.bytes(20), Uint8Array.of(0x88, 0xac));
    default: {
      const length = random.below(40);
      return concatBytes(Uint8Array.of(0x6a, length), random.bytes(length));
    }
  }
}

/** A valid transaction, and what it spends. */
export function randomSpend(random: Random, options: SpendOptions = {}): Spend {
  const inputCount = options.inputs ?? random.between(1, 12);
  const outputCount = options.outputs ?? random.between(1, 4);
  const owners = Array.from({ length: inputCount }, () =>
    makeOwner(random, options.kind ?? random.pick<Kind>(['p2wpkh', 'p2tr'])),
  );
  const spent = owners.map(({ script }) => ({
    value: BigInt(random.between(4 * DUST, 2 ** 31)) + (random.bool() ? 0n : 1n << 40n),
    script,
  }));
  let rest = spent.reduce((sum, { value }) => sum + value, 0n) - BigInt(random.below(4 * DUST));
  const outputs: TxOutput[] = [];
  for (let i = 0; i < outputCount; i++) {
    const value = i + 1 === outputCount ? rest : rest / 2n;
    rest -= value;
    outputs.push({ value, script: outputScript(random) });
  }
  const transaction: Transaction = {
    version: random.pick([1, 2, 3, -1]),
    inputs: owners.map(() => ({
      previous: { txid: random.bytes(32), index: random.below(random.bool() ? 4 : 100_000) },
      scriptSig: new Uint8Array(0),
      sequence: random.pick([0xffffffff, 0xfffffffd, 0, random.u32()]),
      witness: [],
    })),
    outputs,
    lockTime: random.pick([0, 830_000, random.u32()]),
  };
  signAll(random, transaction, spent, owners, options);
  return { transaction, spent };
}

function signAll(
  random: Random,
  transaction: Transaction,
  spent: readonly TxOutput[],
  owners: readonly Owner[],
  options: SpendOptions,
): void {
  const oracle = Oracle.fromRaw(serializeTransaction(transaction, false), {
    allowUnknownOutputs: true,
    allowUnknownVersion: true,
    disableScriptCheck: true,
  });
  const scripts = spent.map(({ script }) => script);
  const amounts = spent.map(({ value }) => value);
  owners.forEach(({ kind, secret, publicKey, script }, index) => {
    const hasOutput = index < transaction.outputs.length;
    let hashType = options.hashType ?? random.pick(kind === 'p2tr' ? [0, ...HASH_TYPES] : HASH_TYPES);
    if (kind === 'p2tr' && (hashType & 3) === 3 && !hasOutput) hashType = 1;
    if (kind === 'p2wpkh') {
      if (hashType === 0) hashType = 1;
      const code = concatBytes(
        Uint8Array.of(0x76, 0xa9, 0x14),
        script.subarray(2),
        Uint8Array.of(0x88, 0xac),
      );
      const hash = oracle.preimageWitnessV0(index, code, hashType, amounts[index]!);
      const der = secp256k1.sign(hash, secret, { prehash: false, format: 'der' });
      transaction.inputs[index]!.witness = [concatBytes(der, Uint8Array.of(hashType)), publicKey];
      return;
    }
    const annex =
      options.annex !== false && random.below(4) === 0
        ? concatBytes(Uint8Array.of(0x50), random.bytes(random.pick([0, 1, 30, 252, 253, 300])))
        : undefined;
    const hash = oracle.preimageWitnessV1(
      index,
      scripts,
      hashType,
      amounts,
      undefined,
      undefined,
      undefined,
      annex,
    );
    const signature = schnorr.sign(hash, secret, random.bytes(32));
    transaction.inputs[index]!.witness = [
      hashType === 0 ? signature : concatBytes(signature, Uint8Array.of(hashType)),
      ...(annex ? [annex] : []),
    ];
  });
}
