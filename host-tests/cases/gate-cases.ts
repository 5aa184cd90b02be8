/** Which jobs pass to the miner: the place of a job in the chain, and what becomes of it when the chain moves. */

import { equalBytes } from '../../firmware/domain/bytes.js';
import { type ChainPoint, expectedBits } from '../../firmware/domain/chain-point.js';
import type { Job } from '../../firmware/domain/job.js';
import { checkJobPlace } from '../../firmware/domain/job-place.js';
import { type GateCommand, JobGate, PARENT_MS } from '../../firmware/parts/chain/job-gate.js';
import type { ReceivedJob } from '../../firmware/ports/work-source.js';
import type { Case } from './case.js';
import { Chain, EASY, EASY_BIP94 } from './chain-model.js';
import { EASY_RULES, pointAt, wildChain } from './chain-point-cases.js';
import { begun, jobOn, OWNER, POLICY } from './chain-session.js';
import { Random } from './random.js';

/** A gate on points that are given by hand. */
function gateOn(...points: ChainPoint[]) {
  const chain = {
    points,
    refused: false,
    find: (hash: Uint8Array) => chain.points.find(point => equalBytes(point.hash, hash)),
  };
  return { chain, gate: new JobGate(EASY, chain, POLICY) };
}

function came(job: Job, receivedAt = 0): ReceivedJob {
  return { job, receivedAt };
}

const words = (commands: readonly GateCommand[]): string[] =>
  commands.map(command => ('reason' in command ? `${command.kind} ${command.reason}` : command.kind));

export const cases: Case[] = [
  {
    name: 'gate: each way in which a job can be out of place',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const point = pointAt(chain);
      const reason = (change: Partial<Job>, clock?: number) =>
        checkJobPlace(EASY, jobOn(chain, change), point, clock)?.reason;
      const { time } = jobOn(chain);
      t.equal(reason({}), undefined);
      t.equal(reason({ previousHash: chain.mined[11]!.hash }), 'job-unknown-parent');
      for (const height of [0, 12, 14, 0xffffffff]) t.equal(reason({ height }), 'job-height');
      for (const nBits of [0, 0x201fffff, 0x2100ffff]) t.equal(reason({ nBits }), 'job-bits');
      t.equal(reason({ minTime: chain.earliest }), undefined);
      t.equal(reason({ minTime: chain.earliest - 1 }), 'job-time');
      t.equal(reason({}, time - 7_200), undefined);
      t.equal(reason({}, time - 7_201), 'job-time');
      t.equal(reason({ version: 4 }), undefined);
      for (const version of [3, 0, -1]) t.equal(reason({ version }), 'job-version');
    },
  },
  {
    name: 'gate: nBits that depend on the time are right for every time between minTime and maxTime',
    run(t) {
      // A job that passes is right at each single second: the two ends and the middle are enough, as nBits have one step.
      const random = new Random(6101);
      let passed = 0;
      let refused = 0;
      for (const rules of [EASY_RULES[1]!, EASY_RULES[2]!])
        for (let round = 0; round < 12; round++) {
          const chain = new Chain(rules).grown(8, { after: 1 }).grown(random.between(1, 6), () => ({
            after: random.between(1, 1_300),
          }));
          const point = pointAt(chain);
          const parent = chain.tip.header.time;
          for (let i = 0; i < 12; i++) {
            const minTime = Math.max(chain.earliest, parent + random.between(1_090, 1_230));
            const maxTime = minTime + random.between(0, 120);
            const time = random.between(minTime, maxTime);
            const nBits = chain.bits(random.pick([minTime, maxTime]));
            const job = jobOn(chain, { minTime, maxTime, time, nBits });
            const fault = checkJobPlace(rules, job, point, undefined);
            let right = true;
            for (let at = minTime; at <= maxTime; at++) right &&= expectedBits(rules, point, at) === nBits;
            t.equal(fault?.reason, right ? undefined : 'job-bits');
            if (right) passed++;
            else refused++;
          }
        }
      t.ok(passed > 20 && refused > 20, `${passed} right, ${refused} wrong`);
    },
  },
  {
    name: 'gate: a job on any verified header passes, whatever the network',
    run(t) {
      const random = new Random(6102);
      for (const rules of EASY_RULES)
        for (let round = 0; round < 4; round++) {
          const chain = wildChain(rules, random, random.between(0, 20));
          const { time } = jobOn(chain);
          const job = jobOn(chain, { minTime: time, maxTime: time });
          t.equal(checkJobPlace(rules, job, pointAt(chain), time), undefined);
        }
    },
  },
  {
    name: "gate: minTime obeys BIP94 at a period's border",
    run(t) {
      const chain = new Chain(EASY_BIP94).grown(6).grown(1, { after: 1_000 });
      const least = chain.tip.header.time - 600;
      t.equal(chain.earliest, least);
      const reason = (minTime: number) =>
        checkJobPlace(EASY_BIP94, jobOn(chain, { minTime }), pointAt(chain), undefined)?.reason;
      t.equal(reason(least), undefined);
      t.equal(reason(least - 1), 'job-time');
    },
  },
  {
    name: 'gate: a job waits for its parent once that is requested, but not forever',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const { chain: points, gate } = gateOn(pointAt(chain, 11));
      const job = jobOn(chain);
      t.equal(words(gate.job(came(job), 0, undefined)), ['want']);
      t.equal(words(gate.tick(PARENT_MS - 1, false)), []);
      points.points = [pointAt(chain)];
      t.equal(words(gate.moved(PARENT_MS, undefined)), ['accept']);
      t.equal(words(gate.moved(PARENT_MS, undefined)), [], 'once');
      points.points = [pointAt(chain, 11)];
      t.equal(words(gate.moved(PARENT_MS, undefined)), ['over']);
      t.equal(words(gate.job(came(job), 0, undefined)), ['want']);
      t.equal(words(gate.tick(PARENT_MS * 9, true)), [], 'the chain is on its way');
      t.equal(words(gate.tick(PARENT_MS * 10 - 1, false)), []);
      t.equal(words(gate.tick(PARENT_MS * 10, false)), ['refuse job-unknown-parent']);
      t.equal(words(gate.tick(PARENT_MS * 20, false)), [], 'told once');
      points.points = [pointAt(chain)];
      t.equal(words(gate.moved(0, undefined)), ['accept'], 'and judged again when the chain moves');
    },
  },
  {
    name: 'gate: a coinbase that the board cannot roll is refused with its reason, whatever the owner demands',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const sound = jobOn(chain, { id: 1 });
      // The last byte before the extranonce pushes it: with another opcode of the same length it would be executed.
      const prefix = sound.coinbasePrefix.slice();
      prefix[prefix.length - 1] = 0x51;
      const height = sound.coinbasePrefix.slice();
      height[height.length - 2]! ^= 1;
      const spending = sound.coinbasePrefix.slice();
      spending[10] = 1;
      const policies = [POLICY, { ...POLICY, enforce: false }, { ...POLICY, script: undefined }];
      for (const policy of policies)
        for (const coinbasePrefix of [prefix, height, spending]) {
          const { chain: points } = gateOn(pointAt(chain));
          const gate = new JobGate(EASY, points, policy);
          const unsound = jobOn(chain, { id: 2, coinbasePrefix });
          t.equal(words(gate.job(came(sound), 0, undefined)), ['accept']);
          t.equal(words(gate.job(came(unsound), 0, undefined)), ['refuse job-coinbase']);
          t.equal(words(gate.moved(0, undefined)), [], 'told once');
          t.equal(words(gate.job(came(sound), 0, undefined)), ['accept']);
        }
    },
  },
  {
    name: 'gate: a job keeps its time of arrival, however long it had to wait',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const { chain: points, gate } = gateOn(pointAt(chain, 11));
      gate.job(came(jobOn(chain, { id: 1 }), 5), 6, undefined);
      gate.job(came(jobOn(chain, { id: 2 }), 7), 8, undefined);
      points.points = [pointAt(chain)];
      const [accept] = gate.moved(9_000, undefined);
      t.equal(accept?.kind === 'accept' && [accept.job.id, accept.receivedAt], [2, 7]);
    },
  },
  {
    name: 'gate: it holds one job, the newest',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const { chain: points, gate } = gateOn(pointAt(chain, 11));
      gate.job(came(jobOn(chain, { id: 1 })), 0, undefined);
      gate.job(came(jobOn(chain, { id: 2 })), 0, undefined);
      points.points = [pointAt(chain)];
      const [accept] = gate.moved(0, undefined);
      t.equal(accept?.kind === 'accept' && accept.job.id, 2);
      t.equal(words(gate.job(came(jobOn(chain, { id: 3, height: 99 })), 0, undefined)), [
        'refuse job-height',
      ]);
      t.equal(words(gate.moved(0, undefined)), [], 'what was refused stays so');
      t.equal(words(gate.job(came(jobOn(chain, { id: 4 })), 0, undefined)), ['accept']);
    },
  },
  {
    name: 'gate: nothing passes for a node that was caught, until it is verified again',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const { chain: points, gate } = gateOn(pointAt(chain));
      t.equal(words(gate.job(came(jobOn(chain)), 0, undefined)), ['accept']);
      points.refused = true;
      gate.caught();
      t.equal(words(gate.job(came(jobOn(chain)), 0, undefined)), []);
      t.equal(words(gate.moved(0, undefined)), []);
      t.equal(words(gate.tick(PARENT_MS * 2, false)), []);
      t.equal(words(gate.configure(POLICY, undefined)), []);
      points.refused = false;
      t.equal(words(gate.moved(0, undefined)), ['accept']);
    },
  },
  {
    name: 'gate: enforce, warn, no address, an address of another network',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const { gate } = gateOn(pointAt(chain));
      const other = { ...POLICY, script: new Uint8Array(OWNER.length).fill(1) };
      gate.configure(other, undefined);
      t.equal(words(gate.job(came(jobOn(chain)), 0, undefined)), ['refuse job-payout']);
      t.equal(gate.payout, 'refused');
      t.equal(words(gate.configure({ ...other, enforce: false }, undefined)), ['warn job-payout', 'accept']);
      t.equal(gate.payout, 'warn');
      t.equal(words(gate.configure({ ...POLICY, script: undefined }, undefined)), []);
      t.equal(gate.payout, 'off');
      t.equal(
        words(gate.configure({ ...POLICY, enforce: false, problem: 'of another network' }, undefined)),
        ['refuse job-payout'],
      );
      t.equal(words(gate.configure(POLICY, undefined)), ['accept']);
      t.equal(gate.payout, 'ok');
      gate.configure({ ...other, enforce: false }, undefined);
      const wrong = jobOn(chain, { height: 99 });
      t.equal(
        words(gate.job(came(wrong), 0, undefined)),
        ['refuse job-height'],
        'the chain is enforced all the same',
      );
    },
  },
  {
    name: 'gate: a disconnection ends what waits and leaves what is mined',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const { chain: points, gate } = gateOn(pointAt(chain));
      gate.job(came(jobOn(chain)), 0, undefined);
      gate.disconnected();
      points.points = [pointAt(chain, 11)];
      t.equal(words(gate.moved(0, undefined)), ['over']);
      gate.job(came(jobOn(chain)), 0, undefined);
      gate.disconnected();
      points.points = [pointAt(chain)];
      t.equal(words(gate.moved(0, undefined)), []);
      t.equal(words(gate.tick(PARENT_MS * 2, false)), []);
    },
  },
  {
    name: 'gate: an accepted job is watched while a newer one waits',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const unknown = jobOn(new Chain(EASY).grown(12, { after: 77 }));
      const begin = () => {
        const session = gateOn(pointAt(chain, 11));
        t.equal(words(session.gate.job(came(jobOn(chain.cut(11))), 0, undefined)), ['accept']);
        t.equal(words(session.gate.job(came(unknown), 0, undefined)), ['want']);
        return session;
      };
      // Its tip passes.
      let { chain: points, gate } = begin();
      points.points = [pointAt(chain)];
      t.equal(words(gate.moved(1_000, undefined)), ['over']);
      t.equal(words(gate.moved(1_000, undefined)), [], 'once');
      // Whoever sends unknown parents again and again is refused all the same.
      for (let at = 2_000; at < PARENT_MS; at += 1_000)
        t.equal(words(gate.job(came(unknown, at), at, undefined)), ['want']);
      t.equal(words(gate.tick(PARENT_MS + 1_000, false)), ['refuse job-unknown-parent']);
      // The owner wants to be paid elsewhere.
      ({ gate } = begin());
      const other = { ...POLICY, script: new Uint8Array(OWNER.length).fill(1) };
      t.equal(words(gate.configure({ ...other, enforce: false }, undefined)), []);
      t.equal(words(gate.configure(other, undefined)), ['refuse job-payout']);
      t.equal(words(gate.configure(other, undefined)), [], 'once');
      // The connection is lost: what is mined is still watched.
      ({ chain: points, gate } = begin());
      gate.disconnected();
      t.equal(words(gate.configure(POLICY, undefined)), []);
      points.points = [pointAt(chain)];
      t.equal(words(gate.moved(1_000, undefined)), ['over']);
    },
  },
  {
    name: 'gate: a different reason to refuse is reported',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const { chain: points, gate } = gateOn(pointAt(chain));
      gate.configure({ ...POLICY, script: new Uint8Array(OWNER.length).fill(1) }, undefined);
      const { time } = jobOn(chain);
      t.equal(words(gate.job(came(jobOn(chain)), 0, undefined)), ['refuse job-payout']);
      t.equal(words(gate.moved(0, undefined)), []);
      t.equal(words(gate.moved(0, time - 9_000)), ['refuse job-time']);
      points.refused = true;
      t.equal(words(gate.moved(0, undefined)), []);
    },
  },
  {
    name: 'gate: with the follower, a job on a chain that was left is over at once',
    run(t) {
      const chain = new Chain(EASY).grown(12);
      const session = begun(chain);
      t.equal(session.mining?.height, 13);
      session.node = chain.cut(9).grown(4);
      session.announce().answer();
      t.equal(session.reorganised, 1);
      t.equal(session.mining, undefined);
      session.job(chain);
      t.equal(session.mining, undefined, 'its parent is stale');
      session.job(session.node);
      t.equal(session.mining?.height, 14);
      session.wait(40);
      t.equal(session.state, 'verified');
    },
  },
];
