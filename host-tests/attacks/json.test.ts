/** JSON that is legal and made to exhaust a board's heap, against the board with a chip's limit, while it mines. */
import { encodeUtf8 } from '../../firmware/protocol/utf8.js';
import { MINING_MS } from '../support/deadlines.js';
import { BOARD } from '../support/processes.js';
import { GENESIS, type Liar, mineMany } from './liar.js';
import { lie } from './lie.js';

const limited = (name: string, run: Parameters<typeof lie>[1]) => lie(name, run, false, BOARD);

/** The board mines and answers, and is still in the boot that it began with. */
async function stillThere(liar: Liar): Promise<void> {
  const { length } = liar.board.lines;
  liar.board.write('status');
  await liar.board.waitFor(
    line => line.reply === 'status' && line.state === 'mining',
    'its status',
    MINING_MS,
    length,
  );
}

async function mining(liar: Liar): Promise<void> {
  liar.chain = [GENESIS, ...mineMany(GENESIS, 3)];
  const tip = liar.chain.at(-1)!;
  liar.onHello = () => {
    void liar.announce(tip).then(() => liar.job(tip));
  };
  liar.startBoard();
  await liar.mines(tip);
}

limited('one message of a kilobyte, full of empty arrays', async (t, liar) => {
  await mining(liar);
  const wide = `[${'[],'.repeat(320)}1]`;
  const nested = `[${'[[[[[[]]]]]],'.repeat(70)}1]`;
  for (const [i, list] of [wide, nested, `{${'"a":{},'.repeat(120)}"b":1}`].entries())
    for (const kind of ['command', 'update'] as const)
      await liar.says(kind, encodeUtf8(`{"v":1,"id":${i + 1},"cmd":"status","x":${list}}`));
  await stillThere(liar);
  t.is(liar.keys.length, 1, 'the board has not restarted');
});

limited('names that never come twice: 4,000 in 40 messages', async (t, liar) => {
  await mining(liar);
  for (let i = 0; i < 40; i++) {
    const names = Array.from({ length: 100 }, (_, k) => `"q${(i * 100 + k).toString(36)}":1`);
    await liar.says('command', encodeUtf8(`{"v":1,"id":${i + 1},"cmd":"status",${names}}`));
  }
  await stillThere(liar);
  t.is(liar.keys.length, 1, 'the board has not restarted');
});
