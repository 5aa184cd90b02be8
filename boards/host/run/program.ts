/** A child process that prints one JSON object a line; its stderr goes to a log file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

export type Fields = Record<string, unknown>;

/** Longest a child may take to stop before it is killed. */
const STOP_MS = 5_000;
/** Lines of stderr kept for an error message. */
const TAIL = 5;

export class ChildProgram {
  /** Exit code or signal. */
  readonly ended: Promise<number | string>;
  readonly tail: string[] = [];
  readonly #child: ChildProcess;
  #running = true;

  constructor(command: string, args: readonly string[], logFile: string, onFields: (fields: Fields) => void) {
    // In a terminal Ctrl-C reaches the children too: both they and we stop, in any order.
    this.#child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
    this.#child.stdin?.on('error', () => {}); // gone: 'close' tells
    createInterface({ input: this.#child.stdout! }).on('line', line => {
      try {
        const value: unknown = JSON.parse(line);
        if (typeof value === 'object' && value !== null) onFields(value as Fields);
      } catch {
        log.write(`${line}\n`);
      }
    });
    createInterface({ input: this.#child.stderr! }).on('line', line => {
      log.write(`${line}\n`);
      this.tail.push(line);
      if (this.tail.length > TAIL) this.tail.shift();
    });
    this.ended = new Promise(resolve => {
      this.#child.on('error', error => {
        this.tail.push(error.message);
        this.#end(resolve, -1);
      });
      this.#child.on('close', (code, signal) => this.#end(resolve, code ?? signal ?? -1));
      this.#child.on('close', () => log.end());
    });
  }

  get running(): boolean {
    return this.#running;
  }

  write(line: string): void {
    if (this.#running) this.#child.stdin?.write(`${line}\n`);
  }

  /** Asks it to stop, and kills it when it does not. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), STOP_MS);
    await this.ended;
    clearTimeout(timer);
  }

  #end(resolve: (how: number | string) => void, how: number | string): void {
    this.#running = false;
    resolve(how);
  }
}

/** Runs a program to its end. */
export function runOnce(
  command: string,
  args: readonly string[],
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (bytes: Buffer) => {
      stdout += bytes.toString('utf8');
    });
    child.stderr.on('data', (bytes: Buffer) => {
      stderr += bytes.toString('utf8');
    });
    child.on('error', error => resolve({ code: -1, stdout, stderr: error.message }));
    child.on('close', code => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
