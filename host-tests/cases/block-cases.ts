import {
  type Block,
  blockWeight,
  checkBlock,
  checkWitnessCommitment,
  committedWitness,
  parseBlock,
  serializeBlock,
  witnessCommitment,
  witnessMerkleRoot,
} from '../../firmware/domain/block.js';
import { bytesToHex, equalBytes, hashToDisplay, hexToBytes } from '../../firmware/domain/bytes.js';
import {
  assembleCoinbase,
  buildCoinbaseParts,
  coinbaseTxid,
  coinbaseWithWitness,
} from '../../firmware/domain/coinbase.js';
import { headerHash } from '../../firmware/domain/header.js';
import { merkleRoot } from '../../firmware/domain/merkle.js';
import {
  heightPush,
  pushData,
  readHeightPush,
  readWitnessCommitment,
  witnessCommitmentScript,
} from '../../firmware/domain/script.js';
import {
  isCoinbase,
  parseTransaction,
  serializeTransaction,
  type Transaction,
  txid,
  wtxid,
} from '../../firmware/domain/transaction.js';
import type { Case } from './case.js';
import { Random } from './random.js';
import { BIP143_TRANSACTION, BLOCK_170 } from './samples.js';

const OUTPUT = { value: 5_000_000_000n, script: Uint8Array.of(0x51) };

/** A block in which one transaction has a witness and the coinbase commits to it. Not mined. */
function witnessBlock(): Block {
  const spend = parseTransaction(hexToBytes(BIP143_TRANSACTION));
  const commitment = witnessCommitment(witnessMerkleRoot([wtxid(spend)]));
  const { prefix, suffix } = buildCoinbaseParts({
    height: 7,
    outputs: [OUTPUT],
    witnessCommitment: commitment,
    extranonceLength: 4,
  });
  const bare = assembleCoinbase(prefix, new Uint8Array(4), suffix);
  const transactions = [parseTransaction(coinbaseWithWitness(bare)), spend];
  const { header } = parseBlock(hexToBytes(BLOCK_170));
  return { header: { ...header, merkleRoot: merkleRoot(transactions.map(txid)) }, transactions };
}

/** The block with one transaction replaced and its merkle root made to fit again. */
function withTransaction(block: Block, index: number, transaction: Transaction): Block {
  const transactions = block.transactions.slice();
  transactions[index] = transaction;
  return { header: { ...block.header, merkleRoot: merkleRoot(transactions.map(txid)) }, transactions };
}

export const cases: Case[] = [
  {
    name: 'script: pushes use the shortest length prefix',
    run(t) {
      const heads: [number, string][] = [
        [0, '00'],
        [1, '01'],
        [75, '4b'],
        [76, '4c4c'],
        [255, '4cff'],
        [256, '4d0001'],
        [520, '4d0802'],
      ];
      for (const [length, head] of heads)
        t.bytes(pushData(new Uint8Array(length)), head + '00'.repeat(length));
      t.throws(() => pushData(new Uint8Array(521)), /^RangeError/);
    },
  },
  {
    name: 'script: the height push of BIP34, written and read',
    run(t) {
      const forms: [number, string][] = [
        [0, '00'],
        [1, '51'],
        [16, '60'],
        [17, '0111'],
        [127, '017f'],
        [128, '028000'],
        [255, '02ff00'],
        [256, '020001'],
        [32767, '02ff7f'],
        [32768, '03008000'],
        [227931, '035b7a03'],
        [830000, '0330aa0c'],
        [8388608, '0400008000'],
        [0x7fffffff, '04ffffff7f'],
      ];
      for (const [height, hex] of forms) {
        t.bytes(heightPush(height), hex);
        t.equal(readHeightPush(hexToBytes(`${hex}aabb`)), { height, length: hex.length / 2 });
      }
      t.throws(() => heightPush(-1), /^RangeError/);
      t.throws(() => heightPush(2 ** 31), /^RangeError/);
      for (const hex of [
        '',
        '01',
        '0110',
        '021100',
        '0180',
        '03ffff',
        '0500000080',
        '050000008000',
        '06',
        '4c',
      ])
        t.throws(() => readHeightPush(hexToBytes(hex)), /^FormatError/);
    },
  },
  {
    name: 'script: the witness commitment output, written and read',
    run(t) {
      const commitment = new Random(9).bytes(32);
      const script = witnessCommitmentScript(commitment);
      t.bytes(script, `6a24aa21a9ed${bytesToHex(commitment)}`);
      t.equal(readWitnessCommitment(script), commitment);
      t.equal(
        readWitnessCommitment(hexToBytes(`${bytesToHex(script)}00`)),
        commitment,
        'a longer script counts',
      );
      t.equal(readWitnessCommitment(script.subarray(0, 37)), undefined);
      for (let at = 0; at < 6; at++) {
        const bent = script.slice();
        bent[at]! ^= 1;
        t.equal(readWitnessCommitment(bent), undefined);
      }
      t.throws(() => witnessCommitmentScript(new Uint8Array(31)), /^RangeError/);
    },
  },
  {
    name: 'coinbase: prefix, extranonce and suffix are the serialised transaction',
    run(t) {
      const random = new Random(10);
      for (let round = 0; round < 60; round++) {
        const height = random.between(1, random.pick([20, 300, 70_000, 0x7fffffff]));
        const extranonce = random.bytes(random.between(1, 16));
        const commitment = random.bytes(32);
        const { prefix, suffix } = buildCoinbaseParts({
          height,
          outputs: [OUTPUT, { value: BigInt(random.u32()), script: random.bytes(random.below(40)) }],
          ...(random.bool() ? { witnessCommitment: commitment } : {}),
          extranonceLength: extranonce.length,
        });
        const bytes = assembleCoinbase(prefix, extranonce, suffix);
        const coinbase = parseTransaction(bytes);
        t.equal(serializeTransaction(coinbase), bytes);
        t.ok(isCoinbase(coinbase));
        t.equal(txid(coinbase), coinbaseTxid(prefix, extranonce, suffix));
        const { scriptSig } = coinbase.inputs[0]!;
        t.bytes(
          scriptSig,
          `${bytesToHex(heightPush(height))}${bytesToHex(pushData(extranonce))}062f6d6974652f`,
        );
        t.ok(coinbase.lockTime === height - 1 && coinbase.inputs[0]!.sequence !== 0xffffffff, 'BIP54');
        const full = parseTransaction(coinbaseWithWitness(bytes));
        t.equal(txid(full), txid(coinbase), 'the witness leaves the txid alone');
        t.equal(full.inputs[0]!.witness, [new Uint8Array(32)]);
      }
    },
  },
  {
    name: 'coinbase: the scriptSig stays within 100 bytes, and other bounds',
    run(t) {
      const build = (change: object) =>
        buildCoinbaseParts({ height: 100_000, outputs: [OUTPUT], extranonceLength: 8, ...change });
      t.ok(build({ extranonceLength: 75, tag: 'x'.repeat(19) }));
      t.throws(() => build({ extranonceLength: 75, tag: 'x'.repeat(20) }), /^RangeError: .*101/);
      t.throws(() => build({ extranonceLength: 0 }), /^RangeError/);
      t.throws(() => build({ extranonceLength: 76 }), /^RangeError/);
      t.throws(() => build({ height: 0 }), /^RangeError/);
      t.throws(() => build({ outputs: [] }), /^RangeError/);
      t.throws(() => build({ outputs: [{ ...OUTPUT, value: -1n }] }), /^RangeError/);
      t.throws(() => build({ outputs: [{ ...OUTPUT, value: 2_100_000_000_000_001n }] }), /^RangeError/);
      t.throws(() => build({ tag: 'größer' }), /^RangeError/);
      t.throws(() => coinbaseWithWitness(new Uint8Array(10)), /^FormatError/);
    },
  },
  {
    name: 'block: 170, parsed, checked and written again',
    run(t) {
      const block = parseBlock(hexToBytes(BLOCK_170));
      t.equal(
        hashToDisplay(headerHash(block.header)),
        '00000000d1145790a8694403d4063f323d499e655c83426834d4ce2f8dd4a2ee',
      );
      t.equal(block.transactions.length, 2);
      t.equal(checkBlock(block), undefined);
      t.equal(blockWeight(block), 4 * (BLOCK_170.length / 2));
      t.equal(bytesToHex(serializeBlock(block)), BLOCK_170);
    },
  },
  {
    name: 'block: with witness data, parsed and written again',
    run(t) {
      const block = witnessBlock();
      const bytes = serializeBlock(block);
      t.equal(parseBlock(bytes), block);
      t.equal(checkBlock(block), undefined);
      const bare = block.transactions.map(transaction => serializeTransaction(transaction, false).length);
      t.equal(blockWeight(block), bytes.length + 3 * (81 + bare[0]! + bare[1]!));
    },
  },
  {
    name: 'block: each broken variant is refused for its reason',
    run(t) {
      const block = parseBlock(hexToBytes(BLOCK_170));
      const [coinbase, payment] = block.transactions as [Transaction, Transaction];
      const transactions = (...list: Transaction[]): Block => ({ header: block.header, transactions: list });
      t.equal(checkBlock(transactions()), 'bad-cb-missing');
      t.equal(checkBlock(transactions(payment, coinbase)), 'bad-cb-missing');
      t.equal(checkBlock(transactions(coinbase, coinbase)), 'bad-cb-multiple');
      t.equal(checkBlock(transactions(coinbase)), 'bad-txnmrklroot');
      t.equal(checkBlock(transactions(coinbase, { ...payment, lockTime: 1 })), 'bad-txnmrklroot');
      const three = withTransaction(block, 2, { ...payment, lockTime: 1 });
      t.equal(checkBlock(three), undefined);
      t.equal(
        checkBlock({ ...three, transactions: [...three.transactions, three.transactions[2]!] }),
        'bad-txns-duplicate',
      );
      const rich = { value: 2_100_000_000_000_001n, script: new Uint8Array(0) };
      t.equal(
        checkBlock(withTransaction(block, 1, { ...payment, outputs: [rich] })),
        'bad-txns-vout-toolarge',
      );
    },
  },
  {
    name: 'block: the witness commitment, each broken variant refused (BIP141)',
    run(t) {
      const block = witnessBlock();
      const [coinbase, spend] = block.transactions as [Transaction, Transaction];
      t.equal(checkWitnessCommitment(block), undefined);
      const input = coinbase.inputs[0]!;
      const changed = (witness: Uint8Array[]) =>
        withTransaction(block, 0, { ...coinbase, inputs: [{ ...input, witness }] });
      t.equal(checkBlock(changed([])), 'bad-witness-nonce-size');
      t.equal(checkBlock(changed([new Uint8Array(31)])), 'bad-witness-nonce-size');
      t.equal(checkBlock(changed([new Uint8Array(32), new Uint8Array(0)])), 'bad-witness-nonce-size');
      t.equal(checkBlock(changed([new Uint8Array(32).fill(1)])), 'bad-witness-merkle-match');
      const tampered = spend.inputs.map(each => ({
        ...each,
        witness: each.witness.map(item => item.slice().fill(1)),
      }));
      t.equal(
        checkBlock(withTransaction(block, 1, { ...spend, inputs: tampered })),
        'bad-witness-merkle-match',
      );
      const silent = withTransaction(block, 0, { ...coinbase, outputs: coinbase.outputs.slice(0, 1) });
      t.equal(checkBlock(silent), 'unexpected-witness');
      const early = { value: 0n, script: witnessCommitmentScript(new Uint8Array(32)) };
      const two = { ...coinbase, outputs: [early, ...coinbase.outputs] };
      t.equal(checkBlock(withTransaction(block, 0, two)), undefined, 'the last commitment counts');
      t.ok(!equalBytes(committedWitness(two)!, new Uint8Array(32)));
    },
  },
  {
    name: 'block: malformed bytes are a FormatError',
    run(t) {
      const bytes = hexToBytes(BLOCK_170);
      for (let length = 0; length < bytes.length; length += 3)
        t.throws(() => parseBlock(bytes.subarray(0, length)), /^FormatError/);
      t.throws(() => parseBlock(hexToBytes(`${BLOCK_170}00`)), /^FormatError: 1 bytes too many/);
      t.throws(() => parseBlock(hexToBytes(`${BLOCK_170.slice(0, 160)}00`)), /^FormatError: .*without/);
      t.throws(
        () => parseBlock(hexToBytes(`${BLOCK_170.slice(0, 160)}fe00000001`)),
        /^FormatError: .*announced/,
      );
    },
  },
];
