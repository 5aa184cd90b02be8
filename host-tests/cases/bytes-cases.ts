import {
  asciiToBytes,
  ByteReader,
  ByteWriter,
  bytesToHex,
  compareBytes,
  displayToHash,
  equalBytes,
  hashToDisplay,
  hexToBytes,
} from '../../firmware/domain/bytes.js';
import { sha256, sha256d, sha256dOfParts } from '../../firmware/domain/hash.js';
import { messageOf } from '../../firmware/domain/message-of.js';
import type { Case } from './case.js';
import { Random } from './random.js';

const read = (hex: string) => new ByteReader(hexToBytes(hex));

export const cases: Case[] = [
  {
    name: 'errors: whatever was thrown says something',
    run(t) {
      t.equal(messageOf(new RangeError('too long')), 'too long');
      t.equal(messageOf(new RangeError('too long'), 'storage failed'), 'too long');
      for (const thrown of [undefined, null, 'text', { message: 'none' }]) {
        t.equal(messageOf(thrown), 'unknown error');
        t.equal(messageOf(thrown, 'storage failed'), 'storage failed');
      }
    },
  },
  {
    name: 'bytes: integers are little-endian and signed where they say so',
    run(t) {
      const reader = read('010203040506ffffff7f000000800807060504030201');
      t.equal(reader.u8(), 1);
      t.equal(reader.u16(), 0x0302);
      t.equal(reader.bytes(3), Uint8Array.of(4, 5, 6));
      t.equal(reader.i32(), 0x7fffffff);
      t.equal(reader.i32(), -0x80000000);
      t.equal(reader.u64(), 0x0102030405060708n);
      reader.end();
    },
  },
  {
    name: 'bytes: a writer gives back what a reader reads',
    run(t) {
      const random = new Random(1);
      for (let round = 0; round < 50; round++) {
        const [a, b, c, d, e] = [
          random.below(256),
          random.below(65536),
          random.u32(),
          random.u32() | 0,
          random.u32(),
        ];
        const tail = random.bytes(random.below(80));
        const writer = new ByteWriter(random.below(8));
        writer
          .u8(a)
          .u16(b)
          .u32(c)
          .i32(d)
          .u64(BigInt(e) << 31n)
          .varint(tail.length)
          .bytes(tail);
        const reader = new ByteReader(writer.toBytes());
        t.equal(
          [
            reader.u8(),
            reader.u16(),
            reader.u32(),
            reader.i32(),
            reader.u64(),
            reader.bytes(reader.varint()),
          ],
          [a, b, c, d, BigInt(e) << 31n, tail],
        );
        reader.end();
      }
    },
  },
  {
    name: 'bytes: reading past the end or leaving bytes is a FormatError',
    run(t) {
      t.throws(() => read('010203').u32(), /^FormatError: truncated/);
      t.throws(() => read('').u8(), /^FormatError/);
      t.throws(() => read('00').bytes(2), /^FormatError/);
      t.throws(() => read('00').view(2), /^FormatError/);
      t.throws(() => read('00').bytes(-1), /^RangeError/);
      t.throws(() => read('00').bytes(0.5), /^RangeError/);
      t.throws(() => read('00').end(), /^FormatError: 1 bytes too many/);
      t.throws(() => new ByteReader('00' as unknown as Uint8Array), /^TypeError/);
    },
  },
  {
    name: 'bytes: a failed read consumes nothing',
    run(t) {
      const reader = read('0102');
      t.throws(() => reader.u32(), /^FormatError/);
      t.equal(reader.remaining, 2);
      t.equal(reader.u16(), 0x0201);
    },
  },
  {
    name: 'bytes: compact sizes in their shortest form only, at most 0x02000000',
    run(t) {
      const forms: [number, string][] = [
        [0, '00'],
        [252, 'fc'],
        [253, 'fdfd00'],
        [0xffff, 'fdffff'],
        [0x10000, 'fe00000100'],
        [0x02000000, 'fe00000002'],
      ];
      for (const [value, hex] of forms) {
        t.bytes(new ByteWriter().varint(value).toBytes(), hex);
        t.equal(read(hex).varint(), value);
      }
      for (const hex of ['fdfc00', 'fe00000000', 'feffff0000', 'ffffffffff00000000'])
        t.throws(() => read(hex).varint(), /^FormatError: .*shortest/);
      for (const hex of ['fe01000002', 'ff0000000001000000', 'ffffffffffffffffff'])
        t.throws(() => read(hex).varint(), /^FormatError: .*too large/);
      t.throws(() => new ByteWriter().varint(0x02000001), /^RangeError/);
    },
  },
  {
    name: 'bytes: a writer refuses what does not fit',
    run(t) {
      const writer = new ByteWriter();
      t.throws(() => writer.u8(256), /^RangeError/);
      t.throws(() => writer.u16(-1), /^RangeError/);
      t.throws(() => writer.u32(2 ** 32), /^RangeError/);
      t.throws(() => writer.u32(1.5), /^RangeError/);
      t.throws(() => writer.u32(Number.NaN), /^RangeError/);
      t.throws(() => writer.i32(2 ** 31), /^RangeError/);
      t.throws(() => writer.u64(1n << 64n), /^RangeError/);
      t.throws(() => writer.u64(-1n), /^RangeError/);
      t.throws(() => writer.u64(1 as unknown as bigint), /^TypeError/);
      t.throws(() => writer.u32('1' as unknown as number), /^TypeError/);
      t.equal(writer.length, 0);
    },
  },
  {
    name: 'bytes: comparison, display order and hex',
    run(t) {
      t.ok(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2)));
      t.ok(!equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1)));
      t.ok(compareBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3)) < 0);
      t.ok(compareBytes(Uint8Array.of(1, 2), Uint8Array.of(1)) > 0);
      const hash = new Uint8Array(32);
      hash[0] = 0xab;
      const display = `${'0'.repeat(62)}ab`;
      t.equal(hashToDisplay(hash), display);
      t.equal(displayToHash(display), hash);
      t.throws(() => displayToHash('ab'), /^RangeError/);
      t.throws(() => displayToHash('z'.repeat(64)), /^RangeError/);
      t.throws(() => hashToDisplay(new Uint8Array(31)), /^RangeError/);
      t.throws(() => hexToBytes('abc'), /^RangeError/);
      t.equal(bytesToHex(asciiToBytes('/mite/')), '2f6d6974652f');
      t.throws(() => asciiToBytes('é'), /^RangeError/);
    },
  },
  {
    name: 'hash: SHA-256 of FIPS 180-4, and doubled',
    run(t) {
      t.bytes(sha256(new Uint8Array(0)), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
      t.bytes(
        sha256(asciiToBytes('abc')),
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      );
      t.bytes(
        sha256(asciiToBytes('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')),
        '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
      );
      t.bytes(
        sha256d(asciiToBytes('hello')),
        '9595c9df90075148eb06860365df33584b75bff782a510c6cd4883a419833d50',
      );
    },
  },
  {
    name: 'hash: of parts equals the hash of the whole, wherever it is cut',
    run(t) {
      const random = new Random(2);
      for (let round = 0; round < 20; round++) {
        const whole = random.bytes(random.below(300));
        const a = random.below(whole.length + 1);
        const b = random.between(a, whole.length);
        t.equal(
          sha256dOfParts(whole.subarray(0, a), whole.subarray(a, b), whole.subarray(b)),
          sha256d(whole),
        );
      }
    },
  },
];
