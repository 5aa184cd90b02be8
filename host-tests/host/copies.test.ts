/** The settings of an emulated board are in two copies, as on a chip: damage, kill -9, and data of boards before. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { SCHEMA } from '../../firmware/schema.js';
import { decodeSettings, encodeSettings } from '../../firmware/settings/store.js';
import { MINING_MS } from '../support/deadlines.js';
import { BOARD, type Line, Program, ROOT, sleep } from '../support/processes.js';
import { slotFile, storedRecord } from '../support/stored.js';
import { temporary } from './board.js';

/** Starts the board in this directory. */
async function boot(t: ExecutionContext, directory: string): Promise<{ board: Program; boot: Line }> {
  const board = new Program(BOARD, ['--data', directory, '--json', '--set', 'mining.enabled=false']);
  t.teardown(() => board.kill('SIGKILL'));
  return { board, boot: await board.waitFor(line => line.event === 'boot', 'its boot') };
}

/** Gives it names, one after the other. */
async function rename(t: ExecutionContext, directory: string, ...names: string[]): Promise<void> {
  const { board } = await boot(t, directory);
  for (const name of names) {
    const from = board.lines.length;
    board.write(`config set device.id ${name}`);
    await board.waitFor(line => line.reply !== undefined && line.ok === true, 'the answer', MINING_MS, from);
  }
  await board.kill('SIGTERM');
}

/** The name that it boots with, and what it says of its settings. */
async function bootsAs(t: ExecutionContext, directory: string): Promise<string> {
  const { board, boot: line } = await boot(t, directory);
  board.write('status');
  await board.waitFor(each => each.reply === 'status', 'its status');
  await board.kill('SIGTERM');
  const said = board.lines.find(each => each.event === 'settings');
  return said === undefined ? String(line.device) : String(said.text);
}

const FILES = [0, 1] as const;

test('when the newer copy is damaged, anywhere, the board uses the older one and continues from it', async t => {
  const directory = temporary(t);
  await rename(t, directory, 'first', 'second');
  const files = FILES.map(slot => slotFile(directory, 'settings', slot));
  const kept = files.map(file => readFileSync(file));
  for (const file of files) t.is(statSync(file).mode & 0o777, 0o600);
  t.is(await bootsAs(t, directory), 'second');
  const newer = kept[1]!;
  const damages: [string, () => void][] = [
    ...[0, 3, 7, 20, newer.length - 1].map((at): [string, () => void] => [
      `byte ${at}`,
      () => {
        const bytes = Buffer.from(newer);
        bytes[at]! ^= 0x10;
        writeFileSync(files[1]!, bytes);
      },
    ]),
    ['cut', () => writeFileSync(files[1]!, newer.subarray(0, newer.length >> 1))],
    ['empty', () => writeFileSync(files[1]!, '')],
    ['of another', () => writeFileSync(files[1]!, Buffer.alloc(5_000, 7))],
    ['gone', () => rmSync(files[1]!)],
  ];
  for (const [name, damage] of damages) {
    damage();
    t.is(await bootsAs(t, directory), 'first', name);
  }
  // The next save replaces the damaged one, and leaves the whole one.
  writeFileSync(files[1]!, newer.subarray(1));
  await rename(t, directory, 'third');
  t.deepEqual(readFileSync(files[0]!), kept[0]);
  t.is(await bootsAs(t, directory), 'third');
  // The other one too, in its first byte, by which a file of an older board is recognised.
  writeFileSync(files[0]!, Buffer.concat([Buffer.from('B'), kept[0]!.subarray(1)]));
  t.is(await bootsAs(t, directory), 'third');
  for (const file of files) writeFileSync(file, readFileSync(file).subarray(2));
  t.regex(await bootsAs(t, directory), /damaged|cannot be read/);
});

test('the single file of an older board is read, and stays until there are two newer copies', async t => {
  const directory = temporary(t);
  const [first, second] = FILES.map(slot => slotFile(directory, 'settings', slot)) as [string, string];
  const before = encodeSettings({ 'device.id': 'veteran' });
  writeFileSync(first, before);
  t.is(await bootsAs(t, directory), 'veteran');
  t.deepEqual(new Uint8Array(readFileSync(first)), before);
  t.false(existsSync(second));
  await rename(t, directory, 'second');
  t.deepEqual(new Uint8Array(readFileSync(first)), before);
  t.is(await bootsAs(t, directory), 'second');
  writeFileSync(second, '');
  t.is(await bootsAs(t, directory), 'veteran');
  await rename(t, directory, 'third', 'fourth');
  t.is(await bootsAs(t, directory), 'fourth');
  writeFileSync(first, '');
  t.is(await bootsAs(t, directory), 'third');
});

test('kill -9 while settings are written: what was acknowledged is there, or what followed it', async t => {
  const directory = temporary(t);
  const nameOf = () => {
    const record = storedRecord(directory, 'settings');
    const name = record && decodeSettings(SCHEMA, new Uint8Array(record)).values['device.id'];
    return name === undefined ? 0 : Number(String(name).slice(1));
  };
  let next = 1;
  for (let round = 0; round < 8; round++) {
    const { board } = await boot(t, directory);
    const before = nameOf();
    const from = next;
    for (let i = 0; i < 40; i++) board.write(`config set device.id k${next++}`);
    await board.waitFor(line => line.reply !== undefined && line.ok === true, 'the first answer');
    await sleep(round * 4);
    t.is(await board.kill('SIGKILL'), 'SIGKILL');
    const answered = board.lines.filter(line => line.reply !== undefined && line.ok === true).length;
    const stored = nameOf();
    t.true(stored >= from + answered - 1 && stored < next, `${before}, ${answered} answered: k${stored}`);
  }
  t.is(await bootsAs(t, directory), `k${nameOf()}`);
});

test('an older update, which knows no copies, runs in this program with its one file', async t => {
  const directory = temporary(t);
  const image = join(temporary(t), 'before.js');
  const built = readFileSync(join(ROOT, 'build/bundle/mite.js'), 'utf8');
  const exported = /^ {2}(?:[\w$]+ as )?(?:TwinStorage|encodeCopy|isFramed),\n/gm;
  t.is(built.match(exported)?.length, 3);
  const before = built.replace(exported, '');
  writeFileSync(image, before);
  for (const args of [['--firmware', image], []]) {
    const board = new Program(BOARD, [
      ...args,
      '--data',
      directory,
      '--json',
      '--set',
      'mining.enabled=false',
    ]);
    t.teardown(() => board.kill('SIGKILL'));
    const boot = await board.waitFor(line => line.event === 'boot', 'its boot');
    t.is(boot.device, args.length > 0 ? '' : 'first');
    board.write('config set device.id first');
    await board.waitFor(line => line.reply !== undefined && line.ok === true, 'the answer');
    await board.kill('SIGTERM');
    t.is(existsSync(slotFile(directory, 'settings', 1)), args.length === 0);
  }
});
