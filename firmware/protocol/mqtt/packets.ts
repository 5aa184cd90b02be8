/**
 * MQTT 3.1.1 control packets of a client, as typed values: mqtt-packet handles the bytes, this file passes it only what
 * is valid and checks everything it returns (it accepts truncated acknowledgements, ill-formed UTF-8 and bytes after
 * the last field). Section numbers are those of the OASIS standard of 29 October 2014.
 */

import { Buffer } from 'buffer';
import { generate, parser, type Packet as RawPacket, writeToStream } from 'mqtt-packet';
import { assertBytes, assertInteger, FormatError } from '../../domain/bytes.js';
import { messageOf } from '../../domain/message-of.js';
import { MAX_CREDENTIAL, MAX_JSON, MAX_PACKET, MAX_SUBSCRIPTIONS, MAX_TOPIC } from '../mite/limits.js';
import { decodeUtf8, utf8Length } from '../utf8.js';
import { FixedHeader } from './fixed-header.js';

// By default mqtt-packet keeps a Buffer for each of 65,536 numbers: megabytes, which a board does not have.
writeToStream.cacheNumbers = false;

export type QoS = 0 | 1;

/** CONNECT, section 3.1, protocol level 4. */
export interface ConnectPacket {
  readonly type: 'connect';
  /** 1 to MAX_CREDENTIAL bytes. */
  readonly clientId: string;
  /** Clean session. */
  readonly clean: boolean;
  /** Seconds, uint16; 0 turns it off. */
  readonly keepAlive: number;
  readonly username?: string | undefined;
  /** Needs a user name (section 3.1.2.9). */
  readonly password?: Uint8Array | undefined;
  readonly will?:
    | { readonly topic: string; readonly payload: Uint8Array; readonly qos: QoS; readonly retain: boolean }
    | undefined;
}

/** PUBLISH, section 3.3, without QoS 2. */
export interface PublishPacket {
  readonly type: 'publish';
  readonly topic: string;
  readonly payload: Uint8Array;
  readonly qos: QoS;
  readonly retain: boolean;
  /** Sent before (QoS 1 only). */
  readonly dup: boolean;
  /** 1 to 65535 at QoS 1; absent at QoS 0. */
  readonly packetId?: number | undefined;
}

/** PUBACK, section 3.4. */
export interface PubackPacket {
  readonly type: 'puback';
  readonly packetId: number;
}

/** SUBSCRIBE, section 3.8: 1 to MAX_SUBSCRIPTIONS filters. */
export interface SubscribePacket {
  readonly type: 'subscribe';
  readonly packetId: number;
  readonly filters: readonly { readonly filter: string; readonly qos: QoS }[];
}

/** CONNACK, section 3.2. Return code 0: accepted; 1 to 5: refused. */
export interface ConnackPacket {
  readonly type: 'connack';
  readonly sessionPresent: boolean;
  readonly returnCode: number;
}

/** SUBACK, section 3.9: granted QoS of each filter in order, 0x80 where refused. */
export interface SubackPacket {
  readonly type: 'suback';
  readonly packetId: number;
  readonly granted: readonly number[];
}

/** What a client sends. */
export type ClientPacket =
  | ConnectPacket
  | PublishPacket
  | PubackPacket
  | SubscribePacket
  | { readonly type: 'pingreq' }
  | { readonly type: 'disconnect' };

/** What a client receives. */
export type ServerPacket =
  | ConnackPacket
  | PublishPacket
  | PubackPacket
  | SubackPacket
  | { readonly type: 'pingresp' };

/**
 * Bytes of one packet.
 * @throws RangeError | TypeError on a field outside its bounds, or a packet above MAX_PACKET.
 */
export function encodePacket(packet: ClientPacket): Uint8Array {
  const bytes = new Uint8Array(generate(toRaw(packet))); // a copy: Node's Buffers share a pool
  return packet.type === 'publish' ? appendPayload(bytes, packet.payload) : bytes;
}

/**
 * Adds the payload to a PUBLISH made without it. mqtt-packet keeps the bytes of every remaining length it ever wrote,
 * 140 bytes of heap each on a chip; this way it sees one length per topic, not one per payload.
 */
function appendPayload(bytes: Uint8Array, payload: Uint8Array): Uint8Array {
  const body = bytes.subarray(bytes[1]! < 0x80 ? 2 : 3); // a topic and an identifier: below 16,384 bytes
  const length = body.length + payload.length;
  const size = length < 0x80 ? 2 : 3;
  if (size + length > MAX_PACKET) throw new RangeError(`mqtt: packet of ${size + length} bytes`);
  const whole = new Uint8Array(size + length);
  whole[0] = bytes[0]!;
  whole[1] = size === 2 ? length : (length & 0x7f) | 0x80;
  if (size === 3) whole[2] = length >> 7;
  whole.set(body, size);
  whole.set(payload, size + body.length);
  return whole;
}

/**
 * The value of one whole packet, as PacketFramer delivers it. `payload` is a view of `bytes`.
 * @throws FormatError on anything a server may not send to this client.
 */
export function decodePacket(bytes: Uint8Array): ServerPacket {
  const body = checkFraming(bytes);
  const raw = parse(bytes);
  switch (raw.cmd) {
    case 'connack': {
      const { sessionPresent, returnCode } = raw;
      if (returnCode === undefined || returnCode > 5)
        throw new FormatError(`mqtt: CONNACK code ${returnCode}`);
      if (sessionPresent && returnCode !== 0) throw new FormatError('mqtt: CONNACK refuses a session'); // [MQTT-3.2.2-4]
      return { type: 'connack', sessionPresent, returnCode };
    }
    case 'publish':
      return readPublish(bytes, body, raw);
    case 'puback':
      return { type: 'puback', packetId: readPacketId(raw.messageId) };
    case 'suback': {
      const granted: number[] = [];
      for (const code of raw.granted as number[]) {
        if (code > 1 && code !== 0x80) throw new FormatError(`mqtt: SUBACK code ${code}`);
        granted.push(code);
      }
      return { type: 'suback', packetId: readPacketId(raw.messageId), granted };
    }
    case 'pingresp':
      return { type: 'pingresp' };
    default:
      throw new FormatError(`mqtt: ${raw.cmd} is not for a client`);
  }
}

/** @throws FormatError unless `bytes` are exactly one packet. @returns where its body begins */
function checkFraming(bytes: Uint8Array): number {
  const header = new FixedHeader();
  for (const byte of bytes.subarray(0, 5)) {
    if (header.push(byte)) {
      if (bytes.length !== header.size + header.length) throw new FormatError('mqtt: not one whole packet');
      return header.size;
    }
  }
  throw new FormatError('mqtt: cut fixed header');
}

/** mqtt-packet's view of one whole packet. Each gets its own parser: no state outlives a packet. */
function parse(bytes: Uint8Array): RawPacket {
  let packet: RawPacket | undefined;
  let failure: unknown;
  try {
    const raw = parser({ protocolVersion: 4 });
    raw.on('packet', (value: RawPacket) => {
      packet = value;
    });
    raw.on('error', (error: unknown) => {
      failure = error;
    });
    raw.parse(asBuffer(bytes));
  } catch (error) {
    failure = error;
  }
  if (failure !== undefined || packet === undefined) {
    throw new FormatError(`mqtt: ${messageOf(failure, 'malformed packet')}`);
  }
  return packet;
}

function readPublish(bytes: Uint8Array, body: number, raw: RawPacket & { cmd: 'publish' }): PublishPacket {
  const { qos, dup, retain } = raw;
  const topicEnd = body + 2 + ((bytes[body]! << 8) | bytes[body + 1]!);
  const payloadStart = topicEnd + (qos === 0 ? 0 : 2);
  if (payloadStart > bytes.length) throw new FormatError('mqtt: PUBLISH is cut');
  const topic = decodeUtf8(bytes.subarray(body + 2, topicEnd));
  if (topic !== raw.topic) throw new FormatError('mqtt: PUBLISH topic');
  if (topic === '' || FORBIDDEN_IN_TOPIC.test(topic)) throw new FormatError('mqtt: PUBLISH topic'); // section 4.7
  const payload = bytes.subarray(payloadStart);
  if (qos === 0) return { type: 'publish', topic, payload, qos, retain, dup };
  return { type: 'publish', topic, payload, qos: 1, retain, dup, packetId: readPacketId(raw.messageId) };
}

/** @throws FormatError on 0 [MQTT-2.3.1-1], or when mqtt-packet did not find two bytes (-1). */
function readPacketId(id: number | undefined): number {
  if (id === undefined || id < 1) throw new FormatError('mqtt: packet identifier');
  return id;
}

function toRaw(packet: ClientPacket): RawPacket {
  switch (packet.type) {
    case 'connect':
      return connectToRaw(packet);
    case 'publish': {
      const { topic, payload, qos, retain, dup, packetId } = packet;
      checkTopic(topic);
      checkQoS(qos);
      assertBytes(payload, 'mqtt: payload');
      const none = new Uint8Array(0); // see appendPayload
      if (qos === 0) {
        if (dup || packetId !== undefined)
          throw new RangeError('mqtt: QoS 0 has no DUP and no packet identifier');
        return { cmd: 'publish', topic, payload: asBuffer(none), qos, retain, dup };
      }
      checkPacketId(packetId);
      return { cmd: 'publish', topic, payload: asBuffer(none), qos, retain, dup, messageId: packetId };
    }
    case 'puback':
      checkPacketId(packet.packetId);
      return { cmd: 'puback', messageId: packet.packetId };
    case 'subscribe': {
      const { packetId, filters } = packet;
      checkPacketId(packetId);
      if (filters.length < 1 || filters.length > MAX_SUBSCRIPTIONS)
        throw new RangeError('mqtt: number of filters');
      for (const { filter, qos } of filters) {
        checkString(filter, 1, MAX_TOPIC, 'mqtt: filter');
        checkQoS(qos);
      }
      const subscriptions = filters.map(({ filter, qos }) => ({ topic: filter, qos }));
      return { cmd: 'subscribe', messageId: packetId, subscriptions };
    }
    case 'pingreq':
      return { cmd: 'pingreq' };
    case 'disconnect':
      return { cmd: 'disconnect' };
    default:
      throw new TypeError('mqtt: packet type');
  }
}

function connectToRaw(packet: ConnectPacket): RawPacket {
  const { clientId, clean, keepAlive, username, password, will } = packet;
  checkString(clientId, 1, MAX_CREDENTIAL, 'mqtt: client identifier');
  assertInteger(keepAlive, 0, 0xffff, 'mqtt: keep alive');
  if (username !== undefined) checkString(username, 1, MAX_CREDENTIAL, 'mqtt: user name');
  if (password !== undefined) {
    if (username === undefined) throw new RangeError('mqtt: password without user name');
    assertBytes(password, 'mqtt: password');
    if (password.length > MAX_CREDENTIAL) throw new RangeError('mqtt: password is too long');
  }
  if (will !== undefined) {
    checkTopic(will.topic);
    checkQoS(will.qos);
    assertBytes(will.payload, 'mqtt: will');
    if (will.payload.length > MAX_JSON) throw new RangeError('mqtt: will is too long');
  }
  return {
    cmd: 'connect',
    protocolId: 'MQTT',
    protocolVersion: 4,
    clientId,
    clean,
    keepalive: keepAlive,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password: asBuffer(password) }),
    ...(will !== undefined && { will: { ...will, payload: asBuffer(will.payload) } }),
  };
}

/** A Buffer over the same memory: mqtt-packet knows payloads by that class. */
function asBuffer(bytes: Uint8Array): Buffer {
  assertBytes(bytes, 'mqtt: payload');
  if (bytes.length > MAX_PACKET) throw new RangeError(`mqtt: ${bytes.length} bytes`);
  return Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
}

/** U+0000 anywhere [MQTT-1.5.3-2] and wildcards in a topic name [MQTT-3.3.2-2]. */
const FORBIDDEN_IN_TOPIC = { test: (text: string): boolean => /[\0+#]/.test(text) };

function checkTopic(topic: string): void {
  checkString(topic, 1, MAX_TOPIC, 'mqtt: topic');
  if (FORBIDDEN_IN_TOPIC.test(topic)) throw new RangeError('mqtt: topic');
}

function checkString(text: string, minimum: number, maximum: number, what: string): void {
  if (typeof text !== 'string') throw new TypeError(`${what}: not a string`);
  if (text.length > maximum || text.includes('\0')) throw new RangeError(`${what}: too long or with U+0000`);
  assertInteger(utf8Length(text), minimum, maximum, `${what}: length`);
}

function checkQoS(qos: QoS): void {
  if (qos !== 0 && qos !== 1) throw new RangeError('mqtt: QoS');
}

function checkPacketId(id: number | undefined): asserts id is number {
  assertInteger(id, 1, 0xffff, 'mqtt: packet identifier');
}
