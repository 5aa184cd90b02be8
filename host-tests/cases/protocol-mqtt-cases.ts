import { concatBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import { MAX_PACKET } from '../../firmware/protocol/mite/limits.js';
import { PacketFramer } from '../../firmware/protocol/mqtt/framer.js';
import { type ClientPacket, decodePacket, encodePacket } from '../../firmware/protocol/mqtt/packets.js';
import type { Case } from './case.js';
import { VECTORS } from './protocol-vectors.js';
import { mutate, Random } from './random.js';

const PACKETS = VECTORS.filter(({ message, malformed }) => message === 'mqtt-server' && !malformed).map(
  ({ hex }) => hexToBytes(hex),
);
const payload = new Uint8Array([1, 2, 3]);
const publish = {
  type: 'publish',
  topic: 'a',
  payload,
  qos: 1,
  retain: false,
  dup: false,
  packetId: 1,
} as const;

/** Packets that a framer cuts out of `pieces`. */
function frame(pieces: readonly Uint8Array[]): Uint8Array[] {
  const packets: Uint8Array[] = [];
  const framer = new PacketFramer(packet => packets.push(packet));
  for (const piece of pieces) framer.push(piece);
  return packets;
}

export const cases: Case[] = [
  {
    name: 'mqtt: a stream cut anywhere gives the same packets',
    run(t) {
      const stream = concatBytes(...PACKETS);
      t.equal(frame([stream]), PACKETS);
      t.equal(frame(Array.from(stream, byte => new Uint8Array([byte]))), PACKETS);
      for (let at = 0; at <= stream.length; at++)
        t.equal(frame([stream.slice(0, at), stream.slice(at)]), PACKETS);
      const random = new Random(11);
      for (let round = 0; round < 50; round++) {
        const pieces: Uint8Array[] = [];
        for (let at = 0; at < stream.length; ) {
          const length = random.below(12);
          pieces.push(stream.slice(at, at + length));
          at += length;
        }
        t.equal(frame(pieces), PACKETS);
      }
    },
  },
  {
    name: 'mqtt: a packet above the bound is refused after its fixed header, with nothing stored',
    run(t) {
      for (const header of ['30ffffff7f', '30808002', `30${'fe3f'}`]) {
        const framer = new PacketFramer(() => t.ok(false));
        const bytes = hexToBytes(header);
        framer.push(bytes.subarray(0, bytes.length - 1));
        t.equal(framer.buffered, 0);
        t.throws(() => framer.push(bytes.subarray(bytes.length - 1)), /^FormatError: mqtt: remaining length/);
        t.equal(framer.buffered, 0);
        t.equal(framer.open, false);
        t.throws(() => framer.push(new Uint8Array(1)), /^FormatError: mqtt: the stream is closed/);
      }
      // 8,192 bytes whole: 3 of header, 8,189 (fd 3f) of body.
      const largest = new Uint8Array(MAX_PACKET);
      largest.set(hexToBytes('30fd3f000161'));
      t.equal(frame([largest]).length, 1);
      const decoded = decodePacket(largest);
      t.ok(decoded.type === 'publish' && decoded.payload.length === MAX_PACKET - 6);
    },
  },
  {
    name: 'mqtt: types, flags and lengths that a server may not send are refused at once',
    run(t) {
      for (let first = 0; first < 256; first++) {
        const allowed = [0x20, 0x30, 0x31, 0x32, 0x33, 0x3a, 0x3b, 0x40, 0x90, 0xd0].includes(first);
        const framer = new PacketFramer(() => {});
        if (allowed) framer.push(new Uint8Array([first]));
        else t.throws(() => framer.push(new Uint8Array([first])), /^FormatError: mqtt: /);
        t.equal(framer.open, allowed);
      }
      for (const hex of [
        '2000',
        '2001',
        '2003',
        '4001',
        '4003',
        '9002',
        '900f',
        'd001',
        '3002',
        '3204',
        '208200',
        '30ffffffff',
      ]) {
        t.throws(() => frame([hexToBytes(hex)]), /^FormatError: mqtt: /);
      }
    },
  },
  {
    name: 'mqtt: a framer that was closed or whose owner threw stays closed',
    run(t) {
      const [first, second] = [PACKETS[0]!, PACKETS[1]!];
      let seen = 0;
      const closing: PacketFramer = new PacketFramer(() => {
        seen++;
        closing.close();
      });
      closing.push(concatBytes(first, second));
      t.equal(seen, 1);
      t.throws(() => closing.push(first), /closed/);
      const throwing = new PacketFramer(() => {
        throw new RangeError('owner');
      });
      t.throws(() => throwing.push(concatBytes(first, second)), /^RangeError: owner/);
      t.equal(throwing.open, false);
    },
  },
  {
    name: 'mqtt: packets with fields outside their bounds are not encoded',
    run(t) {
      const connect = { type: 'connect', clientId: 'a', clean: true, keepAlive: 30 } as const;
      const will = { topic: 'a', payload, qos: 1, retain: true } as const;
      const filter = { filter: 'a', qos: 1 } as const;
      t.ok(encodePacket({ ...publish, payload: new Uint8Array(MAX_PACKET - 8) }).length === MAX_PACKET);
      const wrong: ClientPacket[] = [
        { ...publish, payload: new Uint8Array(MAX_PACKET - 7) },
        { ...publish, topic: '' },
        { ...publish, topic: 'a/#' },
        { ...publish, topic: 'a\0' },
        { ...publish, topic: 'é'.repeat(33) },
        { ...publish, packetId: 0 },
        { ...publish, packetId: 65536 },
        { ...publish, qos: 2 as never },
        { ...publish, qos: 0 },
        { ...publish, qos: 0, packetId: undefined, dup: true },
        { type: 'puback', packetId: 1.5 },
        { type: 'subscribe', packetId: 1, filters: [] },
        { type: 'subscribe', packetId: 1, filters: Array.from({ length: 13 }, () => filter) },
        { type: 'subscribe', packetId: 0, filters: [filter] },
        { type: 'subscribe', packetId: 1, filters: [{ filter: '', qos: 1 }] },
        { ...connect, clientId: '' },
        { ...connect, clientId: 'a'.repeat(129) },
        { ...connect, keepAlive: 65536 },
        { ...connect, password: payload },
        { ...connect, username: 'a', password: new Uint8Array(129) },
        { ...connect, will: { ...will, topic: '+' } },
        { ...connect, will: { ...will, payload: new Uint8Array(1025) } },
      ];
      for (const packet of wrong) t.throws(() => encodePacket(packet), /^RangeError: mqtt: /);
      t.throws(() => encodePacket({ ...publish, topic: '\ud800' }), /^RangeError: utf8: /);
      t.throws(() => encodePacket({ ...publish, packetId: undefined }), /^TypeError: mqtt: /);
      t.throws(() => encodePacket({ ...publish, payload: 'text' as never }), /^TypeError: mqtt: /);
      t.throws(() => encodePacket({ type: 'pubrel' } as never), /^TypeError: mqtt: /);
    },
  },
  {
    name: 'mqtt: 500 malformed streams, in pieces: clear errors, bounded memory, no packet after an error',
    run(t) {
      const random = new Random(12);
      let refused = 0;
      for (let round = 0; round < 500; round++) {
        const stream = mutate(random, concatBytes(...PACKETS.slice(0, random.between(1, PACKETS.length))));
        let packets = 0;
        const framer = new PacketFramer(packet => {
          packets++;
          decodePacket(packet);
        });
        try {
          for (let at = 0; at < stream.length; ) {
            const length = random.between(1, 50);
            framer.push(stream.slice(at, at + length));
            at += length;
            if (framer.buffered > MAX_PACKET) t.ok(false, 'memory');
          }
        } catch (error) {
          refused++;
          const before = packets;
          if ((error as Error).name !== 'FormatError') throw error;
          t.throws(() => framer.push(PACKETS[0]!), /closed/);
          t.equal(packets, before);
        }
      }
      t.ok(refused > 100);
    },
  },
];
