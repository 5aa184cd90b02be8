/**
 * Blocks into the chain: acceptance, connection, reorganisation. Everything here runs inside the caller's one
 * transaction, so a block is in with all its effects or not at all (AcceptBlock, ConnectTip and ActivateBestChain
 * of Bitcoin Core, validation.cpp).
 * @module
 */
import { checkNextHeader, medianTimePast } from '../../firmware/domain/chain.js';
import type { NetworkRules } from '../../firmware/domain/networks.js';
import { blockWork } from '../../firmware/domain/target.js';
import { type Transaction, wtxid } from '../../firmware/domain/transaction.js';
import type { Branches } from './branch.js';
import {
  checkBlockInPlace,
  checkVersion,
  connectBlock,
  disconnectBlock,
  type ParsedBlock,
  readBlock,
  wantedCoins,
} from './rules/block.js';
import { Rejected, require } from './rules/reject.js';
import type { SignatureCache } from './rules/signatures.js';
import { decodeUndo, encodeUndo } from './rules/undo.js';
import {
  changeCoins,
  childrenOf,
  type Db,
  findHeader,
  getBlock,
  getHeader,
  getUndo,
  insertBlock,
  insertConfirmed,
  readCoins,
  type StoredHeader,
  setStatus,
} from './store.js';

/**
 * A stored side-branch block turned out to break a rule: the transaction must be rolled back, then the block marked.
 */
export class InvalidBranch extends Error {
  override readonly name = 'InvalidBranch';
  constructor(
    readonly hash: Uint8Array,
    readonly height: number,
    readonly reason: string,
  ) {
    super(`block at height ${height} of the branch: ${reason}`);
  }
}

export interface Transactions {
  transactions: Transaction[];
  txids: Uint8Array[];
}

/** What a block did to the best chain. */
export interface ChainChange {
  tip: StoredHeader;
  /** transactions of connected blocks, coinbases left out, in chain order */
  connected: Transactions;
  /** of disconnected ones, in chain order; empty when the block extended the tip */
  disconnected: Transactions;
  reorganised: boolean;
}

export interface ChainContext {
  rules: NetworkRules;
  branches: Branches;
  signatures: SignatureCache;
}

/**
 * Header and block rules that need the chain but no coins. The block itself was already checked.
 * @returns the header in the form to store
 * @throws Rejected
 */
export async function checkPlace(
  db: Db,
  { rules, branches }: ChainContext,
  block: ParsedBlock,
  now: number,
): Promise<{ parent: StoredHeader; stored: StoredHeader }> {
  const parent = await findHeader(db, block.header.previousHash);
  require(parent !== undefined, 'prev-blk-not-found');
  require(parent.status !== 'invalid', 'bad-prevblk', parent.reason ?? '');
  checkVersion(block.header.version);
  const context = await branches.context(db, parent);
  const reason = checkNextHeader(rules, block.header, context, now);
  if (reason !== undefined) throw new Rejected(reason);
  const height = parent.height + 1;
  checkBlockInPlace(block, height, medianTimePast(context.pastTimes));
  const chainWork = parent.chainWork + blockWork(block.header.nBits);
  const { hash, header } = block;
  return { parent, stored: { hash, header, height, chainWork, status: 'side', reason: null } };
}

/**
 * Stores a block that passed {@link checkPlace} and makes its branch the best chain when it has more work.
 * @returns undefined when the best chain stays: the first seen of two equal ones wins
 * @throws Rejected when the new block breaks a rule, InvalidBranch when a stored one below it does
 */
export async function addBlock(
  db: Db,
  context: ChainContext,
  block: ParsedBlock,
  stored: StoredHeader,
): Promise<ChainChange | undefined> {
  const state = await db
    .selectFrom('ledger_state')
    .select('tip_hash')
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  const oldTip = await getHeader(db, state.tip_hash);
  await insertBlock(db, { ...stored, raw: block.raw });
  if (stored.chainWork <= oldTip.chainWork) return undefined;

  const branch = await branchTo(db, stored);
  const fork = branch[0]!.height - 1;
  const disconnected = await disconnectTo(db, oldTip, fork);
  const connected: Transactions = { transactions: [], txids: [] };
  for (const header of branch) {
    const next = header === stored ? block : readBlock(await getBlock(db, header.hash));
    try {
      await connect(db, context, next, header.height);
    } catch (error) {
      if (error instanceof Rejected && header !== stored)
        throw new InvalidBranch(header.hash, header.height, error.message);
      throw error;
    }
    connected.transactions.push(...next.transactions.slice(1));
    connected.txids.push(...next.txids.slice(1));
  }
  await db
    .updateTable('ledger_state')
    .set(eb => ({ tip_hash: stored.hash, chain_revision: eb('chain_revision', '+', 1) }))
    .where('id', '=', 1)
    .execute();
  return { tip: { ...stored, status: 'active' }, connected, disconnected, reorganised: fork < oldTip.height };
}

/** The headers above the best chain that lead to `header`, lowest first. */
async function branchTo(db: Db, header: StoredHeader): Promise<StoredHeader[]> {
  const branch: StoredHeader[] = [];
  for (let next = header; next.status !== 'active'; next = await getHeader(db, next.header.previousHash))
    branch.push(next);
  return branch.reverse();
}

async function connect(db: Db, context: ChainContext, block: ParsedBlock, height: number): Promise<void> {
  const { rules, signatures } = context;
  const coins = await readCoins(db, wantedCoins(block));
  const { view, spent } = connectBlock(rules, block, height, coins, (index, outputs) => {
    const transaction = block.transactions[index]!;
    signatures.check(transaction, wtxid(transaction), outputs);
  });
  await changeCoins(db, view.spent, view.created);
  await db
    .insertInto('undo')
    .values({ hash: block.hash, data: encodeUndo(spent) })
    .execute();
  await db.insertInto('active_chain').values({ height, hash: block.hash }).execute();
  await insertConfirmed(db, block.txids, height);
  await setStatus(db, block.hash, 'active', null);
}

/** Disconnects blocks, the tip first, until `height` is the tip. */
async function disconnectTo(db: Db, tip: StoredHeader, height: number): Promise<Transactions> {
  const blocks: ParsedBlock[] = [];
  for (let header = tip; header.height > height; header = await getHeader(db, header.header.previousHash)) {
    const block = readBlock(await getBlock(db, header.hash));
    const { remove, restore } = disconnectBlock(block, decodeUndo(await getUndo(db, header.hash)));
    await changeCoins(db, remove, restore);
    await db.deleteFrom('undo').where('hash', '=', header.hash).execute();
    await db.deleteFrom('confirmed').where('height', '=', header.height).execute();
    await db.deleteFrom('active_chain').where('height', '=', header.height).execute();
    await setStatus(db, header.hash, 'side', null);
    blocks.push(block);
  }
  blocks.reverse();
  return {
    transactions: blocks.flatMap(block => block.transactions.slice(1)),
    txids: blocks.flatMap(block => block.txids.slice(1)),
  };
}

/** Marks a block and everything built on it, so that none of it is tried again. */
export async function markInvalid(db: Db, { hash, reason }: InvalidBranch): Promise<void> {
  await setStatus(db, hash, 'invalid', reason);
  const open = await childrenOf(db, hash);
  for (let next = open.pop(); next; next = open.pop()) {
    await setStatus(db, next, 'invalid', 'bad-prevblk');
    open.push(...(await childrenOf(db, next)));
  }
}
