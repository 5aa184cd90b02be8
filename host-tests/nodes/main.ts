/**
 * `make test-nodes`: in a copy of the project for each version of Node.js, with that version first in PATH, `make build`
 * (which has to notice the change), `make run BLOCKS=2` and the unit suites.
 *
 *   node main.js [VERSION…]
 *
 * The programs and their headers are npm's packages node-PLATFORM-ARCH; they and the copies stay in build/nodes. Ends
 * with 1 when something failed; a version that cannot be had is skipped aloud, and fails with MITE_REQUIRE=all.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failuresOf, LEFT_OUT, type Outcome, SUITES, sumOf, table, VERSIONS } from './versions.js';

/** From build/js/host-tests/nodes. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const OUT = join(ROOT, 'build/nodes');
const STEP = join(ROOT, 'tools/make/step.mjs');

interface Version {
  /** As requested. */
  readonly wanted: string;
  /** As it is. */
  readonly exact: string;
  readonly program: string;
}

/**
 * Runs a command, and shows that it is still going.
 * @param quiet what it said is not shown when it fails: the failures are listed afterwards
 * @returns whether it ended with 0
 */
function step(
  title: string,
  log: string,
  cwd: string,
  program: string,
  command: readonly string[],
  quiet = false,
): boolean {
  const path = [dirname(program), process.env.PATH ?? ''].join(delimiter);
  // What npm and make say of themselves to their children would reach the copy.
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|MAKE|MFLAGS$)/.test(name));
  const { status } = spawnSync(
    process.execPath,
    [
      STEP,
      '--log',
      log,
      '--every',
      '60',
      ...(quiet ? ['--else', 'failed after'] : []),
      title,
      '--',
      ...command,
    ],
    {
      cwd,
      env: { ...Object.fromEntries(own), PATH: path },
      stdio: 'inherit',
    },
  );
  return status === 0;
}

/** Fetches a version, once. */
function fetch(wanted: string): Version | undefined {
  const folder = join(OUT, wanted);
  const name = `node-${process.platform}-${process.arch}`;
  const program = join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}\n');
    const install = [
      'npm',
      'install',
      '--ignore-scripts',
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
    ];
    step(`Node.js ${wanted}: fetching ${name}`, join(folder, 'npm.log'), folder, process.execPath, [
      ...[...install, '--loglevel=error', `${name}@${wanted}`],
    ]);
  }
  const said = spawnSync(program, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return said.status === 0 ? { wanted, exact: said.stdout.trim(), program } : undefined;
}

/** A copy of this project. Packages are links to the same files, except for what is compiled. */
function copy(to: string): void {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr ?? listed.error}`);
  rmSync(to, { recursive: true, force: true });
  const take = (path: string) => {
    if (existsSync(join(ROOT, path)))
      cpSync(join(ROOT, path), join(to, path), { recursive: true, preserveTimestamps: true });
  };
  for (const path of listed.stdout.split('\0')) if (path !== '') take(path);
  // What does not depend on Node.js is not built again.
  for (const path of ['build/js', 'build/js.stamp', 'build/npm.stamp', 'build/bundle', 'build/host'])
    take(path);
  const linked = spawnSync('cp', ['-al', join(ROOT, 'node_modules'), join(to, 'node_modules')], {
    stdio: 'inherit',
  });
  if (linked.status !== 0) throw new Error('node_modules could not be linked');
  for (const path of ['node_modules/better-sqlite3', 'build/native-modules']) {
    rmSync(join(to, path), { recursive: true, force: true });
    take(path);
  }
}

function tryVersion({ wanted, exact, program }: Version): Outcome {
  const folder = join(OUT, wanted);
  const project = join(folder, 'mite');
  const log = (name: string) => join(folder, `${name}.log`);
  const title = `Node.js ${exact}`;
  copy(project);
  const outcome = (run: string, suites: string, failed = true): Outcome => ({
    version: exact,
    run,
    suites,
    failed,
  });
  if (!step(`${title}: make build`, log('build'), project, program, ['make', 'build']))
    return outcome('FAILED: make build', '-');
  // So that the next run, and a copy for it, need not compile.
  cpSync(join(project, 'build/native-modules'), join(ROOT, 'build/native-modules'), { recursive: true });
  const data = join(folder, 'data');
  rmSync(data, { recursive: true, force: true });
  const ran = step(`${title}: make run BLOCKS=2`, log('run'), project, program, [
    'make',
    'run',
    'BLOCKS=2',
    `DATA=${data}`,
  ]);
  const patterns = [
    ...SUITES.map(suite => `build/js/host-tests/${suite}/**/*.test.js`),
    ...LEFT_OUT.map(file => `!build/js/host-tests/${file}.test.js`),
  ];
  const ava = ['npx', '--no-install', 'ava', '--tap', '--concurrency=2', ...patterns];
  const passed = step(`${title}: unit suites`, log('suites'), project, program, ava, true);
  const tap = readFileSync(log('suites'), 'utf8');
  const sum = sumOf(tap);
  for (const failure of failuresOf(tap)) console.log(`  failed: ${title}: ${failure}`);
  const said =
    sum === undefined
      ? `FAILED: ended early (${log('suites')})`
      : `${sum.passed} passed${sum.failed > 0 ? `, ${sum.failed} FAILED` : ''}${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`;
  if (ran && passed) rmSync(project, { recursive: true, force: true });
  return outcome(ran ? 'passed' : `FAILED (${log('run')})`, said, !ran || !passed || !sum?.passed);
}

const wanted = process.argv.slice(2);
const outcomes: Outcome[] = [];
for (const each of wanted.length > 0 ? wanted : VERSIONS) {
  const version = fetch(each);
  if (version !== undefined) {
    try {
      outcomes.push(tryVersion(version));
    } catch (error) {
      // The other versions are tried all the same.
      outcomes.push({
        version: version.exact,
        run: `FAILED: ${(error as Error).message}`,
        suites: '-',
        failed: true,
      });
    }
  } else {
    console.log(`skipped: Node.js ${each} could not be fetched (${join(OUT, each, 'npm.log')})`);
    outcomes.push({
      version: each,
      run: 'skipped',
      suites: 'skipped',
      failed: process.env.MITE_REQUIRE === 'all',
    });
  }
}
console.log(`\n${table(outcomes).join('\n')}`);
if (outcomes.some(({ failed }) => failed)) process.exitCode = 1;
