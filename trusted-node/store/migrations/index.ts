import type { Migration } from '../sqlite/database.js';
import { serviceSchema } from './001-service.js';
import { rewardTotals } from './002-totals.js';
import { deviceCommands } from './003-commands.js';
import { floods } from './004-floods.js';
import { poolWork } from './004-pool.js';
import { pagePeople } from './006-page.js';

/** The service's steps, oldest first. */
export const serviceMigrations: readonly Migration[] = [
  serviceSchema,
  rewardTotals,
  deviceCommands,
  floods,
  poolWork,
  pagePeople,
];
