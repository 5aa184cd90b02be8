/** The settings file: limits, modes, one board a directory, and kill -9 while it is written. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { run, start, temporary } from './board.js';

test('what was saved is loaded; nothing is undefined; the file is private', async t => {
  const data = join(temporary(t), 'deep', 'er');
  const program = `call('storage_open', call('arguments')[0]);
    const old = call('storage_load');
    print(old === undefined ? 'none' : String(old));
    call('storage_save', new Uint8Array([1, 2, 3, old ? old[3] + 1 : 0]));
    exit(0);`;
  t.deepEqual((await run(t, program, data)).lines, ['none']);
  t.deepEqual((await run(t, program, data)).lines, ['1,2,3,0']);
  t.deepEqual((await run(t, program, data)).lines, ['1,2,3,1']);
  t.is(statSync(join(data, 'settings.bin')).mode & 0o777, 0o600);
  t.is(statSync(data).mode & 0o777, 0o700);
  t.false(existsSync(join(data, 'settings.bin.tmp')));
});

test('at most 4108 bytes, written or read', async t => {
  const data = temporary(t);
  const program = `call('storage_open', call('arguments')[0]);
    for (const run of [() => call('storage_load'), () => call('storage_save', new Uint8Array(4109)),
      () => call('storage_save', new Uint8Array(4108)), () => call('storage_load').length])
      try { print(run()); } catch (error) { print(error.name); }
    exit(0);`;
  writeFileSync(join(data, 'settings.bin'), Buffer.alloc(4109));
  t.deepEqual((await run(t, program, data)).lines, ['RangeError', 'RangeError', 'undefined', '4108']);
});

test('an unusable directory is reported as an error', async t => {
  const data = temporary(t);
  writeFileSync(join(data, 'file'), '');
  mkdirSync(join(data, 'board', 'settings.bin'), { recursive: true });
  const program = `for (const run of [() => call('storage_load'), () => call('storage_save', new Uint8Array(1)),
      () => call('storage_open', call('arguments')[0]), () => call('storage_save', new Uint8Array(1))])
      try { print(run()); } catch (error) { print(error.message); }
    exit(0);`;
  t.like((await run(t, program, join(data, 'file', 'x'))).lines, {
    0: 'no data directory',
    1: 'no data directory',
    2: `cannot open ${data}/file/x: Not a directory`,
  });
  t.is(
    (await run(t, program, join(data, 'board'))).lines[3],
    `cannot write ${data}/board/settings.bin: Is a directory`,
  );
});

test('a second board cannot use the same directory', async t => {
  const data = temporary(t);
  const program = `try { call('storage_open', call('arguments')[0]); print('mine'); after(60000, () => {}); }
    catch (error) { print(error.message); exit(0); }`;
  const first = start(t, program, data);
  await first.seen('mine');
  t.deepEqual((await run(t, program, data)).lines, [`another board uses ${data}`]);
  first.child.kill('SIGKILL');
  await first.ended;
  const next = start(t, program, data);
  await next.seen('mine');
});

test('kill -9 during saves leaves the old or the new record, whole', async t => {
  const data = temporary(t);
  const program = `call('storage_open', call('arguments')[0]);
    let n = 0;
    function save() { n = (n + 1) % 256; call('storage_save', new Uint8Array(4096).fill(n)); if (n === 1) print('saving'); after(0, save); }
    save();`;
  for (let round = 0; round < 10; round++) {
    const board = start(t, program, data);
    await board.seen('saving');
    await new Promise(resolve => setTimeout(resolve, 5 + round * 7));
    board.child.kill('SIGKILL');
    t.is(await board.ended, 'SIGKILL');
    const record = readFileSync(join(data, 'settings.bin'));
    t.is(record.length, 4096);
    t.true(record.every(byte => byte === record[0]));
  }
});
