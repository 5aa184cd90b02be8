/** What Home Assistant is told, and what it may order. */
import test from 'ava';
import {
  type BoardState,
  boardMessages,
  boardOfConfig,
  nodeMessages,
  parseOrder,
  removal,
} from '../../trusted-node/home-assistant/discovery.js';

const NODE = '0123456789ab';
const BOARD: BoardState = {
  id: 'back-porch',
  online: true,
  state: 'mining',
  refused: null,
  board: 'esp32',
  firmware: '1.2.3',
  rate: 51_234,
  proven: 50_000,
  accepted: 12,
  rejected: 1,
  blocks: 0,
  budget: 40,
  temperature: null,
  paused: false,
};

interface Discovery {
  dev: { ids: string[]; name: string };
  o: { name: string };
  cmps: Record<string, Record<string, unknown>>;
  state_topic: string;
  availability: { topic: string }[];
}

/** Keys that every platform needs (Home Assistant's documentation, MQTT discovery, device format). */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  sensor: ['unique_id', 'value_template'],
  binary_sensor: ['unique_id', 'value_template'],
  switch: ['unique_id', 'command_topic', 'value_template'],
  number: ['unique_id', 'command_topic', 'value_template', 'min', 'max'],
};

test('each device says who it is, and each entity what it needs', t => {
  const names = new Set<string>();
  for (const [config] of [
    boardMessages(NODE, BOARD, '0.1.0'),
    boardMessages(NODE, { ...BOARD, id: 'hall', temperature: 41 }, '0.1.0'),
    nodeMessages(NODE, {
      network: 'devnet',
      version: '0.1.0',
      height: 3,
      boards: 1,
      online: 1,
      rate: 9,
      coins: 5n,
    }),
  ]) {
    t.regex(config!.topic, /^homeassistant\/device\/mite_[0-9a-z_]+\/config$/);
    const { dev, o, cmps, state_topic, availability } = JSON.parse(config!.payload) as Discovery;
    t.is(dev.ids.length, 1);
    t.truthy(dev.name);
    t.is(o.name, 'mite-node');
    t.truthy(state_topic);
    t.true(availability.length > 0);
    for (const [key, component] of Object.entries(cmps)) {
      for (const field of NEEDED[String(component.p)] ?? ['no such platform'])
        t.truthy(component[field], `${key}: ${field}`);
      t.false(String(component.name).includes(dev.name), 'an entity does not repeat the name of its device');
      t.false(names.has(String(component.unique_id)));
      names.add(String(component.unique_id));
      t.is(component.default_entity_id, `${component.p}.${component.unique_id}`);
    }
    t.is('temperature' in cmps, dev.name === 'hall');
  }
});

test('states say what the templates read', t => {
  const [, online, state] = boardMessages(NODE, { ...BOARD, refused: 'old-tip', paused: true }, '0.1.0');
  t.is(online!.payload, 'online');
  t.deepEqual(JSON.parse(state!.payload), {
    mining: 'OFF',
    budget: 40,
    state: 'refuses: old-tip',
    rate: 51.234,
    proven: 50,
    accepted: 12,
    rejected: 1,
    blocks: 0,
    refuses: 'ON',
    temperature: null,
  });
  const [, node] = nodeMessages(NODE, {
    network: 'devnet',
    version: '1',
    height: 3,
    boards: 2,
    online: 1,
    rate: 1500,
    coins: 123n,
  });
  t.deepEqual(JSON.parse(node!.payload), { height: 3, boards: 1, rate: 1.5, coins: '0.00000123' });
});

test('orders: a switch and a number, for boards of this node', t => {
  const topic = (rest: string) => `mite-ha/${NODE}/board/${rest}`;
  t.deepEqual(parseOrder(NODE, topic('hall/mining/set'), 'OFF'), { board: 'hall', cmd: 'stop' });
  t.deepEqual(parseOrder(NODE, topic('hall/mining/set'), 'ON'), { board: 'hall', cmd: 'start' });
  for (const text of ['40', '40.0', '040'])
    t.deepEqual(parseOrder(NODE, topic('hall/budget/set'), text), {
      board: 'hall',
      cmd: 'set',
      key: 'mining.budget',
      value: '40',
    });
  for (const [rest, payload] of [
    ['hall/mining/set', 'on'],
    ['hall/mining/set', ''],
    ['hall/budget/set', '0'],
    ['hall/budget/set', '101'],
    ['hall/budget/set', '1e1'],
    ['hall/budget/set', '-5'],
    ['hall/budget/set', '40 '],
    ['hall/device.secret/set', 'x'],
    ['Hall/mining/set', 'ON'],
    ['hall/x/mining/set', 'ON'],
    ['-hall/mining/set', 'ON'],
  ] as const)
    t.is(parseOrder(NODE, topic(rest), payload), undefined, `${rest} ${payload}`);
  t.is(parseOrder(NODE, 'mite-ha/ffffffffffff/board/hall/mining/set', 'ON'), undefined);
});

test('a board that is gone is recognised and forgotten', t => {
  const [config] = boardMessages(NODE, BOARD, '0.1.0');
  t.is(boardOfConfig(NODE, config!.topic, config!.payload), 'back-porch');
  t.is(boardOfConfig('ffffffffffff', config!.topic, config!.payload), undefined);
  t.is(boardOfConfig(NODE, config!.topic, ''), undefined);
  t.is(boardOfConfig(NODE, config!.topic, '{'), undefined);
  t.deepEqual(
    removal(NODE, 'back-porch').map(({ payload }) => payload),
    ['', '', ''],
  );
  t.is(removal(NODE, 'back-porch')[0]!.topic, config!.topic);
});
