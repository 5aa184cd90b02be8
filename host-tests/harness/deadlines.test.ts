/** Deadlines have names (support/deadlines.ts): an ad-hoc number is too short on a busy machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { ROOT } from '../support/processes.js';

const OWN = [
  /\bt\.timeout\(\s*\d/,
  /\btimeout: [\d_]{4,}/,
  /\b(?:milliseconds|limitMs) = \d{3,}/,
  /Date\.now\(\) \+ [\d_]{4,}/,
  /\b(?:waitFor|sees|until|eventually|take)\([^;]*?,\s*(?:\d+_000|\d{4,})\s*[,)]/,
];
/** Of emulated clocks; and of what the cases themselves are about. */
const OTHERS =
  /\/(cases|harness)\/|support\/(fake-searcher|deadlines)\.ts$|mining\/|network\/(station|clock)\.test/;

test('no suite writes a deadline as a number of its own', t => {
  const files = readdirSync(join(ROOT, 'host-tests'), { recursive: true, encoding: 'utf8' })
    .map(file => `host-tests/${file}`)
    .filter(file => file.endsWith('.ts') && !OTHERS.test(file));
  t.true(files.length > 100);
  const own = files.flatMap(file => {
    const text = readFileSync(join(ROOT, file), 'utf8');
    return OWN.flatMap(pattern => {
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [`${file}: ${found.slice(-80)}`];
    });
  });
  t.deepEqual(own, [], 'ANSWER_MS, MINING_MS, PROGRAM_MS, BUILD_MS or TEST_MS');
});
