/** 100,000 seeded malformed inputs for each parser; a smaller number runs on XS too (cases). */
import test from 'ava';
import { parsers } from '../cases/malformed-cases.js';

const COUNT = 100_000;

for (const { name, feed } of parsers) {
  test(`${COUNT} malformed inputs: ${name}`, t => {
    const { refused, accepted } = feed(8_333, COUNT);
    t.is(refused + accepted, COUNT);
    t.true(refused > COUNT / 2);
    t.log(`${refused} refused, ${accepted} still well-formed`);
  });
}
