/** What node.host and time.server accept. */
import { isIPv6 } from 'node:net';
import test from 'ava';
import { bareHost, hostAndPort, hostProblem } from '../../firmware/protocol/host.js';
import { SCHEMA } from '../../firmware/schema.js';
import { checkValue, findSetting } from '../../firmware/settings/kinds.js';
import { Random } from '../cases/random.js';

test('what resolvers accept is accepted', t => {
  const label = 'a'.repeat(63);
  const longest = `${label}.${label}.${label}.${'a'.repeat(61)}`;
  for (const host of [
    ...[
      'node',
      'node.local',
      'Node.Local.',
      'my_node.local',
      '_mqtt._tcp.example',
      'xn--nde-sna.example',
      '1password.com',
    ],
    ...['10.0.0.2', '127.1', '0.0.0.0', '2130706433', 'a-', 'a.-b', longest, `${longest}.`],
    ...[
      '::',
      '::1',
      '[::1]',
      '2001:db8::7',
      '1:2:3:4:5:6:7:8',
      '::ffff:10.0.0.2',
      '1:2:3:4:5:6:10.0.0.2',
      'FE80::1%2',
    ],
    ...['fe80::1%eth0', '[fe80::1%wlan0]', 'fe80::1%br-lan.20', 'febf::1%en0'],
  ]) {
    t.is(hostProblem(host), undefined, host);
    for (const key of ['node.host', 'time.server'])
      t.deepEqual(checkValue(findSetting(SCHEMA, key)!, host), { value: host });
  }
});

test('what they do not accept is named', t => {
  const wrong: [string, RegExp][] = [
    ['10.0.0.2:1883', /^that is a host with a port/],
    ['node.local:', /^that is a host with a port/],
    ['[::1]:1883', /^that is a host with a port/],
    ['mqtt://10.0.0.2', /^that is a URL/],
    ['mqtts://node:8883/', /^that is a URL/],
    ['http://[::1]', /^that is a URL/],
    ['node/path', /without a path/],
    ['me@node', /without a user/],
    [':::', /^not an IPv6 address$/],
    ['::1::', /^not an IPv6 address$/],
    ['1:2:3:4:5:6:7:8:9', /^not an IPv6 address$/],
    ['1:2:3:4:5:6:7', /^not an IPv6 address$/],
    ['12345::', /^not an IPv6 address$/],
    ['::10.0.0.256', /^not an IPv6 address$/],
    ['10.0.0.2::', /^not an IPv6 address$/],
    ['1::2%', /^the zone after %/],
    ['fe80::1%a b', /^the zone after %/],
    [`fe80::1%${'e'.repeat(16)}`, /^the zone after %/],
    ['fe80::1', /^a link-local address needs the interface/],
    ['[febf::1]', /^a link-local address needs the interface/],
    ['[::1', /^a \] is missing$/],
    ['10.0.0.256', /^not an IPv4 address/],
    ['1.2.3.4.5', /^not an IPv4 address/],
    ['10..2', /^not an IPv4 address/],
    ['node..local', /^a host name has no empty part/],
    ['.', /^a host name has no empty part/],
    ['..', /empty part|IPv4/],
    ['a'.repeat(64), /^a part of a host name has at most 63/],
    [Array(5).fill('a'.repeat(52)).join('.').slice(0, 254), /^a host name has at most 253/],
    ['-', /^expected a host name/],
    ['-node', /^expected a host name/],
    ['my node', /^expected a host name/],
    ['n*de', /^expected a host name/],
  ];
  for (const [host, problem] of wrong) {
    t.regex(String(hostProblem(host)), problem, host);
    const checked = checkValue(SCHEMA['node.host'], host);
    t.true('error' in checked, host);
  }
});

test('property: IPv6 addresses agree with Node; any text has an answer', t => {
  const random = new Random(4291);
  let right = 0;
  for (let round = 0; round < 20_000; round++) {
    const groups = Array.from({ length: random.between(0, 9) }, () =>
      random.below(6) === 0 ? '' : random.below(15) === 0 ? '10.0.0.2' : random.below(0x1ffff).toString(16),
    );
    const text = groups.join(':');
    if ((text.match(/:/g)?.length ?? 0) < 2) continue;
    const local = /^fe[89ab][0-9a-f]:/i.test(text);
    if (local) continue;
    if (isIPv6(text)) right++;
    t.is(hostProblem(text) === undefined, isIPv6(text), text);
  }
  t.true(right > 150, `${right}`);
  for (let round = 0; round < 20_000; round++) {
    const text = Array.from({ length: random.between(1, 20) }, () => random.pick([...'a1.:[]%-/@_ '])).join(
      '',
    );
    t.true(['string', 'undefined'].includes(typeof hostProblem(text)));
  }
});

test('hosts with their ports', t => {
  t.is(hostAndPort('node', 1), 'node:1');
  for (const host of ['::1', '[::1]']) t.is(hostAndPort(host, 1883), '[::1]:1883');
  t.is(bareHost('[fe80::1%eth0]'), 'fe80::1%eth0');
  t.is(bareHost('node'), 'node');
});
