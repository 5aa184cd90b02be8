import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import test from 'ava';
import { MINING_MS } from '../support/deadlines.js';
import { Bench, type Line, type Program, ROOT, sleep } from '../support/processes.js';

const RUN = join(ROOT, 'build/js/tools/run/main.js');

test.serial(
  'make run mines the requested blocks, ends with 0, and continues with the same chain',
  async t => {
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
  },
);

test.serial('make run stops cleanly on Ctrl-C and refuses wrong arguments with one line', async t => {
  const bench = new Bench();
  try {
    const data = join(bench.directory, 'data');
    const program = bench.start(process.execPath, [RUN, '--boards', '2', '--data', data]);
    await program.waitFor(
      line => /2 of 2 boards mining/.test(String(line.text)),
      'two boards mining',
      MINING_MS,
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
    await killed.waitFor(line => /1 of 1 board mining/.test(String(line.text)), 'mining', MINING_MS);
    await killed.kill('SIGKILL');
    t.true(await runsAgain());
    const piped = bench.start('sh', ['-c', `"${process.execPath}" "${RUN}" --data "${data}" | head -1`]);
    t.is(await piped.ended, 0);
    t.true(await runsAgain());
  } finally {
    await bench.dispose();
  }
});

async function endOf(program: Program): Promise<number | string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>(resolve => {
    timer = setTimeout(() => resolve('hangs'), MINING_MS);
  });
  const how = await Promise.race([program.ended, late]);
  clearTimeout(timer);
  return how;
}

test.serial('make run that cannot start shows the one reason and ends with 1', async t => {
  const bench = new Bench();
  const taken = createServer();
  try {
    await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const used = join(bench.directory, 'used');
    const first = bench.start(process.execPath, [RUN, '--data', used]);
    await first.waitFor(line => /1 of 1 board mining/.test(String(line.text)), 'mining', MINING_MS);
    const damaged = join(bench.directory, 'damaged');
    mkdirSync(damaged, { mode: 0o700 });
    writeFileSync(join(damaged, 'mite.sqlite'), 'no database at all '.repeat(500), { mode: 0o600 });
    const free = join(bench.directory, 'free');
    for (const [flags, reason] of [
      [
        ['--data', used],
        /^mite: the node did not start: another node uses the data directory .*; stop that one/,
      ],
      [['--data', damaged], /^mite: the node did not start: the database file is damaged: /],
      [['--data', '/proc/mite'], /^mite: the directory DATA=\/proc\/mite cannot be used: /],
      [
        ['--data', free, '--listen', `127.0.0.1:${port}`],
        /^mite: the node did not start: another program listens on 127\.0\.0\.1:\d+; stop it, or take another port/,
      ],
      [['--data', free, '--listen', 'nowhere'], /^mite: the node did not start: --listen: must be host:port/],
    ] as const) {
      const program = bench.start(process.execPath, [RUN, ...flags]);
      t.is(await endOf(program), 1, String(flags));
      t.is(program.errors.length, 1, program.errors.join('\n'));
      t.regex(program.errors[0] ?? '', reason);
      t.notRegex(program.lines.map(line => String(line.text)).join('\n'), /height 0|What next/);
    }
    t.is(await first.kill('SIGHUP'), 0);
  } finally {
    taken.close();
    await bench.dispose();
  }
});

/** The process id of the one child, by the system's own list, that was started with this word. */
function childOf({ pid }: Program, word: string): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const wordsOf = (child: string) => readFileSync(`/proc/${child}/cmdline`, 'utf8').split('\0');
  return Number(children.find(child => wordsOf(child).includes(word)));
}

test.serial('a board of make run has a console, as a serial port, for the program mite', async t => {
  const bench = new Bench();
  try {
    const data = join(bench.directory, 'data');
    const run = bench.start(process.execPath, [RUN, '--data', data]);
    const path = join(data, 'board-1/console');
    await run.waitFor(
      line => String(line.text).includes(`npx mite console -p ${path}`),
      'the name',
      MINING_MS,
    );
    await run.waitFor(line => /1 of 1 board mining/.test(String(line.text)), 'mining', MINING_MS);
    const cli = join(ROOT, 'build/js/tools/mite/main.js');
    const set = ['configure', '-p', path, '--set', 'status.interval=7'];
    const configured = await bench.run(process.execPath, [cli, ...set]);
    t.regex(JSON.stringify(configured.lines), /status\.interval/);
    const monitor = bench.start(process.execPath, [cli, 'monitor', '-p', path, '--json']);
    const isStatus = (line: Line) => line.reply === 'status' && line.state !== undefined;
    await monitor.waitFor(isStatus, 'its status', MINING_MS);
    await monitor.kill('SIGTERM');
    const from = run.lines.length;
    await run.waitFor(
      line => /1 of 1 board mining/.test(String(line.text)),
      'the run to go on',
      MINING_MS,
      from,
    );
    t.is(await run.kill('SIGINT'), 0);
    t.false(existsSync(path));
  } finally {
    await bench.dispose();
  }
});

test.serial(
  'make run says when a board or its node dies, and readmits a board that the node has forgotten',
  async t => {
    const bench = new Bench();
    try {
      const data = join(bench.directory, 'data');
      const textOf = (program: Program) => program.lines.map(line => String(line.text)).join('\n');
      const first = bench.start(process.execPath, [RUN, '--data', data]);
      await first.waitFor(line => /1 of 1 board mining/.test(String(line.text)), 'mining', MINING_MS);
      t.regex(textOf(first), /logs: .*data: node\.log, board-1\/board\.log/);
      t.regex(textOf(first), /one more board: npx mite-node device add kitchen --data /);
      const from = first.lines.length;
      process.kill(childOf(first, '--report'), 'SIGKILL');
      await first.waitFor(line => line.text === 'board-1: ended (SIGKILL)', 'its end', MINING_MS, from);
      await first.waitFor(
        line => /1 of 1 board mining/.test(String(line.text)),
        'mining again',
        MINING_MS,
        from,
      );
      process.kill(childOf(first, '--events'), 'SIGKILL');
      t.is(await endOf(first), 1);
      t.regex(first.errors.join('\n'), /^mite: the node ended \(SIGKILL\)/);
      t.regex(
        readFileSync(join(data, 'board-1/board.log'), 'utf8'),
        /connected to 127\.0\.0\.1:\d+ as board-1/,
      );
      t.regex(readFileSync(join(data, 'node.log'), 'utf8'), /^\d\d:\d\d:\d\d {2}node is ready/);

      for (const file of ['mite.sqlite', 'mite.sqlite-wal', 'mite.sqlite-shm', 'database.mark'])
        rmSync(join(data, file), { force: true });
      const again = bench.start(process.execPath, [RUN, '--data', data, '--blocks', '1']);
      t.is(await endOf(again), 0, textOf(again));
      t.regex(textOf(again), /^board-1: .*bad credentials/m);
      t.regex(textOf(again), /What next:\n.*make run DATA=/);
    } finally {
      await bench.dispose();
    }
  },
);

test.serial('make run with an address beyond this machine lets real boards in and says how', async t => {
  const bench = new Bench();
  try {
    const data = join(bench.directory, 'data');
    const run = bench.start(process.execPath, [
      RUN,
      '--data',
      data,
      '--blocks',
      '1',
      '--listen',
      '0.0.0.0:0',
    ]);
    t.is(await endOf(run), 0);
    const text = run.lines.map(line => String(line.text)).join('\n');
    t.regex(text, /node: ready on 0\.0\.0\.0:\d+/);
    t.regex(text, /one more board: npx mite configure -p \/dev\/ttyUSB0 --node \S+:\d+ --device kitchen/);
    t.regex(text, /one more board: every device needs its secret/);
  } finally {
    await bench.dispose();
  }
});
