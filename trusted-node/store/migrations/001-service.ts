/** The service's first schema: ../tables.ts says what each column holds. */
import { sql } from 'kysely';
import type { Migration } from '../sqlite/database.js';

export const serviceSchema: Migration = {
  name: '001-service',
  async up(db, { bytes, integer }) {
    // AUTOINCREMENT: an id of a deleted row is never given out again. Extranonces and job ids depend on it.
    const serial = () => sql`integer`;

    await db.schema
      .createTable('service_state')
      .addColumn('name', 'text', c => c.primaryKey())
      .addColumn('value', 'text', c => c.notNull())
      .execute();

    await db.schema
      .createTable('devices')
      .addColumn('id', 'text', c => c.primaryKey())
      .addColumn('payout_group', 'text', c => c.notNull())
      .addColumn('salt', bytes, c => c.notNull())
      .addColumn('secret_hash', bytes, c => c.notNull())
      .addColumn('created_at', integer, c => c.notNull())
      .addColumn('revoked_at', integer)
      .addColumn('last_seen', integer)
      .addColumn('board', 'text')
      .addColumn('firmware', 'text')
      .addColumn('rate', integer, c => c.notNull().defaultTo(0))
      .addColumn('work', 'text')
      .addColumn('credited', 'text', c => c.notNull().defaultTo('0'))
      .execute();

    await db.schema
      .createTable('share_counts')
      .addColumn('device', 'text', c => c.notNull())
      .addColumn('code', 'integer', c => c.notNull())
      .addColumn('count', integer, c => c.notNull())
      .addPrimaryKeyConstraint('share_counts_key', ['device', 'code'])
      .execute();

    await db.schema
      .createTable('sessions')
      .addColumn('id', serial(), c => c.primaryKey().autoIncrement())
      .addColumn('device', 'text', c => c.notNull().references('devices.id'))
      .addColumn('boot', 'text', c => c.notNull())
      .addColumn('rate', integer, c => c.notNull())
      .addColumn('version_rolling', 'integer', c => c.notNull())
      .addColumn('created_at', integer, c => c.notNull())
      .addColumn('seen_at', integer, c => c.notNull())
      .addUniqueConstraint('sessions_boot', ['device', 'boot'])
      .execute();

    await db.schema
      .createTable('template_bodies')
      .addColumn('id', serial(), c => c.primaryKey().autoIncrement())
      .addColumn('transactions', bytes, c => c.notNull())
      .execute();

    await db.schema
      .createTable('templates')
      .addColumn('id', serial(), c => c.primaryKey().autoIncrement())
      .addColumn('height', 'integer', c => c.notNull())
      .addColumn('previous_hash', bytes, c => c.notNull())
      .addColumn('version', integer, c => c.notNull())
      .addColumn('bits', integer, c => c.notNull())
      .addColumn('time', integer, c => c.notNull())
      .addColumn('min_time', integer, c => c.notNull())
      .addColumn('max_time', integer, c => c.notNull())
      .addColumn('value', 'text', c => c.notNull())
      .addColumn('payout_group', 'text', c => c.notNull())
      .addColumn('prefix', bytes, c => c.notNull())
      .addColumn('suffix', bytes, c => c.notNull())
      .addColumn('branch', bytes, c => c.notNull())
      // No reference: bodies are large and go before their templates.
      .addColumn('body', integer, c => c.notNull())
      .addColumn('created_at', integer, c => c.notNull())
      .execute();
    await db.schema.createIndex('templates_height').on('templates').column('height').execute();

    await db.schema
      .createTable('jobs')
      .addColumn('id', serial(), c => c.primaryKey().autoIncrement())
      .addColumn('session', integer, c => c.notNull().references('sessions.id'))
      .addColumn('template', integer, c => c.notNull().references('templates.id'))
      .addColumn('share_bits', integer, c => c.notNull())
      .addColumn('version_mask', integer, c => c.notNull())
      .addColumn('time', integer, c => c.notNull())
      .addColumn('clean', 'integer', c => c.notNull())
      .execute();
    await db.schema.createIndex('jobs_session').on('jobs').column('session').execute();
    await db.schema.createIndex('jobs_template').on('jobs').column('template').execute();

    // No references to sessions and jobs: those are pruned, shares stay.
    await db.schema
      .createTable('shares')
      .addColumn('id', serial(), c => c.primaryKey().autoIncrement())
      .addColumn('device', 'text', c => c.notNull().references('devices.id'))
      .addColumn('payout_group', 'text', c => c.notNull())
      .addColumn('session', integer, c => c.notNull())
      .addColumn('sequence', integer, c => c.notNull())
      .addColumn('job', integer, c => c.notNull())
      .addColumn('extranonce2', bytes, c => c.notNull())
      .addColumn('time', integer, c => c.notNull())
      .addColumn('nonce', integer, c => c.notNull())
      .addColumn('version', integer, c => c.notNull())
      .addColumn('hash', bytes, c => c.notNull().unique())
      .addColumn('height', 'integer', c => c.notNull())
      .addColumn('share_bits', integer, c => c.notNull())
      .addColumn('code', 'integer', c => c.notNull())
      .addColumn('received_at', integer, c => c.notNull())
      .execute();
    await db.schema.createIndex('shares_group').on('shares').columns(['payout_group', 'id']).execute();
    await db.schema.createIndex('shares_device').on('shares').columns(['device', 'id']).execute();
    await db.schema.createIndex('shares_job').on('shares').columns(['job', 'sequence']).execute();
    await sql`create index shares_open on shares (id) where code < 0`.execute(db);

    await db.schema
      .createTable('found_blocks')
      .addColumn('hash', bytes, c => c.primaryKey())
      .addColumn('height', 'integer', c => c.notNull())
      .addColumn('device', 'text', c => c.notNull())
      .addColumn('payout_group', 'text', c => c.notNull())
      .addColumn('share', integer, c => c.notNull())
      .addColumn('value', 'text', c => c.notNull())
      .addColumn('found_at', integer, c => c.notNull())
      .addColumn('orphaned', 'integer', c => c.notNull().defaultTo(0))
      .execute();
    await db.schema.createIndex('found_blocks_height').on('found_blocks').column('height').execute();
    await db.schema
      .createIndex('found_blocks_group')
      .on('found_blocks')
      .columns(['payout_group', 'share'])
      .execute();

    await db.schema
      .createTable('rewards')
      .addColumn('block', bytes, c => c.notNull().references('found_blocks.hash'))
      .addColumn('device', 'text', c => c.notNull())
      .addColumn('amount', 'text', c => c.notNull())
      .addColumn('work', 'text', c => c.notNull())
      .addPrimaryKeyConstraint('rewards_key', ['block', 'device'])
      .execute();
    await db.schema.createIndex('rewards_device').on('rewards').column('device').execute();
  },
};
