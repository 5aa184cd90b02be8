/**
 * The whole firmware on Node, wired by startMite: a real broker, real TCP, real hashing (in JavaScript). The peer is
 * a node of a few lines that checks shares with the shared domain code.
 */
import test, { type ExecutionContext } from 'ava';
import { connectAsync, type MqttClient } from 'mqtt';
import { startMite } from '../../firmware/board.js';
import { encodeHeader } from '../../firmware/domain/header.js';
import type { Job } from '../../firmware/domain/job.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import { checkShare, type Share, ShareCode } from '../../firmware/domain/share.js';
import type { Searcher } from '../../firmware/ports/searcher.js';
import { decodeReply, encodeCommand } from '../../firmware/protocol/mite/command.js';
import { decodeGetHeaders } from '../../firmware/protocol/mite/getheaders.js';
import { encodeHeaders } from '../../firmware/protocol/mite/headers.js';
import { decodeHello } from '../../firmware/protocol/mite/hello.js';
import { encodeJob } from '../../firmware/protocol/mite/job.js';
import { decodeShare, encodeResult } from '../../firmware/protocol/mite/share.js';
import { decodeStatus } from '../../firmware/protocol/mite/status.js';
import { HEADERS_TOPIC, topic } from '../../firmware/protocol/mite/topics.js';
import { firstJob } from '../cases/samples.js';
import { type Broker, startAedes } from '../support/brokers.js';
import { ANSWER_MS, eventually, MINING_MS } from '../support/deadlines.js';
import { JsSearcher } from '../support/js-searcher.js';
import { NodePlatform } from '../support/node-platform.js';

const SECRET = 'secret';
/** All headers that the node has. */
const CHAIN = [encodeHeader(NETWORKS.devnet.genesis.header)];
/** Fields of a console line that the tests name, and others. */
interface Line {
  [field: string]: unknown;
  text?: string;
  rate?: number;
  state?: string;
  plan?: string;
  missing?: string[];
  garbage?: number;
}

class Board {
  readonly platform: NodePlatform;
  constructor(t: ExecutionContext, searcher: () => Searcher, overrides: string[], stored?: Uint8Array) {
    this.platform = new NodePlatform({ searcher, ...(stored && { stored }) });
    const mite = startMite(this.platform, { overrides, json: true });
    t.teardown(() => {
      mite.stop();
      this.platform.dispose();
    });
  }

  /** Waits for a line of output with these fields, from now on or before. */
  async until(fields: Line, milliseconds?: number): Promise<Line> {
    const matches = (line: string) => {
      const object = JSON.parse(line) as Line;
      return Object.entries(fields).every(([name, value]) => object[name] === value);
    };
    return JSON.parse(await this.platform.until(matches, milliseconds)) as Line;
  }

  /** Types a line; what it gave until then is forgotten. */
  async ask(line: string, fields: Line = {}): Promise<Line> {
    this.platform.output.length = 0;
    this.platform.console.onLine(line);
    return this.until({ ok: true, ...fields });
  }
}

/** A node of a few lines: answers hello with a job and each share with its verdict. */
async function node(t: ExecutionContext, broker: Broker) {
  const peer: MqttClient = await connectAsync(`mqtt://127.0.0.1:${broker.port}`, {
    username: 'device',
    password: SECRET,
    reconnectPeriod: 50,
  });
  t.teardown(() => peer.end(true));
  const shares: Share[] = [];
  const seen: { kind: string; payload: Uint8Array }[] = [];
  const state = { job: firstJob({ shareBits: 0x2000ffff }) as Job, answer: true };
  const send = (kind: 'job' | 'result' | 'command' | 'headers', payload: Uint8Array) =>
    peer.publish(topic('device', kind), Buffer.from(payload), { qos: 1 });
  peer.on('message', (name, buffer) => {
    const payload = new Uint8Array(buffer);
    const kind = name.split('/')[3]!;
    seen.push({ kind, payload });
    if (kind === 'hello') send('job', encodeJob(state.job));
    if (kind === 'getheaders') {
      const { from } = decodeGetHeaders(payload);
      send('headers', encodeHeaders({ startHeight: from, headers: CHAIN.slice(from) }));
    }
    if (kind !== 'share') return;
    const share = decodeShare(payload);
    shares.push(share);
    const check = checkShare(state.job, share);
    const { sequence, jobId } = share;
    const code = check.ok ? ShareCode.accepted : check.reason;
    if (state.answer) send('result', encodeResult({ code, sequence, jobId, height: 0 }));
  });
  await peer.subscribeAsync(
    ['hello', 'share', 'status', 'online', 'reply', 'getheaders'].map(kind => `mite/1/device/${kind}`),
    {
      qos: 1,
    },
  );
  const last = (kind: string) => seen.filter(entry => entry.kind === kind).at(-1)?.payload;
  return { peer, send, shares, seen, state, last };
}

const OVERRIDES = ['node.host=127.0.0.1', 'device.id=device', `device.secret=${SECRET}`];

test('a board connects, mines, sends valid shares, and obeys the node and the console', async t => {
  const broker = await startAedes();
  t.teardown(() => broker.close());
  const { peer, send, shares, state, last } = await node(t, broker);
  const board = new Board(t, () => new JsSearcher(5_000), [...OVERRIDES, `node.port=${broker.port}`]);
  await board.until({ event: 'result', reason: 'accepted' });
  const hello = decodeHello(last('hello')!);
  t.true(hello.rate > 0);
  t.is(hello.board, 'test');
  t.deepEqual(Array.from(last('online')!), [0x31]);
  const headers = new Set(
    shares.map(({ extranonce2, version, time, nonce }) => `${extranonce2} ${version} ${time} ${nonce}`),
  );
  t.is(headers.size, shares.length);

  const status = await board.ask('status');
  t.like(status, { state: 'mining', connected: true, mismatches: 0, rejected: 0, heapLimit: 0, jobId: 77 });
  t.false(JSON.stringify(board.platform.output).includes(`"${SECRET}"`));

  // Unknown, malformed and foreign messages change nothing.
  peer.publish(topic('device', 'job'), Buffer.from(encodeJob(state.job).subarray(0, 100)), { qos: 1 });
  peer.publish(topic('device', 'command'), '{"v":1,"id":1,"cmd":"explode"}', { qos: 1 });
  peer.publish(HEADERS_TOPIC, Buffer.from(encodeHeaders({ startHeight: 0, headers: CHAIN }).subarray(0, 87)));
  await eventually(async () => (await board.ask('status')).garbage === 3);
  t.like(await board.ask('status'), { state: 'mining', garbage: 3, chain: 'verified', tipHeight: 0 });

  send('command', encodeCommand({ id: 7, cmd: 'stop' }));
  await board.until({ event: 'state', state: 'paused' });
  await board.ask('start');
  await board.until({ event: 'state', state: 'mining' });
  await board.ask('stop');
  send('command', encodeCommand({ id: 8, cmd: 'start' }));
  await board.until({ event: 'command', cmd: 'start' });
  await eventually(async () => last('reply') !== undefined && decodeReply(last('reply')!).id === 8);
  t.deepEqual(decodeReply(last('reply')!), { id: 8, ok: false, error: 'still paused by user' });
  await eventually(() => decodeStatus(last('status')!).state === 'paused', 'the status a second later');

  const bench = await board.ask('bench 1', { reply: 'bench' });
  t.like(bench, { row: 'js' });
  t.true(bench.rate! > 0);
  t.like(await board.until({ reply: 'bench', winner: 'js' }), { adopted: false, plan: 'js' });
  t.is((await board.ask('status')).state, 'paused');
  await board.ask('selftest');
  t.is(board.platform.stored, undefined, 'overrides are not stored');
  await board.ask('restart');
  await eventually(async () => board.platform.restarts > 0);
  t.is(board.platform.restarts, 1);
});

test('broker down: the board keeps searching, reconnects by itself and delivers what it found', async t => {
  const broker = await startAedes();
  t.teardown(() => broker.close());
  const first = await node(t, broker);
  first.state.answer = false;
  first.state.job = firstJob({ shareBits: 0x1f01ffff }); // about one share a second
  const board = new Board(t, () => new JsSearcher(), [...OVERRIDES, `node.port=${broker.port}`]);
  await board.until({ event: 'share' });
  await broker.down();
  await board.until({ event: 'node', connected: false });
  board.platform.output.length = 0;
  await board.until({ event: 'share' }); // found while the broker is away
  t.like(await board.ask('status'), { state: 'mining', connected: false });
  await broker.up();
  const second = await node(t, broker);
  second.state.job = first.state.job;
  await board.until({ event: 'result', reason: 'accepted' }, ANSWER_MS);
  // At once, or again after 15 s when the board was back before this node had subscribed.
  await eventually(
    () => second.shares.some(share => share.sequence === 1),
    'also what the first node never answered',
    MINING_MS,
  );
  t.pass();
});

test('a fresh board says what to set, and connects once that is set', async t => {
  const broker = await startAedes();
  t.teardown(() => broker.close());
  await node(t, broker);
  const board = new Board(t, () => new JsSearcher(), []);
  const setup = await board.until({ event: 'setup' });
  t.is(setup.text, 'waiting for settings: node.host, device.id, device.secret (type setup)');
  await board.ask(`config set node.port ${broker.port}`);
  await board.ask('config set node.host 127.0.0.1');
  await board.ask('config set device.id device');
  t.deepEqual((await board.ask('status')).missing, ['device.secret']);
  await board.ask(`config set device.secret ${SECRET}`);
  await board.until({ event: 'result', reason: 'accepted' });
  const stored = board.platform.stored!;
  const again = new Board(t, () => new JsSearcher(), [], stored);
  await again.until({ event: 'node', connected: true });
  stored[10]! ^= 1;
  const damaged = new Board(t, () => new JsSearcher(), [], stored);
  t.regex((await damaged.until({ event: 'settings' })).text!, /damaged \(checksum\): defaults/);
  await damaged.until({ event: 'setup' });
});

test('a board whose kernel fails its self-test refuses to mine and says so, to the node too', async t => {
  const broker = await startAedes();
  t.teardown(() => broker.close());
  const { last, shares } = await node(t, broker);
  class Broken extends JsSearcher {
    override selftest(): string {
      return 'genesis not found';
    }
    override start(): void {
      t.fail('it searches');
    }
  }
  const board = new Board(t, () => new Broken(), [...OVERRIDES, `node.port=${broker.port}`]);
  await board.until({ event: 'job' });
  board.platform.console.onLine('start');
  await board.until({ reply: 'error', error: 'refusing to mine: self-test failed: genesis not found' });
  t.like(await board.ask('status'), {
    state: 'fault',
    fault: 'self-test failed: genesis not found',
    connected: true,
  });
  await eventually(async () => last('status') !== undefined);
  t.like(decodeStatus(last('status')!), { state: 'fault', fault: 'self-test failed: genesis not found' });
  t.is(shares.length, 0);
});

test('a backend that errs while it mines gives way to another; without another the board refuses to mine', async t => {
  const broker = await startAedes();
  t.teardown(() => broker.close());
  await node(t, broker);
  let errs = '';
  class Erring extends JsSearcher {
    override readonly backends: readonly string[] = ['js', 'spare'];
    override readonly plans: readonly string[] = ['js', 'spare'];
    override failing(): string | undefined {
      return errs === this.plan ? errs : undefined;
    }
  }
  const board = new Board(t, () => new Erring(), [...OVERRIDES, `node.port=${broker.port}`]);
  await board.until({ event: 'result', reason: 'accepted' });
  const first = (await board.ask('status')).plan!;
  errs = first;
  const other = first === 'js' ? 'spare' : 'js';
  await board.until({ event: 'plan', level: 'error', backend: first, plan: other });
  await board.until({ event: 'state', state: 'mining' });
  t.like(await board.ask('status'), {
    plan: other,
    state: 'mining',
    lastError: `${first} makes too many errors: switched to ${other}`,
  });
  await board.until({ event: 'result', reason: 'accepted' });
  t.true(Buffer.from(board.platform.planStorage.stored!).toString('latin1').includes(`"plan":"${other}"`));
  errs = other;
  await board.until({ event: 'fault', reason: `${other} makes too many errors` });
  t.like(await board.ask('status'), { state: 'fault', fault: `${other} makes too many errors` });
});

test('a flood of candidates: wakes while some are still unread start no second round', t => {
  class Flood extends JsSearcher {
    reads = 0;
    override read() {
      this.reads++;
      return { kind: 'exhausted', workId: 0 } as const; // there is always one more
    }
  }
  const searcher = new Flood();
  const platform = new NodePlatform({ searcher: () => searcher });
  const mite = startMite(platform);
  t.teardown(() => {
    mite.stop();
    platform.dispose();
  });
  const before = platform.timers;
  for (let i = 0; i < 300; i++) searcher.onWake?.();
  t.is(platform.timers, before + 1);
  t.true(searcher.reads <= 300 * 8);
});

test('a wrong override ends the program with one line', t => {
  const platform = new NodePlatform();
  startMite(platform, { overrides: ['node.port=0'] });
  t.is(platform.exitCode, 2);
  t.deepEqual(platform.output, ['error: --set node.port: expected 1 to 65535']);
});
