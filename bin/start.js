/**
 * What `mite` and `mite-node` begin with: it is there before anything is built, and says what has to be done first.
 * Plain JavaScript of 2021, so that a Node.js that is too old can read it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../', import.meta.url);

/** Why the program cannot start, or undefined. */
function problem(main) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = readFileSync(new URL('package.json', ROOT), 'utf8')
    .match(/"node": ">=(\d+)\.(\d+)/)
    .slice(1)
    .map(Number);
  if (major < needMajor || (major === needMajor && minor < needMinor))
    return (
      `Node.js ${process.versions.node} is too old: ${needMajor}.${needMinor} or later is needed; ` +
      `make build in ${fileURLToPath(ROOT)} says how to get it`
    );
  if (!existsSync(main) || !existsSync(new URL('node_modules', ROOT)))
    return `it is not built yet: run make build in ${fileURLToPath(ROOT)}`;
  return undefined;
}

/**
 * Runs a program of the project.
 * @param {string} name as a person calls it
 * @param {string} path of its main module, below build/js
 */
export function start(name, path) {
  const fail = text => {
    process.stderr.write(`${name}: ${text}\n`);
    process.exitCode = 1;
  };
  const main = new URL(`build/js/${path}`, ROOT);
  const why = problem(main);
  if (why !== undefined) {
    fail(why);
    return;
  }
  import(main.href).catch(error => {
    // A build that was interrupted, or packages of another state of the project. The rest is a fault of the program.
    if (error.code !== 'ERR_MODULE_NOT_FOUND' && error.code !== 'ERR_DLOPEN_FAILED') throw error;
    fail(`a part of it is missing or does not fit: run make build in ${fileURLToPath(ROOT)}`);
  });
}
