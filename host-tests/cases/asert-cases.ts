import { asertBits } from '../../firmware/domain/asert.js';
import type { ChainPoint } from '../../firmware/domain/chain-point.js';
import { expectedBits, nextPoint } from '../../firmware/domain/chain-point.js';
import { encodeHeader, headerHash } from '../../firmware/domain/header.js';
import { NETWORKS, type NetworkRules } from '../../firmware/domain/networks.js';
import { blockWork, compactToTarget, meetsTarget } from '../../firmware/domain/target.js';
import type { Case } from './case.js';

const DAY = 86_400;

/** Of the published vectors (host-tests/domain/aserti3-2d): anchor, parent's height and time, nBits of the block after it. */
const ROWS: readonly [height: bigint, time: bigint, nBits: number, bits: number, at: bigint, when: bigint][] =
  [
    [1n, 0n, 0x1d00ffff, 0x1d00ffff, 2n, 1_200n],
    [1n, 0n, 0x1a2b3c4d, 0x1a2b3c4d, 2n, 1_200n],
    [1n, 0n, 0x01010000, 0x01020000, 2n, 174_000n],
    [1n, 0n, 0x1d00ffff, 0x1d00fec5, 2n, 0n],
    [1n, 0n, 0x1d00ffff, 0x1c7f62c0, 290n, 0n],
    [1n, 0n, 0x1d00ffff, 0x0f07f62c, 31_394n, 0n],
    [1n, 0n, 0x1d00ffff, 0x01010000, 64_514n, 0n],
    [2_147_483_642n, 1_234_567_290n, 0x1802aee8, 0x1802ae16, 2_147_483_643n, 1_234_568_190n],
  ];

/** A chain that begins with an anchor in the open: regtest's work, Bitcoin Cash's rule. */
const rules: NetworkRules = {
  ...NETWORKS.regtest,
  noRetargeting: false,
  minDifficultyBlocks: false,
  asert: { height: 1_000, nBits: 0x201fffff, parentTime: 1_700_000_000, halfLife: 2 * DAY },
};
const anchor: ChainPoint = {
  height: 1_000,
  hash: new Uint8Array(32).fill(7),
  work: blockWork(0x201fffff),
  times: [1_700_000_600],
  nBits: 0x201fffff,
  periodTime: 1_700_000_600,
  periodBits: 0x201fffff,
  realBits: 0x201fffff,
};

/** The header after a point, with its work. */
function headerAfter(point: ChainPoint, time: number, nBits: number): Uint8Array {
  const header = {
    ...{ version: 0x20000000, previousHash: point.hash, merkleRoot: new Uint8Array(32), time, nBits },
    nonce: 0,
  };
  while (!meetsTarget(headerHash(header), compactToTarget(nBits))) header.nonce++;
  return encodeHeader(header);
}

export const cases: Case[] = [
  {
    name: 'asert: published vectors',
    run(t) {
      for (const [height, time, nBits, bits, at, when] of ROWS)
        t.equal(
          asertBits(
            { nBits, halfLife: 2 * DAY },
            { blocks: at - height, seconds: when - time },
            { powLimit: NETWORKS.mainnet.powLimit, targetSpacing: 600 },
          ),
          bits,
        );
    },
  },
  {
    name: 'asert: headers from an anchor on are checked, whatever their times; other nBits are refused',
    run(t) {
      let point = anchor;
      const seen = new Set<number>();
      for (const spacing of [600, 1, 1, 5 * DAY, 1, 1, 600, DAY, 1, 600]) {
        const time = point.times[point.times.length - 1]! + spacing;
        const bits = expectedBits(rules, point, time);
        seen.add(bits);
        const wrong = headerAfter(point, time, bits - 1);
        t.equal((nextPoint(rules, point, wrong) as { fault: string }).fault, 'bad-diffbits');
        const next = nextPoint(rules, point, headerAfter(point, time, bits));
        if ('fault' in next) throw new Error(next.fault);
        point = next;
      }
      t.equal(point.height, 1_010);
      t.ok(seen.size >= 4, `${seen.size} different targets`);
      t.ok(seen.has(0x207fffff), 'the easiest, when it is far behind');
      t.equal(
        expectedBits({ ...rules, minDifficultyBlocks: true }, point, point.times[10]! + 1_201),
        0x207fffff,
      );
      t.throws(() => expectedBits(rules, { ...anchor, height: 999 }, 1_700_000_700), /RangeError/);
    },
  },
];
