/** Settings of the upstream `bitcoin`. */
import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { ConfigError, readConfig } from '../../trusted-node/config/config.js';
import { temporary } from './bed.js';

const payoutAddress = 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080';

test('a URL is enough beside a payout address: mainnet, its port, the cookie of this user', t => {
  const { network, bitcoin } = readConfig({ upstream: 'bitcoin://127.0.0.1', payoutAddress }, {});
  t.is(network, 'mainnet');
  t.deepEqual(bitcoin, {
    rpc: {
      host: '127.0.0.1',
      port: 8332,
      credentials: { kind: 'cookie', file: join(homedir(), '.bitcoin/.cookie') },
    },
    others: [],
  });
});

test('ports and cookies of the other networks, and what is said instead of them', t => {
  const read = (flags: Record<string, string>) =>
    readConfig({ upstream: 'bitcoin://[::1]', payoutAddress, ...flags }, {}).bitcoin?.rpc;
  t.deepEqual(read({ network: 'regtest' }), {
    host: '::1',
    port: 18443,
    credentials: { kind: 'cookie', file: join(homedir(), '.bitcoin/regtest/.cookie') },
  });
  t.is(read({ network: 'testnet4' })?.port, 48332);
  t.is(read({ network: 'signet' })?.port, 38332);
  t.deepEqual(read({ upstream: 'bitcoin://node.lan:1/', rpcCookie: '/c' }), {
    host: 'node.lan',
    port: 1,
    credentials: { kind: 'cookie', file: '/c' },
  });
  t.deepEqual(read({ rpcUser: 'mite', rpcPasswordFile: '/p' })?.credentials, {
    kind: 'user',
    user: 'mite',
    passwordFile: '/p',
  });
  t.is(readConfig({}, { MITE_UPSTREAM: 'bitcoin://a', MITE_PAYOUT_ADDRESS: 'x' }).bitcoin?.rpc.host, 'a');
  t.is(readConfig({}, {}).bitcoin, undefined);
});

test('further nodes are in the file', t => {
  const file = join(temporary(t), 'config.json');
  const write = (submitAlsoTo: unknown) =>
    writeFileSync(file, JSON.stringify({ upstream: 'bitcoin://a', payoutAddress, submitAlsoTo }));
  write([
    { url: 'bitcoin://b', cookie: '/b' },
    { url: 'bitcoin://c:7', user: 'u', passwordFile: '/p' },
  ]);
  t.deepEqual(readConfig({ config: file }, {}, file).bitcoin?.others, [
    { host: 'b', port: 8332, credentials: { kind: 'cookie', file: '/b' } },
    { host: 'c', port: 7, credentials: { kind: 'user', user: 'u', passwordFile: '/p' } },
  ]);
  for (const [value, message] of [
    ['b', /must be a list/],
    [['b'], /entry 1: must be an object/],
    [[{ url: 'bitcoin://b', cookie: '/b', pass: 'hush' }], /unknown key "pass"/],
    [[{ url: 'bitcoin://b' }], /needs either cookie, or user and passwordFile/],
    [[{ url: 'bitcoin://b', cookie: '/b', user: 'u' }], /needs either cookie/],
    [[{ url: 'bitcoin://b', user: 'u' }], /entry 1: needs either cookie/],
    [[{ cookie: '/b' }], /entry 1: url: must be a URL/],
    [[{ url: 'bitcoin://b', user: 5, passwordFile: 'p' }], /entry 1: user: must be a text/],
  ] as const) {
    write(value);
    t.throws(() => readConfig({}, {}, file), { instanceOf: ConfigError, message });
  }
});

const upstream = 'bitcoin://127.0.0.1:18443';
const BAD: readonly (readonly [what: string, flags: Record<string, string>, message: RegExp])[] = [
  ['no payout address', { upstream }, /^payoutAddress: with a Bitcoin node/],
  ['another scheme', { upstream: 'http://127.0.0.1', payoutAddress }, /--upstream: must be bitcoin:/],
  ['no URL', { upstream: '127.0.0.1:8332', payoutAddress }, /--upstream: must be a URL/],
  ['no host', { upstream: 'bitcoin://', payoutAddress }, /--upstream: must be bitcoin:/],
  ['a path', { upstream: 'bitcoin://a/wallet', payoutAddress }, /--upstream: must be bitcoin:/],
  ['port 0', { upstream: 'bitcoin://a:0', payoutAddress }, /--upstream: must be bitcoin:/],
  [
    'a password in the URL',
    { upstream: 'bitcoin://u:hush@a', payoutAddress },
    /^--upstream: a URL with a user or password/,
  ],
  [
    'cookie and user',
    { upstream, payoutAddress, rpcCookie: 'c', rpcUser: 'u', rpcPasswordFile: 'p' },
    /give one of them/,
  ],
  ['a user without password', { upstream, payoutAddress, rpcUser: 'u' }, /both or neither/],
  ['a user with a colon', { upstream, payoutAddress, rpcUser: 'u:v', rpcPasswordFile: 'p' }, /colon/],
  ['the devnet', { upstream, payoutAddress, network: 'devnet' }, /--network: the devnet has no Bitcoin node/],
  [
    'a mode',
    { upstream, payoutAddress, quorumMode: 'maybe' },
    /--quorum-mode: must be one of report, enforce/,
  ],
  ['a cookie without upstream', { rpcCookie: 'c' }, /--rpc-cookie: goes with upstream/],
  [
    'mainnet without upstream',
    { network: 'mainnet' },
    /needs your own Bitcoin node: --upstream bitcoin:\/\/127\.0\.0\.1:8332/,
  ],
];

for (const [what, flags, message] of BAD)
  test(`refused: ${what}`, t => {
    const error = t.throws(() => readConfig(flags, {}), { instanceOf: ConfigError, message });
    t.notRegex(error!.message, /hush|\n/);
  });
