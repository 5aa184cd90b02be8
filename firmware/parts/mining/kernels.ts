/**
 * Which backends the searcher's threads use: a stored choice at boot, a measured one at the first boot and on `bench`,
 * another one when a backend errs. A plan is used only when the self-test of each of its backends has passed.
 */

import { messageOf } from '../../domain/message-of.js';
import type { BenchOutcome, PlanMeasure } from '../../ports/bench.js';
import type { Searcher } from '../../ports/searcher.js';
import { type BenchClock, benchmark, rateOf, USUAL_VERSION_MASK } from './benchmark.js';

/** The stored choice, with all that it depends on. */
export interface PlanChoice {
  readonly plan: string;
  readonly firmware: string;
  readonly backends: string;
  readonly threads: number;
}

/** Where the choice is kept. */
export interface PlanKeeper {
  /** Undefined when nothing usable is stored. Never throws. */
  load(): PlanChoice | undefined;
  /** @throws Error when it cannot be stored. */
  save(choice: PlanChoice): void;
}

/** How long each plan is measured when none is chosen, and a chosen one at boot, for the node's first share target. */
const EACH_PLAN_MS = 250;
const CHOSEN_PLAN_MS = 300;
/** Another plan is adopted if it is this much faster: less may be chance. */
const ADOPT_PERCENT = 3;

/** The backends that a plan names. */
function backendsOf(plan: string): string[] {
  return plan.split('+').map(lane => lane.split('*')[0]!);
}

/** The fastest plan of those that may be used. */
export function fastest(measures: readonly PlanMeasure[]): PlanMeasure | undefined {
  let best: PlanMeasure | undefined;
  for (const measure of measures)
    if (measure.problem === '' && (best === undefined || measure.rate > best.rate)) best = measure;
  return best;
}

export class Kernels {
  readonly #searcher: Searcher;
  readonly #clock: BenchClock;
  readonly #keeper: PlanKeeper;
  readonly #firmware: string;
  /** What was found wrong with a backend in this boot, '' for those that passed. */
  readonly #tested = new Map<string, string>();
  /** Plans that may be used, the fastest first, as measured last. */
  #order: readonly string[];
  #measuring = false;
  #stopped = false;
  /** The owner chose the plan: bench leaves it alone. */
  #pinned = false;
  #rate = 0;
  #budget = 100;

  constructor(searcher: Searcher, clock: BenchClock, keeper: PlanKeeper, firmware: string) {
    this.#searcher = searcher;
    this.#clock = clock;
    this.#keeper = keeper;
    this.#firmware = firmware;
    this.#order = searcher.plans;
  }

  /** Nobody else may use the searcher meanwhile. */
  get measuring(): boolean {
    return this.#measuring;
  }

  /** H/s to expect of the plan in use: as measured last, within the budget. */
  get rate(): number {
    return Math.floor((this.#rate * this.#budget) / 100);
  }

  /** Percent of the time that the threads may work (1..100). Measurements ignore the budget. */
  set budget(percent: number) {
    this.#budget = percent;
    if (!this.#measuring) this.#searcher.setBudget(percent);
  }

  /** For the end of the program: `done` of what is under way is not called. */
  stop(): void {
    this.#stopped = true;
    this.#searcher.stop();
  }

  /**
   * Uses the plan that the owner wants (one of the searcher's, or a backend for all threads), otherwise the stored one,
   * otherwise the fastest: 'auto' wants none, and a plan that fails its test is skipped.
   * @param done gets what is wrong when no plan may be used. It is called at once when nothing could be measured.
   */
  begin(wanted: string, done: (problem: string | undefined) => void): void {
    const searcher = this.#searcher;
    const pinned = searcher.plans.find(plan => plan === wanted || plan.startsWith(`${wanted}*`));
    if (pinned !== undefined && this.#test(pinned) === '') {
      this.#pinned = true;
      this.#measureOne(pinned, done);
      return;
    }
    const stored = this.#keeper.load();
    const usable =
      stored !== undefined &&
      sameMachine(stored, this.#choice(stored.plan)) &&
      searcher.plans.includes(stored.plan) &&
      this.#test(stored.plan) === '';
    if (!usable) {
      this.#choose(done);
      return;
    }
    this.#measureOne(stored.plan, done);
  }

  /** A plan that is chosen already. */
  #measureOne(plan: string, done: (problem: string | undefined) => void): void {
    this.#measure([plan], CHOSEN_PLAN_MS, USUAL_VERSION_MASK, undefined, ([measure]) => {
      if (measure?.problem === '') {
        this.#rate = measure.rate;
        done(undefined);
      } else this.#choose(done);
    });
  }

  #choose(done: (problem: string | undefined) => void): void {
    const { plans } = this.#searcher;
    this.#measure(plans, EACH_PLAN_MS, USUAL_VERSION_MASK, undefined, measures => {
      const best = fastest(measures);
      const problem =
        best === undefined ? (measures[0]?.problem ?? 'no search backend') : this.#use(best.plan);
      if (best !== undefined && problem === '') {
        this.#rate = best.rate;
        if (plans.length > 1) this.#store(best.plan);
      }
      done(problem === '' ? undefined : problem);
    });
  }

  /**
   * Measures each backend alone on one thread, then each plan, within about `seconds`; adopts and stores the fastest
   * plan when it is faster than the one in use by more than 3 %. Otherwise, or if the owner chose it, the plan in use
   * stays unless it fails.
   */
  bench(
    seconds: number,
    versionMask: number | undefined,
    onMeasure: (measure: PlanMeasure) => void,
    done: (outcome: BenchOutcome) => void,
  ): void {
    const searcher = this.#searcher;
    const before = searcher.plan;
    const alone = searcher.backends.filter(name => !searcher.plans.includes(name));
    const all = [...alone, ...searcher.plans];
    this.#tested.clear();
    const milliseconds = Math.floor((seconds * 1000) / all.length);
    this.#measure(all, milliseconds, versionMask ?? USUAL_VERSION_MASK, onMeasure, measures => {
      const plans = measures.filter(measure => searcher.plans.includes(measure.plan));
      const best = fastest(plans);
      const old = plans.find(measure => measure.plan === before && measure.problem === '');
      const better =
        best !== undefined &&
        !(this.#pinned && old) &&
        (old === undefined || best.rate * 100 > old.rate * (100 + ADOPT_PERCENT));
      const wanted = better ? best.plan : before;
      // If a plan's threads do not start, there are none at all: any other plan is better.
      const plan = [wanted, before, ...this.#order].find(name => this.#use(name) === '');
      const measure = plans.find(entry => entry.plan === plan);
      const adopted = plan !== undefined && better && plan === best.plan && plan !== before;
      if (adopted) this.#store(plan);
      this.#rate = measure?.rate ?? this.#rate;
      if (best === undefined || plan === undefined) done({ winner: '', rate: 0, adopted, plan: before });
      else done({ winner: best.plan, rate: best.rate, adopted, plan });
    });
  }

  /** The backend that makes too many errors while it mines, if there is one. */
  failing(): string | undefined {
    return this.#measuring ? undefined : this.#searcher.failing();
  }

  /**
   * Turns from a backend that errs to the fastest plan without it, and stores that. The caller has stopped the search.
   * @returns the plan, or undefined when there is none.
   */
  replace(backend: string): string | undefined {
    this.#tested.set(backend, `${backend} makes too many errors`);
    for (const plan of this.#order) {
      if (this.#test(plan) !== '' || this.#use(plan) !== '') continue;
      this.#store(plan);
      return plan;
    }
    return undefined;
  }

  #choice(plan: string): PlanChoice {
    const backends = this.#searcher.backends.join();
    return { plan, firmware: this.#firmware, backends, threads: this.#searcher.counters().threads };
  }

  /** A board without storage measures at each boot: no reason not to mine. */
  #store(plan: string): void {
    try {
      this.#keeper.save(this.#choice(plan));
    } catch {}
  }

  /** @returns what is wrong, or ''. */
  #use(plan: string): string {
    try {
      this.#searcher.use(plan);
      return '';
    } catch (error) {
      return messageOf(error);
    }
  }

  /** Runs the self-test of the plan's backends that were not tested yet. @returns what is wrong, or ''. */
  #test(plan: string): string {
    for (const backend of backendsOf(plan)) {
      let problem = this.#tested.get(backend);
      if (problem === undefined) {
        problem = this.#use(backend);
        const failed = problem === '' ? this.#searcher.selftest() : undefined;
        if (failed !== undefined) problem = `self-test failed: ${failed}`;
        this.#tested.set(backend, problem);
      }
      if (problem !== '') return problem;
    }
    return '';
  }

  /** Measures these one after the other, untested ones after their self-test. */
  #measure(
    plans: readonly string[],
    milliseconds: number,
    versionMask: number,
    onMeasure: ((measure: PlanMeasure) => void) | undefined,
    done: (measures: readonly PlanMeasure[]) => void,
  ): void {
    const measures: PlanMeasure[] = [];
    this.#measuring = true;
    this.#searcher.setBudget(100);
    const add = (measure: PlanMeasure) => {
      measures.push(measure);
      onMeasure?.(measure);
      next();
    };
    const next = () => {
      const plan = plans[measures.length];
      if (plan === undefined) {
        this.#measuring = false;
        this.#searcher.setBudget(this.#budget);
        const usable = measures.filter(measure => measure.problem === '');
        if (usable.length > 1)
          this.#order = usable.sort((a, b) => b.rate - a.rate).map(measure => measure.plan);
        done(measures);
        return;
      }
      const problem = this.#test(plan) || this.#use(plan);
      if (problem !== '') {
        add({ plan, hashes: 0, milliseconds: 0, rate: 0, problem });
        return;
      }
      benchmark(this.#searcher, this.#clock, milliseconds, versionMask, measured => {
        if (this.#stopped) return;
        const erring = this.#searcher.failing();
        if (erring === undefined) add({ plan, ...measured, rate: rateOf(measured), problem: '' });
        else add({ plan, ...measured, rate: 0, problem: `${erring} makes too many errors` });
      });
    };
    next();
  }
}

function sameMachine(a: PlanChoice, b: PlanChoice): boolean {
  return a.firmware === b.firmware && a.backends === b.backends && a.threads === b.threads;
}
