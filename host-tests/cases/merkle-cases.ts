import { displayToHash, equalBytes, hashToDisplay } from '../../firmware/domain/bytes.js';
import { sha256d, sha256dInScript, useSha256d } from '../../firmware/domain/hash.js';
import { checkedMerkleRoot, merkleBranch, merkleRoot, rootFromBranch } from '../../firmware/domain/merkle.js';
import type { Case } from './case.js';
import { Random } from './random.js';

/** Transactions of block 100000. */
const IDS = [
  '8c14f0db3df150123e6f3dbbf30f8b955a8249b62ac1d1ff16284aefa3d06d87',
  'fff2525b8931402dd09222c50775608f75787bd2b87e56995a7bdd30f79702c4',
  '6359f0868171b1d194cbee1af2f16ea598ae8fad666d9b012c8ed2b79a236ec4',
  'e9a66845e05d5abc0ad04ec80f774a7e585c6e8db975962d069a522137b80c1d',
].map(displayToHash);
const ROOT = 'f3e94742aca4b5ef85488dc37c06c3282295ffec960994b2c0d5ac2a25a95766';

const leaves = (random: Random, count: number) => Array.from({ length: count }, () => random.bytes(32));

export const cases: Case[] = [
  {
    name: 'hash: another SHA-256d is taken only when it agrees with the script',
    run(t) {
      let calls = 0;
      const counted = (bytes: Uint8Array) => {
        calls++;
        return sha256dInScript(bytes);
      };
      // Wrong for what is longer than one block only.
      const wrong = (bytes: Uint8Array) => (bytes.length > 119 ? new Uint8Array(32) : sha256dInScript(bytes));
      t.equal(useSha256d(wrong), false);
      sha256d(IDS[0]!);
      t.equal(calls, 0);
      t.equal(useSha256d(counted), true);
      calls = 0;
      t.equal(hashToDisplay(merkleRoot(IDS)), ROOT);
      t.equal(calls, 3);
      t.equal(useSha256d(sha256dInScript), true);
    },
  },
  {
    name: 'merkle: block 100000',
    run(t) {
      t.equal(hashToDisplay(merkleRoot(IDS)), ROOT);
      t.equal(hashToDisplay(checkedMerkleRoot(IDS)), ROOT);
      IDS.forEach((id, index) => {
        t.equal(hashToDisplay(rootFromBranch(id, merkleBranch(IDS, index), index)), ROOT);
      });
      t.equal(merkleRoot(IDS.slice(0, 1)), IDS[0]);
      t.equal(merkleBranch(IDS.slice(0, 1), 0), []);
    },
  },
  {
    name: 'merkle: the branch of every index leads to the root, for every size 1..33',
    run(t) {
      const random = new Random(4);
      for (let size = 1; size <= 33; size++) {
        const hashes = leaves(random, size);
        const root = merkleRoot(hashes);
        for (let index = 0; index < size; index++) {
          const found = rootFromBranch(hashes[index]!, merkleBranch(hashes, index), index);
          if (!equalBytes(found, root)) t.equal(found, root, `leaf ${index} of ${size}`);
        }
      }
      t.ok(true, '561 branches');
    },
  },
  {
    name: 'merkle: a branch with another leaf, index or node leads elsewhere',
    run(t) {
      const hashes = leaves(new Random(5), 13);
      const root = merkleRoot(hashes);
      const branch = merkleBranch(hashes, 6);
      t.ok(!equalBytes(rootFromBranch(hashes[5]!, branch, 6), root), 'another leaf');
      for (const index of [0, 5, 7, 14])
        t.ok(!equalBytes(rootFromBranch(hashes[6]!, branch, index), root), 'another index');
      branch.forEach((node, at) => {
        const bent = branch.slice();
        bent[at] = node.slice().reverse();
        t.ok(!equalBytes(rootFromBranch(hashes[6]!, bent, 6), root), 'another node');
      });
    },
  },
  {
    name: 'merkle: the branch of index 0 does not depend on the coinbase',
    run(t) {
      const hashes = leaves(new Random(6), 9);
      const branch = merkleBranch(hashes, 0);
      hashes[0] = new Uint8Array(32);
      t.equal(merkleBranch(hashes, 0), branch);
      t.equal(rootFromBranch(hashes[0], branch, 0), merkleRoot(hashes));
    },
  },
  {
    name: 'merkle: a list lengthened by repeating its tail has the same root and is refused (CVE-2012-2459)',
    run(t) {
      const [a, b, c, d, e, f] = leaves(new Random(7), 6) as [
        Uint8Array,
        Uint8Array,
        Uint8Array,
        Uint8Array,
        Uint8Array,
        Uint8Array,
      ];
      const pairs: [Uint8Array[], Uint8Array[]][] = [
        [
          [a, b, c],
          [a, b, c, c],
        ],
        [
          [a, b, c, d, e, f],
          [a, b, c, d, e, f, e, f],
        ],
      ];
      for (const [honest, repeated] of pairs) {
        t.equal(merkleRoot(repeated), merkleRoot(honest));
        t.equal(checkedMerkleRoot(honest), merkleRoot(honest));
        t.throws(() => checkedMerkleRoot(repeated), /^FormatError: .*repeated/);
      }
      t.throws(() => checkedMerkleRoot([a, a]), /^FormatError/);
      // Equal hashes that do not form a pair are not a sign of it.
      t.equal(checkedMerkleRoot([a, b, b, c]), merkleRoot([a, b, b, c]));
    },
  },
  {
    name: 'merkle: bounds',
    run(t) {
      t.throws(() => merkleRoot([]), /^RangeError/);
      t.throws(() => checkedMerkleRoot([]), /^RangeError/);
      t.throws(() => merkleRoot([new Uint8Array(31)]), /^RangeError/);
      t.throws(() => merkleRoot([new Uint8Array(32), new Uint8Array(33)]), /^RangeError/);
      t.throws(() => merkleBranch(IDS, 4), /^RangeError/);
      t.throws(() => merkleBranch(IDS, -1), /^RangeError/);
      t.throws(() => rootFromBranch(IDS[0]!, [], 1), /^RangeError/);
      t.throws(() => rootFromBranch(IDS[0]!, merkleBranch(IDS, 0), 4), /^RangeError/);
      t.throws(
        () =>
          rootFromBranch(
            IDS[0]!,
            Array.from({ length: 25 }, () => IDS[1]!),
            0,
          ),
        /^RangeError/,
      );
    },
  },
];
