/** Mining in idle time: how well a budget is kept, and how soon the search ends for a busy pin. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Bed } from '../e2e/bed.js';
import { MINING_MS } from '../support/deadlines.js';
import { BOARD, ROOT, sleep } from '../support/processes.js';
import type { Report } from './report.js';

const SECONDS = 10;
const PAUSES = 20;
/** How long the search is watched after the pin has changed, and how often (ms); between the looks the processor is free. */
const WATCH_MS = 50;
const LOOK_MS = 0.2;

interface BudgetRow {
  readonly percent: number;
  readonly cpuPercent: number;
  readonly hashesPerSecond: number;
}

interface Late {
  readonly microseconds: number;
  readonly worstMicroseconds: number;
}

export interface IdleFigures {
  readonly budgets: readonly BudgetRow[];
  /** From the call that stops the search to the end of the last sub-range. */
  readonly stop: Late | undefined;
  /** From a pin's change to the end of the last sub-range, through the whole board. */
  readonly pin: Late;
}

/** Nanoseconds that a thread has run; the kernel brings it up to date when the thread goes to sleep. */
function runTime(pid: number, thread: string): number {
  return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
}

function late(values: number[]): Late {
  values.sort((a, b) => a - b);
  const at = (index: number) => Math.round((values[index] ?? 0) * 1000);
  return { microseconds: at(values.length >> 1), worstMicroseconds: at(values.length - 1) };
}

/** One thread of a board that mines for a node; the pin says busy every now and then. */
async function pauses(): Promise<Late> {
  const bed = new Bed();
  try {
    const pin = join(bed.directory, 'pin');
    writeFileSync(pin, '0');
    await bed.startNode();
    const { secret } = await bed.addDevice('bench');
    const settings = [
      `node.port=${bed.port}`,
      `device.secret=${secret}`,
      'node.host=127.0.0.1',
      'device.id=bench',
    ];
    const board = bed.start(BOARD, [
      ...['--data', join(bed.directory, 'board'), '--json', '--pin', pin, '--set', 'pause.pin=1'],
      ...settings.flatMap(setting => ['--set', setting]),
    ]);
    const values: number[] = [];
    const nothing = new Int32Array(new SharedArrayBuffer(4));
    let from = 0;
    for (let i = 0; i < PAUSES; i++) {
      await board.waitFor(
        line => line.event === 'state' && line.state === 'mining',
        'mining',
        MINING_MS,
        from,
      );
      await sleep(100 + i * 3);
      const threads = readdirSync(`/proc/${board.pid}/task`).filter(thread => Number(thread) !== board.pid);
      const sum = () => threads.reduce((total, thread) => total + runTime(board.pid, thread), 0);
      from = board.lines.length;
      writeFileSync(pin, '1');
      const begun = performance.now();
      let last = begun;
      for (let before = sum(); performance.now() - begun < WATCH_MS; ) {
        const now = sum();
        if (now !== before) last = performance.now();
        before = now;
        Atomics.wait(nothing, 0, 0, LOOK_MS);
      }
      values.push(last - begun);
      await board.waitFor(
        line => line.event === 'state' && line.state === 'paused',
        'a pause',
        MINING_MS,
        from,
      );
      from = board.lines.length;
      writeFileSync(pin, '0');
    }
    return late(values);
  } finally {
    await bed.dispose();
  }
}

export async function idle(report: Report): Promise<IdleFigures> {
  const run = spawnSync(join(ROOT, 'build/native/idle'), [String(SECONDS)], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`idle: ${run.stderr || run.error}`);
  const lines = run.stdout
    .trim()
    .split('\n')
    .map(text => JSON.parse(text) as { bench: string } & BudgetRow & Late);
  const budgets = lines
    .filter(line => line.bench === 'budget')
    .map(({ percent, cpuPercent, hashesPerSecond }) => ({ percent, cpuPercent, hashesPerSecond }));
  report.table(
    `Budget: one thread's CPU time in ${SECONDS} s`,
    ['percent', 'measured', 'MH/s'],
    budgets.map(row => [row.percent, row.cpuPercent.toFixed(2), (row.hashesPerSecond / 1e6).toFixed(2)]),
  );
  const first = lines.find(line => line.bench === 'stop');
  const stop = first && { microseconds: first.microseconds, worstMicroseconds: first.worstMicroseconds };
  const shown = (value: Late) => `${value.microseconds} us, worst ${value.worstMicroseconds} us`;
  if (stop) report.figure('stop to the end of the search', shown(stop));
  const pin = await pauses();
  report.figure(`busy pin to the end of the search, ${PAUSES} times`, shown(pin));
  return { budgets, stop, pin };
}
