/**
 * What the firmware needs from the machine it runs on. One implementation per platform: platforms/host (XS on POSIX),
 * platforms/sdk (the Moddable SDK), and one on Node for the tests. Every callback runs on the JavaScript thread, and
 * never from inside the call that caused it (a `connect` that fails at once still reports later).
 */
import type { Curve } from '../domain/curve.js';
import type { Searcher } from './searcher.js';

/** One TCP connection. */
export interface Connection {
  /**
   * Sends or queues all of `bytes` (copied before return).
   * @returns false when nothing was taken: not open, closed, or the platform's bounded send buffer is full.
   */
  write(bytes: Uint8Array): boolean;
  /** Flushes what can be flushed without waiting, then closes. No handler is called afterwards. Idempotent. */
  close(): void;
}

export interface ConnectionHandlers {
  /** The connection stands; `write` may be used. Called at most once. */
  onOpen(): void;
  /** Bytes in order, any lengths. The array belongs to the callee only during the call. */
  onData(bytes: Uint8Array): void;
  /** Failed to open, or closed by the peer or by an error. Called at most once, and last. */
  onClose(reason: string): void;
}

/** Engine heap, in bytes. `limit` is the total the engine may take, 0 when it is not limited. */
export interface MemoryFigures {
  readonly slotBytes: number;
  readonly slotPeak: number;
  readonly chunkBytes: number;
  readonly chunkPeak: number;
  readonly limit: number;
}

/**
 * Memory beside the engine's, in bytes. Stacks: the least that a task of that kind has ever left unused; absent while
 * there was none.
 */
export interface SystemMemory {
  /** The C heap, where threads, connections, TLS and Wi-Fi live: free now, and the least since boot. */
  readonly freeHeap: number;
  readonly minFreeHeap: number;
  /** The largest block that could be had in one piece. */
  readonly largestFree: number;
  readonly stackMachine?: number | undefined;
  readonly stackSearch?: number | undefined;
  readonly stackLink?: number | undefined;
}

export interface SettingsStorage {
  /** The stored record, or undefined when there is none. @throws Error when it exists and cannot be read. */
  load(): Uint8Array | undefined;
  /** Atomic and durable on return (temporary file, fsync, rename, fsync of the directory). @throws Error */
  save(bytes: Uint8Array): void;
}

export interface ConsolePort {
  /** Writes one line; the platform adds the line end. Never blocks. */
  write(line: string): void;
  /**
   * Set by the owner; called with each line of input without its line end. The platform bounds a line at 1024
   * bytes (longer ones are cut, and still exceed the console's own bound of 512).
   */
  onLine: (line: string) => void;
  /**
   * Asks a person: `prompt` precedes the input until the next call; '' ends the question. `secret`: the input is
   * neither shown nor kept. Absent if input comes as lines; then the question is a line too.
   */
  ask?(prompt: string, secret: boolean): void;
  /** For tools: no echo, no prompt. */
  setPlain?(plain: boolean): void;
  /** Set by the owner: the person wants to leave the question (^C). */
  onCancel?: () => void;
}

/** TLS of one connection: the server is recognised by its certificate, not by its name. */
export interface TlsOptions {
  /** SHA-256 of the server's certificate (DER), 64 lower-case hex digits. Compared before anything is sent. */
  readonly fingerprint: string;
}

/**
 * What a board leaves for its next boot when its engine runs out of memory. Kept where a reset does not reach and no
 * flash wears out, as far as the machine has such a place.
 */
export interface LastWords {
  /** Boots in a row that ended so, this one's predecessor the last of them. */
  readonly ends: number;
  /** What that one was at: as given to `mark`, or ''. */
  readonly doing: string;
  /** The board is at this now: 1 to 16 of a-z and "-". Called for each message. */
  mark(doing: string): void;
  /** The count begins anew. */
  forget(): void;
}

/** Why this boot happened. */
export type ResetReason =
  | 'power'
  | 'pin'
  | 'restart'
  | 'update'
  | 'panic'
  /** The engine's memory ran out. */
  | 'heap'
  | 'watchdog'
  | 'brownout'
  | 'sleep'
  | 'unknown';

export type NetworkEvent =
  /** The board has an address. */
  | { readonly kind: 'up'; readonly address: string }
  /** The join failed, or the network was lost. One line, no secrets: 'no such network', 'wrong password', ... */
  | { readonly kind: 'down'; readonly reason: string };

/** The board's own link, if the firmware has to bring it up. */
export interface NetworkPort {
  readonly kind: 'wifi' | 'ethernet';
  /** Wi-Fi: one attempt to join, replacing the one under way. Ethernet: brings the link up; arguments are ignored. */
  join(ssid: string, password: string): void;
  /** Ethernet: its driver begins anew at the next join. */
  leave(): void;
  /** dBm, or undefined while there is none. */
  rssi(): number | undefined;
  /** Set by the owner. Each change once; nothing after `leave`, and nothing of an attempt that another has replaced. */
  onEvent: (event: NetworkEvent) => void;
}

export interface WallClock {
  /** Milliseconds since 1970 (UTC), or 0 while the time is unknown. */
  now(): number;
  /** Sets the machine's clock. Absent where the operating system keeps it. */
  set?(milliseconds: number): void;
  /** Asks an SNTP server (RFC 4330); undefined when it did not answer in time. Absent like `set`. */
  ask?(server: string, done: (milliseconds: number | undefined) => void): void;
}

/** An input pin that tells its changes. */
export interface InputPin {
  /** True: high. */
  read(): boolean;
  close(): void;
}

/** Where a new firmware image goes. A slot is used by the next boot only after `activate`. */
export interface UpdatePort {
  /** Largest image, in bytes. */
  readonly capacity: number;
  /** The running image was activated and has not been confirmed: unless it is, a later boot uses the old one. */
  readonly trial: boolean;
  /** Of the note about the last update, a record like the settings. */
  readonly notes: SettingsStorage;
  /** Empties the other slot for an image of this size. @throws Error */
  begin(size: number): void;
  /** Appends. @throws Error */
  write(bytes: Uint8Array): void;
  /** SHA-256 of the first `size` bytes of the other slot as they are stored: 32 bytes. @throws Error */
  digest(size: number): Uint8Array;
  /** The next boot runs the other slot, on trial. Durable on return. @throws Error; the old slot then stands. */
  activate(): void;
  /** The running image stays. Durable on return. @throws Error */
  confirm(): void;
  /** Marks the running image as bad and restarts into the other one. @throws Error */
  rollback(): void;
}

export interface Platform {
  /** Board name as shown and as sent in hello: 'host', 'sim', 'esp32', ... [a-z0-9_-]{1,32} */
  readonly name: string;
  /** Firmware version, for example '0.1.0'. */
  readonly firmware: string;
  /** Milliseconds since some fixed moment before start; never goes back. */
  monotonic(): number;
  /** One-shot timer. @returns an id, never 0. */
  setTimer(milliseconds: number, callback: () => void): number;
  /** Harmless for an id that has fired or is 0. */
  clearTimer(id: number): void;
  /** Opens TCP to `host` (name or address), or TLS over it. Reports through the handlers, always later. */
  connect(host: string, port: number, handlers: ConnectionHandlers, tls?: TlsOptions): Connection;
  /** Whether `connect` can do TLS. */
  readonly tls?: boolean;
  /** Of the settings. */
  readonly storage: SettingsStorage;
  /** Of the choice of search backends, which settings do not touch: another record, the same promises. */
  readonly planStorage: SettingsStorage;
  /** Of the verified chain's last points, rewritten as the chain grows: less than 400 bytes. */
  readonly chainStorage: SettingsStorage;
  /** Of the board's own signing key, written once. */
  readonly keyStorage: SettingsStorage;
  readonly console: ConsolePort;
  /** `count` bytes from the machine's random source. */
  random(count: number): Uint8Array;
  memory(): MemoryFigures;
  /** Absent where an operating system has memory to spare. */
  readonly systemMemory?: () => SystemMemory;
  /** Starts the firmware again (process: re-exec; chip: reset). Does not return to the caller's flow. */
  restart(): void;
  /** Ends the program if there is one to end; a chip restarts. */
  exit(code: number): void;
  /**
   * Stops the board and ends its program at the request of the person at its console. Absent if there is none to end.
   */
  readonly quit?: () => void;
  /** The native searcher with this many threads (1..64). Called once per boot. @throws Error when it cannot be made. */
  searcher(threads: number): Searcher;
  /** SHA-256 of SHA-256 in native code, if available: makes job building several times faster. */
  readonly sha256d?: (bytes: Uint8Array) => Uint8Array;
  /** SHA-256 likewise, for what BIP341 and BIP340 hash once. */
  readonly sha256?: (bytes: Uint8Array) => Uint8Array;
  /** secp256k1: native code on a board. */
  readonly curve: Curve;
  readonly resetReason?: ResetReason;
  /** Absent where nothing outlives a crash. */
  readonly lastWords?: LastWords;
  /** Absent where the operating system keeps the machine online. */
  readonly network?: NetworkPort;
  readonly clock?: WallClock;
  /** Degrees Celsius of the chip or the board, or undefined when it cannot be read now. */
  readonly temperature?: () => number | undefined;
  /**
   * Opens an input pin, pulled to the level that `pulledUp` says; `onChange` follows every change within 2 ms.
   * @throws RangeError for a pin that this board does not have or uses itself.
   */
  readonly openPin?: (pin: number, pulledUp: boolean, onChange: (high: boolean) => void) => InputPin;
  readonly update?: UpdatePort;
}
