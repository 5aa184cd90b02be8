/** Runs the judge's Script on one of Bitcoin Core's vectors, on any engine. */
import type { Curve } from '../../firmware/domain/curve.js';
import { ScriptRules } from '../../firmware/domain/script/rules.js';
import { scratchLength } from '../../firmware/domain/script/signature-hash.js';
import { spend } from '../../firmware/domain/script/spend.js';
import { SpendInputs } from '../../firmware/domain/script/spend-inputs.js';
import { Work } from '../../firmware/domain/script/work.js';
import { viewTransaction } from '../../firmware/domain/transaction-view.js';

export interface ScriptVector {
  name: string;
  raw: Uint8Array;
  /** As in an offer. */
  spent: Uint8Array;
  /** -1: every input. */
  input: number;
  flags: number;
  /** 'ok', the reason, 'fault' for any reason, or 'form' when the transaction is refused before its scripts. */
  expected: string;
}

/** Some of the vectors are what a board does not judge for the work they are. */
const UNBOUNDED = new Work(1e9, 1e9, 1e12);

/** @returns the first fault of the input, or 'ok' */
export function runScript({ raw, spent, input }: ScriptVector, rules: ScriptRules, curve: Curve): string {
  const view = viewTransaction(raw);
  const scratch = new Uint8Array(scratchLength(raw, spent));
  const inputs = new SpendInputs(view, spent, scratch, rules, curve, UNBOUNDED);
  for (let i = 0; i < view.inputCount; i++) {
    inputs.next();
    if (input !== -1 && input !== i) continue;
    const steps = spend(inputs);
    for (;;) {
      const { done, value } = steps.next();
      if (!done) continue;
      if (value !== undefined) return value;
      break;
    }
  }
  return 'ok';
}

/** What is wrong with the answer to a vector, or undefined. */
export function vectorFault(vector: ScriptVector, curve: Curve): string | undefined {
  const answer = runScript(vector, new ScriptRules(vector.flags, 0), curve);
  const right = vector.expected === 'fault' ? answer !== 'ok' : answer === vector.expected;
  return right ? undefined : `${vector.name}: ${answer} instead of ${vector.expected}`;
}
