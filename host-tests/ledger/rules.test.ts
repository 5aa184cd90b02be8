import test from 'ava';
import { type Block, parseBlock, serializeBlock } from '../../firmware/domain/block.js';
import { variants, withTransactions } from './broken-blocks.js';
import { makeBlock, mine, signedSpend } from './chain-maker.js';
import { alice, changed, type Scene, SUBSIDY, scene, toAlice } from './scene.js';
import { snapshot } from './snapshot.js';

test('every broken block is refused with its reason and changes nothing', async t => {
  const { ledger, file, coins, plan } = await scene(t);
  let stage: Scene = { ledger, coins, plan };
  for (const [name, reason, make] of variants) {
    const raw = await make(stage);
    const before = snapshot(file);
    const result = await ledger.submitBlock(raw);
    t.is(result.status, 'invalid', name);
    t.regex(result.status === 'invalid' ? result.reason : '', reason, name);
    t.is(snapshot(file), before, `${name}: state`);
    if (ledger.tip().height >= stage.plan.height) {
      // The variant needed a valid block first: go on above it, with coins it did not spend.
      const tip = ledger.tip();
      const next = { ...plan, previousHash: tip.hash, height: tip.height + 1, time: tip.time + 60 };
      stage = { ledger, coins: stage.coins.slice(1), plan: next };
    }
  }
  const good = await ledger.submitBlock(makeBlock(stage.plan).raw);
  t.is(good.status, 'connected');
  await ledger.verify();
});

test('spends of both kinds and every hash type are accepted; taproot variants with a fault are not', async t => {
  const { ledger, coins, plan } = await scene(t);
  const tip = ledger.tip();
  // Maturity of the taproot coin: mine on.
  await mine(t, ledger, alice, 100);
  const coin = coins[102]!;
  const good = signedSpend([coin], toAlice(SUBSIDY));
  const at = ledger.tip();
  const next = { ...plan, previousHash: at.hash, height: at.height + 1, time: at.time + 60 };
  const faults: [RegExp, (witness: Uint8Array[]) => Uint8Array[]][] = [
    [/the signature is wrong/, ([s]) => [s!.map((b, i) => (i === 40 ? b ^ 1 : b))]],
    [/no defined hash type/, ([s]) => [Uint8Array.of(...s!, 0)]],
    [/no defined hash type/, ([s]) => [Uint8Array.of(...s!, 4)]],
    [/the signature is wrong/, ([s]) => [Uint8Array.of(...s!, 1)]],
    [/not 64 or 65 bytes/, ([s]) => [s!.subarray(1)]],
    [/the witness is empty/, () => []],
    [/not what the output commits to/, ([s]) => [s!, Uint8Array.of(0x51), new Uint8Array(33)]],
    [/the signature is wrong/, ([s]) => [s!, Uint8Array.of(0x50, 1)]],
  ];
  for (const [reason, fault] of faults) {
    const bad = changed(good, tx => {
      tx.inputs[0]!.witness = fault(tx.inputs[0]!.witness);
    });
    const result = await ledger.submitBlock(
      makeBlock({ ...next, transactions: [bad], outputs: toAlice(SUBSIDY / 2n) }).raw,
    );
    t.regex(result.status === 'invalid' ? result.reason : result.status, reason);
  }
  const result = await ledger.submitBlock(
    makeBlock({ ...next, transactions: [good], outputs: toAlice(SUBSIDY / 2n) }).raw,
  );
  t.is(result.status, 'connected');
  t.true(tip.height < ledger.tip().height);
});

test('hostile bytes: 2,000 mutated blocks are refused or already known, none changes state', async t => {
  const { ledger, file, coins, plan } = await scene(t);
  const raw = withTransactions(plan, [signedSpend([coins[0]!], toAlice(SUBSIDY))]);
  const before = snapshot(file);
  let seed = 12345;
  const random = (n: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % n;
  };
  for (let i = 0; i < 2000; i++) {
    let bytes = Uint8Array.from(raw);
    const kind = random(3);
    if (kind === 0) bytes[random(bytes.length)]! ^= 1 << random(8);
    else if (kind === 1) bytes = bytes.slice(0, random(bytes.length));
    else bytes.copyWithin(random(bytes.length), random(bytes.length), random(bytes.length));
    if (bytes.length === raw.length && bytes.every((byte, at) => byte === raw[at])) continue;
    // A changed nonce, time or version can make another valid block: leave the header alone then.
    if (bytes.length > 80 && bytes.subarray(80).every((byte, at) => byte === raw[80 + at])) continue;
    t.is((await ledger.submitBlock(bytes)).status, 'invalid');
  }
  t.is(snapshot(file), before);
  const canonical: Block = parseBlock(raw);
  t.deepEqual(serializeBlock(canonical), raw);
});
