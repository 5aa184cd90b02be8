/** A searcher of given speeds and faults on a clock that a test drives. Hashes nothing. Runs on any engine. */
import {
  errsTooOften,
  type SearchCounters,
  type SearchEvent,
  type Searcher,
  type SearchWork,
} from '../../firmware/ports/searcher.js';

/** Time passes only in `run`, from timer to timer. */
export class ManualClock {
  now = 1_000;
  readonly #timers: { at: number; callback: () => void }[] = [];

  monotonic(): number {
    return this.now;
  }

  setTimer(milliseconds: number, callback: () => void): number {
    this.#timers.push({ at: this.now + milliseconds, callback });
    return 1;
  }

  /** Until no timer is left, or `milliseconds` have passed. */
  run(milliseconds = 3_600_000): void {
    const end = this.now + milliseconds;
    for (;;) {
      this.#timers.sort((a, b) => a.at - b.at);
      const timer = this.#timers[0];
      if (timer === undefined || timer.at > end) return;
      this.#timers.shift();
      this.now = Math.max(this.now, timer.at);
      timer.callback();
    }
  }
}

export interface FakeBackend {
  readonly name: string;
  /** H/s of one thread; a test may change it. */
  rate: number;
  /** What its self-test says. */
  selftest?: string;
  /** Candidates that it named rightly and wrongly. */
  hits?: number;
  errors?: number;
  exclusive?: boolean;
}

export class FakeSearcher implements Searcher {
  readonly backends: readonly string[];
  readonly plans: readonly string[];
  plan = 'portable';
  budget = 100;
  /** As started last. */
  work: SearchWork | undefined;
  /** All calls of `use` and `selftest`. */
  readonly calls: string[] = [];
  onWake?: (() => void) | undefined;
  readonly #clock: ManualClock;
  readonly #all: readonly FakeBackend[];
  readonly #threads: number;
  #hashes = 0;
  #since: number | undefined;

  constructor(clock: ManualClock, all: readonly FakeBackend[], threads = 2) {
    this.#clock = clock;
    this.#all = all;
    this.#threads = threads;
    this.backends = all.map(backend => backend.name);
    const rest = (name: string, count: number) => (count > 1 ? `${name}*${count}` : name);
    this.plans = all.flatMap(first => {
      if (first.exclusive !== true) return [rest(first.name, threads)];
      const others = all.filter(other => other.exclusive !== true);
      return [first.name, ...others.map(other => `${first.name}+${rest(other.name, threads - 1)}`)];
    });
  }

  #lanes(plan = this.plan): FakeBackend[] {
    return plan.split('+').flatMap(text => {
      const [name, count = '1'] = text.split('*');
      const backend = this.#all.find(entry => entry.name === name);
      if (backend === undefined) throw new RangeError('plan: not one of this machine');
      return Array.from({ length: Number(count) }, () => backend);
    });
  }

  #settle(): void {
    if (this.#since === undefined) return;
    const rate = this.#lanes().reduce((sum, lane) => sum + lane.rate, 0);
    this.#hashes += Math.floor((rate * this.budget * (this.#clock.now - this.#since)) / 100_000);
    this.#since = this.#clock.now;
  }

  start(work: SearchWork): void {
    this.work = work;
    this.#settle();
    this.#since = this.#clock.now;
  }

  next(): void {
    this.#settle();
  }

  stop(): void {
    this.#settle();
    this.#since = undefined;
  }

  setBudget(percent: number): void {
    this.#settle();
    this.budget = percent;
  }

  read(): SearchEvent | undefined {
    return undefined;
  }

  counters(): SearchCounters {
    this.#settle();
    const running = this.#since !== undefined;
    return { hashes: this.#hashes, running, threads: this.#threads, kernelErrors: 0 };
  }

  selftest(): string | undefined {
    if (this.#since !== undefined) throw new Error('self-test while it searches');
    this.calls.push(`selftest ${this.plan}`);
    return this.#lanes().find(lane => lane.selftest !== undefined)?.selftest;
  }

  use(plan: string): void {
    this.stop();
    this.#lanes(plan);
    this.calls.push(`use ${plan}`);
    this.plan = plan;
  }

  failing(): string | undefined {
    return this.#lanes().find(lane => errsTooOften(lane.hits ?? 0, lane.errors ?? 0))?.name;
  }
}
