/** The host board's entry: arguments, signals, and the firmware on the host's platform. */

import { messageOf } from '../../../firmware/domain/message-of.js';
import type { ConsolePort } from '../../../firmware/ports/platform.js';
import { type BoardArguments, parseArguments, USAGE } from './arguments.js';
import { host } from './host.js';
import { BUILD, type Mite, startMite, Terminal } from './mite.js';
import { HostBytes, HostLines, HostPlatform } from './platform.js';

/** The console's output also reaches the program that started the board. */
class ReportedTerminal extends Terminal {
  override write(line: string): void {
    host.report(line);
    super.write(line);
  }
}

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
    let mite: Mite | undefined;
    const stop = () => {
      mite?.stop();
      host.exit(0);
    };
    const platform = openPlatform(options, stop, () => mite?.statusLines().forEach(host.report));
    if (platform === undefined) break;
    mite = startMite(platform, options);
    host.onSignal(stop);
  }
}

function openPlatform(
  options: BoardArguments,
  leave: () => void,
  status: () => void,
): HostPlatform | undefined {
  try {
    return new HostPlatform(
      BUILD.version,
      options.data,
      () => openConsole(options, leave, status),
      options,
      leave,
    );
  } catch (error) {
    host.complain(messageOf(error, String(error)));
    host.exit(1);
    return undefined;
  }
}

/** A pseudo-terminal, the terminal of a person, or lines. */
function openConsole(
  { pty, untilEof, report }: BoardArguments,
  leave: () => void,
  status: () => void,
): ConsolePort {
  const onEnd = () => {
    if (untilEof) leave();
  };
  if (pty !== undefined) {
    host.openPty(pty);
    const lines = new HostLines(onEnd); // without `report`, only to notice the end of stdin
    if (report !== true) return new Terminal(new HostBytes(() => {}));
    const terminal = new ReportedTerminal(new HostBytes(() => {}));
    lines.onLine = line => (line === 'status' ? status() : terminal.onLine(line));
    return terminal;
  }
  if (!host.openTty()) return new HostLines(onEnd);
  const terminal = new Terminal(new HostBytes(leave));
  terminal.onQuit = leave;
  return terminal;
}
