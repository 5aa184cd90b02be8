/** Commands for boards: queued, sent in order, answered, and what becomes of those that nobody answers. */
import test, { type ExecutionContext } from 'ava';
import { type Command, decodeCommand, encodeReply } from '../../firmware/protocol/command.js';
import { encodeStatus } from '../../firmware/protocol/status.js';
import { topic } from '../../firmware/protocol/topics.js';
import { answerTo, CommandService, MAX_WAITING, queueCommand } from '../../trusted-node/service/commands.js';
import { DeviceError, revokeDevice } from '../../trusted-node/service/devices.js';
import { openLogger } from '../../trusted-node/service/logger.js';
import { deviceTotals } from '../../trusted-node/service/rewards.js';
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
    void device.raw('reply', encodeReply(reply));
  });
  await device.client.subscribeAsync(topic(device.id, 'command'), { qos: 1 });
  return commands;
}

const set = (key: string, value: string) => ({ cmd: 'set' as const, key, value });

test('a setting waits for a board that is away, and is sent once it is here', async t => {
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

test('who may be commanded, and what', async t => {
  const bed = await start(t);
  const db = bed.node.database;
  await bed.add('kitchen');
  await bed.add('old');
  await revokeDevice(db, 'old');
  const refused = (device: string, request: Parameters<typeof queueCommand>[2]) =>
    t.throwsAsync(queueCommand(db, device, request), { instanceOf: DeviceError });
  t.is((await refused('nobody', { cmd: 'stop' }))?.message, 'no device nobody');
  t.is((await refused('old', { cmd: 'stop' }))?.message, 'device old is revoked');
  for (const key of ['device.secret', 'node.host', 'mining.threads', 'update.mode', '']) {
    t.regex((await refused('kitchen', set(key, 'x')))?.message ?? '', /^a node may set /, key);
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
  t.regex((await refused('kitchen', { cmd: 'stop' }))?.message ?? '', /^32 commands wait/);
});

test('silence ends a command after three attempts; what is for now does not wait', async t => {
  const bed = await start(t);
  const db = bed.node.database;
  await bed.add('kitchen');
  await bed.node.stop();
  await bed.up();
  let now = 0;
  let here = true;
  const sent: number[] = [];
  const bus = () =>
    ({
      publish: async (_name: string, payload: Uint8Array) => {
        sent.push(decodeCommand(payload).id);
      },
    }) as never;
  const database = bed.node.database;
  t.not(database, db);
  const service = new CommandService({
    db: database,
    bus,
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

test("the owner's status says what the board says of itself", async t => {
  const bed = await start(t);
  const device = await bed.connect('kitchen');
  await device.hello();
  const { value } = VECTORS.find(({ message, name }) => message === 'status' && name.startsWith('paused'))!;
  await device.raw('status', encodeStatus(value as never));
  await bed.restart();
  const [row] = await deviceTotals(bed.node.database);
  t.is(row?.state, 'paused by pin, temperature at 25 %, 71 C');
});
