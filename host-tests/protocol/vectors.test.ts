import { readFileSync } from 'node:fs';
import test from 'ava';
import { hexToBytes } from '../../firmware/domain/bytes.js';
import { reasonText } from '../../firmware/protocol/mite/verdict.js';
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

test('a Node Buffer is decoded into separate plain arrays', t => {
  const job = CODECS.job!.decode!(Buffer.from(WORK.job, 'hex')) as { extranonce1: Uint8Array };
  t.is(job.extranonce1.constructor, Uint8Array);
  t.is(job.extranonce1.buffer.byteLength, job.extranonce1.length);
});

test('docs/protocol.md lists the reasons of a verdict correctly', t => {
  const text = readFileSync('docs/protocol.md', 'utf8');
  const table = text.slice(text.indexOf('| Reason |'), text.indexOf('### getproof'));
  const listed = [...table.matchAll(/^\| (\d+) +\| (\S+) +\|/gm)].map(([, code, reason]) => [
    Number(code),
    reason,
  ]);
  const known: [number, string][] = [];
  for (let code = 0; code <= 255; code++) {
    const reason = reasonText(code);
    if (reason !== undefined) known.push([code, reason]);
  }
  t.deepEqual(listed, known);
});
