/** Jobs whose coinbase a pool made: what the board can still check, and what its owner decides about the rest. */
import { acceptJob } from '../../firmware/domain/accepted-job.js';
import { ByteWriter, equalBytes } from '../../firmware/domain/bytes.js';
import type { ChainPoint } from '../../firmware/domain/chain-point.js';
import { checkJob, checkJobCoinbase, type Job } from '../../firmware/domain/job.js';
import { judgePayout } from '../../firmware/domain/payout.js';
import { heightPush } from '../../firmware/domain/script.js';
import type { TxOutput } from '../../firmware/domain/transaction.js';
import { type GateCommand, JobGate, PARENT_MS } from '../../firmware/parts/chain/job-gate.js';
import type { Case } from './case.js';
import { Chain, EASY } from './chain-model.js';
import { pointAt } from './chain-point-cases.js';
import { jobOn, OWNER, POLICY } from './chain-session.js';

const OTHER = OWNER.slice().fill(7, 2);
const GAP = 8;

/** As pools make them: the extranonce last in the scriptSig, behind the pool's own bytes. */
function poolJob(chain: Chain, outputs: readonly TxOutput[], change: Partial<Job> = {}): Job {
  const base = jobOn(chain);
  const push = heightPush(base.height);
  const own = Uint8Array.of(4, 1, 2, 3, 4, 3, 0x70, 0x70, 0x31);
  const prefix = new ByteWriter(64)
    .u32(1)
    .u8(1)
    .bytes(new Uint8Array(32))
    .u32(0xffffffff)
    .u8(push.length + own.length + GAP)
    .bytes(push)
    .bytes(own);
  const suffix = new ByteWriter(64).u32(0).varint(outputs.length);
  for (const { value, script } of outputs) suffix.u64(value).varint(script.length).bytes(script);
  return {
    ...base,
    extranonce1: new Uint8Array(4),
    extranonce2Length: 4,
    coinbasePrefix: prefix.toBytes(),
    coinbaseSuffix: suffix.u32(0).toBytes(),
    fees: 0n,
    pool: true,
    ...change,
  };
}

function gateOn(policy: typeof POLICY, ...points: ChainPoint[]) {
  const chain = {
    points,
    refused: false,
    find: (hash: Uint8Array) => chain.points.find(point => equalBytes(point.hash, hash)),
  };
  return { chain, gate: new JobGate(EASY, chain, policy) };
}

const words = (commands: readonly GateCommand[]): string[] =>
  commands.map(command => ('reason' in command ? `${command.kind} ${command.reason}` : command.kind));
const came = (job: Job) => ({ job, receivedAt: 0 });
const WARN = { ...POLICY, unverified: true };
const COINS = 5_000_000_000n;

export const cases: Case[] = [
  {
    name: 'pool job: its coinbase may hold the extranonce anywhere, but must be one; fees are never stated',
    run(t) {
      const chain = new Chain(EASY).grown(3);
      const job = poolJob(chain, [{ value: COINS, script: OWNER }]);
      t.equal(checkJob(job), undefined);
      t.equal(checkJobCoinbase(job), undefined);
      const { pool: _, ...own } = job;
      t.ok(checkJobCoinbase(own)?.includes('not pushed'), 'a node that builds its own coinbase must push it');
      t.equal(checkJob({ ...job, fees: 1n }), 'fees of a pool are not known');
      t.ok(checkJobCoinbase({ ...job, height: job.height + 1 })?.includes('for height'), 'two heights');
      t.ok(checkJobCoinbase({ ...job, coinbaseSuffix: job.coinbaseSuffix.subarray(1) }) !== undefined);
    },
  },
  {
    name: 'pool job: pays, does not pay, not known',
    run(t) {
      const chain = new Chain(EASY).grown(3);
      const answer = (outputs: readonly TxOutput[], share: number, known = true) => {
        const script = known ? OWNER : undefined;
        const { answer: found, refusal } = judgePayout(EASY, poolJob(chain, outputs), { script, share });
        return `${found}${refusal === undefined ? '' : ` ${refusal.reason}`}`;
      };
      const split = (owner: bigint): TxOutput[] => [
        { value: owner, script: OWNER },
        { value: COINS - owner, script: OTHER },
        { value: 0n, script: Uint8Array.of(0x6a) },
      ];
      t.equal(answer(split(COINS), 10_000), 'pays');
      t.equal(answer(split((COINS * 98n) / 100n), 9_800), 'pays');
      t.equal(answer(split((COINS * 98n) / 100n - 1n), 9_800), 'short job-payout');
      t.equal(answer(split(1n), 0), 'pays');
      t.equal(answer(split(0n), 0), 'short job-payout');
      t.equal(answer(split(COINS), 9_800, false), 'unknown');
      // More than subsidy and no fees: nobody can tell, and nobody is accused.
      t.equal(answer([{ value: COINS * 4n, script: OWNER }], 9_800), 'pays');
      // The extranonce inside an output that might be the owner's.
      const middle = poolJob(chain, []);
      const push = heightPush(middle.height);
      const prefix = new ByteWriter(64)
        .u32(1)
        .u8(1)
        .bytes(new Uint8Array(32))
        .u32(0xffffffff)
        .u8(push.length + 1)
        .bytes(push)
        .u8(0)
        .u32(0)
        .u8(1)
        .u64(COINS)
        .u8(OWNER.length)
        .bytes(OWNER.subarray(0, OWNER.length - GAP));
      const job = { ...middle, coinbasePrefix: prefix.toBytes(), coinbaseSuffix: new Uint8Array(4) };
      t.equal(checkJobCoinbase(job), undefined);
      const found = judgePayout(EASY, job, { script: OWNER, share: 9_800 });
      t.equal(`${found.answer} ${found.refusal?.reason}`, 'unknown job-payout');
      // A thousand outputs are read without being built.
      const many = Array.from({ length: 100 }, () => ({ value: 1n, script: OTHER }));
      t.equal(answer([...many, { value: COINS * 1_000n, script: OWNER }], 9_800), 'pays');
    },
  },
  {
    name: 'pool job: without a verified parent only with the owner’s leave, and the rest is checked all the same',
    run(t) {
      const chain = new Chain(EASY).grown(3);
      const job = poolJob(chain, [{ value: COINS, script: OWNER }]);
      const verdict = (change: Partial<Job>, demand: typeof POLICY) => {
        const found = acceptJob(EASY, { ...job, ...change }, undefined, undefined, demand);
        return 'refusal' in found ? found.refusal.reason : `taken ${found.payout}`;
      };
      t.equal(verdict({}, WARN), 'taken pays');
      t.equal(verdict({}, POLICY), 'job-unknown-parent');
      const { pool: _, ...own } = job;
      const found = acceptJob(EASY, own, undefined, undefined, WARN);
      t.equal('refusal' in found && found.refusal.reason, 'job-unknown-parent', 'no pool, no leave');
      t.equal(verdict({ height: job.height + 1 }, WARN), 'job-coinbase');
      t.equal(verdict({}, { ...WARN, script: OTHER }), 'job-payout');
      t.equal(verdict({}, { ...WARN, script: OTHER, enforce: false }), 'taken short');
      const placed = acceptJob(EASY, { ...job, nBits: 0x207ffffe }, pointAt(chain), undefined, WARN);
      t.equal('refusal' in placed && placed.refusal.reason, 'job-bits', 'where there is a chain, it counts');
    },
  },
  {
    name: 'pool job: the gate; a node that was caught gains nothing by calling itself a pool',
    run(t) {
      const chain = new Chain(EASY).grown(3);
      const job = poolJob(chain, [{ value: COINS, script: OWNER }]);
      const strict = gateOn(POLICY);
      t.equal(words(strict.gate.job(came(job), 0, undefined)), ['want']);
      const [refused] = strict.gate.tick(PARENT_MS, false);
      t.equal(refused?.kind === 'refuse' && refused.reason, 'job-unknown-parent');
      t.ok(refused?.kind === 'refuse' && refused.text.includes('chain.check'));
      t.equal(words(strict.gate.configure(WARN, undefined)), ['accept'], 'the owner gives leave');
      t.ok(strict.gate.unverified);
      t.equal(words(strict.gate.configure(POLICY, undefined)), ['over'], 'and takes it back');

      const { chain: points, gate } = gateOn(WARN);
      t.equal(words(gate.job(came(job), 0, undefined)), ['accept']);
      t.equal(gate.payout, 'ok');
      t.equal(words(gate.moved(0, undefined)), [], 'no chain of the board says that it is over');
      points.refused = true;
      gate.caught();
      t.equal(words(gate.job(came({ ...job, id: 78 }), 0, undefined)), []);
      t.equal(words(gate.configure(WARN, undefined)), []);
      points.refused = false;
      t.equal(words(gate.moved(0, undefined)), ['accept']);

      const known = gateOn(WARN, pointAt(chain));
      t.equal(words(known.gate.job(came(job), 0, undefined)), ['accept']);
      t.ok(!known.gate.unverified);
      t.equal(words(known.gate.job(came({ ...job, id: 79, nBits: 0x207ffffe }), 0, undefined)), [
        'refuse job-bits',
      ]);
    },
  },
];
