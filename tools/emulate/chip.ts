/**
 * An emulated chip: Espressif's QEMU with a flash file, its UART as a pseudo-terminal and in a log, its network through
 * the emulator's own router (the host is 10.0.2.2), and the emulator's monitor.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Board } from '../make/boards.js';
import { emulatorOf } from './needs.js';

/** Where an emulated board finds the machine that emulates it. */
export const HOST_ADDRESS = '10.0.2.2';
const POLL_MS = 50;

export interface ChipOptions {
  readonly board: Board;
  /** The flash file. */
  readonly flash: string;
  /** Gets the console's log and the monitor's socket. */
  readonly directory: string;
  /** What the chip writes to its UART, as it comes. */
  readonly onConsole?: (text: string) => void;
  /** More of the emulator's arguments. */
  readonly more?: readonly string[];
}

export class EmulatedChip {
  /** Exit code or signal, when the emulator ends. */
  readonly ended: Promise<number | string>;
  /** The UART, as a serial port of this machine. */
  readonly port: Promise<string>;
  readonly consoleLog: string;
  readonly #child: ChildProcess;
  readonly #monitor: string;
  readonly #onConsole: (text: string) => void;
  #running = true;
  #complaint = '';
  #read = 0;
  readonly #poll: NodeJS.Timeout;

  constructor({ board, flash, directory, onConsole = () => {}, more = [] }: ChipOptions) {
    this.consoleLog = join(directory, 'console.log');
    this.#monitor = join(directory, 'monitor');
    this.#onConsole = onConsole;
    for (const file of [this.consoleLog, this.#monitor]) rmSync(file, { force: true });
    const { name } = board.chip;
    this.#child = spawn(
      emulatorOf(board),
      [
        ...['-M', name, '-display', 'none'],
        // With clocks of its own the emulated C3 stands still now and then; counted instructions are its clock.
        ...(name === 'esp32c3' ? ['-icount', '3'] : []),
        ...['-drive', `file=${flash},if=mtd,format=raw`],
        // Its timers run late on a busy machine, and the boot loader's watchdog would fire.
        ...['-global', `driver=timer.${name}.timg,property=wdt_disable,value=true`],
        ...['-nic', 'user,model=open_eth,id=net'],
        ...['-chardev', `pty,id=uart,logfile=${this.consoleLog}`, '-serial', 'chardev:uart'],
        ...['-qmp', `unix:${this.#monitor},server=on,wait=off`],
        ...more,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.port = new Promise((resolve, reject) => {
      let text = '';
      const take = (bytes: Buffer) => {
        text += bytes.toString('utf8');
        const found = /redirected to (\S+) \(label uart\)/.exec(text);
        if (found) resolve(found[1]!);
      };
      this.#child.stdout!.on('data', take);
      this.#child.stderr!.on('data', (bytes: Buffer) => {
        take(bytes);
        this.#complaint = bytes.toString('utf8').trim().split('\n').at(-1) ?? '';
      });
      this.#child.on('close', () => reject(new Error(`the emulator ended: ${this.#complaint}`)));
      this.#child.on('error', error => reject(new Error(`${emulatorOf(board)}: ${error.message}`)));
    });
    const last = () => void this.#child.kill('SIGKILL'); // whatever ends this program
    process.once('exit', last);
    this.port.catch(() => {}); // whoever asks for it hears of it
    this.ended = new Promise(resolve => {
      const end = (how: number | string) => {
        this.#running = false;
        process.off('exit', last);
        clearInterval(this.#poll);
        this.#readConsole();
        resolve(how);
      };
      this.#child.on('close', (code, signal) => end(code ?? signal ?? -1));
      this.#child.on('error', () => end(-1));
    });
    this.#poll = setInterval(() => this.#readConsole(), POLL_MS);
  }

  get running(): boolean {
    return this.#running;
  }

  /** The last line of the emulator's own output. */
  get complaint(): string {
    return this.#complaint;
  }

  /** The emulator's process. */
  get pid(): number {
    return this.#child.pid ?? -1;
  }

  /** All that the chip has written. */
  get console(): string {
    return existsSync(this.consoleLog) ? readFileSync(this.consoleLog, 'latin1') : '';
  }

  /** One command of the emulator's monitor, such as 'set_link net off'. @returns what it prints */
  monitor(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.#monitor);
      const ask = (execute: string, more: object = {}) =>
        socket.write(`${JSON.stringify({ execute, ...more })}\n`);
      let answers = 0;
      createInterface({ input: socket }).on('line', line => {
        const { QMP, return: answer, error } = JSON.parse(line) as Record<string, unknown>;
        if (QMP !== undefined) ask('qmp_capabilities');
        else if (error !== undefined) reject(new Error(`the emulator's monitor: ${line}`));
        else if (answer === undefined)
          return; // an event
        else if (answers++ === 0) ask('human-monitor-command', { arguments: { 'command-line': command } });
        else {
          resolve(String(answer).trim());
          socket.end();
        }
      });
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the monitor has closed')));
    });
  }

  /** The plug of the network cable. */
  async cable(plugged: boolean): Promise<void> {
    await this.monitor(`set_link net ${plugged ? 'on' : 'off'}`);
  }

  /** As when the power goes: nothing is written any more. */
  async kill(): Promise<void> {
    if (this.#running) this.#child.kill('SIGKILL');
    await this.ended;
  }

  #readConsole(): void {
    if (!existsSync(this.consoleLog)) return;
    const { size } = statSync(this.consoleLog);
    if (size <= this.#read) return;
    const start = this.#read;
    this.#read = size;
    const stream = createReadStream(this.consoleLog, { start, end: size - 1, encoding: 'latin1' });
    stream.on('data', text => this.#onConsole(String(text)));
    stream.on('error', () => {});
  }
}
