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
  /** Why it cannot be used, or ''. */
  readonly problem: string;
}

export interface BenchOutcome {
  /** The fastest plan, '' when none may be used, and its H/s. */
  readonly winner: string;
  readonly rate: number;
  /** It has just been taken into use. */
  readonly adopted: boolean;
  /** What is in use now. */
  readonly plan: string;
}

/** Receives the results of a bench: each measurement as it is made, then the outcome. */
export interface BenchListener {
  readonly onMeasure: (measure: PlanMeasure) => void;
  readonly onDone: (outcome: BenchOutcome) => void;
}
