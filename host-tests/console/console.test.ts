import test from 'ava';
import { MAX_LINE, TOPICS } from '../../firmware/parts/console/grammar.js';
import { formatSeconds } from '../../firmware/parts/console/report.js';
import { Random } from '../cases/random.js';
import { board, SECRET } from './console-bed.js';

test('commands do what they say', t => {
  const { ask, asked } = board();
  t.deepEqual(ask('start'), ['started']);
  t.deepEqual(ask('  stop\t'), ['stopped']);
  t.deepEqual(ask('restart'), ['restarting']);
  t.deepEqual(ask('update'), ['2.0.0 is available: type update start to install it']);
  t.deepEqual(ask('update start'), ['error: no update is waiting']);
  t.deepEqual(ask('update now'), ['error: usage: update [start]']);
  t.deepEqual(ask('version'), ['mite 1.2.3 on host, protocol 1']);
  t.deepEqual(ask('selftest'), ['error: self-test failed: genesis']);
  t.deepEqual(ask('chain'), [
    'chain    devnet, 3 ff',
    'work     77 hashes since the checkpoint',
    'anchor   none',
    'checks   the job pays its owner; refused so far: stale-fork 2',
  ]);
  t.deepEqual(ask('chain forget'), ['forgotten; restarting']);
  t.deepEqual(ask('chain remember'), ['error: usage: chain [forget]']);
  t.deepEqual(asked.splice(3), ['forget', 'restart']);
  const txid = `${'0'.repeat(60)}abCD`;
  t.deepEqual(ask(`proof ${txid}`), ['error: proof: the node does not answer']);
  t.deepEqual(ask(`proof ${txid} txoutproof`), ['error: proof: the node does not answer']);
  t.deepEqual(ask('proof 12'), ['error: proof: a TXID has 64 hex digits']);
  t.deepEqual(ask(`proof ${txid} tree`), ['error: usage: proof TXID [branch | txoutproof]']);
  t.deepEqual(asked.splice(3), ['prove cdab branch', 'prove cdab txoutproof']);
  t.deepEqual(ask(''), []);
  t.deepEqual(ask('   '), []);
  t.deepEqual(asked, ['start', 'stop', 'restart']);
  const help = ask('help').join('\n');
  for (const topic of TOPICS) t.true(help.includes(topic.usage));
  t.is(ask('help bench').length, 2);
  const status = ask('status');
  t.true(status.includes('state    connecting'));
  t.true(status.includes('uptime   1 d 2 h 3 min 4 s'));
  t.true(status.includes('chain    devnet, 3 ff'));
  t.true(status.includes('checks   the job pays its owner; refused so far: stale-fork 2'));
  t.true(status.includes('verdicts 4 valid, 5 invalid, 6 not judged; key none'));
  t.true(status.every(line => !line.includes('\n')));
});

test('settings are stored and applied; secrets are write-only', t => {
  const { ask, asked, stored } = board();
  t.deepEqual(ask('config get node.host'), ['node.host = (not set)']);
  t.deepEqual(ask('config set node.host node.local'), ['node.host = node.local']);
  t.deepEqual(ask('config set mining.threads 4'), ['mining.threads = 4 (takes effect after restart)']);
  t.deepEqual(ask(`config set device.secret "${SECRET}"`), ['device.secret = (set)']);
  t.deepEqual(ask('config get device.secret'), ['device.secret = (set)']);
  t.deepEqual(stored(), { 'node.host': 'node.local', 'mining.threads': 4, 'device.secret': SECRET });
  t.deepEqual(asked, ['apply node.host', 'apply device.secret']);
  t.false([...ask('config list'), ...ask('status')].join('\n').includes(SECRET));
  t.deepEqual(ask('config unset device.secret'), ['device.secret = (not set) (default)']);
  t.deepEqual(ask('config set device.secret "a \\"b\\" \\\\"'), ['device.secret = (set)']);
  t.is(stored()['device.secret'], 'a "b" \\');
});

test('config begin, commit and abort: all settings or none', t => {
  const { console, ask, asked, lines, saves, stored } = board();
  t.deepEqual(ask('config commit'), ['error: there was no config begin']);
  t.deepEqual(ask('config begin'), ['collecting settings until config commit']);
  t.deepEqual(ask('config set node.host node.local'), ['node.host waits for config commit']);
  t.deepEqual(ask(`config set device.secret "${SECRET}"`), ['device.secret waits for config commit']);
  t.deepEqual(ask('config get node.host'), ['node.host = (not set)']);
  t.regex(ask('config set node.port 0')[0]!, /^error: node\.port/);
  t.deepEqual(ask('config abort'), ['nothing was changed']);
  t.deepEqual([saves(), asked.length], [0, 0]);
  ask('config begin');
  ask('config set node.host node.local');
  const from = lines.length;
  console.cancel(); // ^C
  t.deepEqual(lines.slice(from), ['config begin ended; nothing was changed']);
  t.regex(ask('config commit')[0]!, /no config begin/);
  ask('config begin');
  ask('config set node.host node.local');
  ask('config set mining.threads 2');
  ask('config unset device.secret');
  t.deepEqual(ask('config commit'), ['stored (takes effect after restart)']);
  t.deepEqual(stored(), { 'node.host': 'node.local', 'mining.threads': 2 });
  t.is(saves(), 1);
  t.deepEqual(asked, [], 'what was stored as one is used as one');
  t.deepEqual(ask('config get node.host'), ['node.host = node.local (takes effect after restart)']);
  // Taken back: nothing needs the restart any more.
  t.deepEqual(ask('config unset mining.threads'), ['mining.threads = 1 (default)']);
  t.deepEqual(asked, ['apply node.host', 'apply device.secret']);
  t.deepEqual(ask('config get node.host'), ['node.host = node.local']);
});

const MAINNET = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4';
const DEVNET = 'mdev1qwdey5jmz3j9hncnzds62r8dd8kluyzh78ljvgm';

test('a payout address is checked against the network that it will be used with, and waits with it', t => {
  const { ask, asked, stored, values } = board();
  t.deepEqual(ask(`config set payout.address ${MAINNET}`), [
    'error: payout.address was not stored: payout.address belongs to mainnet, but chain.network is devnet; ' +
      'change both between config begin and config commit',
  ]);
  t.deepEqual(ask(`config set payout.address ${DEVNET}`), [`payout.address = ${DEVNET}`]);
  t.regex(
    ask('config set chain.network mainnet')[0]!,
    /^error: chain\.network was not stored: payout\.address belongs/,
  );
  t.deepEqual(stored(), { 'payout.address': DEVNET });
  ask('config begin');
  ask('config set chain.network mainnet');
  ask(`config set payout.address ${MAINNET}`);
  t.deepEqual(ask('config commit'), ['stored (takes effect after restart)']);
  t.deepEqual(asked, ['apply payout.address']);
  const { 'chain.network': network, 'payout.address': address } = values();
  t.deepEqual([network, address], ['devnet', DEVNET]);
  // The network of the next start counts, and what belongs to it waits; the rest does not.
  t.regex(ask(`config set payout.address ${DEVNET}`)[0]!, /not stored/);
  t.deepEqual(ask('config set payout.mode group'), ['payout.mode = group (takes effect after restart)']);
  t.deepEqual(ask('config set mining.budget 40'), ['mining.budget = 40']);
  t.deepEqual(asked.splice(0), ['apply payout.address', 'apply mining.budget']);
  t.is(values()['payout.mode'], 'solo');
  // Back again.
  ask('config begin');
  ask('config unset chain.network');
  ask(`config set payout.address ${DEVNET}`);
  t.deepEqual(ask('config commit'), ['stored']);
  t.deepEqual(asked, ['apply payout.address', 'apply payout.mode']);
  t.is(values()['payout.mode'], 'group');
});

test('setup is not interrupted: other events are shown afterwards, and their number is bounded', t => {
  const { console, ask, lines, bench } = board();
  ask('bench');
  ask('setup');
  lines.length = 0;
  console.notice({ level: 'warn', event: 'node', text: 'node: refused', fields: {} });
  bench().onMeasure(ROWS[0]!);
  t.deepEqual(lines, []);
  console.cancel();
  t.deepEqual(lines, [
    'Setup left; nothing was changed.',
    '[warn] node: refused',
    'sha-ni                        1.23 MH/s',
  ]);
  ask('setup');
  lines.length = 0;
  for (let i = 0; i < 100; i++) console.notice({ level: 'info', event: 'job', text: `job ${i}`, fields: {} });
  console.cancel();
  t.deepEqual(lines.slice(1, 3), ['(68 more lines came during setup)', '[info] job 68']);
  t.is(lines.at(-1), '[info] job 99');
});

test('quit and exit end the program, if there is one', t => {
  const { ask, asked } = board();
  t.deepEqual(ask('quit'), ['ending']);
  t.deepEqual(ask('exit'), ['ending']);
  t.deepEqual(asked, ['quit', 'quit']);
  t.regex(ask('help exit')[0]!, /^quit$/);
  t.regex(ask('exit now')[0]!, /^error: usage: quit$/);
});

test('setup: a dialog of lines; JSON mode refuses it', t => {
  const { console, ask, asked, saves, stored } = board();
  t.is(ask('setup').at(-1), 'Node: ');
  t.is(ask('127.0.0.1:2000').at(-1), '(trying; ^C leaves) ');
  t.deepEqual(asked, ['try node']);
  console.cancel();
  t.deepEqual(asked, ['try node', 'end setup']);
  t.is(saves(), 0);
  t.deepEqual(stored(), {});
  ask('json on');
  t.regex(ask('setup')[0]!, /"ok":false,"error":"setup is a dialog/);
});

test('a wrong line gets one clear line and changes nothing', t => {
  const wrong: [string, RegExp][] = [
    ['frobnicate', /^error: unknown command "frobnicate"; try help$/],
    ['STATUS', /unknown command/],
    ['status now', /^error: usage: status$/],
    ['help me', /unknown command "me"/],
    ['config', /usage: config/],
    ['config drop node.host', /usage: config/],
    ['config get', /usage: config/],
    ['config get nothing', /unknown setting "nothing"/],
    ['config get __proto__', /unknown setting/],
    ['config set node.port', /usage: config/],
    ['config set node.port 70000', /^error: node\.port: expected 1 to 65535$/],
    ['config set node.host ""', /expected a value/],
    ['config set device.secret correct horse', /quote a value with spaces/],
    ['config set device.secret correct horse battery staple', /quote a value with spaces/],
    ['config set device.secret "correct horse', /quote is not closed/],
    ['config set device.secret "a\\n"', /after \\ in quotes/],
    ['config set device.secret "a"b', /space is missing/],
    ['config set device.secret a"b"', /quote may only begin a word/],
    [`config set device.secret ${'a'.repeat(129)}`, /longer than 128/],
    ['config unset device.secret x', /usage: config/],
    ['json', /usage: json/],
    ['json maybe', /usage: json/],
    ['bench 0', /expected 1 to 60 seconds/],
    ['bench 61', /expected 1 to 60 seconds/],
    ['bench x', /expected 1 to 60 seconds/],
    ['status\u0000', /other than ASCII/],
    ['stätus', /other than ASCII/],
    [`status${' '.repeat(MAX_LINE)}`, /longer than 512/],
  ];
  const { ask, asked, saves } = board();
  for (const [line, pattern] of wrong) {
    const reply = ask(line);
    t.is(reply.length, 1, line);
    t.regex(reply[0]!, pattern, line);
    t.true(reply[0]!.startsWith('error: '), line);
    t.notRegex(reply[0]!, /horse|aaaa/, 'values are not repeated');
  }
  t.deepEqual(asked, []);
  t.is(saves(), 0);
});

test('JSON mode: one object per line for replies, errors and events', t => {
  const { ask } = board(true);
  const object = (line: string) => ask(line).map(text => JSON.parse(text) as Record<string, unknown>);
  t.like(object('status')[0], {
    reply: 'status',
    ok: true,
    state: 'connecting',
    found: 0,
    slotPeak: 2,
    heapLimit: 5,
    freeHeap: 93512,
    minFreeHeap: 61204,
    largestFree: 45056,
    stackMachine: 9320,
    stackLink: 2988,
  });
  t.deepEqual(object('nonsense'), [
    { reply: 'error', ok: false, error: 'unknown command "nonsense"; try help' },
  ]);
  object(`config set device.secret "${SECRET}"`);
  const list = object('config list');
  t.true(
    list.length > 1 &&
      list.every(({ reply }, i) => reply === 'config' && (list[i]!.more === true) === i < list.length - 1),
  );
  t.false(JSON.stringify(list).includes(SECRET));
  t.deepEqual(ask('bench 1'), []);
  t.like(object('bench')[0], { ok: false, error: 'a benchmark is running' });
  t.deepEqual(ask('json off'), ['json off']);
  t.deepEqual(ask('json on'), ['{"reply":"json","ok":true,"json":true}']);
});

const ROWS = [
  { plan: 'sha-ni', hashes: 2_469_000, milliseconds: 2000, rate: 1_234_500, problem: '' },
  { plan: 'broken', hashes: 0, milliseconds: 0, rate: 0, problem: 'self-test failed: genesis' },
];

test('events and late replies in both modes', t => {
  const { console, ask, bench, lines } = board();
  ask('bench');
  for (const row of ROWS) bench().onMeasure(row);
  bench().onDone({ winner: 'sha-ni', rate: 1_234_500, adopted: true, plan: 'sha-ni' });
  bench().onDone({ winner: 'sha-ni', rate: 1_234_500, adopted: false, plan: 'sha-ni' });
  bench().onDone({ winner: 'sha-ni', rate: 1_234_500, adopted: false, plan: 'portable' });
  bench().onDone({ winner: '', rate: 0, adopted: false, plan: 'portable' });
  console.notice({ level: 'warn', event: 'result', text: 'share rejected: stale', fields: { code: 2 } });
  console.notice({ level: 'debug', event: 'tip', text: 'not shown', fields: {} });
  console.statusEvent(); // for tools only
  t.deepEqual(lines, [
    'sha-ni                        1.23 MH/s',
    'broken                       self-test failed: genesis',
    'fastest: sha-ni, 1.23 MH/s (adopted)',
    'fastest: sha-ni, 1.23 MH/s (in use)',
    'fastest: sha-ni, 1.23 MH/s (portable stays in use: it is as fast within 3 %, or mining.plan chooses it)',
    'no backend gives correct results',
    '[warn] share rejected: stale',
  ]);
  ask('json on');
  lines.length = 0;
  for (const row of ROWS) bench().onMeasure(row);
  bench().onDone({ winner: 'sha-ni', rate: 1_234_500, adopted: true, plan: 'sha-ni' });
  console.setLevel('debug');
  console.notice({ level: 'debug', event: 'tip', text: 'tip 3', fields: { height: 3 } });
  console.statusEvent();
  const objects = lines.map(line => JSON.parse(line) as Record<string, unknown>);
  const [good, bad, outcome] = objects.splice(0, 3);
  t.deepEqual(good, {
    reply: 'bench',
    ok: true,
    row: 'sha-ni',
    hashes: 2_469_000,
    milliseconds: 2000,
    rate: 1_234_500,
  });
  t.like(bad, { row: 'broken', rate: 0, problem: 'self-test failed: genesis' });
  t.deepEqual(outcome, {
    reply: 'bench',
    ok: true,
    winner: 'sha-ni',
    rate: 1_234_500,
    adopted: true,
    plan: 'sha-ni',
  });
  t.deepEqual(objects[0], { event: 'tip', level: 'debug', text: 'tip 3', height: 3 });
  t.like(objects[1], {
    event: 'status',
    plan: 'portable',
    kernelErrors: 7,
    state: 'connecting',
    uptime: 93784,
  });
  t.is(formatSeconds(59), '59 s');
  t.is(formatSeconds(3600), '1 h 0 min 0 s');
});

test('100,000 malformed lines: at most one error line each, nothing is done', t => {
  const samples = [
    ...TOPICS.map(topic => topic.usage),
    'config set node.port 1883',
    `config set device.secret "${SECRET}"`,
    'config set log.level debug',
    'bench 5',
    'json on',
  ];
  const { ask, asked, saves } = board();
  const random = new Random(7);
  let errors = 0;
  for (let i = 0; i < 100_000; i++) {
    const sample = random.pick(samples);
    const at = random.below(sample.length + 1);
    const noise = String.fromCharCode(
      ...Array.from({ length: random.between(1, 6) }, () => random.below(300)),
    );
    // The noise always holds a character that no valid line has.
    const line = sample.slice(0, at) + noise + random.pick(['\u0001', 'ÿ', '\n']) + sample.slice(at);
    const before = asked.length + saves();
    const reply = ask(line);
    errors++;
    if (reply.length !== 1 || !reply[0]!.startsWith('error: ') || asked.length + saves() !== before) {
      t.fail(`${JSON.stringify(line)} gave ${JSON.stringify(reply)}`);
    }
  }
  for (let i = 0; i < 100_000; i++) {
    // Plain text in any order: valid or not, never an exception and never more than one error line.
    const words = Array.from({ length: random.below(6) }, () =>
      random.pick([
        'config',
        'set',
        'get',
        'node.port',
        '5',
        '"',
        '\\',
        '"a b"',
        'json',
        'on',
        'help',
        'x'.repeat(40),
      ]),
    );
    const reply = ask(words.join(random.pick([' ', ''])));
    const wrong = reply.filter(line => line.startsWith('error: ') || line.includes('"ok":false'));
    if (wrong.length > 1 || (wrong.length === 1 && reply.length !== 1)) t.fail(words.join(' '));
  }
  t.is(errors, 100_000);
});
