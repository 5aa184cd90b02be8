/**
 * Whether a transaction may wait in the mempool: the consensus rules as of the next block, and policy (MemPoolAccept of
 * Bitcoin Core, validation.cpp). Pure: reads the pool and given coins, changes neither.
 *
 * Policy: no replacement (the first seen of two conflicting transactions stays, BIP125 is not followed), fee at least
 * 1 satoshi a virtual byte, at most 25 in a chain of unconfirmed transactions, at most 400,000 weight units.
 * @module
 */
import { FormatError } from '../../firmware/domain/bytes.js';
import { sha256d } from '../../firmware/domain/hash.js';
import {
  checkTransaction,
  isCoinbase,
  parseTransaction,
  type Transaction,
  transactionLength,
  transactionWeight,
  txid,
} from '../../firmware/domain/transaction.js';
import type { Pool, PoolEntry } from './pool.js';
import { type Coin, keyOf, outpointBytes, outpointKey } from './rules/coins.js';
import {
  MAX_ANCESTORS,
  MAX_BLOCK_BYTES,
  MAX_BLOCK_SIGOPS_COST,
  MAX_DESCENDANTS,
  MAX_POOL_TRANSACTION_WEIGHT,
  MIN_RELAY_FEE_RATE,
  MIN_STRIPPED_LENGTH,
  WITNESS_SCALE,
} from './rules/limits.js';
import { Rejected, require } from './rules/reject.js';
import type { SignatureCache } from './rules/signatures.js';
import { checkRelativeLocks, checkSpend, isFinal, sigopCost } from './rules/spend.js';

/** Virtual bytes that one signature operation stands for (nBytesPerSigOp / 4). */
const VSIZE_PER_SIGOP = 5;

export interface ParsedTransaction {
  transaction: Transaction;
  raw: Uint8Array;
  txid: Uint8Array;
  wtxid: Uint8Array;
}

/** @throws Rejected when `raw` is not one transaction in canonical form */
export function readTransactionBytes(raw: Uint8Array): ParsedTransaction {
  require(raw instanceof Uint8Array && raw.length <= MAX_BLOCK_BYTES, 'tx-size');
  try {
    const transaction = parseTransaction(raw);
    return { transaction, raw, txid: txid(transaction), wtxid: sha256d(raw) };
  } catch (error) {
    if (error instanceof FormatError || error instanceof RangeError)
      throw new Rejected('tx-format', error.message);
    throw error;
  }
}

/** Keys of the stored coins to fetch: the inputs' and, to recognise a confirmed transaction, its own outputs'. */
export function coinsWanted({ transaction, txid: id }: ParsedTransaction): string[] {
  const own = transaction.outputs.map((_, index) => keyOf(outpointBytes(id, index)));
  return [...transaction.inputs.map(({ previous }) => outpointKey(previous)), ...own];
}

/** Virtual bytes (BIP141), or more where signature operations weigh more (GetVirtualTransactionSize). */
export function virtualSize(weight: number, sigops: number): number {
  return Math.max(Math.ceil(weight / WITNESS_SCALE), sigops * VSIZE_PER_SIGOP);
}

export interface AcceptContext {
  pool: Pool;
  /** the stored ones of {@link coinsWanted} */
  coins: ReadonlyMap<string, Coin>;
  /** of the next block */
  height: number;
  /** median time past of the tip */
  medianTime: number;
  coinbaseMaturity: number;
  signatures: SignatureCache;
  /** seconds since 1970 */
  now: number;
  /** for what was in a block or in the pool before: it does not leave for its fee */
  anyFee?: boolean;
}

/**
 * Checks a transaction that is not in the pool.
 * @throws Rejected
 */
export function acceptTransaction(parsed: ParsedTransaction, context: AcceptContext): PoolEntry {
  const { transaction, raw, txid: id, wtxid } = parsed;
  const { pool, coins, height } = context;
  const reason = checkTransaction(transaction);
  if (reason !== undefined) throw new Rejected(reason);
  require(!isCoinbase(transaction), 'coinbase');
  const weight = transactionWeight(transaction);
  require(weight <= MAX_POOL_TRANSACTION_WEIGHT, 'tx-size', `${weight} weight units`);
  require(transactionLength(transaction, false) >= MIN_STRIPPED_LENGTH, 'tx-size-small');
  require(isFinal(transaction, height, context.medianTime), 'non-final');

  const key = keyOf(id);
  require(pool.get(key) === undefined, 'txn-already-in-mempool');
  transaction.outputs.forEach((_, index) => {
    require(!coins.has(keyOf(outpointBytes(id, index))), 'txn-already-known');
  });
  for (const { previous } of transaction.inputs)
    require(pool.spender(outpointKey(previous)) === undefined, 'txn-mempool-conflict');

  const spent = spentCoins(transaction, context);
  const fee = checkSpend(transaction, spent, height, context.coinbaseMaturity);
  checkRelativeLocks(transaction, spent, height);
  const sigops = sigopCost(transaction, spent);
  require(sigops <= MAX_BLOCK_SIGOPS_COST / 5, 'bad-txns-too-many-sigops');
  const vsize = virtualSize(weight, sigops);
  const least = BigInt(vsize) * MIN_RELAY_FEE_RATE;
  require(fee >= least || context.anyFee === true, 'min relay fee not met', `${fee} < ${least} satoshi`);

  const ancestors = pool.ancestors(transaction);
  require(ancestors.size + 1 <=
    MAX_ANCESTORS, 'too-long-mempool-chain', `${ancestors.size} unconfirmed ancestors`);
  for (const ancestor of ancestors)
    require(pool.descendants(ancestor).size + 1 <=
      MAX_DESCENDANTS, 'too-long-mempool-chain', 'too many descendants');

  context.signatures.check(transaction, wtxid, spent);
  return {
    key,
    transaction,
    raw,
    spent: spent.map(({ value, script }) => ({ value, script })),
    txid: id,
    wtxid,
    fee,
    weight,
    vsize,
    sigops,
    time: context.now,
    sequence: pool.nextSequence,
  };
}

/** The inputs' coins, from blocks or from the pool. */
function spentCoins(transaction: Transaction, { coins, pool, height }: AcceptContext): Coin[] {
  return transaction.inputs.map(({ previous }) => {
    const coin = coins.get(outpointKey(previous));
    if (coin) return coin;
    const output = pool.get(keyOf(previous.txid))?.transaction.outputs[previous.index];
    require(output !== undefined, 'bad-txns-inputs-missingorspent');
    return { value: output.value, script: output.script, height, coinbase: false };
  });
}
