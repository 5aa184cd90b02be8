/** A chip's Ethernet. It follows the cable by itself; natives are in ethernet.c. */
import Timer from 'timer';
import type { NetworkEvent, NetworkPort } from '../../../firmware/ports/platform.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

/** What the natives report, beside an address. */
const NO_CABLE = 0;

function watch(this: unknown, changed: (what: number | string) => void): void {
  native('xs_mite_esp32_ethernet_watch').call(this, changed);
}

function open(this: unknown): boolean {
  return native('xs_mite_esp32_ethernet_open').call(this);
}

function close(this: unknown): void {
  native('xs_mite_esp32_ethernet_close').call(this);
}

class ChipEthernet implements NetworkPort {
  readonly kind = 'ethernet';
  onEvent: (event: NetworkEvent) => void = () => {};
  #open = false;
  #address = '';
  /** A join that has not begun yet. */
  #joining: ReturnType<typeof Timer.set> | undefined;

  constructor() {
    watch(what => this.#changed(what));
  }

  join(): void {
    this.#joining ??= Timer.set(() => {
      this.#joining = undefined;
      // A second join finds the link already up or down.
      if (this.#address !== '') this.onEvent({ kind: 'up', address: this.#address });
      else if (!this.#open) this.#begin();
    }, 0);
  }

  /** The driver and the interface begin anew at the next join. */
  leave(): void {
    if (this.#joining !== undefined) Timer.clear(this.#joining);
    this.#joining = undefined;
    if (this.#open) close();
    this.#open = false;
    this.#address = '';
  }

  rssi(): undefined {
    return undefined;
  }

  #begin(): void {
    this.#open = open();
    if (!this.#open) this.onEvent({ kind: 'down', reason: 'no Ethernet hardware' });
  }

  #changed(what: number | string): void {
    if (typeof what === 'string') {
      this.#address = what;
      this.onEvent({ kind: 'up', address: what });
    } else {
      this.#address = '';
      this.onEvent({ kind: 'down', reason: what === NO_CABLE ? 'no cable' : 'no address' });
    }
  }
}

/** Once per boot. */
export default function openNetwork(): NetworkPort {
  return new ChipEthernet();
}
