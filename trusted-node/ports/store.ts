/**
 * The store's port: one set of tables and queries, whatever database keeps them. Queries are Kysely's and portable; what
 * each database says in its own words is in store/, and reached through {@link Store} or store/dialect.ts.
 */
import type { Kysely, Transaction } from 'kysely';
import type { QuorumTables, ServiceTables } from './tables.js';

export type NodeTables = ServiceTables & QuorumTables;
export type NodeDatabase = Kysely<NodeTables>;
/** The handle, or a transaction under way on it. */
export type Queries = NodeDatabase | Transaction<NodeTables>;

/** Rows of one statement: SQLite binds at most 32,766 values, PostgreSQL 65,535. */
export const STATEMENT_ROWS = 500;

/** Pause before what could not be stored, or read, is tried again (ms). */
export const RETRY_MS = 1_000;

/** The database of a running node, which keeps all other nodes away from it. */
export interface Store {
  readonly db: NodeDatabase;
  /** Another number than before when another process (the command line) has changed something meanwhile. */
  changeCounter(): Promise<number>;
  /** Closes the database, then lets other nodes have it. */
  close(): Promise<void>;
}
