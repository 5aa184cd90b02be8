import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { ConfigError, readConfig } from '../../trusted-node/config/config.js';
import { environmentName, jsonSchema, KEYS } from '../../trusted-node/config/keys.js';

const directory = mkdtempSync(join(tmpdir(), 'mite-config-'));
let count = 0;
function file(content: unknown): string {
  const path = join(directory, `${count++}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('defaults', t => {
  const config = readConfig({}, {});
  t.is(config.network, 'devnet');
  t.deepEqual(config.listen, { host: '127.0.0.1', port: 1883 });
  t.is(config.tls, undefined);
  t.is(config.broker, undefined);
  t.true(config.data.endsWith('/.mite'));
});

test('flags come before the environment, the environment before the file', t => {
  const path = file({ network: 'regtest', refreshSeconds: 10, logLevel: 'warn' });
  const environment = { MITE_REFRESH_SECONDS: '20', MITE_LOG_LEVEL: 'error' };
  const config = readConfig({ logLevel: 'debug' }, environment, path);
  t.is(config.network, 'regtest');
  t.is(config.refreshSeconds, 20);
  t.is(config.logLevel, 'debug');
  t.is(readConfig({}, { MITE_CONFIG: path }).network, 'regtest');
});

test('a broker with its password from a file, an environment variable or the config file', t => {
  const password = file('hidden\n');
  const broker = 'mqtts://broker.lan:8883';
  t.deepEqual(readConfig({ broker, brokerPasswordFile: password }, {}).broker, {
    url: broker,
    user: 'mite-node',
    password: 'hidden',
    caFile: undefined,
  });
  t.is(readConfig({ broker }, { MITE_BROKER_PASSWORD: 'p' }).broker?.password, 'p');
  t.is(readConfig({}, {}, file({ broker, brokerPassword: 'q' })).broker?.password, 'q');
  t.is(readConfig({ broker }, {}).listen, undefined);
});

for (const [what, flags, environment, content, message] of [
  ['an unknown key', {}, {}, { port: 1 }, /unknown key "port"/],
  ['broken JSON', {}, {}, '{"brokerPassword": "geheim', /not valid JSON$/],
  ['a list', {}, {}, [], /not a JSON object/],
  ['an unknown network', { network: 'main' }, {}, {}, /--network: must be one of/],
  ['a network of others', { network: 'mainnet' }, {}, {}, /--network: mainnet needs your own Bitcoin node/],
  ['a bad address', { listen: '1883' }, {}, {}, /--listen: must be host:port/],
  ['a port too high', {}, { MITE_LISTEN: 'x:65536' }, {}, /MITE_LISTEN: must be host:port/],
  ['a wrong number', {}, {}, { keepDays: 0.5 }, /keepDays: must be a whole number/],
  ['a wrong type', {}, {}, { data: 5 }, /data: must be a text/],
  ['a password in the URL', { broker: 'mqtt://u:geheim@b' }, {}, {}, /--broker: a URL with a user/],
  ['a wrong scheme', { broker: 'http://b' }, {}, {}, /--broker: must be mqtt:/],
  ['no URL', { broker: 'b' }, {}, {}, /--broker: must be a URL/],
  ['a certificate without key', { tlsCert: 'x' }, {}, {}, /both or neither/],
  ['TLS without certificate', { tlsListen: 'h:1' }, {}, {}, /needs tlsCert/],
  ['no listener at all', { listen: 'off' }, {}, {}, /listen: off needs/],
  ['a broker and a listener', { broker: 'mqtt://b', listen: 'h:1' }, {}, {}, /does not go with/],
  ['a password without broker', {}, { MITE_BROKER_PASSWORD: 'geheim' }, {}, /goes with broker/],
  ['a bad group', {}, {}, { groups: { 'A b': 'x' } }, /group "A b"/],
  [
    'a missing password file',
    { broker: 'mqtt://b', brokerPasswordFile: '/nowhere/x' },
    {},
    {},
    /\/nowhere\/x: .*ENOENT/,
  ],
] as const) {
  test(`refused in one line, without the secret: ${what}`, t => {
    const error = t.throws(() => readConfig(flags as Record<string, string>, environment, file(content)), {
      instanceOf: ConfigError,
      message,
    });
    t.false(error?.message.includes('\n'));
    t.false(error?.message.includes('geheim'));
  });
}

test('a missing config file is named', t => {
  t.throws(() => readConfig({}, {}, '/nowhere/mite.json'), {
    message: 'config file /nowhere/mite.json: there is no such file (ENOENT)',
  });
});

test('files as Windows editors leave them: a byte order mark, UTF-16', t => {
  const text = JSON.stringify({ network: 'regtest', data: '/tmp/Häuschen' });
  const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
  for (const content of [`\ufeff${text}`, utf16]) {
    const path = join(directory, `${count++}.json`);
    writeFileSync(path, content);
    const config = readConfig({}, {}, path);
    t.is(config.network, 'regtest');
    t.is(config.data, '/tmp/Häuschen');
  }
  const password = file('\ufeffhidden\r\n');
  t.is(readConfig({ broker: 'mqtt://b', brokerPasswordFile: password }, {}).broker?.password, 'hidden');
});

test('any value of any key is accepted, or refused in one line that names the key', t => {
  const absurd = ['', ' ', 'x', '-1', '1e3', '99999999999999999999', '\u0000', 'a\nb', '[:::]:1', 'h:99999'];
  const types = [null, true, false, -1, 0.5, 1e300, [], ['x'], {}, { a: null }, { a: '' }, { '': 'x' }];
  for (const { name, fileOnly, argument } of KEYS) {
    for (const value of [...absurd, ...types]) {
      const sources: [string, () => unknown][] = [[name, () => readConfig({}, {}, file({ [name]: value }))]];
      if (typeof value === 'string' && argument !== undefined)
        sources.push([`--`, () => readConfig({ [name]: value }, {})]);
      if (typeof value === 'string' && !fileOnly)
        sources.push([environmentName(name), () => readConfig({}, { [environmentName(name)]: value })]);
      for (const [from, read] of sources) {
        try {
          read();
        } catch (error) {
          if (!(error instanceof ConfigError)) throw error;
          t.regex(error.message, new RegExp(`${from}|tlsCert and tlsKey|tlsListen: needs`), name);
          t.false(/[\n\0]/.test(error.message), error.message);
        }
      }
    }
  }
  for (const [name, value] of [
    ['listen', ''],
    ['data', ''],
    ['network', ''],
    ['logLevel', ''],
    ['payoutAddress', ''],
    ['keepDays', ''],
    ['broker', ''],
  ] as const)
    t.throws(() => readConfig({ [name]: value }, {}), { instanceOf: ConfigError }, name);
});

test('the schema for editors matches the keys; a file may name it', t => {
  t.is(readFileSync('docs/mite-node.schema.json', 'utf8'), jsonSchema(), 'make settings-schema writes it');
  const { properties, additionalProperties } = JSON.parse(jsonSchema());
  t.deepEqual(Object.keys(properties), ['$schema', ...KEYS.map(({ name }) => name)]);
  t.false(additionalProperties);
  t.is(readConfig({}, {}, file({ $schema: 'docs/mite-node.schema.json', keepDays: 7 })).keepDays, 7);
});

test('for each wrong value the error says what would be right', t => {
  for (const [name, value, message] of [
    ['listen', '', '--listen: must be host:port, for example 0.0.0.0:1883; it is empty'],
    ['listen', 'h:65536', '--listen: must be host:port, for example 0.0.0.0:1883; a port is at most 65535'],
    ['tlsListen', '[::::]:1', '--tls-listen: :::: is no IPv6 address'],
    ['tlsListen', '256.1.1.1:1', '--tls-listen: 256.1.1.1 is no IPv4 address'],
    ['keepDays', '0', '--keep-days: must be a whole number from 1 to 36500'],
    ['keepDays', '1e3', '--keep-days: must be a whole number from 1 to 36500'],
    ['quorum', '65', '--quorum: must be a whole number from 0 to 64'],
    ['data', '', '--data: must not be empty'],
    ['data', 'a\nb', '--data: must have no control characters in it'],
    ['brokerUser', 'a:b', '--broker-user: must have no colon in it, and no space at its ends'],
    ['logLevel', 'WARN', '--log-level: must be one of silent, fatal, error, warn, info, debug, trace'],
  ] as const)
    t.throws(() => readConfig({ broker: 'mqtt://b', [name]: value }, {}), {
      instanceOf: ConfigError,
      message,
    });
  for (const [groups, problem] of [
    [{ 'A b': 'x' }, 'group "A b" must be 1 to 32 of a-z, 0-9 and -, not led by -'],
    [{ flat: '' }, 'group "flat": must not be empty'],
    [{ flat: 5 }, 'group "flat": must be a text, in quotes'],
    [['flat'], 'must be an object of group names and addresses'],
  ] as const) {
    const path = file({ groups });
    t.throws(() => readConfig({}, {}, path), {
      instanceOf: ConfigError,
      message: `${path}: groups: ${problem}`,
    });
  }
  t.is(readConfig({}, {}, file({ keepDays: '7' })).keepDays, 7, 'digits in quotes');
  t.is(readConfig({ startWork: '9007199254740991' }, {}).startWork, 9_007_199_254_740_991n);
});
