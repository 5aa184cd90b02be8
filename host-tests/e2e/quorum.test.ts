/** Four real boards and a quorum of three: a payment is judged, attested, mined and provable. */
import test from 'ava';
import { eventually, MINING_MS, TEST_MS } from '../support/deadlines.js';
import { Bed } from './bed.js';

interface Attestation {
  device: string;
  key: string;
  verdict: string;
  verified: boolean;
  standing: string;
}

interface Attestations {
  txid: string;
  height: number | null;
  waiting: boolean;
  attestations: Attestation[];
}

test.serial('with four boards and a quorum of three a payment is attested, mined and provable', async t => {
  t.timeout(TEST_MS);
  const bed = new Bed();
  try {
    const node = await bed.startNode(['--quorum', '3']);
    const names = ['attic', 'cellar', 'garden', 'kitchen'];
    const boards = [];
    for (const name of names) boards.push(await bed.newBoard(name));
    await node.waitFor(
      line => line.event === 'balance' && BigInt(String(line.confirmed)) > 0n,
      'a matured coinbase',
      MINING_MS,
    );
    // Two boards are not a quorum of three: the payment waits.
    for (const board of boards.slice(2)) t.is(await board.kill('SIGTERM'), 0);
    const { address } = await bed.command('wallet', 'address', '--json');
    const { txid } = await bed.command('wallet', 'send', String(address), '0.5', '--json');
    const judged = async (): Promise<Attestations> =>
      (await bed.command('attestations', String(txid), '--json')) as unknown as Attestations;
    let found = await judged();
    const becomes = (holds: () => boolean, what: string) =>
      eventually(
        async () => {
          found = await judged();
          return holds();
        },
        what,
        MINING_MS,
      );
    await becomes(() => found.attestations.length >= 2, 'two verdicts');
    t.is(found.attestations.length, 2);
    const from = node.lines.length;
    await node.waitFor(line => line.event === 'block', 'a block without it', MINING_MS, from);
    await node.waitFor(line => line.event === 'block', 'another one', MINING_MS, node.lines.length);
    found = await judged();
    t.true(found.waiting);
    t.is(found.height, null);

    bed.startBoard('garden');
    await becomes(() => found.height !== null, 'its block');
    t.true(Number(found.height) > 0, 'it is mined');
    t.true(found.attestations.length >= 3);
    for (const each of found.attestations)
      t.like(each, { verdict: 'valid', verified: true, standing: '' }, each.device);
    t.is(new Set(found.attestations.map(({ key }) => key)).size, found.attestations.length);

    // A board finds it in the chain that it has verified itself.
    for (const form of ['branch', 'txoutproof']) {
      const since = boards[0]!.lines.length;
      boards[0]!.write(`proof ${txid} ${form}`);
      const proved = await boards[0]!.waitFor(line => line.reply === 'proof', form, MINING_MS, since);
      t.like(proved, { txid, height: found.height });
      t.true(Number(proved.confirmations) >= 1);
    }

    // The signers can be shown later, and a changed row is noticed.
    await node.kill('SIGTERM');
    t.is((await judged()).attestations.length, found.attestations.length);
    await bed.command('verify');
  } finally {
    await bed.dispose();
  }
});
