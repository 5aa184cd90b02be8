/** What hostile and broken clients can do to the Stratum door: nothing but end their own connection. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { AddressLimits } from '../../trusted-node/doors/stratum/addresses.js';
import * as limits from '../../trusted-node/doors/stratum/limits.js';
import { LineReader } from '../../trusted-node/doors/stratum/lines.js';
import { parseRequest } from '../../trusted-node/doors/stratum/requests.js';
import { addressKey } from '../../trusted-node/doors/stratum/server.js';
import { Wire } from '../../trusted-node/doors/stratum/wire.js';
import { mutate, Random } from '../cases/random.js';
import { eventually, TEST_MS } from '../support/deadlines.js';
import { StratumBed } from './bed.js';
import { Stranger } from './stranger.js';

const COUNT = 100_000;

const SAMPLES = [
  '{"id":1,"method":"mining.subscribe","params":["cpuminer/2.5.1"]}',
  '{"id":"a","method":"mining.authorize","params":["bc1qvg940y8d68rxh0c72nnrdr7spx7rtcekcj0lt0.nerd","x"]}',
  '{"id":4,"method":"mining.submit","params":["nerd","1f","00000001","504e86ed","b2957c02","00abc000"]}',
  '{"id":5,"method":"mining.configure","params":[["version-rolling"],{"version-rolling.mask":"1fffe000"}]}',
  '{"id":6,"method":"mining.suggest_difficulty","params":[0.0001]}',
  '{"id":7,"method":"mining.suggest_target","params":["00000000ffff0000000000000000000000000000000000000000000000000000"]}',
  '{"id":null,"result":true,"error":null}',
].map(line => new TextEncoder().encode(line));

/** A line that is malformed in its bytes, or in its shape. */
function malformed(random: Random): string {
  const line = random.pick(SAMPLES);
  if (random.bool()) return Buffer.from(mutate(random, line)).toString('latin1').replaceAll('\n', ' ');
  const value = JSON.parse(new TextDecoder().decode(line));
  const noise = random.pick<unknown>([
    ...[
      null,
      -1,
      1e308,
      0.1,
      '',
      'x'.repeat(300),
      [],
      [[]],
      {},
      true,
      '0x',
      'ffffffffff',
      '\u0000',
      [[['deep']]],
    ],
    random.u32(),
  ]);
  const fields = Object.keys(value);
  if (Array.isArray(value.params) && random.bool())
    value.params[random.below(value.params.length + 1)] = noise;
  else value[random.pick(fields)] = noise;
  return JSON.stringify(value);
}

test(`${COUNT} malformed lines: each is understood or refused, nothing throws, and every value is bounded`, t => {
  const random = new Random(20_261_129);
  let refused = 0;
  for (let i = 0; i < COUNT; i++) {
    const request = parseRequest(malformed(random));
    if (request.kind === 'malformed' || request.kind === 'unknown') refused++;
    const { id } = request;
    if (!(id === null || typeof id === 'number' || id.length <= 64)) t.fail('an id that is too long');
    if (request.kind !== 'submit' || request.share === undefined) continue;
    const { extranonce2, time, nonce, versionBits = 0, jobId = 0 } = request.share;
    for (const value of [time, nonce, versionBits, jobId])
      if (!(Number.isInteger(value) && value >= 0 && value <= 0xffffffff)) t.fail(`${value} is no uint32`);
    if (extranonce2.length > 32) t.fail('a long extranonce2');
  }
  t.true(refused > COUNT / 3, `${refused}`);
  t.log(`${refused} refused`);
});

test('deep and wide JSON up to the limit of a line is refused like any other', t => {
  for (const line of [
    '['.repeat(limits.MAX_LINE),
    `{"id":${'{"a":'.repeat(2000)}`,
    `{"params":[${'1,'.repeat(8000)}1]}`,
  ])
    t.is(parseRequest(line).kind, 'malformed');
  const many = `{"id":1,"method":"mining.submit","params":[${'"a",'.repeat(3000)}"a"]}`;
  t.like(parseRequest(many), { kind: 'submit', share: undefined });
});

test('lines are the same however they arrive, and no longer than allowed', t => {
  const random = new Random(3);
  for (let round = 0; round < 300; round++) {
    const lines = Array.from({ length: random.below(6) }, () => 'x'.repeat(random.below(40)));
    const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''));
    const reader = new LineReader(64);
    const read: string[] = [];
    for (let at = 0; at < bytes.length; ) {
      const length = random.between(1, 50);
      read.push(...reader.feed(bytes.subarray(at, at + length)));
      at += length;
    }
    t.deepEqual(
      read,
      lines.filter(line => line !== ''),
    );
    t.is(reader.pending, 0);
  }
  const reader = new LineReader(64);
  reader.feed(Buffer.alloc(64, 'a'));
  t.throws(() => reader.feed(Buffer.from('a\n')), { name: 'LineTooLong' });
  t.throws(() => new LineReader(64).feed(Buffer.alloc(65, 'a')), { name: 'LineTooLong' });
});

/** A real connection, with a clock of the test's. */
async function wired(t: ExecutionContext, line: (text: string) => Promise<void> = async () => {}) {
  let now = 0;
  let wire: Wire | undefined;
  let reason = '';
  const server = createServer(socket => {
    wire = new Wire(socket, { line, closed: why => (reason = why) }, () => now);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const client: Socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {});
  t.teardown(() => {
    client.destroy();
    server.close();
  });
  await eventually(() => wire !== undefined, 'the connection');
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    wire?.tick();
  };
  return { client, wire: wire as unknown as Wire, pass, reason: () => reason };
}

test('a line that comes byte by byte has its deadline', async t => {
  t.timeout(TEST_MS);
  const { client, wire, pass, reason } = await wired(t);
  client.write('{"id":');
  await eventually(() => {
    pass(limits.LINE_MS / 100);
    client.write(' ');
    return wire.ended;
  }, 'the end');
  await eventually(() => reason() !== '', 'the reason');
  t.is(reason(), 'a line that does not end');
});

test('silence has its deadline, and each whole line begins it anew', async t => {
  t.timeout(TEST_MS);
  let heard = 0;
  const { client, wire, pass, reason } = await wired(t, async () => {
    heard++;
  });
  for (let i = 0; i < 3; i++) {
    pass(limits.IDLE_MS - 1);
    t.false(wire.ended);
    client.write('{}\n');
    await eventually(() => heard > i, 'the line');
  }
  pass(limits.IDLE_MS + 1);
  await eventually(() => reason() !== '', 'the end');
  t.is(reason(), 'silent for too long');
});

test('who does not read is cut off', async t => {
  t.timeout(TEST_MS);
  const { client, wire, reason } = await wired(t);
  client.pause();
  await eventually(() => {
    for (let i = 0; i < 100; i++) wire.send('x'.repeat(1000));
    return wire.ended;
  }, 'the end');
  await eventually(() => reason() !== '', 'the reason');
  t.is(reason(), 'it does not read');
});

test('lines are served one after another, and no faster than allowed', async t => {
  t.timeout(TEST_MS);
  let serving = 0;
  let served = 0;
  const { client, pass } = await wired(t, async () => {
    t.is(++serving, 1);
    await new Promise(resolve => setImmediate(resolve));
    serving--;
    served++;
  });
  client.write('x\n'.repeat(limits.REQUESTS.burst + 50));
  await eventually(() => served === limits.REQUESTS.burst, 'the burst');
  await new Promise(resolve => setTimeout(resolve, 5 * limits.REQUESTS.interval));
  t.is(served, limits.REQUESTS.burst);
  pass(30 * limits.REQUESTS.interval);
  await eventually(() => served === limits.REQUESTS.burst + 30, 'those that time has allowed');
});

test('an address may take so much, and is forgotten afterwards', t => {
  let now = 0;
  const addresses = new AddressLimits(() => now);
  for (let i = 0; i < limits.MAX_STRANGERS; i++) t.is(addresses.come('a'), undefined);
  t.regex(addresses.come('a')!, /wait for their login/);
  t.is(addresses.come('b'), undefined);
  for (let i = 0; i < limits.MAX_STRANGERS; i++) addresses.authorised('a');
  t.is(addresses.come('a'), undefined);
  for (let i = 0; i < limits.REFUSALS.burst; i++) addresses.refused('c');
  t.false(addresses.mayTry('c'));
  t.regex(addresses.come('c')!, /refused logins/);
  for (let i = 0; i < limits.CONNECTS.burst; i++) addresses.come('d');
  t.regex(addresses.come('d')!, /new connections/);
  now += limits.CONNECTS.interval * limits.CONNECTS.burst;
  // More addresses than are remembered, none of which stays.
  for (let i = 0; i < limits.MAX_ADDRESSES + 10; i++) {
    const address = `x${i}`;
    if (addresses.come(address) === undefined) addresses.left(address, false);
  }
  t.true(addresses.size <= limits.MAX_ADDRESSES);
  t.regex(addresses.come('late')!, /too many addresses/);
  now += 1_000_000;
  addresses.tick();
  t.is(addresses.size, 3, 'those with connections');
  t.is(addresses.come('late'), undefined);
});

test('addresses by which limits go', t => {
  t.is(addressKey('192.168.1.7'), '192.168.1.7');
  t.is(addressKey('::ffff:10.0.0.1'), '10.0.0.1');
  t.is(addressKey('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2::/64');
  t.is(addressKey('2001:db8:1:2::9'), '2001:db8:1:2::/64');
  t.is(addressKey('fe80::1%eth0'), 'fe80:0:0:0::/64');
  t.is(addressKey('::1'), '0:0:0:0::/64');
});

test('floods of nonsense, unfinished lines and half-open connections do not disturb who works', async t => {
  t.timeout(TEST_MS);
  const bed = await StratumBed.start();
  try {
    const miner = await bed.miner('nerd');
    const from = (i: number) => ({ localAddress: `127.0.1.${1 + (i % 200)}` });
    const random = new Random(99);
    const crowd = Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const hostile = await bed.connect(from(i));
        if (i % 3 === 0) hostile.send('x'.repeat(limits.MAX_LINE + 1));
        else if (i % 3 === 1) for (let n = 0; n < 100; n++) hostile.send(`${malformed(random)}\n`);
        else hostile.send('{"id":');
        if (i % 3 === 0) await hostile.ended();
      }),
    );
    for (let i = 0; i < 10; i++) t.is((await miner.share()).error, null);
    await crowd;
    t.is((await miner.share()).error, null);
    // Nothing of it is stored.
    t.is((await bed.bed.node.database.selectFrom('sessions').selectAll().execute()).length, 1);
    const lone = await bed.connect(from(7));
    for (let n = 0; n < limits.MAX_MALFORMED; n++) lone.send('nonsense\n');
    await lone.ended();
  } finally {
    await bed.dispose();
  }
});

test('of one address only so many wait for their login', async t => {
  t.timeout(TEST_MS);
  const bed = await StratumBed.start();
  try {
    const strangers = await Promise.all(Array.from({ length: limits.MAX_STRANGERS }, () => bed.connect()));
    const beyond = await bed.connect().then(
      stranger => stranger.ended().then(() => 'ended'),
      () => 'refused',
    );
    t.regex(beyond, /ended|refused/);
    const elsewhere = await bed.connect({ localAddress: '127.0.0.5' });
    await elsewhere.subscribe();
    await strangers[0]!.close();
    await eventually(async () => {
      const again = await Stranger.connect(bed.port).catch(() => undefined);
      const served = await again?.subscribe().then(
        () => true,
        () => false,
      );
      await again?.close();
      return served === true;
    }, 'room');
  } finally {
    await bed.dispose();
  }
});
