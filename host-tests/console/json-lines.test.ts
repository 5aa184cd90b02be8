/** Lines of JSON mode are short enough for a serial port's buffer, and nothing of an object is lost by it. */
import test from 'ava';
import { REFUSALS } from '../../firmware/domain/refusal.js';
import { BoardConsole } from '../../firmware/parts/console/console.js';
import type { ConsoleHost, Trials } from '../../firmware/parts/console/console-host.js';
import { TOPICS } from '../../firmware/parts/console/grammar.js';
import { jsonLines } from '../../firmware/parts/console/json-lines.js';
import { reportFields } from '../../firmware/parts/console/report.js';
import { Miner } from '../../firmware/parts/mining/miner.js';
import type { BoardReport } from '../../firmware/ports/report.js';
import { SCHEMA } from '../../firmware/schema.js';
import { Configuration } from '../../firmware/settings/configuration.js';
import { checkValue, type SettingValue } from '../../firmware/settings/kinds.js';
import { Joiner } from '../../tools/mite/parts.js';
import { Random } from '../cases/random.js';

const MAX = 1024;
const long = (length: number) => 'W'.repeat(length);
const idle = new Miner().status(0);

/** All that there is, as long as it can be. */
const report: BoardReport = {
  miner: {
    ...idle,
    state: 'connecting',
    pausedBy: ['user', 'node', 'bench', 'selftest', 'update', 'schedule', 'pin', 'temperature'],
    fault: long(128),
    jobId: 0xffffffff,
    height: 0xffffffff,
    jobAge: 0xffffffff,
    rate: 1234567890.123456,
    counters: Object.fromEntries(
      Object.keys(idle.counters).map(key => [key, Number.MAX_SAFE_INTEGER]),
    ) as unknown as typeof idle.counters,
    reasons: Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`reason-number-${i}`, 0xffffffff])),
    pending: 16,
    best: '9'.repeat(78),
  },
  budget: 100,
  pauses: [long(100), long(100), long(100)],
  temperature: -12.5,
  link: 'wifi',
  network: 'joining',
  ssid: '"'.repeat(32),
  address: 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  rssi: -128,
  node: `${long(253)}:65535`,
  device: long(32),
  boot: '0011223344556677',
  missing: ['wifi.ssid', 'node.host', 'node.fingerprint', 'device.id', 'device.secret'],
  chain: {
    network: 'testnet4',
    state: 'refused',
    height: 0xffffffff,
    hash: 'f'.repeat(64),
    work: (2n ** 128n - 1n).toString(),
    target: 0xffffffff,
    anchor: 0xffffffff,
    payout: 'refused',
    refused: 'job-unknown-parent',
    refusal: long(128),
    refusals: Object.fromEntries(REFUSALS.map(reason => [reason, 0xffffffff])),
  },
  attest: { key: 'f'.repeat(64), valid: 0xffffffff, invalid: 0xffffffff, notJudged: 0xffffffff },
  hashes: Number.MAX_SAFE_INTEGER,
  threads: 64,
  plan: long(64),
  kernelErrors: 0xffffffff,
  connects: 0xffffffff,
  garbage: 0xffffffff,
  heapEnds: 0xffffffff,
  heapDoing: long(16),
  away: 600,
  flashWrites: 0xffffffff,
  lastError: long(200),
  update: { state: 'rolledback', version: '1000.1000.1000', percent: 100, reason: long(128) },
  uptime: 0xffffffff,
  memory: { slotBytes: 1e9, slotPeak: 1e9, chunkBytes: 1e9, chunkPeak: 1e9, limit: 1e9 },
  system: {
    freeHeap: 0xffffffff,
    minFreeHeap: 0xffffffff,
    largestFree: 0xffffffff,
    stackMachine: 0xffffffff,
    stackSearch: 0xffffffff,
    stackLink: 0xffffffff,
  },
};

/** The longest value of each setting that the schema takes of these. */
function longest(): Record<string, SettingValue> {
  const values: Record<string, SettingValue> = {};
  for (const [key, setting] of Object.entries(SCHEMA)) {
    const all = Array.from({ length: 253 }, (_, i) => 253 - i).flatMap(n => [long(n), `a.${'b'.repeat(n)}`]);
    const value = [...all, 'ab'.repeat(32)].find(text => 'value' in checkValue(setting, text));
    if (value !== undefined) values[key] = value;
  }
  return values;
}

/** As `mite` joins them. */
function joined(lines: readonly string[]): Record<string, unknown> {
  const joiner = new Joiner();
  const objects = lines.map(line => joiner.take(JSON.parse(line) as Record<string, unknown>));
  if (objects.findIndex(object => object !== undefined) !== lines.length - 1) throw new Error('one object');
  return objects.at(-1)!;
}

test('every command and event of a board with the longest values: no line over 1 KB, and nothing is missing', t => {
  const values = longest();
  t.true(Object.keys(values).length > 8);
  const lines: string[] = [];
  const configuration = new Configuration(SCHEMA, { load: () => ({ values, warnings: [] }), save: () => {} });
  const host = {
    report: () => report,
    start: () => long(128),
    stopMining: () => undefined,
    bench: () => undefined,
    selftest: () => long(200),
    startUpdate: () => undefined,
    restart: () => {},
    quit: () => undefined,
    version: () => ({ firmware: long(32), board: long(32), protocol: 1 }),
    applySettings: () => {},
  } as unknown as ConsoleHost;
  const console = new BoardConsole(
    host,
    {} as Trials,
    configuration,
    { write: line => lines.push(line) },
    true,
  );
  let most = 0;
  const ask = (act: () => void) => {
    lines.length = 0;
    act();
    for (const line of lines) most = Math.max(most, line.length);
    return lines.length === 0 ? {} : joined(lines);
  };
  const commands = TOPICS.flatMap(({ name }) => [name, `help ${name}`])
    .filter(name => name !== 'json' && name !== 'setup')
    .concat(
      'config list',
      'json on',
      'setup',
      'update start',
      'config begin',
      'config commit',
      'x'.repeat(600),
    );
  for (const line of commands) ask(() => console.line(line));
  for (const key of Object.keys(SCHEMA)) {
    t.is(ask(() => console.line(`config get ${key}`)).key, key);
    t.is(lines.length, 1, 'a setting is one line');
  }
  const { settings } = ask(() => console.line('config list'));
  t.deepEqual(
    (settings as { key: string }[]).map(({ key }) => key),
    Object.keys(SCHEMA),
  );
  t.is((ask(() => console.line('help')).commands as unknown[]).length, TOPICS.length);
  const whole = JSON.parse(JSON.stringify(reportFields(report))) as Record<string, unknown>;
  t.deepEqual(
    ask(() => console.line('status')),
    { reply: 'status', ok: true, ...whole },
  );
  t.deepEqual(
    ask(() => console.statusEvent()),
    { event: 'status', level: 'info', ...whole },
  );
  const text = `${'\u0000'.repeat(3_000)}`;
  t.is(ask(() => console.notice({ level: 'warn', event: 'x', text, fields: { code: 2 } })).code, 2);
  ask(() =>
    console.banner({
      ...host.version(),
      boot: '0',
      reset: 'power',
      device: '',
      node: '',
      missing: Object.keys(SCHEMA),
    }),
  );
  t.true(most <= MAX, `${most}`);
  t.log(`longest line: ${most}`);
});

test('property: for any object no line is long, and together they say the same', t => {
  const random = new Random(11);
  for (let round = 0; round < 2_000; round++) {
    const fields: Record<string, unknown> = {};
    for (let i = random.below(60); i > 0; i--) {
      const text = () =>
        String.fromCharCode(...Array.from({ length: random.below(80) }, () => random.below(0x100)));
      const kind = random.below(4);
      fields[`field${i}`] =
        kind === 0
          ? random.u32()
          : kind === 1
            ? text()
            : kind === 2
              ? undefined
              : Array.from({ length: random.below(40) }, text);
    }
    const lines = jsonLines({ reply: 'x', ok: true }, fields);
    for (const line of lines) t.true(line.length <= MAX);
    const expected = JSON.parse(JSON.stringify({ reply: 'x', ok: true, ...fields }));
    t.deepEqual(joined(lines), expected);
  }
});
