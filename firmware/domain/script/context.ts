/**
 * What the script of one input can see.
 * @module
 */
import type { Curve } from '../curve.js';
import type { TransactionView } from '../transaction-view.js';
import type { InputPlace } from './input-place.js';
import type { ScriptRules } from './rules.js';
import type { SignatureHashes } from './signature-hash.js';
import type { ScriptStack } from './stack.js';
import type { Work } from './work.js';

/** Which rules a script is executed by. */
export const BASE = 0;
export const WITNESS_V0 = 1;
export const TAPSCRIPT = 2;
export type ScriptVersion = typeof BASE | typeof WITNESS_V0 | typeof TAPSCRIPT;

/** An item of a witness: where its compact size, its bytes and what follows them start. */
export interface WitnessItem {
  head: number;
  start: number;
  end: number;
}

/** An input with everything around it. */
export interface SpendContext {
  readonly view: TransactionView;
  readonly spent: Uint8Array;
  readonly place: InputPlace;
  /** The scriptSig in the transaction, and its end. */
  readonly scriptSig: number;
  readonly scriptSigEnd: number;
  /** Of the witness: how many items, where the first one's compact size is, and where the witness ends. */
  readonly witnessCount: number;
  readonly witness: number;
  readonly witnessEnd: number;
  readonly hashes: SignatureHashes;
  readonly curve: Curve;
  readonly rules: ScriptRules;
  readonly work: Work;
  /** Empty; one stack serves all inputs. */
  readonly stack: ScriptStack;
}

/** What belongs to one script of taproot while it is executed. */
export interface Leaf {
  /** The tapleaf hash, 32 bytes. */
  readonly hash: Uint8Array;
  /** The annex in the transaction as {@link WitnessItem} has it; head is -1 when there is none. */
  readonly annex: WitnessItem;
  /** BIP342: what is left for signatures, in weight units. */
  budget: number;
}
