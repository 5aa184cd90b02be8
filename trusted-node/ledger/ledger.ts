import type { Ledger, LedgerOptions } from './types.js';

/** Opens the ledger of one network, making its genesis when the file is new. */
export async function openLedger(_options: LedgerOptions): Promise<Ledger> {
  throw new Error('not yet');
}
