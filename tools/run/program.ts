/** A child process that prints one JSON object per line; the rest of its output goes to a log file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { problemOf } from '../../programs/problems.js';
import { Joiner } from '../mite/parts.js';

export type Fields = Record<string, unknown>;

/** Longest a child may take to stop before it is killed. */
const STOP_MS = 5_000;
/** Lines of stderr kept for an error message, and until there is a log file. */
const TAIL = 50;

/** For lines of stderr, and those of stdout that are not objects. */
export interface Notes {
  /** A line in the log's form. */
  readonly asLog?: (line: string) => string;
  readonly onNote?: (line: string) => void;
}

export class ChildProgram {
  /** Exit code or signal. */
  readonly ended: Promise<number | string>;
  readonly tail: string[] = [];
  /** The last line of stderr. */
  complaint = '';
  /** Why the system could not start it at all. */
  problem: string | undefined;
  readonly #child: ChildProcess;
  #running = true;
  #log: WriteStream | undefined;
  readonly #asLog: (line: string) => string;
  readonly #onNote: (line: string) => void;

  constructor(
    command: string,
    args: readonly string[],
    onFields: (fields: Fields) => void,
    environment: Readonly<Record<string, string>> = {},
    { asLog = line => line, onNote = () => {} }: Notes = {},
  ) {
    this.#asLog = asLog;
    this.#onNote = onNote;
    // In a terminal Ctrl-C reaches the children too: they and we stop, in any order.
    this.#child = spawn(command, args, {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...environment },
    });
    this.#child.stdin?.on('error', () => {}); // gone: 'close' reports it
    const joiner = new Joiner();
    createInterface({ input: this.#child.stdout! }).on('line', line => {
      try {
        const value: unknown = JSON.parse(line);
        const fields = typeof value === 'object' && value !== null ? joiner.take(value as Fields) : undefined;
        if (fields !== undefined) onFields(fields as Fields);
      } catch {
        this.#note(line);
      }
    });
    createInterface({ input: this.#child.stderr! }).on('line', line => {
      this.complaint = line;
      this.#note(line);
    });
    this.ended = new Promise(resolve => {
      this.#child.on('error', error => {
        this.problem = problemOf(error);
        this.tail.push(this.problem);
        this.#end(resolve, -1);
      });
      this.#child.on('close', (code, signal) => this.#end(resolve, code ?? signal ?? -1));
    });
  }

  get running(): boolean {
    return this.#running;
  }

  /** Everything so far, and from now on. @param anew the file starts over */
  logTo(file: string, anew = true): void {
    this.#log = createWriteStream(file, { mode: 0o600, flags: anew ? 'w' : 'a' });
    this.#log.on('error', () => {}); // a full disk is no reason to stop
    for (const line of this.tail) this.log(line);
  }

  /** A line into the log file, if there is one. */
  log(line: string): void {
    this.#log?.write(`${this.#asLog(line)}\n`);
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

  #note(line: string): void {
    this.log(line);
    this.tail.push(line);
    if (this.tail.length > TAIL) this.tail.shift();
    this.#onNote(line);
  }

  #end(resolve: (how: number | string) => void, how: number | string): void {
    this.#running = false;
    this.#log?.end();
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
