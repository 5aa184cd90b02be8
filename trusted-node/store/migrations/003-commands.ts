/** Commands for boards, and what boards say about themselves. */
import { sql } from 'kysely';
import type { Migration } from '../sqlite/database.js';

export const deviceCommands: Migration = {
  name: '003-commands',
  async up(db, { integer }) {
    await db.schema
      .createTable('commands')
      // AUTOINCREMENT: the board learns the id, which is never given to another command.
      .addColumn('id', sql`integer`, c => c.primaryKey().autoIncrement())
      .addColumn('device', 'text', c => c.notNull().references('devices.id'))
      .addColumn('cmd', 'text', c => c.notNull())
      .addColumn('key', 'text')
      .addColumn('value', 'text')
      .addColumn('created_at', integer, c => c.notNull())
      .addColumn('answered_at', integer)
      .addColumn('error', 'text')
      .execute();
    await sql`create index commands_waiting on commands (device, id) where answered_at is null`.execute(db);
    await db.schema.alterTable('devices').addColumn('state', 'text').execute();
  },
};
