/**
 * `make bench`: speed and memory, as figures and never as tests. Each line names what was measured; everything is
 * measured in this run, on this machine, which is not a board.
 *
 *   SECONDS=300 make bench    lets the emulated boards mine longer (60 s)
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatRate } from '../../firmware/mining/rate.js';
import { Bed } from '../e2e/bed.js';
import { BOARD, type Line, type Program, ROOT, sleep } from '../support/processes.js';

const SECONDS = Number(process.env.SECONDS ?? 60);
if (!Number.isInteger(SECONDS) || SECONDS < 10 || SECONDS > 3600) {
  console.error('bench: SECONDS must be a whole number from 10 to 3600');
  process.exit(2);
}

function show(what: string, value: string): void {
  console.log(`${what.padEnd(44)} ${value}`);
}

function kernel(): void {
  const run = spawnSync(join(ROOT, 'build/native/bench'), { encoding: 'utf8' });
  for (const text of run.stdout.trim().split('\n')) {
    const line = JSON.parse(text) as {
      bench: string;
      backend: string;
      threads?: number;
      megahashesPerSecond: number;
    };
    const name =
      line.threads === undefined
        ? 'kernel, one thread, CPU time'
        : `searcher, ${line.threads} threads, wall clock`;
    show(`${name} (${line.backend} C)`, `${line.megahashesPerSecond} MH/s`);
  }
}

function sizes(): void {
  for (const name of ['mite.js', 'host.js']) {
    show(`bundle ${name}`, `${statSync(join(ROOT, 'build/bundle', name)).size} bytes`);
  }
  const run = spawnSync(BOARD, ['--run', 'boards/host/size.js'], { cwd: ROOT, encoding: 'utf8' });
  for (const line of run.stdout.trim().split('\n')) show('XS, 64-bit', line);
}

async function statusOf(board: Program): Promise<Line> {
  const from = board.lines.length;
  board.write('status');
  return board.waitFor(line => line.reply === 'status', 'a status', 10_000, from);
}

/** One board of this build mines for a fresh node. */
async function mine(title: string, program: string): Promise<void> {
  const bed = new Bed();
  try {
    const begun = Date.now();
    const node = await bed.startNode();
    show(`${title}: node ready`, `${Date.now() - begun} ms`);
    const { secret } = await bed.addDevice('bench');
    const started = Date.now();
    const board = bed.startBoard('bench', String(secret), program);
    await node.waitFor(line => line.event === 'block', 'a block', 300_000);
    show(`${title}: start of the board to first block`, `${Date.now() - started} ms`);
    // Vardiff and the devnet's difficulty settle first.
    await sleep((SECONDS * 1000) / 2);
    const before = await statusOf(board);
    const sharesBefore = node.lines.filter(line => line.event === 'share').length;
    await sleep((SECONDS * 1000) / 2);
    const status = await statusOf(board);
    const shares = node.lines.filter(line => line.event === 'share').length - sharesBefore;
    const hashes = Number(status.hashes) - Number(before.hashes);
    const seconds = Number(status.uptime) - Number(before.uptime);
    show(`${title}: mining, 1 thread`, formatRate(Math.floor(hashes / seconds)));
    show(`${title}: shares a minute`, `${((shares * 60) / seconds).toFixed(1)} (${shares} in ${seconds} s)`);
    show(`${title}: blocks`, `${node.lines.filter(line => line.event === 'block').length}`);
    show(
      `${title}: XS heap peak`,
      `slots ${status.slotPeak}, chunks ${status.chunkPeak}, limit of everything ${status.heapLimit} bytes`,
    );
    await board.kill('SIGTERM');
    await node.kill('SIGTERM');
    const verified = await bed.command('verify', '--json');
    show(`${title}: verify from genesis`, `${verified.height} blocks in ${verified.milliseconds} ms`);
  } finally {
    await bed.dispose();
  }
}

kernel();
sizes();
await mine('board, 64-bit', BOARD);
const small = join(ROOT, 'build/host/m32/mite-board');
if (existsSync(small)) await mine('board, 32-bit as a chip', small);
else console.log('skipped: the 32-bit board (Debian package gcc-multilib)');
