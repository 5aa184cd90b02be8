import { bytesToHex, hexToBytes } from '../../firmware/domain/bytes.js';
import { compactFromDer, isStrictDer } from '../../firmware/domain/der.js';
import { judge } from '../../firmware/domain/judge/judge.js';
import type { InputPlace } from '../../firmware/domain/script/input-place.js';
import { SignatureHashes, scratchLength } from '../../firmware/domain/script/signature-hash.js';
import { parseTransaction, transactionWeight, txid, wtxid } from '../../firmware/domain/transaction.js';
import { viewTransaction, viewTxid, viewWeight, viewWtxid } from '../../firmware/domain/transaction-view.js';
import type { Case } from './case.js';
import { type Offered, unpackSpent } from './judge-mutations.js';
import { BIP143, BIP341, CORE, offerOf } from './judge-vectors.js';
import { BIP143_TRANSACTION } from './samples.js';

const BIP143_P2WPKH = offerOf({
  raw: BIP143_TRANSACTION,
  spent: [
    [625_000_000n, '2103c9f4836b9a4f77fc0d81f7bcb01b7f1b35916864b9476c241ce9fc198bd25432ac'],
    [600_000_000n, '00141d0f172a0ecb48aee1be1f2687d2963ae33f71a1'],
  ],
});

/** Where input `index` is, by another parser than the judge's: the offsets of a transaction without scriptSigs. */
function placeOf({ raw, spent }: Offered, index: number): InputPlace {
  const { inputs, outputs } = parseTransaction(raw);
  let at = 7;
  for (let i = 0; i < index; i++) at += 41 + inputs[i]!.scriptSig.length;
  const sequence = at + 37 + inputs[index]!.scriptSig.length;
  let output = 8 + inputs.reduce((sum, { scriptSig }) => sum + 41 + scriptSig.length, 0);
  for (let i = 0; i < index && i < outputs.length; i++) output += 9 + outputs[i]!.script.length;
  const has = index < outputs.length;
  let value = 0;
  const coins = unpackSpent(spent);
  for (let i = 0; i < index; i++) value += 10 + coins[i]!.script.length;
  return {
    index,
    outpoint: at,
    sequence,
    output: has ? output : -1,
    outputEnd: has ? output + 9 + outputs[index]!.script.length : -1,
    value,
    script: value + 10,
    scriptEnd: value + 10 + coins[index]!.script.length,
  };
}

function hashesOf({ raw, spent }: Offered): SignatureHashes {
  return new SignatureHashes(viewTransaction(raw), spent, new Uint8Array(scratchLength(raw, spent)));
}

export const cases: Case[] = [
  {
    name: 'judge: the hash that BIP143 says its native P2WPKH input signs',
    run(t) {
      const hash = hashesOf(BIP143_P2WPKH).keyHash(placeOf(BIP143_P2WPKH, 1), 1);
      t.bytes(hash, 'c37af31116d1b27caf68aae9e3ac82f1477929014d5b917657d0eb49478cb670');
    },
  },
  {
    name: 'judge: the hashes that BIP341 says its inputs sign',
    run(t) {
      const offer = offerOf(BIP341);
      const hashes = hashesOf(offer);
      for (const [index, hashType, expected] of BIP341.hashes)
        t.bytes(hashes.taproot(placeOf(offer, index), hashType, -1, -1), expected, `input ${index}`);
    },
  },
  {
    name: 'judge: the signed transaction of BIP143 is valid, and no more with a bit of it changed',
    run(t) {
      const { verdict, reason, fee } = judge(BIP143_P2WPKH, t.curve);
      t.equal([verdict, reason, fee], ['valid', 'ok', 1_225_000_000n - 335_790_000n]);
      const raw = BIP143_P2WPKH.raw.slice();
      raw[raw.length - 60]! ^= 1;
      t.equal(judge({ ...BIP143_P2WPKH, raw }, t.curve).reason, 'sig-wrong');
      const spent = BIP143_P2WPKH.spent.slice();
      spent[45]! ^= 1; // the value of the P2WPKH output
      t.equal(judge({ ...BIP143_P2WPKH, spent }, t.curve).reason, 'sig-wrong');
    },
  },
  {
    name: "judge: BIP143's other examples and Bitcoin Core's are judged rightly",
    run(t) {
      for (const vector of [...BIP143, ...CORE]) {
        const { verdict, reason } = judge(offerOf(vector), t.curve);
        t.equal([verdict, reason], [vector.verdict, vector.reason], vector.name);
      }
    },
  },
  {
    name: "judge: each of BIP341's signatures is right, and none is any more with a bit changed",
    run(t) {
      const offer = offerOf(BIP341);
      const { verdict, reason } = judge(offer, t.curve);
      t.equal([verdict, reason], ['valid', 'ok']);
      const { inputs } = parseTransaction(offer.raw);
      const text = bytesToHex(offer.raw);
      for (const { witness } of inputs) {
        if (witness.length === 0) continue;
        const at = text.indexOf(bytesToHex(witness[0]!)) / 2;
        const raw = offer.raw.slice();
        raw[at + 40]! ^= 4;
        t.equal(judge({ ...offer, raw }, t.curve).verdict, 'invalid', bytesToHex(witness[0]!));
      }
    },
  },
  {
    name: 'judge: ids and weight by offsets are those of the parsed transaction',
    run(t) {
      for (const vector of [...BIP143, ...CORE, BIP341]) {
        const raw = hexToBytes(vector.raw);
        if (vector === CORE[6]) continue; // without outputs: no transaction here
        const view = viewTransaction(raw);
        const transaction = parseTransaction(raw);
        t.equal(viewTxid(view), txid(transaction));
        t.equal(viewWtxid(view), wtxid(transaction));
        t.equal(viewWeight(view), transactionWeight(transaction));
        // Where it is in something longer does not matter.
        const longer = new Uint8Array(raw.length + 20).fill(7);
        longer.set(raw, 9);
        const inside = viewTransaction(longer, 9);
        t.equal([inside.end, viewTxid(inside)], [9 + raw.length, txid(transaction)]);
      }
    },
  },
  {
    name: 'der: S may be half the order, not one more',
    run(t) {
      const half = '7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0';
      const der = (s: string) => hexToBytes(`30250201010220${s}`);
      t.bytes(compactFromDer(der(half))!, `${'00'.repeat(31)}01${half}`);
      t.equal(compactFromDer(der(`${half.slice(0, -2)}a1`)), undefined);
      t.equal(compactFromDer(der(`7f${'ff'.repeat(31)}`)), undefined);
      t.ok(compactFromDer(der(`01${'ff'.repeat(31)}`)));
      t.ok(isStrictDer(der(`7f${'ff'.repeat(31)}`)));
    },
  },
];
