/** The firmware's Platform on the host: thin calls of the natives in boards/host/*.c, which check what they are given. */

import type { Searcher } from '../../../firmware/mining/searcher.js';
import { Search, sha256d } from '../../../firmware/search/search.js';
import type {
  Connection,
  ConnectionHandlers,
  ConsolePort,
  MemoryFigures,
  Platform,
  SettingsStorage,
  TlsOptions,
} from '../../../firmware/transport/platform.js';

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

/** Records in the data directory, by number: 0 settings.bin, 1 plan.bin. */
class HostStorage implements SettingsStorage {
  readonly #record: number;

  constructor(record: number) {
    this.#record = record;
  }

  load(): Uint8Array | undefined {
    return native('xs_mite_host_storage_load').call(undefined, this.#record);
  }

  save(bytes: Uint8Array): void {
    native('xs_mite_host_storage_save').call(undefined, bytes, this.#record);
  }
}

class HostConsole implements ConsolePort {
  onLine: (line: string) => void = () => {};
  /** The input has ended. */
  onEnd: () => void = () => {};

  constructor() {
    native('xs_mite_host_console_read').call(undefined, (line?: string) => {
      if (line === undefined) this.onEnd();
      else this.onLine(line);
    });
  }

  write(line: string): void {
    native('xs_mite_host_console_write').call(undefined, line);
  }
}

export class HostPlatform implements Platform {
  readonly name = 'host';
  readonly firmware: string;
  readonly storage: SettingsStorage = new HostStorage(0);
  readonly planStorage: SettingsStorage = new HostStorage(1);
  readonly console: HostConsole;
  readonly sha256d = sha256d;
  readonly tls: boolean;

  /** One per process. @throws Error when the data directory cannot be made, or another board uses it. */
  constructor(firmware: string, directory: string) {
    this.firmware = firmware;
    native('xs_mite_host_storage_open').call(undefined, directory);
    this.console = new HostConsole();
    this.tls = native('xs_mite_host_tcp_tls').call(undefined);
  }

  monotonic(): number {
    return native('xs_mite_host_now').call(undefined);
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
    return native('xs_mite_host_memory').call(undefined);
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

/** What the process has besides a board's platform. */
export const host = {
  arguments(): string[] {
    return native('xs_mite_host_arguments').call(undefined);
  },
  /** A line on stdout. */
  print(line: string): void {
    native('xs_mite_host_console_write').call(undefined, line);
  },
  /** "mite-board: <line>" on stderr. */
  complain(line: string): void {
    native('xs_mite_host_complain').call(undefined, line);
  },
  exit(code: number): void {
    native('xs_mite_host_exit').call(undefined, code);
  },
  /** SIGINT, SIGTERM and SIGHUP. Without a callback they end the process with code 0. */
  onSignal(callback: (name: string) => void): void {
    native('xs_mite_host_on_signal').call(undefined, callback);
  },
};
