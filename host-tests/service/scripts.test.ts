/** Spends of every common kind of script, made with @scure/btc-signer, get their quorum and their block; spoilt ones get neither. */
import { schnorr, secp256k1 } from '@noble/curves/secp256k1.js';
import { p2ms, p2pkh, p2sh, p2tr, p2wpkh, p2wsh, Script, Transaction } from '@scure/btc-signer';
import test from 'ava';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { judge } from '../../firmware/domain/judge/judge.js';
import { ShareCode } from '../../firmware/domain/share.js';
import { parseTransaction, serializeTransaction } from '../../firmware/domain/transaction.js';
import { packSpent } from '../../firmware/protocol/mite/offer.js';
import { curve } from '../../trusted-node/common/curve.js';
import { signedSpend } from '../ledger/chain-maker.js';
import { until } from './bed.js';
import { alice, QuorumBed } from './quorum-bed.js';

const secret = (number: number) => new Uint8Array(32).fill(number);
const key = (number: number) => secp256k1.getPublicKey(secret(number), true);
const xOnly = (number: number) => schnorr.getPublicKey(secret(number));

interface Kind {
  readonly name: string;
  readonly script: Uint8Array;
  /** What the library needs to sign, beside the output. */
  readonly input: Parameters<Transaction['addInput']>[0];
  readonly signers: readonly number[];
  readonly legacy?: boolean;
}

function kinds(): Kind[] {
  const multisig = p2wsh(p2ms(2, [key(11), key(12), key(13)]));
  const nested = p2sh(p2wpkh(key(14)));
  const plain = p2pkh(key(15));
  const leaf = Script.encode([xOnly(16), 'CHECKSIG']);
  const tap = p2tr(xOnly(17), { script: leaf }, undefined, true);
  return [
    {
      name: 'P2WSH 2-of-3',
      script: multisig.script,
      input: { witnessScript: multisig.witnessScript! },
      signers: [11, 13],
    },
    {
      name: 'P2SH-P2WPKH',
      script: nested.script,
      input: { redeemScript: nested.redeemScript! },
      signers: [14],
    },
    { name: 'P2PKH', script: plain.script, input: {}, signers: [15], legacy: true },
    { name: 'tapscript', script: tap.script, input: { tapLeafScript: tap.tapLeafScript! }, signers: [16] },
  ];
}

/** One bit of the last signature is another. */
function spoilt(raw: Uint8Array, legacy: boolean): Uint8Array {
  const transaction = parseTransaction(raw);
  const [input] = transaction.inputs;
  if (legacy) input!.scriptSig = flipped(input!.scriptSig, 40);
  else {
    const at = input!.witness.findIndex(item => item.length >= 64);
    input!.witness[at] = flipped(input!.witness[at]!, 40);
  }
  return serializeTransaction(transaction);
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at]! ^= 1;
  return copy;
}

test('a quorum of three of four boards: P2WSH, P2SH-P2WPKH, P2PKH and tapscript are mined, wrong signatures are not', async t => {
  const bed = await QuorumBed.start(t, { quorum: '3' });
  const names = ['a', 'b', 'c', 'd'];
  const boards = [];
  for (const name of names) boards.push(await bed.board(name));
  const all = kinds();
  const value = 1_000_000n;
  const funding = signedSpend(
    [bed.coins[0]!],
    all.map(({ script }) => ({ value, script })),
  );
  const from = await bed.submit(t, funding);

  const spends: Uint8Array[] = [];
  for (const [index, { name, script, input, signers, legacy }] of all.entries()) {
    const made = new Transaction({ version: 2, allowUnknownOutputs: true });
    made.addInput({
      txid: from.slice().reverse(),
      index,
      ...(legacy ? { nonWitnessUtxo: funding } : { witnessUtxo: { amount: value, script } }),
      ...input,
    });
    made.addOutput({ amount: value - 10_000n, script: alice.script });
    for (const each of signers) made.sign(secret(each), undefined, new Uint8Array(32));
    made.finalize();
    const raw = made.extract();
    const spent = packSpent([{ value, script }]);
    const wrong = spoilt(raw, legacy === true);
    t.is(judge({ raw: wrong, spent }, curve).verdict, 'invalid', name);
    const refused = await bed.bed.node.ledger.submitTransaction(wrong);
    t.regex(refused.ok ? 'taken' : refused.reason, /^script-verify-flag-failed/, name);
    const { verdict, policy } = judge({ raw, spent }, curve);
    t.deepEqual([verdict, policy], ['valid', undefined], name);
    spends.push(await bed.submit(t, raw));
  }
  const wanted = [from, ...spends].map(bytesToHex).sort();
  await until(async () => (await bed.taken()).length === wanted.length, 'the quorum of all');
  t.deepEqual((await bed.taken()).sort(), wanted);
  for (const { verdicts } of boards)
    for (const { verdict, reason } of verdicts.all) t.deepEqual([verdict, reason], ['valid', 'ok']);

  const { device } = boards[0]!;
  const fees = BigInt(4 * 10_000) + bed.coins[0]!.value - BigInt(all.length) * value;
  const job = await device.jobs.take(each => each.fees === fees);
  t.is((await device.send(device.solve(job))).code, ShareCode.block);
  for (const id of spends) t.is((await bed.bed.node.ledger.inclusion(id))?.height, 105);
  t.is((await bed.bed.node.ledger.verify()).height, 105);
});
