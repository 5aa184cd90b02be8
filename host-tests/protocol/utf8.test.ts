import test from 'ava';
import fc from 'fast-check';
import { decodeUtf8, encodeUtf8, utf8Length } from '../../firmware/protocol/utf8.js';

test('utf8: Buffer agrees on every text, TextDecoder on every byte string', t => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), value => {
      const encoded = encodeUtf8(value);
      t.deepEqual(Buffer.from(encoded), Buffer.from(value, 'utf8'));
      t.is(utf8Length(value), encoded.length);
      t.is(decodeUtf8(encoded), value);
    }),
    { numRuns: 2000, seed: 1 },
  );
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const byte = fc.oneof(
    fc.nat({ max: 0x7f }),
    fc.integer({ min: 0x80, max: 0xff }),
    fc.constantFrom(0xc2, 0xe0, 0xed, 0xf0, 0xf4),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 6 }), values => {
      const input = new Uint8Array(values);
      let expected: string | undefined;
      try {
        expected = decoder.decode(input);
      } catch {
        t.throws(() => decodeUtf8(input), { name: 'FormatError' });
        return;
      }
      t.is(decodeUtf8(input), expected);
    }),
    { numRuns: 20_000, seed: 1 },
  );
});
