/** The emulator's debugger (GDB's remote protocol), as far as it reads and writes physical memory and registers. */
import { connect, type Socket } from 'node:net';
import type { EmulatedChip } from '../../tools/emulate/chip.js';
import { freePort } from '../support/processes.js';

export class Debugger {
  readonly #socket: Socket;
  #text = '';
  #wake: () => void = () => {};

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', bytes => {
      this.#text += bytes.toString('latin1');
      this.#wake();
    });
  }

  /** The chip stands still until `detach`. */
  static async attach(chip: EmulatedChip): Promise<Debugger> {
    const port = await freePort();
    await chip.monitor(`gdbserver tcp:127.0.0.1:${port}`);
    const socket = await new Promise<Socket>((resolve, reject) => {
      const attempt = connect(port, '127.0.0.1', () => resolve(attempt));
      attempt.on('error', reject);
    });
    const one = new Debugger(socket);
    await one.#ask('?');
    if ((await one.#ask('Qqemu.PhyMemMode:1')) !== 'OK')
      throw new Error('no physical memory in this emulator');
    return one;
  }

  /** A little-endian word. */
  async read(address: number): Promise<number> {
    return Buffer.from(await this.#ask(`m${address.toString(16)},4`), 'hex').readUInt32LE(0);
  }

  async write(address: number, value: number): Promise<void> {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value >>> 0);
    const answer = await this.#ask(`M${address.toString(16)},4:${bytes.toString('hex')}`);
    if (answer !== 'OK') throw new Error(`not written: ${answer}`);
  }

  async detach(): Promise<void> {
    await this.#ask('D');
    this.#socket.end();
  }

  async #ask(packet: string): Promise<string> {
    const sum = [...packet].reduce((all, char) => (all + char.charCodeAt(0)) & 0xff, 0);
    this.#text = '';
    this.#socket.write(`$${packet}#${sum.toString(16).padStart(2, '0')}`);
    for (;;) {
      const found = /\$([^#]*)#[0-9a-f]{2}/.exec(this.#text);
      if (found) {
        this.#socket.write('+');
        return found[1]!;
      }
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
  }
}
