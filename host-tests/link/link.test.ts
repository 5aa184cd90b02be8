/** The chips' link (platforms/sdk/link) against real servers, under the sanitizers of addresses and of threads. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TLSSocket } from 'node:tls';
import test, { type ExecutionContext } from 'ava';
import { fingerprintOf } from '../../trusted-node/doors/mqtt/certificate.js';
import { listen, PIN, rsaCertificate, tlsServer, WRONG_PIN } from '../network/tls-bed.js';
import { BUILD_MS, PROGRAM_MS, TEST_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';
import { lacking } from '../support/tools.js';

const KINDS = (['asan', 'tsan'] as const).filter(kind => lacking(kind, 'libssl') === undefined);
const built =
  KINDS.length > 0
    ? spawnSync('make', ['--no-print-directory', 'link'], { encoding: 'utf8', timeout: BUILD_MS })
    : undefined;

test('the tests of the link build', t => {
  for (const kind of ['asan', 'tsan']) {
    const why = lacking(kind, 'libssl');
    if (why !== undefined) t.log(`skipped: the link's tests with ${kind}: ${why}`);
  }
  t.is(built?.status ?? 0, 0, built?.stderr);
});

interface Run {
  readonly child: ChildProcess;
  /** What it received, and what it said: "open", "closed: ...". */
  readonly ended: Promise<{ received: Buffer; said: string[]; status: number | null }>;
}

function client(t: ExecutionContext, kind: string, port: number, pin = '', slow = false): Run {
  t.timeout(TEST_MS);
  const child = spawn(
    join(ROOT, `build/link/link-client-${kind}`),
    ['localhost', String(port), pin, ...(slow ? ['slow'] : [])],
    { timeout: PROGRAM_MS },
  );
  t.teardown(() => child.kill('SIGKILL'));
  const chunks: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => chunks.push(bytes));
  child.stdin.on('error', () => {});
  const status = new Promise<number | null>(resolve => child.on('close', resolve));
  const ended = Promise.all([text(child.stderr), status]).then(([said, code]) => ({
    received: Buffer.concat(chunks),
    said: said.trim().split('\n'),
    status: code,
  }));
  return { child, ended };
}

const plainServer = (t: ExecutionContext, accept: (socket: Socket) => void) =>
  listen(t, createServer(accept));
/** A promise and what fulfils it. */
function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>(done => {
    resolve = done;
  });
  return { promise, resolve };
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const RSA = rsaCertificate();

for (const kind of KINDS) {
  test(`${kind}: the queues and a link's life`, t => {
    const run = spawnSync(`build/link/link-test-${kind}`, {
      cwd: ROOT,
      encoding: 'utf8',
      timeout: PROGRAM_MS,
    });
    const lines = run.stdout.split('\n').filter(line => line !== '');
    t.true(lines.length > 14, run.stdout);
    for (const line of lines) t.regex(line, /^ok /);
    t.is(run.status, 0, run.stderr);
  });

  for (const version of ['plain', 'TLSv1.2', 'TLSv1.3'] as const)
    test(`${kind}, ${version}: half a megabyte each way at once, nothing lost, in order`, async t => {
      const up = randomBytes(500_000);
      const down = randomBytes(500_000);
      const got: Buffer[] = [];
      const arrived = deferred<void>();
      const accept = (socket: Socket | TLSSocket) => {
        socket
          .on('error', () => {})
          .on('data', bytes => {
            got.push(Buffer.from(bytes));
            if (got.reduce((sum, each) => sum + each.length, 0) >= up.length) arrived.resolve();
          });
        socket.write(down);
        arrived.promise.then(() => socket.end());
      };
      const port =
        version === 'plain'
          ? await plainServer(t, accept)
          : await tlsServer(t, { minVersion: version, maxVersion: version }, accept);
      const run = client(t, kind, port, version === 'plain' ? '' : PIN);
      run.child.stdin?.write(up);
      const { received, said, status } = await run.ended;
      t.deepEqual(said, ['open', 'closed: closed by the peer']);
      t.is(digest(received), digest(down));
      t.is(digest(Buffer.concat(got)), digest(up));
      t.is(status, 0);
    });

  test(`${kind}: an owner that takes its time loses nothing, and the peer's end comes last`, async t => {
    const down = randomBytes(60_000);
    for (const pin of ['', PIN]) {
      const accept = (socket: Socket) => socket.on('error', () => {}).end(down);
      const port = pin === '' ? await plainServer(t, accept) : await tlsServer(t, {}, accept);
      const { received, said } = await client(t, kind, port, pin, true).ended;
      t.is(digest(received), digest(down));
      t.deepEqual(said, ['open', 'closed: closed by the peer']);
    }
  });

  test(`${kind}: what is queued when the owner closes still arrives`, async t => {
    for (const pin of ['', PIN]) {
      const got = deferred<Buffer>();
      const accept = (socket: Socket) => {
        const chunks: Buffer[] = [];
        socket
          .on('error', () => {})
          .on('data', bytes => chunks.push(bytes))
          .on('end', () => got.resolve(Buffer.concat(chunks)));
      };
      const port = pin === '' ? await plainServer(t, accept) : await tlsServer(t, {}, accept);
      const run = client(t, kind, port, pin);
      run.child.stdin?.end('goodbye');
      t.is(String(await got.promise), 'goodbye');
      const { said, status } = await run.ended;
      t.deepEqual(said, ['open', 'closed by us']);
      t.is(status, 0);
    }
  });

  test(`${kind}: the server is known by its certificate alone, P-256 and RSA; another hears nothing`, async t => {
    const heard: Buffer[] = [];
    const accept = (socket: Socket) =>
      socket
        .on('error', () => {})
        .on('data', bytes => {
          heard.push(bytes);
          socket.end('hello');
        });
    for (const version of ['TLSv1.2', 'TLSv1.3'] as const) {
      const port = await tlsServer(t, { minVersion: version, maxVersion: version }, accept);
      const wrong = client(t, kind, port, WRONG_PIN);
      wrong.child.stdin?.write('a secret');
      t.deepEqual((await wrong.ended).said, [`closed: TLS: wrong certificate: its fingerprint is ${PIN}`]);
      t.is(heard.length, 0);
      if (RSA === undefined) continue;
      const other = await tlsServer(
        t,
        { key: RSA.key, cert: RSA.certificate, minVersion: version, maxVersion: version },
        accept,
      );
      const right = client(t, kind, other, fingerprintOf(RSA.certificate));
      right.child.stdin?.write('a secret');
      t.is(String((await right.ended).received), 'hello');
      heard.length = 0;
    }
    if (RSA === undefined) t.log(`skipped: an RSA certificate: ${lacking('openssl')}`);
  });

  test(`${kind}: each failure has its reason`, async t => {
    const gone = createServer();
    const closed = await new Promise<number>(resolve =>
      gone.listen(0, '127.0.0.1', () => {
        const { port } = gone.address() as { port: number };
        gone.close(() => resolve(port));
      }),
    );
    t.deepEqual((await client(t, kind, closed).ended).said, ['closed: connection refused']);
    const noTls = await plainServer(t, socket => socket.on('error', () => {}).end('SSH-2.0-hello\r\n'));
    t.regex((await client(t, kind, noTls, PIN).ended).said.join(), /^closed: TLS: the handshake failed/);
    const cuts = await plainServer(t, socket =>
      socket.on('error', () => {}).once('data', () => socket.resetAndDestroy()),
    );
    t.regex((await client(t, kind, cuts, PIN).ended).said.join(), /^closed: TLS: /);
    const lost = client(t, kind, cuts);
    lost.child.stdin?.write('x');
    t.deepEqual((await lost.ended).said, ['open', 'closed: connection lost']);
  });

  test(`${kind}: no bytes of a server's, however wrong, do harm`, async t => {
    const port = await plainServer(t, socket => {
      socket
        .on('error', () => {})
        .once('data', () => {
          const record = randomBytes(2 + (randomBytes(2).readUInt16LE() % 3000));
          record.set([22, 3, 3].slice(0, randomBytes(1)[0]! % 4));
          socket.end(record);
        });
    });
    for (let round = 0; round < 30; round++) {
      const { said, status } = await client(t, kind, port, PIN).ended;
      t.regex(said.join(), /^closed: TLS: [ -~]+$/);
      t.is(status, 0);
    }
  });
}
