/**
 * Choosing coins, building and signing a payment.
 * @module
 */
import { SigHash, Transaction } from '@scure/btc-signer';
import { keyOf } from '../ledger/rules/coins.js';
import { MAX_MONEY, MIN_RELAY_FEE_RATE } from '../ledger/rules/limits.js';
import { classifyScript } from '../ledger/rules/script-type.js';
import type { Ledger, OwnedCoin } from '../ledger/types.js';
import { scriptOfAddress } from './address.js';
import { formatAmount } from './amount.js';
import type { Wallet, WalletKey } from './wallet.js';

export interface SpendRequest {
  /** an address of the wallet's network */
  to: string;
  amountSat: bigint;
  /** satoshi a virtual byte, 1..1000 */
  feeRate: bigint;
}

export interface Spend {
  /** signed, ready for {@link Ledger.submitTransaction} */
  raw: Uint8Array;
  /** display order */
  txid: string;
  fee: bigint;
  /** what goes back to the wallet; 0 when it was too little for an output */
  change: bigint;
}

/** The payment cannot be made; the message says why. */
export class SpendError extends Error {
  override readonly name = 'SpendError';
  constructor(
    readonly code: 'dust' | 'amount' | 'fee-rate' | 'insufficient' | 'immature',
    message: string,
  ) {
    super(message);
  }
}

const MAX_FEE_RATE = 1000n;
/** Version, counts, lock time, marker and flag. */
const BASE_WEIGHT = 4 * 10 + 2;
/** Outpoint, empty script, sequence: 41 bytes; witness of 72-byte signature and key, or of a 64-byte signature. */
const INPUT_WEIGHT = { p2wpkh: 4 * 41 + 108, p2tr: 4 * 41 + 66 } as const;
/** A transaction with more inputs could exceed the mempool's size limit. */
const MAX_INPUTS = 1000;

function outputWeight(script: Uint8Array): number {
  return 4 * (9 + script.length);
}

/** Least amount of an output that is worth its spending (GetDustThreshold of Bitcoin Core at 3 sat/vB). */
export function dustThreshold(script: Uint8Array): bigint {
  const isWitness = classifyScript(script).kind !== 'other' || (script.length === 34 && script[0] === 0);
  return BigInt(9 + script.length + (isWitness ? 67 : 148)) * 3n;
}

/**
 * Builds and signs a payment from the wallet's coins, confirmed and larger ones first. Change goes to a new P2WPKH
 * address, or to the fee when it would be dust. Nothing is sent.
 * @throws AddressError, SpendError
 */
export async function buildSpend(wallet: Wallet, ledger: Ledger, request: SpendRequest): Promise<Spend> {
  const { to, amountSat, feeRate } = request;
  const script = scriptOfAddress(to, wallet.network);
  if (amountSat <= 0n || amountSat > MAX_MONEY)
    throw new SpendError('amount', 'the amount must be more than 0');
  if (amountSat < dustThreshold(script))
    throw new SpendError(
      'dust',
      `the amount is too small to be relayed (dust): send at least ${dustThreshold(script)} satoshi`,
    );
  if (feeRate < MIN_RELAY_FEE_RATE || feeRate > MAX_FEE_RATE)
    throw new SpendError(
      'fee-rate',
      `the fee rate must be ${MIN_RELAY_FEE_RATE} to ${MAX_FEE_RATE} satoshi per virtual byte`,
    );

  const keys = new Map(wallet.keys().map(key => [keyOf(key.script), key]));
  const coins = await ledger.coins([...keys.values()].map(key => key.script));
  const { chosen, fee, change } = chooseCoins(coins, script, amountSat, feeRate);

  const transaction = new Transaction({ version: 2 });
  const signers: WalletKey[] = [];
  for (const coin of chosen) {
    const key = keys.get(keyOf(coin.script))!;
    signers.push(key);
    transaction.addInput({
      txid: coin.txid.slice().reverse(),
      index: coin.index,
      witnessUtxo: { amount: coin.value, script: coin.script },
      ...(key.type === 'p2tr' ? { tapInternalKey: key.publicKey } : {}),
    });
  }
  transaction.addOutput({ script, amount: amountSat });
  if (change > 0n) transaction.addOutput({ script: wallet.newAddress('p2wpkh').script, amount: change });
  signers.forEach(({ secret, type }, index) => {
    transaction.signIdx(secret, index, [type === 'p2tr' ? SigHash.DEFAULT : SigHash.ALL]);
  });
  transaction.finalize();
  return { raw: transaction.extract(), txid: transaction.id, fee, change };
}

/** Largest first within confirmed, then within waiting ones, until amount and fee are covered. */
function chooseCoins(coins: readonly OwnedCoin[], to: Uint8Array, amount: bigint, feeRate: bigint) {
  const mature = coins
    .filter(coin => coin.mature)
    .sort(
      (a, b) =>
        Number(a.height === undefined) - Number(b.height === undefined) || (a.value < b.value ? 1 : -1),
    );
  const chosen: OwnedCoin[] = [];
  let total = 0n;
  let weight = BASE_WEIGHT + outputWeight(to);
  const feeOf = (units: number) => BigInt(Math.ceil(units / 4)) * feeRate;
  const changeScript = new Uint8Array(22);
  changeScript[1] = 20;
  for (const coin of mature.slice(0, MAX_INPUTS)) {
    chosen.push(coin);
    total += coin.value;
    // Two more bytes if the count of inputs takes three.
    weight += INPUT_WEIGHT[coin.script.length === 22 ? 'p2wpkh' : 'p2tr'] + (chosen.length === 253 ? 8 : 0);
    const fee = feeOf(weight);
    if (total < amount + fee) continue;
    const feeWithChange = feeOf(weight + outputWeight(changeScript));
    const change = total - amount - feeWithChange;
    const isWorth = change >= dustThreshold(changeScript);
    return isWorth ? { chosen, fee: feeWithChange, change } : { chosen, fee: total - amount, change: 0n };
  }
  const have = mature.reduce((sum, coin) => sum + coin.value, 0n);
  const young = coins.reduce((sum, coin) => sum + (coin.mature ? 0n : coin.value), 0n);
  const needed = `${formatAmount(amount)} coins and the fee are needed, ${formatAmount(have)} are spendable`;
  if (young > 0n && have + young > amount)
    throw new SpendError('immature', `${needed}; ${formatAmount(young)} more are still maturing`);
  throw new SpendError('insufficient', `not enough coins: ${needed}`);
}
