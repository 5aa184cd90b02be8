/** A chip. */
import config from 'mc/config';
import type { Machine } from '../machine.js';
import { openClock } from './clock.js';
import { openConsole } from './console.js';
import { openNetwork } from './network.js';
import { RecordSlots } from './storage.js';
import { random, resetReason, restart } from './system.js';
import { openUpdate } from './update.js';

export default {
  name: config.board.name,
  openConsole,
  openRecord: (name: string) => new RecordSlots(name),
  random,
  resetReason,
  restart,
  exit: () => restart(),
  openNetwork,
  openClock,
  openUpdate,
} satisfies Machine;
