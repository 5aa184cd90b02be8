/**
 * The inputs of a transaction, one after another, with what belongs to each: outpoint, script, witness, the output of its
 * number and the one that it spends. Each cursor goes through its bytes once, so no offsets need to be kept.
 * @module
 */
import type { Curve } from '../curve.js';
import { Cursor, type TransactionView } from '../transaction-view.js';
import type { SpendContext } from './context.js';
import type { InputPlace } from './input-place.js';
import type { ScriptRules } from './rules.js';
import { SignatureHashes } from './signature-hash.js';
import { ScriptStack } from './stack.js';
import { Work } from './work.js';

export class SpendInputs implements SpendContext {
  readonly view: TransactionView;
  readonly spent: Uint8Array;
  readonly curve: Curve;
  readonly rules: ScriptRules;
  readonly hashes: SignatureHashes;
  readonly work: Work;
  readonly place: InputPlace = {
    index: -1,
    outpoint: 0,
    sequence: 0,
    output: -1,
    outputEnd: -1,
    value: 0,
    script: 0,
    scriptEnd: 0,
  };
  scriptSig = 0;
  scriptSigEnd = 0;
  witnessCount = 0;
  witness = 0;
  witnessEnd = 0;
  /** Made when the first script needs it. */
  #stack: ScriptStack | undefined;
  readonly #input: Cursor;
  readonly #witness: Cursor;
  readonly #output: Cursor;
  readonly #coin: Cursor;

  /**
   * @param spent well formed, one for each input
   * @param scratch as {@link SignatureHashes} needs it
   */
  constructor(
    view: TransactionView,
    spent: Uint8Array,
    scratch: Uint8Array,
    rules: ScriptRules,
    curve: Curve,
    work = new Work(),
  ) {
    this.view = view;
    this.spent = spent;
    this.rules = rules;
    this.curve = curve;
    this.work = work;
    this.hashes = new SignatureHashes(view, spent, scratch);
    this.#input = new Cursor(view.bytes, view.inputs);
    this.#witness = new Cursor(view.bytes, view.outputsEnd);
    this.#output = new Cursor(view.bytes, view.outputs);
    this.#coin = new Cursor(spent);
  }

  get stack(): ScriptStack {
    this.#stack ??= new ScriptStack(this.view.bytes, this.spent, this.rules);
    return this.#stack;
  }

  /** Whether this is the last input. */
  get done(): boolean {
    return this.place.index + 1 === this.view.inputCount;
  }

  /** Goes to the next input, of which there must be one. */
  next(): void {
    const place = this.place;
    place.index++;
    place.outpoint = this.#input.skip(36);
    this.scriptSig = this.#input.block();
    this.scriptSigEnd = this.#input.at;
    place.sequence = this.#input.skip(4);
    place.output = -1;
    if (place.index < this.view.outputCount) {
      place.output = this.#output.skip(8);
      this.#output.block();
      place.outputEnd = this.#output.at;
    }
    place.value = this.#coin.skip(8);
    place.script = this.#coin.skip(this.#coin.u16());
    place.scriptEnd = this.#coin.at;
    const witness = this.#witness;
    this.witnessCount = this.view.extended ? witness.compact() : 0;
    this.witness = witness.at;
    for (let i = 0; i < this.witnessCount; i++) witness.block();
    this.witnessEnd = witness.at;
    this.#stack?.clear();
  }
}
