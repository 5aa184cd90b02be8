/** The domain against independent code: node:crypto for hashing, @scure/btc-signer for transactions. */
import { createHash } from 'node:crypto';
import { RawTx, Transaction as ScureTransaction } from '@scure/btc-signer';
import test from 'ava';
import { parseBlock } from '../../firmware/domain/block.js';
import { bytesToHex, hashToDisplay, hexToBytes } from '../../firmware/domain/bytes.js';
import { sha256, sha256d } from '../../firmware/domain/hash.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import {
  isCoinbase,
  parseTransaction,
  serializeTransaction,
  type Transaction,
  transactionVsize,
  transactionWeight,
  txid,
  wtxid,
} from '../../firmware/domain/transaction.js';
import { Random } from '../cases/random.js';
import { BIP143_TRANSACTION, BLOCK_170_PAYMENT } from '../cases/samples.js';
import { randomTransaction } from '../cases/transaction-cases.js';
import { vector } from './vectors.js';

const nodeSha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const nodeTxid = (bytes: Uint8Array) => nodeSha256(nodeSha256(bytes)).reverse().toString('hex');

/** What @scure/btc-signer reads from the same bytes, in our words. */
function readByScure(bytes: Uint8Array): Transaction {
  const raw = RawTx.decode(bytes);
  return {
    version: raw.version,
    inputs: raw.inputs.map((input, index) => ({
      previous: { txid: Uint8Array.from(input.txid).reverse(), index: input.index },
      scriptSig: Uint8Array.from(input.finalScriptSig),
      sequence: input.sequence,
      witness: (raw.witnesses?.[index] ?? []).map(item => Uint8Array.from(item)),
    })),
    outputs: raw.outputs.map(output => ({ value: output.amount, script: Uint8Array.from(output.script) })),
    lockTime: raw.lockTime,
  };
}

test('SHA-256 of every length 0..300 matches node:crypto', t => {
  const random = new Random(21);
  for (let length = 0; length <= 300; length++) {
    const bytes = random.bytes(length);
    t.is(bytesToHex(sha256(bytes)), nodeSha256(bytes).toString('hex'));
    t.is(bytesToHex(sha256d(bytes)), nodeSha256(nodeSha256(bytes)).toString('hex'));
  }
});

test('known transactions are read, named and weighed as by @scure/btc-signer', t => {
  for (const hex of [BLOCK_170_PAYMENT, BIP143_TRANSACTION]) {
    const bytes = hexToBytes(hex);
    const transaction = parseTransaction(bytes);
    const scure = ScureTransaction.fromRaw(bytes, {
      allowUnknownInputs: true,
      allowUnknownOutputs: true,
      disableScriptCheck: true,
    });
    t.is(hashToDisplay(txid(transaction)), scure.id);
    t.is(hashToDisplay(wtxid(transaction)), nodeTxid(bytes));
    t.is(transactionWeight(transaction), scure.weight);
    t.is(transactionVsize(transaction), scure.vsize);
    t.deepEqual(transaction, readByScure(bytes));
  }
});

test('2,000 random transactions are read as by @scure/btc-signer', t => {
  const random = new Random(22);
  for (let i = 0; i < 2000; i++) {
    const transaction = randomTransaction(random);
    const bytes = serializeTransaction(transaction);
    const scure = readByScure(bytes);
    if (bytesToHex(serializeTransaction(scure)) !== bytesToHex(bytes))
      t.deepEqual(scure, transaction, `transaction ${i}`);
    if (i < 50) t.deepEqual(scure, transaction);
  }
  t.pass();
});

test('every transaction of block 830,000: txid, wtxid and fields', t => {
  const bytes = vector(t, 'mainnet-block-830000.bin');
  if (!bytes) return;
  let compared = 0;
  for (const transaction of parseBlock(bytes).transactions) {
    const raw = serializeTransaction(transaction);
    t.is(hashToDisplay(wtxid(transaction)), nodeTxid(raw));
    t.is(hashToDisplay(txid(transaction)), nodeTxid(serializeTransaction(transaction, false)));
    const scure = readByScure(raw);
    if (bytesToHex(serializeTransaction(scure)) !== bytesToHex(raw)) t.deepEqual(scure, transaction);
    if (!isCoinbase(transaction)) {
      const lax = {
        allowUnknownInputs: true,
        allowUnknownOutputs: true,
        allowUnknownVersion: true,
        disableScriptCheck: true,
      };
      t.is(hashToDisplay(txid(transaction)), ScureTransaction.fromRaw(raw, lax).id);
    }
    compared++;
  }
  t.log(`${compared} transactions`);
});

test("the devnet's genesis block holds what it claims", t => {
  const { genesis } = NETWORKS.devnet;
  const coinbase = parseTransaction(genesis.coinbase);
  const text = Buffer.from(coinbase.inputs[0]!.scriptSig.subarray(1)).toString('latin1');
  t.is(text, 'Mite devnet: trusted to store and relay, not trusted blindly');
  t.deepEqual(coinbase.outputs, [{ value: 0n, script: Uint8Array.of(0x6a) }]);
  t.is(genesis.header.time, Date.UTC(2026, 0, 1) / 1000);
});

test("Node's Buffers are read like any other bytes, and the result does not share their memory", t => {
  const buffer = Buffer.from(BIP143_TRANSACTION, 'hex');
  const transaction = parseTransaction(buffer);
  buffer.fill(0);
  t.is(bytesToHex(serializeTransaction(transaction)), BIP143_TRANSACTION);
  t.false(Buffer.isBuffer(transaction.inputs[0]!.scriptSig));
});
