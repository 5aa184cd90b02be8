import test from 'ava';
import { crc32 } from '../../firmware/domain/crc32.js';
import { SCHEMA } from '../../firmware/schema.js';
import { Configuration } from '../../firmware/settings/configuration.js';
import { checkValue, findSetting, parseValue } from '../../firmware/settings/kinds.js';
import { decodeSettings, encodeSettings, SettingsStore } from '../../firmware/settings/store.js';
import { mutate, Random } from '../cases/random.js';

const VALUES = {
  'node.host': 'node.local',
  'node.port': 1884,
  'device.secret': 'a "b" \\c',
  'mining.enabled': false,
};

function keeper(initial?: Uint8Array) {
  const storage = {
    bytes: initial,
    load: () => storage.bytes,
    save: (bytes: Uint8Array) => {
      storage.bytes = bytes;
    },
  };
  return storage;
}

test('the checksum is CRC-32 (its published check value)', t => {
  const bytes = new TextEncoder().encode('123456789');
  t.is(crc32(bytes, bytes.length), 0xcbf43926);
});

test('a record comes back as it was stored', t => {
  t.deepEqual(decodeSettings(SCHEMA, encodeSettings(VALUES)), { values: VALUES, warnings: [] });
  t.deepEqual(decodeSettings(SCHEMA, encodeSettings({})), { values: {}, warnings: [] });
});

test('a value the schema refuses is left out with a warning that does not show it', t => {
  const { values, warnings } = decodeSettings(
    SCHEMA,
    encodeSettings({ ...VALUES, 'node.port': 70000, 'other.key': 1 }),
  );
  t.deepEqual(values, {
    'node.host': VALUES['node.host'],
    'device.secret': VALUES['device.secret'],
    'mining.enabled': false,
  });
  t.deepEqual(warnings, ['stored node.port: expected 1 to 65535; its default is used']);
});

test('100,000 damaged records give the defaults and a warning, or the same values', t => {
  const record = encodeSettings(VALUES);
  const random = new Random(20261122);
  let same = 0;
  for (let i = 0; i < 100_000; i++) {
    const { values, warnings } = decodeSettings(SCHEMA, mutate(random, record));
    if (warnings.length === 0) {
      same++;
      t.deepEqual(values, VALUES);
    } else if (Object.keys(values).length > 0) t.fail(`record ${i} gave some values`);
  }
  t.log(`${same} were not changed by their mutation`);
  t.true(same < 10_000);
});

test('storage that cannot be read or written: defaults, a warning, and nothing changes', t => {
  const configuration = new Configuration(
    SCHEMA,
    new SettingsStore(SCHEMA, {
      load: () => {
        throw new Error('flash');
      },
      save: () => {
        throw new Error('flash is full');
      },
    }),
  );
  t.is(configuration.warnings.length, 1);
  t.throws(() => configuration.storeAll({ 'node.host': 'a' }), { message: 'flash is full' });
  t.is(configuration.values()['node.host'], '');
});

test('defaults, stored values and overrides are layered', t => {
  const storage = keeper();
  const configuration = new Configuration(SCHEMA, new SettingsStore(SCHEMA, storage));
  const port = 'node.port';
  t.deepEqual([configuration.value(port), configuration.origin(port)], [1883, 'default']);
  configuration.storeAll({ [port]: 2000 });
  t.is(configuration.overrideAll(['node.port=3000', 'device.secret=x=y']), undefined);
  t.deepEqual([configuration.value(port), configuration.origin(port)], [3000, 'override']);
  t.is(configuration.values()['device.secret'], 'x=y');
  const again = new Configuration(SCHEMA, new SettingsStore(SCHEMA, storage));
  t.is(again.values()['node.port'], 2000, 'overrides are not stored');
  t.is(again.values()['device.secret'], '');
  configuration.storeAll({ [port]: undefined });
  t.deepEqual([configuration.value(port), configuration.origin(port)], [1883, 'default']);
  t.regex(configuration.overrideAll(['node.port=0'])!, /node\.port: expected 1 to 65535/);
  t.regex(configuration.overrideAll(['nothing'])!, /expected key=value/);
  t.regex(configuration.overrideAll(['a.b=1'])!, /unknown setting/);
});

test('every setting accepts its default, and typed text only within its bounds', t => {
  for (const setting of Object.values(SCHEMA))
    t.deepEqual(checkValue(setting, setting.default), { value: setting.default });
  const wrong: [string, string[]][] = [
    ['node.port', ['', '0', '65536', '-1', '1.5', '1e3', '0x10', '99999999999', 'x']],
    ['node.host', ['', 'a b', '-a', 'höst', 'a/b', 'a'.repeat(254)]],
    ['device.id', ['', 'A', '-a', 'a_b', 'a'.repeat(33), 'a/b', '+', '#']],
    ['device.secret', ['', 'a\u0007', 'ä', 'a'.repeat(129)]],
    ['mining.enabled', ['', '1', 'TRUE', 'maybe']],
    ['mining.threads', ['0', '65']],
    ['status.interval', ['0', '3601']],
    ['log.level', ['', 'all', 'constructor']],
  ];
  for (const [key, texts] of wrong) {
    for (const text of texts)
      t.true('error' in parseValue(findSetting(SCHEMA, key)!, text), `${key} = ${text}`);
  }
  t.deepEqual(parseValue(SCHEMA['node.host'], '2001:db8::1'), { value: '2001:db8::1' });
  t.deepEqual(parseValue(SCHEMA['mining.enabled'], 'off'), { value: false });
});
