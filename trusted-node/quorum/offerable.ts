/** Waiting transactions in the form in which boards are asked about them. */
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { offerFits, packSpent } from '../../firmware/protocol/mite/offer.js';
import type { WaitingTransaction } from '../ports/chain-queries.js';

export interface Offerable extends WaitingTransaction {
  /** Hex of the wtxid. */
  readonly key: string;
  /** Keys of the waiting transactions that it spends. */
  readonly needs: readonly string[];
}

/** Whether a board can be asked about a transaction: one that does not fit into an offer waits forever. */
export function isOfferable({ spent, raw }: Pick<WaitingTransaction, 'spent' | 'raw'>): boolean {
  return offerFits(packSpent(spent).length, raw.length);
}

/** @returns those that fit into an offer, in their order, and the keys of all that wait */
export function offerablesOf(waiting: readonly WaitingTransaction[]): {
  readonly offerables: readonly Offerable[];
  readonly here: ReadonlySet<string>;
} {
  const keys = new Map(waiting.map(({ txid, wtxid }) => [bytesToHex(txid), bytesToHex(wtxid)]));
  const offerables = waiting.filter(isOfferable).map(entry => ({
    ...entry,
    key: bytesToHex(entry.wtxid),
    needs: entry.parents.map(parent => keys.get(bytesToHex(parent))!),
  }));
  return { offerables, here: new Set(keys.values()) };
}
