/** Events in every order that a network makes of them: lost, late, doubled or never requested. */
import { BATCH } from '../../firmware/parts/chain/asking.js';
import type { Case } from './case.js';
import { Chain, EASY } from './chain-model.js';
import { begun, madeGood, Session } from './chain-session.js';

export const cases: Case[] = [
  {
    name: 'follow: from genesis in batches, with one request open at a time',
    run(t) {
      const truth = new Chain(EASY).grown(150);
      const session = new Session(EASY).connect(truth);
      let answers = 0;
      while (session.request !== undefined) {
        t.ok(session.request.count <= BATCH);
        t.equal(session.state, 'syncing');
        session.answer(1);
        answers++;
      }
      t.equal(answers, Math.ceil(150 / (BATCH - 1))); // each begins with the header that is known
      t.ok(session.at(truth));
      t.equal(session.state, 'verified');
      t.equal(session.follower.view().tip?.work, truth.work());
      t.equal(session.refusals, []);
    },
  },
  {
    name: 'follow: an announced header is taken without a request',
    run(t) {
      const truth = new Chain(EASY).grown(5);
      const session = begun(truth);
      const { requests } = session;
      for (let chain = truth.grown(1); chain.height < 90; chain = chain.grown(1)) {
        session.node = chain;
        session.announce();
        t.ok(session.at(chain));
        session.job(chain);
        t.equal(session.mining?.height, chain.height + 1);
      }
      t.equal(session.requests, requests);
      t.equal(session.refusals, []);
    },
  },
  {
    name: 'follow: disconnected during a bootstrap, a request and a fork',
    run(t) {
      const truth = new Chain(EASY).grown(200);
      const fork = truth.cut(120).grown(100);
      const checkpoint = { height: 100, hash: truth.mined[100]!.hash };
      for (let answers = 0; answers < 9; answers++) {
        const session = new Session(EASY, checkpoint).connect(truth).answer(answers);
        session.step({ kind: 'disconnected' });
        t.equal(session.request !== undefined && session.state === 'verified', false);
        session.request = undefined;
        session.reply(150, truth.serve(150, 64));
        session.connect(fork).answer(answers);
        session.step({ kind: 'disconnected' });
        session.wait(100).connect(fork).answer();
        t.ok(session.at(fork), `after ${answers} answers`);
        t.equal(session.refusals, []);
        madeGood(t, session, fork.grown(1));
      }
    },
  },
  {
    name: 'follow: unrequested answers, of any height, change nothing',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      const more = truth.grown(70);
      session.reply(20, more.serve(20, 64));
      t.ok(session.at(truth));
      session.node = more;
      session.announce();
      const { from, count } = session.request!;
      session.follower.step(
        { kind: 'headers', startHeight: from + 1, headers: more.serve(from + 1, count) },
        session.now,
        undefined,
      );
      session.follower.step(
        { kind: 'headers', startHeight: from, headers: more.serve(from, count + 1) },
        session.now,
        undefined,
      );
      t.ok(session.at(truth), 'from another height, or more than asked for');
      session.answer();
      t.ok(session.at(more));
      t.equal(session.refusals, []);
    },
  },
  {
    name: 'follow: fewer headers than requested mean the end; empty answers mean that the node has less than we do',
    run(t) {
      const truth = new Chain(EASY).grown(100);
      const session = new Session(EASY).connect(truth);
      session.reply(0, truth.serve(0, 10));
      t.equal(session.follower.view().tip?.height, 9);
      t.equal(session.state, 'verified');
      session.announce().answer();
      t.ok(session.at(truth));
      const poor = begun(truth);
      poor.announce(truth.grown(2).tip, 102);
      for (let i = 0; i < 3; i++) poor.reply(poor.request!.from, []);
      t.equal(poor.refusals, ['old-tip']);
      madeGood(t, poor, truth.grown(1));
    },
  },
  {
    name: 'follow: lies about the height of an announcement',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      for (const height of [0, 1, 20, 21, 22, 23, 1_000_000, 0xffffffff]) {
        const linked = begun(truth);
        const next = truth.grown(1);
        linked.node = next;
        linked.announce(next.tip, height).answer();
        t.ok(linked.at(next), `linked, told as ${height}`);
        t.equal(linked.state, 'verified');
        const far = begun(truth);
        const chain = truth.grown(3);
        far.node = chain;
        far.announce(chain.tip, height).answer().wait(60);
        t.ok(far.at(chain), `served, told as ${height}`);
        t.equal(far.state, 'verified');
        madeGood(t, far, chain.grown(1));
      }
    },
  },
  {
    name: 'follow: the clock may be unknown, come later, and be set back',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      session.clock = truth.tip.header.time - 100_000;
      session.announce().answer();
      t.equal(session.state, 'verified', 'what was verified stays');
      const more = truth.grown(1);
      session.node = more;
      session.announce().answer();
      t.equal(session.refusals, ['time']);
      session.clock = undefined;
      session.wait(20);
      t.ok(session.at(more));
      t.equal(session.state, 'verified');
      session.clock = more.tip.header.time;
      madeGood(t, session, more.grown(1));
    },
  },
  {
    name: 'follow: a sibling of equal work may be built on, and either side wins',
    run(t) {
      const base = new Chain(EASY).grown(20);
      for (const winner of ['tip', 'sibling', 'both later']) {
        const tip = base.grown(1);
        const sibling = base.grown(1);
        const session = begun(tip);
        session.node = sibling;
        session.announce().answer();
        t.ok(session.at(tip), 'the first one stays');
        t.equal(session.state, 'verified');
        session.job(sibling);
        t.equal(session.mining?.previousHash, sibling.tip.hash);
        session.job(tip);
        t.equal(session.mining?.previousHash, tip.tip.hash);
        session.job(sibling);
        const won = (winner === 'tip' ? tip : sibling).grown(winner === 'both later' ? 3 : 1);
        session.node = won;
        session.announce().answer();
        t.ok(session.at(won), winner);
        t.equal(session.mining, undefined, 'the job on a parent that is no tip is over');
        t.equal(session.follower.find(sibling.tip.hash), undefined);
        t.equal(session.refusals, []);
        madeGood(t, session, won.grown(1));
      }
    },
  },
  {
    name: 'follow: a job before its header waits, and is taken when the header comes',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const next = truth.grown(1);
      const asked = begun(truth);
      asked.node = next;
      asked.job(next);
      t.ok(asked.request !== undefined, 'the header is asked for');
      asked.answer();
      t.equal(asked.mining?.height, 22);
      const told = begun(truth);
      told.job(next);
      const { from, count } = told.request!;
      told.node = next;
      told.announce();
      t.equal(told.mining?.height, 22, 'announced while the request is open');
      const { requests } = told;
      told.reply(from, next.serve(from, count));
      t.equal(told.requests, requests, 'its answer says nothing new, and nothing is asked again');
      t.equal(told.state, 'verified');
    },
  },
  {
    name: 'follow: a job whose header the open request came too early for',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      session.step({ kind: 'wanted' });
      const { from, count } = session.request!;
      const next = truth.grown(1);
      session.job(next);
      session.node = next;
      session.reply(from, truth.serve(from, count));
      session.answer().wait(3);
      t.equal(session.mining?.height, 22);
      t.equal(session.jobRefusals, []);
    },
  },
  {
    name: 'follow: an announcement while a fork is searched',
    run(t) {
      // The node looks for its chain: it serves a long fork, announces the old chain's next, and answers once more.
      const truth = new Chain(EASY).grown(8, { after: 1 }).grown(82);
      const session = begun(truth);
      const fork = truth.cut(16).grown(120, { after: 900 });
      const next = truth.grown(1);
      session.step({ kind: 'wanted' });
      session.node = fork;
      session.answer(2);
      t.ok(session.request !== undefined);
      session.announce(next.tip, next.height);
      session.answer().wait(20);
      t.ok(session.at(fork) || session.at(next));
      session.node = next.grown(200);
      madeGood(t, session, session.node);
    },
  },
  {
    name: 'follow: a node that changes its chain between two answers is not caught for it',
    run(t) {
      const truth = new Chain(EASY).grown(90);
      const session = begun(truth);
      session.node = truth.cut(0).grown(95);
      session.announce().answer(2);
      t.ok(session.request !== undefined, 'amid the fork');
      const other = truth.cut(0).grown(99);
      session.node = other;
      session.answer().wait(10);
      t.ok(session.at(other));
      t.equal(session.refusals, []);
    },
  },
  {
    name: 'follow: a node whose fork never comes to an end is caught',
    run(t) {
      const truth = new Chain(EASY).grown(90);
      const session = begun(truth);
      const forks = [truth.cut(0).grown(70), truth.cut(0).grown(70)];
      session.announce(forks[0]!.tip, 91);
      for (let i = 0; session.request !== undefined && i < 50; i++) {
        session.node = forks[i % 2];
        session.answer(1);
      }
      t.equal(session.refusals, ['unlinked']);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'follow: a lower chain with more work is not withholding',
    run(t) {
      const base = new Chain(EASY).grown(6);
      const truth = base.grown(1, { after: 1 });
      const session = begun(truth);
      const longer = truth.cut(5).grown(4, { after: 2_000 });
      session.node = longer;
      session.announce();
      // Before it answers, it goes back to the first chain.
      session.node = truth;
      session.announce().answer().wait(20);
      t.equal(session.refusals, []);
      t.equal(session.state, 'verified');
    },
  },
  {
    name: 'follow: a fast chain is announced often while the board syncs, which is not a flood',
    run(t) {
      const busy = (progress: boolean): Session => {
        let chain = new Chain(EASY).grown(300);
        const session = progress ? new Session(EASY).connect(chain) : begun(chain);
        for (let i = 0; i < 60; i++) {
          chain = chain.grown(1);
          session.node = chain;
          // Without progress the same number of headers, that lead nowhere.
          session.announce(progress ? chain.tip : chain.mined[3 + i]!);
          if (i % 8 === 7 && progress) session.answer(1);
        }
        return session.answer();
      };
      const honest = busy(true);
      t.equal(honest.refusals, []);
      t.equal(honest.state, 'verified');
      t.ok(honest.at(honest.node!));
      t.equal(busy(false).refusals, ['flood']);
    },
  },
  {
    name: 'follow: a node that answers with fewer headers than requested is slow, not a liar, while there is progress',
    run(t) {
      const truth = new Chain(EASY).grown(100);
      for (const height of [0, 60]) {
        const checkpoint = { height, hash: truth.mined[height]!.hash };
        const session = new Session(EASY, checkpoint).connect(undefined);
        session.announce(truth.tip, 100);
        for (let i = 0; i < 300 && !session.at(truth); i++) {
          if (session.request !== undefined)
            session.reply(session.request.from, truth.serve(session.request.from, 4));
          else {
            session.announce(truth.tip, 100);
            session.wait(1);
          }
        }
        t.equal(session.refusals, []);
        t.ok(session.at(truth), `from ${height}`);
      }
    },
  },
  {
    name: 'follow: an honest node after one that lied during a bootstrap; a node that keeps changing its answers is caught',
    run(t) {
      const rules = { ...EASY, interval: 512, timespan: 511 * 600 };
      const truth = new Chain(rules).grown(300);
      const lies = truth.cut(1).grown(299);
      const checkpoint = { height: 250, hash: truth.mined[250]!.hash };
      const session = new Session(rules, checkpoint).connect(lies).answer(2);
      session.step({ kind: 'disconnected' });
      session.request = undefined;
      session.connect(truth).answer();
      t.equal(session.refusals, []);
      t.ok(session.at(truth));
      const turning = new Session(rules, checkpoint).connect(truth);
      for (let i = 0; turning.request !== undefined && i < 50; i++) {
        turning.node = i % 2 === 0 ? lies : truth;
        turning.answer(1);
      }
      t.equal(turning.refusals, ['unlinked']);
      madeGood(t, turning, truth);
    },
  },
];
