/** The miner under random events. @module */
import { depositBits } from '../../firmware/parts/mining/work.js';
import { findNonce, MinerDriver } from '../support/miner-driver.js';
import type { Case } from './case.js';
import { EASY, easyJob } from './mining-bed.js';
import { Random } from './random.js';

export const cases: Case[] = [
  {
    name: 'miner: 3,000 random events break no rule',
    run(t) {
      for (let seed = 1; seed <= 10; seed++) randomRun(seed, 300);
      t.ok(true);
    },
  },
];

/** Random events in random order; MinerDriver throws when a rule is broken. */
export function randomRun(seed: number, steps: number): MinerDriver {
  const random = new Random(seed);
  const driver = new MinerDriver();
  const units: { id: number; nonce: number; bits: number }[] = [];
  for (let i = 0; i < steps; i++) {
    driver.now += random.below(random.below(50) === 0 ? 200_000 : 2_000);
    const work = driver.current;
    if (work !== undefined && random.below(4) === 0) {
      const bits = depositBits(random.below(16), work.versionMask);
      units.push({
        id: work.id,
        nonce: random.bool() ? findNonce(work, random.below(1000), bits) : random.below(1000),
        bits,
      });
      if (units.length > 20) units.shift();
    }
    switch (random.below(14)) {
      case 0:
        driver.feed({ kind: random.bool() ? 'connected' : 'disconnected' });
        break;
      case 1: {
        const previousHash = new Uint8Array(32).fill(random.below(3));
        const clean = random.bool();
        const id = random.below(200);
        const nBits = random.bool() ? EASY : 0x1f00ffff;
        const versionMask = random.pick([0, 0x2000, 0x7e000, 0x1fffe000]);
        driver.feed({ kind: 'job', job: easyJob({ id, clean, previousHash, nBits, versionMask }) });
        break;
      }
      case 2:
      case 3:
      case 4:
      case 5: {
        const unit = units.length > 0 ? random.pick(units) : { id: random.u32(), nonce: 0, bits: 0 };
        driver.feed({ kind: 'candidate', workId: unit.id, nonce: unit.nonce, versionBits: unit.bits });
        break;
      }
      case 6:
      case 7:
        if (driver.current !== undefined) driver.exhaust();
        else driver.feed({ kind: 'exhausted', workId: random.below(50) });
        break;
      case 8:
        driver.feed({ kind: 'tick', hashes: Math.floor(driver.now) });
        break;
      case 9:
        driver.feed({ kind: 'pause', by: random.pick(['user', 'node', 'bench'] as const) });
        break;
      case 10:
        driver.feed({ kind: 'resume', by: random.pick(['user', 'node', 'bench'] as const) });
        break;
      case 11: {
        const share = driver.shares.length > 0 ? random.pick(driver.shares) : { sequence: 0, jobId: 0 };
        const { sequence, jobId } = share;
        driver.feed({ kind: 'result', result: { code: random.below(12), sequence, jobId, height: 0 } });
        break;
      }
      case 12:
        if (i > 10) driver.feed({ kind: 'started' });
        break;
      default:
        if (random.below(1000) === 0) driver.feed({ kind: 'fault', reason: 'test' });
        else driver.feed({ kind: 'lost', count: 1 });
    }
  }
  return driver;
}
