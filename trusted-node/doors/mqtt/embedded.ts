/**
 * The embedded broker: aedes behind plain TCP and, with a certificate, TLS. A device proves itself by id and secret,
 * uses only its own topics, and has no session state here: sessions are forced clean, so that nothing piles up for an
 * offline board (it gets a fresh job when it says hello).
 */
import type { Socket } from 'node:net';
import { Aedes, type Client, type ConnectPacket } from 'aedes';
import {
  DELIVERY,
  isDeviceId,
  mayPublish,
  maySubscribe,
  parseTopic,
  topic,
} from '../../../firmware/protocol/mite/topics.js';
import { problemOf } from '../../../programs/problems.js';
import type { Logger } from '../../common/logger.js';
import { type Authenticate, type Bus, type BusHandlers, CLOSE_TIMEOUT, CONNACK } from './bus.js';
import { DeviceConnection, isBoardKind } from './device-connection.js';
import { DeviceRates } from './device-rates.js';
import { FairTurns } from './fair-turns.js';
import { type Listen, Listeners } from './listeners.js';
import { CONNECT_MS, Newcomers, type Refused } from './newcomers.js';
import type { Connect } from './packets.js';
import { Strangers } from './strangers.js';

const MAX_SECRET = 128;
/** How often connections are looked through for those that are late (ms). */
const LOOK_MS = 500;

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

export interface EmbeddedOptions {
  readonly listen: readonly Listen[];
  readonly authenticate: Authenticate;
  readonly handlers: BusHandlers;
  readonly log: Logger;
}

/** Whether a newcomer may come in. */
function doorkeeper({ authenticate, log }: EmbeddedOptions, rates: DeviceRates) {
  return async ({ clientId, username, password }: Connect): Promise<Refused | undefined> => {
    if (!isDeviceId(clientId) || username !== clientId)
      return { returnCode: CONNACK.notAuthorised, reason: 'no device id' };
    const wrong: Refused = { returnCode: CONNACK.badCredentials, reason: 'wrong id or secret' };
    if (password === undefined || password.length > MAX_SECRET) return wrong;
    try {
      if (!(await authenticate(clientId, password))) return wrong;
    } catch (error) {
      log.error({ err: error }, 'authentication failed to run');
      return { returnCode: CONNACK.unavailable, reason: 'not available' };
    }
    if (rates.isCut(clientId)) return { returnCode: CONNACK.unavailable, reason: 'cut off' };
    return rates.take(clientId, 'connect') === 0
      ? undefined
      : { returnCode: CONNACK.unavailable, reason: 'too many' };
  };
}

const idOf = (client: Client | null): string => client?.id ?? '';

/** The broker behind the connections of devices. */
async function openBroker({ handlers, log }: EmbeddedOptions): Promise<Aedes> {
  const connects = new WeakMap<Client, ConnectPacket>();
  const warned = new WeakSet<Client>();
  const broker = await Aedes.createBroker({
    connectTimeout: CONNECT_MS,
    maxClientsIdLength: 32,
    maxTopicLevels: 8,
    drainTimeout: 20_000,
    preConnect: (client, packet, done) => {
      packet.clean = true;
      connects.set(client, packet);
      done(null, true);
    },
    // The secret was checked before the broker saw anything.
    authenticate: (client, _username, _password, done) => {
      const packet = connects.get(client);
      connects.delete(client);
      const own = packet?.clientId === connectionOf(client).device;
      const fault = packet === undefined || !own ? 'no CONNECT' : connectFault(packet);
      if (fault === undefined) done(null, true);
      else done(refusal(CONNACK.notAuthorised, fault), false);
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
      const { id: device } = parsed;
      const work = handlers.message({ device, kind: parsed.kind, payload, stands: () => !client.closed });
      connectionOf(client).works(work);
    },
  });
  const dropped = (client: Client, error: Error): void =>
    log.warn({ device: connectionOf(client).device, reason: problemOf(error) }, 'connection dropped');
  broker.on('clientError', dropped);
  broker.on('connectionError', dropped);
  broker.on('client', client => log.info({ device: idOf(client) }, 'device connected'));
  broker.on('clientDisconnect', client => {
    log.info({ device: idOf(client) }, 'device disconnected');
    handlers.gone?.(idOf(client));
  });
  (broker as unknown as NodeJS.EventEmitter).on('error', error => log.error({ err: error }, 'broker fault'));
  return broker;
}

function connectionOf(client: Client): DeviceConnection {
  return client.conn as unknown as DeviceConnection;
}

/** @throws Error when an address cannot be listened on */
export async function openEmbeddedBus(options: EmbeddedOptions): Promise<Bus> {
  const { handlers, log } = options;
  const now = (): number => performance.now();
  const broker = await openBroker(options);
  const turns = new FairTurns();
  const rates = new DeviceRates(now, flood => handlers.flooded?.(flood));
  const strangers = new Strangers(log);
  const connections = new Set<DeviceConnection>();
  const newcomers = new Newcomers({
    turns,
    now,
    check: doorkeeper(options, rates),
    welcome: (device, socket, packets, reader) => {
      const connection = new DeviceConnection(device, socket, packets, reader, rates, turns);
      connections.add(connection);
      connection.once('close', () => connections.delete(connection));
      // Aedes takes any duplex stream.
      broker.handle(connection as unknown as Socket);
    },
    ended: (address, reason) => strangers.count(address, reason),
  });
  const listeners = new Listeners({
    hold: (socket: Socket, milliseconds) => newcomers.hold(socket, milliseconds),
    secure: (raw, secured) => newcomers.secure(raw, secured),
    listen: socket => newcomers.listen(socket),
    failed: socket => newcomers.end(socket, 'TLS handshake failed'),
    log,
  });
  const looking = setInterval(() => {
    newcomers.look(now());
    for (const connection of connections) connection.look(now());
  }, LOOK_MS);

  const close = async (): Promise<void> => {
    clearInterval(looking);
    const closed = listeners.close();
    newcomers.close();
    await new Promise<void>(resolve => {
      const late = setTimeout(resolve, CLOSE_TIMEOUT);
      broker.close(() => {
        clearTimeout(late);
        resolve();
      });
    });
    for (const connection of connections) connection.destroy();
    await closed;
    strangers.report();
  };
  try {
    for (const listen of options.listen) await listeners.open(listen);
  } catch (error) {
    await close();
    throw error;
  }
  setImmediate(() => handlers.up());

  return {
    addresses: listeners.addresses,
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
