/**
 * Runs a long command, and shows that it is still going.
 *
 *   node step.mjs [--log FILE] [--else TEXT] [--every SECONDS] TITLE -- COMMAND [ARGUMENT…]
 *
 * On a terminal the last line has each running step and its seconds; elsewhere a line comes at the start, every 15 s
 * and at the end. With --log the command's output goes to a file, and is shown when the command fails; without it, the
 * output passes through. --else is for a command that may fail: it says what that means. The outer step shows the steps
 * inside it, and may have no title itself (''). Exits with the command's exit code.
 *
 * Plain JavaScript: it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** What an inner step tells the outer one: MARK start|end ID TITLE. */
const MARK = '\x1fmite-step\t';
const NESTED = 'MITE_STEP';
const CLEAR_LINE = '\r\x1b[K';
/** Lines of a log that are shown after a failure. */
const TAIL = 60;

/** 75_000 → "1 min 15 s" */
export function elapsed(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Which steps are running, and what to print about them. Pure: time in, lines out. */
export class Steps {
  #running = new Map();

  start(id, title, now) {
    this.#running.set(id, { title, now });
    return `${title} …`;
  }

  /** @returns the line for the end, or undefined for an unknown step. */
  end(id, how, now) {
    const step = this.#running.get(id);
    this.#running.delete(id);
    return step && `${step.title}: ${how} ${elapsed(now - step.now)}`;
  }

  /** One line for a terminal of this many columns. */
  status(now, columns) {
    const parts = [...this.#running.values()].map(step => `${step.title} … ${elapsed(now - step.now)}`);
    return parts.join('   ').slice(0, Math.max(0, columns - 1));
  }

  /** Lines for outputs that cannot be redrawn. */
  lines(now) {
    return [...this.#running.values()].map(step => `  ${step.title}: ${elapsed(now - step.now)} so far`);
  }
}

function usage() {
  process.stderr.write(
    'usage: step.mjs [--log FILE] [--else TEXT] [--every SECONDS] TITLE -- COMMAND [ARGUMENT…]\n',
  );
  process.exit(2);
}

function parse(words) {
  const options = { log: undefined, else: undefined, every: 15 };
  let at = 0;
  for (; /^--(log|else|every)$/.test(words[at] ?? ''); at += 2) options[words[at].slice(2)] = words[at + 1];
  options.every = Number(options.every);
  const [title, dashes, command, ...args] = words.slice(at);
  if (title === undefined || dashes !== '--' || command === undefined || !(options.every > 0)) usage();
  return { ...options, title, command, args };
}

/** make's job server uses two more descriptors, which a step in between must pass on. */
function jobServer() {
  const auth = /--jobserver-(?:auth|fds)=(\d+),(\d+)/.exec(process.env.MAKEFLAGS ?? '');
  if (auth === null) return [];
  const [read, write] = auth.slice(1).map(Number);
  const passed = Array(Math.max(read, write) - 2).fill('ignore');
  for (const each of [read, write]) {
    try {
      fstatSync(each);
    } catch {
      return []; // make has closed them for this recipe
    }
    passed[each - 3] = each;
  }
  return passed;
}

function run({ log, else: otherwise, every, title, command, args }) {
  const terminal = process.stdout.isTTY === true;
  const nested = process.env[NESTED] !== undefined;
  const steps = new Steps();
  let drawn = false;
  const line = text => {
    process.stdout.write(`${drawn ? CLEAR_LINE : ''}${text}\n`);
    drawn = false;
  };
  const draw = () => {
    process.stdout.write(CLEAR_LINE + steps.status(Date.now(), process.stdout.columns || 80));
    drawn = true;
  };
  const started = (id, text) => {
    const said = steps.start(id, text, Date.now());
    if (!terminal) line(said);
  };
  const ended = (id, how) => {
    const said = steps.end(id, how, Date.now());
    if (said !== undefined) line(said);
  };
  const own = String(process.pid);
  const tell = (what, text) => process.stdout.write(`${MARK}${what}\t${own}\t${text}\n`);
  process.stdout.on('error', () => {}); // nobody reads any more: the command goes on

  const { [NESTED]: _outer, ...environment } = process.env;
  if (log !== undefined) mkdirSync(dirname(log), { recursive: true });
  const file = log === undefined ? undefined : openSync(log, 'w');
  const child = spawn(command, args, {
    stdio: file === undefined ? ['inherit', 'pipe', 'pipe', ...jobServer()] : ['ignore', file, file],
    env: file === undefined ? { ...environment, [NESTED]: nested ? process.env[NESTED] : own } : environment,
  });
  if (nested) tell('start', title);
  else if (title !== '') started(own, title);

  const take = (text, out) => {
    if (nested) process[out].write(`${text}\n`);
    else if (text.startsWith(MARK)) {
      const [what, id, ...rest] = text.slice(MARK.length).split('\t');
      if (what === 'start') started(id, rest.join('\t'));
      else ended(id, rest.join('\t'));
    } else if (out === 'stdout') line(text);
    else {
      if (drawn) process.stdout.write(CLEAR_LINE);
      drawn = false;
      process.stderr.write(`${text}\n`);
    }
  };
  const readers = [];
  for (const out of file === undefined ? ['stdout', 'stderr'] : []) {
    const reader = createInterface({ input: child[out] });
    reader.on('line', text => take(text, out));
    readers.push(new Promise(resolve => reader.on('close', resolve)));
  }
  const timer = nested
    ? undefined
    : terminal
      ? setInterval(draw, 1000)
      : setInterval(() => steps.lines(Date.now()).forEach(line), every * 1000);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.on('SIGINT', () => {}); // a terminal's Ctrl-C reaches the command too; we end when it does

  const finish = async (code, problem) => {
    await Promise.all(readers);
    clearInterval(timer);
    const how = code === 0 ? 'done in' : (otherwise ?? 'failed after');
    if (nested) tell('end', how);
    else ended(own, how);
    if (code !== 0 && file !== undefined && otherwise === undefined) {
      const said = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-TAIL);
      process.stderr.write(`${said.join('\n')}\n`);
    }
    if (problem !== undefined) process.stderr.write(`mite: ${command} cannot be run: ${problem}\n`);
    process.exitCode = code;
  };
  let unable;
  child.on('error', error => {
    unable = error.message;
  });
  child.on('close', (code, signal) => {
    if (file !== undefined) closeSync(file);
    void finish(unable === undefined ? (code ?? (signal === 'SIGINT' ? 130 : 1)) : 1, unable);
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  run(parse(process.argv.slice(2)));
