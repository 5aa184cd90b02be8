/**
 * Whole blocks and the checks that need nothing but the block (CheckBlock and CheckWitnessMalleation of
 * Bitcoin Core, validation.cpp; BIP141).
 * @module
 */
import { ByteReader, ByteWriter, equalBytes, FormatError, varintLength } from './bytes.js';
import { type BlockHeader, decodeHeader, encodeHeader, HEADER_LENGTH } from './header.js';
import { checkedMerkleRoot, merkleParent, merkleRoot } from './merkle.js';
import { readWitnessCommitment } from './script.js';
import {
  checkTransaction,
  hasWitness,
  isCoinbase,
  MAX_BLOCK_WEIGHT,
  readTransaction,
  type Transaction,
  transactionLength,
  transactionWeight,
  txid,
  WITNESS_SCALE,
  writeTransaction,
  wtxid,
} from './transaction.js';

export interface Block {
  header: BlockHeader;
  /** the coinbase first */
  transactions: Transaction[];
}

const MIN_TRANSACTION_LENGTH = 60;

/** @throws FormatError when `bytes` is not exactly one block with at least one transaction */
export function parseBlock(bytes: Uint8Array): Block {
  const reader = new ByteReader(bytes);
  const header = decodeHeader(reader.view(HEADER_LENGTH));
  const count = reader.varint();
  if (count === 0) throw new FormatError('block without transactions');
  if (count * MIN_TRANSACTION_LENGTH > reader.remaining)
    throw new FormatError(`${count} transactions announced, too few bytes left`);
  const transactions: Transaction[] = [];
  for (let i = 0; i < count; i++) transactions.push(readTransaction(reader));
  reader.end();
  return { header, transactions };
}

/** The block's bytes, witness data included. */
export function serializeBlock(block: Block): Uint8Array {
  const { transactions } = block;
  let length = HEADER_LENGTH + varintLength(transactions.length);
  for (const transaction of transactions) length += transactionLength(transaction);
  const writer = new ByteWriter(length);
  writer.bytes(encodeHeader(block.header)).varint(transactions.length);
  for (const transaction of transactions) writeTransaction(writer, transaction);
  return writer.toBytes();
}

/** Weight units of the whole block (BIP141). */
export function blockWeight(block: Block): number {
  let weight = WITNESS_SCALE * (HEADER_LENGTH + varintLength(block.transactions.length));
  for (const transaction of block.transactions) weight += transactionWeight(transaction);
  return weight;
}

/**
 * The root over the transactions' wtxids, the coinbase's being 32 zero bytes (BIP141).
 * @param others the wtxids of all transactions but the coinbase
 */
export function witnessMerkleRoot(others: readonly Uint8Array[]): Uint8Array {
  return merkleRoot([new Uint8Array(32), ...others]);
}

/**
 * What the coinbase commits to: SHA256d(witness merkle root || witness reserved value) (BIP141).
 * @param reserved 32 bytes, the one witness item of the coinbase's input; zeros unless given
 */
export function witnessCommitment(root: Uint8Array, reserved: Uint8Array = new Uint8Array(32)): Uint8Array {
  return merkleParent(root, reserved);
}

/** The commitment in a coinbase: that of its last output that has one (BIP141). */
export function committedWitness(coinbase: Transaction): Uint8Array | undefined {
  for (let i = coinbase.outputs.length - 1; i >= 0; i--) {
    const commitment = readWitnessCommitment(coinbase.outputs[i]!.script);
    if (commitment) return commitment;
  }
  return undefined;
}

/**
 * BIP141's rule: a block that commits to its witness must commit to this one; a block that does not must
 * have none.
 * @returns undefined when it passes, else the reason in Bitcoin Core's words
 */
export function checkWitnessCommitment(block: Block): string | undefined {
  const [coinbase, ...others] = block.transactions;
  const commitment = coinbase && committedWitness(coinbase);
  if (!commitment) return block.transactions.some(hasWitness) ? 'unexpected-witness' : undefined;
  const [reserved, ...more] = coinbase!.inputs[0]!.witness;
  if (reserved?.length !== 32 || more.length > 0) return 'bad-witness-nonce-size';
  const root = witnessMerkleRoot(others.map(wtxid));
  return equalBytes(witnessCommitment(root, reserved), commitment) ? undefined : 'bad-witness-merkle-match';
}

/**
 * The checks that need nothing but the block: shape, merkle root (CVE-2012-2459 included), transactions on
 * their own, weight, witness commitment. Neither proof of work nor anything about the chain; see chain.ts.
 * @param ids the transactions' txids where the caller has them already
 * @returns undefined when it passes, else the reason in Bitcoin Core's words
 */
export function checkBlock(block: Block, ids = block.transactions.map(txid)): string | undefined {
  const { transactions } = block;
  if (transactions.length === 0 || !isCoinbase(transactions[0]!)) return 'bad-cb-missing';
  for (let i = 1; i < transactions.length; i++) if (isCoinbase(transactions[i]!)) return 'bad-cb-multiple';
  try {
    if (!equalBytes(checkedMerkleRoot(ids), block.header.merkleRoot)) return 'bad-txnmrklroot';
  } catch (error) {
    if (error instanceof FormatError) return 'bad-txns-duplicate';
    throw error;
  }
  for (const transaction of transactions) {
    const reason = checkTransaction(transaction);
    if (reason) return reason;
  }
  if (blockWeight(block) > MAX_BLOCK_WEIGHT) return 'bad-blk-weight';
  return checkWitnessCommitment(block);
}
