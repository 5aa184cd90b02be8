/** What a door to boards passes on besides work: who they are, what they say about themselves, and their services. */
import type { Reply } from '../../firmware/protocol/mite/command.js';
import type { Hello } from '../../firmware/protocol/mite/hello.js';
import type { BoardStatus } from '../../firmware/protocol/mite/status.js';
import type { Fetch, Outcome } from '../../firmware/protocol/mite/update.js';

/** The owner's devices, as the running node knows them. */
export interface DeviceList {
  /** Whether the device may be served, as far as is known here; {@link find} asks the database. */
  isActive(device: string): boolean;
  /** Whether it is a device's name, even a revoked one's. */
  isKnown(device: string): boolean;
  /** Looks up one that is not active here: it may have just been added. */
  find(device: string): Promise<boolean>;
  /** What a device last said about its board and firmware. */
  firmwareOf(device: string): Promise<Pick<Hello, 'board' | 'firmware'> | undefined>;
}

/** What lists show of a miner. */
export type MinerState = Pick<
  BoardStatus,
  'state' | 'rate' | 'fault' | 'pausedBy' | 'budget' | 'temperature' | 'freeHeap' | 'minFreeHeap'
>;

export interface Presence {
  /** A device is served from now on. */
  came(device: string): void;
  /** Its connection ended. */
  went(device: string): void;
  said(device: string, status: MinerState): void;
}

/** Lines about what devices do wrong, limited so that a flood does not fill the log. */
export interface BoardLog {
  line(level: 'info' | 'warn', device: string, details: object, text: string): void;
}

export interface FirmwareUpdates {
  /** A board has connected or reconnected. */
  hello(device: string, board: Pick<Hello, 'board' | 'firmware'>): void;
  gone(device: string): void;
  /** A board wants a piece of an image. */
  fetch(device: string, fetch: Fetch): void;
  /** A board reports what became of an image. */
  outcome(device: string, outcome: Outcome): void;
}

export interface BoardCommands {
  /** A board has connected or reconnected: it may have missed what was sent. */
  hello(device: string): Promise<void>;
  /** @returns undefined when there is nothing to store */
  reply(device: string, reply: Reply): Promise<void> | undefined;
}

export interface SecondOpinions {
  /** @param key from its hello (64 hex digits); undefined: it has none, and is not asked anything */
  hello(device: string, key: string | undefined): Promise<void>;
  /** A board is connected whose hello was not heard. */
  resume(device: string): Promise<void>;
  gone(device: string): void;
  /** What a board's status says about its chain. */
  status(device: string, chain: string | undefined): void;
  /**
   * A board's verdict, as received: its bytes are evidence.
   * @returns why it is refused, for the log; undefined when it is stored
   * @throws FormatError on malformed bytes
   */
  verdict(device: string, message: Uint8Array): Promise<string | undefined>;
}
