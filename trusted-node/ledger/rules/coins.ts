/**
 * Coins (unspent outputs), the names they are found by, and a view that collects what a block changes.
 * @module
 */
import type { OutPoint } from '../../../firmware/domain/transaction.js';

/** An unspent output with what the rules need to know of its origin (Coin of Bitcoin Core, coins.h). */
export interface Coin {
  /** satoshi */
  value: bigint;
  script: Uint8Array;
  /** height of the block that made it */
  height: number;
  coinbase: boolean;
}

/** Hex of bytes, as a map's key. */
export function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** An outpoint as an input writes it: txid in internal order, index little-endian; 36 bytes. */
export function outpointBytes(txid: Uint8Array, index: number): Uint8Array {
  const bytes = new Uint8Array(36);
  bytes.set(txid);
  new DataView(bytes.buffer).setUint32(32, index, true);
  return bytes;
}

/** The outpoint as a map's key: hex of {@link outpointBytes}. */
export function outpointKey(previous: OutPoint): string {
  return keyOf(outpointBytes(previous.txid, previous.index));
}

/** Coins read from storage with changes on top. Storage itself is not touched. */
export class CoinView {
  readonly #base: ReadonlyMap<string, Coin>;
  readonly #spent = new Set<string>();
  readonly #created = new Map<string, Coin>();

  /** @param base every coin the changes may spend, by {@link outpointKey} */
  constructor(base: ReadonlyMap<string, Coin>) {
    this.#base = base;
  }

  get(key: string): Coin | undefined {
    const created = this.#created.get(key);
    if (created !== undefined) return created;
    return this.#spent.has(key) ? undefined : this.#base.get(key);
  }

  /** Removes a coin. The caller has checked that it exists. */
  spend(key: string): void {
    if (!this.#created.delete(key)) this.#spent.add(key);
  }

  add(key: string, coin: Coin): void {
    this.#created.set(key, coin);
  }

  /** Stored coins that are gone. Coins made and spent on top of the view appear nowhere. */
  get spent(): ReadonlySet<string> {
    return this.#spent;
  }

  get created(): ReadonlyMap<string, Coin> {
    return this.#created;
  }
}
