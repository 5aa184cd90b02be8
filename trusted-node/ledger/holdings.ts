/** What scripts own: coins in blocks and outputs that wait. */
import { equalBytes } from '../../firmware/domain/bytes.js';
import type { Balance } from '../ports/chain-queries.js';
import type { Pool } from './pool.js';
import { keyOf, outpointKey } from './rules/coins.js';
import { coinsOfScripts, type Db, fromKey, readCoins, sumsOfScript } from './store.js';
import type { OwnedCoin } from './types.js';

export interface HoldingsContext {
  pool: Pool;
  /** of the next block: spendable means spendable there */
  height: number;
  coinbaseMaturity: number;
}

function isMature(coin: { height: number; coinbase: boolean }, context: HoldingsContext): boolean {
  return !coin.coinbase || context.height - coin.height >= context.coinbaseMaturity;
}

/** Summed by the database: a payout address may own a coin of every block there is. */
export async function balanceOf(db: Db, context: HoldingsContext, script: Uint8Array): Promise<Balance> {
  const { pool, height, coinbaseMaturity } = context;
  const sums = await sumsOfScript(db, script, height - coinbaseMaturity);
  const balance: Balance = { ...sums, pending: 0n };
  const inputs = [...pool.entries()].flatMap(({ transaction }) => transaction.inputs);
  const spent = await readCoins(
    db,
    inputs.map(({ previous }) => outpointKey(previous)),
  );
  for (const coin of spent.values()) if (equalBytes(coin.script, script)) balance.pending -= coin.value;
  for (const coin of waitingCoins(pool, [script])) balance.pending += coin.value;
  return balance;
}

/** Coins of these scripts that no waiting transaction spends: those in blocks first. */
export async function ownedCoins(
  db: Db,
  context: HoldingsContext,
  scripts: readonly Uint8Array[],
): Promise<OwnedCoin[]> {
  const owned: OwnedCoin[] = [];
  for (const [key, coin] of await coinsOfScripts(db, scripts)) {
    if (context.pool.spender(key)) continue;
    const outpoint = fromKey(key);
    const index = new DataView(outpoint.buffer, outpoint.byteOffset).getUint32(32, true);
    owned.push({ ...coin, txid: outpoint.slice(0, 32), index, mature: isMature(coin, context) });
  }
  return [...owned, ...waitingCoins(context.pool, scripts)];
}

/** Outputs of waiting transactions to these scripts that no other waiting one spends. */
function waitingCoins(pool: Pool, scripts: readonly Uint8Array[]): OwnedCoin[] {
  const wanted = new Set(scripts.map(keyOf));
  const coins: OwnedCoin[] = [];
  for (const { transaction, txid } of pool.entries())
    transaction.outputs.forEach(({ value, script }, index) => {
      if (!wanted.has(keyOf(script)) || pool.spender(outpointKey({ txid, index }))) return;
      coins.push({ txid, index, value, script, coinbase: false, mature: true });
    });
  return coins;
}
