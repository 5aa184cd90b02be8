/** The miner's state machine, as scenarios. @module */
import { equalBytes } from '../../firmware/domain/bytes.js';
import { decodeHeader } from '../../firmware/domain/header.js';
import { ShareCode } from '../../firmware/domain/share.js';
import { MAX_PENDING } from '../../firmware/parts/mining/pending.js';
import { depositBits } from '../../firmware/parts/mining/work.js';
import { findMiss, findNonce, MinerDriver } from '../support/miner-driver.js';
import type { Case } from './case.js';
import { accept, EASY, easyJob, find, mining, OTHER_TIP } from './mining-bed.js';
import { sampleJob } from './samples.js';

export const cases: Case[] = [
  {
    name: 'miner: waits for a connection, then for a job, then mines',
    run(t) {
      const driver = new MinerDriver();
      t.equal(driver.feed({ kind: 'started' }), []);
      t.equal(driver.state, 'connecting');
      driver.feed({ kind: 'connected' });
      t.equal(driver.state, 'waiting');
      t.equal(driver.feed({ kind: 'job', job: easyJob() }), ['startSearch', 'nextSearch', 'sendStatus']);
      t.equal(driver.state, 'mining');
    },
  },
  {
    name: 'miner: a share goes out once, and a node that accepts it is counted',
    run(t) {
      const driver = mining();
      const nonce = find(driver);
      t.equal(driver.shares.length, 1);
      t.equal(driver.shares[0]!.nonce, nonce);
      driver.feed({ kind: 'candidate', workId: driver.current!.id, nonce, versionBits: 0 });
      t.equal(driver.shares.length, 1);
      t.equal(driver.counters.duplicates, 1);
      accept(driver, 0);
      accept(driver, 0); // the result again
      t.equal(driver.counters.accepted, 1);
      t.equal(driver.miner.status(driver.now).pending, 0);
    },
  },
  {
    name: 'miner: a kernel that errs is counted and nothing is sent',
    run(t) {
      const driver = mining();
      const work = driver.current!;
      driver.feed({ kind: 'candidate', workId: work.id, nonce: findMiss(work), versionBits: 0 });
      t.equal(driver.shares.length, 0);
      t.equal(driver.counters.mismatches, 1);
      t.equal(driver.counters.found, 0);
    },
  },
  {
    name: 'miner: four version bits inside a unit, then the others, then extranonce2; no header twice',
    run(t) {
      const driver = mining(easyJob({ versionMask: 0x7e000 }));
      const versions: number[] = [];
      const roots = new Set<string>();
      for (let i = 0; i < 8; i++) {
        const header = decodeHeader(driver.current!.header);
        t.equal(driver.current!.versionMask, 0x1e000);
        versions.push(header.version);
        roots.add(header.merkleRoot.join());
        driver.exhaust();
      }
      const [a, b, c, d] = [0x20000000, 0x20020000, 0x20040000, 0x20060000];
      t.equal(versions, [a, b, c, d, a, b, c, d]);
      t.equal(roots.size, 2);
    },
  },
  {
    name: 'miner: a mask of four bits or fewer is rolled inside the unit alone',
    run(t) {
      for (const versionMask of [0x2000, 0x10004000, 0x1e000]) {
        const driver = mining(easyJob({ versionMask }));
        const roots = new Set<string>();
        for (let i = 0; i < 4; i++) {
          t.equal(driver.current!.versionMask, versionMask);
          roots.add(decodeHeader(driver.current!.header).merkleRoot.join());
          driver.exhaust();
        }
        t.equal(roots.size, 4);
      }
    },
  },
  {
    name: 'miner: a share carries the version that was found, and one nonce may be a share in several versions',
    run(t) {
      const driver = mining(easyJob({ versionMask: 0x1fffe000 }));
      driver.exhaust(); // to a unit whose own version differs from the job's
      const work = driver.current!;
      const { version } = decodeHeader(work.header);
      t.equal(version, 0x20020000);
      const nonces = [0, 0x6000, 0x1e000].map(bits => {
        const nonce = findNonce(work, 0, bits);
        driver.feed({ kind: 'candidate', workId: work.id, nonce, versionBits: bits });
        return nonce;
      });
      t.equal(
        driver.shares.map(share => [share.version, share.nonce]),
        [
          [version, nonces[0]],
          [version ^ 0x6000, nonces[1]],
          [version ^ 0x1e000, nonces[2]],
        ],
      );
      let both = 0;
      while (findNonce(work, both, 0x2000) !== both || findNonce(work, both, 0x4000) !== both) both++;
      for (const versionBits of [0x2000, 0x4000, 0x4000])
        driver.feed({ kind: 'candidate', workId: work.id, nonce: both, versionBits });
      t.equal(driver.shares.length, 5);
      t.equal(driver.counters.duplicates, 1);
      t.equal(driver.counters.mismatches, 0);
    },
  },
  {
    name: 'miner: version bits outside the unit or the job are a mismatch',
    run(t) {
      const driver = mining(easyJob({ versionMask: 0x7e000 }));
      const work = driver.current!;
      for (const bits of [0x20000, 0x80000, 1, 0x80000000]) {
        const nonce = findNonce(work, 0, bits);
        driver.feed({ kind: 'candidate', workId: work.id, nonce, versionBits: bits });
      }
      t.equal(driver.counters.mismatches, 4);
      t.equal(driver.shares.length, 0);
    },
  },
  {
    name: 'miner: without a version mask every unit has its own extranonce2, even across jobs',
    run(t) {
      const driver = mining(easyJob({ versionMask: 0 }));
      const roots = new Set<string>();
      for (let i = 0; i < 6; i++) {
        roots.add(decodeHeader(driver.current!.header).merkleRoot.join());
        if (i === 3)
          driver.feed({ kind: 'job', job: easyJob({ id: 78, versionMask: 0, shareBits: 0x2000ffff }) });
        else driver.exhaust();
      }
      t.equal(roots.size, 6);
    },
  },
  {
    name: 'miner: the header time follows the clock and stops at maxTime',
    run(t) {
      const job = easyJob({ maxTime: sampleJob().time + 25 });
      const driver = mining(job);
      const times = new Set<number>();
      for (let i = 0; i < 60; i++) {
        times.add(decodeHeader(driver.current!.header).time - job.time);
        driver.pass(1);
      }
      t.equal([...times], [0, 10, 20]);
      t.equal(driver.state, 'mining');
    },
  },
  {
    name: 'miner: a job with another split of the extranonce is taken up',
    run(t) {
      const driver = mining(easyJob({ versionMask: 0 }));
      const short = easyJob({ id: 80, versionMask: 0, extranonce2Length: 2 });
      // The coinbase of the sample pushes 8 bytes; 6 + 2 keep it so.
      driver.feed({ kind: 'job', job: { ...short, extranonce1: new Uint8Array(6) } });
      driver.feed({
        kind: 'candidate',
        workId: driver.current!.id,
        nonce: findNonce(driver.current!),
        versionBits: 0,
      });
      t.equal(driver.shares[0]?.extranonce2.length, 2);
    },
  },
  {
    name: 'miner: a candidate of a replaced job still counts, one of a cleaned job is stale',
    run(t) {
      const driver = mining();
      const old = driver.current!;
      driver.feed({ kind: 'job', job: easyJob({ id: 78, time: sampleJob().time + 1 }) });
      driver.feed({ kind: 'candidate', workId: old.id, nonce: findNonce(old), versionBits: 0 });
      t.equal(driver.shares[0]?.jobId, 77);
      const replaced = driver.current!;
      driver.feed({ kind: 'job', job: easyJob({ id: 79, clean: true, previousHash: OTHER_TIP }) });
      driver.feed({ kind: 'candidate', workId: replaced.id, nonce: findNonce(replaced), versionBits: 0 });
      t.equal(driver.shares.length, 1);
      t.equal(driver.counters.stale, 1);
    },
  },
  {
    name: 'miner: continues without the node for two minutes, keeps the shares and delivers them in order',
    run(t) {
      const driver = mining();
      driver.feed({ kind: 'disconnected' });
      driver.pass(30);
      t.equal(driver.state, 'mining');
      const first = find(driver);
      const second = find(driver, first + 1);
      t.equal(driver.shares.length, 0);
      driver.feed({ kind: 'connected' });
      t.equal(
        driver.shares.map(share => share.nonce),
        [first, second],
      );
      driver.feed({ kind: 'disconnected' });
      driver.pass(121);
      t.equal(driver.state, 'connecting');
      driver.feed({ kind: 'connected' });
      t.equal(driver.shares.length, 4, 're-sent');
    },
  },
  {
    name: 'miner: offline it stops when the job has no time left',
    run(t) {
      const driver = mining(easyJob({ maxTime: sampleJob().time + 40 }));
      driver.feed({ kind: 'disconnected' });
      driver.pass(40);
      t.equal(driver.state, 'mining');
      driver.pass(1);
      t.equal(driver.state, 'connecting');
    },
  },
  {
    name: 'miner: shares found offline are dropped when the tip has passed meanwhile, blocks are not',
    run(t) {
      const driver = mining(easyJob({ nBits: 0x1f7fffff, shareBits: EASY }));
      driver.feed({ kind: 'disconnected' });
      find(driver);
      driver.feed({ kind: 'job', job: easyJob({ id: 90, previousHash: OTHER_TIP, nBits: EASY }) });
      t.equal(driver.counters.stale, 1);
      find(driver); // a block, since the block target is the share target
      driver.feed({ kind: 'job', job: easyJob({ id: 91, clean: true }) });
      driver.feed({ kind: 'connected' });
      t.equal(driver.shares.length, 1);
      accept(driver, 0, ShareCode.block);
      t.equal(driver.counters.blocks, 1);
    },
  },
  {
    name: 'miner: a share without a result is sent again, after an internal error five times',
    run(t) {
      const driver = mining();
      find(driver);
      driver.pass(14);
      t.equal(driver.shares.length, 1);
      driver.pass(1);
      t.equal(driver.shares.length, 2);
      for (let i = 0; i < 5; i++) accept(driver, 0, ShareCode.internal);
      t.equal(driver.counters.rejected, 1);
      t.equal(driver.miner.status(driver.now).reasons, { internal: 1 });
      driver.pass(60);
      t.equal(driver.shares.length, 2);
    },
  },
  {
    name: 'miner: the queue is bounded; the oldest share that is not a block goes first',
    run(t) {
      const driver = mining(easyJob({ nBits: EASY })); // all blocks
      driver.feed({ kind: 'disconnected' });
      let nonce = -1;
      for (let i = 0; i < 3; i++) nonce = find(driver, nonce + 1);
      driver.feed({ kind: 'job', job: easyJob({ id: 78, time: sampleJob().time + 1 }) }); // shares
      nonce = -1;
      for (let i = 0; i < MAX_PENDING; i++) nonce = find(driver, nonce + 1);
      t.equal(driver.miner.status(driver.now).pending, MAX_PENDING);
      t.equal(driver.counters.dropped, 3);
      driver.feed({ kind: 'connected' });
      t.equal(
        driver.shares.map(share => share.sequence),
        [1, 2, 3, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
      );
    },
  },
  {
    name: 'miner: paused by two, it resumes when both have let go',
    run(t) {
      const driver = mining();
      t.equal(driver.feed({ kind: 'pause', by: 'user' }), ['stopSearch', 'sendStatus']);
      driver.feed({ kind: 'pause', by: 'node' });
      driver.feed({ kind: 'resume', by: 'user' });
      driver.feed({ kind: 'job', job: easyJob({ id: 78 }) });
      t.equal(driver.state, 'paused');
      driver.feed({ kind: 'resume', by: 'node' });
      t.equal(driver.state, 'mining');
    },
  },
  {
    name: 'miner: in fault it refuses to mine for good, and says why',
    run(t) {
      const driver = new MinerDriver();
      driver.feed({ kind: 'fault', reason: 'self-test failed: genesis' });
      driver.feed({ kind: 'started' });
      driver.feed({ kind: 'connected' });
      driver.feed({ kind: 'job', job: easyJob() });
      driver.feed({ kind: 'resume', by: 'user' });
      t.equal(driver.state, 'fault');
      t.equal(driver.current, undefined);
      t.equal(driver.miner.status(driver.now).fault, 'self-test failed: genesis');
    },
  },
  {
    name: 'miner: a block on the parent of its job ends the job',
    run(t) {
      const driver = mining();
      const { previousHash } = decodeHeader(driver.current!.header);
      driver.feed({ kind: 'over', parent: OTHER_TIP });
      t.equal(driver.state, 'mining');
      driver.feed({ kind: 'over', parent: previousHash });
      t.equal(driver.state, 'waiting');
      driver.feed({ kind: 'job', job: easyJob({ id: 78, previousHash: OTHER_TIP }) });
      t.equal(driver.state, 'mining');
    },
  },
  {
    name: 'miner: the board does not work for a node that was caught; the same job, if good after all, continues with other work',
    run(t) {
      const driver = new MinerDriver();
      driver.feed({ kind: 'started' });
      driver.feed({ kind: 'connected' });
      driver.feed({ kind: 'job', job: easyJob() });
      const first = driver.current!.header;
      driver.feed({ kind: 'refused' });
      t.equal(driver.state, 'waiting');
      t.equal(driver.current, undefined);
      driver.feed({ kind: 'job', job: easyJob() });
      t.equal(driver.state, 'mining');
      t.ok(!equalBytes(driver.current!.header, first), 'other work');
    },
  },
  {
    name: 'miner: the same job again changes nothing',
    run(t) {
      const driver = mining();
      const before = driver.current;
      driver.feed({ kind: 'job', job: easyJob() });
      t.ok(driver.current === before);
    },
  },
  {
    name: 'miner: counter bits go to the mask from its lowest bit on',
    run(t) {
      t.equal(depositBits(0b101, 0x1fffe000), 0xa000);
      t.equal(depositBits(0xffff, 0x1fffe000), 0x1fffe000);
      t.equal(depositBits(0b11, 0b1001000), 0b1001000);
    },
  },
];
