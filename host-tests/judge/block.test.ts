/** The judge's parser and the inclusion proofs on a whole block of mainnet. */
import test from 'ava';
import { parseBlock } from '../../firmware/domain/block.js';
import { equalBytes, hashToDisplay } from '../../firmware/domain/bytes.js';
import { checkBranch, checkTxOutProof } from '../../firmware/domain/inclusion.js';
import { judge } from '../../firmware/domain/judge/judge.js';
import { merkleBranch, merkleRoot } from '../../firmware/domain/merkle.js';
import { transactionLength, transactionWeight, txid, wtxid } from '../../firmware/domain/transaction.js';
import {
  Cursor,
  hasRepeatedOutpoint,
  strippedLength,
  type TransactionView,
  viewTransaction,
  viewTxid,
  viewWeight,
  viewWtxid,
} from '../../firmware/domain/transaction-view.js';
import { packSpent } from '../../firmware/protocol/mite/offer.js';
import { curve } from '../../trusted-node/common/curve.js';
import { vector } from '../domain/vectors.js';

function viewBlock(bytes: Uint8Array): TransactionView[] {
  const cursor = new Cursor(bytes, 80);
  const count = cursor.compact();
  const views: TransactionView[] = [];
  for (let i = 0; i < count; i++) {
    const view = viewTransaction(bytes, cursor.at);
    views.push(view);
    cursor.at = view.end;
  }
  return views;
}

test('block 830,000 by offsets: ids, lengths, weights, merkle root', t => {
  const bytes = vector(t, 'mainnet-block-830000.bin');
  if (!bytes) return;
  const { transactions, header } = parseBlock(bytes);
  const views = viewBlock(bytes);
  t.is(views.length, transactions.length);
  t.is(views.at(-1)!.end, bytes.length);
  views.forEach((view, i) => {
    const transaction = transactions[i]!;
    t.true(equalBytes(viewTxid(view), txid(transaction)), `txid ${i}`);
    t.true(equalBytes(viewWtxid(view), wtxid(transaction)), `wtxid ${i}`);
    t.is(viewWeight(view), transactionWeight(transaction));
    t.is(strippedLength(view), transactionLength(transaction, false));
    t.is(view.inputCount, transaction.inputs.length);
    t.is(view.outputCount, transaction.outputs.length);
    t.false(hasRepeatedOutpoint(view));
  });
  t.deepEqual(merkleRoot(views.map(view => viewTxid(view))), header.merkleRoot);
  t.log(`${views.length} transactions`);
});

test('block 830,000: its transactions are never valid for made-up outputs, but well formed', t => {
  const bytes = vector(t, 'mainnet-block-830000.bin');
  if (!bytes) return;
  const reasons = new Map<string, number>();
  viewBlock(bytes).forEach((view, i) => {
    const raw = bytes.slice(view.start, view.end);
    const value = 2_000_000_000_000_000n / BigInt(view.inputCount);
    for (const script of [new Uint8Array(22), new Uint8Array(34)]) {
      script.set(script.length === 22 ? [0, 20] : [0x51, 32]);
      const spent = packSpent(Array.from({ length: view.inputCount }, () => ({ value, script })));
      const { verdict, reason } = judge({ raw, spent }, curve);
      t.not(verdict, 'valid');
      // Nothing is wrong before the inputs, but in the coinbase.
      t.false(/^bad-txns|^tx-decode|^tx-size-small/.test(reason), reason);
      t.is(reason === 'coinbase', i === 0);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  });
  t.log([...reasons].map(([reason, count]) => `${reason} ${count}`).join(', '));
});

test('block 830,000: branches and proofs lead to it', t => {
  const bytes = vector(t, 'mainnet-block-830000.bin');
  if (!bytes) return;
  const views = viewBlock(bytes);
  const ids = views.map(view => viewTxid(view));
  const header = bytes.slice(0, 80);
  const hash = '000000000000000000011d55599ed27d7efca05f5849b755319c89eb2cffbc1f';
  for (const index of [0, 1, 100, 1024, 1850]) {
    const view = views[index]!;
    const raw = bytes.slice(view.start, view.end);
    const found = checkBranch(ids[index]!, header, index, merkleBranch(ids, index), raw);
    t.is(hashToDisplay(found.headerHash), hash);
    t.throws(() => checkBranch(ids[index]!, header, index ^ 2, merkleBranch(ids, index)), {
      name: 'FormatError',
    });
    if (index === 1024) continue; // no proof of Bitcoin Core's is there
    const proof = vector(t, `mainnet-txoutproof-830000-${index}.bin`);
    if (!proof) continue;
    t.is(hashToDisplay(checkTxOutProof(ids[index]!, proof, raw).headerHash), hash);
    t.throws(() => checkTxOutProof(ids[index + 1] ?? ids[5]!, proof), { name: 'FormatError' });
  }
});
