/** backup, verify, restore and wallet for the data of a node with a real bitcoind behind it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { TEST_MS } from '../support/deadlines.js';
import { type Line, NODE_CLI } from '../support/processes.js';
import { skippedWithout } from '../support/tools.js';
import { MiningBed } from './mining-bed.js';

interface Answer {
  readonly code: number | string;
  readonly lines: readonly Line[];
  /** Standard error. */
  readonly errors: string;
}

test('data of such a node: backed up while it runs, verified, restored after a loss, and mined on; damage is named, and the wallet is elsewhere', async t => {
  if (skippedWithout(t, 'bitcoind')) return;
  t.timeout(TEST_MS);
  const bed = await MiningBed.begin();
  t.teardown(() => bed.dispose());
  const call = async (...args: string[]): Promise<Answer> => {
    const program = bed.start(process.execPath, [NODE_CLI, ...args]);
    const code = await program.ended;
    return { code, lines: program.lines, errors: program.errors.join('\n') };
  };
  const own = ['--data', bed.data] as const;
  await bed.startBitcoinNode();
  await bed.board('porch');
  await bed.blocks(3);
  const copy = join(bed.directory, 'copy');
  const made = await call('backup', copy, '--json', ...own);
  t.is(made.code, 0, made.errors);
  t.deepEqual(made.lines[0]?.files, ['mite.sqlite', 'headers.bin', 'blocks']);
  const checked = (await call('verify', copy, '--json', ...own)).lines[0] as Line & { found: Line };
  t.true(Number(checked.found.blocks) >= 3);
  t.is(checked.found.missing, 0);
  t.is(checked.hash, await bed.bitcoind.call('getblockhash', checked.height));
  t.is((await call('verify', ...own)).code, 0, 'beside the running node');
  await bed.node.kill('SIGTERM');

  // The wallet is bitcoind's.
  for (const command of [['new'], ['address'], ['balance'], ['send', bed.address, '1']]) {
    const { code, errors } = await call('wallet', ...command, ...own);
    t.is(code, 2, command[0]);
    t.regex(errors, /whose blocks pay to your own wallet/);
  }
  t.false(existsSync(join(bed.data, 'wallet.json')));

  // What is damaged is named.
  const headers = join(copy, 'headers.bin');
  const whole = readFileSync(headers);
  const [name] = bed.storedBlocks();
  const block = join(copy, 'blocks', `${name}.hex`);
  const hex = existsSync(block) ? readFileSync(block, 'latin1') : '';
  for (const [file, content, message] of [
    [
      headers,
      Buffer.concat([whole.subarray(0, 8_500), Buffer.from([1]), whole.subarray(8_501)]),
      /header \d+: /,
    ],
    [headers, Buffer.concat([Buffer.from('x'), whole.subarray(1)]), /headers of another chain/],
    ...(hex === '' ? [] : ([[block, hex.replace(/..\n$/, '01\n'), /its file: /]] as const)),
  ] as const) {
    const good = readFileSync(file);
    writeFileSync(file, content);
    for (const command of ['verify', 'restore']) {
      const { code, errors } = await call(
        command,
        copy,
        ...(command === 'restore' ? ['--replace'] : []),
        ...own,
      );
      t.is(code, 1, errors);
      t.regex(errors, message);
    }
    writeFileSync(file, good);
  }

  const back = await call('restore', copy, '--replace', ...own);
  t.is(back.code, 0, back.errors);
  t.regex(
    back.lines.map(({ text }) => text).join('\n'),
    /restored mite\.sqlite, headers\.bin, blocks at height/,
  );
  await bed.startBitcoinNode();
  await bed.blocks(1, 0);
  await bed.node.kill('SIGTERM');
  const again = await call('verify', '--json', ...own);
  t.is(again.code, 0, again.errors);
});
