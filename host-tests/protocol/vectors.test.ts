import { readFileSync } from 'node:fs';
import test from 'ava';
import { hexToBytes } from '../../firmware/domain/bytes.js';
import { CODECS, fromVector, toVector } from '../cases/protocol-codecs.js';
import { VECTORS, type Vector, WORK } from '../cases/protocol-vectors.js';

// ava runs in the repository's root.
const page = JSON.parse(readFileSync('docs/protocol-vectors.json', 'utf8')) as {
  protocol: number;
  vectors: Vector[];
  work: typeof WORK;
};

test('docs/protocol-vectors.json says what the cases for XS say', t => {
  t.is(page.protocol, 1);
  t.deepEqual(page.vectors, [...VECTORS]);
  t.deepEqual(page.work, WORK);
});

test('every published vector goes both ways byte for byte', t => {
  for (const { message, name, value, hex, malformed } of page.vectors) {
    const { encode, decode } = CODECS[message]!;
    const bytes = hexToBytes(hex);
    if (malformed) {
      t.throws(() => decode!(bytes), { name: 'FormatError' }, `${message}: ${name}`);
      continue;
    }
    if (encode) t.is(Buffer.from(encode(fromVector(value) as never)).toString('hex'), hex, name);
    if (decode) t.deepEqual(toVector(decode(bytes)), value, name);
  }
});

test('every codec has vectors, and every decoder malformed ones', t => {
  for (const [message, { decode }] of Object.entries(CODECS)) {
    const own = page.vectors.filter(vector => vector.message === message);
    t.true(
      own.some(vector => !vector.malformed),
      message,
    );
    if (decode)
      t.true(
        own.some(vector => vector.malformed),
        message,
      );
  }
});

test('a Node Buffer is decoded into plain arrays of their own', t => {
  const job = CODECS.job!.decode!(Buffer.from(WORK.job, 'hex')) as { extranonce1: Uint8Array };
  t.is(job.extranonce1.constructor, Uint8Array);
  t.is(job.extranonce1.buffer.byteLength, job.extranonce1.length);
});
