/** A follower with its gate, a clock that is turned by hand, and a node that serves a chain: what the cases drive. */

import { equalBytes, hexToBytes } from '../../firmware/domain/bytes.js';
import { buildCoinbaseParts } from '../../firmware/domain/coinbase.js';
import type { Job } from '../../firmware/domain/job.js';
import type { Checkpoint, NetworkRules } from '../../firmware/domain/networks.js';
import type { ChainCommand, ChainEvent } from '../../firmware/parts/chain/events.js';
import { ChainFollower } from '../../firmware/parts/chain/follower.js';
import { JobGate, type PayoutPolicy } from '../../firmware/parts/chain/job-gate.js';
import type { T } from './case.js';
import type { Chain, Mined } from './chain-model.js';
import { sampleJob } from './samples.js';

export const OWNER = hexToBytes(`0014${'5a'.repeat(20)}`);
export const POLICY: PayoutPolicy = { script: OWNER, share: 9800, enforce: true };

export class Session {
  readonly rules: NetworkRules;
  readonly checkpoint: Checkpoint;
  follower!: ChainFollower;
  gate!: JobGate;
  now = 1_000_000;
  /** Seconds since 1970. */
  clock: number | undefined;
  /** What requests are answered from; undefined: they are not. */
  node: Chain | undefined;
  request: Extract<ChainCommand, { kind: 'request' }> | undefined;
  requests = 0;
  record: Uint8Array | undefined;
  /** How often it was written. */
  stores = 0;
  readonly refusals: string[] = [];
  readonly notices: string[] = [];
  moves = 0;
  reorganised = 0;
  /** The job that is mined. */
  mining: Job | undefined;
  readonly jobRefusals: string[] = [];

  constructor(rules: NetworkRules, checkpoint: Checkpoint = rules.checkpoint, record?: Uint8Array) {
    this.rules = rules;
    this.checkpoint = checkpoint;
    this.record = record;
    this.boot();
  }

  /** Begins with what was stored. */
  boot(): void {
    const follower = new ChainFollower(this.rules, this.checkpoint, this.record);
    this.follower = follower;
    this.request = undefined;
    this.mining = undefined;
    this.gate = new JobGate(
      this.rules,
      {
        find: hash => follower.find(hash),
        get refused() {
          return follower.view().state === 'refused';
        },
      },
      POLICY,
    );
  }

  step(event: ChainEvent): void {
    for (const command of this.follower.step(event, this.now, this.clock)) {
      switch (command.kind) {
        case 'request':
          this.request = command;
          this.requests++;
          break;
        case 'store':
          this.record = command.record;
          this.stores++;
          break;
        case 'moved':
          this.moves++;
          if (command.reorganised) this.reorganised++;
          this.#gated(this.gate.moved(this.now, this.clock));
          break;
        case 'verified':
          this.#gated(this.gate.moved(this.now, this.clock));
          break;
        case 'refused':
          this.refusals.push(command.reason);
          this.gate.caught();
          this.mining = undefined;
          break;
        case 'notice':
          this.notices.push(command.text);
          break;
      }
    }
  }

  #gated(commands: ReturnType<JobGate['job']>): void {
    for (const command of commands) {
      if (command.kind === 'accept') this.mining = command.job;
      else if (command.kind === 'over') this.mining = undefined;
      else if (command.kind === 'want') this.step({ kind: 'wanted' });
      else if (command.kind === 'refuse') {
        this.jobRefusals.push(command.reason);
        this.mining = undefined;
      }
    }
  }

  connect(node: Chain | undefined = this.node): this {
    this.node = node;
    this.step({ kind: 'connected' });
    return this;
  }

  /** Answers open requests until there are none. @param limit of answers */
  answer(limit = 1_000): this {
    for (let left = limit; this.node !== undefined && this.request !== undefined && left > 0; left--) {
      const { from, count } = this.request;
      this.reply(from, this.node.serve(from, count));
    }
    return this;
  }

  reply(startHeight: number, headers: readonly Uint8Array[]): void {
    this.request = undefined;
    this.step({ kind: 'headers', startHeight, headers });
  }

  /** The node announces its newest header. */
  announce(mined: Mined = this.node!.tip, height: number = this.node!.height): this {
    this.step({ kind: 'tip', height, header: mined.bytes });
    return this;
  }

  /** Lets time go by, a tick a second, with answers. */
  wait(seconds: number): this {
    for (let i = 0; i < seconds; i++) {
      this.now += 1_000;
      if (this.clock !== undefined) this.clock++;
      this.step({ kind: 'tick' });
      this.#gated(this.gate.tick(this.now, this.follower.view().state === 'syncing'));
      this.answer();
    }
    return this;
  }

  /** A job on top of a header that is right in every way but for `change`. */
  job(parent: Chain, change: Partial<Job> = {}): this {
    this.#gated(this.gate.job({ job: jobOn(parent, change), receivedAt: this.now }, this.now, this.clock));
    return this;
  }

  get tip(): Uint8Array | undefined {
    return this.follower.view().tip?.hash;
  }

  get state(): string {
    return this.follower.view().state;
  }

  at(chain: Chain): boolean {
    return this.tip !== undefined && equalBytes(this.tip, chain.tip.hash);
  }
}

export function jobOn(parent: Chain, change: Partial<Job> = {}): Job {
  const height = parent.height + 1;
  const { prefix, suffix } = buildCoinbaseParts({
    height,
    outputs: [
      { value: 50_00000000n >> BigInt(Math.floor(height / parent.rules.halvingInterval)), script: OWNER },
    ],
    extranonceLength: 8,
  });
  const time = Math.max(parent.tip.header.time + 600, parent.earliest);
  return sampleJob({
    height,
    previousHash: parent.tip.hash,
    nBits: parent.bits(time),
    time,
    minTime: Math.max(parent.earliest, time - 600),
    maxTime: time + 600,
    coinbasePrefix: prefix,
    coinbaseSuffix: suffix,
    ...change,
  });
}

/** A board that has verified `chain` and mines on its end. */
export function begun(chain: Chain, checkpoint?: Checkpoint): Session {
  return new Session(chain.rules, checkpoint).connect(chain).answer().job(chain);
}

/** The lie was seen and bought the liar nothing: reason, tip, find, job. @param lies their last headers */
export function caught(
  t: T,
  session: Session,
  reason: string,
  truth: Chain,
  ...lies: readonly Chain[]
): void {
  t.equal(session.refusals, [reason]);
  t.equal(session.state, 'refused');
  t.ok(session.at(truth), 'the tip is the one that was verified');
  t.equal(session.mining, undefined, 'nothing is mined for the liar');
  for (const chain of [truth, ...lies]) {
    t.equal(session.follower.find(chain.tip.hash), undefined, 'nothing to build on');
    session.job(chain);
    t.equal(session.mining, undefined, 'no job passes');
  }
}

/** After the lie an honest chain is taken again. */
export function madeGood(t: T, session: Session, honest: Chain): void {
  session.node = honest;
  session.announce().answer().wait(80);
  t.equal(session.state, 'verified');
  t.ok(session.at(honest), 'the honest tip');
  session.job(honest);
  t.equal(session.mining?.height, honest.height + 1);
}
