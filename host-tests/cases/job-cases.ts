import { concatBytes } from '../../firmware/domain/bytes.js';
import { buildCoinbaseParts } from '../../firmware/domain/coinbase.js';
import { headerHash } from '../../firmware/domain/header.js';
import {
  checkJob,
  checkJobCoinbase,
  type Job,
  jobCoinbase,
  jobHeader,
  jobMerkleRoot,
} from '../../firmware/domain/job.js';
import { merkleBranch, merkleRoot } from '../../firmware/domain/merkle.js';
import {
  checkShare,
  type Share,
  ShareCode,
  type ShareReject,
  shareCodeName,
} from '../../firmware/domain/share.js';
import { parseTransaction, txid } from '../../firmware/domain/transaction.js';
import type { Case } from './case.js';
import { Random } from './random.js';
import { SAMPLE_BLOCK_NONCE, SAMPLE_EXTRANONCE2, SAMPLE_SHARE_NONCE, sampleJob } from './samples.js';

function sampleShare(change: Partial<Share> = {}): Share {
  const job = sampleJob();
  return {
    sequence: 1,
    jobId: job.id,
    extranonce1: job.extranonce1,
    extranonce2: SAMPLE_EXTRANONCE2,
    time: job.time,
    nonce: SAMPLE_SHARE_NONCE,
    version: job.version,
    ...change,
  };
}

export const cases: Case[] = [
  {
    name: 'job: the header is that of the block the parts make',
    run(t) {
      const random = new Random(11);
      const job = sampleJob();
      const coinbase = parseTransaction(jobCoinbase(job, SAMPLE_EXTRANONCE2));
      const others = [random.bytes(32), random.bytes(32), random.bytes(32), random.bytes(32)];
      job.merkleBranch = merkleBranch([new Uint8Array(32), ...others], 0);
      const root = merkleRoot([txid(coinbase), ...others]);
      t.equal(jobMerkleRoot(job, SAMPLE_EXTRANONCE2), root);
      t.equal(jobHeader(job, SAMPLE_EXTRANONCE2), {
        version: job.version,
        previousHash: job.previousHash,
        merkleRoot: root,
        time: job.time,
        nBits: job.nBits,
        nonce: 0,
      });
      const choice = { version: 0x20002000, time: job.time + 1, nonce: 5 };
      const header = jobHeader(job, SAMPLE_EXTRANONCE2, choice);
      t.equal([header.version, header.time, header.nonce], [0x20002000, job.time + 1, 5]);
      t.throws(() => jobMerkleRoot(job, new Uint8Array(3)), /^RangeError/);
      t.throws(() => jobHeader(job, new Uint8Array(5)), /^RangeError/);
    },
  },
  {
    name: 'job: the sample passes, each broken variant does not',
    run(t) {
      t.equal(checkJob(sampleJob()), undefined);
      const broken: [Partial<Job>, RegExp][] = [
        [{ id: -1 }, /^id/],
        [{ id: 2 ** 32 }, /^id/],
        [{ height: 0 }, /^height/],
        [{ height: 1.5 }, /^height/],
        [{ version: 2 ** 31 }, /^version is/],
        [{ previousHash: new Uint8Array(31) }, /^previous hash/],
        [{ nBits: 0x1d80ffff }, /^nBits/],
        [{ nBits: 0 }, /^nBits/],
        [{ shareBits: 0xff123456 }, /^share bits/],
        [{ shareBits: Number.NaN }, /^share bits/],
        [{ minTime: 2 ** 32 }, /^time bounds/],
        [{ minTime: 1767230001 }, /^time is outside/],
        [{ maxTime: 1767229999 }, /^time is outside/],
        [{ versionMask: 0x20000000 }, /^version mask/],
        [{ versionMask: 0x1000 }, /^version mask/],
        [{ versionMask: -1 }, /^version mask/],
        [{ extranonce1: new Uint8Array(0) }, /^extranonce1/],
        [{ extranonce1: new Uint8Array(9) }, /^extranonce1/],
        [{ extranonce2Length: 1 }, /^extranonce2/],
        [{ extranonce2Length: 9 }, /^extranonce2/],
        [{ coinbasePrefix: new Uint8Array(0) }, /^coinbase prefix/],
        [{ coinbasePrefix: new Uint8Array(1025) }, /^coinbase prefix/],
        [{ coinbaseSuffix: new Uint8Array(0) }, /^coinbase suffix/],
        [{ coinbaseSuffix: new Uint8Array(4097) }, /^coinbase suffix/],
        [{ merkleBranch: Array.from({ length: 25 }, () => new Uint8Array(32)) }, /too long/],
        [{ merkleBranch: [new Uint8Array(33)] }, /not 32 bytes/],
        [{ payoutGroup: '' }, /^payout group/],
        [{ payoutGroup: 'x'.repeat(33) }, /^payout group/],
        [{ payoutGroup: 'Owner' }, /^payout group/],
        [{ payoutGroup: 'a b' }, /^payout group/],
      ];
      for (const [change, reason] of broken) {
        const found = checkJob(sampleJob(change));
        t.ok(found !== undefined && reason.test(found), `${Object.keys(change)[0]}: ${found}`);
      }
    },
  },
  {
    name: 'job: a coinbase for another height, without the extranonce or with a witness is noticed',
    run(t) {
      t.equal(checkJobCoinbase(sampleJob()), undefined);
      const parts = (height: number, extranonceLength: number) => {
        const outputs = [{ value: 1n, script: new Uint8Array(0) }];
        const { prefix, suffix } = buildCoinbaseParts({ height, outputs, extranonceLength });
        return { coinbasePrefix: prefix, coinbaseSuffix: suffix };
      };
      t.equal(checkJobCoinbase(sampleJob({ height: 3, ...parts(3, 8) })), undefined);
      const good = parts(1234, 8);
      const moved = concatBytes(good.coinbasePrefix, good.coinbaseSuffix.subarray(0, 1));
      const spending = good.coinbasePrefix.slice();
      spending[10] = 1;
      const broken: [Partial<Job>, RegExp][] = [
        [parts(1235, 8), /height 1235/],
        [parts(1234, 7), /^coinbase: /],
        [{ ...good, extranonce2Length: 5 }, /^coinbase: /],
        [{ ...good, coinbasePrefix: new Uint8Array(40) }, /^coinbase: /],
        [{ ...good, coinbasePrefix: spending }, /spends/],
        [{ ...good, coinbasePrefix: moved, coinbaseSuffix: good.coinbaseSuffix.subarray(1) }, /not pushed/],
      ];
      for (const [change, reason] of broken) {
        const found = checkJobCoinbase(sampleJob(change));
        t.ok(found !== undefined && reason.test(found), String(found));
      }
    },
  },
  {
    name: 'share: one that meets the share target, and one that makes a block',
    run(t) {
      const share = checkShare(sampleJob(), sampleShare());
      t.ok(share.ok && !share.isBlock);
      const block = checkShare(sampleJob(), sampleShare({ nonce: SAMPLE_BLOCK_NONCE }));
      t.ok(block.ok && block.isBlock);
      const header = jobHeader(sampleJob(), SAMPLE_EXTRANONCE2, { nonce: SAMPLE_BLOCK_NONCE });
      t.equal(block.ok && block.hash, headerHash(header));
      const hard = checkShare(
        sampleJob({ shareBits: 0x1d00ffff }),
        sampleShare({ nonce: SAMPLE_BLOCK_NONCE }),
      );
      t.ok(hard.ok && hard.isBlock, 'a block counts even where the share target is harder');
    },
  },
  {
    name: 'share: each tampered field is refused for its reason',
    run(t) {
      const { time, version, extranonce1 } = sampleShare();
      const low = ShareCode.lowDifficulty;
      const tampered: [Partial<Share>, ShareReject][] = [
        [{ jobId: 78 }, ShareCode.unknownJob],
        [{ nonce: SAMPLE_SHARE_NONCE + 1 }, low],
        [{ nonce: -1 }, ShareCode.malformed],
        [{ nonce: 2 ** 32 }, ShareCode.malformed],
        [{ nonce: 0.5 }, ShareCode.malformed],
        [{ time: Number.NaN }, ShareCode.malformed],
        [{ version: 2 ** 31 }, ShareCode.malformed],
        [{ time: time + 1 }, low],
        [{ time: 1767228999 }, ShareCode.badTime],
        [{ time: 1767237201 }, ShareCode.badTime],
        [{ version: version | 0x2000 }, low],
        [{ version: version | 0x1000 }, ShareCode.badVersion],
        [{ version: version ^ 0x20000000 }, ShareCode.badVersion],
        [{ version: version | -0x80000000 }, ShareCode.badVersion],
        [{ extranonce1: Uint8Array.of(0, 0, 1, 3) }, ShareCode.badExtranonce],
        [{ extranonce1: extranonce1.subarray(0, 3) }, ShareCode.badExtranonce],
        [{ extranonce2: Uint8Array.of(1, 2, 3) }, ShareCode.badExtranonce],
        [{ extranonce2: Uint8Array.of(1, 2, 3, 4, 5) }, ShareCode.badExtranonce],
        [{ extranonce2: Uint8Array.of(1, 2, 3, 5) }, low],
      ];
      for (const [change, reason] of tampered)
        t.equal(checkShare(sampleJob(), sampleShare(change)), { ok: false, reason }, JSON.stringify(change));
    },
  },
  {
    name: 'share: a job with a tampered coinbase, branch, parent or nBits does not accept it',
    run(t) {
      const job = sampleJob();
      const bent = (bytes: Uint8Array, at = bytes.length - 10) => {
        const copy = bytes.slice();
        copy[at]! ^= 1;
        return copy;
      };
      const low = { ok: false, reason: ShareCode.lowDifficulty };
      const tampered: Partial<Job>[] = [
        { coinbasePrefix: bent(job.coinbasePrefix, 0) },
        { coinbaseSuffix: bent(job.coinbaseSuffix) },
        { merkleBranch: job.merkleBranch.slice(1) },
        { merkleBranch: [...job.merkleBranch.slice(0, 2), bent(job.merkleBranch[2]!)] },
        { previousHash: bent(job.previousHash) },
        { nBits: 0x1f00fffe },
        { shareBits: 0x1f00ffff },
      ];
      const share = sampleShare();
      for (const change of tampered)
        t.equal(checkShare(sampleJob(change), share), low, Object.keys(change)[0]!);
    },
  },
  {
    name: 'share: codes have names',
    run(t) {
      t.equal(shareCodeName(ShareCode.accepted), 'accepted');
      t.equal(shareCodeName(ShareCode.lowDifficulty), 'low-difficulty');
      t.equal(shareCodeName(ShareCode.internal), 'internal');
      t.equal(shareCodeName(99), 'code-99');
      t.equal(Object.values(ShareCode), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    },
  },
];
