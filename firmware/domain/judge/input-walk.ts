/**
 * The inputs of an offered transaction, one after another: whether each may spend what it spends. Part of judge.ts. What
 * most transactions spend, P2WPKH and P2TR by its key, takes a short way; the rest goes through script/.
 * @module
 */
import { ripemd160 } from '@noble/hashes/legacy.js';
import type { Curve } from '../curve.js';
import { compactFromStrictDer, hasHighS, isStrictDer, lowerS } from '../der.js';
import { sha256 } from '../hash.js';
import type { ScriptRules } from '../script/rules.js';
import { isDefinedType } from '../script/signature-hash.js';
import { type Steps, spend } from '../script/spend.js';
import { SpendInputs } from '../script/spend-inputs.js';
import { TooCostly } from '../script/stack.js';
import { LOW_S, STRICTENC, WITNESS_PUBKEYTYPE } from '../script-flags.js';
import { Cursor, type TransactionView } from '../transaction-view.js';

/** Nothing is wrong, but it would take a board too long. */
export const TOO_COSTLY = 'too-costly';

export class InputWalk {
  readonly #inputs: SpendInputs;
  /** The script of this input, as long as it runs. */
  #script: Steps | undefined;

  /**
   * @param spent well formed, one for each input
   * @param scratch as SignatureHashes needs it
   */
  constructor(
    view: TransactionView,
    spent: Uint8Array,
    scratch: Uint8Array,
    rules: ScriptRules,
    curve: Curve,
  ) {
    this.#inputs = new SpendInputs(view, spent, scratch, rules, curve);
  }

  /** Whether every input has been looked at to its end. */
  get done(): boolean {
    return this.#inputs.done && this.#script === undefined;
  }

  /** Looks at the next input, or goes on with this one. @returns what is wrong, {@link TOO_COSTLY}, or undefined */
  step(): string | undefined {
    try {
      return this.#step();
    } catch (error) {
      if (error instanceof TooCostly) return TOO_COSTLY;
      throw error;
    }
  }

  #step(): string | undefined {
    if (this.#script === undefined) {
      const inputs = this.#inputs;
      inputs.next();
      if (isKeyHash(inputs)) return keyHashFault(inputs);
      this.#script = spend(inputs);
    }
    const { done, value } = this.#script.next();
    if (!done) return undefined;
    this.#script = undefined;
    return value;
  }
}

/** P2WPKH with nothing before and the two items that it needs. */
function isKeyHash({ spent, place, scriptSig, scriptSigEnd, witnessCount }: SpendInputs): boolean {
  const { script, scriptEnd } = place;
  return (
    scriptEnd - script === 22 &&
    spent[script] === 0 &&
    spent[script + 1] === 20 &&
    scriptSig === scriptSigEnd &&
    witnessCount === 2
  );
}

/** P2WPKH (BIP141, BIP143) without a stack. */
function keyHashFault(inputs: SpendInputs): string | undefined {
  const { view, spent, place, rules, curve, hashes, work } = inputs;
  const { bytes } = view;
  const cursor = new Cursor(bytes, inputs.witness, inputs.witnessEnd);
  const start = cursor.block();
  const end = cursor.at;
  const keyStart = cursor.block();
  const key = bytes.subarray(keyStart, cursor.at);
  const keyHash = ripemd160(sha256(key));
  for (let i = 0; i < 20; i++) if (keyHash[i] !== spent[place.script + 2 + i]) return 'pubkey-mismatch';
  if (start === end) return 'eval-false';
  const der = bytes.subarray(start, end - 1);
  if (!isStrictDer(der)) return 'sig-der';
  const signature = compactFromStrictDer(der);
  if (signature === undefined) return 'sig-wrong';
  if (hasHighS(signature)) {
    rules.broken(LOW_S, 'sig-high-s');
    lowerS(signature);
  }
  const hashType = bytes[end - 1]!;
  if (!isDefinedType(hashType)) rules.broken(STRICTENC, 'sig-hashtype');
  if (key.length !== 33 || (key[0] !== 2 && key[0] !== 3))
    rules.broken(WITNESS_PUBKEYTYPE, 'witness-pubkeytype');
  work.signature(hashes.hashed);
  const hash = hashes.keyHash(place, hashType);
  return curve.verifyEcdsa(signature, hash, key) ? undefined : 'sig-wrong';
}
