/**
 * The firmware's Platform on the host: thin calls to the natives in platforms/host/*.c, which check their arguments.
 */

import { curve } from '../../../firmware/curve/curve.js';
import type { BytePort } from '../../../firmware/parts/console/terminal.js';
import type {
  Connection,
  ConnectionHandlers,
  ConsolePort,
  InputPin,
  LastWords,
  MemoryFigures,
  Platform,
  ResetReason,
  SettingsStorage,
  TlsOptions,
  UpdatePort,
  WallClock,
} from '../../../firmware/ports/platform.js';
import type { Searcher } from '../../../firmware/ports/searcher.js';
import { Search, sha256, sha256d } from '../../../firmware/search/search.js';
import type { SlotNumber, Slots } from '../../../firmware/storage/twin-storage.js';
import { host } from './host.js';
import * as image from './mite.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;
declare function Native(name: string): new () => object;

class HostConnection extends Native('xs_mite_host_tcp_destructor') implements Connection {
  constructor(host: string, port: number, handlers: ConnectionHandlers, tls: TlsOptions | undefined) {
    super();
    native('xs_mite_host_tcp').call(this, host, port, handlers, tls?.fingerprint);
  }

  write(bytes: Uint8Array): boolean {
    return native('xs_mite_host_tcp_write').call(this, bytes);
  }

  close(): void {
    native('xs_mite_host_tcp_close').call(this);
  }
}

/** A file with 0 or 1; see platforms/host/inputs.c. */
class HostPin extends Native('xs_mite_host_pin_destructor') implements InputPin {
  constructor(file: string, pulledUp: boolean, onChange: (high: boolean) => void) {
    super();
    native('xs_mite_host_pin').call(this, file, pulledUp, onChange);
  }

  read(): boolean {
    return native('xs_mite_host_pin_read').call(this);
  }

  close(): void {
    native('xs_mite_host_pin_close').call(this);
  }
}

/**
 * The slots of a record in the data directory, by its number: settings.bin and settings.2.bin, and the same of plan,
 * update, chain and key. Older boards had one file without the frame of a copy: it counts as the oldest copy.
 */
class HostRecord implements Slots {
  readonly #record: number;

  constructor(record: number) {
    this.#record = record;
  }

  raw(slot: SlotNumber): Uint8Array | undefined {
    return native('xs_mite_host_storage_load').call(undefined, this.#record, slot);
  }

  read(slot: SlotNumber): Uint8Array | undefined {
    const bytes = this.raw(slot);
    return bytes === undefined || slot !== 0 || image.isFramed(bytes) ? bytes : image.encodeCopy(0, bytes);
  }

  write(slot: SlotNumber, bytes: Uint8Array): void {
    native('xs_mite_host_storage_save').call(undefined, bytes, this.#record, slot);
  }
}

/** The running image may be an update older than this program: it passes no slot, and gets its one file. */
function storageOf(record: number): SettingsStorage {
  const slots = new HostRecord(record);
  if ('TwinStorage' in image) return new image.TwinStorage(slots);
  return { load: () => slots.raw(0), save: bytes => slots.write(0, bytes) };
}

/** Image slots in the data directory; see platforms/host/slots.h. */
class HostSlots implements UpdatePort {
  readonly capacity = 0x1f0000;
  readonly trial: boolean;

  get notes(): SettingsStorage {
    return storageOf(2);
  }

  /** After the storage was opened. */
  constructor(directory: string) {
    this.trial = native('xs_mite_host_slot_open').call(undefined, directory);
  }

  begin(size: number): void {
    native('xs_mite_host_slot_begin').call(undefined, size);
  }

  write(bytes: Uint8Array): void {
    native('xs_mite_host_slot_write').call(undefined, bytes);
  }

  digest(size: number): Uint8Array {
    return native('xs_mite_host_slot_digest').call(undefined, size);
  }

  activate(): void {
    native('xs_mite_host_slot_activate').call(undefined);
  }

  confirm(): void {
    native('xs_mite_host_slot_confirm').call(undefined);
  }

  rollback(): void {
    native('xs_mite_host_slot_rollback').call(undefined);
  }
}

/** Lines on stdin and stdout. */
export class HostLines implements ConsolePort {
  onLine: (line: string) => void = () => {};
  onCancel: () => void = () => {};

  /** @param onEnd the input has ended */
  constructor(onEnd: () => void) {
    native('xs_mite_host_console_read').call(undefined, (line?: string | null) => {
      if (line === undefined) onEnd();
      else if (line === null) this.onCancel();
      else this.onLine(line);
    });
  }

  write(line: string): void {
    native('xs_mite_host_console_write').call(undefined, line);
  }
}

/** Bytes on the device that `host.openPty` or `host.openTty` opened. */
export class HostBytes implements BytePort {
  onBytes: (bytes: Uint8Array) => void = () => {};

  /** @param onEnd the terminal is gone */
  constructor(onEnd: () => void) {
    native('xs_mite_host_console_bytes').call(undefined, (bytes?: Uint8Array) => {
      if (bytes === undefined) onEnd();
      else this.onBytes(bytes);
    });
  }

  write(bytes: Uint8Array): void {
    native('xs_mite_host_console_put').call(undefined, bytes);
  }
}

/** A file in the data directory; see platforms/host/last_words.c. */
class HostLastWords implements LastWords {
  get ends(): number {
    return native('xs_mite_host_last_words_ends').call(undefined);
  }

  get doing(): string {
    return native('xs_mite_host_last_words_doing').call(undefined);
  }

  mark(doing: string): void {
    native('xs_mite_host_last_words_mark').call(undefined, doing);
  }

  forget(): void {
    native('xs_mite_host_last_words_forget').call(undefined);
  }
}

/** Files that stand for the board's sensors. */
export interface HostInputs {
  readonly pin?: string;
  readonly temperature?: string;
}

export class HostPlatform implements Platform {
  readonly name = 'host';
  readonly firmware: string;
  readonly console: ConsolePort;
  readonly sha256d = sha256d;
  readonly sha256 = sha256;
  readonly curve = curve;
  readonly tls: boolean;
  readonly resetReason: ResetReason;
  readonly lastWords = new HostLastWords();
  readonly update: UpdatePort;
  readonly clock: WallClock = { now: () => Date.now() };
  declare readonly temperature?: () => number | undefined;
  declare readonly openPin?: NonNullable<Platform['openPin']>;
  readonly quit: () => void;

  /** One per process. @throws Error when the data directory cannot be made, or another board uses it, or what `openConsole` throws. */
  constructor(
    firmware: string,
    directory: string,
    openConsole: () => ConsolePort = () => new HostLines(() => {}),
    { pin, temperature }: HostInputs = {},
    quit: () => void = () => this.exit(0),
  ) {
    this.firmware = firmware;
    this.quit = quit;
    if (pin !== undefined) this.openPin = (_pin, pulledUp, onChange) => new HostPin(pin, pulledUp, onChange);
    if (temperature !== undefined)
      this.temperature = () => native('xs_mite_host_temperature').call(undefined, temperature);
    const heap = native('xs_mite_host_storage_open').call(undefined, directory);
    this.console = openConsole();
    this.tls = native('xs_mite_host_tcp_tls').call(undefined);
    const restarted = native('xs_mite_host_restarted').call(undefined);
    this.resetReason = heap ? 'heap' : restarted ? 'restart' : 'power';
    this.update = new HostSlots(directory);
  }

  // Made on demand: rarely used, they would take up room for good.
  get storage(): SettingsStorage {
    return storageOf(0);
  }

  get planStorage(): SettingsStorage {
    return storageOf(1);
  }

  get chainStorage(): SettingsStorage {
    return storageOf(3);
  }

  get keyStorage(): SettingsStorage {
    return storageOf(4);
  }

  monotonic(): number {
    return host.now();
  }

  setTimer(milliseconds: number, callback: () => void): number {
    return native('xs_mite_host_timer_set').call(undefined, milliseconds, callback);
  }

  clearTimer(id: number): void {
    native('xs_mite_host_timer_clear').call(undefined, id);
  }

  connect(host: string, port: number, handlers: ConnectionHandlers, tls?: TlsOptions): Connection {
    return new HostConnection(host, port, handlers, tls);
  }

  random(count: number): Uint8Array {
    return native('xs_mite_host_random').call(undefined, count);
  }

  memory(): MemoryFigures {
    return host.memory();
  }

  restart(): void {
    native('xs_mite_host_restart').call(undefined);
  }

  exit(code: number): void {
    native('xs_mite_host_exit').call(undefined, code);
  }

  searcher(threads: number): Searcher {
    return new Search(threads);
  }
}
