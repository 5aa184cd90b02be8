/** The firmware's Platform on the Moddable SDK; the machine has what differs between chips and Linux. */
import Time from 'time';
import Timer from 'timer';
import { BUILD, Terminal } from '../../firmware/board.js';
import { curve } from '../../firmware/curve/curve.js';
import type {
  Connection,
  ConnectionHandlers,
  ConsolePort,
  MemoryFigures,
  NetworkPort,
  Platform,
  ResetReason,
  SettingsStorage,
  TlsOptions,
  WallClock,
} from '../../firmware/ports/platform.js';
import type { Searcher } from '../../firmware/ports/searcher.js';
import { Search, sha256, sha256d } from '../../firmware/search/search.js';
import { TwinStorage } from '../../firmware/storage/twin-storage.js';
import type { Machine } from './machine.js';
import { memoryFigures } from './memory.js';

/** The longest delay that the SDK's timers take. */
const MAX_TIMER_MS = 0x7fffffff;

export class SdkPlatform implements Platform {
  readonly name: string;
  readonly firmware = BUILD.version;
  readonly tls = true;
  readonly console: ConsolePort;
  readonly storage: SettingsStorage;
  readonly planStorage: SettingsStorage;
  readonly chainStorage: SettingsStorage;
  readonly keyStorage: SettingsStorage;
  readonly resetReason: ResetReason;
  readonly sha256d = sha256d;
  readonly sha256 = sha256;
  readonly curve = curve;
  declare readonly network?: NetworkPort;
  declare readonly clock?: WallClock;
  declare readonly temperature?: NonNullable<Platform['temperature']>;
  declare readonly systemMemory?: NonNullable<Platform['systemMemory']>;
  declare readonly openPin?: NonNullable<Platform['openPin']>;
  declare readonly update?: NonNullable<Platform['update']>;
  readonly #machine: Machine;
  readonly #timers = new Map<number, Timer>();
  #lastTimer = 0;
  /** Of `monotonic`: the SDK's ticks are 32 bits on a chip. */
  #ticks = Time.ticks;
  #elapsed = 0;

  /** Once per boot. */
  constructor(machine: Machine) {
    this.#machine = machine;
    this.name = machine.name;
    const terminal = new Terminal(machine.openConsole());
    if (machine.plain === true) terminal.setPlain(true);
    this.console = terminal;
    this.storage = new TwinStorage(machine.openRecord('settings'));
    this.planStorage = new TwinStorage(machine.openRecord('plan'));
    this.chainStorage = new TwinStorage(machine.openRecord('chain'));
    this.keyStorage = new TwinStorage(machine.openRecord('key'));
    this.resetReason = machine.resetReason();
    const network = machine.openNetwork?.();
    if (network !== undefined) this.network = network;
    const clock = machine.openClock?.();
    if (clock !== undefined) this.clock = clock;
    const update = machine.openUpdate?.();
    if (update !== undefined) this.update = update;
    if (machine.temperature !== undefined) this.temperature = machine.temperature;
    if (machine.systemMemory !== undefined) this.systemMemory = machine.systemMemory;
    if (machine.openPin !== undefined) this.openPin = machine.openPin;
  }

  monotonic(): number {
    const ticks = Time.ticks;
    // delta handles the ticks' wrap; a PC's clock may be set back.
    this.#elapsed += Math.max(0, Time.delta(this.#ticks, ticks));
    this.#ticks = ticks;
    return this.#elapsed;
  }

  setTimer(milliseconds: number, callback: () => void): number {
    const id = ++this.#lastTimer;
    const wait = Math.min(Math.max(Math.ceil(milliseconds), 0), MAX_TIMER_MS);
    this.#timers.set(
      id,
      Timer.set(() => {
        this.#timers.delete(id);
        callback();
      }, wait),
    );
    return id;
  }

  clearTimer(id: number): void {
    const timer = this.#timers.get(id);
    if (timer === undefined) return;
    this.#timers.delete(id);
    Timer.clear(timer);
  }

  connect(host: string, port: number, handlers: ConnectionHandlers, tls?: TlsOptions): Connection {
    return this.#machine.connect(host, port, handlers, tls);
  }

  random(count: number): Uint8Array {
    return this.#machine.random(count);
  }

  memory(): MemoryFigures {
    return memoryFigures();
  }

  restart(): void {
    this.#machine.restart();
  }

  exit(code: number): void {
    this.#machine.exit(code);
  }

  searcher(threads: number): Searcher {
    return new Search(threads);
  }
}
