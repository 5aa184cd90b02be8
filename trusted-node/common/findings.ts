/** What was looked at, what was found, and what there is to do about it. */
export interface Finding {
  /** A word or two. */
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'failed';
  readonly text: string;
  /** Of what is not ok. */
  readonly advice?: string;
}
