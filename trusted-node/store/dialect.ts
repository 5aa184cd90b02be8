/** What is specific to each database: SQLite's, so far. */
import { sql } from 'kysely';
import type { Queries } from '../ports/store.js';

/** A number that changes when another process has changed something. */
export async function changeCounter(db: Queries): Promise<number> {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  return rows[0]?.data_version ?? -1;
}

/** The highest id that rows of a table have ever had, including deleted ones; undefined when there was none. */
export async function lastId(db: Queries, table: 'commands'): Promise<number | undefined> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(
    db,
  );
  return rows[0]?.seq;
}
