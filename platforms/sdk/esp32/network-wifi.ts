/** A chip's Wi-Fi, through the SDK's ECMA-419 interface; the reason for a failure comes from ESP-IDF itself. */
import WiFi from 'embedded:network/interface/wifi';
import Timer from 'timer';
import { wifiReason } from '../../../firmware/parts/network/wifi-reason.js';
import type { NetworkEvent, NetworkPort } from '../../../firmware/ports/platform.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

/** Of `connection`, as ECMA-419 numbers it. */
const DISCONNECTED = 200;
const CONNECTED = 500;
/** The radio reports that it has left well within this time. */
const LEAVE_MS = 300;
/** The radio's reason for leaving a network of its own accord (WIFI_REASON_ASSOC_LEAVE). */
const LEFT = 8;

function watch(this: unknown): void {
  native('xs_mite_esp32_wifi_watch').call(this);
}

function reason(this: unknown): number {
  return native('xs_mite_esp32_wifi_reason').call(this);
}

interface Wanted {
  readonly SSID: string;
  readonly password?: string;
}

class ChipWifi implements NetworkPort {
  readonly kind = 'wifi';
  onEvent: (event: NetworkEvent) => void = () => {};
  readonly #wifi: WiFi;
  /** An attempt is under way, or the board is in a network: only then is anything reported. */
  #active = false;
  /** As last reported; '' before. */
  #address = '';
  /** Nothing was asked of the radio since it left. */
  #idle = true;
  /** Until then the radio is leaving the previous network: what still arrives belongs to that one. */
  #leaving: ReturnType<typeof Timer.set> | undefined;
  /** The network to join after that. */
  #wanted: Wanted | undefined;

  constructor() {
    watch(); // before the SDK's own handler, so that the reason is there when it reports
    this.#wifi = new WiFi({ onChanged: () => this.#changed() });
  }

  join(ssid: string, password: string): void {
    if (!this.#idle) this.leave();
    this.#wanted = password === '' ? { SSID: ssid } : { SSID: ssid, password };
    if (this.#leaving === undefined) this.#wait(0); // a failure is never reported from inside this call
  }

  /** Even without a network: then a failed attempt is over for the radio too. */
  leave(): void {
    this.#active = false;
    this.#idle = true;
    this.#wanted = undefined;
    this.#wifi.disconnect();
    this.#wait(LEAVE_MS);
  }

  rssi(): number | undefined {
    return this.#wifi.RSSI;
  }

  #wait(milliseconds: number): void {
    if (this.#leaving !== undefined) Timer.clear(this.#leaving);
    this.#leaving = Timer.set(() => {
      this.#leaving = undefined;
      if (this.#wanted !== undefined) this.#connect(this.#wanted);
    }, milliseconds);
  }

  #connect(network: Wanted): void {
    this.#wanted = undefined;
    this.#active = true;
    this.#idle = false;
    this.#address = '';
    try {
      this.#wifi.connect(network);
    } catch {
      this.#down('the radio refused');
    }
  }

  #down(text: string): void {
    this.#active = false;
    this.onEvent({ kind: 'down', reason: text });
  }

  /** The SDK calls twice for an address: once for the connection, once for the address. */
  #changed(): void {
    if (!this.#active) return; // from a network that was left
    const { connection, address } = this.#wifi;
    if (connection === CONNECTED && address !== undefined) {
      if (address === this.#address) return;
      this.#address = address;
      this.onEvent({ kind: 'up', address });
    } else if (connection === DISCONNECTED) {
      const why = reason();
      if (why === LEFT && this.#address === '') return; // from the previous network, and very late
      this.#down(wifiReason(why));
    }
  }
}

/** Once per boot. */
export default function openNetwork(): NetworkPort {
  return new ChipWifi();
}
