/**
 * The packages that are compiled for one version of Node.js: whether they load here, and if not, how to get them. A
 * module for another version is rebuilt; a built one must pass a trial before it counts.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export interface NativePackage {
  readonly name: string;
  /** A script that exits with 0 if the package works. */
  readonly probe: string;
  /** The compiled file, in its folder: kept, so that it is not compiled twice. */
  readonly module?: string;
  /** A program of node_modules that fetches a prebuilt binary for this Node.js. */
  readonly prebuilt?: string;
  /** How long compiling takes in seconds, as shown to people. */
  readonly takes: string;
  /** What is missing without it; undefined: everything. */
  readonly without?: string;
}

export const NATIVE_PACKAGES: readonly NativePackage[] = [
  {
    name: 'better-sqlite3',
    probe: "new (require('better-sqlite3'))(':memory:').close()",
    module: 'build/Release/better_sqlite3.node',
    prebuilt: 'prebuild-install/bin.js',
    takes: '1 to 7 minutes',
  },
  {
    name: '@serialport/bindings-cpp', // has binaries for the usual machines, for every version of Node.js
    probe: "require('@serialport/bindings-cpp')",
    takes: 'about a minute',
    without: 'npx mite, the program for serial ports, does not work here; all the rest does',
  },
];

/** NODE_MODULE_VERSION of the Node.js headers below this folder, or undefined if there are none. */
export function headersVersion(prefix: string): number | undefined {
  const file = join(prefix, 'include/node/node_version.h');
  if (!existsSync(file)) return undefined;
  const found = /^# ?define NODE_MODULE_VERSION (\d+)$/m.exec(readFileSync(file, 'utf8'));
  return found === null ? undefined : Number(found[1]);
}

/**
 * The folder whose headers a module for this Node.js is compiled with: those beside it, or those that npm's `nodedir`
 * names if they are of this version. undefined: node-gyp has to download them.
 */
export function headersFor(
  executable: string,
  modules: number,
  nodedir: string | undefined,
): string | undefined {
  const beside = dirname(dirname(realpathSync(executable)));
  return [beside, nodedir].find(
    place => place !== undefined && place !== '' && headersVersion(place) === modules,
  );
}

/** Whether PATH has a program of this name. */
export function isProgram(name: string, path = process.env.PATH ?? ''): boolean {
  return path.split(delimiter).some(folder => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

/** The missing Debian packages that compiling needs. */
export function missingCompilers(environment: NodeJS.ProcessEnv = process.env): string[] {
  const has = (...names: string[]) => names.some(name => isProgram(name, environment.PATH));
  const missing: string[] = [];
  if (!environment.CXX && !has('g++')) missing.push('g++');
  if (!has('make')) missing.push('make');
  if (!environment.PYTHON && !environment.npm_config_python && !has('python3')) missing.push('python3');
  return missing;
}

/** Where the compiled module of this version of the package is kept for this Node.js; undefined: nowhere. */
export function keptModule(root: string, { name, module }: NativePackage): string | undefined {
  const file = join(root, 'node_modules', name, 'package.json');
  if (module === undefined || !existsSync(file)) return undefined;
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  const built = [version, process.versions.modules, process.platform, process.arch].join('-');
  return join(root, 'build/native-modules', `${name}-${built}.node`);
}

/** Whether the package works with this Node.js, in a separate process: a wrong module may crash it. */
export function works(root: string, { probe }: NativePackage): boolean {
  return spawnSync(process.execPath, ['-e', probe], { cwd: root, stdio: 'ignore' }).status === 0;
}
