/** The API without a browser: who gets in, and whether behaviour and description agree. */
import { request as httpRequest } from 'node:http';
import test from 'ava';
import { NODE_CLI } from '../support/processes.js';
import { PASSWORD, PageBed } from './bed.js';

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A request with exactly these headers: fetch would add its own and refuse some. */
function ask(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const request = httpRequest({ hostname, port, method, path, headers, agent: false }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', part => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const OURS = { 'x-mite': '1' };

async function loggedIn(bed: PageBed): Promise<string> {
  const link = /#setup=(.*)$/.exec(bed.link())?.[1];
  const body = JSON.stringify({ link, password: PASSWORD });
  const { status, headers } = await ask(bed.url, 'POST', '/api/setup', { ...OURS, ...JSON_TYPE }, body);
  if (status !== 200) throw new Error(`setup answered ${status}`);
  return String(headers['set-cookie']).split(';')[0]!;
}

interface Description {
  readonly openapi: string;
  readonly paths: Record<
    string,
    Record<string, { responses: Record<string, unknown>; security?: unknown[] }>
  >;
}

test.serial('nobody reads or changes anything without a login, and other sites never', async t => {
  const bed = new PageBed();
  try {
    await bed.startPage();
    await bed.addDevice('hall');
    const cookie = await loggedIn(bed);
    const described = await ask(bed.url, 'GET', '/api/openapi.json', { cookie });
    const { openapi, paths } = JSON.parse(described.body) as Description;
    t.is(openapi, '3.1.0');
    let closed = 0;
    for (const [path, methods] of Object.entries(paths))
      for (const [method, { security }] of Object.entries(methods)) {
        const filled = path.replace('{id}', 'hall').replace(/\{\w+\}/, '1');
        const body = method === 'get' || method === 'delete' ? undefined : '{}';
        const headers = { ...OURS, ...(body && JSON_TYPE) };
        const open = Array.isArray(security) && security.length === 0;
        const { status } = await ask(bed.url, method.toUpperCase(), filled, headers, body);
        if (!open) {
          t.is(status, 401, `${method} ${path} without a login`);
          closed++;
        }
        if (method === 'get') continue;
        for (const foreign of [
          { ...headers, cookie, origin: 'https://evil.example' },
          { ...headers, cookie, origin: 'null' },
          { ...headers, cookie, 'sec-fetch-site': 'cross-site' },
          { ...headers, cookie, 'sec-fetch-site': 'same-site' },
          { ...headers, cookie, 'x-mite': '0' },
          { ...headers, cookie, host: 'evil.example' },
        ])
          t.true(
            [403, 421].includes((await ask(bed.url, method.toUpperCase(), filled, foreign, body)).status),
            `${method} ${path} ${JSON.stringify(foreign)}`,
          );
      }
    t.true(closed > 15, String(closed));
    for (const path of ['/metrics', '/api/openapi.json', '/api/events'])
      t.is((await ask(bed.url, 'GET', path)).status, 401, path);
    const form = { ...OURS, cookie, 'content-type': 'application/x-www-form-urlencoded' };
    t.is((await ask(bed.url, 'POST', '/api/boards', form, 'id=x')).status, 415);
    t.is((await ask(bed.url, 'GET', '/api/boards', { cookie, host: 'evil.example' })).status, 421);
    t.is((await ask(bed.url, 'GET', '/healthz')).status, 200);
    // Behind a proxy that speaks TLS.
    const proxied = { ...OURS, ...JSON_TYPE, cookie, host: '10.0.0.9', origin: 'https://10.0.0.9' };
    t.is((await ask(bed.url, 'POST', '/api/boards', proxied, '{"id":"!"}')).status, 400);
    const page = await ask(bed.url, 'GET', '/');
    t.regex(String(page.headers['content-security-policy']), /frame-ancestors 'none'/);
    const list = JSON.parse((await ask(bed.url, 'GET', '/api/boards', { cookie })).body) as {
      boards: { id: string; revoked: boolean }[];
    };
    t.deepEqual(
      list.boards.map(({ id, revoked }) => [id, revoked]),
      [['hall', false]],
      'nothing was changed',
    );
  } finally {
    await bed.dispose();
  }
});

test.serial(
  'each read operation answers as described; a token reads and changes nothing; guesses are slowed',
  async t => {
    const bed = new PageBed();
    try {
      await bed.startPage();
      await bed.addDevice('hall');
      const cookie = await loggedIn(bed);
      const made = await ask(
        bed.url,
        'POST',
        '/api/tokens',
        { ...OURS, ...JSON_TYPE, cookie },
        JSON.stringify({ name: 'prometheus' }),
      );
      const { token } = JSON.parse(made.body) as { token: string };
      const bearer = { authorization: `Bearer ${token}` };
      const { paths } = JSON.parse(
        (await ask(bed.url, 'GET', '/api/openapi.json', bearer)).body,
      ) as Description;
      // What the server sends is checked against its schema before it leaves: a wrong answer would be a 500.
      for (const [path, { get }] of Object.entries(paths)) {
        if (get === undefined || path === '/api/events') continue;
        const filled = path.replace('{id}', 'hall').replace('{command}', '1');
        const { status, body } = await ask(bed.url, 'GET', filled, { cookie });
        t.is(status, 200, `${path}: ${body}`);
        t.notThrows(() => JSON.parse(body));
      }
      t.is((await ask(bed.url, 'GET', '/api/boards', bearer)).status, 200);
      t.is((await ask(bed.url, 'GET', '/api/audit', bearer)).status, 403);
      t.is((await ask(bed.url, 'DELETE', '/api/boards/hall', { ...bearer, ...OURS })).status, 403);
      t.is(
        (await ask(bed.url, 'GET', '/api/boards', { authorization: `Bearer mite_${'x'.repeat(43)}` })).status,
        401,
      );

      const { body, headers } = await ask(bed.url, 'GET', '/metrics', bearer);
      t.regex(String(headers['content-type']), /^text\/plain; version=0\.0\.4/);
      t.regex(body, /^mite_board_up\{board="hall"\} 0$/m);
      const names = body.match(/^# TYPE (\S+)/gm) ?? [];
      t.is(new Set(names).size, names.length, 'one TYPE a name');

      const statuses: number[] = [];
      for (let i = 0; i < 8; i++)
        statuses.push(
          (
            await ask(
              bed.url,
              'POST',
              '/api/login',
              { ...OURS, ...JSON_TYPE },
              JSON.stringify({ name: 'owner', password: `guess ${i}` }),
            )
          ).status,
        );
      t.is(statuses[0], 401);
      t.is(statuses.at(-1), 429);
    } finally {
      await bed.dispose();
    }
  },
);

test.serial(
  'malformed requests are answered with a reason; a restart keeps the login; page reset ends it',
  async t => {
    const bed = new PageBed();
    try {
      await bed.startPage();
      let cookie = await loggedIn(bed);
      const headers = { ...OURS, ...JSON_TYPE, cookie };
      for (const body of [
        '',
        '{',
        '[]',
        'null',
        '{"id":1}',
        '{"id":"A"}',
        `{"id":"${'a'.repeat(33)}"}`,
        '{"id":"a","x":1}',
      ])
        t.is((await ask(bed.url, 'POST', '/api/boards', headers, body)).status, 400, body);
      t.is((await ask(bed.url, 'POST', '/api/boards', headers, 'x'.repeat(20_000))).status, 413);
      t.is((await ask(bed.url, 'GET', '/api/boards/..%2f..%2fetc', { cookie })).status, 404);
      t.is((await ask(bed.url, 'GET', '/api/boards/%00/curve', { cookie })).status, 400);
      const port = new URL(bed.url).port;
      await bed.node.kill('SIGKILL');
      await bed.startPage('--http', `127.0.0.1:${port}`);
      t.is((await ask(bed.url, 'GET', '/api/boards', { cookie })).status, 200, 'still logged in');
      await bed.run(process.execPath, [NODE_CLI, 'page', 'reset', '--data', bed.data]);
      t.is((await ask(bed.url, 'GET', '/api/boards', { cookie })).status, 401);
      cookie = await loggedIn(bed);
      t.is((await ask(bed.url, 'GET', '/api/boards', { cookie })).status, 200);
    } finally {
      await bed.dispose();
    }
  },
);
