/** Who attacks the node in the siege: devices with valid secrets that flood, and a crowd without any. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import mqtt from 'mqtt-packet';
import { encodeGetHeaders } from '../../firmware/protocol/mite/getheaders.js';
import { encodeHello } from '../../firmware/protocol/mite/hello.js';
import { encodeShare } from '../../firmware/protocol/mite/share.js';
import { type BoardKind, topic } from '../../firmware/protocol/mite/topics.js';

/** What a flooding device sends: another thing each few seconds. */
const FLOODS = [
  'worthless shares',
  'malformed shares',
  'status',
  'getheaders',
  'hello',
  'subscriptions',
  'pings unread',
  'a long message',
] as const;
const CHANGE_MS = 5_000;
/** Bytes that a flood keeps under way. */
const AHEAD = 1 << 18;

function publish(id: string, kind: BoardKind, payload: Uint8Array, messageId: number): Buffer {
  const packet = {
    cmd: 'publish',
    topic: topic(id, kind),
    payload: Buffer.from(payload),
    qos: 1,
    messageId,
    dup: false,
    retain: false,
  };
  return Buffer.from(mqtt.generate(packet as mqtt.Packet));
}

/** Well-formed, of a job that there is or not, and without work. */
function worthlessShare(n: number): Uint8Array {
  return encodeShare({
    sequence: n,
    jobId: n % 50,
    extranonce1: randomBytes(4),
    extranonce2: randomBytes(4),
    time: 1,
    nonce: n,
    version: 0x20000000,
  });
}

function packet(id: string, flood: (typeof FLOODS)[number], n: number): Buffer {
  const messageId = 1 + (n % 60_000);
  switch (flood) {
    case 'worthless shares':
      return publish(id, 'share', worthlessShare(n), messageId);
    case 'malformed shares':
      return publish(id, 'share', randomBytes(20), messageId);
    case 'status':
      return publish(id, 'status', randomBytes(30), messageId);
    case 'getheaders':
      return publish(id, 'getheaders', encodeGetHeaders({ from: 0, count: 64 }), messageId);
    case 'hello': {
      const boot = randomBytes(8).toString('hex');
      const hello = { boot, board: 'flood', firmware: '0.1.0', rate: 1, versionRolling: true };
      return publish(id, 'hello', encodeHello(hello), messageId);
    }
    case 'subscriptions':
      return Buffer.from(
        mqtt.generate({
          cmd: 'subscribe',
          messageId,
          subscriptions: [{ topic: topic(id, 'job'), qos: 1 }],
        } as mqtt.Packet),
      );
    case 'pings unread':
      return Buffer.of(0xc0, 0);
    case 'a long message':
      return publish(id, 'verdict', randomBytes(8_000), messageId);
  }
}

/** Floods for as long as it runs, and comes back whenever it is thrown out. */
export class FloodingDevice {
  readonly counts = new Map<string, number>();
  connections = 0;
  private socket: Socket | undefined;
  private stopped = false;
  private n = 0;

  constructor(
    private readonly port: number,
    readonly id: string,
    private readonly secret: string,
    private readonly shift: number,
  ) {
    this.connect();
  }

  private connect(): void {
    if (this.stopped) return;
    const socket = connect(this.port, '127.0.0.1');
    this.socket = socket;
    this.connections++;
    socket.on('error', () => {});
    socket.on('close', () => setTimeout(() => this.connect(), 500));
    socket.on('connect', () => {
      const who = { clientId: this.id, username: this.id, password: Buffer.from(this.secret) };
      const first = {
        cmd: 'connect',
        protocolId: 'MQTT',
        protocolVersion: 4,
        clean: true,
        keepalive: 0,
        ...who,
      };
      socket.write(mqtt.generate(first as mqtt.Packet));
      this.flood(socket);
    });
    // Its answers stay in the system's buffers while it sends pings, and are thrown away otherwise.
    socket.on('data', () => {});
  }

  private flood(socket: Socket): void {
    if (this.stopped || socket.destroyed) return;
    const kind = FLOODS[(Math.floor(performance.now() / CHANGE_MS) + this.shift) % FLOODS.length]!;
    if (kind === 'pings unread') socket.pause();
    else socket.resume();
    for (let i = 0; i < 200 && socket.writableLength < AHEAD; i++) {
      socket.write(packet(this.id, kind, this.n++));
      this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    }
    setTimeout(() => this.flood(socket), 5);
  }

  stop(): void {
    this.stopped = true;
    this.socket?.destroy();
  }
}

/** Connections without a secret: silent ones, wrong secrets, bytes that are no MQTT, pings before CONNECT. */
export class Crowd {
  readonly counts = new Map<string, number>();
  private readonly sockets = new Set<Socket>();
  private readonly timer: NodeJS.Timeout;
  private n = 0;

  /** @param aSecond new connections a second */
  constructor(
    private readonly port: number,
    aSecond: number,
  ) {
    this.timer = setInterval(() => this.come(), 1000 / aSecond);
  }

  private come(): void {
    const n = this.n++;
    // Of many addresses: the loopback network has them all.
    const socket = connect({
      port: this.port,
      host: '127.0.0.1',
      localAddress: `127.1.${n % 7}.${1 + (n % 5)}`,
    });
    this.sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('data', () => {});
    const kinds = ['silent', 'wrong secret', 'no MQTT', 'pings', 'half a CONNECT'] as const;
    const kind = kinds[n % kinds.length]!;
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    socket.on('connect', () => {
      const login = {
        cmd: 'connect',
        protocolId: 'MQTT',
        protocolVersion: 4,
        clean: true,
        clientId: 'honest-a',
        username: 'honest-a',
        password: Buffer.from('guess'),
      };
      const bytes = Buffer.from(mqtt.generate(login as mqtt.Packet));
      if (kind === 'wrong secret') socket.write(bytes);
      else if (kind === 'no MQTT') socket.write('GET / HTTP/1.1\r\n\r\n');
      else if (kind === 'pings') socket.write(Buffer.alloc(20_000, Buffer.of(0xc0, 0)));
      else if (kind === 'half a CONNECT') socket.write(bytes.subarray(0, 12));
    });
  }

  stop(): void {
    clearInterval(this.timer);
    for (const socket of this.sockets) socket.destroy();
  }
}
