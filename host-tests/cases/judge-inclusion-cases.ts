import { hashToDisplay, hexToBytes } from '../../firmware/domain/bytes.js';
import { sha256d } from '../../firmware/domain/hash.js';
import {
  checkBranch,
  checkTxOutProof,
  InclusionCheck,
  type InclusionCommand,
  type KnownPoint,
  MAX_DEPTH,
} from '../../firmware/domain/inclusion.js';
import { merkleBranch, merkleParent, merkleRoot } from '../../firmware/domain/merkle.js';
import { parseTxOutProof } from '../../firmware/domain/txoutproof.js';
import type { Case, T } from './case.js';
import { Random } from './random.js';
import { BLOCK_170, BLOCK_170_PAYMENT, TX_OUT_PROOF } from './samples.js';

function headerWith(root: Uint8Array): Uint8Array {
  const header = new Uint8Array(80);
  header.set(root, 36);
  return header;
}

/** Headers that are linked, from height 0 on; nothing else in them is right. */
function makeChain(length: number, seed = 5401): Uint8Array[] {
  const random = new Random(seed);
  const headers: Uint8Array[] = [];
  for (let i = 0; i < length; i++) {
    const header = random.bytes(80);
    if (i > 0) header.set(sha256d(headers[i - 1]!), 4);
    headers.push(header);
  }
  return headers;
}

const CHAIN = 300;

class Bed {
  readonly headers: Uint8Array[];
  readonly check: InclusionCheck;
  now = 1_000;
  requests = 0;

  constructor(height: number, points: number[], headers = makeChain(CHAIN), claimed = height) {
    this.headers = headers;
    const [tip, ...others] = points.map((at): KnownPoint => ({ height: at, hash: sha256d(headers[at]!) }));
    this.check = new InclusionCheck(claimed, sha256d(headers[height]!), tip!, others);
  }

  /** An honest node answers until the end. */
  run(
    commands: readonly InclusionCommand[] = this.check.step({ kind: 'start' }, this.now),
  ): InclusionCommand {
    for (;;) {
      const command = commands[0]!;
      if (command.kind !== 'request') return command;
      this.requests++;
      commands = this.check.step(
        {
          kind: 'headers',
          startHeight: command.from,
          headers: this.headers.slice(command.from, command.from + command.count),
        },
        this.now,
      );
    }
  }
}

function confirmed(t: T, command: InclusionCommand, height: number, confirmations: number): void {
  t.equal(command, { kind: 'confirmed', height, confirmations });
}

function failed(t: T, commands: InclusionCommand | readonly InclusionCommand[], reason: string): void {
  const list = Array.isArray(commands) ? commands : [commands];
  t.equal(list, [{ kind: 'failed', reason }]);
}

export const cases: Case[] = [
  {
    name: 'inclusion: branches of every leaf of trees of 1 to 17 leaves',
    run(t) {
      const random = new Random(5402);
      for (let count = 1; count <= 17; count++) {
        const leaves = Array.from({ length: count }, () => random.bytes(32));
        const header = headerWith(merkleRoot(leaves));
        leaves.forEach((txid, index) => {
          const branch = merkleBranch(leaves, index);
          const { headerHash } = checkBranch(txid, header, index, branch);
          t.equal(headerHash, sha256d(header));
          if (count === 1) return;
          // Another leaf, another place, a node changed, left out or added.
          t.throws(() => checkBranch(leaves[(index + 1) % count]!, header, index, branch), /^FormatError/);
          const bent = branch.map(node => node.slice());
          bent[random.below(bent.length)]![random.below(32)]! ^= 1;
          t.throws(() => checkBranch(txid, header, index, bent), /^FormatError/);
          t.throws(() => checkBranch(txid, header, index, [...branch, random.bytes(32)]), /^FormatError/);
          t.throws(() => checkBranch(txid, header, index + 2 ** branch.length, branch), /^RangeError/);
          // The last of an odd level is its own sibling: then both sides have the same root.
          t.throws(() => checkBranch(txid, header, index ^ 1, branch), /^FormatError/);
        });
      }
    },
  },
  {
    name: 'inclusion: a node repeated on its right proves no second place (CVE-2012-2459)',
    run(t) {
      const leaves = [1, 2, 3].map(byte => new Uint8Array(32).fill(byte));
      const header = headerWith(merkleRoot(leaves));
      const branch = merkleBranch(leaves, 2);
      t.equal(checkBranch(leaves[2]!, header, 2, branch).index, 2);
      t.throws(() => checkBranch(leaves[2]!, header, 3, branch), /repeated/);
    },
  },
  {
    name: 'inclusion: an inner node is not a transaction if the bytes are at hand (CVE-2017-12842)',
    run(t) {
      // 64 bytes that are a transaction and could be two hashes: one input, one output with a script of 4 bytes.
      const raw = hexToBytes(
        `01000000${'01'}${'aa'.repeat(36)}00ffffffff01${'00'.repeat(8)}0451024e7300000000`,
      );
      t.equal(raw.length, 64);
      const txid = merkleParent(raw.subarray(0, 32), raw.subarray(32));
      const header = headerWith(txid);
      t.ok(checkBranch(txid, header, 0, []));
      t.throws(() => checkBranch(txid, header, 0, [], raw), /inner node/);
      // Its first half is not a transaction that the board asks for, but leads to the root: the attack that stays open.
      t.ok(checkBranch(raw.slice(0, 32), header, 0, [raw.slice(32)]));
      t.throws(() => checkBranch(raw.slice(0, 32), header, 0, [raw.slice(32)], raw), /not the transaction/);
    },
  },
  {
    name: 'inclusion: the payment of block 170, with its bytes',
    run(t) {
      const block = hexToBytes(BLOCK_170);
      const payment = hexToBytes(BLOCK_170_PAYMENT);
      const coinbase = block.subarray(81, block.length - payment.length);
      const txid = sha256d(payment);
      const found = checkBranch(txid, block.slice(0, 80), 1, [sha256d(coinbase)], payment);
      t.equal(
        hashToDisplay(found.headerHash),
        '00000000d1145790a8694403d4063f323d499e655c83426834d4ce2f8dd4a2ee',
      );
      t.throws(() => checkBranch(txid, block.slice(0, 80), 1, [sha256d(coinbase)], coinbase), /^FormatError/);
    },
  },
  {
    name: 'inclusion: gettxoutproof proves its own transactions only',
    run(t) {
      const bytes = hexToBytes(TX_OUT_PROOF);
      const [match] = parseTxOutProof(bytes).matches;
      const found = checkTxOutProof(match!.txid, bytes);
      t.equal(found.index, 1850);
      t.equal(
        hashToDisplay(found.headerHash),
        '000000000000000000011d55599ed27d7efca05f5849b755319c89eb2cffbc1f',
      );
      t.throws(() => checkTxOutProof(new Uint8Array(32), bytes), /another transaction/);
    },
  },
  {
    name: 'inclusion: a block at or below a known point is linked to it, in batches',
    run(t) {
      confirmed(t, new Bed(299, [299]).run(), 299, 1);
      const far = new Bed(10, [299, 250, 150]);
      confirmed(t, far.run(), 10, 290);
      t.equal(far.requests, 3); // 11..150
      const near = new Bed(149, [299, 150, 250]);
      confirmed(t, near.run(), 149, 151);
      t.equal(near.requests, 1);
      const on = new Bed(150, [299, 250, 150]);
      confirmed(t, on.run(), 150, 150);
      t.equal(on.requests, 0);
    },
  },
  {
    name: 'inclusion: a block of another chain, at another height, or above the tip is not confirmed',
    run(t) {
      // The same length, another chain: it ends in another hash.
      const other = makeChain(CHAIN, 1);
      const tip = { height: 299, hash: sha256d(makeChain(CHAIN)[299]!) };
      const check = new InclusionCheck(290, sha256d(other[290]!), tip, []);
      t.equal(check.step({ kind: 'start' }, 0), [{ kind: 'request', from: 291, count: 9 }]);
      failed(
        t,
        check.step({ kind: 'headers', startHeight: 291, headers: other.slice(291) }, 0),
        'not-in-chain',
      );
      failed(
        t,
        new InclusionCheck(299, sha256d(other[299]!), tip, []).step({ kind: 'start' }, 0),
        'not-in-chain',
      );
      failed(
        t,
        new InclusionCheck(300, sha256d(other[299]!), tip, []).step({ kind: 'start' }, 0),
        'above-tip',
      );
      // A right header with a wrong height: what follows it does not link, or ends elsewhere.
      const headers = makeChain(CHAIN);
      failed(t, new Bed(200, [299], headers, 201).run(), 'unlinked');
      const low = new Bed(200, [299], headers, 199);
      const shifted = low.check.step({ kind: 'start' }, 0)[0]!;
      t.equal(shifted, { kind: 'request', from: 200, count: 64 });
      // A liar shifts all of them to make them link.
      low.check.step({ kind: 'headers', startHeight: 200, headers: headers.slice(201, 265) }, 0);
      failed(
        t,
        low.check.step({ kind: 'headers', startHeight: 264, headers: headers.slice(265, 300) }, 0)[0]!
          .kind === 'request'
          ? low.check.step({ kind: 'headers', startHeight: 299, headers: [headers[0]!] }, 0)
          : [],
        'unlinked',
      );
    },
  },
  {
    name: 'inclusion: changed, cut or unrequested headers do not count; withheld ones are requested three times',
    run(t) {
      const bed = new Bed(200, [299]);
      const { check, headers } = bed;
      const first = check.step({ kind: 'start' }, 0);
      t.equal(first, [{ kind: 'request', from: 201, count: 64 }]);
      t.ok(check.expects(201) && !check.expects(202));
      t.equal(check.step({ kind: 'headers', startHeight: 202, headers: headers.slice(202, 210) }, 0), []);
      t.equal(check.step({ kind: 'headers', startHeight: 201, headers: [] }, 0), []);
      t.equal(check.step({ kind: 'tick' }, 9_999), []);
      t.equal(check.step({ kind: 'tick' }, 10_000), first);
      t.equal(check.step({ kind: 'tick' }, 20_000), first);
      // A part of them goes on from there.
      t.equal(check.step({ kind: 'headers', startHeight: 201, headers: headers.slice(201, 204) }, 20_001), [
        { kind: 'request', from: 204, count: 64 },
      ]);
      // More than requested is ignored.
      t.equal(check.step({ kind: 'headers', startHeight: 204, headers: headers.slice(204, 299) }, 20_001), [
        { kind: 'request', from: 268, count: 32 },
      ]);
      const bent = headers.slice(268, 300).map(header => header.slice());
      bent[7]![50]! ^= 1;
      failed(t, check.step({ kind: 'headers', startHeight: 268, headers: bent }, 20_001), 'unlinked');
      t.equal(check.step({ kind: 'start' }, 0), []);
      t.equal(check.expects(268), false);

      const silent = new Bed(200, [299]).check;
      silent.step({ kind: 'start' }, 0);
      silent.step({ kind: 'tick' }, 10_000);
      silent.step({ kind: 'tick' }, 20_000);
      failed(t, silent.step({ kind: 'tick' }, 30_000), 'withheld');
      const short = new Bed(298, [299]).check;
      short.step({ kind: 'start' }, 0);
      failed(
        t,
        short.step({ kind: 'headers', startHeight: 299, headers: [new Uint8Array(79)] }, 0),
        'unlinked',
      );
    },
  },
  {
    name: 'inclusion: the tip may grow meanwhile; a reorganisation ends it; one that is too deep never starts',
    run(t) {
      const bed = new Bed(200, [250]);
      const commands = bed.check.step({ kind: 'start' }, 0);
      t.equal(
        bed.check.step(
          { kind: 'moved', tip: { height: 260, hash: new Uint8Array(32) }, reorganised: false },
          0,
        ),
        [],
      );
      confirmed(t, bed.run(commands), 200, 61);
      const other = new Bed(200, [250]).check;
      other.step({ kind: 'start' }, 0);
      failed(
        t,
        other.step({ kind: 'moved', tip: { height: 251, hash: new Uint8Array(32) }, reorganised: true }, 0),
        'reorganised',
      );
      const deep = (by: number) =>
        new InclusionCheck(5, new Uint8Array(32), { height: 5 + by, hash: new Uint8Array(32) }, []).step(
          { kind: 'start' },
          0,
        );
      failed(t, deep(MAX_DEPTH + 1), 'too-deep');
      t.equal(deep(MAX_DEPTH), [{ kind: 'request', from: 6, count: 64 }]);
    },
  },
];
