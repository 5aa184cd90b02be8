/**
 * MQTT 3.1.1 control packets out of a byte stream, before the broker sees a byte of them: mqtt-packet buffers a packet until
 * its stated length is there (up to 256 MB), and takes several things that the standard calls malformed.
 */
import { MAX_CREDENTIAL, MAX_PACKET, MAX_SUBSCRIPTIONS } from '../../../firmware/protocol/mite/limits.js';

/** Types of control packets that a client sends (MQTT 3.1.1, 2.2.1). */
export const PACKET = {
  connect: 1,
  publish: 3,
  puback: 4,
  pubrec: 5,
  pubrel: 6,
  pubcomp: 7,
  subscribe: 8,
  unsubscribe: 10,
  pingreq: 12,
  disconnect: 14,
} as const;

/** Reserved flags of each type (2.2.2); a PUBLISH has flags of its own. */
const FLAGS: ReadonlyMap<number, number> = new Map([
  [PACKET.connect, 0],
  [PACKET.puback, 0],
  [PACKET.pubrec, 0],
  [PACKET.pubrel, 2],
  [PACKET.pubcomp, 0],
  [PACKET.subscribe, 2],
  [PACKET.unsubscribe, 2],
  [PACKET.pingreq, 0],
  [PACKET.disconnect, 0],
]);

/** The bytes are no MQTT 3.1.1; one line for the log. */
export class PacketFault extends Error {
  override readonly name = 'PacketFault';
}

/** The protocol is MQTT, but another version: the answer is a CONNACK of its own (3.1.2.2). */
export class VersionFault extends PacketFault {}

/** A whole control packet. */
export interface Packet {
  readonly type: number;
  readonly bytes: Buffer;
  /** Of the variable header. */
  readonly body: number;
}

/** What a client says about itself in its CONNECT. */
export interface Connect {
  readonly clientId: string;
  readonly username: string | undefined;
  readonly password: Uint8Array | undefined;
}

/** Splits a byte stream into packets, each checked. */
export class PacketReader {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly limit: number = MAX_PACKET) {}

  /** Bytes of a packet that is not whole yet. */
  get buffered(): number {
    return this.rest.length;
  }

  /** @throws PacketFault; whatever comes after it is not read */
  read(chunk: Buffer): Packet[] {
    let bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const packets: Packet[] = [];
    for (;;) {
      const packet = this.first(bytes);
      if (packet === undefined) break;
      packets.push(packet);
      bytes = bytes.subarray(packet.bytes.length);
    }
    // A copy: the chunk it lies in may be large.
    this.rest = Buffer.from(bytes);
    return packets;
  }

  private first(bytes: Buffer): Packet | undefined {
    const [head] = bytes;
    if (head === undefined) return undefined;
    checkFlags(head);
    let length = 0;
    for (let at = 1; ; at++) {
      const byte = bytes[at];
      if (byte === undefined) return undefined;
      length += (byte & 0x7f) * 128 ** (at - 1);
      if (at + 1 + length > this.limit) throw new PacketFault(`a packet longer than ${this.limit} bytes`);
      if ((byte & 0x80) !== 0) {
        if (at === 4) throw new PacketFault('a malformed packet length');
        continue;
      }
      if (byte === 0 && at > 1) throw new PacketFault('a packet length in more bytes than it needs');
      const body = at + 1;
      if (bytes.length < body + length) return undefined;
      const packet = { type: head >> 4, bytes: bytes.subarray(0, body + length), body };
      checkBody(packet);
      return packet;
    }
  }
}

function checkFlags(head: number): void {
  const flags = head & 0x0f;
  if (head >> 4 === PACKET.publish) {
    const qos = (flags >> 1) & 3;
    if (qos === 3) throw new PacketFault('QoS 3');
    if (qos === 0 && (flags & 8) !== 0) throw new PacketFault('a repetition with QoS 0');
    return;
  }
  const wanted = FLAGS.get(head >> 4);
  if (wanted === undefined) throw new PacketFault('a packet that no client sends');
  if (flags !== wanted) throw new PacketFault('reserved flags');
}

/** The fields of a packet, one after the other. */
class Fields {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
  ) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  byte(): number {
    if (this.left < 1) throw new PacketFault('a packet that ends too early');
    return this.bytes[this.at++] as number;
  }

  uint16(): number {
    return this.byte() * 256 + this.byte();
  }

  /** Two bytes of length, and as many bytes. */
  block(): Buffer {
    const length = this.uint16();
    if (this.left < length) throw new PacketFault('a field that is longer than its packet');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  /** Every message that needs one has a number (2.3.1). */
  id(): void {
    if (this.uint16() === 0) throw new PacketFault('packet identifier 0');
  }

  end(): void {
    if (this.left > 0) throw new PacketFault('a packet with bytes after its end');
  }
}

function checkBody({ type, bytes, body }: Packet): void {
  const fields = new Fields(bytes, body);
  switch (type) {
    case PACKET.publish:
      fields.block();
      if ((bytes[0]! & 0x06) !== 0) fields.id();
      return;
    case PACKET.subscribe:
    case PACKET.unsubscribe:
      fields.id();
      checkFilters(fields, type === PACKET.subscribe);
      return;
    case PACKET.connect:
      return;
    case PACKET.pingreq:
    case PACKET.disconnect:
      fields.end();
      return;
    default:
      fields.id();
      fields.end();
  }
}

function checkFilters(fields: Fields, withQos: boolean): void {
  let count = 0;
  do {
    fields.block();
    if (withQos && fields.byte() > 2) throw new PacketFault('a subscription with reserved bits');
    if (++count > MAX_SUBSCRIPTIONS)
      throw new PacketFault(`more than ${MAX_SUBSCRIPTIONS} filters in one packet`);
  } while (fields.left > 0);
}

/**
 * Reads a CONNECT (3.1).
 * @throws VersionFault for another protocol version, PacketFault for whatever else is malformed
 */
export function readConnect({ type, bytes, body }: Packet): Connect {
  if (type !== PACKET.connect) throw new PacketFault('a first packet other than CONNECT');
  const fields = new Fields(bytes, body);
  const protocol = fields.block().toString('latin1');
  const level = fields.byte();
  if (protocol === 'MQIsdp') throw new VersionFault('MQTT 3.1');
  if (protocol !== 'MQTT') throw new PacketFault('a protocol other than MQTT');
  if (level !== 4) throw new VersionFault(`MQTT with protocol level ${level}`);
  const flags = fields.byte();
  const has = (bit: number): boolean => (flags & bit) !== 0;
  if (has(0x01)) throw new PacketFault('a reserved flag in CONNECT');
  const willQos = (flags >> 3) & 3;
  if (willQos === 3 || (!has(0x04) && (flags & 0x38) !== 0)) throw new PacketFault('flags of a will');
  if (has(0x40) && !has(0x80)) throw new PacketFault('a password without a user name');
  fields.uint16(); // keep alive
  const clientId = credential(fields);
  if (has(0x04)) {
    fields.block();
    fields.block();
  }
  const username = has(0x80) ? credential(fields).toString('utf8') : undefined;
  const password = has(0x40) ? fields.block() : undefined;
  fields.end();
  return { clientId: clientId.toString('utf8'), username, password };
}

function credential(fields: Fields): Buffer {
  const bytes = fields.block();
  if (bytes.length > MAX_CREDENTIAL) throw new PacketFault('a name that is too long');
  return bytes;
}

/** A CONNACK that refuses (3.2). */
export function connackBytes(returnCode: number): Buffer {
  return Buffer.of(0x20, 2, 0, returnCode);
}

/** Topic of a PUBLISH. */
export function publishTopic({ bytes, body }: Packet): string {
  return new Fields(bytes, body).block().toString('latin1');
}
