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

/**
 * Takes ids of a table out of circulation, so that rows can be inserted with them later.
 * @returns the first of them
 */
export async function takeIds(trx: Queries, table: 'sessions', count: number): Promise<number> {
  const taken = await sql<{ seq: number }>`update sqlite_sequence set seq = seq + ${count}
    where name = ${table} returning seq`.execute(trx);
  const [row] = taken.rows;
  if (row !== undefined) return row.seq - count + 1;
  await sql`insert into sqlite_sequence (name, seq) values (${table}, ${count})`.execute(trx);
  return 1;
}
