/** The Stratum door under load: memory of a thousand connections, and shares that are stored and answered. */
import { readFileSync } from 'node:fs';
import { Stranger } from '../stratum/stranger.js';
import { Bench, NODE_CLI } from '../support/processes.js';
import type { Report } from './report.js';

const CONNECTIONS = 1_000;
const AT_ONCE = 50;
const SECONDS = 5;
const MINERS = 20;

/** Resident memory of a process in KB. */
function resident(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

export async function stratum(report: Report): Promise<{ [name: string]: number }> {
  const bench = new Bench();
  try {
    const flags = ['--data', `${bench.directory}/node`, '--listen', 'off', '--stratum', '127.0.0.1:0'];
    flags.push('--stratum-open', 'solo', '--start-work', '256', '--log-level', 'error', '--events');
    const node = bench.start(process.execPath, [NODE_CLI, 'run', ...flags]);
    const { port } = await node.waitFor(line => line.event === 'stratum', 'the door');
    const { address } = await node.waitFor(line => line.event === 'ready', 'the node');
    const before = resident(node.pid);
    const miners: Stranger[] = [];
    while (miners.length < CONNECTIONS) {
      const from = miners.length;
      const some = await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, i) => {
          const where = { localAddress: `127.0.2.${1 + ((from + i) % 40)}` };
          const miner = await Stranger.connect(Number(port), where);
          await miner.begin(`${address}.m${from + i}`, 'x');
          return miner;
        }),
      );
      miners.push(...some);
    }
    const kilobytes = resident(node.pid) - before;
    const perConnection = kilobytes / CONNECTIONS;
    report.figure(
      `Stratum: node's memory, ${CONNECTIONS} connections more`,
      `${(kilobytes / 1024).toFixed(1)} MB (${perConnection.toFixed(1)} KB each)`,
    );
    let shares = 0;
    const until = Date.now() + SECONDS * 1000;
    await Promise.all(
      miners.slice(0, MINERS).map(async miner => {
        while (Date.now() < until) if ((await miner.share()).result === true) shares++;
      }),
    );
    const perSecond = Math.round(shares / SECONDS);
    report.figure('Stratum: shares a second, stored and answered', `${perSecond}, the client hashes too`);
    for (const miner of miners) miner.socket.destroy();
    await node.kill('SIGTERM');
    return { kilobytes, perSecond };
  } finally {
    await bench.dispose();
  }
}
