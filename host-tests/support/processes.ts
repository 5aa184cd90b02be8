/**
 * Starts the real programs for end-to-end tests and collects the JSON lines they print. Every process started here
 * is killed when the test ends (`dispose`), whatever happened.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Joiner } from '../../tools/mite/parts.js';
import { MINING_MS } from './deadlines.js';

/** Project root: this file runs from build/js/host-tests/support. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
export const NODE_CLI = join(ROOT, 'build/js/trusted-node/cli/main.js');
export const BOARD = join(ROOT, 'build/host/mite-board');

export type Line = Record<string, unknown>;

/** A program that prints one JSON object a line on stdout; other lines are kept as {text}. */
export class Program {
  readonly lines: Line[] = [];
  readonly errors: string[] = [];
  readonly ended: Promise<number | string>;
  private readonly child: ChildProcess;
  private readonly waiters = new Set<() => void>();
  private open = true;

  constructor(command: string, args: string[], environment: Record<string, string> = {}) {
    this.child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.child.stdin?.on('error', () => {}); // the program may be gone: EPIPE
    const joiner = new Joiner();
    createInterface({ input: this.child.stdout! }).on('line', text => {
      let line: Line;
      try {
        const value: unknown = JSON.parse(text);
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
        const object = isObject
          ? joiner.take(value as Line)
          : Array.isArray(value)
            ? (value as object)
            : { text };
        if (object === undefined) return; // the rest comes in the next line
        line = object as Line;
      } catch {
        line = { text };
      }
      this.lines.push(line);
      this.wake();
    });
    createInterface({ input: this.child.stderr! }).on('line', text => this.errors.push(text));
    this.ended = new Promise(resolve => {
      this.child.on('close', (code, signal) => {
        this.open = false;
        resolve(code ?? signal ?? -1);
        this.wake();
      });
      this.child.on('error', error => {
        this.open = false;
        this.errors.push(String(error));
        resolve(-1);
        this.wake();
      });
    });
  }

  get running(): boolean {
    return this.open;
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  write(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }

  kill(signal: NodeJS.Signals): Promise<number | string> {
    this.child.kill(signal);
    return this.ended;
  }

  private wake(): void {
    for (const waiter of this.waiters) waiter();
  }

  /**
   * The first line (from index `from`) for which `found` holds.
   * @throws Error with the last output when the program ends or `milliseconds` pass.
   */
  async waitFor(
    found: (line: Line) => boolean,
    what: string,
    milliseconds = MINING_MS,
    from = 0,
  ): Promise<Line> {
    let index = from;
    const deadline = Date.now() + milliseconds;
    for (;;) {
      for (; index < this.lines.length; index++) {
        const line = this.lines[index];
        if (line && found(line)) return line;
      }
      const left = deadline - Date.now();
      if (!this.open || left <= 0) {
        const tail = [
          ...this.lines.slice(-8).map(line => JSON.stringify(line)),
          ...this.errors.slice(-8),
        ].join('\n');
        throw new Error(
          `${this.open ? 'waited in vain' : 'the program ended while waiting'} for ${what}\n${tail}`,
        );
      }
      await new Promise<void>(resolve => {
        const done = () => {
          clearTimeout(timer);
          this.waiters.delete(done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.waiters.add(done);
      });
    }
  }
}

/** A directory and the programs of one test. */
export class Bench {
  readonly directory = mkdtempSync(join(tmpdir(), 'mite-test-'));
  private readonly programs: Program[] = [];

  start(command: string, args: string[], environment: Record<string, string> = {}): Program {
    const program = new Program(command, args, environment);
    this.programs.push(program);
    return program;
  }

  /** Runs a program to its end; throws when its exit code is not 0. */
  async run(command: string, args: string[], environment: Record<string, string> = {}): Promise<Program> {
    const program = this.start(command, args, environment);
    const code = await program.ended;
    if (code !== 0) {
      throw new Error(
        `${command} ${args.join(' ')}: exit ${code}\n${program.errors.join('\n')}\n${JSON.stringify(program.lines)}`,
      );
    }
    return program;
  }

  async dispose(): Promise<void> {
    await Promise.all(
      this.programs.filter(program => program.running).map(program => program.kill('SIGKILL')),
    );
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** A port of 127.0.0.1 that was just free. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise(resolve => setTimeout(resolve, milliseconds));
