/** MQTT 3.1.1, strictly: what the embedded broker gets to see, and what ends a connection before it. */
import test from 'ava';
import fc from 'fast-check';
import mqtt from 'mqtt-packet';
import {
  type Packet,
  PacketFault,
  PacketReader,
  publishTopic,
  readConnect,
  VersionFault,
} from '../../trusted-node/doors/mqtt/packets.js';

const read = (...bytes: number[]): Packet[] => new PacketReader().read(Buffer.from(bytes));
const generate = (packet: object): Buffer => Buffer.from(mqtt.generate(packet as mqtt.Packet));

const CONNECT = {
  cmd: 'connect',
  protocolId: 'MQTT',
  protocolVersion: 4,
  clean: true,
  keepalive: 60,
  clientId: 'kitchen',
  username: 'kitchen',
  password: Buffer.from('secret'),
  will: { topic: 'mite/1/kitchen/online', payload: Buffer.from('0'), qos: 1, retain: true },
};

const WELL_FORMED = [
  CONNECT,
  { ...CONNECT, will: undefined, username: undefined, password: undefined },
  { cmd: 'publish', topic: 'mite/1/kitchen/share', payload: Buffer.alloc(200), qos: 1, messageId: 7 },
  { cmd: 'publish', topic: 'mite/1/kitchen/status', payload: '{}', qos: 0 },
  { cmd: 'subscribe', messageId: 2, subscriptions: [{ topic: 'mite/1/kitchen/job', qos: 1 }] },
  { cmd: 'unsubscribe', messageId: 3, unsubscriptions: ['mite/1/kitchen/job'] },
  { cmd: 'puback', messageId: 9 },
  { cmd: 'pubrel', messageId: 9 },
  { cmd: 'pingreq' },
  { cmd: 'disconnect' },
].map(generate);

test('well-formed packets come out as they went in, however the stream is cut', t => {
  const stream = Buffer.concat(WELL_FORMED);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 300 })), lengths => {
      const reader = new PacketReader();
      const packets: Packet[] = [];
      let at = 0;
      for (const length of [...lengths, stream.length]) {
        packets.push(...reader.read(stream.subarray(at, at + length)));
        at += length;
        if (at >= stream.length) break;
      }
      return (
        packets.length === WELL_FORMED.length &&
        packets.every(({ bytes }, i) => bytes.equals(WELL_FORMED[i]!)) &&
        reader.buffered === 0
      );
    }),
  );
  const [packet] = new PacketReader().read(WELL_FORMED[2]!);
  t.is(publishTopic(packet!), 'mite/1/kitchen/share');
});

test('a CONNECT tells name and secret', t => {
  const [packet] = new PacketReader().read(WELL_FORMED[0]!);
  const { clientId, username, password } = readConnect(packet!);
  t.is(clientId, 'kitchen');
  t.is(username, 'kitchen');
  t.is(Buffer.from(password!).toString(), 'secret');
  const [bare] = new PacketReader().read(WELL_FORMED[1]!);
  t.is(readConnect(bare!).password, undefined);
});

const connect = (change: (bytes: Buffer) => void): Packet => {
  const bytes = Buffer.from(WELL_FORMED[0]!);
  change(bytes);
  return new PacketReader().read(bytes)[0]!;
};

test('another protocol or version, the bridge bit and reserved flags are refused', t => {
  // Fixed header of 2 bytes, then 00 04 "MQTT", level, flags.
  t.throws(() => readConnect(connect(bytes => bytes.writeUInt8(5, 8))), { instanceOf: VersionFault });
  t.throws(() => readConnect(connect(bytes => bytes.writeUInt8(3, 8))), { instanceOf: VersionFault });
  t.throws(() => readConnect(connect(bytes => bytes.writeUInt8(0x84, 8))), { instanceOf: VersionFault });
  const old = generate({ ...CONNECT, protocolId: 'MQIsdp', protocolVersion: 3 });
  t.throws(() => readConnect(new PacketReader().read(old)[0]!), { instanceOf: VersionFault });
  for (const flags of [0xc3, 0xde, 0x4e, 0xd0, 0xe2])
    t.throws(() => readConnect(connect(bytes => bytes.writeUInt8(flags, 9))), { instanceOf: PacketFault });
  t.throws(() => readConnect(connect(bytes => bytes.write('X', 4))), { instanceOf: PacketFault });
  const [ping] = read(0xc0, 0);
  t.throws(() => readConnect(ping!), { message: /other than CONNECT/ });
});

const MALFORMED: { readonly [what: string]: readonly number[] } = {
  'type 0': [0x00, 0],
  'type 15 (AUTH of MQTT 5)': [0xf0, 0],
  'CONNACK of a client': [0x20, 2, 0, 0],
  'SUBACK of a client': [0x90, 3, 0, 1, 0],
  'PINGRESP of a client': [0xd0, 0],
  'reserved flags of PINGREQ': [0xc1, 0],
  'reserved flags of SUBSCRIBE': [0x80, 6, 0, 1, 0, 1, 0x61, 0],
  'reserved flags of PUBREL': [0x60, 2, 0, 1],
  'PINGREQ with a body': [0xc0, 1, 0],
  'length in two bytes for 0': [0xc0, 0x80, 0],
  'length in three bytes for 5': [0x30, 0x85, 0x80, 0, 0, 1, 0x61, 0, 0],
  'length in five bytes': [0x30, 0xff, 0xff, 0xff, 0xff],
  'QoS 3': [0x36, 5, 0, 1, 0x61, 0, 1],
  'repetition with QoS 0': [0x38, 3, 0, 1, 0x61],
  'packet identifier 0': [0x32, 5, 0, 1, 0x61, 0, 0],
  'PUBACK for 0': [0x40, 2, 0, 0],
  'PUBACK with more': [0x40, 3, 0, 1, 0],
  'topic longer than the packet': [0x30, 3, 0, 9, 0x61],
  'SUBSCRIBE without a filter': [0x82, 2, 0, 1],
  'SUBSCRIBE with QoS 3': [0x82, 6, 0, 1, 0, 1, 0x61, 3],
  'SUBSCRIBE that ends in a filter': [0x82, 5, 0, 1, 0, 9, 0x61],
  'UNSUBSCRIBE without a filter': [0xa2, 2, 0, 1],
};

for (const [what, bytes] of Object.entries(MALFORMED))
  test(`refused: ${what}`, t => {
    t.throws(() => read(...bytes), { instanceOf: PacketFault });
  });

test('a SUBSCRIBE has at most 12 filters, and a packet at most 8,192 bytes', t => {
  const filters = (count: number) =>
    generate({
      cmd: 'subscribe',
      messageId: 1,
      subscriptions: Array.from({ length: count }, () => ({ topic: 'a', qos: 0 })),
    });
  t.is(new PacketReader().read(filters(12)).length, 1);
  t.throws(() => new PacketReader().read(filters(13)), { instanceOf: PacketFault });
  t.throws(() => new PacketReader().read(filters(300)), { instanceOf: PacketFault });
  const long = (length: number) =>
    generate({ cmd: 'publish', topic: 'a', payload: Buffer.alloc(length), qos: 0 });
  t.is(new PacketReader().read(long(8_192 - 6)).length, 1);
  // Before a byte of it is kept.
  t.throws(() => new PacketReader().read(long(8_192 - 5).subarray(0, 3)), { instanceOf: PacketFault });
});

test('100,000 malformed streams: refused, or packets within the limit; nothing else is kept', t => {
  let seed = 20261128;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  let refused = 0;
  for (let i = 0; i < 100_000; i++) {
    const bytes = Buffer.from(WELL_FORMED[random(WELL_FORMED.length)]!);
    for (let changes = 1 + random(3); changes > 0; changes--) bytes[random(bytes.length)] = random(256);
    const reader = new PacketReader();
    try {
      for (const packet of reader.read(bytes)) if (packet.type === 1) readConnect(packet);
    } catch (error) {
      if (!(error instanceof PacketFault)) throw error;
      refused++;
    }
    if (reader.buffered > bytes.length) t.fail('more is kept than came');
  }
  t.true(refused > 20_000, `${refused} were refused`);
});
