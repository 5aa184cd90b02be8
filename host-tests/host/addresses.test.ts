/** Names with several addresses, one of which swallows what is sent to it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { eventually } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';
import { run, startOn } from './board.js';

/** Built with names.c: its names are those of the environment. */
const BOARD = join(ROOT, 'build/host/faulty/mite-board');

async function listen(t: ExecutionContext, host: string, port = 0): Promise<Server> {
  const server = createServer(socket => socket.end(host));
  server.listen(port, host);
  await once(server, 'listening');
  t.teardown(() => server.close());
  return server;
}

/** Somebody who listens and never accepts, with a full queue: what comes now is dropped. @returns what ends it */
async function swallow(t: ExecutionContext, host: string, port: number): Promise<() => Promise<void>> {
  const script = `require('node:net').createServer().listen({ host: '${host}', port: ${port}, backlog: 1 }, () => {
    require('node:fs').writeSync(1, 'listening');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  t.teardown(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  const full = Array.from({ length: 6 }, () => connect({ host, port }).on('error', () => {}));
  t.teardown(() => {
    for (const socket of full) socket.destroy();
  });
  await Promise.all(full.slice(0, 2).map(socket => once(socket, 'connect')));
  return async () => {
    child.kill('SIGKILL');
    await ended;
    for (const socket of full) socket.destroy();
  };
}

const PROGRAM = (port: number) => `
  const go = () => new Tcp('node.test', ${port}, {
    onOpen() { print('open'); },
    onData(bytes) { print(String.fromCharCode(...bytes)); },
    onClose(reason) { print('closed: ' + reason); },
  });
  call('console_read', line => { if (line === undefined) exit(0); else go(); });
  go();`;

test.serial('an address that swallows what it gets: the next one is tried, and remembered', async t => {
  const { port } = (await listen(t, '127.0.0.1')).address() as { port: number };
  const end = await swallow(t, '127.0.0.2', port);
  process.env.MITE_NAME = 'node.test';
  process.env.MITE_ADDRESSES = '127.0.0.2 127.0.0.1';
  const board = startOn(BOARD, t, PROGRAM(port));
  await board.seen('closed');
  t.deepEqual(board.lines, ['open', '127.0.0.1', 'closed: closed by the peer']);
  // Now both answer: the one that did before is asked first.
  await end();
  await listen(t, '127.0.0.2', port);
  board.child.stdin!.write('again\n');
  await eventually(() => board.lines.length >= 6, 'the second connection');
  t.deepEqual(board.lines.slice(3), ['open', '127.0.0.1', 'closed: closed by the peer']);
  board.child.stdin!.end();
  t.is(await board.ended, 0);
});

test.serial('all addresses fail: reported once, with the outcome of one that could be tried', async t => {
  const { port } = (await listen(t, '127.0.0.1')).address() as { port: number };
  process.env.MITE_NAME = 'node.test';
  for (const addresses of ['127.0.0.2 127.0.0.3 fe80::1', 'fe80::1 127.0.0.2']) {
    process.env.MITE_ADDRESSES = addresses;
    const board = startOn(BOARD, t, PROGRAM(port));
    await board.seen('closed');
    board.child.stdin!.end();
    t.is(await board.ended, 0);
    t.deepEqual(board.lines, ['closed: Connection refused'], addresses);
  }
});

test.serial('more addresses than can be tried at a time: the first ones in order', async t => {
  const { port } = (await listen(t, '127.0.0.9')).address() as { port: number };
  process.env.MITE_NAME = 'node.test';
  const others = Array.from({ length: 7 }, (_, i) => `127.0.1.${i + 1}`);
  process.env.MITE_ADDRESSES = [...others, '127.0.0.9', '127.0.1.99'].join(' ');
  const board = startOn(BOARD, t, PROGRAM(port));
  await board.seen('closed');
  t.deepEqual(board.lines, ['open', '127.0.0.9', 'closed: closed by the peer']);
  board.child.stdin!.end();
  t.is(await board.ended, 0);
});

test('a zone that no interface has, a link-local address without one: each says so', async t => {
  const { lines } = await run(
    t,
    `let left = 2;
     const say = reason => { print(reason); if (--left === 0) exit(0); };
     new Tcp('fe80::1%nowhere9', 1883, { onClose: say });
     new Tcp('fe80::1', 1883, { onClose: say });`,
  );
  t.deepEqual([...lines].sort(), [
    'a link-local address without its interface, as in fe80::1%eth0',
    'no such network interface as nowhere9',
  ]);
});
