/** A chip. */
import config from 'mc/config';
import Modules from 'modules';
import type { Platform } from '../../../firmware/ports/platform.js';
import type { Machine } from '../machine.js';
import { openClock } from './clock.js';
import { openConsole } from './console.js';
import { connect } from './link.js';
import { openNetwork } from './network.js';
import { openPin } from './pins.js';
import { RecordSlots } from './storage.js';
import { random, resetReason, restart, systemMemory } from './system.js';
import { openUpdate } from './update.js';

/** manifests/temperature.json; its default export. */
const SENSOR = 'platforms/sdk/esp32/temperature';

export default {
  name: config.board.name,
  openConsole,
  openRecord: (name: string) => new RecordSlots(name),
  random,
  resetReason,
  connect,
  restart,
  exit: () => restart(),
  openNetwork,
  openClock,
  openPin,
  systemMemory,
  get temperature(): Platform['temperature'] {
    return Modules.has(SENSOR) ? (Modules.importNow(SENSOR) as Platform['temperature']) : undefined;
  },
  openUpdate,
} satisfies Machine;
