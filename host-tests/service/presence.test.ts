/** Boards that leave while something of theirs waits for the database, and names that are not devices. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { hexToBytes } from '../../firmware/domain/bytes.js';
import { encodeHello } from '../../firmware/protocol/mite/hello.js';
import { decodeJob } from '../../firmware/protocol/mite/job.js';
import { encodeShare } from '../../firmware/protocol/mite/share.js';
import { encodeStatus } from '../../firmware/protocol/mite/status.js';
import { topic } from '../../firmware/protocol/mite/topics.js';
import { openLogger } from '../../trusted-node/common/logger.js';
import { addDevice, revokeDevice } from '../../trusted-node/fleet/devices.js';
import type { NodeDatabase } from '../../trusted-node/ports/store.js';
import { AttestingService } from '../../trusted-node/quorum/attesting.js';
import { bindKey } from '../../trusted-node/quorum/board-keys.js';
import { openStore } from '../../trusted-node/store/store.js';
import { JobAssignment } from '../../trusted-node/work/assignment.js';
import { VECTORS } from '../cases/protocol-vectors.js';
import { Bed, until } from './bed.js';
import { openEntry } from './entry-bed.js';

const stands = () => true;
const log = openLogger('silent');
const HELLO = { board: 'test', firmware: '0.1.0', rate: 0, versionRolling: true, boot: '00112233aabbccdd' };

async function store(t: ExecutionContext): Promise<NodeDatabase> {
  const data = mkdtempSync(join(tmpdir(), 'mite-presence-'));
  const db = await openStore(data);
  t.teardown(async () => {
    await db.destroy();
    rmSync(data, { recursive: true, force: true });
  });
  return db;
}

/** A promise and the way to settle it. */
function gate<T = void>() {
  let open: (value: T) => void = () => {};
  const promise = new Promise<T>(resolve => {
    open = resolve;
  });
  return { promise, open };
}

/** Everything that asks this database waits until `open` is called. */
async function hold(db: NodeDatabase) {
  const [held, released] = [gate(), gate()];
  const done = db.transaction().execute(async () => {
    held.open();
    await released.promise;
  });
  await held.promise;
  return {
    open: async () => {
      released.open();
      await done;
    },
  };
}

test('boards whose connection ends while their hello waits do not count as present', async t => {
  const bed = await Bed.start();
  t.teardown(() => bed.dispose());
  const devices = [];
  for (let i = 0; i < 10; i++) devices.push(await bed.connect(`board-${i}`));
  const held = await hold(bed.node.database);
  for (const device of devices) {
    const hello = encodeHello({ ...HELLO, boot: device.boot });
    device.client.publish(topic(device.id, 'hello'), Buffer.from(hello), { qos: 0 });
    device.client.stream.end();
  }
  await new Promise(resolve => setTimeout(resolve, 300));
  await held.open();
  const last = await bed.connect('last');
  await last.hello();
  const online = new Map<string, boolean>();
  for (const event of bed.events) if (event.event === 'device') online.set(event.device, event.online);
  t.deepEqual(
    [...online].filter(([, here]) => here).map(([device]) => device),
    ['last'],
  );
});

/** An entry whose parts wait at each step until they are let go on. */
function steppedEntry(db: NodeDatabase) {
  const steps: { readonly name: string; readonly go: () => void }[] = [];
  const wait = (name: string) => {
    const { promise, open } = gate();
    steps.push({ name, go: open });
    return promise;
  };
  const here = new Map<string, object>();
  const session = async (name: string, device: string) => {
    await wait(name);
    const made = { id: steps.length, device };
    here.set(device, made);
    return made;
  };
  const { entry } = openEntry(db, log, {
    sessions: {
      get: (device: string) => here.get(device),
      leave: (device: string) => here.delete(device),
      hello: (device: string) => session('session', device),
      resume: (device: string) => session('session', device),
    },
    jobs: { give: () => wait('job') },
    updates: { hello: () => steps.push({ name: 'updates', go: () => {} }), gone: () => {} },
    commands: { hello: () => wait('commands') },
    attesting: { hello: () => wait('attesting'), resume: () => wait('attesting'), gone: () => {} },
  });
  return { entry, steps };
}

test('each step of a hello checks whether the board is still here', async t => {
  const db = await store(t);
  await addDevice(db, 'a');
  const payload = encodeHello(HELLO);
  const online = Uint8Array.of(0x31);
  await db.updateTable('devices').set({ board: 'test', firmware: '0.1.0' }).execute();
  for (const [kind, bytes] of [
    ['hello', payload],
    ['online', online],
  ] as const) {
    for (const [last, seen] of [
      ['job', ['session', 'job']],
      ['commands', ['session', 'job', 'updates', 'commands']],
      ['attesting', ['session', 'job', 'updates', 'commands', 'attesting']],
    ] as const) {
      const { entry, steps } = steppedEntry(db);
      const done = entry.receive({ device: 'a', kind, payload: bytes, stands });
      for (let i = 0; ; i++) {
        await until(() => steps.length > i, `step ${i}`);
        const { name, go } = steps[i]!;
        if (name === last) entry.gone('a');
        go();
        if (name === last) break;
      }
      await done;
      t.deepEqual(
        steps.map(({ name }) => name),
        [...seen],
        `${kind}, gone at ${last}`,
      );
    }
  }
});

test('a board that leaves while its key is looked up is not asked anything', async t => {
  const db = await store(t);
  const offers: string[] = [];
  const waiting = {
    ...{ txid: new Uint8Array(32), wtxid: new Uint8Array(32).fill(1), raw: new Uint8Array(100) },
    ...{ spent: [{ value: 1n, script: new Uint8Array(22) }], fee: 1n, time: 1, parents: [] },
  };
  const service = new AttestingService({
    db,
    queries: { waiting: async () => [waiting] } as never,
    network: 'regtest',
    door: { offer: device => offers.push(device) },
    log,
    emit: () => {},
    rules: { quorum: 1, minAge: 0, mode: 'enforce' },
    probeEvery: 0,
    present: () => true,
    changed: () => {},
    now: () => Math.floor(performance.now()),
  });
  t.teardown(() => service.close());
  service.poolChanged();
  const key = '11'.repeat(32);
  for (const device of ['a', 'b', 'c', 'here']) await addDevice(db, device);
  await bindKey(db, 'b', hexToBytes(key.replaceAll('1', '2')));
  const held = await hold(db);
  const coming = [
    service.hello('a', key),
    service.resume('b'),
    service.hello('c', '33'.repeat(32)),
    service.hello('here', '44'.repeat(32)),
  ];
  for (const device of ['a', 'b', 'c']) service.gone(device);
  const loading = service.load();
  await held.open();
  await Promise.all([...coming, loading]);
  await until(() => offers.length > 0, 'an offer to the board that stayed');
  service.tick();
  t.deepEqual(offers, ['here']);
});

test('a board that reconnects while jobs are stored still gets its job', async t => {
  const sent: number[] = [];
  const stored = gate();
  let assigned = 0;
  const session = (id: number) => ({ id, device: 'a', group: 'solo', vardiff: { work: 256n } });
  let present = session(1);
  const job = decodeJob(hexToBytes(VECTORS.find(({ message }) => message === 'job')!.hex));
  const template = { height: 1, previousHash: new Uint8Array(32), minTime: 0, transactions: [] };
  const jobs = {
    addTemplate: async () => new Map([['solo', { ...template, id: 1 }]]),
    prune: async () => {},
    assign: async (requests: { session: number; device: string }[]) => {
      assigned += requests.length;
      if (assigned === 1) await stored.promise;
      return requests.map(request => ({ ...request, job: { ...job, id: request.session } }));
    },
  };
  const assignment = new JobAssignment({
    upstream: {
      tip: () => ({ hash: new Uint8Array(32), header: {}, height: 0 }),
      template: async () => template,
    },
    jobs,
    sessions: { get: () => present, all: () => [present] },
    door: { giveJob: (_: string, { id }: { id: number }) => sent.push(id), announceTip: () => {} },
    log,
    emit: () => {},
    clock: () => 1,
    scriptOf: () => new Uint8Array(1),
    admission: async () => undefined,
    refreshSeconds: 1_000,
    now: () => 0,
  } as never);
  t.teardown(() => assignment.close());
  assignment.tick();
  await until(() => assigned === 1, 'the first job');
  present = session(2);
  const given = assignment.give('a');
  stored.open();
  await given;
  await until(() => sent.length > 0, 'the job of the second session');
  t.deepEqual(sent, [2]);
});

const share = (sequence: number) =>
  encodeShare({
    ...{ sequence, jobId: 1, extranonce1: new Uint8Array(4), extranonce2: new Uint8Array(4) },
    ...{ time: 1, nonce: 1, version: 0x20000000 },
  });

test('names that are not devices cost few lookups and lines, and nothing is kept of them', async t => {
  const db = await store(t);
  await addDevice(db, 'known');
  await addDevice(db, 'old');
  await revokeDevice(db, 'old');
  let queries = 0;
  const watched = db.withPlugin({
    transformQuery: ({ node }) => {
      queries++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  let lines = 0;
  const note = () => lines++;
  const answers: string[] = [];
  const counted: string[] = [];
  const status = encodeStatus(VECTORS.find(({ message }) => message === 'status')!.value as never);
  const heard: string[] = [];
  const quietly = {
    warn: note,
    info: note,
    debug: () => {},
    error: (_: unknown, text: string) => t.fail(text),
  };
  const { devices, presence, entry } = openEntry(watched, quietly as never, {
    shares: {
      turnAway: (device: string) => answers.push(device),
      refuse: (device: string) => counted.push(device),
    },
    attesting: { status: (device: string) => heard.push(device) },
    sessions: { resting: () => {} },
  });
  const load = () => devices.load(() => t.fail('nothing was revoked'));
  await load();
  queries = 0;
  const began = performance.now();
  for (let round = 0; round < 5; round++)
    for (let i = 0; i < 1_000; i++) {
      await entry.receive({ device: `stranger-${i}`, kind: 'share', payload: share(i), stands });
      await entry.receive({ device: `stranger-${i}`, kind: 'status', payload: status, stands });
    }
  const seconds = Math.ceil((performance.now() - began) / 1_000);
  t.true(queries <= 100 * (seconds + 1), `${queries} queries in ${seconds} s`);
  t.true(lines <= 21 + seconds, `${lines} lines in ${seconds} s`);
  t.is(answers.length, 5_000, 'each is answered');
  await entry.receive({ device: 'old', kind: 'share', payload: share(1), stands });
  t.deepEqual(counted, ['old']);

  // One that was just added is found, first by its own message, then by the table.
  await new Promise(resolve => setTimeout(resolve, 1_100));
  await addDevice(db, 'young');
  await entry.receive({ device: 'young', kind: 'status', payload: status, stands });
  for (let i = 0; i < 200; i++)
    await entry.receive({ device: `stranger-${i}`, kind: 'status', payload: status, stands });
  await addDevice(db, 'younger');
  await load();
  await entry.receive({ device: 'younger', kind: 'status', payload: status, stands });
  t.deepEqual(heard, ['young', 'younger']);
  await presence.store();
  const seen = await db
    .selectFrom('devices')
    .select('id')
    .where('last_seen', 'is not', null)
    .orderBy('id')
    .execute();
  t.deepEqual(
    seen.map(({ id }) => id),
    ['young', 'younger'],
  );
});

test('a message that arrives while the node stops is not acknowledged: its broker keeps it', async t => {
  const { entry } = openEntry(await store(t), log);
  await entry.close();
  const answer = entry.receive({ device: 'a', kind: 'share', payload: share(1), stands });
  const first = await Promise.race([
    answer?.then(() => 'acknowledged'),
    new Promise(r => setTimeout(r, 200, 'kept')),
  ]);
  t.is(first, 'kept');
});
