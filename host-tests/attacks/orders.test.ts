/** What a node may order, and how often: commands, settings and their writes to flash, the owner's word. */
import { schnorr } from '@noble/curves/secp256k1.js';
import test from 'ava';
import { bytesToHex, hexToBytes } from '../../firmware/domain/bytes.js';
import { forgetChainMessage } from '../../firmware/domain/forget-chain.js';
import { CommandsPart, WRITE_MS, WRITES_AT_ONCE } from '../../firmware/parts/commands/part.js';
import { TokenBucket } from '../../firmware/parts/commands/token-bucket.js';
import type { Reply } from '../../firmware/protocol/mite/command.js';
import { SCHEMA } from '../../firmware/schema.js';
import { Configuration, type StoredValues } from '../../firmware/settings/configuration.js';
import { curve } from '../../trusted-node/common/curve.js';
import { ANSWER_MS, eventually } from '../support/deadlines.js';
import { BOARD } from '../support/processes.js';
import { DEVICE, GENESIS, type Liar, mineMany } from './liar.js';
import { lie } from './lie.js';

/** Commands with a clock and timers of the test's own. */
function commanding() {
  let now = 0;
  let stored: StoredValues = {};
  let timers: { at: number; run: () => void }[] = [];
  let saves = 0;
  const replies: Reply[] = [];
  const keys: string[] = [];
  const done: string[] = [];
  const configuration = new Configuration(SCHEMA, {
    load: () => ({ values: stored, warnings: [] }),
    save: values => {
      saves++;
      stored = values;
    },
  });
  const platform = {
    monotonic: () => now,
    setTimer: (ms: number, run: () => void) => timers.push({ at: now + ms, run }),
    curve,
  };
  const part = new CommandsPart(platform as never, configuration, {
    hold: () => {},
    release: () => {},
    notice: () => {},
    whyNotMining: () => undefined,
    sendStatus: () => done.push('status'),
    sendReply: reply => replies.push(reply),
    applySettings: changed => keys.push(...changed),
    restart: () => done.push('restart'),
    order: () => ({ device: DEVICE, boot: '00'.repeat(8), owner: OWNER_KEY }),
    forgetChain: () => {
      done.push('forget');
      return undefined;
    },
  });
  /** Lets time pass, with what is due in it. */
  const pass = (ms: number) => {
    for (const end = now + ms; ; ) {
      const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      now = next?.at ?? end;
      if (next === undefined) return;
      timers = timers.filter(timer => timer !== next);
      next.run();
    }
  };
  return { part, pass, replies, keys, done, saves: () => saves, stored: () => stored };
}

const SECRET = new Uint8Array(32).fill(7);
const OWNER_KEY = bytesToHex(schnorr.getPublicKey(SECRET));
const signed = (device: string, boot: string) =>
  bytesToHex(schnorr.sign(forgetChainMessage(device, boot), SECRET));

test('a bucket gives what it holds at once, then one at a time, and no more after a long rest', t => {
  const bucket = new TokenBucket(3, 1_000);
  const taken = (now: number, tries: number) =>
    Array.from({ length: tries }, () => bucket.take(now)).filter(Boolean);
  t.is(taken(0, 10).length, 3);
  t.is(bucket.wait(400), 600);
  t.is(taken(999, 10).length, 0);
  t.is(taken(1_000, 10).length, 1);
  t.is(taken(2_500, 10).length, 1);
  t.is(taken(3_000, 10).length, 1);
  t.is(taken(1e9, 10).length, 3);
});

test('settings in a flood: few writes, each reply after the write that holds it, the last value stays', t => {
  const { part, pass, replies, saves, stored } = commanding();
  const minutes = 10;
  let id = 0;
  for (let second = 0; second < 60 * minutes; second++)
    for (let i = 0; i < 50; i++) {
      id++;
      part.command({ id, cmd: 'set', key: 'mining.budget', value: String(1 + (id % 90)) });
      pass(20);
      const ok = replies.filter(reply => reply.ok).at(-1);
      if (ok) t.not(stored()['mining.budget'], undefined);
    }
  pass(WRITE_MS);
  t.true(saves() <= WRITES_AT_ONCE + (60_000 / WRITE_MS) * minutes + 1, `${saves()} writes`);
  const ok = replies.filter(reply => reply.ok).at(-1)!;
  t.is(stored()['mining.budget'], 1 + (ok.id % 90));
  t.true(replies.some(({ error }) => error === 'too many commands: slower, please'));
  t.true(replies.length < 2 * (30 * minutes + 8), `${replies.length} replies`);
});

test('what waits for a write is written before a restart', t => {
  const { part, pass, replies, stored } = commanding();
  for (let id = 1; id <= 5; id++) part.command({ id, cmd: 'set', key: 'mining.budget', value: `${id}` });
  pass(0);
  t.is(stored()['mining.budget'], 3);
  t.is(replies.length, 3);
  part.stop();
  t.is(stored()['mining.budget'], 5);
  t.deepEqual(
    replies.map(({ id, ok }) => [id, ok]),
    [1, 2, 3, 4, 5].map(each => [each, true]),
  );
});

test('only the owner makes a board forget its chain, for this device and this boot, once', t => {
  const { part, pass, replies, done } = commanding();
  const boot = '00'.repeat(8);
  const good = signed(DEVICE, boot);
  const bent = hexToBytes(good);
  bent[40]! ^= 1;
  const wrong = [signed('other', boot), signed(DEVICE, '11'.repeat(8)), bytesToHex(bent), '0'.repeat(128)];
  for (const [i, sig] of wrong.entries()) part.command({ id: i + 1, cmd: 'forget-chain', sig });
  pass(0);
  t.deepEqual(done, []);
  t.true(replies.every(({ ok }) => !ok));
  part.command({ id: 9, cmd: 'forget-chain', sig: good });
  part.command({ id: 9, cmd: 'forget-chain', sig: good });
  pass(0);
  t.deepEqual(done, ['forget', 'restart']);
  t.deepEqual(
    replies.slice(wrong.length).map(({ ok }) => ok),
    [true, true],
  );
});

const limited = (name: string, run: Parameters<typeof lie>[1]) => lie(name, run, false, BOARD);

async function mining(liar: Liar): Promise<void> {
  liar.chain = [GENESIS, ...mineMany(GENESIS, 12)];
  liar.onHello = () => {
    const tip = liar.chain!.at(-1)!;
    void liar.announce(tip).then(() => liar.job(tip));
  };
  liar.startBoard(`owner.key=${OWNER_KEY}`);
  await liar.mines(liar.chain.at(-1)!);
}

limited(
  '300 settings as fast as they go: a board writes few times to flash, and says how often',
  async (t, liar) => {
    await mining(liar);
    await eventually(() => liar.statuses.at(-1)?.flashWrites !== undefined);
    for (let id = 1; id <= 300; id++)
      await liar.commands({ id, cmd: 'set', key: 'mining.budget', value: String(5 + (id % 20)) });
    await eventually(() => liar.replies.some(({ ok }) => !ok), 'the refusal');
    // On regtest each hash in two is a block: shares must leave room for replies.
    await eventually(() => liar.replies.some(({ ok, id }) => ok && id > 3), 'the write of what had to wait');
    const first = liar.statuses.find(({ flashWrites }) => flashWrites !== undefined)!;
    const { length } = liar.statuses;
    await eventually(() => liar.statuses.length > length + 1);
    // The chain's record and the choice of kernels are written now and then too.
    t.true(
      liar.statuses.at(-1)!.flashWrites! - first.flashWrites! < 12,
      `${liar.statuses.at(-1)!.flashWrites}`,
    );
  },
);

limited('the owner has a board forget its chain through the node', async (t, liar) => {
  await mining(liar);
  await liar.commands({ id: 1, cmd: 'forget-chain', sig: signed(DEVICE, '0123456789abcdef') });
  await eventually(() => liar.replies.length === 1);
  t.is(liar.replies[0]!.error, 'not signed by the owner of this board, or for another boot');
  // A node from an older copy: fewer headers than the board has seen.
  liar.chain = liar.chain!.slice(0, 5);
  await liar.commands({ id: 2, cmd: 'forget-chain', sig: signed(DEVICE, liar.boots.at(-1)!) });
  const from = liar.board.lines.length;
  await eventually(() => liar.boots.length === 2, 'the next boot');
  await liar.board.waitFor(
    line => line.event === 'status' && line.state === 'mining' && line.height === 5,
    'mining on the old tip',
    ANSWER_MS,
    from,
  );
  t.pass();
});
