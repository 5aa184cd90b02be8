/** What takes too long for the engine-neutral cases (host-tests/cases/mining-cases.ts has the scenarios). */
import test from 'ava';
import { decodeHeader } from '../../firmware/domain/header.js';
import { WorkPlanner } from '../../firmware/parts/mining/work.js';
import { randomRun } from '../cases/mining-random-cases.js';
import { sampleJob } from '../cases/samples.js';
import { MinerDriver } from '../support/miner-driver.js';

test('60,000 random events in 200 runs break no rule, and shares get through', t => {
  let shares = 0;
  for (let seed = 100; seed < 300; seed++) shares += randomRun(seed, 300).shares.length;
  t.log(`${shares} shares sent`);
  t.true(shares > 500);
});

test('two bytes of extranonce2 make 65,536 different headers, then none', t => {
  const planner = new WorkPlanner();
  const job = sampleJob({ versionMask: 0, extranonce1: new Uint8Array(6), extranonce2Length: 2 });
  planner.use(job, 0);
  const headers = new Set<string>();
  for (let i = 0; i < 65_536; i++) headers.add(planner.take(0)!.search.header.join());
  t.is(headers.size, 65_536);
  t.is(planner.take(0), undefined);
  planner.use({ ...job, id: 78 }, 0);
  t.is(planner.take(0), undefined, 'a new job does not start over');
});

test("the header's time rolls from when the job arrived, however long it waited for its parent", t => {
  const driver = new MinerDriver();
  driver.feed({ kind: 'started' });
  driver.feed({ kind: 'connected' });
  const receivedAt = driver.now;
  driver.now += 20_000;
  driver.feed({ kind: 'job', job: sampleJob(), receivedAt });
  t.is(decodeHeader(driver.current!.header).time, sampleJob().time + 20);
  t.is(driver.miner.status(driver.now).jobAge, 20);
});
