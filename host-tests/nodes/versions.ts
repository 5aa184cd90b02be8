/** The versions of Node.js that `make test-nodes` runs on, and the results for each. */

/** The oldest that package.json allows, then the newest of each line with long-term support, and of the current one. */
export const VERSIONS = ['20.19.0', '22', '24', '26'];

/** Suites that use Node.js, or run on it. */
export const SUITES = [
  ...[
    'bitcoin',
    'boards',
    'cases',
    'chain',
    'cli',
    'console',
    'display',
    'domain',
    'harness',
    'history',
    'home-assistant',
    'judge',
    'ledger',
    'mining',
  ],
  ...[
    'network',
    'notify',
    'page',
    'pool',
    'protocol',
    'serial',
    'service',
    'start',
    'store',
    'stratum',
    'transport',
    'update',
    'wallet',
  ],
];

/**
 * Those that only start there: C, the engine, the SDK, the board under attack (with a sanitizer), the lint; and the
 * end-to-end suites, for which `make run` stands in.
 */
export const OTHER_SUITES = [
  ...[
    'accelerators',
    'attacks',
    'curve',
    'e2e',
    'host',
    'idf',
    'imports',
    'kernels',
    'link',
    'native',
    'sdk',
  ],
];

/** Files of these that need the SDK, a sanitizer's board, a bitcoind, or another broker's program. */
export const LEFT_OUT = [
  'bitcoin/mining',
  'bitcoin/upstream',
  'boards/generate',
  'network/tls',
  'network/tls-board',
  'update/update.e2e',
];

export interface Outcome {
  readonly version: string;
  /** 'passed', or what failed or could not be had, in one line. */
  readonly run: string;
  readonly suites: string;
  readonly failed: boolean;
}

/** The sums of ava's TAP, or undefined where it was cut off. */
export function sumOf(tap: string): { passed: number; failed: number; skipped: number } | undefined {
  const number = (name: string) => {
    const found = new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap);
    return found === null ? undefined : Number(found[1]);
  };
  const passed = number('pass');
  const failed = number('fail');
  if (passed === undefined || failed === undefined) return undefined;
  return { passed, failed, skipped: number('skip') ?? 0 };
}

/** Titles of TAP's failures. */
export function failuresOf(tap: string): string[] {
  return [...tap.matchAll(/^not ok \d+ - (.*?)(?: # .*)?$/gm)].map(([, title]) => title!);
}

export function table(outcomes: readonly Outcome[]): string[] {
  const rows = [
    ['Node.js', 'make run BLOCKS=2', 'unit suites'],
    ...outcomes.map(({ version, run, suites }) => [version, run, suites]),
  ];
  const width = (column: number) => Math.max(...rows.map(row => row[column]!.length));
  return rows.map(
    ([version, run, suites]) => `  ${version!.padEnd(width(0))}  ${run!.padEnd(width(1))}  ${suites}`,
  );
}
