/** Devices that sent more than they may: the last time of each. */
import type { Migration } from '../sqlite/database.js';

export const floods: Migration = {
  name: '004-floods',
  async up(db, { integer }) {
    await db.schema
      .createTable('floods')
      .addColumn('device', 'text', c => c.primaryKey().references('devices.id'))
      .addColumn('kind', 'text', c => c.notNull())
      .addColumn('at', integer, c => c.notNull())
      .addColumn('cut_until', integer)
      .addColumn('cuts', 'integer', c => c.notNull().defaultTo(0))
      .execute();
  },
};
