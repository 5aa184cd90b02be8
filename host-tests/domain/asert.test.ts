/** Bitcoin Cash's difficulty rule by its published test vectors, all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { asertBits } from '../../firmware/domain/asert.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { ROOT } from '../support/processes.js';

const FOLDER = join(ROOT, 'host-tests/domain/aserti3-2d');
const LIMITS = { powLimit: NETWORKS.mainnet.powLimit, targetSpacing: 600 };

const runs = readdirSync(FOLDER).filter(name => name.startsWith('run'));

for (const name of runs)
  test(`${name}: every row`, t => {
    const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n');
    const field = (what: string) => lines.find(line => line.includes(what))!.split(': ')[1]!;
    const height = BigInt(field('anchor height'));
    const time = BigInt(field('anchor ancestor time'));
    const nBits = Number(field('anchor nBits'));
    const rows = lines.filter(line => /^\d/.test(line)).map(line => line.split(' '));
    t.is(rows.length, Number(field('iterations')));
    for (const [, at, when, bits] of rows)
      t.is(
        asertBits(
          { nBits, halfLife: 172_800 },
          { blocks: BigInt(at!) - height, seconds: BigInt(when!) - time },
          LIMITS,
        ),
        Number(bits),
        `height ${at}`,
      );
  });

test('there are ten runs', t => t.is(runs.length, 10));

test('far from the schedule the bounds are all there is, at once', t => {
  const anchor = { nBits: 0x1802aee8, halfLife: 172_800 };
  t.is(asertBits(anchor, { blocks: 0n, seconds: 1n << 70n }, LIMITS), 0x1d00ffff);
  t.is(asertBits(anchor, { blocks: 1n << 70n, seconds: 0n }, LIMITS), 0x01010000);
});
