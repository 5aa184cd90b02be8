/** What the header chain begins from: its record, and checkpoints at every place. @module */
import type { Case } from './case.js';
import { Chain, EASY } from './chain-model.js';
import { begun, Session } from './chain-session.js';

export const cases: Case[] = [
  {
    name: 'follow: a damaged record, and one of another checkpoint, are reported and dropped',
    run(t) {
      const truth = new Chain(EASY).grown(40);
      const session = begun(truth);
      session.step({ kind: 'flush' });
      const record = session.record!;
      const bent = record.slice();
      bent[30]! ^= 1;
      for (const other of [
        new Session(EASY, EASY.checkpoint, bent),
        new Session(EASY, { height: 20, hash: truth.mined[20]!.hash }, record),
      ]) {
        other.connect(truth).answer();
        t.equal(other.notices.length, 1);
        t.ok(other.at(truth));
        t.equal(other.refusals, []);
      }
    },
  },
  {
    name: 'follow: a checkpoint at height 0 that is not genesis is not genesis',
    run(t) {
      const truth = new Chain(EASY).grown(20);
      const session = new Session(EASY, { height: 0, hash: truth.mined[1]!.hash }).connect(truth).answer();
      t.equal(session.refusals, ['checkpoint']);
      t.equal(session.tip, undefined);
    },
  },
  {
    name: 'follow: checkpoints at every place of a period and near genesis',
    run(t) {
      const truth = new Chain(EASY).grown(60, at => ({ after: at % 7 === 0 ? 3_000 : 200 }));
      for (let height = 1; height <= 34; height++) {
        const session = new Session(EASY, { height, hash: truth.mined[height]!.hash })
          .connect(truth)
          .answer();
        t.ok(session.at(truth), `checkpoint ${height}`);
        t.equal(session.refusals, []);
        const { tip } = session.follower.view();
        t.equal(
          [tip!.times, tip!.nBits, tip!.work],
          [truth.times, truth.tip.header.nBits, truth.work(height)],
        );
      }
    },
  },
  {
    name: 'follow: a record that was not saved is given again, one that was is not',
    run(t) {
      const session = begun(new Chain(EASY).grown(12));
      session.step({ kind: 'flush' });
      const { stores } = session;
      session.step({ kind: 'flush' });
      t.equal(session.stores, stores);
      session.follower.unsaved();
      session.step({ kind: 'flush' });
      t.equal(session.stores, stores + 1);
      session.step({ kind: 'flush' });
      t.equal(session.stores, stores + 1);
    },
  },
];
