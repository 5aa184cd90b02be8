/** What the ledger's own rules, with @noble/curves, say of an offered transaction: the judge's oracle. */
import { FormatError } from '../../firmware/domain/bytes.js';
import { MAX_JUDGED } from '../../firmware/domain/judge/judge.js';
import { CONSENSUS } from '../../firmware/domain/script-flags.js';
import {
  checkTransaction,
  isCoinbase,
  MIN_STRIPPED_LENGTH,
  parseTransaction,
  type Transaction,
  type TxOutput,
  transactionLength,
  transactionWeight,
  txid,
  wtxid,
} from '../../firmware/domain/transaction.js';
import { readTransactionBytes } from '../../trusted-node/ledger/accept.js';
import { MAX_BLOCK_SIGOPS_COST } from '../../trusted-node/ledger/rules/limits.js';
import { Rejected } from '../../trusted-node/ledger/rules/reject.js';
import { checkWitnesses } from '../../trusted-node/ledger/rules/signatures.js';
import { checkSpend, sigopCost } from '../../trusted-node/ledger/rules/spend.js';
import { type Offered, unpackSpent } from '../cases/judge-mutations.js';

export type Opinion =
  | { valid: true; relayed: boolean; txid: Uint8Array; wtxid: Uint8Array; fee: bigint; weight: number }
  | { valid: false; reason: string };

/** Valid: every rule that needs nothing but the offer is kept. Anything wrong with the offer's form: not valid. */
export function ledgerOpinion({ raw, spent }: Offered): Opinion {
  try {
    const { transaction } = readTransactionBytes(raw);
    const reason = checkTransaction(transaction);
    if (reason !== undefined) return { valid: false, reason };
    if (isCoinbase(transaction)) return { valid: false, reason: 'coinbase' };
    if (transactionLength(transaction, false) < MIN_STRIPPED_LENGTH)
      return { valid: false, reason: 'tx-size-small' };
    let outputs: ReturnType<typeof unpackSpent>;
    try {
      outputs = unpackSpent(spent);
    } catch {
      return { valid: false, reason: 'offer' };
    }
    const length = outputs.reduce((sum, { script }) => sum + 10 + script.length, 0);
    if (length !== spent.length || outputs.length !== transaction.inputs.length)
      return { valid: false, reason: 'offer' };
    const coins = outputs.map(output => ({ ...output, height: 1, coinbase: false }));
    const fee = checkSpend(transaction, coins, 1_000_000, 100);
    if (sigopCost(transaction, coins) > MAX_BLOCK_SIGOPS_COST)
      return { valid: false, reason: 'bad-blk-sigops' };
    checkWitnesses(transaction, outputs, CONSENSUS);
    const [id, whole] = [txid(transaction), wtxid(transaction)];
    return {
      valid: true,
      relayed: isRelayed(transaction, outputs),
      txid: id,
      wtxid: whole,
      fee,
      weight: transactionWeight(transaction),
    };
  } catch (error) {
    if (error instanceof Rejected) return { valid: false, reason: error.message };
    throw error;
  }
}

/** Whether the scripts keep to policy, too. */
function isRelayed(transaction: Transaction, outputs: readonly TxOutput[]): boolean {
  try {
    checkWitnesses(transaction, outputs);
    return true;
  } catch (error) {
    if (error instanceof Rejected) return false;
    throw error;
  }
}

/** Whether the judge may say 'not judged': of an offer whose parts do not fit together, or that is too large. */
export function mayBeUnjudged({ raw, spent }: Offered): boolean {
  try {
    const { inputs } = parseTransaction(raw);
    const outputs = unpackSpent(spent);
    const packed = outputs.reduce((sum, { script }) => sum + 10 + script.length, 0);
    if (packed !== spent.length || outputs.length !== inputs.length) return true;
    return raw.length + spent.length > MAX_JUDGED;
  } catch (error) {
    if (error instanceof FormatError) return false;
    if (error instanceof RangeError) return true;
    throw error;
  }
}
