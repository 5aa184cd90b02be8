/** The SDK's entry (creation.main of manifests/base.json): the firmware on this machine, and a display if the build has one. */
import Modules from 'modules';
import { startMite } from '../../firmware/board.js';
import type { Light, Machine } from './machine.js';
import { SdkPlatform } from './platform.js';

const MACHINES = ['platforms/sdk/esp32/machine', 'platforms/sdk/lin/machine'];
/** manifests/display.json */
const DISPLAY = 'display';
const LIGHT = 'platforms/sdk/esp32/light';

/** Called by the bundle's default export (sdk.mk). */
export function start(): void {
  const machine = Modules.importNow(MACHINES.find(name => Modules.has(name))!) as Machine;
  const platform = new SdkPlatform(machine);
  const mite = startMite(platform, { json: machine.json === true });
  if (!Modules.has(DISPLAY)) return;
  // Its namespace, not a default export.
  const { startDisplay } = Modules.importNow(
    DISPLAY,
    true,
  ) as typeof import('../../firmware/parts/display/display.js');
  const light = Modules.has(LIGHT) ? (Modules.importNow(LIGHT, true) as Light) : undefined;
  const display = startDisplay(mite, platform, { backlight: light?.openBacklight() });
  if (light?.wakePin === undefined) return;
  try {
    platform.openPin?.(light.wakePin, true, high => high || display.wake());
  } catch {
    // From then on a touch, a block or a fault wakes it, or the console's display.* settings.
  }
}
