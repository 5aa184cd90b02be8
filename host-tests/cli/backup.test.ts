/** A backup is made beside a running node, verified, and restored; nothing is lost on the way. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import BetterSqlite from 'better-sqlite3';
import { TestDevice } from '../support/test-device.js';
import { withCli } from './bed.js';

const REGTEST = ['--network', 'regtest'];

test('backup of a running node, its verify and status, restore: refused under a running node, complete afterwards', t =>
  withCli(async cli => {
    const { secret } = JSON.parse(await cli.ok(t, 'device', 'add', 'alpha', '--json', ...REGTEST));
    await cli.ok(t, 'tls', 'make', 'localhost');
    const { program, url } = await cli.startNode(...REGTEST);
    const device = await TestDevice.connect(url, 'alpha', secret);
    let job = await device.hello();
    const mine = async (count: number) => {
      for (let i = 0; i < count; i++) {
        const { height } = await device.send(device.solve(job));
        job = await device.jobs.take(entry => entry.height === height + 1);
      }
    };
    await mine(5);
    const address = await cli.ok(t, 'wallet', 'address', ...REGTEST);
    const directory = join(cli.directory, 'backup');
    t.regex(await cli.ok(t, 'backup', directory, ...REGTEST), /^backed up mite\.sqlite, wallet\.json, /);
    t.deepEqual(readdirSync(directory).sort(), ['mite.sqlite', 'tls-cert.pem', 'tls-key.pem', 'wallet.json']);
    for (const name of ['', ...readdirSync(directory)])
      t.is(statSync(join(directory, name)).mode & 0o077, 0, name);
    // What comes after the backup.
    await mine(3);
    const later = await cli.ok(t, 'wallet', 'address', ...REGTEST);
    const again = await cli.call('backup', directory, ...REGTEST);
    t.is(again.code, 2);
    t.regex(again.err, /backup is there already: name a new directory, or an empty one$/);

    const file = join(directory, 'mite.sqlite');
    const before = readFileSync(file);
    for (const copy of [directory, file]) {
      t.regex(await cli.ok(t, 'verify', copy, ...REGTEST), /^verified 5 blocks up to /);
      const status = JSON.parse(await cli.ok(t, 'status', copy, '--json', ...REGTEST));
      t.deepEqual([status.height, status.running, status.devices[0].blocks], [5, false, 5]);
    }
    t.deepEqual(readFileSync(file), before, 'a backup that is looked at is not changed');
    t.deepEqual(readdirSync(directory).length, 4);
    // As sqlite3 makes it.
    const plain = join(cli.directory, 'plain.sqlite');
    const db = new BetterSqlite(join(cli.data, 'mite.sqlite'), { readonly: true });
    db.prepare('vacuum into ?').run(plain);
    db.close();
    t.regex(await cli.ok(t, 'verify', plain, ...REGTEST), /^verified 8 blocks/);

    for (const flags of [[], ['--replace']]) {
      const { code, err } = await cli.call('restore', directory, ...flags, ...REGTEST);
      t.is(code, 1);
      t.regex(err, /^mite-node: a node runs on .*data: stop it before you restore$/);
    }
    await device.close();
    t.is(await program.kill('SIGTERM'), 0);

    const kept = await cli.call('restore', directory, ...REGTEST);
    t.is(kept.code, 2);
    t.regex(kept.err, /data holds mite\.sqlite and wallet\.json already; --replace puts them aside$/);
    t.is(JSON.parse(await cli.ok(t, 'status', '--json', ...REGTEST)).height, 8);
    const restored = JSON.parse(await cli.ok(t, 'restore', directory, '--replace', '--json', ...REGTEST));
    t.is(restored.height, 5);
    t.false(restored.names.includes('wallet.json'), 'of the same seed, but younger: its last address stays');
    t.deepEqual((await cli.ok(t, 'wallet', 'address', '--list', ...REGTEST)).split('\n').slice(1), [
      address,
      later,
    ]);
    t.is(JSON.parse(await cli.ok(t, 'status', '--json', ...REGTEST)).height, 5);
    t.regex(await cli.ok(t, 'verify', restored.aside, ...REGTEST), /^verified 8 blocks/);
    t.deepEqual(
      readdirSync(cli.data).filter(name => /restoring|-wal|-shm/.test(name)),
      [],
    );

    // On another machine, or after the directory was lost; and the node continues from there.
    rmSync(cli.data, { recursive: true });
    await cli.ok(t, 'restore', plain, ...REGTEST);
    t.is(JSON.parse(await cli.ok(t, 'status', '--json', ...REGTEST)).height, 8);
    rmSync(cli.data, { recursive: true });
    await cli.ok(t, 'restore', directory, ...REGTEST);
    for (const name of readdirSync(cli.data)) t.is(statSync(join(cli.data, name)).mode & 0o077, 0, name);
    const node = await cli.startNode(...REGTEST);
    const back = await TestDevice.connect(node.url, 'alpha', secret);
    t.is((await back.hello()).height, 6);
    await back.close();
    t.is(await node.program.kill('SIGTERM'), 0);
  }));

test('restore keeps every address that either wallet of one seed has handed out', t =>
  withCli(async cli => {
    await cli.ok(t, 'wallet', 'new');
    await cli.ok(t, 'device', 'add', 'alpha');
    const addresses = async () => (await cli.ok(t, 'wallet', 'address', '--list')).split('\n');
    const [older, newer] = ['older', 'newer'].map(name => join(cli.directory, name)) as [string, string];
    await cli.ok(t, 'backup', older);
    await cli.ok(t, 'wallet', 'address');
    await cli.ok(t, 'backup', newer);
    const all = await addresses();

    await cli.ok(t, 'wallet', 'address');
    rmSync(cli.data, { recursive: true });
    await cli.ok(t, 'restore', older);
    t.is((await addresses()).length, 1);
    const taproot = await cli.ok(t, 'wallet', 'address', '--taproot');
    const restored = JSON.parse(await cli.ok(t, 'restore', newer, '--replace', '--json'));
    t.true(restored.names.includes('wallet.json'));
    t.deepEqual(await addresses(), [...all, taproot]);
    t.is(statSync(join(cli.data, 'wallet.json')).mode & 0o077, 0);
  }));

test('a wallet that is damaged in the backup replaces nothing', t =>
  withCli(async cli => {
    await cli.ok(t, 'wallet', 'new');
    await cli.ok(t, 'device', 'add', 'alpha');
    const directory = join(cli.directory, 'backup');
    await cli.ok(t, 'backup', directory);
    const own = readFileSync(join(cli.data, 'wallet.json'));
    writeFileSync(join(directory, 'wallet.json'), own.subarray(0, 40));
    const { code, err } = await cli.call('restore', directory, '--replace');
    t.is(code, 1);
    t.regex(err, /backup\/wallet\.json is damaged/);
    t.deepEqual(readFileSync(join(cli.data, 'wallet.json')), own);
    t.deepEqual(
      readdirSync(cli.data).filter(name => /^re(storing|placed)/.test(name)),
      [],
    );
  }));

test('what a killed restore left behind is not a source: it would be deleted', t =>
  withCli(async cli => {
    await cli.ok(t, 'wallet', 'new');
    await cli.ok(t, 'device', 'add', 'alpha');
    const left = join(cli.data, 'restoring');
    await cli.ok(t, 'backup', left);
    for (const backup of [left, join(left, 'mite.sqlite')]) {
      const { code, err } = await cli.call('restore', backup, '--replace');
      t.is(code, 2, err);
      t.regex(err, /restoring is where a restore works, and is deleted by it: rename it first$/);
      t.deepEqual(readdirSync(left).sort(), ['mite.sqlite', 'wallet.json']);
    }
  }));

test('a failed backup leaves nothing in an empty directory either, so that it can be tried again', t =>
  withCli(async cli => {
    await cli.ok(t, 'wallet', 'new');
    await cli.ok(t, 'device', 'add', 'alpha');
    const broken = join(cli.data, 'firmware');
    mkdirSync(broken);
    symlinkSync('nowhere', join(broken, 'image'));
    const directory = join(cli.directory, 'backup');
    mkdirSync(directory);
    const { code, err } = await cli.call('backup', directory);
    t.is(code, 1, err);
    t.deepEqual(readdirSync(directory), []);
    rmSync(broken, { recursive: true });
    await cli.ok(t, 'backup', directory);
  }));

test('a backup that is damaged, newer, or not a backup changes nothing', t =>
  withCli(async cli => {
    await cli.ok(t, 'wallet', 'new');
    await cli.ok(t, 'device', 'add', 'alpha');
    const directory = join(cli.directory, 'backup');
    await cli.ok(t, 'backup', directory);
    const file = join(directory, 'mite.sqlite');
    const whole = readFileSync(file);
    const refused = async (text: RegExp, code: number, backup = directory) => {
      const names = readdirSync(cli.data).sort();
      for (const args of [
        ['restore', backup, '--replace'],
        ['verify', backup],
        ['status', backup],
      ]) {
        const result = await cli.call(...args);
        if (args[0] === 'status' && result.code === 0) continue; // it does not look at everything
        t.is(result.code, code, args.join(' '));
        t.regex(result.err, text, args.join(' '));
        t.is(result.err.split('\n').length, 1, result.err);
      }
      t.deepEqual(
        readdirSync(cli.data)
          .filter(name => name !== 'node.lock')
          .sort(),
        names.filter(name => name !== 'node.lock'),
      );
    };
    writeFileSync(file, whole.subarray(0, 40_000));
    await refused(/is damaged/, 1);
    writeFileSync(file, '');
    await refused(/mite\.sqlite is no database of mite-node$/, 1);
    writeFileSync(file, whole);
    const db = new BetterSqlite(file);
    db.exec("insert into schema_steps (name) values ('099-from-the-future')");
    db.close();
    await refused(/was written by a newer version of Mite/, 1);
    await refused(/^mite-node: there is no file or directory /, 2, join(cli.directory, 'nowhere'));
    await refused(/^mite-node: there is no database in /, 2, cli.directory);
    const full = await cli.call('backup', '/dev/full');
    t.not(full.code, 0);
    t.regex(full.err, /^mite-node: \/dev\/full is there already/);
    t.false(existsSync(join(cli.data, 'restoring')));
  }));
