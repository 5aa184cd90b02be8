/** Points in O(1) against the rules over the whole history, the record of them, and the checkpoint. */

import { bytesToHex } from '../../firmware/domain/bytes.js';
import {
  type ChainPoint,
  expectedBits,
  genesisPoint,
  minimumVersion,
  nextPoint,
} from '../../firmware/domain/chain-point.js';
import { crc32 } from '../../firmware/domain/crc32.js';
import { NETWORKS, type NetworkRules } from '../../firmware/domain/networks.js';
import { Bootstrap } from '../../firmware/parts/chain/bootstrap.js';
import { Keeping } from '../../firmware/parts/chain/keeping.js';
import { decodeRecord, encodeRecord, RECORD_LENGTH } from '../../firmware/parts/chain/record.js';
import type { Case } from './case.js';
import { Chain, EASY, EASY_BIP94 } from './chain-model.js';
import { Random } from './random.js';

/** The rules of each network with regtest's easy work and short periods. */
export const EASY_RULES: readonly NetworkRules[] = [
  EASY,
  EASY_BIP94,
  { ...EASY, minDifficultyBlocks: true },
  { ...EASY, noRetargeting: true },
  { ...EASY, perBlockRetarget: true, interval: 1, timespan: 600 },
];

/** A chain whose times go up and down as far as the rules let them. */
export function wildChain(rules: NetworkRules, random: Random, count: number): Chain {
  let hard = 0;
  return new Chain(rules).grown(count, () => {
    // Work doubles and doubles where headers are fast: not for too long.
    hard = random.below(3) === 0 ? random.below(4) : hard;
    if (hard === 0) return { after: random.between(-4_000, 4_000) };
    return { after: hard === 1 ? random.between(500, 700) : random.between(900, 6_000) };
  });
}

/** Seconds after the parent: periods get harder and easier again, and some headers are test networks' exceptions. */
export function someTime(random: Random): number {
  return random.bool() ? random.between(150, 500) : random.between(700, 1_500);
}

export function pointAt(chain: Chain, height = chain.height): ChainPoint {
  let point = genesisPoint(chain.rules);
  for (let i = 1; i <= height; i++) {
    const next = nextPoint(chain.rules, point, chain.mined[i]!.bytes);
    if ('fault' in next) throw new Error(`header ${i}: ${next.fault}`);
    point = next;
  }
  return point;
}

export const cases: Case[] = [
  {
    name: 'point: agrees with the whole history, whatever the network',
    run(t) {
      const random = new Random(6001);
      for (const rules of EASY_RULES) {
        const chain = wildChain(rules, random, 60);
        let point = genesisPoint(rules);
        for (let height = 1; height <= chain.height; height++) {
          const before = chain.cut(height - 1);
          for (const time of [-5_000, 1, 1_200, 1_201, 90_000].map(d => before.tip.header.time + d))
            t.equal(expectedBits(rules, point, time), before.bits(time));
          const next = nextPoint(rules, point, chain.mined[height]!.bytes);
          t.ok(!('fault' in next));
          point = next as ChainPoint;
          t.equal(point.times, chain.cut(height).times);
          t.equal(point.hash, chain.mined[height]!.hash);
        }
        t.equal(point.work, chain.work());
      }
    },
  },
  {
    name: 'point: each fault by its name, and the point it was tried on stays unchanged',
    run(t) {
      const chain = new Chain(EASY_BIP94).grown(6).grown(1, { after: 1_000 });
      const point = pointAt(chain);
      const before = JSON.stringify({ ...point, work: `${point.work}`, hash: bytesToHex(point.hash) });
      const fault = (choice: Parameters<Chain['next']>[0], now?: number) => {
        const next = nextPoint(chain.rules, point, chain.next(choice).bytes, now);
        return 'fault' in next ? next.fault : undefined;
      };
      const { time } = chain.tip.header;
      t.equal(fault({}), undefined);
      t.equal(fault({ previousHash: chain.mined[1]!.hash }), 'prev-blk-not-found');
      t.equal(fault({ nBits: 0x201fffff }), 'bad-diffbits');
      t.equal(fault({ time: chain.median }), 'time-too-old');
      t.equal(fault({ time: time - 601 }), 'time-timewarp-attack');
      t.equal(fault({ time: time - 600 }), undefined);
      t.equal(fault({ time: time + 7_201 }, time), 'time-too-new');
      t.equal(fault({ time: time + 7_200 }, time), undefined);
      t.equal(fault({ time: 0xffffffff }), undefined, 'no clock: the future is not checked');
      t.equal(fault({ version: 3 }), 'bad-version');
      t.equal(fault({ version: -0x80000000 }), 'bad-version');
      t.equal(fault({ version: 0x7fffffff }), undefined);
      t.equal(fault({ worthless: true }), 'high-hash');
      t.equal(JSON.stringify({ ...point, work: `${point.work}`, hash: bytesToHex(point.hash) }), before);
    },
  },
  {
    name: 'point: versions by height (BIP34, BIP66, BIP65)',
    run(t) {
      const at = (height: number) => minimumVersion(NETWORKS.mainnet, height);
      t.equal([227_930, 227_931, 363_724, 363_725, 388_380, 388_381, 900_000].map(at), [1, 2, 2, 3, 3, 4, 4]);
      t.equal(minimumVersion(NETWORKS.signet, 1), 4);
      // The header at the height is the first that the rule is for.
      const rules: NetworkRules = { ...EASY, versionHeights: [3, 5, 7] };
      for (let height = 1; height <= 9; height++) {
        const chain = new Chain(rules).grown(height - 1);
        const least = height < 3 ? 1 : height < 5 ? 2 : height < 7 ? 3 : 4;
        for (const version of [least - 1, least]) {
          const next = nextPoint(rules, pointAt(chain), chain.next({ version }).bytes);
          t.equal('fault' in next ? next.fault : 'none', version < least ? 'bad-version' : 'none');
        }
      }
    },
  },
  {
    name: 'point: a bootstrap anywhere gives what the headers from genesis on give',
    run(t) {
      const random = new Random(6002);
      for (const rules of EASY_RULES) {
        const chain = wildChain(rules, random, 30);
        for (let height = 1; height <= 30; height++) {
          const bootstrap = new Bootstrap(rules, { height, hash: chain.mined[height]!.hash });
          t.ok(bootstrap.next <= Math.max(0, height - 10) && bootstrap.next >= 0);
          let result = bootstrap.take(chain.mined[bootstrap.next]!.bytes);
          while (result === 'more') result = bootstrap.take(chain.mined[bootstrap.next]!.bytes);
          const work = chain.cut(height).work(height);
          t.equal(result, { ...pointAt(chain, height), work });
        }
      }
    },
  },
  {
    name: 'point: the record holds three points in under 400 bytes, and is read as it was written',
    run(t) {
      t.ok(RECORD_LENGTH < 400);
      const chain = wildChain(EASY, new Random(6003), 40);
      for (const height of [0, 1, 9, 10, 11, 40]) {
        const record = {
          anchor: genesisPoint(EASY),
          middle: pointAt(chain, height >> 1),
          tip: { ...pointAt(chain, height), work: (1n << 128n) - 1n },
        };
        const bytes = encodeRecord(EASY, EASY.checkpoint, record);
        t.equal(bytes.length, RECORD_LENGTH);
        t.equal(decodeRecord(EASY, EASY.checkpoint, bytes), record);
      }
      const tip = pointAt(chain);
      const beyond = { anchor: tip, middle: tip, tip: { ...tip, work: 1n << 128n } };
      t.throws(() => encodeRecord(EASY, EASY.checkpoint, beyond), /^RangeError/);
    },
  },
  {
    name: 'point: stored after 30 s, 2,000 headers or before a restart, and only what is new',
    run(t) {
      const keeping = new Keeping(undefined);
      t.equal(keeping.due(100_000, 10, true), false, 'nothing to store');
      keeping.changed();
      t.equal(keeping.due(100_000, 10, false), true, 'the first at once');
      t.equal(keeping.due(900_000, 10, true), false, 'stored already');
      keeping.changed();
      t.equal(keeping.due(129_999, 11, false), false);
      t.equal(keeping.due(130_000, 11, false), true);
      keeping.changed();
      t.equal(keeping.due(130_001, 2_010, false), false);
      t.equal(keeping.due(130_001, 2_011, false), true);
      keeping.changed();
      t.equal(keeping.due(130_002, 2_012, true), true, 'the board is about to stop');
    },
  },
  {
    name: 'point: a record of another network, checkpoint, order or impossible target counts as absent',
    run(t) {
      const chain = new Chain(EASY).grown(20);
      const [anchor, middle, tip] = [pointAt(chain, 3), pointAt(chain, 9), pointAt(chain)];
      const { checkpoint } = EASY;
      const bytes = encodeRecord(EASY, checkpoint, { anchor, middle, tip });
      t.ok(decodeRecord(EASY, checkpoint, bytes));
      t.equal(decodeRecord(NETWORKS.devnet, checkpoint, bytes), undefined);
      t.equal(decodeRecord(EASY, { ...checkpoint, height: 1 }, bytes), undefined);
      t.equal(decodeRecord(EASY, { ...checkpoint, hash: tip.hash }, bytes), undefined);
      t.equal(decodeRecord(EASY, checkpoint, bytes.subarray(1)), undefined);
      t.equal(decodeRecord(EASY, checkpoint, new Uint8Array(0)), undefined);
      const turned = encodeRecord(EASY, checkpoint, { anchor: tip, middle, tip: anchor });
      t.equal(decodeRecord(EASY, checkpoint, turned), undefined);
      for (const nBits of [0, 0x2100ffff, 0x04800001, 0xffffffff])
        for (const field of ['nBits', 'periodBits', 'realBits']) {
          const bent = encodeRecord(EASY, checkpoint, { anchor, middle, tip: { ...tip, [field]: nBits } });
          t.equal(decodeRecord(EASY, checkpoint, bent), undefined);
        }
      // No times, or too many, under a checksum that is right.
      for (const count of [0, 12, 255]) {
        const bent = bytes.slice();
        bent[17 + 68] = count;
        const end = RECORD_LENGTH - 4;
        new DataView(bent.buffer).setUint32(end, crc32(bent, end), true);
        t.equal(decodeRecord(EASY, checkpoint, bent), undefined);
      }
    },
  },
];
