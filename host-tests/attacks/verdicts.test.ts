/** What a real board signs of transactions that a lying node offers, and what becomes of its key. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAttestation } from '../../firmware/domain/attestation.js';
import { bytesToHex, concatBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import { parseTransaction, serializeTransaction } from '../../firmware/domain/transaction.js';
import { packSpent } from '../../firmware/protocol/mite/offer.js';
import type { VerdictMessage } from '../../firmware/protocol/mite/verdict.js';
import { curve } from '../../trusted-node/common/curve.js';
import { sampleOffers } from '../cases/judge-mutation-cases.js';
import { unpackSpent } from '../cases/judge-mutations.js';
import { DEVICE, GENESIS, type Liar, mine, mineMany } from './liar.js';
import { lie } from './lie.js';

function signed(liar: Liar, verdict: VerdictMessage): boolean {
  const key = hexToBytes(liar.keys.at(-1)!);
  return checkAttestation({ ...verdict, network: 'regtest', device: DEVICE }, verdict.signature, key, curve);
}

lie(
  'a bad signature, a wrong amount and a double spend are signed as invalid, never as valid',
  async (t, liar) => {
    const chain = [GENESIS, ...mineMany(GENESIS, 15)];
    liar.chain = chain;
    liar.startBoard();
    await liar.board.waitFor(line => line.event === 'status' && line.chain === 'verified', 'the chain');
    for (const { raw, spent } of sampleOffers().slice(0, 3)) {
      const good = await liar.judges(raw, spent);
      t.is(good.verdict, 'valid');
      t.true(signed(liar, good));
      t.deepEqual(good.tipHash, chain.at(-1)!.hash);
      t.false(signed(liar, { ...good, verdict: 'invalid' }));

      const transaction = parseTransaction(raw);
      const outputs = unpackSpent(spent);
      const spoilt = parseTransaction(raw);
      spoilt.inputs[0]!.witness[0]![10]! ^= 1;
      const amounts = packSpent(
        outputs.map((output, i) => (i === 0 ? { ...output, value: output.value + 1n } : output)),
      );
      const poorer = packSpent(outputs.map(output => ({ ...output, value: 1n })));
      const twice = { ...transaction, inputs: [...transaction.inputs, transaction.inputs[0]!] };
      const tries: [string, Uint8Array, Uint8Array][] = [
        ['a bad signature', serializeTransaction(spoilt), spent],
        ['a wrong amount', raw, amounts],
        ['more out than in', raw, poorer],
        ['a double spend', serializeTransaction(twice), concatBytes(spent, packSpent([outputs[0]!]))],
        ['cut off', raw.subarray(0, -3), spent],
      ];
      for (const [name, bytes, prevouts] of tries) {
        const bad = await liar.judges(bytes, prevouts);
        t.is(bad.verdict, 'invalid', name);
        t.true(signed(liar, bad), name);
      }
    }
    t.is(liar.board.errors.length, 0, liar.board.errors.join('\n'));

    // A node that was caught gets no signatures.
    const from = liar.board.lines.length;
    const worthless = mine(chain.at(-1)!, { worthless: true });
    await liar.announce(worthless);
    await liar.refuses('no-proof-of-work', from);
    const { raw, spent } = sampleOffers()[0]!;
    await t.throwsAsync(liar.judges(raw, spent), { message: 'no verdict came' });
  },
);

lie(
  'the key is made once, stays where it is, and a damaged one is not replaced in silence',
  async (t, liar) => {
    liar.startBoard();
    await liar.board.waitFor(line => line.event === 'status' && line.chain === 'verified', 'the chain');
    const file = join(liar.directory, DEVICE, 'key.bin');
    t.is(statSync(file).mode & 0o777, 0o600);
    const record = readFileSync(file);
    const secret = record.subarray(12, 44); // after the copy's frame and the magic
    t.is(liar.keys.at(-1), bytesToHex(curve.publicKey(new Uint8Array(secret))!));
    liar.board.write('status');
    liar.board.write('config list');
    const status = await liar.board.waitFor(line => line.reply === 'status', 'the status');
    t.is(status.key, liar.keys.at(-1));
    t.false(JSON.stringify(liar.board.lines).includes(secret.toString('hex')));
    await liar.board.kill('SIGKILL');

    liar.startBoard();
    await liar.board.waitFor(line => line.event === 'node' && line.connected === true, 'the second boot');
    await liar.board.waitFor(line => line.event === 'status' && line.chain === 'verified', 'the chain');
    t.is(liar.keys.length, 2);
    t.is(liar.keys[1], liar.keys[0]);
    await liar.board.kill('SIGKILL');

    record[20]! ^= 1;
    writeFileSync(file, record);
    liar.startBoard();
    const said = await liar.board.waitFor(
      line => line.event === 'key' && line.level === 'error',
      'the error',
    );
    t.regex(String(said.text), /damaged/);
    await liar.board.waitFor(line => line.event === 'status' && line.chain === 'verified', 'the chain');
    t.is(liar.keys[2], undefined);
    t.deepEqual(readFileSync(file), record);
  },
);
