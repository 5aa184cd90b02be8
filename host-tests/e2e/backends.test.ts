/** The emulated board and its search backends: what `bench` shows, what is stored, and backends that are wrong. */
import { join } from 'node:path';
import test from 'ava';
import { MINING_MS, TEST_MS } from '../support/deadlines.js';
import { type Line, type Program, ROOT } from '../support/processes.js';
import { storedRecord } from '../support/stored.js';
import { Bed } from './bed.js';

/** A board with wrong backends, as host-tests/host/faulty.c says. */
const FAULTY = join(ROOT, 'build/host/faulty/mite-board');
const REAL = new Set(['sha-ni', 'avx2', 'sha2-arm64', 'portable']);

/** The rows and the outcome of a bench. */
async function bench(board: Program, seconds: number): Promise<{ rows: Line[]; outcome: Line }> {
  const from = board.lines.length;
  board.write(`bench ${seconds}`);
  const outcome = await board.waitFor(line => line.winner !== undefined, 'the winner', MINING_MS, from);
  const rows = board.lines.slice(from).filter(line => line.row !== undefined);
  return { rows, outcome };
}

test.serial(
  'bench lists each backend alone and each plan, and the fastest correct one is in use',
  async t => {
    const bed = new Bed();
    try {
      const directory = join(bed.directory, 'board');
      const args = ['--data', directory, '--json', '--threads', '2'];
      const board = bed.start(FAULTY, args, { MITE_FAULTY: 'bl' });
      await board.waitFor(line => line.event === 'setup', 'its first measurements');
      const { rows, outcome } = await bench(board, 3);
      const names = rows.map(row => String(row.row));
      const right = rows.filter(row => row.problem === undefined);
      t.deepEqual(names.slice(0, 2), ['blind', 'lies']);
      t.is(names.indexOf('portable'), names.length / 2 - 1);
      t.is(names.at(-1), 'portable*2');
      for (const name of names.slice(0, names.length / 2)) t.true(names.includes(`${name}*2`));
      for (const row of rows) {
        const faulty = !REAL.has(String(row.row).split('*')[0]!);
        t.is(row.problem !== undefined, faulty, JSON.stringify(row));
        t.is(Number(row.rate) > 0, !faulty, JSON.stringify(row));
      }
      t.regex(String(rows[0]!.problem), /^self-test failed: /);
      t.is(rows[1]!.problem, 'lies makes too many errors');

      // The winner is the fastest of the right plans; it is in use unless the old one is as fast within 3 %.
      const plans = right.filter(row => String(row.row).endsWith('*2'));
      const best = plans.reduce((a, b) => (Number(b.rate) > Number(a.rate) ? b : a));
      t.is(outcome.winner, best.row);
      t.is(outcome.rate, best.rate);
      const used = plans.find(row => row.row === outcome.plan)!;
      t.true(used === best || Number(best.rate) * 100 <= Number(used.rate) * 103);
      board.write('status');
      const status = await board.waitFor(line => line.reply === 'status', 'the status');
      t.is(status.plan, outcome.plan);
      t.true(Number(status.kernelErrors) > 0, 'those of "lies"');

      // Stored, and used again after a restart.
      await board.kill('SIGTERM');
      const stored = storedRecord(directory, 'plan')!.toString('latin1');
      t.true(stored.startsWith('MTP1'));
      t.true(stored.includes(`"plan":"${String(outcome.plan)}"`));
      const again = bed.start(FAULTY, args, { MITE_FAULTY: 'bl' });
      await again.waitFor(line => line.event === 'setup', 'the board to have chosen');
      again.write('status');
      t.is((await again.waitFor(line => line.reply === 'status', 'the status')).plan, outcome.plan);
      await again.kill('SIGTERM');
    } finally {
      await bed.dispose();
    }
  },
);

test.serial(
  'a backend that passes every test but errs while mining is given up, and shares get through',
  async t => {
    const bed = new Bed();
    try {
      await bed.startNode();
      const { secret } = await bed.addDevice('kitchen');
      process.env.MITE_FAULTY = 'c';
      const board = bed.startBoard('kitchen', String(secret), FAULTY);
      const turned = await board.waitFor(line => line.event === 'plan' && line.level === 'error', 'the turn');
      t.is(turned.backend, 'cheats');
      t.true(REAL.has(String(turned.plan)));
      const accepted = await board.waitFor(
        line => (line.event === 'result' || line.event === 'block') && line.reason !== undefined,
        'a share',
      );
      t.true(['accepted', 'block'].includes(String(accepted.reason)), JSON.stringify(accepted));
      board.write('status');
      const status = await board.waitFor(line => line.reply === 'status', 'the status');
      t.is(status.plan, turned.plan);
      t.true(Number(status.kernelErrors) >= 8);
      t.is(status.mismatches, 0);
      await board.kill('SIGTERM');
    } finally {
      delete process.env.MITE_FAULTY;
      await bed.dispose();
    }
  },
);

test.serial('a search thread that hangs is noticed, and the board restarts', async t => {
  t.timeout(TEST_MS);
  const bed = new Bed();
  try {
    await bed.startNode();
    const { secret } = await bed.addDevice('kitchen');
    const settings = {
      'mining.plan': 'hangs',
      'node.host': '127.0.0.1',
      'node.port': bed.port,
      'device.id': 'kitchen',
      'device.secret': secret,
    };
    const args = Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
    const data = join(bed.directory, 'kitchen');
    const board = bed.start(FAULTY, ['--data', data, '--json', '--threads', '2', ...args], {
      MITE_FAULTY: 'h',
    });
    const stuck = (cure: string) =>
      board.waitFor(line => line.event === 'stuck' && line.cure === cure, cure, MINING_MS);
    const { thread } = await stuck('nudge');
    t.is((await stuck('restart')).thread, thread, 'its work given again did not help');
    const boots = () => board.lines.filter(line => line.event === 'boot').length;
    await board.waitFor(() => boots() === 2, 'the second boot');
    await board.kill('SIGKILL'); // the thread hangs again
  } finally {
    await bed.dispose();
  }
});
