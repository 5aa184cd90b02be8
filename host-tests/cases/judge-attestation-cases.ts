import {
  attest,
  checkAttestation,
  newKey,
  type Statement,
  verdictHash,
} from '../../firmware/domain/attestation.js';
import { concatBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import { sha256, taggedHash, useSha256 } from '../../firmware/domain/hash.js';
import type { Case } from './case.js';
import { Random } from './random.js';

const STATEMENT: Statement = {
  network: 'devnet',
  device: 'attic',
  txid: new Uint8Array(32).fill(0x11),
  wtxid: new Uint8Array(32).fill(0x22),
  verdict: 'valid',
  tipHash: new Uint8Array(32).fill(0x33),
  tipHeight: 0x01020304,
};

/** SHA-256 over the hash of BIP340's tag twice, by another program (Python's hashlib). */
const CHALLENGE_OF_NOTHING = 'c216d352f5818b7b4beacd4ae0a26fe888080823d2a598856661bcd54f1b3713';

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, character => character.charCodeAt(0));
}

export const cases: Case[] = [
  {
    name: 'attestation: what is signed is the tagged hash of the fields in their order',
    run(t) {
      const tag = sha256(ascii('mite/verdict/1'));
      const verdicts = ['valid', 'invalid', 'not-judged'] as const;
      verdicts.forEach((verdict, number) => {
        const message = concatBytes(
          Uint8Array.of(6),
          ascii('devnet'),
          Uint8Array.of(5),
          ascii('attic'),
          STATEMENT.txid,
          STATEMENT.wtxid,
          Uint8Array.of(number),
          STATEMENT.tipHash,
          Uint8Array.of(4, 3, 2, 1),
        );
        t.equal(verdictHash({ ...STATEMENT, verdict }), sha256(concatBytes(tag, tag, message)));
      });
      // BIP340's own tag.
      t.bytes(taggedHash('BIP0340/challenge', new Uint8Array(0)), CHALLENGE_OF_NOTHING);
    },
  },
  {
    name: 'attestation: a signature fits only one statement and one key',
    run(t) {
      const random = new Random(5301);
      const bytes = (length: number) => random.bytes(length);
      const secret = newKey(bytes, t.curve);
      const key = t.curve.publicKey(secret)!;
      const signature = attest(STATEMENT, secret, bytes, t.curve);
      const check = (change: Partial<Statement>) =>
        checkAttestation({ ...STATEMENT, ...change }, signature, key, t.curve);
      t.equal(signature.length, 64);
      t.ok(check({}));
      const other = new Uint8Array(32).fill(0x44);
      const changes: Partial<Statement>[] = [
        { network: 'signet' },
        { network: 'devne', device: 'tattic' },
        { device: 'attid' },
        { txid: other },
        { wtxid: other },
        { verdict: 'invalid' },
        { verdict: 'not-judged' },
        { tipHash: other },
        { tipHeight: 0x01020305 },
      ];
      for (const change of changes) t.equal(check(change), false, Object.keys(change).join());
      for (let i = 0; i < 64; i++) {
        const bent = signature.slice();
        bent[i]! ^= 1;
        t.equal(checkAttestation(STATEMENT, bent, key, t.curve), false);
      }
      t.equal(
        checkAttestation(STATEMENT, signature, t.curve.publicKey(newKey(bytes, t.curve))!, t.curve),
        false,
      );
      t.equal(checkAttestation(STATEMENT, signature.subarray(1), key, t.curve), false);
    },
  },
  {
    name: 'attestation: a statement that no board can make is refused, not signed',
    run(t) {
      const secret = new Uint8Array(32).fill(1);
      const key = t.curve.publicKey(secret)!;
      const zeros = (length: number) => new Uint8Array(length);
      const bad: Partial<Statement>[] = [
        { network: '' },
        { device: 'x'.repeat(65) },
        { device: 'a\n' },
        { device: 'dach\u00e9' },
        { txid: new Uint8Array(31) },
        { tipHeight: -1 },
        { tipHeight: 2 ** 32 },
        { verdict: 'maybe' as 'valid' },
      ];
      for (const change of bad) {
        const statement = { ...STATEMENT, ...change };
        t.throws(() => attest(statement, secret, zeros, t.curve), /^(RangeError|TypeError)/);
        t.equal(checkAttestation(statement, new Uint8Array(64), key, t.curve), false);
      }
    },
  },
  {
    name: 'attestation: a key is drawn again until it is valid',
    run(t) {
      const order = 'fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141';
      const draws = ['00'.repeat(32), order, 'ff'.repeat(32), '05'.repeat(32)];
      t.bytes(
        newKey(() => hexToBytes(draws.shift()!), t.curve),
        '05'.repeat(32),
      );
      t.throws(() => newKey(length => new Uint8Array(length), t.curve), /^Error: no key/);
    },
  },
  {
    name: 'hash: another SHA-256 is taken only when it agrees',
    run(t) {
      const bytes = new Uint8Array(100).fill(3);
      const right = sha256(bytes);
      t.equal(
        useSha256(() => new Uint8Array(32)),
        false,
      );
      t.equal(sha256(bytes), right);
    },
  },
];
