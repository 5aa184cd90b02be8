/**
 * `make demo-pool`: a node with a Stratum door in the pool's place, a node that is one of its workers, and two emulated boards
 * on that, until the pool has taken their shares. Ends by itself: exit code 0 and figures, or 1 and why.
 */
import { print } from '../../programs/output.js';
import { MINING_MS } from '../support/deadlines.js';
import { PoolBed, WORKER } from './pool-bed.js';

const SHARES = 12;
const BOARDS = ['porch', 'attic'];

const begun = Date.now();
const say = (text: string): void =>
  print(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`);

async function demo(): Promise<void> {
  const bed = new PoolBed();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void bed.dispose().finally(() => process.exit(1)));
  try {
    say('starting node A, the devnet, with a Stratum door: it is the pool');
    await bed.startPool();
    await bed.register();
    say(`starting node B: mite-node run ${bed.homeFlags.slice(0, 6).join(' ')}`);
    const home = await bed.startHome();
    await bed.stateOf('ready');
    say('node B has the first job of the pool; starting two emulated boards on node B');
    for (const id of BOARDS) await bed.board(id);
    const mined = Date.now();
    let blocks = 0;
    for (let accepted = 0, at = 0; accepted < SHARES || blocks === 0; ) {
      const line = await home.waitFor(entry => entry.event === 'pool-share', 'a share', MINING_MS, at);
      at = home.lines.indexOf(line) + 1;
      if (line.result !== 'accepted') {
        say(`the pool refused a share of ${line.device}: ${line.result} ${line.text}`);
        continue;
      }
      accepted++;
      if (line.block) blocks++;
      say(`the pool took a share of ${line.device}${line.block ? ', a block' : ''}`);
    }
    const seconds = (Date.now() - mined) / 1000;
    const status = await bed.home.command('status', '--json');
    await home.kill('SIGTERM');
    const counted = bed.counted();
    const heard = bed.heard();
    const own = bed.home
      .query<{ device: string; count: number }>(
        'select device, sum(count) as count from share_counts where code <= 1 group by device',
      )
      .map(({ device, count }) => `${device} ${count}`);
    if (counted.accepted < SHARES)
      throw new Error(`node A counted ${counted.accepted} shares of ${WORKER} only`);
    if ((heard.accepted ?? 0) > counted.accepted)
      throw new Error(`node B heard of ${heard.accepted} shares, node A counted ${counted.accepted}`);
    const upstream = status.upstream as { pool?: { difficulty?: string; payout?: string } } | null;
    print('');
    print(`shares of the boards that node B counted   ${own.join(', ')}`);
    print(`shares that node A took of node B          ${counted.accepted}, in ${seconds.toFixed(1)} s`);
    print(`refused by node A                          ${counted.rejected}`);
    print(`blocks among them                          ${counted.blocks}`);
    print(`difficulty that node A asks                ${upstream?.pool?.difficulty ?? '-'}`);
    print('');
    print('With a pool of your own: docs/operations.md, "Mine at a pool through your node"');
  } finally {
    await bed.dispose();
  }
}

try {
  await demo();
  process.exit(0);
} catch (error) {
  process.stderr.write(`demo-pool: ${(error as Error).message}\n`);
  process.exit(1);
}
