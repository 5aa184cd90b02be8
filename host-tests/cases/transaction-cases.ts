import { bytesToHex, displayToHash, hashToDisplay, hexToBytes } from '../../firmware/domain/bytes.js';
import {
  checkTransaction,
  isCoinbase,
  MAX_MONEY,
  parseTransaction,
  serializeTransaction,
  type Transaction,
  transactionLength,
  transactionVsize,
  transactionWeight,
  txid,
  wtxid,
} from '../../firmware/domain/transaction.js';
import type { Case } from './case.js';
import { Random } from './random.js';
import { BIP143_TRANSACTION, BLOCK_170_PAYMENT } from './samples.js';

/** A random transaction; every field may have any value that its format can hold. */
export function randomTransaction(random: Random): Transaction {
  const inputs = Array.from({ length: random.between(1, 4) }, () => ({
    previous: { txid: random.bytes(32), index: random.u32() },
    scriptSig: random.bytes(random.below(random.bool() ? 4 : 300)),
    sequence: random.u32(),
    witness: [] as Uint8Array[],
  }));
  if (random.bool())
    for (const input of inputs)
      input.witness = Array.from({ length: random.below(4) }, () => random.bytes(random.below(120)));
  return {
    version: random.u32() | 0,
    inputs,
    outputs: Array.from({ length: random.between(1, 4) }, () => ({
      value: (BigInt(random.u32()) << 32n) | BigInt(random.u32()),
      script: random.bytes(random.below(60)),
    })),
    lockTime: random.u32(),
  };
}

export const cases: Case[] = [
  {
    name: 'transaction: the first payment (block 170)',
    run(t) {
      const payment = parseTransaction(hexToBytes(BLOCK_170_PAYMENT));
      t.equal(
        hashToDisplay(txid(payment)),
        'f4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16',
      );
      t.equal(wtxid(payment), txid(payment), 'without witness both are the same');
      t.equal(
        payment.outputs.map(output => output.value),
        [1_000_000_000n, 4_000_000_000n],
      );
      t.equal(payment.inputs[0]!.previous, {
        txid: displayToHash('0437cd7f8525ceed2324359c2d0ba26006d92d856a9c20fa0241106ee5a597c9'),
        index: 0,
      });
      t.equal(bytesToHex(serializeTransaction(payment)), BLOCK_170_PAYMENT);
      t.equal(transactionWeight(payment), 4 * (BLOCK_170_PAYMENT.length / 2));
      t.equal(checkTransaction(payment), undefined);
      t.ok(!isCoinbase(payment));
    },
  },
  {
    name: "transaction: BIP143's signed example, with and without its witness",
    run(t) {
      const bytes = hexToBytes(BIP143_TRANSACTION);
      const transaction = parseTransaction(bytes);
      t.equal(
        transaction.inputs.map(input => input.witness.length),
        [0, 2],
      );
      t.equal(transaction.lockTime, 17);
      t.equal(bytesToHex(serializeTransaction(transaction)), BIP143_TRANSACTION);
      const stripped = serializeTransaction(transaction, false);
      t.equal(transactionLength(transaction), bytes.length);
      t.equal(transactionLength(transaction, false), stripped.length);
      t.equal(transactionWeight(transaction), 3 * stripped.length + bytes.length);
      t.equal(transactionVsize(transaction), Math.ceil((3 * stripped.length + bytes.length) / 4));
      t.equal(
        hashToDisplay(txid(transaction)),
        'e8151a2af31c368a35053ddd4bdb285a8595c769a3ad83e0fa02314a602d4609',
      );
      t.equal(
        hashToDisplay(wtxid(transaction)),
        'c36c38370907df2324d9ce9d149d191192f338b37665a82e78e76a12c909b762',
      );
      t.equal(txid(parseTransaction(stripped)), txid(transaction));
    },
  },
  {
    name: 'transaction: 300 random ones serialise and parse to themselves',
    run(t) {
      const random = new Random(8);
      for (let i = 0; i < 300; i++) {
        const transaction = randomTransaction(random);
        const bytes = serializeTransaction(transaction);
        const again = parseTransaction(bytes);
        if (
          bytesToHex(serializeTransaction(again)) !== bytesToHex(bytes) ||
          bytes.length !== transactionLength(transaction)
        )
          t.equal(again, transaction, `transaction ${i}`);
      }
      const one = randomTransaction(random);
      t.equal(parseTransaction(serializeTransaction(one)), one);
    },
  },
  {
    name: 'transaction: every proper prefix and every byte too many is a FormatError',
    run(t) {
      for (const hex of [BLOCK_170_PAYMENT, BIP143_TRANSACTION]) {
        const bytes = hexToBytes(hex);
        for (let length = 0; length < bytes.length; length++)
          t.throws(() => parseTransaction(bytes.subarray(0, length)), /^FormatError/);
        const longer = new Uint8Array(bytes.length + 1);
        longer.set(bytes);
        t.throws(() => parseTransaction(longer), /^FormatError: 1 bytes too many/);
      }
    },
  },
  {
    name: 'transaction: malformed witness marks, counts and lengths are refused before anything is allocated',
    run(t) {
      const outpoint = `${'11'.repeat(32)}00000000`;
      const input = `${outpoint}00ffffffff`;
      const output = `010000000000000000`;
      const refused: [string, RegExp][] = [
        [`0100000000`, /truncated/],
        [`010000000000`, /unknown flags/],
        [`01000000000200`, /unknown flags/],
        [`01000000000100${'00'.repeat(8)}`, /without inputs/],
        [`0100000001${input}0000000000`, /without outputs/],
        [`01000000000101${input}01${output}0000000000`, /superfluous witness/],
        [`01000000fe00000001${input}`, /inputs announced/],
        [`0100000001${input}fe00000001`, /outputs announced/],
        [`01000000000101${input}01${output}fdffff00000000`, /witness items announced/],
        [`0100000001${outpoint}fe00000002`, /truncated/],
        [`0100000001${outpoint}fd0100aaffffffff01${output}00000000`, /shortest form/],
        [`0100000001${outpoint}ffffffffffffffffff`, /too large/],
      ];
      for (const [hex, pattern] of refused) {
        t.throws(() => parseTransaction(hexToBytes(hex)), /^FormatError/);
        t.throws(() => parseTransaction(hexToBytes(hex)), pattern);
      }
      t.equal(parseTransaction(hexToBytes(`0100000001${input}01${output}00000000`)).outputs.length, 1);
    },
  },
  {
    name: "transaction: Bitcoin Core's context-free checks, each broken in turn",
    run(t) {
      const good = parseTransaction(hexToBytes(BLOCK_170_PAYMENT));
      const [input, output] = [good.inputs[0]!, good.outputs[0]!];
      const nothing = { txid: new Uint8Array(32), index: 0xffffffff };
      const coinbase = (length: number): Transaction => ({
        ...good,
        inputs: [{ ...input, previous: nothing, scriptSig: new Uint8Array(length) }],
      });
      // The script of a million bytes is only a length: the check reads no more, and a board has no more.
      const broken: [Transaction, string | undefined][] = [
        [good, undefined],
        [{ ...good, inputs: [] }, 'bad-txns-vin-empty'],
        [{ ...good, outputs: [] }, 'bad-txns-vout-empty'],
        [{ ...good, outputs: [{ ...output, value: MAX_MONEY + 1n }] }, 'bad-txns-vout-toolarge'],
        [{ ...good, outputs: [{ ...output, value: MAX_MONEY }, output] }, 'bad-txns-txouttotal-toolarge'],
        [{ ...good, inputs: [input, { ...input, sequence: 1 }] }, 'bad-txns-inputs-duplicate'],
        [{ ...good, inputs: [input, { ...input, previous: { ...input.previous, index: 1 } }] }, undefined],
        [{ ...good, inputs: [input, { ...input, previous: nothing }] }, 'bad-txns-prevout-null'],
        [
          { ...good, outputs: [{ ...output, script: { length: 1_000_000 } as Uint8Array }] },
          'bad-txns-oversize',
        ],
        [coinbase(1), 'bad-cb-length'],
        [coinbase(2), undefined],
        [coinbase(100), undefined],
        [coinbase(101), 'bad-cb-length'],
      ];
      for (const [transaction, reason] of broken) t.equal(checkTransaction(transaction), reason);
      t.ok(isCoinbase(coinbase(2)));
    },
  },
  {
    name: 'transaction: values that cannot be written are refused',
    run(t) {
      const good = parseTransaction(hexToBytes(BLOCK_170_PAYMENT));
      t.throws(() => serializeTransaction({ ...good, inputs: [] }), /^RangeError/);
      t.throws(() => serializeTransaction({ ...good, outputs: [] }), /^RangeError/);
      t.throws(() => serializeTransaction({ ...good, lockTime: 2 ** 32 }), /^RangeError/);
      const outputs = [{ ...good.outputs[0]!, value: -1n }];
      t.throws(() => serializeTransaction({ ...good, outputs }), /^RangeError/);
      const inputs = [{ ...good.inputs[0]!, previous: { txid: new Uint8Array(31), index: 0 } }];
      t.throws(() => serializeTransaction({ ...good, inputs }), /^RangeError/);
    },
  },
];
