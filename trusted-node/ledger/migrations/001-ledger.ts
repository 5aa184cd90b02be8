/** The ledger's first schema: tables.ts says what each column holds. */
import type { Migration } from '../../store/sqlite/database.js';

export const ledgerSchema: Migration = {
  name: '001-ledger',
  async up(db, { bytes, integer }) {
    await db.schema
      .createTable('ledger_state')
      .addColumn('id', 'integer', c => c.primaryKey())
      .addColumn('network', 'text', c => c.notNull())
      .addColumn('tip_hash', bytes, c => c.notNull())
      .addColumn('chain_revision', integer, c => c.notNull())
      .addColumn('pool_revision', integer, c => c.notNull())
      .execute();

    await db.schema
      .createTable('headers')
      .addColumn('hash', bytes, c => c.primaryKey())
      .addColumn('height', 'integer', c => c.notNull())
      .addColumn('previous_hash', bytes, c => c.notNull())
      .addColumn('chain_work', bytes, c => c.notNull())
      .addColumn('header', bytes, c => c.notNull())
      .addColumn('status', 'text', c => c.notNull())
      .addColumn('reason', 'text')
      .execute();
    await db.schema.createIndex('headers_height').on('headers').column('height').execute();
    await db.schema.createIndex('headers_previous').on('headers').column('previous_hash').execute();

    await db.schema
      .createTable('blocks')
      .addColumn('hash', bytes, c => c.primaryKey().references('headers.hash'))
      .addColumn('raw', bytes, c => c.notNull())
      .execute();

    await db.schema
      .createTable('undo')
      .addColumn('hash', bytes, c => c.primaryKey().references('headers.hash'))
      .addColumn('data', bytes, c => c.notNull())
      .execute();

    await db.schema
      .createTable('active_chain')
      .addColumn('height', 'integer', c => c.primaryKey())
      .addColumn('hash', bytes, c => c.notNull().unique().references('headers.hash'))
      .execute();

    await db.schema
      .createTable('utxo')
      .addColumn('outpoint', bytes, c => c.primaryKey())
      .addColumn('value', integer, c => c.notNull())
      .addColumn('script', bytes, c => c.notNull())
      .addColumn('script_hash', bytes, c => c.notNull())
      .addColumn('height', 'integer', c => c.notNull())
      .addColumn('coinbase', 'integer', c => c.notNull())
      .execute();
    await db.schema.createIndex('utxo_script_hash').on('utxo').column('script_hash').execute();

    await db.schema
      .createTable('mempool')
      .addColumn('txid', bytes, c => c.primaryKey())
      .addColumn('wtxid', bytes, c => c.notNull().unique())
      .addColumn('raw', bytes, c => c.notNull())
      .addColumn('fee', integer, c => c.notNull())
      .addColumn('time', integer, c => c.notNull())
      .addColumn('sequence', integer, c => c.notNull().unique())
      .execute();
  },
};
