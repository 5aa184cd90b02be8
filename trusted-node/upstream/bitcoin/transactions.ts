/**
 * The transactions of templates, parsed by this node itself: what the RPC node says about them must be true. They are
 * kept by txid, so that a template that shares most of them with the previous one costs only the others.
 */
import { FormatError } from '../../../firmware/domain/bytes.js';
import { MAX_MONEY } from '../../../firmware/domain/transaction.js';
import {
  Cursor,
  isNullOutpoint,
  type TransactionView,
  viewTransaction,
  viewTxid,
  viewWeight,
  viewWtxid,
} from '../../../firmware/domain/transaction-view.js';
import type { TemplateTransaction } from '../../ports/upstream.js';
import { shown } from './failure.js';
import type { TemplateEntry } from './schemas.js';

/** A template broke a rule that this node can check: it is not mined. The message names it. */
export class BadTemplate extends Error {
  override readonly name = 'BadTemplate';
}

interface ReadTransaction extends TemplateTransaction {
  /** As the RPC node sent it, and its hash (BIP141) likewise: both were checked. */
  readonly data: string;
  readonly hash: string;
  /** The outpoints it spends, 36 bytes each, as text of one character a byte. */
  readonly spends: readonly string[];
  /** nLockTime, or 0 if no input enables it. */
  readonly lockTime: number;
}

export interface KnownTransaction extends ReadTransaction {
  /** Weighted signature operations: counting those of P2SH and of witnesses needs the coins, so this is believed. */
  readonly sigops: number;
  /** Positions in the template, from 0, of those it spends outputs of; all before its own. */
  readonly parents: readonly number[];
}

const SEQUENCE_FINAL = 0xffffffff;

const reversed = Buffer.alloc(32);

/** hashToDisplay with Node's own means: eight thousand of them would be noticeable. */
function hashHex(hash: Uint8Array): string {
  reversed.set(hash);
  return reversed.reverse().toString('hex');
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}

/** CheckTransaction of Bitcoin Core, as far as a transaction by itself can tell. @throws FormatError */
function readParts(view: TransactionView): Pick<ReadTransaction, 'spends' | 'lockTime'> {
  const cursor = new Cursor(view.bytes, view.inputs, view.end);
  const spends: string[] = [];
  let final = true;
  for (let i = 0; i < view.inputCount; i++) {
    const at = cursor.skip(36);
    if (isNullOutpoint(view.bytes, at)) throw new FormatError('bad-txns-prevout-null');
    spends.push(latin1(view.bytes, at, at + 36));
    cursor.block();
    if (cursor.u32() !== SEQUENCE_FINAL) final = false;
  }
  cursor.at = view.outputs;
  let total = 0;
  for (let i = 0; i < view.outputCount; i++) {
    // Exact: each of them, and so their sum as far as it is used, is below 2^53.
    const value = cursor.amount();
    total += value;
    if (value > Number(MAX_MONEY) || total > Number(MAX_MONEY))
      throw new FormatError('bad-txns-txouttotal-toolarge');
    cursor.block();
  }
  cursor.at = view.end - 4;
  const lockTime = cursor.u32();
  return { spends, lockTime: final ? 0 : lockTime };
}

/** @throws BadTemplate when it is not what the RPC node says it is */
function readTransaction(entry: TemplateEntry): ReadTransaction {
  const { data, fee, weight } = entry;
  const decoded = Buffer.from(data, 'hex');
  const bad = (reason: string) => new BadTemplate(`transaction ${entry.txid}: ${reason}`);
  // Decoding ends at the first character that is not a hex digit.
  if (2 * decoded.length !== data.length) throw bad('its data is not hex');
  const raw = new Uint8Array(decoded.buffer, decoded.byteOffset, decoded.length);
  try {
    const view = viewTransaction(raw);
    if (view.end !== raw.length) throw bad('bytes follow it');
    const txid = viewTxid(view);
    const wtxid = view.extended ? viewWtxid(view) : txid;
    if (hashHex(txid) !== entry.txid) throw bad('its txid is another one');
    if (hashHex(wtxid) !== entry.hash) throw bad('its hash is another one');
    if (viewWeight(view) !== weight) throw bad('its weight is another one');
    return { raw, txid, wtxid, data, hash: entry.hash, fee: BigInt(fee), weight, ...readParts(view) };
  } catch (error) {
    if (error instanceof FormatError) throw bad(shown(error.message));
    throw error;
  }
}

export class TransactionCache {
  private known: ReadonlyMap<string, KnownTransaction> = new Map();

  /** How many the last call had to parse. */
  fresh = 0;

  /**
   * The transactions of a template in its order; those of templates before it are forgotten.
   * @throws BadTemplate when one is not what the RPC node says it is, stands twice or before one it spends an output of, or
   *   when two spend the same output; then nothing is forgotten
   */
  take(entries: readonly TemplateEntry[]): KnownTransaction[] {
    const next = new Map<string, KnownTransaction>();
    /** The position of each txid, by its bytes as in an outpoint. */
    const positions = new Map<string, number>();
    const spent = new Set<string>();
    let fresh = 0;
    const all = entries.map((entry, position) => {
      const old = this.known.get(entry.txid);
      // The same digits have the same hashes: nothing the RPC node says about them is believed.
      const same = old?.data === entry.data && old.hash === entry.hash && old.weight === entry.weight;
      if (!same) fresh++;
      const read = same ? old : readTransaction(entry);
      const parents: number[] = [];
      for (const outpoint of read.spends) {
        if (spent.has(outpoint))
          throw new BadTemplate(`transaction ${entry.txid}: what it spends is spent before`);
        spent.add(outpoint);
        const parent = positions.get(outpoint.slice(0, 32));
        if (parent !== undefined) parents.push(parent);
      }
      if (next.has(entry.txid)) throw new BadTemplate(`transaction ${entry.txid}: it is there twice`);
      const transaction = { ...read, fee: BigInt(entry.fee), sigops: entry.sigops, parents };
      next.set(entry.txid, transaction);
      positions.set(latin1(read.txid, 0, 32), position);
      return transaction;
    });
    // Only now are all positions known.
    all.forEach((transaction, position) => {
      for (const outpoint of transaction.spends)
        if ((positions.get(outpoint.slice(0, 32)) ?? -1) >= position)
          throw new BadTemplate(`transaction ${hashHex(transaction.txid)}: what it spends comes after it`);
    });
    this.known = next;
    this.fresh = fresh;
    return all;
  }
}
