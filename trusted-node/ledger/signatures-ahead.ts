/** Signature checks before the write transaction, so that a large block does not keep the process from its other work. */
import { wtxid } from '../../firmware/domain/transaction.js';
import { type ParsedBlock, wantedCoins } from './rules/block.js';
import { outpointKey } from './rules/coins.js';
import type { SignatureCache } from './rules/signatures.js';
import { type Db, readCoins } from './store.js';

/** Signatures checked before other work gets its turn. */
const BATCH = 8;

/**
 * Fills the cache for a block on the tip. Judges nothing: anything missing or wrong is found when the block is
 * connected.
 */
export async function checkSignaturesAhead(
  db: Db,
  signatures: SignatureCache,
  block: ParsedBlock,
): Promise<void> {
  const outputs = new Map<string, { value: bigint; script: Uint8Array }>(
    await readCoins(db, wantedCoins(block)),
  );
  let checked = 0;
  for (const [position, transaction] of block.transactions.entries()) {
    if (position > 0) {
      const spent = transaction.inputs.map(({ previous }) => outputs.get(outpointKey(previous)));
      if (!spent.every(output => output !== undefined)) return;
      try {
        signatures.check(transaction, wtxid(transaction), spent);
      } catch {
        return;
      }
      checked += spent.length;
      if (checked >= BATCH) {
        checked = 0;
        await new Promise(setImmediate);
      }
    }
    transaction.outputs.forEach((output, index) => {
      outputs.set(outpointKey({ txid: block.txids[position]!, index }), output);
    });
  }
}
