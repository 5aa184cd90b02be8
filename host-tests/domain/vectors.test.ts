/** Real mainnet data: retargets, a chain of headers, a stale header, a whole block, inclusion proofs. */
import test from 'ava';
import {
  checkBlock,
  committedWitness,
  parseBlock,
  serializeBlock,
  witnessCommitment,
  witnessMerkleRoot,
} from '../../firmware/domain/block.js';
import { ByteReader, bytesToHex, equalBytes, hashToDisplay } from '../../firmware/domain/bytes.js';
import { checkNextHeader, type HeaderContext, subsidy } from '../../firmware/domain/chain.js';
import { type BlockHeader, decodeHeader, encodeHeader, headerHash } from '../../firmware/domain/header.js';
import { merkleBranch, merkleRoot, rootFromBranch } from '../../firmware/domain/merkle.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { nextBits } from '../../firmware/domain/retarget.js';
import { readHeightPush } from '../../firmware/domain/script.js';
import { checkProofOfWork } from '../../firmware/domain/target.js';
import { serializeTransaction, txid, wtxid } from '../../firmware/domain/transaction.js';
import { parseTxOutProof } from '../../firmware/domain/txoutproof.js';
import { vector } from './vectors.js';

const { mainnet } = NETWORKS;
const FIRST_HEIGHT = 822_528;

/** What precedes header `index` of a list that starts at {@link FIRST_HEIGHT}. */
function contextAt(headers: readonly BlockHeader[], index: number): HeaderContext {
  return {
    parentHeight: FIRST_HEIGHT + index - 1,
    parent: headers[index - 1]!,
    parentHash: headerHash(headers[index - 1]!),
    pastTimes: headers.slice(Math.max(0, index - 11), index).map(header => header.time),
    ancestor: height => headers[height - FIRST_HEIGHT]!,
  };
}

function splitHeaders(bytes: Uint8Array): BlockHeader[] {
  const reader = new ByteReader(bytes);
  const headers: BlockHeader[] = [];
  while (reader.remaining > 0) headers.push(decodeHeader(reader.bytes(80)));
  return headers;
}

test('every retarget of heights 0 to 403,199', t => {
  const bytes = vector(t, 'mainnet-retarget-headers.bin');
  if (!bytes) return;
  const reader = new ByteReader(bytes);
  const headers = new Map<number, BlockHeader>();
  while (reader.remaining > 0) {
    const height = reader.u32();
    const raw = reader.bytes(80);
    const header = decodeHeader(raw);
    t.deepEqual(encodeHeader(header), raw);
    t.true(
      checkProofOfWork(headerHash(header), header.nBits, mainnet.powLimit),
      `proof of work of ${height}`,
    );
    headers.set(height, header);
  }
  t.is(headers.size, 400);
  t.deepEqual(headers.get(0), mainnet.genesis.header);

  let retargets = 0;
  let changes = 0;
  for (let start = 2016; start < 403_200; start += 2016) {
    const [first, last, next] = [start - 2016, start - 1, start].map(height => headers.get(height)!);
    t.is(last!.nBits, first!.nBits);
    t.true(equalBytes(next!.previousHash, headerHash(last!)), `linkage at ${start}`);
    const nBits = nextBits(mainnet, {
      parentHeight: start - 1,
      parent: last!,
      time: next!.time,
      ancestor: height => headers.get(height)!,
    });
    t.is(nBits, next!.nBits, `retarget at ${start}`);
    retargets++;
    if (nBits !== last!.nBits) changes++;
  }
  t.log(`${retargets} retargets, ${changes} of them changes of nBits`);
  t.is(retargets, 199);
});

test('2,028 headers from 822,528 are a chain, across the retarget at 824,544', t => {
  const bytes = vector(t, 'mainnet-headers-822528.bin');
  if (!bytes) return;
  const headers = splitHeaders(bytes);
  t.is(headers.length, 2028);
  t.true(checkProofOfWork(headerHash(headers[0]!), headers[0]!.nBits, mainnet.powLimit));
  for (let i = 1; i < headers.length; i++) {
    const reason = checkNextHeader(mainnet, headers[i]!, contextAt(headers, i));
    if (reason) t.fail(`height ${FIRST_HEIGHT + i}: ${reason}`);
  }
  const boundary = 824_544 - FIRST_HEIGHT;
  t.not(headers[boundary]!.nBits, headers[boundary - 1]!.nBits);

  // Broken variants of that very header.
  const [at, good] = [contextAt(headers, boundary), headers[boundary]!];
  const check = (change: Partial<BlockHeader>, now?: number) =>
    checkNextHeader(mainnet, { ...good, ...change }, at, now);
  t.is(check({}, good.time), undefined);
  t.is(check({ nBits: headers[boundary - 1]!.nBits }), 'bad-diffbits');
  t.is(check({ nBits: good.nBits + 1 }), 'bad-diffbits');
  t.is(check({ time: at.pastTimes[0]! }), 'time-too-old');
  t.is(check({}, good.time - 7201), 'time-too-new');
  t.is(check({ previousHash: headerHash(headers[boundary - 2]!) }), 'prev-blk-not-found');
  for (const field of ['version', 'nonce', 'time'] as const)
    t.is(check({ [field]: good[field] + 1 }), 'high-hash');
});

test('the stale header of 823,226 follows its parent as the winner does', t => {
  const chain = vector(t, 'mainnet-headers-822528.bin');
  const stale = vector(t, 'mainnet-stale-header-823226.bin');
  if (!chain || !stale) return;
  const headers = splitHeaders(chain);
  const index = 823_226 - FIRST_HEIGHT;
  const header = decodeHeader(stale);
  t.is(checkNextHeader(mainnet, header, contextAt(headers, index)), undefined);
  t.deepEqual(header.previousHash, headers[index]!.previousHash);
  t.notDeepEqual(headerHash(header), headerHash(headers[index]!));
  t.is(
    checkNextHeader(mainnet, headers[index + 1]!, {
      ...contextAt(headers, index + 1),
      parentHash: headerHash(header),
    }),
    'prev-blk-not-found',
    'the chain went on from the other one',
  );
});

test('block 830,000: checks, hashes and bytes', t => {
  const bytes = vector(t, 'mainnet-block-830000.bin');
  if (!bytes) return;
  const block = parseBlock(bytes);
  const { header, transactions } = block;
  t.true(checkProofOfWork(headerHash(header), header.nBits, mainnet.powLimit));
  t.is(checkBlock(block), undefined);
  t.true(equalBytes(serializeBlock(block), bytes), 'serialises to the same bytes');

  const ids = transactions.map(txid);
  t.deepEqual(merkleRoot(ids), header.merkleRoot);
  for (const index of [0, 1, 100, 1024, transactions.length - 1])
    t.deepEqual(rootFromBranch(ids[index]!, merkleBranch(ids, index), index), header.merkleRoot);
  const coinbase = transactions[0]!;
  const root = witnessMerkleRoot(transactions.slice(1).map(wtxid));
  t.deepEqual(committedWitness(coinbase), witnessCommitment(root));
  t.is(readHeightPush(coinbase.inputs[0]!.scriptSig).height, 830_000);
  t.true(coinbase.outputs.reduce((sum, output) => sum + output.value, 0n) >= subsidy(mainnet, 830_000));

  // Each transaction's own bytes are where the block has them.
  let offset = 80 + 3;
  for (const transaction of transactions) {
    const own = serializeTransaction(transaction);
    if (!equalBytes(own, bytes.subarray(offset, offset + own.length))) t.fail(`transaction at ${offset}`);
    offset += own.length;
  }
  t.is(offset, bytes.length);
  t.log(`${transactions.length} transactions, ${bytes.length} bytes`);

  // Broken: a bit of the first transaction with a witness, and one of a scriptPubKey.
  const spend = transactions.findIndex((each, index) => index > 0 && each.inputs[0]!.witness.length > 1);
  const item = transactions[spend]!.inputs[0]!.witness[1]!;
  item[item.length - 1]! ^= 1;
  t.is(checkBlock(block), 'bad-witness-merkle-match');
  item[item.length - 1]! ^= 1;
  transactions[spend]!.outputs[0]!.script[0]! ^= 1;
  t.is(checkBlock(block), 'bad-txnmrklroot');
});

test('inclusion proofs for block 830,000', t => {
  const bytes = vector(t, 'mainnet-block-830000.bin');
  if (!bytes) return;
  const { header, transactions } = parseBlock(bytes);
  for (const index of [0, 1, 100, 1850]) {
    const raw = vector(t, `mainnet-txoutproof-830000-${index}.bin`);
    if (!raw) continue;
    const proof = parseTxOutProof(raw);
    t.deepEqual(proof.header, header);
    t.is(proof.transactionCount, transactions.length);
    t.deepEqual(
      proof.matches,
      [{ txid: txid(transactions[index]!), index }],
      hashToDisplay(proof.matches[0]!.txid),
    );
    const bent = raw.slice();
    bent[raw.length - 1]! ^= 1;
    t.throws(() => parseTxOutProof(bent), { name: 'FormatError' }, bytesToHex(bent.subarray(-4)));
  }
});
