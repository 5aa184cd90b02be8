/** Share verification by itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { ShareCode } from '../../firmware/domain/share.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import { addDevice } from '../../trusted-node/fleet/devices.js';
import { openStore } from '../../trusted-node/store/store.js';
import { ShareVerification } from '../../trusted-node/work/verification.js';

test('rejected shares are counted once, whichever transaction carries them', async t => {
  const data = mkdtempSync(join(tmpdir(), 'mite-shares-'));
  const db = await openStore(data);
  try {
    await addDevice(db, 'a');
    const previousHash = new Uint8Array(32);
    const job = {
      id: 1,
      clean: true,
      height: 1,
      version: 0x20000000,
      previousHash,
      nBits: 0x1d00ffff,
      time: 1,
      minTime: 1,
      maxTime: 1,
      versionMask: 0,
      // 2^256 - 1 cannot be written in compact form: this is met by all but one hash in 256.
      shareBits: 0x2100ff00,
      extranonce1: new Uint8Array(4),
      extranonce2Length: 4,
      coinbasePrefix: new Uint8Array(8),
      coinbaseSuffix: new Uint8Array(8),
      merkleBranch: [],
      fees: 0n,
      payoutGroup: 'solo',
    };
    const assignment = { job, device: 'a', session: 1, template: { group: 'solo' } };
    const outcomes: number[] = [];
    const verification = new ShareVerification(
      db,
      { tip: () => ({ hash: previousHash, height: 0 }) } as never,
      { find: async () => assignment, stillCounts: () => true } as never,
      openLogger('silent'),
      ({ code }) => outcomes.push(code),
    );
    for (let nonce = 0; nonce < 20; nonce++) {
      verification.refuse('a', { sequence: nonce, jobId: 1 });
      const stored = verification.submit('a', {
        sequence: nonce,
        jobId: 1,
        extranonce1: job.extranonce1,
        extranonce2: new Uint8Array(4),
        time: 1,
        nonce,
        version: job.version,
      });
      // Both wait for the same busy database.
      const busy = db.transaction().execute(() => new Promise(resolve => setTimeout(resolve, 5)));
      for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
      await Promise.all([busy, verification.storeCounts(), stored]);
    }
    await verification.close();
    const rows = await db.selectFrom('share_counts').selectAll().execute();
    const count = (code: number) => rows.find(row => row.code === code)?.count ?? 0;
    t.is(count(ShareCode.notAuthorised), 20);
    t.is(count(ShareCode.accepted) + count(ShareCode.lowDifficulty), 20);
    t.is(outcomes.length, 40);
  } finally {
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  }
});
