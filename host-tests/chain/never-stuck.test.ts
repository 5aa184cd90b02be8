/**
 * Whatever an honest node and its network go through (restarts, lost answers, disconnections, reorganisations, late and
 * doubled messages), the board ends at the node's tip, takes its jobs, and has called it a liar only for what was lost.
 */
import test from 'ava';
import type { RefusalReason } from '../../firmware/domain/refusal.js';
import { Chain, EASY, EASY_BIP94 } from '../cases/chain-model.js';
import { EASY_RULES, someTime, wildChain } from '../cases/chain-point-cases.js';
import { Session } from '../cases/chain-session.js';
import { Random } from '../cases/random.js';

/** What an honest node looks like when its messages are lost, or it is restored from an old copy. */
const EXCUSED: readonly string[] = [
  'withheld',
  'old-tip',
  'stale-fork',
  'checkpoint',
  'flood',
] satisfies RefusalReason[];

interface Late {
  readonly from: number;
  readonly headers: readonly Uint8Array[];
}

function live(session: Session, random: Random, steps: number): void {
  const late: Late[] = [];
  let best: bigint | undefined;
  const grow = (chain: Chain, count: number) => chain.grown(count, () => ({ after: someTime(random) }));
  for (let step = 0; step < steps; step++) {
    const node = session.node!;
    const { tip } = session.follower.view();
    if (tip !== undefined && best !== undefined && tip.work < best)
      throw new Error(`step ${step}: less work than before`);
    best = tip?.work;
    switch (random.below(18)) {
      case 0:
        session.node = grow(node, random.between(1, 3));
        if (random.below(5) > 0) session.announce();
        break;
      case 1: {
        // Never below the checkpoint: a node that leaves that is another chain's.
        const depth = random.between(1, Math.min(30, node.height - session.checkpoint.height));
        const other = grow(node.cut(node.height - depth), depth + random.below(3));
        if (other.work() > node.work()) session.node = other;
        if (random.below(5) > 0) session.announce();
        break;
      }
      case 2:
        session.step({ kind: 'disconnected' });
        session.gate.disconnected();
        session.request = undefined;
        if (random.bool()) session.wait(random.between(1, 40));
        session.connect();
        if (random.bool()) session.announce();
        break;
      case 3:
        if (random.bool()) session.step({ kind: 'flush' });
        session.boot();
        best = undefined; // what was not stored is followed again
        session.connect();
        break;
      case 4:
        if (session.request !== undefined)
          late.push({ from: session.request.from, headers: node.serve(session.request.from, 64) });
        session.request = undefined; // lost, or late
        break;
      case 5:
        if (late.length > 0) {
          const { from, headers } = random.pick(late);
          session.step({ kind: 'headers', startHeight: from, headers });
        }
        break;
      case 6:
        session.job(node);
        break;
      case 7:
        session.job(node.cut(random.between(0, node.height)));
        break;
      case 8: {
        // Silence: time passes, and nothing is answered.
        session.node = undefined;
        session.wait(random.between(1, 45));
        session.node = node;
        break;
      }
      case 9:
        session.announce(random.pick(node.mined.slice(-3)), node.height);
        break;
      case 10:
        session.wait(random.between(1, 20));
        break;
      case 11:
        session.node = grow(node, random.between(1, 80));
        break;
      case 12: {
        // Restored from an old copy; it catches up later.
        session.node = node.cut(random.between(session.checkpoint.height >> 1, node.height));
        session.connect().answer().wait(random.between(1, 40));
        session.node = node;
        break;
      }
      default:
        session.answer(random.between(1, 3));
    }
  }
}

for (const [name, rules] of [
  ['mainnet', EASY],
  ['testnet4', EASY_BIP94],
  ['devnet', EASY_RULES[4]!],
] as const)
  test(`${name}'s rules: 12 lives of 400 steps each end at the node's tip`, t => {
    const seen = new Map<string, number>();
    let moves = 0;
    let reorganised = 0;
    for (let seed = 1; seed <= 12; seed++) {
      const random = new Random(8000 + seed);
      const trunk = wildChain(rules, random, random.between(20, 150));
      const height = random.below(2) * random.between(1, 20);
      const session = new Session(rules, { height, hash: trunk.mined[height]!.hash });
      session.connect(trunk);
      live(session, random, 400);
      // Then the network is well: within a minute and a half (a flood's window, a retry) the board is there.
      session.wait(90);
      session.node = session.node!.grown(1);
      session.announce().answer().wait(20);
      const where = `seed ${seed}: ${session.state}, ${session.refusals.join()}`;
      if (!session.at(session.node)) t.fail(where);
      if (session.state !== 'verified') t.fail(where);
      session.job(session.node);
      if (session.mining?.height !== session.node.height + 1)
        t.fail(`${where}, ${session.jobRefusals.join()}`);
      for (const reason of session.refusals) seen.set(reason, (seen.get(reason) ?? 0) + 1);
      moves += session.moves;
      reorganised += session.reorganised;
    }
    t.log(`${moves} moves, ${reorganised} reorganisations; refused: ${JSON.stringify([...seen])}`);
    t.true(reorganised > 12);
    for (const reason of seen.keys()) t.true(EXCUSED.includes(reason), reason);
  });

test('a header a second for two minutes: stored at most five times, and not again without news', t => {
  let chain = new Chain(EASY).grown(20);
  const session = new Session(EASY).connect(chain).answer().wait(40);
  const { stores } = session;
  for (let i = 0; i < 120; i++) {
    chain = chain.grown(1);
    session.node = chain;
    session.announce().wait(1);
  }
  t.true(session.at(chain));
  t.true(session.stores - stores >= 3 && session.stores - stores <= 5, `${session.stores - stores} times`);
  session.step({ kind: 'flush' });
  const after = session.stores;
  session.step({ kind: 'flush' });
  session.wait(100);
  t.is(session.stores, after);
});
