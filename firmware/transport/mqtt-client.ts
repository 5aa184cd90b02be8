/**
 * MQTT 3.1.1 client over Platform.connect. It keeps one connection alive forever: every failure (refused, cut, silent,
 * malformed, oversize) closes the connection with a reason and leads to a new attempt after a delay.
 *
 * off        not wanted
 * delaying   waits for the next attempt
 * opening    TCP, TLS
 * greeting   CONNECT sent, waits for CONNACK
 * subscribing SUBSCRIBE sent, waits for SUBACK
 * ready      messages flow
 *
 * Sessions are clean: whatever was in flight when a connection ends is forgotten here. The layers above resend what
 * must arrive (the miner its shares), so nothing depends on the broker's memory of this client.
 */

import { FormatError } from '../domain/bytes.js';
import { messageOf } from '../domain/message-of.js';
import type { Connection, Platform, TlsOptions } from '../ports/platform.js';
import { hostAndPort } from '../protocol/host.js';
import { PacketFramer } from '../protocol/mqtt/framer.js';
import {
  type ClientPacket,
  decodePacket,
  encodePacket,
  type ServerPacket,
} from '../protocol/mqtt/packets.js';
import { Backoff } from './backoff.js';

export interface MqttOptions {
  readonly host: string;
  readonly port: number;
  /** Undefined: plain TCP. */
  readonly tls?: TlsOptions | undefined;
  readonly clientId: string;
  readonly username: string;
  readonly password: Uint8Array;
  readonly will: { readonly topic: string; readonly payload: Uint8Array };
  /** Subscribed with QoS 1 on every connect, before `onReady`. */
  readonly filters: readonly string[];
}

export interface MqttHandlers {
  /** Connected and subscribed. */
  onReady(): void;
  /**
   * An attempt or a connection ended; the next attempt follows after `retryMs`. `silentMs`: nothing has been heard of
   * the peer's side for this long.
   */
  onDown(reason: string, retryMs: number, silentMs: number): void;
  /** Must not throw. `payload` belongs to the callee only during the call. */
  onMessage(topic: string, payload: Uint8Array): void;
}

export type MqttState = 'off' | 'delaying' | 'opening' | 'greeting' | 'subscribing' | 'ready';

/** TCP, CONNACK and SUBACK each have this long. */
export const STEP_TIMEOUT_MS = 5_000;
/** A chip needs seconds for a TLS handshake while it mines. */
export const TLS_TIMEOUT_MS = 12_000;
/** Announced in CONNECT. The broker drops a client that is silent for one and a half times this. */
export const KEEP_ALIVE_SECONDS = 20;
/** A ping goes out when nothing was received for this long. */
export const IDLE_MS = 8_000;
/** PINGRESP or PUBACK is this late: the peer is gone. */
export const ANSWER_TIMEOUT_MS = 8_000;
/** Refused credentials are not worth a quick retry; somebody has to act first. */
export const REFUSED_RETRY_MS = 30_000;
/** A connection that held this long resets the back-off. */
const STABLE_MS = 10_000;
/** QoS 1 messages without PUBACK. */
export const MAX_IN_FLIGHT = 24;
const CHECK_MS = 1_000;

const REFUSALS: readonly string[] = [
  '',
  'the node refused MQTT 3.1.1',
  'the node refused the device id',
  'the node is not available',
  'bad credentials: the node refused device.id or device.secret (wrong or revoked)',
  'bad credentials: the node does not authorise this device',
];
/** CONNACK code 3 passes by itself, the others do not. */
const UNAVAILABLE = 3;

export class MqttClient {
  readonly #platform: Platform;
  readonly #handlers: MqttHandlers;
  readonly #backoff: Backoff;
  #options: MqttOptions | undefined;
  #state: MqttState = 'off';
  #connection: Connection | undefined;
  #framer: PacketFramer | undefined;
  #timer = 0;
  #readyAt = 0;
  #receivedAt = 0;
  /** ms: when anything came from the peer's side, be it a refusal; at first, when the first attempt began. */
  #heardAt = 0;
  #sentAt = 0;
  #pingAt: number | undefined;
  #packetId = 0;
  /** Packet id -> ms when sent, oldest first. */
  readonly #inFlight = new Map<number, number>();
  #connects = 0;

  constructor(platform: Platform, handlers: MqttHandlers) {
    this.#platform = platform;
    this.#handlers = handlers;
    this.#backoff = new Backoff(count => platform.random(count));
  }

  get state(): MqttState {
    return this.#state;
  }

  /** How often `ready` was reached. */
  get connects(): number {
    return this.#connects;
  }

  /** Connects with these options, after leaving any connection under way. */
  start(options: MqttOptions): void {
    this.stop();
    this.#options = options;
    this.#backoff.reset();
    this.#heardAt = this.#platform.monotonic();
    this.#open();
  }

  /** Says goodbye where possible and stays off. `onDown` is not called. */
  stop(): void {
    if (this.#state === 'ready') this.#write({ type: 'disconnect' });
    this.#options = undefined;
    this.#drop();
    this.#state = 'off';
  }

  /**
   * Sends one message.
   * @param room of QoS 1: how many may be in flight together with it; less for what comes in floods, or the rest starves
   * @returns false when it was not taken: not ready, or too many are waiting for their PUBACK.
   * @throws RangeError | TypeError for a message outside the protocol's bounds.
   */
  publish(
    topic: string,
    payload: Uint8Array,
    qos: 0 | 1,
    retain: boolean,
    room: number = MAX_IN_FLIGHT,
  ): boolean {
    if (this.#state !== 'ready') return false;
    if (qos === 0) return this.#write({ type: 'publish', topic, payload, qos, retain, dup: false });
    if (this.#inFlight.size >= Math.min(room, MAX_IN_FLIGHT)) return false;
    const packetId = this.#nextPacketId();
    const packet: ClientPacket = { type: 'publish', topic, payload, qos, retain, dup: false, packetId };
    if (!this.#write(packet)) return false;
    this.#inFlight.set(packetId, this.#platform.monotonic());
    return true;
  }

  #open(): void {
    const options = this.#options;
    if (options === undefined) return;
    this.#state = 'opening';
    const limit = options.tls ? TLS_TIMEOUT_MS : STEP_TIMEOUT_MS;
    this.#arm(limit, () =>
      this.#fail(`no connection to ${hostAndPort(options.host, options.port)} within ${limit / 1000} s`),
    );
    const framer = new PacketFramer(bytes => this.#onPacket(decodePacket(bytes)));
    this.#framer = framer;
    const mine = () => this.#framer === framer; // false for a late callback of a connection we left
    try {
      const handlers = {
        onOpen: () => {
          if (!mine()) return;
          this.#heardAt = this.#platform.monotonic();
          this.#greet(options);
        },
        onData: (bytes: Uint8Array) => {
          if (mine()) this.#onData(framer, bytes);
        },
        onClose: (reason: string) => {
          if (!mine()) return;
          this.#heardAt = this.#platform.monotonic(); // somebody has refused or closed it
          this.#fail(reason);
        },
      };
      this.#connection = this.#platform.connect(options.host, options.port, handlers, options.tls);
    } catch (error) {
      this.#fail(messageOf(error));
    }
  }

  #greet(options: MqttOptions): void {
    this.#state = 'greeting';
    this.#arm(STEP_TIMEOUT_MS, () => this.#fail('the node did not answer CONNECT'));
    this.#write({
      type: 'connect',
      clientId: options.clientId,
      clean: true,
      keepAlive: KEEP_ALIVE_SECONDS,
      username: options.username,
      password: options.password,
      will: { topic: options.will.topic, payload: options.will.payload, qos: 1, retain: true },
    });
  }

  #onData(framer: PacketFramer, bytes: Uint8Array): void {
    this.#receivedAt = this.#platform.monotonic();
    this.#heardAt = this.#receivedAt;
    try {
      framer.push(bytes);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error; // this program's fault, not the node's
      if (this.#framer === framer) this.#fail(`malformed packet from the node: ${error.message}`);
    }
  }

  #onPacket(packet: ServerPacket): void {
    switch (packet.type) {
      case 'connack':
        if (this.#state !== 'greeting') {
          this.#fail('unexpected CONNACK');
          return;
        }
        this.#onConnack(packet.returnCode);
        return;
      case 'suback':
        if (this.#state !== 'subscribing' || packet.packetId !== this.#packetId) {
          this.#fail('unexpected SUBACK');
          return;
        }
        if (packet.granted.length !== this.#options?.filters.length || packet.granted.includes(0x80)) {
          this.#fail('the node refused a subscription: is the device id right?', REFUSED_RETRY_MS);
          return;
        }
        this.#onReady();
        return;
      case 'publish':
        // A broker may deliver retained messages before the SUBACK (MQTT 3.1.1 section 3.8.4).
        if (this.#state !== 'ready' && this.#state !== 'subscribing') {
          this.#fail('unexpected PUBLISH');
          return;
        }
        this.#handlers.onMessage(packet.topic, packet.payload);
        if (packet.packetId !== undefined) this.#write({ type: 'puback', packetId: packet.packetId });
        return;
      case 'puback':
        this.#inFlight.delete(packet.packetId);
        return;
      case 'pingresp':
        this.#pingAt = undefined;
        return;
    }
  }

  #onConnack(code: number): void {
    if (code !== 0) {
      const reason = REFUSALS[code] ?? `the node refused the connection (code ${code})`;
      this.#fail(reason, code === UNAVAILABLE ? undefined : REFUSED_RETRY_MS);
      return;
    }
    const filters = (this.#options?.filters ?? []).map(filter => ({ filter, qos: 1 as const }));
    this.#state = 'subscribing';
    this.#arm(STEP_TIMEOUT_MS, () => this.#fail('the node did not answer SUBSCRIBE'));
    this.#write({ type: 'subscribe', packetId: this.#nextPacketId(), filters });
  }

  #onReady(): void {
    this.#state = 'ready';
    this.#connects++;
    this.#readyAt = this.#receivedAt;
    this.#arm(CHECK_MS, this.#check);
    this.#handlers.onReady();
  }

  /** Once a second while ready: pings, and notices a peer that went silent. */
  readonly #check = (): void => {
    const now = this.#platform.monotonic();
    if (now - this.#readyAt >= STABLE_MS) this.#backoff.reset();
    const oldest = this.#inFlight.values().next();
    if (!oldest.done && now - oldest.value >= ANSWER_TIMEOUT_MS) {
      this.#fail('the node does not acknowledge');
      return;
    }
    if (this.#pingAt !== undefined && now - this.#pingAt >= ANSWER_TIMEOUT_MS) {
      this.#fail('the node does not answer pings');
      return;
    }
    this.#arm(CHECK_MS, this.#check);
    const quiet = now - this.#receivedAt >= IDLE_MS || now - this.#sentAt >= IDLE_MS;
    if (quiet && this.#pingAt === undefined && this.#write({ type: 'pingreq' })) this.#pingAt = now;
  };

  /** Sends one packet; a full or closed connection ends it. */
  #write(packet: ClientPacket): boolean {
    if (this.#connection?.write(encodePacket(packet))) {
      this.#sentAt = this.#platform.monotonic();
      return true;
    }
    // Not now: the caller may be in the middle of its own work.
    if (this.#state !== 'off') this.#arm(0, () => this.#fail('the connection takes no more data'));
    return false;
  }

  #nextPacketId(): number {
    do this.#packetId = (this.#packetId % 0xffff) + 1;
    while (this.#inFlight.has(this.#packetId));
    return this.#packetId;
  }

  #fail(reason: string, retryMs?: number): void {
    if (this.#options === undefined) return;
    this.#drop();
    this.#state = 'delaying';
    const delay = retryMs ?? this.#backoff.next();
    this.#arm(delay, () => this.#open());
    this.#handlers.onDown(reason, delay, this.#platform.monotonic() - this.#heardAt);
  }

  /** Leaves the connection and forgets all that belongs to it. */
  #drop(): void {
    const connection = this.#connection;
    this.#connection = undefined;
    this.#framer?.close();
    this.#framer = undefined;
    this.#platform.clearTimer(this.#timer);
    this.#timer = 0;
    this.#pingAt = undefined;
    this.#inFlight.clear();
    connection?.close();
  }

  #arm(milliseconds: number, action: () => void): void {
    this.#platform.clearTimer(this.#timer);
    this.#timer = this.#platform.setTimer(milliseconds, action);
  }
}
