/** Commands for boards: queued, sent in order, answered, and what becomes of those that nobody answers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { sql } from 'kysely';
import { CommandsPart } from '../../firmware/parts/commands/part.js';
import {
  type Command,
  decodeCommand,
  encodeReply,
  type Reply,
} from '../../firmware/protocol/mite/command.js';
import { encodeStatus } from '../../firmware/protocol/mite/status.js';
import { topic } from '../../firmware/protocol/mite/topics.js';
import { SCHEMA } from '../../firmware/schema.js';
import { Configuration, type StoredValues } from '../../firmware/settings/configuration.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import { answerTo, CommandService, MAX_WAITING, queueCommand } from '../../trusted-node/fleet/commands.js';
import { addDevice, DeviceError, revokeDevice } from '../../trusted-node/fleet/devices.js';
import type { NodeDatabase } from '../../trusted-node/ports/store.js';
import { openStore } from '../../trusted-node/store/store.js';
import { deviceTotals } from '../../trusted-node/work/rewards.js';
import { VECTORS } from '../cases/protocol-vectors.js';
import type { TestDevice } from '../support/test-device.js';
import { Bed, until } from './bed.js';

async function start(t: ExecutionContext): Promise<Bed> {
  const bed = await Bed.start();
  t.teardown(() => bed.dispose());
  return bed;
}

/** Collects a device's commands; answers each with what `answer` says, undefined: not at all. */
async function obey(
  device: TestDevice,
  answer: (command: Command) => string | undefined,
): Promise<Command[]> {
  const commands: Command[] = [];
  device.client.on('message', (name, payload) => {
    if (name !== topic(device.id, 'command')) return;
    const command = decodeCommand(new Uint8Array(payload));
    commands.push(command);
    const error = answer(command);
    if (error === undefined) return;
    const reply = error === '' ? { id: command.id, ok: true } : { id: command.id, ok: false, error };
    // The test may end before the broker has acknowledged it.
    device.raw('reply', encodeReply(reply)).catch(() => {});
  });
  await device.client.subscribeAsync(topic(device.id, 'command'), { qos: 1 });
  return commands;
}

const set = (key: string, value: string) => ({ cmd: 'set' as const, key, value });

test('a setting waits for a board that is offline, and is sent once it connects', async t => {
  const bed = await start(t);
  await bed.add('kitchen');
  const db = bed.node.database;
  await queueCommand(db, 'kitchen', set('mining.budget', '20'));
  const second = await queueCommand(db, 'kitchen', set('mining.budget', '50'));
  const third = await queueCommand(db, 'kitchen', set('pause.temperature', '999'));
  await bed.node.refresh();
  t.is(await answerTo(db, second), undefined);
  const device = await bed.connect('kitchen');
  const commands = await obey(device, ({ value }) => (value === '999' ? 'too much' : ''));
  await device.hello();
  await until(async () => (await answerTo(db, third)) !== undefined, 'the answers');
  t.deepEqual(
    commands.map(({ cmd, key, value }) => ({ cmd, key, value })),
    [set('mining.budget', '50'), set('pause.temperature', '999')], // a newer value replaces one that waits
  );
  t.deepEqual([await answerTo(db, second), await answerTo(db, third)], ['', 'too much']);
  const fourth = await queueCommand(db, 'kitchen', { cmd: 'stop' });
  await bed.node.refresh();
  await until(async () => (await answerTo(db, fourth)) === '', 'the answer to stop');
  t.is(commands.length, 3);
});

test('an answer to another command changes nothing; a restart is not repeated', async t => {
  const bed = await start(t);
  const device = await bed.connect('kitchen');
  const db = bed.node.database;
  const commands = await obey(device, () => undefined);
  await device.hello();
  const id = await queueCommand(db, 'kitchen', { cmd: 'restart' });
  await bed.node.refresh();
  await until(() => commands.length === 1, 'the command');
  await device.raw('reply', encodeReply({ id: id + 1, ok: true }));
  await device.raw('reply', new Uint8Array([0x7b]));
  await device.hello(); // it has restarted, and its answer was lost
  await until(async () => (await answerTo(db, id)) === '', 'the end');
  await bed.node.refresh();
  t.is(commands.length, 1);
});

test('which boards may be commanded, and what they may be told', async t => {
  const bed = await start(t);
  const db = bed.node.database;
  await bed.add('kitchen');
  await bed.add('old');
  await revokeDevice(db, 'old');
  const refused = (device: string, request: Parameters<typeof queueCommand>[2]) =>
    t.throwsAsync(queueCommand(db, device, request), { instanceOf: DeviceError });
  t.is(
    (await refused('nobody', { cmd: 'stop' }))?.message,
    'there is no device nobody (mite-node device list)',
  );
  t.is((await refused('old', { cmd: 'stop' }))?.message, 'device old is revoked');
  for (const key of ['device.secret', 'node.host', 'mining.threads', 'update.mode', '']) {
    t.regex(
      (await refused('kitchen', set(key, 'x')))?.message ?? '',
      /^a node cannot set .*, only mining\.budget/,
      key,
    );
  }
  await refused('kitchen', set('mining.schedule', 'x'.repeat(129)));
  await refused('kitchen', set('mining.schedule', '\u00e9'));
  await db
    .insertInto('commands')
    .values(
      Array.from({ length: MAX_WAITING }, (_, i) => ({
        device: 'kitchen',
        cmd: 'set',
        key: `k${i}`,
        value: '',
        created_at: 0,
      })),
    )
    .execute();
  t.regex((await refused('kitchen', { cmd: 'stop' }))?.message ?? '', /^32 commands are waiting/);
});

test('a board recognises a repeated command by its id: a new or restored database gives different ids', async t => {
  const data = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'mite-commands-')));
  const [first, anew] = (await Promise.all(data.map(openStore))) as [NodeDatabase, NodeDatabase];
  try {
    const ids: number[] = [];
    const queue = async (db: NodeDatabase, value: string) => {
      const id = await queueCommand(db, 'kitchen', set('mining.budget', value));
      t.true(id <= 0xffff_ffff);
      t.false(ids.includes(id), `${id} again`);
      ids.push(id);
      return id;
    };
    for (const db of [first, anew]) await addDevice(db, 'kitchen');
    const ordered = [];
    for (const value of ['1', '2', '3', '4']) ordered.push(await queue(first, value));
    t.deepEqual(
      ordered,
      [...ordered].sort((a, b) => a - b),
    );
    await queue(anew, '1');
    // As in a copy that was made before all of this.
    await first.deleteFrom('commands').execute();
    await sql`update sqlite_sequence set seq = 17 where name = 'commands'`.execute(first);
    t.true((await queue(first, '5')) >= Math.floor(Date.now() / 1000) - 60);
  } finally {
    for (const db of [first, anew]) await db.destroy();
    for (const each of data) rmSync(each, { recursive: true, force: true });
  }
});

test('a board carries out a different command with the same id, and a repeated one once', async t => {
  let stored: StoredValues = {};
  const configuration = new Configuration(SCHEMA, {
    load: () => ({ values: stored, warnings: [] }),
    save: (values: StoredValues) => {
      stored = values;
    },
  });
  const done: unknown[] = [];
  const replies: Reply[] = [];
  const board = new CommandsPart(
    { setTimer: (_: number, run: () => void) => setTimeout(run, 0), monotonic: () => 0 } as never,
    configuration,
    {
      ...{
        hold: () => {},
        release: () => {},
        notice: () => {},
        whyNotMining: () => undefined,
        sendStatus: () => {},
        order: () => ({ device: 'a', boot: '', owner: '' }),
        forgetChain: () => undefined,
      },
      sendReply: reply => replies.push(reply),
      applySettings: () => done.push(stored['mining.budget']),
      restart: () => done.push('restart'),
    },
  );
  const say = async (command: Command) => {
    board.command(command);
    const count = replies.length;
    await until(() => replies.length > count, 'a reply');
    return replies.at(-1);
  };
  const ok = { id: 1, ok: true, error: undefined };
  t.deepEqual(await say({ id: 1, ...set('mining.budget', '50') }), ok);
  t.deepEqual(await say({ id: 1, ...set('mining.budget', '50') }), ok);
  t.deepEqual(await say({ id: 1, ...set('mining.budget', '10') }), ok);
  t.deepEqual(await say({ id: 1, cmd: 'restart' }), ok);
  t.deepEqual(await say({ id: 1, cmd: 'restart' }), ok);
  t.deepEqual(done, [50, 10, 'restart']);
});

test('silence ends a command after three attempts; commands meant for now do not wait', async t => {
  const bed = await start(t);
  const db = bed.node.database;
  await bed.add('kitchen');
  await bed.node.stop();
  await bed.up();
  let now = 0;
  let here = true;
  const sent: number[] = [];
  const door = { command: (_device: string, command: Command) => sent.push(command.id) };
  const database = bed.node.database;
  t.not(database, db);
  const service = new CommandService({
    db: database,
    door,
    log: openLogger('silent'),
    present: () => here,
    now: () => now,
  });
  const id = await queueCommand(database, 'kitchen', set('mining.budget', '5'));
  await service.load();
  await service.load();
  for (now = 1_000; now <= 60_000; now += 1_000) await service.tick();
  t.deepEqual(sent, [id, id, id]);
  t.regex((await answerTo(database, id)) ?? '', /^no answer/);
  here = false;
  const stop = await queueCommand(database, 'kitchen', { cmd: 'stop' });
  const kept = await queueCommand(database, 'kitchen', set('mining.budget', '6'));
  await database
    .updateTable('commands')
    .set({ created_at: Date.now() - 61_000 })
    .where('answered_at', 'is', null)
    .execute();
  await service.load();
  await service.tick();
  t.deepEqual(
    [await answerTo(database, stop), await answerTo(database, kept)],
    ['the board was away', undefined],
  );
  t.is(sent.length, 3);
});

test("the owner's status shows what the board says about itself", async t => {
  const bed = await start(t);
  const device = await bed.connect('kitchen');
  await device.hello();
  const { value } = VECTORS.find(({ message, name }) => message === 'status' && name.startsWith('paused'))!;
  await device.raw('status', encodeStatus(value as never));
  const stored = async () => {
    const db = await openStore(bed.data);
    const [row] = await deviceTotals(db);
    await db.destroy();
    return row?.state;
  };
  await bed.node.stop();
  t.is(await stored(), 'paused by pin, temperature at 25 %, 71 C');
  await bed.up();
  t.is(await stored(), 'gone', 'nobody is here when a node starts');
});
