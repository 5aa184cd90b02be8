/**
 * Which jobs the board works on: those that build on the verified chain and pay its owner. Events in, commands out, no
 * I/O and no clock. It judges the newest job: one that cannot be judged yet (its parent is still on the way) waits, and
 * a refused one is judged again when the chain moves. Meanwhile an older job may be searched, and is watched.
 */

import { type AcceptedJob, acceptJob, type JobDemand } from '../../domain/accepted-job.js';
import type { ChainPoint } from '../../domain/chain-point.js';
import type { Job } from '../../domain/job.js';
import type { NetworkRules } from '../../domain/networks.js';
import { checkPayout, type PayoutAnswer } from '../../domain/payout.js';
import type { Refusal, RefusalReason } from '../../domain/refusal.js';
import type { ReceivedJob } from '../../ports/work-source.js';

/** A job waits this long for its parent once the chain has stopped growing. */
export const PARENT_MS = 30_000;

/** An undefined script in the owner's demand: no payout address is set. */
export interface PayoutPolicy extends JobDemand {
  /** The setting itself is unusable: no job is taken. */
  readonly problem?: string | undefined;
}

/** What the gate needs to know about the chain. */
export interface VerifiedChain {
  /** The point a job may build on: the verified tip, or a sibling of equal work. */
  find(hash: Uint8Array): ChainPoint | undefined;
  /** The node was caught lying, and has not redeemed itself. */
  readonly refused: boolean;
}

export type GateCommand =
  | { readonly kind: 'accept'; readonly job: AcceptedJob; readonly receivedAt: number }
  /** The job, and every one before it, is void. Reported once per job. */
  | { readonly kind: 'refuse'; readonly reason: RefusalReason; readonly text: string }
  /** Mined all the same. */
  | { readonly kind: 'warn'; readonly reason: RefusalReason; readonly text: string }
  /** The chain should ask for this header. */
  | { readonly kind: 'want'; readonly hash: Uint8Array }
  /** The accepted job's parent is no longer a tip. */
  | { readonly kind: 'over'; readonly parent: Uint8Array };

type Verdict = 'waiting' | 'accepted' | 'refused';

/** What became of the payout check of the newest job. */
export type PayoutState = 'off' | 'ok' | 'warn' | 'refused' | 'unknown';

const PAYOUT_STATES: Readonly<Record<PayoutAnswer, PayoutState>> = {
  pays: 'ok',
  short: 'warn',
  unknown: 'unknown',
};

export class JobGate {
  readonly #rules: NetworkRules;
  readonly #chain: VerifiedChain;
  #policy: PayoutPolicy;
  #job: Job | undefined;
  /** It was dropped for a newer one that has not been judged yet. */
  #superseded = false;
  /** When it arrived, ms. */
  #receivedAt = 0;
  #verdict: Verdict = 'waiting';
  #reason: RefusalReason | undefined;
  /** What is being searched: the last accepted job, unless it is void by now. */
  #active: Job | undefined;
  /** Since when nothing has arrived that could bring the parent, ms. */
  #waitsSince = 0;
  #payout: PayoutState = 'off';
  #unverified = false;

  constructor(rules: NetworkRules, chain: VerifiedChain, policy: PayoutPolicy) {
    this.#rules = rules;
    this.#chain = chain;
    this.#policy = policy;
  }

  get payout(): PayoutState {
    return this.#policy.problem === undefined ? this.#payout : 'refused';
  }

  /** The accepted job is a pool's, on a header that the board has not verified. */
  get unverified(): boolean {
    return this.#unverified && this.#active !== undefined;
  }

  /** @param now ms of a clock that never goes back @param clock seconds since 1970, undefined while unknown */
  job({ job, receivedAt }: ReceivedJob, now: number, clock: number | undefined): readonly GateCommand[] {
    // A node that sends one unknown parent after another does not restart the wait each time.
    const first = this.#job === undefined && !this.#superseded;
    if (first || this.#verdict !== 'waiting') this.#waitsSince = now;
    this.#superseded = false;
    this.#job = job;
    this.#receivedAt = receivedAt;
    this.#verdict = 'waiting';
    return this.#judge(clock, true);
  }

  /** The verified chain has grown or changed, or the node is trusted again. */
  moved(now: number, clock: number | undefined): readonly GateCommand[] {
    const commands: GateCommand[] = [];
    const active = this.#active;
    this.#waitsSince = now;
    if (active !== undefined && !active.pool && this.#chain.find(active.previousHash) === undefined) {
      this.#active = undefined;
      if (this.#job === active) this.#job = undefined;
      commands.push({ kind: 'over', parent: active.previousHash });
    }
    if (this.#job !== undefined && this.#verdict !== 'accepted') commands.push(...this.#judge(clock, false));
    return commands;
  }

  /** The node was caught: the board does not mine for it until the chain says otherwise. */
  caught(): void {
    this.#active = undefined;
    if (this.#verdict === 'accepted') this.#verdict = 'waiting';
  }

  /** The owner's demand has changed. */
  configure(policy: PayoutPolicy, clock: number | undefined): readonly GateCommand[] {
    this.#policy = policy;
    const commands: GateCommand[] = [];
    const active = this.#active;
    if (active !== undefined && this.#unverified && !policy.unverified) {
      this.#active = undefined;
      if (this.#job === active) this.#verdict = 'waiting';
      commands.push({ kind: 'over', parent: active.previousHash });
    }
    const unpaid = active && this.#unpaid(active);
    if (unpaid !== undefined && (policy.enforce || policy.problem !== undefined)) {
      if (active === this.#job) return this.#refuse(unpaid.reason, unpaid.text);
      this.#active = undefined;
      commands.push({ kind: 'refuse', ...unpaid });
    }
    if (this.#verdict === 'refused') this.#verdict = 'waiting'; // reported again if need be
    if (this.#job !== undefined) commands.push(...this.#judge(clock, false));
    return commands;
  }

  /** A newer job is on its way: one that is not searched need not be kept until then. */
  superseded(): void {
    if (this.#job === undefined || this.#verdict === 'accepted') return;
    this.#job = undefined;
    this.#superseded = true;
  }

  /** Connection lost: a waiting job is dropped; an accepted one stands. */
  disconnected(): void {
    this.#superseded = false;
    if (this.#verdict === 'accepted') return;
    this.#job = undefined;
    this.#verdict = 'waiting';
  }

  /** @param syncing the chain is still syncing */
  tick(now: number, syncing: boolean): readonly GateCommand[] {
    if (this.#job === undefined || this.#verdict !== 'waiting' || this.#chain.refused) return [];
    if (syncing) this.#waitsSince = now;
    if (now - this.#waitsSince < PARENT_MS) return [];
    const text = this.#job.pool
      ? 'the node works for a pool and shows no chain (config set chain.check warn mines all the same)'
      : 'the node withholds the header that its job builds on';
    return this.#refuse('job-unknown-parent', text);
  }

  #judge(clock: number | undefined, fresh: boolean): readonly GateCommand[] {
    const job = this.#job!;
    if (this.#chain.refused) return [];
    const { problem } = this.#policy;
    if (problem !== undefined) return this.#refuse('job-payout', problem);
    const parent = this.#chain.find(job.previousHash);
    // What a pool works on is not withheld: nobody has it to show.
    if (parent === undefined && !(job.pool && this.#policy.unverified)) {
      if (this.#verdict === 'accepted') this.#verdict = 'waiting';
      return fresh ? [{ kind: 'want', hash: job.previousHash }] : [];
    }
    const verdict = acceptJob(this.#rules, job, parent, clock, this.#policy);
    if ('refusal' in verdict) {
      if (verdict.unpaid) this.#payout = 'refused';
      return this.#refuse(verdict.refusal.reason, verdict.refusal.text);
    }
    const { unpaid, payout } = verdict;
    this.#payout = this.#policy.script === undefined ? 'off' : PAYOUT_STATES[payout];
    this.#unverified = parent === undefined;
    const first = this.#verdict !== 'accepted';
    this.#verdict = 'accepted';
    this.#active = job;
    const commands: GateCommand[] = [];
    if (unpaid !== undefined) commands.push({ kind: 'warn', ...unpaid });
    if (first) commands.push({ kind: 'accept', job: verdict.job, receivedAt: this.#receivedAt });
    return commands;
  }

  /** What is wrong with the coinbase, or with the setting itself. */
  #unpaid(job: Job): Refusal | undefined {
    const { problem } = this.#policy;
    return problem === undefined
      ? checkPayout(this.#rules, job, this.#policy)
      : { reason: 'job-payout', text: problem };
  }

  #refuse(reason: RefusalReason, text: string): readonly GateCommand[] {
    this.#active = undefined;
    if (this.#verdict === 'refused' && this.#reason === reason) return [];
    this.#verdict = 'refused';
    this.#reason = reason;
    return [{ kind: 'refuse', reason, text }];
  }
}
