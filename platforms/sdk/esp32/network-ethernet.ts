/// <reference path="./ethernet.d.ts" />
/**
 * A chip's Ethernet. The SDK has two modules for it, with natives of the same names, and includes the older one with
 * the sockets on boards that have Ethernet, so this uses that one. It follows the cable by itself.
 */
import Ethernet from 'ethernet';
// biome-ignore lint/style/useNodejsImportProtocol: the SDK's module of this name
import Net from 'net';
import Timer from 'timer';
import type { NetworkEvent, NetworkPort } from '../../../firmware/ports/platform.js';

class ChipEthernet implements NetworkPort {
  readonly kind = 'ethernet';
  onEvent: (event: NetworkEvent) => void = () => {};
  #ethernet: Ethernet | undefined;
  #address = '';

  join(): void {
    Timer.set(() => {
      // A second join finds the link already up or down.
      if (this.#address !== '') this.onEvent({ kind: 'up', address: this.#address });
      else if (this.#ethernet === undefined) this.#start();
    }, 0);
  }

  leave(): void {}

  rssi(): undefined {
    return undefined;
  }

  #start(): void {
    try {
      Ethernet.start();
      this.#ethernet = new Ethernet(message => this.#changed(message));
    } catch {
      this.onEvent({ kind: 'down', reason: 'no Ethernet hardware' });
    }
  }

  #changed(message: string): void {
    if (message === 'gotIP') {
      this.#address = Net.get('IP', 'ethernet');
      this.onEvent({ kind: 'up', address: this.#address });
    } else if (message === 'disconnect') {
      this.#address = '';
      this.onEvent({ kind: 'down', reason: 'no cable' });
    }
  }
}

/** Once per boot. */
export default function openNetwork(): NetworkPort {
  return new ChipEthernet();
}
