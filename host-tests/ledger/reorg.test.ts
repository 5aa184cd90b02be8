import test, { type ExecutionContext } from 'ava';
import { bytesToHex, equalBytes } from '../../firmware/domain/bytes.js';
import type { Ledger } from '../../trusted-node/ledger/types.js';
import {
  makeBlock,
  makeKey,
  mine,
  type Spendable,
  START,
  signedSpend,
  spendableOutput,
  testLedger,
} from './chain-maker.js';
import { snapshot } from './snapshot.js';

const alice = makeKey(1);
const bob = makeKey(2, 'p2tr');
const SUBSIDY = 5_000_000_000n;
const CHAIN = ['active_chain', 'utxo', 'undo', 'confirmed'];

interface Made {
  raw: Uint8Array;
  hash: Uint8Array;
  height: number;
  time: number;
  coinbaseTxid: Uint8Array;
}

function child(
  parent: Pick<Made, 'hash' | 'height' | 'time'>,
  extranonce: number,
  transactions: Uint8Array[] = [],
): Made {
  const plan = {
    previousHash: parent.hash,
    height: parent.height + 1,
    time: parent.time + 60,
    // Half: regtest halves at 150.
    outputs: [{ value: SUBSIDY / 2n, script: alice.script }],
    extranonce,
    transactions,
  };
  return { ...makeBlock(plan), height: plan.height, time: plan.time };
}

async function statusOf(ledger: Ledger, block: Made): Promise<string> {
  const result = await ledger.submitBlock(block.raw);
  return result.status === 'invalid' ? result.reason : result.status;
}

/** A ledger that saw only this chain must hold the same coins, undo data and index. */
async function equalsFresh(t: ExecutionContext, file: string, chain: Uint8Array[]): Promise<void> {
  const fresh = await testLedger(t);
  for (const raw of chain) t.is((await fresh.ledger.submitBlock(raw)).status, 'connected');
  t.is(snapshot(file, CHAIN), snapshot(fresh.file, CHAIN));
}

async function activeBlocks(ledger: Ledger): Promise<Uint8Array[]> {
  const { headerHash } = await import('../../firmware/domain/header.js');
  const headers: Uint8Array[] = [];
  while (headers.length <= ledger.tip().height) headers.push(...(await ledger.headers(headers.length, 2000)));
  return Promise.all(headers.slice(1).map(async header => (await ledger.block(headerHash(header)))!));
}

for (const depth of [1, 6, 100])
  test(`a reorganisation ${depth} deep leaves only the coins of the winning chain`, async t => {
    const { ledger, file } = await testLedger(t);
    const coins = await mine(t, ledger, alice, 101);
    const fork = { hash: ledger.tip().hash, height: 101, time: ledger.tip().time };
    let a = fork;
    const spends: Uint8Array[] = [];
    for (let i = 0; i < depth; i++) {
      // A few blocks of the losing side spend something, the second by a chain inside the block.
      const first = i < 3 ? signedSpend([coins[i]!], [{ value: SUBSIDY, script: bob.script }]) : undefined;
      const list = first ? [first] : [];
      if (first && i === 1)
        list.push(signedSpend([spendableOutput(first, 0, bob)], [{ value: SUBSIDY, script: alice.script }]));
      spends.push(...list);
      const block = child(a, 1, list);
      t.is(await statusOf(ledger, block), 'connected');
      a = block;
    }
    let b = fork;
    for (let i = 0; i < depth; i++) {
      const block = child(b, 2);
      t.is(await statusOf(ledger, block), 'side');
      b = block;
    }
    t.true(equalBytes(ledger.tip().hash, a.hash), 'the first seen of two equal chains stays');
    t.is(await statusOf(ledger, child(b, 2)), 'connected');
    t.is(ledger.tip().height, 101 + depth + 1);
    t.is((await ledger.mempool()).transactions, spends.length, 'disconnected transactions wait again');
    await equalsFresh(t, file, await activeBlocks(ledger));
    await ledger.verify();
    const template = await ledger.template(ledger.tip().time + 60);
    t.deepEqual(template.transactions.map(tx => bytesToHex(tx.raw)).sort(), spends.map(bytesToHex).sort());
  });

test('a branch with an invalid block is marked and not tried again', async t => {
  const { ledger, file } = await testLedger(t);
  const coins = await mine(t, ledger, alice, 101);
  const fork = { hash: ledger.tip().hash, height: 101, time: ledger.tip().time };
  const a1 = child(fork, 1);
  const a2 = child(a1, 1);
  t.is(await statusOf(ledger, a1), 'connected');
  t.is(await statusOf(ledger, a2), 'connected');
  const b1 = child(fork, 2);
  const theft = signedSpend([{ ...coins[50]!, key: alice }], [{ value: SUBSIDY, script: bob.script }]);
  const b2 = child(b1, 2, [theft]); // spends a young coinbase: only seen when connected
  const b3 = child(b2, 2);
  t.is(await statusOf(ledger, b1), 'side');
  t.is(await statusOf(ledger, b2), 'side');
  const before = snapshot(file, CHAIN);
  t.regex(await statusOf(ledger, b3), /^bad-prevblk: .*premature-spend/);
  t.is(snapshot(file, CHAIN), before);
  t.true(equalBytes(ledger.tip().hash, a2.hash));
  t.regex(await statusOf(ledger, b3), /^bad-prevblk/);
  t.regex(await statusOf(ledger, b2), /^duplicate-invalid/);
  await ledger.verify();
  // The good part of the branch can still win.
  const c2 = child(b1, 3);
  const c3 = child(c2, 3);
  t.is(await statusOf(ledger, c2), 'side');
  t.is(await statusOf(ledger, c3), 'connected');
  await ledger.verify();
});

test('random block trees: the ledger ends where a fresh one that saw only the best chain does', async t => {
  let seed = 4711;
  const random = (n: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % n;
  };
  for (let round = 0; round < 4; round++) {
    const { ledger, file } = await testLedger(t);
    const coins = await mine(t, ledger, alice, 104);
    const tip = { hash: ledger.tip().hash, height: 104, time: ledger.tip().time };
    const nodes: { made: Pick<Made, 'hash' | 'height' | 'time'>; free: Spendable[] }[] = [
      { made: tip, free: coins.slice(0, 4) },
    ];
    let best = tip;
    for (let i = 1; i <= 40; i++) {
      // Mostly near the newest, sometimes far back.
      const at =
        random(3) === 0 ? random(nodes.length) : nodes.length - 1 - random(Math.min(4, nodes.length));
      const parent = nodes[at]!;
      const free = parent.free.slice();
      const transactions: Uint8Array[] = [];
      if (free.length > 0 && random(2) === 0) {
        const coin = free.splice(random(free.length), 1)[0]!;
        const to = random(2) === 0 ? alice : bob;
        const raw = signedSpend([coin], [{ value: coin.value, script: to.script }]);
        transactions.push(raw);
        free.push(spendableOutput(raw, 0, to));
      }
      const made = child(parent.made, i, transactions);
      nodes.push({ made, free });
      const better = made.height > best.height;
      t.is(await statusOf(ledger, made), better ? 'connected' : 'side');
      if (better) best = made;
    }
    t.true(equalBytes(ledger.tip().hash, best.hash));
    await equalsFresh(t, file, await activeBlocks(ledger));
    await ledger.verify();
  }
});

test('a block that is too new for the clock is taken when its time has come', async t => {
  let now = START + 100_000;
  const { ledger } = await testLedger(t, { clock: () => now });
  const genesis = { hash: ledger.tip().hash, height: 0, time: now + 7200 };
  const block = child(genesis, 1);
  t.is(await statusOf(ledger, block), 'time-too-new');
  now += 60;
  t.is(await statusOf(ledger, block), 'connected');
});
