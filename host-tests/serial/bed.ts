/** The emulated board on a pseudo-terminal, the real node, and the program `mite` as users run it. */
import { closeSync, constants, existsSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ReadStream } from 'node:tty';
import type { ExecutionContext } from 'ava';
import { Bed } from '../e2e/bed.js';
import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import { BOARD, type Program, ROOT } from '../support/processes.js';
import { Screen } from '../support/screen.js';

export const MITE_CLI = join(ROOT, 'build/js/tools/mite/main.js');

export interface Outcome {
  readonly code: number | string;
  readonly out: string;
  readonly err: string;
}

export class SerialBed extends Bed {
  readonly link = join(this.directory, 'serial');
  readonly boardData = join(this.directory, 'board');

  /** A board without any setting, on a pseudo-terminal. */
  async startPtyBoard(...flags: string[]): Promise<Program> {
    const board = this.start(BOARD, [
      ...['--data', this.boardData, '--pty', this.link],
      ...['--set', 'mining.plan=portable', ...flags],
    ]);
    await board.waitFor(line => String(line.text).startsWith('/dev/'), 'the name of the terminal');
    return board;
  }

  get configured(): boolean {
    return existsSync(join(this.boardData, 'settings.bin'));
  }

  /** Runs `mite` to its end. */
  async mite(args: string[], environment: Record<string, string> = {}, input?: string): Promise<Outcome> {
    const file = join(this.directory, 'input');
    if (input !== undefined) writeFileSync(file, input);
    const command = [process.execPath, MITE_CLI, ...args];
    const program =
      input === undefined
        ? this.start(command[0]!, command.slice(1), environment)
        : this.start('sh', ['-c', `exec "$0" "$@" < '${file}'`, ...command], environment);
    const code = await program.ended;
    const out = program.lines.map(line => (line.text === undefined ? JSON.stringify(line) : line.text));
    return { code, out: out.join('\n'), err: program.errors.join('\n') };
  }

  configure(...args: string[]): Promise<Outcome> {
    return this.mite(['configure', '-p', this.link, ...args]);
  }

  /** The first accepted share of the device in the node's books. */
  async firstShare(): Promise<{ device: string; code: number }> {
    const deadline = Date.now() + MINING_MS;
    for (;;) {
      const [share] = this.shares().filter(({ code }) => code <= 1);
      if (share) return share;
      if (Date.now() > deadline) throw new Error('no share was accepted');
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}

export async function withBed(body: (bed: SerialBed) => Promise<void>): Promise<void> {
  const bed = new SerialBed();
  try {
    await body(bed);
  } finally {
    await bed.dispose();
  }
}

/** A person with a terminal program. Not through `serialport`, which cannot live in ava's threads. */
export class Person {
  readonly screen = new Screen();
  readonly #fd: number;
  readonly #stream: ReadStream;
  #seen = 0;

  constructor(t: ExecutionContext, path: string) {
    this.#fd = openSync(path, constants.O_RDWR | constants.O_NOCTTY);
    this.#stream = new ReadStream(openSync(path, constants.O_RDWR | constants.O_NOCTTY));
    this.#stream.on('data', (bytes: Buffer) => this.screen.feed(bytes));
    this.#stream.on('error', () => {}); // the board has ended
    t.teardown(() => this.close());
  }

  close(): void {
    if (this.#stream.destroyed) return;
    this.#stream.destroy();
    closeSync(this.#fd);
  }

  /** Types key by key. */
  async type(text: string): Promise<void> {
    for (const character of text) {
      writeSync(this.#fd, character);
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  /** Waits until a row, from the last one found on, matches. */
  async sees(pattern: RegExp, milliseconds = ANSWER_MS): Promise<string> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const { rows } = this.screen;
      for (let i = this.#seen; i < rows.length; i++) {
        if (!pattern.test(rows[i]!)) continue;
        this.#seen = i;
        return rows[i]!;
      }
      if (Date.now() > deadline) throw new Error(`no ${pattern} in:\n${rows.slice(-15).join('\n')}`);
      await new Promise(resolve => setTimeout(resolve, 10));
    }
  }

  /** Waits for the prompt in the row of the cursor, then types the answer and Enter. */
  async answers(prompt: RegExp, text: string): Promise<void> {
    const deadline = Date.now() + ANSWER_MS;
    while (!prompt.test(this.screen.current)) {
      if (Date.now() > deadline) {
        throw new Error(`no ${prompt} in:\n${this.screen.rows.slice(-15).join('\n')}`);
      }
      await new Promise(resolve => setTimeout(resolve, 10));
    }
    this.#seen = this.screen.row;
    await this.type(`${text}\r`);
    await this.sees(/^/); // the row is over
    while (this.screen.row === this.#seen) await new Promise(resolve => setTimeout(resolve, 5));
    this.#seen++;
  }
}
