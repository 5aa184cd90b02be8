/** Which part owns which setting, and what the compiler makes of one that none owns. */
import test from 'ava';
import type { ChainValues } from '../../firmware/parts/chain/settings.js';
import { chainSettings } from '../../firmware/parts/chain/settings.js';
import type { RemoteConfiguration } from '../../firmware/parts/commands/remote.js';
import { commandsSettings } from '../../firmware/parts/commands/settings.js';
import { consoleSettings } from '../../firmware/parts/console/settings.js';
import type { Question, SetupSettings } from '../../firmware/parts/console/setup-questions.js';
import { displaySettings } from '../../firmware/parts/display/settings.js';
import { idleSettings, zoneSettings } from '../../firmware/parts/idle/settings.js';
import { miningSettings } from '../../firmware/parts/mining/settings.js';
import { networkSettings } from '../../firmware/parts/network/settings.js';
import { nodeSettings } from '../../firmware/parts/node/settings.js';
import { statusSettings } from '../../firmware/parts/status/settings.js';
import { updateSettings } from '../../firmware/parts/update/settings.js';
import { type BoardValues, SCHEMA } from '../../firmware/schema.js';
import { Configuration } from '../../firmware/settings/configuration.js';
import { areValues, findSetting, type Schema, type Setting } from '../../firmware/settings/kinds.js';

const ALL: Schema = SCHEMA;

const configuration = () =>
  new Configuration(SCHEMA, { load: () => ({ values: {}, warnings: [] }), save: () => {} });

test('each setting has one owner, and config list shows them in the order in which they are documented', t => {
  const owned = [
    ...[nodeSettings, chainSettings, miningSettings, idleSettings, zoneSettings, statusSettings],
    ...[consoleSettings, networkSettings, updateSettings, commandsSettings, displaySettings],
  ].flatMap(settings => Object.keys(settings));
  t.is(new Set(owned).size, owned.length);
  t.deepEqual(owned.sort(), Object.keys(SCHEMA).sort());
  t.deepEqual(Object.keys(SCHEMA), [
    ...['node.host', 'node.port', 'node.tls', 'node.fingerprint', 'device.id', 'device.secret'],
    ...['payout.address', 'payout.mode', 'payout.share', 'payout.check'],
    ...['chain.check', 'chain.network', 'chain.checkpoint'],
    ...['mining.enabled', 'mining.threads', 'mining.plan', 'mining.budget', 'mining.schedule'],
    ...['pause.pin', 'pause.level', 'pause.temperature', 'status.interval', 'log.level'],
    ...['wifi.ssid', 'wifi.password', 'wifi2.ssid', 'wifi2.password', 'wifi3.ssid', 'wifi3.password'],
    ...['time.server', 'time.zone', 'update.mode', 'owner.key'],
    ...['display.brightness', 'display.dim', 'display.off'],
  ]);
});

test('a setting waits only for settings that need a restart', t => {
  for (const [key, { waitsFor }] of Object.entries(ALL))
    if (waitsFor !== undefined) t.true(ALL[waitsFor]?.needsRestart, key);
});

test('names that somebody types find only settings', t => {
  for (const name of ['__proto__', 'constructor', 'toString', '', 'node', 'node.hosts'])
    t.is(findSetting(SCHEMA, name), undefined, name);
});

test('values must be those of the schema, each of its kind', t => {
  const values = configuration().values();
  t.true(areValues(SCHEMA, values));
  for (const [key, { type }] of Object.entries(ALL)) {
    const { [key]: _, ...rest } = values as Record<string, string | number | boolean>;
    t.false(areValues(SCHEMA, rest), `${key} is missing`);
    for (const wrong of ['no choice', 1, true])
      t.is(areValues(SCHEMA, { ...rest, [key]: wrong }), wrongType(type) === typeof wrong, `${key} ${wrong}`);
  }
});

/** What of the three is no wrong value. */
function wrongType(type: Setting['type']): string {
  return { text: 'string', integer: 'number', boolean: 'boolean', choice: 'none' }[type];
}

// What follows is compiled, and has nothing to do at run time: each line without its error is one for tsc.
test('a setting that no part owns does not compile', t => {
  const uses = (values: BoardValues, chain: ChainValues) => {
    // @ts-expect-error: no part owns it
    values['mining.colour'] satisfies unknown;
    // @ts-expect-error: another part owns it
    chain['mining.threads'] satisfies unknown;
    // @ts-expect-error: a choice has the type of its words
    values['update.mode'] satisfies 'on' | 'off';
    values['update.mode'] satisfies 'off' | 'ask' | 'auto';
    values['mining.threads'] satisfies number;
    values['node.tls'] satisfies boolean;
    // A part takes what the whole board has.
    values satisfies ChainValues;
  };
  const { 'node.host': _, ...withoutHost } = SCHEMA;
  const { 'mining.budget': __, ...withoutBudget } = SCHEMA;
  const lacking = () => {
    // @ts-expect-error: setup asks for a setting that is not there
    withoutHost satisfies SetupSettings;
    SCHEMA satisfies SetupSettings & RemoteConfiguration['schema'];
    // @ts-expect-error: the node may change a setting that is not there
    withoutBudget satisfies RemoteConfiguration['schema'];
    // @ts-expect-error: no question is about a setting that is not there
    ['mining.colour'] satisfies Question['keys'];
  };
  t.is(uses.length + lacking.length, 2);
});
