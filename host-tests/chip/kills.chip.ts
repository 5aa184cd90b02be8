/**
 * The power goes at random moments, while settings are stored and the chain is. Each time the board boots, with the
 * settings of before or after: never with a mixture, never without any.
 */
import test from 'ava';
import { TEST_MS } from '../support/deadlines.js';
import { sleep } from '../support/processes.js';
import { BOARDS, ChipBed, skippedWithoutChip } from './bed.js';

const KILLS = Number(process.env.CHIP_KILLS || 30);
/** Storing begins and ends within this even on a busy machine: some are killed before, some during, some after. */
const LATEST_MS = 3_000;

for (const board of BOARDS)
  test(`${board.name}: killed ${KILLS} times at random moments`, async t => {
    t.timeout(TEST_MS);
    if (skippedWithoutChip(t, board)) return;
    const bed = new ChipBed(board);
    t.teardown(() => bed.dispose());
    await bed.startNode();
    bed.burn();
    await bed.boot();
    await bed.configure('status.interval=1');
    await bed.mines(1);
    // The two are always stored together.
    const server = (interval: number) => `n${interval}.example`;
    let before = 1;
    t.is((await bed.ask(`config set time.server ${server(before)}`)).ok, true);
    let kept = 0;
    let changed = 0;
    for (let i = 0; i < KILLS; i++) {
      const after = (before % 3000) + 1;
      await bed.ask('config begin');
      await bed.ask(`config set status.interval ${after}`);
      await bed.ask(`config set time.server ${server(after)}`);
      bed.send('config commit');
      await sleep(Math.random() ** 2 * LATEST_MS); // more of them early, where an idle machine stores
      await bed.off();
      await bed.boot();
      const interval = Number(await bed.setting('status.interval'));
      t.true([before, after].includes(interval), `kill ${i}: ${interval} is neither ${before} nor ${after}`);
      t.is(await bed.setting('time.server'), server(interval), `kill ${i}: a mixture`);
      t.is(await bed.setting('device.secret'), '(set)', `kill ${i}`);
      t.is(await bed.setting('device.id'), bed.device, `kill ${i}`);
      if (interval === before) kept++;
      else changed++;
      before = interval;
    }
    await bed.mines(1);
    t.log(`${board.name}: ${KILLS} kills, settings of before ${kept} times, of after ${changed} times`);
    t.truthy(await bed.command('verify'));
  });
