/** What is worth a notification, and how it leaves. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import test from 'ava';
import { pino } from 'pino';
import { Notices, SILENT_MS } from '../../trusted-node/notify/notices.js';
import { Notifier } from '../../trusted-node/notify/notifier.js';
import { eventually } from '../support/deadlines.js';

const BLOCK = { event: 'block', height: 7, hash: 'ab'.repeat(32), device: 'hall' } as const;

test('a block, a wrong verdict, another key, a failed update; nothing of the daily round', t => {
  const notices = new Notices();
  t.is(notices.event(BLOCK, 0)?.title, 'Block 7 found');
  t.is(notices.event(BLOCK, 1), undefined, 'once');
  t.is(
    notices.event({ event: 'flagged', device: 'hall', reason: 'valid-called-invalid' }, 0)?.priority,
    'high',
  );
  t.truthy(notices.event({ event: 'key-refused', device: 'hall', key: 'ab' }, 0));
  const update = { event: 'update', device: 'hall', version: '1.2.3', state: 'running', error: '' } as const;
  t.is(notices.event(update, 0), undefined);
  t.is(
    notices.event({ ...update, state: 'failed', error: 'bad signature' }, 0)?.text,
    '1.2.3: bad signature',
  );
  t.is(notices.event({ event: 'tip', height: 7, hash: '' }, 0), undefined);
});

test('a board is missed after a quarter of an hour, not after a restart, and said to be back', t => {
  const notices = new Notices();
  const board = (online: boolean) => ({ event: 'device', device: 'hall', online }) as const;
  notices.event(board(true), 0);
  notices.event(board(false), 1_000);
  notices.event(board(true), 60_000);
  t.deepEqual(notices.tick(SILENT_MS * 2), []);
  notices.event(board(false), 0);
  t.deepEqual(notices.tick(SILENT_MS - 1), []);
  t.deepEqual(
    notices.tick(SILENT_MS).map(({ title }) => title),
    ['hall is silent'],
  );
  t.deepEqual(notices.tick(SILENT_MS * 2), [], 'once');
  t.is(notices.event(board(true), SILENT_MS * 2)?.title, 'hall is back');
});

test('however much happens, no more than thirty in an hour', t => {
  const notices = new Notices();
  const at = (now: number, hash: string) => notices.event({ ...BLOCK, hash }, now) !== undefined;
  t.is(Array.from({ length: 100 }, (_, i) => at(i, `a${i}`)).filter(Boolean).length, 30);
  t.true(at(60 * 60_000 + 100, 'b'));
});

test('it is posted, tried again, given up with a reason; the address is in no log', async t => {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  let code = 503;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', part => {
      body += part;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(code).end();
      code = 200;
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: line => lines.push(line) });
  const notifier = new Notifier(`http://127.0.0.1:${port}/secret-topic`, log, 1);
  notifier.event(BLOCK);
  await eventually(() => got.length === 2, 'the second try');
  t.is(got[1]?.headers.title, 'Block 7 found');
  t.is(got[1]?.body, `hall found it: ${BLOCK.hash}`);
  await new Promise(resolve => server.close(resolve));
  notifier.event({ ...BLOCK, hash: 'cd' });
  await eventually(() => lines.length === 1, 'the reason in the log');
  t.regex(lines[0]!, /it cannot be reached/);
  t.false(lines.join('').includes('secret-topic'));
  await notifier.close();
});
