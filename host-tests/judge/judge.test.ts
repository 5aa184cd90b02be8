/** The judge against signed transactions of another library, and against the ledger's own rules on changed ones. */
import test from 'ava';
import { bytesToHex } from '../../firmware/domain/bytes.js';
import { type Judgement, judge } from '../../firmware/domain/judge/judge.js';
import { serializeTransaction } from '../../firmware/domain/transaction.js';
import { packSpent } from '../../firmware/protocol/mite/offer.js';
import { curve } from '../../trusted-node/common/curve.js';
import { sampleOffers } from '../cases/judge-mutation-cases.js';
import { type Mutant, mutant, type Offered } from '../cases/judge-mutations.js';
import { EXPECTED, MUTATION_SEED } from '../cases/judge-samples.js';
import { Random } from '../cases/random.js';
import { ledgerOpinion, mayBeUnjudged } from './ledger-opinion.js';
import { SAMPLE_OPTIONS, SAMPLE_SEED } from './sample-options.js';
import { randomSpend, type Spend } from './spends.js';

function offerOf({ transaction, spent }: Spend): Offered {
  return { raw: serializeTransaction(transaction), spent: packSpent(spent) };
}

test('signed transactions of 1 to 12 inputs of both kinds, with every hash type and annexes, are valid', t => {
  const random = new Random(5001);
  for (let i = 0; i < 100; i++) {
    const offer = offerOf(randomSpend(random));
    const judgement = judge(offer, curve);
    const opinion = ledgerOpinion(offer);
    if (!opinion.valid) return t.fail(`${i}: ${opinion.reason}`);
    t.is(judgement.reason, 'ok', `${i}`);
    t.is(judgement.verdict, 'valid');
    t.deepEqual(judgement.txid, opinion.txid);
    t.deepEqual(judgement.wtxid, opinion.wtxid);
    t.is(judgement.fee, opinion.fee);
    t.is(judgement.weight, opinion.weight);
  }
});

/** Policy on a transaction's form, which the ledger's rules for scripts do not have. */
const FORM_POLICY = new Set([
  'version',
  'scriptsig-size',
  'scriptsig-not-pushonly',
  'bad-witness-nonstandard',
]);

/** What is wrong with a judgement on a mutant, or undefined. */
function fault(offer: Mutant, judgement: Judgement): string | undefined {
  const { verdict, reason } = judgement;
  const opinion = ledgerOpinion(offer);
  if (opinion.valid) {
    if (verdict !== 'valid') return `${verdict} (${reason}) although the ledger takes it`;
    if ((judgement.policy === undefined) !== opinion.relayed && !FORM_POLICY.has(judgement.policy ?? ''))
      return `policy ${judgement.policy}, the ledger: ${opinion.relayed}`;
    if (judgement.fee !== opinion.fee || judgement.weight !== opinion.weight) return 'fee or weight';
    if (bytesToHex(judgement.txid) !== bytesToHex(opinion.txid)) return 'txid';
    if (bytesToHex(judgement.wtxid) !== bytesToHex(opinion.wtxid)) return 'wtxid';
    return undefined;
  }
  if (verdict === 'valid') return `valid although: ${opinion.reason}`;
  if (verdict === 'not-judged' && !mayBeUnjudged(offer))
    return `not judged (${reason}) although: ${opinion.reason}`;
  return undefined;
}

test('10,000 changed transactions: exactly those that the ledger takes are valid', t => {
  const random = new Random(5002);
  const counts = { valid: 0, invalid: 0, 'not-judged': 0 };
  const reasons = new Map<string, number>();
  const changes = new Set<string>();
  let base = offerOf(randomSpend(random));
  for (let i = 0; i < 10_000; i++) {
    if (i % 20 === 0)
      base = offerOf(randomSpend(random, { inputs: i % 200 === 0 ? 12 : random.between(1, 3) }));
    const offer = mutant(random, base);
    const judgement = judge(offer, curve);
    const wrong = fault(offer, judgement);
    if (wrong !== undefined)
      return t.fail(`${i} (${offer.change}): ${wrong}\n${bytesToHex(offer.raw)}\n${bytesToHex(offer.spent)}`);
    counts[judgement.verdict]++;
    reasons.set(judgement.reason, (reasons.get(judgement.reason) ?? 0) + 1);
    changes.add(offer.change);
  }
  t.log(JSON.stringify(counts), `${changes.size} kinds of change`);
  t.log([...reasons].map(([reason, count]) => `${reason} ${count}`).join(', '));
  t.true(counts.valid > 300 && counts.invalid > 5_000 && counts['not-judged'] > 100);
  // Everything that can be found was found.
  for (const reason of [
    'tx-decode',
    'bad-txns-vout-negative',
    'bad-txns-vout-toolarge',
    'bad-txns-txouttotal-toolarge',
    'bad-txns-inputs-duplicate',
    'bad-txns-prevout-null',
    'coinbase',
    'bad-txns-inputvalues-outofrange',
    'bad-txns-in-belowout',
    'scriptsig-not-empty',
    'witness-empty',
    'witness-mismatch',
    'witness-unexpected',
    'pubkey-mismatch',
    'sig-hashtype',
    'bad-opcode',
    'invalid-stack-operation',
    'taproot-control-size',
    'sig-der',
    'sig-size',
    'sig-wrong',
    'spent-count',
    'ok',
  ])
    t.true(reasons.has(reason), reason);
  t.pass();
});

test('noise never throws and is never valid', t => {
  const random = new Random(5003);
  for (let i = 0; i < 20_000; i++) {
    const raw = random.bytes(random.below(i % 100 === 0 ? 4_000 : 200));
    // Mostly something that begins as a transaction does.
    if (raw.length > 10 && i % 4 !== 0) raw.set([2, 0, 0, 0, ...(random.bool() ? [0, 1, 1] : [1])]);
    const judgement = judge({ raw, spent: random.bytes(random.below(60)) }, curve);
    if (judgement.verdict === 'valid') return t.fail(bytesToHex(raw));
  }
  t.pass();
});

test('the samples of the cases are signed here, and the ledger agrees with the verdicts on changed ones', t => {
  const offers = SAMPLE_OPTIONS.map((options, i) =>
    offerOf(randomSpend(new Random(SAMPLE_SEED + i), options)),
  );
  t.deepEqual(offers, sampleOffers());
  const random = new Random(MUTATION_SEED);
  const letters = { valid: 'v', invalid: 'i', 'not-judged': 'n' };
  for (let i = 0; i < EXPECTED.length; i++) {
    const offer = mutant(random, random.pick(offers));
    const judgement = judge(offer, curve);
    t.is(letters[judgement.verdict], EXPECTED[i]!);
    t.is(fault(offer, judgement), undefined, `${i} (${offer.change})`);
  }
  t.is(EXPECTED.length, 600);
});

test('a judge that believes every signature would be found out', t => {
  const random = new Random(5004);
  const gullible = { ...curve, verifyEcdsa: () => true, verifySchnorr: () => true };
  const offer = offerOf(randomSpend(random, { inputs: 2 }));
  let found = 0;
  for (let i = 0; i < 100; i++) {
    const changed = mutant(random, offer);
    if (fault(changed, judge(changed, gullible)) !== undefined) found++;
  }
  t.true(found > 10, String(found));
});
