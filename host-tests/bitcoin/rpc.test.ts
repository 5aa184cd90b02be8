/** The RPC client against servers that answer as no bitcoind would. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { z } from 'zod';
import type { FailureKind, RpcFailure } from '../../trusted-node/upstream/bitcoin/failure.js';
import { RpcClient } from '../../trusted-node/upstream/bitcoin/rpc.js';
import { chainInfo, rawHeader } from '../../trusted-node/upstream/bitcoin/schemas.js';
import { Random } from '../cases/random.js';
import { TEST_MS } from '../support/deadlines.js';
import { freePort } from '../support/processes.js';
import { temporary } from './bed.js';

const SECRET = '__cookie__:5eC2e7';

interface Bed {
  readonly client: RpcClient;
  readonly cookie: string;
  /** Authorization headers of the calls so far. */
  readonly seen: string[];
}

/** @param answer of each call */
async function bed(
  t: ExecutionContext,
  answer: (response: ServerResponse, body: string, request: IncomingMessage) => void,
): Promise<Bed> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      seen.push(request.headers.authorization ?? '');
      answer(response, body, request);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  const cookie = join(temporary(t), 'cookie');
  writeFileSync(cookie, `${SECRET}\n`);
  const { port } = server.address() as AddressInfo;
  const credentials = { kind: 'cookie', file: cookie } as const;
  return { client: new RpcClient({ host: '127.0.0.1', port, credentials }), cookie, seen };
}

const says =
  (text: string, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status).end(text);
const result = (value: unknown) => JSON.stringify({ result: value, error: null, id: 1 });

async function fails(
  t: ExecutionContext,
  call: Promise<unknown>,
  kind: FailureKind,
  message: RegExp,
): Promise<void> {
  const error = await t.throwsAsync<RpcFailure>(call, { name: 'RpcFailure', message });
  t.is(error?.kind, kind);
  t.notRegex(`${error?.message}${error?.stack}`, /5eC2e7|X19jb29raWVf/);
}

test('a call: method and parameters go out, the result comes back', async t => {
  const bodies: string[] = [];
  const { client, seen } = await bed(t, (response, body) => {
    bodies.push(body);
    response.end(result('ab'.repeat(80)));
  });
  t.is(await client.call('getblockheader', ['00', false], rawHeader), 'ab'.repeat(80));
  t.deepEqual(JSON.parse(bodies[0]!), {
    jsonrpc: '1.0',
    id: 1,
    method: 'getblockheader',
    params: ['00', false],
  });
  t.is(seen[0], `Basic ${Buffer.from(SECRET).toString('base64')}`);
});

test('a batch: results in the order of the calls, whatever their order in the answer', async t => {
  const { client } = await bed(t, (response, body) =>
    response.end(
      JSON.stringify(
        (JSON.parse(body) as { id: number; params: number[] }[])
          .map(({ id, params }) => ({ id, result: params[0], error: null }))
          .reverse(),
      ),
    ),
  );
  const calls = Array.from({ length: 50 }, (_, i) => ({ method: 'echo', params: [i * i] }));
  t.deepEqual(
    await client.batch(calls, z.number()),
    calls.map(({ params }) => params[0]),
  );
  t.deepEqual(await client.batch([], z.number()), []);
});

test('a batch with one missing, one refused, or an error for all', async t => {
  let answer = '';
  const { client } = await bed(t, response => response.end(answer));
  const calls = [0, 1].map(i => ({ method: 'echo', params: [i] }));
  answer = '[{"id":0,"result":1,"error":null}]';
  await fails(t, client.batch(calls, z.number()), 'malformed', /no Bitcoin RPC node/);
  answer =
    '[{"id":0,"result":1,"error":null},{"id":1,"result":null,"error":{"code":-8,"message":"out of range"}}]';
  await fails(t, client.batch(calls, z.number()), 'error', /^echo: out of range \(-8\)$/);
  answer = '{"id":0,"result":null,"error":{"code":-28,"message":"Loading"}}';
  await fails(t, client.batch(calls, z.number()), 'starting', /Loading/);
  answer = '{"id":0,"result":1,"error":null}';
  await fails(t, client.batch(calls, z.number()), 'malformed', /no list/);
  answer = '[null,null]';
  await fails(t, client.batch(calls, z.number()), 'malformed', /no Bitcoin RPC node/);
});

const error = (code: number, message: string) =>
  JSON.stringify({ result: null, error: { code, message }, id: 1 });
const FAULTS: readonly (readonly [
  what: string,
  answer: (response: ServerResponse) => unknown,
  FailureKind,
  RegExp,
])[] = [
  ['it warms up', says(error(-28, 'Loading block index…'), 500), 'starting', /Loading block index/],
  ['its queue is full', says('Work queue depth exceeded', 503), 'starting', /too much to do/],
  [
    'initial download',
    says(error(-10, 'is in initial sync and waiting for blocks...'), 500),
    'syncing',
    /initial sync/,
  ],
  ['no peers', says(error(-9, 'is not connected!'), 500), 'syncing', /not connected/],
  ['unknown method', says(error(-32601, 'Method not found'), 404), 'error', /Method not found \(-32601\)/],
  [
    'control characters and a long text',
    says(error(-1, `\u001b[2J${'x'.repeat(5_000)}`), 500),
    'error',
    /^getblockchaininfo: \?\[2Jx{1,200}… \(-1\)$/,
  ],
  ['this machine is not allowed', says('', 403), 'refused', /rpcallowip/],
  [
    'another web server',
    says('<html>It works!</html>'),
    'malformed',
    /no Bitcoin RPC node \(HTTP status 200\)/,
  ],
  ['no JSON object', says('7'), 'malformed', /no Bitcoin RPC node/],
  ['an answer to another call', says('{"result":{},"error":null,"id":2}'), 'malformed', /another call/],
  ['an error that is none', says('{"result":null,"error":"no","id":1}'), 'malformed', /no Bitcoin RPC node/],
  [
    'a wrong type',
    says(result({ chain: 'regtest', blocks: '7' })),
    'malformed',
    /^getblockchaininfo: blocks: /,
  ],
  [
    'a hash that is none',
    says(result({ chain: 'main', blocks: 1, headers: 1, bestblockhash: 'xyz' })),
    'malformed',
    /bestblockhash/,
  ],
  ['too many bytes', says('['.repeat(2_000_000)), 'malformed', /more than 1048576 bytes/],
  [
    'half an answer',
    response => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"result"');
      setTimeout(() => response.destroy(), 20);
    },
    'unreachable',
    /closed by the other side/,
  ],
  ['no answer', () => {}, 'unreachable', /no answer within 0\.3 s/],
  [
    'an answer that never ends',
    response => {
      response.writeHead(200);
      response.write('{');
    },
    'unreachable',
    /no answer within 0\.3 s/,
  ],
];

for (const [what, answer, kind, message] of FAULTS)
  test(`told by its kind: ${what}`, async t => {
    const { client } = await bed(t, answer);
    await fails(
      t,
      client.call('getblockchaininfo', [], chainInfo, {
        timeoutMs: /no answer/.test(message.source) ? 300 : TEST_MS,
      }),
      kind,
      message,
    );
  });

test('nobody there, bytes that are not HTTP, a call that is given up', async t => {
  const credentials = { kind: 'cookie', file: (await bed(t, () => {})).cookie } as const;
  const nobody = new RpcClient({ host: '127.0.0.1', port: await freePort(), credentials });
  await fails(t, nobody.call('x', [], z.any()), 'unreachable', /nothing listens there/);
  const server = createTcpServer(socket => {
    socket.on('error', () => {});
    socket.end('SSH-2.0-OpenSSH\r\n');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => server.close());
  const other = new RpcClient({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    credentials,
  });
  await fails(t, other.call('x', [], z.any()), 'unreachable', /./);
  const { client } = await bed(t, () => {});
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 20);
  await fails(t, client.call('x', [], z.any(), { signal: abort.signal }), 'unreachable', /given up/);
});

test('a changed cookie is read again; a wrong one is refused, and tried again at the next call', async t => {
  let right = SECRET;
  const { client, cookie, seen } = await bed(t, (response, _, request) =>
    request.headers.authorization === `Basic ${Buffer.from(right).toString('base64')}`
      ? response.end(result(1))
      : response.writeHead(401).end(),
  );
  t.is(await client.call('x', [], z.number()), 1);
  right = '__cookie__:another';
  await fails(t, client.call('x', [], z.number()), 'refused', /does not take these credentials/);
  writeFileSync(cookie, right);
  t.is(await client.call('x', [], z.number()), 1);
  right = '__cookie__:third';
  writeFileSync(cookie, right);
  const before = seen.length;
  t.is(await client.call('x', [], z.number()), 1);
  t.is(seen.length - before, 2);
});

test('unusable credential files are named, never shown', async t => {
  const { client, cookie } = await bed(t, says(result(1)));
  for (const [content, message] of [
    ['', /it is empty/],
    ['no colon', /it is no cookie/],
    ['a:b\nc:d', /it is not one line/],
  ] as const) {
    writeFileSync(cookie, content);
    await fails(t, client.call('x', [], z.number()), 'credentials', message);
  }
  writeFileSync(cookie, 'a:');
  appendFileSync(cookie, 'x'.repeat(5_000));
  await fails(t, client.call('x', [], z.number()), 'credentials', /it is not one line/);
  const folder = temporary(t);
  const asUser = new RpcClient({
    host: '127.0.0.1',
    port: 1,
    credentials: { kind: 'user', user: 'mite', passwordFile: join(folder, 'none') },
  });
  await fails(t, asUser.call('x', [], z.number()), 'credentials', /none: there is no such file/);
});

test('100,000 seeded malformed bodies: each is a failure of one kind or a result of the right type', async t => {
  t.timeout(TEST_MS);
  const random = new Random(14);
  const good = result({
    chain: 'regtest',
    blocks: 101,
    headers: 101,
    bestblockhash: 'ab'.repeat(32),
    initialblockdownload: false,
    verificationprogress: 1,
  });
  // A batch takes a body for each call, so that there are fewer connections than bodies.
  const EACH = 500;
  let body = '';
  const { client } = await bed(t, response => response.end(body));
  let failed = 0;
  for (let i = 0; i < 100_000 / EACH; i++) {
    for (let k = 0; k < EACH; k++) {
      const at = random.below(good.length);
      const piece = String.fromCharCode(random.below(256));
      const kind = random.below(4);
      body =
        kind === 0
          ? good.slice(0, at)
          : kind === 1
            ? good.slice(0, at) + piece + good.slice(at + 1)
            : kind === 2
              ? good.slice(0, at) + good.slice(random.below(good.length))
              : good.slice(0, at) + '[{"'.repeat(random.below(2_000));
      const whole = k === 0;
      if (!whole) {
        // Without the way over the network, which is the same for all.
        try {
          const parsed = JSON.parse(body) as { result?: unknown };
          if (chainInfo.safeParse(parsed?.result).success) continue;
        } catch {}
        failed++;
        continue;
      }
      try {
        const info = await client.call('getblockchaininfo', [], chainInfo);
        t.true(Number.isInteger(info.blocks));
      } catch (error) {
        failed++;
        if ((error as Error).name !== 'RpcFailure') return t.fail(`${error}: ${body}`);
      }
    }
  }
  t.true(failed > 50_000);
});
