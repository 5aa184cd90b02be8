/** Who may use the page and the API, what they did, and the curves that it shows. */
import { sql } from 'kysely';
import type { Migration } from '../sqlite/database.js';

export const pagePeople: Migration = {
  name: '006-page',
  async up(db, { bytes, integer }) {
    await db.schema
      .createTable('page_people')
      .addColumn('name', 'text', c => c.primaryKey().notNull())
      .addColumn('role', 'text', c => c.notNull())
      .addColumn('salt', bytes, c => c.notNull())
      .addColumn('hash', bytes, c => c.notNull())
      .addColumn('created_at', integer, c => c.notNull())
      .execute();
    await db.schema
      .createTable('page_logins')
      .addColumn('hash', bytes, c => c.primaryKey().notNull())
      .addColumn('person', 'text', c => c.notNull().references('page_people.name'))
      .addColumn('created_at', integer, c => c.notNull())
      .addColumn('seen_at', integer, c => c.notNull())
      .execute();
    await db.schema
      .createTable('page_tokens')
      .addColumn('name', 'text', c => c.primaryKey().notNull())
      .addColumn('hash', bytes, c => c.notNull().unique())
      .addColumn('created_at', integer, c => c.notNull())
      .addColumn('seen_at', integer)
      .execute();
    await db.schema
      .createTable('audit')
      .addColumn('id', sql`integer`, c => c.primaryKey().autoIncrement())
      .addColumn('at', integer, c => c.notNull())
      .addColumn('who', 'text', c => c.notNull())
      .addColumn('act', 'text', c => c.notNull())
      .addColumn('detail', 'text', c => c.notNull())
      .execute();
    await db.schema
      .createTable('rate_history')
      .addColumn('device', 'text', c => c.notNull())
      .addColumn('step', 'integer', c => c.notNull())
      .addColumn('at', integer, c => c.notNull())
      .addColumn('work', 'text', c => c.notNull())
      .addColumn('shares', 'integer', c => c.notNull())
      .addPrimaryKeyConstraint('rate_history_key', ['device', 'step', 'at'])
      .execute();
  },
};
