/** What a bench measures and finds, from the search to whoever asked for it. */

export interface Measured {
  readonly hashes: number;
  readonly milliseconds: number;
}

/** One way to search, as measured. */
export interface PlanMeasure extends Measured {
  readonly plan: string;
  /** H/s; 0 with a problem. */
  readonly rate: number;
  /** Why it is not to be used, or ''. */
  readonly problem: string;
}

export interface BenchOutcome {
  /** The fastest plan, '' when none may be used, and its H/s. */
  readonly winner: string;
  readonly rate: number;
  /** It was not in use before, and is now. */
  readonly adopted: boolean;
  /** What is in use now. */
  readonly plan: string;
}

/** Hears of a bench: each measure as it is made, then the outcome. */
export interface BenchListener {
  readonly onMeasure: (measure: PlanMeasure) => void;
  readonly onDone: (outcome: BenchOutcome) => void;
}
