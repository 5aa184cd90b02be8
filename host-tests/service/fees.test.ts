/** The node's jobs say their fees, and pass the payout check of the board that they pay. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { subsidy } from '../../firmware/domain/chain.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { checkPayout } from '../../firmware/domain/payout.js';
import { decodeJob, encodeJob } from '../../firmware/protocol/mite/job.js';
import { addDevice } from '../../trusted-node/fleet/devices.js';
import { openStore } from '../../trusted-node/store/store.js';
import { JobStore } from '../../trusted-node/work/jobs.js';
import { Sessions } from '../../trusted-node/work/sessions.js';

test('fees are what a template pays above the subsidy of its height, even for a job of an earlier run', async t => {
  const data = mkdtempSync(join(tmpdir(), 'mite-fees-'));
  const db = await openStore(data);
  try {
    await addDevice(db, 'a');
    const { regtest } = NETWORKS;
    const script = Uint8Array.from([0, 20, ...new Uint8Array(20).fill(7)]);
    const jobs = new JobStore(db, regtest);
    const sessions = new Sessions(db, jobs, () => 0, undefined);
    const hello = {
      boot: '00112233aabbccdd',
      board: 'host',
      firmware: '0.1.0',
      rate: 0,
      versionRolling: true,
    };
    const session = await sessions.hello('a', hello);
    for (const height of [149, 150, 33 * 150]) {
      for (const fees of [0n, 12_345n]) {
        const template = {
          height,
          version: 0x20000000,
          previousHash: new Uint8Array(32),
          nBits: 0x207fffff,
          time: 1,
          minTime: 1,
          maxTime: 7200,
          value: subsidy(regtest, height) + fees,
          transactions: [],
          witnessCommitment: new Uint8Array(32),
          merkleBranch: [],
        };
        const made = await jobs.addTemplate(template, new Map([['solo', script]]));
        const request = { session: session!.id, device: 'a', work: 1n, versionRolling: true, clean: true };
        const [assigned] = await jobs.assign([{ ...request, template: made.get('solo')! }], 1);
        const job = decodeJob(encodeJob(assigned!.job));
        t.is(job.fees, fees);
        t.deepEqual((await new JobStore(db, regtest).find(job.id))?.job, assigned!.job);
        t.is(checkPayout(regtest, job, { script, share: 10_000 }), undefined);
        t.is(
          checkPayout(regtest, job, { script: script.subarray(1), share: 0 })?.reason,
          template.value > 0n ? 'job-payout' : undefined,
        );
      }
    }
  } finally {
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  }
});
