/** Shares for a pool, kept beside the share itself. */
import type { Transaction } from 'kysely';
import type { Share } from '../../firmware/domain/share.js';
import { compactToTarget, meetsTarget } from '../../firmware/domain/target.js';
import type { NodeTables } from '../ports/store.js';
import { relayedShare } from './relay.js';
import type { Assignment } from './templates.js';

/**
 * Keeps a share that meets the pool's target, until the pool has answered: in the transaction that stores the share, so
 * that nothing that was acknowledged gets lost on its way up.
 * @returns whether there is something to send
 */
export async function relayToPool(
  trx: Transaction<NodeTables>,
  { job, device, template }: Assignment,
  share: Share,
  hash: Uint8Array,
  at: number,
): Promise<boolean> {
  const { relay } = template;
  if (relay === undefined || !meetsTarget(hash, relay.target)) return false;
  const block = meetsTarget(hash, compactToTarget(job.nBits));
  const found = { device, previousHash: job.previousHash, block, at };
  await trx
    .insertInto('pool_shares')
    .values(relayedShare(relay, share, job.extranonce1, found))
    .execute();
  return true;
}
