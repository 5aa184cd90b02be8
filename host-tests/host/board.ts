/** Runs the host board with a small program of a test instead of the firmware. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { ANSWER_MS, eventually, PROGRAM_MS } from '../support/deadlines.js';
import { BOARD, ROOT } from '../support/processes.js';

/** What every program may use. */
const PRELUDE = `
const call = (name, ...args) => native('xs_mite_host_' + name)(...args);
const print = text => call('console_write', String(text));
const exit = code => call('exit', code);
const after = (ms, run) => call('timer_set', ms, run);
class Tcp extends Native('xs_mite_host_tcp_destructor') {
  constructor(host, port, handlers, pin) { super(); native('xs_mite_host_tcp').call(this, host, port, handlers, pin); }
  write(bytes) { return native('xs_mite_host_tcp_write').call(this, bytes); }
  close() { native('xs_mite_host_tcp_close').call(this); }
}
class Pin extends Native('xs_mite_host_pin_destructor') {
  constructor(file, high, changed) { super(); native('xs_mite_host_pin').call(this, file, high, changed); }
  read() { return native('xs_mite_host_pin_read').call(this); }
  close() { native('xs_mite_host_pin_close').call(this); }
}
`;

export class BoardRun {
  out = '';
  err = '';
  readonly child: ChildProcess;
  readonly ended: Promise<number | string>;

  constructor(args: string[], input: 'pipe' | 'ignore' = 'pipe', program = BOARD, limitMs = ANSWER_MS) {
    this.child = spawn(program, args, { cwd: ROOT, stdio: [input, 'pipe', 'pipe'] });
    this.child.stdout!.on('data', data => {
      this.out += data;
    });
    this.child.stderr!.on('data', data => {
      this.err += data;
    });
    this.child.stdin?.on('error', () => {});
    const late = setTimeout(() => this.child.kill('SIGKILL'), limitMs);
    this.ended = new Promise(resolve => {
      this.child.on('close', (code, signal) => {
        clearTimeout(late);
        resolve(code ?? signal ?? -1);
      });
    });
  }

  get lines(): string[] {
    return this.out.split('\n').slice(0, -1);
  }

  /** Waits until stdout contains `text`. */
  async seen(text: string): Promise<void> {
    const seen = () => this.out.includes(text);
    await eventually(seen, `"${text}"`).catch(() => {});
    if (!seen()) throw new Error(`no "${text}" in: ${this.out}${this.err}`);
  }
}

/** A directory that goes with the test. */
export function temporary(t: ExecutionContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'mite-host-'));
  t.teardown(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Starts `program` on the board. It is killed when the test ends. */
export function start(t: ExecutionContext, program: string, ...args: string[]): BoardRun {
  return startOn(BOARD, t, program, ...args);
}

/** The same on another build of the board. */
export function startOn(board: string, t: ExecutionContext, program: string, ...args: string[]): BoardRun {
  const file = join(temporary(t), 'program.js');
  writeFileSync(file, PRELUDE + program);
  const run = new BoardRun(['--run', file, ...args], 'pipe', board, board === BOARD ? ANSWER_MS : PROGRAM_MS);
  t.teardown(() => run.child.kill('SIGKILL'));
  return run;
}

/** Runs `program` to its end. */
export async function run(t: ExecutionContext, program: string, ...args: string[]) {
  const board = start(t, program, ...args);
  const code = await board.ended;
  return { code, lines: board.lines, err: board.err };
}
