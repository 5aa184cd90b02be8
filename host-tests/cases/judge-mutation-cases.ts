import { concatBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import { type Judgement, Judging, judge, MAX_JUDGED } from '../../firmware/domain/judge/judge.js';
import { parseTransaction, serializeTransaction, txid, wtxid } from '../../firmware/domain/transaction.js';
import { packSpent } from '../../firmware/protocol/mite/offer.js';
import { reasonCode, reasonText } from '../../firmware/protocol/mite/verdict.js';
import type { Case } from './case.js';
import { mutant, type Offered, unpackSpent } from './judge-mutations.js';
import { EXPECTED, MUTATION_SEED, SAMPLES } from './judge-samples.js';
import { Random } from './random.js';

const LETTERS = { valid: 'v', invalid: 'i', 'not-judged': 'n' } as const;

/** The samples as offers. */
export function sampleOffers(): Offered[] {
  return SAMPLES.map(([raw, spent]) => ({ raw: hexToBytes(raw), spent: hexToBytes(spent) }));
}

function letter({ verdict }: Judgement): string {
  return LETTERS[verdict];
}

export const cases: Case[] = [
  {
    name: 'judge: transactions that another library signed',
    run(t) {
      for (const offer of sampleOffers()) {
        const judgement = judge(offer, t.curve);
        const transaction = parseTransaction(offer.raw);
        const total = (outputs: readonly { value: bigint }[]) =>
          outputs.reduce((sum, o) => sum + o.value, 0n);
        t.equal(judgement.reason, 'ok');
        t.equal(judgement.verdict, 'valid');
        t.equal(judgement.txid, txid(transaction));
        t.equal(judgement.wtxid, wtxid(transaction));
        t.equal(judgement.fee, total(unpackSpent(offer.spent)) - total(transaction.outputs));
      }
    },
  },
  {
    name: 'judge: 600 changed transactions have the verdicts that the ledger agrees with',
    run(t) {
      const random = new Random(MUTATION_SEED);
      const offers = sampleOffers();
      for (let i = 0; i < EXPECTED.length; i++) {
        const offer = mutant(random, random.pick(offers));
        const judgement = judge(offer, t.curve);
        t.equal(letter(judgement), EXPECTED[i], `${i} (${offer.change}): ${judgement.reason}`);
        t.equal(reasonText(reasonCode(judgement.reason)), judgement.reason);
      }
    },
  },
  {
    name: 'judge: what is invalid stays so beside what anybody may spend',
    run(t) {
      for (const { raw, spent } of sampleOffers()) {
        const transaction = parseTransaction(raw);
        const coins = unpackSpent(spent);
        // One more input, of an output that asks for nothing: first and last.
        for (const first of [true, false]) {
          const input = {
            previous: { txid: new Uint8Array(32).fill(9), index: 1 },
            scriptSig: Uint8Array.of(1, 2),
            sequence: 0,
            witness: [],
          };
          const coin = { value: 5n, script: Uint8Array.of(0x51) };
          const mixed = {
            raw: serializeTransaction({
              ...transaction,
              inputs: first ? [input, ...transaction.inputs] : [...transaction.inputs, input],
            }),
            spent: packSpent(first ? [coin, ...coins] : [...coins, coin]),
          };
          const { verdict, reason, policy } = judge(mixed, t.curve);
          // What signs other inputs or the output of its number, signs something else now.
          const anyoneCanPay = transaction.inputs.every(({ witness }) => {
            const signature = witness[0]!;
            return signature.length !== 64 && (signature[signature.length - 1]! & 0x80) !== 0;
          });
          if (!anyoneCanPay || first) t.equal(verdict, 'invalid', reason);
          else t.equal([verdict, reason, policy], ['valid', 'ok', 'minimaldata']);
          t.equal(judge({ ...mixed, spent: mixed.spent.subarray(1) }, t.curve).verdict === 'valid', false);
        }
      }
    },
  },
  {
    name: 'judge: steps are one for the form and one for each input',
    run(t) {
      for (const offer of sampleOffers()) {
        const judging = new Judging(offer, t.curve);
        const { inputs } = parseTransaction(offer.raw);
        for (let i = 0; i < inputs.length; i++) t.equal(judging.step(), undefined);
        t.equal(judging.step()?.verdict, 'valid');
      }
    },
  },
  {
    name: 'judge: the largest offer, one more byte, and one that no block could hold',
    run(t) {
      const [{ raw, spent }] = sampleOffers() as [Offered];
      const transaction = parseTransaction(raw);
      const withOutput = (script: Uint8Array) => ({
        raw: serializeTransaction({
          ...transaction,
          outputs: [...transaction.outputs, { value: 0n, script }],
        }),
        spent,
      });
      const room = MAX_JUDGED - raw.length - spent.length - 8 - 3;
      // All signatures of the first sample leave the outputs out.
      t.equal(judge(withOutput(new Uint8Array(room)), t.curve).verdict, 'valid');
      const { verdict, reason, weight } = judge(withOutput(new Uint8Array(room + 1)), t.curve);
      t.equal([verdict, reason, weight], ['not-judged', 'tx-too-large', 0]);
      // CHECKMULTISIG counts 20 signature operations, four times outside the witness: 80,000 is the limit of a block.
      t.equal(judge(withOutput(new Uint8Array(1000).fill(0xae)), t.curve).verdict, 'valid');
      t.equal(judge(withOutput(new Uint8Array(1001).fill(0xae)), t.curve).reason, 'bad-blk-sigops');
      const pushed = (push: number[]) => concatBytes(Uint8Array.from(push), new Uint8Array(1001).fill(0xae));
      for (const push of [[0x4b], [0x4c, 1], [0x4d, 1, 0], [0x4e, 1, 0, 0, 0]])
        t.equal(judge(withOutput(pushed(push)), t.curve).verdict, 'valid', String(push));
      t.equal(judge(withOutput(pushed([0x01, 0])), t.curve).reason, 'bad-blk-sigops');
      t.equal(judge(withOutput(pushed([0x4e, 0xff, 0xff, 0xff, 0xff])), t.curve).verdict, 'valid');
    },
  },
  {
    name: 'judge: bytes that are not a transaction have no id',
    run(t) {
      const random = new Random(5303);
      const none = new Uint8Array(32);
      for (let i = 0; i < 300; i++) {
        const raw = random.bytes(random.below(120));
        const judgement = judge({ raw, spent: random.bytes(random.below(40)) }, t.curve);
        t.ok(judgement.verdict !== 'valid');
        if (judgement.reason === 'tx-decode')
          t.equal([judgement.txid, judgement.wtxid, judgement.weight, judgement.fee], [none, none, 0, 0n]);
      }
    },
  },
];
