/** The numbers of the consensus rules are in one place: two copies could differ. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { ROOT } from '../support/processes.js';

/** As they may be written: in satoshi or in coins, as bigint or number; weights; signature operations. */
const CONSTANTS: readonly [name: string, pattern: RegExp][] = [
  ['MAX_MONEY', /\b(2_?100_?000_?000_?000_?000|21_?000_?000)n?\b/],
  ['COIN', /\b100_?000_?000n\b/],
  ['MAX_BLOCK_SIGOPS_COST', /\b80_?000\b/],
  ['MAX_BLOCK_WEIGHT', /MAX_BLOCK_WEIGHT = /],
  ['WITNESS_SCALE', /(WITNESS_SCALE\w*|SIGOP_COST) = /],
  ['MIN_STRIPPED_LENGTH', /MIN_STRIPPED\w* = /],
  ['MAX_COINBASE_SCRIPT', /MAX_COINBASE_SCRIPT = /],
];

/** Comments do not count, and texts neither. */
const codeOf = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|`[^`]*`|'[^']*'/g, '');

test('each of the consensus constants that boards and ledger share is written once', t => {
  const files = ['firmware/domain', 'firmware/protocol', 'trusted-node'].flatMap(folder =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => join(folder, name)),
  );
  const sources = files.map(name => ({ name, code: codeOf(readFileSync(join(ROOT, name), 'utf8')) }));
  for (const [constant, pattern] of CONSTANTS) {
    const found = sources.filter(({ code }) => pattern.test(code)).map(({ name }) => name);
    t.is(found.length, 1, `${constant}: ${found.join(', ')}`);
  }
});
