import { readFileSync } from 'node:fs';
import test from 'ava';
import { riscvListing } from '../../firmware/search/generator/riscv.js';
import { xtensaListing } from '../../firmware/search/generator/xtensa.js';
import { PAIRS_PER_GROUP, pairsDigest } from '../native/pairs.js';
import { TEST_MS } from '../support/deadlines.js';
import { ISAS, kernelRows, runTarget } from './counts.js';

// Conformance and instruction counts in QEMU. Counts are exact there, the same on every machine: not timed.

const GROUPS = 15_625;
const SEED = 0x6d697465n;
const digest = pairsDigest(SEED, GROUPS);

/** The most instructions a hash by versions, and the most bytes of a kernel. */
const LIMITS: {
  readonly [kernel: string]: { readonly counts: { readonly [nv: number]: number }; readonly bytes: number };
} = {
  'rv32imc portable': { counts: { 1: 5980, 4: 5400, 16: 5170 }, bytes: 22_528 },
  'rv32imc riscv': { counts: { 1: 5940, 4: 5350, 16: 5170 }, bytes: 20_480 },
  'xtensa-call0 portable': { counts: { 1: 5400, 4: 4700, 16: 4530 }, bytes: 16_384 },
  'xtensa-call0 xtensa': { counts: { 1: 4625, 4: 4080, 16: 3942 }, bytes: 14_336 },
};

test('the checked-in listings are what the generator makes', t => {
  t.true(readFileSync('firmware/search/xtensa/kernel.S', 'utf8') === xtensaListing(), 'make listings');
  t.true(readFileSync('firmware/search/riscv/kernel.S', 'utf8') === riscvListing(), 'make listings');
});

for (const isa of ISAS) {
  test.serial(`${isa.isa}: conformance suite in QEMU, ${GROUPS * PAIRS_PER_GROUP} pairs`, t => {
    t.timeout(TEST_MS);
    const { lines, skipped } = runTarget(`kernels-conform-${isa.folder}`);
    if (skipped !== undefined) {
      t.log(skipped);
      t.pass();
      return;
    }
    for (const line of lines) t.regex(line, /^ok /);
    const backends = Object.keys(isa.objects);
    for (const backend of backends) {
      t.true(lines.includes(`ok ${backend}: self-test: passed`));
      t.true(lines.includes(`ok ${backend}: conformance: all properties`));
      t.true(lines.includes(`ok ${backend}: pairs, digest ${digest}`), 'the hashes are those of node:crypto');
    }
    if (isa.costs !== undefined) t.true(lines.filter(line => line.includes(' is caught: ')).length >= 3);
  });

  if (isa.costs === undefined) continue;
  test.serial(`${isa.isa}: instructions and bytes of the kernels`, t => {
    t.timeout(TEST_MS);
    const { rows, skipped } = kernelRows(isa);
    if (skipped !== undefined) {
      t.log(skipped);
      t.pass();
      return;
    }
    t.true(rows.length >= 3);
    for (const row of rows) {
      t.log(
        `${row.name}, ${row.nv} versions: ${row.instructionsPerNonce} (floor ${row.floor}), ${row.codeBytes} bytes`,
      );
      const limits = LIMITS[`${row.isa} ${row.name}`];
      t.truthy(limits, row.name);
      t.true(
        row.instructionsPerNonce <= (limits?.counts[row.nv] ?? 0),
        `${row.instructionsPerNonce} instructions`,
      );
      t.true(row.instructionsPerNonce >= row.floor, 'below the floor: the floor is wrong');
      t.true(row.codeBytes > 0 && row.codeBytes <= (limits?.bytes ?? 0), `${row.codeBytes} bytes`);
    }
  });
}
