/** What boards ask the node for: headers and proofs of inclusion, at a bounded rate. */
import test from 'ava';
import { bytesToHex, equalBytes, FormatError } from '../../firmware/domain/bytes.js';
import { encodeHeader, headerHash } from '../../firmware/domain/header.js';
import { checkBranch, checkTxOutProof } from '../../firmware/domain/inclusion.js';
import { merkleRoot } from '../../firmware/domain/merkle.js';
import { encodeGetHeaders } from '../../firmware/protocol/mite/getheaders.js';
import { encodeGetProof } from '../../firmware/protocol/mite/proof.js';
import { txOutProof } from '../../trusted-node/ledger/proofs.js';
import { blockOfTemplate, makeBlock, mine, type Spendable } from '../ledger/chain-maker.js';
import type { JudgingBoard } from '../support/judging-board.js';
import type { TestDevice } from '../support/test-device.js';
import { until } from './bed.js';
import { alice, QuorumBed } from './quorum-bed.js';

test('headers from any height of the best chain, at most 64, even after it changes', async t => {
  const bed = await QuorumBed.start(t);
  const board = await bed.board('a');
  const { ledger } = bed.bed.node;
  const all = await ledger.headers(0, 105);
  for (const [from, count, got] of [
    [0, 64, 64],
    [1, 1, 1],
    [90, 64, 15],
    [104, 64, 1],
    [105, 64, 0],
    [4_294_967_232, 64, 0],
  ] as const) {
    const { startHeight, headers } = await board.askHeaders(from, count);
    t.is(startHeight, from);
    t.deepEqual(headers, all.slice(from, from + got));
  }
  // Two blocks in the place of the last one.
  const fork = headerHash(all[103]!);
  const outputs = [{ value: 1n, script: alice.script }];
  let previousHash = fork;
  for (const height of [104, 105]) {
    const time = ledger.tip().time + height;
    const { raw, hash } = makeBlock({ previousHash, height, time, outputs, extranonce: 77 });
    await ledger.submitBlock(raw);
    previousHash = hash;
  }
  const { headers } = await board.askHeaders(103, 64);
  t.is(headers.length, 3);
  t.deepEqual(headerHash(headers[2]!), previousHash);
  t.deepEqual(headerHash(headers[0]!), fork);
});

test('proofs of inclusion in both forms, and none for what is waiting or unknown', async t => {
  const bed = await QuorumBed.start(t);
  const board = await bed.board('a');
  const { ledger } = bed.bed.node;
  for (const count of [0, 1, 2, 4]) {
    const spends: Spendable[] = [];
    let coin = bed.coins.shift()!;
    for (let i = 0; i < count; i++) {
      coin = await bed.send(t, coin);
      spends.push(coin);
    }
    const waiting = spends.at(-1);
    if (waiting !== undefined) {
      t.is((await board.askProof(waiting.txid, 'branch')).form, 'unknown');
    }
    const template = await ledger.template(ledger.tip().time + 60);
    t.is((await ledger.submitBlock(blockOfTemplate(template, alice.script))).status, 'connected');
    const { header, height } = ledger.tip();
    for (const { txid } of spends) {
      const branch = await board.askProof(txid, 'branch');
      if (branch.form !== 'branch') return t.fail(branch.form);
      t.is(branch.height, height);
      t.deepEqual(branch.header, encodeHeader(header));
      checkBranch(txid, branch.header, branch.index, branch.branch);
      const proof = await board.askProof(txid, 'txoutproof');
      if (proof.form !== 'txoutproof') return t.fail(proof.form);
      t.is(proof.height, height);
      t.is(checkTxOutProof(txid, proof.proof).index, branch.index);
      // The node lets five questions through at once, and two a second from then on.
      await new Promise(resolve => setTimeout(resolve, 1_100));
    }
  }
  t.is((await board.askProof(new Uint8Array(32), 'txoutproof')).form, 'unknown');
});

test('a transaction of a replaced block is no longer proved', async t => {
  const bed = await QuorumBed.start(t);
  const board = await bed.board('a');
  const { ledger } = bed.bed.node;
  const fork = ledger.tip();
  const spend = await bed.send(t, bed.coins[0]!);
  await mine(t, ledger, alice, 1);
  t.is((await board.askProof(spend.txid, 'branch')).form, 'branch');
  let previousHash = fork.hash;
  for (const height of [105, 106]) {
    const time = fork.time + height;
    const outputs = [{ value: 1n, script: alice.script }];
    const { raw, hash } = makeBlock({ previousHash, height, time, outputs, extranonce: 78 });
    await ledger.submitBlock(raw);
    previousHash = hash;
  }
  t.deepEqual(ledger.tip().hash, previousHash);
  t.is((await board.askProof(spend.txid, 'branch')).form, 'unknown');
  await ledger.verify();
});

test('a proof for each transaction of blocks of 1 to 33, and none for a changed one', t => {
  for (let count = 1; count <= 33; count++) {
    const txids = Array.from({ length: count }, (_, i) => new Uint8Array(32).fill(i + 1));
    const header = encodeHeader({
      version: 4,
      previousHash: new Uint8Array(32),
      merkleRoot: merkleRoot(txids),
      time: 1,
      nBits: 0x207fffff,
      nonce: 0,
    });
    for (let index = 0; index < count; index++) {
      const proof = txOutProof(header, txids, index);
      t.is(checkTxOutProof(txids[index]!, proof).index, index);
      t.throws(() => checkTxOutProof(new Uint8Array(32), proof), { instanceOf: FormatError });
      const changed = proof.slice();
      changed[84 + (index % (changed.length - 84))]! ^= 1;
      try {
        t.false(equalBytes(checkTxOutProof(txids[index]!, changed).headerHash, headerHash(header)));
      } catch (error) {
        t.true(error instanceof FormatError, bytesToHex(changed));
      }
    }
  }
});

test('floods of questions are answered at a bounded rate, and others are served meanwhile', async t => {
  const bed = await QuorumBed.start(t);
  const noisy = await bed.board('noisy');
  const curious = await bed.board('curious');
  const rude = await bed.board('rude');
  const quiet = await bed.board('quiet');
  // The broker slows a device that floods, and then cuts it off: it may never be told that the rest has arrived.
  const flood = ({ device }: JudgingBoard, ...message: Parameters<TestDevice['raw']>): void =>
    void device.raw(...message).catch(() => {});
  const started = Date.now();
  for (let i = 0; i < 600; i++) flood(noisy, 'getheaders', encodeGetHeaders({ from: i, count: 64 }));
  for (let i = 0; i < 200; i++)
    flood(curious, 'getproof', encodeGetProof({ txid: new Uint8Array(32).fill(i), form: 'branch' }));
  await rude.device.raw('getheaders', new Uint8Array(3));
  await rude.device.raw('getproof', new Uint8Array(36));
  // As many as the broker takes at once, so that all of these reach the node; and more.
  await Promise.all(Array.from({ length: 90 }, () => rude.device.raw('verdict', new Uint8Array(172))));
  for (let i = 0; i < 110; i++) flood(rude, 'verdict', new Uint8Array(172));
  t.is((await quiet.askHeaders(7, 3)).headers.length, 3);
  await until(() => noisy.headers.all.length >= 100 && curious.proofs.all.length >= 8, 'answers');
  const seconds = (Date.now() - started) / 1000 + 1;
  t.true(noisy.headers.all.length <= 50 + 50 * seconds, `${noisy.headers.all.length} in ${seconds} s`);
  t.true(noisy.headers.all.length < 600);
  t.true(curious.proofs.all.length <= 5 + 2 * seconds, `${curious.proofs.all.length} proofs`);
  t.deepEqual(await bed.verdicts(), []);
});

test('devices that ask for proofs all the time hold up nobody else', async t => {
  const bed = await QuorumBed.start(t);
  const noisy = await Promise.all(['n1', 'n2', 'n3', 'n4', 'n5', 'n6'].map(name => bed.board(name)));
  const quiet = await bed.board('quiet');
  const question = encodeGetProof({ txid: new Uint8Array(32), form: 'branch' });
  let over = false;
  const noise = noisy.map(async ({ device }) => {
    while (!over) await device.raw('getproof', question);
  });
  await until(() => noisy.every(board => board.proofs.all.length > 5), 'what is answered at once');
  for (let i = 1; i <= 3; i++)
    t.is((await quiet.askProof(new Uint8Array(32).fill(i), 'branch')).form, 'unknown');
  over = true;
  await Promise.all(noise);
});

test('a board that syncs faster than the rate is slowed down, and none of its requests is lost', async t => {
  const bed = await QuorumBed.start(t);
  const board = await bed.board('a');
  // Each is asked once the previous one is answered, as a board does; without an answer this would take forever.
  for (let i = 0; i < 150; i++) {
    const { startHeight } = await board.askHeaders(i % 90, 32);
    t.is(startHeight, i % 90);
  }
  t.is(board.headers.all.length, 150);
});
