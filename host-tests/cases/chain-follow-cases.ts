/** What a lying node tries, each case named for it: the lie is refused with its reason, moves nothing, and mines nothing. */
import { MAX_UNASKED } from '../../firmware/parts/chain/flood.js';
import type { Case } from './case.js';
import { Chain, EASY, EASY_BIP94 } from './chain-model.js';
import { begun, caught, madeGood, Session } from './chain-session.js';

/** Eight fast headers make what follows four times as hard as the easiest. */
const hard = (rules = EASY): Chain => new Chain(rules).grown(8, { after: 1 }).grown(4);

export const cases: Case[] = [
  {
    name: 'attack: fake low-difficulty chain, longer and easier than the rules demand',
    run(t) {
      const truth = hard();
      const session = begun(truth);
      t.ok(truth.tip.header.nBits !== EASY.powLimitBits);
      const fake = truth.cut(9).grown(20, { nBits: EASY.powLimitBits });
      session.node = fake;
      session.announce().answer();
      caught(t, session, 'low-difficulty', truth, fake);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: one easy header on top of the tip, announced and served',
    run(t) {
      const truth = hard();
      const session = begun(truth);
      const fake = truth.with(truth.next({ nBits: EASY.powLimitBits }));
      session.node = fake;
      session.announce().answer();
      caught(t, session, 'low-difficulty', truth, fake);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: wrong retarget, a new period as easy as the old one',
    run(t) {
      const truth = new Chain(EASY).grown(7, { after: 1 });
      const session = begun(truth);
      const fake = truth.with(truth.next({ nBits: EASY.powLimitBits }));
      session.node = fake;
      session.announce().answer();
      caught(t, session, 'wrong-retarget', truth, fake);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: wrong retarget, harder than demanded: it is no privilege of the node either',
    run(t) {
      const truth = new Chain(EASY).grown(7);
      const session = begun(truth);
      const fake = truth.with(truth.next({ nBits: 0x203fffff }));
      session.node = fake;
      session.announce().answer();
      caught(t, session, 'wrong-retarget', truth, fake);
      const within = new Chain(EASY).grown(3);
      const other = begun(within);
      other.node = within.with(within.next({ nBits: 0x203fffff }));
      other.announce().answer();
      t.equal(other.refusals, ['wrong-retarget']);
    },
  },
  {
    name: 'attack: time-warp at the border of a period (BIP94)',
    run(t) {
      const truth = new Chain(EASY_BIP94).grown(6).grown(1, { after: 5_000 });
      const session = begun(truth);
      const time = truth.tip.header.time - 601;
      t.ok(time > truth.median, 'the median alone would let it pass');
      const fake = truth.with(truth.next({ time }));
      session.node = fake;
      session.announce().answer();
      caught(t, session, 'time-warp', truth, fake);
      madeGood(t, session, truth.with(truth.next({ time: time + 1 })));
      const without = begun(new Chain(EASY).grown(6).grown(1, { after: 5_000 }));
      without.node = without.node!.with(without.node!.next({ time }));
      without.announce().answer();
      t.equal(without.refusals, [], 'mainnet has no such rule');
    },
  },
  {
    name: 'attack: time before the median of the last eleven',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      const fake = truth.with(truth.next({ time: truth.median }));
      session.node = fake;
      session.announce().answer();
      caught(t, session, 'time', truth, fake);
      madeGood(t, session, truth.with(truth.next({ time: truth.median + 1 })));
    },
  },
  {
    name: 'attack: time more than two hours ahead, where the clock is known',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      const fake = truth.with(truth.next());
      session.clock = fake.tip.header.time - 7_201;
      session.node = fake;
      session.announce().answer();
      caught(t, session, 'time', truth, fake);
      session.clock++;
      session.answer().wait(20);
      t.equal(session.state, 'verified', 'a second later it is within the two hours');
      session.clock = fake.tip.header.time;
      madeGood(t, session, fake.grown(1));
    },
  },
  {
    name: 'attack: stale fork served as tip',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      const stale = truth.cut(10).grown(5);
      session.node = stale;
      session.announce().answer();
      caught(t, session, 'stale-fork', truth, stale);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: more headers with less work',
    run(t) {
      const base = new Chain(EASY).grown(8, { after: 1 });
      const truth = base.grown(7, { after: 1 }).grown(3, { after: 1 });
      const session = begun(truth);
      const long = base.grown(7, { after: 2_500 }).grown(9, { after: 2_500 });
      t.ok(long.height > truth.height && long.work() < truth.work());
      session.node = long;
      session.announce().answer();
      caught(t, session, 'stale-fork', truth, long);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: replayed old tip after a restart',
    run(t) {
      const truth = new Chain(EASY).grown(30);
      const session = begun(truth);
      session.step({ kind: 'flush' });
      session.boot();
      t.ok(session.at(truth), 'the record tells of the tip');
      t.equal(
        session.follower.find(truth.tip.hash),
        undefined,
        'before the node has shown it, nothing is mined',
      );
      session.connect(truth.cut(20)).answer();
      caught(t, session, 'old-tip', truth, truth.cut(20));
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: replayed chain that ends before the anchor',
    run(t) {
      const truth = new Chain(EASY).grown(230);
      const session = begun(truth);
      session.step({ kind: 'flush' });
      session.boot();
      session.connect(truth.cut(20)).answer();
      caught(t, session, 'old-tip', truth, truth.cut(20));
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: withheld headers, no answer at all',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      session.node = undefined;
      const hidden = truth.grown(5);
      session.announce(hidden.tip, hidden.height).wait(31);
      caught(t, session, 'withheld', truth, hidden);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: withheld headers, an announced tip is never shown',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      const hidden = truth.grown(5);
      session.announce(hidden.tip, hidden.height).answer().wait(10);
      caught(t, session, 'withheld', truth, hidden);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: header flood, announcements',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      for (let i = 0; i < 200; i++) session.announce(truth.mined[1 + (i % 10)]).answer();
      caught(t, session, 'flood', truth);
      const asked = session.requests;
      for (let i = 0; i < 200; i++) session.announce(truth.mined[1 + (i % 10)]).answer();
      session.wait(55);
      t.equal(session.requests, asked, 'a flood makes no requests, until its minute is over');
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: header flood, unrequested answers',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      for (let i = 0; i < MAX_UNASKED; i++) session.reply(i, truth.grown(1).serve(i, 64));
      t.equal(session.refusals, []);
      session.reply(7, truth.serve(7, 64));
      caught(t, session, 'flood', truth);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: unlinked headers in an answer',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      const fake = truth.with(truth.next({ previousHash: truth.mined[3]!.hash }));
      session.node = fake;
      session.announce().answer();
      caught(t, session, 'unlinked', truth, fake);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: headers without proof of work, announced and served',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      for (const linked of [true, false]) {
        const session = begun(truth);
        const before = linked ? truth : truth.grown(1);
        const fake = before.with(before.next({ worthless: true }));
        session.node = fake;
        session.announce().answer();
        caught(t, session, 'no-proof-of-work', truth, fake);
        madeGood(t, session, truth.grown(1));
      }
    },
  },
  {
    name: 'attack: a header with an old version',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      for (const version of [3, -1, 0]) {
        const session = begun(truth);
        const fake = truth.with(truth.next({ version }));
        session.node = fake;
        session.announce().answer();
        caught(t, session, 'version', truth, fake);
        madeGood(t, session, truth.with(truth.next({ version: 4 })));
      }
    },
  },
  {
    name: 'attack: deep fork below the anchor, with more work than the chain',
    run(t) {
      const truth = new Chain(EASY).grown(320);
      const session = begun(truth);
      const deep = truth.cut(40).grown(300);
      session.node = deep;
      session.announce().answer();
      caught(t, session, 'deep-fork', truth, deep);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: another network with the same rules',
    run(t) {
      const truth = new Chain(EASY).grown(3);
      const session = new Session(EASY);
      const { header } = EASY.genesis;
      const genesis = { header: { ...header, time: header.time + 1 }, hash: new Uint8Array(32) };
      const first = truth.next({ previousHash: genesis.hash });
      session.connect(new Chain(EASY, [first]).grown(30)).answer();
      t.equal(session.refusals, ['deep-fork']);
      madeGood(t, session, truth);
    },
  },
  {
    name: 'attack: job on unknown parent',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = begun(truth);
      const secret = truth.grown(2);
      session.job(secret).answer().wait(31);
      t.equal(session.jobRefusals, ['job-unknown-parent']);
      t.equal(session.mining, undefined);
      t.ok(session.at(truth));
      session.job(truth);
      t.equal(session.mining?.height, 21, 'an honest job is taken again');
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: headers that do not lead to the checkpoint',
    run(t) {
      const truth = new Chain(EASY).grown(120);
      const checkpoint = { height: 100, hash: truth.mined[100]!.hash };
      const session = new Session(EASY, checkpoint);
      const lies = truth.cut(95).grown(30);
      session.connect(lies).answer();
      t.equal(session.refusals, ['checkpoint']);
      t.equal(session.tip, undefined);
      session.job(lies);
      t.equal(session.mining, undefined);
      t.equal(session.follower.find(lies.tip.hash), undefined);
      madeGood(t, session, truth);
      t.equal(session.follower.view().tip?.work, truth.work(100), 'work counts from the checkpoint');
    },
  },
  {
    name: 'attack: a chain that ends before the checkpoint',
    run(t) {
      const truth = new Chain(EASY).grown(120);
      const session = new Session(EASY, { height: 100, hash: truth.mined[100]!.hash });
      session.connect(truth.cut(97)).answer();
      t.equal(session.refusals, ['checkpoint']);
      t.equal(session.tip, undefined);
      madeGood(t, session, truth);
    },
  },
  {
    name: 'attack: during a sync, an announced header that makes a short chain look complete',
    run(t) {
      const truth = new Chain(EASY).grown(150);
      const session = new Session(EASY).connect(truth).answer(1);
      const { height } = session.follower.view().tip!;
      t.ok(height < 100);
      session.announce(truth.mined[height + 1]!, height + 1);
      t.equal(session.state, 'syncing');
      session.job(truth.cut(height + 1));
      t.equal(session.mining, undefined, 'no job on what is not known to be the end');
      session.answer().wait(20);
      t.ok(session.at(truth));
      t.equal(session.refusals, []);
      madeGood(t, session, truth.grown(1));
    },
  },
  {
    name: 'attack: an unlinked header within a later answer before the checkpoint',
    run(t) {
      const rules = { ...EASY, interval: 512, timespan: 511 * 600 };
      const truth = new Chain(rules).grown(300);
      const session = new Session(rules, { height: 250, hash: truth.mined[250]!.hash });
      const lies = truth
        .cut(40)
        .with(truth.cut(40).next({ previousHash: truth.mined[3]!.hash }))
        .grown(200);
      session.connect(lies).answer(2);
      t.equal(session.refusals, ['unlinked'], 'that is no other node');
      t.equal(session.tip, undefined);
      madeGood(t, session, truth);
    },
  },
  {
    name: 'attack: worthless or unlinked headers before the checkpoint',
    run(t) {
      const truth = new Chain(EASY).grown(120);
      const checkpoint = { height: 100, hash: truth.mined[100]!.hash };
      const base = truth.cut(91);
      for (const [choice, reason] of [
        [{ worthless: true }, 'no-proof-of-work'],
        [{ nBits: 0 }, 'no-proof-of-work'],
        [{ nBits: 0x2100ffff }, 'no-proof-of-work'],
        [{ previousHash: truth.mined[3]!.hash }, 'unlinked'],
      ] as const) {
        const session = new Session(EASY, checkpoint);
        // A target beyond the limit is no reason to search: the header of the easiest target is altered instead.
        const made = base.next('nBits' in choice ? {} : choice);
        const bytes = made.bytes.slice();
        if ('nBits' in choice) new DataView(bytes.buffer).setUint32(72, choice.nBits, true);
        session.connect(base.with({ ...made, bytes })).answer();
        t.equal(session.refusals, [reason]);
        t.equal(session.tip, undefined);
        madeGood(t, session, truth);
      }
    },
  },
];
