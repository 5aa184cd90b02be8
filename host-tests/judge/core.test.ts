/** Bitcoin Core's vectors (vectors/README.md) through both implementations of Script: the judge's and the ledger's. */
import test, { type ExecutionContext } from 'ava';
import { judge } from '../../firmware/domain/judge/judge.js';
import type { InputPlace } from '../../firmware/domain/script/input-place.js';
import { ScriptRules } from '../../firmware/domain/script/rules.js';
import { SignatureHashes, scratchLength } from '../../firmware/domain/script/signature-hash.js';
import { SpendInputs } from '../../firmware/domain/script/spend-inputs.js';
import { CONSENSUS, POLICY } from '../../firmware/domain/script-flags.js';
import { checkTransaction, parseTransaction } from '../../firmware/domain/transaction.js';
import { viewTransaction } from '../../firmware/domain/transaction-view.js';
import { curve } from '../../trusted-node/common/curve.js';
import { Sighash } from '../../trusted-node/ledger/rules/sighash.js';
import { unpackSpent } from '../cases/judge-mutations.js';
import { runScript, type ScriptVector, vectorFault } from '../cases/script-vector.js';
import { ledgerAnswer } from './core/second-opinion.js';
import {
  scriptTests,
  sighashTests,
  taprootTests,
  transactionTests,
  walletOutputs,
  walletSpend,
} from './core/vectors.js';

/** What is wrong with the answers of both to a vector, or undefined. */
function faultOfBoth(vector: ScriptVector): string | undefined {
  const judges = vectorFault(vector, curve);
  if (judges !== undefined) return `judge: ${judges}`;
  const answer = ledgerAnswer(vector, vector.flags);
  const right = vector.expected === 'fault' ? answer !== 'ok' : answer === vector.expected;
  if (!right) return `ledger: ${vector.name}: ${answer} instead of ${vector.expected}`;
  // One run that notes what breaks policy says what a second run with policy as a rule would.
  const noted = new ScriptRules(CONSENSUS, POLICY);
  const today = runScript(vector, noted, curve);
  const strict = runScript(vector, new ScriptRules(CONSENSUS | POLICY, 0), curve);
  const relayed = today === 'ok' && noted.policy === undefined;
  if (relayed !== (strict === 'ok')) return `policy: ${vector.name}: ${noted.policy}, ${strict}`;
  return today === ledgerAnswer(vector, CONSENSUS) ? undefined : `two opinions: ${vector.name}`;
}

function all(t: ExecutionContext, vectors: Iterable<ScriptVector>, least: number): void {
  let count = 0;
  for (const vector of vectors) {
    count++;
    const fault = faultOfBoth(vector);
    if (fault !== undefined) t.fail(fault);
  }
  t.true(count >= least, String(count));
  t.log(`${count} vectors`);
}

test('script_tests.json: every script has its error, by name', t => {
  all(t, scriptTests(), 1200);
});

test('tx_valid.json', t => {
  all(t, transactionTests('tx_valid'), 110);
});

test('tx_invalid.json', t => {
  const vectors = transactionTests('tx_invalid');
  all(
    t,
    vectors.filter(({ expected }) => expected !== 'form'),
    80,
  );
  for (const { name, raw } of vectors.filter(({ expected }) => expected === 'form'))
    t.not(formFault(raw), undefined, name);
});

/** CheckTransaction, or that it is no transaction. */
function formFault(raw: Uint8Array): string | undefined {
  try {
    return checkTransaction(parseTransaction(raw));
  } catch (error) {
    return (error as Error).message;
  }
}

test('script_assets_test: a share of the taproot vectors (all of them: make script-vectors, and on XS)', t => {
  const share = process.env.MITE_SCRIPT_VECTORS === 'all' ? 1 : 24;
  const vectors = [...taprootTests()].filter((_, i) => i % share === 7 % share);
  all(t, vectors, Math.floor(5000 / share));
});

test('sighash.json: both copies of the hash before BIP143', t => {
  const vectors = sighashTests();
  t.is(vectors.length, 500);
  const spent = new Uint8Array(0);
  for (const { raw, script, input, hashType, expected } of vectors) {
    const view = viewTransaction(raw);
    const hashes = new SignatureHashes(view, spent, new Uint8Array(scratchLength(raw, spent)));
    const code = { bytes: script, start: 0, end: script.length };
    t.deepEqual(hashes.legacy(placeOf(raw, input), code, hashType), expected);
    const transaction = parseTransaction(raw);
    const outputs = transaction.inputs.map(() => ({ value: 0n, script }));
    t.deepEqual(new Sighash(transaction, outputs).legacy(input, script, hashType), expected);
  }
});

/** Where an input is. */
function placeOf(raw: Uint8Array, index: number, spent?: Uint8Array): InputPlace {
  const view = viewTransaction(raw);
  const outputs = spent ?? new Uint8Array(10 * view.inputCount);
  const inputs = new SpendInputs(view, outputs, new Uint8Array(512), new ScriptRules(), curve);
  for (let i = 0; i <= index; i++) inputs.next();
  return inputs.place;
}

test('bip341_wallet_vectors.json: outputs that commit to scripts, and what key paths sign', t => {
  for (const { internal, tweak, output, parity } of walletOutputs()) {
    t.true(curve.checkTweak(internal, tweak, parity, output));
    t.false(curve.checkTweak(internal, tweak, 1 - parity, output));
    t.false(curve.checkTweak(output, tweak, parity, output));
  }
  const { raw, unsigned, spent, inputs } = walletSpend();
  const transaction = parseTransaction(unsigned);
  const sighash = new Sighash(transaction, unpackSpent(spent));
  for (const { index, hashType, hash } of inputs) {
    const view = viewTransaction(unsigned);
    const hashes = new SignatureHashes(view, spent, new Uint8Array(scratchLength(unsigned, spent)));
    t.deepEqual(hashes.taproot(placeOf(unsigned, index, spent), hashType, -1, -1), hash);
    t.deepEqual(sighash.v1(index, hashType), hash);
  }
  const { verdict, policy } = judge({ raw, spent }, curve);
  t.deepEqual([verdict, policy], ['valid', undefined]);
});
