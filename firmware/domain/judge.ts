/** Whether an offered transaction may spend what it spends. @module */
import type { Verdict } from './attestation.js';
import type { Curve } from './curve.js';

/** A transaction with the outputs that it spends, as the node states them. */
export interface OfferedTransaction {
  /** Serialised, with its witness. */
  readonly raw: Uint8Array;
  /** One output for each input, in their order: value (8 bytes, little-endian), length of the script (2 bytes), script. */
  readonly spent: Uint8Array;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** 'ok' when valid; else in Bitcoin Core's words where it has some, as the table of protocol/verdict.ts has them. */
  readonly reason: string;
  /** 32 bytes each, internal order; zeros when the bytes are no transaction. */
  readonly txid: Uint8Array;
  readonly wtxid: Uint8Array;
  /** Satoshi; 0 when the amounts are wrong or not known. */
  readonly fee: bigint;
  /** Weight units (BIP141); 0 when the bytes are no transaction. */
  readonly weight: number;
}

/** Judges as far as bytes and stated outputs allow; never throws on bytes. Until it is written: nothing is judged. */
export function judge(_offer: OfferedTransaction, _curve: Curve): Judgement {
  const none = new Uint8Array(32);
  return { verdict: 'not-judged', reason: 'other', txid: none, wtxid: none, fee: 0n, weight: 0 };
}
