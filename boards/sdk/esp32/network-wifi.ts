/** Wi-Fi of a chip, through the SDK's ECMA-419 interface; the reason of a failure from ESP-IDF itself. */
import WiFi from 'embedded:network/interface/wifi';
import Timer from 'timer';
import { wifiReason } from '../../../firmware/network/wifi-reason.js';
import type { NetworkEvent, NetworkPort } from '../../../firmware/transport/platform.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

/** Of `connection`, as ECMA-419 numbers it. */
const DISCONNECTED = 200;
const CONNECTED = 500;
/** The radio tells that it has left well within this time. */
const LEAVE_MS = 300;

function watch(this: unknown): void {
  native('xs_mite_esp32_wifi_watch').call(this);
}

function reason(this: unknown): number {
  return native('xs_mite_esp32_wifi_reason').call(this);
}

class ChipWifi implements NetworkPort {
  readonly kind = 'wifi';
  onEvent: (event: NetworkEvent) => void = () => {};
  readonly #wifi: WiFi;
  /** An attempt is under way, or the board is in a network. */
  #active = false;
  /** Before the attempt, while the network before it is being left. */
  #timer: ReturnType<typeof Timer.set> | undefined;

  constructor() {
    watch(); // before the SDK's own handler: the reason is then there when it reports
    this.#wifi = new WiFi({ onChanged: () => this.#changed() });
  }

  join(ssid: string, password: string): void {
    const wait = this.#active ? LEAVE_MS : 0;
    this.leave();
    this.#timer = Timer.set(() => {
      this.#timer = undefined;
      this.#active = true;
      try {
        this.#wifi.connect(password === '' ? { SSID: ssid } : { SSID: ssid, password });
      } catch {
        this.#down('the radio refused');
      }
    }, wait);
  }

  leave(): void {
    if (this.#timer !== undefined) Timer.clear(this.#timer);
    this.#timer = undefined;
    if (this.#active) this.#wifi.disconnect();
    this.#active = false;
  }

  rssi(): number | undefined {
    return this.#wifi.RSSI;
  }

  #down(text: string): void {
    this.#active = false;
    this.onEvent({ kind: 'down', reason: text });
  }

  #changed(): void {
    if (!this.#active) return; // of a network that was left
    const { connection, address } = this.#wifi;
    if (connection === CONNECTED && address !== undefined) this.onEvent({ kind: 'up', address });
    else if (connection === DISCONNECTED) this.#down(wifiReason(reason()));
  }
}

/** Once per boot. */
export default function openNetwork(): NetworkPort {
  return new ChipWifi();
}
