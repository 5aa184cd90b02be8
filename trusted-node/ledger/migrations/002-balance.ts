/** An index with everything a balance needs: the sum over a script's coins touches no row of the table. */
import type { Migration } from '../../store/sqlite/database.js';

export const balanceIndex: Migration = {
  name: '002-balance',
  async up(db) {
    await db.schema
      .createIndex('utxo_balance')
      .on('utxo')
      .columns(['script_hash', 'coinbase', 'height', 'value'])
      .execute();
    await db.schema.dropIndex('utxo_script_hash').execute();
  },
};
