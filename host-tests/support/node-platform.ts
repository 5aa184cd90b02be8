/** The firmware's Platform on Node: real TCP, real timers, settings in memory. */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import type {
  Connection,
  ConnectionHandlers,
  ConsolePort,
  MemoryFigures,
  Platform,
  SettingsStorage,
} from '../../firmware/ports/platform.js';
import type { Searcher } from '../../firmware/ports/searcher.js';
import { curve } from '../../trusted-node/common/curve.js';
import { ANSWER_MS } from './deadlines.js';
import { JsSearcher } from './js-searcher.js';

export interface NodePlatformOptions {
  /** Stored settings record at start. */
  readonly stored?: Uint8Array;
  readonly searcher?: (threads: number) => Searcher;
}

/** A record in memory. */
class Memory implements SettingsStorage {
  stored: Uint8Array | undefined;

  load(): Uint8Array | undefined {
    return this.stored;
  }

  save(bytes: Uint8Array): void {
    this.stored = bytes.slice();
  }
}

export class NodePlatform implements Platform {
  readonly name = 'test';
  readonly firmware = '0.0.0-test';
  readonly curve = curve;
  /** Console output, line by line. */
  readonly output: string[] = [];
  stored: Uint8Array | undefined;
  restarts = 0;
  exitCode: number | undefined;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #timerId = 0;
  readonly #sockets = new Set<{ destroy(): void }>();
  readonly #makeSearcher: (threads: number) => Searcher;
  readonly #waiters = new Set<() => void>();

  constructor(options: NodePlatformOptions = {}) {
    this.stored = options.stored;
    this.#makeSearcher = options.searcher ?? (() => new JsSearcher());
  }

  readonly storage: SettingsStorage = {
    load: () => this.stored,
    save: bytes => {
      this.stored = bytes.slice();
    },
  };

  readonly planStorage = new Memory();
  readonly chainStorage = new Memory();
  readonly keyStorage = new Memory();

  readonly console: ConsolePort = {
    write: line => {
      this.output.push(line);
      for (const wake of this.#waiters) wake();
    },
    onLine: () => {},
  };

  /** How many wait. */
  get timers(): number {
    return this.#timers.size;
  }

  monotonic(): number {
    return performance.now();
  }

  setTimer(milliseconds: number, callback: () => void): number {
    const id = ++this.#timerId;
    const timer = setTimeout(() => {
      this.#timers.delete(id);
      callback();
    }, milliseconds);
    this.#timers.set(id, timer);
    return id;
  }

  clearTimer(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  connect(host: string, port: number, handlers: ConnectionHandlers): Connection {
    const socket = connect(port, host);
    this.#sockets.add(socket);
    let closed = false;
    const end = (reason: string) => {
      this.#sockets.delete(socket);
      socket.destroy();
      if (closed) return;
      closed = true;
      handlers.onClose(reason);
    };
    socket.on('connect', () => closed || handlers.onOpen());
    socket.on('data', bytes => closed || handlers.onData(new Uint8Array(bytes)));
    socket.on('error', error => end(error.message));
    socket.on('close', () => end('closed by the peer'));
    return {
      write: bytes => !closed && !socket.connecting && socket.write(bytes.slice()) !== undefined,
      close: () => {
        closed = true;
        socket.end(() => socket.destroy());
      },
    };
  }

  random(count: number): Uint8Array {
    return new Uint8Array(randomBytes(count));
  }

  memory(): MemoryFigures {
    return { slotBytes: 1, slotPeak: 2, chunkBytes: 3, chunkPeak: 4, limit: 0 };
  }

  restart(): void {
    this.restarts++;
  }

  exit(code: number): void {
    this.exitCode = code;
  }

  searcher(threads: number): Searcher {
    return this.#makeSearcher(threads);
  }

  /** Resolves when a line of output, from now on or before, passes `test`. */
  async until(test: (line: string) => boolean, milliseconds = ANSWER_MS): Promise<string> {
    let seen = 0;
    const started = performance.now();
    for (;;) {
      for (; seen < this.output.length; seen++) if (test(this.output[seen]!)) return this.output[seen]!;
      const left = milliseconds - (performance.now() - started);
      if (left <= 0) throw new Error(`no such line of output; last: ${this.output.slice(-5).join(' | ')}`);
      await new Promise<void>(resolve => {
        const wake = () => {
          clearTimeout(timer);
          this.#waiters.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, left);
        this.#waiters.add(wake);
      });
    }
  }

  /** Ends all timers and sockets. */
  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    for (const socket of this.#sockets) socket.destroy();
  }
}
