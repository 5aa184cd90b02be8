/** A reorganisation of up to 100 headers is always followed, wherever the kept points lie. */
import test from 'ava';
import { Chain, EASY } from '../cases/chain-model.js';
import { begun, type Session } from '../cases/chain-session.js';
import { Random } from '../cases/random.js';

const TRUNK = new Chain(EASY).grown(420);

/** The node leaves its chain `depth` headers below the tip, for one that is a header longer. */
function reorganise(session: Session, depth: number, more = 1): Chain {
  const node = session.node!.cut(session.node!.height - depth).grown(depth + more);
  session.node = node;
  session.announce().answer();
  return node;
}

test('of exactly 100, from every height', t => {
  for (let height = 100; height <= 320; height++) {
    const session = begun(TRUNK.cut(height));
    const node = reorganise(session, 100);
    if (!session.at(node) || session.state !== 'verified')
      t.fail(`from ${height}: ${session.refusals.join()}`);
  }
  t.pass();
});

test('of any depth to 100, one after the other, with growth, restarts and equal work between', t => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = new Random(7000 + seed);
    const session = begun(TRUNK.cut(random.between(100, 260)));
    for (let round = 0; round < 12; round++) {
      const depth = Math.min(random.pick([1, 2, 50, 99, 100, random.between(1, 100)]), session.node!.height);
      const node = reorganise(session, depth, random.between(1, 3));
      const text = `seed ${seed}, round ${round}: ${depth} deep to ${node.height}: ${session.refusals.join()}`;
      if (!session.at(node) || session.state !== 'verified' || session.refusals.length > 0) t.fail(text);
      if (random.bool()) {
        session.node = node.grown(random.between(1, 130));
        session.announce().answer();
      }
      if (random.below(4) === 0) {
        session.step({ kind: 'flush' });
        session.boot();
        session.connect().answer();
      }
    }
  }
  t.pass();
});

test('a depth of 200 or more is never followed, however much work it has', t => {
  for (let height = 250; height <= 420; height += 7) {
    const truth = TRUNK.cut(height);
    const session = begun(truth);
    session.node = truth.cut(height - 201).grown(260);
    session.announce().answer();
    t.deepEqual(session.refusals, ['deep-fork'], `from ${height}`);
    t.true(session.at(truth));
  }
});
