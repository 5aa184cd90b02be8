/** A node whose clock is hours behind its own chain, and blocks that its ledger refuses. */
import { execFileSync } from 'node:child_process';
import test, { type ExecutionContext } from 'ava';
import { ShareCode } from '../../firmware/domain/share.js';
import { encodeHello } from '../../firmware/protocol/mite/hello.js';
import { systemClock } from '../../trusted-node/common/clock.js';
import type { NodeEvent } from '../../trusted-node/common/events.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import { refusedBlocks } from '../../trusted-node/work/blocks.js';
import { deviceTotals } from '../../trusted-node/work/rewards.js';
import { MINING_MS } from '../support/deadlines.js';
import type { TestDevice } from '../support/test-device.js';
import { Bed, until } from './bed.js';

const HOURS = 6 * 3_600;
const MAIN = new URL('../../trusted-node/cli/main.js', import.meta.url).pathname;

/** A node whose clock can be set: it begins hours ahead of the system's. */
async function start(t: ExecutionContext) {
  const clock = { ahead: HOURS };
  const bed = await Bed.start({ network: 'regtest' }, undefined, () => systemClock() + clock.ahead);
  t.teardown(() => bed.dispose());
  return { bed, clock };
}

/** Blocks whose times are the clock's, until the median of the last ones is. */
async function mine(t: ExecutionContext, device: TestDevice, count = 12) {
  let job = await device.hello();
  for (let i = 0; i < count; i++) {
    t.is((await device.send(device.solve(job))).code, ShareCode.block);
    const { height } = job;
    job = await device.jobs.take(entry => entry.height === height + 1);
  }
  return job;
}

const clocks = (events: readonly NodeEvent[]) => events.filter(entry => entry.event === 'clock');

test('a clock hours behind the chain: no jobs, no "accepted", the reason is given; all goes on once it is right', async t => {
  const { bed, clock } = await start(t);
  const device = await bed.connect('first');
  const job = await mine(t, device);
  t.deepEqual(clocks(bed.events), []);
  const share = device.solve(job);

  clock.ahead = 0;
  await until(() => clocks(bed.events).length === 1, 'the event', MINING_MS);
  const [event] = clocks(bed.events);
  t.true(event?.event === 'clock' && event.behind > HOURS - 600, JSON.stringify(event));
  t.is((await device.send(share)).code, ShareCode.internal, 'to be sent again');
  const late = await bed.connect('late');
  const hello = { boot: late.boot, board: 'test', firmware: '0.1.0', rate: 0, versionRolling: true };
  await late.raw('hello', encodeHello(hello));
  await until(
    () => bed.events.some(each => each.event === 'device' && each.device === 'late'),
    'the hello',
    MINING_MS,
  );
  await bed.restart();
  await until(() => clocks(bed.events).length === 2, 'the event of the next start', MINING_MS);
  const again = await bed.connect('first', device.boot);
  const other = await bed.connect('late', late.boot);
  await other.raw('hello', encodeHello(hello));
  await new Promise(resolve => setTimeout(resolve, 1_500));
  t.deepEqual([late.jobs.all, other.jobs.all], [[], []]);

  clock.ahead = HOURS;
  await until(() => clocks(bed.events).length === 3, 'the end of it', MINING_MS);
  t.deepEqual(clocks(bed.events).at(-1), { event: 'clock', behind: 0 });
  await other.jobs.take(entry => entry.height === job.height, 0, MINING_MS);
  t.is((await again.send(share)).code, ShareCode.block);
});

test('a block taken just before the clock went back waits until it is right', async t => {
  const { bed, clock } = await start(t);
  const device = await bed.connect('first');
  const share = device.solve(await mine(t, device));
  const { ledger } = bed.node;
  const submit = ledger.submitBlock.bind(ledger);
  let tries = 0;
  ledger.submitBlock = raw => {
    if (tries++ === 0) clock.ahead = 0;
    return submit(raw);
  };
  const answer = device.send(share, 120_000);
  await until(() => tries >= 2, 'a second try', MINING_MS);
  t.is(await refusedBlocks(bed.node.database), undefined);
  clock.ahead = HOURS;
  t.is((await answer).code, ShareCode.block);
});

test('a found block that the ledger refuses leaves a trace: an event, and what status shows', async t => {
  const { bed } = await start(t);
  const device = await bed.connect('first');
  const job = await device.hello();
  const { ledger } = bed.node;
  const submit = ledger.submitBlock.bind(ledger);
  ledger.submitBlock = async () => ({ status: 'invalid', hash: new Uint8Array(32), reason: 'bad-cb-amount' });
  t.is((await device.send(device.solve(job))).code, ShareCode.accepted, 'the work is paid for');
  ledger.submitBlock = submit;
  const refused = await refusedBlocks(bed.node.database);
  t.is(refused?.count, 1);
  t.like(refused?.last, { height: 1, device: 'first', reason: 'bad-cb-amount' });
  const { hash } = refused!.last;
  t.deepEqual(
    bed.events.filter(({ event }) => event === 'block-refused'),
    [{ event: 'block-refused', height: 1, hash, device: 'first', reason: 'bad-cb-amount' }],
  );
  t.deepEqual(
    bed.events.filter(({ event }) => event === 'block'),
    [],
  );
  const [totals] = await deviceTotals(bed.node.database);
  t.deepEqual([totals?.accepted, totals?.blocks], [1, 0]);
  const status = (...flags: string[]) =>
    execFileSync(process.execPath, [MAIN, 'status', '--data', bed.data, '--network', 'regtest', ...flags], {
      encoding: 'utf8',
    });
  await bed.node.stop();
  const shown = JSON.parse(status('--json'));
  t.like(shown.blocksRefused, { count: 1, last: { height: 1, hash, reason: 'bad-cb-amount' } });
  t.regex(status(), /^refused +1 block .*bad-cb-amount/m);
  t.is(shown.clockBehind, 0);
  t.notRegex(status(), /^clock/m);
});

test('status and the log say that the clock is behind', async t => {
  const { bed } = await start(t);
  await mine(t, await bed.connect('first'));
  await bed.node.stop();
  const run = (...flags: string[]) =>
    execFileSync(process.execPath, [MAIN, 'status', '--data', bed.data, '--network', 'regtest', ...flags], {
      encoding: 'utf8',
    });
  const { clockBehind } = JSON.parse(run('--json'));
  // The block's time may be rolled a little ahead, and time passes.
  t.true(Math.abs(clockBehind - (HOURS - 7_200)) < 600, `${clockBehind} s`);
  t.regex(
    run(),
    /^clock +this machine's clock says .* UTC, but the newest block is of .* UTC: boards get no jobs/m,
  );

  const lines: string[] = [];
  const log = Object.assign(Object.create(openLogger('silent')), {
    error: (_: unknown, text: string) => lines.push(text),
  });
  const { startNode } = await import('../../trusted-node/node.js');
  const node = await startNode({ ...bed.config, data: bed.data }, { log });
  try {
    await until(() => lines.length > 0, 'a line', MINING_MS);
    t.regex(lines[0]!, /^this machine's clock says/);
  } finally {
    await node.stop();
  }
});
