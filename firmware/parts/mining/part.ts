/** The miner on this board: its commands go to the searcher, to the source of work and to whoever listens. */

import type { AcceptedJob } from '../../domain/accepted-job.js';
import type { Share } from '../../domain/share.js';
import type { BenchListener } from '../../ports/bench.js';
import type { Tell } from '../../ports/notice.js';
import type { Part } from '../../ports/part.js';
import type { Platform } from '../../ports/platform.js';
import type { BoardReport, HoldReason } from '../../ports/report.js';
import type { ShareVerdict } from '../../ports/work-source.js';
import type { MinerCommand, MinerEvent } from './events.js';
import { Miner } from './miner.js';
import { SearchControl } from './search-control.js';
import type { MiningValues } from './settings.js';

export interface MiningHost {
  readonly notice: Tell;
  /** If it is not taken, it is sent again when its verdict is overdue. */
  sendShare(share: Share): void;
  /** Its state has changed. */
  changed(): void;
  /** Leaves the node, stores what must be stored, then restarts. */
  restart(): void;
}

export class MiningPart implements Part<MiningValues> {
  readonly #platform: Platform;
  readonly #host: MiningHost;
  readonly #miner = new Miner();
  readonly #search: SearchControl;
  #values: MiningValues;

  constructor(platform: Platform, values: MiningValues, host: MiningHost) {
    this.#platform = platform;
    this.#values = values;
    this.#host = host;
    this.#search = new SearchControl(platform, values['mining.threads'], this.#miner, {
      step: event => this.#step(event),
      notice: host.notice,
      restart: () => host.restart(),
    });
  }

  start(): void {
    if (!this.#values['mining.enabled']) this.hold('user');
  }

  /** Tests and measures the backends, so that the node's first share target fits; then `done`. */
  search(done: () => void): void {
    this.#search.begin(this.#values['mining.plan'], done);
  }

  stop(): void {
    this.#search.stop();
  }

  tick(): void {
    this.#step({ kind: 'tick', hashes: this.#search.counters().hashes });
    this.#search.tick();
  }

  connected(): void {
    this.#step({ kind: 'connected' });
  }

  disconnected(): void {
    this.#step({ kind: 'disconnected' });
  }

  configure(values: MiningValues, changed: readonly string[]): void {
    this.#values = values;
    if (!changed.includes('mining.enabled')) return;
    if (values['mining.enabled']) this.release('user');
    else this.hold('user');
  }

  report(): Pick<BoardReport, 'miner' | 'hashes' | 'threads' | 'kernelErrors' | 'plan'> {
    const { hashes, threads, kernelErrors } = this.#search.counters();
    const miner = this.#miner.status(this.#platform.monotonic());
    return { miner, hashes, threads, kernelErrors, plan: this.#search.plan };
  }

  /** H/s, for hello. */
  get rate(): number {
    return this.#miner.rate || this.#search.rate;
  }

  /** A job that passed the gate. @param receivedAt when its bytes came */
  job(job: AcceptedJob, receivedAt: number): void {
    this.#step({ kind: 'job', job, receivedAt });
  }

  /** Jobs that build on this header (32 bytes, internal order) are over. */
  over(parent: Uint8Array): void {
    this.#step({ kind: 'over', parent });
  }

  /** The node was caught: the board stops working on anything it gave. */
  refused(): void {
    this.#step({ kind: 'refused' });
  }

  verdict(result: ShareVerdict): void {
    this.#step({ kind: 'result', result });
  }

  hold(by: HoldReason): void {
    this.#step({ kind: 'pause', by });
  }

  release(by: HoldReason): void {
    this.#step({ kind: 'resume', by });
  }

  /** Percent of the time that the search may take. */
  budget(percent: number): void {
    this.#search.budget = percent;
    this.#step({ kind: 'budget', percent });
  }

  whyNot(): string | undefined {
    const { fault, pausedBy } = this.#miner;
    if (fault !== '') return `refusing to mine: ${fault}`;
    return pausedBy.length > 0 ? `still paused by ${pausedBy.join(', ')}` : undefined;
  }

  /** @returns why it cannot begin */
  bench(seconds: number, listener: BenchListener): string | undefined {
    return this.#search.bench(seconds, listener);
  }

  /** @returns what is wrong */
  selftest(): string | undefined {
    return this.#search.selftest();
  }

  #step(event: MinerEvent): void {
    for (const command of this.#miner.step(event, this.#platform.monotonic())) this.#execute(command);
  }

  #execute(command: MinerCommand): void {
    switch (command.kind) {
      case 'startSearch':
      case 'nextSearch':
      case 'stopSearch':
        this.#search.execute(command);
        break;
      case 'sendShare':
        this.#host.sendShare(command.share);
        break;
      case 'sendStatus':
        this.#host.changed();
        break;
      case 'notice': {
        const { level, event, text, fields } = command.notice;
        this.#host.notice(level, event, text, fields);
        break;
      }
    }
  }
}
