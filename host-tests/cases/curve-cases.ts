/** secp256k1: the board's native code on XS, the library on Node. @module */
import { ByteWriter, bytesToHex, concatBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import { sha256 } from '../../firmware/domain/hash.js';
import { BIP340_VECTORS } from './bip340-vectors.js';
import type { Case } from './case.js';
import {
  asEcdsa,
  N,
  P,
  type Signed,
  scalar,
  schnorrSample,
  spoilt,
  unchanged,
  verdict,
} from './curve-samples.js';
import { Random } from './random.js';

const ROUNDS = 250;
/** SHA-256 of what both implementations say to the inputs of the last case: signatures, keys, verdicts. */
const AGREED = 'd03386bb12467fcff7671e33cced2364c0bf3cbfbab85107f13160d8211b25bb';

/** Of the secret 1: the generator's x; its y is even. */
const GENERATOR = '79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798';
const HALF = N / 2n;

export const cases: Case[] = [
  {
    name: 'curve: BIP340 official vectors',
    run(t) {
      for (const [comment, secret, publicKey, auxiliary, message, signature, right] of BIP340_VECTORS) {
        const [key, text, signed] = [publicKey, message, signature].map(hexToBytes) as [
          Uint8Array,
          Uint8Array,
          Uint8Array,
        ];
        t.equal(t.curve.verifySchnorr(signed, text, key), right, comment || publicKey);
        if (secret === '') continue;
        t.bytes(t.curve.publicKey(hexToBytes(secret))!, publicKey);
        t.bytes(t.curve.signSchnorr(text, hexToBytes(secret), hexToBytes(auxiliary)), signature);
      }
    },
  },
  {
    name: "curve: a tweak of BIP341's vectors, and what is none",
    run(t) {
      const [internal, tweak, output] = [
        'd6889cb081036e0faefa3a35157ad71086b123b2b144b649798b494c300a961d',
        'b86e7be8f39bab32a6f2c0443abbc210f0edac0e2c53d501b36b64437d9c6c70',
        '53a1f6e454df1aa2776a2814a721372d6258050de330b3c6d10ee8f4e0dda343',
      ].map(hexToBytes) as [Uint8Array, Uint8Array, Uint8Array];
      const parities = [0, 1].filter(parity => t.curve.checkTweak(internal, tweak, parity, output));
      t.equal(parities.length, 1);
      const parity = parities[0]!;
      t.equal(t.curve.checkTweak(internal, output, parity, output), false);
      t.equal(t.curve.checkTweak(output, tweak, parity, output), false);
      t.equal(t.curve.checkTweak(internal, tweak, parity, internal), false);
      t.equal(t.curve.checkTweak(internal.subarray(1), tweak, parity, output), false);
      t.equal(t.curve.checkTweak(internal, scalar(N), parity, output), false);
      t.equal(t.curve.checkTweak(new Uint8Array(32), tweak, parity, output), false);
      // A tweak of 0 leaves the key, whose Y is even.
      t.equal(t.curve.checkTweak(internal, scalar(0n), 0, internal), true);
      t.equal(t.curve.checkTweak(internal, scalar(0n), 1, internal), false);
    },
  },
  {
    name: 'curve: secrets at the bounds',
    run(t) {
      t.bytes(t.curve.publicKey(scalar(1n))!, GENERATOR);
      t.bytes(t.curve.publicKey(scalar(N - 1n))!, GENERATOR);
      const message = new Uint8Array(32);
      for (const secret of [0n, N, N + 1n, (1n << 256n) - 1n]) {
        t.equal(t.curve.publicKey(scalar(secret)), undefined);
        t.throws(() => t.curve.signSchnorr(message, scalar(secret), message), /^RangeError: secret/);
      }
      for (const length of [0, 31, 33]) {
        const odd = new Uint8Array(length).fill(1);
        const even = scalar(1n);
        t.equal(t.curve.publicKey(odd), undefined);
        t.throws(() => t.curve.signSchnorr(odd, even, even), /^RangeError: message/);
        t.throws(() => t.curve.signSchnorr(even, odd, even), /^RangeError: secret/);
        t.throws(() => t.curve.signSchnorr(even, even, odd), /^RangeError: auxiliary/);
      }
      for (const secret of [1n, N - 1n]) {
        const signature = t.curve.signSchnorr(message, scalar(secret), message);
        t.ok(t.curve.verifySchnorr(signature, message, hexToBytes(GENERATOR)));
      }
    },
  },
  {
    name: 'curve: ECDSA: high s, numbers out of range, other key forms, lengths',
    run(t) {
      const right = asEcdsa(schnorrSample(t.curve, new Random(1)));
      const [r, s] = [right.signature.subarray(0, 32), right.signature.subarray(32)];
      const key = right.publicKey;
      const value = BigInt(`0x${bytesToHex(s)}`);
      const ecdsa = (change: Partial<Signed>) => verdict(t.curve, { ...right, ...change });
      t.ok(ecdsa({}));
      t.ok(value <= HALF);
      t.equal(ecdsa({ signature: concatBytes(r, scalar(N - value)) }), false, 'high s');
      for (const bad of [0n, N, N + value, N - 1n, HALF + 1n, (1n << 256n) - 1n])
        if (bad < 1n << 256n)
          t.equal(ecdsa({ signature: concatBytes(r, scalar(bad)) }), false, `s ${bad.toString(16)}`);
      for (const bad of [0n, N, P - N, P, (1n << 256n) - 1n])
        t.equal(ecdsa({ signature: concatBytes(scalar(bad), s) }), false, `r ${bad.toString(16)}`);
      t.equal(ecdsa({ signature: new Uint8Array(64) }), false, 'r = s = 0');
      // The other y has the negated key; prefixes of other forms, the point at infinity's, x outside the field.
      for (const prefix of [3, 0, 1, 4, 5, 6, 7, 0xff])
        t.equal(
          ecdsa({ publicKey: concatBytes(Uint8Array.of(prefix), key.subarray(1)) }),
          false,
          `${prefix}`,
        );
      for (const x of [0n, 5n, P, P + 1n, (1n << 256n) - 1n])
        t.equal(ecdsa({ publicKey: concatBytes(Uint8Array.of(2), scalar(x)) }), false, `x ${x}`);
      // Hybrid and uncompressed keys of the generator, which are right ones elsewhere.
      const y = hexToBytes('483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8');
      for (const prefix of [4, 6, 7])
        t.equal(
          ecdsa({ publicKey: concatBytes(Uint8Array.of(prefix), hexToBytes(GENERATOR), y) }),
          false,
          `65 bytes, ${prefix}`,
        );
      for (const part of ['signature', 'message', 'publicKey'] as const) {
        const bytes = right[part];
        t.equal(ecdsa({ [part]: bytes.subarray(1) }), false, `${part} short`);
        t.equal(ecdsa({ [part]: bytes.subarray(0, bytes.length - 1) }), false, `${part} short`);
        t.equal(ecdsa({ [part]: concatBytes(bytes, Uint8Array.of(0)) }), false, `${part} long`);
        t.equal(ecdsa({ [part]: new Uint8Array(0) }), false, `${part} empty`);
      }
    },
  },
  {
    name: "curve: ECDSA: a sum at infinity, an x above the group's order",
    run(t) {
      // With the secret 1 and hash -r, u1·G + u2·Q is 0 for every s.
      const key = concatBytes(Uint8Array.of(2), hexToBytes(GENERATOR));
      for (const r of [1n, 2n, HALF, N - 1n])
        t.equal(t.curve.verifyEcdsa(concatBytes(scalar(r), scalar(7n)), scalar(N - r), key), false);
      // R's x is n + 2, so r is 2: right, and compared modulo n. Made with @noble/curves.
      const odd = hexToBytes('02a918fb49d86126117b0df4e0af058d7193dd32650ce23c5b3cf4f27c80b3e1ad');
      const [s, hash] = [scalar(123456789123456789n), scalar(987654321n)];
      t.ok(t.curve.verifyEcdsa(concatBytes(scalar(2n), s), hash, odd));
      t.equal(t.curve.verifyEcdsa(concatBytes(scalar(N + 2n), s), hash, odd), false);
      t.equal(t.curve.verifyEcdsa(concatBytes(scalar(3n), s), hash, odd), false);
    },
  },
  {
    name: 'curve: BIP340: lengths',
    run(t) {
      const right = schnorrSample(t.curve, new Random(2));
      t.ok(verdict(t.curve, right));
      for (const part of ['signature', 'message', 'publicKey'] as const)
        for (const length of [0, 31, 33, 63, 65])
          t.equal(verdict(t.curve, { ...right, [part]: new Uint8Array(length) }), false, `${part} ${length}`);
      t.equal(
        verdict(t.curve, { ...right, publicKey: concatBytes(Uint8Array.of(2), right.publicKey) }),
        false,
      );
    },
  },
  {
    name: 'curve: anything but bytes throws; views at odd offsets',
    run(t) {
      const right = schnorrSample(t.curve, new Random(3));
      for (const wrong of [undefined, null, 7, 'text', {}]) {
        const not = wrong as unknown as Uint8Array;
        t.throws(() => t.curve.signSchnorr(not, right.message, right.message), /Error/);
        t.throws(() => t.curve.signSchnorr(right.message, not, right.message), /Error/);
      }
      // Views into one buffer, at odd offsets.
      const { signature, message, publicKey } = right;
      const all = concatBytes(Uint8Array.of(9), signature, message, publicKey);
      t.ok(t.curve.verifySchnorr(all.subarray(1, 65), all.subarray(65, 97), all.subarray(97, 129)));
    },
  },
  {
    name: `curve: ${ROUNDS} keys, signatures and 2,000 spoilt ones: native code and @noble/curves say the same`,
    run(t) {
      const random = new Random(340);
      // Per round: the key, the signature, eight verdicts.
      const said = new ByteWriter(ROUNDS * (32 + 64 + 8));
      for (let round = 0; round < ROUNDS; round++) {
        const schnorr = schnorrSample(t.curve, random);
        const ecdsa = asEcdsa(schnorr);
        said.bytes(schnorr.publicKey).bytes(schnorr.signature);
        for (const sample of [schnorr, ecdsa]) {
          t.ok(verdict(t.curve, sample), `${sample.kind} ${round}`);
          for (let i = 0; i < 4; i++) {
            const wrong = spoilt(random, sample);
            const right = verdict(t.curve, wrong);
            t.equal(right, unchanged(wrong, sample), `${sample.kind} ${round} ${i}`);
            said.u8(Number(right));
          }
        }
      }
      t.bytes(sha256(said.toBytes()), AGREED);
    },
  },
];
