/** What the parts of a board ask of each other: one object for most of them, since each function in an object of its own is RAM. */
import type { AcceptedJob } from './domain/accepted-job.js';
import type { ChainPoint } from './domain/chain-point.js';
import type { Share } from './domain/share.js';
import type { ChainHost, ChainPart } from './parts/chain/part.js';
import type { CommandsHost } from './parts/commands/part.js';
import type { IdleHost } from './parts/idle/part.js';
import type { MiningHost, MiningPart } from './parts/mining/part.js';
import type { NetworkPart } from './parts/network/part.js';
import type { NodePart } from './parts/node/part.js';
import type { ProofHost, ProofPart } from './parts/proof/part.js';
import type { StatusPart } from './parts/status/part.js';
import type { UpdateHost } from './parts/update/part.js';
import type { HoldReason } from './ports/report.js';
import type { TrustedNode } from './ports/trusted-node.js';
import type { Reply } from './protocol/mite/command.js';
import type { GetProof } from './protocol/mite/proof.js';
import type { Fetch, Outcome } from './protocol/mite/update.js';

export interface Hosts extends ChainHost, MiningHost, IdleHost, UpdateHost, ProofHost, CommandsHost {
  hold(by: HoldReason): void;
  release(by: HoldReason): void;
}

/** The answers that only pass on to another part. */
export abstract class BoardHosts {
  protected abstract readonly network: NetworkPart;
  protected abstract readonly node: NodePart;
  protected abstract readonly chain: ChainPart;
  protected abstract readonly mining: MiningPart;
  protected abstract readonly proofs: ProofPart;
  protected abstract readonly status: StatusPart;
  protected abstract readonly services: TrustedNode;

  accept(job: AcceptedJob, receivedAt: number): void {
    this.mining.job(job, receivedAt);
  }

  over(parent: Uint8Array): void {
    this.mining.over(parent);
  }

  refused(): void {
    this.mining.refused();
  }

  clock(): number | undefined {
    return this.network.clock();
  }

  nodeTime(time: number): void {
    this.network.chain(this.chain.tip?.times.at(-1), time);
  }

  request(from: number, count: number): void {
    this.services.sendGetHeaders({ from, count });
  }

  moved(tip: ChainPoint, reorganised: boolean): void {
    this.proofs.moved(tip, reorganised);
  }

  changed(): void {
    this.status.tell();
  }

  sendShare(share: Share): void {
    this.node.sendShare(share);
  }

  hold(by: HoldReason): void {
    this.mining.hold(by);
  }

  release(by: HoldReason): void {
    this.mining.release(by);
  }

  budget(percent: number): void {
    this.mining.budget(percent);
  }

  sendFetch(fetch: Fetch): void {
    this.services.sendFetch(fetch);
  }

  sendOutcome(outcome: Outcome): void {
    this.services.sendOutcome(outcome);
  }

  ask(question: GetProof): boolean {
    return this.services.sendGetProof(question);
  }

  points(): readonly ChainPoint[] {
    return this.chain.points();
  }

  whyNotMining(): string | undefined {
    return this.mining.whyNot();
  }

  sendStatus(): void {
    this.status.tell();
  }

  sendReply(reply: Reply): void {
    this.services.sendReply(reply);
  }
}
