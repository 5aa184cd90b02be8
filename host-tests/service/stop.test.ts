/** What is left of a node after it stops, or after a failed start: nothing still running. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { openLogger } from '../../trusted-node/common/logger.js';
import { Turns } from '../../trusted-node/common/turns.js';
import { startNode } from '../../trusted-node/node.js';
import { openStore } from '../../trusted-node/store/store.js';
import { MINING_MS } from '../support/deadlines.js';
import { Bench, freePort } from '../support/processes.js';
import { MOSQUITTO, skippedWithout } from '../support/tools.js';
import { Bed, until } from './bed.js';

test.serial('a failed start leaves no timer behind, even if an open share could not be finished', async t => {
  const bed = await Bed.start();
  await bed.node.stop();
  t.teardown(() => rmSync(bed.data, { recursive: true, force: true }));
  // An open share whose job is gone, and a table that the start needs after it has tried to finish the share.
  const db = await openStore(bed.data);
  await db
    .insertInto('devices')
    .values({
      ...{ id: 'a', payout_group: 'solo', salt: new Uint8Array(16), secret_hash: new Uint8Array(32) },
      ...{ created_at: 0, rate: 0, credited: '0' },
    })
    .execute();
  await db
    .insertInto('shares')
    .values({
      ...{
        device: 'a',
        payout_group: 'solo',
        session: 1,
        sequence: 1,
        job: 999,
        extranonce2: new Uint8Array(4),
      },
      ...{ time: 0, nonce: 0, version: 0, hash: new Uint8Array(32), height: 1, share_bits: 0x1f00ffff },
      ...{ code: -1, received_at: 0 },
    })
    .execute();
  await db.schema.dropTable('rewards').execute();
  await db.schema.dropTable('found_blocks').execute();
  await db.destroy();

  const lines: string[] = [];
  const log = Object.assign(Object.create(openLogger('silent')), {
    error: (_: unknown, text: string) => lines.push(text),
  });
  const timers = () => process.getActiveResourcesInfo().filter(name => name === 'Timeout').length;
  const before = timers();
  await t.throwsAsync(startNode({ ...bed.config, data: bed.data }, { log }), {
    any: true,
    message: /found_blocks/,
  });
  t.true(lines.includes('a found block could not be handed in; trying again'), 'it was tried');
  t.is(timers(), before);
});

test('closing a queue drops the requests that wait, and waits for those under way', async t => {
  const served: string[] = [];
  let finish: () => void = () => {};
  const turns = new Turns<string>(
    { each: { burst: 1, interval: 1 } },
    () => 0,
    () => {},
    async (_, request) => {
      served.push(request);
      await new Promise<void>(resolve => {
        finish = resolve;
      });
    },
  );
  const first = turns.take('a', 'first');
  await turns.take('a', 'second');
  let closed = false;
  const closing = turns.close().then(() => {
    closed = true;
  });
  await new Promise(resolve => setImmediate(resolve));
  t.false(closed);
  finish();
  await closing;
  await first;
  await turns.take('b', 'third');
  await new Promise(resolve => setTimeout(resolve, 60));
  t.deepEqual(served, ['first']);
});

test('a node stops even if its broker no longer answers', async t => {
  if (skippedWithout(t, 'mosquitto')) return;
  const directory = mkdtempSync(join(tmpdir(), 'mite-stop-'));
  const bench = new Bench();
  const port = await freePort();
  const config = join(directory, 'mosquitto.conf');
  const user = process.getuid?.() === 0 ? 'user root\n' : '';
  writeFileSync(config, `${user}listener ${port} 127.0.0.1\nallow_anonymous true\n`);
  const broker = bench.start(MOSQUITTO, ['-c', config]);
  await until(() => broker.errors.some(line => line.includes('running')), 'mosquitto', MINING_MS);
  const url = `mqtt://127.0.0.1:${port}`;
  const bed = await Bed.start({ network: 'regtest', broker: url }, url);
  t.teardown(async () => {
    await bench.dispose();
    rmSync(directory, { recursive: true, force: true });
    rmSync(bed.data, { recursive: true, force: true });
  });
  const device = await bed.connect('alpha');
  await device.hello();
  process.kill(broker.pid, 'SIGSTOP');
  t.teardown(() => void process.kill(broker.pid, 'SIGCONT'));
  // Something goes out that the broker does not take.
  const { ledger } = bed.node;
  t.is(ledger.tip().height, 0);
  await bed.node.stop();
  process.kill(broker.pid, 'SIGCONT');
  await device.close();
  t.pass();
});
