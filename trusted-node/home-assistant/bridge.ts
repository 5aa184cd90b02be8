/**
 * The connection to Home Assistant's own broker: says what has changed, obeys its switch and its number. Apart from the
 * boards' broker, so that Home Assistant never sees a secret, and boards never see it.
 */
import mqtt, { type MqttClient } from 'mqtt';
import { problemOf } from '../../programs/problems.js';
import type { Logger } from '../common/logger.js';
import { SingleFlight } from '../common/single-flight.js';
import {
  ALL_CONFIGS,
  availabilityTopic,
  BIRTH_TOPIC,
  type BoardState,
  boardMessages,
  boardOfConfig,
  type Message,
  type NodeState,
  nodeMessages,
  type Order,
  orderTopics,
  parseOrder,
  removal,
} from './discovery.js';

const RETRY_MS = 5_000;
const EVERY_MS = 5_000;
const CLOSE_MS = 1_000;

export interface BridgeOptions {
  /** mqtt://host:port or mqtts://host:port */
  readonly url: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** 12 hex digits, lasting */
  readonly node: string;
  /** What is to be shown now. */
  readonly read: () => Promise<{ node: NodeState; boards: readonly BoardState[] }>;
  /** @throws Error when the order cannot be taken */
  readonly obey: (order: Order) => Promise<void>;
  readonly log: Logger;
}

export class HomeAssistant {
  private readonly client: MqttClient;
  /** What the broker holds of us, by topic. */
  private said = new Map<string, string>();
  private known = new Set<string>();
  private lastFault = '';
  private readonly work = new SingleFlight(() => this.publish());
  private readonly timer = setInterval(() => this.changed(), EVERY_MS);

  constructor(private readonly options: BridgeOptions) {
    const { url, user, password, node, log } = options;
    this.client = mqtt.connect(url, {
      clientId: `mite-ha-${node}`,
      clean: true,
      reconnectPeriod: RETRY_MS,
      reconnectOnConnackError: true,
      resubscribe: false,
      queueQoSZero: false,
      ...(user !== undefined && { username: user }),
      ...(password !== undefined && { password }),
      will: { topic: availabilityTopic(node), payload: Buffer.from('offline'), qos: 1, retain: true },
    });
    this.client.on('connect', () => {
      log.info({ broker: url }, "connected to Home Assistant's broker");
      this.lastFault = '';
      this.said = new Map();
      this.client.subscribe([orderTopics(node), BIRTH_TOPIC, ALL_CONFIGS], { qos: 1 }, error => {
        if (error) this.fault(`it refused the subscriptions: ${error.message}`);
        this.changed();
      });
    });
    this.client.on('error', error => this.fault(problemOf(error)));
    this.client.on('close', () => {
      if (!this.client.disconnecting) this.fault('the connection is down');
    });
    this.client.on('message', (topic, payload, packet) => {
      if (payload.length <= 16_384) this.heard(topic, payload.toString(), packet.retain);
    });
  }

  private fault(reason: string): void {
    if (reason !== this.lastFault && this.lastFault === '')
      this.options.log.warn({ broker: this.options.url, reason }, "no connection to Home Assistant's broker");
    this.lastFault = reason;
  }

  /** Something may have changed. */
  changed(): void {
    if (this.client.connected) void this.work.rerun();
  }

  private heard(topic: string, payload: string, retained: boolean): void {
    const { node, log, obey } = this.options;
    if (topic === BIRTH_TOPIC) {
      // It has started, and may have missed what is not retained.
      if (payload === 'online') this.said = new Map();
      this.changed();
      return;
    }
    const board = boardOfConfig(node, topic, payload);
    if (board !== undefined) {
      this.known.add(board);
      return;
    }
    // A retained order is an old one: somebody has published it wrongly.
    const order = retained ? undefined : parseOrder(node, topic, payload);
    if (order === undefined) return;
    log.info({ device: order.board, cmd: order.cmd }, 'Home Assistant orders');
    obey(order).then(
      () => this.changed(),
      (error: unknown) =>
        log.warn({ device: order.board, reason: problemOf(error) }, 'an order of Home Assistant was refused'),
    );
  }

  private async publish(): Promise<void> {
    const { node, read, log } = this.options;
    try {
      const { node: state, boards } = await read();
      const here = new Set(boards.map(({ id }) => id));
      const messages: Message[] = [{ topic: availabilityTopic(node), payload: 'online' }];
      messages.push(...nodeMessages(node, state));
      for (const board of boards) messages.push(...boardMessages(node, board, state.version));
      for (const board of this.known) if (!here.has(board)) messages.push(...removal(node, board));
      for (const { topic, payload } of messages) {
        if (this.said.get(topic) === payload) continue;
        await this.client.publishAsync(topic, payload, { qos: 1, retain: true });
        this.said.set(topic, payload);
      }
      this.known = here;
    } catch (error) {
      if (this.client.connected) log.warn({ reason: problemOf(error) }, 'Home Assistant could not be told');
    }
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    if (this.client.connected)
      await Promise.race([
        this.client.publishAsync(availabilityTopic(this.options.node), 'offline', { qos: 1, retain: true }),
        new Promise(resolve => setTimeout(resolve, CLOSE_MS)),
      ]).catch(() => {});
    // What is under way ends with the connection.
    await this.client.endAsync(true);
    await this.work.ended();
  }
}
