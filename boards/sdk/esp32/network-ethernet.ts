/** Ethernet of a chip, through the SDK's ECMA-419 interface. It follows its cable by itself. */
import Ethernet from 'embedded:network/interface/ethernet';
import Timer from 'timer';
import type { NetworkEvent, NetworkPort } from '../../../firmware/transport/platform.js';

const CONNECTED = 500;
/** From here on there is a link, with or without an address yet. */
const LINKED = 400;

class ChipEthernet implements NetworkPort {
  readonly kind = 'ethernet';
  onEvent: (event: NetworkEvent) => void = () => {};
  #ethernet: Ethernet | undefined;
  #up = false;

  join(): void {
    Timer.set(() => {
      try {
        this.#ethernet ??= new Ethernet({ onChanged: () => this.#changed() });
      } catch {
        this.onEvent({ kind: 'down', reason: 'no Ethernet hardware' });
        return;
      }
      this.#changed(); // it may have come up before
    }, 0);
  }

  leave(): void {}

  rssi(): undefined {
    return undefined;
  }

  #changed(): void {
    if (this.#ethernet === undefined) return;
    const { connection, address } = this.#ethernet;
    if (connection === CONNECTED && address !== undefined) {
      this.#up = true;
      this.onEvent({ kind: 'up', address });
    } else if (connection < LINKED && this.#up) {
      this.#up = false;
      this.onEvent({ kind: 'down', reason: 'no cable' });
    }
  }
}

/** Once per boot. */
export default function openNetwork(): NetworkPort {
  return new ChipEthernet();
}
