/** Real MQTT brokers for tests: aedes in this process, mosquitto as a program. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Aedes } from 'aedes';
import { ANSWER_MS } from './deadlines.js';
import { MOSQUITTO } from './tools.js';

export interface Broker {
  readonly port: number;
  /** Cuts every connection and stops listening. */
  down(): Promise<void>;
  /** Listens again on the same port. */
  up(): Promise<void>;
  close(): Promise<void>;
}

/** Accepts user `device` with password `secret`. */
export async function startAedes(): Promise<Broker> {
  let sockets = new Set<Socket>();
  let server: Server;
  let broker: Aedes;
  let port = 0;
  const up = async () => {
    broker = await Aedes.createBroker({
      authenticate: (_client, username, password, done) =>
        done(null, username === 'device' && password?.toString() === 'secret'),
    });
    sockets = new Set();
    server = createServer(socket => {
      sockets.add(socket);
      broker.handle(socket);
    });
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  };
  const down = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise(resolve => server.close(resolve));
    await new Promise<void>(resolve => broker.close(() => resolve()));
  };
  await up();
  return { port, down, up, close: down };
}

/** mosquitto with the same user. */
export async function startMosquitto(): Promise<Broker> {
  const folder = mkdtempSync(join(tmpdir(), 'mite-mosquitto-'));
  const port = await freePort();
  // mosquitto reads plain passwords only through mosquitto_passwd; this is its PBKDF2 form of "secret".
  const { pbkdf2Sync, randomBytes } = await import('node:crypto');
  const salt = randomBytes(12);
  const hash = pbkdf2Sync('secret', salt, 101, 64, 'sha512').toString('base64');
  writeFileSync(join(folder, 'passwords'), `device:$7$101$${salt.toString('base64')}$${hash}\n`, {
    mode: 0o600,
  });
  const root = process.getuid?.() === 0 ? 'user root\n' : '';
  writeFileSync(
    join(folder, 'conf'),
    `${root}listener ${port} 127.0.0.1\nallow_anonymous false\npassword_file ${join(folder, 'passwords')}\n`,
  );
  let child: ChildProcess | undefined;
  const up = async () => {
    child = spawn(MOSQUITTO, ['-c', join(folder, 'conf')], { stdio: 'ignore' });
    for (const until = Date.now() + ANSWER_MS; Date.now() < until; ) {
      if (await reachable(port)) return;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error('mosquitto does not listen');
  };
  const down = async () => {
    const ended = child && new Promise(resolve => child?.on('close', resolve));
    child?.kill('SIGKILL');
    await ended;
    child = undefined;
  };
  const close = async () => {
    await down();
    rmSync(folder, { recursive: true, force: true });
  };
  await up();
  return { port, down, up, close };
}

function reachable(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
