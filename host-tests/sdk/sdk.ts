/** The builds on the Moddable SDK, as the makefile makes them. */
import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { BUILD_MS } from '../support/deadlines.js';
import { ROOT } from '../support/processes.js';
import { lacking } from '../support/tools.js';

export const SDK = process.env.MODDABLE || join(homedir(), '.local/share/moddable');
export const SDK_BOARD = join(ROOT, 'build/sdk/bin/lin/release/mite-sdk');

/** Builds. @returns why it could not, where something is missing on this machine. @throws Error when the build fails. */
export function build(target: 'sdk-board' | 'sim-app'): string | undefined {
  const missing = lacking('sdk');
  if (missing !== undefined) return `skipped: ${missing}`;
  const make = spawnSync('make', ['--no-print-directory', target], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: BUILD_MS,
  });
  if (make.status === 0) return undefined;
  throw new Error(`make ${target}:\n${make.stdout.slice(-2000)}${make.stderr.slice(-4000)}`);
}
