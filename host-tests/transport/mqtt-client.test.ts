import { type AddressInfo, createServer, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { connectAsync } from 'mqtt';
import type { Connection, ConnectionHandlers } from '../../firmware/ports/platform.js';
import { Backoff, LONGEST_MS } from '../../firmware/transport/backoff.js';
import { MAX_IN_FLIGHT, MqttClient, type MqttOptions } from '../../firmware/transport/mqtt-client.js';
import { type Broker, startAedes, startMosquitto } from '../support/brokers.js';
import { eventually } from '../support/deadlines.js';
import { NodePlatform } from '../support/node-platform.js';
import { skippedWithout } from '../support/tools.js';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const bytes = (value: string) => new Uint8Array(Buffer.from(value));

function options(port: number, change: Partial<MqttOptions> = {}): MqttOptions {
  return {
    host: '127.0.0.1',
    port,
    clientId: 'device',
    username: 'device',
    password: bytes('secret'),
    will: { topic: 'online', payload: bytes('0') },
    filters: ['to/device', 'news'],
    ...change,
  };
}

/** A client that notes what happens, and waits for it. */
function client(t: ExecutionContext) {
  const platform = new NodePlatform();
  const log: string[] = [];
  const note = (line: string) => {
    log.push(line);
    platform.console.write(line);
  };
  const mqtt = new MqttClient(platform, {
    onReady: () => note('ready'),
    onDown: (reason, retryMs) => note(`down ${retryMs} ${reason}`),
    onMessage: (topic, payload) => note(`message ${topic} ${text(payload)}`),
  });
  t.teardown(() => {
    mqtt.stop();
    platform.dispose();
  });
  return { platform, mqtt, log, until: (start: string) => platform.until(line => line.startsWith(start)) };
}

async function messagesBothWays(t: ExecutionContext, broker: Broker): Promise<void> {
  t.teardown(() => broker.close());
  const { platform, mqtt, until } = client(t);
  const peer = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, {
    clientId: 'peer',
    username: 'device',
    password: 'secret',
    reconnectPeriod: 0,
  });
  const received: string[] = [];
  peer.on('message', (topic, payload) => received.push(`${topic} ${payload}`));
  await peer.subscribeAsync(['from/device', 'online'], { qos: 1 });
  await peer.publishAsync('news', 'old news', { qos: 1, retain: true });
  mqtt.start(options(broker.port));
  await until('ready');
  await until('message news old news');
  await peer.publishAsync('to/device', 'hello', { qos: 1 });
  await until('message to/device hello');
  const big = 'x'.repeat(8000);
  await peer.publishAsync('to/device', big, { qos: 1 });
  await until(`message to/device ${big}`);
  for (let i = 0; i < 3; i++) t.true(mqtt.publish('from/device', bytes(`share ${i}`), 1, false));
  await eventually(() => received.length >= 3, 'three messages');
  t.deepEqual(received, ['from/device share 0', 'from/device share 1', 'from/device share 2']);

  // The broker goes away and comes back: the board comes back at its first attempt (how long it waits: see Backoff below).
  peer.end(true);
  await broker.down();
  await until('down');
  await new Promise(resolve => setTimeout(resolve, 1200));
  platform.output.length = 0;
  await broker.up();
  await platform.until(line => line === 'ready');
  t.is(mqtt.connects, 2);
}

test('aedes: messages both ways, and back after the broker was down', async t => {
  await messagesBothWays(t, await startAedes());
});

test('mosquitto: messages both ways, and back after the broker was down', async t => {
  if (skippedWithout(t, 'mosquitto')) return;
  await messagesBothWays(t, await startMosquitto());
});

async function badCredentials(t: ExecutionContext, broker: Broker): Promise<void> {
  const { mqtt, until } = client(t);
  mqtt.start(options(broker.port, { password: bytes('wrong') }));
  t.regex(await until('down'), /^down 30000 bad credentials/);
  mqtt.stop();
  await broker.close();
}

test('aedes: bad credentials are named as such and tried again slowly', async t => {
  await badCredentials(t, await startAedes());
});

test('mosquitto: bad credentials are named as such and tried again slowly', async t => {
  if (skippedWithout(t, 'mosquitto')) return;
  await badCredentials(t, await startMosquitto());
});

/** A peer that answers each connection with these bytes, cut into single bytes. */
async function peerThatSays(t: ExecutionContext, answer: (connection: number) => number[]): Promise<number> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer(socket => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.once('data', () => {
      for (const byte of answer(connections++)) socket.write(Uint8Array.of(byte));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const CONNACK = [0x20, 2, 0, 0];
const SUBACK = [0x90, 4, 0, 1, 1, 1];

test('anything malformed, oversize or out of order ends the connection with a reason', async t => {
  const attacks: [string, number[], RegExp][] = [
    ['a packet of 256 MB', [0x30, 0xff, 0xff, 0xff, 0x7f], /malformed packet/],
    ['a packet just too long', [...CONNACK, 0x30, 0xff, 0x3f], /malformed packet/],
    ['a length of five bytes', [0x20, 0x80, 0x80, 0x80, 0x80, 1], /malformed packet/],
    ['a request', [0x10, 0], /malformed packet/],
    ['HTTP', [...bytes('HTTP/1.1 400 Bad Request\r\n')], /malformed packet/],
    ['CONNACK twice', [...CONNACK, ...CONNACK], /unexpected CONNACK/],
    ['SUBACK first', SUBACK, /unexpected SUBACK/],
    ['PUBLISH before CONNACK', [0x30, 3, 0, 1, 0x61], /unexpected PUBLISH/],
    ['a SUBACK for another request', [...CONNACK, 0x90, 4, 0, 9, 1, 1], /unexpected SUBACK/],
    ['a SUBACK that refuses', [...CONNACK, 0x90, 4, 0, 1, 1, 0x80], /refused a subscription/],
    ['a SUBACK of the wrong length', [...CONNACK, 0x90, 3, 0, 1, 1], /refused a subscription/],
    ['PUBLISH with QoS 2', [...CONNACK, ...SUBACK, 0x34, 5, 0, 1, 0x61, 0, 1], /malformed packet/],
    ['CONNACK code 3', [0x20, 2, 0, 3], /not available/],
  ];
  for (const [name, answer, reason] of attacks) {
    const port = await peerThatSays(t, connection => (connection === 0 ? answer : []));
    const { mqtt, until } = client(t);
    mqtt.start(options(port));
    t.regex(await until('down'), reason, name);
    t.is(mqtt.state, 'delaying', name);
    mqtt.stop();
  }
});

test('an exception in a handler is not taken for a malformed packet', t => {
  let node: ConnectionHandlers | undefined;
  class Scripted extends NodePlatform {
    override connect(_host: string, _port: number, handlers: ConnectionHandlers): Connection {
      node = handlers;
      return { write: () => true, close() {} };
    }
  }
  const platform = new Scripted();
  const down: string[] = [];
  const mqtt = new MqttClient(platform, {
    onReady() {},
    onDown: reason => down.push(reason),
    onMessage() {
      throw new TypeError('of the program');
    },
  });
  t.teardown(() => platform.dispose());
  mqtt.start(options(1));
  node?.onOpen();
  node?.onData(Uint8Array.from(CONNACK));
  t.throws(() => node?.onData(Uint8Array.from([...SUBACK, 0x30, 3, 0, 1, 0x61])), {
    message: 'of the program',
  });
  t.deepEqual(down, []);
});

test('a node that stays silent after TCP is dropped after 5 s; unacknowledged messages are bounded', async t => {
  const silent = await peerThatSays(t, () => []);
  const deaf = await peerThatSays(t, () => [...CONNACK, ...SUBACK]);
  const a = client(t);
  const b = client(t);
  a.mqtt.start(options(silent));
  b.mqtt.start(options(deaf));
  await b.until('ready');
  const room = 16;
  for (let i = 0; i < room; i++) t.true(b.mqtt.publish('a', bytes('b'), 1, false, room));
  t.false(b.mqtt.publish('a', bytes('b'), 1, false, room), 'a flood leaves places for the rest');
  for (let i = room; i < MAX_IN_FLIGHT; i++) t.true(b.mqtt.publish('a', bytes('b'), 1, false));
  t.false(b.mqtt.publish('a', bytes('b'), 1, false));
  t.true(b.mqtt.publish('a', bytes('b'), 0, false));
  t.regex(await a.until('down'), /did not answer CONNECT/);
  t.regex(await b.until('down'), /does not acknowledge/);
  t.false(b.mqtt.publish('a', bytes('b'), 0, false));
});

test('delays double up to 8 s, half of each is random', t => {
  for (const [byte, expected] of [
    [0, [500, 1000, 2000, 4000, 4000]],
    [255, [999, 1999, 3999, 7999, 7999]],
  ] as const) {
    const backoff = new Backoff(count => new Uint8Array(count).fill(byte));
    t.deepEqual(
      [1, 2, 3, 4, 5].map(() => backoff.next()),
      expected,
    );
    backoff.reset();
    t.is(backoff.next(), expected[0]);
  }
  t.true(LONGEST_MS < 10_000);
});
