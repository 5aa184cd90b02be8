import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import BetterSqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { parseBlock } from '../../firmware/domain/block.js';
import { hexToBytes } from '../../firmware/domain/bytes.js';
import { txid } from '../../firmware/domain/transaction.js';
import { openLedger } from '../../trusted-node/ledger/ledger.js';
import { ledgerMigrations } from '../../trusted-node/ledger/migrations/index.js';
import type { LedgerTables } from '../../trusted-node/ledger/tables.js';
import { openDatabase, StorageError } from '../../trusted-node/store/sqlite/database.js';
import { TEST_MS } from '../support/deadlines.js';
import { blockOfTemplate, makeBlock, makeKey, mine, START, signedSpend, testLedger } from './chain-maker.js';
import { snapshot } from './snapshot.js';

const alice = makeKey(1);
const KILLS = 14;
const clock = () => START + 10_000_000;

/** Runs the child for some milliseconds, kills it without warning. @returns whole lines it printed */
function runAndKill(file: string, seed: number, milliseconds: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./submit-loop.js', import.meta.url));
    const child = spawn(process.execPath, [script, file, String(seed)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    let started = false;
    child.stdout.setEncoding('utf8').on('data', part => {
      text += part;
      // From the first block on: the start takes a different time on every machine.
      if (started || !text.includes('connected ')) return;
      started = true;
      setTimeout(() => child.kill('SIGKILL'), milliseconds);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(text.split('\n').slice(0, -1));
      else reject(new Error(`the child ended by itself with ${code ?? signal}`));
    });
  });
}

test(`kill -9 in the middle of mining, ${KILLS} times: nothing acknowledged is lost`, async t => {
  t.timeout(TEST_MS);
  const { ledger, file } = await testLedger(t, { clock });
  await mine(t, ledger, alice, 100);
  const acknowledged = new Set<string>();
  for (let i = 0; i < KILLS; i++)
    for (const line of await runAndKill(file, i, 5 + ((i * 37) % 90))) acknowledged.add(line);
  await ledger.poll();
  const waiting = new BetterSqlite(file, { readonly: true });
  const stored = new Set(
    waiting
      .prepare('select txid from mempool')
      .all()
      .map(row => Buffer.from((row as { txid: Buffer }).txid).toString('hex')),
  );
  for (const { raw } of waiting.prepare('select raw from blocks').all() as { raw: Buffer }[])
    for (const transaction of parseBlock(raw).transactions)
      stored.add(Buffer.from(txid(transaction)).toString('hex'));
  waiting.close();
  let blocks = 0;
  for (const line of acknowledged) {
    const [status, hash] = line.split(' ');
    if (status === 'tx') t.true(stored.has(hash!), line);
    else {
      t.is(status, 'connected');
      t.truthy(await ledger.block(hexToBytes(hash!)), line);
      blocks++;
    }
  }
  t.true(blocks >= KILLS);
  t.is((await ledger.verify()).height, ledger.tip().height);
});

test('a full disk: a clear error, the state as before, and it goes on once there is room', async t => {
  const { file } = await testLedger(t, { clock });
  const db = await openDatabase<LedgerTables>(file, { migrations: ledgerMigrations });
  const ledger = await openLedger({ file, network: 'regtest', database: db, clock });
  const coins = await mine(t, ledger, alice, 102);
  await ledger.submitTransaction(signedSpend([coins[0]!], [{ value: 4_999_999_000n, script: alice.script }]));
  const pages = async () =>
    (await sql<{ page_count: number }>`pragma page_count`.execute(db)).rows[0]!.page_count;
  await sql.raw(`pragma max_page_count = ${await pages()}`).execute(db);
  const tip = ledger.tip();
  const before = snapshot(file);

  // Too large for the free space inside the pages there are.
  const outputs = Array.from({ length: 400 }, () => ({ value: 1_000n, script: alice.script }));
  const big = signedSpend([coins[1]!], [...outputs, { value: 4_999_000_000n, script: alice.script }]);
  await t.throwsAsync(ledger.submitTransaction(big), { instanceOf: StorageError, message: /full/ });
  const plan = {
    previousHash: tip.hash,
    height: 103,
    time: tip.time + 60,
    transactions: [big],
    outputs: [{ value: 1n, script: alice.script }],
  };
  const { raw } = makeBlock(plan);
  const error = await t.throwsAsync(ledger.submitBlock(raw), { instanceOf: StorageError });
  t.is(error instanceof StorageError ? error.code : '', 'full');
  t.deepEqual(ledger.tip(), tip);
  t.is(snapshot(file), before);
  t.like(await ledger.mempool(), { transactions: 1 });
  await ledger.verify();

  await sql.raw('pragma max_page_count = 1000000').execute(db);
  t.is((await ledger.submitBlock(raw)).status, 'connected');
  t.like(await ledger.mempool(), { transactions: 1 });
  await ledger.verify();
  await ledger.close();
  await db.destroy();
});

test('two processes write one file: both chains of blocks are one', async t => {
  const { ledger, file } = await testLedger(t, { clock });
  await mine(t, ledger, alice, 5);
  const other = runAndKill(file, 1, 700);
  const statuses = new Set<string>();
  for (let i = 0; i < 30; i++) {
    const template = await ledger.template(ledger.tip().time + 60);
    const result = await ledger.submitBlock(blockOfTemplate(template, alice.script, 99));
    statuses.add(result.status);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  const lines = await other;
  t.true(lines.length > 0);
  for (const line of lines) {
    const [status, hash] = line.split(' ');
    if (status !== 'tx') t.truthy(await ledger.block(hexToBytes(hash!)), line);
  }
  t.true(statuses.has('connected'));
  await ledger.verify();
});

test('verify finds any changed byte', async t => {
  const { ledger, file } = await testLedger(t, { clock });
  const coins = await mine(t, ledger, alice, 103);
  await ledger.submitTransaction(signedSpend([coins[0]!], [{ value: 4_999_999_000n, script: alice.script }]));
  const spend = signedSpend([coins[1]!], [{ value: 5_000_000_000n, script: makeKey(2, 'p2tr').script }]);
  const tip = ledger.tip();
  const outputs = [{ value: 5_000_000_000n, script: alice.script }];
  const plan = { previousHash: tip.hash, height: 104, time: tip.time + 60, transactions: [spend], outputs };
  await ledger.submitBlock(makeBlock(plan).raw);
  // A side branch too.
  await ledger.submitBlock(makeBlock({ ...plan, extranonce: 2, transactions: [] }).raw);
  await ledger.verify();

  let seed = 99;
  const random = (n: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % n;
  };
  const db = new BetterSqlite(file);
  const columns: [table: string, key: string, column: string][] = [
    ['blocks', 'hash', 'raw'],
    ['headers', 'hash', 'header'],
    ['headers', 'hash', 'previous_hash'],
    ['headers', 'hash', 'chain_work'],
    ['headers', 'hash', 'status'],
    ['headers', 'hash', 'height'],
    ['undo', 'hash', 'data'],
    ['active_chain', 'height', 'hash'],
    ['utxo', 'outpoint', 'outpoint'],
    ['utxo', 'outpoint', 'value'],
    ['utxo', 'outpoint', 'script'],
    ['utxo', 'outpoint', 'script_hash'],
    ['utxo', 'outpoint', 'height'],
    ['utxo', 'outpoint', 'coinbase'],
    ['mempool', 'txid', 'raw'],
    ['mempool', 'txid', 'txid'],
    ['mempool', 'txid', 'wtxid'],
    ['mempool', 'txid', 'fee'],
    ['ledger_state', 'id', 'tip_hash'],
    ['ledger_state', 'id', 'network'],
  ];
  db.pragma('foreign_keys = OFF');
  for (const [table, key, column] of columns) {
    for (let round = 0; round < (column === 'raw' ? 5 : 1); round++) {
      const rows = db.prepare(`select ${key} as k, ${column} as v from ${table} order by 1`).all() as {
        k: unknown;
        v: unknown;
      }[];
      const { k, v } = rows[random(rows.length)]!;
      let changed: unknown;
      if (typeof v === 'number') changed = v ^ (1 << random(4));
      else if (typeof v === 'string') changed = v.replace(/.$/, '~');
      else {
        const bytes = Buffer.from(v as Buffer);
        bytes[random(bytes.length)]! ^= 1 << random(8);
        changed = bytes;
      }
      db.prepare(`update ${table} set ${column} = ? where ${key} = ?`).run(changed, k);
      const error = await t.throwsAsync(ledger.verify(), undefined, `${table}.${column}`);
      t.regex(error?.message ?? '', /^height \d+: ./, `${table}.${column}`);
      const where = column === key ? changed : k;
      db.prepare(`update ${table} set ${column} = ? where ${key} = ?`).run(v, where);
    }
  }
  for (const statement of [
    'delete from utxo where height = 50',
    'delete from undo where rowid = 9',
    'delete from blocks where rowid = 20',
    'delete from active_chain where height = 104',
  ]) {
    const path = `${file}.broken`;
    rmSync(path, { force: true });
    await db.backup(path);
    const broken = new BetterSqlite(path);
    broken.pragma('foreign_keys = OFF');
    broken.exec(statement);
    broken.close();
    const other = await openLedger({ file: path, network: 'regtest', clock }).catch(() => undefined);
    if (other) {
      await t.throwsAsync(other.verify(), undefined, statement);
      await other.close();
    }
  }
  db.close();
  await ledger.verify();
});
