/** Timers, TCP, console, signals, random. */
import { writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { BOARD } from '../support/processes.js';
import { BoardRun, run, start, temporary } from './board.js';

async function listen(t: ExecutionContext, onSocket: (socket: Socket) => void): Promise<number> {
  const server = createServer(onSocket);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  return (server.address() as { port: number }).port;
}

test('timers fire in order, once, not when cleared, and not early', async t => {
  const { code, lines } = await run(
    t,
    `const begin = call('now');
     after(30, () => print('c'));
     after(10, () => print('a'));
     const never = after(15, () => print('never'));
     after(10, () => { print('b'); call('timer_clear', never); call('timer_clear', never); });
     after(0, () => after(0, () => Promise.resolve().then(() => print('job'))));
     after(60, () => { print(call('now') - begin >= 60); exit(0); });`,
  );
  t.is(code, 0);
  t.deepEqual(lines, ['job', 'a', 'b', 'c', 'true']);
});

test('more than 256 timers are refused', async t => {
  const { lines } = await run(
    t,
    `let n = 0; try { for (;;) { after(100000, () => {}); n++; } } catch (error) { print(n + ' ' + error); } exit(0);`,
  );
  t.deepEqual(lines, ['256 RangeError: more than 256 timers']);
});

test('TCP: 100 KB there and back in bounded pieces; the send buffer is bounded', async t => {
  const port = await listen(t, socket => socket.pipe(socket));
  const { code, lines } = await run(
    t,
    `let sent = 0, got = 0, refused = 0, largest = 0, wrong = 0;
     const piece = new Uint8Array(4000);
     const peer = new Tcp('127.0.0.1', ${port}, {
       onOpen() { print('open'); fill(); },
       onData(bytes) {
         for (const byte of bytes) if (byte !== got++ % 251) wrong++;
         if (bytes.length > largest) largest = bytes.length;
         if (got === 100000) { peer.close(); peer.close(); after(50, () => { print([refused > 0, largest <= 1460, wrong]); exit(0); }); }
         else fill();
       },
       onClose(reason) { print('closed ' + reason); },
     });
     print(peer.write(piece));
     function fill() {
       while (sent < 100000) {
         for (let i = 0; i < piece.length; i++) piece[i] = (sent + i) % 251;
         if (!peer.write(piece)) { refused++; break; }
         sent += piece.length;
       }
       if (refused === 0) { if (peer.write(new Uint8Array(17000))) print('too much'); else refused++; }
     }`,
  );
  t.is(code, 0);
  t.deepEqual(lines, ['false', 'open', 'true,true,0']);
});

test('TCP: refused, unknown name, closed by the peer, each reported once and later', async t => {
  const port = await listen(t, socket => socket.end('bye'));
  const free = await listen(t, () => {});
  const { code, lines } = await run(
    t,
    `let left = 3, inside = true;
     const report = name => reason => { print(name + ': ' + reason + (inside ? ' inside' : '')); if (--left === 0) after(20, () => exit(0)); };
     const text = bytes => String.fromCharCode(...bytes);
     new Tcp('127.0.0.1', 1, { onOpen() {}, onClose: report('refused') });
     new Tcp('nobody.invalid', ${free}, { onClose: report('name') });
     new Tcp('localhost', ${port}, { onOpen() { print('open'); }, onData(bytes) { print(text(bytes)); }, onClose: report('peer') });
     const gone = new Tcp('localhost', ${free}, { onOpen() { print('no'); }, onClose() { print('no'); } });
     gone.close();
     inside = false;`,
  );
  t.is(code, 0);
  t.deepEqual(
    [...lines].sort(),
    [
      ...lines.filter(line => line.startsWith('name: name not found: ')),
      'bye',
      'open',
      'peer: closed by the peer',
      'refused: Connection refused',
    ].sort(),
  );
  t.is(lines.length, 5);
});

test('console: lines in order, long ones cut at 1024 bytes, malformed UTF-8 replaced, end of input survived', async t => {
  const board = start(
    t,
    `call('console_read', line => { print(line === undefined ? 'no more' : line.length + ':' + line.slice(0, 8)); if (line === undefined) after(50, () => exit(5)); });`,
  );
  board.child.stdin!.write('one\r\n\n');
  board.child.stdin!.write(`${'y'.repeat(300_000)}\ntwo`);
  board.child.stdin!.write(Buffer.from([0x0a, 0x61, 0xff, 0xc0, 0x80, 0xe2, 0x82, 0xac, 0x00, 0x1b, 0x0a]));
  board.child.stdin!.end('end');
  t.is(await board.ended, 5);
  t.deepEqual(board.lines, ['3:one', '0:', '1024:yyyyyyyy', '3:two', '7:a???€??', '3:end', 'no more']);
});

test('report: a line of 4,095 bytes is written, a longer one is dropped', async t => {
  const { code, lines } = await run(
    t,
    `for (const length of [4096, 4095, 5]) call('console_report', 'x'.repeat(length));
     exit(0);`,
  );
  t.is(code, 0);
  t.deepEqual(
    lines.map(line => line.length),
    [4095, 5],
  );
});

test('console: a reader that stalls costs lines, not the board', async t => {
  const board = start(
    t,
    `for (let i = 0; i < 200000; i++) print('line ' + i);
     call('complain', 'printed');
     call('console_read', () => exit(0));`,
  );
  board.child.stdout!.pause();
  await new Promise(resolve => board.child.stderr!.once('data', resolve));
  board.child.stdout!.resume();
  await board.seen(' lines dropped)\n');
  board.child.stdin!.write('end\n');
  t.is(await board.ended, 0);
});

test('signals stop the board cleanly, with and without a handler', async t => {
  const plain = start(t, `print('up'); after(60000, () => {});`);
  await plain.seen('up');
  plain.child.kill('SIGTERM');
  t.is(await plain.ended, 0);
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const board = start(
      t,
      `call('on_signal', name => { print('stop ' + name); after(10, () => exit(7)); }); print('up');`,
    );
    await board.seen('up');
    board.child.kill(name);
    t.is(await board.ended, 7);
    t.is(board.lines[1], `stop ${name}`);
  }
});

test('restart starts the program again with the same arguments', async t => {
  const board = start(
    t,
    `const words = call('arguments'); print('start ' + words.join());
     call('console_read', line => { if (line === 'restart') call('restart'); else exit(0); });`,
    'a',
    'ü',
  );
  await board.seen('start a,ü\n');
  board.child.stdin!.write('restart\n');
  await board.seen('start a,ü\nstart a,ü\n');
  board.child.stdin!.write('end\n');
  t.is(await board.ended, 0);
});

test('random bytes: as many as asked, never the same', async t => {
  const { lines } = await run(
    t,
    `print([call('random', 0).length, call('random', 1024).length, String(call('random', 16)) !== String(call('random', 16))]);
     try { call('random', 1025); } catch (error) { print(error.name); }
     exit(0);`,
  );
  t.deepEqual(lines, ['0,1024,true', 'RangeError']);
});

test('closed standard streams: the console does not hear what others write', async t => {
  const file = join(temporary(t), 'program.js');
  writeFileSync(
    file,
    `const call = (name, ...args) => native('xs_mite_host_' + name)(...args);
     call('console_read', line => { if (line) call('complain', 'heard ' + line); });
     class Search extends Native('xs_mite_search_destructor') { onWake() { call('console_write', 'woken'); } }
     const search = new Search();
     native('xs_mite_search_constructor').call(search, 1);
     native('xs_mite_search_start').call(search, 1, new Uint8Array(80), new Uint8Array(32), 0, 10, 0);
     call('timer_set', 300, () => { call('complain', 'end'); call('exit', 0); });`,
  );
  const board = new BoardRun(['-c', 'exec "$0" --run "$1" <&- >&-', BOARD, file], 'ignore', '/bin/sh');
  t.is(await board.ended, 0);
  t.is(board.err, 'mite-board: end\n');
});
