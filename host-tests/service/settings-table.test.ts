import { readFileSync } from 'node:fs';
import test from 'ava';
import { KEYS } from '../../trusted-node/config/keys.js';

// The node's settings in docs/operations.md say more than --help does, so they are written by hand; this says when they
// are out of date.

const text = readFileSync('docs/operations.md', 'utf8');
const table = text.slice(text.indexOf('\n## Settings\n'), text.indexOf('\n## systemd\n'));
const rows = [...table.matchAll(/^\| (?<keys>`.*?) \| (?<byDefault>.*?) \| /gm)].map(({ groups }) => ({
  keys: [...groups!.keys!.matchAll(/`(\w+)`/g)].map(([, key]) => key!),
  byDefault: groups!.byDefault!.replaceAll('`', ''),
}));

test('each setting of the node has its row, and no row is left over', t => {
  t.deepEqual(rows.flatMap(({ keys }) => keys).sort(), KEYS.map(({ name }) => name as string).sort());
});

test('each row has the default from the schema', t => {
  const { properties } = JSON.parse(readFileSync('docs/mite-node.schema.json', 'utf8')) as {
    properties: Record<string, { default?: unknown }>;
  };
  let checked = 0;
  for (const { keys, byDefault } of rows)
    for (const key of keys) {
      const value = properties[key]!.default;
      if (value === undefined) continue;
      const shown = typeof value === 'string' ? value : JSON.stringify(value);
      t.is(byDefault.replace(/^\.\//, ''), shown, key);
      checked++;
    }
  t.true(checked > 6, `${checked}`);
});
