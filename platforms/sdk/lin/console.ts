/**
 * The console of the simulator and of the headless board, as a byte port. MITE_PTY: a pseudo-terminal, with a link of
 * this name to it; otherwise stdin and stdout.
 */
import Timer from 'timer';
import type { BytePort } from '../../../firmware/parts/console/terminal.js';
import { environment, exit } from './system.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

const POLL_MS = 20;

function open(this: unknown, link: string): void {
  native('xs_mite_lin_console_open').call(this, link);
}

function isTerminal(this: unknown): boolean {
  return native('xs_mite_lin_console_terminal').call(this);
}

function send(this: unknown, bytes: Uint8Array): void {
  native('xs_mite_lin_console_write').call(this, bytes);
}

function receive(this: unknown): ArrayBuffer | null | undefined {
  return native('xs_mite_lin_console_read').call(this);
}

export class LinConsole implements BytePort {
  onBytes: (bytes: Uint8Array) => void = () => {};

  constructor() {
    open(environment('MITE_PTY') ?? '');
    Timer.repeat(timer => {
      for (let bytes = receive(); bytes !== undefined; bytes = receive()) {
        if (bytes === null) {
          // Whoever started the board is gone.
          if (environment('MITE_UNTIL_EOF') !== undefined) exit(0);
          Timer.clear(timer);
          return;
        }
        this.onBytes(new Uint8Array(bytes));
      }
    }, POLL_MS);
  }

  /** A person may type at it. */
  static get interactive(): boolean {
    return environment('MITE_PTY') !== undefined || isTerminal();
  }

  write(bytes: Uint8Array): void {
    send(bytes);
  }
}

/** Once per boot. */
export function openConsole(): BytePort {
  return new LinConsole();
}
