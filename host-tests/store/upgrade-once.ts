/** Opens the database of a data directory and says so; with "die" it is killed in the midst of one more step. */
import { sql } from 'kysely';
import { ledgerMigrations } from '../../trusted-node/ledger/migrations/index.js';
import { serviceMigrations } from '../../trusted-node/store/migrations/index.js';
import { openDatabase } from '../../trusted-node/store/sqlite/database.js';
import { databaseFile, openStore } from '../../trusted-node/store/store.js';

const [data = '', how] = process.argv.slice(2);
if (how === 'die') {
  const last = {
    name: '900-last',
    async up(db: Parameters<(typeof ledgerMigrations)[0]['up']>[0]) {
      await db.schema.createTable('half_way').addColumn('id', 'integer').execute();
      // More than the page cache holds, so that some of it is in the file.
      await sql`insert into half_way with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000000)
        select i from n`.execute(db);
      process.kill(process.pid, 'SIGKILL');
      await new Promise(() => {});
    },
  };
  await openDatabase(databaseFile(data), { migrations: [...ledgerMigrations, ...serviceMigrations, last] });
} else {
  const db = await openStore(data);
  await db.destroy();
  process.stdout.write('{"event":"open"}\n');
}
