/** The engine-neutral cases on Node. platforms/host runs the same list on XS. */
import test from 'ava';
import { curve } from '../../trusted-node/common/curve.js';
import { runCase } from './case.js';
import { cases } from './index.js';

for (const each of cases) {
  test(each.name, t => {
    const { failure, assertions } = runCase(each, curve);
    t.is(failure, undefined);
    t.true(assertions > 0);
  });
}

test('case names are unique', t => {
  t.is(new Set(cases.map(each => each.name)).size, cases.length);
});
