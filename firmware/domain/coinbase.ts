/**
 * Coinbase transactions in two parts, with room for the extranonce between them.
 *
 * The parts are serialised without witness, which is the form hashed into the txid and so into the merkle root; a board
 * needs no other. The node adds the witness when it builds the whole block.
 * @module
 */
import { asciiToBytes, assertInteger, ByteWriter, concatBytes } from './bytes.js';
import { sha256dOfParts } from './hash.js';
import { heightPush, pushData, witnessCommitmentScript } from './script.js';
import { MAX_MONEY, parseTransaction, serializeTransaction, type TxOutput } from './transaction.js';

/** Consensus limit on a coinbase's scriptSig in bytes (CheckTransaction of Bitcoin Core). */
export const MAX_COINBASE_SCRIPT = 100;

export interface CoinbaseTemplate {
  /** height of the block, 1..2^31-1 */
  height: number;
  outputs: TxOutput[];
  /** 32 bytes; becomes the last output (BIP141) */
  witnessCommitment?: Uint8Array;
  /** bytes that the board chooses, 1..75 */
  extranonceLength: number;
  /** printable ASCII pushed after the extranonce */
  tag?: string;
}

export interface CoinbaseParts {
  prefix: Uint8Array;
  suffix: Uint8Array;
}

/**
 * The coinbase before and after its extranonce. scriptSig: height (BIP34), push of the extranonce, push of
 * the tag. nLockTime is height - 1 and the sequence is not final, so that no two coinbases are equal (BIP54).
 * @throws RangeError when a value is out of its bounds or the scriptSig would exceed 100 bytes
 */
export function buildCoinbaseParts(template: CoinbaseTemplate): CoinbaseParts {
  const { height, extranonceLength, tag = '/mite/' } = template;
  assertInteger(height, 1, 0x7fffffff, 'height');
  assertInteger(extranonceLength, 1, 75, 'extranonceLength');
  const outputs = template.outputs.slice();
  if (template.witnessCommitment)
    outputs.push({ value: 0n, script: witnessCommitmentScript(template.witnessCommitment) });
  if (outputs.length === 0) throw new RangeError('coinbase without outputs');

  const heightScript = heightPush(height);
  const tagScript = tag === '' ? new Uint8Array(0) : pushData(asciiToBytes(tag));
  const scriptLength = heightScript.length + 1 + extranonceLength + tagScript.length;
  if (scriptLength > MAX_COINBASE_SCRIPT) throw new RangeError(`coinbase scriptSig of ${scriptLength} bytes`);

  const prefix = new ByteWriter(64)
    .i32(2)
    .varint(1)
    .bytes(new Uint8Array(32))
    .u32(0xffffffff)
    .varint(scriptLength)
    .bytes(heightScript)
    .u8(extranonceLength);
  const suffix = new ByteWriter(128).bytes(tagScript).u32(0xfffffffe).varint(outputs.length);
  for (const { value, script } of outputs) {
    if (value > MAX_MONEY) throw new RangeError(`coinbase output of ${value} satoshi`);
    suffix.u64(value).varint(script.length).bytes(script);
  }
  suffix.u32(height - 1);
  return { prefix: prefix.toBytes(), suffix: suffix.toBytes() };
}

/** The whole coinbase, without witness. */
export function assembleCoinbase(prefix: Uint8Array, extranonce: Uint8Array, suffix: Uint8Array): Uint8Array {
  return concatBytes(prefix, extranonce, suffix);
}

/** The txid (32 bytes, internal order) of {@link assembleCoinbase}, without assembling it. */
export function coinbaseTxid(prefix: Uint8Array, extranonce: Uint8Array, suffix: Uint8Array): Uint8Array {
  return sha256dOfParts(prefix, extranonce, suffix);
}

/**
 * The coinbase as it appears in a block: with the witness reserved value, 32 zero bytes, as its one witness
 * item (BIP141).
 * @param coinbase serialised without witness
 * @throws FormatError when `coinbase` is not a transaction
 */
export function coinbaseWithWitness(coinbase: Uint8Array): Uint8Array {
  const transaction = parseTransaction(coinbase);
  transaction.inputs[0]!.witness = [new Uint8Array(32)];
  return serializeTransaction(transaction);
}
