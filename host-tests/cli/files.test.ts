/** What is in the data directory: files of a newer version, who may read them, unusable directories. */
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import BetterSqlite from 'better-sqlite3';
import { withCli } from './bed.js';

const TXID = '00'.repeat(32);

test('a database of a newer version is refused by every command, and left as it is', t =>
  withCli(async cli => {
    await cli.ok(t, 'device', 'add', 'kitchen');
    await cli.ok(t, 'wallet', 'new');
    const file = join(cli.data, 'mite.sqlite');
    const db = new BetterSqlite(file);
    db.exec("insert into schema_steps (name) values ('099-from-the-future')");
    db.pragma('wal_checkpoint(truncate)');
    db.close();
    const before = readFileSync(file);
    for (const args of [
      ['status'],
      ['verify'],
      ['pool'],
      ['attestations', TXID],
      ['device', 'list'],
      ['device', 'add', 'porch'],
      ['device', 'revoke', 'kitchen'],
      ['device', 'rekey', 'kitchen'],
      ['device', 'unflag', 'kitchen'],
      ['device', 'set', 'kitchen', 'mining.budget', '30', '--wait', '0'],
      ['wallet', 'balance'],
      ['wallet', 'send', 'mdev1qvg940y8d68rxh0c72nnrdr7spx7rtcekcj0lt0', '1'],
      ['run', '--listen', '127.0.0.1:0'],
    ]) {
      const { code, err } = await cli.call(...args);
      t.is(code, 1, args.join(' '));
      t.regex(
        err,
        /mite\.sqlite was written by a newer version of Mite \(its schema step "099-from-the-future"/,
        args.join(' '),
      );
      t.is(err.split('\n').length, 1, err);
      t.deepEqual(readFileSync(file), before, args.join(' '));
    }
  }));

test('a wallet of a newer version is not called damaged', t =>
  withCli(async cli => {
    await cli.ok(t, 'wallet', 'new');
    const file = join(cli.data, 'wallet.json');
    const wallet = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(wallet), version: 3 }));
    for (const args of [
      ['wallet', 'address'],
      ['wallet', 'address', '--list'],
      ['run', '--listen', '127.0.0.1:0'],
    ]) {
      const { code, err } = await cli.call(...args);
      t.is(code, 1);
      t.regex(err, /wallet\.json was written by a newer version of Mite/);
    }
    writeFileSync(file, wallet.slice(0, -9));
    t.regex((await cli.call('wallet', 'address')).err, /wallet\.json is damaged/);
  }));

test('new files are only for their owner', t =>
  withCli(async cli => {
    await cli.ok(t, 'device', 'add', 'kitchen');
    const { program } = await cli.startNode();
    for (const name of ['mite.sqlite', 'mite.sqlite-wal', 'mite.sqlite-shm', 'node.lock', 'wallet.json'])
      t.is(statSync(join(cli.data, name)).mode & 0o777, 0o600, name);
    t.is(statSync(cli.data).mode & 0o777, 0o700);
    t.is(await program.kill('SIGTERM'), 0);
    t.is((await cli.call('status')).err, '');
    chmodSync(cli.data, 0o755);
    for (const args of [['status'], ['device', 'list', '--json']]) {
      const { code, err } = await cli.call(...args);
      t.is(code, 0);
      t.regex(err, /^mite-node: other users of this machine can read .*data: chmod 700 '.*data'$/);
    }
    const open = await cli.startNode();
    t.is(await open.program.kill('SIGTERM'), 0);
    t.true(open.program.errors.some(line => line.includes('other users of this machine can read')));
  }));
