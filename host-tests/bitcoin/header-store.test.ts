/** The store of headers: what it takes, what it keeps, what becomes of a damaged file. */
import { appendFileSync, closeSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { displayToHash, hashToDisplay } from '../../firmware/domain/bytes.js';
import { sha256d } from '../../firmware/domain/hash.js';
import { decodeHeader, encodeHeader, headerHash } from '../../firmware/domain/header.js';
import { NETWORKS, type NetworkRules } from '../../firmware/domain/networks.js';
import { compactToTarget, meetsTarget } from '../../firmware/domain/target.js';
import { firstHeight, genesisHeader, HeaderStore } from '../../trusted-node/upstream/bitcoin/header-store.js';
import { Random } from '../cases/random.js';
import { vector } from '../domain/vectors.js';
import { temporary } from './bed.js';

const { regtest, mainnet } = NETWORKS;

/** This many headers after `parent`. @param salt tells branches apart */
function chain(parent: Uint8Array, count: number, salt = 0): Uint8Array[] {
  const headers: Uint8Array[] = [];
  let previous = parent;
  for (let i = 0; i < count; i++) {
    const header = {
      version: 0x20000000,
      previousHash: sha256d(previous),
      merkleRoot: new Uint8Array(32).fill(salt),
      time: decodeHeader(previous).time + 600,
      nBits: 0x207fffff,
      nonce: 0,
    };
    while (!meetsTarget(headerHash(header), compactToTarget(header.nBits))) header.nonce++;
    previous = encodeHeader(header);
    headers.push(previous);
  }
  return headers;
}

const genesis = genesisHeader(regtest);
const first = chain(genesis, 300);

test('headers come back as they were put in, even after it is reopened', t => {
  const file = join(temporary(t), 'headers.bin');
  const store = HeaderStore.open(file, regtest);
  t.is(store.height, -1);
  t.is(store.tip, undefined);
  t.is(store.replace(0, [genesis, ...first.slice(0, 100)]), undefined);
  t.is(store.replace(101, first.slice(100)), undefined);
  const check = (at: HeaderStore) => {
    t.is(at.height, 300);
    t.deepEqual(at.headers(0, 1_000), [genesis, ...first]);
    t.deepEqual(at.headers(299, 3), first.slice(298));
    t.deepEqual(at.headers(301, 3), []);
    t.deepEqual(at.tip?.hash, sha256d(first[299]!));
    t.is(at.hashAt(0), hashToDisplay(regtest.genesis.hash));
    t.is(at.hashAt(301), undefined);
    t.is(at.hashAt(-1), undefined);
  };
  check(store);
  store.close();
  t.is(readFileSync(file).length, 80 * 302);
  const again = HeaderStore.open(file, regtest);
  check(again);
  again.close();
  t.throws(() => HeaderStore.open(file, NETWORKS.signet), { message: /headers of another chain/ });
});

test('a branch replaces another; one that breaks a rule changes nothing', t => {
  const file = join(temporary(t), 'headers.bin');
  const store = HeaderStore.open(file, regtest);
  store.replace(0, [genesis, ...first]);
  const branch = chain(first[199]!, 50, 1);
  const spoilt = branch.slice();
  spoilt[30] = chain(first[10]!, 1, 2)[0]!;
  t.is(store.replace(201, spoilt), 'prev-blk-not-found');
  t.deepEqual(store.headers(0, 1_000), [genesis, ...first]);
  const easy = { ...decodeHeader(branch[0]!), nBits: 0x207ffffe };
  while (!meetsTarget(headerHash(easy), compactToTarget(easy.nBits))) easy.nonce++;
  t.is(store.replace(201, [encodeHeader(easy)]), 'bad-diffbits');
  const early = { ...decodeHeader(branch[0]!), time: decodeHeader(first[100]!).time };
  while (!meetsTarget(headerHash(early), compactToTarget(early.nBits))) early.nonce++;
  t.is(store.replace(201, [encodeHeader(early)]), 'time-too-old');
  t.is(store.replace(0, [first[0]!]), 'another genesis block');
  t.is(store.replace(201, [new Uint8Array(79)]), 'not 80 bytes');
  t.deepEqual(store.headers(0, 1_000), [genesis, ...first]);
  t.is(store.replace(201, branch), undefined);
  t.is(store.height, 250);
  t.is(store.replace(241, []), undefined, 'back');
  store.close();
  const again = HeaderStore.open(file, regtest);
  t.deepEqual(again.headers(0, 1_000), [genesis, ...first.slice(0, 200), ...branch.slice(0, 40)]);
  again.close();
});

test('300 damaged files: everything before the damage is there, and nothing else', t => {
  const random = new Random(80);
  const folder = temporary(t);
  const whole = join(folder, 'whole.bin');
  const store = HeaderStore.open(whole, regtest);
  store.replace(0, [genesis, ...first]);
  store.close();
  const content = readFileSync(whole);
  for (let i = 0; i < 300; i++) {
    const file = join(folder, `${i}.bin`);
    const bytes = Buffer.from(content);
    const at = random.between(80, content.length - 81);
    bytes[at]! ^= 1 << random.below(8);
    writeFileSync(file, bytes);
    if (random.bool()) truncateSync(file, random.between(at, content.length - 1));
    if (random.bool()) appendFileSync(file, 'half a header');
    const opened = HeaderStore.open(file, regtest);
    const good = Math.floor(at / 80) - 1;
    // A flipped header may still have its work on regtest; the one after it does not follow it.
    if (opened.height >= 0 && opened.height + 1 > good + 1)
      return t.fail(`${i}: ${opened.height + 1}, not ${good}`);
    const sound = Math.max(0, Math.min(good, opened.height + 1));
    t.deepEqual(opened.headers(0, sound), [genesis, ...first].slice(0, sound));
    if (opened.height + 1 < good - 1 && readFileSync(file).length > 80 * good)
      return t.fail(`${i}: ${opened.height + 1} of ${good}`);
    opened.close();
  }
});

test('a full disk: nothing is added, and the file has everything after the next headers that can be written', t => {
  const file = join(temporary(t), 'headers.bin');
  const store = HeaderStore.open(file, regtest);
  const behind = store as unknown as { handle: number };
  const { handle } = behind;
  const branch = chain(first[49]!, 100, 7);
  const full = openSync('/dev/full', 'r+');
  t.is(store.replace(0, [genesis, ...first.slice(0, 100)]), undefined);
  const fails = (from: number, headers: Uint8Array[]) => {
    behind.handle = full;
    t.throws(() => store.replace(from, headers), { code: 'ENOSPC' });
    behind.handle = handle;
    t.is(store.height, 100);
    t.deepEqual(store.headers(0, 200), [genesis, ...first.slice(0, 100)]);
  };
  fails(101, first.slice(100, 200));
  fails(51, branch);
  t.is(store.replace(101, first.slice(100, 120)), undefined);
  const stored = HeaderStore.open(file, regtest);
  t.deepEqual(stored.headers(0, 200), [genesis, ...first.slice(0, 120)]);
  stored.close();
  t.is(store.replace(51, branch), undefined);
  store.close();
  closeSync(full);
  const again = HeaderStore.open(file, regtest);
  t.deepEqual(again.headers(0, 200), [genesis, ...first.slice(0, 50), ...branch]);
  again.close();
});

test('mainnet: real headers across a retarget, from a checkpoint on; the stale one is refused in their place', t => {
  const bytes = vector(t, 'mainnet-headers-822528.bin');
  const stale = vector(t, 'mainnet-stale-header-823226.bin');
  if (bytes === undefined || stale === undefined) return;
  const headers = Array.from({ length: bytes.length / 80 }, (_, i) => bytes.slice(80 * i, 80 * i + 80));
  const rules: NetworkRules = {
    ...mainnet,
    checkpoint: {
      height: 824_000,
      hash: displayToHash('000000000000000000026811d149d4d261995ec5b3f64f439a0a10e1a464af9a'),
    },
  };
  t.is(firstHeight(rules), 822_528);
  const file = join(temporary(t), 'headers.bin');
  const store = HeaderStore.open(file, rules);
  t.is(store.replace(822_528, headers), undefined);
  t.is(store.replace(823_226, [stale]), undefined, 'it has its work');
  t.is(store.replace(823_226, headers.slice(698)), undefined);
  const other = { ...decodeHeader(headers[2_016]!), nBits: decodeHeader(headers[0]!).nBits };
  t.is(store.replace(824_544, [encodeHeader(other)]), 'high-hash');
  t.is(store.height, 824_555);
  store.close();
  const elsewhere = HeaderStore.open(join(temporary(t), 'h'), {
    ...rules,
    checkpoint: { ...rules.checkpoint, hash: new Uint8Array(32) },
  });
  t.is(elsewhere.replace(822_528, headers), 'another chain than the checkpoint');
  elsewhere.close();
});

test('where a network begins: with the period that its checkpoint needs; a signet at its genesis', t => {
  t.is(firstHeight(mainnet), 909_216);
  t.is(firstHeight(NETWORKS.testnet4), 118_944);
  t.is(firstHeight(NETWORKS.signet), 0);
  t.is(firstHeight(regtest), 0);
  t.is(
    firstHeight({ ...mainnet, checkpoint: { height: 2_016 * 400 + 5, hash: new Uint8Array(32) } }),
    2_016 * 399,
  );
});
