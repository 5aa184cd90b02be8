/**
 * What the emulated board's programs need from the machine besides the platform: no firmware, so that any may use it.
 */
import type { MemoryFigures } from '../../../firmware/ports/platform.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

/** What the process offers besides a board's platform. */
export const host = {
  /** Milliseconds since some fixed moment before start. */
  now(): number {
    return native('xs_mite_host_now').call(undefined);
  },
  memory(): MemoryFigures {
    return native('xs_mite_host_memory').call(undefined);
  },
  arguments(): string[] {
    return native('xs_mite_host_arguments').call(undefined);
  },
  /** A new pseudo-terminal as the console's device, named on stdout; `link`, unless '', points to it. @throws Error */
  openPty(link: string): void {
    native('xs_mite_host_console_pty').call(undefined, link);
  },
  /** Takes single bytes from the terminal on stdin and stdout, if there is one. */
  openTty(): boolean {
    return native('xs_mite_host_console_tty').call(undefined);
  },
  /** A line on stdout. */
  print(line: string): void {
    native('xs_mite_host_console_write').call(undefined, line);
  },
  /** A line on stdout while the console is elsewhere; dropped when it is longer than 4,095 bytes or nobody reads. */
  report(line: string): void {
    native('xs_mite_host_console_report').call(undefined, line);
  },
  /** "mite-board: <line>" on stderr. */
  complain(line: string): void {
    native('xs_mite_host_complain').call(undefined, line);
  },
  exit(code: number): void {
    native('xs_mite_host_exit').call(undefined, code);
  },
  /** SIGINT, SIGTERM and SIGHUP. Without a callback they end the process with code 0. */
  onSignal(callback: (name: string) => void): void {
    native('xs_mite_host_on_signal').call(undefined, callback);
  },
};
