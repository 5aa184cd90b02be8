/** The settings of a board: those of its parts, in the order in which they are listed. */
import { chainSettings, payoutAgreement } from './parts/chain/settings.js';
import { commandsSettings } from './parts/commands/settings.js';
import { consoleSettings } from './parts/console/settings.js';
import { displaySettings } from './parts/display/settings.js';
import { idleSettings, senselessOn, zoneSettings } from './parts/idle/settings.js';
import { miningSettings } from './parts/mining/settings.js';
import { networkSettings } from './parts/network/settings.js';
import { nodeSettings } from './parts/node/settings.js';
import { statusSettings } from './parts/status/settings.js';
import { updateSettings } from './parts/update/settings.js';
import type { Platform } from './ports/platform.js';
import { Configuration } from './settings/configuration.js';
import type { Values } from './settings/kinds.js';
import { SettingsStore } from './settings/store.js';

export const SCHEMA = {
  ...nodeSettings,
  ...chainSettings,
  ...miningSettings,
  ...idleSettings,
  ...statusSettings,
  ...consoleSettings,
  ...networkSettings,
  ...zoneSettings,
  ...updateSettings,
  ...commandsSettings,
  ...displaySettings,
};

export type BoardSchema = typeof SCHEMA;
export type BoardValues = Values<BoardSchema>;

/** What is stored on this machine, and what of it the machine can do. */
export function openConfiguration(platform: Platform): Configuration<BoardSchema> {
  return new Configuration(SCHEMA, new SettingsStore(SCHEMA, platform.storage), {
    refuse: (key, value) => senselessOn(platform, key, value),
    agreements: [payoutAgreement],
  });
}
