/** The firmware on the Moddable SDK's XS, headless, against the real node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { acknowledged, Bed } from '../e2e/bed.js';
import { MINING_MS, TEST_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';
import { build, SDK_BOARD } from './sdk.js';

test.serial('the headless board mines an accepted block and keeps its settings across a restart', async t => {
  t.timeout(TEST_MS);
  const skipped = build('sdk-board');
  if (skipped !== undefined) {
    t.log(skipped);
    t.pass();
    return;
  }
  const bed = new Bed();
  try {
    await bed.startNode();
    const { secret } = await bed.addDevice('sdk');
    const board = bed.start(SDK_BOARD, [], {
      MITE_DATA: join(bed.directory, 'sdk'),
      MITE_JSON: '1',
      MITE_UNTIL_EOF: '1',
    });
    await board.waitFor(line => line.event === 'boot' && line.reset === 'power', 'its boot');
    board.write('config set node.host 127.0.0.1');
    board.write(`config set node.port ${bed.port}`);
    board.write('config set device.id sdk');
    board.write(`config set device.secret ${secret}`);
    await board.waitFor(line => line.event === 'block', 'a block', MINING_MS);
    await board.waitFor(() => acknowledged(board).length > 0, 'its acknowledgement');
    t.true(bed.shares().some(share => share.device === 'sdk' && share.code <= 1));
    const from = board.lines.length;
    board.write('restart');
    const again = await board.waitFor(
      line => line.event === 'boot' && line.reset === 'restart',
      'its second boot',
      MINING_MS,
      from,
    );
    t.is(again.device, 'sdk');
    await board.waitFor(
      line => line.event === 'result' || line.event === 'block',
      'a result after the restart',
      MINING_MS,
      from,
    );
    board.write('status');
    const status = await board.waitFor(line => line.reply === 'status', 'its status', MINING_MS, from);
    t.is(status.device, 'sdk');
    t.false(JSON.stringify(board.lines).includes(String(secret)));
  } finally {
    await bed.dispose();
  }
});

test('nothing that the firmware keeps from loading is a regular expression: flash cannot hold one', t => {
  const skipped = build('sdk-board');
  if (skipped !== undefined) {
    t.log(skipped);
    t.pass();
    return;
  }
  const bundle = readFileSync(join(ROOT, 'build/bundle/sdk.js'), 'utf8');
  t.deepEqual(
    bundle.split('\n').filter(line => /^(var|let|const) [\w$]+ = (\/[^/*]|new RegExp)/.test(line)),
    [],
  );
});
