/** The embedded broker under fire: strangers without secrets, devices that flood, clients that do not read. */
import { connect as connectTcp, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import mqtt from 'mqtt-packet';
import { topic } from '../../firmware/protocol/mite/topics.js';
import type { Logger } from '../../trusted-node/common/logger.js';
import type { BoardMessage, Bus } from '../../trusted-node/doors/mqtt/bus.js';
import type { Flood } from '../../trusted-node/doors/mqtt/device-rates.js';
import { openEmbeddedBus } from '../../trusted-node/doors/mqtt/embedded.js';
import { eventually } from '../support/deadlines.js';

const SECRET = 'the secret of a test';

interface Door {
  readonly bus: Bus;
  readonly port: number;
  readonly messages: BoardMessage[];
  readonly floods: Flood[];
  /** Lines of the log at level warn and above. */
  readonly lines: { readonly text: string; readonly fields: Record<string, unknown> }[];
}

async function open(t: ExecutionContext, work?: Promise<void>): Promise<Door> {
  const messages: BoardMessage[] = [];
  const floods: Flood[] = [];
  const lines: Door['lines'] = [];
  const note = (fields: Record<string, unknown>, text: string) => lines.push({ fields, text });
  const bus = await openEmbeddedBus({
    listen: [{ host: '127.0.0.1', port: 0 }],
    authenticate: async (_, secret) => Buffer.from(secret).toString() === SECRET,
    handlers: {
      message: message => {
        messages.push(message);
        return work;
      },
      up: () => {},
      flooded: flood => floods.push(flood),
    },
    log: { warn: note, error: note, info: () => {}, debug: () => {} } as unknown as Logger,
  });
  t.teardown(() => bus.close());
  return { bus, port: bus.addresses[0]!.port, messages, floods, lines };
}

/** A client that sends what a test wants. */
class Raw {
  readonly packets: mqtt.Packet[] = [];
  closed = false;

  private constructor(readonly socket: Socket) {
    const parser = mqtt.parser();
    parser.on('packet', packet => this.packets.push(packet));
    socket.on('data', bytes => parser.parse(bytes));
    socket.on('error', () => {});
    socket.on('close', () => {
      this.closed = true;
    });
  }

  /** @param from an address of the loopback network */
  static async connect(port: number, from = '127.0.0.1'): Promise<Raw> {
    const socket = connectTcp({ port, host: '127.0.0.1', localAddress: from });
    const raw = new Raw(socket);
    await new Promise<void>(resolve => {
      socket.once('connect', () => resolve());
      socket.once('close', () => resolve());
    });
    return raw;
  }

  static async login(t: ExecutionContext, port: number, id: string): Promise<Raw> {
    const raw = await Raw.connect(port);
    t.teardown(() => raw.socket.destroy());
    raw.send({ cmd: 'connect', clientId: id, username: id, password: Buffer.from(SECRET) });
    await eventually(() => raw.packets.length > 0 || raw.closed, 'the answer to CONNECT');
    return raw;
  }

  get code(): number | undefined {
    const [first] = this.packets;
    return first?.cmd === 'connack' ? first.returnCode : undefined;
  }

  send(packet: object): void {
    const whole = { protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 60, ...packet };
    this.socket.write(mqtt.generate(whole as mqtt.Packet));
  }
}

const share = (id: string, messageId: number): Buffer =>
  Buffer.from(
    mqtt.generate({
      cmd: 'publish',
      topic: topic(id, 'share'),
      payload: 'x',
      qos: 1,
      messageId,
      dup: false,
      retain: false,
    }),
  );

test('a crowd of silent connections makes room for each other, and a device gets in at once', async t => {
  const { port, lines } = await open(t);
  const crowd: Raw[] = [];
  // No more at once than the system keeps for a listener.
  while (crowd.length < 400)
    crowd.push(...(await Promise.all(Array.from({ length: 50 }, () => Raw.connect(port)))));
  t.teardown(() => {
    for (const { socket } of crowd) socket.destroy();
  });
  await eventually(() => crowd.filter(({ closed }) => closed).length >= 150, 'the oldest to be pushed out');
  const device = await Raw.login(t, port, 'kitchen');
  t.is(device.code, 0);
  await eventually(() => crowd.every(({ closed }) => closed), 'the rest to be late');
  t.false(device.closed);
  t.is(lines.length, 1, 'one line for all of them');
});

test('whatever strangers do, they cost one line; each is ended', async t => {
  const { port, lines, messages } = await open(t);
  const ends = async (from: string, write: (raw: Raw) => void): Promise<void> => {
    const raw = await Raw.connect(port, from);
    t.teardown(() => raw.socket.destroy());
    write(raw);
    await eventually(() => raw.closed, 'the end of the connection');
  };
  const ping = Buffer.alloc(100_000, Buffer.of(0xc0, 0));
  await Promise.all(
    Array.from({ length: 20 }, (_, i) => [
      ends(`127.0.1.${i + 1}`, raw => raw.socket.write(ping)),
      ends(`127.0.2.${i + 1}`, raw =>
        raw.send({ cmd: 'connect', clientId: 'kitchen', username: 'kitchen', password: Buffer.from('no') }),
      ),
      ends(`127.0.3.${i + 1}`, raw => raw.socket.write(share('kitchen', 1))),
      ends(`127.0.4.${i + 1}`, raw => raw.socket.write('GET / HTTP/1.1\r\n\r\n')),
      ends(`127.0.5.${i + 1}`, raw => raw.socket.end()),
    ]).flat(),
  );
  t.deepEqual(messages, []);
  t.is(lines.length, 1);
});

test('MQTT 3.1 and 5, a bridge, and a CONNECT without a name are refused with their codes', async t => {
  const { port } = await open(t);
  const code = async (packet: object): Promise<number | undefined> => {
    const raw = await Raw.connect(port);
    raw.send({
      cmd: 'connect',
      clientId: 'kitchen',
      username: 'kitchen',
      password: Buffer.from(SECRET),
      ...packet,
    });
    await eventually(() => raw.closed || raw.packets.length > 0);
    return raw.code;
  };
  t.is(await code({}), 0);
  t.is(await code({ protocolId: 'MQIsdp', protocolVersion: 3 }), 1);
  t.is(await code({ protocolVersion: 5 }), 1);
  t.is(await code({ bridgeMode: true }), 1);
  t.is(await code({ password: Buffer.from('other') }), 4);
  t.is(await code({ username: 'other' }), 5);
});

test('three devices that flood get what they may have, and another one its turn', async t => {
  const { port, messages, floods } = await open(t);
  const flooding = ['flood-a', 'flood-b', 'flood-c'];
  for (const id of flooding) {
    const raw = await Raw.login(t, port, id);
    raw.socket.write(Buffer.concat(Array.from({ length: 20_000 }, (_, i) => share(id, 1 + (i % 60_000)))));
  }
  const honest = await Raw.login(t, port, 'kitchen');
  const begun = Date.now();
  const from = (id: string): number => messages.filter(({ device }) => device === id).length;
  for (let i = 1; i <= 100; i++) {
    honest.socket.write(share('kitchen', i));
    await eventually(() => from('kitchen') === i, 'the message of the honest device');
  }
  await eventually(() => floods.length >= 3, 'the devices to be told');
  // 200 at once, then 10 a second; what the clock of a busy machine adds is counted too.
  const allowed = 200 + 10 * ((Date.now() - begun) / 1000 + 5);
  for (const id of flooding) t.true(from(id) <= allowed, `${from(id)} of ${allowed}`);
  t.deepEqual(floods.map(({ device, kind, cutFor }) => [device, kind, cutFor]).sort(), [
    ['flood-a', 'share', 0],
    ['flood-b', 'share', 0],
    ['flood-c', 'share', 0],
  ]);
  t.is(honest.packets.filter(({ cmd }) => cmd === 'puback').length, 100);
});

test('the node works on few messages of a device at once, and goes on when they are done', async t => {
  let finish: () => void = () => {};
  const work = new Promise<void>(resolve => {
    finish = resolve;
  });
  const { port, messages } = await open(t, work);
  const busy = await Raw.login(t, port, 'busy');
  for (let i = 1; i <= 50; i++) busy.socket.write(share('busy', i));
  const other = await Raw.login(t, port, 'other');
  other.socket.write(share('other', 1));
  await eventually(() => messages.some(({ device }) => device === 'other'), 'the other device');
  t.true(messages.filter(({ device }) => device === 'busy').length <= 8);
  busy.send({ cmd: 'pingreq' });
  await eventually(() => busy.packets.some(({ cmd }) => cmd === 'pingresp'), 'an answer to its ping');
  finish();
  await eventually(() => messages.length === 51, 'the rest');
});

test('a device that does not read its replies is disconnected, and nothing piles up for it', async t => {
  const { bus, port, lines } = await open(t);
  const deaf = await Raw.login(t, port, 'deaf');
  deaf.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: topic('deaf', 'job'), qos: 0 }] });
  await eventually(() => deaf.packets.some(({ cmd }) => cmd === 'suback'));
  deaf.socket.pause();
  let sent = 0;
  const payload = new Uint8Array(8_000);
  await eventually(async () => {
    for (let i = 0; i < 200; i++, sent++)
      void bus.publish(topic('deaf', 'job'), payload, { qos: 0, retain: false }).catch(() => {});
    return lines.some(({ fields }) => fields.reason === 'replies are not read');
  }, 'the end of the connection');
  t.pass(`${sent} messages`);
});

test('300 filters, or a packet that MQTT forbids, end the connection of a device', async t => {
  const { port } = await open(t);
  const many = await Raw.login(t, port, 'many');
  many.send({
    cmd: 'subscribe',
    messageId: 1,
    subscriptions: Array.from({ length: 300 }, () => ({ topic: topic('many', 'job'), qos: 0 })),
  });
  const long = await Raw.login(t, port, 'long');
  long.socket.write(Buffer.of(0xc0, 0x80, 0));
  await eventually(() => many.closed && long.closed, 'the end of both');
  t.pass();
});

test('closing waits for nobody who is silent', async t => {
  const { bus, port } = await open(t);
  const crowd = await Promise.all(Array.from({ length: 100 }, () => Raw.connect(port)));
  await Raw.login(t, port, 'kitchen');
  await bus.close();
  await eventually(() => crowd.every(({ closed }) => closed), 'the end of all');
  t.pass();
});
