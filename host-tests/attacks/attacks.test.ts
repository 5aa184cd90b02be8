/** A lying node against a real board (XS, natives under ASan and UBSan): each lie ends in a refusal that can be seen. */

import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import { BOARD } from '../support/processes.js';
import { GENESIS, type Liar, type Mined, mine, mineMany, RULES } from './liar.js';
import { lie } from './lie.js';

/** An honest beginning: the board has verified `count` headers and mines on the last. */
async function begun(liar: Liar, count: number): Promise<Mined[]> {
  const chain = [GENESIS, ...mineMany(GENESIS, count)];
  const tip = chain.at(-1)!;
  liar.chain = chain;
  liar.onHello = () => {
    void liar.announce(liar.chain!.at(-1)!).then(() => liar.job(liar.chain!.at(-1)!));
  };
  liar.startBoard();
  await liar.mines(tip);
  return chain;
}

/** After the lie: an honest chain with more work, and the board mines again. */
async function madeGood(liar: Liar, honest: Mined[], from: number): Promise<void> {
  const chain = [...honest, mine(honest.at(-1)!, { salt: 99 })];
  const tip = chain.at(-1)!;
  liar.chain = chain;
  await liar.announce(tip);
  await liar.job(tip);
  await liar.mines(tip, from);
}

lie('fake low-difficulty chain: more headers, each easier than the rules demand', async (t, liar) => {
  const chain = await begun(liar, 20);
  const from = liar.board.lines.length;
  const fake = mineMany(chain[10]!, 30, { nBits: 0x2100ffff, salt: 1 });
  liar.chain = [...chain.slice(0, 11), ...fake];
  await liar.announce(fake.at(-1)!);
  await liar.job(fake.at(-1)!);
  await liar.refuses('low-difficulty', from);
  await madeGood(liar, chain, from);
  t.pass();
});

lie('headers without proof of work', async (t, liar) => {
  const chain = await begun(liar, 20);
  const from = liar.board.lines.length;
  const worthless = mine(chain.at(-1)!, { worthless: true, salt: 2 });
  liar.chain = [...chain, worthless];
  await liar.announce(worthless);
  await liar.job(worthless);
  await liar.refuses('no-proof-of-work', from);
  await madeGood(liar, chain, from);
  t.pass();
});

lie('time-warp: a header before the median of the last eleven', async (t, liar) => {
  const chain = await begun(liar, 20);
  const from = liar.board.lines.length;
  const early = mine(chain.at(-1)!, { time: chain[14]!.time });
  liar.chain = [...chain, early];
  await liar.announce(early);
  await liar.job(early);
  await liar.refuses('time', from);
  await madeGood(liar, chain, from);
  t.pass();
});

lie('stale fork served as the tip: fewer headers than the board knows', async (t, liar) => {
  const chain = await begun(liar, 20);
  const from = liar.board.lines.length;
  const stale = mineMany(chain[10]!, 5, { salt: 3 });
  liar.chain = [...chain.slice(0, 11), ...stale];
  await liar.announce(stale.at(-1)!);
  await liar.job(stale.at(-1)!);
  await liar.refuses('stale-fork', from);
  await madeGood(liar, chain, from);
  t.pass();
});

lie(
  'withheld headers: a tip is told, what leads to it is not',
  async (t, liar) => {
    const chain = await begun(liar, 20);
    const from = liar.board.lines.length;
    const more = mineMany(chain.at(-1)!, 5);
    liar.chain = undefined;
    await liar.announce(more.at(-1)!);
    await liar.job(more.at(-1)!);
    await liar.refuses('withheld', from, MINING_MS);
    await madeGood(liar, chain, from);
    t.pass();
  },
  true,
);

lie(
  'header flood: more tips than a chain can have',
  async (t, liar) => {
    const chain = await begun(liar, 20);
    const from = liar.board.lines.length;
    for (let i = 0; i < 200; i++) await liar.announce(mine(chain[i % 10]!, { salt: 1000 + i }));
    await liar.refuses('flood', from);
    await new Promise(resolve => setTimeout(resolve, 61_000)); // the bound is one of a minute
    await madeGood(liar, chain, from);
    t.pass();
  },
  true,
);

lie(
  'header flood: long answers that nobody asked for, back to back, while shares wait',
  async (t, liar) => {
    const chain = await begun(liar, 20);
    // Each hash is a block here, and no share gets a result: as many as the board keeps.
    await liar.job(chain.at(-1)!, { shareBits: RULES.powLimitBits });
    await liar.board.waitFor(line => line.event === 'status' && line.pending === 16, 'pending shares');
    const from = liar.board.lines.length;
    const long = new Array<Mined>(64).fill(chain[1]!);
    // On a busy machine the connection may end under it, and what was sent is lost: once more then.
    for (let tries = 10; ; tries--) {
      void liar.board.kill('SIGSTOP'); // all of it waits when it goes on
      const sent = Promise.all(Array.from({ length: 300 }, () => liar.headers(1_000, long)));
      await new Promise(resolve => setTimeout(resolve, 300));
      void liar.board.kill('SIGCONT');
      await sent;
      const problem = await liar.refuses('flood', from, 90_000).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (problem === undefined) break;
      if (tries === 0 || !liar.board.running) throw problem;
    }
    t.is(new Set(liar.statuses.map(({ boot }) => boot)).size, 1, 'the board has not restarted');
    await new Promise(resolve => setTimeout(resolve, 61_000));
    await madeGood(liar, chain, from);
  },
  true,
  BOARD,
);

lie(
  'an accepted job whose tip has passed is left, also while a newer job waits for its parent',
  async (t, liar) => {
    const chain = await begun(liar, 20);
    const from = liar.board.lines.length;
    const more = mineMany(chain.at(-1)!, 3);
    await liar.job(mine(more.at(-1)!, { salt: 77 }));
    liar.chain = [...chain, ...more];
    await liar.announce(more.at(-1)!);
    await liar.board.waitFor(
      line => line.event === 'status' && line.chain === 'verified' && line.tipHeight === more.at(-1)!.height,
      'the new tip',
      ANSWER_MS,
      from,
    );
    const after = liar.board.lines.length;
    await liar.board.waitFor(
      line => line.event === 'status' && line.state === 'waiting',
      'the end',
      ANSWER_MS,
      after,
    );
    await madeGood(liar, [...chain, ...more], from);
    t.pass();
  },
);

lie('replayed old tip after a restart: the board remembers more work', async (t, liar) => {
  const chain = await begun(liar, 40);
  await liar.board.kill('SIGTERM');
  liar.chain = chain.slice(0, 31);
  liar.startBoard();
  await liar.refuses('old-tip');
  await madeGood(liar, chain, 0);
  t.pass();
});

lie(
  'the owner may forget what was verified: then a chain that was started over is followed',
  async (t, liar) => {
    const chain = await begun(liar, 40);
    await liar.board.kill('SIGTERM');
    const anew = [GENESIS, ...mineMany(GENESIS, 10, { salt: 4 })];
    liar.chain = anew;
    liar.startBoard();
    await liar.refuses('old-tip');
    liar.board.write('chain forget');
    await liar.mines(anew.at(-1)!);
    // And it is that one that outlives the next restart.
    await liar.board.kill('SIGTERM');
    liar.chain = chain.slice(0, 9);
    liar.startBoard();
    await liar.refuses('old-tip');
    t.pass();
  },
);

lie(
  'job on an unknown parent',
  async (t, liar) => {
    const chain = await begun(liar, 20);
    const from = liar.board.lines.length;
    const unknown = mine(mine(chain.at(-1)!, { salt: 5 }), { salt: 6 });
    await liar.job(unknown);
    await liar.refuses('job-unknown-parent', from);
    await liar.job(chain.at(-1)!);
    await liar.mines(chain.at(-1)!, from);
    t.pass();
  },
  true,
);

lie('jobs with a wrong height, wrong nBits, or times that the rules forbid', async (t, liar) => {
  const chain = await begun(liar, 20);
  const tip = chain.at(-1)!;
  const tries: [string, Parameters<Liar['job']>[1]][] = [
    ['job-height', { height: tip.height + 2 }],
    ['job-bits', { nBits: 0x2000ffff }],
    ['job-time', { minTime: chain[10]!.time, time: tip.time + 600 }],
  ];
  for (const [reason, change] of tries) {
    const from = liar.board.lines.length;
    await liar.job(tip, change);
    await liar.refuses(reason, from);
    await liar.job(tip);
    await liar.mines(tip, from);
  }
  t.pass();
});

lie('a coinbase that pays somebody else, or more than there is', async (t, liar) => {
  const chain = await begun(liar, 20);
  const tip = chain.at(-1)!;
  const other = Uint8Array.of(0, 20, ...new Array(20).fill(0x66));
  const owner = Uint8Array.of(0, 20, ...new Array(20).fill(0x5a));
  const tries: [string, Parameters<Liar['job']>[2]][] = [
    ['job-payout', [{ value: 5_000_000_000n, script: other }]],
    [
      'job-payout',
      [
        { value: 4_899_999_999n, script: owner },
        { value: 100_000_001n, script: other },
      ],
    ],
    [
      'job-overpays',
      [
        { value: 5_000_000_000n, script: owner },
        { value: 1n, script: other },
      ],
    ],
  ];
  for (const [reason, outputs] of tries) {
    const from = liar.board.lines.length;
    await liar.job(tip, {}, outputs);
    await liar.refuses(reason!, from);
    await liar.job(tip);
    await liar.mines(tip, from);
  }
  // Exactly the 98 % that the owner demands.
  const from = liar.board.lines.length;
  await liar.job(tip, {}, [
    { value: 4_900_000_000n, script: owner },
    { value: 100_000_000n, script: other },
  ]);
  await liar.board.waitFor(
    line => line.event === 'job' && line.accepted === true,
    'the job',
    ANSWER_MS,
    from,
  );
  t.pass();
});

lie('a reorganisation of 100 headers is followed, one below the anchor is not', async (t, liar) => {
  const chain = await begun(liar, 350);
  let from = liar.board.lines.length;
  const branch = [...chain.slice(0, 251), ...mineMany(chain[250]!, 101, { salt: 7 })];
  liar.chain = branch;
  await liar.announce(branch.at(-1)!);
  await liar.job(branch.at(-1)!);
  await liar.mines(branch.at(-1)!, from);
  from = liar.board.lines.length;
  const deep = [...chain.slice(0, 5), ...mineMany(chain[4]!, 360, { salt: 8 })];
  liar.chain = deep;
  await liar.announce(deep.at(-1)!);
  await liar.job(deep.at(-1)!);
  await liar.refuses('deep-fork', from);
  await madeGood(liar, branch, from);
  t.pass();
});
