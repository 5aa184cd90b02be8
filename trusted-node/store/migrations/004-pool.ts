/** Work of a pool: its jobs, and the shares on their way to it. */
import { sql } from 'kysely';
import type { Migration } from '../sqlite/database.js';

export const poolWork: Migration = {
  name: '004-pool',
  async up(db, { bytes, integer }) {
    await db.schema.alterTable('templates').addColumn('relay', 'text').execute();
    await db.schema.alterTable('jobs').addColumn('extranonce1', bytes).execute();
    await db.schema
      .alterTable('sessions')
      .addColumn('pools', 'integer', c => c.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createTable('pool_shares')
      .addColumn('id', sql`integer`, c => c.primaryKey().autoIncrement())
      .addColumn('device', 'text', c => c.notNull())
      .addColumn('pool', 'text', c => c.notNull())
      .addColumn('job', 'text', c => c.notNull())
      .addColumn('extranonce1', bytes, c => c.notNull())
      .addColumn('extranonce2', bytes, c => c.notNull())
      .addColumn('time', integer, c => c.notNull())
      .addColumn('nonce', integer, c => c.notNull())
      .addColumn('version_bits', integer)
      .addColumn('previous_hash', bytes, c => c.notNull())
      .addColumn('work', 'text', c => c.notNull())
      .addColumn('block', 'integer', c => c.notNull())
      .addColumn('found_at', integer, c => c.notNull())
      .execute();
    await db.schema
      .createTable('pool_counts')
      .addColumn('pool', 'text', c => c.notNull())
      .addColumn('device', 'text', c => c.notNull())
      .addColumn('result', 'text', c => c.notNull())
      .addColumn('count', integer, c => c.notNull())
      .addColumn('work', 'text', c => c.notNull())
      .addColumn('blocks', integer, c => c.notNull())
      .addPrimaryKeyConstraint('pool_counts_key', ['pool', 'device', 'result'])
      .execute();
  },
};
