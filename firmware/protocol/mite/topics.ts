/**
 * Topic names of protocol v1 (docs/protocol.md, "Topics"): `mite/1/{device}/{kind}` and the shared `mite/1/headers`.
 * A device may publish the BOARD_KINDS and subscribe to the NODE_KINDS of its own id, plus HEADERS_TOPIC.
 */
import { FormatError } from '../../domain/bytes.js';
import { MAX_TOPIC, PROTOCOL_VERSION } from './limits.js';

export { PROTOCOL_VERSION } from './limits.js';

/** What a board publishes. */
export const BOARD_KINDS = [
  'hello',
  'share',
  'status',
  'online',
  'reply',
  'fetch',
  'outcome',
  'getheaders',
  'verdict',
  'getproof',
] as const;
/** What the node publishes to one board. */
export const NODE_KINDS = [
  'job',
  'result',
  'headers',
  'command',
  'update',
  'chunk',
  'offer',
  'proof',
] as const;

export type BoardKind = (typeof BOARD_KINDS)[number];
export type NodeKind = (typeof NODE_KINDS)[number];
export type TopicKind = BoardKind | NodeKind;

/** "mite/1" */
export const TOPIC_PREFIX = `mite/${PROTOCOL_VERSION}`;
/** Newest tip header, to all boards, retained. */
export const HEADERS_TOPIC = `${TOPIC_PREFIX}/headers`;

/** MQTT quality of service and retain flag of each kind; HEADERS_TOPIC is QoS 1, retained. */
export const DELIVERY: { readonly [kind in TopicKind]: { readonly qos: 0 | 1; readonly retain: boolean } } = {
  hello: { qos: 1, retain: false },
  share: { qos: 1, retain: false },
  status: { qos: 0, retain: false },
  online: { qos: 1, retain: true },
  reply: { qos: 1, retain: false },
  job: { qos: 1, retain: false },
  result: { qos: 1, retain: false },
  headers: { qos: 1, retain: false },
  command: { qos: 1, retain: false },
  update: { qos: 1, retain: false },
  fetch: { qos: 1, retain: false },
  chunk: { qos: 1, retain: false },
  outcome: { qos: 1, retain: false },
  getheaders: { qos: 1, retain: false },
  offer: { qos: 1, retain: false },
  verdict: { qos: 1, retain: false },
  getproof: { qos: 1, retain: false },
  proof: { qos: 1, retain: false },
};

const DEVICE_ID = { test: (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,31}$/.test(text) };

/** True for 1 to 32 characters of a-z, 0-9 and '-', the first not '-'. Such an id holds no MQTT wildcard and no '/'. */
export function isDeviceId(id: string): boolean {
  return DEVICE_ID.test(id);
}

/** @throws RangeError when `id` is not a device id. */
export function topic(id: string, kind: TopicKind): string {
  if (!isDeviceId(id)) throw new RangeError('topic: not a device id');
  return `${TOPIC_PREFIX}/${id}/${kind}`;
}

export type ParsedTopic =
  | { readonly scope: 'device'; readonly id: string; readonly kind: TopicKind }
  | { readonly scope: 'all'; readonly kind: 'headers' };

/** @throws FormatError on a topic that protocol v1 does not have. */
export function parseTopic(name: string): ParsedTopic {
  if (name.length > MAX_TOPIC) throw new FormatError('topic: too long');
  if (name === HEADERS_TOPIC) return { scope: 'all', kind: 'headers' };
  const parts = name.split('/');
  const [, , id, kind] = parts;
  if (parts.length !== 4 || !name.startsWith(`${TOPIC_PREFIX}/`) || id === undefined || !isDeviceId(id)) {
    throw new FormatError('topic: not a topic of this protocol');
  }
  if (!isKind(kind)) throw new FormatError('topic: unknown kind');
  return { scope: 'device', id, kind };
}

/** True when `deviceId` may publish to this topic name (the broker's write rule). Never throws. */
export function mayPublish(deviceId: string, name: string): boolean {
  return BOARD_KINDS.some(kind => name === `${TOPIC_PREFIX}/${deviceId}/${kind}`);
}

/** True when `deviceId` may subscribe with this filter (the broker's read rule; no wildcard passes). Never throws. */
export function maySubscribe(deviceId: string, filter: string): boolean {
  return (
    filter === HEADERS_TOPIC || NODE_KINDS.some(kind => filter === `${TOPIC_PREFIX}/${deviceId}/${kind}`)
  );
}

function isKind(kind: string | undefined): kind is TopicKind {
  return kind !== undefined && Object.hasOwn(DELIVERY, kind);
}
