/** getblocktemplate's answers made of whole blocks, and the chain they build on. */

import type { Block } from '../../firmware/domain/block.js';
import { witnessCommitment, witnessMerkleRoot } from '../../firmware/domain/block.js';
import { bytesToHex, hashToDisplay } from '../../firmware/domain/bytes.js';
import { subsidy } from '../../firmware/domain/chain.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { witnessCommitmentScript } from '../../firmware/domain/script.js';
import { compactToTarget } from '../../firmware/domain/target.js';
import {
  serializeTransaction,
  type Transaction,
  transactionWeight,
  txid,
  wtxid,
} from '../../firmware/domain/transaction.js';
import type { BlockTemplate, TemplateEntry } from '../../trusted-node/upstream/bitcoin/schemas.js';
import type { TemplateContext } from '../../trusted-node/upstream/bitcoin/template.js';

/** One entry of `transactions`, by the other way of reading transactions than the upstream's. */
export function entryOf(transaction: Transaction, fee = 1_000): TemplateEntry {
  return {
    data: bytesToHex(serializeTransaction(transaction)),
    txid: hashToDisplay(txid(transaction)),
    hash: hashToDisplay(wtxid(transaction)),
    fee,
    sigops: 4,
    weight: transactionWeight(transaction),
  };
}

/** What belongs to a list of transactions: entries, value, commitment. */
export function listOf(
  transactions: readonly Transaction[],
  height: number,
  fees: readonly number[] = transactions.map(() => 1_000),
): Pick<BlockTemplate, 'transactions' | 'coinbasevalue' | 'default_witness_commitment'> {
  const commitment = witnessCommitment(witnessMerkleRoot(transactions.map(wtxid)));
  return {
    transactions: transactions.map((transaction, i) => entryOf(transaction, fees[i])),
    coinbasevalue: Number(subsidy(NETWORKS.mainnet, height)) + fees.reduce((sum, fee) => sum + fee, 0),
    default_witness_commitment: bytesToHex(witnessCommitmentScript(commitment)),
  };
}

/** The template that a mainnet block could have come from. */
export function templateOf(
  block: Block,
  height: number,
  transactions = block.transactions.slice(1),
): BlockTemplate {
  const { header } = block;
  return {
    version: 0x20000000,
    rules: ['csv', '!segwit', 'taproot'],
    vbrequired: 0,
    previousblockhash: hashToDisplay(header.previousHash),
    longpollid: `${hashToDisplay(header.previousHash)}1`,
    target: compactToTarget(header.nBits).toString(16).padStart(64, '0'),
    mintime: header.time - 3_600,
    curtime: header.time,
    bits: header.nBits.toString(16).padStart(8, '0'),
    height,
    sigoplimit: 80_000,
    weightlimit: 4_000_000,
    ...listOf(transactions, height),
  };
}

/** The chain before a mainnet block in the middle of a difficulty period. */
export function contextOf(block: Block, height: number): TemplateContext {
  const { header } = block;
  const parent = { time: header.time - 600, nBits: header.nBits };
  return {
    rules: NETWORKS.mainnet,
    header: {
      parentHash: header.previousHash,
      parentHeight: height - 1,
      parent,
      pastTimes: Array.from({ length: 11 }, (_, i) => parent.time - 600 * (10 - i)),
      ancestor: () => parent,
    },
    bitsKnown: true,
  };
}

/** The same transaction of one input spending another output, so with other hashes. */
export function variant(transaction: Transaction, salt: number): Transaction {
  const [first, ...others] = transaction.inputs;
  const id = first!.previous.txid.slice();
  new DataView(id.buffer).setUint32(0, salt);
  return { ...transaction, inputs: [{ ...first!, previous: { ...first!.previous, txid: id } }, ...others] };
}

/** So many transactions, the small ones of a block in variants. */
export function manyOf(block: Block, count: number): Transaction[] {
  const small = block.transactions
    .slice(1)
    .filter(({ inputs }) => inputs.length === 1)
    .sort((a, b) => transactionWeight(a) - transactionWeight(b))
    .slice(0, 1_000);
  return Array.from({ length: count }, (_, i) => variant(small[i % small.length]!, i + 1));
}
