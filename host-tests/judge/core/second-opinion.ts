/** The ledger's Script, asked the same vectors as the judge's. */
import { parseTransaction } from '../../../firmware/domain/transaction.js';
import { Sighash } from '../../../trusted-node/ledger/rules/sighash.js';
import { inputFault } from '../../../trusted-node/ledger/rules/signatures.js';
import { unpackSpent } from '../../cases/judge-mutations.js';
import type { ScriptVector } from '../../cases/script-vector.js';

/** @returns the first fault of the input, or 'ok' */
export function ledgerAnswer({ raw, spent, input }: ScriptVector, flags: number): string {
  const transaction = parseTransaction(raw);
  const outputs = unpackSpent(spent);
  const sighash = new Sighash(transaction, outputs);
  for (let i = 0; i < outputs.length; i++) {
    if (input !== -1 && input !== i) continue;
    const fault = inputFault(transaction, i, outputs[i]!, sighash, flags);
    if (fault !== undefined) return fault;
  }
  return 'ok';
}
