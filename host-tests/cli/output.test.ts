/** Standard output that is closed or full: nothing is lost in silence, and nobody sees a stack trace. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import BetterSqlite from 'better-sqlite3';
import { NODE_CLI, ROOT } from '../support/processes.js';
import { type Cli, withCli } from './bed.js';

const MITE_CLI = join(ROOT, 'build/js/tools/mite/main.js');

/** Runs a line of the shell in which $NODE is mite-node, $MITE is mite and $DATA the data directory. */
async function shell(cli: Cli, line: string) {
  const program = cli.start('bash', ['-c', `set -o pipefail; ${line}`], {
    NODE: `${process.execPath} ${NODE_CLI}`,
    MITE: `${process.execPath} ${MITE_CLI}`,
    DATA: cli.data,
  });
  const code = await program.ended;
  return { code, lines: program.lines.length, err: program.errors.join('\n') };
}

test('a reader that goes away ends a command silently', t =>
  withCli(async cli => {
    await cli.ok(t, 'device', 'add', 'kitchen');
    await cli.ok(t, 'wallet', 'new');
    // The reader has gone before the first byte is written.
    for (const command of [
      '$NODE status --data $DATA',
      '$NODE status --json --data $DATA',
      '$NODE device list --data $DATA',
      '$NODE wallet balance --data $DATA',
      '$NODE verify --data $DATA',
      '$NODE acl',
      '$NODE --help',
      '$NODE --version',
      '$NODE device --help',
      '$MITE --help',
      '$MITE configure --help',
      '$MITE --version',
      '$MITE ports',
    ]) {
      const { code, err } = await shell(cli, `{ sleep 0.1; ${command}; } | true`);
      t.is(code, 0, command);
      t.is(err, '', command);
    }
    const { code, lines, err } = await shell(cli, '$NODE acl | head -1');
    t.deepEqual([code, lines, err], [0, 1, '']);
  }));

test('output that cannot be written ends a command with 1 and one line', t =>
  withCli(async cli => {
    await cli.ok(t, 'device', 'add', 'kitchen');
    for (const command of [
      '$NODE status --data $DATA',
      '$NODE device list --json --data $DATA',
      '$NODE verify --data $DATA',
      '$NODE acl',
      '$NODE --help',
      '$NODE --version',
      '$MITE --help',
      '$MITE --version',
      '$MITE ports',
    ]) {
      const { code, err } = await shell(cli, `${command} > /dev/full`);
      t.is(code, 1, command);
      t.regex(err, /^mite(-node)?: standard output cannot be written: the disk is full \(ENOSPC\)$/, command);
    }
  }));

test('a secret that nobody could see is not stored, and the old one still holds', t =>
  withCli(async cli => {
    await cli.ok(t, 'device', 'add', 'kitchen');
    const devices = () => {
      const db = new BetterSqlite(join(cli.data, 'mite.sqlite'), { readonly: true });
      const rows = db.prepare('select id, hex(secret_hash) as hash from devices').all();
      db.close();
      return rows;
    };
    const before = devices();
    t.is(before.length, 1);
    for (const [command, text] of [
      ['$NODE device add porch --data $DATA > /dev/full', /the disk is full.*; the device was not stored$/],
      ['$NODE device add porch --json --data $DATA > /dev/full', /; the device was not stored$/],
      ['$NODE device add porch --mosquitto --data $DATA > /dev/full', /; the device was not stored$/],
      [
        '{ sleep 0.1; $NODE device add porch --data $DATA; } | true',
        /standard output is closed; the device was not stored$/,
      ],
      [
        '$NODE device add porch --secret-file $DATA/no/porch --data $DATA',
        /no\/porch: there is no such file \(ENOENT\)$/,
      ],
    ] as const) {
      const { code, err } = await shell(cli, command);
      t.not(code, 0, command);
      t.regex(err, text, command);
      t.is(err.split('\n').length, 1);
      t.deepEqual(devices(), before, command);
    }
    const replaced = await shell(cli, '$NODE device add kitchen --replace --data $DATA > /dev/full');
    t.is(replaced.code, 1);
    t.deepEqual(devices(), before, 'the secret that the board has');
    const key = join(cli.directory, 'key.pem');
    const keygen = await shell(cli, `$NODE firmware keygen --key ${key} > /dev/full`);
    t.is(keygen.code, 1);
    t.false(existsSync(key), 'a key whose public half nobody knows');
  }));

test('device add --secret-file: one line, only for its owner, and nothing is overwritten', t =>
  withCli(async cli => {
    const file = join(cli.directory, 'kitchen.secret');
    const shown = await cli.call('device', 'add', 'kitchen', '--secret-file', file);
    t.is(shown.code, 0, shown.err);
    const secret = readFileSync(file, 'utf8');
    t.regex(secret, /^[A-Za-z0-9_-]{32}\n$/);
    t.is(statSync(file).mode & 0o777, 0o600);
    t.false(`${shown.out}${shown.err}`.includes(secret.trim()));
    t.true(shown.out.includes(file));
    const again = await cli.call('device', 'add', 'porch', '--secret-file', file);
    t.is(again.code, 2);
    t.is(again.err, `mite-node: ${file} is there already, and is not overwritten`);
    t.is(readFileSync(file, 'utf8'), secret);
    // The device was there already: the file is taken back, and one that is not ours stays.
    const other = join(cli.directory, 'other.secret');
    t.is((await cli.call('device', 'add', 'kitchen', '--secret-file', other)).code, 1);
    t.false(existsSync(other));
    writeFileSync(other, 'mine');
    t.is((await cli.call('device', 'add', 'kitchen', '--replace', '--secret-file', other)).code, 2);
    t.is(readFileSync(other, 'utf8'), 'mine');
    t.is(
      JSON.parse(await cli.ok(t, 'device', 'add', 'porch', '--json', '--secret-file', `${other}.2`))
        .secretFile,
      `${other}.2`,
    );
  }));
