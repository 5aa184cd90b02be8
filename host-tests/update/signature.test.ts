/** P-256 against node:crypto and @noble/curves; every bit of what is signed counts; versions; messages. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import test from 'ava';
import fc from 'fast-check';
import { bytesToHex, FormatError, hexToBytes } from '../../firmware/domain/bytes.js';
import { isP256Key, verifyP256 } from '../../firmware/domain/p256.js';
import {
  decodeAnnouncement,
  decodeChunk,
  decodeFetch,
  decodeOutcome,
  encodeAnnouncement,
  encodeChunk,
  encodeFetch,
  encodeOutcome,
  type ImageManifest,
  MAX_CHUNK,
  signedBytes,
} from '../../firmware/protocol/mite/update.js';
import { compareVersions, isVersion } from '../../firmware/protocol/mite/version.js';
import { makeKey, parseManifest, publicKeyOf, signImage } from '../../trusted-node/updates/images.js';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const number = (value: bigint) => hexToBytes(value.toString(16).padStart(64, '0'));
const pair = (r: bigint, s: bigint) => new Uint8Array([...number(r), ...number(s)]);

test("node:crypto's signatures are right, and wrong for any other bit", t => {
  for (let i = 0; i < 8; i++) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    const key = new Uint8Array(Buffer.concat([Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')]));
    const message = randomBytes(80);
    const signature = new Uint8Array(sign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
    const digest = sha256(message);
    t.true(verifyP256(key, digest, signature));
    for (const bytes of [key, digest, signature])
      for (let flip = 0; flip < 5; flip++) {
        const bit = Math.floor(Math.random() * bytes.length * 8);
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        t.false(verifyP256(key, digest, signature));
        bytes[bit >> 3]! ^= 1 << (bit & 7);
      }
  }
});

test('agrees with @noble/curves, even on keys and digests at the edges', t => {
  for (const secret of [1n, 2n, 3n, N - 1n, N - 2n, 12345n]) {
    const key = p256.getPublicKey(number(secret), false).slice(1);
    for (const digest of [
      new Uint8Array(32),
      new Uint8Array(32).fill(255),
      number(N),
      number(N + 1n),
      number(5n),
    ]) {
      const signature = p256.sign(digest, number(secret), { prehash: false, lowS: false });
      t.true(verifyP256(key, digest, signature), `${secret}`);
      const other = new Uint8Array(signature);
      other[40]! ^= 1;
      t.is(
        verifyP256(key, digest, other),
        p256.verify(other, digest, new Uint8Array([4, ...key]), { prehash: false, lowS: false }),
      );
    }
  }
});

test('numbers outside their ranges and points off the curve are refused', t => {
  const key = p256.getPublicKey(number(7n), false).slice(1);
  const digest = number(99n);
  const signature = p256.sign(digest, number(7n), { prehash: false, lowS: false });
  const r = BigInt(`0x${bytesToHex(signature.slice(0, 32))}`);
  const s = BigInt(`0x${bytesToHex(signature.slice(32))}`);
  t.true(verifyP256(key, digest, pair(r, N - s)), 'both signs of s are ECDSA');
  for (const wrong of [
    pair(0n, s),
    pair(r, 0n),
    pair(0n, 0n),
    pair(N, s),
    pair(r, N),
    pair(r, (1n << 256n) - 1n),
  ])
    t.false(verifyP256(key, digest, wrong));
  const off = key.slice();
  off[63]! ^= 1;
  t.false(isP256Key(off));
  t.false(verifyP256(off, digest, signature));
  t.false(verifyP256(new Uint8Array(64), digest, signature));
  t.false(verifyP256(new Uint8Array(64).fill(255), digest, signature));
  t.throws(() => verifyP256(key.slice(1), digest, signature), { instanceOf: RangeError });
  t.throws(() => verifyP256(key, digest.slice(1), signature), { instanceOf: RangeError });
});

test('every field of a manifest is signed, and texts cannot flow into one another', t => {
  const pem = makeKey();
  const key = hexToBytes(publicKeyOf(pem));
  const {
    signature,
    key: _,
    ...manifest
  } = signImage(new Uint8Array([1, 2, 3]), pem, {
    board: 'host',
    version: '1.0.0',
    security: 1,
  });
  const right = (changed: Partial<ImageManifest>) =>
    verifyP256(key, sha256(signedBytes({ ...manifest, ...changed })), hexToBytes(signature));
  t.true(right({}));
  const sha = `${manifest.sha256.startsWith('0') ? '1' : '0'}${manifest.sha256.slice(1)}`;
  for (const changed of [
    { board: 'hos' },
    { version: '1.0.1' },
    { security: 0 },
    { size: 4 },
    { sha256: sha },
  ])
    t.false(right(changed), JSON.stringify(changed));
  t.notDeepEqual(
    signedBytes({ ...manifest, board: 'host1', version: '.0.0' }),
    signedBytes({ ...manifest, board: 'host', version: '1.0.0' }),
  );
});

test('a manifest file is accepted only as it was signed', t => {
  const signed = signImage(new Uint8Array(10), makeKey(), { board: 'host', version: '1.0.0', security: 0 });
  t.is(parseManifest(JSON.stringify(signed)).version, '1.0.0');
  for (const changed of [
    { version: '1.0.1' },
    { size: 11 },
    { key: 'ff'.repeat(64) },
    { signature: undefined },
    { key: 5 },
  ])
    t.throws(() => parseManifest(JSON.stringify({ ...signed, ...changed })), { name: 'ImageError' });
  for (const text of ['', '{', 'null', '[]', '5'])
    t.throws(() => parseManifest(text), { name: 'ImageError' });
  t.throws(() => signImage(new Uint8Array(1), makeKey(), { board: 'host', version: '1.0', security: 0 }), {
    name: 'ImageError',
  });
});

test('versions are ordered as Semantic Versioning says', t => {
  const order = [
    '0.0.1',
    '0.1.0-0',
    '0.1.0-1',
    '0.1.0-10',
    '0.1.0-alpha',
    '0.1.0-alpha.1',
    '0.1.0-alpha.beta',
    '0.1.0-beta',
    '0.1.0-beta.2',
    '0.1.0-beta.11',
    '0.1.0-rc.1',
    '0.1.0',
    '0.1.1',
    '0.2.0',
    '0.10.0',
    '1.0.0',
    '999999999.0.0',
  ];
  for (const [i, left] of order.entries())
    for (const [k, right] of order.entries())
      t.is(Math.sign(compareVersions(left, right)), Math.sign(i - k), `${left} ${right}`);
  t.is(compareVersions('1.0.0+a', '1.0.0+b'), 0);
  for (const wrong of [
    '',
    '1',
    '1.0',
    '1.0.0.0',
    '01.0.0',
    '1.0.0-',
    '1.0.0-01',
    '1.0.0-a..b',
    '1.0.0+',
    '1.0.0-é',
    'v1.0.0',
    '1000000000.0.0',
    ' 1.0.0',
    '1.0.0 ',
    '1.0.0-a_b',
    `1.0.0-${'a'.repeat(40)}`,
    '-1.0.0',
    '1.0.x',
  ]) {
    t.false(isVersion(wrong), wrong);
    t.throws(() => compareVersions(wrong, '1.0.0'), { instanceOf: FormatError });
  }
});

test('messages survive the round trip, and nothing else is accepted', t => {
  const manifest = { board: 'host', version: '1.0.0', security: 5, size: 100, sha256: 'ab'.repeat(32) };
  const announcement = { id: 9, ...manifest, signature: 'cd'.repeat(64) };
  t.deepEqual(decodeAnnouncement(encodeAnnouncement(announcement)), announcement);
  t.deepEqual(decodeAnnouncement(encodeAnnouncement({ id: 9, ...manifest })), { id: 9, ...manifest });
  t.deepEqual(decodeFetch(encodeFetch({ id: 1, offset: 2, length: 3 })), { id: 1, offset: 2, length: 3 });
  const chunk = { id: 1, offset: 4096, bytes: new Uint8Array([1, 2, 3]) };
  t.deepEqual(decodeChunk(encodeChunk(chunk)), chunk);
  const outcome = { id: 0, version: '1.0.0', state: 'refused', error: 'not signed' } as const;
  t.deepEqual(decodeOutcome(encodeOutcome(outcome)), outcome);
  for (const changed of [
    { size: 0 },
    { size: 2 ** 25 },
    { board: 'Host' },
    { sha256: 'AB'.repeat(32) },
    { security: -1 },
    { signature: 'cd' },
  ])
    t.throws(() => encodeAnnouncement({ ...announcement, ...changed }), { instanceOf: RangeError });
  t.throws(() => encodeFetch({ id: 1, offset: 0, length: MAX_CHUNK + 1 }), { instanceOf: RangeError });
  t.throws(() => encodeChunk({ id: 1, offset: 0, bytes: new Uint8Array(0) }), { instanceOf: RangeError });
  const bytes = encodeChunk(chunk);
  for (let length = 0; length < bytes.length; length++)
    t.throws(() => decodeChunk(bytes.subarray(0, length)), { instanceOf: FormatError });
  t.throws(() => decodeChunk(new Uint8Array([...bytes, 0])), { instanceOf: FormatError });
});

for (const [name, decode, encoded] of [
  [
    'announcement',
    decodeAnnouncement,
    encodeAnnouncement({
      id: 1,
      board: 'host',
      version: '1.0.0',
      security: 0,
      size: 9,
      sha256: 'ab'.repeat(32),
      signature: 'cd'.repeat(64),
    }),
  ],
  ['fetch', decodeFetch, encodeFetch({ id: 1, offset: 0, length: 1 })],
  ['chunk', decodeChunk, encodeChunk({ id: 1, offset: 0, bytes: new Uint8Array(20) })],
  ['outcome', decodeOutcome, encodeOutcome({ id: 1, version: '1.0.0', state: 'confirmed' })],
] as const)
  test(`100,000 malformed ${name} messages: a value in its bounds, or FormatError`, t => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(encoded.length), fc.nat(255)), { maxLength: 4 }),
        fc.nat(20),
        (flips, cut) => {
          const bytes = cut > 16 ? encoded.slice(0, encoded.length - (cut - 16)) : encoded.slice();
          for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
          try {
            decode(bytes);
            taken++;
          } catch (error) {
            if (!(error instanceof FormatError)) throw error;
          }
        },
      ),
      { numRuns: 100_000, seed: 4 },
    );
    t.true(taken > 0 && taken < 100_000);
  });
