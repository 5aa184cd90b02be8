/**
 * What the service needs from a broker: messages from boards in, messages to boards out. Two implementations: the
 * embedded broker (embedded.ts) and a client of an external one (external.ts).
 */
import type { BoardKind } from '../../../firmware/protocol/mite/topics.js';
import type { Flood } from './device-rates.js';

/** A message from a board. `device` is proved: by the embedded broker's ACL, or by the external broker's ACL file. */
export interface BoardMessage {
  readonly device: string;
  readonly kind: BoardKind;
  /** At most MAX_PACKET bytes; otherwise unchecked. */
  readonly payload: Uint8Array;
  /** Whether its connection is still up, if the bus can tell: a message may be read after its connection ends. */
  readonly stands: () => boolean;
}

export interface BusHandlers {
  /**
   * One message. The promise holds back the acknowledgement where the bus can (external broker), so that a message is
   * not forgotten before it is stored. Undefined: already done. Must neither throw nor reject.
   */
  message(message: BoardMessage): Promise<void> | undefined;
  /** The link to the broker is up (again): what was published meanwhile may not have arrived. */
  up(): void;
  /** The connection of a board ended. Only the embedded broker sees this; others rely on the retained `online`. */
  gone?(device: string): void;
  /** A board sends more than it may. Told once when it is slowed, and each time it is cut off. */
  flooded?(flood: Flood): void;
}

/** Time to connect, and to end connections including what is under way, milliseconds. */
export const CONNECT_TIMEOUT = 10_000;
export const CLOSE_TIMEOUT = 1_000;

/** Return codes of CONNACK (MQTT 3.1.1, 3.2.2.3). */
export const CONNACK = { version: 1, unavailable: 3, badCredentials: 4, notAuthorised: 5 } as const;

export interface Bus {
  /**
   * Sends to one topic. Resolves when the broker has taken it; rejects when the link is down or the bus is closed.
   */
  publish(topic: string, payload: Uint8Array, options: { qos: 0 | 1; retain: boolean }): Promise<void>;
  /** Ends the connection of a board (revoked). Does nothing if the broker is not ours. */
  disconnect(device: string): void;
  /** Listening addresses; empty for an external broker. */
  readonly addresses: readonly { readonly host: string; readonly port: number; readonly tls: boolean }[];
  /**
   * For an external broker, settled by the first attempt to connect: undefined when it is up, else why not. The bus
   * keeps trying.
   */
  readonly opened?: Promise<string | undefined>;
  close(): Promise<void>;
}

/** Checks a device's name and secret. Takes equally long for an unknown device and a wrong secret. */
export type Authenticate = (device: string, secret: Uint8Array) => Promise<boolean>;
