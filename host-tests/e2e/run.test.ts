import { join } from 'node:path';
import test from 'ava';
import { Bench, ROOT, sleep } from '../support/processes.js';

const RUN = join(ROOT, 'build/js/boards/host/run/main.js');

test.serial('make run mines the blocks asked for, ends with 0, and goes on with the same chain', async t => {
  const bench = new Bench();
  try {
    const data = join(bench.directory, 'data');
    const first = await bench.run(process.execPath, [RUN, '--blocks', '2', '--data', data]);
    const text = (program: typeof first) => program.lines.map(line => String(line.text)).join('\n');
    // A fast machine finds further blocks before it has stopped.
    const [, mined, height] =
      /(\d+) blocks mined and stored in .*; the chain is at height (\d+)/.exec(text(first)) ?? [];
    t.true(Number(mined) >= 2 && mined === height, text(first));
    t.regex(text(first), /block 1 [0-9a-f]{64} by board-1/);
    const second = await bench.run(process.execPath, [RUN, '--blocks', '1', '--data', data]);
    const [, begun] = /devnet at height (\d+)/.exec(text(second)) ?? [];
    t.true(Number(begun) >= Number(height), text(second));
    t.regex(text(second), new RegExp(`block ${Number(begun) + 1} [0-9a-f]{64} by board-1`));
  } finally {
    await bench.dispose();
  }
});

test.serial('make run stops cleanly on Ctrl-C and refuses wrong arguments with one line', async t => {
  const bench = new Bench();
  try {
    const data = join(bench.directory, 'data');
    const program = bench.start(process.execPath, [RUN, '--boards', '2', '--data', data]);
    await program.waitFor(
      line => /2 of 2 boards mining/.test(String(line.text)),
      'two boards mining',
      60_000,
    );
    t.is(await program.kill('SIGINT'), 0);
    for (const [flag, value, error] of [
      ['--blocks', '0', 'mite: BLOCKS must be a whole number from 1 to 1000000, not "0"'],
      ['--boards', '1.5', 'mite: BOARDS must be a whole number from 1 to 64, not "1.5"'],
    ] as const) {
      const wrong = bench.start(process.execPath, [RUN, flag, value, '--data', data]);
      t.is(await wrong.ended, 2);
      t.deepEqual(wrong.errors, [error]);
    }
  } finally {
    await bench.dispose();
  }
});

test.serial('make run leaves nothing behind when it is killed, or when its reader leaves', async t => {
  const bench = new Bench();
  try {
    const data = join(bench.directory, 'data');
    /** The lock of the data directory is free only when the node and the boards have ended. */
    const runsAgain = async () => {
      for (let tries = 0; tries < 30; tries++) {
        const again = bench.start(process.execPath, [RUN, '--blocks', '1', '--data', data]);
        if ((await again.ended) === 0) return true;
        await sleep(500);
      }
      return false;
    };
    const killed = bench.start(process.execPath, [RUN, '--data', data]);
    await killed.waitFor(line => /1 of 1 board mining/.test(String(line.text)), 'mining', 60_000);
    await killed.kill('SIGKILL');
    t.true(await runsAgain());
    const piped = bench.start('sh', ['-c', `"${process.execPath}" "${RUN}" --data "${data}" | head -1`]);
    t.is(await piped.ended, 0);
    t.true(await runsAgain());
  } finally {
    await bench.dispose();
  }
});
