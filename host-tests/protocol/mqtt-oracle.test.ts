/** The wrapped codec against mqtt-packet as it is on Node, and the bundle for XS (with stand-ins) against both. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test from 'ava';
import fc from 'fast-check';
import mqtt, { type Packet } from 'mqtt-packet';
import { hexToBytes } from '../../firmware/domain/bytes.js';
import * as codec from '../../firmware/protocol/mqtt/packets.js';
import { VECTORS } from '../cases/protocol-vectors.js';
import { mutate, Random } from '../cases/random.js';

type Codec = Pick<typeof codec, 'encodePacket' | 'decodePacket'>;

// The flags that codec.mk gives to the board's bundle.
const NAMES = ['bl', 'buffer', 'debug', 'events', 'process-nextick-args'];
const STAND_INS = NAMES.map(name => `--alias:${name}=./firmware/protocol/mqtt/standins/${name}.cts`);

const directory = mkdtempSync(join(tmpdir(), 'mite-codec-'));
let bundled: Codec;
test.before(async () => {
  const file = join(directory, 'codec.mjs');
  const source = 'firmware/protocol/mqtt/packets.ts';
  const flags = ['--bundle', '--format=esm', '--platform=neutral', '--main-fields=main', '--log-level=error'];
  execFileSync('node_modules/.bin/esbuild', [source, ...flags, ...STAND_INS, `--outfile=${file}`]);
  bundled = (await import(pathToFileURL(file).href)) as Codec;
});
test.after.always(() => rmSync(directory, { recursive: true }));

const codecs = () => [codec as Codec, bundled];

const word = fc.stringMatching(/^[a-z0-9/é-]{1,30}$/);
const payload = fc.uint8Array({ maxLength: 300 });
const packetId = fc.integer({ min: 1, max: 0xffff });
const qos = fc.constantFrom(0 as const, 1 as const);
const publish = fc
  .record({ topic: word, payload, qos, retain: fc.boolean(), dup: fc.boolean(), packetId })
  .map(({ packetId: id, dup, ...rest }) =>
    rest.qos === 0
      ? { type: 'publish' as const, ...rest, dup: false }
      : { type: 'publish' as const, ...rest, dup, packetId: id },
  );
const connect = fc
  .record({
    clientId: word,
    clean: fc.boolean(),
    keepAlive: fc.nat({ max: 0xffff }),
    login: fc.option(fc.record({ username: word }), { nil: undefined }),
    password: fc.option(fc.uint8Array({ maxLength: 128 }), { nil: undefined }),
    will: fc.option(fc.record({ topic: word, payload, qos, retain: fc.boolean() }), { nil: undefined }),
  })
  .map(({ login, password, will, ...rest }) => ({
    type: 'connect' as const,
    ...rest,
    ...login,
    ...(login && password && { password }),
    ...(will && { will }),
  }));
const clientPacket: fc.Arbitrary<codec.ClientPacket> = fc.oneof(
  connect,
  publish,
  packetId.map(id => ({ type: 'puback' as const, packetId: id })),
  fc
    .record({
      packetId,
      filters: fc.array(fc.record({ filter: word, qos }), { minLength: 1, maxLength: 12 }),
    })
    .map(fields => ({ type: 'subscribe' as const, ...fields })),
  fc.constant({ type: 'pingreq' as const }),
  fc.constant({ type: 'disconnect' as const }),
);

/** What mqtt-packet itself reads. */
function rawParse(bytes: Uint8Array): Packet | undefined {
  let packet: Packet | undefined;
  const parser = mqtt.parser({ protocolVersion: 4 });
  parser.on('packet', (value: Packet) => {
    packet = value;
  });
  parser.on('error', () => {});
  parser.parse(Buffer.from(bytes));
  return packet;
}

/** The same packet in mqtt-packet's terms, made without the wrapper. */
function rawOf(packet: codec.ClientPacket | codec.ServerPacket): Packet {
  const { type, ...fields } = packet as { type: string } & Partial<
    Omit<codec.PublishPacket, 'type'> &
      Omit<codec.ConnectPacket, 'type'> &
      Omit<codec.SubscribePacket, 'type'>
  >;
  return {
    cmd: type,
    ...fields,
    ...(fields.packetId !== undefined && { messageId: fields.packetId }),
    ...(fields.keepAlive !== undefined && { keepalive: fields.keepAlive }),
    ...(fields.payload && { payload: Buffer.from(fields.payload) }),
    ...(fields.password && { password: Buffer.from(fields.password) }),
    ...(fields.will && { will: { ...fields.will, payload: Buffer.from(fields.will.payload) } }),
    ...(fields.filters && {
      subscriptions: fields.filters.map(({ filter, qos }) => ({ topic: filter, qos })),
    }),
  } as unknown as Packet;
}

test('what a client sends: the same bytes as mqtt-packet, and mqtt-packet reads the fields back', t => {
  fc.assert(
    fc.property(clientPacket, packet => {
      const expected = mqtt.generate(rawOf(packet));
      for (const { encodePacket } of codecs()) t.deepEqual(Buffer.from(encodePacket(packet)), expected);
      const back = rawParse(expected)!;
      t.is(back.cmd, packet.type);
      if (packet.type === 'publish' && back.cmd === 'publish') {
        t.is(back.topic, packet.topic);
        t.deepEqual(back.payload, Buffer.from(packet.payload));
        t.is(back.messageId, packet.packetId);
      }
      if (packet.type === 'connect' && back.cmd === 'connect') {
        t.is(back.clientId, packet.clientId);
        t.is(back.keepalive, packet.keepAlive);
        t.is(back.username, packet.username);
        t.deepEqual(back.password, packet.password && Buffer.from(packet.password));
        t.deepEqual(back.will?.payload, packet.will && Buffer.from(packet.will.payload));
      }
    }),
    { numRuns: 1000, seed: 2 },
  );
});

const serverPacket: fc.Arbitrary<codec.ServerPacket> = fc.oneof(
  publish,
  packetId.map(id => ({ type: 'puback' as const, packetId: id })),
  fc.nat({ max: 5 }).chain(returnCode =>
    fc.boolean().map(present => ({
      type: 'connack' as const,
      returnCode,
      sessionPresent: present && returnCode === 0,
    })),
  ),
  fc
    .record({ packetId, granted: fc.array(fc.constantFrom(0, 1, 0x80), { minLength: 1, maxLength: 12 }) })
    .map(fields => ({ type: 'suback' as const, ...fields })),
  fc.constant({ type: 'pingresp' as const }),
);

test('what a server sends with mqtt-packet is read back', t => {
  fc.assert(
    fc.property(serverPacket, packet => {
      const bytes = new Uint8Array(mqtt.generate(rawOf(packet)));
      for (const { decodePacket } of codecs()) t.deepEqual(plain(decodePacket(bytes)), packet);
    }),
    { numRuns: 1000, seed: 3 },
  );
});

test('100,000 mutated packets: the bundle for XS decides like the wrapper on Node, and mqtt-packet reads what passes', t => {
  const random = new Random(4);
  const samples = VECTORS.filter(({ message }) => message === 'mqtt-server').map(({ hex }) =>
    hexToBytes(hex),
  );
  let passed = 0;
  for (let round = 0; round < 100_000; round++) {
    const bytes = new Uint8Array(mutate(random, random.pick(samples)));
    const [here, there] = codecs().map(({ decodePacket }) => outcome(() => decodePacket(bytes)));
    if (here !== there) t.is(here, there, Buffer.from(bytes).toString('hex'));
    if (here!.startsWith('FormatError')) continue;
    passed++;
    const raw = rawParse(bytes);
    if (raw?.cmd !== JSON.parse(here!).type) t.fail(Buffer.from(bytes).toString('hex'));
  }
  t.true(passed > 1000);
  t.log(`${passed} passed`);
});

test('codec.mk names the stand-ins that are bundled here', t => {
  const text = readFileSync('firmware/protocol/mqtt/codec.mk', 'utf8');
  t.true(text.includes(`foreach name,${NAMES.join(' ')},`));
});

function outcome(run: () => codec.ServerPacket): string {
  try {
    return JSON.stringify(plain(run()));
  } catch (error) {
    // The parser's own words may differ; that it is refused, and how, may not.
    return error instanceof Error ? error.name : 'not an error';
  }
}

/** Payload views and Buffers as plain arrays, for comparison. */
function plain(packet: codec.ServerPacket): codec.ServerPacket {
  return packet.type === 'publish' ? { ...packet, payload: new Uint8Array(packet.payload) } : packet;
}
