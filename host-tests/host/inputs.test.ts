/** The emulated board's input pin and temperature: files of others, by the release and the sanitized build. */
import { linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { BOARD, ROOT } from '../support/processes.js';
import { skippedWithout } from '../support/tools.js';
import { type BoardRun, start, startOn, temporary } from './board.js';

const ASAN = join(ROOT, 'build/host/asan/mite-board');

/** What the pin is after `act`: the second answer comes from a later turn of the board's loop than the change. */
async function levelAfter(board: BoardRun, name: string, act: () => void): Promise<string> {
  act();
  for (const word of [`${name}-`, name]) {
    board.child.stdin!.write(`${word}\n`);
    await board.seen(`${word} `);
  }
  return new RegExp(`^${name} (\\w+)$`, 'm').exec(board.out)?.[1] ?? '';
}

/** A pin that prints its changes; "mark N" on the console is printed too, and "close" and "open" do that. */
function pinProgram(file: string): string {
  return `
    let pin;
    const open = () => { pin = new Pin(${JSON.stringify(file)}, true, high => print('changed ' + high)); };
    open();
    print('first ' + pin.read());
    call('console_read', line => {
      if (line === 'end') exit(0);
      else if (line === 'close') { pin.close(); pin.close(); print('closed'); }
      else if (line === 'open') { call('collect'); open(); print('again ' + pin.read()); }
      else { call('collect'); print(line + ' ' + pin.read()); }
    });`;
}

for (const [name, program] of [
  ['release', BOARD],
  ['asan', ASAN],
] as const) {
  const missing = (t: ExecutionContext) => program === ASAN && skippedWithout(t, 'asan');

  test(`${name}: a pin follows its file however it is written; anything but a level changes nothing`, async t => {
    if (missing(t)) return;
    const directory = temporary(t);
    const file = join(directory, 'pin');
    const board = startOn(program, t, pinProgram(file));
    await board.seen('first true'); // there is no file: the level it is pulled to
    const level = (name: string, act: () => void) => levelAfter(board, name, act);
    t.is(await level('low', () => writeFileSync(file, '0\n')), 'false');
    t.is(await level('high', () => writeFileSync(file, '1')), 'true');
    const wrong = ['', '2', 'x', '01', '0 ', '\n0', '0\n\n', '0\0', '0'.repeat(20), '0'.repeat(100_000)];
    for (const [i, text] of wrong.entries())
      t.is(await level(`wrong${i}`, () => writeFileSync(file, text)), 'true', text.slice(0, 20));
    const remove = () => rmSync(file, { recursive: true });
    remove();
    t.is(await level('folder', () => mkdirSync(file)), 'true');
    remove();
    const other = join(directory, 'other');
    writeFileSync(other, '0\r\n');
    t.is(await level('renamed', () => renameSync(other, file)), 'false');
    t.is(await level('gone', remove), 'false');
    writeFileSync(other, '1');
    t.is(await level('linked', () => linkSync(other, file)), 'true');
    remove();
    writeFileSync(other, '0');
    t.is(await level('symbolic', () => symlinkSync(other, file)), 'false');
    board.child.stdin!.write('close\n');
    await board.seen('closed\n');
    remove();
    writeFileSync(file, '1');
    board.child.stdin!.write('open\n');
    await board.seen('again true\n');
    board.child.stdin!.write('end\n');
    t.is(await board.ended, 0);
    t.is(board.err, '');
    const changes = board.lines.filter(line => line.startsWith('changed'));
    t.deepEqual(
      changes,
      ['false', 'true', 'false', 'true', 'false'].map(level => `changed ${level}`),
    );
  });

  test(`${name}: pins are bounded, checked, and closed with the board`, async t => {
    if (missing(t)) return;
    const directory = temporary(t);
    const file = JSON.stringify(join(directory, 'pin'));
    const board = startOn(
      program,
      t,
      `const attempt = make => { try { make(); print('made'); } catch (error) { print(error); } };
       const pins = [];
       for (let i = 0; i < 5; i++) attempt(() => pins.push(new Pin(${file}, i > 0, () => {})));
       print(pins.map(pin => pin.read()));
       attempt(() => pins[0].close());
       attempt(() => pins[0].read());
       attempt(() => new Pin(${JSON.stringify(join(directory, 'no/pin'))}, true, () => {}));
       attempt(() => new Pin('x'.repeat(5000), true, () => {}));
       attempt(() => new Pin(${file}, true));
       attempt(() => new Pin(7, true, () => {}));
       attempt(() => native('xs_mite_host_pin').call({}, ${file}, true, () => {}));
       attempt(() => native('xs_mite_host_pin').call(pins[1], ${file}, true, () => {}));
       attempt(() => pins[0].close());
       attempt(() => new Pin('mite-no-such-pin', true, () => {}));
       exit(0);`,
    );
    t.is(await board.ended, 0, board.err);
    t.is(board.err, '');
    t.deepEqual(board.lines, [
      ...['made', 'made', 'made', 'made', 'RangeError: more than 4 pins', 'false,true,true,true', 'made'],
      'TypeError: not open',
      `Error: cannot watch ${join(directory, 'no/pin')}: No such file or directory`,
      'RangeError: a string of at most 4095 bytes is expected',
      ...['TypeError: a function is expected', 'TypeError: a string is expected'],
      ...board.lines.slice(12, 13), // the engine's own words
      ...['TypeError: open already', 'made', 'made'],
    ]);
    t.regex(board.lines[12]!, /^\w*Error/);
  });

  test(`${name}: a temperature is decimal text within bounds, or unknown`, async t => {
    if (missing(t)) return;
    const directory = temporary(t);
    const wrong = '|\n|-|.|1.|.5|--1|-100|1000|1.0000|1e2|0x10|inf|nan|+1| 1|1 |1\n\n|1,5|1\0'.split('|');
    wrong.push('1'.repeat(16), '9'.repeat(100_000));
    const cases: readonly [text: string, degrees: number | undefined][] = [
      ['0', 0],
      ['41.5\n', 41.5],
      ['-12.25\r\n', -12.25],
      ['999.999', 999.999],
      ['-99', -99],
      ['007', 7],
      ...wrong.map(text => [text, undefined] as [string, undefined]),
    ];
    for (const [i, [text]] of cases.entries()) writeFileSync(join(directory, `${i}`), text);
    const board = startOn(
      program,
      t,
      `for (let i = 0; i < ${cases.length}; i++) print(call('temperature', ${JSON.stringify(directory)} + '/' + i));
       print(call('temperature', '/no/such/file'));
       print(call('temperature', ${JSON.stringify(directory)}));
       print(call('temperature', '/dev/zero'));
       exit(0);`,
    );
    t.is(await board.ended, 0, board.err);
    t.is(board.err, '');
    t.deepEqual(board.lines, [...cases.map(([, degrees]) => String(degrees)), ...Array(3).fill('undefined')]);
  });
}

test('a level between two others is reported if it lasts: a writer that never stops cannot stop the board', async t => {
  const file = join(temporary(t), 'pin');
  const board = start(t, pinProgram(file));
  await board.seen('first true');
  for (let i = 0; i < 2000; i++) writeFileSync(file, `${i % 2}`);
  t.is(await levelAfter(board, 'last', () => writeFileSync(file, '0')), 'false');
  board.child.stdin!.write('end\n');
  t.is(await board.ended, 0);
  const changes = board.lines.filter(line => line.startsWith('changed'));
  t.true(changes.every((line, i) => line === `changed ${i % 2 === 1}`)); // each differs from the one before
});
