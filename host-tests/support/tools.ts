/** Which tools this machine can use: host-tests/tools.sh tries them; see there for MITE_TOOLS and MITE_WITHOUT. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { ExecutionContext } from 'ava';
import { BUILD_MS } from './deadlines.js';
import { ROOT } from './processes.js';

const answers = new Map<string, string | undefined>();

/**
 * Why a tool cannot be used here, in one line; undefined when it can. Of several, the first that cannot.
 * @throws Error when tools.sh knows no such tool
 */
export function lacking(...names: string[]): string | undefined {
  for (const name of names) {
    if (!answers.has(name)) {
      const { status, stdout, stderr } = spawnSync('sh', ['host-tests/tools.sh', name], {
        cwd: ROOT,
        encoding: 'utf8',
        timeout: BUILD_MS,
      });
      if (status !== 0 && status !== 1) throw new Error(`tools.sh ${name}: ${stderr}`);
      answers.set(name, status === 0 ? undefined : stdout.trim());
    }
    const reason = answers.get(name);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Says why and passes when a tool cannot be used; the run counts the test as skipped. */
export function skippedWithout(t: ExecutionContext, ...names: string[]): boolean {
  const reason = lacking(...names);
  if (reason === undefined) return false;
  t.log(`skipped: ${reason}`);
  t.pass();
  return true;
}

/** What a 32-bit x86 program's command begins with: nothing, or an emulator; undefined where neither works. */
export function run32(): readonly string[] | undefined {
  if (lacking('ia32') === undefined) return [];
  return lacking('qemu-i386') === undefined ? ['qemu-i386'] : undefined;
}

/** Where Debian puts it: not in everybody's PATH. */
export const MOSQUITTO = ['/usr/sbin/mosquitto', '/usr/local/sbin/mosquitto'].find(existsSync) ?? 'mosquitto';
