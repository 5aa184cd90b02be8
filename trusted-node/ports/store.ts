/**
 * The store's port: one set of tables and queries, whatever database keeps them. Queries are Kysely's and portable;
 * whatever is specific to one database is in store/, and reached through {@link Store} or store/dialect.ts.
 */
import type { Kysely, Transaction } from 'kysely';
import type { PageTables, QuorumTables, ServiceTables } from './tables.js';

export type NodeTables = ServiceTables & QuorumTables & PageTables;
export type NodeDatabase = Kysely<NodeTables>;
/** The handle, or a transaction under way on it. */
export type Queries = NodeDatabase | Transaction<NodeTables>;

/** Rows of one statement: SQLite binds at most 32,766 values, PostgreSQL 65,535. */
export const STATEMENT_ROWS = 500;

/** Pause before a failed write or read is tried again (ms). */
export const RETRY_MS = 1_000;

/** The database of a running node, which keeps all other nodes away. */
export interface Store {
  readonly db: NodeDatabase;
  /** A number that changes when another process (the command line) has changed something. */
  changeCounter(): Promise<number>;
  /** Closes the database, then lets other nodes have it. */
  close(): Promise<void>;
}
