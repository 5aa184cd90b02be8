/** The upstream against a scripted pool: odd and hostile ones cannot be had otherwise. */
import { createServer, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import { UpstreamAway } from '../../trusted-node/ports/upstream.js';
import { Failover, RETURN_MS } from '../../trusted-node/upstream/pool/failover.js';
import type { PoolOutbox } from '../../trusted-node/upstream/pool/outbox.js';
import { Sender } from '../../trusted-node/upstream/pool/sender.js';
import { PoolUpstream } from '../../trusted-node/upstream/pool/upstream.js';
import { divide } from '../../trusted-node/upstream/pool/work.js';
import { eventually } from '../support/deadlines.js';

const PARENT = '00'.repeat(32);
const COINBASE1 = `01000000${'01'}${'00'.repeat(32)}ffffffff${'10'}${'03a08601'}aabbccdd`;
const COINBASE2 = `00000000${'01'}00f2052a01000000${'16'}0014${'5a'.repeat(20)}00000000`;
const OWNER = Uint8Array.from([0, 20, ...new Array<number>(20).fill(0x5a)]);

const notify = (id: string, clean = true, coinbase2 = COINBASE2): string =>
  `{"id":null,"method":"mining.notify","params":["${id}","${PARENT}","${COINBASE1}","${coinbase2}",[],"20000000","207fffff","6553f100",${clean}]}`;

/** Answers the handshake, then says what the test wants. */
class ScriptedPool {
  readonly sockets: Socket[] = [];
  readonly heard: string[] = [];
  port = 0;
  /** What it says once a worker has logged in. */
  first: string[] = [notify('1')];
  /** Ends the connection at this request. */
  hangsUpAt = '';
  authorises = true;
  private readonly server = createServer(socket => {
    this.sockets.push(socket);
    socket.on('error', () => {});
    let rest = '';
    socket.on('data', bytes => {
      const lines = (rest + String(bytes)).split('\n');
      rest = lines.pop()!;
      for (const line of lines) this.answer(socket, line);
    });
  });

  static async start(t: ExecutionContext): Promise<ScriptedPool> {
    const pool = new ScriptedPool();
    await new Promise<void>(resolve => pool.server.listen(0, '127.0.0.1', resolve));
    pool.port = (pool.server.address() as { port: number }).port;
    t.teardown(() => pool.stop());
    return pool;
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  say(...lines: string[]): void {
    this.sockets.at(-1)!.write(lines.map(line => `${line}\n`).join(''));
  }

  private answer(socket: Socket, line: string): void {
    const { id, method } = JSON.parse(line);
    this.heard.push(method);
    if (method === this.hangsUpAt) {
      socket.destroy();
      return;
    }
    const results: Record<string, unknown> = {
      'mining.configure': { 'version-rolling': true, 'version-rolling.mask': '1fffe000' },
      'mining.subscribe': [[['mining.notify', 's']], '08000002', 4],
      'mining.authorize': this.authorises,
    };
    socket.write(`${JSON.stringify({ id, result: results[method] ?? null, error: null })}\n`);
    if (method === 'mining.authorize') for (const next of this.first) socket.write(`${next}\n`);
  }
}

function run(t: ExecutionContext, pools: readonly ScriptedPool[], requirePayout = false) {
  const outbox = { giveUp: async () => 0, newest: async () => 0, waiting: async () => [] };
  const log = openLogger('silent');
  const sender = new Sender({ outbox: outbox as unknown as PoolOutbox, log, onResult: () => {} });
  const clock = { ahead: 0 };
  const upstream = new PoolUpstream({
    rules: NETWORKS.regtest,
    pools: pools.map(({ port }) => ({
      host: '127.0.0.1',
      port,
      tls: false,
      ca: undefined,
      user: 'home',
      password: () => 'x',
    })),
    agent: 'mite/1',
    difficulty: undefined,
    script: OWNER,
    requirePayout,
    sender,
    sessions: { load: () => '', save: () => {} },
    log,
    now: () => performance.now() + clock.ahead,
    random: () => 0.5,
  });
  const timer = setInterval(() => void upstream.poll(), 20);
  t.teardown(async () => {
    clearInterval(timer);
    await upstream.close();
  });
  return { upstream, clock };
}

test('a job of the pool: height from its coinbase, the owner’s part, the extranonce divided', async t => {
  const pool = await ScriptedPool.start(t);
  const { upstream } = run(t, [pool]);
  await t.throwsAsync(() => upstream.template(), { instanceOf: UpstreamAway });
  await eventually(() => upstream.status.state === 'ready');
  const work = await upstream.template();
  t.is(work.height, 100_000);
  t.is(work.owned, 5_000_000_000n);
  t.deepEqual(work.relay.space, { zeros: 0, miners: 2, own: 2 });
  t.is(work.relay.versionMask, 0x1fffe000);
  t.is(upstream.tip().height, 99_999);
  t.is(upstream.tip().header, undefined);
});

test('jobs that cannot be used change nothing and are counted; reconnect to another host is not followed', async t => {
  const pool = await ScriptedPool.start(t);
  const { upstream } = run(t, [pool]);
  await eventually(() => upstream.status.state === 'ready');
  pool.say(
    notify('bad', true, '00'),
    notify('easy').replace('207fffff', '217fffff'),
    '{"id":null,"method":"mining.set_difficulty","params":[0]}',
    'x'.repeat(100_000),
    '{"id":null,"method":"client.reconnect","params":["elsewhere.example",3333,0]}',
  );
  await eventually(() => upstream.status.malformed === 4);
  t.is((await upstream.template()).relay.job, '1');
  t.is(pool.sockets.length, 1);
  pool.say(notify('2', false));
  await eventually(() => upstream.status.work?.relay.job === '2');
  t.is(upstream.status.work?.relay.epoch, 1, 'the job before is not void');
  pool.say(notify('3', true));
  await eventually(() => upstream.status.work?.relay.epoch === 2);
});

test('a pool that hangs up on what it does not know is asked for less; one that refuses the user is left for the next', async t => {
  const [simple, refusing, second] = [
    await ScriptedPool.start(t),
    await ScriptedPool.start(t),
    await ScriptedPool.start(t),
  ];
  simple.hangsUpAt = 'mining.configure';
  const first = run(t, [simple]);
  await eventually(() => first.upstream.status.state === 'ready');
  t.deepEqual(simple.heard, ['mining.configure', 'mining.subscribe', 'mining.authorize']);
  t.is((await first.upstream.template()).relay.versionMask, undefined);

  refusing.authorises = false;
  const { upstream, clock } = run(t, [refusing, second]);
  await eventually(() => upstream.status.state === 'ready');
  t.is(upstream.status.index, 1);
  // The first one is taken again, once it works and a quiet while has passed.
  refusing.authorises = true;
  clock.ahead = 2 * RETURN_MS;
  second.say(notify('4'));
  await eventually(() => upstream.status.index === 0 && upstream.status.state === 'ready');
});

test('requirePayout: a pool that pays somebody else is not worked for', async t => {
  const [other, own] = [await ScriptedPool.start(t), await ScriptedPool.start(t)];
  other.first = [notify('1', true, COINBASE2.replace('5a5a', '5b5a'))];
  const { upstream } = run(t, [other, own], true);
  await eventually(() => upstream.status.state === 'ready');
  t.is(upstream.status.index, 1);
  t.is((await upstream.template()).owned, 5_000_000_000n);
});

test('the extranonce2 of a pool is divided without a gap; failover pauses only when all have failed', t => {
  t.is(divide(1), undefined);
  for (let size = 2; size <= 16; size++) {
    const space = divide(size)!;
    t.is(space.zeros + space.miners + space.own, size);
    t.true(space.own >= 2 && space.own <= 4 && space.miners <= 4);
  }
  const failover = new Failover(2, () => 0.5);
  t.deepEqual(failover.begin(0), { index: 0, at: 0 });
  t.deepEqual(failover.failed(0, 0), { index: 1, at: 0 });
  t.deepEqual(failover.failed(1, 0), { index: 0, at: 1_000 });
  t.deepEqual(failover.failed(0, 1_000), { index: 1, at: 1_000 });
  t.deepEqual(failover.failed(1, 1_000), { index: 0, at: 3_000 });
  failover.connected(1, 4_000);
  t.false(failover.returnDue(5_000));
  t.true(failover.returnDue(4_000 + RETURN_MS));
  t.deepEqual(failover.failed(1, 400_000), { index: 0, at: 400_000 }, 'it had worked');
});
