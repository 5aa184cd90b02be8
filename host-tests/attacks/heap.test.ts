/** What is legal and large, at the worst moment, against the board with a chip's limit: 16 shares wait for a result. */
import { randomBytes } from 'node:crypto';
import type { ExecutionContext } from 'ava';
import { subsidy } from '../../firmware/domain/chain.js';
import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import { BOARD } from '../support/processes.js';
import { GENESIS, type Liar, type Mined, mine, mineMany, OWNER_SCRIPT, RULES } from './liar.js';
import { lie } from './lie.js';

const limited = (name: string, run: Parameters<typeof lie>[1]) => lie(name, run, false, BOARD);

/** The board mines on the last of 20 headers, and each hash is a share without a result: as many as it keeps. */
async function waiting(liar: Liar): Promise<Mined[]> {
  const chain = [GENESIS, ...mineMany(GENESIS, 20)];
  liar.chain = chain;
  const tip = chain.at(-1)!;
  liar.onHello = () => {
    void liar.announce(tip).then(() => liar.job(tip, { shareBits: RULES.powLimitBits }));
  };
  liar.startBoard();
  await liar.mines(tip);
  await liar.board.waitFor(line => line.event === 'status' && line.pending === 16, 'pending shares');
  return chain;
}

async function stillThere(t: ExecutionContext, liar: Liar): Promise<void> {
  const { length } = liar.board.lines;
  liar.board.write('status');
  const status = await liar.board.waitFor(
    line => line.reply === 'status' && line.state === 'mining',
    'its status',
    MINING_MS,
    length,
  );
  t.log(`slots ${status.slotPeak}, chunks ${status.chunkPeak} of ${status.heapLimit} bytes`);
  t.is(liar.keys.length, 1, 'the board has not restarted');
}

limited('correct jobs as large as they may be, one after the other', async (t, liar) => {
  const chain = await waiting(liar);
  const tip = chain.at(-1)!;
  const outputs = [
    { value: subsidy(RULES, tip.height + 1), script: OWNER_SCRIPT },
    ...Array.from({ length: 91 }, () => ({ value: 0n, script: new Uint8Array(34) })),
  ];
  for (let i = 0; i < 24; i++)
    await liar.job(
      tip,
      { merkleBranch: Array.from({ length: 24 }, () => new Uint8Array(randomBytes(32))) },
      outputs,
    );
  await liar.board.waitFor(line => line.event === 'job' && line.jobId === 25, 'the last of them', ANSWER_MS);
  await stillThere(t, liar);
});

limited('tips of equal work in turn, each with its job', async (t, liar) => {
  const chain = await waiting(liar);
  const parent = chain.at(-1)!;
  const twins = [mine(parent, { salt: 901 }), mine(parent, { salt: 902 })];
  for (let i = 0; i < 300; i++) {
    const twin = twins[i % 2]!;
    liar.chain = [...chain, twin];
    await liar.announce(twin);
    await liar.job(twin, { shareBits: RULES.powLimitBits });
    await new Promise(resolve => setTimeout(resolve, 15));
  }
  await stillThere(t, liar);
});
