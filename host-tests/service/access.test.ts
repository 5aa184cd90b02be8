/** Which devices may connect, and to what: the embedded broker against devices that try more than they may. */
import test from 'ava';
import mqtt from 'mqtt';
import { ShareCode } from '../../firmware/domain/share.js';
import { addDevice, revokeDevice } from '../../trusted-node/fleet/devices.js';
import { ANSWER_MS } from '../support/deadlines.js';
import { TestDevice } from '../support/test-device.js';
import { Bed, until } from './bed.js';

let bed: Bed;
test.before(async () => {
  bed = await Bed.start();
  await bed.add('alpha');
  await bed.add('beta');
});
test.after.always(() => bed.dispose());

const refused = (id: string, options: Record<string, unknown> = {}, secret = bed.secrets.get(id) ?? 'x') =>
  TestDevice.connect(bed.url, id, secret, options).then(
    () => 'connected',
    (error: Error) => error.message,
  );

test('wrong secrets, unknown devices and other names are refused', async t => {
  t.regex(await refused('alpha', {}, 'wrong'), /Bad username or password/);
  t.regex(await refused('alpha', {}, bed.secrets.get('beta')), /Bad username or password/);
  t.regex(await refused('nobody', {}, 'wrong'), /Bad username or password/);
  t.regex(await refused('alpha', {}, 'x'.repeat(200)), /Bad username or password/);
  t.regex(await refused('alpha', { username: 'beta' }), /Not authorized/);
  t.regex(await refused('alpha', { clientId: 'other' }), /Not authorized/);
  t.regex(
    await refused('alpha', { clientId: 'constructor', username: 'constructor', will: undefined }),
    /Bad username/,
  );
  t.regex(
    await refused('alpha', { username: undefined, password: undefined }),
    /Not authorized|Bad username/,
  );
});

test('a will may only be the own online message', async t => {
  const will = (topic: string, payload: string, retain = true, qos = 1) => ({
    will: { topic, payload: Buffer.from(payload), retain, qos },
  });
  t.regex(await refused('alpha', will('mite/1/beta/online', '0')), /Not authorized/);
  t.regex(await refused('alpha', will('mite/1/headers', '0')), /Not authorized/);
  t.regex(await refused('alpha', will('mite/1/alpha/online', '1')), /Not authorized/);
  t.regex(await refused('alpha', will('mite/1/alpha/online', '0', false)), /Not authorized/);
});

for (const [what, topic, retain] of [
  ['another device', 'mite/1/beta/share', false],
  ['its own node topics', 'mite/1/alpha/job', false],
  ['the shared headers', 'mite/1/headers', true],
  ['a topic outside', 'other', false],
  ['system topics', '$SYS/x', false],
  ['a retained share', 'mite/1/alpha/share', true],
] as const) {
  test.serial(`publishing to ${what} ends the connection`, async t => {
    const device = await bed.connect('alpha');
    device.client.publish(topic, 'x', { qos: 1, retain });
    await until(() => device.closed, 'the end of the connection', ANSWER_MS);
    t.pass();
  });
}

test.serial('a device may subscribe only to its own topics, without wildcards', async t => {
  const device = await bed.connect('alpha');
  const qos = async (filter: string): Promise<number> => {
    const granted = await device.client.subscribeAsync(filter, { qos: 1 }).catch(() => undefined);
    return granted?.[0]?.qos ?? 128;
  };
  for (const filter of [
    '#',
    '+/1/alpha/job',
    'mite/1/+/job',
    'mite/1/alpha/#',
    'mite/1/beta/job',
    'mite/1/alpha/share',
    '$SYS/#',
  ]) {
    t.is(await qos(filter), 128, filter);
  }
  t.is(await qos('mite/1/alpha/command'), 1);
});

test.serial('a second connection of the same device takes over', async t => {
  const first = await bed.connect('beta');
  const job = await first.hello();
  const second = await bed.connect('beta', first.boot);
  await until(() => first.closed, 'the end of the first connection');
  const next = await second.hello();
  t.deepEqual(next.extranonce1, job.extranonce1);
  t.is((await second.send(second.solve(next))).code, ShareCode.accepted);
});

test.serial('a revoked device is disconnected and stays out', async t => {
  await bed.add('gone');
  const device = await bed.connect('gone');
  const job = await device.hello();
  await device.send(device.solve(job));
  // The node looks for changes by other processes; this one is in its own process, so it must be told.
  await revokeDevice(bed.node.database, 'gone');
  await bed.node.refresh();
  await until(() => device.closed, 'the end of the connection');
  t.regex(await refused('gone'), /Bad username or password/);
});

test.serial('a revoked device that is added again is served at once', async t => {
  await bed.add('again');
  await revokeDevice(bed.node.database, 'again');
  await bed.node.refresh();
  t.regex(await refused('again'), /Bad username or password/);
  // The node does not know: its next look at the database may be a second away.
  bed.secrets.set('again', await addDevice(bed.node.database, 'again', { replace: true }));
  const device = await bed.connect('again');
  const job = await device.hello();
  t.is((await device.send(device.solve(job))).code, ShareCode.accepted);
});

test('MQTT 5 and old protocol versions do not get in another way', async t => {
  const client = mqtt.connect(bed.url, {
    clientId: 'alpha',
    username: 'alpha',
    password: 'wrong',
    protocolVersion: 5,
    reconnectPeriod: 0,
  });
  client.on('error', () => {});
  await new Promise<void>(resolve => client.once('close', () => resolve()));
  t.false(client.connected);
  await client.endAsync(true);
});
