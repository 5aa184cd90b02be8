/** The host board's entry: arguments, signals, and the firmware on the host's platform. */

import { parseArguments, USAGE } from './arguments.js';
import { startMite } from './mite.js';
import { HostPlatform, host } from './platform.js';

/** package.json's, put in by the bundler. */
declare const MITE_VERSION: string;

const parsed = parseArguments(host.arguments());
switch (parsed.kind) {
  case 'help':
    for (const line of USAGE.split('\n')) host.print(line);
    host.exit(0);
    break;
  case 'version':
    host.print(`mite-board ${MITE_VERSION}`);
    host.exit(0);
    break;
  case 'wrong':
    host.complain(parsed.problem);
    host.exit(2);
    break;
  case 'run': {
    const { data, overrides, json, untilEof } = parsed.options;
    const platform = openPlatform(data);
    if (platform === undefined) break;
    const mite = startMite(platform, { overrides, json });
    const stop = () => {
      mite.stop();
      host.exit(0);
    };
    host.onSignal(stop);
    if (untilEof) platform.console.onEnd = stop;
  }
}

function openPlatform(directory: string): HostPlatform | undefined {
  try {
    return new HostPlatform(MITE_VERSION, directory);
  } catch (error) {
    host.complain(error instanceof Error ? error.message : String(error));
    host.exit(1);
    return undefined;
  }
}
