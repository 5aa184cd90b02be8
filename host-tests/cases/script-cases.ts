/** Script on every engine: how far a board goes, and that it stops between the steps. */
import { concatBytes } from '../../firmware/domain/bytes.js';
import { sha256 } from '../../firmware/domain/hash.js';
import { Judging, judge } from '../../firmware/domain/judge/judge.js';
import { serializeTransaction } from '../../firmware/domain/transaction.js';
import { packSpent } from '../../firmware/protocol/mite/offer.js';
import type { Case } from './case.js';
import type { Offered } from './judge-mutations.js';

/** The generator as a key, and a signature that is well formed and of nothing. */
const KEY = concatBytes(
  Uint8Array.of(2),
  // biome-ignore format: as it is written
  Uint8Array.of(
    0x79, 0xbe, 0x66, 0x7e, 0xf9, 0xdc, 0xbb, 0xac, 0x55, 0xa0, 0x62, 0x95, 0xce, 0x87, 0x0b, 0x07,
    0x02, 0x9b, 0xfc, 0xdb, 0x2d, 0xce, 0x28, 0xd9, 0x59, 0xf2, 0x81, 0x5b, 0x16, 0xf8, 0x17, 0x98,
  ),
);
const SIGNATURE = Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1, 1);

/** As many inputs, each of which runs this script of a witness. */
function offerOf(script: Uint8Array, inputs: number, items: Uint8Array[] = []): Offered {
  const output = { value: 1000n, script: concatBytes(Uint8Array.of(0, 32), sha256(script)) };
  return {
    raw: serializeTransaction({
      version: 2,
      inputs: Array.from({ length: inputs }, (_, index) => ({
        previous: { txid: new Uint8Array(32).fill(7), index },
        scriptSig: new Uint8Array(0),
        sequence: 0,
        witness: [...items, script],
      })),
      outputs: [{ value: 900n, script: new Uint8Array(22) }],
      lockTime: 0,
    }),
    spent: packSpent(Array.from({ length: inputs }, () => output)),
  };
}

function repeated(part: readonly number[], count: number): Uint8Array {
  return Uint8Array.from(Array.from({ length: count }, () => part).flat());
}

/** 66 wrong signatures, which nothing minds: 2DUP CHECKSIG DROP, and then true. */
const SIGNATURES = concatBytes(
  Uint8Array.of(SIGNATURE.length),
  SIGNATURE,
  Uint8Array.of(KEY.length),
  KEY,
  repeated([0x6e, 0xac, 0x75], 66),
  Uint8Array.of(0x6d, 0x51),
);

export const cases: Case[] = [
  {
    name: 'script: 396 signatures are judged, in as many steps; 462 are too costly',
    run(t) {
      const judging = new Judging(offerOf(SIGNATURES, 6), t.curve);
      let steps = 1;
      let judgement = judging.step();
      for (; judgement === undefined; steps++) judgement = judging.step();
      t.equal([judgement.verdict, judgement.policy], ['valid', 'nullfail']);
      t.ok(steps > 396, String(steps));
      const { verdict, reason } = judge(offerOf(SIGNATURES, 7), t.curve);
      t.equal([verdict, reason], ['not-judged', 'too-costly']);
    },
  },
  {
    name: 'script: what a script makes has its bound, and what it drops makes room',
    run(t) {
      // Each of the items becomes a hash of 32 bytes, and stays.
      const kept = concatBytes(repeated([0xa8, 0x6b], 99), Uint8Array.of(0x51));
      const items = (count: number) => Array.from({ length: count }, () => Uint8Array.of(1));
      t.equal(judge(offerOf(kept, 1, items(99)), t.curve).verdict, 'valid');
      const dropped = concatBytes(repeated([0x76, 0xaa, 0x75], 66), Uint8Array.of(0x51, 0x77));
      t.equal(judge(offerOf(dropped, 3, items(1)), t.curve).verdict, 'valid');
    },
  },
  {
    name: 'script: the limits of Bitcoin Core, exactly',
    run(t) {
      const verdictOf = (script: Uint8Array, items?: Uint8Array[]) => {
        const { verdict, reason } = judge(offerOf(script, 1, items), t.curve);
        return verdict === 'valid' ? verdict : reason;
      };
      const nops = (count: number) => concatBytes(repeated([0x61], count), Uint8Array.of(0x51));
      t.equal(verdictOf(nops(201)), 'valid');
      t.equal(verdictOf(nops(202)), 'op-count');
      const push = (size: number) =>
        concatBytes(Uint8Array.of(0x4d, size & 0xff, size >>> 8), new Uint8Array(size).fill(1));
      t.equal(verdictOf(push(520)), 'valid');
      t.equal(verdictOf(push(521)), 'push-size');
      const drops = (count: number) => concatBytes(repeated([0x51, 0x75], count), Uint8Array.of(0x51));
      t.equal(verdictOf(drops(201)), 'valid');
      const long = (size: number) => padded(size);
      t.equal(verdictOf(long(10_000)), 'cleanstack');
      t.equal(verdictOf(long(10_001)), 'script-size');
      const deep = (size: number) => Array.from({ length: size }, () => Uint8Array.of(1));
      t.equal(verdictOf(Uint8Array.of(0x75), deep(1000)), 'cleanstack');
      t.equal(verdictOf(Uint8Array.of(0x75), deep(1001)), 'stack-size');
      t.equal(verdictOf(Uint8Array.of(0x76), deep(1000)), 'stack-size');
    },
  },
];

/** Pushes of 250 bytes, and single ones, until the script has that length. */
function padded(size: number): Uint8Array {
  const script = new Uint8Array(size).fill(0x51);
  for (let at = 0; at + 252 <= size; at += 252) script.set([0x4c, 250], at);
  return script;
}
