import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import { type Line, sleep } from '../support/processes.js';
import { skippedWithout } from '../support/tools.js';
import { Bed } from './bed.js';

const OUTAGE_MS = 30_000;

/** mosquitto's password file format. */
function passwordLine(user: string, password: string): string {
  const salt = randomBytes(12);
  const hash = pbkdf2Sync(password, salt, 101, 64, 'sha512');
  return `${user}:$7$101$${salt.toString('base64')}$${hash.toString('base64')}`;
}

function isResult(line: Line): boolean {
  return line.event === 'result' || line.event === 'block';
}

test.serial('through mosquitto: mining, and an outage of the broker that costs no share', async t => {
  if (skippedWithout(t, 'mosquitto')) return;
  const bed = new Bed();
  try {
    const passwordFile = join(bed.directory, 'broker-password');
    const password = randomBytes(18).toString('base64url');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    const device = await bed.addDevice('kitchen', '--mosquitto');
    const passwords = [passwordLine('mite-node', password), String(device.mosquitto)];
    let broker = await bed.startMosquitto(passwords);
    const node = await bed.startNode([
      '--broker',
      `mqtt://127.0.0.1:${bed.port}`,
      '--broker-user',
      'mite-node',
      '--broker-password-file',
      passwordFile,
    ]);
    const board = bed.startBoard('kitchen', String(device.secret));
    await node.waitFor(line => line.event === 'block' && Number(line.height) >= 2, 'two blocks', MINING_MS);
    // The job on top of that block: a share of an older one would be stale.
    const { height } = node.lines.findLast(line => line.event === 'block') ?? {};
    await board.waitFor(line => line.event === 'job' && Number(line.height) > Number(height), 'the next job');

    await broker.kill('SIGTERM');
    const down = board.lines.length;
    await board.waitFor(
      line => line.event === 'status' && line.connected === false,
      'the outage',
      MINING_MS,
      down,
    );
    const before = await board.waitFor(
      line => line.event === 'status',
      'a status in the outage',
      ANSWER_MS,
      board.lines.length,
    );
    const outage = sleep(OUTAGE_MS);
    const found = await board.waitFor(
      line => line.event === 'share',
      'a share in the outage',
      MINING_MS,
      down,
    );
    // A share whose result the outage swallowed may have been a block: those after it are stale then, and it is not.
    const answered = (sequence: unknown) =>
      board.lines.some(line => isResult(line) && line.sequence === sequence);
    // A share of an earlier height without one is not waited for: with the link down the board gives it up as stale.
    const first =
      board.lines.find(
        line => line.event === 'share' && line.height === found.height && !answered(line.sequence),
      ) ?? found;
    await outage;
    const after = await board.waitFor(
      line => line.event === 'status',
      'a status after it',
      ANSWER_MS,
      board.lines.length,
    );
    t.is(after.state, 'mining');
    t.true(Number(after.hashes) > Number(before.hashes), 'the search went on');

    broker = await bed.startMosquitto(passwords);
    const up = Date.now();
    const resultOf = (share: Line, what: string) =>
      board.waitFor(line => isResult(line) && line.sequence === share.sequence, what, MINING_MS);
    const result = await resultOf(first, 'the result of the first share without one');
    // Another share of this job that was a block, before the board heard of the next job: rightly stale.
    const job = board.lines.find(line => line.event === 'job' && line.jobId === first.jobId);
    const overtaken = node.lines.some(line => line.event === 'block' && line.height === job?.height);
    t.true(Number(result.code) <= (overtaken ? 2 : 1), JSON.stringify(result));
    await resultOf(found, 'the result of a share of the outage');
    t.log(`result of a share of the outage ${Date.now() - up} ms after the broker was back`);
    const from = node.lines.length;
    await node.waitFor(line => line.event === 'block', 'a block after the outage', MINING_MS, from);
  } finally {
    await bed.dispose();
  }
});
