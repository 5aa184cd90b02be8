/**
 * An external broker (mosquitto and the like) through mqtt.js. The broker's password file and ACL file prove which
 * device a message is from (`mite-node acl` prints the ACL file). The session is persistent under a fixed client id,
 * and a share is acknowledged to the broker only after it is stored: the broker keeps it while the node is away.
 */
import type { Socket } from 'node:net';
import mqtt, { type IClientOptions } from 'mqtt';
import { MAX_PACKET } from '../../../firmware/protocol/mite/limits.js';
import {
  BOARD_KINDS,
  type BoardKind,
  DELIVERY,
  parseTopic,
  TOPIC_PREFIX,
} from '../../../firmware/protocol/mite/topics.js';
import { problemOf } from '../../../programs/problems.js';
import type { Logger } from '../../common/logger.js';
import { type Bus, type BusHandlers, CLOSE_TIMEOUT, CONNACK, CONNECT_TIMEOUT } from './bus.js';
import { DeviceRates, RATES } from './device-rates.js';

export interface ExternalOptions {
  /** mqtt://host:port or mqtts://host:port, without a user. */
  readonly url: string;
  readonly clientId: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** PEM of the certificate authority that signed the broker's certificate. */
  readonly ca?: string | undefined;
  readonly handlers: BusHandlers;
  readonly log: Logger;
}

/** Delay before the next attempt to connect. */
const RETRY_MS = 2_000;
/** A broker that kept a device's shares while the node was away hands them over at once: up to mosquitto's limit, and more. */
const KEPT = { ...RATES, share: { burst: 2_000, interval: RATES.share.interval } };
const REFUSED: readonly unknown[] = [CONNACK.badCredentials, CONNACK.notAuthorised];

/** Starts connecting and keeps trying forever; `handlers.up` reports each connection. */
export function openExternalBus(options: ExternalOptions): Bus {
  const { handlers, log } = options;
  const settings: IClientOptions = {
    clientId: options.clientId,
    clean: false,
    // We subscribe on every connect: the broker may have lost the session.
    resubscribe: false,
    reconnectPeriod: RETRY_MS,
    // A wrong password may be corrected in the broker: keep trying.
    reconnectOnConnackError: true,
    connectTimeout: CONNECT_TIMEOUT,
    keepalive: 30,
    queueQoSZero: false,
    protocolVersion: 4,
    ...(options.user === undefined ? {} : { username: options.user }),
    ...(options.password === undefined ? {} : { password: options.password }),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  };
  const client = mqtt.connect(options.url, settings);
  const filters = Object.fromEntries(
    BOARD_KINDS.map(kind => [`${TOPIC_PREFIX}/+/${kind}`, { qos: DELIVERY[kind].qos }]),
  );
  let lastFault = '';
  let settle: (trouble: string | undefined) => void = () => {};
  const opened = new Promise<string | undefined>(resolve => {
    settle = resolve;
  });
  log.info({ broker: options.url, user: options.user }, 'connecting to the broker');

  client.on('connect', () => {
    lastFault = '';
    // Results are small and follow acknowledgements: Nagle's algorithm would hold each back for 40 ms.
    (client.stream as Partial<Socket>).setNoDelay?.(true);
    client.subscribe(filters, (error, granted) => {
      if (error) {
        log.error({ reason: error.message }, 'the broker refused the subscriptions');
        settle(`it refused the subscriptions: ${error.message}`);
        return;
      }
      const refused = granted?.filter(grant => grant.qos === 128).map(grant => grant.topic) ?? [];
      if (refused.length > 0) log.error({ refused }, 'the broker refused subscriptions: check its ACL file');
      log.info({ broker: options.url }, 'connected to the broker');
      settle(undefined);
      handlers.up();
    });
  });
  client.on('error', error => {
    const { code } = error as { code?: unknown };
    const reason = REFUSED.includes(code)
      ? `it refuses user "${options.user}" or its password`
      : problemOf(error);
    if (reason !== lastFault)
      log.error(
        { broker: options.url, reason },
        `no connection to the broker; next try in ${RETRY_MS / 1000} s`,
      );
    lastFault = reason;
    settle(reason);
  });
  client.on('close', () => {
    if (!client.disconnecting && lastFault === '')
      log.warn({ broker: options.url }, 'the connection to the broker is down; trying to connect again');
    lastFault ||= 'down';
    settle('it closed the connection');
  });

  const rates = new DeviceRates(
    () => performance.now(),
    flood => handlers.flooded?.(flood),
    KEPT,
  );
  // All devices share one connection, so a message above its rate cannot wait: it is dropped.
  const mayCome = (device: string, kind: BoardKind): boolean => {
    if (rates.isCut(device)) return false;
    if (rates.take(device, kind) > 0) {
      rates.press(device, kind);
      return false;
    }
    rates.relieve(device);
    return true;
  };

  // mqtt.js sends PUBACK, and reads the next message, when this calls back.
  client.handleMessage = (packet, done) => {
    let answer: Promise<void> | undefined;
    if (packet.cmd === 'publish' && packet.payload.length <= MAX_PACKET) {
      const payload = typeof packet.payload === 'string' ? Buffer.from(packet.payload) : packet.payload;
      try {
        const parsed = parseTopic(packet.topic);
        const kind = BOARD_KINDS.find(one => one === parsed.kind);
        if (parsed.scope === 'device' && kind !== undefined && mayCome(parsed.id, kind)) {
          answer = handlers.message({ device: parsed.id, kind, payload, stands: () => true });
        }
      } catch {
        log.warn('a message on a topic that is not ours');
      }
    }
    if (answer === undefined) done();
    else
      answer.then(
        () => done(),
        () => done(),
      );
  };

  return {
    addresses: [],
    opened,
    publish: async (name, payload, { qos, retain }) => {
      if (!client.connected) throw new Error('the broker is not connected');
      await client.publishAsync(name, Buffer.from(payload), { qos, retain });
    },
    disconnect: () => {},
    close: async () => {
      // Published messages go out first, unless the broker takes too long, or waits for an acknowledgement from us.
      const idle = () => Object.keys(client.outgoing).length === 0;
      if (!idle())
        await new Promise<void>(resolve => {
          const late = setTimeout(resolve, CLOSE_TIMEOUT);
          client.once('outgoingEmpty', () => {
            clearTimeout(late);
            resolve();
          });
        });
      const late = setTimeout(() => client.stream.destroy(), CLOSE_TIMEOUT);
      await client.endAsync(!idle()).catch(() => {});
      clearTimeout(late);
    },
  };
}
