/**
 * How many lines a log may get: of each text, and in all. What a stranger can provoke again and again has few texts, so a
 * flood of one line hides no other. Lines that are left out are counted, and the counts told once a minute.
 */
import { TokenBuckets } from './token-bucket.js';

/** Lines of one text: these at once, then 12 a minute. */
const EACH = { burst: 200, interval: 5_000 };
/** Of all texts together. A line has some 200 bytes: 400 bytes a second in the long run, 35 MB a day. */
const ALL = { burst: 3_000, interval: 500 };
/** For the levels below `info`, which are switched on to look for something: ten times as many. */
const MORE = 10;
const INFO = 30;
const FATAL = 60;
const REPORT_MS = 60_000;
/** Texts that are told apart; there are about a hundred. */
const MAX_TEXTS = 1_000;

/** Lines left out since the last report. */
export interface LeftOut {
  readonly lines: number;
  /** By text, those with the most first, at most ten. */
  readonly texts: { readonly [text: string]: number };
}

export class LogBudget {
  private readonly buckets: { readonly each: TokenBuckets; readonly all: TokenBuckets }[];
  private readonly left = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private telling = false;

  /**
   * @param now monotonic milliseconds
   * @param tell writes the report; it is not counted
   */
  constructor(
    now: () => number,
    private readonly tell: (left: LeftOut) => void,
  ) {
    this.buckets = [1, MORE].map(more => ({
      each: new TokenBuckets({ burst: EACH.burst * more, interval: EACH.interval / more }, now),
      all: new TokenBuckets({ burst: ALL.burst * more, interval: ALL.interval / more }, now),
    }));
  }

  /** @param level pino's number */
  admit(text: string, level: number): boolean {
    if (level >= FATAL || this.telling) return true;
    const { each, all } = this.buckets[level < INFO ? 1 : 0]!;
    if (all.has('') && each.take(text)) {
      all.take('');
      return true;
    }
    if (this.left.has(text) || this.left.size < MAX_TEXTS)
      this.left.set(text, (this.left.get(text) ?? 0) + 1);
    this.timer ??= setTimeout(() => this.report(), REPORT_MS).unref();
    return false;
  }

  /** Tells what was left out since the last report, if anything. */
  report(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.left.size === 0) return;
    const most = [...this.left].sort((a, b) => b[1] - a[1]);
    const lines = most.reduce((sum, [, count]) => sum + count, 0);
    this.left.clear();
    this.telling = true;
    try {
      this.tell({ lines, texts: Object.fromEntries(most.slice(0, 10)) });
    } finally {
      this.telling = false;
    }
  }
}
