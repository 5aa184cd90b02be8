/** The Moddable SDK's simulator as the board of a run (`make sim`): the app built from boards/sim/manifest.json. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BoardProgram } from './board.js';

export interface Simulator {
  /** What mcconfig made: mc.so. */
  readonly app: string;
  /** The folder with the device that is shown. */
  readonly devices: string;
  /** The Moddable SDK. */
  readonly sdk: string;
}

export function simulated({ app, devices, sdk }: Simulator): BoardProgram {
  return {
    command: join(sdk, 'build/bin/lin/release/mcsim'),
    args: () => {
      // The simulator copies the app to a directory that it does not create.
      const config = process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
      mkdirSync(join(config, 'tech.moddable.mcsim'), { recursive: true });
      // At its first start the device's controls would take half of the window, and a clipped screen is not drawn.
      const preferences = join(config, 'tech.moddable.mcsim.main.json');
      if (!existsSync(preferences)) writeFileSync(preferences, '{"controlsStatus":false,"infoStatus":false}');
      return [devices, app];
    },
    environment: directory => ({
      MITE_DATA: directory,
      MITE_JSON: '1',
      MITE_UNTIL_EOF: '1',
      // Otherwise an instance that is already running would be asked to show the app.
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    }),
    takesSettings: false,
    settings: ['settings.0', 'settings.1'],
  };
}
