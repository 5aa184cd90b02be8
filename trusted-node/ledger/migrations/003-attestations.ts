/** What boards think of transactions, and the keys they sign it with. */
import { sql } from 'kysely';
import type { Migration } from '../../store/sqlite/database.js';

export const attestations: Migration = {
  name: '003-attestations',
  async up(db, { bytes, integer }) {
    await db.schema
      .createTable('device_keys')
      .addColumn('device', 'text', c => c.primaryKey())
      .addColumn('public_key', bytes, c => c.notNull())
      .addColumn('first_seen', integer, c => c.notNull())
      .addColumn('probes', integer, c => c.notNull().defaultTo(0))
      .addColumn('refused', integer, c => c.notNull().defaultTo(0))
      .addColumn('other_key', bytes)
      .addColumn('other_seen', integer)
      .execute();

    await db.schema
      .createTable('verdicts')
      .addColumn('device', 'text', c => c.notNull())
      .addColumn('public_key', bytes, c => c.notNull())
      .addColumn('txid', bytes, c => c.notNull())
      .addColumn('wtxid', bytes, c => c.notNull())
      .addColumn('verdict', 'integer', c => c.notNull())
      .addColumn('reason', 'text', c => c.notNull())
      .addColumn('tip_hash', bytes, c => c.notNull())
      .addColumn('tip_height', integer, c => c.notNull())
      .addColumn('signature', bytes, c => c.notNull())
      .addColumn('at', integer, c => c.notNull())
      // With the key: a replaced board judges again, and what the old one signed stays.
      .addPrimaryKeyConstraint('verdicts_key', ['wtxid', 'device', 'public_key'])
      .execute();
    await db.schema.createIndex('verdicts_txid').on('verdicts').column('txid').execute();

    await db.schema
      .createTable('flags')
      .addColumn('id', sql`integer`, c => c.primaryKey().autoIncrement())
      .addColumn('device', 'text', c => c.notNull())
      .addColumn('public_key', bytes, c => c.notNull())
      .addColumn('reason', 'text', c => c.notNull())
      .addColumn('raw', bytes, c => c.notNull())
      .addColumn('spent', bytes, c => c.notNull())
      .addColumn('message', bytes, c => c.notNull())
      .addColumn('at', integer, c => c.notNull())
      .addColumn('cleared_at', integer)
      .execute();
    await db.schema.createIndex('flags_device').on('flags').column('device').execute();
    await db.schema.createIndex('flags_public_key').on('flags').column('public_key').execute();
  },
};
