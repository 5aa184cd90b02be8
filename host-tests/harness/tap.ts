/** Reads the TAP that ava writes (version 13: a line a test, then its comments and a YAML block) into sums, skips and failures. */

export interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Skip {
  readonly name: string;
  readonly reason: string;
}

interface Current {
  readonly name: string;
  readonly sum: Sum;
  state: keyof Sum;
  reasons: number;
}

/** `ok 1 - a › b # SKIP` */
const RESULT = /^(not )?ok \d+ - (.*?)(?: # (SKIP|TODO))?$/;
const COMMENT = /^\s*#\s+(.*)$/;
/** ava's sums at its end, and hooks. */
const NOT_OF_A_TEST = /^#\s(tests|pass|fail|skip)\s\d|hook/;

/**
 * A test is passed, failed or skipped, and counts once. It is skipped when ava says so, or when it passes and logs a line that
 * begins with "skipped"; each such line is a reason of its own. A test that fails has failed, whatever it skipped before.
 */
export class TapReader {
  /** By the first part of a test's name: the folder. */
  readonly files = new Map<string, Sum>();
  readonly skips: Skip[] = [];
  /** Whole lines. */
  readonly failures: string[] = [];
  #current: Current | undefined;

  /** @returns what a person wants to read at once: what a passed test logged. */
  take(line: string): string | undefined {
    const result = RESULT.exec(line);
    if (result !== null) {
      this.#begin(result[2] ?? '', result[1] !== undefined, result[3]);
      return undefined;
    }
    const current = this.#current;
    if (current === undefined) return undefined;
    if (current.state === 'failed') {
      this.failures.push(line);
      return undefined;
    }
    const text = NOT_OF_A_TEST.test(line) ? undefined : COMMENT.exec(line)?.[1];
    if (text === undefined) return undefined;
    const skipped = /^skipped\b:?\s*(.*)$/.exec(text);
    if (skipped === null) return `${current.name}: ${text}`;
    this.#move(current, 'skipped');
    if (current.reasons++ === 0 && this.skips.at(-1)?.name === current.name) this.skips.pop(); // the one without a reason
    this.skips.push({ name: current.name, reason: skipped[1] || 'no reason was given' });
    return undefined;
  }

  get total(): Sum {
    const total: Sum = { passed: 0, failed: 0, skipped: 0 };
    for (const sum of this.files.values())
      for (const state of ['passed', 'failed', 'skipped'] as const) total[state] += sum[state];
    return total;
  }

  #begin(name: string, failed: boolean, directive: string | undefined): void {
    const file = name.split(' › ')[0] ?? name;
    const sum = this.files.get(file) ?? { passed: 0, failed: 0, skipped: 0 };
    this.files.set(file, sum);
    // "not ok … # TODO" is a test that nobody wrote yet.
    const state = directive !== undefined ? 'skipped' : failed ? 'failed' : 'passed';
    sum[state]++;
    this.#current = { name, sum, state, reasons: 0 };
    if (state === 'failed') this.failures.push(`\nnot ok - ${name}`);
    if (state === 'skipped') this.skips.push({ name, reason: 'no reason was given' });
  }

  #move(current: Current, state: keyof Sum): void {
    current.sum[current.state]--;
    current.sum[state]++;
    current.state = state;
  }
}

/**
 * The end of a run: what is printed last, and the exit code.
 * @param code ava's exit code
 * @param others what was skipped outside of ava
 * @param requireAll a skip is a failure
 */
export function ending(
  reader: TapReader,
  code: number | null,
  others: readonly Skip[],
  requireAll: boolean,
): { lines: string[]; code: number } {
  const total = reader.total;
  const skips = [...reader.skips, ...others];
  const lines: string[] = [];
  if (skips.length > 0)
    lines.push('Skipped:', ...skips.map(({ name, reason }) => `  ${name}: ${reason}`), '');
  const refused = requireAll && skips.length > 0;
  if (refused) lines.push('MITE_REQUIRE=all: what was skipped (see above) counts as a failure.');
  if (code !== 0 && total.failed === 0) lines.push(`ava ended with ${code}, though no test failed.`);
  if (total.passed === 0) lines.push('No test ran.');
  lines.push(`${total.passed} passed, ${total.failed} failed, ${total.skipped + others.length} skipped`);
  const good = code === 0 && total.failed === 0 && total.passed > 0 && !refused;
  return { lines, code: good ? 0 : 1 };
}
