/**
 * What Home Assistant is told: MQTT discovery in its device format (one retained message a device), states, and what may be
 * ordered. Pure: rows in, messages out. No secret is in any of it.
 */

export interface Message {
  readonly topic: string;
  /** '' removes a retained message */
  readonly payload: string;
}

/** A board, as far as it is shown. */
export interface BoardState {
  readonly id: string;
  readonly online: boolean;
  readonly state: string | null;
  readonly refused: string | null;
  readonly board: string | null;
  readonly firmware: string | null;
  /** hashes a second: counted by the board, proven by its shares */
  readonly rate: number;
  readonly proven: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly blocks: number;
  readonly budget: number | null;
  readonly temperature: number | null;
  /** The node's own order holds it. */
  readonly paused: boolean;
}

export interface NodeState {
  readonly network: string;
  readonly version: string;
  readonly height: number;
  readonly boards: number;
  readonly online: number;
  readonly rate: number;
  /** satoshi; undefined where they are not known */
  readonly coins: bigint | undefined;
}

/** Home Assistant's default prefix, and where it says that it has (re)started. */
const DISCOVERY = 'homeassistant';
export const BIRTH_TOPIC = `${DISCOVERY}/status`;
export const ALL_CONFIGS = `${DISCOVERY}/device/+/config`;

const ONLINE = 'online';
const OFFLINE = 'offline';

/** All topics of a node begin so. @param node 12 hex digits, the node's own and lasting name */
export const base = (node: string): string => `mite-ha/${node}`;
export const availabilityTopic = (node: string): string => `${base(node)}/online`;
export const orderTopics = (node: string): string => `${base(node)}/board/+/+/set`;

const objectId = (node: string, board?: string): string =>
  `mite_${node}${board === undefined ? '' : `_${board.replaceAll('-', '_')}`}`;
const configTopic = (object: string): string => `${DISCOVERY}/device/${object}/config`;

type Component = { readonly p: string; readonly name: string } & Readonly<Record<string, unknown>>;

function sensor(name: string, field: string, more: object = {}): Component {
  return { p: 'sensor', name, value_template: `{{ value_json.${field} }}`, ...more };
}

const RATE = { unit_of_measurement: 'kH/s', state_class: 'measurement', suggested_display_precision: 1 };
const COUNT = { state_class: 'total_increasing' };
const DIAGNOSTIC = { entity_category: 'diagnostic' };

function boardComponents(topic: string, { temperature }: BoardState): Readonly<Record<string, Component>> {
  return {
    mining: {
      p: 'switch',
      name: 'Mining',
      icon: 'mdi:pickaxe',
      command_topic: `${topic}/mining/set`,
      value_template: '{{ value_json.mining }}',
    },
    budget: {
      p: 'number',
      name: 'Budget',
      command_topic: `${topic}/budget/set`,
      value_template: '{{ value_json.budget }}',
      min: 1,
      max: 100,
      step: 1,
      unit_of_measurement: '%',
      icon: 'mdi:speedometer',
    },
    state: sensor('State', 'state'),
    rate: sensor('Hash rate', 'rate', RATE),
    proven: sensor('Proven hash rate', 'proven', RATE),
    accepted: sensor('Accepted shares', 'accepted', COUNT),
    rejected: sensor('Rejected shares', 'rejected', { ...COUNT, ...DIAGNOSTIC }),
    blocks: sensor('Blocks', 'blocks', COUNT),
    refuses: {
      p: 'binary_sensor',
      name: 'Refuses its node',
      device_class: 'problem',
      value_template: '{{ value_json.refuses }}',
      ...DIAGNOSTIC,
    },
    ...(temperature !== null && {
      temperature: sensor('Temperature', 'temperature', {
        device_class: 'temperature',
        unit_of_measurement: '°C',
        state_class: 'measurement',
        ...DIAGNOSTIC,
      }),
    }),
  };
}

function config(
  node: string,
  object: string,
  topic: string,
  device: object,
  components: Readonly<Record<string, Component>>,
  version: string,
): Message {
  const availability = [{ topic: availabilityTopic(node) }];
  if (topic !== base(node)) availability.push({ topic: `${topic}/online` });
  return {
    topic: configTopic(object),
    payload: JSON.stringify({
      dev: { ids: [object], mf: 'Mite', ...device },
      o: { name: 'mite-node', sw: version },
      availability,
      availability_mode: 'all',
      state_topic: `${topic}/state`,
      cmps: Object.fromEntries(
        Object.entries(components).map(([key, component]) => [
          key,
          {
            unique_id: `${object}_${key}`,
            default_entity_id: `${component.p}.${object}_${key}`,
            ...component,
          },
        ]),
      ),
    }),
  };
}

const kilo = (rate: number): number => Math.round(rate) / 1000;

/** Everything about one board; all retained. */
export function boardMessages(node: string, board: BoardState, version: string): Message[] {
  const object = objectId(node, board.id);
  const topic = `${base(node)}/board/${board.id}`;
  const device = {
    name: board.id,
    via_device: objectId(node),
    ...(board.board !== null && { mdl: board.board }),
    ...(board.firmware !== null && { sw: board.firmware }),
  };
  return [
    config(node, object, topic, device, boardComponents(topic, board), version),
    { topic: `${topic}/online`, payload: board.online ? ONLINE : OFFLINE },
    {
      topic: `${topic}/state`,
      payload: JSON.stringify({
        mining: board.paused ? 'OFF' : 'ON',
        budget: board.budget ?? 100,
        state: board.refused === null ? (board.state ?? 'unknown') : `refuses: ${board.refused}`,
        rate: kilo(board.rate),
        proven: kilo(board.proven),
        accepted: board.accepted,
        rejected: board.rejected,
        blocks: board.blocks,
        refuses: board.refused === null ? 'OFF' : 'ON',
        temperature: board.temperature,
      }),
    },
  ];
}

/** Everything about the node; all retained. */
export function nodeMessages(node: string, state: NodeState): Message[] {
  const object = objectId(node);
  const topic = base(node);
  const components = {
    height: sensor('Height', 'height', { state_class: 'measurement' }),
    boards: sensor('Boards', 'boards', { state_class: 'measurement' }),
    rate: sensor('Hash rate', 'rate', RATE),
    ...(state.coins !== undefined && { coins: sensor('Coins', 'coins', { icon: 'mdi:bitcoin' }) }),
  };
  const device = { name: `Mite node (${state.network})`, mdl: 'mite-node', sw: state.version };
  const { coins } = state;
  return [
    config(node, object, topic, device, components, state.version),
    {
      topic: `${topic}/state`,
      payload: JSON.stringify({
        height: state.height,
        boards: state.online,
        rate: kilo(state.rate),
        ...(coins !== undefined && {
          coins: `${coins / 100_000_000n}.${String(coins % 100_000_000n).padStart(8, '0')}`,
        }),
      }),
    },
  ];
}

/** The retained topics of a board that Home Assistant shall forget. */
export function removal(node: string, board: string): Message[] {
  const topic = `${base(node)}/board/${board}`;
  return [configTopic(objectId(node, board)), `${topic}/online`, `${topic}/state`].map(name => ({
    topic: name,
    payload: '',
  }));
}

/**
 * The board that a retained discovery message of this node is about.
 * @returns undefined when it is not about a board of this node
 */
export function boardOfConfig(node: string, topic: string, payload: string): string | undefined {
  const prefix = `${DISCOVERY}/device/${objectId(node)}_`;
  if (!topic.startsWith(prefix) || payload === '') return undefined;
  const found = new RegExp(`"state_topic":"${base(node)}/board/([a-z0-9][a-z0-9-]{0,31})/state"`).exec(
    payload,
  );
  return found?.[1];
}

export type Order =
  | { readonly board: string; readonly cmd: 'start' | 'stop' }
  | { readonly board: string; readonly cmd: 'set'; readonly key: 'mining.budget'; readonly value: string };

/** What Home Assistant orders; undefined: nothing that it may. */
export function parseOrder(node: string, topic: string, payload: string): Order | undefined {
  const prefix = `${base(node)}/board/`;
  if (!topic.startsWith(prefix)) return undefined;
  const match = /^([a-z0-9][a-z0-9-]{0,31})\/(mining|budget)\/set$/.exec(topic.slice(prefix.length));
  const [, board = '', what] = match ?? [];
  if (what === 'mining' && (payload === 'ON' || payload === 'OFF'))
    return { board, cmd: payload === 'ON' ? 'start' : 'stop' };
  // Home Assistant sends "40" or "40.0".
  const percent = /^(\d{1,3})(?:\.0+)?$/.exec(payload)?.[1];
  if (what !== 'budget' || percent === undefined || Number(percent) < 1 || Number(percent) > 100)
    return undefined;
  return { board, cmd: 'set', key: 'mining.budget', value: String(Number(percent)) };
}
