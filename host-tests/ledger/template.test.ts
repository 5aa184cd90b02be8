/** Templates by themselves, and sums that do not read every coin. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { type KyselyPlugin, sql } from 'kysely';
import { sha256 } from '../../firmware/domain/hash.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { nextBits } from '../../firmware/domain/retarget.js';
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import { ledgerMigrations } from '../../trusted-node/ledger/migrations/index.js';
import { Pool } from '../../trusted-node/ledger/pool.js';
import type { LedgerTables } from '../../trusted-node/ledger/tables.js';
import { buildTemplate } from '../../trusted-node/ledger/template.js';
import { openDatabase } from '../../trusted-node/store/sqlite/database.js';

test('testnet4: every time a template allows has its nBits', t => {
  const rules = NETWORKS.testnet4;
  const parent = { time: 1_700_000_000, nBits: 0x1c00ffff };
  const context = {
    parentHash: new Uint8Array(32),
    parentHeight: 5000,
    parent,
    pastTimes: Array.from({ length: 11 }, (_, i) => parent.time - 600 * (10 - i)),
    ancestor: () => parent,
  };
  for (const [later, bits] of [
    [0, parent.nBits],
    [1100, parent.nBits],
    [1200, parent.nBits],
    [1201, rules.powLimitBits],
    [5000, rules.powLimitBits],
  ] as const) {
    const template = buildTemplate(rules, context, new Pool(), parent.time + later);
    t.is(template.nBits, bits);
    t.is(template.time, parent.time + later);
    for (const time of [template.minTime, template.time, template.maxTime])
      t.is(nextBits(rules, { ...context, time }), bits, `${later} s later, at ${time - parent.time}`);
  }
  const first = buildTemplate(rules, { ...context, parentHeight: 2015 }, new Pool(), parent.time + 1100);
  t.is(first.maxTime, parent.time + 1100 + 7200, 'a new period has one difficulty');
});

test('a balance of many coins is summed by the database', async t => {
  const data = mkdtempSync(join(tmpdir(), 'mite-balance-'));
  const file = join(data, 'ledger.sqlite');
  const database = await openDatabase<LedgerTables>(file, { migrations: ledgerMigrations });
  try {
    let rows = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        rows += result.rows.length;
        return result;
      },
    };
    const ledger = await openLedger({ file, network: 'devnet', database: database.withPlugin(counting) });
    const script = Uint8Array.from([0, 20, ...new Uint8Array(20).fill(5)]);
    const hash = sha256(script);
    await sql`with recursive c(i) as (select 1 union all select i + 1 from c where i < 50000)
      insert into utxo (outpoint, value, script, script_hash, height, coinbase)
      select randomblob(36), 2 * i, ${script}, ${hash}, 0, i % 2 from c`.execute(database);
    rows = 0;
    t.is((await ledger.coins([script])).length, 50_000);
    t.true(rows >= 50_000, 'the counter counts');
    rows = 0;
    const balance = await ledger.balance(script);
    t.deepEqual(balance, { confirmed: 1_250_050_000n, immature: 1_250_000_000n, pending: 0n });
    t.true(rows < 10, `${rows} rows`);
    await ledger.close();
  } finally {
    await database.destroy();
    rmSync(data, { recursive: true, force: true });
  }
});
