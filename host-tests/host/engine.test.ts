/** The machine: natives, faults, the heap's limit, what is kept of flash. */
import test from 'ava';
import { run } from './board.js';

test('native: the same function each time; unknown names and wrong kinds throw', async t => {
  const { code, lines } = await run(
    t,
    `print(native('xs_mite_host_now') === native('xs_mite_host_now'));
     for (const wrong of [() => native('nobody'), () => native(1), () => native(), () => Native('xs_mite_host_now'),
       () => native('xs_mite_host_tcp_destructor'), () => Native('x'), () => Native('xs_mite_search_destructor')(),
       () => native('xs_mite_host_tcp').call({}, 'a', 1, {}), () => native('xs_mite_host_tcp_write').call(new Tcp('', 0))])
       try { wrong(); print('no error'); } catch (error) { print(error); }
     exit(0);`,
  );
  t.is(code, 0);
  t.is(lines[0], 'true');
  t.is(lines[1], 'ReferenceError: native: no "nobody" on this board');
  t.is(lines.length, 10);
  t.false(lines.includes('no error'));
  for (const line of lines.slice(1)) t.regex(line, /^[A-Z]\w+Error: /);
});

test('natives refuse wrong arguments and survive', async t => {
  const { code, lines } = await run(
    t,
    `const values = [undefined, null, true, -1, 1e300, NaN, 'x', '', {}, [], () => {}, new Uint8Array(3), 10n, Symbol()];
     let thrown = 0, tried = 0;
     for (const name of ['timer_set', 'timer_clear', 'random', 'storage_save', 'storage_load', 'storage_open', 'tcp',
       'tcp_write', 'tcp_close', 'on_signal', 'console_read', 'complain'])
       for (const value of values) {
         if (name === 'storage_open' && value === 'x') continue;
         tried++;
         try { native('xs_mite_host_' + name).call(value, value, value, value); } catch (error) { thrown++; }
       }
     print(thrown > 130 && tried > 160);
     exit(0);`,
  );
  t.is(code, 0);
  t.deepEqual(lines, ['true']);
});

test('destructors run at a collection and at the end', async t => {
  // A listener that is closed shows in the connection count: sixteen may be open, any number may have been.
  const { code, lines } = await run(
    t,
    `for (let i = 0; i < 200; i++) { new Tcp('127.0.0.1', 1, {}).close(); if (i % 50 === 0) call('collect'); }
     const open = [];
     for (let i = 0; i < 16; i++) open.push(new Tcp('127.0.0.1', 1, { onClose() {} }));
     try { new Tcp('127.0.0.1', 1, {}); } catch (error) { print(error); }
     exit(0);`,
  );
  t.is(code, 0);
  t.deepEqual(lines, ['Error: more than 16 connections']);
});

test('an uncaught exception ends the board with code 70 and one line', async t => {
  for (const [program, message] of [
    ['throw new TypeError("at load")', 'uncaught TypeError: at load'],
    ['after(1, () => { throw new Error("two\\nlines") })', 'uncaught Error: two lines'],
    [
      `class Search extends Native('xs_mite_search_destructor') { onWake() { throw new Error('woken'); } }
       const search = new Search();
       native('xs_mite_search_constructor').call(search, 2);
       native('xs_mite_search_start').call(search, 1, new Uint8Array(80), new Uint8Array(32).fill(255), 0, 1000, 0);
       after(10000, () => exit(0));`,
      'uncaught Error: woken',
    ],
    ['Promise.reject(new RangeError("rejected"))', 'unhandled rejection: RangeError: rejected'],
    [
      'Promise.resolve().then(() => { nobody() })',
      'unhandled rejection: ReferenceError: get nobody: undefined variable',
    ],
    ['}', 'uncaught SyntaxError: invalid script'],
  ] as const) {
    const { code, err } = await run(t, program);
    t.is(code, 70, program);
    t.regex(err, /^mite-board: fatal: [^\n]+\n$/);
    if (program !== '}') t.true(err.includes(message), err);
  }
});

test('an exhausted heap ends the board with one clear line and code 71', async t => {
  for (const program of [
    'const all = []; for (;;) all.push({});',
    'const all = []; for (let i = 0; ; i++) all.push(new Uint8Array(1000));',
    'let text = "x"; for (;;) text += text;',
    'new Uint8Array(200000);',
  ]) {
    const { code, err } = await run(t, program);
    t.is(code, 71, program);
    t.regex(
      err,
      /^mite-board: fatal: XS heap exhausted \(slots \d+, chunks \d+, stack 8192, tables \d+ of 110592 bytes\)\n$/,
    );
  }
});

test('the whole limit can be used: garbage does not count against it', async t => {
  const { code, lines } = await run(
    t,
    `let sum = 0;
     for (let i = 0; i < 20000; i++) { sum += new Uint8Array(1000).length + [i, { i }].length; }
     const { slotBytes, slotPeak, chunkBytes, chunkPeak, limit, slotReserved, chunkReserved, stackBytes, tableBytes }
       = call('memory');
     print([sum, limit, slotBytes <= slotPeak, chunkBytes <= chunkPeak,
       slotReserved + chunkReserved + stackBytes + tableBytes <= limit]);
     exit(0);`,
  );
  t.is(code, 0);
  t.deepEqual(lines, ['20040000,110592,true,true,true']);
});

test('endless recursion ends the board with code 72', async t => {
  for (const program of [
    'function deeper(n) { return deeper(n + 1) + 1 } deeper(0);',
    'const it = { toString() { return [it].join() + "" } }; String(it);',
  ]) {
    const { code, err } = await run(t, program);
    t.is(code, 72, program);
    t.regex(err, /^mite-board: fatal: XS stack overflow/);
  }
});

test('built-ins are frozen as on a chip; strings count UTF-16 units', async t => {
  const { lines } = await run(
    t,
    `try { Array.prototype.mine = 1; print('changed'); } catch (error) { print(error.name); }
     const error = new Error('x'); error.extra = 1; print(error.extra);
     print(['\\u{1f600}'.length, '\\u{1f600}'.charCodeAt(1)]);
     exit(0);`,
  );
  t.deepEqual(lines, ['TypeError', '1', '2,56832']);
});
