import test from 'ava';
import { MINING_MS } from '../support/deadlines.js';
import { acknowledged, Bed } from './bed.js';

/** Height of the chain at which the fleet has worked long enough. */
const HEIGHT = 8;

test.serial('four boards never search the same work', async t => {
  const bed = new Bed();
  try {
    const node = await bed.startNode();
    const ids = ['board-1', 'board-2', 'board-3', 'board-4'];
    const boards = [];
    for (const id of ids) boards.push(await bed.newBoard(id));
    await node.waitFor(
      line => line.event === 'block' && Number(line.height) >= HEIGHT,
      `block ${HEIGHT}`,
      MINING_MS,
    );
    for (const board of boards) {
      await board.waitFor(
        line => line.event === 'result' || line.event === 'block',
        'a result for each board',
        MINING_MS,
      );
    }
    await Promise.all(boards.map(board => board.kill('SIGTERM')));
    await node.kill('SIGTERM');

    const shares = bed.shares();
    t.deepEqual([...new Set(shares.map(share => share.device))].sort(), ids);
    // The work of a board is (extranonce1, extranonce2); extranonce1 is the session's number, a session is one board's.
    const owner = new Map<number, string>();
    for (const share of shares) {
      t.is(owner.get(share.session) ?? share.device, share.device);
      owner.set(share.session, share.device);
    }
    t.is(owner.size, ids.length);
    const headers = new Set(shares.map(share => share.hash.toString('hex')));
    t.is(headers.size, shares.length, 'no header was found twice');
    const acknowledgements = boards.reduce((sum, board) => sum + acknowledged(board).length, 0);
    t.log(`${shares.length} shares stored, ${acknowledgements} acknowledged`);
    t.true(shares.length >= acknowledgements);
    await bed.command('verify');
  } finally {
    await bed.dispose();
  }
});
