/** mite-node as users run it: separate processes on one data directory, signals, exit codes. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { ShareCode } from '../../firmware/domain/share.js';
import { ANSWER_MS } from '../support/deadlines.js';
import { NODE_CLI } from '../support/processes.js';
import { TestDevice } from '../support/test-device.js';
import { withCli } from './bed.js';

test('wrong use ends with one line and exit code 2; a failure with 1', t =>
  withCli(async cli => {
    for (const [args, code, text] of [
      [['wallet', 'balance'], 1, /^mite-node: there is no wallet/],
      [['run', '--bogus'], 2, "mite-node: unknown option '--bogus'"],
      [['bogus'], 2, /^mite-node: unknown command 'bogus'$|unknown option/],
      [['staus'], 2, "mite-node: unknown command 'staus' (did you mean status?)"],
      [['device', 'ad', 'x'], 2, "mite-node: unknown command 'ad' (did you mean add?)"],
      [['status', '--jso'], 2, "mite-node: unknown option '--jso' (did you mean --json?)"],
      [['device', 'add'], 2, "mite-node: missing required argument 'id'"],
      [['run', '--listen', ''], 2, /^mite-node: --listen: must be host:port, for example .*; it is empty$/],
      [['run', '--listen', '[1:2]:1883'], 2, /^mite-node: --listen: 1:2 is no IPv6 address$/],
      [['run', '--listen', '1.2.3.400:1883'], 2, /^mite-node: --listen: 1\.2\.3\.400 is no IPv4 address$/],
      [['run', '--config', ''], 2, /^mite-node: --config: must name a file; it is empty$/],
      [
        ['status', '--network', ''],
        2,
        /^mite-node: --network: must be one of mainnet, testnet4, signet, regtest, devnet$/,
      ],
      [
        ['run', '--broker', 'mqtt://b', '--broker-password-file', '/nowhere/x'],
        2,
        /\/nowhere\/x: there is no/,
      ],
      [['device', 'set', 'a', 'mining.budget', '1', '--wait', ''], 2, /^mite-node: --wait: must be a whole/],
      [
        ['device', 'set', 'a', 'mining.budget', '1', '--wait', '1e2'],
        2,
        /^mite-node: --wait: must be a whole/,
      ],
      [['device', 'add', 'a', '--secret-file', ''], 2, /^mite-node: --secret-file: must name a file; it is/],
      [['device', 'add', 'a', '--secret-file', '/dev/null'], 2, /^mite-node: \/dev\/null is there already/],
      [['wallet', 'send', 'x', ''], 1, /^mite-node: there is no wallet/],
      [['firmware', 'add', ''], 2, /^mite-node: \.manifest\.json: there is no such file/],
      [['run', '--listen', 'here'], 2, /^mite-node: --listen: must be host:port/],
      [['run', '--network', 'lan'], 2, /^mite-node: --network: must be one of/],
      [['run', '--payout-address', 'bc1qxyz'], 2, /^mite-node: payoutAddress: /],
      [
        ['run', '--tls-cert', '/nowhere', '--tls-key', '/nowhere'],
        2,
        /^mite-node: tlsCert: \/nowhere: there is no such file \(ENOENT\)/,
      ],
      [['device', 'add', 'Not-An-Id'], 2, /^mite-node: a device id is/],
      [['device', 'revoke', 'nobody'], 1, /^mite-node: there is no device nobody/],
    ] as const) {
      const result = await cli.call(...args);
      t.is(result.code, code, args.join(' '));
      if (typeof text === 'string') t.is(result.err, text);
      else t.regex(result.err, text);
      t.is(result.err.split('\n').length, 1, result.err);
    }
    const empty = await cli.call('status', '--data', join(cli.directory, 'nowhere'));
    t.is(empty.code, 0, 'the last --data counts, and that one exists by now');
  }));

test('devices: added once, listed, replaced, revoked; the secret is nowhere on disk', t =>
  withCli(async cli => {
    const { device, secret } = JSON.parse(await cli.ok(t, 'device', 'add', 'kitchen', '--json'));
    t.is(device, 'kitchen');
    t.regex(secret, /^[A-Za-z0-9_-]{32}$/);
    t.is((await cli.call('device', 'add', 'kitchen')).code, 1);
    const replaced = JSON.parse(
      await cli.ok(t, 'device', 'add', 'kitchen', '--replace', '--group', 'flat', '--json'),
    );
    t.not(replaced.secret, secret);
    await cli.ok(t, 'device', 'revoke', 'kitchen');
    const [row] = JSON.parse(`[${await cli.ok(t, 'device', 'list', '--json')}]`).flat();
    t.is(row.id, 'kitchen');
    t.is(row.group, 'flat');
    t.is(typeof row.revokedAt, 'number');
    t.is(statSync(cli.data).mode & 0o777, 0o700);
    const { readFileSync, readdirSync } = await import('node:fs');
    for (const name of readdirSync(cli.data)) {
      t.false(readFileSync(join(cli.data, name)).includes(replaced.secret), name);
    }
  }));

test('a stop is graceful; a second node on the same directory is refused', t =>
  withCli(async cli => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const { program } = await cli.startNode();
      if (signal === 'SIGINT') {
        const second = await cli.call('run', '--listen', '127.0.0.1:0');
        t.is(second.code, 1);
        t.regex(second.err, /another node uses the data directory/);
      }
      t.is(await program.kill(signal), 0);
    }
    t.true(existsSync(join(cli.data, 'wallet.json')), 'the payout wallet is made at the first start');
    t.is(statSync(join(cli.data, 'wallet.json')).mode & 0o777, 0o600);
  }));

test('kill -9: what was acknowledged is there, what was resent counts once', t =>
  withCli(async cli => {
    const { secret } = JSON.parse(await cli.ok(t, 'device', 'add', 'alpha', '--json'));
    const flags = ['--start-work', '256'];
    let { program, url } = await cli.startNode(...flags);
    let device = await TestDevice.connect(url, 'alpha', secret);
    const { boot } = device;
    const job = await device.hello();
    const told: number[] = [];
    for (let round = 0; round < 3; round++) {
      const shares = Array.from({ length: 40 }, () => device.solve(job));
      for (const share of shares) void device.post(share).catch(() => {});
      await device.results.take(result => result.sequence === shares[5]!.sequence);
      await program.kill('SIGKILL');
      told.push(...device.results.all.filter(result => result.code <= 1).map(result => result.sequence));
      const { sequence, nonce } = device;
      await device.close();
      ({ program, url } = await cli.startNode(...flags));
      device = await TestDevice.connect(url, 'alpha', secret);
      device.boot = boot;
      Object.assign(device, { sequence, nonce });
      for (const share of shares) t.is((await device.send(share)).code, ShareCode.accepted);
      for (const share of shares) told.push(share.sequence);
    }
    await device.close();
    t.is(await program.kill('SIGTERM'), 0);
    const status = JSON.parse(await cli.ok(t, 'status', '--json'));
    t.is(status.devices[0].accepted, 120);
    t.is(new Set(told).size, 120);
  }));

test('a wallet payment gets into a block that a board mined; status, verify and revoke beside the node', t =>
  withCli(async cli => {
    const regtest = ['--network', 'regtest'];
    const { secret } = JSON.parse(await cli.ok(t, 'device', 'add', 'alpha', '--json'));
    const { program, url } = await cli.startNode(...regtest);
    const device = await TestDevice.connect(url, 'alpha', secret);
    let job = await device.hello();
    const mine = async () => {
      const { height } = await device.send(device.solve(job));
      job = await device.jobs.take(entry => entry.height === height + 1);
    };
    for (let height = 1; height <= 101; height++) await mine();
    const address = await cli.ok(t, 'wallet', 'address', '--taproot', ...regtest);
    const { txid } = JSON.parse(await cli.ok(t, 'wallet', 'send', address, '1.5', '--json', ...regtest));
    t.regex(txid, /^[0-9a-f]{64}$/);
    // The node notices the other process's transaction by itself and sends a new job.
    const known = job.id;
    job = await device.jobs.take(entry => entry.id > known && entry.merkleBranch.length === 1);
    t.false(job.clean);
    await mine();
    const balance = JSON.parse(await cli.ok(t, 'wallet', 'balance', '--json', ...regtest));
    t.is(balance.pending, '0');
    const status = JSON.parse(await cli.ok(t, 'status', '--json', ...regtest));
    t.is(status.height, 102);
    t.is(status.mempool.transactions, 0);
    t.is(status.devices[0].blocks, 102);
    t.true(BigInt(status.devices[0].earned) > 102n * 5_000_000_000n, 'subsidies and the fee');
    t.regex(await cli.ok(t, 'status', ...regtest), /alpha .*102/);
    t.is(JSON.parse(await cli.ok(t, 'verify', '--json', ...regtest)).height, 102);
    const poor = await cli.call('wallet', 'send', address, '20000', ...regtest);
    t.is(poor.code, 1);
    t.regex(
      poor.err,
      /^mite-node: not enough coins: 20000\.00000000 coins and the fee are needed, |are still maturing$/,
    );

    await cli.ok(t, 'device', 'revoke', 'alpha', ...regtest);
    await program.waitFor(
      line => line.event === 'device' && line.online === false,
      'the device to go',
      ANSWER_MS,
    );
    await t.throwsAsync(TestDevice.connect(url, 'alpha', secret), { message: /Bad username/ });
    t.is(await program.kill('SIGTERM'), 0);
  }));

test('a config file works, and acl prints the rules', t =>
  withCli(async cli => {
    const config = join(cli.directory, 'mite.json');
    writeFileSync(config, JSON.stringify({ network: 'regtest', logLevel: 'silent' }));
    const { program } = await cli.startNode('--config', config);
    t.is(program.lines[0]?.network, 'regtest');
    t.is(await program.kill('SIGTERM'), 0);
    const acl = cli.start(process.execPath, [NODE_CLI, 'acl', '--broker-user', 'node']);
    t.is(await acl.ended, 0);
    t.true(acl.lines.some(line => line.text === 'user node'));
    t.true(acl.lines.some(line => line.text === 'pattern write mite/1/%u/share'));
    for (const [user, text] of [
      ['a\nuser b', 'must have no control characters in it'],
      ['', 'must not be empty'],
      ['a:b', 'must have no colon in it, and no space at its ends'],
    ] as const) {
      const wrong = cli.start(process.execPath, [NODE_CLI, 'acl', '--broker-user', user]);
      t.is(await wrong.ended, 2);
      t.deepEqual(wrong.errors, [`mite-node: --broker-user: ${text}`]);
    }
  }));
