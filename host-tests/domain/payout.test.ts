/** That a job pays its owner, at length; and the coinbase of a real block. The rest is in cases/payout-cases.ts. */
import test from 'ava';
import { parseBlock } from '../../firmware/domain/block.js';
import { ByteWriter } from '../../firmware/domain/bytes.js';
import { subsidy } from '../../firmware/domain/chain.js';
import type { Job } from '../../firmware/domain/job.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { checkPayout } from '../../firmware/domain/payout.js';
import { writeTransaction } from '../../firmware/domain/transaction.js';
import { checkGenerated, checkMutated } from '../cases/payout-cases.js';
import { sampleJob } from '../cases/samples.js';
import { vector } from './vectors.js';

test('10,000 generated coinbases: a right one is never refused, a wrong one always', t => {
  t.deepEqual(checkGenerated(5, 10_000), { right: 10_000, poor: 10_000, over: 10_000 });
});

test('30,000 broken jobs: none crashes the check, and none that pays the owner too little passes', t => {
  const { refused, passed } = checkMutated(7, 30_000);
  t.true(refused > 10_000 && passed > 1000);
  t.log(`${refused} refused, ${passed} passed`);
});

test('the real coinbase of block 830,000, byte for byte, with the extranonce anywhere after its height', t => {
  const bytes = vector(t, 'mainnet-block-830000.bin');
  if (!bytes) return;
  const coinbase = parseBlock(bytes).transactions[0]!;
  const writer = new ByteWriter();
  writeTransaction(writer, coinbase, false);
  const raw = writer.toBytes();
  const { mainnet } = NETWORKS;
  const total = coinbase.outputs.reduce((sum, { value }) => sum + value, 0n);
  const fees = total - subsidy(mainnet, 830_000);
  t.true(fees > 0n);
  const largest = coinbase.outputs.reduce((a, b) => (b.value > a.value ? b : a));
  const { length } = coinbase.inputs[0]!.scriptSig;

  const jobAt = (at: number, gap: number, change: Partial<Job> = {}): Job =>
    sampleJob({
      height: 830_000,
      fees,
      extranonce1: raw.slice(at, at + 4),
      extranonce2Length: gap - 4,
      coinbasePrefix: raw.slice(0, at),
      coinbaseSuffix: raw.slice(at + gap),
      ...change,
    });
  const check = (job: Job, script: Uint8Array | undefined, share: number) =>
    checkPayout(mainnet, job, { script, share })?.reason;

  const first = 42 + 4; // behind the push of the height
  for (const gap of [6, 8, 12]) {
    for (let at = first; at + gap <= 42 + length; at++)
      t.is(check(jobAt(at, gap), largest.script, 9800), undefined);
    t.is(check(jobAt(first - 1, gap), largest.script, 9800), 'job-coinbase', 'in the height');
    t.is(check(jobAt(42 + length - gap + 1, gap), largest.script, 9800), 'job-coinbase', 'in the sequence');
  }
  const job = jobAt(first, 8);
  // The pool's second output, of 546 satoshi, is 0.0084 basis points of the whole.
  for (const { value, script } of coinbase.outputs) {
    t.is(check(job, script, 0), value > 0n ? undefined : 'job-payout');
    t.is(check(job, script, 1), value === largest.value ? undefined : 'job-payout');
  }
  t.is(check(job, largest.script, 10_000), 'job-payout', 'not the whole');
  t.is(check(job, undefined, 9800), undefined);
  t.is(check({ ...job, fees: fees - 1n }, largest.script, 9800), 'job-overpays');
  t.is(check({ ...job, fees: fees + 1n }, largest.script, 9800), undefined);
  t.is(check({ ...job, height: 830_001 }, largest.script, 9800), 'job-coinbase');
  t.is(
    check({ ...job, fees: fees * 2n }, largest.script, 9800),
    'job-payout',
    'fees claimed that nobody gets',
  );
});
