/**
 * The rules that a transaction's scripts are held to, and what became of those that are policy.
 * @module
 */
import { CONSENSUS, POLICY } from '../script-flags.js';

/**
 * The rules for one transaction. A flag of `hard` ends a script; one of `soft` is only noted, and the script goes on as
 * it would without it: one run answers both whether a spend is valid and whether it would be relayed.
 */
export class ScriptRules {
  readonly hard: number;
  readonly soft: number;
  /** The first rule of `soft` that was broken. */
  policy: string | undefined;

  constructor(hard: number = CONSENSUS, soft: number = POLICY) {
    this.hard = hard;
    this.soft = soft;
  }

  /** A rule was broken. @returns the reason when that ends the script */
  broken(flag: number, reason: string): string | undefined {
    if (this.hard & flag) return reason;
    if (this.soft & flag) this.policy ??= reason;
    return undefined;
  }
}
