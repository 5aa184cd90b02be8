/**
 * The searcher below the miner: passes its events to the miner, its plans to the choice of kernels, its tests to the
 * console.
 */

import { messageOf } from '../../domain/message-of.js';
import type { BenchListener } from '../../ports/bench.js';
import type { Tell } from '../../ports/notice.js';
import type { Platform } from '../../ports/platform.js';
import type { SearchCounters, Searcher } from '../../ports/searcher.js';
import type { MinerCommand, MinerEvent } from './events.js';
import { Kernels } from './kernels.js';
import type { Miner } from './miner.js';
import { PlanStore } from './plan-store.js';
import { StuckWatch } from './stuck.js';

/** Searcher events handled before other work gets its turn. */
const EVENTS_AT_ONCE = 8;
const BUSY = 'a benchmark is running; try again in a moment';

export interface SearchControlHost {
  step(event: MinerEvent): void;
  readonly notice: Tell;
  /** Leaves the node, stores what must be stored, then restarts. */
  restart(): void;
}

export class SearchControl {
  readonly #platform: Platform;
  readonly #host: SearchControlHost;
  readonly #miner: Miner;
  readonly #searcher: Searcher | undefined;
  readonly #kernels: Kernels | undefined;
  /** Why there is no searcher. */
  #problem = '';
  #readTimer = 0;
  readonly #stuck = new StuckWatch();

  constructor(platform: Platform, threads: number, miner: Miner, host: SearchControlHost) {
    this.#platform = platform;
    this.#host = host;
    this.#miner = miner;
    try {
      const searcher = platform.searcher(threads);
      searcher.onWake = this.#read;
      this.#searcher = searcher;
      this.#kernels = new Kernels(searcher, platform, new PlanStore(platform.planStorage), platform.firmware);
    } catch (error) {
      this.#problem = `no searcher: ${messageOf(error)}`;
    }
  }

  /**
   * Tests and measures, so that the node's first share target fits; then `done`. The miner is then started, or in
   * fault.
   */
  begin(plan: string, done: () => void): void {
    const ready = (problem: string | undefined) => {
      if (problem === undefined) {
        this.#host.notice('debug', 'plan', `search plan ${this.plan}`, { plan: this.plan });
        this.#host.step({ kind: 'started' });
      } else this.#host.step({ kind: 'fault', reason: problem });
      done();
    };
    if (this.#kernels === undefined) ready(this.#problem);
    else this.#kernels.begin(plan, ready);
  }

  stop(): void {
    this.#kernels?.stop();
  }

  /** Percent of the time that the threads may work. */
  set budget(percent: number) {
    if (this.#kernels) this.#kernels.budget = percent;
  }

  /** H/s as measured last, for hello. */
  get rate(): number {
    return this.#kernels?.rate ?? 0;
  }

  get plan(): string {
    return this.#searcher?.plan ?? '';
  }

  counters(): SearchCounters {
    return this.#searcher?.counters() ?? { hashes: 0, running: false, threads: 0, kernelErrors: 0 };
  }

  execute(command: Extract<MinerCommand, { kind: 'startSearch' | 'nextSearch' | 'stopSearch' }>): void {
    if (command.kind === 'startSearch') this.#searcher?.start(command.work);
    else if (command.kind === 'nextSearch') this.#searcher?.next(command.work);
    else this.#searcher?.stop();
  }

  /**
   * Once a second: reads events whose wake was lost, switches from a backend that errs to another plan, revives a
   * thread that hangs.
   */
  tick(): void {
    this.#read();
    this.#watch();
    const backend = this.#kernels?.failing();
    if (backend === undefined || this.#miner.fault !== '') return;
    this.#host.step({ kind: 'pause', by: 'selftest' });
    const plan = this.#kernels?.replace(backend);
    const text = `${backend} makes too many errors`;
    if (plan === undefined) this.#host.step({ kind: 'fault', reason: text });
    else this.#host.notice('error', 'plan', `${text}: switched to ${plan}`, { backend, plan });
    this.#host.step({ kind: 'resume', by: 'selftest' });
  }

  #watch(): void {
    const searcher = this.#searcher;
    const { running, threads } = this.counters();
    const searching = running && this.#kernels?.measuring === false;
    const progress: number[] = [];
    while (searching && progress.length < threads) {
      const moved = searcher?.progress?.(progress.length);
      if (moved === undefined) break; // the plan in use has no further threads
      progress.push(moved);
    }
    const stuck = this.#stuck.tick(progress);
    if (stuck === undefined) return;
    const cure = stuck.cure === 'nudge' ? 'giving it its work again' : 'restarting the board';
    this.#host.notice('error', 'stuck', `search thread ${stuck.thread} is stuck: ${cure}`, { ...stuck });
    if (stuck.cure === 'nudge') {
      this.#host.step({ kind: 'pause', by: 'selftest' });
      this.#host.step({ kind: 'resume', by: 'selftest' });
    } else this.#host.restart();
  }

  bench(seconds: number, listener: BenchListener): string | undefined {
    const kernels = this.#kernels;
    if (kernels === undefined || this.#miner.fault !== '') return `refusing: ${this.#miner.fault}`;
    if (kernels.measuring) return BUSY;
    this.#host.step({ kind: 'pause', by: 'bench' });
    this.#host.notice('info', 'bench', `measuring for ${seconds} s`, { seconds });
    kernels.bench(seconds, this.#miner.versionMask, listener.onMeasure, outcome => {
      listener.onDone(outcome);
      if (outcome.winner === '')
        this.#host.step({ kind: 'fault', reason: 'no search backend gives correct results' });
      this.#host.step({ kind: 'resume', by: 'bench' });
    });
    return undefined;
  }

  selftest(): string | undefined {
    const searcher = this.#searcher;
    if (searcher === undefined) return `refusing: ${this.#miner.fault}`;
    if (this.#kernels?.measuring) return BUSY;
    this.#host.step({ kind: 'pause', by: 'selftest' });
    const problem = searcher.selftest();
    if (problem !== undefined) this.#host.step({ kind: 'fault', reason: `self-test failed: ${problem}` });
    this.#host.step({ kind: 'resume', by: 'selftest' });
    return problem && `self-test failed: ${problem}`;
  }

  /** Hands a few of the searcher's events to the miner, then lets others run. A wake in between begins no second round. */
  readonly #read = (): void => {
    this.#platform.clearTimer(this.#readTimer);
    for (let i = 0; i < EVENTS_AT_ONCE; i++) {
      const event = this.#searcher?.read();
      if (event === undefined) return;
      this.#host.step(event);
    }
    this.#readTimer = this.#platform.setTimer(0, this.#read);
  };
}
