/** What is legal and large, at the worst moment, against the board with a chip's limit: 16 shares wait for a result. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { subsidy } from '../../firmware/domain/chain.js';
import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import { BOARD } from '../support/processes.js';
import { DEVICE, GENESIS, type Liar, type Mined, mine, mineMany, OWNER_SCRIPT, RULES } from './liar.js';
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

/** It answers, in the boot that it began with; its node may have been refused by now. */
async function stillThere(t: ExecutionContext, liar: Liar): Promise<void> {
  const { length } = liar.board.lines;
  liar.board.write('status');
  const status = await liar.board.waitFor(
    line => line.reply === 'status' && line.slotPeak !== undefined,
    'its status',
    MINING_MS,
    length,
  );
  t.log(`slots ${status.slotPeak}, chunks ${status.chunkPeak} of ${status.heapLimit} bytes`);
  t.is(liar.keys.length, 1, 'the board has not restarted');
}

/** Right in every way, and as large as a job may be. */
function largeJob(liar: Liar, tip: Mined): Promise<void> {
  const outputs = [
    { value: subsidy(RULES, tip.height + 1), script: OWNER_SCRIPT },
    ...Array.from({ length: 91 }, () => ({ value: 0n, script: new Uint8Array(34) })),
  ];
  const merkleBranch = Array.from({ length: 24 }, () => new Uint8Array(randomBytes(32)));
  return liar.job(tip, { merkleBranch }, outputs);
}

limited('correct jobs as large as they may be, one after the other', async (t, liar) => {
  const chain = await waiting(liar);
  const tip = chain.at(-1)!;
  for (let i = 0; i < 24; i++) await largeJob(liar, tip);
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

limited(
  'a board that runs out says so after its restart, and does not come back at once',
  async (t, liar) => {
    const tip = mine(GENESIS);
    liar.chain = [GENESIS, tip];
    // A heap that is enough for mining and not for a large job.
    liar.first = ['--heap', '83500'];
    liar.onHello = () => {
      void liar.announce(tip).then(() => liar.job(tip));
    };
    liar.startBoard();
    await liar.mines(tip);
    for (let i = 0; i < 8 && liar.board.running; i++) await largeJob(liar, tip);
    t.is(await liar.board.ended, 71);
    liar.startBoard();
    await liar.mines(tip);
    const told = liar.statuses.filter(({ boot }) => boot === liar.boots[1]);
    t.like(told[0], { reset: 'heap', heapEnds: 1 }, 'the second boot says how the first ended');
    t.regex(told[0]!.doing ?? '', /^(job|headers)$/);
    await liar.board.kill('SIGTERM');
    // What two more ends would leave: each takes longer, since the board stays away before it.
    writeFileSync(join(liar.directory, DEVICE, 'heap-end'), '3 1 job\n');
    liar.startBoard();
    const notice = await liar.board.waitFor(line => line.event === 'heap', 'why it stays away', ANSWER_MS);
    t.regex(
      String(notice.text),
      /^3 boots in a row ran out of memory \(at: [a-z]+\): not connecting for 10 min$/,
    );
    liar.board.write('status');
    const status = await liar.board.waitFor(
      line => line.reply === 'status' && line.away !== undefined,
      'status',
    );
    t.true(Number(status.away) > 500);
    t.is(liar.boots.length, 2, 'it has not been back');
    // Another node, or the owner's word that it is one, ends that.
    liar.board.write('config set node.port 1');
    await liar.board.waitFor(
      line => line.event === 'node' && line.connected === false,
      'an attempt',
      ANSWER_MS,
    );
    await liar.board.kill('SIGTERM');
    liar.first = [];
    liar.startBoard();
    await liar.mines(tip);
    t.is(liar.statuses.at(-1)!.reset, 'power');
  },
);
