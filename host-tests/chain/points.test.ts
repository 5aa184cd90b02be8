/** Properties of points and records over many random chains, and of the settings that say where a board begins. */
import test from 'ava';
import { bytesToHex, hashToDisplay } from '../../firmware/domain/bytes.js';
import { checkNextHeader } from '../../firmware/domain/chain.js';
import { genesisPoint, minimumVersion, nextPoint } from '../../firmware/domain/chain-point.js';
import { type BlockHeader, encodeHeader } from '../../firmware/domain/header.js';
import { NETWORKS } from '../../firmware/domain/networks.js';
import {
  ownersPolicy,
  type PayoutValues,
  parseCheckpoint,
  parseShare,
  SOLO_SHARE,
} from '../../firmware/parts/chain/policy.js';
import { decodeRecord, encodeRecord, RECORD_LENGTH } from '../../firmware/parts/chain/record.js';
import type { Chain } from '../cases/chain-model.js';
import { EASY_RULES, pointAt, wildChain } from '../cases/chain-point-cases.js';
import { mutate, Random } from '../cases/random.js';

/** What the rules say with the whole chain at hand. */
function byHistory(chain: Chain, header: BlockHeader, now: number | undefined): string | undefined {
  return checkNextHeader(
    chain.rules,
    header,
    {
      parentHeight: chain.height,
      parent: chain.tip.header,
      parentHash: chain.tip.hash,
      pastTimes: chain.times,
      ancestor: height => chain.mined[height]!.header,
    },
    now,
  );
}

function changed(header: BlockHeader, random: Random, chain: Chain): BlockHeader {
  switch (random.below(7)) {
    case 0:
      return { ...header, version: random.u32() | 0 };
    case 1:
      return { ...header, previousHash: random.pick(chain.mined).hash };
    case 2:
      return { ...header, merkleRoot: random.bytes(32) };
    case 3:
      return { ...header, time: Math.max(0, header.time + random.between(-9_000, 9_000)) };
    case 4:
      return { ...header, nBits: random.bool() ? random.u32() : 0x207fffff };
    case 5:
      return { ...header, nonce: random.u32() };
    default:
      return header;
  }
}

test('for 20,000 headers, right and changed, a point says what the whole history says', t => {
  const random = new Random(6201);
  const faults = new Map<string, number>();
  for (let round = 0; round < 100; round++) {
    const chain = wildChain(EASY_RULES[round % EASY_RULES.length]!, random, random.between(1, 40));
    const point = pointAt(chain);
    for (let i = 0; i < 200; i++) {
      const header = changed(chain.next({ after: random.between(-3_000, 5_000) }).header, random, chain);
      const now = random.bool() ? undefined : header.time - random.between(7_190, 7_210);
      const next = nextPoint(chain.rules, point, encodeHeader(header), now);
      const fault = 'fault' in next ? next.fault : undefined;
      // chain.ts leaves versions to the block's rules; they come before the hash.
      const old = header.version < minimumVersion(chain.rules, chain.height + 1);
      const expected = byHistory(chain, header, now);
      const word = old && (expected === undefined || expected === 'high-hash') ? 'bad-version' : expected;
      if (fault !== word) t.fail(`round ${round}.${i}: ${fault}, the history says ${word}`);
      faults.set(String(fault), (faults.get(String(fault)) ?? 0) + 1);
    }
  }
  t.log(JSON.stringify([...faults]));
  t.is(faults.size, 8, 'each fault came up, and none');
});

test('every bit of a header matters', t => {
  const random = new Random(6202);
  for (const rules of EASY_RULES) {
    const chain = wildChain(rules, random, 20);
    const before = pointAt(chain, 19);
    const { bytes, hash } = chain.tip;
    let others = 0;
    for (let bit = 0; bit < 640; bit++) {
      const bent = bytes.slice();
      bent[bit >> 3]! ^= 1 << (bit & 7);
      const next = nextPoint(rules, before, bent);
      // Where work costs two hashes, half of what keeps the other rules is another header; none is this one.
      if ('fault' in next) continue;
      others++;
      t.notDeepEqual(next.hash, hash);
      t.true((bit >= 288 && bit < 576) || bit < 32 || bit >= 608, `bit ${bit} is of the parent or nBits`);
    }
    t.true(others < 320);
  }
  const { mainnet } = NETWORKS;
  // Mainnet's second header: there no bit may change.
  const second =
    '010000006fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000982051fd1e4ba744bbbe680e1fee14677ba1a3c3540bf7b1cdb606e857233e0e61bc6649ffff001d01e36299';
  const header = Uint8Array.from(second.match(/../g)!, byte => Number.parseInt(byte, 16));
  t.false('fault' in nextPoint(mainnet, genesisPoint(mainnet), header));
  for (let bit = 0; bit < 640; bit++) {
    const bent = header.slice();
    bent[bit >> 3]! ^= 1 << (bit & 7);
    t.true('fault' in nextPoint(mainnet, genesisPoint(mainnet), bent), `bit ${bit}`);
  }
});

test('a record is read as written; with any flipped bit, or broken in 100,000 ways, it counts as absent', t => {
  const random = new Random(6203);
  const samples: Uint8Array[] = [];
  for (const rules of EASY_RULES) {
    const chain = wildChain(rules, random, 40);
    const record = { anchor: pointAt(chain, 3), middle: pointAt(chain, 20), tip: pointAt(chain) };
    const bytes = encodeRecord(rules, rules.checkpoint, record);
    t.true(bytes.length === RECORD_LENGTH && RECORD_LENGTH < 400);
    t.deepEqual(decodeRecord(rules, rules.checkpoint, bytes), record);
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const bent = bytes.slice();
      bent[bit >> 3]! ^= 1 << (bit & 7);
      if (decodeRecord(rules, rules.checkpoint, bent) !== undefined) t.fail(`bit ${bit}`);
    }
    samples.push(bytes);
  }
  const [rules] = EASY_RULES;
  let read = 0;
  for (let i = 0; i < 100_000; i++) {
    const input = mutate(random, samples[0]!);
    const same = bytesToHex(input) === bytesToHex(samples[0]!);
    if (decodeRecord(rules!, rules!.checkpoint, input) === undefined) continue;
    read++;
    if (!same) t.fail(bytesToHex(input));
  }
  t.log(`${read} of 100,000 were what was written`);
});

test('chain.checkpoint: HEIGHT:HASH and nothing else', t => {
  const { hash } = NETWORKS.mainnet.checkpoint;
  const shown = hashToDisplay(hash);
  t.deepEqual(parseCheckpoint(`910000:${shown}`), { height: 910_000, hash });
  t.deepEqual(parseCheckpoint(`0:${shown.toUpperCase()}`), { height: 0, hash });
  t.deepEqual(parseCheckpoint(`999999999:${shown}`)?.height, 999_999_999);
  for (const wrong of [
    '',
    ':',
    '910000',
    shown,
    `:${shown}`,
    `-1:${shown}`,
    `1.5:${shown}`,
    `1e3:${shown}`,
    ` 1:${shown}`,
    `1: ${shown}`,
    `1:${shown} `,
    `1:${shown.slice(1)}`,
    `1:${shown}0`,
    `1:${shown.slice(1)}g`,
    `1:0x${shown.slice(2)}`,
    `1:1:${shown}`,
    `1000000000:${shown}`,
    `0x10:${shown}`,
  ])
    t.is(parseCheckpoint(wrong), undefined, wrong);
});

test('payout.share: 0.01 to 100 percent with at most two decimals', t => {
  for (const [text, points] of [
    ['98', 9_800],
    ['100', 10_000],
    ['100.00', 10_000],
    ['0.01', 1],
    ['33.25', 3_325],
    ['33.5', 3_350],
    ['007', 700],
  ] as const)
    t.is(parseShare(text), points, text);
  for (const wrong of [
    '',
    '0',
    '0.00',
    '100.01',
    '101',
    '1000',
    '-1',
    '1.',
    '.5',
    '1.234',
    '1,5',
    '98%',
    ' 98',
    '1e1',
    '0x1',
    '१',
  ])
    t.is(parseShare(wrong), undefined, wrong);
  const random = new Random(6204);
  for (let points = 1; points <= 10_000; points++) {
    const text = `${Math.floor(points / 100)}.${String(points % 100).padStart(2, '0')}`;
    if (parseShare(text) !== points) t.fail(text);
  }
  for (let i = 0; i < 10_000; i++) {
    const text = String.fromCharCode(...random.bytes(random.below(8)).map(byte => 0x2b + (byte % 16)));
    const points = parseShare(text);
    if (points !== undefined) t.true(Number.isInteger(points) && points >= 1 && points <= 10_000, text);
  }
});

test("the owner's policy from settings", t => {
  const settings: PayoutValues = {
    'payout.address': 'bcrt1qtfd95kj6tfd95kj6tfd95kj6tfd95kj6qz56sc',
    'payout.mode': 'solo',
    'payout.share': '',
    'payout.check': 'enforce',
    'chain.network': 'regtest',
  };
  const script = Uint8Array.of(0, 20, ...new Array<number>(20).fill(0x5a));
  t.deepEqual(ownersPolicy(settings), { script, share: SOLO_SHARE, enforce: true });
  t.deepEqual(ownersPolicy({ ...settings, 'payout.mode': 'group' }), { script, share: 0, enforce: true });
  t.deepEqual(ownersPolicy({ ...settings, 'payout.mode': 'group', 'payout.share': '2.5' }), {
    script,
    share: 250,
    enforce: true,
  });
  t.false(ownersPolicy({ ...settings, 'payout.check': 'warn' }).enforce);
  t.true(
    ownersPolicy({ ...settings, 'payout.check': '' as never }).enforce,
    'what is not "warn" is enforced',
  );
  t.is(ownersPolicy({ ...settings, 'payout.address': '' }).problem, undefined);
  t.is(ownersPolicy({ ...settings, 'payout.address': '' }).script, undefined);
  const unusable: Partial<PayoutValues>[] = [
    { 'chain.network': 'mainnet' },
    { 'chain.network': 'devnet' },
    { 'payout.address': 'bcrt1qtfd95kj6tfd95kj6tfd95kj6tfd95kj6qz56sd' },
    { 'payout.address': 'x' },
    { 'payout.address': ' ' },
  ];
  for (const change of unusable) {
    const policy = ownersPolicy({ ...settings, ...change });
    t.regex(policy.problem ?? '', /payout\.address is no address of/);
    t.is(policy.script, undefined);
  }
});
