/**
 * The embedded broker: aedes behind plain TCP and, with a certificate, TLS. A device proves itself by id and secret,
 * uses only its own topics, and has no session state here: sessions are forced clean, so that nothing piles up for an
 * offline board (it gets a fresh job when it says hello).
 */
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Aedes, type Client, type ConnectPacket } from 'aedes';
import {
  BOARD_KINDS,
  type BoardKind,
  DELIVERY,
  isDeviceId,
  mayPublish,
  maySubscribe,
  parseTopic,
  topic,
} from '../../../firmware/protocol/mite/topics.js';
import type { Logger } from '../../common/logger.js';
import {
  type Authenticate,
  type Bus,
  type BusHandlers,
  CLOSE_TIMEOUT,
  CONNACK,
  CONNECT_TIMEOUT,
} from './bus.js';
import { GuardedConnection } from './guard.js';

export interface Listen {
  readonly host: string;
  readonly port: number;
  /** PEM. */
  readonly tls?: { readonly certificate: string; readonly key: string } | undefined;
}

const MAX_SECRET = 128;
const MAX_CONNECTIONS = 10_000;

type Refusal = Error & { returnCode: number };

function refusal(returnCode: number, text: string): Refusal {
  return Object.assign(new Error(text), { returnCode });
}

/** What is wrong with a CONNECT, apart from the secret; undefined when nothing is. */
export function connectFault(packet: ConnectPacket): string | undefined {
  const id = packet.clientId;
  if (!isDeviceId(id)) return 'the client id is no device id';
  if (packet.username !== id) return 'the user name is not the client id';
  const { will } = packet;
  if (will === undefined || will === null) return undefined;
  if (will.topic !== topic(id, 'online')) return 'a will on another topic than online';
  if (Buffer.from(will.payload).toString() !== '0') return 'a will other than "0"';
  return will.retain === DELIVERY.online.retain && will.qos === DELIVERY.online.qos
    ? undefined
    : 'a will with wrong flags';
}

/** What is wrong with a PUBLISH of device `id`; undefined when nothing is. */
export function publishFault(
  id: string,
  packet: { topic: string; qos: number; retain: boolean },
): string | undefined {
  if (!mayPublish(id, packet.topic)) return 'publishing to a topic that is not its own';
  const { kind } = parseTopic(packet.topic);
  if (packet.retain && !DELIVERY[kind].retain) return 'retaining a message that is not to be retained';
  return packet.qos > 1 ? 'QoS 2' : undefined;
}

/** @throws Error when an address cannot be listened on */
export async function openEmbeddedBus(options: {
  readonly listen: readonly Listen[];
  readonly authenticate: Authenticate;
  readonly handlers: BusHandlers;
  readonly log: Logger;
}): Promise<Bus> {
  const { authenticate, handlers, log } = options;
  const connects = new WeakMap<Client, ConnectPacket>();
  const warned = new WeakSet<Client>();
  const idOf = (client: Client | null): string => client?.id ?? '';

  const broker = await Aedes.createBroker({
    connectTimeout: CONNECT_TIMEOUT,
    maxClientsIdLength: 32,
    maxTopicLevels: 8,
    drainTimeout: 20_000,
    preConnect: (client, packet, done) => {
      packet.clean = true;
      connects.set(client, packet);
      done(null, true);
    },
    authenticate: (client, username, password, done) => {
      const packet = connects.get(client);
      connects.delete(client);
      const fault = packet === undefined ? 'no CONNECT' : connectFault(packet);
      if (fault !== undefined || username === undefined) {
        done(refusal(CONNACK.notAuthorised, fault ?? 'no user name'), false);
        return;
      }
      if (password === undefined || password.length > MAX_SECRET) {
        done(refusal(CONNACK.badCredentials, 'wrong device id or secret'), false);
        return;
      }
      authenticate(username, password).then(
        good =>
          good ? done(null, true) : done(refusal(CONNACK.badCredentials, 'wrong device id or secret'), false),
        error => {
          log.error({ err: error }, 'authentication failed to run');
          done(refusal(CONNACK.unavailable, 'not available'), false);
        },
      );
    },
    authorizePublish: (client, packet, done) => {
      // Without a client it is a will cleared after a crash; those live only in memory, so there are none.
      const fault = client === null ? undefined : publishFault(idOf(client), packet);
      done(fault === undefined ? null : new Error(`refused: ${fault}`));
    },
    authorizeSubscribe: (client, subscription, done) => {
      const allowed = maySubscribe(idOf(client), subscription.topic);
      if (!allowed && client !== null && !warned.has(client)) {
        // Once per connection, so as not to fill the log.
        warned.add(client);
        log.warn({ device: idOf(client) }, 'refused a subscription to a topic that is not its own');
      }
      done(null, allowed ? subscription : null);
    },
    published: (packet, client, done) => {
      done(null);
      if (client === null || client === undefined) return;
      const parsed = parseTopic(packet.topic);
      if (parsed.scope !== 'device' || !isBoardKind(parsed.kind)) return;
      const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
      void handlers.message({ device: parsed.id, kind: parsed.kind, payload, stands: () => !client.closed });
    },
  });
  broker.on('clientError', (client, error) => {
    log.warn({ device: idOf(client), reason: error.message }, 'connection dropped');
  });
  broker.on('connectionError', (client, error) => {
    log.warn(
      { from: remoteAddress(client), reason: error.message },
      'connection dropped before it was authenticated',
    );
  });
  broker.on('client', client => log.info({ device: idOf(client) }, 'device connected'));
  broker.on('clientDisconnect', client => {
    log.info({ device: idOf(client) }, 'device disconnected');
    handlers.gone?.(idOf(client));
  });
  (broker as unknown as NodeJS.EventEmitter).on('error', error => log.error({ err: error }, 'broker fault'));

  const servers: Server[] = [];
  const addresses: { host: string; port: number; tls: boolean }[] = [];
  const sockets = new Set<Socket>();
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.setNoDelay(true);
    // Notices boards that vanished without MQTT keep-alive.
    socket.setKeepAlive(true, 60_000);
    broker.handle(new GuardedConnection(socket));
  };
  const close = async (): Promise<void> => {
    const closed = servers.map(server => new Promise<void>(resolve => server.close(() => resolve())));
    await new Promise<void>(resolve => {
      const late = setTimeout(resolve, CLOSE_TIMEOUT);
      broker.close(() => {
        clearTimeout(late);
        resolve();
      });
    });
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
  };
  try {
    for (const listen of options.listen) {
      const server = listen.tls
        ? createTlsServer(
            { cert: listen.tls.certificate, key: listen.tls.key, handshakeTimeout: CONNECT_TIMEOUT },
            accept,
          )
        : createServer(accept);
      server.maxConnections = MAX_CONNECTIONS;
      server.on('tlsClientError', error => log.warn({ reason: error.message }, 'TLS handshake failed'));
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(listen.port, listen.host, () => {
          server.off('error', reject);
          server.on('error', error => log.error({ err: error }, 'listener fault'));
          resolve();
        });
      });
      servers.push(server);
      const bound = server.address();
      const port = typeof bound === 'object' && bound !== null ? bound.port : listen.port;
      addresses.push({ host: listen.host, port, tls: listen.tls !== undefined });
    }
  } catch (error) {
    await close();
    throw error;
  }
  setImmediate(() => handlers.up());

  return {
    addresses,
    publish: (name, payload, { qos, retain }) =>
      new Promise((resolve, reject) => {
        if (broker.closed) {
          reject(new Error('the broker is closed'));
          return;
        }
        broker.publish(
          { cmd: 'publish', topic: name, payload: Buffer.from(payload), qos, retain, dup: false },
          error => (error ? reject(error) : resolve()),
        );
      }),
    disconnect: device => {
      const clients = (broker as unknown as { clients: Record<string, Client | undefined> }).clients;
      clients[device]?.close();
    },
    close,
  };
}

function isBoardKind(kind: string): kind is BoardKind {
  return (BOARD_KINDS as readonly string[]).includes(kind);
}

function remoteAddress(client: Client): string {
  const socket = (client.conn as unknown as { socket?: Socket }).socket;
  return socket?.remoteAddress ?? 'unknown';
}
