/** The devnet as upstream: this node's own ledger, which is the devnet's only node. */
import type { Kysely } from 'kysely';
import type { NetworkName } from '../../../firmware/domain/networks.js';
import { openLedger } from '../../ledger/ledger.js';
import { txOutProof } from '../../ledger/proofs.js';
import type { LedgerTables } from '../../ledger/tables.js';
import type { Ledger } from '../../ledger/types.js';
import type { ChainQueries } from '../../ports/chain-queries.js';
import type { Store } from '../../ports/store.js';
import type { Upstream } from '../../ports/upstream.js';

export interface Devnet {
  readonly upstream: Upstream;
  readonly queries: ChainQueries;
  readonly ledger: Ledger;
  close(): Promise<void>;
}

export interface DevnetOptions {
  /** Path of the database; the ledger's tables are in the store's, and this process has one connection for both. */
  readonly file: string;
  readonly store: Store;
  readonly network: NetworkName;
  /** Seconds since 1970. */
  readonly clock: () => number;
}

/** @throws StorageError when the file cannot be used, Error when it holds another network */
export async function openDevnet({ file, store, network, clock }: DevnetOptions): Promise<Devnet> {
  const database = store.db as unknown as Kysely<LedgerTables>;
  const ledger = await openLedger({ file, network, database, clock });
  return { upstream: ledger, queries: queriesOf(ledger), ledger, close: () => ledger.close() };
}

/** Whether the store holds a chain of the ledger. */
export async function hasDevnet(store: Store): Promise<boolean> {
  const database = store.db as unknown as Kysely<LedgerTables>;
  const row = await database.selectFrom('ledger_state').select('id').executeTakeFirst();
  return row !== undefined;
}

export function queriesOf(ledger: Ledger): ChainQueries {
  return {
    candidates: () => ledger.waiting(),
    waiting: () => ledger.waiting(),
    heightOf: hash => ledger.heightOf(hash),
    inclusion: txid => ledger.inclusion(txid),
    txOutProof: async txid => {
      const found = await ledger.inclusion(txid);
      if (found === undefined) return undefined;
      const { height, header, txids, index } = found;
      return { height, proof: txOutProof(header, txids, index) };
    },
    balance: script => ledger.balance(script),
  };
}
