/** Sums of rewards whose rows were deleted, and the order in which found blocks grow old. */
import type { Migration } from '../sqlite/database.js';

export const rewardTotals: Migration = {
  name: '002-totals',
  async up(db) {
    for (const column of ['earned', 'lost'])
      await db.schema
        .alterTable('devices')
        .addColumn(column, 'text', c => c.notNull().defaultTo('0'))
        .execute();
    await db.schema.createIndex('found_blocks_share').on('found_blocks').column('share').execute();
  },
};
