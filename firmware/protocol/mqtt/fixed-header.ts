/**
 * The fixed header of an MQTT 3.1.1 control packet (section 2.2) as a client receives it. It alone decides whether a
 * packet may come in: types and flags that a server may not send to this client, lengths that their type cannot have,
 * and packets above MAX_PACKET are refused here, before a byte of their body is stored.
 */
import { FormatError } from '../../domain/bytes.js';
import { MAX_PACKET, MAX_SUBSCRIPTIONS } from '../mite/limits.js';

/** Control packet types, section 2.2.1, those this client sends or receives. */
export const PACKET_TYPES = {
  connect: 1,
  connack: 2,
  publish: 3,
  puback: 4,
  subscribe: 8,
  suback: 9,
  pingreq: 12,
  pingresp: 13,
  disconnect: 14,
} as const;

/** Remaining length has 1 to 4 bytes of 7 bits, least significant first (section 2.2.3). */
const MAX_SIZE = 5;

/** Takes a fixed header byte by byte. Must not be used again after it throws. */
export class FixedHeader {
  /** The header's bytes; the first `size` are set. */
  readonly bytes = new Uint8Array(MAX_SIZE);
  /** Bytes taken. */
  size = 0;
  /** Remaining length, valid once `push` returned true. */
  length = 0;

  /**
   * @returns true when the header is complete
   * @throws FormatError on a header this client must not be sent
   */
  push(byte: number): boolean {
    if (this.size === 0) {
      checkFirstByte(byte);
      this.length = 0;
    } else {
      if (this.size === MAX_SIZE - 1 && byte >= 0x80)
        throw new FormatError('mqtt: remaining length is too long');
      if (this.size > 1 && byte === 0) throw new FormatError('mqtt: remaining length is not minimal');
      this.length += (byte & 0x7f) << (7 * (this.size - 1));
    }
    this.bytes[this.size++] = byte;
    if (this.size === 1 || byte >= 0x80) return false;
    checkLength(this.bytes[0]!, this.length, this.size);
    return true;
  }

  /** Ready for the next packet. */
  reset(): void {
    this.size = 0;
  }
}

/** @throws FormatError on a type or flags that a server may not send to this client (sections 2.2.1, 2.2.2). */
function checkFirstByte(byte: number): void {
  const flags = byte & 0x0f;
  switch (byte >> 4) {
    case PACKET_TYPES.publish: {
      const qos = (flags >> 1) & 3;
      if (qos > 1) throw new FormatError(`mqtt: PUBLISH with QoS ${qos}`); // we subscribe with 0 and 1 only
      if (qos === 0 && (flags & 8) !== 0) throw new FormatError('mqtt: PUBLISH with DUP at QoS 0'); // [MQTT-3.3.1-2]
      return;
    }
    case PACKET_TYPES.connack:
    case PACKET_TYPES.puback:
    case PACKET_TYPES.suback:
    case PACKET_TYPES.pingresp:
      if (flags !== 0) throw new FormatError(`mqtt: reserved flags ${flags}`); // [MQTT-2.2.2-1]
      return;
    default:
      throw new FormatError(`mqtt: packet type ${byte >> 4} is not for a client`);
  }
}

/** @throws FormatError on a remaining length its type cannot have, or a packet above MAX_PACKET. */
function checkLength(first: number, length: number, size: number): void {
  let minimum = 2; // CONNACK, PUBACK
  let maximum = 2;
  switch (first >> 4) {
    case PACKET_TYPES.publish:
      minimum = (first & 0x06) === 0 ? 3 : 5; // a topic of one byte; the packet identifier
      maximum = MAX_PACKET - size;
      break;
    case PACKET_TYPES.suback:
      minimum = 3;
      maximum = 2 + MAX_SUBSCRIPTIONS;
      break;
    case PACKET_TYPES.pingresp:
      minimum = 0;
      maximum = 0;
      break;
  }
  if (length < minimum || length > maximum) {
    throw new FormatError(`mqtt: remaining length ${length} for packet type ${first >> 4}`);
  }
}
