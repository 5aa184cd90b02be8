/** The first block of a new file. */
import { concatBytes, equalBytes } from '../../firmware/domain/bytes.js';
import { encodeHeader } from '../../firmware/domain/header.js';
import type { NetworkRules } from '../../firmware/domain/networks.js';
import { blockWork } from '../../firmware/domain/target.js';
import { readBlock } from './rules/block.js';
import { type Db, findHeader, insertBlock, insertConfirmed, readState } from './store.js';

/** The genesis block's bytes. */
export function genesisBlock({ genesis }: NetworkRules): Uint8Array {
  return concatBytes(encodeHeader(genesis.header), Uint8Array.of(1), genesis.coinbase);
}

/**
 * Stores the genesis when the ledger is empty. Its output is no coin, as in Bitcoin.
 * @throws Error when the file holds another network, or another genesis of this one
 */
export async function createGenesis(db: Db, rules: NetworkRules): Promise<void> {
  const { hash, header } = rules.genesis;
  if ((await readState(db)) === undefined) {
    await db.transaction().execute(async trx => {
      // Another process may have been first.
      if (await readState(trx)) return;
      const raw = genesisBlock(rules);
      const chainWork = blockWork(header.nBits);
      await insertBlock(trx, { hash, height: 0, header, chainWork, status: 'active', raw });
      await trx.insertInto('active_chain').values({ height: 0, hash }).execute();
      await insertConfirmed(trx, readBlock(raw).txids, 0);
      const state = { id: 1, network: rules.name, tip_hash: hash, chain_revision: 0, pool_revision: 0 };
      await trx.insertInto('ledger_state').values(state).execute();
    });
  }
  const state = await readState(db);
  if (state?.network !== rules.name)
    throw new Error(
      `the file holds the ledger of ${state?.network}, not of ${rules.name}: is --network right?`,
    );
  const first = await findHeader(db, hash);
  if (first?.height !== 0 || !equalBytes(first.hash, hash))
    throw new Error(`the file holds a ${rules.name} ledger with another genesis block`);
}
