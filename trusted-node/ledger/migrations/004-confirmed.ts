/** In which block of the best chain a transaction is: proofs of inclusion start there. */

import type { Migration } from '../../store/sqlite/database.js';
import { readBlock } from '../rules/block.js';

const ROWS = 200;

export const confirmedIndex: Migration = {
  name: '004-confirmed',
  async up(db, { bytes }) {
    await db.schema
      .createTable('confirmed')
      .addColumn('txid', bytes, c => c.primaryKey())
      .addColumn('height', 'integer', c => c.notNull())
      .addColumn('position', 'integer', c => c.notNull())
      .execute();
    await db.schema.createIndex('confirmed_height').on('confirmed').column('height').execute();
    // One block at a time: a chain may be longer than memory.
    for (let height = 0; ; height++) {
      const row = await db
        .selectFrom('active_chain')
        .innerJoin('blocks', 'blocks.hash', 'active_chain.hash')
        .select('blocks.raw')
        .where('active_chain.height', '=', height)
        .executeTakeFirst();
      if (row === undefined) return;
      const rows = readBlock(new Uint8Array(row.raw)).txids.map((txid, position) => ({
        txid,
        height,
        position,
      }));
      for (let i = 0; i < rows.length; i += ROWS)
        await db
          .insertInto('confirmed')
          .values(rows.slice(i, i + ROWS))
          .execute();
    }
  },
};
