/**
 * `make demo-siege`: a node with two honest emulated boards and a device that measures; three devices with valid secrets flood
 * it, a crowd without secrets besets it, and a liar sits in front of a third board. Two minutes (SECONDS=30 make
 * demo-siege: less). Ends by itself: exit code 0 and a table, or 1 and why.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ShareCode } from '../../firmware/domain/share.js';
import { formatRate } from '../../firmware/domain/units.js';
import type { ShareResult } from '../../firmware/protocol/mite/share.js';
import { print } from '../../programs/output.js';
import { GENESIS, Liar, mine } from '../attacks/liar.js';
import { Bed } from '../e2e/bed.js';
import { ANSWER_MS } from '../support/deadlines.js';
import { BOARD, type Line, type Program, sleep } from '../support/processes.js';
import { TestDevice } from '../support/test-device.js';
import { Crowd, FloodingDevice } from './attackers.js';

const SECONDS = Number(process.env.SECONDS ?? 120);
const MAX_MEMORY_MB = 250;
/** Between two shares of the device that measures (ms). */
const PROBE_MS = 100;
const CROWD_A_SECOND = 150;

const begun = Date.now();
const say = (text: string): void =>
  print(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`);

function memoryOf(pid: number): number {
  const found = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(found?.[1] ?? 0) / 1024;
}

async function statusOf(board: Program): Promise<Line> {
  const from = board.lines.length;
  board.write('status');
  return board.waitFor(line => line.reply === 'status', 'a status', ANSWER_MS, from);
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** Sends shares one after the other, each anew in the next ten seconds: vardiff is not to notice. */
class Probe {
  readonly accepted: { readonly sequence: number; readonly jobId: number }[] = [];
  latencies: number[] = [];
  private stopped = false;
  private readonly running: Promise<void>;

  constructor(private readonly device: TestDevice) {
    this.running = this.run();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const share = this.device.solve(this.device.job);
      for (const until = Date.now() + ANSWER_MS; Date.now() < until && !this.stopped; await sleep(PROBE_MS)) {
        const sent = performance.now();
        const result: ShareResult = await this.device.send(share);
        this.latencies.push(performance.now() - sent);
        if (result.code === ShareCode.accepted || result.code === ShareCode.block) this.accepted.push(share);
        else break;
      }
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }
}

/** Tells a board what is not so, as fast as it comes. @returns how much was said */
async function lie(liar: Liar, running: () => boolean): Promise<number> {
  let said = 0;
  const next = mine(GENESIS);
  while (running()) {
    await liar.announce(mine(GENESIS, { salt: said, worthless: true })).catch(() => {});
    await liar.job(GENESIS, { nBits: 0x2000ffff, id: 10_000 + said }).catch(() => {});
    await liar.job(next, { previousHash: randomBytes(32), id: 1_000_000 + said }).catch(() => {});
    await liar.says('headers', randomBytes(200)).catch(() => {});
    await liar
      .says('command', Buffer.from(`{"v":1,"id":0,"cmd":"status","x":[${'[],'.repeat(300)}[]]}`))
      .catch(() => {});
    await liar.says('update', Buffer.from(`{"v":1,"k${said}":[{}],"cmd":"set"}`)).catch(() => {});
    said += 6;
    await sleep(20);
  }
  return said;
}

async function siege(): Promise<string[]> {
  const bed = new Bed();
  const liar = await Liar.open();
  const attackers: { stop(): void }[] = [];
  const clean = async (): Promise<void> => {
    for (const attacker of attackers) attacker.stop();
    await liar.close();
    await bed.dispose();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void clean().finally(() => process.exit(1)));
  try {
    say('starting the node, two honest boards and a device that measures');
    const node = await bed.startNode(['--start-work', '256']);
    const honest = [await bed.newBoard('honest-a'), await bed.newBoard('honest-b')];
    const { secret } = await bed.addDevice('probe');
    const device = await TestDevice.connect(`mqtt://127.0.0.1:${bed.port}`, 'probe', String(secret));
    await device.hello();
    for (const id of ['honest-a', 'honest-b'])
      await node.waitFor(line => line.event === 'share' && line.device === id, `a share of ${id}`);
    const probe = new Probe(device);
    liar.program = BOARD;
    liar.startBoard();
    await liar.board.waitFor(line => line.event === 'status', 'the third board', ANSWER_MS);

    const quiet = Math.max(5, Math.floor(SECONDS / 8));
    say(`${quiet} s of peace, to compare with`);
    const start = await Promise.all(honest.map(statusOf));
    await sleep(quiet * 1000);
    const peace = { latencies: probe.latencies, status: await Promise.all(honest.map(statusOf)) };
    probe.latencies = [];

    say(`${SECONDS} s of siege: three devices flood, a crowd without secrets, a liar before the third board`);
    const floods = await Promise.all(
      ['flood-a', 'flood-b', 'flood-c'].map(async (id, i) => {
        const added = await bed.addDevice(id);
        return new FloodingDevice(bed.port, id, String(added.secret), 3 * i);
      }),
    );
    const crowd = new Crowd(bed.port, CROWD_A_SECOND);
    attackers.push(...floods, crowd);
    let running = true;
    const lies = lie(liar, () => running);
    let memory = 0;
    for (const until = Date.now() + SECONDS * 1000; Date.now() < until; await sleep(500))
      memory = Math.max(memory, memoryOf(node.pid));
    const war = { latencies: probe.latencies, status: await Promise.all(honest.map(statusOf)) };
    running = false;
    for (const attacker of attackers) attacker.stop();
    const said = await lies;
    await probe.stop();
    const third = await statusOf(liar.board);
    const shown = await bed.command('status', '--json');
    say('the siege is over; looking for what was lost');
    await Promise.all(honest.map(board => board.kill('SIGTERM')));
    await device.close();
    const stopping = Date.now();
    await node.kill('SIGTERM');
    const stopped = Date.now() - stopping;
    const verified = await bed.command('verify', '--json');

    const stored = new Set(
      bed
        .query<{ key: string }>("select job || '/' || sequence as key from shares where device = 'probe'")
        .map(({ key }) => key),
    );
    const lost = probe.accepted.filter(({ jobId, sequence }) => !stored.has(`${jobId}/${sequence}`)).length;
    const logBytes = node.errors.reduce((sum, line) => sum + line.length + 1, 0);
    const rate = (from: Line, to: Line): string =>
      formatRate(
        Math.floor(
          (Number(to.hashes) - Number(from.hashes)) / Math.max(1, Number(to.uptime) - Number(from.uptime)),
        ),
      );
    const ms = (values: readonly number[]): string =>
      `median ${percentile(values, 0.5).toFixed(1)}, p99 ${percentile(values, 0.99).toFixed(1)}, worst ${Math.max(...values).toFixed(1)} ms (${values.length} shares)`;
    const rows: [string, string][] = [
      ['share to result, in peace', ms(peace.latencies)],
      ['share to result, under siege', `${ms(war.latencies)}; wanted on an idle machine: p99 below 100`],
      ...['honest-a', 'honest-b'].map((id, i): [string, string] => [
        `${id}, hash rate`,
        `${rate(start[i]!, peace.status[i]!)} in peace, ${rate(peace.status[i]!, war.status[i]!)} under siege`,
      ]),
      ...[...war.status, third].map((status, i): [string, string] => [
        `${['honest-a', 'honest-b', 'the third board'][i]}, heap peak`,
        `slots ${status.slotPeak}, chunks ${status.chunkPeak}, limit ${status.heapLimit} bytes`,
      ]),
      [
        'the liar',
        `${said} false or malformed messages; the third board is ${third.state}, its own process is running`,
      ],
      ...floods.map(({ id, counts, connections }): [string, string] => [
        id,
        `${[...counts.values()].reduce((sum, n) => sum + n, 0)} messages sent or tried, ${connections} connections`,
      ]),
      ['the crowd', [...crowd.counts].map(([kind, n]) => `${kind} ${n}`).join(', ')],
      [
        'shown by status as flooding',
        ((shown.floods ?? []) as Line[]).map(({ device: id }) => id).join(', '),
      ],
      ['node, memory', `${memory.toFixed(0)} MB at most; allowed ${MAX_MEMORY_MB}`],
      ['node, log', `${logBytes} bytes, ${node.errors.length} lines`],
      ['node, stopped in', `${stopped} ms`],
      ['verified', `${verified.height} blocks, and every row that is evidence`],
      ['acknowledged and lost', `${lost} of ${probe.accepted.length}`],
    ];
    print('');
    for (const [name, text] of rows) print(`${name.padEnd(30)}${text}`);
    print('');
    const faults: string[] = [];
    if (lost > 0) faults.push(`${lost} acknowledged shares are lost`);
    if (memory > MAX_MEMORY_MB) faults.push(`the node took ${memory.toFixed(0)} MB`);
    if (!liar.board.running) faults.push('the liar has ended the third board');
    if (logBytes > 1_000_000) faults.push('the log has more than a megabyte');
    return faults;
  } finally {
    await clean();
  }
}

try {
  const faults = await siege();
  for (const fault of faults) console.error(`demo-siege: ${fault}`);
  process.exit(faults.length === 0 ? 0 : 1);
} catch (error) {
  console.error(`demo-siege: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
