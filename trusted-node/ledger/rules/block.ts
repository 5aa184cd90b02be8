/**
 * Block rules in the order they are checked: bytes, the block alone, its place in the chain, its transactions
 * against the coins. The header's own rules are domain/chain.ts.
 * @module
 */
import { type Block, checkBlock, parseBlock } from '../../../firmware/domain/block.js';
import { equalBytes, FormatError } from '../../../firmware/domain/bytes.js';
import { subsidy } from '../../../firmware/domain/chain.js';
import { headerHash } from '../../../firmware/domain/header.js';
import type { NetworkRules } from '../../../firmware/domain/networks.js';
import { heightPush } from '../../../firmware/domain/script.js';
import { txid } from '../../../firmware/domain/transaction.js';
import { type Coin, CoinView, keyOf, outpointBytes, outpointKey } from './coins.js';
import { MAX_BLOCK_BYTES, MAX_BLOCK_SIGOPS_COST, MAX_MONEY } from './limits.js';
import { Rejected, require } from './reject.js';
import { isUnspendable } from './script-type.js';
import { checkRelativeLocks, checkSpend, isFinal, sigopCost } from './spend.js';

/** A block with the hashes that everything after parsing needs. */
export interface ParsedBlock extends Block {
  raw: Uint8Array;
  hash: Uint8Array;
  /** one for each transaction, internal order */
  txids: Uint8Array[];
}

/** @throws Rejected when `raw` is not one block in canonical form */
export function readBlock(raw: Uint8Array): ParsedBlock {
  require(raw instanceof Uint8Array && raw.length <= MAX_BLOCK_BYTES, 'bad-blk-length');
  let block: Block;
  try {
    block = parseBlock(raw);
  } catch (error) {
    if (error instanceof FormatError || error instanceof RangeError)
      throw new Rejected('bad-blk-format', error.message);
    throw error;
  }
  return { ...block, raw, hash: headerHash(raw.subarray(0, 80)), txids: block.transactions.map(txid) };
}

/**
 * The block alone (CheckBlock): merkle root, coinbase, transactions, weight, witness commitment, legacy signature
 * operations. @throws Rejected
 */
export function checkBlockAlone(block: ParsedBlock): void {
  const reason = checkBlock(block, block.txids);
  if (reason !== undefined) throw new Rejected(reason);
  let cost = 0;
  for (const transaction of block.transactions) cost += sigopCost(transaction, []);
  require(cost <= MAX_BLOCK_SIGOPS_COST, 'bad-blk-sigops');
}

/** Header versions below 4 are outdated (BIP34, BIP65, BIP66 active from height 1). */
export function checkVersion(version: number): void {
  require(version >= 4, 'bad-version', `0x${(version >>> 0).toString(16).padStart(8, '0')}`);
}

/**
 * The block in its place (ContextualCheckBlock): lock times and BIP34.
 * @param medianTime median time past of the parent
 * @throws Rejected
 */
export function checkBlockInPlace(block: ParsedBlock, height: number, medianTime: number): void {
  for (const transaction of block.transactions)
    require(isFinal(transaction, height, medianTime), 'bad-txns-nonfinal');
  const expected = heightPush(height);
  const { scriptSig } = block.transactions[0]!.inputs[0]!;
  require(equalBytes(scriptSig.subarray(0, expected.length), expected), 'bad-cb-height');
}

/** Keys of the stored coins that a block's transactions may want. */
export function wantedCoins(block: ParsedBlock): string[] {
  const own = new Set(block.txids.map(keyOf));
  const wanted: string[] = [];
  for (const { inputs } of block.transactions.slice(1))
    for (const { previous } of inputs) if (!own.has(keyOf(previous.txid))) wanted.push(outpointKey(previous));
  return wanted;
}

/** Checks the witnesses of transaction `index` of the block. @throws Rejected */
export type WitnessCheck = (index: number, spent: readonly Coin[]) => void;

export interface Connection {
  /** the changed coins */
  view: CoinView;
  /** coins spent, in the order of the inputs: for undo data */
  spent: Coin[];
  fees: bigint;
}

/**
 * The block's transactions against the coins (ConnectBlock).
 * @param base at least the coins of {@link wantedCoins} that exist
 * @throws Rejected; nothing outside was changed
 */
export function connectBlock(
  rules: NetworkRules,
  block: ParsedBlock,
  height: number,
  base: ReadonlyMap<string, Coin>,
  checkWitness: WitnessCheck,
): Connection {
  const view = new CoinView(base);
  const spentByEach: Coin[][] = [];
  let fees = 0n;
  let cost = 0;
  block.transactions.forEach((transaction, position) => {
    const spent: Coin[] = [];
    if (position > 0) {
      for (const { previous } of transaction.inputs) {
        const coin = view.get(outpointKey(previous));
        require(coin !== undefined, 'bad-txns-inputs-missingorspent', `transaction ${position}`);
        spent.push(coin);
      }
      fees += checkSpend(transaction, spent, height, rules.coinbaseMaturity);
      checkRelativeLocks(transaction, spent, height);
      require(fees <= MAX_MONEY, 'bad-txns-accumulated-fee-outofrange');
      for (const { previous } of transaction.inputs) view.spend(outpointKey(previous));
    }
    cost += sigopCost(transaction, spent);
    require(cost <= MAX_BLOCK_SIGOPS_COST, 'bad-blk-sigops');
    spentByEach.push(spent);
    addOutputs(view, transaction.outputs, block.txids[position]!, height, position === 0);
  });

  let paid = 0n;
  for (const { value } of block.transactions[0]!.outputs) paid += value;
  const allowed = subsidy(rules, height) + fees;
  require(paid <= allowed, 'bad-cb-amount', `coinbase pays ${paid} satoshi, ${allowed} allowed`);

  // Last, because it is the expensive part.
  for (let i = 1; i < spentByEach.length; i++) checkWitness(i, spentByEach[i]!);
  return { view, spent: spentByEach.flat(), fees };
}

function addOutputs(
  view: CoinView,
  outputs: readonly { value: bigint; script: Uint8Array }[],
  id: Uint8Array,
  height: number,
  coinbase: boolean,
): void {
  outputs.forEach(({ value, script }, index) => {
    if (!isUnspendable(script))
      view.add(keyOf(outpointBytes(id, index)), { value, script, height, coinbase });
  });
}

/** What disconnecting a block does to the coins: keys to remove, coins to restore. */
export function disconnectBlock(
  block: ParsedBlock,
  spent: readonly Coin[],
): { remove: string[]; restore: Map<string, Coin> } {
  const keys = block.transactions
    .slice(1)
    .flatMap(({ inputs }) => inputs.map(({ previous }) => outpointKey(previous)));
  if (keys.length !== spent.length)
    throw new FormatError(`undo data of ${spent.length} coins for ${keys.length} inputs`);
  const inBlock = new Set<string>();
  block.transactions.forEach(({ outputs }, position) => {
    outputs.forEach(({ script }, index) => {
      if (!isUnspendable(script)) inBlock.add(keyOf(outpointBytes(block.txids[position]!, index)));
    });
  });
  const restore = new Map<string, Coin>();
  keys.forEach((key, i) => {
    // Made and spent inside the block: absent before and after.
    if (!inBlock.delete(key)) restore.set(key, spent[i]!);
  });
  return { remove: [...inBlock], restore };
}
