/** The console of a chip as a byte port: UART 0 and USB-Serial-JTAG, whichever the board has. */
import config from 'mc/config';
import Timer from 'timer';
import type { BytePort } from '../../../firmware/parts/console/terminal.js';

// biome-ignore lint/suspicious/noExplicitAny: natives check their arguments themselves
declare function native(name: string): (this: unknown, ...args: any[]) => any;

const POLL_MS = 20;
const PORTS = Object.freeze({ uart: 1, usb: 2 });

function open(this: unknown, ports: number): void {
  native('xs_mite_esp32_console_open').call(this, ports);
}

function send(this: unknown, bytes: Uint8Array): void {
  native('xs_mite_esp32_console_write').call(this, bytes);
}

function receive(this: unknown): ArrayBuffer | undefined {
  return native('xs_mite_esp32_console_read').call(this);
}

class ChipConsole implements BytePort {
  onBytes: (bytes: Uint8Array) => void = () => {};

  constructor(ports: readonly (keyof typeof PORTS)[]) {
    open(ports.reduce((bits, port) => bits | PORTS[port], 0));
    // The drivers' rings hold several times what can arrive meanwhile.
    Timer.repeat(() => {
      for (let bytes = receive(); bytes !== undefined; bytes = receive()) this.onBytes(new Uint8Array(bytes));
    }, POLL_MS);
  }

  write(bytes: Uint8Array): void {
    send(bytes);
  }
}

/** Once per boot. */
export function openConsole(): BytePort {
  return new ChipConsole(config.board.console);
}
