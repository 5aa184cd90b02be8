/** Serial ports, through `serialport`: opening with errors that say what to do, and the list of them. */
import { existsSync, readdirSync } from 'node:fs';
import type { SerialPort } from 'serialport';
import { CliError } from './errors.js';

export const BAUD_RATE = 115200;

/** Names of boards' USB bridges, by vendor and product. */
const CHIPS: Readonly<Record<string, string>> = {
  '303a:1001': 'Espressif USB-Serial-JTAG',
  '303a:4001': 'Espressif USB-CDC',
  '10c4:ea60': 'Silicon Labs CP210x',
  '1a86:7523': 'WCH CH340',
  '1a86:55d4': 'WCH CH9102',
  '1a86:55d3': 'WCH CH343',
  '0403:6001': 'FTDI FT232',
  '0403:6015': 'FTDI FT231X',
  '0403:6010': 'FTDI FT2232',
};

/** Its native part may be missing here. @throws CliError that says what to do. */
async function serialPort(): Promise<typeof SerialPort> {
  try {
    return (await import('serialport')).SerialPort;
  } catch {
    throw new CliError(
      `serialport, the module for serial ports, is not built for this Node.js (${process.versions.node}): run make build`,
    );
  }
}

/**
 * The native poller calls JavaScript without a callback scope. From Node.js 26.4 on, nothing runs the promises that its
 * events have settled until something else happens, so the board's output would be read late. An immediate is enough.
 */
function drainAfterEvents(port: SerialPort): void {
  const { poller } = (port.port ?? {}) as { poller?: NodeJS.EventEmitter }; // none on Windows
  for (const event of ['readable', 'writable', 'disconnect']) poller?.on(event, () => setImmediate(() => {}));
}

/** An open serial port. Exclusive: no other program can open it meanwhile. */
export class SerialLine {
  readonly path: string;
  onData: (bytes: Uint8Array) => void = () => {};
  /** The port is gone (unplugged). Not called after `close`. */
  onGone: (reason: string) => void = () => {};
  readonly #port: SerialPort;
  #closing = false;

  private constructor(path: string, port: SerialPort) {
    this.path = path;
    this.#port = port;
    drainAfterEvents(port);
    port.on('data', (bytes: Buffer) => this.onData(bytes));
    port.on('error', error => this.#gone(error.message));
    port.on('close', () => this.#gone('closed'));
  }

  /** @throws CliError that says what is wrong with the port. */
  static async open(path: string, baudRate: number): Promise<SerialLine> {
    const Port = await serialPort();
    return new Promise((resolve, reject) => {
      const port = new Port({ path, baudRate, lock: true, autoOpen: false });
      port.open(error => {
        if (error) reject(new CliError(whyNot(path, error.message)));
        else resolve(new SerialLine(path, port));
      });
    });
  }

  write(bytes: Uint8Array | string): void {
    if (!this.#closing) this.#port.write(typeof bytes === 'string' ? bytes : Buffer.from(bytes));
  }

  /** Sends what is queued, then closes. */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    await new Promise<void>(resolve => {
      const late = setTimeout(resolve, 500); // a port that no longer takes anything
      this.#port.drain(() => {
        clearTimeout(late);
        resolve();
      });
    });
    await new Promise<void>(resolve => this.#port.close(() => resolve()));
  }

  #gone(reason: string): void {
    if (this.#closing) return;
    this.#closing = true;
    if (this.#port.isOpen) this.#port.close(() => {});
    this.onGone(reason);
  }
}

function whyNot(path: string, message: string): string {
  if (/no such (file|device)|cannot find|file not found|ENOENT/i.test(message)) {
    return `there is no port ${path}: see "npx mite ports"`;
  }
  if (/permission denied|access denied|EACCES/i.test(message)) {
    return (
      `no permission to use ${path}: add yourself to its group (sudo usermod -aG dialout "$USER"; ` +
      'on some systems uucp), then log in again'
    );
  }
  if (/lock|busy|temporarily unavailable|EBUSY/i.test(message)) {
    return `${path} is used by another program (a monitor or a flasher?)`;
  }
  if (/inappropriate ioctl|not a (tty|serial)|ENOTTY/i.test(message)) return `${path} is not a serial port`;
  return `${path} cannot be opened: ${message.replace(/^Error: /, '')}`;
}

export interface PortInfo {
  readonly path: string;
  /** What is known about it, '' for nothing. */
  readonly description: string;
}

/** The serial ports of this machine. */
export async function listPorts(): Promise<PortInfo[]> {
  const Port = await serialPort();
  try {
    const ports = await Port.list();
    // Linux lists 32 legacy ports, of which a PC has none or one; without a vendor they are not USB boards.
    const useful = ports.filter(port => port.vendorId !== undefined || !/^\/dev\/ttyS\d+$/.test(port.path));
    return useful.map(port => {
      const id = port.vendorId && `${port.vendorId}:${port.productId ?? ''}`.toLowerCase();
      const words = [(id && CHIPS[id]) ?? port.manufacturer, id, port.serialNumber];
      return { path: port.path, description: words.filter(Boolean).join(', ') };
    });
  } catch {
    // Linux without udevadm (containers): the devices themselves.
    if (!existsSync('/dev')) return [];
    const names = readdirSync('/dev').filter(name => /^tty(USB|ACM)\d+$/.test(name));
    return names.sort().map(name => ({ path: `/dev/${name}`, description: '' }));
  }
}
