/** 100,000 seeded malformed inputs for each parser: refused with a clear error, or accepted with one meaning. */
import test from 'ava';
import { concatBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import { MAX_PACKET } from '../../firmware/protocol/mite/limits.js';
import { PacketFramer } from '../../firmware/protocol/mqtt/framer.js';
import { decodePacket } from '../../firmware/protocol/mqtt/packets.js';
import { decodeUtf8, encodeUtf8 } from '../../firmware/protocol/utf8.js';
import { CODECS } from '../cases/protocol-codecs.js';
import { VECTORS } from '../cases/protocol-vectors.js';
import { feedMalformed, mutate, Random } from '../cases/random.js';

const COUNT = 100_000;
const BINARY = [
  'job',
  'share',
  'result',
  'headers',
  'chunk',
  'getheaders',
  'offer',
  'verdict',
  'getproof',
  'proof',
  'online',
];

function samples(message: string): Uint8Array[] {
  return VECTORS.filter(vector => vector.message === message).map(vector => hexToBytes(vector.hex));
}

for (const [message, { encode, decode }] of Object.entries(CODECS)) {
  if (!decode) continue;
  test(`${message}: ${COUNT} malformed inputs`, t => {
    const { refused, accepted } = feedMalformed(20261122, COUNT, samples(message), bytes => {
      const before = bytes.slice();
      let value: unknown;
      let refusal: unknown;
      try {
        value = decode(bytes);
      } catch (error) {
        refusal = error;
      }
      if (!same(bytes, before)) throw new Error('input changed');
      if (refusal !== undefined) throw refusal;
      // A binary message that is accepted has one form only.
      if (encode && BINARY.includes(message) && !same(encode(value as never), before))
        throw new Error('two forms');
    });
    t.true(refused > COUNT / 4, `${refused} refused`);
    t.log(`${refused} refused, ${accepted} accepted`);
  });
}

test(`utf8: ${COUNT} malformed inputs`, t => {
  const sample = encodeUtf8('a\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}');
  const { refused } = feedMalformed(1, COUNT, [sample], bytes => {
    if (!same(encodeUtf8(decodeUtf8(bytes)), bytes)) throw new Error('two forms');
  });
  t.true(refused > COUNT / 4);
});

test(`mqtt stream: ${COUNT} malformed streams in pieces`, t => {
  const random = new Random(3);
  const packets = samples('mqtt-server');
  const good = hexToBytes('d000');
  let refused = 0;
  let delivered = 0;
  for (let round = 0; round < COUNT; round++) {
    const stream = mutate(
      random,
      concatBytes(random.pick(packets), random.pick(packets), random.pick(packets)),
    );
    const framer = new PacketFramer(packet => {
      if (packet.length > MAX_PACKET) throw new Error('too long');
      decodePacket(packet);
      delivered++;
    });
    try {
      for (let at = 0; at < stream.length; ) {
        const end = at + random.between(1, 64);
        framer.push(stream.subarray(at, end));
        at = end;
      }
      if (!framer.open || framer.buffered > MAX_PACKET) throw new Error('state');
    } catch (error) {
      if ((error as Error).name !== 'FormatError') throw error;
      refused++;
      if (framer.open || framer.buffered !== 0) throw new Error('still open after an error');
      const before = delivered;
      t.throws(() => framer.push(good), { name: 'FormatError' });
      if (delivered !== before) throw new Error('delivered after an error');
    }
  }
  t.log(`${refused} of ${COUNT} refused, ${delivered} packets`);
  t.true(refused > COUNT / 4);
});

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
