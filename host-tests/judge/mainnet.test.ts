/**
 * Transactions of a mainnet block: valid as they are, and not when anything is changed that a rule covers. A share here;
 * 100,000 changes with MITE_SCRIPT_VECTORS=all (make script-vectors).
 */
import test from 'ava';
import { bytesToHex, equalBytes } from '../../firmware/domain/bytes.js';
import { judge, MAX_JUDGED } from '../../firmware/domain/judge/judge.js';
import { parseTransaction, type Transaction } from '../../firmware/domain/transaction.js';
import { curve } from '../../trusted-node/common/curve.js';
import { unpackSpent } from '../cases/judge-mutations.js';
import { Random } from '../cases/random.js';
import { vector } from '../domain/vectors.js';
import { ledgerOpinion } from './ledger-opinion.js';
import { type KnownSpend, spendsOf } from './mainnet.js';

const CHANGES = process.env.MITE_SCRIPT_VECTORS === 'all' ? 100_000 : 1_500;

/** A copy with one or two bits changed, in the transaction or in what it spends. */
function changed(random: Random, { raw, spent }: KnownSpend): { raw: Uint8Array; spent: Uint8Array } {
  const copy = { raw: raw.slice(), spent: spent.slice() };
  for (let i = random.below(4) === 0 ? 2 : 1; i > 0; i--) {
    const bytes = random.below(4) === 0 ? copy.spent : copy.raw;
    bytes[random.below(bytes.length)]! ^= 1 << random.below(8);
  }
  return copy;
}

/**
 * Which bytes no rule covers that the change was in; undefined: none that is known.
 * - the stated value of an output whose signatures cover no values (before BIP143): only the sum counts
 * - what no signature signs: with NONE or SINGLE outputs and sequences, with ANYONECANPAY other inputs
 * - an input whose script asks for no signature at all
 */
function uncovered(before: KnownSpend, after: { raw: Uint8Array; spent: Uint8Array }): string | undefined {
  const was = parseTransaction(before.raw);
  const is = parseTransaction(after.raw);
  const outputs = unpackSpent(before.spent);
  const stated = unpackSpent(after.spent);
  if (stated.some(({ value }, i) => value !== outputs[i]!.value)) {
    const covered = outputs.some(
      ({ value }, i) => value !== stated[i]!.value && is.inputs[i]!.witness.length > 0,
    );
    return covered ? openHash(was) : 'value before BIP143';
  }
  return equalBytes(before.raw, after.raw) ? 'nothing' : openHash(was);
}

/** Whether a signature of it leaves something open, or an input needs none. */
function openHash({ inputs }: Transaction): string | undefined {
  for (const { scriptSig, witness } of inputs) {
    const items = witness.length > 0 ? witness : [scriptSig.subarray(1, 1 + (scriptSig[0] ?? 0))];
    const signatures = items.filter(item => item.length === 64 || item.length === 65 || item[0] === 0x30);
    if (signatures.length === 0) return 'no signature';
    for (const signature of signatures) {
      const type = signature.length === 64 ? 0 : signature[signature.length - 1]!;
      if (type > 1) return 'open hash type';
    }
  }
  return undefined;
}

test('block 830,000: what its transactions spend within it is valid, and changed ones are not', t => {
  const bytes = vector(t, 'mainnet-block-830000.bin');
  if (!bytes) return;
  const known = spendsOf(bytes).known.filter(({ raw, spent }) => raw.length + spent.length <= MAX_JUDGED);
  t.true(known.length > 150);
  for (const { txid, raw, spent } of known) t.is(judge({ raw, spent }, curve).reason, 'ok', txid);
  const small = known.filter(({ raw }) => raw.length < 1500);
  const random = new Random(8300);
  const left = new Map<string, number>();
  for (let i = 0; i < CHANGES; i++) {
    const base = random.pick(small);
    const offer = changed(random, base);
    const { verdict, reason } = judge(offer, curve);
    if (verdict !== 'valid') continue;
    const why = uncovered(base, offer);
    const opinion = ledgerOpinion(offer);
    if (why === undefined || !opinion.valid)
      return t.fail(`${base.txid}: ${reason}, ${JSON.stringify(why)}\n${bytesToHex(offer.raw)}`);
    left.set(why, (left.get(why) ?? 0) + 1);
  }
  t.log(
    `${CHANGES} changes; valid: ${[...left].map(([why, count]) => `${count} ${why}`).join(', ') || 'none'}`,
  );
});
