/** The board's own link and its clock: as far as this platform has them, and the settings. */

import type { Tell } from '../../ports/notice.js';
import type { Part } from '../../ports/part.js';
import type { NetworkEvent, Platform } from '../../ports/platform.js';
import type { NetworkReport } from '../../ports/report.js';
import { bareHost } from '../../protocol/host.js';
import { printable } from '../../protocol/mite/json.js';
import { Backoff } from '../../transport/backoff.js';
import type { NetworkValues } from './settings.js';
import { Silence } from './silence.js';
import { type KnownNetwork, Station, type StationEvent } from './station.js';
import { type TimeEvent, Timekeeper } from './timekeeper.js';

/** A radio takes a while to search all channels; a router is back after a minute or two. */
const LONGEST_ROUND_MS = 30_000;

export interface NetworkHost {
  readonly notice: Tell;
  /**
   * The board can now reach its node, or no longer can. Not called where the operating system keeps the machine online.
   */
  online(): void;
  offline(): void;
}

export class NetworkPart implements Part<NetworkValues> {
  readonly #platform: Platform;
  readonly #host: NetworkHost;
  readonly #station: Station | undefined;
  readonly #time: Timekeeper | undefined;
  readonly #silence = new Silence();
  #values: NetworkValues;
  #stationTimer = 0;
  #timeTimer = 0;
  /** Somebody else uses the link, and gets its events in place of the station. */
  #borrower: ((event: NetworkEvent) => void) | undefined;

  constructor(platform: Platform, values: NetworkValues, host: NetworkHost) {
    const { network, clock } = platform;
    this.#platform = platform;
    this.#values = values;
    this.#host = host;
    if (network) {
      const delay = new Backoff(count => platform.random(count), LONGEST_ROUND_MS);
      this.#station = new Station(network.kind === 'ethernet', delay);
      network.onEvent = event => {
        if (this.#borrower) this.#borrower(event);
        else this.#stepStation(event);
      };
    }
    if (clock?.set) this.#time = new Timekeeper();
  }

  /** True where the operating system keeps the machine online. */
  get online(): boolean {
    return this.#station === undefined || this.#station.state === 'online';
  }

  start(): void {
    if (this.#station) this.#stepStation({ kind: 'start', networks: knownNetworks(this.#values) });
    else this.#stepTime({ kind: 'online', server: this.#server() });
  }

  /** For the end of the program. */
  stop(): void {
    this.#stepTime({ kind: 'offline' });
    this.#stepStation({ kind: 'stop' });
  }

  /** Other settings. @param keys those that have changed */
  configure(values: NetworkValues, changed: readonly string[]): void {
    this.#values = values;
    if (changed.some(key => key.startsWith('wifi')) && !this.#borrower) this.start();
    if (changed.includes('time.server') && this.online) this.#goneOnline();
  }

  /** Setup tries out networks: until `takeBack` every event of the link goes to `borrower` and to nobody else. */
  lend(borrower: (event: NetworkEvent) => void): void {
    this.#borrower = borrower;
    this.#stepStation({ kind: 'stop' });
  }

  takeBack(): void {
    if (!this.#borrower) return;
    this.#borrower = undefined;
    this.#platform.network?.leave(); // whatever was tried last
    this.start();
  }

  /** An attempt to reach the node has failed; nothing has been heard of its side for this long (ms). */
  nodeFailed(silentMs: number): void {
    if (this.#borrower || this.#station?.state !== 'online') return;
    if (this.#silence.failed(silentMs, this.#platform.monotonic())) this.#stepStation({ kind: 'silent' });
  }

  /** Settings that the board's own link misses. */
  missing(): readonly string[] {
    const wifi = this.#platform.network?.kind === 'wifi';
    return wifi && knownNetworks(this.#values).length === 0 ? ['wifi.ssid'] : [];
  }

  /** Seconds since 1970, undefined while unknown: the clock against which headers and jobs are checked. */
  clock(): number | undefined {
    const time = this.#time
      ? this.#time.witness(this.#platform.monotonic())
      : this.#platform.clock?.now() || undefined;
    return time && Math.floor(time / 1000);
  }

  /** Seconds since 1970: of the newest header, and the node's clock; undefined while unknown. */
  chain(header: number | undefined, node: number | undefined): void {
    this.#stepTime({ kind: 'chain', chain: { header, node } });
  }

  report(): NetworkReport {
    const { network } = this.#platform;
    if (network === undefined || this.#station === undefined) return {};
    const { state, ssid, address } = this.#station;
    return {
      link: network.kind,
      network: state,
      ssid: ssid === '' ? undefined : ssid,
      address: address === '' ? undefined : address,
      rssi: this.rssi(),
    };
  }

  /** dBm, for the node. */
  rssi(): number | undefined {
    return this.#station?.state === 'online' ? this.#platform.network?.rssi() : undefined;
  }

  #server(): string {
    return this.#platform.clock?.ask ? bareHost(this.#values['time.server']) : '';
  }

  #goneOnline(): void {
    this.#stepTime({ kind: 'online', server: this.#server() });
  }

  #stepStation(event: StationEvent): void {
    const { network } = this.#platform;
    if (this.#station === undefined || network === undefined) return;
    for (const command of this.#station.step(event, this.#platform.monotonic())) {
      switch (command.kind) {
        case 'join':
          network.join(command.ssid, command.password);
          break;
        case 'leave':
          network.leave();
          break;
        case 'timer':
          this.#stationTimer = this.#arm(this.#stationTimer, command.milliseconds, () =>
            this.#stepStation({ kind: 'timer' }),
          );
          break;
        case 'online':
          this.#goneOnline();
          this.#host.online();
          break;
        case 'offline':
          this.#stepTime({ kind: 'offline' });
          this.#host.offline();
          break;
        case 'notice':
          this.#host.notice(command.level, 'network', printable(command.text));
          break;
      }
    }
  }

  #stepTime(event: TimeEvent): void {
    const { clock } = this.#platform;
    if (this.#time === undefined || clock === undefined) return;
    for (const command of this.#time.step(event, this.#platform.monotonic())) {
      switch (command.kind) {
        case 'ask':
          clock.ask?.(command.server, time => this.#stepTime({ kind: 'answer', time }));
          break;
        case 'timer':
          this.#timeTimer = this.#arm(this.#timeTimer, command.milliseconds, () =>
            this.#stepTime({ kind: 'timer' }),
          );
          break;
        case 'set':
          clock.set?.(command.time);
          break;
        case 'notice':
          this.#host.notice(command.level, 'time', printable(command.text));
          break;
      }
    }
  }

  #arm(old: number, milliseconds: number, fire: () => void): number {
    this.#platform.clearTimer(old);
    return milliseconds === 0 ? 0 : this.#platform.setTimer(milliseconds, fire);
  }
}

function knownNetworks(values: NetworkValues): KnownNetwork[] {
  return [
    { ssid: values['wifi.ssid'], password: values['wifi.password'] },
    { ssid: values['wifi2.ssid'], password: values['wifi2.password'] },
    { ssid: values['wifi3.ssid'], password: values['wifi3.password'] },
  ].filter(({ ssid }, i, all) => ssid !== '' && all.findIndex(other => other.ssid === ssid) === i);
}
