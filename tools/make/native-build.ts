/**
 * `make native-modules`: builds whatever does not work with this Node.js. Runs itself under npm, which knows node-gyp
 * and proxies. With the argument `keep` it only saves what works, since npm is about to delete it.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.js';
import {
  headersFor,
  keptModule,
  missingCompilers,
  NATIVE_PACKAGES,
  type NativePackage,
  works,
} from './native.js';

/** From build/js/tools/make. */
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const NODE = process.versions.node;
/** In package.json. */
const SCRIPT = 'native-modules';

function step(
  title: string,
  log: string,
  cwd: string,
  command: readonly string[],
  otherwise?: string,
): boolean {
  const { npm_config_nodedir: _other, ...environment } = process.env; // node-gyp would believe it
  const args = [
    ...[join(ROOT, 'tools/make/step.mjs'), '--log', join(ROOT, 'build', log)],
    ...(otherwise === undefined ? [] : ['--else', otherwise]),
    ...[title, '--', process.execPath, ...command],
  ];
  return spawnSync(process.execPath, args, { cwd, env: environment, stdio: 'inherit' }).status === 0;
}

/** Copies via another name: a program may have the old one open, and a copy may be cut short. */
function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, `${to}.tmp`);
  renameSync(`${to}.tmp`, to);
}

function keep(native: NativePackage): void {
  const kept = keptModule(ROOT, native);
  if (kept !== undefined) copy(join(ROOT, 'node_modules', native.name, native.module!), kept);
}

/** @returns whether a module that was compiled earlier works. */
function restore(native: NativePackage): boolean {
  const kept = keptModule(ROOT, native);
  if (kept === undefined || !existsSync(kept)) return false;
  copy(kept, join(ROOT, 'node_modules', native.name, native.module!));
  return works(ROOT, native);
}

/** @returns what is wrong, or undefined when the package works. */
function build(native: NativePackage, nodeGyp: string | undefined): string | undefined {
  const { name, prebuilt, takes } = native;
  const folder = join(ROOT, 'node_modules', name);
  const log = `${name.replace(/^@|\/.*/g, '')}.log`;
  if (prebuilt !== undefined) {
    const fetch = join(ROOT, 'node_modules', prebuilt);
    const title = `${name}: looking for a binary for Node.js ${NODE}`;
    if (existsSync(fetch) && step(title, log, folder, [fetch], 'none, after') && works(ROOT, native))
      return undefined;
  }
  if (nodeGyp === undefined) return `${name} cannot be compiled: npm does not say where its node-gyp is`;
  const missing = missingCompilers();
  if (missing.length > 0)
    return (
      `${name} has no binary for Node.js ${NODE} on ${process.platform} ${process.arch} that could be had, and to ` +
      `compile it ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: sudo apt-get install ${missing.join(' ')}`
    );
  const headers = headersFor(
    process.execPath,
    Number(process.versions.modules),
    process.env.npm_config_nodedir,
  );
  const done = step(`${name}: compiling for Node.js ${NODE} (${takes})`, log, folder, [
    ...[nodeGyp, 'rebuild', '--release'],
    ...(headers === undefined ? [] : [`--nodedir=${headers}`]),
  ]);
  if (!done)
    return headers === undefined
      ? `${name} could not be compiled (build/${log}): the headers of Node.js ${NODE} lie neither beside it nor where ` +
          "npm's nodedir says, so they were to be downloaded; install Node.js from nodejs.org, whose archive has them"
      : `${name} could not be compiled (build/${log}): it needs g++ 12 or later, and room on the disk`;
  if (!works(ROOT, native))
    return `${name} was compiled, and Node.js ${NODE} does not load it: rm -r node_modules, then make build`;
  keep(native);
  return undefined;
}

/** Under npm it runs as a child of itself, which has the lock. */
const LOCK = join(ROOT, 'build/native-modules/lock');
const LOCKED = 'MITE_NATIVE_LOCKED';

/** Two at once would compile into the same folder. */
function buildAlone(): void {
  if (NATIVE_PACKAGES.every(native => works(ROOT, native))) return;
  if (process.env[LOCKED] === LOCK) {
    buildAll();
    return;
  }
  process.env[LOCKED] = LOCK;
  const waits = (holder: number) =>
    process.stdout.write(`mite: another make compiles for Node.js (process ${holder}): waiting for it\n`);
  withLock(LOCK, waits, buildAll);
}

function buildAll(): void {
  const wanting = NATIVE_PACKAGES.filter(native => !works(ROOT, native) && !restore(native));
  if (wanting.length > 0 && process.env.npm_lifecycle_event !== SCRIPT) {
    const { status } = spawnSync('npm', ['run', '--silent', SCRIPT], { cwd: ROOT, stdio: 'inherit' });
    process.exitCode = status ?? 1;
    return;
  }
  for (const native of wanting) {
    const problem = build(native, process.env.npm_config_node_gyp);
    if (problem === undefined) continue;
    process.stderr.write(`mite: ${problem}${native.without === undefined ? '' : ` (${native.without})`}\n`);
    if (native.without === undefined) process.exitCode = 1;
  }
}

if (process.argv[2] !== 'keep') buildAlone();
else for (const native of NATIVE_PACKAGES) if (works(ROOT, native)) keep(native);
