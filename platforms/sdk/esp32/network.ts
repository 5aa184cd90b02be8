/** The link that this build's manifest includes: manifests/wifi.json or manifests/ethernet.json, or none. */
import Modules from 'modules';
import type { NetworkPort } from '../../../firmware/ports/platform.js';

const LINKS = ['platforms/sdk/esp32/network-wifi', 'platforms/sdk/esp32/network-ethernet'];

/** Once per boot. Undefined: this build has no link. */
export function openNetwork(): NetworkPort | undefined {
  const name = LINKS.find(link => Modules.has(link));
  if (name === undefined) return undefined;
  const open = Modules.importNow(name) as () => NetworkPort; // its default export
  return open();
}
