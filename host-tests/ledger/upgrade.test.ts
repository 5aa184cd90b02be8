/** A database of the version before the index of transactions and the attestations. */
import test from 'ava';
import BetterSqlite from 'better-sqlite3';
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import { VerifyError } from '../../trusted-node/ledger/types.js';
import { makeKey, mine, START, signedSpend, spendableOutput, testLedger } from './chain-maker.js';

const clock = () => START + 1_000_000;

test('the transaction index is built from the existing blocks, and verify finds what is wrong with it', async t => {
  const alice = makeKey(1);
  const { ledger, file } = await testLedger(t, { clock });
  const coins = await mine(t, ledger, alice, 103);
  const raw = signedSpend([coins[0]!], [{ value: 4_999_999_000n, script: alice.script }]);
  t.like(await ledger.submitTransaction(raw), { ok: true });
  await mine(t, ledger, alice, 1);
  const { txid } = spendableOutput(raw, 0, alice);
  const before = await ledger.inclusion(txid);
  t.is(before?.height, 104);
  t.is(before?.index, 1);
  await ledger.close();

  const run = (...statements: string[]) => {
    const db = new BetterSqlite(file);
    for (const statement of statements) db.exec(statement);
    db.close();
  };
  run(
    'drop table confirmed',
    'drop table verdicts',
    'drop table device_keys',
    'drop table flags',
    "delete from schema_steps where name like '003-att%' or name like '004-conf%'",
  );
  const verified = async () => {
    const again = await openLedger({ file, network: 'regtest', clock });
    try {
      t.is((await again.verify()).height, 104);
      return await again.inclusion(txid);
    } finally {
      await again.close();
    }
  };
  t.deepEqual(await verified(), before);

  for (const [change, back] of [
    [
      'update confirmed set position = 7 where position = 1',
      'update confirmed set position = 1 where position = 7',
    ],
    ["insert into confirmed values (x'0102', 999, 0)", 'delete from confirmed where height = 999'],
    ['delete from confirmed where height = 50', ''],
  ] as const) {
    run(change);
    await t.throwsAsync(verified(), { instanceOf: VerifyError, message: /index of transactions/ });
    if (back !== '') run(back);
  }
});
