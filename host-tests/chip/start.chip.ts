/** From an erased flash to blocks: prompt, `mite configure`, self-test and bench of each backend, one thread and two. */
import test from 'ava';
import { ANSWER_MS, eventually, TEST_MS } from '../support/deadlines.js';
import { BOARDS, ChipBed, skippedWithoutChip } from './bed.js';

for (const board of BOARDS)
  test(`${board.name}: boots, is configured, tests itself, mines; the chain verifies`, async t => {
    t.timeout(TEST_MS);
    if (skippedWithoutChip(t, board)) return;
    const bed = new ChipBed(board);
    t.teardown(() => bed.dispose());
    await bed.startNode();
    bed.burn();
    const started = Date.now();
    await bed.boot();
    t.log(`${board.name}: prompt after ${((Date.now() - started) / 1000).toFixed(1)} s`);
    await eventually(() => bed.chip.console.includes('10.0.2.15'), 'an address by DHCP', ANSWER_MS);
    t.is((await bed.ask('version')).board, board.name);
    t.deepEqual((await bed.status()).missing, ['node.host', 'device.id', 'device.secret']);
    await bed.configure();
    t.is((await bed.status()).connected, true);

    await bed.ask('stop');
    t.is((await bed.ask('selftest')).ok, true);
    const from = bed.events.length;
    await bed.ask('bench 2');
    await bed.hears(
      ({ reply, winner }) => reply === 'bench' && winner !== undefined,
      'the end of the bench',
      from,
    );
    for (const fields of bed.events.slice(from))
      if (fields.reply === 'bench') t.log(`${board.name}: ${JSON.stringify(fields)}`);
    await bed.ask('start');

    for (const threads of board.chip.cores === 2 ? [1, 2] : [1]) {
      await bed.ask(`config set mining.threads ${threads}`);
      await bed.mines(1);
      const status = await bed.status();
      t.log(`${board.name}: ${threads} thread(s), plan ${status.plan}, ${status.rate} H/s`);
      t.is(status.mismatches, 0);
      t.is(status.kernelErrors, 0);
    }
    const verified = await bed.command('verify');
    t.truthy(verified);
    t.is((await bed.status()).rejected, 0);
  });
