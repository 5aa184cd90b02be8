/**
 * `make demo-stratum`: a node with its Stratum door on the devnet, and three programs that speak nothing but Stratum: a
 * device with a secret, a worker that is only an address and a name, and one that nobody let in. Until both have shares and
 * a block is found. Ends by itself: exit code 0 and figures, or 1 and why.
 */
import { print } from '../../programs/output.js';
import { MINING_MS } from '../support/deadlines.js';
import { Bench, type Line, NODE_CLI, type Program, ROOT } from '../support/processes.js';
import { StoredRows } from './stored.js';

const SHARES = 5;
const MINER = `${ROOT}/build/js/host-tests/stratum/miner.js`;

const begun = Date.now();
const say = (text: string): void =>
  print(`${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s  ${text}`);

const isAccepted = (line: Line): boolean => line.accepted === true;

/** Resolves when the miner has so many accepted shares. */
async function accepted(miner: Program, shares: number): Promise<void> {
  for (let at = 0, count = 0; count < shares; count++) {
    const line = await miner.waitFor(isAccepted, 'an accepted share', MINING_MS, at);
    at = miner.lines.indexOf(line) + 1;
  }
}

async function demo(): Promise<void> {
  const bench = new Bench();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void bench.dispose().finally(() => process.exit(1)));
  try {
    const data = `${bench.directory}/node`;
    const command = async (...args: string[]): Promise<Line> =>
      (await bench.run(process.execPath, [NODE_CLI, ...args, '--data', data])).lines.at(-1) ?? {};
    const { secret } = await command('device', 'add', 'garage', '--json');
    const flags = ['--listen', 'off', '--stratum', '127.0.0.1:0', '--stratum-open', 'solo'];
    say(`starting the node: mite-node run ${flags.join(' ')}`);
    const node = bench.start(process.execPath, [NODE_CLI, 'run', '--events', '--data', data, ...flags]);
    const { port } = await node.waitFor(line => line.event === 'stratum', 'the Stratum door');
    const { address } = await node.waitFor(line => line.event === 'ready', 'the node');
    say(`it takes Stratum miners at 127.0.0.1:${port}`);
    const start = (user: unknown, password: unknown, agent: string): Program =>
      bench.start(process.execPath, [MINER, String(port), String(user), String(password), agent]);

    const stranger = start('garage', 'guessed', 'stranger/1.0');
    const refused = await stranger.waitFor(line => 'authorised' in line, 'the refusal');
    if (refused.authorised !== false) throw new Error('a wrong secret was let in');
    say(`a miner with a wrong secret is refused: ${JSON.stringify(refused.error)}`);
    const miners = {
      garage: start('garage', secret, 'cpuminer/2.5.1'),
      nerd: start(`${address}.nerd`, 'x', 'NerdMinerV2'),
    };
    say(
      `two miners begin: "garage" with its secret, and "${String(address).slice(0, 12)}….nerd" without one`,
    );
    for (const [name, miner] of Object.entries(miners)) {
      await accepted(miner, SHARES);
      const { difficulty } = miner.lines.filter(line => 'difficulty' in line).at(-1) ?? {};
      say(`${name} has ${SHARES} accepted shares; its difficulty is ${difficulty}`);
    }
    say('waiting for a block: 8,000,000 hashes, for a client in JavaScript');
    const block = await node.waitFor(line => line.event === 'block', 'a block', MINING_MS);
    say(`${block.device} found block ${block.height}: ${String(block.hash).slice(0, 16)}…`);
    const mining = (Date.now() - begun) / 1000;
    await Promise.all(Object.values(miners).map(miner => miner.kill('SIGTERM')));
    await node.kill('SIGTERM');

    const rows = new StoredRows(`${data}/mite.sqlite`);
    print('');
    for (const [name, miner] of Object.entries(miners)) {
      const answers = miner.lines.filter(line => 'accepted' in line);
      const good = answers.filter(isAccepted).length;
      const stored = rows.sharesOf(name);
      // An answer may be on its way when both end; a share is on disk before it is answered.
      if (stored < good) throw new Error(`${name}: ${good} shares were accepted, and ${stored} are stored`);
      const difficulties = miner.lines.filter(line => 'difficulty' in line).map(line => line.difficulty);
      print(
        `${name.padEnd(8)} shares accepted ${good}, stored ${stored}, refused ${answers.length - good}; difficulty ${difficulties[0]} to ${difficulties.at(-1)}`,
      );
    }
    rows.close();
    const { height, ok } = await command('verify', '--json');
    print(`the ledger checks out from genesis to block ${height ?? '?'}${ok === false ? ': NO' : ''}`);
    print(`mined for ${mining.toFixed(1)} s`);
    print('');
    print('With a miner of your own: docs/operations.md, "Stratum miners"');
  } finally {
    await bench.dispose();
  }
}

try {
  await demo();
  process.exit(0);
} catch (error) {
  print(`demo-stratum: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
