/** SNTP: RFC 4330's fields byte by byte, a real exchange over UDP, and packets that are not answers. */
import { createSocket } from 'node:dgram';
import test from 'ava';
import fc from 'fast-check';
import { readSntpReply, SNTP_BYTES, sntpRequest } from '../../firmware/protocol/sntp.js';

const NONCE = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
const EPOCH = 2_208_988_800n;

/** What a server makes of a request; written with Buffer, apart from the code under test. */
function reply(request: Uint8Array, milliseconds: number): Buffer {
  const bytes = Buffer.alloc(48);
  bytes[0] = 0x24; // no leap, version 4, server
  bytes[1] = 2;
  Buffer.from(request).copy(bytes, 24, 40, 48);
  const time = BigInt(milliseconds);
  const seconds = (time / 1000n + EPOCH) & 0xffff_ffffn;
  const fraction = ((time % 1000n) * (1n << 32n) + 999n) / 1000n;
  for (const at of [32, 40]) {
    bytes.writeUInt32BE(Number(seconds), at);
    bytes.writeUInt32BE(Number(fraction), at + 4);
  }
  return bytes;
}

test('the request: version 4, client, nothing but the nonce', t => {
  const request = sntpRequest(NONCE);
  t.is(request.length, SNTP_BYTES);
  t.is(request[0], 0x23);
  t.deepEqual([...request.subarray(40)], [...NONCE]);
  t.true(request.subarray(1, 40).every(byte => byte === 0));
});

test('times of both eras, to the millisecond', t => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) }), time => {
      return readSntpReply(reply(sntpRequest(NONCE), time), NONCE) === time;
    }),
    { numRuns: 20_000, seed: 4 },
  );
  for (const time of [
    Date.UTC(2026, 10, 23),
    Date.UTC(2036, 1, 7, 6, 28, 15),
    Date.UTC(2036, 1, 7, 6, 28, 16) + 1,
  ])
    t.is(readSntpReply(reply(sntpRequest(NONCE), time), NONCE), time);
});

test('what is not an answer: each field by itself', t => {
  const good = reply(sntpRequest(NONCE), Date.UTC(2026, 10, 23));
  const changed = (at: number, value: number) => {
    const bytes = Buffer.from(good);
    bytes[at] = value;
    return readSntpReply(bytes, NONCE);
  };
  t.not(readSntpReply(good, NONCE), undefined);
  t.not(readSntpReply(Buffer.concat([good, Buffer.alloc(20)]), NONCE), undefined, 'with an authenticator');
  t.is(readSntpReply(good.subarray(0, 47), NONCE), undefined);
  t.is(readSntpReply(new Uint8Array(0), NONCE), undefined);
  for (const first of [0x23, 0x25, 0x26, 0xe4, 0x14, 0x2c, 0x04])
    t.is(changed(0, first), undefined, `${first}`);
  for (const first of [0x1c, 0x64, 0xa4]) t.not(changed(0, first), undefined, `${first}`);
  for (const stratum of [0, 16, 255]) t.is(changed(1, stratum), undefined);
  for (let i = 0; i < 8; i++) t.is(changed(24 + i, good[24 + i]! ^ 1), undefined, 'another nonce');
  const never = Buffer.from(good);
  never.fill(0, 40);
  t.is(readSntpReply(never, NONCE), undefined);
});

test('100,000 random packets: none throws, none without the nonce counts', t => {
  let state = 7;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  let counted = 0;
  for (let i = 0; i < 100_000; i++) {
    const bytes = new Uint8Array(random() % 70).map(() => random() & 0xff);
    if (random() % 2 === 0 && bytes.length > 2) bytes.set([0x24, 1]);
    if (readSntpReply(bytes, NONCE) !== undefined) counted++;
  }
  t.is(counted, 0);
});

test('over UDP, among forged packets', async t => {
  const now = Date.UTC(2026, 10, 23, 12);
  const server = createSocket('udp4');
  server.on('message', (request, from) => {
    const forged = reply(sntpRequest(new Uint8Array(8)), now + 1e9);
    server.send(forged, from.port, from.address);
    server.send(reply(request, now), from.port, from.address);
  });
  await new Promise<void>(resolve => server.bind(0, '127.0.0.1', resolve));
  const client = createSocket('udp4');
  const times: (number | undefined)[] = [];
  await new Promise<void>(resolve => {
    client.on('message', bytes => {
      times.push(readSntpReply(bytes, NONCE));
      if (times.length === 2) resolve();
    });
    client.send(sntpRequest(NONCE), server.address().port, '127.0.0.1');
  });
  client.close();
  server.close();
  t.deepEqual(times, [undefined, now]);
});
