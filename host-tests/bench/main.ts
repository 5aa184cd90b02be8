/**
 * `make bench`: speed and memory, as figures and never as tests. Each line names what was measured; everything is
 * measured in this run, on this machine, which is not a board.
 *
 *   SECONDS=300 make bench    lets the emulated boards mine longer (60 s)
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { formatRate } from '../../firmware/domain/units.js';
import { Bed } from '../e2e/bed.js';
import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import { BOARD, type Line, type Program, ROOT, sleep } from '../support/processes.js';
import { bitcoinTemplates } from './bitcoin.js';
import { chain } from './chain-run.js';
import { curve } from './curve.js';
import { idle } from './idle.js';
import { jobSwitch } from './job-switch-run.js';
import { judging } from './judge-run.js';
import { accelerators, host, kernels } from './kernels.js';
import { Report } from './report.js';
import { board32 } from './small.js';
import { stratum } from './stratum.js';

const SECONDS = Number(process.env.SECONDS ?? 60);
if (!Number.isInteger(SECONDS) || SECONDS < 10 || SECONDS > 3600) {
  console.error('bench: SECONDS must be a whole number from 10 to 3600');
  process.exit(2);
}

const report = new Report();
const show = (what: string, value: string): void => report.figure(what, value);

function sizes(): void {
  for (const name of ['mite.js', 'host.js']) {
    show(`bundle ${name}`, `${statSync(join(ROOT, 'build/bundle', name)).size} bytes`);
  }
  const run = spawnSync(BOARD, ['--run', 'platforms/host/size.js'], { cwd: ROOT, encoding: 'utf8' });
  for (const line of run.stdout.trim().split('\n')) show('XS, 64-bit', line);
}

async function statusOf(board: Program): Promise<Line> {
  const from = board.lines.length;
  board.write('status');
  return board.waitFor(line => line.reply === 'status', 'a status', ANSWER_MS, from);
}

interface MiningRow {
  readonly board: string;
  readonly hashesPerSecond: number;
  readonly sharesPerMinute: number;
  readonly slotPeak: number;
  readonly chunkPeak: number;
}

/** One board of this build mines for a fresh node. */
async function mine(title: string, program: string): Promise<MiningRow> {
  const bed = new Bed();
  try {
    const begun = Date.now();
    const node = await bed.startNode();
    show(`${title}: node ready`, `${Date.now() - begun} ms`);
    const { secret } = await bed.addDevice('bench');
    const started = Date.now();
    const board = bed.startBoard('bench', String(secret), program, 'auto');
    await node.waitFor(line => line.event === 'block', 'a block', MINING_MS);
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
    return {
      board: title,
      hashesPerSecond: Math.floor(hashes / seconds),
      sharesPerMinute: Math.round((shares * 600) / seconds) / 10,
      slotPeak: Number(status.slotPeak),
      chunkPeak: Number(status.chunkPeak),
    };
  } finally {
    await bed.dispose();
  }
}

await report.measure('kernels', () => kernels(report));
await report.measure('accelerators', () => accelerators(report));
const native = await report.measure('host', () => host(report));
// As before: the file has the backends alone.
if (native !== undefined) report.section('host', native.host);
await report.measure('curve', () => curve(report));
await report.measure('judging', () => judging(report));
await report.measure('chain', () => chain(report));
await report.measure('jobSwitch', () =>
  jobSwitch(report, native?.switchMicroseconds ?? 0, native?.worstMicroseconds ?? 0),
);
await report.measure('idle', () => idle(report));
await report.measure('bitcoinTemplates', () => bitcoinTemplates(report));
await report.measure('stratum', () => stratum(report));
report.write(join(ROOT, 'build/bench.json'));
await report.attempt('sizes', sizes);
const boards: MiningRow[] = [];
const mined = async (title: string, program: string): Promise<void> => {
  const row = await report.attempt(title, () => mine(title, program));
  if (row !== undefined) boards.push(row);
};
await mined('board, 64-bit', BOARD);
const small = board32();
if (small.program !== undefined) await mined('board, 32-bit as a chip', small.program);
else console.log(`not measured: board, 32-bit as a chip: ${small.why}`);
report.section('boards', boards);
report.write(join(ROOT, 'build/bench.json'));
if (report.missed.length > 0) console.log(`not measured (see above): ${report.missed.join('; ')}`);
