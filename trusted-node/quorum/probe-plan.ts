/**
 * For each device and transaction, the probe that precedes it, or that there is none. It stays until it is answered,
 * even when the board reconnects: two different probes would give it away.
 */
import { randomInt } from 'node:crypto';
import type { Listener } from './listener.js';
import type { Offerable } from './offerable.js';
import { makeProbe, type Probe } from './probe.js';

export class ProbePlan {
  private readonly plans = new Map<string, Map<string, Probe | undefined>>();

  /** @param every one offer in this many is a probe, and so is the first to each board; 0: none */
  constructor(private readonly every: number) {}

  /** What a board is asked in place of a transaction; undefined: the transaction itself. */
  probeFor({ device, probes }: Listener, transaction: Offerable): Probe | undefined {
    const plan = this.planOf(device);
    if (plan.has(transaction.key)) return plan.get(transaction.key);
    const due = this.every > 0 && (probes === 0 || randomInt(this.every) === 0);
    const probe = due ? makeProbe(transaction) : undefined;
    plan.set(transaction.key, probe);
    return probe;
  }

  private planOf(device: string): Map<string, Probe | undefined> {
    const plan = this.plans.get(device) ?? new Map<string, Probe | undefined>();
    this.plans.set(device, plan);
    return plan;
  }

  /** The board saw through it: the transaction itself comes next. */
  seenThrough(device: string, key: string): void {
    this.planOf(device).set(key, undefined);
  }

  /** The board has judged the transaction. */
  judged(device: string, key: string): void {
    this.planOf(device).delete(key);
  }

  /** The mempool has changed. @param here keys of all that wait */
  poolChanged(here: ReadonlySet<string>): void {
    for (const plan of this.plans.values())
      for (const key of plan.keys()) if (!here.has(key)) plan.delete(key);
  }
}
