/** The host board's entry: arguments, signals, and the firmware on the host's platform. */

import type { ConsolePort } from '../../../firmware/transport/platform.js';
import { type BoardArguments, parseArguments, USAGE } from './arguments.js';
import { BUILD, startMite, Terminal } from './mite.js';
import { HostBytes, HostLines, HostPlatform, host } from './platform.js';

const parsed = parseArguments(host.arguments());
switch (parsed.kind) {
  case 'help':
    for (const line of USAGE.split('\n')) host.print(line);
    host.exit(0);
    break;
  case 'version':
    host.print(`mite-board ${BUILD.version}`);
    host.exit(0);
    break;
  case 'wrong':
    host.complain(parsed.problem);
    host.exit(2);
    break;
  case 'run': {
    const { options } = parsed;
    let stop = () => host.exit(0);
    const platform = openPlatform(options, () => stop());
    if (platform === undefined) break;
    const mite = startMite(platform, options);
    stop = () => {
      mite.stop();
      host.exit(0);
    };
    host.onSignal(stop);
  }
}

function openPlatform(options: BoardArguments, leave: () => void): HostPlatform | undefined {
  try {
    return new HostPlatform(BUILD.version, options.data, () => openConsole(options, leave), options, leave);
  } catch (error) {
    host.complain(error instanceof Error ? error.message : String(error));
    host.exit(1);
    return undefined;
  }
}

/** A pseudo-terminal, the terminal of a person, or lines. */
function openConsole({ pty, untilEof }: BoardArguments, leave: () => void): ConsolePort {
  const onEnd = () => {
    if (untilEof) leave();
  };
  if (pty !== undefined) {
    host.openPty(pty);
    new HostLines(onEnd); // only for the end of stdin
    return new Terminal(new HostBytes(() => {}));
  }
  if (!host.openTty()) return new HostLines(onEnd);
  const terminal = new Terminal(new HostBytes(leave));
  terminal.onQuit = leave;
  return terminal;
}
