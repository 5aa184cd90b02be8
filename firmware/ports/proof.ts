/** The outcome of a proof, from its check to whoever asked for it. */

/** A transaction in a block of the verified chain; ids in display order. */
export interface ProvedInclusion {
  readonly txid: string;
  readonly height: number;
  readonly hash: string;
  readonly confirmations: number;
}

/** Receives the outcome of a proof: one of the two, once. */
export interface ProofListener {
  readonly onProved: (inclusion: ProvedInclusion) => void;
  readonly onFailed: (problem: string) => void;
}
