/** `proof TXID` on a real board, with a node that lies about what is in its blocks. */
import { hashToDisplay } from '../../firmware/domain/bytes.js';
import { merkleBranch, merkleRoot } from '../../firmware/domain/merkle.js';
import type { Proof } from '../../firmware/protocol/mite/proof.js';
import { ANSWER_MS, MINING_MS } from '../support/deadlines.js';
import type { Line } from '../support/processes.js';
import { GENESIS, mine, mineMany } from './liar.js';
import { lie } from './lie.js';

const leaf = (byte: number) => new Uint8Array(32).fill(byte);
/** A block of five transactions. */
const LEAVES = [1, 2, 3, 4, 5].map(leaf);

lie(
  'inclusion: right proofs at every depth are taken, false ones are refused with a reason',
  async (t, liar) => {
    const early = mineMany(GENESIS, 20);
    const block = mine(early.at(-1)!, { merkleRoot: merkleRoot(LEAVES) });
    const chain = [GENESIS, ...early, block, ...mineMany(block, 240)];
    const orphan = mine(early.at(-1)!, { merkleRoot: merkleRoot(LEAVES), time: block.time + 1 });
    liar.chain = chain;
    liar.startBoard();
    const verified = (line: Line) => line.event === 'status' && line.chain === 'verified';
    await liar.board.waitFor(verified, 'the chain');

    const ask = async (txid: Uint8Array, answer: Partial<Proof> | undefined, index = 2): Promise<Line> => {
      const whole = {
        form: 'branch',
        txid,
        height: block.height,
        header: block.bytes,
        index,
        branch: merkleBranch(LEAVES, index),
        ...answer,
      } as Proof;
      liar.proof = answer === undefined ? undefined : () => whole;
      const from = liar.board.lines.length;
      liar.board.write(`proof ${hashToDisplay(txid)}`);
      const ours = (line: Line) =>
        line.reply === 'proof' || (line.reply === 'error' && String(line.error).startsWith('proof: '));
      return liar.board.waitFor(ours, 'the answer', MINING_MS, from);
    };

    // 240 headers above it: more than two requests, from the block to the anchor.
    for (const [index, txid] of LEAVES.entries())
      t.like(await ask(txid, {}, index), {
        reply: 'proof',
        txid: hashToDisplay(txid),
        height: block.height,
        hash: hashToDisplay(block.hash),
        confirmations: 241,
      });

    const wrong = async (name: string, error: RegExp, answer: Partial<Proof> | undefined, txid = leaf(3)) => {
      t.regex(String((await ask(txid, answer)).error), error, name);
    };
    await wrong(
      'a transaction that is not in the block',
      /the proof is wrong: branch does not lead/,
      {},
      leaf(9),
    );
    await wrong('another place', /the proof is wrong/, { index: 3 } as Partial<Proof>);
    await wrong('a block outside the chain', /not link|not in the verified chain/, {
      header: orphan.bytes,
    } as Partial<Proof>);
    await wrong('a height that is not its own', /not link|not in the verified chain/, {
      height: block.height + 1,
    } as Partial<Proof>);
    await wrong('a height above the tip', /above the verified chain/, { height: 4000 } as Partial<Proof>);
    const unknown = { form: 'unknown' } as Partial<Proof>;
    await wrong('none', /knows no such transaction/, unknown);
    const repeated = mine(chain.at(-1)!, { merkleRoot: merkleRoot([leaf(1), leaf(2), leaf(2)]) });
    const twin = {
      height: repeated.height,
      header: repeated.bytes,
      index: 3,
      branch: [leaf(2), merkleBranch([leaf(1), leaf(2), leaf(2)], 2)[1]!],
    };
    liar.chain = [...chain, repeated];
    await liar.announce(repeated);
    await liar.board.waitFor(line => line.event === 'tip' && line.height === repeated.height, 'the new tip');
    await wrong('a leaf that is its own sibling', /repeated/, twin as Partial<Proof>, leaf(2));
    await wrong('silence', /does not answer/, undefined);
    liar.chain = undefined;
    await wrong('headers withheld', /does not send the headers/, {});
    const from = liar.board.lines.length;
    liar.board.write('status');
    t.is(
      (await liar.board.waitFor(line => line.reply === 'status', 'the status', ANSWER_MS, from)).chain,
      'verified',
    );
    t.deepEqual(liar.board.errors, []);
  },
);
