/** The builds on the Moddable SDK, as the makefile makes them. */
import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/processes.js';

export const SDK = process.env.MODDABLE || join(homedir(), '.local/share/moddable');
export const SDK_BOARD = join(ROOT, 'build/sdk/bin/lin/release/mite-sdk');

/** Builds. @returns why it could not, where something is missing on this machine. @throws Error when the build fails. */
export function build(target: 'sdk-board' | 'sim-app'): string | undefined {
  const make = spawnSync('make', ['--no-print-directory', target], { cwd: ROOT, encoding: 'utf8' });
  if (make.status === 0) return undefined;
  const missing = make.stderr.split('\n').find(line => line.startsWith('mite: '));
  if (missing !== undefined) return `skipped: ${missing}`;
  throw new Error(`make ${target}:\n${make.stdout.slice(-2000)}${make.stderr.slice(-4000)}`);
}

/** Whether a program is installed. */
export function installed(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}
