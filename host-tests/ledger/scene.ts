/** A chain with coins to spend, and the block that comes next. @module */
import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { ExecutionContext } from 'ava';
import { parseTransaction, serializeTransaction } from '../../firmware/domain/transaction.js';
import type { Ledger } from '../../trusted-node/ledger/types.js';
import { type BlockPlan, makeKey, mine, type Output, type Spendable, testLedger } from './chain-maker.js';

export const alice = makeKey(1);
const tess = makeKey(2, 'p2tr');
export const SUBSIDY = 5_000_000_000n;

export interface Scene {
  ledger: Ledger;
  coins: Spendable[];
  /** of the next block, unbroken */
  plan: BlockPlan;
}

export async function scene(t: ExecutionContext): Promise<Scene & { file: string }> {
  const { ledger, file } = await testLedger(t);
  const coins = await mine(t, ledger, alice, 102);
  coins.push(...(await mine(t, ledger, tess, 1)));
  const tip = ledger.tip();
  const plan = {
    previousHash: tip.hash,
    height: tip.height + 1,
    time: tip.time + 60,
    outputs: [{ value: SUBSIDY, script: alice.script }],
  };
  return { ledger, file, coins, plan };
}

export const toAlice = (value: bigint): Output[] => [{ value, script: alice.script }];

/** Changes a signed transaction and serialises it again. */
export function changed(
  raw: Uint8Array,
  change: (tx: ReturnType<typeof parseTransaction>) => void,
): Uint8Array {
  const transaction = parseTransaction(raw);
  change(transaction);
  return serializeTransaction(transaction);
}

export function highS(raw: Uint8Array): Uint8Array {
  return changed(raw, tx => {
    const [signature] = tx.inputs[0]!.witness;
    const { r, s } = secp256k1.Signature.fromBytes(signature!.subarray(0, -1), 'der');
    const high = new secp256k1.Signature(r, secp256k1.Point.Fn.ORDER - s).toBytes('der');
    tx.inputs[0]!.witness[0] = Uint8Array.of(...high, 1);
  });
}
