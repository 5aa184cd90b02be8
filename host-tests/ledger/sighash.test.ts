import { Transaction } from '@scure/btc-signer';
import test from 'ava';
import { bytesToHex, hexToBytes } from '../../firmware/domain/bytes.js';
import { isStrictDer } from '../../firmware/domain/der.js';
import { parseTransaction, txid } from '../../firmware/domain/transaction.js';
import { keyHashScriptCode, Sighash } from '../../trusted-node/ledger/rules/sighash.js';
import { makeKey, signedSpend } from './chain-maker.js';

test('BIP143: the native P2WPKH example', t => {
  const raw = hexToBytes(
    '0100000002fff7f7881a8099afa6940d42d1e7f6362bec38171ea3edf433541db4e4ad969f0000000000eeffffff' +
      'ef51e1b804cc89d182d279655c3aa89e815b1b309fe287d9b2b55d57b90ec68a0100000000ffffffff02202cb206000000001976a914' +
      '8280b37df378db99f66f85c95a783a76ac7a6d5988ac9093510d000000001976a9143bde42dbee7e4dbe6a21b2d50ce2f0167faa8159' +
      '88ac11000000',
  );
  const spent = [
    {
      value: 625_000_000n,
      script: hexToBytes('2103c9f4836b9a4f77fc0d81f7bcb01b7f1b35916864b9476c241ce9fc198bd25432ac'),
    },
    { value: 600_000_000n, script: hexToBytes('00141d0f172a0ecb48aee1be1f2687d2963ae33f71a1') },
  ];
  const program = hexToBytes('1d0f172a0ecb48aee1be1f2687d2963ae33f71a1');
  const hash = new Sighash(parseTransaction(raw), spent).v0(1, keyHashScriptCode(program), 1);
  t.is(bytesToHex(hash), 'c37af31116d1b27caf68aae9e3ac82f1477929014d5b917657d0eb49478cb670');
});

test('txid, BIP143 and BIP341 hashes equal those of btc-signer for every hash type', t => {
  const keys = [makeKey(1), makeKey(2, 'p2tr'), makeKey(3)];
  const coins = keys.map((key, i) => ({
    txid: new Uint8Array(32).fill(i + 1),
    index: i,
    value: 10_000n * BigInt(i + 1),
    key,
  }));
  const outputs = [
    { value: 7n, script: keys[0]!.script },
    { value: 11n, script: Uint8Array.of(0x6a, 1, 2) },
  ];
  const raw = signedSpend(coins, outputs, { sequence: 0xfffffffd, lockTime: 600 });
  const oracle = Transaction.fromRaw(raw, { allowUnknownOutputs: true });
  const ours = parseTransaction(raw);
  t.is(bytesToHex(txid(ours).reverse()), oracle.id);
  const spent = coins.map(({ value, key }) => ({ value, script: key.script }));
  const sighash = new Sighash(ours, spent);
  const annex = Uint8Array.of(0x50, 1, 2, 3);
  for (const type of [1, 2, 3, 0x81, 0x82, 0x83])
    for (const index of [0, 1, 2]) {
      const code = keyHashScriptCode(spent[0]!.script.subarray(2));
      t.deepEqual(
        sighash.v0(index, code, type),
        oracle.preimageWitnessV0(index, code, type, spent[index]!.value),
      );
    }
  for (const type of [0, 1, 2, 3, 0x81, 0x82, 0x83])
    for (const index of [0, 1, 2])
      for (const extra of [undefined, annex]) {
        const hash = sighash.v1(index, type, extra);
        if ((type & 3) === 3 && index === 2) t.is(hash, undefined);
        else
          t.deepEqual(
            hash,
            oracle.preimageWitnessV1(
              index,
              spent.map(o => o.script),
              type,
              spent.map(o => o.value),
              undefined,
              undefined,
              undefined,
              extra,
            ),
          );
      }
  t.is(sighash.v1(0, 0x80), undefined);
  t.is(sighash.v1(0, 4), undefined);
});

test('strict DER (BIP66)', t => {
  const good = '3006020101020101';
  t.true(isStrictDer(hexToBytes(good)));
  for (const bad of [
    '3106020101020101', // not a sequence
    '3007020101020101', // wrong length
    '30060202010102', // truncated
    '3006030101020101', // R is not an integer
    '3005020002020101', // R is empty
    '3006020181020101', // R is negative
    '300702020001020101', // R has a superfluous zero
    '300602010102018f', // S is negative
    '30070201010202000100', // S longer than said
  ])
    t.false(isStrictDer(hexToBytes(bad)), bad);
});
