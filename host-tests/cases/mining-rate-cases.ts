/** The hash rate that the miner reports: what it averages, and as text. @module */
import { formatRate } from '../../firmware/domain/units.js';
import type { Case } from './case.js';
import { mining } from './mining-bed.js';

export const cases: Case[] = [
  {
    name: 'miner: the hash rate is that of the last minute, and 0 when paused',
    run(t) {
      const driver = mining();
      driver.pass(120, 123_456);
      t.equal(driver.miner.status(driver.now).rate, 123_456);
      driver.feed({ kind: 'pause', by: 'user' });
      t.equal(driver.miner.status(driver.now).rate, 0);
    },
  },
  {
    name: 'miner: the hash rate survives a change of job and leaves out stops and benchmarks',
    run(t) {
      const driver = mining();
      driver.pass(30, 50_000);
      driver.feed({ kind: 'pause', by: 'bench' });
      driver.pass(20, 900_000);
      driver.feed({ kind: 'resume', by: 'bench' });
      t.equal(driver.miner.status(driver.now).rate, 50_000);
      driver.pass(3, 50_000);
      t.equal(driver.miner.status(driver.now).rate, 50_000);
    },
  },
  {
    name: 'miner: a new budget restarts the average; the same one does not',
    run(t) {
      const driver = mining();
      let hashes = 0;
      const pass = (seconds: number, rate: number) => {
        for (let i = 0; i < seconds; i++) {
          driver.now += 1000;
          hashes += rate;
          driver.feed({ kind: 'tick', hashes });
        }
      };
      pass(60, 100_000);
      driver.feed({ kind: 'budget', percent: 100 });
      pass(2, 50_000);
      t.ok(driver.miner.status(driver.now).rate > 95_000);
      driver.feed({ kind: 'budget', percent: 10 });
      pass(1, 60_000); // the second in which it was changed is not counted
      t.ok(driver.miner.status(driver.now).rate > 95_000, 'until there is a new one');
      pass(1, 10_000);
      t.equal(driver.miner.status(driver.now).rate, 10_000);
      driver.feed({ kind: 'budget', percent: 100 });
      pass(30, 100_000);
      t.equal(driver.miner.status(driver.now).rate, 100_000);
    },
  },
  {
    name: 'miner: hash rates as text',
    run(t) {
      const rates = [0, 999, 1000, 1239, 12_999, 999_999, 1_230_000, 4_005_000_000, 9_007_199_254_740_991];
      t.equal(rates.map(formatRate), [
        '0 H/s',
        '999 H/s',
        '1.00 kH/s',
        '1.23 kH/s',
        '12.9 kH/s',
        '999 kH/s',
        '1.23 MH/s',
        '4.00 GH/s',
        '9007 TH/s',
      ]);
    },
  },
];
