/** platforms/host/tls.c with small programs on the board: what opens, what does not, and hostile bytes. */
import { connect, createServer } from 'node:net';
import test from 'ava';
import { run, startOn } from '../host/board.js';
import { BOARD } from '../support/processes.js';
import { ASAN, listen, PIN, proxy, skipped, tlsServer, WRONG_PIN } from './tls-bed.js';

/** Connects once and prints what happens; `on` is the code of onOpen. */
const once = (port: number, pin: string, on = '') => `
  const peer = new Tcp('127.0.0.1', ${port}, {
    onOpen() { print('open'); ${on} },
    onData(bytes) { print('data ' + String.fromCharCode(...bytes)); },
    onClose(reason) { print('closed ' + reason); exit(0); },
  }, '${pin}');
  print(peer.write(new Uint8Array(1)));`;

for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
  test(`${version}: the pinned certificate opens, data goes both ways, the end is reported`, async t => {
    if (skipped(t)) return;
    const got: string[] = [];
    const port = await tlsServer(t, { minVersion: version, maxVersion: version }, socket => {
      socket.write('hello');
      socket.on('data', bytes => {
        got.push(bytes.toString());
        socket.end('bye');
      });
    });
    const { lines, err } = await run(t, once(port, PIN, `peer.write(new Uint8Array([0x68, 0x69]));`));
    t.deepEqual(lines, ['false', 'open', 'data hello', 'data bye', 'closed closed by the peer'], err);
    t.deepEqual(got, ['hi']);
  });

  test(`${version}: another certificate is refused with its fingerprint, and nothing is sent`, async t => {
    if (skipped(t)) return;
    let opened = 0;
    const port = await tlsServer(t, { minVersion: version, maxVersion: version }, () => opened++);
    const { lines } = await run(t, once(port, WRONG_PIN));
    t.deepEqual(lines, ['false', `closed wrong certificate: its fingerprint is ${PIN}`]);
    t.is(opened, 0, 'the handshake was not finished');
  });
}

test('data in the same segment as the end of the handshake is not lost', async t => {
  if (skipped(t)) return;
  const port = await tlsServer(t, { maxVersion: 'TLSv1.2' }, socket => socket.write('hello'));
  const gathering = await listen(
    t,
    createServer(client => {
      const server = connect(port, '127.0.0.1').on('error', () => {});
      let waiting: Buffer[] = [];
      client.on('data', bytes => server.write(bytes)).on('close', () => server.destroy());
      server.on('data', bytes => {
        if (waiting.length === 0) {
          setTimeout(() => {
            client.write(Buffer.concat(waiting));
            waiting = [];
          }, 150);
        }
        waiting.push(bytes);
      });
    }),
  );
  const { lines } = await run(
    t,
    `const peer = new Tcp('127.0.0.1', ${gathering}, {
       onOpen() { print('open'); },
       onData(bytes) { print(String.fromCharCode(...bytes)); exit(0); },
       onClose(reason) { print('closed ' + reason); exit(1); },
     }, '${PIN}');
     after(5000, () => { print('nothing'); exit(1); });`,
  );
  t.deepEqual(lines, ['open', 'hello']);
});

test('a pin that differs in one bit is another pin', async t => {
  if (skipped(t)) return;
  const port = await tlsServer(t, {}, () => {});
  for (const at of [0, 31, 63]) {
    const digit = (Number.parseInt(PIN[at]!, 16) ^ 1).toString(16);
    const { lines } = await run(t, once(port, PIN.slice(0, at) + digit + PIN.slice(at + 1)));
    t.true(lines[1]?.startsWith('closed wrong certificate'), lines.join());
  }
});

test('TLS 1.1, no common cipher, a plain server, a silent end: each has its reason, none opens', async t => {
  if (skipped(t)) return;
  const old = await tlsServer(
    t,
    { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' },
    () => {},
  );
  // Key exchange without forward secrecy.
  const rsa = await tlsServer(t, { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' }, () => {});
  const plain = await listen(
    t,
    createServer(socket => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')),
  );
  const silent = await listen(
    t,
    createServer(socket => socket.on('data', () => socket.destroy())),
  );
  for (const [port, reason] of [
    [old, /TLS: .*(version|alert)/],
    [rsa, /TLS: .*(handshake|cipher|alert)/],
    [plain, /TLS: wrong version number|TLS: .*record/],
    [silent, /TLS: closed by the peer during the handshake|Connection reset/],
  ] as const) {
    const { lines } = await run(t, once(port, PIN));
    t.is(lines.length, 2, lines.join());
    t.regex(lines[1] ?? '', reason);
  }
});

test('arguments: the fingerprint is 64 lower-case hex digits or nothing', async t => {
  if (skipped(t)) return;
  const { lines } = await run(
    t,
    `for (const pin of ['', '${PIN}0', '${PIN.slice(1)}', '${PIN.toUpperCase().replace(/[0-9]/g, 'A')}', 5, null])
       try { new Tcp('127.0.0.1', 1, { onClose() {} }, pin); print('taken'); } catch (error) { print(error.name); }
     exit(0);`,
  );
  t.deepEqual(lines, ['RangeError', 'RangeError', 'RangeError', 'RangeError', 'TypeError', 'TypeError']);
});

test('100 KB there and back in bounded pieces; the send buffer is bounded', async t => {
  if (skipped(t)) return;
  const port = await tlsServer(t, {}, socket => socket.pipe(socket));
  const { code, lines, err } = await run(
    t,
    `let sent = 0, got = 0, refused = 0, largest = 0, wrong = 0;
     const piece = new Uint8Array(4000);
     const peer = new Tcp('127.0.0.1', ${port}, {
       onOpen() { fill(); if (peer.write(new Uint8Array(16384))) print('too much'); },
       onData(bytes) {
         for (const byte of bytes) if (byte !== got++ % 251) wrong++;
         if (bytes.length > largest) largest = bytes.length;
         if (got === 100000) { peer.close(); peer.close(); after(50, () => { print([largest <= 1460, wrong]); exit(0); }); }
         else fill();
       },
       onClose(reason) { print('closed ' + reason); exit(1); },
     }, '${PIN}');
     function fill() {
       while (sent < 100000) {
         for (let i = 0; i < piece.length; i++) piece[i] = (sent + i) % 251;
         if (!peer.write(piece)) { refused++; break; }
         sent += piece.length;
       }
     }`,
  );
  t.deepEqual(lines, ['true,0'], err);
  t.is(code, 0);
});

test('a large record arrives in pieces, and a close in the middle ends them', async t => {
  if (skipped(t)) return;
  const port = await tlsServer(t, {}, socket => socket.write(Buffer.alloc(16384, 7)));
  const { lines } = await run(
    t,
    `let pieces = 0;
     const peer = new Tcp('127.0.0.1', ${port}, {
       onOpen() {},
       onData() { if (++pieces === 3) { peer.close(); call('collect'); after(50, () => { print(pieces); exit(0); }); } },
       onClose(reason) { print('closed ' + reason); exit(1); },
     }, '${PIN}');`,
  );
  t.deepEqual(lines, ['3']);
});

/** COUNT connections, eight at a time; each sends 3000 bytes, compares the echo and is left when it is complete. */
const storm = (port: number, count: number) => `
  let started = 0, ended = 0, opened = 0, complete = 0, wrong = 0;
  const reasons = {};
  const bytes = new Uint8Array(3000).map((_, i) => i * 7);
  function next() {
    if (started >= ${count}) return;
    started++;
    let got = 0, done = false;
    const finish = reason => {
      if (done) return;
      done = true;
      call('timer_clear', timer);
      reasons[reason] = (reasons[reason] ?? 0) + 1;
      if (++ended === ${count}) {
        print(JSON.stringify({ opened, complete, wrong, reasons }));
        after(20, () => exit(0));
      } else after(0, next);
    };
    const peer = new Tcp('127.0.0.1', ${port}, {
      onOpen() { opened++; if (!peer.write(bytes)) wrong++; },
      onData(part) {
        for (const byte of part) if (byte !== (got++ * 7) % 256) wrong++;
        if (got > 3000) wrong++;
        if (got === 3000) { complete++; peer.close(); finish('complete'); }
      },
      onClose: finish,
    }, '${PIN}');
    const timer = after(700, () => { peer.close(); finish('left'); });
  }
  for (let i = 0; i < 8; i++) next();`;

interface StormResult {
  readonly opened: number;
  readonly complete: number;
  readonly wrong: number;
  readonly reasons: Record<string, number>;
}

/** Deterministic: xorshift32. */
function seeded(seed: number): (bound: number) => number {
  let state = seed;
  return bound => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

for (const [name, program, count] of [
  ['release', BOARD, 400],
  ['ASan', ASAN, 1500],
] as const) {
  test(`${name}: a path that changes, cuts and repeats what the server says never yields a wrong byte`, async t => {
    if (skipped(t, program)) return;
    const random = seeded(20261123);
    const { minVersion, maxVersion } = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' } as const;
    const port = await tlsServer(t, { minVersion, maxVersion }, socket => {
      socket.on('error', () => {});
      socket.pipe(socket);
    });
    const hostile = await proxy(t, port, () => {
      // A handshake's answer has about 800 bytes, the echo 3000 more.
      const kind = random(6);
      const at = random(random(2) === 0 ? 900 : 5000);
      const bit = 1 << random(8);
      const extra = Buffer.from(Array.from({ length: 1 + random(40) }, () => random(256)));
      let passed = 0;
      return bytes => {
        const from = passed;
        passed += bytes.length;
        if (at < from || at >= passed) return bytes;
        const index = at - from;
        if (kind === 0) return undefined; // cut
        if (kind === 1) return Buffer.concat([bytes.subarray(0, index), extra, bytes.subarray(index)]);
        if (kind === 2) return Buffer.concat([bytes.subarray(0, index + 1), bytes.subarray(index)]);
        if (kind === 3) return Buffer.concat([bytes.subarray(0, index), bytes.subarray(index + 1)]);
        if (kind === 4) bytes[index]! ^= bit;
        return bytes; // kind 5: untouched
      };
    });
    const board = startOn(program, t, storm(hostile, count));
    t.is(await board.ended, 0, board.err);
    const result = JSON.parse(board.out) as StormResult;
    t.is(result.wrong, 0);
    t.true(result.complete > 0, board.out);
    t.true(result.opened > result.complete, board.out);
    t.true(result.opened < count, board.out);
    t.log(board.out.trim());
  });

  test(`${name}: servers that speak nonsense`, async t => {
    if (skipped(t, program)) return;
    const random = seeded(7);
    const record = (type: number, body: Buffer) =>
      Buffer.concat([Buffer.from([type, 3, 3, body.length >> 8, body.length & 0xff]), body]);
    const port = await listen(
      t,
      createServer(socket => {
        const pieces = Array.from({ length: 1 + random(6) }, () => {
          const body = Buffer.from(Array.from({ length: random(200) }, () => random(256)));
          switch (random(5)) {
            case 0:
              return body;
            case 1: // a handshake message whose length goes far beyond the record
              return record(22, Buffer.concat([Buffer.from([2, random(256), 0xff, 0xff]), body]));
            case 2: // empty records
              return Buffer.concat(
                Array.from({ length: 300 }, () => record(20 + random(5), Buffer.alloc(0))),
              );
            case 3: // alerts
              return record(21, Buffer.from([1 + random(2), random(120)]));
            default:
              return Buffer.from([22, 3, 3, 0xff, 0xff, ...body]);
          }
        });
        socket.end(Buffer.concat(pieces));
      }),
    );
    const board = startOn(program, t, storm(port, count));
    t.is(await board.ended, 0, board.err);
    const result = JSON.parse(board.out) as StormResult;
    t.deepEqual([result.opened, result.complete, result.wrong], [0, 0, 0]);
  });
}

test('without room for another connection nothing leaks: the seventeenth is refused, then there is room again', async t => {
  if (skipped(t)) return;
  const port = await listen(
    t,
    createServer(() => {}),
  );
  const { lines } = await run(
    t,
    `const all = [];
     try { for (;;) all.push(new Tcp('127.0.0.1', ${port}, { onClose() {} }, '${PIN}')); } catch (error) { print(all.length + ' ' + error.message); }
     for (const one of all) one.close();
     new Tcp('127.0.0.1', ${port}, { onClose() {} }, '${PIN}').close();
     print('room'); exit(0);`,
  );
  t.deepEqual(lines, ['16 more than 16 connections', 'room']);
});
