/** The setup dialog as a state machine: what it asks, tries and stores, for any answers. */
import test from 'ava';
import { payoutAgreement } from '../../firmware/parts/chain/settings.js';
import {
  Setup,
  type SetupCheck,
  type SetupCommand,
  type SetupValues,
} from '../../firmware/parts/console/setup.js';
import { parseNodeAddress, questions } from '../../firmware/parts/console/setup-questions.js';
import { SCHEMA } from '../../firmware/schema.js';
import { Configuration } from '../../firmware/settings/configuration.js';
import { checkValue, findSetting, type SettingValue } from '../../firmware/settings/kinds.js';
import { Random } from '../cases/random.js';

const ADDRESS = 'mdev1qwdey5jmz3j9hncnzds62r8dd8kluyzh78ljvgm';
const FINGERPRINT = 'ab'.repeat(32);

function bed(present: Record<string, SettingValue> = {}, wifi = true, tls = true) {
  const said: string[] = [];
  const checks: SetupCheck[] = [];
  const stores: SetupValues[] = [];
  let prompt = '';
  let secret = false;
  let ended = false;
  let storeProblem: string | undefined;
  const configuration = new Configuration(
    SCHEMA,
    { load: () => ({ values: present, warnings: [] }), save: () => {} },
    { agreements: [payoutAgreement] },
  );
  const setup = new Setup({
    wifi,
    tls,
    settings: SCHEMA,
    value: key => configuration.value(key),
    clash: values => configuration.clash(values),
  });
  const run = (commands: readonly SetupCommand[]) => {
    for (const command of commands) {
      if (command.kind === 'say') said.push(command.text);
      else if (command.kind === 'ask') ({ prompt, secret } = command);
      else if (command.kind === 'check') checks.push(command.check);
      else if (command.kind === 'store') {
        stores.push(command.values);
        run(setup.stored(storeProblem));
      } else ended = true;
    }
  };
  run(setup.begin());
  return {
    said,
    checks,
    stores,
    prompt: () => prompt,
    secret: () => secret,
    ended: () => ended,
    failStore: (problem: string) => {
      storeProblem = problem;
    },
    line: (text: string) => run(setup.line(text)),
    checked: (problem?: string) => run(setup.checked(problem)),
    cancel: () => run(setup.cancel()),
  };
}

test('everything asked, tried and stored at once', t => {
  const b = bed();
  t.is(b.prompt(), 'Wi-Fi name: ');
  b.line('  Home Net ');
  t.is(b.prompt(), 'Wi-Fi password: ');
  t.true(b.secret());
  b.line(' pass word ');
  t.deepEqual(b.checks.at(-1), { kind: 'wifi', ssid: 'Home Net', password: ' pass word ' });
  b.line('typed while it tries');
  b.checked('wrong password');
  t.true(b.said.includes('  does not work: wrong password'));
  b.line('change');
  t.is(b.prompt(), 'Wi-Fi name [Home Net]: ');
  b.line('');
  t.is(b.prompt(), 'Wi-Fi password [keep it]: ');
  b.line('right one');
  b.checked();
  b.line('node.local:2000');
  t.deepEqual(b.checks.at(-1), { kind: 'node', host: 'node.local', port: 2000, tls: false, fingerprint: '' });
  b.checked();
  b.line('xyz');
  t.true(b.said.at(-2)!.includes('64 hex digits'));
  b.line(FINGERPRINT);
  t.deepEqual(b.checks.at(-1), {
    kind: 'node',
    host: 'node.local',
    port: 2000,
    tls: true,
    fingerprint: FINGERPRINT,
  });
  b.checked('another certificate');
  b.line('keep');
  b.line('kitchen');
  b.line('hunter2');
  const login = {
    host: 'node.local',
    port: 2000,
    tls: true,
    fingerprint: FINGERPRINT,
    device: 'kitchen',
    secret: 'hunter2',
  };
  t.deepEqual(b.checks.at(-1), { kind: 'login', ...login });
  b.checked('node down');
  b.line('');
  t.deepEqual(b.checks.at(-1), { kind: 'login', ...login }, 'Enter tries again');
  b.checked();
  b.line(ADDRESS);
  t.is(b.stores.length, 0);
  b.line('50');
  t.true(b.ended());
  t.deepEqual(b.stores, [
    {
      'wifi.ssid': 'Home Net',
      'wifi.password': 'right one',
      'node.host': 'node.local',
      'node.port': 2000,
      'node.fingerprint': FINGERPRINT,
      'node.tls': true,
      'device.id': 'kitchen',
      'device.secret': 'hunter2',
      'payout.address': ADDRESS,
      'mining.budget': 50,
    },
  ]);
  t.notRegex(b.said.join('\n'), /hunter2|right one|pass word/);
  t.is(b.said.at(-1), 'Stored.');
});

test('Enter keeps everything: nothing is stored; - clears what may be empty', t => {
  const present = {
    'node.host': 'a.very.long.name.of.a.node.that.does.not.fit.into.the.prompt.example',
    'node.port': 1900,
    'node.tls': true,
    'node.fingerprint': FINGERPRINT,
    'device.id': 'kitchen',
    'device.secret': 'hunter2',
    'payout.address': ADDRESS,
  };
  const b = bed(present, false);
  t.is(b.prompt(), 'Node [as it is]: ');
  t.true(b.said.some(text => text.includes(present['node.host'])));
  while (!b.ended()) {
    const before = b.checks.length;
    b.line('');
    if (b.checks.length > before) b.checked();
  }
  t.deepEqual(b.stores, []);
  t.is(b.said.at(-1), 'Nothing was changed.');
  const c = bed(present, false);
  c.line('-');
  t.true(
    c.said.some(text => /expected a host name/.test(text)),
    'a node is needed',
  );
  c.line('');
  c.checked();
  c.line('-');
  c.line('');
  c.line('');
  t.is((c.checks.at(-1) as { fingerprint: string }).fingerprint, '');
  c.checked();
  c.line('-');
  if (!c.ended()) c.line('');
  t.deepEqual(c.stores, [
    { 'node.fingerprint': undefined, 'node.tls': undefined, 'payout.address': undefined },
  ]);
  const d = bed({ ...present }, false, false);
  d.failStore('flash is full');
  d.line('other');
  d.checked();
  d.line('');
  d.line('');
  d.checked();
  d.line('');
  if (!d.ended()) d.line('');
  t.is(d.said.at(-1), 'error: nothing was stored: flash is full');
});

test('a node without a port gets the usual one, not the one tried before', t => {
  const b = bed({ 'node.port': 2000 }, false, false);
  b.line('node.local:1999');
  b.checked('refused');
  b.line('change');
  b.line('node.local');
  t.deepEqual(b.checks.at(-1), { kind: 'node', host: 'node.local', port: 1883, tls: false, fingerprint: '' });
  b.checked();
  for (const answer of ['kitchen', 'hunter2']) b.line(answer);
  b.checked();
  b.line('');
  b.line('');
  t.is(b.stores[0]!['node.port'], 1883);
  const c = bed({ 'node.tls': true, 'node.port': 2000 }, false);
  c.line('other.local');
  t.is((c.checks.at(-1) as { port: number }).port, 8883);
});

test('after an answer was tried, another one can be given at once', t => {
  const b = bed({}, false);
  b.line('wrong.local');
  b.checked('name not found');
  b.line('what');
  t.regex(b.said.at(-1)!, /^ {2}retry tries again/);
  b.line('Right.local:2000');
  t.deepEqual(b.checks.at(-1), {
    kind: 'node',
    host: 'Right.local',
    port: 2000,
    tls: false,
    fingerprint: '',
  });
  b.checked('refused');
  b.line('10.0.0.256');
  t.true(b.said.at(-2)!.includes('not an IPv4 address'));
  t.is(b.prompt(), 'Node [Right.local:2000]: ');
  b.line('');
  b.checked();
  b.line(FINGERPRINT);
  b.checked('another certificate');
  b.line('cd'.repeat(32));
  t.is((b.checks.at(-1) as { fingerprint: string }).fingerprint, 'cd'.repeat(32));
  b.checked();
  b.line('kitchen');
  b.line('hunter2');
  b.checked('refused');
  const { length } = b.checks;
  b.line('other');
  t.is(b.checks.length, length, 'two answers were tried: which one is meant is not known');
  t.regex(b.said.at(-1)!, /^ {2}retry tries again/);
});

test('a payout address of another network is asked for again', t => {
  const present = { 'node.host': 'h', 'device.id': 'kitchen', 'device.secret': 'hunter2' };
  for (const network of ['devnet', 'mainnet']) {
    const b = bed({ ...present, 'chain.network': network }, false, false);
    for (let i = 0; i < 3; i++) {
      b.line('');
      if (i !== 1) b.checked();
    }
    t.is(b.prompt(), 'Payout: ');
    const [right, wrong] =
      network === 'devnet'
        ? [ADDRESS, 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4']
        : ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', ADDRESS];
    b.line(wrong);
    t.regex(b.said.at(-2)!, /^ {2}payout\.address belongs to (mainnet|devnet), but chain\.network is/);
    t.is(b.prompt(), 'Payout: ');
    b.line(right);
    b.line('');
    t.deepEqual(b.stores, [{ 'payout.address': right }]);
  }
});

test('addresses of nodes as people type them', t => {
  for (const [text, host, port] of [
    ['node.local', 'node.local', undefined],
    ['node.local:1883', 'node.local', '1883'],
    ['10.0.0.1:', '10.0.0.1', ''],
    ['fe80::1', 'fe80::1', undefined],
    ['[fe80::1]', 'fe80::1', undefined],
    ['[fe80::1]:8883', 'fe80::1', '8883'],
    ['mqtt://node.local:1883/', 'node.local', '1883'],
    ['mqtt://[::1]', '::1', undefined],
  ] as const)
    t.deepEqual(parseNodeAddress(text), { host, port });
  t.deepEqual(parseNodeAddress('[fe80::1'), { error: 'a ] is missing' });
  t.deepEqual(parseNodeAddress('[fe80::1]8883'), { error: 'expected [address]:port' });
  for (const question of questions(true, true)) {
    t.true(question.prompt.length <= 20);
    t.true(question.explain.length < 80, question.explain);
    t.is(question.secret, SCHEMA[question.keys[0]].secret, question.prompt);
  }
});

test('property: any answers; stored at most once, only valid values, and never a secret on the screen', t => {
  const random = new Random(2026);
  let stored = 0;
  for (let round = 0; round < 2_000; round++) {
    const b = bed({}, random.below(2) === 0, random.below(2) === 0);
    let steps = 0;
    const secrets: string[] = [];
    while (!b.ended() && steps++ < 80) {
      const pending = b.prompt().startsWith('(trying');
      if (pending) {
        if (random.below(40) === 0) b.cancel();
        else b.checked(random.below(3) === 0 ? 'no' : undefined);
        continue;
      }
      const secret = `s3cret-${random.u32()}`;
      if (b.secret()) secrets.push(secret);
      const right = b.secret()
        ? secret
        : /^Node/.test(b.prompt())
          ? 'host:5'
          : /^Finger/.test(b.prompt())
            ? FINGERPRINT
            : /^Payout/.test(b.prompt())
              ? ADDRESS
              : /^Budget/.test(b.prompt())
                ? '7'
                : random.pick(['kitchen', 'keep', 'change', '']);
      const noise = String.fromCharCode(
        ...Array.from({ length: random.below(20) }, () => random.below(0x200)),
      );
      b.line(random.below(4) === 0 ? random.pick(['', '-', noise, 'x'.repeat(600)]) : right);
      if (random.below(300) === 0) b.cancel();
      if (b.stores.length > 0) t.true(b.ended());
    }
    t.true(b.stores.length <= 1);
    for (const values of b.stores) {
      stored++;
      for (const [key, value] of Object.entries(values)) {
        const setting = findSetting(SCHEMA, key)!;
        if (value !== undefined) t.deepEqual(checkValue(setting, value), { value });
      }
    }
    for (const secret of secrets) t.false(b.said.some(text => text.includes(secret)));
    b.line('after the end');
    b.checked();
    b.cancel();
  }
  t.true(stored > 500);
});

test('an unused fingerprint is not shown as if it were used', t => {
  const present = { 'node.host': 'h', 'node.fingerprint': FINGERPRINT, 'node.tls': false };
  const b = bed(present, false);
  b.line('');
  b.checked();
  t.is(b.prompt(), 'Fingerprint [none]: ');
  t.false(b.said.some(text => text.includes(FINGERPRINT)));
  b.line('');
  b.line('kitchen');
  b.line('hunter2');
  t.false((b.checks.at(-1) as { tls: boolean }).tls);
  // TLS without one: nothing is left to go on without.
  const c = bed({ 'node.host': 'h', 'node.tls': true }, false);
  c.line('');
  c.checked();
  t.is(c.prompt(), 'Fingerprint: ');
  c.line('');
  t.deepEqual(c.checks.at(-1), { kind: 'node', host: 'h', port: 1883, tls: true, fingerprint: '' });
});
